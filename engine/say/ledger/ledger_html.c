/* ledger_html.c - the ledger's pages for a browser and for paper: tables of rows, the check, one task's story. */
#include <say/html.h>
#include <say/ledger/ledger_inside.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static struct str text_of(const struct ledger_page *page, enum message_id id) { return messages_text(id, page->language); }

static void begin(struct buf *out, const struct ledger_page *page, enum message_id title, struct str beside) {
    html_begin(out, text_of(page, title), page->language, page->format);
    html_element(out, "h1", NULL, text_of(page, title));
    buf_put_char(out, '\n');
    if (beside.length > 0) html_element(out, "p", "small", beside);
    if (beside.length > 0) buf_put_char(out, '\n');
}

static void begin_table(struct buf *out, const struct ledger_page *page, const enum message_id *heads, size_t count) {
    buf_put_text(out, "<div class=\"wide\"><table class=\"sortable cards\">\n<thead><tr>");
    for (size_t i = 0; i < count; i++) html_element(out, "th scope=\"col\"", NULL, text_of(page, heads[i]));
    buf_put_text(out, "</tr></thead>\n<tbody>\n");
}

void ledger_html_table(struct buf *out, const struct ledger_page *page, enum message_id title, const enum message_id *heads,
                       size_t count) {
    begin(out, page, title, STR(""));
    begin_table(out, page, heads, count);
}

static void end_table(struct buf *out) { buf_put_text(out, "</tbody></table></div>\n"); }

void ledger_html_end(struct buf *out, const struct ledger_page *page, struct str sentence) {
    end_table(out);
    if (sentence.length > 0) html_element(out, "p", NULL, sentence);
    if (sentence.length > 0) buf_put_char(out, '\n');
    if (page->more.length > 0 && page->skip > 0) html_more(out, page->more, 0, text_of(page, MESSAGE_ROWS_FIRST));
    if (page->more.length > 0 && page->is_more) html_more(out, page->more, page->last, text_of(page, MESSAGE_ROWS_MORE));
    html_end(out, "sort.js", page->format);
}

static void open_row(struct buf *out) { buf_put_text(out, "<tr>"); }
static void close_row(struct buf *out) { buf_put_text(out, "</tr>\n"); }

/* A cell, left open, whose head stands in it where there is no room for a table. */
static void open_cell(struct buf *out, const struct ledger_page *page, enum message_id head, const char *style) {
    buf_put_text(out, "<td");
    if (style) buf_printf(out, " class=\"%s\"", style);
    buf_put_text(out, " data-label=\"");
    html_text(out, text_of(page, head));
    buf_put_text(out, "\">");
}

static void close_cell(struct buf *out) { buf_put_text(out, "</td>"); }

void ledger_html_cell(struct buf *out, const struct ledger_page *page, enum message_id head, const char *style,
                      struct str text) {
    open_cell(out, page, head, style);
    html_text(out, text);
    close_cell(out);
}

static void cell(struct buf *out, const struct ledger_page *page, enum message_id head, struct str text) {
    ledger_html_cell(out, page, head, NULL, text);
}

static void number_cell(struct buf *out, const struct ledger_page *page, enum message_id head, int64_t number) {
    ledger_html_cell(out, page, head, "number", LEDGER_NUMBER(number));
}

/* The number of a row, with which it is chosen where the page has a form for it. */
static void choice_cell(struct buf *out, const struct ledger_page *page, int64_t number) {
    if (page->choose.length == 0) {
        number_cell(out, page, MESSAGE_HEAD_NUMBER, number);
        return;
    }
    open_cell(out, page, MESSAGE_HEAD_NUMBER, "number");
    buf_put_text(out, "<label class=\"pick\"><input type=\"radio\" name=\"number\" required form=\"");
    html_text(out, page->choose);
    buf_printf(out, "\" value=\"%lld\"%s> %lld</label>", (long long)number, number == page->chosen ? " checked" : "",
               (long long)number);
    close_cell(out);
}

static void day_cell(struct buf *out, const struct ledger_page *page, enum message_id head, int32_t day) {
    ledger_html_cell(out, page, head, "when", day == DAY_NONE ? STR("") : LEDGER_DAY(day));
}

static void minute_cell(struct buf *out, const struct ledger_page *page, int64_t at, bool whole_day) {
    open_cell(out, page, MESSAGE_HEAD_TIME, "when");
    say_minute(out, at, whole_day);
    close_cell(out);
}

/* A digest is small and may be broken anywhere. */
static void hash_cell(struct buf *out, const struct ledger_page *page, enum message_id head, struct str text) {
    ledger_html_cell(out, page, head, str_starts_with(text, STR("sha256:")) ? "hash" : NULL, text);
}

/* What has a page of its own, as a link where the page has links. */
static void put_linked(struct buf *out, const struct ledger_page *page, const char *style, struct str id) {
    if (id.length == 0) return;
    if (page->link.length > 0) {
        buf_put_text(out, "<a href=\"");
        html_text(out, page->link);
        html_url(out, id);
        buf_put_text(out, "\">");
    }
    html_element(out, "span", style, id);
    if (page->link.length > 0) buf_put_text(out, "</a>");
}

void ledger_html_month_cell(struct buf *out, const struct ledger_page *page, enum message_id head, struct str month) {
    open_cell(out, page, head, NULL);
    put_linked(out, page, "when", month);
    close_cell(out);
}

static void task_cell(struct buf *out, const struct ledger_page *page, struct str id) {
    open_cell(out, page, MESSAGE_HEAD_TASK, NULL);
    put_linked(out, page, "id", id);
    close_cell(out);
}

void ledger_html_lines(struct buf *out, const struct ledger_page *page) {
    static const enum message_id HEADS[] = {MESSAGE_HEAD_ROW,  MESSAGE_HEAD_TIME,   MESSAGE_HEAD_KIND, MESSAGE_HEAD_TASK,
                                            MESSAGE_HEAD_WHAT, MESSAGE_HEAD_DETAIL, MESSAGE_HEAD_BY};
    begin(out, page, MESSAGE_TITLE_LOG, STR(""));
    begin_table(out, page, HEADS, COUNT(HEADS));
}

void ledger_html_line(struct buf *out, const struct ledger_page *page, const struct ledger_line *line) {
    open_row(out);
    number_cell(out, page, MESSAGE_HEAD_ROW, line->seq);
    minute_cell(out, page, line->at, str_equal(line->kind, STR("complaint")));
    ledger_html_cell(out, page, MESSAGE_HEAD_KIND, "when", text_of(page, ledger_kind_message(line->kind)));
    task_cell(out, page, line->id);
    hash_cell(out, page, MESSAGE_HEAD_WHAT, ledger_what(line, page->language));
    hash_cell(out, page, MESSAGE_HEAD_DETAIL, line->detail);
    cell(out, page, MESSAGE_HEAD_BY, line->by);
    close_row(out);
}

void ledger_html_dues(struct buf *out, const struct ledger_page *page, int32_t day) {
    static const enum message_id HEADS[] = {MESSAGE_HEAD_DUE, MESSAGE_HEAD_TASK, MESSAGE_HEAD_TITLE, MESSAGE_HEAD_STATE,
                                            MESSAGE_HEAD_WHAT};
    struct buf beside = {0};
    MESSAGES_FILL(&beside, MESSAGE_DUE_ON, page->language, LEDGER_DAY(day));
    begin(out, page, MESSAGE_TITLE_DUE, buf_str(&beside));
    out->failed |= beside.failed;
    buf_free(&beside);
    begin_table(out, page, HEADS, COUNT(HEADS));
}

void ledger_html_due(struct buf *out, const struct ledger_page *page, const struct ledger_due *due) {
    open_row(out);
    day_cell(out, page, MESSAGE_HEAD_DUE, due->due_on);
    task_cell(out, page, due->id);
    cell(out, page, MESSAGE_HEAD_TITLE, due->title);
    cell(out, page, MESSAGE_HEAD_STATE, say_state(due->state, page->language));
    cell(out, page, MESSAGE_HEAD_WHAT, ledger_due_label(due->why, page->language));
    close_row(out);
}

void ledger_html_complaints(struct buf *out, const struct ledger_page *page) {
    static const enum message_id HEADS[] = {MESSAGE_HEAD_NUMBER, MESSAGE_HEAD_DAY,  MESSAGE_HEAD_DEPARTMENT,
                                            MESSAGE_HEAD_GROUND, MESSAGE_HEAD_WHAT, MESSAGE_HEAD_ANSWER};
    begin(out, page, MESSAGE_TITLE_COMPLAINTS, STR(""));
    begin_table(out, page, HEADS, COUNT(HEADS));
}

/* What was said, and how often. */
static void put_words_cell(struct buf *out, const struct ledger_page *page, const struct ledger_complaint_line *line) {
    open_cell(out, page, MESSAGE_HEAD_WHAT, NULL);
    html_text(out, line->complaint.words);
    if (line->times > 1) {
        struct buf times = {0};
        MESSAGES_FILL(&times, MESSAGE_COMPLAINT_TIMES, page->language, LEDGER_NUMBER(line->times));
        html_element(out, "div", "small", buf_str(&times));
        out->failed |= times.failed;
        buf_free(&times);
    }
    buf_put_text(out, "</td>");
}

void ledger_html_complaint(struct buf *out, const struct ledger_page *page, const struct ledger_complaint_line *line) {
    struct buf answer = {0};
    if (line->answered_on == DAY_NONE)
        buf_put(&answer, text_of(page, MESSAGE_COMPLAINT_OPEN));
    else
        MESSAGES_FILL(&answer, MESSAGE_COMPLAINT_ANSWER, page->language, LEDGER_DAY(line->answered_on), line->office,
                      line->answer);
    open_row(out);
    choice_cell(out, page, line->number);
    day_cell(out, page, MESSAGE_HEAD_DAY, line->day);
    cell(out, page, MESSAGE_HEAD_DEPARTMENT, line->complaint.department);
    cell(out, page, MESSAGE_HEAD_GROUND, ledger_ground_label(line->complaint.ground, page->language));
    put_words_cell(out, page, line);
    ledger_html_cell(out, page, MESSAGE_HEAD_ANSWER, line->answered_on == DAY_NONE ? "level hold" : NULL, buf_str(&answer));
    close_row(out);
    out->failed |= answer.failed;
    buf_free(&answer);
}

void ledger_html_corrections(struct buf *out, const struct ledger_page *page, int32_t day) {
    static const enum message_id HEADS[] = {MESSAGE_HEAD_NUMBER, MESSAGE_HEAD_STATE, MESSAGE_HEAD_DEPARTMENT, MESSAGE_HEAD_WHAT,
                                            MESSAGE_AUDIT_RULE,  MESSAGE_HEAD_TASK,  MESSAGE_HEAD_SINCE,      MESSAGE_HEAD_DUE,
                                            MESSAGE_HEAD_MONTHS, MESSAGE_HEAD_DETAIL};
    begin(out, page, MESSAGE_TITLE_CORRECTIONS, LEDGER_DAY(day));
    begin_table(out, page, HEADS, COUNT(HEADS));
}

void ledger_html_correction(struct buf *out, const struct ledger_page *page, const struct ledger_correction_line *line) {
    static const char *const STYLES[] = {NULL, "level block", NULL, "level hold"};
    open_row(out);
    choice_cell(out, page, line->number);
    ledger_html_cell(out, page, MESSAGE_HEAD_STATE, STYLES[line->state], ledger_correction_label(line->state, page->language));
    cell(out, page, MESSAGE_HEAD_DEPARTMENT, line->correction.department);
    cell(out, page, MESSAGE_HEAD_WHAT, line->correction.matter);
    cell(out, page, MESSAGE_AUDIT_RULE, line->correction.rule);
    task_cell(out, page, line->correction.task);
    day_cell(out, page, MESSAGE_HEAD_SINCE, line->opened_on);
    day_cell(out, page, MESSAGE_HEAD_DUE, line->correction.due_on);
    number_cell(out, page, MESSAGE_HEAD_MONTHS, line->months);
    cell(out, page, MESSAGE_HEAD_DETAIL, line->why);
    close_row(out);
}

void ledger_html_faults(struct buf *out, const struct ledger_page *page) { begin(out, page, MESSAGE_TITLE_VERIFY, STR("")); }

void ledger_html_fault(struct buf *out, const struct ledger_page *page, int64_t row, enum ledger_fault fault) {
    static const enum message_id HEADS[] = {MESSAGE_HEAD_ROW, MESSAGE_HEAD_WHAT};
    if (page->rows == 1) begin_table(out, page, HEADS, COUNT(HEADS));
    open_row(out);
    if (fault == FAULT_HEAD || fault == FAULT_FILE)
        cell(out, page, MESSAGE_HEAD_ROW, STR(""));
    else
        number_cell(out, page, MESSAGE_HEAD_ROW, row);
    cell(out, page, MESSAGE_HEAD_WHAT, ledger_fault_words(fault, page->language));
    close_row(out);
}

void ledger_html_faults_end(struct buf *out, const struct ledger_page *page, const struct ledger_verified *verified) {
    char head[72], form[24];
    struct buf said = {0};
    digest_text(&verified->head, head);
    ledger_short_form(&verified->head, form);
    if (page->rows > 0) end_table(out);
    if (verified->broken == 0)
        MESSAGES_FILL(&said, MESSAGE_LEDGER_WHOLE, page->language, LEDGER_NUMBER(verified->rows),
                      LEDGER_NUMBER(verified->seals));
    else
        MESSAGES_FILL(&said, MESSAGE_LEDGER_BROKEN, page->language, LEDGER_NUMBER(verified->broken),
                      LEDGER_NUMBER(verified->rows));
    html_element(out, "p", verified->broken == 0 ? "box" : "box block", buf_str(&said));
    out->failed |= said.failed;
    buf_clear(&said);
    if (verified->clock_jumps > 0) {
        MESSAGES_FILL(&said, MESSAGE_LEDGER_CLOCK, page->language, LEDGER_NUMBER(verified->clock_jumps));
        html_element(out, "p", NULL, buf_str(&said));
    }
    buf_put_text(out, "<dl>");
    html_element(out, "dt", NULL, text_of(page, MESSAGE_HEAD_SHORT));
    html_element(out, "dd", NULL, str_of(form));
    html_element(out, "dt", NULL, text_of(page, MESSAGE_HEAD_HEAD));
    html_element(out, "dd", "hash", str_of(head));
    buf_put_text(out, "</dl>\n");
    out->failed |= said.failed;
    buf_free(&said);
    html_end(out, NULL, page->format);
}

/* What the rule is called in the language of the page, where the record itself is in another; nothing else is known of then. */
static void put_rule_title(struct buf *out, const struct ledger_page *page, const struct ledger_finding *finding, int32_t day) {
    const int rule = page->book && page->language == QUANZE_EN ? rulebook_find_on(page->book, finding->rule, day) : -1;
    if (rule < 0) return;
    html_element(out, "b", NULL, bilingual_text(&page->book->rules[rule].title, page->language));
    buf_put_text(out, "<br>");
}

/* What failed in a decision: the rule for the phone call, what it says, and on what it rests. */
static void put_findings(struct buf *out, const struct ledger_page *page, const struct ledger_story_decision *decision) {
    if (decision->finding_count == 0) return;
    if (page->language == QUANZE_EN) html_element(out, "p", "small", text_of(page, MESSAGE_STORY_AS_RECORDED));
    buf_put_text(out, "<ul>\n");
    for (size_t i = 0; i < decision->finding_count; i++) {
        const struct ledger_finding *finding = &decision->findings[i];
        buf_put_text(out, "<li>");
        put_rule_title(out, page, finding, decision->as_of);
        html_element(out, "span lang=\"zh-CN\"", NULL, finding->message.length > 0 ? finding->message : finding->rule);
        buf_put_char(out, ' ');
        html_element(out, "span lang=\"zh-CN\"", "small", finding->basis);
        buf_put_char(out, ' ');
        html_element(out, "span", "id", finding->rule);
        buf_put_text(out, "</li>\n");
    }
    buf_put_text(out, "</ul>\n");
}

static void put_when(struct buf *out, int64_t row, int64_t at) {
    buf_put_text(out, "<p class=\"small\">");
    say_minute(out, at, false);
    buf_printf(out, " · #%lld</p>\n", (long long)row);
}

static void put_decision(struct buf *out, const struct ledger_page *page, const struct ledger_story_decision *decision) {
    buf_put_text(out, "<article>\n<p>");
    for (int i = VERDICT_ADMIT; i <= VERDICT_REJECT; i++)
        if (str_equal(verdict_name((enum verdict)i), decision->verdict)) say_verdict_html(out, (enum verdict)i, page->language);
    buf_put_text(out, "</p>\n");
    put_when(out, decision->seq, decision->at);
    put_findings(out, page, decision);
    buf_put_text(out, "</article>\n");
}

/* Why, on what ground, who approved, by when. */
static void put_reasons(struct buf *out, const struct ledger_page *page, const struct ledger_story_move *move) {
    struct buf said = {0};
    buf_put(&said, move->why);
    if (move->grounds.length > 0) {
        buf_put(&said, text_of(page, MESSAGE_GAP));
        ledger_put_grounds(&said, move, page->language);
    }
    if (move->approved_by.length > 0) {
        buf_put(&said, text_of(page, MESSAGE_GAP));
        MESSAGES_FILL(&said, MESSAGE_STORY_APPROVED, page->language, move->approved_by);
    }
    cell(out, page, MESSAGE_HEAD_DETAIL, buf_str(&said));
    out->failed |= said.failed;
    buf_free(&said);
}

static void put_move(struct buf *out, const struct ledger_page *page, const struct ledger_story_move *move) {
    struct buf by = {0};
    buf_put(&by, move->office);
    buf_put_char(&by, '/');
    buf_put(&by, move->person);
    open_row(out);
    minute_cell(out, page, move->at, false);
    cell(out, page, MESSAGE_HEAD_STATE, say_state(move->to, page->language));
    cell(out, page, MESSAGE_HEAD_BY, buf_str(&by));
    put_reasons(out, page, move);
    day_cell(out, page, MESSAGE_HEAD_DUE, move->due_on);
    close_row(out);
    out->failed |= by.failed;
    buf_free(&by);
}

static void put_moves(struct buf *out, const struct ledger_page *page, const struct ledger_story *story) {
    static const enum message_id HEADS[] = {MESSAGE_HEAD_TIME, MESSAGE_HEAD_STATE, MESSAGE_HEAD_BY, MESSAGE_HEAD_DETAIL,
                                            MESSAGE_HEAD_DUE};
    if (story->move_count == 0) return;
    html_element(out, "h2", NULL, text_of(page, MESSAGE_KIND_MOVE));
    begin_table(out, page, HEADS, COUNT(HEADS));
    for (size_t i = 0; i < story->move_count; i++) put_move(out, page, &story->moves[i]);
    end_table(out);
}

static void put_versions(struct buf *out, const struct ledger_page *page, const struct ledger_story *story) {
    static const enum message_id HEADS[] = {MESSAGE_HEAD_ROW, MESSAGE_HEAD_TIME, MESSAGE_HEAD_TITLE, MESSAGE_HEAD_DEPARTMENT};
    html_element(out, "h2", NULL, text_of(page, MESSAGE_KIND_TASK));
    begin_table(out, page, HEADS, COUNT(HEADS));
    for (size_t i = 0; i < story->task_count; i++) {
        open_row(out);
        number_cell(out, page, MESSAGE_HEAD_ROW, story->tasks[i].seq);
        minute_cell(out, page, story->tasks[i].at, false);
        cell(out, page, MESSAGE_HEAD_TITLE, story->tasks[i].title);
        cell(out, page, MESSAGE_HEAD_DEPARTMENT, story->tasks[i].issuer);
        close_row(out);
    }
    end_table(out);
}

void ledger_html_story(struct buf *out, const struct ledger_page *page, const struct ledger_story *story) {
    const struct str title = story->task_count > 0 ? story->tasks[story->task_count - 1].title : story->id;
    html_begin(out, title, page->language, page->format);
    html_element(out, page->format == QUANZE_FORMAT_HTML_PART ? "h2" : "h1", NULL, title);
    buf_put_text(out, "<p>");
    html_text(out, say_state(state_at(story->state)->name, page->language));
    buf_put_char(out, ' ');
    put_linked(out, page, "id", story->id);
    buf_put_text(out, "</p>\n");
    put_versions(out, page, story);
    if (story->decision_count > 0) html_element(out, "h2", NULL, text_of(page, MESSAGE_KIND_DECISION));
    for (size_t i = story->decision_count; i-- > 0;) put_decision(out, page, &story->decisions[i]);
    put_moves(out, page, story);
    html_end(out, "sort.js", page->format);
}
