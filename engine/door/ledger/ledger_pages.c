/* ledger_pages.c - the journal, one task's story, what is due: read and written row by row. */
#include <door/ledger/ledger.h>

#include <door/request.h>

static quanze_status write_line(void *payload, const struct ledger_line *line, struct quanze_error *error) {
    struct ledger_sheet *sheet = payload;
    say_line(&sheet->out, &sheet->page, line);
    return ledger_sheet_send(sheet, false, error);
}

quanze_status quanze_ledger_log(struct quanze_ledger *ledger, const struct quanze_page_request *request,
                                struct quanze_error *error) {
    struct ledger_sheet sheet = ledger_sheet_make(request);
    const struct ledger_log_filter filter = {.id = str_of(request->name),
                                             .after = request->after,
                                             .most = ledger_rows_asked(request->most),
                                             .newest = request->newest};
    sheet.page.seen = sheet.page.skip; /* those are not handed over */
    say_lines_begin(&sheet.out, &sheet.page);
    quanze_status status = ledger_list_log_of(ledger->ledger, &filter, write_line, &sheet, error);
    return ledger_sheet_finish(&sheet, status, say_rows_end, error);
}

quanze_status quanze_ledger_show(struct quanze_ledger *ledger, const struct quanze_page_request *request,
                                 struct quanze_error *error) {
    struct arena arena = {0};
    struct ledger_sheet sheet = ledger_sheet_make(request);
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
    struct ledger_sheet sheet = ledger_sheet_make(request);
    struct ledger_due_filter filter = {.after = sheet.page.skip, .most = ledger_rows_asked(request->most)};
    quanze_status status = request_day(request->as_of, "as_of", &filter.day, error);
    if (status != QUANZE_OK) return status;
    if (filter.day == DAY_NONE) return error_set(error, QUANZE_USAGE, "没有给出日期", "no day was given");
    sheet.page.seen = sheet.page.skip; /* those are not handed over */
    say_dues_begin(&sheet.out, &sheet.page, filter.day);
    status = ledger_list_due(ledger->ledger, &filter, write_due, &sheet, error);
    return ledger_sheet_finish(&sheet, status, say_rows_end, error);
}
