/* test_roles.c - every route with every role: who is in its row gets through, nobody else does. */
#include <check.h>
#include <http/peer.h>
#include <http/route.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static struct peer peer;
static struct peer_answer answer;
static char cookie[ROLE_COUNT][160], token[ROLE_COUNT][128], form_token[ROLE_COUNT][TOKEN_BYTES];

/* "/v1/tasks/{task}/move" as "/v1/tasks/x/move". */
static void path_of(const struct route *route, char out[256]) {
    size_t length = 0;
    for (const char *at = route->path; *at; at++) {
        if (*at == '{') {
            at = strchr(at, '}');
            out[length++] = 'x';
        } else
            out[length++] = *at;
    }
    out[length] = '\0';
}

static void ask(const struct route *route, enum role role) {
    char path[256], body[256] = "";
    const bool is_api = route->traits & ROUTE_API, is_form = route->traits & ROUTE_FORM;
    const char *headers = is_api ? token[role] : cookie[role];
    path_of(route, path);
    if (is_form) (void)snprintf(body, sizeof body, "form_token=%s", form_token[role]);
    if (route->method == METHOD_GET)
        peer_get(&peer, path, headers, &answer);
    else
        peer_post(&peer, path, headers, is_form ? PEER_FORM : "application/json", body, &answer);
}

static void each_route_lets_through_whom_its_row_names(void **state) {
    (void)state;
    size_t count;
    const struct route *routes = route_table(&count);
    assert_true(count > 30);
    for (size_t i = 0; i < count; i++) {
        if (strcmp(routes[i].path, "/logout") == 0 || strcmp(routes[i].path, "/login") == 0) continue; /* test_accounts.c */
        for (int role = ROLE_NONE; role < ROLE_COUNT; role++) {
            const bool may = routes[i].roles == ROUTE_ANYONE || (routes[i].roles & ROLE_BIT(role));
            ask(&routes[i], (enum role)role);
            const bool is_out =
                answer.status == 401 || answer.status == 403 || (role == ROLE_NONE && peer_goes_to(&answer, "/login"));
            if (is_out == may && strcmp(routes[i].path, "/") != 0 && strcmp(routes[i].path, "/password") != 0)
                fail_msg("%s as \"%s\": %u %s", routes[i].path, role_name((enum role)role), answer.status, answer.body);
            assert_true(answer.status < 500);
        }
    }
}

/* A session opens no API, and a token no page. */
static void sessions_and_tokens_have_their_own_doors(void **state) {
    (void)state;
    peer_get(&peer, "/v1/list", cookie[ROLE_GATEKEEPER], &answer);
    assert_int_equal(answer.status, 401);
    peer_get(&peer, "/admin", token[ROLE_ADMINISTRATOR], &answer);
    assert_true(peer_goes_to(&answer, "/login"));
    peer_get(&peer, "/v1/list", "Authorization: Bearer \r\n", &answer);
    assert_int_equal(answer.status, 401);
    peer_get(&peer, "/v1/list", "Authorization: Basic YWRtaW46YWRtaW4=\r\n", &answer);
    assert_int_equal(answer.status, 401);
}

#define SECRET "本县机密之事"

/* The address of a route with what is really there. */
static void real_path_of(const struct route *route, char out[256]) {
    const char *from = strchr(route->path, '{');
    const size_t head = from ? (size_t)(from - route->path) : strlen(route->path);
    const char *rest = from ? strchr(from, '}') + 1 : "";
    const char *id = "2026-11";
    if (from && strncmp(from, "{task}", 6) == 0) id = "secret-1";
    if (from && strncmp(from, "{item}", 6) == 0) id = "C-014";
    if (from && strncmp(from, "{rule}", 6) == 0) id = "TIME-001";
    (void)snprintf(out, 256, "%.*s%s%s", (int)head, route->path, from ? id : "", rest);
}

/* What another township received from another department: no route of the table that these two may ask tells of it, and what is
 * about it is not there for them. */
static void no_route_tells_of_others_tasks(void **state) {
    (void)state;
    static const char task[] =
        "{\"id\":\"secret-1\",\"title\":\"" SECRET "\",\"body\":\"" SECRET "\",\"issuer\":{\"name\":"
        "\"县水利局\"},\"townships\":[\"柳溪乡\"],\"item\":\"C-014\",\"received_at\":\"2026-11-02T09:30\"}";
    static const enum role BOUND[] = {ROLE_DEPARTMENT, ROLE_TOWNSHIP};
    size_t count, about = 0;
    const struct route *routes = route_table(&count);
    peer_post(&peer, "/v1/screen?record=true", token[ROLE_GATEKEEPER], "application/json", task, &answer);
    assert_int_equal(answer.status, 200);
    peer_get(&peer, "/tasks/secret-1", cookie[ROLE_GATEKEEPER], &answer);
    assert_non_null(strstr(answer.body, SECRET));
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < COUNT(BOUND); k++) {
            char path[256], body[256];
            const bool is_api = routes[i].traits & ROUTE_API, is_of_task = strstr(routes[i].path, "{task}") != NULL;
            const char *headers = is_api ? token[BOUND[k]] : cookie[BOUND[k]];
            if (!(routes[i].roles & ROLE_BIT(BOUND[k])) || strcmp(routes[i].path, "/logout") == 0) continue;
            real_path_of(&routes[i], path);
            (void)snprintf(body, sizeof body,
                           is_api ? "{%.0s\"state\":\"withdrawn\",\"why\":\"x\"}" : "form_token=%s&state=withdrawn&why=x",
                           form_token[BOUND[k]]);
            if (is_of_task && strstr(path, "/letter") && is_api) (void)snprintf(body, sizeof body, "{}");
            if (routes[i].method == METHOD_GET)
                peer_get(&peer, path, headers, &answer);
            else
                peer_post(&peer, path, headers, is_api ? "application/json" : PEER_FORM, body, &answer);
            if (strstr(answer.body, SECRET) || (is_of_task && answer.status != 404))
                fail_msg("%s as \"%s\": %u %s", path, role_name(BOUND[k]), answer.status, answer.body);
            about += is_of_task;
        }
    assert_true(about >= 8); /* pages, downloads and the API of both */
}

/* The list leads to its items, and stands whole on another page for print; both stand in the server's frame, and what is
 * searched for is told in words. */
static void the_list_is_a_page_with_links(void **state) {
    (void)state;
    peer_get(&peer, "/list", cookie[ROLE_TOWNSHIP], &answer);
    assert_int_equal(answer.status, 200);
    assert_non_null(strstr(answer.body, "<a href=\"/list/C-014\">消防安全检查</a>"));
    assert_non_null(strstr(answer.body, "<a href=\"#kind-1\">"));
    assert_non_null(strstr(answer.body, "<h2 id=\"kind-1\">"));
    assert_null(strstr(answer.body, "<article"));
    assert_in_range(strlen(answer.body), 1, 80 * 1024); /* of a telephone's line */
    assert_false(strstr(answer.body, "style=\"") || strstr(answer.body, "<style") || strstr(answer.body, "<pre"));
    assert_null(strstr(strstr(answer.body, "<html") + 1, "<html"));
    peer_get(&peer, "/list?all=yes", cookie[ROLE_TOWNSHIP], &answer);
    assert_non_null(strstr(answer.body, "<a href=\"#C-014\">消防安全检查</a>"));
    assert_non_null(strstr(answer.body, "<article id=\"C-014\">"));
    peer_get(&peer, "/list/C-014", cookie[ROLE_TOWNSHIP], &answer);
    assert_int_equal(answer.status, 200);
    assert_non_null(strstr(answer.body, "<h1>消防安全检查 "));
    assert_non_null(strstr(answer.body, "县消防救援大队"));
    assert_false(strstr(answer.body, "style=\"") || strstr(answer.body, "<style") || strstr(answer.body, "<pre"));
    peer_get(&peer, "/list/C-14", cookie[ROLE_TOWNSHIP], &answer);
    assert_int_equal(answer.status, 404);
    peer_get(&peer, "/list?find=%E6%B6%88%E9%98%B2", cookie[ROLE_TOWNSHIP], &answer);
    assert_non_null(strstr(answer.body, "<a href=\"/list/C-014\">消防安全检查</a>"));
    assert_null(strstr(answer.body, "<pre"));
}

static int start(void **state) {
    (void)state;
    static const char *const OFFICES[ROLE_COUNT] = {"", "县编办", "县消防救援大队", "木塘垸镇", "县审计局", "县编办"};
    char password[ROLE_COUNT][TOKEN_BYTES], secret[TOKEN_BYTES];
    static const char *const FEW_RULES[] = {"--rules", SOURCE_DIR "/tests/door/world/rules", NULL};
    peer_start(&peer, FEW_RULES); /* trying all examples of the whole book takes long, and is asked for by each role */
    for (int role = ROLE_NONE + 1; role < ROLE_COUNT; role++) {
        char name[64];
        peer_account(&peer, role_name((enum role)role), (enum role)role, OFFICES[role], false, password[role]);
        (void)snprintf(name, sizeof name, "%s-program", role_name((enum role)role));
        peer_account(&peer, name, (enum role)role, OFFICES[role], true, secret);
        (void)snprintf(token[role], sizeof token[role], "Authorization: Bearer %s\r\n", secret);
    }
    for (int role = ROLE_NONE + 1; role < ROLE_COUNT; role++) {
        peer_sign_in(&peer, role_name((enum role)role), password[role], cookie[role]);
        peer_form_token(&peer, "/password", cookie[role], form_token[role]);
    }
    return 0;
}

static int stop(void **state) {
    (void)state;
    return peer_stop(&peer);
}

int main(void) {
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_route_lets_through_whom_its_row_names),
        cmocka_unit_test(no_route_tells_of_others_tasks),
        cmocka_unit_test(sessions_and_tokens_have_their_own_doors),
        cmocka_unit_test(the_list_is_a_page_with_links),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
