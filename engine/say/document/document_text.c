/* document_text.c - a paper as plain text: 28 characters a line, 22 lines a page, as it will stand on paper. Tables are told
 * row by row. */
#include <say/document/document.h>

enum { HALVES = 2 * DOCUMENT_CELLS };

struct text_page {
    struct buf *out;
    enum document_kind kind;
    size_t line, page; /* lines of the open page; pages that are full */
};

/* "— 2 —" as on paper: odd pages at the right, even ones at the left, none on the first page of a letter. */
static void end_page(struct text_page *page) {
    struct buf *out = page->out;
    page->page++;
    page->line = 0;
    if (page->kind != DOCUMENT_LETTER || page->page > 1) {
        buf_put_repeat(out, STR(" "), page->page % 2 == 1 ? HALVES - 10 : 2);
        buf_put_text(out, "— ");
        buf_put_int(out, (int64_t)page->page);
        buf_put_text(out, " —");
    }
    buf_put_text(out, "\n\n");
}

static void put_line(struct text_page *page, struct str text, size_t indent) {
    if (page->line == DOCUMENT_LINES) end_page(page);
    if (text.length > 0) buf_put_repeat(page->out, STR(" "), indent);
    buf_put(page->out, text);
    buf_put_char(page->out, '\n');
    page->line++;
}

static size_t indent_of(const struct document_style *style, struct str line, bool is_first) {
    const size_t width = document_width(line);
    switch (style->align) {
    case ALIGN_LEFT: return is_first ? style->first : style->left;
    case ALIGN_CENTRE: return width < HALVES ? (HALVES - width) / 2 : 0;
    case ALIGN_RIGHT: return width + style->right < HALVES ? HALVES - width - style->right : 0;
    }
    return 0;
}

static void put_lines(struct text_page *page, const struct document_style *style, struct str text) {
    for (bool is_first = true; text.length > 0 || is_first; is_first = false) {
        const ptrdiff_t end = str_find(text, STR("\n"));
        const struct str whole = {text.at, end >= 0 ? (size_t)end : text.length};
        const size_t taken = style->align == ALIGN_LEFT ? (is_first ? style->first : style->left) + style->right : 0;
        const struct str line = document_fit(whole, HALVES - taken);
        put_line(page, line, indent_of(style, line, is_first));
        const size_t done = line.length + (line.length == whole.length && end >= 0);
        text = (struct str){text.at + done, text.length - done};
    }
}

/* Text and tail on one line, or below each other where they do not fit. */
static void put_tailed(struct text_page *page, const struct paragraph *paragraph) {
    const struct document_style *style = &paragraph->style;
    const struct document_style tail_style = {.align = ALIGN_RIGHT, .right = style->right};
    const size_t used = style->first + document_width(paragraph->text) + document_width(paragraph->tail) + style->right;
    if (used >= HALVES) {
        put_lines(page, style, paragraph->text);
        put_lines(page, &tail_style, paragraph->tail);
        return;
    }
    if (page->line == DOCUMENT_LINES) end_page(page);
    buf_put_repeat(page->out, STR(" "), style->first);
    buf_put(page->out, paragraph->text);
    buf_put_repeat(page->out, STR(" "), HALVES - used);
    buf_put(page->out, paragraph->tail);
    buf_put_char(page->out, '\n');
    page->line++;
}

/* "head：cell；head：cell。" for each row. */
static void put_table(struct text_page *page, const struct document_table *table, struct buf *line) {
    static const struct document_style STYLE = {.first = 4};
    for (size_t row = 1; row < table->rows; row++) {
        buf_clear(line);
        for (size_t column = 0; column < table->columns; column++) {
            const struct str cell = table->cells[row * table->columns + column];
            if (cell.length == 0) continue;
            if (line->length > 0) buf_put_text(line, "；");
            buf_put(line, table->cells[column]);
            buf_put_text(line, "：");
            buf_put(line, cell);
        }
        put_lines(page, &STYLE, buf_str(line));
        page->out->failed |= line->failed;
    }
}

/* Paragraphs of the foot, or those above it. */
static void put_part(struct text_page *page, const struct paragraphs *paragraphs, bool foot, struct buf *line) {
    for (size_t i = 0; i < paragraphs->count; i++) {
        const struct paragraph *paragraph = &paragraphs->at[i];
        if (document_is_foot(paragraph->role) != foot) continue;
        for (unsigned blank = 0; blank < paragraph->style.lines_before; blank++) put_line(page, STR(""), 0);
        if (paragraph->table)
            put_table(page, paragraph->table, line);
        else if (paragraph->tail.length > 0)
            put_tailed(page, paragraph);
        else
            put_lines(page, &paragraph->style, paragraph->text);
    }
}

/* Empty lines down to the foot, which stands at the end of a page. */
static void go_to_foot(struct text_page *page, const struct paragraphs *paragraphs, struct buf *scratch) {
    struct text_page measured = {.out = scratch, .kind = page->kind};
    buf_clear(scratch);
    put_part(&measured, paragraphs, true, scratch);
    if (page->line + measured.line > DOCUMENT_LINES) end_page(page);
    while (measured.line > 0 && page->line + measured.line < DOCUMENT_LINES) put_line(page, STR(""), 0);
}

quanze_status document_text(const struct document *document, struct buf *out, struct quanze_error *error) {
    struct arena arena = {0};
    struct paragraphs paragraphs;
    struct buf line = {0};
    struct text_page page = {.out = out, .kind = document->kind};
    const bool is_laid_out = document_lay_out(document, &arena, &paragraphs);
    if (is_laid_out) {
        put_part(&page, &paragraphs, false, &line);
        go_to_foot(&page, &paragraphs, &line);
        put_part(&page, &paragraphs, true, &line);
    }
    if (page.page > 0 && page.line > 0) end_page(&page);
    const bool failed = !is_laid_out || line.failed || out->failed;
    buf_free(&line);
    arena_free(&arena);
    return failed ? error_memory(error) : QUANZE_OK;
}
