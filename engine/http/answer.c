#include <http/answer.h>

#include <base/fingerprint.h>
#include <http/deed/copying.h>
#include <http/guard.h>
#include <http/route.h>
#include <http/state/clock.h>
#include <http/state/log.h>

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

/* Of a request's body, in the unit that people know from files. */
static quanze_status tell_too_large(size_t most, struct quanze_error *error) {
    enum { KB = 1024 };
    const bool is_large = most >= (size_t)KB * KB;
    const size_t number = is_large ? most / KB / KB : most / KB;
    const char *unit = is_large ? "MB" : "KB";
    return error_set(error, QUANZE_USAGE, "内容太大，最多 %zu %s；没有改动任何内容，请分开再交",
                     "this is too large, at most %zu %s; nothing was changed, hand it in by parts", number, unit);
}

static void fail(void *payload, struct request *request, unsigned status, struct reply *reply) {
    struct quanze_error error;
    struct call *call = request->call ? request->call : make_call(payload, request, reply);
    reply->status = status;
    if (!call) return;
    if (status == 413)
        (void)tell_too_large(call->route ? call->route->max_body : 0, &error);
    else if (status == 503)
        (void)error_set(&error, QUANZE_IO, "现在太忙，请稍后再试；没有改动任何内容",
                        "too busy now; try again later; nothing was changed");
    else
        (void)error_set(&error, QUANZE_USAGE, "地址不正确", "the address is not a proper one");
    call_fail(call, status, &error);
}

/* Of the same route and bytes: the hash of all that is asked for, in hex digits. */
static void content_of(const struct call *call, char out[72]) {
    struct fingerprint_state state;
    struct digest digest;
    fingerprint_start(&state);
    fingerprint_add(&state, call->request->path);
    fingerprint_add(&state, STR("\n"));
    fingerprint_add(&state, call->request->query);
    fingerprint_add(&state, STR("\n"));
    fingerprint_add(&state, buf_str(&call->request->body));
    fingerprint_end(&state, &digest);
    digest_text(&digest, out);
}

static void refuse_replay(struct call *call, enum replay found) {
    struct quanze_error error;
    if (found == REPLAY_OTHER)
        (void)error_set(&error, QUANZE_USAGE, "这个 Idempotency-Key 已用于另一个请求",
                        "this Idempotency-Key came with another request");
    else if (found == REPLAY_SECRET)
        (void)error_set(&error, QUANZE_USAGE, "这个请求已经办过；口令或令牌只显示一次，没有留存，要新的请用 reset",
                        "this request was done; its password or token was told once and kept nowhere; reset gives a new one");
    else
        (void)error_set(&error, QUANZE_USAGE, "同一个请求正在办理，请稍后再试",
                        "the same request is being done; try again later");
    call_fail(call, found == REPLAY_OTHER ? 422 : 409, &error);
}

/* What the ledger knows of the request: it remembers over a restart. Where it was not done, what is written now carries the
 * key. */
static enum replay ask_ledger(struct call *call, const char *key, const char *content) {
    struct quanze_error error;
    quanze_done done;
    char today[20];
    struct quanze_ledger *ledger = call_ledger(call, true);
    if (!ledger) return REPLAY_DONE; /* the reply tells why not */
    app_today(call->app, today);
    const struct quanze_once once = {.key = key, .content = content, .today = today};
    if (quanze_ledger_once(ledger, &once, reply_sink(call->reply), &done, &error) != QUANZE_OK) {
        call_fail_with(call, &error);
        return REPLAY_DONE;
    }
    if (done == QUANZE_DONE_OTHER) return REPLAY_OTHER;
    if (done == QUANZE_NOT_DONE) return REPLAY_NEW;
    call->was_done = call->reply->body.length == 0;
    if (call->was_done) return REPLAY_NEW; /* the answer is made again, and nothing is written */
    call_is_json(call);
    return REPLAY_DONE;
}

/* Whether the request writes to the ledger, or asks for that. */
static bool writes(const struct call *call) {
    const unsigned traits = call->route->traits;
    return !(traits & ROUTE_SECRET) && (!(traits & ROUTE_RECORD) || call_query(call, "record"));
}

static void answer_new(struct call *call, const char *key, const char *content) {
    const enum replay found = writes(call) ? ask_ledger(call, key, content) : REPLAY_NEW;
    if (found == REPLAY_NEW)
        call->route->answer(call);
    else if (found != REPLAY_DONE)
        refuse_replay(call, found);
}

/* A write that carries a key is done once. */
static void answer_once(struct call *call) {
    struct buf key = {0};
    char content[72];
    buf_printf(&key, "%s\n", call->caller.name);
    buf_put(&key, call->request->headers.idempotency_key);
    buf_put_char(&key, '\0');
    content_of(call, content);
    if (key.failed) {
        call->reply->body.failed = true;
        return;
    }
    const struct str name = str_of(key.at);
    const enum replay found = replays_begin(call->app->replays, name, str_hash(str_of(content)), clock_ticks_ms(), call->reply);
    if (found == REPLAY_NEW) {
        answer_new(call, key.at, content);
        replays_keep(call->app->replays, name, call->reply);
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
    if (reply->is_put_off) return;
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
    if (reply->has_file) copying_end(app);
}

struct server_hooks answer_hooks(struct app *app) {
    return (struct server_hooks){app, plan, answer, done, fail};
}
