/* docx_table.c - tables of a Word file.
 *
 * A reader must believe: a row that fits a page stays on one, and only one that does not goes over to the next; the head stands
 * with the first row, and again on each page.
 */
#include <say/document/docx_inside.h>

enum { MARGIN_TWIPS = 108, PAGE_TWIPS = 12756 /* between the margins: 225 mm */ };

/* In half points: many columns need a smaller one. */
static unsigned text_size(const struct document_table *table) { return table->columns > 4 ? 24 : 28; }

static unsigned line_twips(const struct document_table *table) { return table->columns > 4 ? 360 : 440; }

static unsigned column_twips(const struct document_table *table, size_t column) {
    return (unsigned)(DOCX_AREA_TWIPS * table->percent[column] / 100);
}

static size_t cell_lines(const struct document_table *table, size_t row, size_t column) {
    const unsigned inside = column_twips(table, column) - 2 * MARGIN_TWIPS;
    const unsigned half_twips = text_size(table) * 5; /* half a character of that many half points */
    struct str rest = table->cells[row * table->columns + column];
    size_t lines = 0;
    while (rest.length > 0) {
        const ptrdiff_t end = str_find(rest, STR("\n"));
        const size_t length = end >= 0 ? (size_t)end : rest.length;
        lines += length > 0 ? document_lines((struct str){rest.at, length}, inside / half_twips) : 1;
        rest = (struct str){rest.at + length + (end >= 0), rest.length - length - (end >= 0)};
    }
    return lines;
}

static size_t row_lines(const struct document_table *table, size_t row) {
    size_t most = 0;
    for (size_t column = 0; column < table->columns; column++) {
        const size_t lines = cell_lines(table, row, column);
        if (lines > most) most = lines;
    }
    return most;
}

/* Below the head of its page; a program that sets lines otherwise may need a few more of them. */
static bool stays_whole(const struct document_table *table, size_t row) {
    const size_t head = row == 0 ? 0 : row_lines(table, 0), lines = row_lines(table, row);
    return (head + lines + lines / 8) * line_twips(table) <= PAGE_TWIPS;
}

static void put_cell(struct buf *out, const struct document_table *table, size_t row, size_t column) {
    const bool is_head = row == 0;
    buf_printf(out, "<w:tc><w:tcPr><w:tcW w:w=\"%u\" w:type=\"dxa\"/><w:vAlign w:val=\"center\"/></w:tcPr><w:p><w:pPr>",
               column_twips(table, column));
    if (is_head) buf_put_text(out, "<w:keepNext/>");
    buf_printf(out, "<w:spacing w:line=\"%u\" w:lineRule=\"exact\"/>%s</w:pPr>", line_twips(table),
               is_head ? "<w:jc w:val=\"center\"/>" : "");
    docx_run(out, table->cells[row * table->columns + column], is_head ? FONT_HEITI : FONT_FANGSONG, text_size(table), false);
    buf_put_text(out, "</w:p></w:tc>");
}

static void put_row(struct buf *out, const struct document_table *table, size_t row) {
    buf_put_text(out, "<w:tr><w:trPr>");
    if (stays_whole(table, row)) buf_put_text(out, "<w:cantSplit/>");
    if (row == 0) buf_put_text(out, "<w:tblHeader/>");
    buf_put_text(out, "</w:trPr>");
    for (size_t column = 0; column < table->columns; column++) put_cell(out, table, row, column);
    buf_put_text(out, "</w:tr>");
}

void docx_table(struct buf *out, const struct document_table *table) {
    static const char *const SIDES[] = {"top", "left", "bottom", "right", "insideH", "insideV"};
    buf_printf(out, "<w:tbl><w:tblPr><w:tblW w:w=\"%d\" w:type=\"dxa\"/><w:tblBorders>", DOCX_AREA_TWIPS);
    for (size_t i = 0; i < sizeof SIDES / sizeof *SIDES; i++)
        buf_printf(out, "<w:%s w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>", SIDES[i]);
    buf_put_text(out, "</w:tblBorders><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>");
    for (size_t i = 0; i < table->columns; i++) buf_printf(out, "<w:gridCol w:w=\"%u\"/>", column_twips(table, i));
    buf_put_text(out, "</w:tblGrid>");
    for (size_t row = 0; row < table->rows; row++) put_row(out, table, row);
    /* Word wants a paragraph behind a table that ends a page or meets another table */
    buf_put_text(out, "</w:tbl><w:p><w:pPr><w:spacing w:line=\"20\" w:lineRule=\"exact\"/></w:pPr></w:p>");
}
