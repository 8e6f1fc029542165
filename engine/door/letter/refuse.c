/* refuse.c - one task to one letter: find its item, decide, weigh the letter, fill its template, write it. */
#include <door/bundle/bundle.h>
#include <door/letter/letters.h>
#include <door/request.h>
#include <door/screen/find.h>
#include <door/screen/single.h>

#include <ledger/ledger.h>
#include <say/letter/letter.h>

/* All that one letter is made from. */
struct desk {
    const struct quanze *engine;
    const struct quanze_refuse_request *request;
    struct single single;
    struct decider *decider;
    struct ledger *past;
    struct history history, logged;
    struct past_log log; /* what rules asked of the past, for a bundle */
    struct str bundled;  /* the task as a bundle keeps it */
    struct decision decision;
    struct fixes fixes;
    struct reply reply;
    struct letter_request letter;
    enum reply_variant variant;
    int32_t as_of, today;
};

static quanze_status check_variant(const char *name, enum reply_variant *out, struct quanze_error *error) {
    const int variant = reply_find(name ? str_of(name) : reply_name(REPLY_REFUSAL));
    struct str names[REPLY_COUNT];
    if (variant >= 0) {
        *out = (enum reply_variant)variant;
        return QUANZE_OK;
    }
    for (int i = 0; i < REPLY_COUNT; i++) names[i] = reply_name((enum reply_variant)i);
    const ptrdiff_t nearest = str_nearest(str_of(name), names, REPLY_COUNT);
    return error_set(error, QUANZE_USAGE, "没有“%s”这种函%s%s%s，应为 refusal、conditional、time、resources 或 receipt",
                     "there is no letter \"%s\"%s%s%s; expected refusal, conditional, time, resources or receipt", name,
                     nearest >= 0 ? " (" : "", nearest >= 0 ? names[nearest].at : "", nearest >= 0 ? "?)" : "");
}

static quanze_status check(struct desk *desk, struct quanze_error *error) {
    const struct quanze_refuse_request *request = desk->request;
    if (!desk->engine->plan)
        return error_set(error, QUANZE_USAGE, "写函要有清单和规则", "a letter needs a duty list and rules");
    quanze_status status = request_format(request->format,
                                          FORMAT_BIT(QUANZE_FORMAT_DOCX) | FORMAT_BIT(QUANZE_FORMAT_HTML) |
                                              FORMAT_BIT(QUANZE_FORMAT_HTML_PART) | FORMAT_BIT(QUANZE_FORMAT_TEXT),
                                          error);
    if (status == QUANZE_OK) status = check_variant(request->variant, &desk->variant, error);
    if (status == QUANZE_OK) status = request_day(request->as_of, "as_of", &desk->as_of, error);
    if (status == QUANZE_OK) status = request_day(request->today, "today", &desk->today, error);
    if (status == QUANZE_OK) status = request_day(request->date, "date", &desk->letter.date, error);
    if (status == QUANZE_OK && request->bundle && !request->folder)
        return error_set(error, QUANZE_USAGE, "没有给出放临时文件的文件夹", "no folder for temporary files was given");
    if (status == QUANZE_OK && !request->as_of && !request->today)
        return error_set(error, QUANZE_USAGE, "没有给出今天的日期", "today's date was not given");
    return status;
}

static quanze_status open_past(struct desk *desk, struct quanze_error *error) {
    quanze_status status = ledger_open(desk->request->past, LEDGER_READ, &desk->past, error);
    if (status != QUANZE_OK) return status;
    desk->history = ledger_history(desk->past, &desk->engine->list);
    desk->log.inner = desk->history;
    desk->logged = past_log_history(&desk->log);
    decider_remember(desk->decider, &desk->logged);
    return QUANZE_OK;
}

/* What a bundle needs before the task is decided. */
static quanze_status begin_bundle(struct desk *desk, struct quanze_error *error) {
    desk->log.arena = &desk->single.arena;
    if (!desk->request->bundle || bundle_task(&desk->single.task, &desk->single.arena, &desk->bundled)) return QUANZE_OK;
    return error_memory(error);
}

static struct str letter_file(quanze_format format) {
    if (format == QUANZE_FORMAT_DOCX) return STR("letter.docx");
    return format == QUANZE_FORMAT_TEXT ? STR("letter.txt") : STR("letter.html");
}

static quanze_status send_bundle(const struct desk *desk, const struct buf *letter, struct quanze_error *error) {
    const struct single *single = &desk->single;
    const struct quanze_refuse_request *request = desk->request;
    const char *path = request->input ? request->input->name : request->path;
    const struct bundle_input input = {.engine = desk->engine,
                                       .task = desk->bundled,
                                       .decision = &desk->decision,
                                       .notice = single->source ? NULL : &single->notice,
                                       .past = &desk->log.past,
                                       .source = {bundle_source_name(single->source, path), single->bytes},
                                       .letter = {letter_file(request->format), buf_str(letter)},
                                       .folder = request->folder};
    struct buf bundle = {0};
    if (!request->bundle) return QUANZE_OK;
    quanze_status status = bundle_make(&input, &bundle, error);
    if (status == QUANZE_OK) status = request_send(*request->bundle, &bundle, error);
    buf_free(&bundle);
    return status;
}

static quanze_status decide(struct desk *desk, struct quanze_error *error) {
    struct match_scratch *matching = NULL;
    struct task *task = &desk->single.task;
    struct found_item found;
    if (desk->as_of == DAY_NONE) desk->as_of = decide_day(task, desk->today);
    quanze_status status = begin_bundle(desk, error);
    if (status == QUANZE_OK) status = match_scratch_open(desk->engine->index, &matching, error);
    if (status == QUANZE_OK) status = decider_open(desk->engine->plan, desk->engine->strict_budget, &desk->decider, error);
    if (status == QUANZE_OK && desk->request->past) status = open_past(desk, error);
    if (status == QUANZE_OK) status = find_item(desk->engine, matching, task, desk->as_of, false, &found, error);
    if (status == QUANZE_OK) status = find_words(desk->engine, matching, task, desk->as_of, &desk->single.arena, &found, error);
    if (status == QUANZE_OK)
        status = decide_task(desk->decider, task, &found, desk->as_of, &desk->single.arena, &desk->decision, error);
    if (status == QUANZE_OK) status = decide_fix(desk->decider, &desk->decision, &desk->single.arena, &desk->fixes, error);
    desk->decision.fixes = &desk->fixes;
    match_scratch_close(matching);
    return status;
}

/* The township that answers: the one that is named, else the only one that the task goes to, else the only one of the list. */
static quanze_status find_township(struct desk *desk, struct quanze_error *error) {
    const struct list *list = &desk->engine->list;
    const struct value *towns = &desk->single.task.value[FACT_ID_TOWNSHIPS];
    const bool has_one = task_given(&desk->single.task, FACT_ID_TOWNSHIPS) && towns->count == 1;
    const struct str named = str_of(desk->request->township), only = has_one ? value_text(&towns->items[0]) : STR("");
    const struct str wanted = named.length > 0 ? named : only;
    int index = wanted.length > 0 ? list_find_township(list, wanted) : list->township_count == 1 ? 0 : -1;
    if (index >= 0) {
        desk->letter.township = &list->townships[index];
        return QUANZE_OK;
    }
    if (wanted.length == 0)
        return error_set(error, QUANZE_USAGE, "任务没有只写一个乡镇，请写明由哪个乡镇答复（township）",
                         "the task does not name one township; say which one answers (township)");
    return error_set(error, QUANZE_USAGE, "清单里没有“%.*s”这个乡镇", "there is no township \"%.*s\" in the list",
                     (int)wanted.length, wanted.at);
}

/* The last pack in force that has a template of its own, else the rule folder. */
static quanze_status find_template(struct desk *desk, const char **out, struct quanze_error *error) {
    const struct rulebook *book = desk->engine->book;
    for (size_t i = book->pack_count; i-- > 0;) {
        if (!pack_holds(&book->packs[i], book->known_at, desk->as_of)) continue;
        *out = letters_path(&desk->single.arena, book->packs[i].path, desk->variant);
        if (!*out) return error_memory(error);
        if (file_kind_of(*out) == FILE_REGULAR) return QUANZE_OK;
    }
    *out = letters_path(&desk->single.arena, str_of(desk->engine->files.rules), desk->variant);
    return *out ? QUANZE_OK : error_memory(error);
}

static quanze_status write_as(const struct document *document, quanze_format format, struct buf *out,
                              struct quanze_error *error) {
    switch (format) {
    case QUANZE_FORMAT_DOCX: return document_docx(document, out, error);
    case QUANZE_FORMAT_HTML:
    case QUANZE_FORMAT_HTML_PART: return document_html(document, format, out, error);
    case QUANZE_FORMAT_TEXT: return document_text(document, out, error);
    case QUANZE_FORMAT_JSON:
    case QUANZE_FORMAT_JSONL:
    case QUANZE_FORMAT_YAML:
    case QUANZE_FORMAT_CSV:
    case QUANZE_FORMAT_XLSX: break; /* refused before the task was read */
    }
    return QUANZE_OK;
}

static quanze_status send_notes(const struct desk *desk, const struct buf *notes, struct quanze_error *error) {
    if (desk->request->notes.write) return request_send(desk->request->notes, notes, error);
    return notes->failed ? error_memory(error) : QUANZE_OK;
}

static quanze_status write_letter(struct desk *desk, struct quanze_error *error) {
    struct document document = {.arena = &desk->single.arena};
    struct template *template = NULL;
    const char *file = NULL;
    struct buf page = {0}, notes = {0};
    quanze_status status = find_template(desk, &file, error);
    if (status == QUANZE_OK) status = letters_read(file, &desk->single.arena, &template, error);
    if (status == QUANZE_OK) status = letter_write(&desk->letter, template, file, &document, error);
    if (status == QUANZE_OK) status = write_as(&document, desk->request->format, &page, error);
    if (status == QUANZE_OK) {
        letter_notes(&notes, &desk->letter, desk->request->language);
        status = send_notes(desk, &notes, error);
    }
    if (status == QUANZE_OK) status = send_bundle(desk, &page, error);
    if (status == QUANZE_OK) status = request_send(desk->request->sink, &page, error);
    buf_free(&notes);
    buf_free(&page);
    return status;
}

/* Which letters can be written, a bit each. */
static bool weigh_all(struct desk *desk, unsigned *open) {
    *open = 0;
    for (int i = 0; i < REPLY_COUNT; i++) {
        struct reply other;
        if (!reply_weigh(&desk->decision, (enum reply_variant)i, &desk->single.arena, &other)) return false;
        if (other.is_open) *open |= 1u << i;
    }
    return true;
}

/* Tells why, and which letters are open instead: a page offers those by itself. */
static quanze_status tell_closed(struct desk *desk, unsigned open, struct quanze_error *error) {
    struct buf notes = {0};
    letter_closed(&notes, &desk->decision, &desk->reply, desk->request->format == QUANZE_FORMAT_HTML_PART ? 0 : open,
                  desk->request->language);
    const quanze_status status = send_notes(desk, &notes, error);
    buf_free(&notes);
    return status;
}

static quanze_status answer(struct desk *desk, struct quanze_refuse_summary *out, struct quanze_error *error) {
    const struct quanze_refuse_request *request = desk->request;
    quanze_status status = decide(desk, error);
    if (status != QUANZE_OK) return status;
    if (!reply_weigh(&desk->decision, desk->variant, &desk->single.arena, &desk->reply)) return error_memory(error);
    *out = (struct quanze_refuse_summary){.is_written = desk->reply.is_open && request->sink.write,
                                          .exit_code = desk->reply.is_open ? 0 : 1};
    if (!weigh_all(desk, &out->open)) return error_memory(error);
    if (!desk->reply.is_open) return tell_closed(desk, out->open, error);
    if (!request->sink.write) return QUANZE_OK;
    desk->letter.list = &desk->engine->list;
    desk->letter.decision = &desk->decision;
    desk->letter.reply = &desk->reply;
    desk->letter.number = str_trim(str_of(request->number));
    desk->letter.signer = str_trim(str_of(request->signer));
    desk->letter.contact = str_trim(str_of(request->contact));
    status = find_township(desk, error);
    if (status == QUANZE_OK) status = write_letter(desk, error);
    out->is_draft = !letter_is_final(&desk->letter);
    return status;
}

quanze_status quanze_refuse(const struct quanze *engine, const struct quanze_refuse_request *request,
                            struct quanze_refuse_summary *out, struct quanze_error *error) {
    struct desk desk = {.engine = engine, .request = request};
    struct quanze_refuse_summary summary = {0};
    quanze_status status = check(&desk, error);
    if (status != QUANZE_OK) return status;
    const struct quanze_input *input = request->input;
    const struct file_source from = {input ? input->name : request->path,
                                     {input ? input->bytes : NULL, input ? input->length : 0}};
    status = single_open(engine, &from, request->input_format, &desk.single, error);
    problems_report(&desk.single.problems, request->reporter);
    if (status == QUANZE_OK) status = answer(&desk, &summary, error);
    decider_close(desk.decider);
    ledger_close(desk.past);
    single_close(&desk.single);
    if (status == QUANZE_OK) *out = summary;
    return status;
}
