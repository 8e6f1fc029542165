/* probe.c - is it alive, is it ready, what has it done: for systemd, a proxy, Prometheus. */
#include <http/handlers.h>

#include <http/pages/frame.h>
#include <sys/stat.h>

static void say(struct call *call, unsigned status, const char *word) {
    call->reply->status = status;
    call->reply->type = "text/plain; charset=utf-8";
    buf_put_text(&call->reply->body, word);
}

void answer_health(struct call *call) { say(call, 200, "ok\n"); }

/* Ready is who has an engine and can read the ledger. */
void answer_ready(struct call *call) {
    struct quanze_ledger *ledger = NULL;
    struct quanze_ledger_head head;
    struct quanze_error error;
    struct stat folder;
    const bool is_there = stat(call->app->options.data, &folder) == 0;
    const bool is_open = is_there && ledgers_take(call->app->ledgers, false, &ledger, &error) == QUANZE_OK;
    const bool is_read = is_open && quanze_ledger_head(ledger, &head, &error) == QUANZE_OK;
    ledgers_give(call->app->ledgers, false, ledger, is_read);
    say(call, is_read ? 200 : 503,
        is_read    ? "ready\n"
        : is_open  ? "the ledger cannot be read\n"
        : is_there ? "the ledger cannot be opened\n"
                   : "the data folder is away\n");
}

void answer_metrics(struct call *call) {
    struct library_news news;
    library_news(call->app->library, &news);
    const struct metrics_now now = {.connections =
                                        call->app->connections ? call->app->connections(call->app->connections_payload) : 0,
                                    .sessions = sessions_count(call->app->sessions),
                                    .editions = news.editions,
                                    .last_reload_refused = news.refused};
    call->reply->status = 200;
    call->reply->type = "text/plain; version=0.0.4; charset=utf-8";
    metrics_write(&call->reply->body, &call->app->metrics, &now);
}

void answer_start(struct call *call) {
    static const char *const PLACES[ROLE_COUNT] = {
        [ROLE_NONE] = "/login",     [ROLE_GATEKEEPER] = "/screen", [ROLE_DEPARTMENT] = "/screen",
        [ROLE_TOWNSHIP] = "/inbox", [ROLE_AUDITOR] = "/audit",     [ROLE_ADMINISTRATOR] = "/admin"};
    call_go(call, PLACES[call->caller.role]);
}

void answer_style(struct call *call) {
    call->reply->status = 200;
    call->reply->type = "text/css; charset=utf-8";
    call->reply->may_be_kept = true;
    call->reply->fixed.at = quanze_page_asset("style.css", &call->reply->fixed.length);
}

void answer_icon(struct call *call) {
    call->reply->status = 200;
    call->reply->type = "image/svg+xml";
    call->reply->may_be_kept = true;
    call->reply->fixed =
        STR("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 16 16\"><path d=\"M1 3h14v2H1zM1 8h9v2H1zM1 13h5v2H1z\" "
            "fill=\"#1f4e79\"/></svg>");
}

void answer_script(struct call *call) {
    struct quanze_error error;
    size_t length = 0;
    const char *bytes = quanze_page_asset(call->id.at, &length);
    if (!bytes ||
        !str_starts_with((struct str){call->id.at + call->id.length - (call->id.length > 2 ? 3 : 0), 3}, STR(".js"))) {
        (void)error_set(&error, QUANZE_NO_INPUT, "没有这个页面", "there is no such page");
        call_fail_with(call, &error);
        return;
    }
    call->reply->status = 200;
    call->reply->type = "text/javascript; charset=utf-8";
    call->reply->may_be_kept = true;
    call->reply->fixed = (struct str){bytes, length};
}
