/* complaint.c - complaints without a name, and their answers. */
#include <base/utf8.h>
#include <door/ledger/ledger.h>
#include <door/request.h>
#include <say/notice/mask.h>

static quanze_status write_complaint(void *payload, const struct ledger_complaint_line *line, struct quanze_error *error) {
    struct ledger_sheet *sheet = payload;
    say_complaint(&sheet->out, &sheet->page, line);
    return ledger_sheet_send(sheet, false, error);
}

quanze_status quanze_complaint_list(struct quanze_ledger *ledger, const struct quanze_page_request *request,
                                    struct quanze_error *error) {
    struct ledger_sheet sheet = ledger_sheet_make(request);
    struct ledger_complaint_list list = {
        .newest = request->newest, .after = sheet.page.skip, .most = ledger_rows_asked(request->most)};
    sheet.page.seen = sheet.page.skip; /* those are not handed over */
    say_complaints_begin(&sheet.out, &sheet.page);
    quanze_status status = ledger_list_complaints(ledger->ledger, &list, write_complaint, &sheet, error);
    sheet.page.seen = list.all;
    sheet.page.tally[0] = list.answered;
    return ledger_sheet_finish(&sheet, status, say_complaints_end, error);
}

/* What was asked for, understood; the words with names masked. */
struct asked {
    struct buf words, department;
    struct str ground, office, person;
    int32_t day;
    int64_t now;
};

static void asked_free(struct asked *asked) {
    buf_free(&asked->words);
    buf_free(&asked->department);
}

static quanze_status take_words(const struct quanze *engine, const struct quanze_complaint_request *request, struct asked *out,
                                struct quanze_error *error) {
    const struct list *list = engine ? engine_list(engine) : NULL;
    struct str words = str_trim(str_of(request->words)), department = str_trim(str_of(request->department));
    if (words.length == 0) return error_set(error, QUANZE_USAGE, "没有写内容", "no words were given");
    if (utf8_invalid_at(words) >= 0 || utf8_invalid_at(department) >= 0)
        return error_set(error, QUANZE_USAGE, "文字不是 UTF-8", "the words are not UTF-8");
    mask_names(&out->words, words, list);
    mask_names(&out->department, department, list);
    return out->words.failed || out->department.failed ? error_memory(error) : QUANZE_OK;
}

static quanze_status understand_complaint(const struct quanze *engine, const struct quanze_complaint_request *request,
                                          struct asked *out, struct quanze_error *error) {
    quanze_status status = request_day(request->today, "today", &out->day, error);
    if (status == QUANZE_OK && out->day == DAY_NONE)
        status = error_set(error, QUANZE_USAGE, "没有给出今天的日期", "today's date was not given");
    if (status == QUANZE_OK) status = ledger_ground(request->ground, &out->ground, error);
    return status == QUANZE_OK ? take_words(engine, request, out, error) : status;
}

static quanze_status understand_answer(const struct quanze *engine, const struct quanze_complaint_request *request,
                                       struct asked *out, struct quanze_error *error) {
    quanze_status status = ledger_now(request->now, &out->now, error);
    if (status == QUANZE_OK) status = ledger_person(request->by, "by", &out->office, &out->person, error);
    return status == QUANZE_OK ? take_words(engine, request, out, error) : status;
}

static quanze_status enter(struct ledger *ledger, const struct quanze_complaint_request *request, const struct asked *asked,
                           struct ledger_added *out, struct quanze_error *error) {
    const struct ledger_complaint complaint = {buf_str(&asked->department), asked->ground, buf_str(&asked->words)};
    const struct ledger_answer answer = {request->number, buf_str(&asked->words), asked->office, asked->person};
    return request->number > 0 ? ledger_add_answer(ledger, &answer, asked->now, out, error)
                               : ledger_add_complaint(ledger, &complaint, asked->day, out, error);
}

static quanze_status enter_and_say(struct quanze_ledger *ledger, const struct quanze_complaint_request *request,
                                   const struct asked *asked, struct quanze_error *error) {
    const struct ledger_page form = {.language = request->language, .format = request->format};
    struct ledger_added added;
    struct buf page = {0};
    quanze_status status = ledger_begin(ledger->ledger, error);
    if (status != QUANZE_OK) return status;
    status = enter(ledger->ledger, request, asked, &added, error);
    if (status == QUANZE_OK && request->number > 0)
        say_complaint_answered(&page, &form, &added);
    else if (status == QUANZE_OK)
        say_complaint_added(&page, &form, &added, buf_str(&asked->words));
    status = ledger_finish(ledger->ledger, status, &page, request->sink, error);
    buf_free(&page);
    return status;
}

quanze_status quanze_complaint_add(struct quanze_ledger *ledger, const struct quanze *engine,
                                   const struct quanze_complaint_request *request, struct quanze_error *error) {
    struct asked asked = {0};
    quanze_status status = understand_complaint(engine, request, &asked, error);
    if (status == QUANZE_OK && request->number != 0)
        status = error_set(error, QUANZE_USAGE, "新的反映没有编号", "a new complaint has no number yet");
    if (status == QUANZE_OK) status = enter_and_say(ledger, request, &asked, error);
    asked_free(&asked);
    return status;
}

quanze_status quanze_complaint_answer(struct quanze_ledger *ledger, const struct quanze *engine,
                                      const struct quanze_complaint_request *request, struct quanze_error *error) {
    struct asked asked = {0};
    quanze_status status = understand_answer(engine, request, &asked, error);
    if (status == QUANZE_OK && request->number <= 0)
        status = error_set(error, QUANZE_USAGE, "要写明答复的是第几条反映", "the number of the complaint was not given");
    if (status == QUANZE_OK) status = enter_and_say(ledger, request, &asked, error);
    asked_free(&asked);
    return status;
}
