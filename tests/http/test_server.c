#include <arpa/inet.h>
#include <check.h>
#include <http/peer.h>
#include <http/wire/server.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

static struct peer peer;
static struct peer_answer answer;

static bool has(const char *name, const char *value) {
    char header[512];
    return strcmp(peer_header(&answer, name, header), value) == 0;
}

static void probes_tell_that_it_lives(void **state) {
    (void)state;
    peer_get(&peer, "/healthz", "", &answer);
    assert_int_equal(answer.status, 200);
    assert_string_equal(answer.body, "ok\n");
    peer_get(&peer, "/readyz", "", &answer);
    assert_int_equal(answer.status, 200);
    peer_get(&peer, "/metrics", "", &answer);
    assert_non_null(strstr(answer.body, "quanze_http_requests_total{class=\"2xx\"} "));
    assert_non_null(strstr(answer.body, "quanze_engine_editions_total 1\n"));
}

/* A browser is told to run nothing that is not ours, whatever the answer. */
static void every_answer_guards_the_browser(void **state) {
    (void)state;
    static const char *const PATHS[] = {"/login", "/healthz", "/none", "/v1/none", "/static/style.css", "/admin"};
    for (size_t i = 0; i < COUNT(PATHS); i++) {
        peer_get(&peer, PATHS[i], "", &answer);
        assert_true(has("Content-Security-Policy", "default-src 'self'; object-src 'none'; base-uri 'none'; "
                                                   "form-action 'self'; frame-ancestors 'none'"));
        assert_true(has("X-Content-Type-Options", "nosniff"));
        assert_true(has("Referrer-Policy", "same-origin"));
        assert_true(has("X-Frame-Options", "DENY"));
    }
    peer_get(&peer, "/login", "", &answer);
    assert_true(has("Cache-Control", "no-store"));
    assert_null(strstr(answer.body, "<style"));
    assert_null(strstr(answer.body, " style="));
}

static void a_path_opens_no_file(void **state) {
    (void)state;
    static const char *const TRICKS[] = {"/../etc/passwd",
                                         "/static/../../etc/passwd",
                                         "/static/%2e%2e/%2e%2e/etc/passwd",
                                         "/static/..%2f..%2fetc%2fpasswd",
                                         "/static/%252e%252e%252fetc",
                                         "//etc/passwd",
                                         "/static/style.css%00.js",
                                         "/static/..\\..\\users",
                                         "/static/users",
                                         "/users",
                                         "/ledger.db",
                                         "/%ff%fe",
                                         "/static/",
                                         "/healthz/",
                                         "/%"};
    for (size_t i = 0; i < COUNT(TRICKS); i++) {
        peer_get(&peer, TRICKS[i], "", &answer);
        assert_true(answer.status == 400 || answer.status == 404);
        assert_null(strstr(answer.body, "root:"));
        assert_null(strstr(answer.body, "argon2id"));
    }
}

static void wrong_methods_and_types_are_told(void **state) {
    (void)state;
    char allowed[512];
    peer_post(&peer, "/healthz", "", "text/plain", "", &answer);
    assert_int_equal(answer.status, 405);
    assert_string_equal(peer_header(&answer, "Allow", allowed), "GET, HEAD");
    peer_post(&peer, "/login", "", "text/plain", "name=a", &answer);
    assert_int_equal(answer.status, 415);
    static const char odd[] = "BREW /login HTTP/1.1\r\nHost: x\r\n\r\n";
    assert_true(peer_raw(&peer, odd, sizeof odd - 1, &answer));
    assert_int_equal(answer.status, 405);
    static const char head[] = "HEAD /login HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    const int socket = peer_connect(&peer);
    assert_true(peer_write(socket, head, sizeof head - 1));
    char bytes[8192];
    const ssize_t got = recv(socket, bytes, sizeof bytes, MSG_WAITALL);
    assert_true(got > 15 && memcmp(bytes, "HTTP/1.1 200 OK", 15) == 0);
    assert_memory_equal(bytes + got - 4, "\r\n\r\n", 4); /* no body */
    (void)close(socket);
}

static void a_header_too_large_is_refused(void **state) {
    (void)state;
    char usual[10240];
    const int told = snprintf(usual, sizeof usual, "GET /healthz HTTP/1.1\r\nHost: x\r\nX-Long: ");
    memset(usual + told, 'a', sizeof usual - (size_t)told);
    memcpy(usual + sizeof usual - 4, "\r\n\r\n", 4);
    assert_true(peer_raw(&peer, usual, sizeof usual, &answer)); /* as large as proxies let through */
    assert_int_equal(answer.status, 200);
    const size_t size = 200 * 1024;
    char *request = malloc(size);
    assert_non_null(request);
    const int start = snprintf(request, size, "GET /healthz HTTP/1.1\r\nHost: x\r\nX-Long: ");
    memset(request + start, 'a', size - (size_t)start);
    if (peer_raw(&peer, request, size, &answer)) {
        assert_true(answer.status == 431 || answer.status == 400);
        assert_null(strstr(answer.body, "aaaa")); /* the library's own few words: nothing of what was sent */
    }
    free(request);
    peer_get(&peer, "/healthz", "", &answer);
    assert_int_equal(answer.status, 200);
}

static void a_body_too_large_is_refused(void **state) {
    (void)state;
    const size_t size = 512 * 1024;
    char *body = malloc(size + 1);
    assert_non_null(body);
    memset(body, 'a', size);
    body[size] = '\0';
    peer_post(&peer, "/login", "", PEER_FORM, body, &answer);
    assert_int_equal(answer.status, 413);
    free(body);
}

static void broken_forms_are_refused(void **state) {
    (void)state;
    static const char *const FORMS[] = {"name=%zz", "name=%ff", "name=a%00b", "%=1"};
    for (size_t i = 0; i < COUNT(FORMS); i++) {
        peer_post(&peer, "/login", "", PEER_FORM, FORMS[i], &answer);
        assert_int_equal(answer.status, 400);
    }
    static const char *const PARTS[] = {"",
                                        "--b",
                                        "--b\r\n",
                                        "--b\r\n\r\n",
                                        "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx",
                                        "--b\r\nContent-Disposition: form-data; name=\"\xff\"\r\n\r\nx\r\n--b--",
                                        "x--b--",
                                        "--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--"};
    for (size_t i = 0; i < COUNT(PARTS); i++) {
        peer_post(&peer, "/login", "", "multipart/form-data; boundary=b", PARTS[i], &answer);
        assert_int_equal(answer.status, 400);
    }
    peer_post(&peer, "/login", "", "multipart/form-data", "--b--", &answer);
    assert_int_equal(answer.status, 400);
}

static void requests_may_come_in_pieces_and_in_a_row(void **state) {
    (void)state;
    static const char request[] = "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\nGET /healthz HTTP/1.1\r\nHost: x\r\n\r\n";
    const int socket = peer_connect(&peer);
    for (size_t i = 0; i < sizeof request - 1; i++) assert_true(peer_write(socket, request + i, 1));
    for (int i = 0; i < 2; i++) {
        assert_true(peer_read(socket, &answer));
        assert_int_equal(answer.status, 200);
    }
    (void)close(socket);
}

/* Peers that leave in the middle leave nothing behind. */
static void peers_may_leave_at_any_time(void **state) {
    (void)state;
    static const char request[] = "POST /login HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                                  "Content-Length: 19\r\n\r\nname=a&password=abc";
    for (size_t length = 0; length < sizeof request; length += 7) {
        const int socket = peer_connect(&peer);
        (void)peer_write(socket, request, length);
        (void)close(socket);
    }
    peer_get(&peer, "/healthz", "", &answer);
    assert_int_equal(answer.status, 200);
}

static void many_idle_connections_keep_nobody_out(void **state) {
    (void)state;
    enum { MANY = 500 };
    int sockets[MANY];
    for (int i = 0; i < MANY; i++) sockets[i] = peer_connect(&peer);
    peer_get(&peer, "/healthz", "", &answer);
    assert_int_equal(answer.status, 200);
    for (int i = 0; i < MANY; i++) (void)close(sockets[i]);
}

/* A connection from another address of this machine. */
static int connect_from(const char *address) {
    struct sockaddr_in from = {.sin_family = AF_INET}, to = {.sin_family = AF_INET, .sin_port = htons((uint16_t)peer.port)};
    const int at = socket(AF_INET, SOCK_STREAM, 0);
    assert_true(at >= 0);
    assert_int_equal(inet_pton(AF_INET, address, &from.sin_addr), 1);
    assert_int_equal(inet_pton(AF_INET, "127.0.0.1", &to.sin_addr), 1);
    assert_int_equal(bind(at, (const struct sockaddr *)&from, sizeof from), 0);
    assert_int_equal(connect(at, (const struct sockaddr *)&to, sizeof to), 0);
    return at;
}

/* More connections than a process usually has files, all with half a header: one address holds half of what there is at most,
 * and another is served meanwhile. */
static void one_address_keeps_no_other_out(void **state) {
    (void)state;
    enum { MANY = 3000, ROOM = 256 };
    static int sockets[MANY];
    static const char half[] = "GET /healthz HTTP/1.1\r\nHost: x\r\nX-Slow: ";
    static const char request[] = "GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n";
    struct rlimit files;
    assert_int_equal(getrlimit(RLIMIT_NOFILE, &files), 0);
    files.rlim_cur = files.rlim_max;
    if (files.rlim_max < MANY + ROOM) skip(); /* such a machine cannot be asked so much */
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &files), 0);
    for (int i = 0; i < MANY; i++) {
        sockets[i] = peer_connect(&peer);
        (void)peer_write(sockets[i], half, sizeof half - 1);
    }
    const int other = connect_from("127.0.0.2");
    assert_true(peer_write(other, request, sizeof request - 1));
    assert_true(peer_read(other, &answer));
    assert_int_equal(answer.status, 200);
    const char *open = strstr(answer.body, "\nquanze_http_connections ");
    assert_non_null(open);
    assert_in_range(strtoul(open + 25, NULL, 10), 1025, SERVER_CONNECTIONS / 2 + 1);
    (void)close(other);
    for (int i = 0; i < MANY; i++) (void)close(sockets[i]);
}

static void the_log_names_nobody(void **state) {
    (void)state;
    peer_get(&peer, "/v1/tasks/secret-task-of-li?q=wang", "", &answer);
    peer_post(&peer, "/login", "", PEER_FORM, "name=somebody&password=something", &answer);
    assert_int_equal(answer.status, 403);
    assert_true(peer_tells(&peer, "\"route\":\"/login\",\"role\":\"\",\"status\":403"));
    assert_null(strstr(peer.told, "secret-task"));
    assert_null(strstr(peer.told, "wang"));
    assert_null(strstr(peer.told, "somebody"));
    assert_null(strstr(peer.told, "something"));
}

static int start(void **state) {
    struct rlimit files;
    (void)state;
    assert_int_equal(getrlimit(RLIMIT_NOFILE, &files), 0);
    if (files.rlim_cur > 1024) files.rlim_cur = 1024; /* as most systems have it */
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &files), 0);
    peer_start(&peer, NULL);
    return 0;
}

static int stop(void **state) {
    (void)state;
    return peer_stop(&peer);
}

int main(void) {
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(probes_tell_that_it_lives),      cmocka_unit_test(every_answer_guards_the_browser),
        cmocka_unit_test(a_path_opens_no_file),           cmocka_unit_test(wrong_methods_and_types_are_told),
        cmocka_unit_test(a_header_too_large_is_refused),  cmocka_unit_test(a_body_too_large_is_refused),
        cmocka_unit_test(broken_forms_are_refused),       cmocka_unit_test(requests_may_come_in_pieces_and_in_a_row),
        cmocka_unit_test(peers_may_leave_at_any_time),    cmocka_unit_test(many_idle_connections_keep_nobody_out),
        cmocka_unit_test(one_address_keeps_no_other_out), cmocka_unit_test(the_log_names_nobody),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
