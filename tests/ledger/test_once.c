/* test_once.c - a request is noted with what it adds, or not at all. */
#include <ledger/once.h>
#include <ledger/support.h>

static struct buf answer;

static struct ledger_once once_of(const char *content, int32_t today) {
    struct ledger_once once = {.today = today};
    memcpy(once.key.bytes, "key", 3);
    memcpy(once.content.bytes, content, strlen(content));
    return once;
}

static enum ledger_done find(struct shelf *shelf, const struct ledger_once *once) {
    struct quanze_error error;
    enum ledger_done done;
    buf_clear(&answer);
    assert_int_equal(ledger_find_once(shelf->ledger, once, &answer, &done, &error), QUANZE_OK);
    return done;
}

static void complain(struct shelf *shelf, const struct ledger_once *once, bool commit) {
    const struct ledger_complaint complaint = {STR(""), STR(""), STR("一天三张表")};
    struct quanze_error error;
    struct ledger_added added;
    assert_int_equal(ledger_begin(shelf->ledger, &error), QUANZE_OK);
    assert_int_equal(ledger_add_complaint(shelf->ledger, &complaint, 20648, &added, &error), QUANZE_OK);
    ledger_mark_once(shelf->ledger, once);
    ledger_keep_answer(shelf->ledger, STR("{\"number\":1}"));
    if (commit)
        assert_int_equal(ledger_commit(shelf->ledger, &error), QUANZE_OK);
    else
        ledger_roll_back(shelf->ledger);
}

static void it_is_noted_with_what_it_adds(void **state) {
    struct shelf *shelf = *state;
    const struct ledger_once once = once_of("a", 100), other = once_of("b", 100);
    complain(shelf, &once, false);
    assert_int_equal(find(shelf, &once), LEDGER_NOT_DONE);
    complain(shelf, &once, true);
    shelf_reopen(shelf, LEDGER_READ);
    assert_int_equal(find(shelf, &once), LEDGER_DONE);
    assert_str(buf_str(&answer), "{\"number\":1}");
    assert_int_equal(find(shelf, &other), LEDGER_DONE_OTHER);
}

/* One transaction carries it, not those after it; and no second one may. */
static void one_transaction_carries_it(void **state) {
    struct shelf *shelf = *state;
    const struct ledger_once once = once_of("a", 100);
    struct quanze_error error;
    complain(shelf, &once, true);
    assert_false(ledger_is_marked(shelf->ledger));
    complain(shelf, NULL, true);
    assert_int_equal(ledger_begin(shelf->ledger, &error), QUANZE_OK);
    ledger_mark_once(shelf->ledger, &once);
    assert_int_equal(ledger_commit(shelf->ledger, &error), QUANZE_INTERNAL);
}

static void it_is_forgotten_after_a_week(void **state) {
    struct shelf *shelf = *state;
    struct ledger_once once = once_of("a", 100), later = once_of("a", 100 + ONCE_DAYS);
    complain(shelf, &once, true);
    later.key.bytes[0] = 'l';
    complain(shelf, &later, true);
    assert_int_equal(find(shelf, &once), LEDGER_DONE);
    later.key.bytes[0] = 'm';
    later.today++;
    complain(shelf, &later, true);
    assert_int_equal(find(shelf, &once), LEDGER_NOT_DONE);
    assert_int_equal(find(shelf, &later), LEDGER_DONE);
    buf_free(&answer);
}

int main(void) {
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(it_is_noted_with_what_it_adds, shelf_open, shelf_close),
        cmocka_unit_test_setup_teardown(one_transaction_carries_it, shelf_open, shelf_close),
        cmocka_unit_test_setup_teardown(it_is_forgotten_after_a_week, shelf_open, shelf_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
