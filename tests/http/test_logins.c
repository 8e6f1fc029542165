#include <check.h>
#include <http/account/logins.h>
#include <stdio.h>

#define MINUTE_MS (60 * INT64_C(1000))

static struct logins *logins;

static int64_t wait_ms(const char *name, const char *peer, int64_t now_ms) {
    return logins_wait_ms(logins, &(struct login_try){str_of(name), str_of(peer), now_ms});
}

static void count(const char *name, const char *peer, int64_t now_ms, bool holds) {
    logins_count(logins, &(struct login_try){str_of(name), str_of(peer), now_ms}, holds);
}

/* Tries at a name from addresses that were never seen before. */
static void try_from_many(const char *name, int tries, int64_t now_ms) {
    for (int i = 0; i < tries; i++) {
        char peer[32];
        (void)snprintf(peer, sizeof peer, "10.9.%d.%d", i / 200, i % 200);
        count(name, peer, now_ms, false);
    }
}

static void a_person_may_be_mistaken(void **state) {
    (void)state;
    for (int i = 0; i < 4; i++) count("lisi", "10.0.0.1", 0, false);
    assert_int_equal(wait_ms("lisi", "10.0.0.1", 0), 0);
    count("lisi", "10.0.0.1", 0, false);
    assert_int_equal(wait_ms("lisi", "10.0.0.1", 0), 1000);
    for (int i = 0; i < 20; i++) count("lisi", "10.0.0.1", 0, false);
    assert_int_equal(wait_ms("lisi", "10.0.0.1", 0), MINUTE_MS); /* it grows no further */
    assert_int_equal(wait_ms("wangwu", "10.0.0.1", 0), 0);
    assert_int_equal(wait_ms("lisi", "10.0.0.1", MINUTE_MS), 0);
    count("lisi", "10.0.0.1", 20 * MINUTE_MS, false); /* it was forgotten by then */
    assert_int_equal(wait_ms("lisi", "10.0.0.1", 20 * MINUTE_MS), 0);
}

/* However many addresses guess at an account: from where its owner was signed in the way stays open. */
static void guessing_locks_no_owner_out(void **state) {
    (void)state;
    count("lisi", "10.0.0.1", 0, true);
    try_from_many("lisi", 400, 1000);
    assert_int_equal(wait_ms("lisi", "10.7.7.7", 1000), MINUTE_MS); /* an address of its own opens nothing */
    assert_int_equal(wait_ms("lisi", "10.0.0.1", 1000), 0);
    for (int i = 0; i < 4; i++) count("lisi", "10.0.0.1", 1000, false);
    assert_int_equal(wait_ms("lisi", "10.0.0.1", 1000), 0);
    count("lisi", "10.0.0.1", 1000, false);
    assert_int_equal(wait_ms("lisi", "10.0.0.1", 1000), 1000); /* there, too, guessing is slow */
}

static int start(void **state) {
    (void)state;
    logins = logins_open();
    return logins ? 0 : -1;
}

static int stop(void **state) {
    (void)state;
    logins_close(logins);
    return 0;
}

int main(void) {
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_person_may_be_mistaken, start, stop),
        cmocka_unit_test_setup_teardown(guessing_locks_no_owner_out, start, stop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
