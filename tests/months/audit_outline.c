/* audit_outline.c - audit_outline REPORT: the JSON of an audit without its bulk: an object of a list a line, figures of parties
 * and lists of tasks left out, so that a golden copy can be read and compared. What it rests on (`versions`) is left out, too.
 */
#include "json_file.h"

#include <base/buf.h>
#include <stdio.h>
#include <stdlib.h>

static bool is_one_of(struct str key, const char *const *keys) {
    for (; *keys; keys++)
        if (str_equal(key, str_of(*keys))) return true;
    return false;
}

static void put_quoted(struct buf *out, struct str text) {
    buf_put_char(out, '"');
    for (size_t i = 0; i < text.length; i++) {
        if (text.at[i] == '"' || text.at[i] == '\\') buf_put_char(out, '\\');
        buf_put_char(out, text.at[i]);
    }
    buf_put_char(out, '"');
}

/* A list of tasks is told by its length. */
static void put_node(struct buf *out, const struct node *node) {
    static const char *const COUNTED[] = {"tasks", NULL};
    if (node->kind == NODE_NULL) {
        buf_put_text(out, "null");
        return;
    }
    if (node->kind == NODE_SCALAR) {
        if (node->quoted)
            put_quoted(out, node->text);
        else
            buf_put(out, node->text);
        return;
    }
    buf_put_char(out, node->kind == NODE_MAPPING ? '{' : '[');
    for (const struct node *child = node->first; child; child = child->next) {
        if (child != node->first) buf_put_char(out, ',');
        if (node->kind == NODE_MAPPING) {
            put_quoted(out, child->key);
            buf_put_char(out, ':');
        }
        if (node->kind == NODE_MAPPING && child->kind == NODE_SEQUENCE && is_one_of(child->key, COUNTED) && child->count > 20)
            buf_printf(out, "%zu", child->count);
        else
            put_node(out, child);
    }
    buf_put_char(out, node->kind == NODE_MAPPING ? '}' : ']');
}

static bool is_null(const struct node *mapping, const char *key) {
    const struct node *child = node_child(mapping, key);
    return !child || child->kind == NODE_NULL;
}

/* Of indicators, those of the county: the others follow from the same sums. */
static bool is_told(const struct node *list, const struct node *entry) {
    if (!str_equal(list->key, STR("indicators"))) return true;
    return is_null(entry, "department") && is_null(entry, "township");
}

static void put_list(struct buf *out, const struct node *list) {
    const char *comma = "";
    buf_put_char(out, '[');
    for (const struct node *entry = list->first; entry; entry = entry->next) {
        if (!is_told(list, entry)) continue;
        buf_printf(out, "%s\n    ", comma);
        put_node(out, entry);
        comma = ",";
    }
    buf_put_text(out, "]");
}

int main(int argc, char **argv) {
    static const char *const BULK[] = {"cells", "departments", "tasks", "townships", "versions", NULL};
    struct arena arena = {0};
    struct problems problems = {.arena = &arena};
    struct buf out = {0};
    const char *comma = "";
    const struct node *report = argc == 2 ? json_file_read(argv[1], &arena, &problems) : NULL;
    if (!report) return 65;
    buf_put_char(&out, '{');
    for (const struct node *part = report->first; part; part = part->next) {
        if (is_one_of(part->key, BULK)) continue;
        buf_printf(&out, "%s\n  ", comma);
        put_quoted(&out, part->key);
        buf_put_text(&out, ": ");
        if (part->kind == NODE_SEQUENCE)
            put_list(&out, part);
        else
            put_node(&out, part);
        comma = ",";
    }
    buf_put_text(&out, "\n}\n");
    const bool done = !out.failed && fwrite(out.at, 1, out.length, stdout) == out.length && fflush(stdout) == 0;
    buf_free(&out);
    arena_free(&arena);
    return done ? 0 : 74;
}
