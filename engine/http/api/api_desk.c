/* api_desk.c - waivers, seals and proofs over HTTP. */
#include <http/handlers.h>

#include <http/api/api.h>
#include <http/deed/sealing.h>
#include <http/deed/waiving.h>
#include <http/problems.h>
#include <http/wire/json.h>

static const char *state_of(const struct waiver_note *note, const char *today) {
    switch (note->state) {
    case WAIVER_PROPOSED: return "proposed";
    case WAIVER_REFUSED: return "refused";
    case WAIVER_CONFIRMED: break;
    }
    if (strcmp(note->column[WAIVER_TO].at, today) < 0) return "over";
    return strcmp(note->column[WAIVER_FROM].at, today) > 0 ? "later" : "in_force";
}

/* The page's names of columns, in their order; what is empty is null. */
static void put_note(struct buf *out, const struct waiver_note *note, const char *today) {
    static const struct {
        const char *name;
        enum waiver_column column;
    } MEMBERS[] = {{"decided_at", WAIVER_DECIDED_AT},
                   {"decided_by", WAIVER_DECIDED_BY},
                   {"department", WAIVER_DEPARTMENT},
                   {"id", WAIVER_ID},
                   {"reason", WAIVER_REASON},
                   {"requested_at", WAIVER_REQUESTED_AT},
                   {"requested_by", WAIVER_REQUESTED_BY},
                   {"rule", WAIVER_RULE},
                   {"state", WAIVER_STATE},
                   {"township", WAIVER_TOWNSHIP},
                   {"valid_from", WAIVER_FROM},
                   {"valid_to", WAIVER_TO}};
    for (size_t i = 0; i < sizeof MEMBERS / sizeof *MEMBERS; i++) {
        const bool is_state = MEMBERS[i].column == WAIVER_STATE;
        const struct str text = is_state ? str_of(state_of(note, today)) : note->column[MEMBERS[i].column];
        buf_printf(out, "%s\"%s\":", i > 0 ? "," : "{", MEMBERS[i].name);
        if (text.length > 0)
            json_put_text(out, text);
        else
            buf_put_text(out, "null");
    }
    buf_put_char(out, '}');
}

/* Those of a page, or the one of an id. */
struct chosen {
    const char *id;
    size_t after, most;
};

static void put_notes(struct buf *out, const struct waivers *waivers, const struct chosen *chosen, const char *today) {
    size_t rows = 0;
    for (size_t i = chosen->id ? 0 : chosen->after; i < waivers->count && rows < chosen->most; i++) {
        if (chosen->id && !str_equal(waivers->at[i].column[WAIVER_ID], str_of(chosen->id))) continue;
        if (!chosen->id) buf_put_text(out, rows > 0 ? ",\n" : "\n");
        put_note(out, &waivers->at[i], today);
        rows++;
    }
}

static void send_notes(struct call *call, const struct chosen *chosen) {
    struct quanze_error error;
    struct waivers waivers;
    char today[20];
    struct buf *out = &call->reply->body;
    app_today(call->app, today);
    const quanze_status status = waivers_read(call->app->options.data, &waivers, &error);
    if (!chosen->id) buf_put_text(out, "{\"format\":\"quanze/waivers/1\",\"rows\":[");
    if (status == QUANZE_OK) put_notes(out, &waivers, chosen, today);
    buf_put_text(out, chosen->id ? "\n" : "\n]}\n");
    waivers_free(&waivers);
    api_finish(call, status, &error);
}

static void send_note(struct call *call, const char *id) { send_notes(call, &(struct chosen){.id = id, .most = 1}); }

void answer_api_waivers(struct call *call) {
    struct quanze_page_request page = {.name = NULL};
    if (!api_take_page(call, &page)) return;
    send_notes(call, &(struct chosen){.after = (size_t)page.after, .most = page.most});
}

void answer_api_waiver_propose(struct call *call) {
    struct quanze_error error;
    struct fields fields;
    char id[WAIVER_ID_BYTES];
    if (!api_read_object(call, &fields)) return;
    const quanze_status status = waiving_propose(call, &fields, id, &error);
    if (status == QUANZE_OK)
        send_note(call, id);
    else
        api_finish_write(call, status == QUANZE_NO_INPUT ? QUANZE_USAGE : status, 422, &error);
}

static void take_step(struct call *call, enum waiver_what what) {
    struct quanze_error error;
    const quanze_status status = waiving_step(call, what, &error);
    if (status == QUANZE_OK)
        send_note(call, call->id.at);
    else
        api_finish_write(call, status, 409, &error);
}

void answer_api_waiver_confirm(struct call *call) { take_step(call, WAIVER_CONFIRM); }

void answer_api_waiver_refuse(struct call *call) { take_step(call, WAIVER_REFUSE); }

void answer_api_waiver_end(struct call *call) { take_step(call, WAIVER_END); }

void answer_api_seal(struct call *call) {
    struct quanze_error error;
    struct fields fields;
    if (!api_read_object(call, &fields) || !call_ledger(call, true)) return;
    const char *month = api_member(&fields, "month");
    api_finish_write(call, sealing_run(call, month, QUANZE_FORMAT_JSON, reply_sink(call->reply), &error), 422, &error);
}

/* A proof is decided again from its own files alone; they stand in the data folder for that moment. */
void answer_api_proof(struct call *call) {
    struct problems_kept problems = {.language = call->language};
    struct quanze_error error;
    bool same;
    const struct str body = buf_str(&call->request->body);
    if (!request_is_type(call->request, "application/zip")) {
        (void)error_set(&error, QUANZE_USAGE, "这里要用 application/zip，即证明包",
                        "this address expects application/zip, a proof");
        call_fail(call, 415, &error);
        return;
    }
    const struct quanze_input input = {.name = "proof.zip", .bytes = body.at, .length = body.length};
    const struct quanze_verify_request request = {.input = &input,
                                                  .folder = call->app->options.data,
                                                  .language = call->language,
                                                  .format = QUANZE_FORMAT_JSON,
                                                  .sink = reply_sink(call->reply),
                                                  .reporter = problems_reporter(&problems)};
    const quanze_status status = quanze_verify(&request, &same, &error);
    if (status == QUANZE_BAD_DATA && problems.errors > 0)
        call_fail_errors(call, 422, &error, buf_str(&problems.json));
    else
        api_finish(call, status, &error);
    problems_free(&problems);
}
