/* quanze/lint/1, and the page of it: in the order of the input, errors and warnings apart. */
#include <check.h>
#include <say/golden.h>
#include <say/say.h>

static void fill(struct problems *problems) {
    problem_warning(problems, "no-basis", (struct place){"a.yaml", 9, 5}, "事项“%s”没有依据", "item \"%s\" has no basis",
                    "B-001");
    problem_error(problems, "unknown-key", (struct place){"a.yaml", 3, 1}, "没有“%s”这个键", "there is no key \"%s\"", "tilte");
    problem_error(problems, "no-list", (struct place){NULL, 0, 0}, "没有清单", "there is no list");
}

static void json(void **state) {
    (void)state;
    struct arena arena = {0};
    struct problems problems = {.arena = &arena};
    struct buf out = {0};
    fill(&problems);
    say_lint(&out, &problems, (struct lint_checked){0, 0}, QUANZE_EN, QUANZE_FORMAT_JSON);
    check_sorted_json(buf_str(&out));
    check_golden("lint.json", buf_str(&out));
    buf_free(&out);
    arena_free(&arena);
}

static void text(void **state) {
    (void)state;
    struct arena arena = {0};
    struct problems problems = {.arena = &arena};
    struct buf out = {0};
    fill(&problems);
    say_lint(&out, &problems, (struct lint_checked){0, 0}, QUANZE_ZH, QUANZE_FORMAT_TEXT);
    assert_str(buf_str(&out), "错误 no-list：没有清单\na.yaml:3:1: 错误 unknown-key：没有“tilte”这个键\n"
                              "a.yaml:9:5: 提醒 no-basis：事项“B-001”没有依据\n错误 2 处，提醒 1 处\n");
    buf_free(&out);
    arena_free(&arena);
}

static void nothing_wrong(void **state) {
    (void)state;
    struct arena arena = {0};
    struct problems problems = {.arena = &arena};
    struct buf zh = {0}, json = {0};
    say_lint(&zh, &problems, (struct lint_checked){0, 0}, QUANZE_ZH, QUANZE_FORMAT_TEXT);
    assert_str(buf_str(&zh), "没有发现问题\n");
    say_lint(&json, &problems, (struct lint_checked){0, 0}, QUANZE_ZH, QUANZE_FORMAT_JSONL);
    assert_str(buf_str(&json), "{\"errors\":[],\"format\":\"quanze/lint/1\",\"warnings\":[]}\n");
    buf_free(&zh);
    buf_free(&json);
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(json), cmocka_unit_test(text), cmocka_unit_test(nothing_wrong)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
