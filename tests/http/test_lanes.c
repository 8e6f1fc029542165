/* test_lanes.c - what takes long is done one at a time, what turned out to take long beside it, and nobody else is kept
 * waiting. */
#include <check.h>
#include <http/peer.h>
#include <http/wire/server.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

enum { LONG = 6, WORKERS = 2, AS_ASKED = 0, PUT_OFF = 1 };

static struct peer peer;
static struct peer_answer answer;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static bool may_end;
static atomic_int now[2], most[2], puts_off;

static void plan(void *payload, struct request *request, struct server_plan *out, struct reply *reply) {
    (void)payload;
    (void)reply;
    out->max_body = 1024 * 1024;
    out->lane = str_equal(request->path, STR("/long"))    ? LANE_LONG
                : str_equal(request->path, STR("/light")) ? LANE_LIGHT
                                                          : LANE_HEAVY;
}

/* Ends when it is told to; should nobody do so, after a while, and the test fails by what it finds. */
static void work_long(int kind) {
    const int here = atomic_fetch_add(&now[kind], 1) + 1;
    if (here > most[kind]) most[kind] = here;
    struct timespec until;
    (void)clock_gettime(CLOCK_REALTIME, &until);
    until.tv_sec += 60;
    (void)pthread_mutex_lock(&lock);
    while (!may_end && pthread_cond_timedwait(&changed, &lock, &until) == 0) continue;
    (void)pthread_mutex_unlock(&lock);
    (void)atomic_fetch_sub(&now[kind], 1);
}

static void respond(void *payload, struct request *request, struct reply *reply) {
    (void)payload;
    const bool is_later = str_equal(request->path, STR("/later"));
    if (is_later && !request->has_waited) {
        reply->is_put_off = true;
        puts_off++;
        return;
    }
    const bool is_asked = str_equal(request->path, STR("/long")) || request->body.length > 0;
    if (is_later || is_asked) work_long(is_later ? PUT_OFF : AS_ASKED);
    reply->status = 200;
    buf_put_text(&reply->body, "done");
}

static void done(void *payload, const struct request *request, const struct reply *reply, uint64_t wait_us) {
    (void)payload;
    (void)request;
    (void)reply;
    (void)wait_us;
}

static void refuse(void *payload, struct request *request, unsigned status, struct reply *reply) {
    (void)payload;
    (void)request;
    reply->status = status;
}

static int ask(const char *path) {
    char request[128];
    const int length = snprintf(request, sizeof request, "GET %s HTTP/1.1\r\nHost: x\r\n\r\n", path);
    const int socket = peer_connect(&peer);
    assert_true(peer_write(socket, request, (size_t)length));
    return socket;
}

static struct server *start_server(void) {
    const struct server_options options = {.address = "127.0.0.1",
                                           .threads = 1,
                                           .workers = WORKERS,
                                           .wait_ms = 60000,
                                           .hooks = {NULL, plan, respond, done, refuse}};
    struct quanze_error error;
    struct server *server = NULL;
    assert_int_equal(server_start(&options, &server, &error), QUANZE_OK);
    peer.port = server_port(server);
    return server;
}

static void let_end(bool may) {
    (void)pthread_mutex_lock(&lock);
    may_end = may;
    (void)pthread_cond_broadcast(&changed);
    (void)pthread_mutex_unlock(&lock);
}

/* The thread that reads the requests of others does not stop for a large one, even where the route is light. */
static void what_is_large_is_not_light(void **state) {
    (void)state;
    enum { LARGE = 300 * 1024 };
    static char request[LARGE + 128];
    struct server *server = start_server();
    const int head = snprintf(request, sizeof request, "POST /light HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n", LARGE);
    memset(request + head, 'a', LARGE);
    const int large = peer_connect(&peer);
    assert_true(peer_write(large, request, (size_t)head + LARGE));
    while (now[AS_ASKED] == 0) (void)usleep(1000);
    const int light = ask("/light");
    assert_true(peer_read(light, &answer));
    assert_int_equal(answer.status, 200);
    assert_int_equal(now[AS_ASKED], 1);
    (void)close(light);
    let_end(true);
    assert_true(peer_read(large, &answer));
    assert_int_equal(answer.status, 200);
    (void)close(large);
    server_stop(server, 1000);
    let_end(false);
    most[AS_ASKED] = 0;
}

static void what_takes_long_waits_for_its_turn(void **state) {
    (void)state;
    int sockets[LONG];
    struct server *server = start_server();
    for (int i = 0; i < LONG; i++) sockets[i] = ask(i % 2 ? "/later" : "/long");
    while (puts_off < LONG / 2 || now[AS_ASKED] == 0 || now[PUT_OFF] == 0) (void)usleep(1000); /* neither waits for the other */
    const int heavy = ask("/heavy");
    assert_true(peer_read(heavy, &answer)); /* while the first of both are still at work */
    assert_int_equal(answer.status, 200);
    assert_int_equal(now[AS_ASKED], 1);
    assert_int_equal(now[PUT_OFF], 1);
    (void)close(heavy);
    let_end(true);
    for (int i = 0; i < LONG; i++) {
        assert_true(peer_read(sockets[i], &answer));
        assert_int_equal(answer.status, 200);
        assert_string_equal(answer.body, "done");
        (void)close(sockets[i]);
    }
    assert_int_equal(most[AS_ASKED], 1);
    assert_int_equal(most[PUT_OFF], 1);
    server_stop(server, 1000);
}

int main(void) {
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_large_is_not_light),
        cmocka_unit_test(what_takes_long_waits_for_its_turn),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
