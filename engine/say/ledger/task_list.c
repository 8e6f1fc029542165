#include <say/ledger/task_list.h>

#include <say/html.h>
#include <say/messages.h>
#include <say/say_inside.h>

static bool is_html(const struct task_list_style *style) { return style->format == QUANZE_FORMAT_HTML_PART; }

static void put_heads(struct buf *out, quanze_language language) {
    static const enum message_id HEADS[] = {MESSAGE_TASKS_STATE,     MESSAGE_TASKS_TITLE,    MESSAGE_TASKS_ISSUER,
                                            MESSAGE_TASKS_TOWNSHIPS, MESSAGE_TASKS_RECEIVED, MESSAGE_TASKS_DUE,
                                            MESSAGE_TASKS_VERDICT,   MESSAGE_TASKS_RUNS_OUT};
    for (size_t i = 0; i < sizeof HEADS / sizeof *HEADS; i++)
        html_element(out, "th scope=\"col\"", NULL, messages_text(HEADS[i], language));
}

void say_tasks_begin(struct buf *out, struct task_list_style *style) {
    style->rows = 0;
    style->last = 0;
    if (!is_html(style)) {
        buf_put_text(out, "{\"format\":\"quanze/tasks/1\",\"rows\":[");
        return;
    }
    buf_put_text(out, "<div class=\"wide\"><table class=\"sortable cards tasks\"><thead><tr>");
    put_heads(out, style->language);
    buf_put_text(out, "</tr></thead><tbody>\n");
}

/* A cell, left open, whose head stands in it where there is no room for a table. */
static void open_cell(struct buf *out, const struct task_list_style *style, enum message_id head) {
    buf_put_text(out, "<td data-label=\"");
    html_text(out, messages_text(head, style->language));
    buf_put_text(out, "\">");
}

/* The same with a time; without one it is empty, and is not shown there. */
static void put_time_of(struct buf *out, const struct task_list_style *style, enum message_id head, int64_t minute) {
    if (minute == DAY_NONE)
        buf_put_text(out, "<td>");
    else
        open_cell(out, style, head);
    if (minute != DAY_NONE) say_minute(out, minute, false);
}

/* How long there is still, in days: a word with a shape when it is over. Nothing for what has ended. */
static void put_time_left(struct buf *out, const struct task_list_style *style, const struct ledger_task_line *line) {
    const int64_t days = line->due_at == DAY_NONE ? 0 : (int64_t)day_of_minute(line->due_at) - style->today;
    const enum message_id words = days < 0 ? MESSAGE_TASKS_OVER : days == 0 ? MESSAGE_TASKS_TODAY : MESSAGE_TASKS_LEFT;
    char number[24];
    struct buf text = {0};
    put_time_of(out, style, MESSAGE_TASKS_DUE, line->due_at);
    if (line->due_at != DAY_NONE && !state_at(line->state)->is_end) {
        MESSAGES_FILL(&text, words, style->language,
                      (struct str){number, writer_format_decimal(days < 0 ? -days : days, 0, number)});
        buf_put_text(out, "<br>");
        html_element(out, "small", days < 0 ? "light red" : days == 0 ? "light yellow" : NULL, buf_str(&text));
    }
    buf_put_text(out, "</td>");
    out->failed |= text.failed;
    buf_free(&text);
}

/* A day in the past is marked by a word with a shape, not by a colour alone. */
static void put_end(struct buf *out, const struct task_list_style *style, int32_t day) {
    if (day == DAY_NONE)
        buf_put_text(out, "<td>");
    else {
        open_cell(out, style, MESSAGE_TASKS_RUNS_OUT);
        buf_put_text(out, day <= style->today ? "<span class=\"light red\">" : "<span>");
        say_day(out, day);
        buf_put_text(out, "</span>");
    }
    buf_put_text(out, "</td>");
}

static void put_verdict(struct buf *out, struct str name, quanze_language language) {
    buf_put_text(out, "<td>");
    for (int i = VERDICT_ADMIT; i <= VERDICT_REJECT; i++)
        if (str_equal(verdict_name((enum verdict)i), name)) say_verdict_html(out, (enum verdict)i, language);
    buf_put_text(out, "</td>");
}

/* The first names of many, and how many there are. */
static void put_townships(struct buf *out, struct str names, quanze_language language) {
    enum { SHOWN = 3 };
    struct str rest = names;
    char number[24];
    size_t count = 1, shown = names.length;
    for (ptrdiff_t at; (at = str_find(rest, STR("、"))) >= 0; count++) {
        const size_t taken = (size_t)at + 3;
        rest = (struct str){rest.at + taken, rest.length - taken};
        if (count == SHOWN) shown = names.length - rest.length - 3;
    }
    buf_put_text(out, "<td>");
    html_text(out, (struct str){names.at, count > SHOWN ? shown : names.length});
    if (count > SHOWN) {
        struct buf more = {0};
        MESSAGES_FILL(&more, MESSAGE_TASKS_OF_ALL, language,
                      (struct str){number, writer_format_decimal((int64_t)count, 0, number)});
        html_text(out, buf_str(&more));
        out->failed |= more.failed;
        buf_free(&more);
    }
    buf_put_text(out, "</td>");
}

static void put_row(struct buf *out, const struct task_list_style *style, const struct ledger_task_line *line) {
    const struct state_info *state = state_at(line->state);
    buf_put_text(out, "<tr>");
    html_element(out, "td", NULL, style->language == QUANZE_EN ? state->en : state->zh);
    buf_put_text(out, "<th scope=\"row\"><a href=\"");
    html_text(out, style->link);
    html_url(out, line->id);
    buf_put_text(out, "\">");
    html_text(out, line->title.length > 0 ? line->title : messages_text(MESSAGE_NO_TITLE, style->language));
    buf_put_text(out, "</a> ");
    html_element(out, "span", "id", line->id);
    buf_put_text(out, "</th>");
    html_element(out, "td", NULL, line->issuer);
    put_townships(out, line->townships, style->language);
    put_time_of(out, style, MESSAGE_TASKS_RECEIVED, line->received_at);
    buf_put_text(out, "</td>");
    put_time_left(out, style, line);
    put_verdict(out, line->verdict, style->language);
    put_end(out, style, line->due_on);
    buf_put_text(out, "</tr>\n");
}

/* A member whose value is a time or a day, null where there is none. */
static void put_when(struct writer *writer, const char *name, int64_t when, bool is_day) {
    char text[24];
    writer_key(writer, str_of(name));
    if (when == DAY_NONE)
        writer_null(writer);
    else
        writer_name(writer, (struct str){text, is_day ? day_format((int32_t)when, text) : day_format_minute(when, text)});
}

static void put_text(struct writer *writer, const char *name, struct str text) {
    writer_key(writer, str_of(name));
    if (text.length > 0)
        writer_string(writer, text);
    else
        writer_null(writer);
}

static void put_object(struct buf *out, const struct ledger_task_line *line) {
    struct writer writer = writer_start(out, WRITER_COMPACT);
    writer_open(&writer, '{');
    put_when(&writer, "due_at", line->due_at, false);
    put_when(&writer, "due_on", line->due_on, true);
    put_text(&writer, "id", line->id);
    put_text(&writer, "issuer", line->issuer);
    put_text(&writer, "item", line->item);
    put_when(&writer, "received_at", line->received_at, false);
    writer_key(&writer, STR("row"));
    writer_int(&writer, line->seq);
    put_text(&writer, "state", state_at(line->state)->name);
    put_text(&writer, "title", line->title);
    put_text(&writer, "townships", line->townships);
    put_text(&writer, "verdict", line->verdict);
    writer_close(&writer, '}');
}

void say_task_line(struct buf *out, struct task_list_style *style, const struct ledger_task_line *line) {
    style->is_more = style->most > 0 && style->rows >= style->most;
    if (style->is_more) return;
    style->rows++;
    style->last = line->seq;
    if (is_html(style)) {
        put_row(out, style, line);
        return;
    }
    buf_put_text(out, style->rows > 1 ? ",\n" : "\n");
    put_object(out, line);
}

void say_tasks_end(struct buf *out, struct task_list_style *style) {
    buf_put_text(out, is_html(style) ? "</tbody></table></div>\n" : "\n]}\n");
    if (!is_html(style)) return;
    if (style->rows == 0) html_element(out, "p", NULL, messages_text(MESSAGE_NO_TASKS, style->language));
    if (style->more.length > 0 && style->is_more)
        html_more(out, style->more, style->last, messages_text(MESSAGE_TASKS_MORE, style->language));
}
