#include <base/buf.h>
#include <base/utf8.h>
#include <check.h>
#include <http/peer.h>
#include <http/route.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define JSON "application/json"
#define TASK                                                                                                                   \
    "{\"id\":\"2026-xf-1\",\"title\":\"关于开展消防安全检查的通知\",\"kind\":\"patrol\",\"complete\":true,"       \
    "\"issuer\":{\"name\":\"消防大队\",\"kind\":\"county_department\"},\"townships\":[\"木塘垸镇\"],"                  \
    "\"received_at\":\"2026-11-02T09:30\",\"due_at\":\"2026-11-02T16:00\"}"

static struct peer peer;
static struct peer_answer answer, other;
static char gate[160], gate2[160], fire[160], water[160], mutang[160], liuxi[160], looker[160];

static unsigned post(const char *path, const char *token, const char *body) {
    peer_post(&peer, path, token, JSON, body, &answer);
    return answer.status;
}

static unsigned get(const char *path, const char *token) {
    peer_get(&peer, path, token, &answer);
    return answer.status;
}

static void screening_answers_as_the_command_does(void **state) {
    (void)state;
    assert_int_equal(post("/v1/screen", gate, TASK), 200);
    assert_non_null(strstr(answer.body, "\"format\":\"quanze/verdict/1\""));
    assert_non_null(strstr(answer.body, "\"task\":\"2026-xf-1\""));
    assert_non_null(strstr(answer.body, "\"verdict\":\""));
    assert_int_equal(post("/v1/screen", gate, "[" TASK "," TASK "]"), 200);
    assert_true(answer.body[0] == '[' && strstr(answer.body, "},\n{") && strstr(answer.body, "]\n"));
    assert_non_null(strstr(answer.body, "\"how\":\"matched\""));
    assert_int_equal(post("/v1/screen?match=false", gate, TASK), 200);
    assert_non_null(strstr(answer.body, "\"how\":\"none\""));
    assert_int_equal(get("/v1/tasks/2026-xf-1", gate), 404); /* it was not asked to be recorded */
}

/* A month of tasks in one request would fill the memory of a small machine with what is said of them: it is refused in words,
 * and nothing of it is written down. */
static void an_answer_has_a_limit(void **state) {
    (void)state;
    enum { TASKS = 1500 };
    struct buf lines = {0};
    for (int i = 0; i < TASKS; i++)
        buf_printf(&lines, "{\"id\":\"many-%d\",\"title\":\"关于开展消防安全检查的通知\",\"issuer\":{\"name\":\"消防大队\"}}\n",
                   i);
    buf_put_char(&lines, '\0');
    assert_false(lines.failed);
    peer_post(&peer, "/v1/screen?record=true", gate, "application/x-ndjson", lines.at, &answer);
    assert_int_equal(answer.status, 422);
    assert_non_null(strstr(answer.body, "64 MiB"));
    assert_int_equal(get("/v1/tasks/many-0", gate), 404);
    buf_free(&lines);
}

static void what_is_wrong_is_told_in_both_languages(void **state) {
    (void)state;
    assert_int_equal(post("/v1/screen", gate, "{\"id\":\"a\",\"tittle\":\"x\"}"), 422);
    char type[512];
    assert_string_equal(peer_header(&answer, "Content-Type", type), "application/problem+json");
    assert_non_null(strstr(answer.body, "\"code\":\"unknown-key\""));
    assert_non_null(strstr(answer.body, "\"detail_zh\":"));
    assert_non_null(strstr(answer.body, "did you mean"));
    assert_int_equal(post("/v1/screen", gate, "not json"), 422);
    peer_post(&peer, "/v1/screen", gate, "image/png", "x", &answer);
    assert_int_equal(answer.status, 415);
    assert_int_equal(post("/v1/tasks/2026-xf-1/move", gate, "{\"state\":"), 400);
    char headers[256];
    (void)snprintf(headers, sizeof headers, "%sAccept-Language: en\r\n", gate);
    assert_int_equal(get("/v1/none", headers), 404);
    assert_non_null(strstr(answer.body, "\"title\":\"Not found\""));
}

/* A township sees what it received, a department what it sent, whatever they ask; of the rest not even the name. */
static void offices_see_their_own_tasks_alone(void **state) {
    (void)state;
    assert_int_equal(post("/v1/screen?record=true", fire, TASK), 200);
    assert_int_equal(get("/v1/tasks/2026-xf-1", fire), 200); /* by its alias */
    assert_int_equal(get("/v1/tasks/2026-xf-1", mutang), 200);
    assert_int_equal(get("/v1/tasks/2026-xf-1", gate), 200);
    assert_int_equal(get("/v1/tasks/2026-xf-1", looker), 200);
    assert_int_equal(get("/v1/tasks/2026-xf-1", water), 404);
    assert_int_equal(get("/v1/tasks/2026-xf-1", liuxi), 404);
    assert_int_equal(get("/v1/tasks/2026-xf-2", liuxi), 404);
    assert_null(strstr(answer.body, "2026-xf-1"));
    assert_int_equal(post("/v1/tasks/2026-xf-1/move", liuxi, "{\"state\":\"received_unadmitted\",\"why\":\"x\"}"), 404);
    assert_int_equal(post("/v1/tasks", water, TASK), 422);
    assert_non_null(strstr(answer.body, "not-yours"));
    assert_int_equal(post("/v1/screen?record=true", liuxi, TASK), 422);
}

#define ASKED "\"history.same_form_asked\",\"value\":3"

/* A paper that somebody made up about others is judged, but how often those others were asked for the same is not told. */
static void the_past_is_told_to_its_offices(void **state) {
    (void)state;
    static const char form[] =
        "{\"id\":\"%s\",\"title\":\"%s\",\"kind\":\"form\",\"item\":\"C-014\",\"issuer\":{\"name\":"
        "\"县消防救援大队\",\"kind\":\"county_department\"},\"townships\":[\"木塘垸镇\"],\"received_at\":"
        "\"2026-11-02T09:30\",\"body\":\"报送台账\",\"demands\":{\"forms\":[{\"name\":\"台账\"}]}}";
    char body[1024];
    for (int i = 0; i < 3; i++) {
        char id[32];
        (void)snprintf(id, sizeof id, "past-%d", i);
        (void)snprintf(body, sizeof body, form, id, "关于报送台账的通知");
        assert_int_equal(post("/v1/screen?record=true", gate, body), 200);
    }
    (void)snprintf(body, sizeof body, form, "made-up", "关于报送台账的通知");
    const char *const theirs[] = {gate, fire, mutang}, *const others[] = {water, liuxi};
    for (size_t i = 0; i < COUNT(theirs); i++) {
        assert_int_equal(post("/v1/screen", theirs[i], body), 200);
        assert_non_null(strstr(answer.body, ASKED));
    }
    for (size_t i = 0; i < COUNT(others); i++) {
        assert_int_equal(post("/v1/screen", others[i], body), 200);
        assert_null(strstr(answer.body, ASKED));
    }
}

/* Whose task an id names, theirs it stays: a version by another office, its own by what it says, would take the task from them
 * and open what was kept of it. */
static void an_id_stays_with_its_offices(void **state) {
    (void)state;
    static const char theirs[] = "{\"id\":\"2026-xf-1\",\"title\":\"另一件\",\"issuer\":{\"name\":\"县水利局\"},"
                                 "\"townships\":[\"柳溪乡\"]}";
    const char *const strangers[] = {water, liuxi};
    for (size_t i = 0; i < COUNT(strangers); i++) {
        assert_int_equal(post("/v1/screen?record=true", strangers[i], theirs), 422);
        assert_non_null(strstr(answer.body, "2026-xf-1"));
        assert_int_equal(post("/v1/tasks", strangers[i], theirs), 422);
        assert_non_null(strstr(answer.body, "not-yours"));
        assert_int_equal(get("/v1/tasks/2026-xf-1", strangers[i]), 404);
    }
    assert_int_equal(get("/v1/tasks/2026-xf-1", fire), 200);
    assert_int_equal(post("/v1/screen", water, theirs), 200); /* what is not recorded takes nothing */
    assert_int_equal(post("/v1/screen?record=true", mutang, TASK), 200);
}

/* The second one is told that somebody was faster. */
static void a_task_is_decided_once(void **state) {
    (void)state;
    assert_int_equal(
        post("/v1/tasks/2026-xf-1/move", mutang, "{\"state\":\"received_unadmitted\",\"why\":\"未经准入直接下发\"}"), 200);
    assert_int_equal(
        post("/v1/tasks/2026-xf-1/move", mutang, "{\"state\":\"received_unadmitted\",\"why\":\"未经准入直接下发\"}"), 409);
    assert_int_equal(post("/v1/tasks/2026-xf-1/move", gate, "{\"state\":\"violation\",\"why\":\"查实\"}"), 200);
    assert_int_equal(post("/v1/tasks/2026-xf-1/move", mutang, "{\"state\":\"accepted\",\"why\":\"x\"}"), 409);
}

/* What no verdict admits, two people may: each with an account of their own, not with a name that one of them writes. */
static void two_people_are_two_accounts(void **state) {
    (void)state;
    static const char task[] =
        "{\"id\":\"2026-xf-9\",\"title\":\"关于开展消防安全检查的通知\",\"kind\":\"patrol\",\"complete\":true,"
        "\"issuer\":{\"name\":\"消防大队\",\"kind\":\"county_department\"},\"townships\":[\"木塘垸镇\"],"
        "\"received_at\":\"2026-11-02T09:30\",\"due_at\":\"2026-11-12T16:00\"}";
    static const char path[] = "/v1/tasks/2026-xf-9/move";
    char body[512];
    assert_int_equal(post("/v1/screen?record=true", gate, task), 200);
    assert_non_null(strstr(answer.body, "\"verdict\":\"hold\""));
    assert_int_equal(post(path, gate, "{\"state\":\"admitted\",\"why\":\"x\"}"), 409);
    assert_int_equal(post(path, gate, "{\"state\":\"admitted\",\"why\":\"x\",\"approved_by\":\"县编办/另一人\"}"), 422);
    const char *const tokens[] = {gate, looker, "Authorization: Bearer 00\r\n"};
    for (size_t i = 0; i < COUNT(tokens); i++) { /* oneself, another office, nobody */
        (void)snprintf(body, sizeof body, "{\"state\":\"admitted\",\"why\":\"x\",\"approval_token\":\"%.*s\"}",
                       (int)strcspn(tokens[i] + 22, "\r"), tokens[i] + 22);
        assert_int_equal(post(path, gate, body), 409);
    }
    (void)snprintf(body, sizeof body, "{\"state\":\"admitted\",\"why\":\"x\",\"approval_token\":\"%.*s\"}",
                   (int)strcspn(gate2 + 22, "\r"), gate2 + 22);
    assert_int_equal(post(path, gate, body), 200);
    assert_int_equal(get("/v1/tasks/2026-xf-9", gate), 200);
    assert_non_null(strstr(answer.body, "\"approved_by\":\"县编办/gate2\""));
}

static void a_write_that_is_sent_twice_is_done_once(void **state) {
    (void)state;
    char headers[256], third[256];
    static const char body[] = "{\"words\":\"同一张表一天要三次\",\"department\":\"县消防救援大队\"}";
    (void)snprintf(headers, sizeof headers, "%sIdempotency-Key: abc\r\n", fire);
    (void)snprintf(third, sizeof third, "%sIdempotency-Key: abc\r\n", water);
    peer_post(&peer, "/v1/complaints", headers, JSON, body, &answer);
    assert_int_equal(answer.status, 200);
    peer_post(&peer, "/v1/complaints", headers, JSON, body, &other);
    assert_int_equal(other.status, 200);
    assert_string_equal(answer.body, other.body); /* the same number */
    peer_post(&peer, "/v1/complaints", headers, JSON, "{\"words\":\"另一件\"}", &other);
    assert_int_equal(other.status, 422);
    peer_post(&peer, "/v1/complaints", third, JSON, body, &other); /* a key is its sender's own */
    assert_int_equal(other.status, 200);
    assert_string_not_equal(answer.body, other.body);
}

static void complaints_are_slowed_down(void **state) {
    (void)state;
    unsigned status = 200;
    for (int i = 0; i < 10 && status == 200; i++) status = post("/v1/complaints", "", "{\"words\":\"x\"}");
    assert_int_equal(status, 429);
    char wait[512];
    assert_true(atoi(peer_header(&answer, "Retry-After", wait)) > 0);
}

static void the_log_comes_in_pages(void **state) {
    (void)state;
    assert_int_equal(get("/v1/ledger/log?limit=2", gate), 200);
    assert_non_null(strstr(answer.body, "\"row\":1,"));
    assert_non_null(strstr(answer.body, "\"row\":2,"));
    assert_null(strstr(answer.body, "\"row\":3,"));
    assert_int_equal(get("/v1/ledger/log?after=2&limit=1", gate), 200);
    assert_null(strstr(answer.body, "\"row\":2,"));
    assert_non_null(strstr(answer.body, "\"row\":3,"));
    assert_int_equal(get("/v1/ledger/verify", looker), 200);
    assert_non_null(strstr(answer.body, "\"ok\":true"));
}

/* An audit that was made before is that of now: the same as long as nothing was added. */
static void an_audit_is_kept_until_something_is_added(void **state) {
    (void)state;
    assert_int_equal(get("/v1/audit/2026-11", looker), 200);
    other = answer;
    assert_int_equal(get("/v1/audit/2026-11", gate), 200);
    assert_string_equal(answer.body, other.body);
    assert_int_equal(get("/v1/audit/2026-11?lang=en", gate), 200);
    assert_int_equal(post("/v1/tasks", gate,
                          "{\"id\":\"late\",\"title\":\"关于报送台账的通知\",\"townships\":[\"木塘垸镇\"],"
                          "\"issuer\":{\"name\":\"县水利局\"},\"received_at\":\"2026-11-03T09:30\"}"),
                     200);
    assert_int_equal(get("/v1/audit/2026-11", looker), 200);
    assert_string_not_equal(answer.body, other.body);
    assert_non_null(strstr(answer.body, "\"late\""));
}

static void list_and_rules_are_there_to_read(void **state) {
    (void)state;
    assert_int_equal(get("/v1/list/C-014", liuxi), 200);
    assert_non_null(strstr(answer.body, "消防安全检查"));
    assert_int_equal(get("/v1/list/C-14", liuxi), 404);
    assert_non_null(strstr(answer.body, "C-014"));
    assert_int_equal(get("/v1/search?text=%E6%B6%88%E9%98%B2", liuxi), 200);
    assert_non_null(strstr(answer.body, "quanze/search/1"));
    assert_int_equal(get("/v1/search?q=%E6%B6%88%E9%98%B2", liuxi), 200);
    assert_int_equal(get("/v1/search", liuxi), 400);
    assert_int_equal(get("/v1/rules/TIME-001", liuxi), 200);
    assert_int_equal(get("/v1/rules", liuxi), 200);
    assert_int_equal(get("/v1/facts", liuxi), 200);
    assert_int_equal(get("/v1/schema/task", liuxi), 200);
    assert_int_equal(get("/v1/schema/none", liuxi), 400);
}

static void a_notice_is_read(void **state) {
    (void)state;
    peer_post(
        &peer, "/v1/read", gate, "text/plain; charset=utf-8",
        "关于报送消防工作资料的通知\n\n各乡镇人民政府：\n请于2026年11月9日前报送工作方案。\n\n县消防救援大队\n2026年11月2日\n",
        &answer);
    assert_int_equal(answer.status, 200);
    assert_non_null(strstr(answer.body, "quanze/reading/1"));
    assert_non_null(strstr(answer.body, "2026-11-09"));
}

/* A correction from its opening to its relapse; only those who watch over it may enter it. */
static void corrections_are_entered_and_listed(void **state) {
    (void)state;
    static const char opening[] =
        "{\"department\":\"县消防救援大队\",\"words\":\"同一张表要了三次\",\"until\":\"2030-01-01\",\"task\":\"2026-xf-1\"}";
    assert_int_equal(post("/v1/corrections", fire, opening), 403);
    assert_int_equal(
        post("/v1/corrections", looker, "{\"department\":\"县消防救援大对\",\"words\":\"x\",\"until\":\"2090-01-01\"}"), 422);
    assert_non_null(strstr(answer.body, "清单里没有部门“县消防救援大对”，台账里也没有它的来文，是不是“县消防救援大队”？"));
    assert_int_equal(post("/v1/corrections", looker, opening), 200);
    assert_non_null(strstr(answer.body, "\"number\":1,"));
    assert_int_equal(post("/v1/corrections/1/relapsed", looker, "{\"words\":\"x\",\"until\":\"2030-02-01\"}"), 422);
    assert_int_equal(post("/v1/corrections/1/done", looker, "{\"words\":\"已合并\"}"), 200);
    assert_int_equal(post("/v1/corrections/1/relapsed", gate, "{\"words\":\"又分头要\",\"until\":\"2030-02-01\"}"), 200);
    assert_int_equal(post("/v1/corrections/2/done", looker, "{\"words\":\"x\"}"), 404);
    assert_int_equal(get("/v1/corrections", gate), 200);
    assert_non_null(strstr(answer.body, "\"state\":\"relapsed\""));
    assert_int_equal(get("/v1/corrections", fire), 403);
}

static void complaints_are_answered_by_their_number(void **state) {
    (void)state;
    assert_int_equal(post("/v1/complaints/1/answer", gate, "{\"words\":\"x\"}"), 403);
    assert_int_equal(post("/v1/complaints/1/answer", looker, "{\"words\":\"三张表已合并\"}"), 200);
    assert_int_equal(post("/v1/complaints/none/answer", looker, "{\"words\":\"x\"}"), 404);
    assert_int_equal(get("/v1/complaints", looker), 200);
    assert_non_null(strstr(answer.body, "三张表已合并"));
}

/* A letter that is not open says why in sentences that are whole. */
static void a_letter_comes_as_a_paper_or_a_proof(void **state) {
    (void)state;
    char headers[256], type[512];
    (void)snprintf(headers, sizeof headers, "%sAccept: application/zip\r\n", mutang);
    assert_int_equal(post("/v1/tasks/2026-xf-1/letter", headers, "{\"variant\":\"receipt\"}"), 200);
    assert_string_equal(peer_header(&answer, "Content-Type", type), "application/zip");
    assert_memory_equal(answer.body, "PK", 2);
    assert_int_equal(post("/v1/refuse?variant=receipt", headers, TASK), 200);
    assert_memory_equal(answer.body, "PK", 2);
    assert_int_equal(post("/v1/refuse?variant=refusal", mutang, TASK), 422);
    assert_non_null(strstr(answer.body, "\"errors\":[{\"detail\":\""));
    assert_int_equal(utf8_invalid_at(str_of(answer.body)), -1);
    assert_int_equal(post("/v1/tasks/2026-xf-1/letter", liuxi, "{}"), 404);
}

/* Where other programs look for it, too; and an address that is not there says where those are that are. */
static void the_description_is_easy_to_find(void **state) {
    (void)state;
    static struct peer_answer description;
    peer_get(&peer, "/openapi.json", "", &description);
    assert_int_equal(description.status, 200);
    assert_non_null(strstr(description.body, "\"openapi\""));
    assert_int_equal(get("/v1/ledger/add", gate), 404);
    assert_non_null(strstr(answer.body, "/v1/openapi.json"));
    peer_get(&peer, "/nowhere", "", &answer); /* a page is for people */
    assert_int_equal(answer.status, 404);
    assert_null(strstr(answer.body, "openapi"));
}

/* Two words for the same thing are in use for most kinds. */
static void kinds_have_several_names(void **state) {
    static const char *const KINDS[] = {"application/yaml", "application/x-yaml", "text/yaml", "text/x-yaml"};
    static const char *const LINES[] = {"application/x-ndjson", "application/jsonl", "application/x-jsonlines"};
    (void)state;
    for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++) {
        peer_post(&peer, "/v1/screen", gate, KINDS[i], "id: a\ntitle: b\n", &answer);
        assert_int_equal(answer.status, 200);
    }
    for (size_t i = 0; i < sizeof LINES / sizeof *LINES; i++) {
        peer_post(&peer, "/v1/screen", gate, LINES[i], "{\"id\":\"a\",\"title\":\"b\"}\n{\"id\":\"c\",\"title\":\"d\"}\n",
                  &answer);
        assert_int_equal(answer.status, 200);
    }
}

/* What is described is what there is: each path with its methods, and no other. */
static void the_description_names_every_route(void **state) {
    (void)state;
    static struct peer_answer description;
    size_t count, described = 0;
    const struct route *routes = route_table(&count);
    peer_get(&peer, "/v1/openapi.json", "", &description);
    assert_int_equal(description.status, 200);
    for (const char *at = description.body; (at = strstr(at, "\n  \"/v1/")) != NULL; at++) described++;
    for (size_t i = 0; i < count; i++) {
        char path[128];
        if (!(routes[i].traits & ROUTE_API)) continue;
        (void)snprintf(path, sizeof path, "\n  \"%s\": {\n", routes[i].path);
        const char *found = strstr(description.body, path);
        if (!found) fail_msg("%s is not described", routes[i].path);
        const char *end = strstr(found, "\n  }");
        const char *method = strstr(found, routes[i].method == METHOD_GET ? "\n   \"get\": {" : "\n   \"post\": {");
        assert_true(method && method < end);
        bool is_first = true;
        for (size_t j = 0; j < i; j++) is_first = is_first && strcmp(routes[j].path, routes[i].path) != 0;
        described -= is_first;
    }
    assert_int_equal(described, 0);
}

static void take_token(const char *name, enum role role, const char *office, char out[160]) {
    char secret[TOKEN_BYTES];
    peer_account(&peer, name, role, office, true, secret);
    (void)snprintf(out, 160, "Authorization: Bearer %s\r\n", secret);
}

static int start(void **state) {
    (void)state;
    peer_start(&peer, NULL);
    take_token("gate", ROLE_GATEKEEPER, "县编办", gate);
    take_token("gate2", ROLE_GATEKEEPER, "县编办", gate2);
    take_token("fire", ROLE_DEPARTMENT, "县消防救援大队", fire);
    take_token("water", ROLE_DEPARTMENT, "县水利局", water);
    take_token("mutang", ROLE_TOWNSHIP, "木塘垸镇", mutang);
    take_token("liuxi", ROLE_TOWNSHIP, "柳溪乡", liuxi);
    take_token("looker", ROLE_AUDITOR, "县审计局", looker);
    return 0;
}

static int stop(void **state) {
    (void)state;
    return peer_stop(&peer);
}

int main(void) {
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(screening_answers_as_the_command_does),
        cmocka_unit_test(an_answer_has_a_limit),
        cmocka_unit_test(what_is_wrong_is_told_in_both_languages),
        cmocka_unit_test(offices_see_their_own_tasks_alone),
        cmocka_unit_test(the_past_is_told_to_its_offices),
        cmocka_unit_test(an_id_stays_with_its_offices),
        cmocka_unit_test(a_task_is_decided_once),
        cmocka_unit_test(two_people_are_two_accounts),
        cmocka_unit_test(a_write_that_is_sent_twice_is_done_once),
        cmocka_unit_test(complaints_are_slowed_down),
        cmocka_unit_test(the_log_comes_in_pages),
        cmocka_unit_test(an_audit_is_kept_until_something_is_added),
        cmocka_unit_test(list_and_rules_are_there_to_read),
        cmocka_unit_test(a_notice_is_read),
        cmocka_unit_test(corrections_are_entered_and_listed),
        cmocka_unit_test(complaints_are_answered_by_their_number),
        cmocka_unit_test(a_letter_comes_as_a_paper_or_a_proof),
        cmocka_unit_test(the_description_is_easy_to_find),
        cmocka_unit_test(kinds_have_several_names),
        cmocka_unit_test(the_description_names_every_route),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
