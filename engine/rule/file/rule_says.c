#include <rule/file/rule_file.h>
#include <stdio.h>
#include <stdlib.h>

/* --- templates: {name} or {name:FORMAT}, where a format may be two words, "task/tasks": for one, and for any other number ---
 */

static bool is_name(struct str name) {
    for (size_t i = 0; i < name.length; i++) {
        char c = name.at[i];
        bool letter = (c >= 'a' && c <= 'z') || c == '_';
        if (!letter && (i == 0 || !((c >= '0' && c <= '9') || c == '.'))) return false;
    }
    return name.length > 0 && name.length <= 64;
}

static bool is_format(struct str format) {
    static const char *const FORMATS[] = {"yuan", "time", "date", "percent", "list", "choice", "hours"};
    for (size_t i = 0; i < sizeof FORMATS / sizeof FORMATS[0]; i++) {
        if (str_equal(format, str_of(FORMATS[i]))) return true;
    }
    const ptrdiff_t slash = str_find(format, STR("/"));
    return slash > 0 && (size_t)slash + 1 < format.length;
}

/* Splits what stands between braces; false when it is not well formed. */
static bool split(struct str inside, struct str *name) {
    ptrdiff_t colon = str_find(inside, STR(":"));
    *name = colon < 0 ? inside : (struct str){inside.at, (size_t)colon};
    if (!is_name(*name)) return false;
    return colon < 0 || is_format((struct str){inside.at + colon + 1, inside.length - (size_t)colon - 1});
}

static bool holds(const struct texts *names, struct str name) {
    for (size_t i = 0; i < names->count; i++) {
        if (str_equal(names->at[i], name)) return true;
    }
    return false;
}

static bool bad_template(struct reader *reader, const char *path, struct str near) {
    READER_ERROR(reader, path, "bad-template", "模板有误，应为 {名称} 或 {名称:格式}：“%.*s”",
                 "the template should have {name} or {name:format}: \"%.*s\"", (int)near.length, near.at);
    return false;
}

static int compare_names(const void *left, const void *right) {
    return str_compare(*(const struct str *)left, *(const struct str *)right);
}

/* The names that a template asks for, each once, sorted, in room for RULE_MAX_VALUES. */
static bool placeholders_of(struct reader *reader, const char *path, struct str template, struct texts *out) {
    out->count = 0;
    for (size_t at = 0; at < template.length; at++) {
        if (template.at[at] != '{' && template.at[at] != '}') continue;
        struct str rest = {template.at + at, template.length - at}, name;
        ptrdiff_t end = str_find(rest, STR("}"));
        if (end <= 0 || !split((struct str){rest.at + 1, (size_t)end - 1}, &name)) return bad_template(reader, path, rest);
        at += (size_t)end;
        if (holds(out, name)) continue;
        if (out->count == RULE_MAX_VALUES) return bad_template(reader, path, rest);
        out->at[out->count] = arena_copy(reader->arena, name);
        if (out->at[out->count++].at == NULL) reader->problems->out_of_memory = true;
        if (reader->problems->out_of_memory) return false;
    }
    qsort(out->at, out->count, sizeof *out->at, compare_names);
    return true;
}

static void check_templates(struct reader *reader, const char *path, struct message *message) {
    struct str in_english[RULE_MAX_VALUES];
    struct texts english = {in_english, 0};
    message->placeholders.at = reader_array_of(reader, RULE_MAX_VALUES, sizeof(struct str));
    if (message->placeholders.at == NULL) return;
    char zh[READER_PATH], en[READER_PATH];
    reader_join(zh, path, "zh");
    reader_join(en, path, "en");
    if (!placeholders_of(reader, zh, message->text.zh, &message->placeholders)) return;
    if (!placeholders_of(reader, en, message->text.en, &english)) return;
    bool same = english.count == message->placeholders.count;
    for (size_t i = 0; same && i < english.count; i++) same = str_equal(english.at[i], message->placeholders.at[i]);
    if (!same)
        READER_ERROR(reader, path, "bad-template", "“%s”的中文和英文要填的名称不同",
                     "\"%s\" asks for different names in zh and en", path);
}

void rule_says_messages(struct reader *reader, const char *path) {
    struct rule *rule = reader->rule;
    struct texts keys;
    if (!reader_names(reader, path, &keys)) return;
    rule->says = reader_array_of(reader, keys.count, sizeof *rule->says);
    if (rule->says == NULL) return;
    size_t messages = 0;
    for (size_t i = 0; i < keys.count; i++) {
        char inner[READER_PATH];
        reader_join(inner, path, keys.at[i].at);
        struct message *message = &rule->says[rule->says_count++];
        message->key = keys.at[i];
        lua_getfield(reader->lua, -1, keys.at[i].at);
        if (reader_bilingual(reader, inner, &message->text)) check_templates(reader, inner, message);
        lua_pop(reader->lua, 1);
        messages += !str_equal(message->key, STR("cure"));
    }
    if (messages == 0)
        READER_ERROR(reader, path, "missing-message", "says 除 cure 外至少要有一条消息", "`says` needs a message besides cure");
}
