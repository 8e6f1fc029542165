/* waiver_page.c - exceptions from rules: proposed by one person of the desk, confirmed by another. */
#include <http/handlers.h>

#include <http/frame.h>
#include <http/waivers.h>

static enum phrase state_phrase(const struct waiver_note *note, const char *today) {
    const struct str to = note->column[WAIVER_TO], from = note->column[WAIVER_FROM];
    if (note->state == WAIVER_PROPOSED) return PHRASE_WAIVER_WAITS;
    if (note->state == WAIVER_REFUSED) return PHRASE_WAIVER_REFUSED;
    if (strcmp(to.at, today) < 0) return PHRASE_WAIVER_OVER;
    return strcmp(from.at, today) > 0 ? PHRASE_WAIVER_LATER : PHRASE_WAIVER_HOLDS;
}

static void fill_row(struct call *call, struct scope *row, const struct waiver_note *note, const char *today) {
    const struct str *column = note->column;
    const bool is_gate = call->caller.role == ROLE_GATEKEEPER;
    const enum phrase state = state_phrase(note, today);
    const bool is_own = str_equal(column[WAIVER_REQUESTED_BY], str_of(call_by(call)));
    scope_text(row, "id", column[WAIVER_ID]);
    scope_text(row, "rule", column[WAIVER_RULE]);
    scope_text(row, "department",
               column[WAIVER_DEPARTMENT].length > 0 ? column[WAIVER_DEPARTMENT]
                                                    : phrase_text(PHRASE_ALL_DEPARTMENTS, call->language));
    scope_text(row, "township",
               column[WAIVER_TOWNSHIP].length > 0 ? column[WAIVER_TOWNSHIP]
                                                  : phrase_text(PHRASE_ALL_TOWNSHIPS, call->language));
    scope_text(row, "reason", column[WAIVER_REASON]);
    scope_text(row, "from", column[WAIVER_FROM]);
    scope_text(row, "to", column[WAIVER_TO]);
    scope_text(row, "requested_by", column[WAIVER_REQUESTED_BY]);
    scope_text(row, "decided_by", column[WAIVER_DECIDED_BY]);
    scope_text(row, "state", phrase_text(state, call->language));
    scope_flag(row, "may_confirm", is_gate && note->state == WAIVER_PROPOSED && !is_own);
    scope_flag(row, "may_refuse", is_gate && note->state == WAIVER_PROPOSED);
    scope_flag(row, "own", is_gate && note->state == WAIVER_PROPOSED && is_own);
    scope_flag(row, "may_end", is_gate && state == PHRASE_WAIVER_HOLDS && strcmp(column[WAIVER_TO].at, today) > 0);
}

/* The last ones first. */
static struct scope *make_rows(struct call *call, const struct waivers *waivers) {
    char today[20];
    struct scope *rows = arena_take_array(&call->request->arena, waivers->count + 1, sizeof *rows);
    app_today(call->app, today);
    for (size_t i = 0; rows && i < waivers->count; i++) {
        rows[i] = (struct scope){.outer = NULL};
        fill_row(call, &rows[i], &waivers->at[waivers->count - 1 - i], today);
    }
    return rows;
}

/* What was chosen before: in the form that was refused, or by the link that leads here. */
static const char *chosen(const struct call *call, const char *name) {
    const char *form = call_form(call, name);
    return form ? form : call_query(call, name);
}

struct vocabularies {
    struct buf rules, departments, townships;
};

static quanze_status put_vocabularies(struct call *call, struct vocabularies *out, struct quanze_error *error) {
    quanze_status status = call_choices(call, QUANZE_RULES, chosen(call, "rule"), &out->rules, error);
    if (status == QUANZE_OK)
        status = call_choices(call, QUANZE_DEPARTMENT_IDS, chosen(call, "department"), &out->departments, error);
    if (status == QUANZE_OK) status = call_choices(call, QUANZE_TOWNSHIPS, chosen(call, "township"), &out->townships, error);
    return status;
}

static void write_rows(struct call *call, unsigned status, const struct waivers *waivers,
                       const struct vocabularies *vocabularies, const struct quanze_error *wrong) {
    struct scope scope = {0};
    struct scope *rows = make_rows(call, waivers);
    scope_rows(&scope, "waivers", rows, rows ? waivers->count : 0);
    scope_part(&scope, "rules", buf_str(&vocabularies->rules));
    scope_part(&scope, "departments", buf_str(&vocabularies->departments));
    scope_part(&scope, "townships", buf_str(&vocabularies->townships));
    scope_flag(&scope, "may_propose", call->caller.role == ROLE_GATEKEEPER);
    scope_text(&scope, "reason", fields_value(&call->request->form, "reason"));
    scope_text(&scope, "from", fields_value(&call->request->form, "from"));
    scope_text(&scope, "to", fields_value(&call->request->form, "to"));
    scope_text(&scope, "error", call_error_text(call, wrong));
    call->reply->status = status;
    frame_write(call, phrase_text(PHRASE_NAV_WAIVERS, call->language), "waivers", &scope);
    if (!rows) call->reply->body.failed = true;
}

/* The page; `wrong` tells what stands against what was just asked for, or NULL. */
static void write_page(struct call *call, unsigned status, const struct quanze_error *wrong) {
    struct quanze_error error;
    struct waivers waivers;
    struct vocabularies vocabularies = {.rules = {0}};
    quanze_status done = call_by(call) ? QUANZE_OK : error_memory(&error);
    if (done == QUANZE_OK) done = put_vocabularies(call, &vocabularies, &error);
    if (done == QUANZE_OK) {
        done = waivers_read(call->app->options.data, &waivers, &error);
        if (done == QUANZE_OK) write_rows(call, status, &waivers, &vocabularies, wrong);
        waivers_free(&waivers);
    }
    if (done != QUANZE_OK) call_fail_with(call, &error);
    buf_free(&vocabularies.rules);
    buf_free(&vocabularies.departments);
    buf_free(&vocabularies.townships);
}

void answer_waivers(struct call *call) { write_page(call, 200, NULL); }

/* Back to the page, or the page with what is wrong. */
static void finish(struct call *call, quanze_status status, const struct quanze_error *error) {
    if (status == QUANZE_OK)
        call_go(call, "/waivers");
    else if (status == QUANZE_USAGE || status == QUANZE_BAD_DATA)
        write_page(call, status == QUANZE_USAGE ? 409 : 422, error);
    else
        call_fail_with(call, error);
}

void answer_waiver_propose(struct call *call) {
    struct quanze_error error;
    char now[20];
    const struct fields *form = &call->request->form;
    const char *by = call_by(call);
    app_now(call->app, now);
    struct waiver_note note = {.state = WAIVER_PROPOSED};
    for (int i = 0; i < WAIVER_COLUMNS; i++) note.column[i] = STR("");
    note.column[WAIVER_RULE] = fields_value(form, "rule");
    note.column[WAIVER_DEPARTMENT] = fields_value(form, "department");
    note.column[WAIVER_TOWNSHIP] = fields_value(form, "township");
    note.column[WAIVER_REASON] = fields_value(form, "reason");
    note.column[WAIVER_FROM] = fields_value(form, "from");
    note.column[WAIVER_TO] = fields_value(form, "to");
    note.column[WAIVER_REQUESTED_BY] = str_of(by);
    note.column[WAIVER_REQUESTED_AT] = str_of(now);
    finish(call, by ? waivers_propose(call->app->options.data, &note, &error) : error_memory(&error), &error);
}

/* A problem without the file and the line that it was found in: they are the server's own. */
static const char *behind_place(const char *text) {
    const char *place = strstr(text, WAIVERS_YAML ":"), *end = place ? strstr(place, ": ") : NULL;
    return end ? end + 2 : text;
}

/* The engine takes what is now in force; where it does not, the first reason is told. */
static quanze_status reload(void *payload, struct quanze_error *error) {
    struct library *library = payload;
    struct library_news news;
    const quanze_status status = library_reload(library, error);
    if (status == QUANZE_OK) return status;
    library_news(library, &news);
    return error_set(error, status, "%s%.0s", "%.0s%s", behind_place(news.why_zh), behind_place(news.why_en));
}

void answer_waiver_step(struct call *call) {
    struct quanze_error error;
    char now[20];
    const char *what = call_form(call, "step");
    struct waiver_step step = {.what = WAIVER_REFUSE,
                               .id = call->id.at,
                               .by = call_by(call),
                               .now = now,
                               .apply = reload,
                               .payload = call->app->library};
    app_now(call->app, now);
    if (what && strcmp(what, "confirm") == 0) step.what = WAIVER_CONFIRM;
    if (what && strcmp(what, "end") == 0) step.what = WAIVER_END;
    if (!step.by)
        (void)error_memory(&error);
    else if (!what || (step.what == WAIVER_REFUSE && strcmp(what, "refuse") != 0))
        (void)error_set(&error, QUANZE_USAGE, "没有写怎么办", "what is to be done was not said");
    else {
        const quanze_status status = waivers_step(call->app->options.data, &step, &error);
        if (status == QUANZE_OK) error.status = QUANZE_OK;
    }
    finish(call, error.status, &error);
}
