#include <read/exported.h>

static const struct str RECORD = STR_INIT("\"record\":\"");

/* Where the text behind `at` ends, which begins with a quote; behind its closing quote. */
static size_t behind_text(struct str line, size_t at) {
    for (at++; at < line.length && line.at[at] != '"'; at++)
        if (line.at[at] == '\\') at++;
    return at < line.length ? at + 1 : line.length;
}

/* Nearly every line of nearly every file: then it need not be looked at to its end. */
static bool begins_as_task(const struct task_keys *keys, struct str line) {
    size_t at = 0;
    while (at < line.length && strchr(" \t{", line.at[at]) && line.at[at] != '\0') at++;
    if (at == line.length || line.at[at] != '"') return false;
    const size_t end = behind_text(line, at);
    return end >= at + 2 && task_keys_find(keys, 0, (struct str){line.at + at + 1, end - at - 2});
}

bool exported_is_other(const struct task_keys *keys, struct str line) {
    unsigned depth = 0;
    if (begins_as_task(keys, line) || str_find(line, RECORD) < 0) return false;
    for (size_t at = 0; at < line.length;) {
        const char c = line.at[at];
        const struct str rest = {line.at + at, line.length - at};
        if (c == '"' && depth == 1 && str_starts_with(rest, RECORD))
            return !str_starts_with((struct str){rest.at + RECORD.length, rest.length - RECORD.length}, STR("task\""));
        if (c == '{' || c == '[') depth++;
        if (c == '}' || c == ']') depth--;
        at = c == '"' ? behind_text(line, at) : at + 1;
    }
    return false;
}

const struct node *exported_task(const struct node *root) {
    const struct node *facts = NULL;
    bool is_row = false;
    if (root->kind != NODE_MAPPING) return root;
    for (const struct node *child = root->first; child; child = child->next) {
        if (str_equal(child->key, STR("facts")) && child->kind == NODE_MAPPING) facts = child;
        is_row = is_row || str_equal(child->key, STR("row"));
    }
    return facts && is_row ? facts : root;
}
