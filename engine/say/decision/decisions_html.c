/* decisions_html.c - what stands around the decisions of one page: its head, and a table of them all at its end. */
#include <say/html.h>
#include <say/say_inside.h>

void say_decision_row(struct buf *out, const struct decision *decision, quanze_language language, uint64_t number) {
    const struct str title = task_text(decision->task, FACT_ID_TITLE), id = task_text(decision->task, FACT_ID_ID);
    buf_put_text(out, "<tr><td>");
    say_verdict_html(out, decision->verdict, language);
    buf_put_text(out, "</td><td><a href=\"#t");
    buf_put_int(out, (int64_t)number);
    buf_put_text(out, "-task\">");
    html_text(out, title.length > 0 ? title : id.length > 0 ? id : messages_text(MESSAGE_NO_TITLE, language));
    buf_put_text(out, "</a></td><td>");
    html_text(out, task_text(decision->task, FACT_ID_ISSUER_NAME));
    buf_put_text(out, "</td></tr>\n");
}

void say_decisions_begin(struct buf *out, struct str title, quanze_language language, quanze_format format) {
    const struct str several = messages_text(MESSAGE_TITLE_SCREENED, language);
    html_begin(out, title.length > 0 ? title : several, language, format);
    if (title.length > 0) return;
    buf_put_text(out, "<p class=\"no-print\"><a href=\"#overview\">");
    html_text(out, messages_text(MESSAGE_SEE_OVERVIEW, language));
    buf_put_text(out, "</a></p>\n");
}

static void put_table(struct buf *out, const struct overview *overview, quanze_language language) {
    struct buf count = {0};
    buf_put_int(&count, (int64_t)overview->tasks);
    buf_put_text(out, "<section id=\"overview\">\n<h2>");
    MESSAGES_FILL(out, MESSAGE_HEADING_SCREENED, language, buf_str(&count));
    buf_put_text(out, "</h2>\n<table>\n<tbody>\n");
    buf_put(out, overview->rows);
    buf_put_text(out, "</tbody>\n</table>\n");
    if (overview->shown < overview->tasks) {
        out->failed |= count.failed;
        buf_clear(&count);
        buf_put_int(&count, (int64_t)overview->shown);
        buf_put_text(out, "<p>");
        MESSAGES_FILL(out, MESSAGE_OVERVIEW_MORE, language, buf_str(&count));
        buf_put_text(out, "</p>\n");
    }
    buf_put_text(out, "</section>\n");
    out->failed |= count.failed;
    buf_free(&count);
}

void say_decisions_end(struct buf *out, const struct overview *overview, quanze_language language, quanze_format format) {
    if (overview->tasks != 1) put_table(out, overview, language);
    html_end(out, "light.js", format);
}
