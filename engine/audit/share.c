/* share.c - from a task and its decision to what they add to the sums of the month. */
#include <audit/share.h>

enum { KIND_MEETING = 1, KIND_RENAMED_MEETING = 2, KIND_INSPECTION = 4, KIND_VISIT = 8, KIND_INFORMAL = 16, KIND_FORWARD = 32 };
enum { KIND_ASSESSMENT = 64, KIND_MESSAGE = 128 };
enum { FORM_INFORMAL = 1, FORM_NO_PAPER = 2 };

static const struct str sum_names[SUM_COUNT] = {
#define SUM(id, name, teller, adds) STR_INIT(name),
#include <audit/sum.def>
};

struct str sum_name(enum sum_id id) {
    return sum_names[id];
}

int sum_find(struct str name, int from) {
    for (int i = 0, id = from; i < SUM_COUNT; i++, id++) {
        if (id >= SUM_COUNT) id = 0;
        if (str_equal(sum_names[id], name)) return id;
    }
    return -1;
}

char sum_made(struct str name) {
    if (name.length < 5 || (name.at[3] != ':' && name.at[4] != ':')) return 0;
    if (str_starts_with(name, STR("app:"))) return 'a';
    return str_starts_with(name, STR("item:")) ? 'i' : str_starts_with(name, STR("rule:")) ? 'r' : 0;
}

static void mark(uint8_t *bits, size_t room, const char *set, const char *word, int bit) {
    const int at = choice_find(choices_of(set), str_of(word));
    if (at >= 0 && (size_t)at < room) bits[at] = (uint8_t)(bits[at] | bit);
}

void share_words_make(struct share_words *out) {
    static const struct {
        const char *word;
        int bits;
    } KINDS[] = {{"meeting", KIND_MEETING},
                 {"video_meeting", KIND_MEETING},
                 {"dispatch_meeting", KIND_MEETING | KIND_RENAMED_MEETING},
                 {"coordination_meeting", KIND_MEETING | KIND_RENAMED_MEETING},
                 {"supervision", KIND_INSPECTION},
                 {"inspection", KIND_INSPECTION},
                 {"acceptance", KIND_INSPECTION},
                 {"assessment", KIND_INSPECTION | KIND_ASSESSMENT},
                 {"evaluation", KIND_INSPECTION | KIND_ASSESSMENT},
                 {"research_visit", KIND_VISIT},
                 {"guidance_visit", KIND_VISIT},
                 {"white_paper", KIND_INFORMAL},
                 {"memo", KIND_INFORMAL},
                 {"forward", KIND_FORWARD},
                 {"group_message", KIND_MESSAGE}};
    static const struct {
        const char *word;
        int bits;
    } FORMS[] = {{"white_paper", FORM_INFORMAL},
                 {"memo", FORM_INFORMAL},
                 {"group_message", FORM_NO_PAPER},
                 {"oral", FORM_NO_PAPER},
                 {"system", FORM_NO_PAPER}};
    memset(out, 0, sizeof *out);
    for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++)
        mark(out->kinds, sizeof out->kinds, "TASK_KIND", KINDS[i].word, KINDS[i].bits);
    for (size_t i = 0; i < sizeof FORMS / sizeof *FORMS; i++)
        mark(out->forms, sizeof out->forms, "DOCUMENT_FORM", FORMS[i].word, FORMS[i].bits);
    out->top_official = choice_find(choices_of("RANK"), STR("top_official"));
    out->electronic = choice_find(choices_of("MEDIUM"), STR("electronic"));
    out->quarterly = choice_find(choices_of("PERIOD"), STR("quarterly"));
}

/* A share under way. */
struct counting {
    const struct share_source *source;
    const struct task *task;
    struct sums sums;
    bool unknown[SUM_COUNT];
    int kind, form; /* bits */
    struct buf *names;
};

static int64_t number(const struct task *task, enum fact_id fact) {
    return task_given(task, fact) ? task->value[fact].number : 0;
}

/* Stated none, or left out of a finished paper that would have said it. */
static bool says_none(const struct task *task, enum fact_id fact) {
    if (task_knows(task, fact)) return task->value[fact].state == VALUE_NONE;
    return fact_at(fact)->absence == ABSENCE_CLOSED && task_finished(task);
}

static void note(struct counting *counting, enum sum_id sum, int64_t value) { counting->sums.at[sum] += value; }

/* --- papers and meetings --- */

/* A paper without a kind may be a notice of a meeting. */
static void note_untold_paper(struct counting *counting, bool meets, bool is_paper) {
    const struct task *task = counting->task;
    const bool may_meet = !meets && !task_knows(task, FACT_ID_KIND);
    const bool rank_untold = !task_knows(task, FACT_ID_MEETING_ATTENDEES_RANK) && !task_finished(task);
    counting->unknown[SUM_FOR_SECRETARY] = is_paper && !task_knows(task, FACT_ID_DOCUMENT_READ_BY);
    counting->unknown[SUM_MEETINGS] = may_meet;
    counting->unknown[SUM_MEETINGS_TOP] = may_meet || (meets && rank_untold);
}

static void count_papers(struct counting *counting) {
    const struct task *task = counting->task;
    const int kind = counting->kind, form = counting->form;
    const int top = counting->source->words->top_official;
    const bool meets = (kind & KIND_MEETING) != 0 || task_given(task, FACT_ID_MEETING_AT);
    const bool is_paper = !meets && (form & FORM_NO_PAPER) == 0 && (kind & KIND_MESSAGE) == 0;
    note(counting, SUM_TASKS, 1);
    note(counting, SUM_UNTOLD, !task_finished(task));
    note(counting, SUM_MEETINGS, meets);
    note(counting, SUM_MEETINGS_RENAMED, (kind & KIND_RENAMED_MEETING) != 0);
    note(counting, SUM_MEETINGS_TOP,
         meets && task_given(task, FACT_ID_MEETING_ATTENDEES_RANK) && number(task, FACT_ID_MEETING_ATTENDEES_RANK) == top);
    note(counting, SUM_DOCUMENTS, is_paper);
    note(counting, SUM_FOR_SECRETARY,
         is_paper && task_given(task, FACT_ID_DOCUMENT_READ_BY) && number(task, FACT_ID_DOCUMENT_READ_BY) == top);
    note(counting, SUM_INFORMAL, (kind & KIND_INFORMAL) != 0 || (form & FORM_INFORMAL) != 0);
    note(counting, SUM_FORWARDS, (kind & KIND_FORWARD) != 0 || task_given(task, FACT_ID_DOCUMENT_FORWARD_OF));
    note(counting, SUM_BURDEN_PAPERS, (meets || is_paper) && str_find(task_text(task, FACT_ID_TITLE), STR("减负")) >= 0);
    note_untold_paper(counting, meets, is_paper);
}

/* --- time --- */

static void count_notice(struct counting *counting) {
    const struct task *task = counting->task;
    const struct calendar *calendar = counting->source->calendar;
    int64_t minutes = 0;
    int day_minutes = 0;
    if (says_none(task, FACT_ID_DUE_AT) || task_true(task, FACT_ID_EMERGENCY_DECLARED)) return;
    counting->unknown[SUM_SHORT_NOTICE] = true;
    if (!calendar || !task_given(task, FACT_ID_RECEIVED_AT) || !task_given(task, FACT_ID_DUE_AT)) return;
    const int64_t received = number(task, FACT_ID_RECEIVED_AT), due = number(task, FACT_ID_DUE_AT);
    if (!calendar_working_minutes(calendar, received, due, &minutes, NULL) ||
        !calendar_day_minutes(calendar, day_of_minute(received), &day_minutes, NULL))
        return;
    counting->unknown[SUM_SHORT_NOTICE] = false;
    note(counting, SUM_SHORT_NOTICE, (double)minutes < counting->source->min_notice_workdays * day_minutes);
}

/* A message at night or on a day of rest, unless an emergency was declared. Source: seed-003, 21:00; the next morning at 7:00.
 */
static void count_after_hours(struct counting *counting) {
    enum { QUIET_FROM = 21 * 60, QUIET_UNTIL = 7 * 60 };
    const struct task *task = counting->task;
    bool after = task_true(task, FACT_ID_DEMANDS_AFTER_HOURS), works = true;
    if (task_true(task, FACT_ID_EMERGENCY_DECLARED)) return;
    if (task_given(task, FACT_ID_MESSAGE_SENT_AT)) {
        const int64_t sent = number(task, FACT_ID_MESSAGE_SENT_AT);
        const int minute = day_minute_of(sent);
        const struct calendar *calendar = counting->source->calendar;
        const bool told = calendar && calendar_is_workday(calendar, day_of_minute(sent), &works, NULL);
        after = after || minute >= QUIET_FROM || minute < QUIET_UNTIL || (told && !works);
        counting->unknown[SUM_AFTER_HOURS] = !after && !told;
    }
    note(counting, SUM_AFTER_HOURS, after);
}

/* --- visits --- */

static bool has_any(struct str text, const struct str *words, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (str_find(text, words[i]) >= 0) return true;
    return false;
}

/* A visit that calls itself research or guidance and does what an inspection does; or the other way round, an inspection that
 * calls itself so. The same words as INSP-002. */
static bool is_renamed(const struct counting *counting) {
    static const struct str CALLED[] = {STR_INIT("指导"), STR_INIT("调研"), STR_INIT("走访"), STR_INIT("督导"),
                                        STR_INIT("帮扶")};
    static const struct str DOES[] = {STR_INIT("inspect"), STR_INIT("check_ledger"), STR_INIT("score"), STR_INIT("circular"),
                                      STR_INIT("rectify"), STR_INIT("检查"),         STR_INIT("台账"),  STR_INIT("打分"),
                                      STR_INIT("评分"),    STR_INIT("通报"),         STR_INIT("整改")};
    const struct task *task = counting->task;
    const struct value *actions = &task->value[FACT_ID_ACTIONS];
    if ((counting->kind & KIND_INSPECTION) != 0)
        return has_any(task_text(task, FACT_ID_INSPECTION_CALLED), CALLED, sizeof CALLED / sizeof *CALLED);
    if ((counting->kind & KIND_VISIT) == 0 || !task_given(task, FACT_ID_ACTIONS)) return false;
    for (uint32_t i = 0; i < actions->count; i++)
        if (has_any(value_text(&actions->items[i]), DOES, sizeof DOES / sizeof *DOES)) return true;
    return false;
}

static void count_visits(struct counting *counting) {
    const struct task *task = counting->task;
    const bool renamed = is_renamed(counting), inspects = renamed || (counting->kind & KIND_INSPECTION) != 0;
    const bool assesses = (counting->kind & KIND_ASSESSMENT) != 0 || task_true(task, FACT_ID_ASSESSMENT_SEPARATE);
    const bool ranked = task_given(task, FACT_ID_RANKING_EVERY);
    note(counting, SUM_INSPECTIONS, inspects);
    counting->unknown[SUM_INSPECTIONS] = !inspects && !task_knows(task, FACT_ID_KIND);
    note(counting, SUM_RENAMED, renamed);
    note(counting, SUM_UNPLANNED, inspects && says_none(task, FACT_ID_INSPECTION_PLAN_NO));
    counting->unknown[SUM_UNPLANNED] =
        inspects && !task_knows(task, FACT_ID_INSPECTION_PLAN_NO) && !says_none(task, FACT_ID_INSPECTION_PLAN_NO);
    note(counting, SUM_VISITS, task_given(task, FACT_ID_INSPECTION_AT));
    note(counting, SUM_ASSESSMENTS, assesses && !task_true(task, FACT_ID_EMERGENCY_DECLARED));
    note(counting, SUM_LINKED, task_true(task, FACT_ID_ASSESSMENT_LINKED));
    note(counting, SUM_RANKINGS,
         ranked && number(task, FACT_ID_RANKING_EVERY) > 0 &&
             number(task, FACT_ID_RANKING_EVERY) <= counting->source->words->quarterly);
}

/* --- demands --- */

static size_t field_of(const struct fact_info *info, struct str name) {
    size_t i = 0;
    while (i < info->field_count && !str_equal(info->fields[i].name, name)) i++;
    return i;
}

/* The field of a row; absent when the table has no such field, which a test rules out. */
static const struct value *cell(const struct task *task, enum fact_id fact, uint32_t row, struct str name) {
    const struct fact_info *info = fact_at(fact);
    return &task->value[fact].items[row * info->field_count + field_of(info, name)];
}

static uint32_t rows_of(const struct task *task, enum fact_id fact) {
    return task_given(task, fact) ? task->value[fact].count : 0;
}

static bool has_two_media(const struct counting *counting, const struct value *media) {
    bool electronic = false, paper = false;
    for (uint32_t i = 0; media->state == VALUE_GIVEN && i < media->count; i++) {
        const bool is_electronic = media->items[i].number == counting->source->words->electronic;
        electronic = electronic || is_electronic;
        paper = paper || !is_electronic;
    }
    return electronic && paper;
}

static void count_forms(struct counting *counting) {
    const struct task *task = counting->task;
    const uint32_t rows = rows_of(task, FACT_ID_DEMANDS_FORMS);
    note(counting, SUM_FORMS, rows);
    for (uint32_t i = 0; i < rows; i++) {
        const struct value *approval = cell(task, FACT_ID_DEMANDS_FORMS, i, STR("approval_no"));
        note(counting, SUM_FORMS_WITHOUT_APPROVAL, approval->state == VALUE_NONE);
        if (approval->state == VALUE_ABSENT) counting->unknown[SUM_FORMS_WITHOUT_APPROVAL] = true;
        note(counting, SUM_TWO_MEDIA, has_two_media(counting, cell(task, FACT_ID_DEMANDS_FORMS, i, STR("media"))));
    }
}

static void count_subscriptions(struct counting *counting) {
    const struct task *task = counting->task;
    const uint32_t rows = rows_of(task, FACT_ID_DEMANDS_SUBSCRIPTIONS);
    note(counting, SUM_SUBSCRIPTIONS, rows);
    for (uint32_t i = 0; i < rows; i++) {
        const struct value *amount = cell(task, FACT_ID_DEMANDS_SUBSCRIPTIONS, i, STR("amount"));
        const struct value *press = cell(task, FACT_ID_DEMANDS_SUBSCRIPTIONS, i, STR("party_press"));
        const int64_t fen = amount->state == VALUE_GIVEN ? amount->number : 0;
        const bool other = press->state == VALUE_NONE || (press->state == VALUE_GIVEN && press->number == 0);
        note(counting, SUM_SUBSCRIPTIONS_AMOUNT, fen);
        note(counting, SUM_SUBSCRIPTIONS_OTHER, other ? fen : 0);
        if (amount->state == VALUE_ABSENT) counting->unknown[SUM_SUBSCRIPTIONS_AMOUNT] = true;
        if (press->state == VALUE_ABSENT) counting->unknown[SUM_SUBSCRIPTIONS_OTHER] = true;
    }
}

/* A made name: it stands in a line, so that white space in it becomes a space. */
static void note_name(struct counting *counting, const char *prefix, struct str name) {
    struct buf *out = counting->names;
    buf_put_text(out, prefix);
    for (size_t i = 0; i < name.length; i++) buf_put_char(out, (unsigned char)name.at[i] < 0x20 ? ' ' : name.at[i]);
    buf_put_text(out, " 1\n");
}

static void count_demands(struct counting *counting) {
    static const struct {
        enum sum_id sum;
        enum fact_id fact;
    } NUMBERS[] = {{SUM_GROUPS, FACT_ID_DEMANDS_GROUPS},
                   {SUM_PLAQUES, FACT_ID_DEMANDS_PLAQUES},
                   {SUM_SITES, FACT_ID_DEMANDS_SITES},
                   {SUM_SECONDMENTS, FACT_ID_DEMANDS_SECONDMENT}};
    const struct task *task = counting->task;
    for (size_t i = 0; i < sizeof NUMBERS / sizeof *NUMBERS; i++) note(counting, NUMBERS[i].sum, number(task, NUMBERS[i].fact));
    note(counting, SUM_IN_PERSON, task_true(task, FACT_ID_DEMANDS_IN_PERSON));
    note(counting, SUM_LEADING_GROUPS, task_true(task, FACT_ID_DEMANDS_LEADING_GROUP));
    note(counting, SUM_QUOTAS, number(task, FACT_ID_QUOTA_TOTAL) > 0 || number(task, FACT_ID_QUOTA_SHARE) > 0);
    note(counting, SUM_EVIDENCE, rows_of(task, FACT_ID_DEMANDS_DOSSIER));
    note(counting, SUM_EVIDENCE, task_true(task, FACT_ID_DEMANDS_PHOTOS));
    for (uint32_t i = 0; i < rows_of(task, FACT_ID_DEMANDS_APPS); i++) {
        const struct value *name = cell(task, FACT_ID_DEMANDS_APPS, i, STR("name"));
        if (name->state == VALUE_GIVEN && name->count > 0) note_name(counting, "app:", value_text(name));
    }
}

static void count_guidance(struct counting *counting) {
    const struct task *task = counting->task;
    const bool trained = task_given(task, FACT_ID_TRAINING_DATE) || number(task, FACT_ID_TRAINING_HOURS) > 0;
    const bool guided = trained || task_given(task, FACT_ID_GUIDANCE_METHOD) || task_given(task, FACT_ID_GUIDANCE_STANDARD) ||
                        task_given(task, FACT_ID_GUIDANCE_CONTACT);
    note(counting, SUM_TRAINED, trained);
    note(counting, SUM_GUIDED, guided);
    counting->unknown[SUM_GUIDED] = !guided && !task_knows(task, FACT_ID_GUIDANCE_METHOD) &&
                                    !task_knows(task, FACT_ID_GUIDANCE_STANDARD) && !task_knows(task, FACT_ID_GUIDANCE_CONTACT);
}

/* What the villages' list has is theirs to do; whether it has it may not be told. As BURDEN-010 has it. */
static void count_villages(struct counting *counting) {
    const struct task *task = counting->task;
    const enum fact_id listed =
        task_knows(task, FACT_ID_VILLAGE_LISTED) ? FACT_ID_VILLAGE_LISTED : FACT_ID_DEMANDS_VILLAGE_LISTED;
    if (!task_true(task, FACT_ID_DEMANDS_PASS_TO_VILLAGE)) return;
    counting->unknown[SUM_TO_VILLAGE] = !task_knows(task, listed);
    note(counting, SUM_TO_VILLAGE, task_knows(task, listed) && !task_true(task, listed));
}

/* --- the decision --- */

static void count_gaps(struct counting *counting) {
    const struct balance_row *balance = counting->source->decision->balance;
    const bool power = balance[BALANCE_POWER].gap.count > 0;
    const int64_t funds = balance[BALANCE_FUNDS].short_of, staff = balance[BALANCE_STAFF].short_of;
    counting->unknown[SUM_POWER_GAP] = !power && !balance[BALANCE_POWER].known;
    counting->unknown[SUM_FUNDS_GAP] = funds == BALANCE_UNKNOWN || !balance[BALANCE_FUNDS].known;
    counting->unknown[SUM_STAFF_GAP] = staff == BALANCE_UNKNOWN || !balance[BALANCE_STAFF].known;
    note(counting, SUM_POWER_GAP, power);
    note(counting, SUM_FUNDS_GAP, funds > 0 ? funds : 0);
    note(counting, SUM_STAFF_GAP, staff > 0 ? staff : 0);
    const bool gap = power || funds > 0 || staff > 0;
    note(counting, SUM_GAP_TASKS, gap);
    counting->unknown[SUM_GAP_TASKS] =
        !gap && (counting->unknown[SUM_POWER_GAP] || counting->unknown[SUM_FUNDS_GAP] || counting->unknown[SUM_STAFF_GAP]);
}

static void count_item(struct counting *counting) {
    const struct task *task = counting->task;
    const struct found_item *match = &counting->source->decision->match;
    const struct item *item = match->item < 0 ? NULL : &counting->source->list->items[match->item];
    const bool main = task_given(task, FACT_ID_ROLE) && number(task, FACT_ID_ROLE) == ROLE_MAIN;
    const bool admitted = task_given(task, FACT_ID_ADMISSION_DECISION);
    note(counting, SUM_OFF_LIST, !item && !admitted && !task_true(task, FACT_ID_EMERGENCY_RUNNING));
    note(counting, SUM_RECALLED, item && item->kind == ITEM_RECALLED);
    note(counting, SUM_ROLES_SWAPPED, item && item->kind == ITEM_COOPERATIVE && main);
    if (item && item->kind != ITEM_BASIC && main) note_name(counting, "item:", item->id);
}

static void count_findings(struct counting *counting) {
    static const enum sum_id VERDICTS[] = {SUM_ADMIT, SUM_CONDITIONAL, SUM_HOLD, SUM_REJECT};
    const struct decision *decision = counting->source->decision;
    bool failing = false;
    note(counting, VERDICTS[decision->verdict], 1);
    for (size_t i = 0; i < decision->finding_count; i++) {
        const struct finding *finding = &decision->findings[i];
        if (finding->status != STATUS_FAIL && finding->status != STATUS_ERROR) continue;
        failing = failing || finding->rule->level >= LEVEL_HOLD;
        note_name(counting, "rule:", finding->rule->id);
    }
    note(counting, SUM_FAILING, failing);
}

static void put_line(struct buf *out, struct str name, int64_t value) {
    buf_put(out, name);
    buf_put_char(out, ' ');
    buf_put_int(out, value);
    buf_put_char(out, '\n');
}

static int bits_of(const struct task *task, enum fact_id fact, const uint8_t *bits, size_t room) {
    const int64_t at = task_given(task, fact) ? task->value[fact].number : -1;
    return at >= 0 && (size_t)at < room ? bits[at] : 0;
}

void share_write(const struct share_source *source, struct buf *out) {
    struct buf names = {0};
    const struct share_words *words = source->words;
    struct counting counting = {.source = source, .task = source->task, .names = &names};
    counting.kind = bits_of(source->task, FACT_ID_KIND, words->kinds, sizeof words->kinds);
    counting.form = bits_of(source->task, FACT_ID_DOCUMENT_FORM, words->forms, sizeof words->forms);
    count_papers(&counting);
    count_notice(&counting);
    count_after_hours(&counting);
    count_visits(&counting);
    count_forms(&counting);
    count_subscriptions(&counting);
    count_demands(&counting);
    count_villages(&counting);
    count_guidance(&counting);
    if (source->decision) count_gaps(&counting);
    if (source->decision) count_item(&counting);
    if (source->decision) count_findings(&counting);
    buf_clear(out);
    for (size_t i = 0; i < SUM_COUNT; i++)
        if (counting.sums.at[i] != 0) put_line(out, sum_names[i], counting.sums.at[i]);
    for (size_t i = 0; i < SUM_COUNT; i++) {
        if (!counting.unknown[i]) continue;
        buf_put_char(out, '?');
        buf_put(out, sum_names[i]);
        buf_put_char(out, '\n');
    }
    buf_put(out, buf_str(&names));
    out->failed = out->failed || names.failed;
    buf_free(&names);
}

static bool read_line(struct str line, struct share_line *out) {
    if (line.length == 0) return false;
    if (line.at[0] == '?') {
        *out = (struct share_line){{line.at + 1, line.length - 1}, 0, true};
        return true;
    }
    size_t space = line.length;
    while (space > 0 && line.at[space - 1] != ' ') space--;
    if (space < 2 || space == line.length) return false;
    int64_t value = 0;
    for (size_t i = space; i < line.length; i++) {
        if (line.at[i] < '0' || line.at[i] > '9' || value > INT64_MAX / 10 - 1) return false;
        value = value * 10 + (line.at[i] - '0');
    }
    *out = (struct share_line){{line.at, space - 1}, value, false};
    return true;
}

bool share_next(struct str *rest, struct share_line *out) {
    while (rest->length > 0) {
        const char *end = memchr(rest->at, '\n', rest->length);
        const struct str line = {rest->at, end ? (size_t)(end - rest->at) : rest->length};
        const size_t used = line.length + (end != NULL);
        *rest = (struct str){rest->at + used, rest->length - used};
        if (read_line(line, out)) return true;
    }
    return false;
}
