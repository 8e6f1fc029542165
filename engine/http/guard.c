#include <http/guard.h>

#include <http/api/names.h>
#include <http/route.h>
#include <http/state/clock.h>

static quanze_language language_of(const struct call *call) {
    const struct str asked = fields_value(&call->request->fields, "lang");
    const struct str kept = fields_value(&call->request->cookies, LANGUAGE_COOKIE);
    const struct str chosen = asked.length > 0 ? asked : kept;
    if (str_equal(chosen, STR("en"))) return QUANZE_EN;
    if (str_equal(chosen, STR("zh"))) return QUANZE_ZH;
    if (call_is_api(call) && str_starts_with(call->request->headers.accept_language, STR("en"))) return QUANZE_EN;
    return call->app->options.language;
}

static void take_account(const struct account *account, struct caller *out) {
    out->role = account->role;
    memcpy(out->name, account->name, sizeof out->name);
    memcpy(out->office, account->office, sizeof out->office);
    out->by_token = true;
}

/* Who asks: an API by its token, a page by its session. */
static void find_caller(struct call *call) {
    static const struct str bearer = STR_INIT("Bearer ");
    const struct request *request = call->request;
    struct account account;
    if (call_is_api(call)) {
        const struct str sent = request->headers.authorization;
        if (!str_starts_with(sent, bearer)) return;
        const struct str token = {sent.at + bearer.length, sent.length - bearer.length};
        if (app_token_account(call->app, token, &account)) take_account(&account, &call->caller);
        return;
    }
    const struct str token = fields_value(&request->cookies, SESSION_COOKIE);
    if (token.length > 0) (void)app_session(call->app, token, &call->caller);
}

static bool refuse(struct call *call, struct server_plan *out, unsigned status, const char *zh, const char *en) {
    struct quanze_error error;
    (void)error_set(&error, QUANZE_USAGE, "%s%.0s", "%.0s%s", zh, en);
    call_fail(call, status, &error);
    out->refused = true;
    return false;
}

/* A browser tells where a form stands; programs say nothing. */
static bool comes_from_here(const struct call *call) {
    const struct request_headers *headers = &call->request->headers;
    if (headers->origin.length == 0) return true;
    const ptrdiff_t slashes = str_find(headers->origin, STR("://"));
    if (slashes < 0) return false;
    const struct str host = {headers->origin.at + slashes + 3, headers->origin.length - (size_t)slashes - 3};
    return str_equal(host, headers->host);
}

static bool may_enter(struct call *call, struct server_plan *out) {
    const struct route *route = call->route;
    if (route->roles == ROUTE_ANYONE) return true;
    if (call->caller.role == ROLE_NONE && call_is_api(call)) {
        reply_header(call->reply, "WWW-Authenticate", STR("Bearer"));
        return refuse(call, out, 401, "接口要用令牌登录：Authorization: Bearer …，令牌由 quanze user add --token 生成",
                      "the API is entered with a token: Authorization: Bearer ..., made by quanze user add --token");
    }
    if (call->caller.role == ROLE_NONE) {
        call_go(call, "/login");
        out->refused = true;
        return false;
    }
    if (call->caller.must_change && !str_equal(call->request->path, STR("/password")) &&
        !str_equal(call->request->path, STR("/logout"))) {
        call_go(call, "/password");
        out->refused = true;
        return false;
    }
    if (route->roles & ROLE_BIT(call->caller.role)) return true;
    return refuse(call, out, 403, "您的角色不办理这件事", "your role does not do this");
}

/* What is misspelt must not pass for not said. Browsers' addresses may carry what they like. */
static bool takes_query(struct call *call, struct server_plan *out) {
    struct quanze_error error;
    if (!call_is_api(call) || names_check_query(call, &error) == QUANZE_OK) return true;
    call_fail(call, 400, &error);
    out->refused = true;
    return false;
}

static bool takes_type(const struct call *call) {
    const struct request *request = call->request;
    if (!(call->route->traits & ROUTE_FORM)) return true;
    return request_is_type(request, "application/x-www-form-urlencoded") || request_is_type(request, "multipart/form-data");
}

/* A screening of one body into JSON is light. */
static bool is_heavy(const struct call *call) {
    const struct request *request = call->request;
    const unsigned traits = call->route->traits;
    if (!(traits & ROUTE_RECORD) || (traits & ROUTE_HEAVY)) return traits & ROUTE_HEAVY;
    return call_query(call, "record") || request_is_type(request, "multipart/form-data") ||
           str_find(request->headers.accept, STR("application/zip")) >= 0;
}

/* Who writes programs is told where to look; who follows a link is not. */
static void refuse_unknown(struct call *call, struct server_plan *out) {
    if (call_is_api(call))
        (void)refuse(call, out, 404, "没有这个地址；接口的全部地址写在 /v1/openapi.json",
                     "there is no such address; those of the API stand in /v1/openapi.json");
    else
        (void)refuse(call, out, 404, "没有这个页面", "there is no such page");
}

void guard_plan(struct call *call, struct server_plan *out) {
    struct str ids[2] = {STR(""), STR("")};
    bool other_method = false;
    call->language = language_of(call);
    call->route = route_find(call->request->method, call->request->path, ids, &other_method);
    find_caller(call);
    if (!call->route) {
        if (other_method) {
            reply_header(call->reply, "Allow", str_of(route_methods(call->request->path)));
            (void)refuse(call, out, 405, "这个地址不接受这种请求", "this address does not take this kind of request");
        } else
            refuse_unknown(call, out);
        return;
    }
    call->id = arena_copy(&call->request->arena, ids[0]);
    call->second_id = arena_copy(&call->request->arena, ids[1]);
    if (!call->id.at || !call->second_id.at) {
        (void)refuse(call, out, 503, "内存不足", "out of memory");
        return;
    }
    call->language = language_of(call);
    if (!may_enter(call, out)) return;
    if (call->request->method == METHOD_POST && !comes_from_here(call)) {
        (void)refuse(call, out, 403, "请求来自别的网站", "the request comes from another site");
        return;
    }
    if (!takes_query(call, out)) return;
    if (!takes_type(call)) {
        (void)refuse(call, out, 415, "这里要用网页表单提交", "this address expects a form");
        return;
    }
    const unsigned traits = call->route->traits;
    out->max_body = call->route->max_body;
    if (is_heavy(call)) out->lane = LANE_HEAVY;
    if ((traits & ROUTE_LONG) || (call_is_api(call) && call_query(call, "known_at")))
        out->lane = LANE_LONG; /* all is read anew */
}

bool guard_form(struct call *call) {
    struct quanze_error error;
    if (!(call->route->traits & ROUTE_FORM)) return true;
    if (request_read_form(call->request, &error) != QUANZE_OK) {
        call_fail(call, 400, &error);
        return false;
    }
    if (call->caller.role == ROLE_NONE) return true; /* nobody's authority can be borrowed */
    const struct str token = fields_value(&call->request->form, "form_token");
    if (secret_equal(token, str_of(call->caller.form_token))) return true;
    (void)error_set(&error, QUANZE_USAGE, "页面已过期，请回到上一页刷新后再提交；没有改动任何内容",
                    "the page has run out; go back, reload it and send it again; nothing was changed");
    call_fail(call, 403, &error);
    return false;
}
