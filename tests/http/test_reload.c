/* test_reload.c - rules that break while it runs. */
#include <check.h>
#include <fcntl.h>
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
}

static bool counts(const char *line) {
    peer_get(&peer, "/metrics", "", &answer);
    return strstr(answer.body, line) != NULL;
}

static bool comes_to(const char *line) {
    for (int i = 0; i < 400 && !counts(line); i++) {
        peer_drain(&peer);
        (void)usleep(50000);
    }
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

/* The administrator's page, and the log, name the file and the line. */
static void a_refused_reload_is_told_with_its_place(void **state) {
    (void)state;
    char folder[64] = "/tmp/quanze-rules-XXXXXX", command[256], cookie[160], form_token[TOKEN_BYTES], form[128];
    assert_non_null(mkdtemp(folder));
    (void)snprintf(command, sizeof command, "cp -r rules/. %s", folder);
    assert_int_equal(system(command), 0);
    const char *const options[] = {"--rules", folder, NULL};
    peer_start(&peer, options);
    peer_sign_in(&peer, "admin", peer.password, cookie);
    peer_form_token(&peer, "/admin", cookie, form_token);
    (void)snprintf(form, sizeof form, "form_token=%s", form_token);
    put_rule(folder, "return {\n");
    peer_post(&peer, "/admin/reload", cookie, PEER_FORM, form, &answer);
    assert_int_equal(answer.status, 422);
    assert_non_null(strstr(answer.body, "TIME-001.lua:2:1"));
    assert_true(peer_tells(&peer, "\"reload refused\""));
    assert_true(peer_tells(&peer, "TIME-001.lua:2:1"));
    assert_int_equal(peer_stop(&peer), 0);
    (void)snprintf(command, sizeof command, "rm -r %s", folder);
    assert_int_equal(system(command), 0);
}

/* Screens until it is told to end; exits with 0 when every answer was the same good one. */
static void screen_on(int end) {
    static const char body[] = "{\"id\":\"a\",\"title\":\"关于消防检查的通知\",\"townships\":[\"木塘垸镇\"]}";
    static struct peer_answer first;
    char request[1024], byte;
    const int length = snprintf(request, sizeof request,
                                "POST /v1/screen HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: "
                                "%zu\r\n%s\r\n%s",
                                sizeof body - 1, token, body);
    (void)fcntl(end, F_SETFL, O_NONBLOCK);
    for (int i = 0; read(end, &byte, 1) != 0; i++) {
        struct peer_answer *now = i == 0 ? &first : &answer;
        if (!peer_try(&peer, request, (size_t)length, now) || now->status != 200) _exit(1);
        if (i > 0 && strcmp(now->body, first.body) != 0) _exit(2);
    }
    _exit(0);
}

/* Good and broken rules come and go while others screen: every answer is that of the good ones. */
static void reloading_disturbs_nobody(void **state) {
    (void)state;
    enum { SCREENERS = 3, ROUNDS = 6 };
    char folder[64] = "/tmp/quanze-rules-XXXXXX", command[256], line[64];
    pid_t screeners[SCREENERS];
    int ends[2], ended = -1;
    assert_non_null(mkdtemp(folder));
    (void)snprintf(command, sizeof command, "cp -r rules/. %s", folder);
    assert_int_equal(system(command), 0);
    const char *const options[] = {"--rules", folder, NULL};
    peer_start(&peer, options);
    take_token();
    assert_int_equal(pipe(ends), 0);
    for (int i = 0; i < SCREENERS; i++) {
        screeners[i] = fork();
        if (screeners[i] == 0) {
            (void)close(ends[1]);
            screen_on(ends[0]);
        }
    }
    (void)close(ends[0]);
    (void)snprintf(command, sizeof command, "cp rules/time/TIME-001.lua %s/time/", folder);
    for (int i = 0; i < ROUNDS; i++) {
        put_rule(folder, "return {");
        peer_signal(&peer, SIGHUP);
        assert_true(comes_to("quanze_engine_last_reload_refused 1\n"));
        assert_int_equal(system(command), 0);
        peer_signal(&peer, SIGHUP);
        (void)snprintf(line, sizeof line, "quanze_engine_editions_total %d\n", i + 2);
        assert_true(comes_to(line));
    }
    (void)close(ends[1]);
    for (int i = 0; i < SCREENERS; i++) {
        assert_int_equal(waitpid(screeners[i], &ended, 0), screeners[i]);
        assert_int_equal(ended, 0);
    }
    assert_int_equal(peer_stop(&peer), 0);
    (void)snprintf(command, sizeof command, "rm -r %s", folder);
    assert_int_equal(system(command), 0);
}

int main(void) {
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(broken_rules_are_not_taken),
        cmocka_unit_test(a_refused_reload_is_told_with_its_place),
        cmocka_unit_test(reloading_disturbs_nobody),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
