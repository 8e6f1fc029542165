/* test_faults.c - the server killed under load, rules that break while it runs, a stop in the middle of work. */
#include <check.h>
#include <http/peer.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#define JSON "application/json"

static struct peer peer;
static struct peer_answer answer;
static char token[160];

static void take_token(void) {
    char secret[TOKEN_BYTES];
    peer_account(&peer, "gate", ROLE_GATEKEEPER, "县编办", true, secret);
    (void)snprintf(token, sizeof token, "Authorization: Bearer %s\r\n", secret);
    (void)sleep(2);
}

/* Sends tasks until the server is gone; writes the numbers of those that were acknowledged to the pipe. */
static void write_tasks(int writer, int acknowledged) {
    for (int i = 0;; i++) {
        char body[256], request[1024];
        const int size = snprintf(body, sizeof body, "{\"id\":\"w%d-%d\",\"title\":\"关于第 %d 件事的通知\"}", writer, i, i);
        const int length =
            snprintf(request, sizeof request,
                     "POST /v1/tasks HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: %d\r\n%s\r\n%s",
                     size, token, body);
        if (!peer_try(&peer, request, (size_t)length, &answer)) _exit(0);
        if (answer.status != 200) continue;
        const int number[2] = {writer, i};
        if (write(acknowledged, number, sizeof number) != sizeof number) _exit(1);
    }
}

static void what_was_acknowledged_survives_a_kill(void **state) {
    (void)state;
    enum { WRITERS = 4, MOST = 20000, LAST = 100 };
    static int number[MOST][2];
    pid_t writers[WRITERS];
    int ends[2];
    size_t count = 0;
    peer_start(&peer, NULL);
    take_token();
    assert_int_equal(pipe(ends), 0);
    for (int i = 0; i < WRITERS; i++) {
        writers[i] = fork();
        if (writers[i] == 0) write_tasks(i, ends[1]);
    }
    (void)close(ends[1]);
    (void)usleep(700000);
    peer_signal(&peer, SIGKILL);
    assert_int_equal(peer_end(&peer), 128 + SIGKILL);
    peer_start_again(&peer, NULL);
    while (count < MOST && read(ends[0], number[count], sizeof *number) == sizeof *number) count++;
    for (size_t i = count > LAST ? count - LAST : 0; i < count; i++) { /* those before them lie under the same chain */
        char path[64];
        (void)snprintf(path, sizeof path, "/v1/tasks/w%d-%d", number[i][0], number[i][1]);
        peer_get(&peer, path, token, &answer);
        assert_int_equal(answer.status, 200);
    }
    for (int i = 0; i < WRITERS; i++) assert_int_equal(waitpid(writers[i], NULL, 0), writers[i]);
    (void)close(ends[0]);
    assert_true(count > 0);
    peer_get(&peer, "/v1/ledger/verify", token, &answer);
    assert_non_null(strstr(answer.body, "\"ok\":true"));
    assert_int_equal(peer_stop(&peer), 0);
}

static bool counts(const char *line) {
    peer_get(&peer, "/metrics", "", &answer);
    return strstr(answer.body, line) != NULL;
}

static bool comes_to(const char *line) {
    for (int i = 0; i < 200 && !counts(line); i++) (void)usleep(50000);
    return counts(line);
}

static void put_rule(const char *folder, const char *text) {
    char path[160];
    (void)snprintf(path, sizeof path, "%s/time/TIME-001.lua", folder);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

/* The last good rules stay in force; the reason is told; when they are mended they are taken. */
static void broken_rules_are_not_taken(void **state) {
    (void)state;
    char folder[64] = "/tmp/quanze-rules-XXXXXX", command[256];
    assert_non_null(mkdtemp(folder));
    (void)snprintf(command, sizeof command, "cp -r rules/. %s", folder);
    assert_int_equal(system(command), 0);
    const char *const options[] = {"--rules", folder, NULL};
    peer_start(&peer, options);
    take_token();
    put_rule(folder, "return {");
    peer_signal(&peer, SIGHUP);
    assert_true(comes_to("quanze_engine_last_reload_refused 1\n"));
    assert_true(counts("quanze_engine_editions_total 1\n"));
    assert_true(peer_tells(&peer, "reload refused"));
    peer_post(&peer, "/v1/screen", token, JSON, "{\"id\":\"a\",\"title\":\"关于消防检查的通知\"}", &answer);
    assert_int_equal(answer.status, 200);
    peer_get(&peer, "/v1/rules/TIME-001", token, &answer);
    assert_int_equal(answer.status, 200);
    (void)snprintf(command, sizeof command, "cp rules/time/TIME-001.lua %s/time/", folder);
    assert_int_equal(system(command), 0);
    peer_signal(&peer, SIGHUP);
    assert_true(comes_to("quanze_engine_editions_total 2\n"));
    assert_true(counts("quanze_engine_last_reload_refused 0\n"));
    assert_int_equal(peer_stop(&peer), 0);
    (void)snprintf(command, sizeof command, "rm -r %s", folder);
    assert_int_equal(system(command), 0);
}

/* A whole request that has come before the stop is answered. */
static void a_stop_lets_work_end(void **state) {
    (void)state;
    static const char request[] = "POST /login HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                                  "Content-Length: 19\r\n\r\nname=a&password=abc";
    peer_start(&peer, NULL);
    const int socket = peer_connect(&peer);
    assert_true(peer_write(socket, request, sizeof request - 1));
    (void)usleep(20000);
    peer_signal(&peer, SIGTERM);
    assert_true(peer_read(socket, &answer));
    assert_int_equal(answer.status, 403);
    (void)close(socket);
    assert_int_equal(peer_stop(&peer), 0);
}

int main(void) {
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_acknowledged_survives_a_kill),
        cmocka_unit_test(broken_rules_are_not_taken),
        cmocka_unit_test(a_stop_lets_work_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
