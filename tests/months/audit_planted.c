/* audit_planted.c - audit_planted REPORT PLANTED MONTH: whether the audit of a month (its JSON) finds and names everything that
 * was planted in it, and whether its alerts name nothing else. Says what differs; 1 when anything does.
 */
#include "json_file.h"

#include <base/buf.h>
#include <stdio.h>
#include <string.h>

/* Where a plant shows: in which list of the report, by which word under which key. `exact`: entries of that word name planted
 * papers alone. */
static const struct expected {
    const char *plant, *list, *key, *word;
    bool exact;
} EXPECTED[] = {
    {"duplicate", "duplicates", "kind", "near_text|same_text|same_item", false},
    {"same_item", "duplicates", "kind", "same_item", false},
    {"same_fields", "duplicates", "kind", "same_fields", false},
    {"versions", "duplicates", "kind", "version", false},
    {"versions", "findings", "rule", "DUP-063", false},
    {"versions_same_day", "repeats", "kind", "versions_same_day", true},
    {"versions_same_day", "findings", "rule", "SCORE-004", true},
    {"data_asked_again", "repeats", "kind", "data", false},
    {"data_asked_again", "findings", "rule", "SCORE-020", false},
    {"form_again", "repeats", "kind", "form", false},
    {"recalled", "alerts", "kind", "recalled", true},
    {"recalled", "findings", "rule", "SCORE-014", false},
    {"renewed", "alerts", "kind", "renewed", true},
    {"renewed", "findings", "rule", "LIST-062", false},
    {"resent_reworded", "alerts", "kind", "resent_reworded", true},
    {"resent_split", "alerts", "kind", "resent_split", true},
    {"resent_by_other", "alerts", "kind", "resent_by_other", true},
    {"roles_swapped", "alerts", "kind", "roles_swapped", true},
    {"informal", "alerts", "kind", "informal", true},
    {"informal", "findings", "rule", "BASIS-061", true},
    {"guidance_inspects", "alerts", "kind", "guidance_inspects", true},
    {"guidance_inspects", "findings", "rule", "INSP-061", true},
    {"burden_shift", "alerts", "kind", "burden_shift", true},
    {"burden_shift", "findings", "rule", "SCORE-024", false},
    {"departments_same_day", "findings", "rule", "SCORE-009", false},
    {"department_visits", "findings", "rule", "SCORE-010", false},
    {"unplanned", "findings", "rule", "SCORE-008", false},
    {"assessments", "findings", "rule", "SCORE-011", true},
    {"assessments", "findings", "rule", "SCORE-012", true},
    {"rankings", "findings", "rule", "SCORE-013", false},
    {"meetings_same_day", "findings", "rule", "BURDEN-062", false},
    {"market_entities", "findings", "rule", "BURDEN-064", true},
    {"subscriptions", "findings", "rule", "SCORE-018", true},
    {"sites", "findings", "rule", "BURDEN-061", false},
    {"plaques", "findings", "rule", "BURDEN-065", false},
    {"apps", "findings", "rule", "SCORE-016", false},
    {"forms_without_approval", "findings", "rule", "SCORE-019", false},
    {"secondment", "findings", "rule", "SCORE-028", false},
    {"powers_handed_down", "tasks", "verdict", "reject", false},
    {"after_hours", "findings", "rule", "SCORE-007", true},
    {"short_notice", "findings", "rule", "SCORE-006", false},
    {"on_duty", "findings", "rule", "TIME-061", true},
    {"retaliation", "findings", "rule", "SCORE-021", true},
    {"refusal_upheld", "indicators", "id", "refusals_upheld", true},
};

struct check {
    const struct node *report, *planted;
    struct str month; /* "2026-10" */
    int wrong;
};

static struct str text_of(const struct node *node, const char *key) {
    const struct node *child = node_child(node, key);
    return child ? child->text : (struct str){"", 0};
}

/* "202610-0001" came in "2026-10". */
static bool is_of_month(struct str task, struct str month) {
    return task.length > 6 && memcmp(task.at, month.at, 4) == 0 && memcmp(task.at + 4, month.at + 5, 2) == 0;
}

/* Whether a list of ids, or of links of a chain, has the task. */
static bool names_task(const struct node *list, struct str task) {
    for (const struct node *entry = list ? list->first : NULL; entry; entry = entry->next)
        if (str_equal(entry->kind == NODE_MAPPING ? text_of(entry, "task") : entry->text, task)) return true;
    return false;
}

static const struct node *tasks_of(const struct node *entry) {
    const struct node *chain = node_child(entry, "chain");
    return chain ? chain : node_child(entry, "tasks");
}

static bool entry_names(const struct node *entry, struct str task) {
    return str_equal(text_of(entry, "id"), task) || names_task(tasks_of(entry), task);
}

/* Whether an entry is what is expected: the word of its key is one of those, of which `|` stands between. */
static bool is_expected(const struct node *entry, const struct expected *expected) {
    const struct str word = text_of(entry, expected->key);
    for (const char *at = expected->word; word.length > 0; at++) {
        const size_t length = strcspn(at, "|");
        if (str_equal(word, (struct str){at, length})) return true;
        at += length;
        if (*at == '\0') return false;
    }
    return false;
}

static bool is_named(const struct check *check, const struct expected *expected, struct str task) {
    const struct node *list = node_child(check->report, expected->list);
    for (const struct node *entry = list ? list->first : NULL; entry; entry = entry->next)
        if (is_expected(entry, expected) && entry_names(entry, task)) return true;
    return false;
}

/* Every paper of the plant that came in the month must be named. */
static void find_plant(struct check *check, const struct node *plant, const struct expected *expected) {
    for (const struct node *task = node_child(plant, "tasks")->first; task; task = task->next) {
        if (!is_of_month(task->text, check->month) || is_named(check, expected, task->text)) continue;
        printf("%.*s: \"%s\" of \"%s\" do not name %.*s, planted as %s\n", (int)check->month.length, check->month.at,
               expected->word, expected->list, (int)task->text.length, task->text.at, expected->plant);
        check->wrong++;
    }
}

static bool is_planted(const struct check *check, const char *kind, struct str task) {
    for (const struct node *plant = check->planted->first; plant; plant = plant->next)
        if (str_equal(text_of(plant, "kind"), str_of(kind)) && names_task(node_child(plant, "tasks"), task)) return true;
    return false;
}

/* Papers of an entry that were not planted as that, unless they came before the month. */
static void find_strays(struct check *check, const struct node *entry, const struct expected *expected) {
    const struct node *tasks = tasks_of(entry);
    for (const struct node *link = tasks ? tasks->first : NULL; link; link = link->next) {
        const struct str task = link->kind == NODE_MAPPING ? text_of(link, "task") : link->text;
        if (!is_of_month(task, check->month) || is_planted(check, expected->plant, task)) continue;
        printf("%.*s: \"%s\" of \"%s\" names %.*s, which was not planted as %s\n", (int)check->month.length, check->month.at,
               expected->word, expected->list, (int)task.length, task.at, expected->plant);
        check->wrong++;
    }
}

static void check_expected(struct check *check, const struct expected *expected) {
    for (const struct node *plant = check->planted->first; plant; plant = plant->next)
        if (str_equal(text_of(plant, "kind"), str_of(expected->plant)) && str_equal(text_of(plant, "month"), check->month))
            find_plant(check, plant, expected);
    const struct node *list = expected->exact ? node_child(check->report, expected->list) : NULL;
    for (const struct node *entry = list ? list->first : NULL; entry; entry = entry->next)
        if (is_expected(entry, expected)) find_strays(check, entry, expected);
}

/* What was done well is in no alert and no group of copies, and is admitted. */
static void check_good(struct check *check, const struct node *plant) {
    static const char *const LISTS[] = {"alerts", "duplicates", "cases"};
    for (const struct node *task = node_child(plant, "tasks")->first; task; task = task->next)
        for (size_t i = 0; i < sizeof LISTS / sizeof *LISTS; i++) {
            const struct node *list = node_child(check->report, LISTS[i]);
            for (const struct node *entry = list ? list->first : NULL; entry; entry = entry->next)
                if (names_task(tasks_of(entry), task->text)) {
                    printf("%s name %.*s, which was done well\n", LISTS[i], (int)task->text.length, task->text.at);
                    check->wrong++;
                }
        }
}

/* Every kind of plant must be looked for. */
static void check_kinds(struct check *check) {
    for (const struct node *plant = check->planted->first; plant; plant = plant->next) {
        const struct str kind = text_of(plant, "kind");
        bool known = str_starts_with(kind, STR("good_"));
        for (size_t i = 0; i < sizeof EXPECTED / sizeof *EXPECTED; i++)
            known = known || str_equal(kind, str_of(EXPECTED[i].plant));
        if (!known) printf("nobody looks for %.*s\n", (int)kind.length, kind.at);
        check->wrong += !known;
        if (str_starts_with(kind, STR("good_"))) check_good(check, plant);
    }
}

int main(int argc, char **argv) {
    struct arena arena = {0};
    struct problems problems = {.arena = &arena};
    if (argc != 4) {
        (void)fputs("usage: audit_planted REPORT PLANTED MONTH\n", stderr);
        return 64;
    }
    const struct node *report = json_file_read(argv[1], &arena, &problems),
                      *planted = json_file_read(argv[2], &arena, &problems);
    if (!report || !planted) return 65;
    struct check check = {.report = report, .planted = node_child(planted, "planted"), .month = str_of(argv[3])};
    for (size_t i = 0; i < sizeof EXPECTED / sizeof *EXPECTED; i++) check_expected(&check, &EXPECTED[i]);
    check_kinds(&check);
    arena_free(&arena);
    return check.wrong > 0;
}
