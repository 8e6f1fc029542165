/* task_page.c - lists of tasks, and one task: what was judged, what happened, what to do next. */
#include <http/handlers.h>

#include <http/deed/concern.h>
#include <http/deed/lettering.h>
#include <http/deed/listing.h>
#include <http/deed/moving.h>
#include <http/deed/screening.h>
#include <http/pages/frame.h>

/* The address of the same list, sorted so. */
static struct str address_sorted(struct call *call, const struct listing *listing, const struct sorting *sorting,
                                 const char *end) {
    struct buf text = {0};
    buf_printf(&text, "?sort=%s%s", sorting->name, listing->with_ended ? "&all=yes" : "");
    if (listing->state) buf_put_text(&text, "&state=");
    if (listing->state) fields_encode(&text, str_of(listing->state));
    if (listing->item) buf_put_text(&text, "&item=");
    if (listing->item) fields_encode(&text, str_of(listing->item));
    buf_put_text(&text, end);
    const struct str copy = arena_copy(&call->request->arena, buf_str(&text));
    buf_free(&text);
    return copy.at ? copy : STR("?");
}

/* One row for each sorting, in the request's arena; NULL when memory ran out. */
static struct scope *make_sorts(struct call *call, const struct listing *listing, size_t *count) {
    const struct sorting *sortings = listing_sortings(count);
    struct scope *rows = arena_take_array(&call->request->arena, *count, sizeof *rows);
    for (size_t i = 0; rows && i < *count; i++) {
        rows[i] = (struct scope){.outer = NULL};
        scope_text(&rows[i], "address", address_sorted(call, listing, &sortings[i], ""));
        scope_text(&rows[i], "label", phrase_text(sortings[i].phrase, call->language));
        scope_flag(&rows[i], "here", listing->sorting == &sortings[i]);
    }
    return rows;
}

static void write_frame(struct call *call, enum phrase title, const struct listing *listing, struct scope *scope) {
    size_t count;
    char today[20];
    app_today(call->app, today);
    struct scope *sorts = make_sorts(call, listing, &count);
    scope_rows(scope, "sorts", sorts, sorts ? count : 0);
    scope_text(scope, "sort", str_of(listing->sorting->name));
    scope_flag(scope, "all", listing->with_ended);
    scope_flag(scope, "desk", concern_side_of(call) == QUANZE_SIDE_NONE);
    scope_text(scope, "title", phrase_text(title, call->language));
    scope_text(scope, "office", str_of(call->caller.office));
    scope_text(scope, "today", (struct str){today, 10});
    frame_write(call, phrase_text(title, call->language), "tasks", scope);
    if (!sorts) call->reply->body.failed = true;
}

/* What to do where nothing is listed yet, and nothing was left out by what was asked. */
static struct str hint_of(struct call *call, enum phrase title, const struct listing *listing, const struct buf *table) {
    const enum phrase hint = title == PHRASE_NAV_INBOX  ? PHRASE_EMPTY_INBOX
                             : title == PHRASE_NAV_SENT ? PHRASE_EMPTY_SENT
                                                        : PHRASE_EMPTY_DESK;
    const bool is_empty = str_find(buf_str(table), STR("<th scope=\"row\">")) < 0;
    return is_empty && !listing->state ? phrase_text(hint, call->language) : STR("");
}

static void write_list(struct call *call, enum phrase title) {
    struct quanze_error error;
    struct buf table = {0}, states = {0};
    struct scope scope = {0};
    struct listing listing;
    struct quanze_ledger *ledger = call_ledger(call, false);
    if (!ledger || !listing_read(call, "urgent", &listing)) return;
    struct quanze_task_list_request request = listing_request(call, &listing, QUANZE_FORMAT_HTML_PART);
    request.more = address_sorted(call, &listing, listing.sorting, "&before=").at;
    request.sink = buf_sink(&table);
    quanze_status status = quanze_task_list(ledger, call_engine(call), &request, &error);
    if (status == QUANZE_OK) status = call_choices(call, QUANZE_STATES, listing.state, &states, &error);
    if (status == QUANZE_OK) {
        scope_part(&scope, "table", buf_str(&table));
        scope_part(&scope, "states", buf_str(&states));
        scope_text(&scope, "empty", hint_of(call, title, &listing, &table));
        write_frame(call, title, &listing, &scope);
    } else
        call_fail_with(call, &error);
    buf_free(&table);
    buf_free(&states);
}

void answer_inbox(struct call *call) { write_list(call, PHRASE_NAV_INBOX); }

void answer_sent(struct call *call) { write_list(call, PHRASE_NAV_SENT); }

void answer_desk(struct call *call) { write_list(call, PHRASE_NAV_DESK); }

/* What a task's page is made of. */
struct told {
    struct buf facts, verdict, story, next, grounds, closed;
    unsigned letters; /* that are open, a bit each */
};

static void told_free(struct told *told) {
    buf_free(&told->facts);
    buf_free(&told->verdict);
    buf_free(&told->story);
    buf_free(&told->next);
    buf_free(&told->grounds);
    buf_free(&told->closed);
}

/* The task as it was handed in, judged by what was in force on its day. */
static quanze_status judge(struct call *call, struct told *told, struct quanze_error *error) {
    const struct quanze_input input = {.name = "task.json", .bytes = told->facts.at, .length = told->facts.length};
    struct screening screening = {.inputs = &input,
                                  .input_count = 1,
                                  .format = QUANZE_FORMAT_HTML_PART,
                                  .fix = true,
                                  .words = true,
                                  .sink = buf_sink(&told->verdict)};
    const quanze_status status = screening_run(call, &screening, error);
    problems_free(&screening.problems);
    return status;
}

/* Which letters its township can write, and why no refusal. */
static quanze_status weigh_letters(struct call *call, struct told *told, struct quanze_error *error) {
    static const struct fields nothing_asked = {0};
    struct lettering lettering = {
        .fields = &nothing_asked, .format = QUANZE_FORMAT_HTML_PART, .notes = buf_sink(&told->closed)};
    const quanze_status status = lettering_run(call, &lettering, error);
    told->letters = lettering.summary.open;
    problems_free(&lettering.problems);
    return status;
}

static quanze_status tell(struct call *call, const char *id, struct told *told, struct quanze_error *error) {
    struct quanze_page_request story = call_page(call, id, QUANZE_FORMAT_HTML_PART), next = story;
    story.engine = call_engine(call);
    story.sink = buf_sink(&told->story);
    next.sink = buf_sink(&told->next);
    quanze_status status = quanze_task_facts(call->ledger, id, buf_sink(&told->facts), error);
    if (status == QUANZE_OK) status = quanze_ledger_show(call->ledger, &story, error);
    if (status == QUANZE_OK) status = quanze_task_next(call->ledger, id, call->caller.office, &next, error);
    if (status == QUANZE_OK) status = call_choices(call, QUANZE_GROUNDS, NULL, &told->grounds, error);
    const bool may_answer = call->caller.role == ROLE_TOWNSHIP && told->next.length > 0; /* nobody answers what has ended */
    if (status == QUANZE_OK && may_answer) status = weigh_letters(call, told, error);
    return status == QUANZE_OK ? judge(call, told, error) : status;
}

static void put_letters(struct scope *scope, const struct told *told) {
    static const char *const NAMES[] = {"refusal", "conditional", "time", "resources", "receipt"};
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) scope_flag(scope, NAMES[i], told->letters >> i & 1);
    scope_text(scope, "closed", buf_str(&told->closed));
}

/* The page; `wrong` tells what stands against what was just asked for, or NULL. */
static void write_task(struct call *call, unsigned status, const struct quanze_error *wrong) {
    struct told told = {0};
    struct scope scope = {0};
    struct quanze_error error;
    const bool may_act = call->caller.role != ROLE_AUDITOR;
    if (tell(call, call->id.at, &told, &error) == QUANZE_OK) {
        scope_text(&scope, "id", call->id);
        scope_part(&scope, "verdict", buf_str(&told.verdict));
        scope_part(&scope, "story", buf_str(&told.story));
        scope_part(&scope, "next", buf_str(&told.next));
        scope_part(&scope, "grounds", buf_str(&told.grounds));
        scope_flag(&scope, "gate", call->caller.role == ROLE_GATEKEEPER);
        scope_flag(&scope, "grounded", call->caller.role != ROLE_DEPARTMENT); /* no move of the sender needs one */
        scope_flag(&scope, "may_move", may_act && told.next.length > 0);
        scope_flag(&scope, "may_answer", told.letters != 0);
        put_letters(&scope, &told);
        scope_text(&scope, "error", call_error_text(call, wrong));
        scope_text(&scope, "why", wrong ? fields_value(&call->request->form, "why") : STR(""));
        call->reply->status = status;
        frame_write(call, call->id, "task", &scope);
    } else
        call_fail_with(call, &error);
    told_free(&told);
}

void answer_task(struct call *call) {
    if (concern_may_see(call, call->id.at, false)) write_task(call, 200, NULL);
}

/* "/tasks/" and the id as an address. */
static const char *address_of(struct call *call, struct str id) {
    struct buf text = {0};
    buf_put_text(&text, "/tasks/");
    fields_encode(&text, id);
    const struct str copy = arena_copy(&call->request->arena, buf_str(&text));
    buf_free(&text);
    return copy.at ? copy.at : "/";
}

void answer_move(struct call *call) {
    struct quanze_error error;
    if (!concern_may_see(call, call->id.at, true)) return;
    const quanze_status status =
        moving_run(call, call->id.at, &call->request->form, QUANZE_FORMAT_TEXT, nothing_sink(), &error);
    if (status == QUANZE_OK)
        call_go(call, address_of(call, call->id));
    else if (status == QUANZE_USAGE || status == QUANZE_BAD_DATA)
        write_task(call, status == QUANZE_USAGE ? 409 : 422, &error); /* as it stands now: somebody may have been faster */
    else
        call_fail_with(call, &error);
}

/* The task judged once more into a file: an opinion to be signed, or a proof that can be decided again elsewhere. */
static void send_judged(struct call *call, quanze_format format, const char *type, const char *disposition, bool as_proof) {
    struct quanze_error error;
    struct buf facts = {0}, page = {0};
    if (!concern_may_see(call, call->id.at, false)) return;
    quanze_status status = quanze_task_facts(call->ledger, call->id.at, buf_sink(&facts), &error);
    const struct quanze_input input = {.name = "task.json", .bytes = facts.at, .length = facts.length};
    const struct quanze_sink reply = reply_sink(call->reply), beside = buf_sink(&page);
    struct screening screening = {.inputs = &input,
                                  .input_count = 1,
                                  .format = format,
                                  .sink = as_proof ? beside : reply,
                                  .bundle = as_proof ? &reply : NULL};
    if (status == QUANZE_OK) status = screening_run(call, &screening, &error);
    call->reply->status = 200;
    call->reply->type = type;
    if (status == QUANZE_OK)
        reply_header(call->reply, "Content-Disposition", str_of(disposition));
    else
        call_fail_with(call, &error);
    problems_free(&screening.problems);
    buf_free(&facts);
    buf_free(&page);
}

void answer_opinion(struct call *call) {
    send_judged(call, QUANZE_FORMAT_DOCX, "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                "attachment; filename=\"opinion.docx\"", false);
}

void answer_proof(struct call *call) {
    send_judged(call, QUANZE_FORMAT_JSON, "application/zip", "attachment; filename=\"proof.zip\"", true);
}

/* The letter to be read, with all that it was made of, so that the same can be had as a file. */
static void write_letter(struct call *call, const struct buf *letter, const struct buf *notes, bool is_written) {
    static const char *const NAMES[] = {"variant", "number", "signer", "date", "contact"};
    struct scope scope = {0};
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        scope_text(&scope, NAMES[i], fields_value(&call->request->form, NAMES[i]));
    scope_part(&scope, "letter", buf_str(letter));
    scope_text(&scope, "notes", buf_str(notes));
    scope_flag(&scope, "written", is_written);
    scope_text(&scope, "back", str_of(address_of(call, call->id)));
    call->reply->status = is_written ? 200 : 422;
    frame_write(call, phrase_text(PHRASE_LETTER, call->language), "letter", &scope);
}

/* A file to be kept: the letter, or the bundle that proves it. */
static void send_letter(struct call *call, const struct buf *letter, const struct buf *bundle) {
    if (bundle->length > 0) {
        call->reply->status = 200;
        call->reply->type = "application/zip";
        reply_header(call->reply, "Content-Disposition", STR("attachment; filename=\"letter-proof.zip\""));
    } else
        reply_docx(call->reply, "attachment; filename=\"letter.docx\"");
    buf_put(&call->reply->body, buf_str(bundle->length > 0 ? bundle : letter));
}

void answer_letter(struct call *call) {
    struct quanze_error error;
    struct buf letter = {0}, notes = {0}, bundle = {0};
    const struct quanze_sink proof = buf_sink(&bundle);
    const bool as_bundle = call_form(call, "bundle") != NULL, as_file = as_bundle || call_form(call, "docx") != NULL;
    if (!concern_may_see(call, call->id.at, false)) return;
    struct lettering lettering = {.fields = &call->request->form,
                                  .format = as_file ? QUANZE_FORMAT_DOCX : QUANZE_FORMAT_HTML_PART,
                                  .letter = buf_sink(&letter),
                                  .notes = buf_sink(&notes),
                                  .bundle = as_bundle ? &proof : NULL};
    const quanze_status status = lettering_run(call, &lettering, &error);
    if (status == QUANZE_USAGE)
        write_task(call, 422, &error);
    else if (status != QUANZE_OK)
        call_fail_with(call, &error);
    else if (as_file && lettering.summary.is_written)
        send_letter(call, &letter, &bundle);
    else
        write_letter(call, &letter, &notes, lettering.summary.is_written);
    call->reply->body.failed |= letter.failed || notes.failed || bundle.failed;
    problems_free(&lettering.problems);
    buf_free(&letter);
    buf_free(&notes);
    buf_free(&bundle);
}
