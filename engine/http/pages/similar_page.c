/* similar_page.c - papers held against each other: the same thing asked for twice. Nothing is kept. */
#include <http/handlers.h>

#include <http/pages/frame.h>
#include <http/problems.h>
#include <http/wire/upload.h>

static void write_page(struct call *call, unsigned status, const struct buf *found, struct str wrong,
                       const struct quanze_error *error) {
    struct scope scope = {0};
    scope_part(&scope, "found", found ? buf_str(found) : STR(""));
    scope_text(&scope, "wrong", wrong);
    scope_text(&scope, "error", call_error_text(call, error));
    call->reply->status = status;
    frame_write(call, phrase_text(PHRASE_NAV_SIMILAR, call->language), "similar", &scope);
}

void answer_similar_page(struct call *call) { write_page(call, 200, NULL, STR(""), NULL); }

void answer_similar(struct call *call) {
    struct quanze_error error;
    struct quanze_similar_summary summary;
    struct problems_kept problems = {.language = call->language};
    struct buf found = {0};
    size_t count;
    struct quanze_input *inputs = uploads_of_form(call, &count);
    const struct quanze_similar_request request = {.inputs = inputs,
                                                   .input_count = count,
                                                   .language = call->language,
                                                   .format = QUANZE_FORMAT_HTML_PART,
                                                   .sink = buf_sink(&found),
                                                   .reporter = problems_reporter(&problems)};
    quanze_status status = inputs ? QUANZE_OK : error_memory(&error);
    if (status == QUANZE_OK && count == 0)
        status = error_set(&error, QUANZE_USAGE, "请粘贴来文，或选几个文件", "paste the papers, or choose files");
    if (status == QUANZE_OK) status = quanze_similar(call_engine(call), &request, &summary, &error);
    if (status == QUANZE_OK)
        write_page(call, 200, &found, buf_str(&problems.lines), NULL);
    else if (status == QUANZE_USAGE || status == QUANZE_BAD_DATA)
        write_page(call, 422, NULL, buf_str(&problems.lines), &error);
    else
        call_fail_with(call, &error);
    problems_free(&problems);
    buf_free(&found);
}
