/* api_letter.c - the township's letter over HTTP: as a paper, or with the proof that it can be decided again. */
#include <http/handlers.h>

#include <http/api/api.h>
#include <http/deed/concern.h>
#include <http/deed/lettering.h>
#include <http/wire/json.h>
#include <http/wire/kind.h>
#include <http/wire/upload.h>

static const struct kind KINDS[] = {
    {"docx", KIND_DOCX, KIND_DOCX, "attachment; filename=\"letter.docx\"", QUANZE_FORMAT_DOCX, false},
    {"zip", KIND_ZIP, KIND_ZIP, "attachment; filename=\"proof.zip\"", QUANZE_FORMAT_DOCX, true},
    {"html", "text/html", "text/html; charset=utf-8", "inline", QUANZE_FORMAT_HTML, false},
    {"text", "text/plain", "text/plain; charset=utf-8", "inline", QUANZE_FORMAT_TEXT, false},
    {"json", KIND_JSON, "application/json; charset=utf-8", NULL, QUANZE_FORMAT_TEXT, false},
};

/* Each line of the notes as JSON text, between the two words. */
static void put_notes(struct buf *out, struct str notes, const char *before, const char *behind) {
    for (size_t count = 0; notes.length > 0;) {
        const char *end = memchr(notes.at, '\n', notes.length);
        const struct str line = {notes.at, end ? (size_t)(end - notes.at) : notes.length};
        const size_t taken = line.length + (end ? 1 : 0);
        notes = (struct str){notes.at + taken, notes.length - taken};
        if (str_trim(line).length == 0) continue;
        if (count++ > 0) buf_put_char(out, ',');
        buf_put_text(out, before);
        json_put_text(out, str_trim(line));
        buf_put_text(out, behind);
    }
}

/* It is not open: why, and which letters are, a line each. */
static void tell_closed(struct call *call, struct str notes) {
    struct quanze_error error;
    struct buf lines = {0};
    put_notes(&lines, notes, "{\"detail\":", "}");
    (void)error_set(&error, QUANZE_USAGE, "这份函现在不能写，原因和可以写的函见 errors",
                    "this letter is not open now; errors tells why, and which letters are");
    call_fail_errors(call, 422, &error, buf_str(&lines));
    call->reply->body.failed |= lines.failed;
    buf_free(&lines);
}

/* The letter's words, with the notes beside it: what is still to be verified, and what makes it a draft. */
static void put_object(struct buf *out, struct str letter, struct str notes, bool is_draft) {
    buf_printf(out, "{\"draft\":%s,\"format\":\"quanze/letter/1\",\"letter\":", is_draft ? "true" : "false");
    json_put_text(out, letter);
    buf_put_text(out, ",\"notes\":[");
    put_notes(out, notes, "", "");
    buf_put_text(out, "]}\n");
}

static void send(struct call *call, const struct quanze_input *input, const struct fields *fields) {
    struct quanze_error error;
    struct buf letter = {0}, notes = {0};
    const struct kind *kind = kind_accepted(call->request, KINDS, sizeof KINDS / sizeof *KINDS);
    const bool is_object = strcmp(kind->name, "json") == 0;
    const struct quanze_sink reply = reply_sink(call->reply), beside = buf_sink(&letter);
    struct lettering lettering = {.input = input,
                                  .fields = fields,
                                  .format = kind->format,
                                  .letter = kind->is_bundle || is_object ? beside : reply,
                                  .notes = buf_sink(&notes),
                                  .bundle = kind->is_bundle ? &reply : NULL};
    const quanze_status status = lettering_run(call, &lettering, &error);
    if (status != QUANZE_OK && lettering.problems.errors > 0)
        call_fail_errors(call, 422, &error, buf_str(&lettering.problems.json));
    else if (status != QUANZE_OK)
        call_fail_with(call, &error);
    else if (!lettering.summary.is_written)
        tell_closed(call, buf_str(&notes));
    else {
        if (is_object) put_object(&call->reply->body, buf_str(&letter), buf_str(&notes), lettering.summary.is_draft);
        kind_send(kind, call->reply);
        reply_header(call->reply, "Quanze-Draft", lettering.summary.is_draft ? STR("true") : STR("false"));
    }
    call->reply->body.failed |= letter.failed || notes.failed;
    problems_free(&lettering.problems);
    buf_free(&letter);
    buf_free(&notes);
}

void answer_api_letter(struct call *call) {
    struct fields fields;
    if (api_read_object(call, &fields) && concern_may_see(call, call->id.at, false)) send(call, NULL, &fields);
}

void answer_api_refuse(struct call *call) {
    struct quanze_input input;
    if (call_known_at(call) && upload_of_body(call, &input)) send(call, &input, &call->request->fields);
}
