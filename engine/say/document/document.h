/* document.h - an official paper as a model: the parts of its head, then paragraphs and tables with their roles.
 *
 * A reader must believe: how a role looks (font, size, indents, blank lines) stands once, in document.c; .docx, HTML and text
 * are written from the same laid-out paragraphs. No seal is ever drawn: where it belongs stands （印章）. The page is 22 lines
 * of 28 characters; texts are borrowed and valid UTF-8. Source: GB/T 9704-2012, by the figures that several public readers of
 * it agree on (none was checked against the standard).
 */
#ifndef SAY_DOCUMENT_H
#define SAY_DOCUMENT_H

#include <base/arena.h>
#include <base/buf.h>
#include <base/error.h>

/* The page, in millimetres, characters and lines. */
enum {
    DOCUMENT_TOP_MM = 37,
    DOCUMENT_RIGHT_MM = 26,
    DOCUMENT_BOTTOM_MM = 35,
    DOCUMENT_LEFT_MM = 28,
    DOCUMENT_CELLS = 28, /* characters of size 3 in a line */
    DOCUMENT_LINES = 22,
    DOCUMENT_TITLE_HALVES = 40 /* half characters in a line of the title: 20 characters of size 2 are 440 of 442 pt */
};

enum document_kind {
    DOCUMENT_LETTER, /* 信函格式: the issuer's name and a double red line on the first page, no page number there */
    DOCUMENT_UPWARD, /* 上行文: the issuer's name, number and signer above one red line */
    DOCUMENT_PLAIN   /* an inner paper: number and title, no red */
};

enum document_role {
    DOCUMENT_ADDRESSEE, /* flush left, one blank line above; "示例县应急管理局：" */
    DOCUMENT_BODY,      /* two characters in */
    DOCUMENT_HEADING_1, /* "一、…", 黑体 */
    DOCUMENT_HEADING_2, /* "（一）…", 楷体 */
    DOCUMENT_HEADING_3, /* "1.…" */
    DOCUMENT_HEADING_4, /* "（1）…" */
    DOCUMENT_CAPTION,   /* centred above a table */
    DOCUMENT_TABLE,
    DOCUMENT_ATTACHMENT, /* a name without number or "附件："; those in a row are numbered */
    DOCUMENT_SIGNATURE,  /* the issuer's name, （印章） included where there is to be one */
    DOCUMENT_DATE,       /* "2026年12月8日" */
    DOCUMENT_NOTE,       /* "（联系人：…）", below the date */
    DOCUMENT_COPY_TO,    /* "县委编办，县减负办。" without "抄送："; at the foot of the last page */
    DOCUMENT_PRINTED,    /* who printed it; "…印发" with the paper's date stands behind it, at the very foot */
    /* made from the head by document_lay_out */
    DOCUMENT_MARK,
    DOCUMENT_NUMBER,
    DOCUMENT_DRAFT,
    DOCUMENT_TITLE,
    DOCUMENT_ROLE_COUNT
};

#define DOCUMENT_MAX_COLUMNS 12

/* `rows` * `columns` cells, row by row; the first row is the head and stands again on each page. */
struct document_table {
    size_t columns, rows;
    unsigned char percent[DOCUMENT_MAX_COLUMNS]; /* widths; their sum is 100 */
    struct str *cells;
};

struct document_block {
    enum document_role role;
    struct str text;              /* '\n' breaks a line */
    struct document_table *table; /* of DOCUMENT_TABLE */
};

/* Zero-initialised with an arena it is an empty plain paper. The parts of the head may be empty. */
struct document {
    enum document_kind kind;
    struct str mark;   /* issuer's name at the top ("示例县木塘垸镇人民政府"); not of a plain paper */
    struct str number; /* "木政函〔2026〕12号" */
    struct str signer; /* of an upward paper after "签发人：", in all a property of the file */
    struct str draft;  /* "草稿", or empty: the paper is final */
    struct str title;
    struct document_block *blocks;
    size_t count, capacity;
    struct arena *arena;
    bool failed; /* memory ran out: looked at by the writers */
};

void document_add(struct document *document, enum document_role role, struct str text);

/* A table of empty cells to be filled by the caller; NULL when memory ran out (`failed` is then set). */
struct document_table *document_add_table(struct document *document, size_t columns, size_t rows, const unsigned char *percent);

static inline struct str *document_cell(struct document_table *table, size_t row, size_t column) {
    return &table->cells[row * table->columns + column];
}

enum document_font { FONT_FANGSONG, FONT_HEITI, FONT_KAITI, FONT_XIAOBIAOSONG };
enum document_align { ALIGN_LEFT, ALIGN_CENTRE, ALIGN_RIGHT };

/* Indents in half characters of size 3, size in half points. */
struct document_style {
    enum document_font font;
    unsigned size;
    enum document_align align;
    unsigned first, left, right; /* of the first line; of further lines; from the right edge */
    unsigned lines_before;       /* blank lines */
    bool is_red;
};

/* A paragraph ready to be set. */
struct paragraph {
    enum document_role role;
    struct document_style style;
    struct str text;
    struct str tail; /* at the right end of the same line, `style.right` from the edge, in 仿宋; or empty */
    const struct document_table *table;
};

struct paragraphs {
    struct paragraph *at;
    size_t count;
};

/* Head, blocks and what the standard adds to them ("附件：", numbers, "抄送：", the place of signature and date). False when
 * memory ran out. */
bool document_lay_out(const struct document *document, struct arena *arena, struct paragraphs *out);

/* Whether it stands below the text: kept together, so that no page has the signature alone. */
bool document_is_closing(enum document_role role);

/* Whether it stands at the foot of the last page (版记), however much of the page is empty above it. */
bool document_is_foot(enum document_role role);

/* Names of the fonts of a kind, best first, separated by commas. */
struct str document_font_names(enum document_font font);

/* The point size of the issuer's name: 44, 40 ... 20, as large as its line can hold. */
unsigned document_mark_points(struct str mark);

/* Width in half characters as on paper, where quotation marks and dashes are whole ones. */
size_t document_width(struct str text);

/* What of a text fits one line of so many half characters: no closing mark begins the next line, no opening one ends this,
 * numbers and Latin words stay whole. At least one character. */
struct str document_fit(struct str text, size_t halves);

/* How many lines of that width a text without '\n' takes. */
size_t document_lines(struct str text, size_t halves);

/* How many lines a paragraph of the foot takes at most. */
size_t document_foot_lines(struct str text);

/* Writers. A .docx is the same bytes for the same document. */
quanze_status document_docx(const struct document *document, struct buf *out, struct quanze_error *error);
quanze_status document_html(const struct document *document, quanze_format form, struct buf *out, struct quanze_error *error);
quanze_status document_text(const struct document *document, struct buf *out, struct quanze_error *error);

#endif
