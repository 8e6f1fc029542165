/* rule_parameters.c - the thresholds that a rule declares. */
#include <math.h>
#include <rule/file/rule_file.h>

/* The number on top of the stack; false, and told, when it is none. */
static bool read_number(struct reader *reader, const char *path, double *out) {
    if (lua_type(reader->lua, -1) == LUA_TNUMBER && isfinite(lua_tonumber(reader->lua, -1))) {
        *out = lua_tonumber(reader->lua, -1);
        return true;
    }
    READER_ERROR(reader, path, "wrong-type", "参数的默认值和各界限应为数",
                 "the default and each limit of a parameter should be a number");
    return false;
}

static bool read_limit(struct reader *reader, const char *path, const char *key, double *out) {
    char inner[READER_PATH];
    reader_join(inner, path, key);
    bool right = lua_getfield(reader->lua, -1, key) == LUA_TNIL || read_number(reader, inner, out);
    lua_pop(reader->lua, 1);
    return right;
}

static void read_harder(struct reader *reader, const char *path, struct rule_parameter *out) {
    static const struct str SIDES[] = {STR_INIT("higher"), STR_INIT("lower")};
    char inner[READER_PATH];
    size_t side = 0;
    reader_join(inner, path, "harder");
    if (lua_getfield(reader->lua, -1, "harder") != LUA_TNIL && reader_word(reader, inner, SIDES, 2, &side))
        out->harder = side == 0 ? SIDE_HIGHER : SIDE_LOWER;
    lua_pop(reader->lua, 1);
}

/* One { from = "YYYY-MM-DD", value = number }. */
static bool read_step(struct reader *reader, const char *path, struct parameter_step *out) {
    static const struct reader_key KEYS[] = {{"from", true}, {"value", true}};
    if (!reader_keys(reader, path, KEYS, 2)) return false;
    char inner[READER_PATH];
    struct str text = {"", 0};
    reader_join(inner, path, "from");
    lua_getfield(reader->lua, -1, "from");
    bool right = reader_text(reader, inner, false, &text);
    if (right && !day_parse(text, &out->from)) {
        READER_ERROR(reader, inner, "bad-date", "“%s”应为日期“年-月-日”，实为“%s”",
                     "\"%s\" should be a date YYYY-MM-DD, is \"%s\"", inner, text.at);
        right = false;
    }
    lua_pop(reader->lua, 1);
    reader_join(inner, path, "value");
    lua_getfield(reader->lua, -1, "value");
    right = read_number(reader, inner, &out->value) && right;
    lua_pop(reader->lua, 1);
    return right;
}

/* A series must leave no day of the rule without a value, and go forward. */
static bool check_steps(struct reader *reader, const char *path, const struct parameter_step *steps, size_t count) {
    for (size_t i = 1; i < count; i++) {
        if (steps[i - 1].from < steps[i].from) continue;
        READER_ERROR(reader, path, "reversed-dates", "参数的各段应按日期从早到晚",
                     "the steps of a parameter should go from early to late");
        return false;
    }
    if (steps[0].from <= reader->rule->validity.from) return true;
    READER_ERROR(reader, path, "late-default", "参数的第一段晚于规则的 since，其间没有值",
                 "the first step of a parameter is later than the rule's since: some days have no value");
    return false;
}

static void read_steps(struct reader *reader, const char *path, struct rule_parameter *out) {
    size_t count = 0;
    if (!reader_array(reader, path, &count)) return;
    if (count == 0) {
        READER_ERROR(reader, path, "wrong-type", "参数的默认值不能是空表", "the default of a parameter must not be empty");
        return;
    }
    struct parameter_step *steps = reader_array_of(reader, count, sizeof *steps);
    bool right = steps != NULL;
    for (size_t i = 0; i < count && steps != NULL; i++) {
        char inner[READER_PATH];
        reader_index(inner, path, i + 1);
        lua_rawgeti(reader->lua, -1, (lua_Integer)i + 1);
        right = read_step(reader, inner, &steps[i]) && right;
        lua_pop(reader->lua, 1);
    }
    if (!right || !check_steps(reader, path, steps, count)) return;
    out->steps = steps;
    out->step_count = count;
    out->default_value = steps[count - 1].value;
}

static void read_default(struct reader *reader, const char *path, struct rule_parameter *out) {
    char inner[READER_PATH];
    reader_join(inner, path, "default");
    if (lua_getfield(reader->lua, -1, "default") == LUA_TTABLE)
        read_steps(reader, inner, out);
    else
        read_number(reader, inner, &out->default_value);
    lua_pop(reader->lua, 1);
    out->value = out->default_value;
}

static void check_limits(struct reader *reader, const char *path, const struct rule_parameter *parameter) {
    bool inside = parameter->default_value >= parameter->least && parameter->default_value <= parameter->most;
    for (size_t i = 0; i < parameter->step_count; i++)
        inside = inside && parameter->steps[i].value >= parameter->least && parameter->steps[i].value <= parameter->most;
    if (!inside)
        READER_ERROR(reader, path, "out-of-range", "参数的默认值超出了自己的界限 %g 到 %g",
                     "the default of the parameter is outside of its own limits %g to %g", parameter->least, parameter->most);
}

static bool is_word_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
}

static bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/* Whether a word is such as files are called: "procedures.md", "seed-003". */
static bool is_file_name(struct str word) {
    const ptrdiff_t dot = str_find(word, STR(".")), dash = str_find(word, STR("-"));
    const size_t behind_dot = (size_t)dot + 1, behind_dash = (size_t)dash + 1;
    if (dot > 0 && behind_dot < word.length && is_letter(word.at[behind_dot])) return true;
    if (dash < 3 || behind_dash == word.length) return false;
    for (size_t i = 0; i < word.length; i++) {
        const bool digit = word.at[i] >= '0' && word.at[i] <= '9';
        if (i < (size_t)dash ? !is_letter(word.at[i]) : i > (size_t)dash && !digit) return false;
    }
    return true;
}

/* People who read a rule have no such file: a source is an act with its article, or says that it is a proposal. */
static void check_source(struct reader *reader, const char *path, struct str source) {
    for (size_t i = 0; i < source.length;) {
        size_t end = i;
        while (end < source.length && is_word_byte(source.at[end])) end++;
        const struct str word = {source.at + i, end - i};
        if (is_file_name(word)) {
            READER_ERROR(
                reader, path, "source-is-file", "来源“%.*s”像是文件名，应写法规名称和条款，或“建议值”",
                "the source \"%.*s\" looks like a file name; expected an act with its article, or that it is a proposal",
                (int)word.length, word.at);
            return;
        }
        i = end > i ? end : i + 1;
    }
}

static void read_parameter(struct reader *reader, const char *path, struct rule_parameter *out) {
    static const struct reader_key KEYS[] = {{"default", true}, {"unit", true}, {"source", true},
                                             {"harder", false}, {"min", false}, {"max", false}};
    char inner[READER_PATH];
    out->least = -INFINITY;
    out->most = INFINITY;
    if (!reader_keys(reader, path, KEYS, sizeof KEYS / sizeof KEYS[0])) return;
    read_default(reader, path, out);
    reader_field(reader, path, "unit", true, &out->unit);
    reader_field(reader, path, "source", false, &out->source);
    reader_join(inner, path, "source");
    check_source(reader, inner, out->source);
    read_harder(reader, path, out);
    if (read_limit(reader, path, "min", &out->least) && read_limit(reader, path, "max", &out->most))
        check_limits(reader, path, out);
}

void rule_parameters_read(struct reader *reader, const char *path) {
    struct rule *rule = reader->rule;
    struct texts names;
    if (!reader_names(reader, path, &names)) return;
    rule->parameters = reader_array_of(reader, names.count, sizeof *rule->parameters);
    if (rule->parameters == NULL) return;
    rule->parameter_count = names.count;
    for (size_t i = 0; i < names.count; i++) {
        char inner[READER_PATH];
        reader_join(inner, path, names.at[i].at);
        rule->parameters[i].name = names.at[i];
        lua_getfield(reader->lua, -1, names.at[i].at);
        read_parameter(reader, inner, &rule->parameters[i]);
        lua_pop(reader->lua, 1);
    }
}
