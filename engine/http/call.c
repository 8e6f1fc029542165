#include <http/call.h>

#include <base/day.h>
#include <errno.h>
#include <http/pages/frame.h>
#include <http/route.h>
#include <http/state/log.h>
#include <http/wire/json.h>
#include <stdio.h>
#include <stdlib.h>

#define PAGE_ROWS 200

bool call_is_api(const struct call *call) {
    if (call->route) return (call->route->traits & ROUTE_API) != 0;
    return str_starts_with(call->request->path, STR("/v1/")) || str_equal(call->request->path, STR("/v1"));
}

const struct quanze *call_engine(struct call *call) {
    if (!call->edition) call->edition = library_take(call->app->library);
    return edition_engine(call->edition);
}

bool call_known_at(struct call *call) {
    struct quanze_error error;
    const struct library_change change = {.known_at = call_query(call, "known_at")};
    if (!change.known_at || call->edition) return true;
    if (library_open_changed(call->app->library, &change, &call->edition, &error) == QUANZE_OK) return true;
    call_fail_with(call, &error);
    return false;
}

struct quanze_ledger *call_ledger(struct call *call, bool write) {
    struct quanze_error error;
    if (call->ledger) return call->ledger;
    if (ledgers_take(call->app->ledgers, write, &call->ledger, &error) != QUANZE_OK) {
        call->ledger = NULL;
        if (error.status == QUANZE_NO_INPUT || error.status == QUANZE_BAD_DATA)
            error.status = QUANZE_IO; /* it was there, and well, when the server started */
        call_fail_with(call, &error);
        return NULL;
    }
    call->ledger_writes = write;
    return call->ledger;
}

struct quanze_page_request call_page(struct call *call, const char *name, quanze_format format) {
    return (struct quanze_page_request){
        .language = call->language, .format = format, .name = name, .sink = reply_sink(call->reply)};
}

struct quanze_page_request call_page_of_day(struct call *call, quanze_format format, char today[20]) {
    struct quanze_page_request request = call_page(call, NULL, format);
    app_today(call->app, today);
    request.as_of = call_query(call, "on") ? call_query(call, "on") : today;
    return request;
}

/* "?on=2026-11-23&after=" in the request's arena; NULL when memory ran out. */
static const char *address_of_rows(struct call *call, const char *name) {
    const char *on = call_query(call, "on");
    struct buf text = {0};
    buf_put_char(&text, '?');
    if (on) buf_printf(&text, "on=%.10s&", on);
    buf_printf(&text, "%s=", name);
    const struct str kept = text.failed ? (struct str){NULL, 0} : arena_copy(&call->request->arena, buf_str(&text));
    buf_free(&text);
    return kept.at;
}

bool call_rows(struct call *call, const char *name, struct quanze_page_request *request) {
    struct quanze_error error;
    request->most = PAGE_ROWS;
    request->more = address_of_rows(call, name);
    if (request->more) return call_number(call, name, 0, INT64_MAX, &request->after);
    (void)error_memory(&error);
    call_fail_with(call, &error);
    return false;
}

quanze_status call_choices(struct call *call, quanze_vocabulary vocabulary, const char *chosen, struct buf *out,
                           struct quanze_error *error) {
    struct quanze_page_request request = call_page(call, chosen, QUANZE_FORMAT_HTML_PART);
    request.sink = buf_sink(out);
    return quanze_choices(call_engine(call), vocabulary, &request, error);
}

void call_end(struct call *call) {
    struct quanze_error ignored;
    library_give(call->app->library, call->edition);
    if (call->ledger && call->ledger_writes) (void)quanze_ledger_once(call->ledger, NULL, nothing_sink(), NULL, &ignored);
    ledgers_give(call->app->ledgers, call->ledger_writes, call->ledger, !call->ledger_failed);
    call->edition = NULL;
    call->ledger = NULL;
}

static const char *text_or_null(struct str text) { return text.length > 0 ? text.at : NULL; }

const char *call_query(const struct call *call, const char *name) {
    return text_or_null(fields_value(&call->request->fields, name));
}

struct str call_kept(const struct call *call, const char *name) {
    const struct str form = fields_value(&call->request->form, name);
    return form.length > 0 ? form : fields_value(&call->request->fields, name);
}

bool call_number(struct call *call, const char *name, int64_t least, int64_t most, int64_t *out) {
    const char *text = text_or_null(call_kept(call, name));
    char *end = NULL;
    if (!text) return true;
    errno = 0;
    const long long number = strtoll(text, &end, 10);
    if (*end == '\0' && errno == 0 && number >= least && number <= most) {
        *out = number;
        return true;
    }
    struct quanze_error error;
    (void)error_set(&error, QUANZE_USAGE, "%s 是“%.40s”，应为 %lld 到 %lld 的整数",
                    "%s is \"%.40s\"; expected a whole number from %lld to %lld", name, text, (long long)least,
                    (long long)most);
    call_fail(call, 400, &error);
    return false;
}

bool call_day(struct call *call, const char *name, const char **out) {
    const char *text = call_query(call, name);
    int32_t day;
    if (!text) return true;
    if (day_parse(str_of(text), &day)) {
        *out = text;
        return true;
    }
    struct quanze_error error;
    (void)error_set(&error, QUANZE_USAGE, "%s 是“%.40s”，应为 2026-11-22 这样的日期",
                    "%s is \"%.40s\"; expected a day such as 2026-11-22", name, text);
    call_fail(call, 400, &error);
    return false;
}

bool call_month(struct call *call, const char *name, const char **out) {
    const char *text = call_query(call, name);
    char first[11] = "YYYY-MM-01";
    int32_t day;
    if (!text) return true;
    if (strlen(text) == 7) memcpy(first, text, 7);
    if (day_parse(str_of(first), &day)) {
        *out = text;
        return true;
    }
    struct quanze_error error;
    (void)error_set(&error, QUANZE_USAGE, "%s 是“%.40s”，应为 2026-11 这样的月份",
                    "%s is \"%.40s\"; expected a month such as 2026-11", name, text);
    call_fail(call, 400, &error);
    return false;
}

bool call_flag(struct call *call, const char *name, bool *out) {
    static const char *const WORDS[2][3] = {{"false", "0", "no"}, {"true", "1", "yes"}};
    const char *text = call_query(call, name);
    struct quanze_error error;
    if (!text) return true;
    for (int is_yes = 0; is_yes < 2; is_yes++)
        for (size_t i = 0; i < 3; i++)
            if (strcmp(text, WORDS[is_yes][i]) == 0) {
                *out = is_yes != 0;
                return true;
            }
    (void)error_set(&error, QUANZE_USAGE, "%s 是“%.40s”，应为 true 或 false", "%s is \"%.40s\"; expected true or false", name,
                    text);
    call_fail(call, 400, &error);
    return false;
}

const char *call_form(const struct call *call, const char *name) {
    return text_or_null(fields_value(&call->request->form, name));
}

struct str call_peer(const struct call *call) {
    const struct str told = call->request->headers.forwarded_for;
    size_t from = told.length;
    if (!call->app->options.proxy || told.length == 0) return str_of(call->request->peer);
    while (from > 0 && told.at[from - 1] != ',') from--; /* the last one is the proxy's own word */
    return str_trim((struct str){told.at + from, told.length - from});
}

const char *call_person(struct call *call, const char *office, const char *name) {
    const size_t length = strlen(office), rest = strlen(name);
    char *person = arena_take(&call->request->arena, length + rest + 2);
    if (!person) return NULL;
    memcpy(person, office, length);
    person[length] = '/';
    memcpy(person + length + 1, name, rest + 1);
    return person;
}

const char *call_by(struct call *call) { return call_person(call, call->caller.office, call->caller.name); }

struct str call_error_text(const struct call *call, const struct quanze_error *error) {
    if (!error) return STR("");
    if (call->language == QUANZE_ZH) return str_of(error->zh);
    struct buf text = {0};
    buf_put_text(&text, error->en);
    if (text.length > 0 && text.at[0] >= 'a' && text.at[0] <= 'z') text.at[0] = (char)(text.at[0] - 'a' + 'A');
    const struct str copy = arena_copy(&call->request->arena, buf_str(&text));
    buf_free(&text);
    return copy.at ? copy : str_of(error->en);
}

static const char *title_of(unsigned status, quanze_language language) {
    static const struct {
        unsigned status;
        enum phrase phrase;
    } TITLES[] = {{400, PHRASE_BAD_REQUEST},  {401, PHRASE_NOT_SIGNED_IN}, {403, PHRASE_NOT_ALLOWED}, {404, PHRASE_NOT_FOUND},
                  {405, PHRASE_WRONG_METHOD}, {409, PHRASE_CONFLICT},      {413, PHRASE_TOO_LARGE},   {415, PHRASE_WRONG_TYPE},
                  {422, PHRASE_BAD_CONTENT},  {429, PHRASE_TOO_OFTEN},     {503, PHRASE_NOT_NOW}};
    for (size_t i = 0; i < sizeof TITLES / sizeof *TITLES; i++)
        if (TITLES[i].status == status) return phrase_text(TITLES[i].phrase, language).at;
    return phrase_text(PHRASE_OUR_FAULT, language).at;
}

static void put_member(struct buf *out, const char *name, const char *text) {
    buf_printf(out, ",\"%s\":", name);
    json_put_text(out, str_of(text));
}

/* Source: RFC 9457. */
static void put_problem(struct call *call, unsigned status, const struct quanze_error *error, struct str errors) {
    struct buf *out = &call->reply->body;
    const quanze_language language = call->language;
    buf_printf(out, "{\"status\":%u", status);
    put_member(out, "title", title_of(status, language));
    put_member(out, "detail", language == QUANZE_ZH ? error->zh : error->en);
    put_member(out, "detail_zh", error->zh);
    put_member(out, "detail_en", error->en);
    if (*error->file) put_member(out, "file", error->file);
    if (error->line > 0) buf_printf(out, ",\"line\":%u,\"column\":%u", error->line, error->column);
    if (errors.length > 0) {
        buf_put_text(out, ",\"errors\":[");
        buf_put(out, errors);
        buf_put_char(out, ']');
    }
    buf_put_text(out, ",\"type\":\"about:blank\"}\n");
    call->reply->type = "application/problem+json";
}

static void put_page(struct call *call, unsigned status, const struct quanze_error *error) {
    struct scope scope = {0};
    scope_text(&scope, "what", str_of(title_of(status, call->language)));
    scope_text(&scope, "why", call_error_text(call, error));
    scope_flag(&scope, "ours", status >= 500);
    frame_write(call, str_of(title_of(status, call->language)), "problem", &scope);
}

void call_fail(struct call *call, unsigned status, const struct quanze_error *error) {
    call_fail_errors(call, status, error, STR(""));
}

void call_retry_after(struct call *call, int64_t wait_ms) {
    char seconds[24];
    (void)snprintf(seconds, sizeof seconds, "%lld", (long long)(wait_ms / 1000 + 1));
    const struct str value = arena_copy(&call->request->arena, str_of(seconds));
    if (value.at) reply_header(call->reply, "Retry-After", value);
}

void call_is_json(struct call *call) {
    call->reply->status = 200;
    call->reply->type = "application/json; charset=utf-8";
}

void call_fail_errors(struct call *call, unsigned status, const struct quanze_error *error, struct str errors) {
    buf_clear(&call->reply->body);
    call->reply->fixed.at = NULL;
    call->reply->status = status;
    if (call_is_api(call))
        put_problem(call, status, error, errors);
    else
        put_page(call, status, error);
}

/* Where the server keeps its data is nobody's business but the log's: the files are named without their folder. */
static void forget_folder(const char *folder, char *text) {
    const size_t length = strlen(folder);
    size_t kept = 0;
    for (size_t i = 0; text[i];) {
        if (length > 0 && strncmp(text + i, folder, length) == 0 && text[i + length] == '/')
            i += length + 1;
        else
            text[kept++] = text[i++];
    }
    text[kept] = '\0';
}

static void tell_without_folder(struct call *call, unsigned status, const struct quanze_error *error) {
    const char *folder = call->app->options.data;
    struct quanze_error told = *error;
    if (status >= 500) log_event("failed", error->en);
    if (status >= 500 || *folder == '/') { /* a short word may be one of those that were sent */
        forget_folder(folder, told.zh);
        forget_folder(folder, told.en);
    }
    forget_folder(folder, told.file);
    call_fail(call, status, &told);
}

void call_fail_with(struct call *call, const struct quanze_error *error) {
    unsigned status = 500;
    call->ledger_failed = error->status != QUANZE_USAGE && error->status != QUANZE_NO_INPUT;
    switch (error->status) {
    case QUANZE_OK:
    case QUANZE_INTERNAL: break;
    case QUANZE_USAGE: status = 400; break;
    case QUANZE_BAD_DATA: status = 422; break;
    case QUANZE_NO_INPUT: status = 404; break;
    case QUANZE_CANNOT_CREATE: /* no room, no right: for as long as nobody mends it */
    case QUANZE_IO: status = 503; break;
    }
    tell_without_folder(call, status, error);
}

void call_go(struct call *call, const char *path) {
    buf_clear(&call->reply->body);
    call->reply->status = 303;
    reply_header(call->reply, "Location", str_of(path));
}

void call_cookie(struct call *call, const char *name, const char *value, long life_s) {
    struct buf text = {0};
    buf_printf(&text, "%s=%s; Path=/; HttpOnly; SameSite=Strict%s", name, value, call->app->options.proxy ? "; Secure" : "");
    if (!*value) buf_put_text(&text, "; Max-Age=0");
    if (life_s > 0) buf_printf(&text, "; Max-Age=%ld", life_s);
    const struct str copy = arena_copy(&call->request->arena, buf_str(&text));
    if (copy.at && !text.failed) reply_header(call->reply, "Set-Cookie", copy);
    buf_free(&text);
}
