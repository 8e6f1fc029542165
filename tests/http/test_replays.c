#include <check.h>
#include <http/state/replays.h>

static void the_same_request_is_done_once(void **state) {
    (void)state;
    struct replays *replays = replays_open();
    struct reply reply = {.status = 201, .type = "application/json"}, again = {0};
    assert_non_null(replays);
    assert_int_equal(replays_begin(replays, STR("a"), 1, 0, &again), REPLAY_NEW);
    assert_int_equal(replays_begin(replays, STR("a"), 1, 1, &again), REPLAY_UNDER_WAY);
    buf_put_text(&reply.body, "{\"row\":7}");
    replays_keep(replays, STR("a"), &reply);
    assert_int_equal(replays_begin(replays, STR("a"), 1, 2, &again), REPLAY_DONE);
    assert_int_equal(again.status, 201);
    assert_str(buf_str(&again.body), "{\"row\":7}");
    assert_int_equal(replays_begin(replays, STR("a"), 2, 2, &again), REPLAY_OTHER);
    assert_int_equal(replays_begin(replays, STR("b"), 1, 2, &again), REPLAY_NEW);
    assert_int_equal(replays_begin(replays, STR("a"), 1, INT64_C(25) * 3600 * 1000, &again), REPLAY_NEW); /* a day later */
    reply_free(&reply);
    reply_free(&again);
    replays_close(replays);
}

/* What failed for want of room, or was asked too often or too early, may be tried again with the same key. */
static void a_refusal_is_not_kept(void **state) {
    (void)state;
    static const unsigned refusals[] = {404, 409, 422, 429, 500, 503};
    for (size_t i = 0; i < COUNT(refusals); i++) {
        struct replays *replays = replays_open();
        struct reply reply = {.status = refusals[i]}, again = {0};
        assert_int_equal(replays_begin(replays, STR("a"), 1, 0, &again), REPLAY_NEW);
        replays_keep(replays, STR("a"), &reply);
        assert_int_equal(replays_begin(replays, STR("a"), 1, 1, &again), REPLAY_NEW);
        replays_close(replays);
    }
}

/* What tells a secret is done once, too, and nothing of it is kept. */
static void a_secret_is_told_once(void **state) {
    (void)state;
    struct replays *replays = replays_open();
    struct reply reply = {.status = 200, .type = "application/json", .tells_secret = true}, again = {0};
    assert_non_null(replays);
    assert_int_equal(replays_begin(replays, STR("a"), 1, 0, &again), REPLAY_NEW);
    buf_put_text(&reply.body, "{\"secret\":\"x\"}");
    replays_keep(replays, STR("a"), &reply);
    assert_int_equal(replays_begin(replays, STR("a"), 1, 1, &again), REPLAY_SECRET);
    assert_int_equal(again.body.length, 0);
    reply_free(&reply);
    replays_close(replays);
}

int main(void) {
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_request_is_done_once),
        cmocka_unit_test(a_refusal_is_not_kept),
        cmocka_unit_test(a_secret_is_told_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
