/* test_pages.c - the pages of list, rules and facts, and what is said when the one asked for is not there. */
#include "door/world.h"

#include <base/file.h>
#include <sys/stat.h>

typedef quanze_status engine_page(const struct quanze *, const struct quanze_page_request *, struct quanze_error *);

static struct quanze_page_request ask(struct buf *page, const char *name, quanze_format format) {
    *page = (struct buf){0};
    return (struct quanze_page_request){.language = QUANZE_EN, .format = format, .name = name, .sink = keep_in(page)};
}

static void test_pages_show_what_is_asked_for(void **state) {
    (void)state;
    static const struct {
        engine_page *page;
        const char *name;
        quanze_format format;
        const char *expected;
    } rows[] = {
        {quanze_list_show, NULL, QUANZE_FORMAT_TEXT, "C-014"},
        {quanze_list_show, NULL, QUANZE_FORMAT_JSON, "\"R-003\""},
        {quanze_list_show, "R-003", QUANZE_FORMAT_TEXT, "县级部门直接实施"},
        {quanze_list_search, "消防安全检查", QUANZE_FORMAT_TEXT, "C-014"},
        {quanze_list_search, "消防安全检查", QUANZE_FORMAT_JSON, "\"how\": \"matched\""},
        {quanze_list_search, "消防安全检查", QUANZE_FORMAT_JSON, "\"item\": \"C-014\",\n      \"kind\": \"cooperative\""},
        {quanze_list_search, "今天天气", QUANZE_FORMAT_JSON, "\"how\": \"none\""},
        {quanze_rules_list, NULL, QUANZE_FORMAT_TEXT, "TIME-001"},
        {quanze_rules_list, NULL, QUANZE_FORMAT_JSON, "\"min_days\""},
        {quanze_rules_show, "TIME-001", QUANZE_FORMAT_TEXT, "min_days"},
    };
    struct quanze *engine = open_world();
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct buf page;
        struct quanze_error error;
        struct quanze_page_request request = ask(&page, rows[i].name, rows[i].format);
        assert_int_equal(rows[i].page(engine, &request, &error), QUANZE_OK);
        if (str_find(buf_str(&page), str_of(rows[i].expected)) < 0)
            fail_msg("row %zu lacks %s:\n%.*s", i, rows[i].expected, (int)page.length, page.at);
        buf_free(&page);
    }
    quanze_close(engine);
}

static void test_near_miss_is_named(void **state) {
    (void)state;
    static const struct {
        engine_page *page;
        const char *name, *near;
    } rows[] = {{quanze_list_show, "C-0l4", "C-014"}, {quanze_rules_show, "TIME-01", "TIME-001"}};
    struct quanze *engine = open_world();
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct buf page;
        struct quanze_error error;
        struct quanze_page_request request = ask(&page, rows[i].name, QUANZE_FORMAT_TEXT);
        assert_int_equal(rows[i].page(engine, &request, &error), QUANZE_NO_INPUT);
        assert_true(str_find(str_of(error.zh), str_of(rows[i].near)) >= 0);
        assert_true(str_find(str_of(error.en), str_of(rows[i].near)) >= 0);
        assert_int_equal(page.length, 0);
    }
    quanze_close(engine);
}

static void test_lint_runs_rules_of_the_list_stage(void **state) {
    (void)state;
    struct buf page;
    struct quanze_error error;
    struct quanze_options options = WORLD_OPTIONS;
    struct quanze_page_request request = ask(&page, NULL, QUANZE_FORMAT_JSON);
    assert_int_equal(quanze_list_lint(&options, &request, &error), QUANZE_OK); /* only warnings */
    assert_true(count_of(buf_str(&page), "\"LIST-001\"") >= 1);
    assert_true(str_find(buf_str(&page), STR("C-014")) >= 0);
    buf_free(&page);
}

static void test_lint_tells_all_errors_of_a_list(void **state) {
    (void)state;
    char path[64];
    struct buf page;
    struct quanze_error error;
    make_file(path, ".yaml",
              STR("format: quanze/list/1\nid: x\ntitle: 清单\ncounty: 县\nitems:\n  - {id: A, kind: basik, name: 甲}\n"
                  "  - {id: B, kind: basic, name: 乙, departmnt: fire}\n"));
    struct quanze_options options = {.lists = path};
    struct quanze_page_request request = ask(&page, NULL, QUANZE_FORMAT_TEXT);
    assert_int_equal(quanze_list_lint(&options, &request, &error), QUANZE_BAD_DATA);
    assert_true(str_find(buf_str(&page), STR("basic")) >= 0);
    assert_true(str_find(buf_str(&page), STR("department")) >= 0);
    buf_free(&page);
    unlink(path);
}

static void test_rules_keep_their_examples(void **state) {
    (void)state;
    struct buf page;
    struct quanze_error error;
    struct quanze_options options = WORLD_OPTIONS;
    struct quanze_page_request request = ask(&page, NULL, QUANZE_FORMAT_JSON);
    quanze_status status = quanze_rules_test(&options, &request, &error);
    if (status != QUANZE_OK) fail_msg("%s\n%.*s", error.en, (int)page.length, page.at);
    assert_true(str_find(buf_str(&page), STR("\"quanze/rule-test/1\"")) >= 0);
    buf_free(&page);
}

static bool is_spent(void *payload) {
    size_t *left = payload;
    return (*left)-- == 0;
}

/* What runs a rule's examples asks after each whether to go on, and leaves no half page behind. */
static void test_examples_end_with_the_patience(void **state) {
    (void)state;
    static quanze_status (*const RUNS[])(const struct quanze_options *, const struct quanze_page_request *,
                                         struct quanze_error *) = {quanze_rules_test, quanze_rules_lint, quanze_rules_coverage};
    for (size_t i = 0; i < COUNT(RUNS); i++) {
        for (size_t steps = 0; steps < 4; steps++) {
            struct buf page;
            struct quanze_error error;
            size_t left = steps;
            struct quanze_options options = WORLD_OPTIONS;
            struct quanze_page_request request = ask(&page, NULL, QUANZE_FORMAT_JSON);
            options.patience = (struct quanze_patience){is_spent, &left};
            assert_int_equal(RUNS[i](&options, &request, &error), QUANZE_USAGE);
            assert_int_equal(left, SIZE_MAX);
            assert_int_equal(page.length, 0);
            assert_non_null(strstr(error.en, "longer than is allowed"));
        }
    }
}

static void test_broken_example_is_found(void **state) {
    (void)state;
    static const char *const changes[][2] = {{"expect = \"pass\"", "expect = \"fail\""},
                                             {"expect = \"skip\"", "expect = \"pass\""},
                                             {"expect = \"unknown\"", "expect = \"pass\""}};
    struct arena arena = {0};
    struct str rule;
    struct quanze_error error;
    assert_int_equal(file_read(WORLD "/rules/trace/TRACE-001.lua", QUANZE_MAX_RULE_BYTES, &arena, &rule, &error), QUANZE_OK);
    for (size_t i = 0; i < COUNT(changes); i++) {
        char folder[64] = "/tmp/quanze-test-XXXXXX", path[128];
        assert_non_null(mkdtemp(folder));
        (void)snprintf(path, sizeof path, "%s/trace", folder);
        assert_int_equal(mkdir(path, 0700), 0);
        (void)snprintf(path, sizeof path, "%s/trace/TRACE-001.lua", folder);
        FILE *file = fopen(path, "wb");
        assert_non_null(file);
        ptrdiff_t at = str_find(rule, str_of(changes[i][0]));
        assert_true(at >= 0);
        struct str rest = {rule.at + at + strlen(changes[i][0]), rule.length - (size_t)at - strlen(changes[i][0])};
        fprintf(file, "%.*s%s%.*s", (int)at, rule.at, changes[i][1], (int)rest.length, rest.at);
        fclose(file);

        struct buf page;
        struct quanze_options options = {.rules = folder};
        struct quanze_page_request request = ask(&page, NULL, QUANZE_FORMAT_TEXT);
        assert_int_equal(quanze_rules_test(&options, &request, &error), QUANZE_BAD_DATA);
        assert_true(page.length > 0);
        buf_free(&page);
        unlink(path);
        *strrchr(path, '/') = '\0';
        rmdir(path);
        rmdir(folder);
    }
    arena_free(&arena);
}

static void test_rules_lint(void **state) {
    (void)state;
    char path[64];
    struct buf page;
    struct quanze_error error;
    struct quanze_options options = WORLD_OPTIONS;
    struct quanze_page_request request = ask(&page, NULL, QUANZE_FORMAT_TEXT);
    assert_int_equal(quanze_rules_lint(&options, &request, &error), QUANZE_OK);
    buf_free(&page);
    make_file(path, ".lua", STR("return { id = \"X\" }\n"));
    options.rules = path;
    request = ask(&page, NULL, QUANZE_FORMAT_TEXT);
    assert_int_equal(quanze_rules_lint(&options, &request, &error), QUANZE_BAD_DATA);
    assert_true(str_find(buf_str(&page), STR("check")) >= 0); /* one of the keys it lacks */
    buf_free(&page);
    unlink(path);
}

static void test_facts_and_schemas(void **state) {
    (void)state;
    struct buf page;
    struct quanze_error error;
    struct quanze_page_request request = ask(&page, NULL, QUANZE_FORMAT_TEXT);
    assert_int_equal(quanze_facts(&request, &error), QUANZE_OK);
    assert_true(str_find(buf_str(&page), STR("funds.provided")) >= 0);
    buf_free(&page);
    request = ask(&page, "完成时限", QUANZE_FORMAT_TEXT);
    assert_int_equal(quanze_facts(&request, &error), QUANZE_OK);
    assert_true(str_find(buf_str(&page), STR("due_at")) >= 0);
    buf_free(&page);
    request = ask(&page, "dua_at", QUANZE_FORMAT_TEXT);
    assert_int_equal(quanze_facts(&request, &error), QUANZE_NO_INPUT);
    assert_true(str_find(str_of(error.en), STR("due_at")) >= 0);
    request = ask(&page, "list", QUANZE_FORMAT_JSON);
    assert_int_equal(quanze_schema(&request, &error), QUANZE_OK);
    assert_true(str_find(buf_str(&page), STR("https://json-schema.org/draft/2020-12/schema")) >= 0);
    buf_free(&page);
    request = ask(&page, "nothing", QUANZE_FORMAT_JSON);
    assert_int_equal(quanze_schema(&request, &error), QUANZE_USAGE);
}

static void count_errors(void *payload, const struct quanze_problem *problem) { *(size_t *)payload += !problem->is_warning; }

static void test_open_reports_list_and_rules_in_one_run(void **state) {
    (void)state;
    char list[64], rule[64];
    size_t errors = 0;
    struct quanze *engine = NULL;
    struct quanze_error error;
    make_file(list, ".yaml",
              STR("format: quanze/list/1\nid: x\ntitle: 清单\ncounty: 县\nitems:\n  - {id: A, kind: basik, name: 甲}\n"));
    make_file(rule, ".lua", STR("return { id = \"X\" }\n"));
    struct quanze_options options = {.lists = list, .rules = rule, .reporter = {count_errors, &errors}};
    assert_int_equal(quanze_open(&options, &engine, &error), QUANZE_BAD_DATA);
    assert_null(engine);
    assert_true(errors >= 2);
    unlink(list);
    unlink(rule);
    options = (struct quanze_options){.lists = "/tmp/quanze-no-such-list.yaml"};
    assert_int_equal(quanze_open(&options, &engine, &error), QUANZE_NO_INPUT);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pages_show_what_is_asked_for),
        cmocka_unit_test(test_near_miss_is_named),
        cmocka_unit_test(test_lint_runs_rules_of_the_list_stage),
        cmocka_unit_test(test_lint_tells_all_errors_of_a_list),
        cmocka_unit_test(test_rules_keep_their_examples),
        cmocka_unit_test(test_examples_end_with_the_patience),
        cmocka_unit_test(test_broken_example_is_found),
        cmocka_unit_test(test_rules_lint),
        cmocka_unit_test(test_facts_and_schemas),
        cmocka_unit_test(test_open_reports_list_and_rules_in_one_run),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
