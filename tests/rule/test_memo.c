#include <check.h>

#include <base/alloc.h>
#include <rule/memo.h>

/* A rule of two numbers, a text and a list, the last two optional. */
static enum fact_id needs[] = {FACT_ID_FUNDS_PROVIDED, FACT_ID_KIND};
static enum fact_id may[] = {FACT_ID_TITLE, FACT_ID_ACTIONS};
static const struct rule rule = {.needs = needs, .need_count = COUNT(needs), .may = may, .may_count = COUNT(may)};

static struct task task;

static struct memo_key key_of(int64_t funds, int64_t kind) {
    struct memo_key key;
    task_clear(&task);
    task_set(&task, FACT_ID_FUNDS_PROVIDED, value_number(funds));
    task_set(&task, FACT_ID_KIND, value_number(kind));
    assert_true(memo_key_of(&rule, &task, &key));
    return key;
}

static void only_the_same_facts_are_known(void **state) {
    (void)state;
    struct memo_key *memo = memo_new(2), key = key_of(100, 3), other = key_of(100, 4);
    assert_non_null(memo);
    assert_false(memo_knows(memo, 1, &key));
    memo_keep(memo, 1, &key);
    assert_true(memo_knows(memo, 1, &key));
    assert_false(memo_knows(memo, 0, &key));
    assert_false(memo_knows(memo, 1, &other));
    other = key_of(101, 3);
    assert_false(memo_knows(memo, 1, &other));
    alloc_free(memo);
}

static void none_absent_and_zero_are_three_things(void **state) {
    (void)state;
    struct memo_key *memo = memo_new(1), zero = key_of(0, 0), none, absent;
    assert_non_null(memo);
    task_set(&task, FACT_ID_FUNDS_PROVIDED, (struct value){.state = VALUE_NONE});
    assert_true(memo_key_of(&rule, &task, &none));
    task_set(&task, FACT_ID_FUNDS_PROVIDED, (struct value){.state = VALUE_ABSENT});
    assert_true(memo_key_of(&rule, &task, &absent));
    const struct memo_key *keys[] = {&zero, &none, &absent};
    for (size_t i = 0; i < COUNT(keys); i++) {
        memo_keep(memo, 0, keys[i]);
        for (size_t j = 0; j < COUNT(keys); j++)
            if (j != i) assert_int_not_equal(memcmp(keys[i], keys[j], sizeof zero), 0);
        assert_true(memo_knows(memo, 0, keys[i]));
    }
    alloc_free(memo);
}

static void given_texts_and_lists_have_no_key(void **state) {
    (void)state;
    struct memo_key key = key_of(1, 1);
    task_set(&task, FACT_ID_TITLE, (struct value){.state = VALUE_NONE});
    assert_true(memo_key_of(&rule, &task, &key));
    task_set(&task, FACT_ID_TITLE, value_of_text(STR("通知")));
    assert_false(memo_key_of(&rule, &task, &key));
    const struct value action = value_of_text(STR("patrol"));
    key_of(1, 1);
    task_set(&task, FACT_ID_ACTIONS, (struct value){.items = &action, .count = 1, .state = VALUE_GIVEN});
    assert_false(memo_key_of(&rule, &task, &key));
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(only_the_same_facts_are_known),
                                       cmocka_unit_test(none_absent_and_zero_are_three_things),
                                       cmocka_unit_test(given_texts_and_lists_have_no_key)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
