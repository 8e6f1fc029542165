/* affairs.c - complaints and corrections: their pages as text, and the choice between text and JSON. */
#include <say/ledger/ledger_inside.h>

void say_complaints_begin(struct buf *out, struct ledger_page *page) {
    if (ledger_is_json(page)) buf_put_text(out, "{\"format\":\"quanze/complaints/1\",\"rows\":[");
    if (ledger_is_html(page)) ledger_html_complaints(out, page);
}

void say_complaint(struct buf *out, struct ledger_page *page, const struct ledger_complaint_line *line) {
    struct buf text = {0};
    if (!ledger_is_on_page(page)) return;
    if (ledger_is_json(page)) {
        ledger_put_comma(out, page);
        ledger_json_complaint(out, line);
        return;
    }
    page->rows++;
    if (ledger_is_html(page)) {
        ledger_html_complaint(out, page, line);
        return;
    }
    buf_printf(&text, "%lld  ", (long long)line->number);
    buf_put(&text, LEDGER_DAY(line->day));
    ledger_add_part(&text, line->complaint.department, page->language);
    ledger_add_part(&text, ledger_ground_label(line->complaint.ground, page->language), page->language);
    ledger_add_part(&text, line->complaint.words, page->language);
    ledger_put_line(out, &text, 0, 4);
    if (line->times > 1) {
        MESSAGES_FILL(&text, MESSAGE_COMPLAINT_TIMES, page->language, LEDGER_NUMBER(line->times));
        ledger_put_line(out, &text, 4, 6);
    }
    if (line->answered_on == DAY_NONE)
        buf_put(&text, messages_text(MESSAGE_COMPLAINT_OPEN, page->language));
    else
        MESSAGES_FILL(&text, MESSAGE_COMPLAINT_ANSWER, page->language, LEDGER_DAY(line->answered_on), line->office,
                      line->answer);
    ledger_put_line(out, &text, 4, 6);
}

/* A sentence below the rows, as the page's form has it. */
static void put_sentence(struct buf *out, const struct ledger_page *page, enum message_id id, const struct str *values,
                         size_t count) {
    struct buf line = {0};
    const enum message_id said = page->seen == 0 ? MESSAGE_NO_ROWS : id;
    if (!ledger_is_html(page)) {
        ledger_put_message(out, said, page->language, values, count);
        return;
    }
    messages_fill(&line, said, page->language, values, count);
    ledger_html_end(out, page, buf_str(&line));
    out->failed |= line.failed;
    buf_free(&line);
}

void say_complaints_end(struct buf *out, struct ledger_page *page) {
    size_t answered = page->tally[0];
    const struct str values[] = {LEDGER_NUMBER(page->seen), LEDGER_NUMBER(answered), LEDGER_NUMBER(page->seen - answered)};
    if (ledger_is_json(page))
        buf_printf(out, "\n],\"answered\":%zu,\"open\":%zu}\n", answered, page->seen - answered);
    else
        put_sentence(out, page, MESSAGE_COMPLAINTS_COUNT, values, 3);
}

void say_complaint_added(struct buf *out, const struct ledger_page *page, const struct ledger_added *added, struct str words) {
    if (ledger_is_json(page)) {
        struct writer writer = writer_start(out, WRITER_COMPACT);
        writer_open(&writer, '{');
        WRITER_FIRST(&writer, "format");
        writer_name(&writer, STR("quanze/complaint/1"));
        WRITER_NEXT(&writer, "number");
        writer_int(&writer, added->number);
        WRITER_NEXT(&writer, "row");
        writer_int(&writer, added->seq);
        WRITER_NEXT(&writer, "times");
        writer_int(&writer, added->times);
        WRITER_NEXT(&writer, "words");
        writer_string(&writer, words);
        writer_close(&writer, '}');
        buf_put_char(out, '\n');
        return;
    }
    if (added->times > 1)
        LEDGER_PUT(out, MESSAGE_COMPLAINT_AGAIN, page->language, LEDGER_NUMBER(added->number), LEDGER_NUMBER(added->times));
    else
        LEDGER_PUT(out, MESSAGE_COMPLAINT_ADDED, page->language, LEDGER_NUMBER(added->number));
    LEDGER_PUT(out, MESSAGE_COMPLAINT_KEPT, page->language, words);
}

void say_complaint_answered(struct buf *out, const struct ledger_page *page, const struct ledger_added *added) {
    if (ledger_is_json(page))
        buf_printf(out, "{\"format\":\"quanze/complaint/1\",\"number\":%lld,\"row\":%lld}\n", (long long)added->number,
                   (long long)added->seq);
    else
        LEDGER_PUT(out, MESSAGE_COMPLAINT_ANSWERED, page->language, LEDGER_NUMBER(added->number));
}

void say_corrections_begin(struct buf *out, struct ledger_page *page, int32_t day) {
    if (ledger_is_html(page)) ledger_html_corrections(out, page, day);
    if (!ledger_is_json(page)) return;
    buf_put_text(out, "{\"format\":\"quanze/corrections/1\",\"on\":\"");
    buf_put(out, LEDGER_DAY(day));
    buf_put_text(out, "\",\"rows\":[");
}

/* What became of it, in a line of its own. */
static void put_change(struct buf *out, const struct ledger_correction_line *line, quanze_language language) {
    struct buf text = {0};
    if (line->months > 0) {
        MESSAGES_FILL(&text, MESSAGE_CORRECTION_CARRIED, language, LEDGER_NUMBER(line->months));
        ledger_put_line(out, &text, 4, 6);
    }
    if (line->changed_on == DAY_NONE) return;
    buf_put(&text, LEDGER_DAY(line->changed_on));
    ledger_add_part(&text, line->by, language);
    ledger_add_part(&text, line->why, language);
    ledger_put_line(out, &text, 4, 6);
}

void say_correction(struct buf *out, struct ledger_page *page, const struct ledger_correction_line *line) {
    const struct ledger_correction *correction = &line->correction;
    struct buf text = {0};
    page->tally[line->state]++;
    if (!ledger_is_on_page(page)) return;
    if (ledger_is_json(page)) {
        ledger_put_comma(out, page);
        ledger_json_correction(out, line);
        return;
    }
    page->rows++;
    if (ledger_is_html(page)) {
        ledger_html_correction(out, page, line);
        return;
    }
    buf_printf(&text, "%lld  ", (long long)line->number);
    buf_put(&text, ledger_correction_label(line->state, page->language));
    ledger_add_part(&text, correction->department, page->language);
    ledger_add_part(&text, correction->matter, page->language);
    ledger_add_part(&text, ledger_ground_label(correction->ground, page->language), page->language);
    ledger_add_part(&text, correction->rule, page->language);
    ledger_add_part(&text, correction->task, page->language);
    buf_put(&text, messages_text(MESSAGE_GAP, page->language));
    MESSAGES_FILL(&text, MESSAGE_CORRECTION_BY, page->language, LEDGER_DAY(line->opened_on), LEDGER_DAY(correction->due_on));
    ledger_put_line(out, &text, 0, 4);
    put_change(out, line, page->language);
}

void say_corrections_end(struct buf *out, struct ledger_page *page) {
    const size_t *tally = page->tally;
    const struct str values[] = {LEDGER_NUMBER(page->seen), LEDGER_NUMBER(tally[LEDGER_CORRECTION_OPEN]),
                                 LEDGER_NUMBER(tally[LEDGER_CORRECTION_DUE]), LEDGER_NUMBER(tally[LEDGER_CORRECTION_DONE]),
                                 LEDGER_NUMBER(tally[LEDGER_CORRECTION_RELAPSED])};
    if (ledger_is_json(page))
        buf_printf(out, "\n],\"counts\":{\"done\":%zu,\"due\":%zu,\"open\":%zu,\"relapsed\":%zu}}\n",
                   tally[LEDGER_CORRECTION_DONE], tally[LEDGER_CORRECTION_DUE], tally[LEDGER_CORRECTION_OPEN],
                   tally[LEDGER_CORRECTION_RELAPSED]);
    else
        put_sentence(out, page, MESSAGE_CORRECTIONS_COUNT, values, 5);
}

void say_correction_entered(struct buf *out, const struct ledger_page *page, const struct ledger_added *added,
                            quanze_correction what) {
    static const enum ledger_correction_state STATES[] = {LEDGER_CORRECTION_OPEN, LEDGER_CORRECTION_DONE,
                                                          LEDGER_CORRECTION_RELAPSED};
    if (ledger_is_json(page))
        buf_printf(out, "{\"format\":\"quanze/correction/1\",\"number\":%lld,\"row\":%lld,\"state\":\"%s\"}\n",
                   (long long)added->number, (long long)added->seq, ledger_correction_state_name(STATES[what]).at);
    else
        LEDGER_PUT(out, MESSAGE_CORRECTION_ENTERED, page->language, LEDGER_NUMBER(added->number),
                   ledger_correction_label(STATES[what], page->language));
}
