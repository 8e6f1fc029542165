#include <check.h>
#include <http/account/sessions.h>
#include <stdio.h>

static struct quanze_error error;
static const struct account LI = {.name = "lisi", .office = "木塘垸镇", .role = ROLE_TOWNSHIP, .secret = "hash"};

static void a_session_runs_out(void **state) {
    (void)state;
    struct sessions *sessions = sessions_open();
    struct caller caller = {0};
    char token[TOKEN_BYTES], other[TOKEN_BYTES];
    assert_non_null(sessions);
    assert_int_equal(sessions_start(sessions, &LI, 0, token, &error), QUANZE_OK);
    assert_int_equal(sessions_start(sessions, &LI, 0, other, &error), QUANZE_OK);
    assert_string_not_equal(token, other);
    assert_true(sessions_find(sessions, str_of(token), SESSION_IDLE_MS, &caller));
    assert_string_equal(caller.office, "木塘垸镇");
    assert_int_equal(caller.role, ROLE_TOWNSHIP);
    assert_true(sessions_find(sessions, str_of(token), 2 * SESSION_IDLE_MS, &caller));
    assert_false(sessions_find(sessions, str_of(other), 2 * SESSION_IDLE_MS, &caller)); /* nobody asked for it */
    for (int64_t now = 2 * SESSION_IDLE_MS; now <= SESSION_LIFE_MS; now += SESSION_IDLE_MS)
        assert_true(sessions_find(sessions, str_of(token), now, &caller));
    assert_false(sessions_find(sessions, str_of(token), SESSION_LIFE_MS + 1, &caller)); /* not even one in use lives for ever */
    assert_int_equal(sessions_count(sessions), 0);
    sessions_close(sessions);
}

static void a_session_ends_with_its_account(void **state) {
    (void)state;
    struct caller caller;
    char token[TOKEN_BYTES];
    struct account changed[5] = {LI, LI, LI, LI, LI};
    (void)snprintf(changed[0].name, sizeof changed[0].name, "%s", "wangwu");
    (void)snprintf(changed[1].office, sizeof changed[1].office, "%s", "别的镇");
    (void)snprintf(changed[2].secret, sizeof changed[2].secret, "%s", "other hash");
    changed[3].role = ROLE_AUDITOR;
    changed[4].is_disabled = true;
    for (size_t i = 0; i < COUNT(changed); i++) {
        struct sessions *sessions = sessions_open();
        struct account same = LI;
        assert_int_equal(sessions_start(sessions, &LI, 0, token, &error), QUANZE_OK);
        sessions_review(sessions, &(struct users){&same, 1}, 1);
        assert_true(sessions_find(sessions, str_of(token), 1, &caller));
        sessions_review(sessions, &(struct users){&changed[i], 1}, 1);
        assert_false(sessions_find(sessions, str_of(token), 1, &caller));
        sessions_close(sessions);
    }
}

/* Who signs in again and again ends sessions of that account alone, and not the one that is in use. */
static void one_account_holds_so_many(void **state) {
    (void)state;
    struct sessions *sessions = sessions_open();
    const struct account wang = {.name = "wangwu", .office = "县编办", .role = ROLE_GATEKEEPER, .secret = "hash"};
    struct caller caller;
    char of_wang[TOKEN_BYTES], used[TOKEN_BYTES], first[TOKEN_BYTES], token[TOKEN_BYTES];
    assert_int_equal(sessions_start(sessions, &wang, 0, of_wang, &error), QUANZE_OK);
    assert_int_equal(sessions_start(sessions, &LI, 0, used, &error), QUANZE_OK);
    assert_int_equal(sessions_start(sessions, &LI, 1, first, &error), QUANZE_OK);
    for (int64_t now = 2; now < 100; now++) {
        assert_int_equal(sessions_start(sessions, &LI, now, token, &error), QUANZE_OK);
        assert_true(sessions_find(sessions, str_of(used), now, &caller));
    }
    assert_int_equal(sessions_count(sessions), SESSIONS_OF_ONE + 1);
    assert_false(sessions_find(sessions, str_of(first), 100, &caller));
    assert_true(sessions_find(sessions, str_of(token), 100, &caller));
    assert_true(sessions_find(sessions, str_of(of_wang), 100, &caller));
    sessions_close(sessions);
}

int main(void) {
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_session_runs_out),
        cmocka_unit_test(a_session_ends_with_its_account),
        cmocka_unit_test(one_account_holds_so_many),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
