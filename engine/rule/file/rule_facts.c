#include <rule/file/rule_file.h>
#include <rule/world/intake.h>

#define MAX_ARGUMENTS 64

/* --- needs and may --- */

static bool names_fact(const enum fact_id *facts, size_t count, enum fact_id fact) {
    for (size_t i = 0; i < count; i++) {
        if (facts[i] == fact) return true;
    }
    return false;
}

/* A month is not a task: what is measured over a period is asked by rules of stage audit, and by no others. */
static void check_stage(struct reader *reader, const char *path, enum fact_id fact) {
    const struct fact_info *info = fact_at(fact);
    const bool audits = reader->rule->stage == STAGE_AUDIT;
    if ((info->absence == ABSENCE_MONTH) == audits) return;
    if (audits)
        READER_ERROR(reader, path, "wrong-stage", "审计规则只看统计得出的要素（month.*），“%s”是一件任务的要素",
                     "a rule of stage audit asks only what was measured (month.*); \"%s\" is a fact of one task",
                     info->name.at);
    else
        READER_ERROR(reader, path, "wrong-stage", "“%s”由审计统计得出，只有审计规则（stage = \"audit\"）能看",
                     "\"%s\" is measured by the audit: only rules of stage audit ask it", info->name.at);
}

static void read_facts(struct reader *reader, const char *path, enum fact_id **out, size_t *out_count) {
    struct rule *rule = reader->rule;
    struct texts names;
    if (!reader_texts(reader, path, &names)) return;
    if (names.count > MAX_ARGUMENTS) {
        READER_ERROR(reader, path, "too-many", "事实超过 %d 个", "more than %d facts", MAX_ARGUMENTS);
        return;
    }
    enum fact_id *facts = reader_array_of(reader, names.count, sizeof *facts);
    if (facts == NULL) return;
    size_t count = 0;
    for (size_t i = 0; i < names.count; i++) {
        char inner[READER_PATH];
        enum fact_id fact;
        reader_index(inner, path, i + 1);
        if (!reader_fact(reader, inner, names.at[i], &fact)) continue;
        check_stage(reader, inner, fact);
        if (names_fact(facts, count, fact) || names_fact(rule->needs, rule->need_count, fact))
            READER_ERROR(reader, inner, "duplicate-fact", "事实“%s”写了两次", "the fact \"%s\" stands here twice",
                         names.at[i].at);
        facts[count++] = fact;
    }
    *out = facts;
    *out_count = count;
}

void rule_facts_needs(struct reader *reader, const char *path) {
    struct rule *rule = reader->rule;
    read_facts(reader, path, &rule->needs, &rule->need_count);
    for (size_t i = 0; i < rule->need_count; i++) fact_set_add(&rule->need_set, rule->needs[i]);
}

void rule_facts_may(struct reader *reader, const char *path) {
    read_facts(reader, path, &reader->rule->may, &reader->rule->may_count);
}

/* --- applies --- */

static bool has_limits(enum fact_type type) {
    switch (type) {
    case FACT_COUNT:
    case FACT_MONEY:
    case FACT_RATIO:
    case FACT_HOURS:
    case FACT_DATE:
    case FACT_START:
    case FACT_END:
    case FACT_MOMENT: return true;
    case FACT_BOOL:
    case FACT_TEXT:
    case FACT_CHOICE:
    case FACT_DONE:
    case FACT_TEXTS:
    case FACT_CHOICES:
    case FACT_RECORDS: return false;
    }
    return false;
}

/* The value on top of the stack, as an element that the fact can share. */
static bool read_any_of(struct reader *reader, const char *path, enum fact_id fact, struct value *out) {
    struct quanze_error problem;
    if (intake_element(reader->lua, -1, fact, reader->arena, out, &problem)) return true;
    READER_ERROR(reader, path, "bad-condition", "“%s”：%s%.0s", "\"%s\": %.0s%s", path, problem.zh, problem.en);
    return false;
}

static bool read_words(struct reader *reader, const char *path, struct condition *out) {
    bool list = lua_istable(reader->lua, -1);
    size_t count = 1;
    if (list && !reader_array(reader, path, &count)) return false;
    if (count == 0) {
        READER_ERROR(reader, path, "bad-condition", "空列表永不成立", "an empty list never holds");
        return false;
    }
    struct value *words = reader_array_of(reader, count, sizeof *words);
    if (words == NULL) return false;
    bool right = true;
    for (size_t i = 0; i < count; i++) {
        if (list) lua_rawgeti(reader->lua, -1, (lua_Integer)i + 1);
        right = read_any_of(reader, path, out->fact, &words[i]) && right;
        if (list) lua_pop(reader->lua, 1);
    }
    *out = (struct condition){.fact = out->fact, .kind = CONDITION_ANY_OF, .any_of = words, .count = count};
    return right;
}

static void read_limit(struct reader *reader, const char *path, const char *key, enum condition_kind kind, enum fact_id fact) {
    char inner[READER_PATH];
    reader_join(inner, path, key);
    struct value value;
    if (lua_getfield(reader->lua, -1, key) != LUA_TNIL) {
        if (!has_limits(fact_at(fact)->type))
            READER_ERROR(reader, inner, "bad-condition", "“%s”不是数或时间，不能比较大小",
                         "\"%s\" is neither a number nor a time: it has no limits", fact_at(fact)->name.at);
        else if (read_any_of(reader, inner, fact, &value))
            reader->rule->applies[reader->rule->applies_count++] =
                (struct condition){.fact = fact, .kind = kind, .limit = value.state == VALUE_GIVEN ? value.number : 0};
    }
    lua_pop(reader->lua, 1);
}

static bool is_keyed(lua_State *lua) {
    if (!lua_istable(lua, -1) || lua_rawlen(lua, -1) > 0) return false;
    lua_pushnil(lua);
    if (lua_next(lua, -2) == 0) return false;
    lua_pop(lua, 2);
    return true;
}

static void read_condition(struct reader *reader, const char *path, enum fact_id fact) {
    static const struct reader_key KEYS[] = {{"at_least", false}, {"at_most", false}};
    struct rule *rule = reader->rule;
    if (is_keyed(reader->lua)) {
        if (!reader_keys(reader, path, KEYS, 2)) return;
        read_limit(reader, path, "at_least", CONDITION_AT_LEAST, fact);
        read_limit(reader, path, "at_most", CONDITION_AT_MOST, fact);
        return;
    }
    struct condition condition = {.fact = fact};
    if (read_words(reader, path, &condition)) rule->applies[rule->applies_count++] = condition;
}

void rule_facts_applies(struct reader *reader, const char *path) {
    struct rule *rule = reader->rule;
    struct texts names;
    if (!reader_names(reader, path, &names)) return;
    rule->applies = reader_array_of(reader, 2 * names.count, sizeof *rule->applies);
    if (rule->applies == NULL) return;
    for (size_t i = 0; i < names.count; i++) {
        char inner[READER_PATH];
        enum fact_id fact;
        reader_join(inner, path, names.at[i].at);
        if (!reader_fact(reader, inner, names.at[i], &fact)) continue;
        check_stage(reader, inner, fact);
        if (fact_set_has(&rule->filter_set, fact))
            READER_ERROR(reader, inner, "duplicate-fact", "事实“%s”写了两次", "the fact \"%s\" stands here twice",
                         names.at[i].at);
        fact_set_add(&rule->filter_set, fact);
        lua_getfield(reader->lua, -1, names.at[i].at);
        read_condition(reader, inner, fact);
        lua_pop(reader->lua, 1);
    }
}
