/* test_limit.c - past tasks are decided again for a limited time, whoever's rules it is by. */
#include <check.h>
#include <http/answer.h>
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

/* The status of the server's own replay where a run may take so long. */
static unsigned replay(unsigned patience_ms) {
    const struct app_options options = {.data = folder,
                                        .patience_ms = patience_ms,
                                        .language = QUANZE_EN,
                                        .engine = {.lists = "lists/demo", .rules = "rules"},
                                        .say = say_nothing};
    struct app *app = NULL;
    struct quanze_error error;
    struct request request = {.method = METHOD_GET};
    struct reply reply = {.status = 0};
    struct str ids[2];
    bool other;
    if (app_open(&options, &app, &error) != QUANZE_OK) fail_msg("%s", error.en);
    assert_int_equal(request_read_target(&request, STR("/v1/rules/replay?from=2026-10"), &error), QUANZE_OK);
    struct call call = {.app = app, .request = &request, .reply = &reply, .language = QUANZE_EN};
    call.route = route_find(METHOD_GET, request.path, ids, &other);
    call.route->answer(&call);
    call_end(&call);
    if (reply.status != 200) assert_non_null(strstr(reply.body.at, "longer than is allowed"));
    const unsigned status = reply.status;
    reply_free(&reply);
    request_free(&request);
    app_close(app);
    return status;
}

static void the_servers_own_rules_have_no_longer(void **state) {
    (void)state;
    assert_int_equal(replay(1), 422);
    assert_int_equal(replay(0), 200);
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
    static const struct CMUnitTest tests[] = {cmocka_unit_test(the_servers_own_rules_have_no_longer)};
    return cmocka_run_group_tests(tests, make, clear);
}
