/* seal_page.c - where the ledger stood at the end of each month, signed with this office's key. */
#include <http/handlers.h>

#include <http/deed/once.h>
#include <http/deed/sealing.h>
#include <http/pages/frame.h>
#include <stdio.h>

/* The list of seals, the last first, with whether each holds, and the form of a new one; `wrong` tells what stands against it,
 * or NULL. */
static void write_list(struct call *call, unsigned status, const struct quanze_error *wrong) {
    struct quanze_error error;
    struct buf table = {0};
    struct scope scope = {0};
    struct quanze_page_request request = call_page(call, NULL, QUANZE_FORMAT_HTML_PART);
    if (!call_rows(call, "after", &request)) return;
    request.newest = true;
    request.link = "/ledger/seals?month=";
    request.sink = buf_sink(&table);
    if (quanze_ledger_seals(call->ledger, &request, &error) == QUANZE_OK) {
        frame_put_list(&scope, &table);
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

static quanze_status enter_seal(struct call *call, struct quanze_error *error) {
    return sealing_run(call, call_form(call, "month"), QUANZE_FORMAT_TEXT, nothing_sink(), error);
}

void answer_seal(struct call *call) {
    struct quanze_error error;
    char place[64];
    const char *month = call_form(call, "month");
    if (!call_ledger(call, true)) return;
    const quanze_status status = once_run(call, enter_seal, &error);
    if (status == QUANZE_OK) {
        (void)snprintf(place, sizeof place, "/ledger/seals?month=%.7s", month);
        const struct str copy = arena_copy(&call->request->arena, str_of(place));
        call_go(call, copy.at ? copy.at : "/ledger/seals");
    } else if (status == QUANZE_USAGE)
        write_list(call, 422, &error);
    else
        call_fail_with(call, &error);
}
