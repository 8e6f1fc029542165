/* test_coverage.c - what the examples of a rule would miss, and what a book leaves unchecked. */
#include "door/world.h"

#include <sys/stat.h>

#define RULES SOURCE_DIR "/tests/door/coverage"

static quanze_status coverage_of(const char *rules, quanze_format format, struct buf *page, struct quanze_error *error) {
    struct quanze_options options = {.rules = rules};
    struct quanze_page_request request = {.language = QUANZE_EN, .format = format, .sink = keep_in(page)};
    return quanze_rules_coverage(&options, &request, error);
}

static bool has(const struct buf *page, const char *part) { return str_find(buf_str(page), str_of(part)) >= 0; }

static void test_seeds_and_statutes(void **state) {
    (void)state;
    struct buf page = {0};
    struct quanze_error error;
    assert_int_equal(coverage_of(RULES, QUANZE_FORMAT_JSONL, &page, &error), QUANZE_OK);
    assert_true(has(&page, "\"covered\":[\"S000-09\"]"));
    assert_true(has(&page, "{\"id\":\"S004-19\",\"why\":\"nothing to judge\"}"));
    assert_true(has(&page, "\"rules\":1,\"title\":\"测试\"}"));
    assert_true(has(&page, "{\"article\":\"第二条\",\"cited_by\":[],\"rules\":0,\"title\":\"测试\",\"why\":\"\"}"));
    buf_free(&page);
}

/* Of `days < 3 and role == "main"`: the sign, both neighbours of 3, and, ==, "main", the condition both ways, "few", the
 * filter. */
static void test_border_that_no_example_pins(void **state) {
    (void)state;
    struct buf page = {0};
    struct quanze_error error;
    assert_int_equal(coverage_of(RULES, QUANZE_FORMAT_JSONL, &page, &error), QUANZE_OK);
    assert_true(has(&page, "\"branches\":{\"covered\":2,\"total\":2}"));
    assert_true(has(&page, "{\"from\":\"<\",\"line\":12,\"mutation\":\"operator\",\"rule\":\"TIME-900\",\"to\":\"<=\"}"));
    assert_true(has(&page, "{\"from\":\"3\",\"line\":12,\"mutation\":\"constant\",\"rule\":\"TIME-900\",\"to\":\"2\"}"));
    assert_true(has(&page, "{\"from\":\"3\",\"line\":12,\"mutation\":\"constant\",\"rule\":\"TIME-900\",\"to\":\"4\"}"));
    assert_int_equal(count_of(buf_str(&page), "\"mutation\":"), 3);
    assert_true(has(&page, "\"killed\":7,\"made\":10"));
    buf_free(&page);
}

static void test_page(void **state) {
    (void)state;
    struct buf page = {0};
    struct quanze_error error;
    assert_int_equal(coverage_of(RULES, QUANZE_FORMAT_TEXT, &page, &error), QUANZE_OK);
    assert_true(has(&page, "statements of the sources: 2, checked by rules: 1 (50 %)"));
    assert_true(has(&page, "mistakes made on purpose: 10, noticed by examples: 7 (70 %)"));
    buf_free(&page);
}

static void test_bad_coverage_file(void **state) {
    (void)state;
    static const struct {
        const char *text, *code_en;
        unsigned line, column;
    } CASES[] = {{"format: quanze/list/1\n", "format should be quanze/coverage/1", 1, 9},
                 {"format: quanze/coverage/1\nseeds:\n  - {id: S1, by: chance}\n", "chance", 3, 5},
                 {"format: quanze/coverage/1\nseeds:\n  - {id: S1, by: rule, rule: [A]}\n", "rule", 3, 24}};
    char folder[64] = "/tmp/quanze-test-XXXXXX", path[128], rule[128];
    assert_non_null(mkdtemp(folder));
    (void)snprintf(path, sizeof path, "%s/coverage.yaml", folder);
    (void)snprintf(rule, sizeof rule, "%s/time", folder);
    assert_int_equal(mkdir(rule, 0700), 0);
    (void)snprintf(rule, sizeof rule, "%s/time/TIME-900.lua", folder);
    assert_int_equal(symlink(RULES "/time/TIME-900.lua", rule), 0);
    for (size_t i = 0; i < COUNT(CASES); i++) {
        struct buf page = {0};
        struct quanze_error error;
        FILE *file = fopen(path, "w");
        assert_non_null(file);
        assert_true(fputs(CASES[i].text, file) >= 0 && fclose(file) == 0);
        assert_int_equal(coverage_of(folder, QUANZE_FORMAT_TEXT, &page, &error), QUANZE_BAD_DATA);
        assert_true(str_find(str_of(error.en), str_of(CASES[i].code_en)) >= 0);
        assert_int_equal(error.line, CASES[i].line);
        assert_int_equal(error.column, CASES[i].column);
        assert_int_equal(page.length, 0);
        buf_free(&page);
    }
    (void)unlink(path);
    (void)unlink(rule);
    rule[strlen(rule) - strlen("/TIME-900.lua")] = '\0';
    (void)rmdir(rule);
    (void)rmdir(folder);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_seeds_and_statutes),
                                       cmocka_unit_test(test_border_that_no_example_pins), cmocka_unit_test(test_page),
                                       cmocka_unit_test(test_bad_coverage_file)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
