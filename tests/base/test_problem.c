#include <base/problem.h>
#include <check.h>

struct seen {
    size_t count;
    struct quanze_problem at[8];
};

static void note(void *payload, const struct quanze_problem *problem) {
    struct seen *seen = payload;
    assert_in_range(seen->count, 0, COUNT(seen->at) - 1);
    seen->at[seen->count++] = *problem;
}

static void problems_are_reported_in_the_order_of_the_input(void **state) {
    (void)state;
    struct arena arena = {0};
    struct problems problems = {.arena = &arena};
    char file[] = "b.yaml";
    problem_error(&problems, "late", (struct place){file, 9, 1}, "第%d", "no. %d", 4);
    problem_warning(&problems, "wide", (struct place){file, 2, 7}, "第%d", "no. %d", 3);
    problem_error(&problems, "narrow", (struct place){file, 2, 3}, "第%d", "no. %d", 2);
    problem_error(&problems, "other", (struct place){"a.yaml", 50, 1}, "第%d", "no. %d", 1);
    problem_error(&problems, "nowhere", (struct place){0}, "第%d", "no. %d", 0);
    memset(file, 'x', sizeof file - 1);
    struct seen seen = {0};
    problems_report(&problems, (struct quanze_reporter){note, &seen});
    static const char *const codes[] = {"nowhere", "other", "narrow", "wide", "late"};
    static const char *const sentences[] = {"no. 0", "no. 1", "no. 2", "no. 3", "no. 4"};
    assert_int_equal(seen.count, 5);
    for (size_t i = 0; i < seen.count; i++) {
        assert_string_equal(seen.at[i].code, codes[i]);
        assert_string_equal(seen.at[i].en, sentences[i]);
    }
    assert_string_equal(seen.at[4].zh, "第4");
    assert_string_equal(seen.at[4].file, "b.yaml");
    assert_string_equal(seen.at[0].file, "");
    assert_true(seen.at[3].is_warning);
    assert_int_equal(problems.errors, 4);
    assert_int_equal(problems.warnings, 1);
    problems_report(&problems, (struct quanze_reporter){0});
    arena_free(&arena);
}

static void status_names_the_first_error_and_counts_the_rest(void **state) {
    (void)state;
    struct arena arena = {0};
    struct problems problems = {.arena = &arena};
    struct quanze_error error;
    assert_int_equal(problems_status(&problems, &error), QUANZE_OK);
    problem_warning(&problems, "w", (struct place){"f", 1, 1}, "提醒", "warning");
    assert_int_equal(problems_status(&problems, &error), QUANZE_OK);
    problem_error(&problems, "e", (struct place){"f", 2, 4}, "错", "wrong %%");
    assert_int_equal(problems_status(&problems, &error), QUANZE_BAD_DATA);
    assert_string_equal(error.zh, "错");
    assert_string_equal(error.en, "wrong %");
    assert_int_equal(error.line, 2);
    problem_error(&problems, "e", (struct place){"f", 3, 4}, "又错", "also wrong");
    assert_int_equal(problems_status(&problems, &error), QUANZE_BAD_DATA);
    assert_string_equal(error.zh, "错（另有 1 处错误）");
    assert_string_equal(error.en, "wrong % (and 1 more)");
    assert_string_equal(error.file, "f");
    problems.out_of_memory = true;
    assert_int_equal(problems_status(&problems, &error), QUANZE_INTERNAL);
    arena_free(&arena);
}

static void a_flood_is_counted_but_not_kept(void **state) {
    (void)state;
    struct arena arena = {0};
    struct problems problems = {.arena = &arena};
    struct quanze_error error;
    for (unsigned i = 0; i < 3 * QUANZE_MAX_PROBLEMS; i++)
        problem_warning(&problems, "w", (struct place){"f", i, 1}, "提醒", "warning");
    problem_error(&problems, "e", (struct place){"f", 1, 1}, "错", "wrong");
    assert_int_equal(problems.count, QUANZE_MAX_PROBLEMS);
    assert_int_equal(problems.warnings, 3 * QUANZE_MAX_PROBLEMS);
    assert_int_equal(problems_status(&problems, &error), QUANZE_BAD_DATA);
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(problems_are_reported_in_the_order_of_the_input),
                                       cmocka_unit_test(status_names_the_first_error_and_counts_the_rest),
                                       cmocka_unit_test(a_flood_is_counted_but_not_kept)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
