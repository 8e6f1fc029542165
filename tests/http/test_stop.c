/* test_stop.c - the server told to end in the middle of work: whoever was let in gets an answer. */
#include <check.h>
#include <http/peer.h>
#include <signal.h>
#include <unistd.h>

static struct peer peer;
static struct peer_answer answer;

/* A request that was sent over an open connection before the stop is answered. */
static void a_stop_lets_work_end(void **state) {
    (void)state;
    static const char first[] = "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n";
    static const char request[] = "POST /login HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                                  "Content-Length: 19\r\n\r\nname=a&password=abc";
    peer_start(&peer, NULL);
    const int socket = peer_connect(&peer);
    assert_true(peer_write(socket, first, sizeof first - 1));
    assert_true(peer_read(socket, &answer));
    assert_true(peer_write(socket, request, sizeof request - 1));
    peer_signal(&peer, SIGTERM);
    assert_true(peer_read(socket, &answer));
    assert_int_equal(answer.status, 403);
    (void)close(socket);
    assert_int_equal(peer_stop(&peer), 0);
}

/* Those whom the system let in before the stop, and nobody had taken yet: they have sent their request and get their answer. */
static void a_stop_answers_who_was_let_in(void **state) {
    (void)state;
    enum { MANY = 40 };
    static const char request[] = "POST /login HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                                  "Content-Length: 19\r\n\r\nname=a&password=abc";
    int sockets[MANY];
    peer_start(&peer, NULL);
    peer_signal(&peer, SIGSTOP);
    for (int i = 0; i < MANY; i++) {
        sockets[i] = peer_connect(&peer);
        assert_true(peer_write(sockets[i], request, sizeof request - 1));
    }
    peer_signal(&peer, SIGTERM);
    peer_signal(&peer, SIGCONT);
    for (int i = 0; i < MANY; i++) {
        assert_true(peer_read(sockets[i], &answer));
        assert_true(answer.status == 403 || answer.status == 429);
        (void)close(sockets[i]);
    }
    assert_int_equal(peer_stop(&peer), 0);
}

int main(void) {
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_stop_lets_work_end),
        cmocka_unit_test(a_stop_answers_who_was_let_in),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
