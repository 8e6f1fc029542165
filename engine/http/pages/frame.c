#include <http/pages/frame.h>

#define ROLES(a, b, c, d) (ROLE_BIT(a) | ROLE_BIT(b) | ROLE_BIT(c) | ROLE_BIT(d))

static const struct {
    const char *path;
    enum phrase phrase;
    unsigned roles; /* 0: everybody */
} PLACES[] = {
    {"/screen", PHRASE_NAV_SCREEN,
     ROLE_BIT(ROLE_AUDITOR) | ROLE_BIT(ROLE_GATEKEEPER) | ROLE_BIT(ROLE_DEPARTMENT) | ROLE_BIT(ROLE_TOWNSHIP)},
    {"/inbox", PHRASE_NAV_INBOX, ROLE_BIT(ROLE_TOWNSHIP)},
    {"/sent", PHRASE_NAV_SENT, ROLE_BIT(ROLE_DEPARTMENT)},
    {"/desk", PHRASE_NAV_DESK, ROLE_BIT(ROLE_GATEKEEPER)},
    {"/audit", PHRASE_NAV_AUDIT, ROLE_BIT(ROLE_AUDITOR) | ROLE_BIT(ROLE_GATEKEEPER)},
    {"/list", PHRASE_NAV_LIST,
     ROLES(ROLE_GATEKEEPER, ROLE_DEPARTMENT, ROLE_TOWNSHIP, ROLE_AUDITOR) | ROLE_BIT(ROLE_ADMINISTRATOR)},
    {"/rules", PHRASE_NAV_RULES,
     ROLES(ROLE_GATEKEEPER, ROLE_DEPARTMENT, ROLE_TOWNSHIP, ROLE_AUDITOR) | ROLE_BIT(ROLE_ADMINISTRATOR)},
    {"/ledger", PHRASE_NAV_LEDGER, ROLE_BIT(ROLE_GATEKEEPER) | ROLE_BIT(ROLE_AUDITOR)},
    {"/corrections", PHRASE_NAV_CORRECTIONS, ROLE_BIT(ROLE_GATEKEEPER) | ROLE_BIT(ROLE_AUDITOR)},
    {"/complaints", PHRASE_NAV_COMPLAINTS, ROLE_BIT(ROLE_AUDITOR)},
    {"/admin", PHRASE_NAV_ADMIN, ROLE_BIT(ROLE_ADMINISTRATOR)},
    {"/complaint", PHRASE_NAV_COMPLAINT, 0},
};

#define PLACE_COUNT (sizeof PLACES / sizeof *PLACES)

/* The way to this page in the other language. */
static struct str other_language(struct call *call) {
    struct buf text = {0};
    buf_put_text(&text, call->language == QUANZE_ZH ? "?lang=en" : "?lang=zh");
    for (size_t i = 0; i < call->request->fields.count; i++) {
        const struct field *field = &call->request->fields.at[i];
        if (str_equal(field->name, STR("lang"))) continue;
        buf_put_char(&text, '&');
        fields_encode(&text, field->name);
        buf_put_char(&text, '=');
        fields_encode(&text, field->value);
    }
    const struct str copy = arena_copy(&call->request->arena, buf_str(&text));
    buf_free(&text);
    return copy.at ? copy : STR("");
}

/* Whether a page stands under a place of the navigation. */
static bool is_under(struct str path, const char *place) {
    const struct str head = str_of(place);
    return str_starts_with(path, head) && (path.length == head.length || path.at[head.length] == '/');
}

static size_t fill_places(struct call *call, struct scope rows[PLACE_COUNT]) {
    size_t count = 0;
    for (size_t i = 0; i < PLACE_COUNT; i++) {
        const bool is_open = PLACES[i].roles == 0;
        if (!is_open && (call->caller.must_change || !(PLACES[i].roles & ROLE_BIT(call->caller.role)))) continue;
        struct scope *row = &rows[count++];
        scope_text(row, "path", str_of(PLACES[i].path));
        scope_text(row, "place", phrase_text(PLACES[i].phrase, call->language));
        scope_flag(row, "here", is_under(call->request->path, PLACES[i].path));
    }
    return count;
}

static void write_frame(struct call *call, struct scope *frame) {
    struct scope places[PLACE_COUNT] = {0};
    const quanze_language language = call->language;
    scope_rows(frame, "places", places, fill_places(call, places));
    scope_text(frame, "language", language == QUANZE_ZH ? STR("zh-CN") : STR("en"));
    scope_text(frame, "other", other_language(call));
    scope_text(frame, "who", str_of(call->caller.name));
    scope_text(frame, "office", str_of(call->caller.office));
    scope_text(frame, "role", str_of(role_word(call->caller.role, language)));
    scope_text(frame, "form_token", str_of(call->caller.form_token));
    if (call->reply->status == 0) call->reply->status = 200;
    call->reply->type = "text/html; charset=utf-8";
    buf_clear(&call->reply->body);
    if (!template_write(&call->reply->body, "frame", frame, language)) call->reply->body.failed = true;
}

void frame_write(struct call *call, struct str title, const char *name, struct scope *scope) {
    struct buf body = {0};
    struct scope frame = {0};
    struct scope common = {.outer = NULL};
    scope_text(&common, "form_token", str_of(call->caller.form_token));
    scope->outer = &common;
    if (!template_write(&body, name, scope, call->language)) body.failed = true;
    scope_text(&frame, "title", title);
    scope_part(&frame, "body", buf_str(&body));
    write_frame(call, &frame);
    if (body.failed) call->reply->body.failed = true;
    buf_free(&body);
}

void frame_write_part(struct call *call, struct str title, struct str html) {
    struct scope frame = {0};
    scope_text(&frame, "title", title);
    scope_part(&frame, "body", html);
    write_frame(call, &frame);
}

void frame_put_list(struct scope *scope, const struct buf *part) {
    const struct str whole = buf_str(part), mark = STR("</h1>\n");
    const ptrdiff_t end = str_find(whole, mark);
    const size_t heading = end < 0 ? 0 : (size_t)end + mark.length;
    scope_part(scope, "heading", (struct str){whole.at, heading});
    scope_part(scope, "table", (struct str){whole.at + heading, whole.length - heading});
    scope_flag(scope, "some", str_find(whole, STR("<td")) >= 0);
}
