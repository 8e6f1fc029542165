/* waiver_page.c - exceptions from rules: proposed by one person of the desk, confirmed by another. */
#include <http/handlers.h>

#include <http/deed/waiving.h>
#include <http/pages/frame.h>

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

struct vocabularies {
    struct buf rules, departments, townships;
};

static quanze_status put_vocabularies(struct call *call, struct vocabularies *out, struct quanze_error *error) {
    quanze_status status = call_choices(call, QUANZE_RULES, call_kept(call, "rule").at, &out->rules, error);
    if (status == QUANZE_OK)
        status = call_choices(call, QUANZE_DEPARTMENT_IDS, call_kept(call, "department").at, &out->departments, error);
    if (status == QUANZE_OK)
        status = call_choices(call, QUANZE_TOWNSHIPS, call_kept(call, "township").at, &out->townships, error);
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
    scope_text(&scope, "valid_from", fields_value(&call->request->form, "valid_from"));
    scope_text(&scope, "valid_to", fields_value(&call->request->form, "valid_to"));
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
    char id[WAIVER_ID_BYTES];
    finish(call, waiving_propose(call, &call->request->form, id, &error), &error);
}

void answer_waiver_step(struct call *call) {
    struct quanze_error error;
    static const char *const STEPS[] = {"confirm", "refuse", "end"}; /* as the enum has them */
    const struct str asked = fields_value(&call->request->form, "step");
    quanze_status status = error_set(&error, QUANZE_USAGE, "没有写怎么办", "what is to be done was not said");
    for (size_t i = 0; i < sizeof STEPS / sizeof *STEPS; i++)
        if (str_equal(asked, str_of(STEPS[i]))) status = waiving_step(call, (enum waiver_what)i, &error);
    finish(call, status, &error);
}
