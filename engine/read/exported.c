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

static const struct node *find_child(const struct node *root, struct str key) {
    const struct node *child = root->first;
    while (child && !str_equal(child->key, key)) child = child->next;
    return child;
}

static const struct node *find_mapping(const struct node *root, struct str key) {
    const struct node *child = find_child(root, key);
    return child && child->kind == NODE_MAPPING ? child : NULL;
}

/* What stands beside the task may only be what was read with it: else something said would be passed over. */
static bool is_envelope(const struct node *root) {
    const struct node *format = find_child(root, STR("format"));
    if (!root->first->next) return true;
    return format && format->kind == NODE_SCALAR && str_equal(format->text, STR("quanze/reading/1"));
}

const struct node *exported_task(const struct node *root) {
    if (root->kind != NODE_MAPPING) return root;
    const struct node *facts = find_mapping(root, STR("facts")), *task = find_mapping(root, STR("task"));
    if (facts && find_child(root, STR("row"))) return facts;
    return task && is_envelope(root) ? task : root;
}
