/* test_limit.c - past tasks are decided again for a limited time, whoever's rules it is by; few copies are taken at a time. */
#include <check.h>
#include <http/answer.h>
#include <http/deed/copying.h>
#include <http/route.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static char folder[64];

static void say_nothing(void *payload, const char *zh, const char *en) {
    (void)payload;
    (void)zh;
    (void)en;
}

static struct app *open_app(unsigned patience_ms) {
    const struct app_options options = {.data = folder,
                                        .patience_ms = patience_ms,
                                        .language = QUANZE_EN,
                                        .engine = {.lists = "lists/demo", .rules = "rules"},
                                        .say = say_nothing};
    struct app *app = NULL;
    struct quanze_error error;
    if (app_open(&options, &app, &error) != QUANZE_OK) fail_msg("%s", error.en);
    return app;
}

/* The status of a request to the API; one that is refused says why. */
static unsigned ask(struct app *app, const char *target, const char *why) {
    struct quanze_error error;
    struct request request = {.method = METHOD_GET, .headers = {.accept = STR("")}};
    struct reply reply = {.status = 0};
    struct str ids[2];
    bool other;
    assert_int_equal(request_read_target(&request, str_of(target), &error), QUANZE_OK);
    struct call call = {.app = app, .request = &request, .reply = &reply, .language = QUANZE_EN};
    call.route = route_find(METHOD_GET, request.path, ids, &other);
    call.route->answer(&call);
    call_end(&call);
    if (reply.status != 200) assert_non_null(strstr(reply.body.at, why));
    if (reply.has_file) assert_int_equal(close(reply.file), 0);
    if (reply.has_file) copying_end(app);
    const unsigned status = reply.status;
    reply_free(&reply);
    request_free(&request);
    return status;
}

static void the_servers_own_rules_have_no_longer(void **state) {
    (void)state;
    static const unsigned PATIENCE_MS[] = {1, 0}, STATUS[] = {422, 200};
    for (size_t i = 0; i < COUNT(STATUS); i++) {
        struct app *app = open_app(PATIENCE_MS[i]);
        assert_int_equal(ask(app, "/v1/rules/replay?from=2026-10", "longer than is allowed"), STATUS[i]);
        app_close(app);
    }
}

/* Copies of the ledger that nobody comes to take do not fill the disk. */
static void few_copies_are_under_way(void **state) {
    (void)state;
    static const char *const TARGETS[] = {"/v1/ledger/export", "/v1/ledger/backup"};
    struct app *app = open_app(0);
    for (size_t i = 0; i < COUNT(TARGETS); i++) {
        app->copies = 4;
        assert_int_equal(ask(app, TARGETS[i], "try again later"), 503);
        app->copies = 3;
        assert_int_equal(ask(app, TARGETS[i], ""), 200);
        assert_int_equal(app->copies, 3);
    }
    app_close(app);
}

static int make(void **state) {
    (void)state;
    char command[512];
    (void)snprintf(folder, sizeof folder, "/tmp/quanze-limit-XXXXXX");
    if (!mkdtemp(folder)) return -1;
    (void)snprintf(command, sizeof command,
                   QUANZE " screen lists/demo/months/2026-10.jsonl --lists lists/demo --record --ledger %s/ledger.db "
                          ">/dev/null 2>&1; [ $? -lt 64 ]",
                   folder);
    return system(command) == 0 ? 0 : -1;
}

static int clear(void **state) {
    (void)state;
    char command[128];
    (void)snprintf(command, sizeof command, "rm -r %s", folder);
    return system(command);
}

int main(void) {
    static const struct CMUnitTest tests[] = {cmocka_unit_test(the_servers_own_rules_have_no_longer),
                                              cmocka_unit_test(few_copies_are_under_way)};
    return cmocka_run_group_tests(tests, make, clear);
}
