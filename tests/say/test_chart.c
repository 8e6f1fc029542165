/* test_chart.c - pictures: well formed, whole in words too, and nothing drawn that is not known. */
#include <check.h>

#include <read/markup.h>
#include <say/chart.h>
#include <say/fixture.h>
#include <say/golden.h>
#include <string.h>

static void is_whole(struct str svg) {
    struct quanze_error error;
    const struct markup_handler nothing = {0};
    if (markup_walk_xml(svg, "chart", &nothing, &error) != QUANZE_OK) fail_msg("not XML: %s", error.en);
    assert_int_equal(str_find(svg, STR("http")), -1);
    assert_int_equal(str_find(svg, STR(" id=")), -1);
}

static size_t count_of(struct str text, struct str part) {
    size_t count = 0;
    for (ptrdiff_t at; (at = str_find(text, part)) >= 0; count++)
        text = (struct str){text.at + at + part.length, text.length - (size_t)at - part.length};
    return count;
}

static void golden(const char *name, void (*make)(struct fixture *), quanze_language language) {
    struct fixture fixture;
    struct buf out = {0};
    make(&fixture);
    chart_balance(&out, fixture.decision.balance, &fixture.task, language);
    assert_false(out.failed);
    is_whole(buf_str(&out));
    check_golden(name, buf_str(&out));
    buf_free(&out);
}

static void fire(void **state) {
    (void)state;
    golden("fire.zh.svg", fixture_fire, QUANZE_ZH);
    golden("fire.en.svg", fixture_fire, QUANZE_EN);
}

static void flood(void **state) {
    (void)state;
    golden("flood.zh.svg", fixture_flood, QUANZE_ZH);
}

static void bar_of(struct chart_bar bar, struct buf *out) {
    bar.label = STR("经费");
    bar.amount = STR("a < b & \"c\"");
    chart_bars(out, STR("责任与条件"), &bar, 1);
    is_whole(buf_str(out));
}

/* What nobody said is dashed and never hatched: it may be there. */
static void unknown_is_not_a_gap(void **state) {
    (void)state;
    struct buf out = {0};
    bar_of((struct chart_bar){.state = CHART_BAR_UNKNOWN, .needed = 5, .given = 0, .remark = STR("请县消防救援大队补充")},
           &out);
    assert_int_equal(count_of(buf_str(&out), STR("stroke-dasharray")), 1);
    assert_int_equal(count_of(buf_str(&out), STR("\"gap\"")), 0);
    assert_int_equal(count_of(buf_str(&out), STR("请县消防救援大队补充")), 2); /* in the picture and in its description */
    buf_free(&out);
}

static void little_is_not_nothing(void **state) {
    (void)state;
    struct buf all = {0}, most = {0}, none = {0}, crumb = {0};
    bar_of((struct chart_bar){.needed = 1000000, .given = 1000000}, &all);
    bar_of((struct chart_bar){.needed = 1000000, .given = 999999}, &most);
    bar_of((struct chart_bar){.needed = 1000000, .given = 0}, &none);
    bar_of((struct chart_bar){.needed = 1000000, .given = 1}, &crumb);
    assert_int_equal(count_of(buf_str(&all), STR("\"gap\"")), 0);
    assert_true(count_of(buf_str(&most), STR("\"gap\"")) > 0);
    assert_int_equal(count_of(buf_str(&none), STR("\"came\"")), 0);
    assert_int_equal(count_of(buf_str(&crumb), STR("\"came\"")), 1);
    buf_free(&all);
    buf_free(&most);
    buf_free(&none);
    buf_free(&crumb);
}

static void a_figure_leads_to_its_proof(void **state) {
    (void)state;
    struct buf out = {0};
    bar_of((struct chart_bar){.needed = 2, .given = 1, .anchor = STR("task-1 号")}, &out);
    assert_int_equal(count_of(buf_str(&out), STR("<a href=\"#task-1_20_E5_8F_B7\">")), 1);
    assert_int_equal(count_of(buf_str(&out), STR("role=\"group\"")), 1);
    buf_free(&out);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fire),
        cmocka_unit_test(flood),
        cmocka_unit_test(unknown_is_not_a_gap),
        cmocka_unit_test(little_is_not_nothing),
        cmocka_unit_test(a_figure_leads_to_its_proof),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
