#include <check.h>
#include <http/peer.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static struct peer peer;
static struct peer_answer answer;

static unsigned try_login(const char *name, const char *password) {
    char form[1024];
    (void)snprintf(form, sizeof form, "name=%s&password=%s", name, password);
    peer_post(&peer, "/login", "", PEER_FORM, form, &answer);
    return answer.status;
}

static unsigned look(const char *path, const char *cookie) {
    peer_get(&peer, path, cookie, &answer);
    return answer.status;
}

/* The server looks at its accounts about once a second: its first answer that is `status`, or the last one. */
static unsigned look_until(unsigned status, const char *path, const char *headers) {
    for (int i = 0; i < 100 && look(path, headers) != status; i++) (void)usleep(100000);
    return answer.status;
}

/* The one-time password opens nothing but the page where it is exchanged. */
static void the_first_password_is_exchanged_first(void **state) {
    (void)state;
    char header[512], cookie[160];
    assert_int_equal(try_login("admin", peer.password), 303);
    assert_true(peer_goes_to(&answer, "/password"));
    assert_non_null(strstr(peer_header(&answer, "Set-Cookie", header), "; HttpOnly; SameSite=Strict"));
    (void)snprintf(cookie, sizeof cookie, "Cookie: %.71s\r\n", header);
    (void)look("/admin", cookie);
    assert_true(peer_goes_to(&answer, "/password"));
    peer_sign_in(&peer, "admin", peer.password, cookie);
    assert_int_equal(look("/admin", cookie), 200);
    assert_int_equal(try_login("admin", peer.password), 403);
    assert_int_equal(try_login("admin", "own-admin-password"), 303);
}

static void nobody_enters_without_a_session(void **state) {
    (void)state;
    static const char *const COOKIES[] = {
        "", "Cookie: quanze=\r\n", "Cookie: quanze=x\r\n",
        "Cookie: quanze=0000000000000000000000000000000000000000000000000000000000000000\r\n"};
    for (size_t i = 0; i < COUNT(COOKIES); i++) {
        (void)look("/admin", COOKIES[i]);
        assert_true(peer_goes_to(&answer, "/login"));
    }
}

/* A token that was there before the login is worth nothing after it. */
static void a_session_cannot_be_planted(void **state) {
    (void)state;
    char cookie[160], header[512];
    static const char planted[] = "Cookie: quanze=1111111111111111111111111111111111111111111111111111111111111111\r\n";
    peer_post(&peer, "/login", planted, PEER_FORM, "name=admin&password=own-admin-password", &answer);
    assert_int_equal(answer.status, 303);
    (void)snprintf(cookie, sizeof cookie, "Cookie: %.71s\r\n", peer_header(&answer, "Set-Cookie", header));
    assert_null(strstr(cookie, "11111111111111111111"));
    (void)look("/admin", planted);
    assert_true(peer_goes_to(&answer, "/login"));
    assert_int_equal(look("/admin", cookie), 200);
}

static void logout_ends_the_session(void **state) {
    (void)state;
    char cookie[160], token[TOKEN_BYTES], form[128];
    peer_sign_in(&peer, "admin", "own-admin-password", cookie);
    peer_form_token(&peer, "/password", cookie, token);
    (void)snprintf(form, sizeof form, "form_token=%s", token);
    peer_post(&peer, "/logout", cookie, PEER_FORM, form, &answer);
    assert_int_equal(answer.status, 303);
    (void)look("/admin", cookie);
    assert_true(peer_goes_to(&answer, "/login"));
}

/* A form of another site, of an old page or of another session changes nothing. */
static void forms_need_the_token_of_their_session(void **state) {
    (void)state;
    char cookie[160], other[160], token[TOKEN_BYTES], form[256];
    peer_sign_in(&peer, "admin", "own-admin-password", cookie);
    peer_sign_in(&peer, "admin", "own-admin-password", other);
    peer_form_token(&peer, "/admin", other, token);
    (void)snprintf(form, sizeof form, "form_token=%s&name=intruder&office=x&role=administrator", token);
    peer_post(&peer, "/admin/add", cookie, PEER_FORM, form, &answer);
    assert_int_equal(answer.status, 403);
    peer_post(&peer, "/admin/add", cookie, PEER_FORM, "name=intruder&office=x&role=administrator", &answer);
    assert_int_equal(answer.status, 403);
    peer_form_token(&peer, "/admin", cookie, token);
    (void)snprintf(form, sizeof form, "form_token=%s&name=intruder&office=x&role=administrator", token);
    char headers[256];
    (void)snprintf(headers, sizeof headers, "%sOrigin: https://elsewhere.example\r\n", cookie);
    peer_post(&peer, "/admin/add", headers, PEER_FORM, form, &answer);
    assert_int_equal(answer.status, 403);
    (void)look("/admin", cookie);
    assert_null(strstr(answer.body, "intruder"));
}

static void guessing_is_made_slow(void **state) {
    (void)state;
    unsigned status = 0;
    char header[512];
    peer_account(&peer, "guessed", ROLE_AUDITOR, "县审计局", false, header);
    for (int i = 0; i < 7; i++) status = try_login("guessed", "wrong");
    assert_int_equal(status, 429);
    assert_int_equal(try_login("guessed", header), 429); /* the right one has to wait, too */
    assert_int_equal(try_login("nobody-of-that-name", "wrong"), 403);
    assert_int_equal(try_login("admin", "own-admin-password"), 303); /* others do not */
}

/* Disabled by a command, while the server runs and the person is signed in. */
static void a_disabled_account_is_out_at_once(void **state) {
    (void)state;
    char cookie[160], secret[TOKEN_BYTES];
    struct quanze_error error;
    peer_account(&peer, "lisi", ROLE_ADMINISTRATOR, "县编办", false, secret);
    (void)sleep(2);
    peer_sign_in(&peer, "lisi", secret, cookie);
    assert_int_equal(look("/admin", cookie), 200);
    assert_int_equal(users_disable(peer.folder, STR("lisi"), &error), QUANZE_OK);
    assert_int_equal(look_until(303, "/admin", cookie), 303);
    assert_true(peer_goes_to(&answer, "/login"));
    assert_int_equal(try_login("lisi", "own-lisi-password"), 403);
}

/* Whoever had the old one, by right or not, is out. */
static void what_was_replaced_opens_nothing(void **state) {
    (void)state;
    char token[TOKEN_BYTES], other[TOKEN_BYTES], password[TOKEN_BYTES], headers[160], cookie[160], own[160];
    struct quanze_error error;
    peer_account(&peer, "oa-system", ROLE_GATEKEEPER, "县编办", true, token);
    (void)snprintf(headers, sizeof headers, "Authorization: Bearer %s\r\n", token);
    assert_int_equal(look_until(200, "/v1/list/C-014", headers), 200);
    assert_int_equal(users_reset(peer.folder, STR("oa-system"), other, &error), QUANZE_OK);
    assert_int_equal(look_until(401, "/v1/list/C-014", headers), 401);
    (void)snprintf(headers, sizeof headers, "Authorization: Bearer %s\r\n", other);
    assert_int_equal(look("/v1/list/C-014", headers), 200);
    assert_int_equal(users_disable(peer.folder, STR("oa-system"), &error), QUANZE_OK);
    peer_account(&peer, "zhaoliu", ROLE_AUDITOR, "县审计局", false, password);
    (void)sleep(2);
    assert_int_equal(look_until(401, "/v1/list/C-014", headers), 401);
    peer_sign_in(&peer, "zhaoliu", password, cookie);
    assert_int_equal(look("/password", cookie), 200);
    assert_int_equal(users_reset(peer.folder, STR("zhaoliu"), other, &error), QUANZE_OK);
    assert_int_equal(look_until(303, "/password", cookie), 303);
    assert_true(peer_goes_to(&answer, "/login"));
    assert_int_equal(try_login("zhaoliu", "own-zhaoliu-password"), 403);
    peer_sign_in(&peer, "zhaoliu", other, own);
    assert_int_equal(look("/password", own), 200);
}

static void the_administrator_makes_accounts(void **state) {
    (void)state;
    char cookie[160], token[TOKEN_BYTES], form[512];
    peer_sign_in(&peer, "admin", "own-admin-password", cookie);
    peer_form_token(&peer, "/admin", cookie, token);
    (void)snprintf(form, sizeof form, "form_token=%s&name=wangwu&office=%%E6%%9C%%A8%%E5%%A1%%98&role=township", token);
    peer_post(&peer, "/admin/add", cookie, PEER_FORM, form, &answer);
    assert_int_equal(answer.status, 200);
    const char *code = strstr(answer.body, "<code>");
    assert_non_null(code);
    char password[24];
    memcpy(password, code + 6, 23);
    password[23] = '\0';
    peer_post(&peer, "/admin/add", cookie, PEER_FORM, form, &answer);
    assert_int_equal(answer.status, 422); /* the name is taken */
    assert_non_null(strstr(answer.body, "wangwu"));
    char own[160];
    peer_sign_in(&peer, "wangwu", password, own);
    assert_int_equal(look("/admin", own), 403);
    (void)snprintf(form, sizeof form, "form_token=%s&name=admin", token);
    peer_post(&peer, "/admin/disable", cookie, PEER_FORM, form, &answer);
    assert_int_equal(answer.status, 422); /* the last administrator */
    (void)snprintf(form, sizeof form, "form_token=%s&name=wangwu", token);
    peer_post(&peer, "/admin/disable", cookie, PEER_FORM, form, &answer);
    assert_int_equal(answer.status, 200);
    (void)look("/password", own);
    assert_true(peer_goes_to(&answer, "/login"));
}

static void names_are_escaped_on_the_page(void **state) {
    (void)state;
    char cookie[160], secret[TOKEN_BYTES];
    peer_account(&peer, "<script>alert(1)", ROLE_AUDITOR, "\"><b>office", false, secret);
    (void)sleep(2);
    peer_sign_in(&peer, "admin", "own-admin-password", cookie);
    assert_int_equal(look("/admin", cookie), 200);
    assert_null(strstr(answer.body, "<script>alert"));
    assert_non_null(strstr(answer.body, "&lt;script&gt;alert(1)"));
    assert_null(strstr(answer.body, "<b>office"));
}

static void the_page_is_in_the_language_that_was_chosen(void **state) {
    (void)state;
    char header[512], cookie[128];
    (void)look("/login?lang=en", "");
    assert_non_null(strstr(answer.body, "<h1>Sign in</h1>"));
    assert_non_null(strstr(answer.body, "<html lang=\"en\">"));
    (void)snprintf(cookie, sizeof cookie, "Cookie: %.14s\r\n", peer_header(&answer, "Set-Cookie", header));
    (void)look("/login", cookie);
    assert_non_null(strstr(answer.body, "<h1>Sign in</h1>"));
    (void)look("/login", "");
    assert_non_null(strstr(answer.body, "<h1>登录</h1>"));
}

static int start(void **state) {
    (void)state;
    peer_start(&peer, NULL);
    return 0;
}

static int stop(void **state) {
    (void)state;
    return peer_stop(&peer);
}

int main(void) {
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_password_is_exchanged_first),
        cmocka_unit_test(nobody_enters_without_a_session),
        cmocka_unit_test(a_session_cannot_be_planted),
        cmocka_unit_test(logout_ends_the_session),
        cmocka_unit_test(forms_need_the_token_of_their_session),
        cmocka_unit_test(guessing_is_made_slow),
        cmocka_unit_test(a_disabled_account_is_out_at_once),
        cmocka_unit_test(the_administrator_makes_accounts),
        cmocka_unit_test(what_was_replaced_opens_nothing),
        cmocka_unit_test(names_are_escaped_on_the_page),
        cmocka_unit_test(the_page_is_in_the_language_that_was_chosen),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
