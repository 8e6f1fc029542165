/* test_faults.c - the server killed under load, a locked ledger, a full disk, a folder that is away. */
#include <check.h>
#include <http/peer.h>
#include <signal.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define JSON "application/json"

static struct peer peer;
static struct peer_answer answer;
static char token[160];

static bool take_nothing(void *payload, const void *bytes, size_t length) {
    (void)payload;
    (void)bytes;
    (void)length;
    return true;
}

static void take_token(void) {
    char secret[TOKEN_BYTES];
    peer_account(&peer, "gate", ROLE_GATEKEEPER, "县编办", true, secret);
    (void)snprintf(token, sizeof token, "Authorization: Bearer %s\r\n", secret);
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

/* A request with a key of its own; false when the server is gone. */
static bool post_once(const char *path, const char *key, const char *body) {
    char request[1024];
    const int length = snprintf(request, sizeof request,
                                "POST %s HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: "
                                "%zu\r\nIdempotency-Key: %s\r\n%s\r\n%s",
                                path, strlen(body), key, token, body);
    return peer_try(&peer, request, (size_t)length, &answer);
}

#define CORRECTION "{\"department\":\"县消防救援大队\",\"words\":\"同一张表要了三次\",\"until\":\"2090-01-01\"}"

/* Opens corrections until the server is gone; writes which one got no answer to the pipe. */
static void open_corrections(int writer, int unanswered) {
    for (int i = 0;; i++) {
        char key[32];
        const int number[2] = {writer, i};
        (void)snprintf(key, sizeof key, "%d-%d", writer, i);
        if (post_once("/v1/corrections", key, CORRECTION) && answer.status == 200) continue;
        _exit(write(unanswered, number, sizeof number) != sizeof number);
    }
}

static bool holds(const char *path, const char *text) {
    peer_get(&peer, path, token, &answer);
    return answer.status == 200 && strstr(answer.body, text);
}

/* Who got no answer asks again with the same key: each was entered once, whether the kill came before its write or behind it.
 */
static void what_is_asked_again_after_a_kill_is_done_once(void **state) {
    (void)state;
    enum { WRITERS = 4 };
    pid_t writers[WRITERS];
    int ends[2], number[2], keys = 0;
    peer_start(&peer, NULL);
    take_token();
    assert_int_equal(pipe(ends), 0);
    for (int i = 0; i < WRITERS; i++) {
        writers[i] = fork();
        if (writers[i] == 0) open_corrections(i, ends[1]);
    }
    (void)close(ends[1]);
    (void)usleep(700000);
    peer_signal(&peer, SIGKILL);
    assert_int_equal(peer_end(&peer), 128 + SIGKILL);
    peer_start_again(&peer, NULL);
    while (read(ends[0], number, sizeof number) == sizeof number) {
        char key[32];
        (void)snprintf(key, sizeof key, "%d-%d", number[0], number[1]);
        for (int twice = 0; twice < 2; twice++) {
            assert_true(post_once("/v1/corrections", key, CORRECTION));
            assert_int_equal(answer.status, 200);
        }
        keys += number[1] + 1;
    }
    for (int i = 0; i < WRITERS; i++) assert_int_equal(waitpid(writers[i], NULL, 0), writers[i]);
    (void)close(ends[0]);
    char opened[32];
    (void)snprintf(opened, sizeof opened, "\"open\":%d,", keys);
    assert_true(keys >= WRITERS);
    assert_true(holds("/v1/corrections?limit=1", opened));
    assert_int_equal(peer_stop(&peer), 0);
}

/* The same answer over a restart; a screening, of which no answer is kept, is judged again and not written again. */
static void a_key_is_remembered_over_a_kill(void **state) {
    (void)state;
    static const char task[] = "{\"id\":\"once\",\"title\":\"关于消防检查的通知\",\"townships\":[\"木塘垸镇\"]}";
    static struct peer_answer first, screened, journal;
    peer_start(&peer, NULL);
    take_token();
    assert_true(post_once("/v1/corrections", "a", CORRECTION));
    first = answer;
    assert_true(post_once("/v1/screen?record=true", "b", task));
    screened = answer;
    assert_true(holds("/v1/ledger/log?limit=1000", "once"));
    journal = answer;
    peer_signal(&peer, SIGKILL);
    assert_int_equal(peer_end(&peer), 128 + SIGKILL);
    peer_start_again(&peer, NULL);
    assert_true(post_once("/v1/corrections", "a", CORRECTION));
    assert_int_equal(answer.status, 200);
    assert_string_equal(answer.body, first.body);
    assert_true(post_once("/v1/corrections", "a", "{}")); /* another request by the same key */
    assert_int_equal(answer.status, 422);
    assert_true(post_once("/v1/screen?record=true", "b", task));
    assert_string_equal(answer.body, screened.body);
    peer_get(&peer, "/v1/ledger/log?limit=1000", token, &answer);
    assert_string_equal(answer.body, journal.body);
    assert_int_equal(peer_stop(&peer), 0);
}

static unsigned add_task(const char *id) {
    char body[256];
    (void)snprintf(body, sizeof body, "{\"id\":\"%s\",\"title\":\"关于一件事的通知\"}", id);
    peer_post(&peer, "/v1/tasks", token, JSON, body, &answer);
    return answer.status;
}

static unsigned look_at_task(const char *id) {
    char path[128];
    (void)snprintf(path, sizeof path, "/v1/tasks/%s", id);
    peer_get(&peer, path, token, &answer);
    return answer.status;
}

/* Another program in the middle of a long import: reading goes on, a write is told to come again, and is not half done. */
static void a_ledger_that_another_program_writes_is_waited_for(void **state) {
    (void)state;
    char path[128];
    struct quanze_ledger *ledger = NULL;
    struct quanze_error error;
    int ends[2];
    peer_start(&peer, NULL);
    take_token();
    assert_int_equal(add_task("before"), 200);
    (void)snprintf(path, sizeof path, "%s/ledger.db", peer.folder);
    assert_int_equal(pipe(ends), 0);
    const pid_t other = fork();
    if (other == 0) {
        static const char *const paths[] = {"-"};
        struct quanze_entry_summary summary;
        (void)prctl(PR_SET_PDEATHSIG, SIGKILL);
        (void)dup2(ends[0], STDIN_FILENO);
        (void)close(ends[1]);
        if (quanze_ledger_open(path, QUANZE_LEDGER_WRITE, &ledger, &error) != QUANZE_OK) _exit(1);
        const struct quanze_entry_request request = {.paths = paths,
                                                     .path_count = 1,
                                                     .input_format = "jsonl",
                                                     .now = "2026-11-22T09:30",
                                                     .format = QUANZE_FORMAT_JSON,
                                                     .sink = {take_nothing, NULL}};
        _exit(quanze_ledger_add(ledger, &request, &summary, &error) != QUANZE_OK);
    }
    (void)close(ends[0]);
    static const char line[] = "{\"id\":\"other\",\"title\":\"关于另一件事的通知\"}\n";
    assert_int_equal(write(ends[1], line, sizeof line - 1), sizeof line - 1);
    unsigned status = 200;
    for (int i = 0; i < 20 && status == 200; i++) { /* until the other one has begun */
        char id[16];
        (void)snprintf(id, sizeof id, "try-%d", i);
        status = add_task(id);
        (void)usleep(100000);
    }
    assert_int_equal(status, 503);
    assert_non_null(strstr(answer.body, "\"detail_en\""));
    assert_int_equal(look_at_task("before"), 200);
    assert_int_equal(look_at_task("other"), 404);
    (void)close(ends[1]);
    int ended = -1;
    assert_int_equal(waitpid(other, &ended, 0), other);
    assert_int_equal(ended, 0);
    assert_int_equal(look_at_task("other"), 200);
    assert_int_equal(add_task("after"), 200);
    assert_int_equal(look_at_task("after"), 200);
    assert_int_equal(peer_stop(&peer), 0);
}

static void set_room(rlim_t bytes) {
    const struct rlimit limit = {bytes, RLIM_INFINITY};
    assert_int_equal(prlimit(peer.pid, RLIMIT_FSIZE, &limit, NULL), 0);
}

static unsigned propose_waiver(void) {
    peer_post(&peer, "/v1/waivers", token, JSON,
              "{\"rule\":\"TIME-001\",\"valid_from\":\"2026-11-01\",\"valid_to\":\"2090-12-31\",\"reason\":\"x\"}", &answer);
    return answer.status;
}

/* No room for another byte: what was acknowledged is there, what was not is not, and it goes on when there is room again. */
static void a_full_disk_loses_nothing(void **state) {
    (void)state;
    enum { MOST = 5000 };
    char id[32];
    unsigned status = 200;
    int count = 0;
    peer_start(&peer, NULL);
    take_token();
    set_room((rlim_t)512 * 1024);
    while (status == 200 && count < MOST) {
        (void)snprintf(id, sizeof id, "t-%d", count);
        status = add_task(id);
        count += status == 200;
    }
    assert_true(count > 0 && count < MOST);
    assert_int_equal(status, 503);
    const unsigned more = add_task("one-more"); /* may find room once more */
    assert_true(more == 200 || more == 503);
    set_room(0);
    assert_int_equal(propose_waiver(), 503); /* of the files beside the ledger it is said no otherwise */
    peer_get(&peer, "/healthz", "", &answer);
    assert_int_equal(answer.status, 200);
    set_room(RLIM_INFINITY);
    assert_int_equal(propose_waiver(), 200);
    assert_int_equal(look_at_task("one-more"), more == 200 ? 200 : 404);
    for (int i = 0; i < count; i++) {
        (void)snprintf(id, sizeof id, "t-%d", i);
        assert_int_equal(look_at_task(id), 200);
    }
    assert_int_equal(add_task("last"), 200);
    peer_get(&peer, "/v1/ledger/verify", token, &answer);
    assert_non_null(strstr(answer.body, "\"ok\":true"));
    assert_int_equal(peer_stop(&peer), 0);
}

/* The folder is moved away while it serves, and comes back. Nothing is written where nobody would find it, who asks is told so
 * without where it is, the log tells where. */
static void a_folder_that_is_away_is_told(void **state) {
    (void)state;
    char away[80], ledger[96];
    peer_start(&peer, NULL);
    take_token();
    assert_int_equal(add_task("before"), 200);
    assert_int_equal(look_at_task("before"), 200);
    peer_get(&peer, "/readyz", "", &answer);
    assert_int_equal(answer.status, 200);
    (void)snprintf(away, sizeof away, "%s-away", peer.folder);
    (void)snprintf(ledger, sizeof ledger, "%s/ledger.db", peer.folder);
    assert_int_equal(rename(peer.folder, away), 0);
    peer_get(&peer, "/readyz", "", &answer);
    assert_int_equal(answer.status, 503);
    assert_string_equal(answer.body, "the data folder is away\n");
    assert_int_equal(add_task("nowhere"), 503);
    assert_null(strstr(answer.body, peer.folder));
    assert_int_equal(look_at_task("before"), 503);
    assert_null(strstr(answer.body, peer.folder));
    assert_int_equal(propose_waiver(), 503);
    assert_null(strstr(answer.body, peer.folder));
    peer_post(&peer, "/complaint", "", PEER_FORM, "words=x", &answer);
    assert_int_equal(answer.status, 503);
    assert_null(strstr(answer.body, peer.folder));
    assert_non_null(strstr(answer.body, "请告诉管理员")); /* a page says what to do about it */
    assert_true(peer_tells(&peer, ledger));
    peer_get(&peer, "/healthz", "", &answer);
    assert_int_equal(answer.status, 200);
    assert_int_equal(rename(away, peer.folder), 0);
    peer_get(&peer, "/readyz", "", &answer);
    assert_int_equal(answer.status, 200);
    assert_int_equal(look_at_task("before"), 200);
    assert_int_equal(look_at_task("nowhere"), 404);
    assert_int_equal(add_task("after"), 200);
    assert_int_equal(peer_stop(&peer), 0);
}

/* One of those who decide a task at the same moment; exits with 0 when it was done, 1 when another was faster. */
static void decide(int who, int start) {
    char body[128], request[1024], byte;
    const int size = snprintf(body, sizeof body, "{\"state\":\"in_review\",\"why\":\"会办 %d\"}", who);
    const int length = snprintf(request, sizeof request,
                                "POST /v1/tasks/both/move HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                                "Content-Length: %d\r\n%s\r\n%s",
                                size, token, body);
    if (read(start, &byte, 1) != 0) _exit(4); /* its end comes when all are let go */
    if (!peer_try(&peer, request, (size_t)length, &answer)) _exit(2);
    _exit(answer.status == 200 ? 0 : answer.status == 409 ? 1 : 3);
}

/* However many decide the same task at the same moment: one does, the others are told so, and the ledger has one move. */
static void one_of_many_decides(void **state) {
    (void)state;
    enum { PEOPLE = 8 };
    pid_t people[PEOPLE];
    int ends[2], ended, done = 0;
    peer_start(&peer, NULL);
    take_token();
    assert_true(post_once("/v1/screen?record=true", "a", "{\"id\":\"both\",\"title\":\"关于消防检查的通知\"}"));
    assert_int_equal(answer.status, 200);
    assert_int_equal(pipe(ends), 0);
    for (int i = 0; i < PEOPLE; i++) {
        people[i] = fork();
        if (people[i] != 0) continue;
        (void)close(ends[1]);
        decide(i, ends[0]);
    }
    (void)close(ends[0]);
    (void)close(ends[1]);
    for (int i = 0; i < PEOPLE; i++) {
        assert_int_equal(waitpid(people[i], &ended, 0), people[i]);
        assert_true(WIFEXITED(ended) && WEXITSTATUS(ended) <= 1);
        done += WEXITSTATUS(ended) == 0;
    }
    assert_int_equal(done, 1);
    peer_get(&peer, "/v1/tasks/both", token, &answer);
    assert_int_equal(answer.status, 200);
    const char *move = strstr(answer.body, "\"会办 ");
    assert_true(move && !strstr(move + 1, "\"会办 "));
    assert_int_equal(peer_stop(&peer), 0);
}

int main(void) {
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_acknowledged_survives_a_kill),
        cmocka_unit_test(what_is_asked_again_after_a_kill_is_done_once),
        cmocka_unit_test(a_key_is_remembered_over_a_kill),
        cmocka_unit_test(a_ledger_that_another_program_writes_is_waited_for),
        cmocka_unit_test(a_full_disk_loses_nothing),
        cmocka_unit_test(a_folder_that_is_away_is_told),
        cmocka_unit_test(one_of_many_decides),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
