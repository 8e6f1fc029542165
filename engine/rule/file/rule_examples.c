#include <rule/file/rule_file.h>
#include <rule/world/intake.h>

static void read_facts(struct reader *reader, const char *path, struct rule_example *out) {
    struct texts names;
    if (!reader_names(reader, path, &names)) return;
    out->facts = reader_array_of(reader, names.count, sizeof *out->facts);
    if (out->facts == NULL) return;
    struct fact_set given = {{0}};
    for (size_t i = 0; i < names.count; i++) {
        char inner[READER_PATH];
        reader_join(inner, path, names.at[i].at);
        struct fact_value *set = &out->facts[out->fact_count];
        if (!reader_fact(reader, inner, names.at[i], &set->fact)) continue;
        if (fact_set_has(&given, set->fact))
            READER_ERROR(reader, inner, "duplicate-fact", "事实“%s”写了两次", "the fact \"%s\" stands here twice",
                         names.at[i].at);
        fact_set_add(&given, set->fact);
        struct quanze_error problem;
        lua_getfield(reader->lua, -1, names.at[i].at);
        if (intake_value(reader->lua, -1, set->fact, INTAKE_WRITTEN, reader->arena, &set->value, &problem))
            out->fact_count++;
        else
            READER_ERROR(reader, inner, "bad-value", "“%s”：%s%.0s", "\"%s\": %.0s%s", names.at[i].at, problem.zh, problem.en);
        lua_pop(reader->lua, 1);
    }
}

static void read_expect(struct reader *reader, const char *path, struct rule_example *out) {
    static const enum status STATUSES[] = {STATUS_PASS, STATUS_FAIL, STATUS_UNKNOWN, STATUS_NOT_APPLICABLE};
    const struct str names[] = {STR("pass"), STR("fail"), STR("unknown"), STR("skip")};
    size_t index = 0;
    if (reader_word(reader, path, names, 4, &index)) out->expect = STATUSES[index];
}

static void read_says(struct reader *reader, const char *path, struct rule_example *out) {
    if (lua_isnil(reader->lua, -1) || !reader_text(reader, path, false, &out->says)) return;
    struct str names[64];
    size_t count = 0, index = 0;
    for (size_t i = 0; i < reader->rule->says_count && count < 64; i++) {
        if (!str_equal(reader->rule->says[i].key, STR("cure"))) names[count++] = reader->rule->says[i].key;
    }
    if (reader_word(reader, path, names, count, &index) && out->expect != STATUS_FAIL)
        READER_ERROR(reader, path, "bad-example", "只有预期 fail 的例子才有 says",
                     "only an example that expects fail has says");
}

static void read_on(struct reader *reader, const char *path, struct rule_example *out) {
    struct str text;
    out->on = DAY_NONE;
    if (lua_isnil(reader->lua, -1) || !reader_text(reader, path, false, &text)) return;
    if (!day_parse(text, &out->on))
        READER_ERROR(reader, path, "bad-date", "“on”应为日期“年-月-日”，实为“%s”",
                     "\"on\" should be a date YYYY-MM-DD, is \"%s\"", text.at);
}

static bool is_key(const char *key) { return strcmp(key, "expect") == 0 || strcmp(key, "says") == 0 || strcmp(key, "on") == 0; }

/* An entry that is neither the name, the facts, `expect`, `says` nor `on`. */
static bool has_stranger(lua_State *lua) {
    bool stranger = false;
    lua_pushnil(lua);
    while (lua_next(lua, -2) != 0) {
        lua_pop(lua, 1);
        bool known = lua_type(lua, -1) == LUA_TSTRING ? is_key(lua_tostring(lua, -1))
                                                      : lua_tointeger(lua, -1) == 1 || lua_tointeger(lua, -1) == 2;
        stranger = stranger || !known;
    }
    return stranger;
}

static void read_example(struct reader *reader, const char *path, struct rule_example *out) {
    lua_State *lua = reader->lua;
    out->line = source_place(&reader->source, str_of(path), SOURCE_DEPTH_EXAMPLES).line;
    if (!reader_is_table(reader, path)) return;
    if (has_stranger(lua))
        READER_ERROR(reader, path, "unknown-key", "例子只能是 { 名称, { 事实 }, expect = …, says = …, on = … }",
                     "an example should be { name, { facts }, expect = ..., says = ..., on = ... }");
    char inner[READER_PATH];
    reader_index(inner, path, 1);
    lua_rawgeti(lua, -1, 1);
    reader_text(reader, inner, false, &out->name);
    lua_pop(lua, 1);
    reader_index(inner, path, 2);
    lua_rawgeti(lua, -1, 2);
    read_facts(reader, inner, out);
    lua_pop(lua, 1);
    reader_join(inner, path, "expect");
    lua_getfield(lua, -1, "expect");
    read_expect(reader, inner, out);
    lua_pop(lua, 1);
    reader_join(inner, path, "says");
    lua_getfield(lua, -1, "says");
    read_says(reader, inner, out);
    lua_pop(lua, 1);
    reader_join(inner, path, "on");
    lua_getfield(lua, -1, "on");
    read_on(reader, inner, out);
    lua_pop(lua, 1);
}

static void demand(struct reader *reader, const char *path, enum status status, bool demanded) {
    const struct rule *rule = reader->rule;
    for (size_t i = 0; i < rule->example_count; i++) demanded = demanded && rule->examples[i].expect != status;
    if (demanded)
        READER_ERROR(reader, path, "missing-example", "缺少预期为 %s 的例子", "there is no example that expects \"%s\"",
                     status_name(status).at);
}

void rule_examples_read(struct reader *reader, const char *path) {
    struct rule *rule = reader->rule;
    size_t count = 0;
    if (!reader_array(reader, path, &count)) return;
    rule->examples = reader_array_of(reader, count, sizeof *rule->examples);
    if (rule->examples == NULL) return;
    rule->example_count = count;
    for (size_t i = 0; i < count; i++) {
        char inner[READER_PATH];
        reader_index(inner, path, i + 1);
        lua_rawgeti(reader->lua, -1, (lua_Integer)i + 1);
        rule->examples[i].expect = STATUS_ERROR;
        read_example(reader, inner, &rule->examples[i]);
        lua_pop(reader->lua, 1);
    }
    demand(reader, path, STATUS_PASS, true);
    demand(reader, path, STATUS_FAIL, true);
    demand(reader, path, STATUS_UNKNOWN, rule->need_count > 0 && rule->stage == STAGE_SCREEN);
}
