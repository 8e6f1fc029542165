/* test_chart.c - pictures: well formed, whole in words too, and nothing drawn that is not known. */
#include <check.h>

#include <read/markup.h>
#include <say/chart/chart.h>
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
    bar_of((struct chart_bar){.needed = 1000000, .given = 999999, .short_of = 1}, &most);
    bar_of((struct chart_bar){.needed = 1000000, .short_of = 1000000}, &none);
    bar_of((struct chart_bar){.needed = 1000000, .given = 1, .short_of = 999999}, &crumb);
    assert_int_equal(count_of(buf_str(&all), STR("\"gap\"")), 0);
    assert_true(count_of(buf_str(&most), STR("\"gap\"")) > 0);
    assert_int_equal(count_of(buf_str(&none), STR("\"came\"")), 0);
    assert_int_equal(count_of(buf_str(&crumb), STR("\"came\"")), 1);
    buf_free(&all);
    buf_free(&most);
    buf_free(&none);
    buf_free(&crumb);
}

/* Of three tasks one has its money, one is short, of one nobody knows. */
static void partly_known(void **state) {
    (void)state;
    struct buf out = {0};
    bar_of((struct chart_bar){.needed = 3, .given = 1, .short_of = 1}, &out);
    assert_int_equal(count_of(buf_str(&out), STR("\"came\"")), 1);
    assert_int_equal(count_of(buf_str(&out), STR("\"gap\"")), 2); /* outline and lines */
    assert_int_equal(count_of(buf_str(&out), STR("stroke-dasharray")), 1);
    buf_free(&out);
}

static void a_figure_leads_to_its_proof(void **state) {
    (void)state;
    struct buf out = {0};
    bar_of((struct chart_bar){.needed = 2, .given = 1, .short_of = 1, .anchor = STR("task-1 号")}, &out);
    assert_int_equal(count_of(buf_str(&out), STR("<a href=\"#task-1_20_E5_8F_B7\">")), 1);
    assert_int_equal(count_of(buf_str(&out), STR("role=\"group\"")), 1);
    buf_free(&out);
}

static const struct str DEPARTMENTS[] = {STR_INIT("县消防救援大队"), STR_INIT("县农业农村局"), STR_INIT("县市场监管局")};
static const struct str TOWNSHIPS[] = {STR_INIT("木塘垸镇"), STR_INIT("青石桥乡"), STR_INIT("白沙洲街道"), STR_INIT("柳林镇")};

static void heat(void **state) {
    (void)state;
    static const struct chart_cell CELLS[] = {{0, 0, 12, STR_INIT("a")}, {0, 3, 1, STR_INIT("b")}, {2, 1, 40, STR_INIT("c")}};
    const struct chart_heat heat = {STR("缺口"), DEPARTMENTS, TOWNSHIPS, 3, 4, CELLS, 3};
    struct buf out = {0};
    chart_heat(&out, &heat);
    is_whole(buf_str(&out));
    assert_int_equal(count_of(buf_str(&out), STR("<a href=")), 3);
    assert_int_equal(count_of(buf_str(&out), STR("\"shade\"")), 3); /* nothing there is nothing drawn */
    check_golden("heat.svg", buf_str(&out));
    buf_free(&out);
}

/* A phone is 360 pixels wide: no picture is wider, and no cell is lost. */
static void heat_on_a_phone(void **state) {
    (void)state;
    static const struct chart_cell CELLS[] = {{0, 0, 12, STR_INIT("a")}, {0, 13, 1, STR_INIT("b")}, {2, 11, 40, STR_INIT("c")}};
    struct str townships[14];
    for (size_t i = 0; i < 14; i++) townships[i] = TOWNSHIPS[i % 4];
    const struct chart_heat heat = {STR("缺口"), DEPARTMENTS, townships, 3, 14, CELLS, 3};
    struct buf out = {0};
    buf_put_text(&out, "<div>"); /* there are several */
    chart_heat_narrow(&out, &heat);
    buf_put_text(&out, "</div>");
    is_whole(buf_str(&out));
    assert_int_equal(count_of(buf_str(&out), STR("<svg ")), 2);
    assert_int_equal(count_of(buf_str(&out), STR(" width=\"324\" ")), 2);
    assert_int_equal(count_of(buf_str(&out), STR("<a href=")), 3);
    assert_int_equal(count_of(buf_str(&out), STR("县消防救援大队")), 2); /* in both pictures */
    assert_int_equal(count_of(buf_str(&out), STR("县农业农村局")), 0);   /* nothing there is nothing drawn */
    buf_free(&out);
}

static void ranks(void **state) {
    (void)state;
    static const struct chart_rank RANKS[] = {{STR_INIT("县农业农村局"), STR_INIT("120 件"), STR_INIT("a"), 120},
                                              {STR_INIT("县消防救援大队"), STR_INIT("1 件"), STR_INIT("b"), 1},
                                              {STR_INIT("县市场监管局"), STR_INIT("0 件"), STR_INIT(""), 0}};
    struct buf out = {0};
    chart_ranks(&out, STR("下发"), RANKS, 3);
    is_whole(buf_str(&out));
    assert_int_equal(count_of(buf_str(&out), STR("\"came\"")), 2);
    assert_int_equal(count_of(buf_str(&out), STR("<a href=")), 2);
    check_golden("ranks.svg", buf_str(&out));
    buf_free(&out);
}

static void changes(void **state) {
    (void)state;
    static const struct chart_change CHANGES[] = {
        {STR_INIT("县消防救援大队"), STR_INIT("文件 40 → 28"), STR_INIT("a"), -12},
        {STR_INIT("县消防救援大队"), STR_INIT("工作群通知 12 → 31"), STR_INIT("b"), 19},
        {STR_INIT("县农业农村局"), STR_INIT("会议 3 → 3"), STR_INIT("c"), 0}};
    struct buf out = {0};
    chart_changes(&out, STR("此消彼长"), CHANGES, 3);
    is_whole(buf_str(&out));
    assert_int_equal(count_of(buf_str(&out), STR("\"up\"")), 1);
    assert_int_equal(count_of(buf_str(&out), STR("\"down\"")), 1);
    assert_int_equal(count_of(buf_str(&out), STR("县消防救援大队")), 1);
    check_golden("changes.svg", buf_str(&out));
    buf_free(&out);
}

/* A month that nobody measured is a gap in the line, not a zero. */
static void trend(void **state) {
    (void)state;
    static const struct chart_point POINTS[] = {{STR_INIT("2026-07"), STR_INIT("30"), 30, true},
                                                {STR_INIT("2026-08"), STR_INIT("42"), 42, true},
                                                {STR_INIT("2026-09"), STR_INIT(""), 0, false},
                                                {STR_INIT("2026-10"), STR_INIT("39"), 39, true}};
    struct chart_trend trend = {STR("文件"), POINTS, 4, true, 33, STR("红线 33")};
    struct buf out = {0};
    chart_trend(&out, &trend);
    is_whole(buf_str(&out));
    assert_int_equal(count_of(buf_str(&out), STR("\"line\"")), 1);
    assert_int_equal(count_of(buf_str(&out), STR("<circle")), 3);
    assert_int_equal(count_of(buf_str(&out), STR("2026-10: 39")), 1);
    check_golden("trend.svg", buf_str(&out));
    buf_free(&out);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fire),
        cmocka_unit_test(flood),
        cmocka_unit_test(unknown_is_not_a_gap),
        cmocka_unit_test(little_is_not_nothing),
        cmocka_unit_test(partly_known),
        cmocka_unit_test(heat),
        cmocka_unit_test(heat_on_a_phone),
        cmocka_unit_test(ranks),
        cmocka_unit_test(changes),
        cmocka_unit_test(trend),
        cmocka_unit_test(a_figure_leads_to_its_proof),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
