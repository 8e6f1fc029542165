#include <check.h>
#include <http/state/clock.h>
#include <http/wire/watch.h>
#include <sys/socket.h>
#include <unistd.h>

static const int64_t SHORT[WATCH_PHASES] = {60, 120000, 120000};

static bool is_shut(int socket) {
    char byte;
    return recv(socket, &byte, 1, MSG_DONTWAIT) == 0;
}

/* A byte now and then buys no time. */
static void a_slow_peer_is_cut_off(void **state) {
    (void)state;
    struct watch *watch = watch_open(SHORT);
    int ends[2];
    bool shut = false;
    assert_non_null(watch);
    assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
    struct watched *one = watch_add(watch, ends[0]);
    const int64_t begun = clock_ticks_ms();
    for (int i = 0; i < 1000 && !shut; i++) {
        (void)send(ends[1], "x", 1, MSG_NOSIGNAL);
        (void)usleep(5000);
        watch_tick(watch);
        shut = is_shut(ends[1]);
        assert_true(!shut || clock_ticks_ms() - begun >= SHORT[WATCH_HEADER]); /* nobody is cut off before the time */
    }
    assert_true(shut);
    watch_remove(watch, one);
    watch_close(watch);
    (void)close(ends[0]);
    (void)close(ends[1]);
}

static void who_comes_to_the_next_phase_has_its_time(void **state) {
    (void)state;
    struct watch *watch = watch_open(SHORT);
    int ends[2];
    assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
    struct watched *one = watch_add(watch, ends[0]);
    assert_int_equal(watch_count(watch), 1);
    watch_phase(watch, one, WATCH_BODY);
    (void)usleep(100000);
    watch_tick(watch);
    assert_false(is_shut(ends[1]));
    watch_remove(watch, one);
    assert_int_equal(watch_count(watch), 0);
    watch_tick(watch); /* what was removed is not touched */
    watch_close(watch);
    (void)close(ends[0]);
    (void)close(ends[1]);
}

int main(void) {
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_slow_peer_is_cut_off),
        cmocka_unit_test(who_comes_to_the_next_phase_has_its_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
