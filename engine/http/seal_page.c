/* seal_page.c - where the ledger stood at the end of each month, signed with this office's key. */
#include <http/handlers.h>

#include <http/data_file.h>
#include <http/frame.h>
#include <stdio.h>

#define KEY_FILE "seal.key"

/* The list of seals with whether each holds, and the form of a new one; `wrong` tells what stands against it, or NULL. */
static void write_list(struct call *call, unsigned status, const struct quanze_error *wrong) {
    struct quanze_error error;
    struct buf table = {0};
    struct scope scope = {0};
    struct quanze_page_request request = call_page(call, NULL, QUANZE_FORMAT_HTML_PART);
    request.sink = buf_sink(&table);
    if (quanze_ledger_seals(call->ledger, &request, &error) == QUANZE_OK) {
        scope_part(&scope, "table", buf_str(&table));
        scope_text(&scope, "month", fields_value(&call->request->form, "month"));
        scope_text(&scope, "error", call_error_text(call, wrong));
        call->reply->status = status;
        frame_write(call, phrase_text(PHRASE_NAV_SEALS, call->language), "seals", &scope);
    } else
        call_fail_with(call, &error);
    buf_free(&table);
}

/* The seal of one month as a sheet of paper, to be looked at or kept. */
static void write_sheet(struct call *call, const char *month) {
    struct quanze_error error;
    struct buf sheet = {0};
    struct scope scope = {0};
    const bool as_docx = call_query(call, "file") != NULL;
    struct quanze_page_request request = call_page(call, month, as_docx ? QUANZE_FORMAT_DOCX : QUANZE_FORMAT_HTML_PART);
    if (!as_docx) request.sink = buf_sink(&sheet);
    const quanze_status status = quanze_ledger_seals(call->ledger, &request, &error);
    if (status != QUANZE_OK)
        call_fail_with(call, &error);
    else if (as_docx)
        reply_docx(call->reply, "attachment; filename=\"seal.docx\"");
    else {
        scope_part(&scope, "sheet", buf_str(&sheet));
        scope_text(&scope, "month", str_of(month));
        frame_write(call, phrase_text(PHRASE_NAV_SEALS, call->language), "seal", &scope);
    }
    buf_free(&sheet);
}

void answer_seals(struct call *call) {
    const char *month = call_query(call, "month");
    if (!call_ledger(call, false)) return;
    if (month)
        write_sheet(call, month);
    else
        write_list(call, 200, NULL);
}

/* The key of the data folder, made when it is needed for the first time; in the request's arena. */
static quanze_status take_key(struct call *call, struct str *out, struct quanze_error *error) {
    const char *folder = call->app->options.data;
    struct data_lock lock;
    char key[65];
    bool is_there = false;
    quanze_status status = data_lock(folder, KEY_FILE, &lock, error);
    if (status != QUANZE_OK) return status;
    status = data_read(folder, KEY_FILE, &call->request->arena, out, &is_there, error);
    if (status == QUANZE_OK && !is_there) {
        status = quanze_seal_key(key, error);
        if (status == QUANZE_OK) status = data_replace(folder, KEY_FILE, str_of(key), error);
        if (status == QUANZE_OK) *out = arena_copy(&call->request->arena, str_of(key));
    } else if (status == QUANZE_OK)
        *out = arena_copy(&call->request->arena, str_trim(*out));
    data_unlock(&lock);
    return status == QUANZE_OK && !out->at ? error_memory(error) : status;
}

void answer_seal(struct call *call) {
    struct quanze_error error;
    struct str key;
    char now[20], place[64];
    if (!call_ledger(call, true)) return;
    app_now(call->app, now);
    quanze_status status = take_key(call, &key, &error);
    const struct quanze_seal_request request = {.month = call_form(call, "month"),
                                                .key = key.at,
                                                .by = call_by(call),
                                                .now = now,
                                                .language = call->language,
                                                .format = QUANZE_FORMAT_TEXT,
                                                .sink = nothing_sink()};
    if (status == QUANZE_OK && !request.by) status = error_memory(&error);
    if (status == QUANZE_OK && !request.month)
        status = error_set(&error, QUANZE_USAGE, "没有写哪个月", "the month was not given");
    if (status == QUANZE_OK) status = quanze_ledger_seal(call->ledger, &request, &error);
    if (status == QUANZE_OK) {
        (void)snprintf(place, sizeof place, "/ledger/seals?month=%.7s", request.month);
        const struct str copy = arena_copy(&call->request->arena, str_of(place));
        call_go(call, copy.at ? copy.at : "/ledger/seals");
    } else if (status == QUANZE_USAGE)
        write_list(call, 422, &error);
    else
        call_fail_with(call, &error);
}
