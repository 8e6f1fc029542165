/* Values as people write them and as a task file writes them; absent, none and given stay three things. */
#include <check.h>
#include <say/say.h>

static void expect(enum fact_id fact, struct value value, const char *zh, const char *en, const char *json) {
    struct buf text_zh = {0}, text_en = {0}, written = {0};
    say_value(&text_zh, fact, &value, QUANZE_ZH);
    say_value(&text_en, fact, &value, QUANZE_EN);
    say_value_json(&written, fact, &value);
    assert_str(buf_str(&text_zh), zh);
    assert_str(buf_str(&text_en), en);
    assert_str(buf_str(&written), json);
    buf_free(&text_zh);
    buf_free(&text_en);
    buf_free(&written);
}

static struct value minute(int64_t number, bool whole_day) {
    struct value value = value_number(number);
    value.whole_day = whole_day;
    return value;
}

static struct value text(const char *words) { return value_of_text(str_of(words)); }

static int64_t choice(const char *set, const char *name) { return choice_find(choices_of(set), str_of(name)); }

static void scalars(void **state) {
    (void)state;
    expect(FACT_ID_COMPLETE, value_number(1), "是", "yes", "true");
    expect(FACT_ID_STAFF_REQUIRED, value_number(2), "2 人", "2 people", "2");
    expect(FACT_ID_EMERGENCY_LEVEL, value_number(3), "3 级", "3 level", "3");
    expect(FACT_ID_FUNDS_PROVIDED, value_number(24050), "240.5 元", "240.5 yuan", "240.5");
    expect(FACT_ID_FUNDS_PROVIDED, value_number(24005), "240.05 元", "240.05 yuan", "240.05");
    expect(FACT_ID_ASSESSMENT_SATISFACTION_WEIGHT, value_number(605000), "60.5%", "60.5%", "0.605");
    expect(FACT_ID_MEETING_HOURS, value_number(2500), "2.5 小时", "2.5 h", "2.5");
    expect(FACT_ID_DOCUMENT_DATE, value_number(19698), "2023-12-07", "2023-12-07", "\"2023-12-07\"");
    expect(FACT_ID_DUE_AT, minute(INT64_C(19698) * 1440 + 960, false), "2023-12-07 16:00", "2023-12-07 16:00",
           "\"2023-12-07T16:00\"");
    expect(FACT_ID_DUE_AT, minute(INT64_C(19698) * 1440 + 1439, true), "2023-12-07", "2023-12-07", "\"2023-12-07\"");
    expect(FACT_ID_TITLE, text("a\"b\\\n\001乡"), "a\"b\\\n\001乡", "a\"b\\\n\001乡", "\"a\\\"b\\\\\\n\\u0001乡\"");
    expect(FACT_ID_KIND, value_number(choice("TASK_KIND", "assessment")), "考核", "assessment", "\"assessment\"");
    expect(FACT_ID_CONSULTATION_LEGALITY_REVIEW, value_number(DAY_NONE), "已办", "done", "\"done\"");
    expect(FACT_ID_CONSULTATION_LEGALITY_REVIEW, value_number(19698), "已办（2023-12-07）", "done (2023-12-07)",
           "\"2023-12-07\"");
}

static void absent_and_none(void **state) {
    (void)state;
    const struct value none = {.state = VALUE_NONE}, absent = {.state = VALUE_ABSENT};
    expect(FACT_ID_FUNDS_PROVIDED, absent, "不详", "not known", "null");
    expect(FACT_ID_FUNDS_PROVIDED, none, "无", "none", "0");
    expect(FACT_ID_COMPLETE, none, "否", "no", "false");
    expect(FACT_ID_TITLE, none, "无", "none", "\"\"");
    expect(FACT_ID_DUE_AT, none, "无", "none", "\"none\"");
    expect(FACT_ID_KIND, none, "无", "none", "\"none\"");
    expect(FACT_ID_CONSULTATION_LEGALITY_REVIEW, none, "无", "none", "\"none\"");
    expect(FACT_ID_ACTIONS, none, "无", "none", "[]");
    expect(FACT_ID_DEMANDS_FORMS, none, "无", "none", "[]");
}

static void lists(void **state) {
    (void)state;
    const struct value actions[] = {text("patrol"), text("report"), text("入户")};
    expect(FACT_ID_ACTIONS, (struct value){.items = actions, .count = 3, .state = VALUE_GIVEN}, "巡查、上报、入户",
           "patrol, report, 入户", "[\"patrol\",\"report\",\"入户\"]");
    const struct value powers[] = {text("penalty:违规燃放"), text("coercion")};
    expect(FACT_ID_POWERS_MISSING, (struct value){.items = powers, .count = 2, .state = VALUE_GIVEN},
           "行政处罚权（违规燃放）、行政强制权", "penalty (违规燃放), coercion", "[\"penalty:违规燃放\",\"coercion\"]");
}

/* Rows: fields in order of the table for people, by name for JSON; absent fields are left out. */
static void records(void **state) {
    (void)state;
    struct value rows[64] = {text("平安通"), value_number(300), value_number(1), value_number(0)}; /* the rest is absent */
    rows[fact_at(FACT_ID_DEMANDS_APPS)->field_count] = text("第二个");
    expect(FACT_ID_DEMANDS_APPS, (struct value){.items = rows, .count = 2, .state = VALUE_GIVEN},
           "平安通，安装指标 300 户，打卡；第二个", "平安通, install quota 300 installations, check-in; 第二个",
           "[{\"check_in\":true,\"install_quota\":300,\"name\":\"平安通\",\"points\":false},{\"name\":\"第二个\"}]");
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(scalars), cmocka_unit_test(absent_and_none), cmocka_unit_test(lists),
                                       cmocka_unit_test(records)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
