/* test_planted.c - what was planted in the demo months is what the audit of each month tells: screened, moved and audited
 * through the public door. */
#include <base/buf.h>
#include <base/file.h>
#include <check.h>
#include <quanze.h>
#include <read/json.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define MONTHS 3

struct bench {
    char path[64];
    struct arena arena;
    struct problems problems;
    struct quanze *engine;
    struct quanze_ledger *ledger;
    const struct node *planted, *moves, *reports[MONTHS];
};

static const char *const NAMES[MONTHS] = {"2026-08", "2026-09", "2026-10"};

static bool drop(void *payload, const void *bytes, size_t length) {
    (void)payload, (void)bytes, (void)length;
    return true;
}

static bool keep(void *payload, const void *bytes, size_t length) {
    buf_put(payload, (struct str){bytes, length});
    return true;
}

static const struct node *parse(struct bench *bench, struct str text, const char *name) {
    struct node *root = NULL;
    const struct json_origin origin = {name, 1, 1, false};
    if (!json_parse(text, &origin, &bench->arena, &root, &bench->problems)) fail_msg("%s cannot be read", name);
    return root;
}

static struct str text_of(const struct node *node, const char *key) {
    const struct node *child = node_child(node, key);
    return child && child->kind == NODE_SCALAR ? child->text : STR("");
}

/* A text of the node, NUL-ended. */
static const char *chars(struct bench *bench, const struct node *node, const char *key) {
    const struct str text = text_of(node, key);
    return text.length > 0 ? arena_copy(&bench->arena, text).at : NULL;
}

static void screen(struct bench *bench) {
    static const char *const PATHS[] = {"lists/demo/months/2026-08.jsonl", "lists/demo/months/2026-09.jsonl",
                                        "lists/demo/months/2026-10.jsonl"};
    const struct quanze_screen_request request = {.paths = PATHS,
                                                  .path_count = MONTHS,
                                                  .today = "2026-10-31",
                                                  .format = QUANZE_FORMAT_JSONL,
                                                  .sink = {drop, NULL},
                                                  .record = bench->ledger,
                                                  .now = "2026-08-01T08:00"};
    struct quanze_screen_summary summary;
    struct quanze_error error;
    if (quanze_screen(bench->engine, &request, &summary, &error) != QUANZE_OK) fail_msg("%s", error.en);
    assert_true(summary.recorded > 6000);
}

static void move_all(struct bench *bench) {
    for (const struct node *move = bench->moves->first; move; move = move->next) {
        const struct quanze_move_request request = {.id = chars(bench, move, "task"),
                                                    .state = chars(bench, move, "state"),
                                                    .by = chars(bench, move, "by"),
                                                    .why = chars(bench, move, "why"),
                                                    .ground = chars(bench, move, "ground"),
                                                    .basis = chars(bench, move, "basis"),
                                                    .now = chars(bench, move, "at"),
                                                    .format = QUANZE_FORMAT_JSON,
                                                    .sink = {drop, NULL}};
        struct quanze_error error;
        if (quanze_task_move(bench->ledger, bench->engine, &request, &error) != QUANZE_OK)
            fail_msg("%s %s: %s", request.id, request.state, error.en);
    }
}

static void write_report(struct bench *bench, const char *month, bool one_thread, struct buf *page) {
    struct quanze_error error;
    bool compliant = true;
    const struct quanze_audit_request request = {
        .from = month, .today = "2026-11-22", .format = QUANZE_FORMAT_JSON, .one_thread = one_thread, .sink = {keep, page}};
    if (quanze_audit(bench->engine, bench->ledger, &request, &compliant, &error) != QUANZE_OK) fail_msg("%s", error.en);
    assert_false(compliant);
}

static const struct node *audit(struct bench *bench, const char *month) {
    struct buf page = {0};
    write_report(bench, month, false, &page);
    const struct str text = arena_copy(&bench->arena, buf_str(&page));
    buf_free(&page);
    return parse(bench, text, month);
}

static int open_bench(void **state) {
    static struct bench bench;
    struct quanze_error error;
    struct str text;
    const struct quanze_options options = {.lists = "lists/demo",
                                           .rules = "rules",
                                           .calendar = "lists/calendar",
                                           .thesaurus = "lists/thesaurus",
                                           .skip_examples = true};
    bench.problems.arena = &bench.arena;
    if (file_read("tests/months/planted.json", 1 << 20, &bench.arena, &text, &error) != QUANZE_OK) fail_msg("%s", error.en);
    const struct node *root = parse(&bench, text, "planted.json");
    bench.planted = node_child(root, "planted");
    bench.moves = node_child(root, "moves");
    assert_non_null(bench.planted);
    assert_non_null(bench.moves);
    (void)snprintf(bench.path, sizeof bench.path, "/tmp/quanze-planted-%ld.db", (long)getpid());
    (void)remove(bench.path);
    if (quanze_open(&options, &bench.engine, &error) != QUANZE_OK) fail_msg("%s", error.en);
    if (quanze_ledger_open(bench.path, QUANZE_LEDGER_CREATE, &bench.ledger, &error) != QUANZE_OK) fail_msg("%s", error.en);
    screen(&bench);
    move_all(&bench);
    for (int i = 0; i < MONTHS; i++) bench.reports[i] = audit(&bench, NAMES[i]);
    *state = &bench;
    return 0;
}

static int close_bench(void **state) {
    struct bench *bench = *state;
    static const char *const ENDINGS[] = {"", "-wal", "-shm"};
    quanze_ledger_close(bench->ledger);
    quanze_close(bench->engine);
    arena_free(&bench->arena);
    for (size_t i = 0; i < COUNT(ENDINGS); i++) {
        char path[80];
        (void)snprintf(path, sizeof path, "%s%s", bench->path, ENDINGS[i]);
        (void)remove(path);
    }
    return 0;
}

/* --- where a task stands in a report --- */

static bool lists(const struct node *tasks, struct str id) {
    for (const struct node *at = tasks ? tasks->first : NULL; at; at = at->next)
        if (str_equal(at->kind == NODE_SCALAR ? at->text : text_of(at, "task"), id)) return true;
    return false;
}

/* An entry of the list `part` of that kind ("" any) whose `within` has the task. */
static bool stands(const struct node *report, const char *part, const char *kind, const char *within, struct str id) {
    for (const struct node *entry = node_child(report, part)->first; entry; entry = entry->next)
        if ((kind[0] == '\0' || str_equal(text_of(entry, "kind"), str_of(kind))) && lists(node_child(entry, within), id))
            return true;
    return false;
}

static bool is_behind(const struct node *report, const char *indicator, struct str id) {
    for (const struct node *entry = node_child(report, "indicators")->first; entry; entry = entry->next) {
        const struct node *department = node_child(entry, "department"), *township = node_child(entry, "township");
        if (department->kind != NODE_NULL || township->kind != NODE_NULL) continue;
        if (str_equal(text_of(entry, "id"), str_of(indicator)) && lists(node_child(entry, "tasks"), id)) return true;
    }
    return false;
}

/* Where what was planted must be seen. */
static const struct {
    const char *kind, *part, *as, *within;
} SEEN[] = {
    {"duplicate", "duplicates", "", "tasks"},
    {"same_item", "duplicates", "", "tasks"},
    {"same_fields", "duplicates", "same_fields", "tasks"},
    {"versions_same_day", "repeats", "versions_same_day", "tasks"},
    {"form_again", "repeats", "form", "tasks"},
    {"renewed", "alerts", "renewed", "chain"},
    {"resent_reworded", "alerts", "resent_reworded", "chain"},
    {"resent_split", "alerts", "resent_split", "chain"},
    {"resent_by_other", "alerts", "resent_by_other", "chain"},
    {"recalled", "alerts", "recalled", "chain"},
    {"guidance_inspects", "alerts", "guidance_inspects", "chain"},
    {"informal", "alerts", "informal", "chain"},
    {"retaliation", NULL, "retaliation", NULL},
    {"refusal_upheld", NULL, "refusals_upheld", NULL},
    {"unplanned", NULL, "inspections_unplanned_share", NULL},
    {"rankings", NULL, "rankings", NULL},
    {"apps", NULL, "apps", NULL},
    {"forms_without_approval", NULL, "forms_without_approval", NULL},
    {"secondment", NULL, "secondments", NULL},
    {"after_hours", NULL, "after_hours", NULL},
    {"short_notice", NULL, "short_notice_share", NULL},
};

static bool is_of_month(struct str id, const char *month) {
    return strncmp(id.at, month, 4) == 0 && strncmp(id.at + 4, month + 5, 2) == 0;
}

static void what_was_planted_is_told(void **state) {
    const struct bench *bench = *state;
    size_t missed = 0, checked = 0;
    for (const struct node *entry = bench->planted->first; entry; entry = entry->next)
        for (size_t k = 0; k < COUNT(SEEN); k++) {
            if (!str_equal(text_of(entry, "kind"), str_of(SEEN[k].kind))) continue;
            for (int month = 0; month < MONTHS; month++) {
                if (!str_equal(text_of(entry, "month"), str_of(NAMES[month]))) continue;
                for (const struct node *task = node_child(entry, "tasks")->first; task; task = task->next) {
                    const bool chained = SEEN[k].part && strcmp(SEEN[k].part, "alerts") == 0;
                    if (!chained && !is_of_month(task->text, NAMES[month])) continue;
                    const bool seen = SEEN[k].part
                                          ? stands(bench->reports[month], SEEN[k].part, SEEN[k].as, SEEN[k].within, task->text)
                                          : is_behind(bench->reports[month], SEEN[k].as, task->text);
                    checked++;
                    if (!seen)
                        print_error("%s: %s lacks %.*s\n", NAMES[month], SEEN[k].kind, (int)task->text.length, task->text.at);
                    missed += !seen;
                }
            }
        }
    assert_true(checked > 80);
    assert_int_equal(missed, 0);
}

/* What was planted as good is in no alert. */
static void what_is_good_raises_no_alert(void **state) {
    const struct bench *bench = *state;
    for (const struct node *entry = bench->planted->first; entry; entry = entry->next) {
        if (!str_starts_with(text_of(entry, "kind"), STR("good_"))) continue;
        for (int month = 0; month < MONTHS; month++)
            for (const struct node *task = node_child(entry, "tasks")->first; task; task = task->next) {
                static const char *const KINDS[] = {"renewed",  "resent_reworded",   "resent_split", "resent_by_other",
                                                    "recalled", "guidance_inspects", "roles_swapped"};
                for (size_t k = 0; k < COUNT(KINDS); k++)
                    if (stands(bench->reports[month], "alerts", KINDS[k], "chain", task->text))
                        fail_msg("%s: %s has %.*s", NAMES[month], KINDS[k], (int)task->text.length, task->text.at);
            }
    }
}

/* Read by one thread or by two, a report is the same to the last byte. */
static void threads_do_not_change_a_report(void **state) {
    for (int month = 0; month < MONTHS; month++) {
        struct buf one = {0}, two = {0};
        write_report(*state, NAMES[month], true, &one);
        write_report(*state, NAMES[month], false, &two);
        assert_true(one.length > 100000);
        assert_int_equal(one.length, two.length);
        assert_memory_equal(one.at, two.at, one.length);
        buf_free(&one);
        buf_free(&two);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(what_was_planted_is_told),
                                       cmocka_unit_test(what_is_good_raises_no_alert),
                                       cmocka_unit_test(threads_do_not_change_a_report)};
    return cmocka_run_group_tests(tests, open_bench, close_bench);
}
