/* sign.c - signing in and out, and the password. */
#include <http/handlers.h>

#include <http/guard.h>
#include <http/pages/frame.h>
#include <http/state/clock.h>
#include <stdio.h>

static void write_login(struct call *call, unsigned status, const struct quanze_error *error) {
    struct scope scope = {0};
    scope_text(&scope, "name", fields_value(&call->request->form, "name"));
    scope_text(&scope, "error", call_error_text(call, error));
    call->reply->status = status;
    frame_write(call, phrase_text(PHRASE_SIGN_IN, call->language), "login", &scope);
}

void answer_login_page(struct call *call) { write_login(call, 200, NULL); }

static void refuse_login(struct call *call, unsigned status, int64_t wait_ms) {
    struct quanze_error error;
    if (wait_ms > 0)
        (void)error_set(&error, QUANZE_USAGE, "试得太多，请过 %lld 秒再试", "too many attempts; try again in %lld seconds",
                        (long long)(wait_ms / 1000 + 1));
    else
        (void)error_set(&error, QUANZE_USAGE, "账号或口令不对", "the account or the password is not right");
    atomic_fetch_add(&call->app->metrics.refused_logins, 1);
    write_login(call, status, &error);
}

static void enter(struct call *call, const struct account *account) {
    char token[TOKEN_BYTES];
    struct quanze_error error;
    const struct str old = fields_value(&call->request->cookies, SESSION_COOKIE);
    if (old.length > 0) sessions_end(call->app->sessions, old);
    if (sessions_start(call->app->sessions, account, clock_ticks_ms(), token, &error) != QUANZE_OK) {
        call_fail_with(call, &error);
        return;
    }
    call_cookie(call, SESSION_COOKIE, token, 0);
    call_go(call, account->must_change ? "/password" : "/");
}

static struct login_try try_of(struct call *call, struct str name) {
    return (struct login_try){.name = name, .peer = call_peer(call), .now_ms = clock_ticks_ms()};
}

void answer_login(struct call *call) {
    const struct str name = fields_value(&call->request->form, "name");
    const struct str password = fields_value(&call->request->form, "password");
    const struct login_try attempt = try_of(call, name);
    const int64_t wait_ms = logins_wait_ms(call->app->logins, &attempt);
    struct account account;
    if (wait_ms > 0) {
        call_retry_after(call, wait_ms);
        refuse_login(call, 429, wait_ms);
        return;
    }
    const bool is_there = app_account(call->app, name, &account) && !account.is_program;
    const bool holds =
        password.length <= PASSWORD_MAX && password_holds(is_there ? account.secret : call->app->nobody, password) && is_there;
    logins_count(call->app->logins, &attempt, holds);
    if (holds)
        enter(call, &account);
    else
        refuse_login(call, 403, 0);
}

void answer_logout(struct call *call) {
    sessions_end(call->app->sessions, fields_value(&call->request->cookies, SESSION_COOKIE));
    call_cookie(call, SESSION_COOKIE, "", 0);
    call_go(call, "/login");
}

static void write_password(struct call *call, unsigned status, const struct quanze_error *error) {
    struct scope scope = {0};
    scope_text(&scope, "error", call_error_text(call, error));
    scope_flag(&scope, "first", call->caller.must_change);
    call->reply->status = status;
    frame_write(call, phrase_text(PHRASE_NEW_PASSWORD, call->language), "password", &scope);
}

void answer_password_page(struct call *call) { write_password(call, 200, NULL); }

void answer_password(struct call *call) {
    const struct str old = fields_value(&call->request->form, "old"), fresh = fields_value(&call->request->form, "new");
    const struct str name = str_of(call->caller.name);
    const struct login_try attempt = try_of(call, name);
    struct quanze_error error;
    struct account account;
    if (!str_equal(fresh, fields_value(&call->request->form, "again"))) {
        (void)error_set(&error, QUANZE_USAGE, "两次写的新口令不一样", "the new password was not written the same twice");
        write_password(call, 422, &error);
        return;
    }
    if (logins_wait_ms(call->app->logins, &attempt) > 0 || old.length > PASSWORD_MAX ||
        !app_account(call->app, name, &account) || !password_holds(account.secret, old)) {
        logins_count(call->app->logins, &attempt, false);
        (void)error_set(&error, QUANZE_USAGE, "现在的口令不对", "the present password is not right");
        write_password(call, 403, &error);
        return;
    }
    quanze_status status = users_choose_password(call->app->options.data, name, fresh, &error);
    if (status == QUANZE_USAGE) {
        write_password(call, 422, &error);
        return;
    }
    if (status == QUANZE_OK) status = app_reread_users(call->app, &error); /* this ends the sessions of the old password */
    if (status != QUANZE_OK || !app_account(call->app, name, &account)) {
        call_fail_with(call, &error);
        return;
    }
    enter(call, &account);
}
