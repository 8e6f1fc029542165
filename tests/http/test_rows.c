/* test_rows.c - pages that are lists of rows, and grow: read page by page. */
#include <check.h>
#include <http/peer.h>
#include <quanze_ledger.h>
#include <stdio.h>
#include <stdlib.h>

static struct peer peer;
static struct peer_answer answer;
static char cookie[160], form_token[TOKEN_BYTES];

static unsigned get(const char *path) {
    peer_get(&peer, path, cookie, &answer);
    return answer.status;
}

static unsigned post(const char *path, const char *fields) {
    char form[2048];
    (void)snprintf(form, sizeof form, "form_token=%s&%s", form_token, fields);
    peer_post(&peer, path, cookie, PEER_FORM, form, &answer);
    return answer.status;
}

static bool shows(const char *text) { return strstr(answer.body, text) != NULL; }

#define FULL 200 /* stand on a page */
#define MANY 201

static bool discard(void *payload, const void *bytes, size_t length) {
    (void)payload;
    (void)bytes;
    return length > 0;
}

/* A complaint, a correction and a seal; the last of each is the only one that says 201. */
static void fill_once(struct quanze_ledger *ledger, int number) {
    struct quanze_error error;
    char words[32], by[64];
    static const struct quanze_sink nothing = {.write = discard};
    static const char key[] = "0707070707070707070707070707070707070707070707070707070707070707";
    (void)snprintf(words, sizeof words, "number %03d of many", number);
    (void)snprintf(by, sizeof by, "县审计局/%s", words);
    const struct quanze_complaint_request complaint = {.words = words, .today = "2026-11-23", .sink = nothing};
    const struct quanze_correction_request correction = {.words = words,
                                                         .department = "县消防救援大队",
                                                         .until = "2026-12-31",
                                                         .by = "县审计局/look",
                                                         .now = "2026-11-23T10:00",
                                                         .sink = nothing};
    const struct quanze_seal_request seal = {
        .month = "2026-11", .key = key, .by = by, .now = "2026-11-23T10:00", .sink = nothing};
    assert_int_equal(quanze_complaint_add(ledger, NULL, &complaint, &error), QUANZE_OK);
    assert_int_equal(quanze_correction_enter(ledger, NULL, &correction, &error), QUANZE_OK);
    assert_int_equal(quanze_ledger_seal(ledger, &seal, &error), QUANZE_OK);
}

static size_t count_shown(const char *text) {
    size_t count = 0;
    for (const char *at = answer.body; (at = strstr(at, text)) != NULL; at++) count++;
    return count;
}

/* Where there is nothing yet no order of rows is told, and no other month is offered. */
static void nothing_is_offered_where_there_is_nothing(void **state) {
    (void)state;
    static const char *const PATHS[] = {"/complaints", "/corrections", "/ledger/seals"};
    for (size_t i = 0; i < sizeof PATHS / sizeof *PATHS; i++) {
        assert_int_equal(get(PATHS[i]), 200);
        assert_true(shows("没有记录") && !shows("新的在前"));
    }
    assert_int_equal(get("/audit"), 200);
    assert_true(shows("台账里还没有注明日期的任务") && !shows("/audit?month="));
    assert_int_equal(get("/audit?month=2026-12"), 200);
    assert_true(shows("2026-12") && !shows("/audit?month="));
}

/* Lists that grow without end are read page by page: what waits, or what is new, stands on the first. */
static void long_lists_are_read_page_by_page(void **state) {
    (void)state;
    static const char *const PATHS[] = {"/complaints", "/corrections", "/ledger/seals"};
    struct quanze_ledger *ledger;
    struct quanze_error error;
    char path[128];
    (void)snprintf(path, sizeof path, "%s/ledger.db", peer.folder);
    assert_int_equal(quanze_ledger_open(path, QUANZE_LEDGER_WRITE, &ledger, &error), QUANZE_OK);
    for (int number = 1; number <= FULL; number++) fill_once(ledger, number);
    for (size_t i = 0; i < sizeof PATHS / sizeof *PATHS; i++) {
        assert_int_equal(get(PATHS[i]), 200);
        assert_int_equal(count_shown("<tr>"), FULL + 1);
        assert_false(shows("下一页")); /* a page that is just full is the last */
    }
    fill_once(ledger, MANY);
    quanze_ledger_close(ledger);
    for (size_t i = 0; i < sizeof PATHS / sizeof *PATHS; i++) {
        assert_int_equal(get(PATHS[i]), 200);
        assert_int_equal(count_shown("<tr>"), FULL + 1); /* with the heads */
        assert_true(shows("201 of many") && shows("002 of many") && !shows("001 of many"));
        const char *heading = strstr(answer.body, "<h1>"), *order = strstr(answer.body, "新的在前");
        assert_true(heading && order && heading < order); /* nothing stands above the heading */
        assert_true(shows("<a href=\"?after=200\">下一页</a>") && !shows("回到第一页"));
        (void)snprintf(path, sizeof path, "%s?after=200", PATHS[i]);
        assert_int_equal(get(path), 200);
        assert_true(shows("001 of many") && !shows("002 of many"));
        assert_true(shows("<a href=\"?after=0\">回到第一页</a>") && !shows("下一页"));
        (void)snprintf(path, sizeof path, "%s?after=x", PATHS[i]);
        assert_int_equal(get(path), 400);
    }
    assert_int_equal(get("/corrections?on=2026-11-23"), 200);
    assert_true(shows("<a href=\"?on=2026-11-23&amp;after=200\">下一页</a>"));
    assert_int_equal(post("/corrections", "step=done&after=200&number=1&words="), 422); /* on the page where it was chosen */
    assert_true(shows("value=\"1\" checked"));
}

/* The journal begins with what was entered last; both its ends are one step away. */
static void the_log_begins_with_the_newest(void **state) {
    (void)state;
    assert_int_equal(get("/ledger"), 200);
    assert_true(shows("新的在前") && shows("<a href=\"/ledger?after=0\">从最早的看起</a>"));
    const char *last = strstr(answer.body, "number 201 of many"), *before = strstr(answer.body, "number 200 of many");
    assert_true(last && before && last < before);
    const char *next = strstr(answer.body, "?before=");
    assert_non_null(next);
    char path[64];
    const long row = strtol(next + strlen("?before="), NULL, 10);
    (void)snprintf(path, sizeof path, "/ledger?before=%ld", row);
    assert_int_equal(get(path), 200);
    (void)snprintf(path, sizeof path, ">%ld</td>", row - 1);
    assert_true(shows(path) && shows("回到第一页"));
    (void)snprintf(path, sizeof path, ">%ld</td>", row);
    assert_false(shows(path));
    assert_int_equal(get("/ledger?after=0"), 200);
    assert_true(shows("旧的在前") && shows(">1</td>") && shows("<a href=\"/ledger\">从最新的看起</a>"));
    assert_int_equal(get("/ledger?before=202"), 200);
    assert_true(count_shown("<tr>") == FULL + 1 && shows("下一页") && shows(">2</td>"));
    assert_int_equal(get("/ledger?before=201"), 200);
    assert_true(shows(">1</td>") && !shows("下一页")); /* just full */
    assert_int_equal(get("/ledger?after=402"), 200);
    assert_true(shows("下一页"));
    assert_int_equal(get("/ledger?after=403"), 200);
    assert_true(shows(">603</td>") && !shows("下一页"));
    assert_int_equal(get("/ledger?before=x"), 400);
}

/* A sentence begins with a capital; a word that is quoted stands as it was written. */
static void what_is_wrong_is_a_sentence(void **state) {
    (void)state;
    assert_int_equal(get("/tasks/none-such?lang=en"), 404);
    assert_true(shows("role=\"alert\">There is no task"));
    assert_int_equal(get("/ledger/verify?head=nonsense&lang=en"), 422);
    assert_true(shows("role=\"alert\">&quot;nonsense&quot;"));
    peer_get(&peer, "/static/style.css", "", &answer);
    assert_false(shows("p.error::first-letter")); /* it would reach the quoted word */
}

static int start(void **state) {
    (void)state;
    static const char *const DAY[] = {"--today", "2026-11-23", NULL};
    char password[TOKEN_BYTES];
    peer_start(&peer, DAY);
    peer_account(&peer, "look", ROLE_AUDITOR, "县审计局", false, password);
    peer_sign_in(&peer, "look", password, cookie);
    peer_form_token(&peer, "/password", cookie, form_token);
    return 0;
}

static int stop(void **state) {
    (void)state;
    return peer_stop(&peer);
}

int main(void) {
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_offered_where_there_is_nothing),
        cmocka_unit_test(long_lists_are_read_page_by_page),
        cmocka_unit_test(what_is_wrong_is_a_sentence),
        cmocka_unit_test(the_log_begins_with_the_newest),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
