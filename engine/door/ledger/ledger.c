#include <door/ledger/ledger.h>
#include <limits.h>

#include <base/alloc.h>
#include <base/utf8.h>
#include <door/request.h>
#include <ledger/once.h>

#define SEND_BYTES 65536

quanze_status quanze_ledger_open(const char *path, quanze_ledger_access access, struct quanze_ledger **out,
                                 struct quanze_error *error) {
    struct quanze_ledger *ledger = alloc_new(sizeof *ledger);
    if (!ledger) return error_memory(error);
    enum ledger_access how = access == QUANZE_LEDGER_READ    ? LEDGER_READ
                             : access == QUANZE_LEDGER_WRITE ? LEDGER_WRITE
                                                             : LEDGER_CREATE;
    quanze_status status = ledger_open(path, how, &ledger->ledger, error);
    if (status == QUANZE_OK)
        *out = ledger;
    else
        alloc_free(ledger);
    return status;
}

void quanze_ledger_close(struct quanze_ledger *ledger) {
    if (!ledger) return;
    ledger_close(ledger->ledger);
    alloc_free(ledger);
}

quanze_status ledger_now(const char *text, int64_t *out, struct quanze_error *error) {
    bool whole_day = true;
    if (text && day_parse_time(str_of(text), out, &whole_day) && !whole_day) return QUANZE_OK;
    return error_set(error, QUANZE_USAGE, "now “%s” 不是时间，应写作 2026-11-22T09:30",
                     "now \"%s\" is no time; expected one such as 2026-11-22T09:30", text ? text : "");
}

quanze_status ledger_person(const char *text, const char *name, struct str *office, struct str *person,
                            struct quanze_error *error) {
    struct str all = str_trim(str_of(text));
    ptrdiff_t slash = str_find(all, STR("/"));
    if (slash > 0) {
        *office = str_trim((struct str){all.at, (size_t)slash});
        *person = str_trim((struct str){all.at + slash + 1, all.length - (size_t)slash - 1});
        if (office->length > 0 && person->length > 0) return QUANZE_OK;
    }
    return error_set(error, QUANZE_USAGE, "%s “%s” 要写明单位和人，例如“县编办/张三”",
                     "%s \"%s\" must name the office and the person, such as \"县编办/张三\"", name, text ? text : "");
}

quanze_status ledger_ground(const char *text, struct str *out, struct quanze_error *error) {
    struct choices grounds = choices_of("GROUND");
    struct str word = str_of(text);
    *out = STR("");
    if (word.length == 0) return QUANZE_OK;
    int index = choice_find(grounds, word), nearest = index < 0 ? choice_nearest(grounds, word) : index;
    if (index >= 0) {
        *out = grounds.at[index].name;
        return QUANZE_OK;
    }
    if (nearest < 0) return error_set(error, QUANZE_USAGE, "没有“%s”这种理由", "there is no ground \"%s\"", text);
    return error_set(error, QUANZE_USAGE, "没有“%s”这种理由，是不是“%s”？", "there is no ground \"%s\"; did you mean \"%s\"?",
                     text, grounds.at[nearest].name.at);
}

static quanze_status no_state(const char *text, struct quanze_error *error) {
    struct buf names = {0};
    for (int i = 0; i < STATE_COUNT; i++) {
        if (i > 0) buf_put_text(&names, ", ");
        buf_put(&names, state_at((enum state_id)i)->name);
    }
    buf_put_char(&names, '\0');
    const quanze_status status =
        names.failed ? error_memory(error)
                     : error_set(error, QUANZE_USAGE, "没有“%.100s”这种状态，应为 %s",
                                 "there is no state \"%.100s\"; expected one of %s", text ? text : "", names.at);
    buf_free(&names);
    return status;
}

quanze_status ledger_state(const char *text, enum state_id *out, struct quanze_error *error) {
    const int state = state_find(str_of(text)), nearest = state < 0 ? state_nearest(str_of(text)) : state;
    if (nearest < 0) return no_state(text, error);
    if (state < 0)
        return error_set(error, QUANZE_USAGE, "没有“%s”这种状态，是不是“%s”（%s）？",
                         "there is no state \"%s\"; did you mean%.0s \"%s\"?", text, state_at((enum state_id)nearest)->zh.at,
                         state_at((enum state_id)nearest)->name.at);
    *out = (enum state_id)state;
    return QUANZE_OK;
}

quanze_status ledger_sheet_send(struct ledger_sheet *sheet, bool last, struct quanze_error *error) {
    if (!last && sheet->out.length < SEND_BYTES) return QUANZE_OK;
    quanze_status status = request_send(sheet->sink, &sheet->out, error);
    buf_clear(&sheet->out);
    return status;
}

struct ledger_sheet ledger_sheet_make(const struct quanze_page_request *request) {
    return (struct ledger_sheet){.page = {.language = request->language,
                                          .format = request->format,
                                          .link = str_of(request->link),
                                          .book = request->engine ? request->engine->book : NULL,
                                          .more = str_of(request->more),
                                          .skip = request->after > 0 ? (size_t)request->after : 0,
                                          .choose = str_of(request->choose),
                                          .chosen = request->chosen,
                                          .most = request->most},
                                 .sink = request->sink};
}

quanze_status ledger_sheet_finish(struct ledger_sheet *sheet, quanze_status status,
                                  void (*end)(struct buf *, struct ledger_page *), struct quanze_error *error) {
    if (status == QUANZE_OK) end(&sheet->out, &sheet->page);
    if (status == QUANZE_OK) status = ledger_sheet_send(sheet, true, error);
    buf_free(&sheet->out);
    return status;
}

quanze_status ledger_finish(struct ledger *ledger, quanze_status status, const struct buf *page, struct quanze_sink sink,
                            struct quanze_error *error) {
    if (status == QUANZE_OK && page->failed) status = error_memory(error);
    if (status != QUANZE_OK) {
        ledger_roll_back(ledger);
        return status;
    }
    ledger_keep_answer(ledger, buf_str(page));
    status = ledger_commit(ledger, error);
    return status == QUANZE_OK ? request_send(sink, page, error) : status;
}

static void take_digest(const char *text, struct digest *out) {
    struct fingerprint_state state;
    fingerprint_start(&state);
    fingerprint_add(&state, str_of(text));
    fingerprint_end(&state, out);
}

quanze_status quanze_ledger_once(struct quanze_ledger *ledger, const struct quanze_once *once, struct quanze_sink sink,
                                 quanze_done *out, struct quanze_error *error) {
    struct ledger_once asked;
    struct buf answer = {0};
    enum ledger_done done = LEDGER_NOT_DONE;
    ledger_mark_once(ledger->ledger, NULL);
    if (!once) return QUANZE_OK;
    take_digest(once->key, &asked.key);
    take_digest(once->content, &asked.content);
    quanze_status status = request_day(once->today, "today", &asked.today, error);
    if (status == QUANZE_OK && asked.today == DAY_NONE)
        status = error_set(error, QUANZE_USAGE, "没有给出今天的日期", "today's date was not given");
    if (status == QUANZE_OK) status = ledger_find_once(ledger->ledger, &asked, &answer, &done, error);
    if (status == QUANZE_OK && done == LEDGER_NOT_DONE) ledger_mark_once(ledger->ledger, &asked);
    if (status == QUANZE_OK && done == LEDGER_DONE) status = request_send(sink, &answer, error);
    if (status == QUANZE_OK)
        *out = done == LEDGER_NOT_DONE ? QUANZE_NOT_DONE : done == LEDGER_DONE ? QUANZE_DONE : QUANZE_DONE_OTHER;
    buf_free(&answer);
    return status;
}

quanze_status quanze_ledger_head(struct quanze_ledger *ledger, struct quanze_ledger_head *out, struct quanze_error *error) {
    struct digest hash;
    const quanze_status status = ledger_read_head(ledger->ledger, &out->rows, &hash, error);
    if (status == QUANZE_OK) digest_text(&hash, out->hash);
    return status;
}

static void note_fault(void *payload, int64_t row, enum ledger_fault fault) {
    struct ledger_sheet *sheet = payload;
    say_fault(&sheet->out, &sheet->page, row, fault);
}

quanze_status quanze_ledger_verify(struct quanze_ledger *ledger, const struct quanze_page_request *request, bool *ok,
                                   struct quanze_error *error) {
    struct ledger_sheet sheet = ledger_sheet_make(request);
    struct ledger_verified verified;
    struct arena arena = {0};
    const struct str head = utf8_fold(&arena, str_of(request->name)); /* as typed from paper, in letters of any width */
    say_faults_begin(&sheet.out, &sheet.page);
    quanze_status status =
        head.at ? ledger_verify(ledger->ledger, head, note_fault, &sheet, &verified, error) : error_memory(error);
    if (status == QUANZE_OK) {
        say_faults_end(&sheet.out, &sheet.page, &verified);
        status = ledger_sheet_send(&sheet, true, error);
    }
    buf_free(&sheet.out);
    arena_free(&arena);
    if (status == QUANZE_OK) *ok = verified.broken == 0;
    return status;
}

void quanze_ledger_cache(uint64_t bytes) { ledger_cache(bytes); }

void quanze_ledger_wait(struct quanze_ledger *ledger, unsigned wait_ms) {
    ledger_wait(ledger->ledger, wait_ms < INT_MAX ? (int)wait_ms : INT_MAX);
}

bool quanze_ledger_has_moved(struct quanze_ledger *ledger) { return ledger_has_moved(ledger->ledger); }

bool quanze_ledger_log_is_long(const struct quanze_ledger *ledger) { return ledger_log_is_long(ledger->ledger); }

bool quanze_ledger_restart_log(struct quanze_ledger *ledger) { return ledger_restart_log(ledger->ledger); }

quanze_status quanze_ledger_backup(struct quanze_ledger *ledger, const char *path, struct quanze_error *error) {
    return ledger_backup(ledger->ledger, path, error);
}
