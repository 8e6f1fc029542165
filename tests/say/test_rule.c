/* Pages of the rule book and of rule tests. */
#include <check.h>
#include <say/fixture.h>
#include <say/golden.h>

static void check_page_of(const char *name, struct buf *out, quanze_format format) {
    assert_false(out->failed);
    if (format == QUANZE_FORMAT_TEXT)
        check_page(buf_str(out));
    else
        check_sorted_json(buf_str(out));
    check_golden(name, buf_str(out));
    buf_free(out);
}

static void book_pages(void **state) {
    (void)state;
    struct fixture fixture;
    struct buf zh = {0}, en = {0}, json = {0};
    fixture_fire(&fixture);
    say_rules(&zh, &fixture.book, DAY_NONE, QUANZE_ZH, QUANZE_FORMAT_TEXT);
    check_page_of("rules.zh.txt", &zh, QUANZE_FORMAT_TEXT);
    say_rules(&en, &fixture.book, DAY_NONE, QUANZE_EN, QUANZE_FORMAT_TEXT);
    check_page_of("rules.en.txt", &en, QUANZE_FORMAT_TEXT);
    say_rules(&json, &fixture.book, DAY_NONE, QUANZE_ZH, QUANZE_FORMAT_JSON);
    check_page_of("rules.json", &json, QUANZE_FORMAT_JSON);
}

/* TIME-001 of the fixture binds from 2024-08-06. */
static void only_what_is_in_force(void **state) {
    (void)state;
    struct fixture fixture;
    struct buf before = {0}, after = {0};
    fixture_fire(&fixture);
    say_rules(&before, &fixture.book, 19940, QUANZE_ZH, QUANZE_FORMAT_TEXT);
    say_rules(&after, &fixture.book, 19941, QUANZE_ZH, QUANZE_FORMAT_TEXT);
    assert_true(str_find(buf_str(&before), STR("TIME-001")) < 0);
    assert_true(str_find(buf_str(&after), STR("TIME-001")) > 0);
    buf_free(&before);
    buf_free(&after);
}

static void rule_pages(void **state) {
    (void)state;
    struct fixture fixture;
    struct rule rule;
    struct rule_parameter parameters[2];
    struct buf zh = {0}, en = {0}, json = {0};
    fixture_fire(&fixture);
    rule = *fixture_rule();
    memcpy(parameters, rule.parameters, sizeof parameters);
    parameters[0].value = 3;
    parameters[0].is_local = true;
    rule.parameters = parameters;
    say_rule(&zh, &rule, QUANZE_ZH, QUANZE_FORMAT_TEXT);
    assert_true(str_find(buf_str(&zh), STR("min_notice_workdays = 3 个工作日，本清单规定（缺省 2")) > 0);
    check_page_of("rule.zh.txt", &zh, QUANZE_FORMAT_TEXT);
    say_rule(&en, fixture_rule(), QUANZE_EN, QUANZE_FORMAT_TEXT);
    check_page_of("rule.en.txt", &en, QUANZE_FORMAT_TEXT);
    say_rule(&json, &rule, QUANZE_ZH, QUANZE_FORMAT_JSON);
    check_page_of("rule.json", &json, QUANZE_FORMAT_JSON);
}

/* A rule of a user is text, whatever it holds. */
static void rule_as_html(void **state) {
    (void)state;
    struct fixture fixture;
    struct rule rule;
    struct buf zh = {0}, en = {0};
    fixture_fire(&fixture);
    rule = *fixture_rule();
    say_rule(&zh, &rule, QUANZE_ZH, QUANZE_FORMAT_HTML_PART);
    assert_false(zh.failed);
    check_golden("rule.zh.html", buf_str(&zh));
    rule.title.en = STR("<script>alert(1)</script>");
    say_rule(&en, &rule, QUANZE_EN, QUANZE_FORMAT_HTML);
    assert_false(en.failed);
    assert_true(str_find(buf_str(&en), STR("<script>")) < 0);
    assert_true(str_find(buf_str(&en), STR("<title>&lt;script&gt;alert(1)")) > 0);
    buf_free(&zh);
    buf_free(&en);
}

static void book_as_html(void **state) {
    (void)state;
    struct fixture fixture;
    struct buf page = {0}, early = {0};
    fixture_fire(&fixture);
    say_book_html(&page, &fixture.book, DAY_NONE,
                  &(struct quanze_page_request){.language = QUANZE_ZH, .format = QUANZE_FORMAT_HTML_PART});
    assert_false(page.failed);
    check_golden("book.zh.html", buf_str(&page));
    say_book_html(&early, &fixture.book, 19940,
                  &(struct quanze_page_request){.language = QUANZE_ZH, .format = QUANZE_FORMAT_HTML_PART});
    assert_true(str_find(buf_str(&early), STR("id=\"TIME-001\"")) < 0);
    buf_free(&page);
    buf_free(&early);
}

static void test_results(void **state) {
    (void)state;
    struct rule_test_failure failed[] = {{STR("TIME-001"), STR("当日要"), STR("fail"), {STR("pass"), STR("pass")}, 30}};
    const struct rule_test_result well = {.rules = 80, .examples = 312}, ill = {80, 312, failed, 1};
    struct buf zh = {0}, en = {0}, json = {0};
    say_rule_test(&zh, &ill, QUANZE_ZH, QUANZE_FORMAT_TEXT);
    assert_str(buf_str(&zh), " TIME-001 第 30 行　示例“当日要”应为 fail，实际 pass\n 规则 80 条，示例 312 个，其中 1 个不符\n");
    say_rule_test(&en, &well, QUANZE_EN, QUANZE_FORMAT_TEXT);
    assert_str(buf_str(&en), " 80 rules, 312 examples, all as expected\n");
    say_rule_test(&json, &ill, QUANZE_ZH, QUANZE_FORMAT_JSONL);
    assert_str(buf_str(&json),
               "{\"examples\":312,\"failed\":[{\"example\":\"当日要\",\"expected\":\"fail\",\"got\":\"pass\",\"line\":30,"
               "\"rule\":\"TIME-001\"}],\"format\":\"quanze/rule-test/1\",\"rules\":80}\n");
    buf_free(&zh);
    buf_free(&en);
    buf_free(&json);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(book_pages),   cmocka_unit_test(only_what_is_in_force),
                                       cmocka_unit_test(rule_pages),   cmocka_unit_test(rule_as_html),
                                       cmocka_unit_test(book_as_html), cmocka_unit_test(test_results)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
