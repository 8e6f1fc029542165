/* audit_agrees.c - audit_agrees REPORT [EARLIER]: whether the parts of a report (its JSON) agree: the tasks that name a
 * condition are as many as the county's count of it; and what it calls the previous value of an indicator is the value that the
 * report of the month before gives, for every indicator and party of both. Says what differs; 1 when anything does.
 */
#include "json_file.h"

#include <stdio.h>
#include <stdlib.h>

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

static const struct node *list_of(const struct node *report, const char *name) {
    const struct node *list = node_child(report, name);
    return list ? list->first : NULL;
}

static int compare_previous(const struct node *report, const struct node *earlier) {
    size_t compared = 0;
    int wrong = 0;
    for (const struct node *at = list_of(report, "indicators"); at; at = at->next) {
        const struct node *before = find(list_of(earlier, "indicators"), at);
        const struct str previous = text_of(at, "previous"), value = before ? text_of(before, "value") : previous;
        compared += before != NULL;
        if (str_equal(previous, value)) continue;
        wrong++;
        printf("%.*s of \"%.*s%.*s\": previous %.*s, but it was %.*s\n", (int)text_of(at, "id").length, text_of(at, "id").at,
               (int)text_of(at, "department").length, text_of(at, "department").at, (int)text_of(at, "township").length,
               text_of(at, "township").at, (int)previous.length, previous.at, (int)value.length, value.at);
    }
    if (compared == 0) puts("no indicator is in both reports");
    return wrong > 0 || compared == 0;
}

static bool names(const struct node *list, struct str name) {
    for (const struct node *at = list ? list->first : NULL; at; at = at->next)
        if (str_equal(at->text, name)) return true;
    return false;
}

/* "lacking" or "untold": as many tasks as the county counts, for every condition. */
static int compare_conditions(const struct node *report, const char *key) {
    const struct node *county = node_child(report, "county"), *counts = county ? node_child(county, key) : NULL;
    int wrong = counts == NULL || counts->count == 0;
    for (const struct node *condition = counts ? counts->first : NULL; condition; condition = condition->next) {
        long tasks = 0;
        for (const struct node *task = list_of(report, "tasks"); task; task = task->next)
            tasks += names(node_child(task, key), condition->key);
        if (tasks == strtol(condition->text.at, NULL, 10)) continue;
        wrong++;
        printf("%s %.*s: %ld tasks, the county says %.*s\n", key, (int)condition->key.length, condition->key.at, tasks,
               (int)condition->text.length, condition->text.at);
    }
    return wrong > 0;
}

int main(int argc, char **argv) {
    struct arena arena = {0};
    struct problems problems = {.arena = &arena};
    if (argc != 2 && argc != 3) {
        (void)fputs("usage: audit_agrees REPORT [EARLIER]\n", stderr);
        return 64;
    }
    const struct node *report = json_file_read(argv[1], &arena, &problems),
                      *earlier = argc == 3 ? json_file_read(argv[2], &arena, &problems) : NULL;
    if (!report || (argc == 3 && !earlier)) return 65;
    int wrong = compare_conditions(report, "lacking") | compare_conditions(report, "untold");
    if (earlier) wrong |= compare_previous(report, earlier);
    arena_free(&arena);
    return wrong;
}
