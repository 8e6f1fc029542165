/* ledger_pages.c - the journal, one task's story, the export, what is due, the complaints: read and written row by row. */
#include <door/ledger.h>

#include <door/request.h>

static struct ledger_sheet make_sheet(const struct quanze_page_request *request) {
    return (struct ledger_sheet){.page = {request->language, request->format, 0}, .sink = request->sink};
}

/* Ends a page that was written row by row. */
static quanze_status finish(struct ledger_sheet *sheet, quanze_status status, void (*end)(struct buf *, struct ledger_page *),
                            struct quanze_error *error) {
    if (status == QUANZE_OK) end(&sheet->out, &sheet->page);
    if (status == QUANZE_OK) status = ledger_sheet_send(sheet, true, error);
    buf_free(&sheet->out);
    return status;
}

static quanze_status write_line(void *payload, const struct ledger_line *line, struct quanze_error *error) {
    struct ledger_sheet *sheet = payload;
    say_line(&sheet->out, &sheet->page, line);
    return ledger_sheet_send(sheet, false, error);
}

quanze_status quanze_ledger_log(struct quanze_ledger *ledger, const struct quanze_page_request *request,
                                struct quanze_error *error) {
    struct ledger_sheet sheet = make_sheet(request);
    say_lines_begin(&sheet.out, &sheet.page);
    quanze_status status = ledger_list_log(ledger->ledger, str_of(request->name), write_line, &sheet, error);
    return finish(&sheet, status, say_rows_end, error);
}

static quanze_status write_export(void *payload, const struct ledger_export *row, struct quanze_error *error) {
    struct ledger_sheet *sheet = payload;
    say_export(&sheet->out, &sheet->page, row);
    return ledger_sheet_send(sheet, false, error);
}

quanze_status quanze_ledger_export(struct quanze_ledger *ledger, const struct quanze_page_request *request,
                                   struct quanze_error *error) {
    struct ledger_sheet sheet = make_sheet(request);
    say_exports_begin(&sheet.out, &sheet.page);
    quanze_status status = ledger_list_export(ledger->ledger, write_export, &sheet, error);
    return finish(&sheet, status, say_rows_end, error);
}

quanze_status quanze_ledger_show(struct quanze_ledger *ledger, const struct quanze_page_request *request,
                                 struct quanze_error *error) {
    struct arena arena = {0};
    struct ledger_sheet sheet = make_sheet(request);
    struct ledger_story story;
    quanze_status status = ledger_read_story(ledger->ledger, str_of(request->name), &arena, &story, error);
    if (status == QUANZE_OK) {
        say_story(&sheet.out, &sheet.page, &story);
        status = ledger_sheet_send(&sheet, true, error);
    }
    buf_free(&sheet.out);
    arena_free(&arena);
    return status;
}

static quanze_status write_due(void *payload, const struct ledger_due *due, struct quanze_error *error) {
    struct ledger_sheet *sheet = payload;
    say_due(&sheet->out, &sheet->page, due);
    return ledger_sheet_send(sheet, false, error);
}

quanze_status quanze_task_due(struct quanze_ledger *ledger, const struct quanze_page_request *request,
                              struct quanze_error *error) {
    struct arena arena = {0};
    struct ledger_sheet sheet = make_sheet(request);
    int32_t day;
    quanze_status status = request_day(request->as_of, "as_of", &day, error);
    if (status != QUANZE_OK) return status;
    if (day == DAY_NONE) return error_set(error, QUANZE_USAGE, "没有给出日期", "no day was given");
    say_dues_begin(&sheet.out, &sheet.page, day);
    status = ledger_list_due(ledger->ledger, day, &arena, write_due, &sheet, error);
    arena_free(&arena);
    return finish(&sheet, status, say_rows_end, error);
}

static quanze_status write_complaint(void *payload, int64_t seq, int32_t day, const struct ledger_complaint *complaint,
                                     struct quanze_error *error) {
    struct ledger_sheet *sheet = payload;
    say_complaint(&sheet->out, &sheet->page, seq, day, complaint);
    return ledger_sheet_send(sheet, false, error);
}

quanze_status quanze_complaint_list(struct quanze_ledger *ledger, const struct quanze_page_request *request,
                                    struct quanze_error *error) {
    struct ledger_sheet sheet = make_sheet(request);
    say_complaints_begin(&sheet.out, &sheet.page);
    quanze_status status = ledger_list_complaints(ledger->ledger, write_complaint, &sheet, error);
    return finish(&sheet, status, say_rows_end, error);
}

/* The words with every township of the list named only as such. */
static void mask(struct buf *out, struct str words, const struct list *list) {
    for (size_t at = 0; at < words.length;) {
        size_t skip = 0;
        struct str rest = {words.at + at, words.length - at};
        for (size_t i = 0; list && i < list->township_count; i++)
            if (list->townships[i].name.length > skip && str_starts_with(rest, list->townships[i].name))
                skip = list->townships[i].name.length;
        if (skip > 0)
            buf_put_text(out, "某乡镇");
        else
            buf_put_char(out, rest.at[0]);
        at += skip > 0 ? skip : 1;
    }
}

static quanze_status add_complaint(struct ledger *ledger, const struct ledger_complaint *complaint, int32_t day,
                                   struct ledger_added *out, struct quanze_error *error) {
    quanze_status status = ledger_begin(ledger, error);
    if (status != QUANZE_OK) return status;
    status = ledger_add_complaint(ledger, complaint, day, out, error);
    if (status == QUANZE_OK) return ledger_commit(ledger, error);
    ledger_roll_back(ledger);
    return status;
}

quanze_status quanze_complaint_add(struct quanze_ledger *ledger, const struct quanze *engine,
                                   const struct quanze_complaint_request *request, struct quanze_error *error) {
    struct ledger_complaint complaint = {.department = str_trim(str_of(request->department))};
    struct ledger_added added;
    struct buf words = {0}, page = {0};
    int32_t day;
    quanze_status status = request_day(request->today, "today", &day, error);
    if (status == QUANZE_OK) status = ledger_ground(request->ground, &complaint.ground, error);
    if (status == QUANZE_OK && (str_trim(str_of(request->words)).length == 0 || day == DAY_NONE))
        status = error_set(error, QUANZE_USAGE, "没有写反映什么", "no words of a complaint were given");
    if (status != QUANZE_OK) return status;
    mask(&words, str_trim(str_of(request->words)), engine ? engine_list(engine) : NULL);
    complaint.words = buf_str(&words);
    status = words.failed ? error_memory(error) : add_complaint(ledger->ledger, &complaint, day, &added, error);
    if (status == QUANZE_OK) {
        say_complaint_added(&page, &(struct ledger_page){request->language, request->format, 0}, added.seq);
        status = request_send(request->sink, &page, error);
    }
    buf_free(&words);
    buf_free(&page);
    return status;
}
