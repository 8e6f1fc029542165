/* test_slow.c - what needs its time: peers that send a byte now and then, to keep connections busy for ever, are cut off and
 * keep nobody out; a server that nobody asks lets its ledger go. */
#include <check.h>
#include <http/peer.h>
#include <stdio.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define MANY 200
#define MOST_SECONDS 60

static struct peer peer;
static struct peer_answer answer;

static bool is_cut_off(int socket) {
    char byte;
    return recv(socket, &byte, 1, MSG_DONTWAIT) == 0 || send(socket, "a", 1, MSG_NOSIGNAL) != 1;
}

/* Begins, and then sends a byte a second; gives how many are still connected in the end. */
static int trickle(const char *beginning) {
    int sockets[MANY], open = MANY;
    bool cut[MANY] = {false};
    for (int i = 0; i < MANY; i++) {
        sockets[i] = peer_connect(&peer);
        assert_true(peer_write(sockets[i], beginning, strlen(beginning)));
    }
    const time_t begun = time(NULL);
    while (open > 0 && time(NULL) - begun < MOST_SECONDS) {
        peer_get(&peer, "/healthz", "", &answer);
        assert_int_equal(answer.status, 200);
        peer_drain(&peer);
        (void)sleep(1);
        for (int i = 0; i < MANY; i++) {
            if (cut[i] || !is_cut_off(sockets[i])) continue;
            cut[i] = true;
            open--;
        }
    }
    for (int i = 0; i < MANY; i++) (void)close(sockets[i]);
    return open;
}

static void slow_headers_are_cut_off(void **state) {
    (void)state;
    assert_int_equal(trickle("GET /healthz HTTP/1.1\r\nHost: x\r\nX-Slow: "), 0);
}

static void slow_bodies_are_cut_off(void **state) {
    (void)state;
    assert_int_equal(trickle("POST /login HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                             "Content-Length: 60000\r\n\r\nname="),
                     0);
}

#define TASK                                                                                                                   \
    "{\"id\":\"2026-slow-1\",\"title\":\"关于报送台账的通知\",\"issuer\":{\"name\":\"县水利局\"},\"townships\":[\"柳溪乡\"]}"

/* The log has gone into the file, which is all that somebody who copies the folder at night needs. */
static void at_rest_the_ledger_is_one_file(void **state) {
    char token[TOKEN_BYTES], headers[160], log[128];
    struct stat info;
    (void)state;
    peer_account(&peer, "gate-program", ROLE_GATEKEEPER, "县编办", true, token);
    (void)snprintf(headers, sizeof headers, "Authorization: Bearer %s\r\n", token);
    (void)snprintf(log, sizeof log, "%s/ledger.db-wal", peer.folder);
    peer_post(&peer, "/v1/screen?record=true", headers, "application/json", TASK, &answer);
    assert_int_equal(answer.status, 200);
    assert_int_equal(stat(log, &info), 0);
    const time_t begun = time(NULL);
    while (stat(log, &info) == 0 && time(NULL) - begun < MOST_SECONDS) (void)sleep(1);
    assert_int_equal(stat(log, &info), -1);
    peer_post(&peer, "/v1/screen?record=true", headers, "application/json", TASK, &answer);
    assert_int_equal(answer.status, 200);
}

static int start(void **state) {
    (void)state;
    peer_start(&peer, NULL);
    return 0;
}

static int stop(void **state) {
    (void)state;
    return peer_stop(&peer);
}

int main(void) {
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(slow_headers_are_cut_off),
        cmocka_unit_test(slow_bodies_are_cut_off),
        cmocka_unit_test(at_rest_the_ledger_is_one_file),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
