#include <check.h>

#include <rule/run/memo.h>
#include <stdio.h>

/* A rule of two numbers, a text and a list, the last two optional. */
static enum fact_id needs[] = {FACT_ID_FUNDS_PROVIDED, FACT_ID_KIND};
static enum fact_id may[] = {FACT_ID_TITLE, FACT_ID_ACTIONS};
static const struct rule rule = {.needs = needs, .need_count = COUNT(needs), .may = may, .may_count = COUNT(may)};

static struct task task;
static struct held held;
static struct arena arena;

static int open_held(void **state) {
    (void)state;
    return held_open(&held) ? 0 : 1;
}

static int close_held(void **state) {
    (void)state;
    held_close(&held);
    arena_free(&arena);
    return 0;
}

static bool key_now(struct memo_key *out) {
    held_begin(&held);
    return memo_key_of(&rule, &task, &held, out);
}

static bool passes(const struct memo_entry *memo, size_t index, const struct memo_key *key) {
    struct rule_outcome outcome = {.status = STATUS_ERROR};
    return memo_knows(memo, index, key, &arena, &outcome) && outcome.status == STATUS_PASS && outcome.value_count == 0;
}

static void keep_pass(struct memo_entry *memo, size_t index, const struct memo_key *key) {
    memo_keep(memo, index, key, &(struct rule_outcome){.status = STATUS_PASS});
}

static struct memo_key key_of(int64_t funds, int64_t kind) {
    struct memo_key key;
    task_clear(&task);
    task_set(&task, FACT_ID_FUNDS_PROVIDED, value_number(funds));
    task_set(&task, FACT_ID_KIND, value_number(kind));
    assert_true(key_now(&key));
    return key;
}

static void only_the_same_facts_are_known(void **state) {
    (void)state;
    struct memo_entry *memo = memo_new(2);
    struct memo_key key = key_of(100, 3), other = key_of(100, 4);
    assert_non_null(memo);
    assert_false(passes(memo, 1, &key));
    keep_pass(memo, 1, &key);
    assert_true(passes(memo, 1, &key));
    assert_false(passes(memo, 0, &key));
    assert_false(passes(memo, 1, &other));
    other = key_of(101, 3);
    assert_false(passes(memo, 1, &other));
    memo_free(memo, 2);
}

static void none_absent_and_zero_are_three_things(void **state) {
    (void)state;
    struct memo_entry *memo = memo_new(1);
    struct memo_key zero = key_of(0, 0), none, absent;
    assert_non_null(memo);
    task_set(&task, FACT_ID_FUNDS_PROVIDED, (struct value){.state = VALUE_NONE});
    assert_true(key_now(&none));
    task_set(&task, FACT_ID_FUNDS_PROVIDED, (struct value){.state = VALUE_ABSENT});
    assert_true(key_now(&absent));
    const struct memo_key *keys[] = {&zero, &none, &absent};
    for (size_t i = 0; i < COUNT(keys); i++) {
        keep_pass(memo, 0, keys[i]);
        for (size_t j = 0; j < COUNT(keys); j++)
            if (j != i) assert_int_not_equal(memcmp(keys[i], keys[j], sizeof zero), 0);
        assert_true(passes(memo, 0, keys[i]));
    }
    memo_free(memo, 1);
}

/* Of a value of this text in `title`, and this list in `actions`; NULL: absent. */
static bool key_of_content(const char *title, const char *action, struct memo_key *out) {
    const struct value item = value_of_text(str_of(action != NULL ? action : ""));
    key_of(1, 1);
    if (title != NULL) task_set(&task, FACT_ID_TITLE, value_of_text(str_of(title)));
    if (action != NULL) task_set(&task, FACT_ID_ACTIONS, (struct value){.items = &item, .count = 1, .state = VALUE_GIVEN});
    return key_now(out);
}

static void texts_and_lists_count_by_their_content(void **state) {
    (void)state;
    struct memo_key first, again, other;
    char title[] = "通知", same[] = "通知";
    assert_true(key_of_content(title, "patrol", &first));
    assert_true(key_of_content(same, "patrol", &again));
    assert_memory_equal(&first, &again, sizeof first);
    memcpy(title, "通告", sizeof title); /* other bytes at the same place are another content */
    assert_true(key_of_content(title, "patrol", &other));
    assert_memory_not_equal(&first, &other, sizeof first);
    assert_true(key_of_content(same, "report", &other));
    assert_memory_not_equal(&first, &other, sizeof first);
    assert_true(key_of_content(same, NULL, &other));
    assert_memory_not_equal(&first, &other, sizeof first);
}

/* A content that was put out by others and comes again has a new number: nobody mistakes it for what took its place. */
static void numbers_are_never_given_twice(void **state) {
    (void)state;
    enum { CONTENTS = 3 * HELD_WAYS };
    struct memo_key keys[2 * CONTENTS];
    for (size_t i = 0; i < COUNT(keys); i++) {
        char word[8];
        snprintf(word, sizeof word, "w%zu", i % CONTENTS);
        assert_true(key_of_content(NULL, word, &keys[i]));
        for (size_t j = 0; j < i; j++) assert_int_not_equal(memcmp(&keys[i], &keys[j], sizeof keys[0]), 0);
    }
}

static void what_is_large_has_no_key(void **state) {
    (void)state;
    struct memo_key key;
    static char large[HELD_BYTES + 2];
    memset(large, 'x', HELD_BYTES + 1);
    assert_false(key_of_content(large, NULL, &key));
    assert_false(key_of_content(NULL, large, &key));
    task_set(&task, FACT_ID_TITLE, (struct value){.state = VALUE_NONE});
    task_set(&task, FACT_ID_ACTIONS, (struct value){.state = VALUE_NONE});
    assert_true(key_now(&key));
}

static struct str names[] = {STR_INIT("days"), STR_INIT("powers"), STR_INIT("share"), STR_INIT("who")};
static const struct message message = {.key = STR_INIT("few"), .placeholders = {names, COUNT(names)}};

/* A failure with a value of each kind. */
static struct rule_outcome failure(struct str *powers, size_t count) {
    struct rule_outcome outcome = {.status = STATUS_FAIL, .message = &message, .value_count = COUNT(names)};
    for (size_t i = 0; i < COUNT(names); i++) outcome.values[i].name = names[i];
    outcome.values[0].kind = RULE_VALUE_INTEGER;
    outcome.values[0].integer = 3;
    outcome.values[1].kind = RULE_VALUE_TEXTS;
    outcome.values[1].texts = (struct texts){powers, count};
    outcome.values[2].kind = RULE_VALUE_NUMBER;
    outcome.values[2].number = 0.25;
    outcome.values[3].kind = RULE_VALUE_TEXT;
    outcome.values[3].text = STR("县消防大队");
    return outcome;
}

/* Failures come back with the values of their message, also when another has taken their place since. */
static void failures_are_kept_with_their_values(void **state) {
    (void)state;
    struct memo_entry *memo = memo_new(1);
    const struct memo_key key = key_of(5, 2);
    char penalty[] = "penalty";
    struct str powers[] = {str_of(penalty), STR_INIT(""), STR_INIT("inspection_power")};
    const struct rule_outcome outcome = failure(powers, COUNT(powers));
    struct rule_outcome got = {.status = STATUS_ERROR};
    assert_non_null(memo);
    memo_keep(memo, 0, &key, &outcome);
    penalty[0] = 'x';
    assert_true(memo_knows(memo, 0, &key, &arena, &got));
    for (int64_t funds = 100; funds < 200; funds++) {
        const struct memo_key other = key_of(funds, 2);
        powers[0] = STR("another");
        memo_keep(memo, 0, &other, &outcome);
    }
    assert_int_equal(got.status, STATUS_FAIL);
    assert_ptr_equal(got.message, &message);
    assert_int_equal(got.value_count, COUNT(names));
    assert_int_equal(got.values[0].integer, 3);
    assert_int_equal(got.values[1].texts.count, 3);
    assert_string_equal(got.values[1].texts.at[0].at, "penalty");
    assert_int_equal(got.values[1].texts.at[1].length, 0);
    assert_string_equal(got.values[1].texts.at[2].at, "inspection_power");
    assert_true(got.values[2].number == 0.25 && str_equal(got.values[2].name, names[2]));
    assert_string_equal(got.values[3].text.at, "县消防大队");
    memo_free(memo, 1);
}

/* What takes more room, or has more values than the message asks for, is worked out each time; nothing older answers for it. */
static void long_failures_are_not_kept(void **state) {
    (void)state;
    struct memo_entry *memo = memo_new(1);
    const struct memo_key key = key_of(5, 2);
    static char large[MEMO_BYTES + 1];
    memset(large, 'x', MEMO_BYTES);
    struct str powers[] = {str_of(large)};
    struct rule_outcome outcome = failure(powers, 1), got;
    assert_non_null(memo);
    memo_keep(memo, 0, &key, &outcome);
    assert_false(memo_knows(memo, 0, &key, &arena, &got));
    outcome = failure(powers, 0);
    memo_keep(memo, 0, &key, &outcome);
    assert_true(memo_knows(memo, 0, &key, &arena, &got));
    assert_int_equal(got.values[1].texts.count, 0);
    outcome = failure(powers, 1);
    memo_keep(memo, 0, &key, &outcome);
    assert_false(memo_knows(memo, 0, &key, &arena, &got));
    outcome = failure(powers, 0);
    outcome.value_count++;
    memo_keep(memo, 0, &key, &outcome);
    assert_false(memo_knows(memo, 0, &key, &arena, &got));
    memo_free(memo, 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(only_the_same_facts_are_known),
                                       cmocka_unit_test(none_absent_and_zero_are_three_things),
                                       cmocka_unit_test(texts_and_lists_count_by_their_content),
                                       cmocka_unit_test(numbers_are_never_given_twice),
                                       cmocka_unit_test(what_is_large_has_no_key),
                                       cmocka_unit_test(failures_are_kept_with_their_values),
                                       cmocka_unit_test(long_failures_are_not_kept)};
    return cmocka_run_group_tests(tests, open_held, close_held);
}
