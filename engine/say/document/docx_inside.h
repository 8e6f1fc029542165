/* docx_inside.h - what the files that write .docx share. */
#ifndef SAY_DOCX_INSIDE_H
#define SAY_DOCX_INSIDE_H

#include <say/document/document.h>
#include <say/html.h>

#define DOCX_NAMESPACES                                                                                                        \
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "                                                \
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "                                         \
    "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "                                     \
    "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "                                                       \
    "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\""

enum { DOCX_AREA_TWIPS = 8844 }; /* between the margins: 156 mm */

/* The first of a font's names; the others are in the font table, for machines that lack it. */
struct str docx_font_name(enum document_font font);

/* A run of one font, `size` in half points, '\n' breaks the line; nothing when the text is empty. */
void docx_run(struct buf *out, struct str text, enum document_font font, unsigned size, bool is_red);

void docx_table(struct buf *out, const struct document_table *table);

/* Of a letter: the issuer's name, its double red line, and the one at the foot of the first page. */
void docx_letter_head(struct buf *out, struct str mark);

/* Of an upward paper: the line below the number, which stands on the 8th line of the page. */
void docx_red_line(struct buf *out);

#endif
