/* document_html.c - a paper as a page that prints like the .docx: what it looks like is in pages/style.css, "Papers". */
#include <say/document/document.h>
#include <say/html.h>

/* The class of a role. */
static const char *class_of(enum document_role role) {
    static const char *const CLASSES[DOCUMENT_ROLE_COUNT] = {
        [DOCUMENT_ADDRESSEE] = "addressee", [DOCUMENT_BODY] = "body",         [DOCUMENT_HEADING_1] = "heading-1",
        [DOCUMENT_HEADING_2] = "heading-2", [DOCUMENT_HEADING_3] = "body",    [DOCUMENT_HEADING_4] = "body",
        [DOCUMENT_CAPTION] = "caption",     [DOCUMENT_TABLE] = "table",       [DOCUMENT_ATTACHMENT] = "attachment",
        [DOCUMENT_SIGNATURE] = "signature", [DOCUMENT_DATE] = "date",         [DOCUMENT_NOTE] = "body",
        [DOCUMENT_COPY_TO] = "copy-to",     [DOCUMENT_MARK] = "mark",         [DOCUMENT_NUMBER] = "number-line",
        [DOCUMENT_DRAFT] = "draft",         [DOCUMENT_TITLE] = "paper-title", [DOCUMENT_PRINTED] = "printed",
    };
    return CLASSES[role];
}

static const char *tag_of(enum document_role role) {
    if (role == DOCUMENT_TITLE) return "h1";
    if (role == DOCUMENT_HEADING_1) return "h2";
    return role == DOCUMENT_HEADING_2 ? "h3" : "p";
}

static const char *kind_class(enum document_kind kind) {
    switch (kind) {
    case DOCUMENT_LETTER: return "letter";
    case DOCUMENT_UPWARD: return "upward";
    case DOCUMENT_PLAIN: return "plain";
    }
    return "plain";
}

static void put_text(struct buf *out, struct str text) {
    for (ptrdiff_t end; (end = str_find(text, STR("\n"))) >= 0;) {
        html_text(out, (struct str){text.at, (size_t)end});
        buf_put_text(out, "<br>");
        text = (struct str){text.at + end + 1, text.length - (size_t)end - 1};
    }
    html_text(out, text);
}

static void put_tailed(struct buf *out, const struct paragraph *paragraph) {
    buf_printf(out, "<p class=\"%s\">", class_of(paragraph->role));
    html_element(out, "span", paragraph->style.font == FONT_HEITI ? "draft" : NULL, paragraph->text);
    html_element(out, "span", NULL, paragraph->tail);
    buf_put_text(out, "</p>\n");
}

static void put_table(struct buf *out, const struct document_table *table) {
    buf_printf(out, "<table class=\"%s\"><colgroup>", table->columns > 4 ? "fine" : "plain");
    for (size_t i = 0; i < table->columns; i++) buf_printf(out, "<col width=\"%u%%\">", table->percent[i]);
    buf_put_text(out, "</colgroup>\n<thead>");
    for (size_t row = 0; row < table->rows; row++) {
        buf_put_text(out, "<tr>");
        for (size_t column = 0; column < table->columns; column++) {
            const char *tag = row == 0 ? "th" : "td";
            buf_printf(out, "<%s>", tag);
            put_text(out, table->cells[row * table->columns + column]);
            buf_printf(out, "</%s>", tag);
        }
        buf_put_text(out, row == 0 ? "</tr></thead>\n<tbody>" : "</tr>\n");
    }
    buf_put_text(out, "</tbody></table>\n");
}

static void put_mark(struct buf *out, const struct paragraph *paragraph, enum document_kind kind) {
    buf_printf(out, "<p class=\"mark m%u\">", document_mark_points(paragraph->text));
    html_text(out, paragraph->text);
    buf_put_text(out, "</p>\n");
    if (kind == DOCUMENT_LETTER) buf_put_text(out, "<div class=\"red-lines\"></div>\n");
}

static void put_paragraph(struct buf *out, const struct paragraph *paragraph) {
    const char *tag = tag_of(paragraph->role);
    const bool is_first_attachment = paragraph->role == DOCUMENT_ATTACHMENT && paragraph->style.lines_before > 0;
    buf_printf(out, "<%s class=\"%s%s\">", tag, class_of(paragraph->role), is_first_attachment ? " first" : "");
    put_text(out, paragraph->text);
    buf_printf(out, "</%s>\n", tag);
}

static void put_one(struct buf *out, const struct paragraph *paragraph, enum document_kind kind) {
    if (paragraph->table)
        put_table(out, paragraph->table);
    else if (paragraph->role == DOCUMENT_MARK)
        put_mark(out, paragraph, kind);
    else if (paragraph->tail.length > 0)
        put_tailed(out, paragraph);
    else
        put_paragraph(out, paragraph);
}

static size_t foot_lines(const struct paragraphs *paragraphs) {
    size_t lines = 0;
    for (size_t i = 0; i < paragraphs->count; i++)
        if (document_is_foot(paragraphs->at[i].role)) lines += document_foot_lines(paragraphs->at[i].text);
    return lines;
}

/* The foot is placed by the page; here is the room for it, kept together with the signature. */
static void put_foot_room(struct buf *out, size_t lines) {
    if (lines > 0) buf_put_text(out, "<div class=\"foot-room\" aria-hidden=\"true\">");
    for (size_t i = 0; i < lines; i++) buf_put_text(out, "<br>");
    if (lines > 0) buf_put_text(out, "</div>\n");
}

static void put_foot(struct buf *out, const struct paragraphs *paragraphs, enum document_kind kind) {
    buf_put_text(out, "<div class=\"foot\">\n");
    for (size_t i = 0; i < paragraphs->count; i++)
        if (document_is_foot(paragraphs->at[i].role)) put_one(out, &paragraphs->at[i], kind);
    buf_put_text(out, "</div>\n");
}

/* The signature and the date below it share a box. */
static size_t put_signed(struct buf *out, const struct paragraphs *paragraphs, size_t at, enum document_kind kind) {
    const bool has_date = at + 1 < paragraphs->count && paragraphs->at[at + 1].role == DOCUMENT_DATE;
    buf_put_text(out, "<div class=\"signed\">\n");
    put_one(out, &paragraphs->at[at], kind);
    if (has_date) put_one(out, &paragraphs->at[++at], kind);
    buf_put_text(out, "</div>\n");
    return at;
}

static void put_all(struct buf *out, const struct paragraphs *paragraphs, enum document_kind kind, size_t foot) {
    bool closing = false;
    for (size_t i = 0; i < paragraphs->count; i++) {
        const enum document_role role = paragraphs->at[i].role;
        if (document_is_foot(role)) continue;
        if (document_is_closing(role) != closing) buf_put_text(out, closing ? "</div>\n" : "<div class=\"closing\">\n");
        closing = document_is_closing(role);
        if (role == DOCUMENT_SIGNATURE)
            i = put_signed(out, paragraphs, i, kind);
        else
            put_one(out, &paragraphs->at[i], kind);
    }
    put_foot_room(out, foot);
    if (closing) buf_put_text(out, "</div>\n");
    if (foot > 0) put_foot(out, paragraphs, kind);
}

quanze_status document_html(const struct document *document, quanze_format form, struct buf *out, struct quanze_error *error) {
    struct arena arena = {0};
    struct paragraphs paragraphs;
    const bool is_laid_out = document_lay_out(document, &arena, &paragraphs);
    html_begin(out, document->title, QUANZE_ZH, form);
    const size_t foot = is_laid_out ? foot_lines(&paragraphs) : 0;
    buf_printf(out, "<article class=\"paper %s%s\" lang=\"zh-CN\">\n", kind_class(document->kind), foot > 0 ? " footed" : "");
    if (is_laid_out) put_all(out, &paragraphs, document->kind, foot);
    buf_put_text(out, "</article>\n");
    html_end(out, NULL, form);
    arena_free(&arena);
    return !is_laid_out || out->failed ? error_memory(error) : QUANZE_OK;
}
