#include <model/history.h>

#include <base/utf8.h>

/* Words that say what kind of paper it is, not what it is about. */
static const struct str PAPER_WORDS[] = {STR_INIT("关于"),       STR_INIT("转发"), STR_INIT("印发"),   STR_INIT("紧急"),
                                         STR_INIT("补充"),       STR_INIT("再次"), STR_INIT("的通知"), STR_INIT("的函"),
                                         STR_INIT("的通报"),     STR_INIT("通知"), STR_INIT("年度"),   STR_INIT("年"),
                                         STR_INIT("以此份为准"), STR_INIT("的")};

/* Length of the paper word at the beginning of `text`, or 0. The first character tells nearly always that there is none. */
static size_t paper_word(struct str text) {
    enum { FIRST = sizeof "的" - 1 };
    if (text.length < FIRST) return 0;
    for (size_t i = 0; i < sizeof PAPER_WORDS / sizeof *PAPER_WORDS; i++)
        if (memcmp(text.at, PAPER_WORDS[i].at, FIRST) == 0 && str_starts_with(text, PAPER_WORDS[i]))
            return PAPER_WORDS[i].length;
    return 0;
}

/* Digits, ASCII signs, and the CJK signs and brackets that folding leaves. */
static bool is_topic_point(int32_t point) {
    if (point < 0x80) return point >= 'a' && point <= 'z';
    return !(point >= 0x2000 && point <= 0x206F) && !(point >= 0x3000 && point <= 0x303F);
}

/* Key of what the text speaks of: 0 when nothing is left of it. */
static int64_t topic_key(struct str folded, char *room) {
    size_t length = 0;
    for (size_t at = 0; at < folded.length;) {
        size_t skip = paper_word((struct str){folded.at + at, folded.length - at});
        if (skip > 0) {
            at += skip;
            continue;
        }
        size_t next = at;
        if (is_topic_point(utf8_next(folded, &next))) {
            memcpy(room + length, folded.at + at, next - at);
            length += next - at;
        }
        at = next;
    }
    return length > 0 ? (int64_t)str_hash((struct str){room, length}) : 0;
}

static bool make_topic(struct str title, struct arena *arena, int64_t *out) {
    struct str folded = utf8_fold(arena, title);
    char *room = folded.at ? arena_take(arena, folded.length + 1) : NULL;
    if (!room) return false;
    *out = topic_key(folded, room);
    return true;
}

static bool make_townships(const struct task *task, struct arena *arena, struct texts *out) {
    if (!task_given(task, FACT_ID_TOWNSHIPS)) return true;
    const struct value *value = &task->value[FACT_ID_TOWNSHIPS];
    struct str *at = arena_take_array(arena, value->count, sizeof *at);
    if (!at) return false;
    for (uint32_t i = 0; i < value->count; i++) at[i] = value_text(&value->items[i]);
    *out = (struct texts){at, value->count};
    return true;
}

static size_t field_of(const struct fact_info *info, struct str name) {
    size_t i = 0;
    while (i < info->field_count && !str_equal(info->fields[i].name, name)) i++;
    return i;
}

static bool make_form(const struct value *number, const struct value *name, struct arena *arena, struct history_form *out) {
    struct str label = name->state == VALUE_GIVEN ? value_text(name) : STR("");
    bool numbered = number->state == VALUE_GIVEN;
    struct str folded = utf8_fold(arena, numbered ? value_text(number) : label);
    if (!folded.at) return false;
    *out = (struct history_form){folded.length > 0 ? (int64_t)str_hash(folded) : 0, label};
    return true;
}

static bool make_forms(const struct task *task, struct arena *arena, struct history_keys *out) {
    if (!task_given(task, FACT_ID_DEMANDS_FORMS)) return true;
    const struct value *value = &task->value[FACT_ID_DEMANDS_FORMS];
    const struct fact_info *info = fact_at(FACT_ID_DEMANDS_FORMS);
    const size_t number = field_of(info, STR("number")), name = field_of(info, STR("name"));
    out->forms = arena_take_array(arena, value->count, sizeof *out->forms);
    if (!out->forms) return false;
    for (uint32_t i = 0; i < value->count; i++) {
        const struct value *row = value->items + i * info->field_count;
        struct history_form form;
        if (!make_form(&row[number], &row[name], arena, &form)) return false;
        if (form.key != 0) out->forms[out->form_count++] = form;
    }
    return true;
}

static int32_t day_of(const struct task *task, enum fact_id fact) {
    return task_given(task, fact) ? day_of_minute(task->value[fact].number) : DAY_NONE;
}

static bool assesses(const struct task *task) {
    if (task_true(task, FACT_ID_ASSESSMENT_SEPARATE)) return true;
    if (!task_given(task, FACT_ID_KIND)) return false;
    struct str kind = fact_at(FACT_ID_KIND)->choices.at[task->value[FACT_ID_KIND].number].name;
    return str_equal(kind, STR("assessment")) || str_equal(kind, STR("evaluation"));
}

bool history_keys_make(const struct task *task, int32_t day, struct arena *arena, struct history_keys *out) {
    *out = (struct history_keys){.id = task_text(task, FACT_ID_ID),
                                 .issuer = task_text(task, FACT_ID_ISSUER_NAME),
                                 .day = day,
                                 .visit = day_of(task, FACT_ID_INSPECTION_AT),
                                 .meeting = day_of(task, FACT_ID_MEETING_AT),
                                 .assesses = assesses(task)};
    return make_topic(task_text(task, FACT_ID_TITLE), arena, &out->topic) && make_townships(task, arena, &out->townships) &&
           make_forms(task, arena, out);
}

struct str history_issuer(const struct list *list, struct str issuer) {
    int department = list && issuer.length > 0 ? list_find_department(list, issuer) : -1;
    return department >= 0 ? list->departments[department].name : issuer;
}

bool history_counts(enum history_query query, struct str own, struct str other) {
    switch (query) {
    case HISTORY_OTHER_ISSUERS: return other.length > 0 && !str_equal(own, other);
    case HISTORY_VERSIONS:
    case HISTORY_OWN_VISITS: return other.length > 0 && str_equal(own, other);
    case HISTORY_SAME_FORM:
    case HISTORY_ASSESSMENTS:
    case HISTORY_VISITS:
    case HISTORY_MEETINGS: return true;
    case HISTORY_QUERY_COUNT: break;
    }
    return false;
}

bool history_tally_start(struct history_tally *tally, struct arena *arena) {
    tally->arena = arena;
    tally->answer = (struct history_answer){0};
    tally->answer.tasks.at = arena_take_array(arena, HISTORY_MAX_TASKS, sizeof(struct str));
    return tally->answer.tasks.at != NULL;
}

static bool tally_is_new(struct history_tally *tally, struct str id) {
    const uint64_t hash = str_hash(id);
    if (tally->answer.count == HISTORY_MOST) return false;
    for (size_t i = 0; i < tally->answer.count; i++)
        if (tally->seen[i] == hash) return false;
    tally->seen[tally->answer.count++] = hash;
    return true;
}

static bool tally_issuer(struct history_tally *tally, struct str issuer) {
    struct history_answer *answer = &tally->answer;
    for (size_t i = 0; i < answer->issuers; i++)
        if (str_equal(tally->issuers[i], issuer)) return true;
    if (answer->issuers == HISTORY_MAX_TASKS || issuer.length == 0) return true;
    struct str kept = arena_copy(tally->arena, issuer);
    tally->issuers[answer->issuers++] = kept;
    return kept.at != NULL;
}

bool history_tally_add(struct history_tally *tally, struct str id, struct str issuer) {
    struct texts *tasks = &tally->answer.tasks;
    if (!tally_is_new(tally, id)) return true;
    if (tasks->count < HISTORY_MAX_TASKS) {
        struct str kept = arena_copy(tally->arena, id);
        if (!kept.at) return false;
        tasks->at[tasks->count++] = kept;
    }
    return tally_issuer(tally, issuer);
}
