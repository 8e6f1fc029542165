/* audit_previous.c - audit_previous REPORT EARLIER: whether what a report (its JSON) calls the previous value of an indicator
 * is the value that the report of the month before gives, for every indicator and party of both. Says what differs; 1 when
 * anything does.
 */
#include <base/file.h>
#include <read/json.h>
#include <stdio.h>

static struct str text_of(const struct node *node, const char *key) {
    const struct node *child = node_child(node, key);
    return child ? child->text : (struct str){"", 0};
}

static bool is_same(const struct node *a, const struct node *b) {
    static const char *const KEYS[] = {"id", "department", "township"};
    for (size_t i = 0; i < sizeof KEYS / sizeof *KEYS; i++)
        if (!str_equal(text_of(a, KEYS[i]), text_of(b, KEYS[i]))) return false;
    return true;
}

/* The indicator of the earlier report; both are in one order, but a party may be in one of them alone. */
static const struct node *find(const struct node *earlier, const struct node *indicator) {
    for (const struct node *at = earlier; at; at = at->next)
        if (is_same(at, indicator)) return at;
    return NULL;
}

static const struct node *read_indicators(const char *path, struct arena *arena, struct problems *problems) {
    struct quanze_error error;
    struct str text;
    struct node *root = NULL;
    if (file_read(path, 1 << 26, arena, &text, &error) != QUANZE_OK ||
        !json_parse(text, &(struct json_origin){path, 1, 1, false}, arena, &root, problems))
        printf("%s cannot be read\n", path);
    const struct node *list = root ? node_child(root, "indicators") : NULL;
    return list ? list->first : NULL;
}

int main(int argc, char **argv) {
    struct arena arena = {0};
    struct problems problems = {.arena = &arena};
    size_t compared = 0, wrong = 0;
    if (argc != 3) {
        (void)fputs("usage: audit_previous REPORT EARLIER\n", stderr);
        return 64;
    }
    const struct node *now = read_indicators(argv[1], &arena, &problems),
                      *earlier = read_indicators(argv[2], &arena, &problems);
    for (const struct node *at = now; at; at = at->next) {
        const struct node *before = find(earlier, at);
        const struct str previous = text_of(at, "previous"), value = before ? text_of(before, "value") : previous;
        compared += before != NULL;
        if (str_equal(previous, value)) continue;
        wrong++;
        printf("%.*s of \"%.*s%.*s\": previous %.*s, but it was %.*s\n", (int)text_of(at, "id").length, text_of(at, "id").at,
               (int)text_of(at, "department").length, text_of(at, "department").at, (int)text_of(at, "township").length,
               text_of(at, "township").at, (int)previous.length, previous.at, (int)value.length, value.at);
    }
    if (compared == 0) puts("no indicator is in both reports");
    arena_free(&arena);
    return wrong > 0 || compared == 0;
}
