/* The page of a decision: the same content in both languages, aligned, and nothing shown as authority that was not verified. */

#include <check.h>
#include <say/fixture.h>
#include <say/golden.h>

static void page_of(const struct fixture *fixture, struct say_style style, struct buf *out) {
    say_decision_text(out, &fixture->decision, &fixture->world, style);
    assert_false(out->failed);
}

static void golden(const char *name, void (*make)(struct fixture *), struct say_style style) {
    struct fixture fixture;
    struct buf out = {0};
    make(&fixture);
    page_of(&fixture, style, &out);
    if (!style.colour) check_page(buf_str(&out));
    check_golden(name, buf_str(&out));
    buf_free(&out);
}

static void fire_zh(void **state) {
    (void)state;
    golden("fire.zh.txt", fixture_fire, (struct say_style){QUANZE_ZH, false, false});
}
static void fire_en(void **state) {
    (void)state;
    golden("fire.en.txt", fixture_fire, (struct say_style){QUANZE_EN, false, false});
}
static void fire_all(void **state) {
    (void)state;
    golden("fire.verbose.txt", fixture_fire, (struct say_style){QUANZE_ZH, false, true});
}
static void fire_colour(void **state) {
    (void)state;
    golden("fire.colour.txt", fixture_fire, (struct say_style){QUANZE_ZH, true, true});
}
static void flood_zh(void **state) {
    (void)state;
    golden("flood.zh.txt", fixture_flood, (struct say_style){QUANZE_ZH, false, false});
}
static void flood_en(void **state) {
    (void)state;
    golden("flood.en.txt", fixture_flood, (struct say_style){QUANZE_EN, false, false});
}

/* Colour only adds: without the escapes the coloured page is the plain one. */
static void colour_only_adds(void **state) {
    (void)state;
    struct fixture fixture;
    struct buf plain = {0}, coloured = {0}, stripped = {0};
    fixture_fire(&fixture);
    page_of(&fixture, (struct say_style){QUANZE_ZH, false, true}, &plain);
    page_of(&fixture, (struct say_style){QUANZE_ZH, true, true}, &coloured);
    for (size_t i = 0; i < coloured.length; i++) {
        if (coloured.at[i] == '\033')
            while (coloured.at[i] != 'm') i++;
        else
            buf_put_char(&stripped, coloured.at[i]);
    }
    assert_true(coloured.length > plain.length);
    assert_true(str_equal(buf_str(&plain), buf_str(&stripped)));
    buf_free(&plain);
    buf_free(&coloured);
    buf_free(&stripped);
}

static struct str after(struct str page, struct str words) {
    const ptrdiff_t at = str_find(page, words);
    assert_true(at >= 0);
    return (struct str){page.at + at + words.length, page.length - (size_t)at - words.length};
}

static void only_verified_is_authority(void **state) {
    (void)state;
    struct fixture fixture;
    struct buf out = {0};
    fixture_fire(&fixture);
    page_of(&fixture, (struct say_style){QUANZE_ZH, false, false}, &out);
    assert_false(str_starts_with(after(buf_str(&out), STR("《整治形式主义为基层减负若干规定》第三条")), STR("（待核）")));
    assert_true(str_starts_with(after(buf_str(&out), STR("《基层减负监测办法》第…条")), STR("（待核）")));
    assert_true(str_starts_with(after(buf_str(&out), STR("《县级经验做法》")), STR("（待核）")));
    buf_free(&out);
}

/* Two people who read the page in two languages compare the same code; another list gives another code. */
static void review_code(void **state) {
    (void)state;
    struct fixture fixture;
    struct buf zh = {0}, en = {0}, other = {0};
    fixture_fire(&fixture);
    page_of(&fixture, (struct say_style){QUANZE_ZH, false, false}, &zh);
    page_of(&fixture, (struct say_style){QUANZE_EN, false, false}, &en);
    fixture.list.digest.bytes[0] ^= 1;
    page_of(&fixture, (struct say_style){QUANZE_ZH, false, false}, &other);
    const struct str code = {after(buf_str(&zh), STR("复核码 ")).at, 9};
    assert_int_equal(code.at[4], '-');
    assert_true(str_starts_with(after(buf_str(&en), STR("review code ")), code));
    assert_false(str_starts_with(after(buf_str(&other), STR("复核码 ")), code));
    buf_free(&zh);
    buf_free(&en);
    buf_free(&other);
}

/* A title cannot move the cursor, change colours or turn the line around. */
static void hostile_title(void **state) {
    (void)state;
    struct fixture fixture;
    struct buf out = {0};
    fixture_fire(&fixture);
    task_set(&fixture.task, FACT_ID_TITLE, value_of_text(STR("关于\033[2J\n\xE2\x80\xAE通知\x7F\xC2\x9B")));
    page_of(&fixture, (struct say_style){QUANZE_ZH, false, false}, &out);
    assert_int_equal(str_find(buf_str(&out), STR("\033")), -1);
    assert_int_equal(str_find(buf_str(&out), STR("\xE2\x80\xAE")), -1);
    assert_int_equal(str_find(buf_str(&out), STR("\x7F")), -1);
    assert_int_equal(str_find(buf_str(&out), STR("\xC2\x9B")), -1);
    assert_true(str_find(buf_str(&out), STR("关于 [2J")) > 0);
    buf_free(&out);
}

/* The task of which nobody told anything still has a page. */
static void nothing_known(void **state) {
    (void)state;
    struct fixture fixture;
    struct task empty = {0};
    struct decision decision = {
        .task = &empty, .verdict = VERDICT_HOLD, .match = {.how = HOW_NONE, .item = -1, .text_item = -1}};
    const struct say_world nowhere = {.list = NULL};
    struct buf out = {0};
    fixture_fire(&fixture);
    for (int kind = 0; kind < ANSWER_COUNT; kind++) decision.answers[kind] = (struct answer){.reason = CLOSED_UNDECIDED};
    say_decision_text(&out, &decision, &nowhere, (struct say_style){QUANZE_ZH, false, false});
    check_page(buf_str(&out));
    assert_true(str_find(buf_str(&out), STR("来文单位未说明 → 主送乡镇未说明　收到时间未说明　时限未说明")) > 0);
    assert_true(str_find(buf_str(&out), STR("清单内没有对应事项")) > 0);
    buf_free(&out);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fire_zh),          cmocka_unit_test(fire_en),
        cmocka_unit_test(fire_all),         cmocka_unit_test(fire_colour),
        cmocka_unit_test(flood_zh),         cmocka_unit_test(flood_en),
        cmocka_unit_test(colour_only_adds), cmocka_unit_test(only_verified_is_authority),
        cmocka_unit_test(review_code),      cmocka_unit_test(hostile_title),
        cmocka_unit_test(nothing_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
