/* notice_text.c - a notice that was read, as a page: fact, value, and the words behind it. */
#include <base/utf8.h>
#include <say/notice/notice.h>
#include <say/page.h>
#include <say/say_inside.h>

#define VALUE_COLUMN 18
#define WORDS_BYTES 240
#define WORDS_MOST 3 /* of one fact; more are in the JSON */
#define VALUE_BYTES 600

struct sheet {
    struct page page;
    const struct task *task;
    const struct notice *notice;
    quanze_language language;
    struct buf line;
};

static void end_block(struct sheet *sheet) {
    page_paint(&sheet->page, PAINT_PLAIN);
    page_end_line(&sheet->page);
    sheet->page.out->failed |= sheet->line.failed;
    buf_clear(&sheet->line);
}

/* "“12月7日下午4点前”（第 5 行第 71 字）", faint, below the value. */
static void put_words(struct sheet *sheet, struct str text, unsigned line, unsigned column) {
    buf_put(&sheet->line, messages_text(MESSAGE_QUOTE_OPEN, sheet->language));
    say_shortened(&sheet->line, text, WORDS_BYTES);
    buf_put(&sheet->line, messages_text(MESSAGE_QUOTE_CLOSE, sheet->language));
    say_notice_place(&sheet->line, line, column, sheet->language);
    page_to(&sheet->page, VALUE_COLUMN);
    page_paint(&sheet->page, PAINT_FAINT);
    page_flow(&sheet->page, buf_str(&sheet->line), VALUE_COLUMN);
    end_block(sheet);
}

static void put_fact(struct sheet *sheet, enum fact_id fact) {
    struct buf value = {0};
    page_put(&sheet->page, STR(" "));
    page_paint(&sheet->page, PAINT_STRONG);
    page_put(&sheet->page, fact_label(fact, sheet->language));
    page_paint(&sheet->page, PAINT_PLAIN);
    page_to(&sheet->page, VALUE_COLUMN);
    say_value(&value, fact, &sheet->task->value[fact], sheet->language);
    say_shortened(&sheet->line, buf_str(&value), VALUE_BYTES);
    sheet->line.failed |= value.failed;
    buf_free(&value);
    page_flow(&sheet->page, buf_str(&sheet->line), VALUE_COLUMN);
    end_block(sheet);
    size_t shown = 0;
    for (size_t i = 0; i < sheet->notice->evidence_count && shown < WORDS_MOST; i++) {
        const struct evidence *evidence = &sheet->notice->evidence[i];
        if (evidence->fact != fact) continue;
        put_words(sheet, evidence->text, evidence->line, evidence->column);
        shown++;
    }
}

static bool has_evidence(const struct notice *notice, size_t fact) {
    for (size_t i = 0; i < notice->evidence_count; i++)
        if (notice->evidence[i].fact == fact) return true;
    return false;
}

static void put_doubt(struct sheet *sheet, const struct doubt *doubt) {
    page_put(&sheet->page, STR(" "));
    page_paint(&sheet->page, PAINT_HOLD);
    page_put(&sheet->page, fact_label(doubt->fact, sheet->language));
    page_paint(&sheet->page, PAINT_PLAIN);
    page_to(&sheet->page, VALUE_COLUMN);
    page_flow(&sheet->page, sheet->language == QUANZE_EN ? doubt->en : doubt->zh, VALUE_COLUMN);
    end_block(sheet);
    if (doubt->line > 0) put_words(sheet, doubt->text, doubt->line, doubt->column);
}

static void put_heading(struct sheet *sheet, enum message_id heading) {
    page_paint(&sheet->page, PAINT_STRONG);
    page_put(&sheet->page, messages_text(heading, sheet->language));
    end_block(sheet);
}

static void put_sheet(struct sheet *sheet) {
    put_heading(sheet, MESSAGE_HEADING_READ);
    for (size_t id = 0; id < FACT_COUNT_ALL; id++)
        if (fact_set_has(&sheet->task->known, id) && has_evidence(sheet->notice, id)) put_fact(sheet, (enum fact_id)id);
    if (sheet->notice->doubt_count > 0) {
        page_end_line(&sheet->page);
        put_heading(sheet, MESSAGE_HEADING_UNSURE);
    }
    for (size_t i = 0; i < sheet->notice->doubt_count; i++) put_doubt(sheet, &sheet->notice->doubts[i]);
    buf_free(&sheet->line);
}

void say_notice_text(struct buf *out, const struct task *task, const struct notice *notice, struct say_style style) {
    struct sheet sheet = {
        .page = {.out = out, .colour = style.colour}, .task = task, .notice = notice, .language = style.language};
    put_sheet(&sheet);
}

void say_notice_evidence(struct buf *out, const struct task *task, const struct notice *notice, struct say_style style) {
    buf_put_char(out, '\n');
    say_notice_text(out, task, notice, style);
}
