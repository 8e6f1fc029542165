/* page.h - text pages of 80 columns: flowing text, hanging indents, aligned columns, colour only where asked.
 *
 * A reader must believe: columns are counted as terminals show them (utf8_width); no line starts with closing punctuation or
 * ends with an opening bracket; control characters and changes of direction in a user's text never reach the terminal.
 */
#ifndef SAY_PAGE_H
#define SAY_PAGE_H

#include <base/buf.h>

#define PAGE_COLUMNS 80

enum paint { PAINT_PLAIN, PAINT_STRONG, PAINT_BLOCK, PAINT_HOLD, PAINT_FAINT };

struct page {
    struct buf *out;
    bool colour;
    size_t column;    /* where the next character goes, from 0 */
    enum paint paint; /* asked for */
    enum paint shown; /* that the terminal is in; plain between lines, so that every line can be shown alone */
};

/* Colour of what follows; nothing when the page has no colour. */
void page_paint(struct page *page, enum paint paint);

/* Text on the current line, whatever its length. */
void page_put(struct page *page, struct str text);

/* Spaces up to a column; one space when the line is already there or beyond. */
void page_to(struct page *page, size_t column);

/* Ends the line. */
void page_end_line(struct page *page);

/* Empties a buffer that parts of the page are made in; if it has failed, so has the page. */
void page_drop(struct page *page, struct buf *part);

/* Bytes of the longest first line of `text` that fits `columns` and may end there; at least one character. */
size_t page_line(struct str text, size_t columns);

/* Text from the current column on, in lines up to PAGE_COLUMNS; further lines start at `indent`. Does not end the last line. */
void page_flow(struct page *page, struct str text, size_t indent);

/* The same, with `edge` set at the right edge of the first line; ends the last line. */
void page_flow_edge(struct page *page, struct str text, size_t indent, struct str edge);

#endif
