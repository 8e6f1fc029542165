#include <http/state/log.h>

#include <http/route.h>
#include <http/state/clock.h>
#include <http/wire/json.h>
#include <stdio.h>

static void begin(struct buf *out, const char *event) {
    char now[20];
    clock_now_seconds(now);
    buf_printf(out, "{\"at\":\"%s\",\"event\":\"%s\"", now, event);
}

/* One write each, so that lines of several threads do not mix; nobody is left to tell when it fails. */
static void end(struct buf *out) {
    buf_put_text(out, "}\n");
    if (!out->failed) (void)fwrite(out->at, 1, out->length, stderr);
    buf_free(out);
}

void log_request(const struct call *call, unsigned status, uint64_t wait_us) {
    static const char *const METHODS[] = {"GET", "HEAD", "POST", "OTHER"};
    struct buf out = {0};
    begin(&out, "request");
    if (call) {
        buf_printf(&out, ",\"method\":\"%s\",\"route\":\"%s\",\"role\":\"%s\"", METHODS[call->request->method],
                   call->route ? call->route->path : "", role_name(call->caller.role));
    }
    buf_printf(&out, ",\"status\":%u,\"us\":%llu", status, (unsigned long long)wait_us);
    end(&out);
}

void log_event(const char *event, const char *detail) {
    struct buf out = {0};
    begin(&out, event);
    if (detail) {
        buf_put_text(&out, ",\"detail\":");
        json_put_text(&out, str_of(detail));
    }
    end(&out);
}
