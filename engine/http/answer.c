#include <http/answer.h>

#include <base/fingerprint.h>
#include <http/clock.h>
#include <http/guard.h>
#include <http/log.h>
#include <http/route.h>

/* The call of a request, made when its header is there; NULL when memory ran out. */
static struct call *make_call(struct app *app, struct request *request, struct reply *reply) {
    struct call *call = arena_take_array(&request->arena, 1, sizeof *call);
    request->call = call;
    if (!call) return NULL;
    call->app = app;
    call->request = request;
    call->reply = reply;
    call->id = call->second_id = STR("");
    call->language = app->options.language;
    return call;
}

static void plan(void *payload, struct request *request, struct server_plan *out, struct reply *reply) {
    struct call *call = make_call(payload, request, reply);
    if (call) {
        guard_plan(call, out);
        return;
    }
    reply->status = 503;
    out->refused = true;
}

static void fail(void *payload, struct request *request, unsigned status, struct reply *reply) {
    struct quanze_error error;
    struct call *call = request->call ? request->call : make_call(payload, request, reply);
    reply->status = status;
    if (!call) return;
    if (status == 413)
        (void)error_set(&error, QUANZE_USAGE, "内容太大，最多 %zu 字节", "this is too large; at most %zu bytes",
                        call->route ? call->route->max_body : 0);
    else if (status == 503)
        (void)error_set(&error, QUANZE_IO, "现在太忙，请稍后再试；没有改动任何内容",
                        "too busy now; try again later; nothing was changed");
    else
        (void)error_set(&error, QUANZE_USAGE, "地址不正确", "the address is not a proper one");
    call_fail(call, status, &error);
}

/* Of the same route and bytes. */
static uint64_t content_of(const struct call *call) {
    struct fingerprint_state state;
    struct digest digest;
    uint64_t content;
    fingerprint_start(&state);
    fingerprint_add(&state, call->request->path);
    fingerprint_add(&state, STR("\n"));
    fingerprint_add(&state, call->request->query);
    fingerprint_add(&state, STR("\n"));
    fingerprint_add(&state, buf_str(&call->request->body));
    fingerprint_end(&state, &digest);
    memcpy(&content, digest.bytes, sizeof content);
    return content;
}

static void refuse_replay(struct call *call, enum replay found) {
    struct quanze_error error;
    if (found == REPLAY_OTHER)
        (void)error_set(&error, QUANZE_USAGE, "这个 Idempotency-Key 已用于另一个请求",
                        "this Idempotency-Key came with another request");
    else
        (void)error_set(&error, QUANZE_USAGE, "同一个请求正在办理，请稍后再试",
                        "the same request is being done; try again later");
    call_fail(call, found == REPLAY_OTHER ? 422 : 409, &error);
}

/* A write that carries a key is done once. */
static void answer_once(struct call *call) {
    struct buf key = {0};
    buf_printf(&key, "%s\n", call->caller.name);
    buf_put(&key, call->request->headers.idempotency_key);
    const enum replay found = replays_begin(call->app->replays, buf_str(&key), content_of(call), clock_ticks_ms(), call->reply);
    if (found == REPLAY_NEW) {
        call->route->answer(call);
        replays_keep(call->app->replays, buf_str(&key), call->reply);
    } else if (found != REPLAY_DONE)
        refuse_replay(call, found);
    buf_free(&key);
}

static void answer(void *payload, struct request *request, struct reply *reply) {
    struct call *call = request->call;
    (void)payload;
    if (!guard_form(call)) return;
    if ((call->route->traits & ROUTE_WRITE) && request->headers.idempotency_key.length > 0)
        answer_once(call);
    else
        call->route->answer(call);
    call_end(call);
    const struct str chosen = fields_value(&request->fields, "lang");
    if (!call_is_api(call) && chosen.length > 0)
        call_cookie(call, LANGUAGE_COOKIE, call->language == QUANZE_EN ? "en" : "zh", 31536000);
    if (reply->body.failed || reply->status == 0) {
        struct quanze_error error;
        buf_free(&reply->body);
        (void)error_memory(&error);
        call_fail(call, 500, &error);
    }
}

static void done(void *payload, const struct request *request, const struct reply *reply, uint64_t wait_us) {
    struct app *app = payload;
    const size_t sent = reply->fixed.at ? reply->fixed.length : reply->body.length;
    metrics_count(&app->metrics, reply->status, wait_us, request->body.length, sent);
    log_request(request->call, reply->status, wait_us);
}

struct server_hooks answer_hooks(struct app *app) {
    return (struct server_hooks){app, plan, answer, done, fail};
}
