#include <check.h>
#include <http/peer.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
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
    char wait[512];
    assert_true(atoi(peer_header(&answer, "Retry-After", wait)) > 0);
    assert_int_equal(try_login("guessed", header), 429); /* the right one has to wait, too */
    assert_int_equal(try_login("nobody-of-that-name", "wrong"), 403);
    assert_int_equal(try_login("admin", "own-admin-password"), 303); /* others do not */
}

/* Behind a proxy, where each has an address. */
static unsigned login_from(const struct peer *proxied, const char *address, const char *password) {
    char headers[64], form[128];
    (void)snprintf(headers, sizeof headers, "X-Forwarded-For: %s\r\n", address);
    (void)snprintf(form, sizeof form, "name=admin&password=%s", password);
    peer_post(proxied, "/login", headers, PEER_FORM, form, &answer);
    return answer.status;
}

static void a_stranger_locks_nobody_out(void **state) {
    (void)state;
    static struct peer proxied;
    static const char *const options[] = {"--proxy", NULL};
    unsigned status = 0;
    peer_start(&proxied, options);
    assert_int_equal(login_from(&proxied, "10.0.0.1", proxied.password), 303);
    for (int i = 0; i < 30 && status != 429; i++) {
        char address[32];
        (void)snprintf(address, sizeof address, "10.0.1.%d", i);
        status = login_from(&proxied, address, "wrong");
    }
    assert_int_equal(status, 429); /* from many addresses it is as slow as from one */
    assert_int_equal(login_from(&proxied, "10.0.0.1", proxied.password), 303);
    assert_int_equal(peer_stop(&proxied), 0);
}

/* What the server's processor has worked so far, in ticks, whatever else the machine does. */
static long worked(void) {
    char path[64], text[1024];
    (void)snprintf(path, sizeof path, "/proc/%d/stat", (int)peer.pid);
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    const size_t length = fread(text, 1, sizeof text - 1, file);
    (void)fclose(file);
    text[length] = '\0';
    long user = 0, system = 0;
    const char *rest = strrchr(text, ')');
    assert_non_null(rest);
    assert_int_equal(sscanf(rest + 1, " %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %ld %ld", &user, &system), 2);
    return user + system;
}

/* A name that nobody has costs as much work as one that somebody has: who tries cannot tell them apart. */
static void names_cannot_be_tried_out(void **state) {
    (void)state;
    enum { NAMES = 12 };
    char name[32], secret[TOKEN_BYTES];
    for (int i = 0; i < NAMES; i++) {
        (void)snprintf(name, sizeof name, "known-%d", i);
        peer_account(&peer, name, ROLE_AUDITOR, "县审计局", false, secret);
    }
    long work[2];
    for (int is_known = 0; is_known < 2; is_known++) {
        const long before = worked();
        for (int i = 0; i < NAMES; i++) {
            (void)snprintf(name, sizeof name, "%s-%d", is_known ? "known" : "unknown", i);
            assert_int_equal(try_login(name, "wrong"), 403);
        }
        work[is_known] = worked() - before;
    }
    assert_true(work[1] > 0 && work[0] * 4 > work[1]);
}

/* The new one is another, and ends what the old one opened elsewhere at once. */
static void a_password_is_changed_for_another(void **state) {
    (void)state;
    char secret[TOKEN_BYTES], cookie[160], elsewhere[160], token[TOKEN_BYTES], form[512], header[512];
    assert_int_equal(try_login("sunqi", "wrong"), 403); /* looked for a moment before */
    peer_account(&peer, "sunqi", ROLE_AUDITOR, "县审计局", false, secret);
    assert_int_equal(try_login("sunqi", secret), 303); /* it is known as soon as it is made */
    (void)snprintf(cookie, sizeof cookie, "Cookie: %.71s\r\n", peer_header(&answer, "Set-Cookie", header));
    peer_form_token(&peer, "/password", cookie, token);
    (void)snprintf(form, sizeof form, "form_token=%s&old=%s&new=%s&again=%s", token, secret, secret, secret);
    peer_post(&peer, "/password", cookie, PEER_FORM, form, &answer);
    assert_int_equal(answer.status, 422); /* the one-time password is for one time */
    peer_sign_in(&peer, "sunqi", secret, cookie);
    peer_sign_in(&peer, "sunqi", "own-sunqi-password", elsewhere);
    assert_int_equal(look("/audit", elsewhere), 200);
    peer_form_token(&peer, "/password", cookie, token);
    (void)snprintf(form, sizeof form, "form_token=%s&old=own-sunqi-password&new=another-password&again=another-password",
                   token);
    peer_post(&peer, "/password", cookie, PEER_FORM, form, &answer);
    assert_int_equal(answer.status, 303);
    assert_int_equal(look("/audit", elsewhere), 303);
    assert_int_equal(look("/audit", cookie), 303);
    assert_int_equal(try_login("sunqi", "another-password"), 303);
}

/* Other accounts of the machine read neither ledger nor accounts, whatever folder they stand in. */
static void files_are_the_servers_alone(void **state) {
    (void)state;
    static const char *const NAMES[] = {"ledger.db", "users", "copy.db"};
    char command[512];
    (void)snprintf(command, sizeof command, QUANZE " ledger backup %s/copy.db --ledger %s/ledger.db >/dev/null", peer.folder,
                   peer.folder);
    assert_int_equal(system(command), 0); /* while it serves */
    for (size_t i = 0; i < COUNT(NAMES); i++) {
        char path[128];
        struct stat info;
        (void)snprintf(path, sizeof path, "%s/%s", peer.folder, NAMES[i]);
        assert_int_equal(stat(path, &info), 0);
        assert_int_equal(info.st_mode & 077, 0);
    }
}

/* A data folder that is away for a moment signs nobody out, and opens nothing to anybody. */
static void accounts_outlive_their_file(void **state) {
    (void)state;
    char path[128], away[160], cookie[160];
    (void)snprintf(path, sizeof path, "%s/users", peer.folder);
    (void)snprintf(away, sizeof away, "%s.away", path);
    peer_sign_in(&peer, "admin", "own-admin-password", cookie);
    assert_int_equal(rename(path, away), 0);
    assert_true(peer_tells(&peer, "there are no accounts in their file any more"));
    assert_int_equal(look("/admin", cookie), 200);
    assert_int_equal(try_login("admin", "own-admin-password"), 303);
    assert_int_equal(try_login("nobody-of-that-name", "wrong"), 403);
    assert_int_equal(rename(away, path), 0);
}

/* Disabled by a command, while the server runs and the person is signed in. */
static void a_disabled_account_is_out_at_once(void **state) {
    (void)state;
    char cookie[160], secret[TOKEN_BYTES];
    struct quanze_error error;
    peer_account(&peer, "lisi", ROLE_ADMINISTRATOR, "县编办", false, secret);
    peer_sign_in(&peer, "lisi", secret, cookie);
    assert_int_equal(look("/admin", cookie), 200);
    assert_int_equal(users_disable(peer.folder, STR("lisi"), &error), QUANZE_OK);
    assert_int_equal(look("/admin", cookie), 303);
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
    assert_int_equal(look("/v1/list/C-014", headers), 200);
    assert_int_equal(users_reset(peer.folder, STR("oa-system"), other, &error), QUANZE_OK);
    assert_int_equal(look("/v1/list/C-014", headers), 401);
    (void)snprintf(headers, sizeof headers, "Authorization: Bearer %s\r\n", other);
    assert_int_equal(look("/v1/list/C-014", headers), 200);
    assert_int_equal(users_disable(peer.folder, STR("oa-system"), &error), QUANZE_OK);
    peer_account(&peer, "zhaoliu", ROLE_AUDITOR, "县审计局", false, password);
    (void)sleep(2);
    assert_int_equal(look("/v1/list/C-014", headers), 401);
    peer_sign_in(&peer, "zhaoliu", password, cookie);
    assert_int_equal(look("/password", cookie), 200);
    assert_int_equal(users_reset(peer.folder, STR("zhaoliu"), other, &error), QUANZE_OK);
    assert_int_equal(look("/password", cookie), 303);
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
        cmocka_unit_test(the_first_password_is_exchanged_first), cmocka_unit_test(nobody_enters_without_a_session),
        cmocka_unit_test(a_session_cannot_be_planted),           cmocka_unit_test(logout_ends_the_session),
        cmocka_unit_test(forms_need_the_token_of_their_session), cmocka_unit_test(guessing_is_made_slow),
        cmocka_unit_test(a_stranger_locks_nobody_out),           cmocka_unit_test(names_cannot_be_tried_out),
        cmocka_unit_test(a_password_is_changed_for_another),     cmocka_unit_test(files_are_the_servers_alone),
        cmocka_unit_test(accounts_outlive_their_file),           cmocka_unit_test(a_disabled_account_is_out_at_once),
        cmocka_unit_test(the_administrator_makes_accounts),      cmocka_unit_test(what_was_replaced_opens_nothing),
        cmocka_unit_test(names_are_escaped_on_the_page),         cmocka_unit_test(the_page_is_in_the_language_that_was_chosen),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
