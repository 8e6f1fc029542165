/* quanze/similar/1, and the page of it. */
#include <check.h>
#include <say/golden.h>
#include <say/ledger/copies.h>

static struct str tasks[] = {STR_INIT("F-1"), STR_INIT("S-1")},
                  departments[] = {STR_INIT("县消防救援大队"), STR_INIT("县商务局")}, townships[] = {STR_INIT("木塘垸镇")};
static const struct say_copies_group groups[] = {
    {.tasks = {tasks, 2},
     .departments = {departments, 2},
     .townships = {townships, 1},
     .kind = SAY_NEAR_TEXT,
     .similarity = 934567},
    {.tasks = {tasks, 2}, .departments = {departments, 1}, .kind = SAY_VERSION, .similarity = 0}};

static void json(void **state) {
    (void)state;
    struct buf out = {0};
    say_copies(&out, groups, COUNT(groups), 1200, (struct say_copies_style){.format = QUANZE_FORMAT_JSON});
    check_sorted_json(buf_str(&out));
    assert_true(str_find(buf_str(&out), STR("\"kind\": \"near_text\"")) > 0);
    assert_true(str_find(buf_str(&out), STR("\"similarity\": 0.93")) > 0);
    assert_true(str_find(buf_str(&out), STR("\"kind\": \"version\"")) > 0);
    assert_true(str_find(buf_str(&out), STR("\"papers\": 1200")) > 0);
    buf_free(&out);
}

static void text(void **state) {
    (void)state;
    struct buf out = {0};
    say_copies(&out, groups, COUNT(groups), 1200,
               (struct say_copies_style){.language = QUANZE_ZH, .format = QUANZE_FORMAT_TEXT});
    assert_str(buf_str(&out),
               "第 1 组　大体相同　0.93\n  F-1\n  S-1\n  来文单位：县消防救援大队、县商务局\n  主送：木塘垸镇\n\n"
               "第 2 组　同一来文的不同版本　0.00\n  F-1\n  S-1\n  来文单位：县消防救援大队\n\n"
               "1200 件中有 2 组重复\n");
    buf_free(&out);
}

static void nothing_found(void **state) {
    (void)state;
    struct buf out = {0};
    say_copies(&out, NULL, 0, 5, (struct say_copies_style){.language = QUANZE_EN, .format = QUANZE_FORMAT_TEXT});
    assert_str(buf_str(&out), "no copies among 5 texts\n");
    buf_clear(&out);
    say_copies(&out, NULL, 0, 5, (struct say_copies_style){.format = QUANZE_FORMAT_JSON});
    check_sorted_json(buf_str(&out));
    buf_free(&out);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(json), cmocka_unit_test(text), cmocka_unit_test(nothing_found)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
