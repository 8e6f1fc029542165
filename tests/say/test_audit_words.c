/* test_audit_words.c - figures and remarks of an audit as people read them. */
#include <check.h>

#include <say/audit/audit_words.h>

static void is(struct buf *out, const char *expected) {
    assert_false(out->failed);
    assert_str(buf_str(out), expected);
    buf_free(out);
}

static void digits(void **state) {
    (void)state;
    static const struct {
        int64_t number;
        unsigned digits;
        const char *text;
    } CASES[] = {
        {0, 0, "0"},          {999, 0, "999"}, {1000, 0, "1,000"}, {1234567, 0, "1,234,567"}, {-1234567, 2, "-12,345.67"},
        {100000, 2, "1,000"}, {5, 1, "0.5"}};
    for (size_t i = 0; i < COUNT(CASES); i++) {
        struct buf out = {0};
        audit_put_digits(&out, CASES[i].number, CASES[i].digits);
        is(&out, CASES[i].text);
    }
}

static void number(struct audit_number number, const char *unit, quanze_language language, const char *expected) {
    struct buf out = {0};
    audit_put_number(&out, number, str_of(unit), language);
    is(&out, expected);
}

/* What is not known is never a zero. */
static void numbers(void **state) {
    (void)state;
    number((struct audit_number){true, 1234550, 2}, "CNY", QUANZE_ZH, "12,345.5 元");
    number((struct audit_number){true, 125000, 6}, "", QUANZE_EN, "12.5 %");
    number((struct audit_number){true, 0, 0}, "task", QUANZE_EN, "0 tasks");
    number((struct audit_number){false, 0, 0}, "task", QUANZE_ZH, "不详");
}

static void periods(void **state) {
    (void)state;
    struct audit_period period = {.is_month = true};
    struct buf out = {0};
    assert_true(day_parse(STR("2026-10-01"), &period.from));
    assert_true(day_parse(STR("2026-12-31"), &period.to));
    audit_put_period(&out, &period, QUANZE_ZH);
    is(&out, "2026 年 10 月");
    period.is_month = false;
    out = (struct buf){0};
    audit_put_period(&out, &period, QUANZE_EN);
    is(&out, "2026-10 to 2026-12");
}

/* Every kind of remark has its words, and all that it knows stands in them. */
static void remarks(void **state) {
    (void)state;
    for (int kind = REMARK_RUNNING; kind <= REMARK_NO_LAST_YEAR; kind++)
        for (int language = QUANZE_ZH; language <= QUANZE_EN; language++) {
            const struct audit_remark remark = {(enum audit_remark_kind)kind, 7, 20000, STR("XX"), {NULL, 0}};
            struct buf out = {0};
            audit_put_remark(&out, &remark, (quanze_language)language);
            assert_true(out.length > 0);
            assert_int_equal(str_find(buf_str(&out), STR("{")), -1);
            buf_free(&out);
        }
}

/* A figure that only some tasks tell is never shown as the whole. */
static void an_incomplete_figure_says_so(void **state) {
    (void)state;
    struct audit_indicator indicator = {
        .id = AUDIT_FUNDS_GAP, .value = {true, 100000, 2}, .confidence = AUDIT_ESTIMATED, .unknown = 3};
    struct buf out = {0};
    audit_put_value(&out, &indicator, QUANZE_ZH);
    is(&out, "≥ 1,000 元");
    indicator.value.number = 0;
    out = (struct buf){0};
    audit_put_value(&out, &indicator, QUANZE_ZH);
    is(&out, "不详"); /* nothing is known to be short, which is not that nothing is */
    out = (struct buf){0};
    audit_put_confidence(&out, &indicator, QUANZE_EN);
    is(&out, "estimated: 3 tasks do not tell");
    indicator = (struct audit_indicator){
        .id = AUDIT_GAP_SHARE, .value = {true, 100000, 6}, .confidence = AUDIT_ESTIMATED, .unknown = 3};
    out = (struct buf){0};
    audit_put_value(&out, &indicator, QUANZE_ZH);
    is(&out, "≥ 10 %"); /* those that do not tell can only add to it */
    indicator.id = AUDIT_SATISFACTION_WEIGHT;
    out = (struct buf){0};
    audit_put_value(&out, &indicator, QUANZE_ZH);
    is(&out, "≤ 10 %"); /* it is the lowest of what is told */
}

/* A light that what is not told could change is called open; without limits there is none. */
static void an_open_light_is_called_so(void **state) {
    (void)state;
    const struct rule rule = {.id = STR_INIT("SCORE-004")};
    struct audit_indicator indicator = {.id = AUDIT_SITES, .light = LIGHT_NONE, .confidence = AUDIT_ESTIMATED, .unknown = 3};
    assert_true(str_equal(audit_indicator_light(&indicator, QUANZE_ZH), STR("未评")));
    indicator.threshold.rule = &rule;
    assert_true(str_equal(audit_indicator_light(&indicator, QUANZE_ZH), STR("未定")));
    assert_true(str_equal(audit_indicator_light(&indicator, QUANZE_EN), STR("open")));
    indicator.light = LIGHT_YELLOW;
    assert_true(str_equal(audit_indicator_light(&indicator, QUANZE_EN), STR("yellow")));
}

static void thresholds_name_their_source(void **state) {
    (void)state;
    const struct rule rule = {.id = STR_INIT("SCORE-004")};
    const struct rule_parameter green = {.source = STR_INIT("某县办法")}, yellow = {.source = STR_INIT("")};
    struct audit_indicator indicator = {.id = AUDIT_GAP_SHARE,
                                        .threshold = {&rule, &green, &yellow, 0.05, 0.15, false, {0}, -1}};
    struct buf out = {0};
    audit_put_threshold(&out, &indicator, QUANZE_ZH);
    is(&out, "绿 不超过 5 %，黄 不超过 15 %（SCORE-004，某县办法）");
    indicator.id = AUDIT_DOCUMENTS;
    indicator.threshold.green_value = 1;
    indicator.threshold.yellow_value = 1.1;
    out = (struct buf){0};
    audit_put_threshold(&out, &indicator, QUANZE_EN);
    is(&out, "green up to 100 %, yellow up to 110 % (against last year) (SCORE-004, 某县办法)");
    indicator.threshold.rule = NULL;
    out = (struct buf){0};
    audit_put_threshold(&out, &indicator, QUANZE_ZH);
    is(&out, "");
}

/* A report of a part never looks like one of the whole. */
static void titles_say_the_scope(void **state) {
    (void)state;
    const struct list list = {.county = STR_INIT("示例县")};
    struct audit_report report = {.list = &list, .period = {.is_month = true}};
    struct buf out = {0};
    assert_true(day_parse(STR("2026-10-01"), &report.period.from));
    audit_put_title(&out, &report, QUANZE_ZH);
    is(&out, "示例县 2026 年 10 月下派任务审计报告");
    report.only_township = STR("木塘垸镇");
    report.only_department = STR("县民政局");
    out = (struct buf){0};
    audit_put_title(&out, &report, QUANZE_ZH);
    is(&out, "示例县 2026 年 10 月下派任务审计报告（只看县民政局下派的任务，只看下到木塘垸镇的任务）");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(digits),
        cmocka_unit_test(numbers),
        cmocka_unit_test(periods),
        cmocka_unit_test(remarks),
        cmocka_unit_test(titles_say_the_scope),
        cmocka_unit_test(an_incomplete_figure_says_so),
        cmocka_unit_test(an_open_light_is_called_so),
        cmocka_unit_test(thresholds_name_their_source),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
