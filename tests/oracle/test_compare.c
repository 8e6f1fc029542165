/* The engine and the oracle agree, on tasks by chance and on every one on which they once did not. */
#include "oracle/compare.h"

#include <check.h>
#include <stdio.h>

/* Numbers of tasks/tests/oracle/seeds, one a line; what follows a number says what was wrong. */
static void once_wrong_cases_agree(void **state) {
    struct compare *compare = *state;
    FILE *file = fopen("tests/oracle/seeds", "r");
    char line[256];
    assert_non_null(file);
    while (fgets(line, sizeof line, file)) {
        unsigned long long seed = 0;
        if (line[0] != '#' && sscanf(line, "%llu", &seed) == 1) assert_true(compare_seed(compare, seed));
    }
    (void)fclose(file);
}

static void twenty_thousand_cases_agree(void **state) {
    struct compare *compare = *state;
    enum { CASES = 20000, FIRST = 5000000 };
    for (uint64_t seed = FIRST; seed < FIRST + CASES; seed++) assert_true(compare_seed(compare, seed));
    for (size_t i = 0; i < 4; i++) assert_true(compare->verdicts[i] > CASES / 500); /* every verdict was put to the test */
}

/* A rule that ends, a threshold that changes and a pack that ends: each on the days before, on and after. */
static void eras_agree(void **state) {
    (void)state;
    struct compare compare;
    enum { CASES = 5000 };
    assert_true(compare_open(&compare, "tests/door/border", "tests/oracle/eras"));
    for (uint64_t seed = 1; seed <= CASES; seed++) assert_true(compare_seed(&compare, seed));
    assert_true(compare.book->count >= 4); /* editions of one rule */
    assert_true(compare.ended > CASES);
    assert_true(compare.verdicts[VERDICT_ADMIT] > CASES / 10);
    assert_true(compare.verdicts[VERDICT_REJECT] > 0); /* the pack's days were put to the test */
    compare_close(&compare);
}

static int open_all(void **state) {
    static struct compare compare;
    *state = &compare;
    return compare_open(&compare, "rules", NULL) ? 0 : -1;
}

static int close_all(void **state) {
    compare_close(*state);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(once_wrong_cases_agree), cmocka_unit_test(twenty_thousand_cases_agree),
                                       cmocka_unit_test(eras_agree)};
    return cmocka_run_group_tests(tests, open_all, close_all);
}
