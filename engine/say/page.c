/* page.c - see page.h. Source: 标点符号用法 GB/T 15834 5.1 (what may not start or end a line). */
#include <base/utf8.h>
#include <say/page.h>

void page_paint(struct page *page, enum paint paint) { page->paint = paint; }

/* Brings the terminal into a colour. */
static void show_paint(struct page *page, enum paint paint) {
    static const char *const CODES[] = {[PAINT_PLAIN] = "",
                                        [PAINT_STRONG] = "\033[1m",
                                        [PAINT_BLOCK] = "\033[1;31m",
                                        [PAINT_HOLD] = "\033[1;33m",
                                        [PAINT_FAINT] = "\033[90m"};
    if (!page->colour || page->shown == paint) return;
    if (page->shown != PAINT_PLAIN) buf_put_text(page->out, "\033[0m");
    buf_put_text(page->out, CODES[paint]);
    page->shown = paint;
}

/* Controls, separators of lines, and marks that turn the direction of what follows. */
static bool is_unprintable(int32_t code) {
    return code < 0x20 || (code >= 0x7F && code < 0xA0) || (code >= 0x2028 && code <= 0x202E) ||
           (code >= 0x2066 && code <= 0x2069);
}

void page_put(struct page *page, struct str text) {
    size_t offset = 0, from = 0;
    show_paint(page, page->paint);
    while (offset < text.length) {
        const size_t start = offset;
        if (!is_unprintable(utf8_next(text, &offset))) continue;
        const struct str clean = {text.at + from, start - from};
        buf_put(page->out, clean);
        page->column += utf8_width(clean) + 1;
        buf_put_char(page->out, ' ');
        from = offset;
    }
    const struct str rest = {text.at + from, text.length - from};
    buf_put(page->out, rest);
    page->column += utf8_width(rest);
}

void page_to(struct page *page, size_t column) {
    const size_t spaces = page->column < column ? column - page->column : page->column > 0;
    show_paint(page, PAINT_PLAIN);
    buf_put_repeat(page->out, STR(" "), spaces);
    page->column += spaces;
}

void page_end_line(struct page *page) {
    show_paint(page, PAINT_PLAIN);
    buf_put_char(page->out, '\n');
    page->column = 0;
}

void page_drop(struct page *page, struct buf *part) {
    page->out->failed |= part->failed;
    buf_clear(part);
}

static bool is_one_of(int32_t code, struct str set) {
    for (size_t offset = 0; offset < set.length;)
        if (utf8_next(set, &offset) == code) return true;
    return false;
}

static bool closes(int32_t code) { return is_one_of(code, STR("，。、；：？！）》」』”’】〕…—·,.;:!?)]}%")); }
static bool opens(int32_t code) { return is_one_of(code, STR("（《「『“‘【〔([{")); }
static bool is_blank(int32_t code) { return code == ' ' || code == 0x3000 || code == '\n' || code == '\t'; }

struct glyph {
    int32_t code;
    size_t width;
};

static struct glyph glyph_next(struct str text, size_t *offset) {
    const size_t start = *offset;
    const int32_t code = utf8_next(text, offset);
    if (is_unprintable(code)) return (struct glyph){code == '\n' || code == '\t' ? code : ' ', 1};
    return (struct glyph){code, utf8_width((struct str){text.at + start, *offset - start})};
}

/* Lines may end after a blank, and beside a wide character. */
static bool may_break(struct glyph before, struct glyph after) {
    if (closes(after.code) || opens(before.code) || is_blank(after.code)) return false;
    if (is_blank(before.code)) return true;
    /* A straight quote may open or close: it stays where it stands. */
    return before.code != '"' && after.code != '"' && (before.width == 2 || after.width == 2);
}

size_t page_line(struct str text, size_t columns) {
    struct glyph before = {0, 0};
    size_t width = 0, end = 0;
    for (size_t offset = 0; offset < text.length;) {
        const size_t start = offset;
        const struct glyph glyph = glyph_next(text, &offset);
        if (start > 0 && may_break(before, glyph)) end = start;
        if (width + glyph.width > columns && !is_blank(glyph.code)) return end > 0 ? end : start > 0 ? start : offset;
        width += glyph.width;
        before = glyph;
    }
    return text.length;
}

/* Takes the first line off `text` and puts it without the blanks around it. */
static void put_line(struct page *page, struct str *text, size_t columns) {
    const size_t length = page_line(*text, columns);
    page_put(page, str_trim((struct str){text->at, length}));
    text->at += length;
    text->length -= length;
    *text = str_trim(*text);
}

static size_t columns_left(size_t column, size_t limit) { return column < limit ? limit - column : 1; }

static void flow_rest(struct page *page, struct str rest, size_t indent) {
    while (rest.length > 0) {
        page_end_line(page);
        page_to(page, indent);
        put_line(page, &rest, columns_left(indent, PAGE_COLUMNS));
    }
}

void page_flow(struct page *page, struct str text, size_t indent) {
    struct str rest = str_trim(text);
    if (rest.length == 0) return;
    put_line(page, &rest, columns_left(page->column, PAGE_COLUMNS));
    flow_rest(page, rest, indent);
}

void page_flow_edge(struct page *page, struct str text, size_t indent, struct str edge) {
    const size_t edge_column = PAGE_COLUMNS - utf8_width(edge);
    struct str rest = str_trim(text);
    put_line(page, &rest, columns_left(page->column, edge_column - 2));
    if (edge.length > 0) {
        const enum paint paint = page->paint;
        page_to(page, edge_column);
        page_paint(page, PAINT_FAINT);
        page_put(page, edge);
        page_paint(page, paint);
    }
    flow_rest(page, rest, indent);
    page_end_line(page);
}
