/* ledger_text.c - the ledger's pages as text, and the choice between text and JSON. */
#include <say/ledger/ledger_inside.h>

void say_finding_words(struct buf *out, const struct finding *finding, quanze_language language) {
    say_finding(out, finding, language);
}

void say_finding_basis(struct buf *out, const struct finding *finding) {
    const struct cites *basis = &finding->rule->basis;
    size_t best = 0;
    while (best < basis->count && basis->at[best].verified != 'V') best++;
    if (best == basis->count) return;
    const struct cite *cite = &basis->at[best];
    buf_put_text(out, "《");
    buf_put(out, cite->title);
    buf_put_text(out, "》");
    buf_put(out, cite->article);
}

void say_faults_begin(struct buf *out, struct ledger_page *page) {
    if (ledger_is_json(page)) buf_put_text(out, "{\"broken\":[");
    if (ledger_is_html(page)) ledger_html_faults(out, page);
}

void say_fault(struct buf *out, struct ledger_page *page, int64_t row, enum ledger_fault fault) {
    if (ledger_is_json(page)) {
        if (page->rows++ > 0) buf_put_char(out, ',');
        ledger_json_fault(out, row, fault, page->language);
        return;
    }
    if (ledger_is_html(page)) {
        page->rows++;
        ledger_html_fault(out, page, row, fault);
        return;
    }
    struct buf line = {0};
    const bool is_of_row = fault != FAULT_HEAD && fault != FAULT_FILE;
    if (is_of_row) MESSAGES_FILL(&line, MESSAGE_LEDGER_ROW, page->language, LEDGER_NUMBER(row));
    if (is_of_row) buf_put(&line, messages_text(MESSAGE_GAP, page->language));
    buf_put(&line, ledger_fault_words(fault, page->language));
    ledger_put_line(out, &line, 0, 2);
}

void say_faults_end(struct buf *out, struct ledger_page *page, const struct ledger_verified *verified) {
    char head[72], form[24];
    if (ledger_is_json(page)) {
        ledger_json_faults_end(out, verified);
        return;
    }
    if (ledger_is_html(page)) {
        ledger_html_faults_end(out, page, verified);
        return;
    }
    digest_text(&verified->head, head);
    ledger_short_form(&verified->head, form);
    if (verified->broken == 0)
        LEDGER_PUT(out, MESSAGE_LEDGER_WHOLE, page->language, LEDGER_NUMBER(verified->rows), LEDGER_NUMBER(verified->seals));
    else
        LEDGER_PUT(out, MESSAGE_LEDGER_BROKEN, page->language, LEDGER_NUMBER(verified->broken), LEDGER_NUMBER(verified->rows));
    if (verified->clock_jumps > 0) LEDGER_PUT(out, MESSAGE_LEDGER_CLOCK, page->language, LEDGER_NUMBER(verified->clock_jumps));
    LEDGER_PUT(out, MESSAGE_LEDGER_HEAD, page->language, str_of(head));
    LEDGER_PUT(out, MESSAGE_LEDGER_SHORT, page->language, str_of(form));
}

void say_entries(struct buf *out, const struct ledger_page *page, const struct quanze_entry_summary *total, bool keep_going) {
    if (ledger_is_json(page))
        ledger_json_entries(out, total);
    else if (total->rejected > 0 && !keep_going)
        LEDGER_PUT(out, MESSAGE_ENTRIES_NOTHING, page->language, LEDGER_NUMBER(total->rejected));
    else
        LEDGER_PUT(out, MESSAGE_ENTRIES_DONE, page->language, LEDGER_NUMBER(total->added), LEDGER_NUMBER(total->duplicates),
                   LEDGER_NUMBER(total->other_versions), LEDGER_NUMBER(total->rejected));
}

static void begin_rows(struct buf *out, const struct ledger_page *page, const char *head) {
    if (ledger_is_json(page)) buf_put_text(out, head);
}

void say_lines_begin(struct buf *out, struct ledger_page *page) {
    begin_rows(out, page, "{\"format\":\"quanze/ledger-log/1\",\"rows\":[");
    if (ledger_is_html(page)) ledger_html_lines(out, page);
}

void say_dues_begin(struct buf *out, struct ledger_page *page, int32_t day) {
    begin_rows(out, page, "{\"format\":\"quanze/due/1\",\"on\":\"");
    if (ledger_is_html(page)) ledger_html_dues(out, page, day);
    if (!ledger_is_json(page)) return;
    buf_put(out, LEDGER_DAY(day));
    buf_put_text(out, "\",\"rows\":[");
}

void say_rows_end(struct buf *out, struct ledger_page *page) {
    if (ledger_is_json(page))
        buf_put_text(out, "\n]}\n");
    else if (ledger_is_html(page))
        ledger_html_end(out, page, page->rows == 0 ? messages_text(MESSAGE_NO_ROWS, page->language) : STR(""));
    else if (page->format == QUANZE_FORMAT_TEXT && page->rows == 0)
        LEDGER_PUT(out, MESSAGE_NO_ROWS, page->language, STR(""));
}

void say_line(struct buf *out, struct ledger_page *page, const struct ledger_line *row) {
    struct buf line = {0};
    if (!ledger_is_on_page(page)) return;
    if (ledger_is_html(page)) {
        page->rows++;
        page->last = row->seq;
        ledger_html_line(out, page, row);
        return;
    }
    if (page->format != QUANZE_FORMAT_TEXT) {
        if (ledger_is_json(page)) ledger_put_comma(out, page);
        ledger_json_line(out, row);
        if (!ledger_is_json(page)) buf_put_char(out, '\n');
        return;
    }
    page->rows++;
    buf_printf(&line, "%lld  ", (long long)row->seq);
    say_minute(&line, row->at, str_equal(row->kind, STR("complaint")));
    if (row->clock_went_back) buf_put(&line, messages_text(MESSAGE_CLOCK_BACK, page->language));
    ledger_add_part(&line, messages_text(ledger_kind_message(row->kind), page->language), page->language);
    ledger_add_part(&line, row->id, page->language);
    ledger_add_part(&line, ledger_what(row, page->language), page->language);
    ledger_add_part(&line, row->detail, page->language);
    ledger_add_part(&line, row->by, page->language);
    ledger_put_line(out, &line, 0, 4);
}

void say_due(struct buf *out, struct ledger_page *page, const struct ledger_due *due) {
    struct buf line = {0};
    if (!ledger_is_on_page(page)) return;
    if (ledger_is_json(page)) {
        ledger_put_comma(out, page);
        ledger_json_due(out, due);
        return;
    }
    if (ledger_is_html(page)) {
        page->rows++;
        ledger_html_due(out, page, due);
        return;
    }
    page->rows++;
    if (due->due_on == DAY_NONE)
        buf_put_text(&line, "----------");
    else
        buf_put(&line, LEDGER_DAY(due->due_on));
    ledger_add_part(&line, due->id, page->language);
    ledger_add_part(&line, say_state(due->state, page->language), page->language);
    ledger_add_part(&line, ledger_due_label(due->why, page->language), page->language);
    ledger_add_part(&line, due->title, page->language);
    ledger_put_line(out, &line, 0, 12);
}

/* "2026-11-29 到期（协商）", or that the day cannot be told. */
static void put_runs_out(struct buf *out, int32_t due_on, struct str why, size_t first, quanze_language language) {
    struct buf line = {0};
    if (why.length == 0) return;
    if (due_on == DAY_NONE)
        MESSAGES_FILL(&line, MESSAGE_RUNS_OUT_UNTOLD, language, ledger_due_label(why, language));
    else
        MESSAGES_FILL(&line, MESSAGE_RUNS_OUT, language, LEDGER_DAY(due_on), ledger_due_label(why, language));
    ledger_put_line(out, &line, first, first + 2);
}

void say_move(struct buf *out, const struct ledger_page *page, const struct ledger_move *move, int64_t row) {
    if (ledger_is_json(page)) {
        ledger_json_move(out, move, row);
        return;
    }
    LEDGER_PUT(out, MESSAGE_MOVED, page->language, move->id, say_state(state_at(move->from)->name, page->language),
               say_state(state_at(move->to)->name, page->language), LEDGER_NUMBER(row));
    put_runs_out(out, move->due_on, move->due_why, 2, page->language);
}

static void put_when(struct buf *line, int64_t row, int64_t at) {
    buf_printf(line, "%lld  ", (long long)row);
    say_minute(line, at, false);
    buf_put_text(line, "  ");
}

static void put_decision(struct buf *out, const struct ledger_story_decision *decision, quanze_language language) {
    struct buf line = {0};
    put_when(&line, decision->seq, decision->at);
    MESSAGES_FILL(&line, MESSAGE_STORY_DECIDED, language, ledger_verdict_label(decision->verdict, language),
                  LEDGER_DAY(decision->as_of));
    ledger_put_line(out, &line, 0, 4);
    for (size_t i = 0; i < decision->finding_count; i++) {
        const struct ledger_finding *finding = &decision->findings[i];
        struct buf part = {0};
        ledger_add_part(&part, finding->rule, language);
        ledger_add_part(&part, finding->message, language);
        ledger_add_part(&part, finding->basis, language);
        ledger_put_line(out, &part, 4, 6);
    }
}

static void put_move(struct buf *out, const struct ledger_story_move *move, quanze_language language) {
    struct buf line = {0};
    put_when(&line, move->seq, move->at);
    MESSAGES_FILL(&line, MESSAGE_STORY_MOVED, language, say_state(move->from, language), say_state(move->to, language),
                  move->office, move->person, move->why);
    ledger_put_line(out, &line, 0, 4);
    if (move->grounds.length > 0) {
        ledger_put_grounds(&line, move, language);
        ledger_put_line(out, &line, 4, 6);
    }
    if (move->approved_by.length > 0) {
        MESSAGES_FILL(&line, MESSAGE_STORY_APPROVED, language, move->approved_by);
        ledger_put_line(out, &line, 4, 6);
    }
    put_runs_out(out, move->due_on, move->due_why, 4, language);
}

void say_story(struct buf *out, const struct ledger_page *page, const struct ledger_story *story) {
    const struct state_info *state = state_at(story->state);
    if (ledger_is_json(page)) {
        ledger_json_story(out, story);
        return;
    }
    if (ledger_is_html(page)) {
        ledger_html_story(out, page, story);
        return;
    }
    LEDGER_PUT(out, MESSAGE_STORY_STATE, page->language, story->id, page->language == QUANZE_ZH ? state->zh : state->en);
    for (size_t i = 0; i < story->task_count; i++) {
        struct buf line = {0};
        put_when(&line, story->tasks[i].seq, story->tasks[i].at);
        MESSAGES_FILL(&line, MESSAGE_STORY_RECEIVED, page->language, story->tasks[i].title);
        ledger_add_part(&line, story->tasks[i].issuer, page->language);
        ledger_put_line(out, &line, 0, 4);
    }
    for (size_t i = 0; i < story->decision_count; i++) put_decision(out, &story->decisions[i], page->language);
    for (size_t i = 0; i < story->move_count; i++) put_move(out, &story->moves[i], page->language);
}
