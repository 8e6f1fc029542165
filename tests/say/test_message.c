/* Rules' messages: every form of a placeholder, and words of the officials for words of the vocabularies. */
#include <check.h>
#include <say/say_inside.h>

static struct str ONE[] = {{"plan", 4}, {"台账册", 9}, {"penalty:违规燃放", 20}, {"inspection_power", 16}};
static struct str ACTIONS[] = {{"inspect", 7}, {"penalise", 8}, {"demolish", 8}};

static const struct rule_value VALUES[] = {
    {.name = {"fen", 3}, .kind = RULE_VALUE_INTEGER, .integer = 24050},
    {.name = {"hours", 5}, .kind = RULE_VALUE_NUMBER, .number = 5.3333},
    {.name = {"whole", 5}, .kind = RULE_VALUE_NUMBER, .number = 16.0},
    {.name = {"minute", 6}, .kind = RULE_VALUE_INTEGER, .integer = INT64_C(19698) * 1440 + 570},
    {.name = {"midnight", 8}, .kind = RULE_VALUE_INTEGER, .integer = INT64_C(19698) * 1440},
    {.name = {"share", 5}, .kind = RULE_VALUE_NUMBER, .number = 0.125},
    {.name = {"kind", 4}, .kind = RULE_VALUE_TEXT, .text = {"market_entity_target", 20}},
    {.name = {"words", 5}, .kind = RULE_VALUE_TEXTS, .texts = {ONE, 4}},
    {.name = {"huge", 4}, .kind = RULE_VALUE_NUMBER, .number = 1e300},
    {.name = {"nameless", 8}, .kind = RULE_VALUE_TEXT},
    {.name = {"count", 5}, .kind = RULE_VALUE_INTEGER, .integer = -3},
    {.name = {"actions", 7}, .kind = RULE_VALUE_TEXTS, .texts = {ACTIONS, 3}},
    {.name = {"single", 6}, .kind = RULE_VALUE_NUMBER, .number = 1.0},
};

static void every_form_of_a_placeholder(void **state) {
    (void)state;
    static const struct {
        const char *zh, *expected_zh, *en, *expected_en;
    } CASES[] = {
        {"缺 {fen:yuan}", "缺 240.5 元", "{fen:yuan} short", "240.5 yuan short"},
        {"{hours:hours} 小时，{whole:hours} 小时", "5.33 小时，16 小时", "{hours} h", "5.33 h"},
        {"{minute:time}", "2023-12-07 09:30", "{midnight:time}", "2023-12-07"},
        {"{minute:date}", "2023-12-07", "{count}", "-3"},
        {"占 {share:percent}", "占 12.5%", "{share}", "0.13"},
        {"{kind:choice}", "市场主体培育", "{kind:choice}", "market entity target"},
        {"{words:list}", "方案、台账册、行政处罚权（违规燃放）、行政检查权", "{words:list}",
         "plan, 台账册, penalty (违规燃放), inspection power"},
        {"{kind}", "market_entity_target", "{words:yuan}", "plan, 台账册, penalty (违规燃放), inspection power"},
        {"{huge}", "?", "{huge:yuan}", "? yuan"},
        {"“{nameless}”两种都要", "“（未写明）”两种都要", "{nameless} twice", "(not written) twice"},
        {"{single} 人", "1 人", "{single} {single:person is/people are} lent", "1 person is lent"},
        {"{count} 人", "-3 人", "{count} {count:person is/people are} lent", "-3 people are lent"},
        {"要做{actions:list}", "要做检查、处罚、拆除", "asked to {actions:list}", "asked to inspect, penalise, demolish"},
        {"{nobody:yuan}", "{nobody:yuan}", "open { only", "open { only"},
    };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        const struct message message = {.text = {str_of(CASES[i].zh), str_of(CASES[i].en)}};
        struct buf zh = {0}, en = {0};
        say_message(&zh, &message, VALUES, COUNT(VALUES), QUANZE_ZH);
        say_message(&en, &message, VALUES, COUNT(VALUES), QUANZE_EN);
        assert_str(buf_str(&zh), CASES[i].expected_zh);
        assert_str(buf_str(&en), CASES[i].expected_en);
        buf_free(&zh);
        buf_free(&en);
    }
}

/* A rule that fails where its filter cannot be told is unknown: its sentence would state what nobody knows. */
static void a_failure_in_doubt_says_what_is_not_known(void **state) {
    (void)state;
    const struct message late = {.key = {"late", 4}, .text = {STR("只留了半天"), STR("leaves half a day")}};
    struct finding finding = {.status = STATUS_UNKNOWN, .outcome = {.status = STATUS_FAIL, .message = &late}};
    fact_set_add(&finding.missing, FACT_ID_KIND);
    struct buf zh = {0}, en = {0};
    say_finding(&zh, &finding, QUANZE_ZH);
    say_finding(&en, &finding, QUANZE_EN);
    assert_true(str_find(buf_str(&zh), STR("不能判定")) >= 0 && str_find(buf_str(&zh), fact_at(FACT_ID_KIND)->zh) >= 0);
    assert_true(str_find(buf_str(&zh), STR("半天")) < 0 && str_find(buf_str(&en), STR("half a day")) < 0);
    buf_free(&zh);
    buf_free(&en);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_form_of_a_placeholder),
                                       cmocka_unit_test(a_failure_in_doubt_says_what_is_not_known)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
