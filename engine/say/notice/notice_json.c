/* notice_json.c - a notice that was read, as JSON. */
#include <say/ledger/ledger_page.h>
#include <say/notice/notice.h>
#include <say/say_inside.h>

static void write_place(struct writer *writer, unsigned line) {
    WRITER_KEY(writer, "line");
    if (line > 0)
        writer_int(writer, line);
    else
        writer_null(writer);
}

static void write_column(struct writer *writer, unsigned column) {
    WRITER_KEY(writer, "column");
    if (column > 0)
        writer_int(writer, column);
    else
        writer_null(writer);
}

void say_write_evidence(struct writer *writer, const struct notice *notice) {
    writer_open(writer, '[');
    for (size_t i = 0; i < notice->evidence_count; i++) {
        const struct evidence *evidence = &notice->evidence[i];
        writer_open(writer, '{');
        write_column(writer, evidence->column);
        WRITER_KEY(writer, "fact");
        writer_name(writer, fact_at(evidence->fact)->name);
        write_place(writer, evidence->line);
        WRITER_KEY(writer, "text");
        writer_string(writer, evidence->text);
        writer_close(writer, '}');
    }
    writer_close(writer, ']');
}

void say_write_doubts(struct writer *writer, const struct notice *notice, quanze_language language) {
    writer_open(writer, '[');
    for (size_t i = 0; i < notice->doubt_count; i++) {
        const struct doubt *doubt = &notice->doubts[i];
        writer_open(writer, '{');
        write_column(writer, doubt->column);
        WRITER_KEY(writer, "fact");
        writer_name(writer, fact_at(doubt->fact)->name);
        write_place(writer, doubt->line);
        WRITER_KEY(writer, "text");
        writer_string(writer, doubt->text);
        WRITER_KEY(writer, "why");
        writer_string(writer, language == QUANZE_EN ? doubt->en : doubt->zh);
        writer_close(writer, '}');
    }
    writer_close(writer, ']');
}

void say_notice_json(struct buf *out, const struct task *task, const struct notice *notice, quanze_language language) {
    struct writer writer = writer_start(out, WRITER_PRETTY);
    struct say_fact_order order;
    say_fact_order_make(&order);
    writer_open(&writer, '{');
    WRITER_KEY(&writer, "evidence");
    say_write_evidence(&writer, notice);
    WRITER_KEY(&writer, "format");
    writer_name(&writer, STR("quanze/reading/1"));
    WRITER_KEY(&writer, "task");
    say_write_task(&writer, task, &order);
    WRITER_KEY(&writer, "unsure");
    say_write_doubts(&writer, notice, language);
    writer_close(&writer, '}');
    buf_put_char(out, '\n');
}
