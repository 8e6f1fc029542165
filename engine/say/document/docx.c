/* docx.c - a paper as a Word file.
 *
 * A reader must believe: the page is the standard's: margins 37/26/35/28 mm, line pitch 28.95 pt (22 lines are 225 mm; 29 pt
 * would be 0.2 pt too much for the last one), characters of size 3 drawn 0.25 pt closer (28 are 156 mm; 28 of 16 pt would not
 * fit). Issuer's name and red lines are drawings that hang over the page, so that they move no line of the grid. Source:
 * ECMA-376 part 1, 17 (WordprocessingML), 20.4 (anchors); GB/T 9704-2012.
 */
#include <say/document/docx_inside.h>

#include <base/archive.h>
#include <base/asset.h>
#include <base/utf8.h>

extern const struct asset SAY_DOCX[];
extern const size_t SAY_DOCX_count;

enum { LINE_TWIPS = 579, FONT_NAME_BYTES = 96 };

static unsigned twips_of_mm(unsigned millimetres) { return (millimetres * 14400 + 127) / 254; }

static unsigned twips_of_half(unsigned half_characters) { return half_characters * 315 / 2; }

static void put_indents(struct buf *out, const struct document_style *style, bool has_tail) {
    const unsigned first = twips_of_half(style->first), left = twips_of_half(style->left);
    buf_printf(out, "<w:ind w:left=\"%u\" w:right=\"%u\"", left, has_tail ? 0 : twips_of_half(style->right));
    if (first > left)
        buf_printf(out, " w:firstLine=\"%u\"/>", first - left);
    else if (left > first)
        buf_printf(out, " w:hanging=\"%u\"/>", left - first);
    else
        buf_put_text(out, "/>");
}

static const char *alignment(const struct paragraph *paragraph) {
    switch (paragraph->style.align) {
    case ALIGN_LEFT: return paragraph->role == DOCUMENT_BODY ? "both" : "left";
    case ALIGN_CENTRE: return "center";
    case ALIGN_RIGHT: return "right";
    }
    return "left";
}

static int outline_level(enum document_role role) {
    if (role == DOCUMENT_HEADING_1) return 0;
    if (role == DOCUMENT_HEADING_2) return 1;
    if (role == DOCUMENT_HEADING_3) return 2;
    return role == DOCUMENT_HEADING_4 ? 3 : -1;
}

/* Whether the paragraph must not be left alone at the end of a page: headings; what closes a paper, and the one line of text
 * before it. */
static bool keeps_next(const struct paragraph *paragraph, const struct paragraph *next) {
    const enum document_role role = paragraph->role;
    const bool is_closing = document_is_closing(role) && next && document_is_closing(next->role);
    const bool is_last_line = role == DOCUMENT_BODY && next && document_is_closing(next->role) &&
                              document_width(paragraph->text) <= 2 * DOCUMENT_CELLS - 4;
    return outline_level(role) >= 0 || role == DOCUMENT_CAPTION || is_closing || is_last_line;
}

/* How a paragraph is set: of the foot, also its place there. */
struct setting {
    enum document_kind kind;
    bool keeps; /* with the next one */
    bool is_foot, is_first, is_last;
    size_t below; /* paragraphs and lines of the foot below it */
    size_t lines_below;
};

static void put_border(struct buf *out, const char *side, unsigned eighths) {
    buf_printf(out, "<w:%s w:val=\"single\" w:sz=\"%u\" w:space=\"1\" w:color=\"000000\"/>", side, eighths);
}

/* A frame at the foot of the page, between lines except in a letter: the outer ones of 0.35 mm, others of 0.25. The lowest
 * stands where the type area ends, the others so much above it: LibreOffice takes no two bordered paragraphs into one frame. */
static void put_frame(struct buf *out, const struct setting *setting, size_t lines) {
    enum { AREA_END_MM = 297 - DOCUMENT_BOTTOM_MM, RULE_TWIPS = 36, OUTER = 8, INNER = 6 };
    const bool has_rules = setting->kind != DOCUMENT_LETTER;
    const unsigned rules = has_rules ? (unsigned)(setting->below + 2) * RULE_TWIPS : 0;
    buf_printf(out, "<w:framePr w:w=\"%d\" w:wrap=\"notBeside\" w:vAnchor=\"%s\" w:hAnchor=\"margin\" w:xAlign=\"left\" ",
               DOCX_AREA_TWIPS, setting->is_last ? "margin" : "page");
    if (setting->is_last)
        buf_put_text(out, "w:yAlign=\"bottom\"/>");
    else
        buf_printf(out, "w:y=\"%u\"/>",
                   twips_of_mm(AREA_END_MM) - (unsigned)(setting->lines_below + lines) * LINE_TWIPS - rules);
    if (!has_rules) return;
    buf_put_text(out, "<w:pBdr>");
    put_border(out, "top", setting->is_first ? OUTER : INNER);
    if (setting->is_last) put_border(out, "bottom", OUTER);
    buf_put_text(out, "</w:pBdr>");
}

static void put_properties(struct buf *out, const struct paragraph *paragraph, const struct setting *setting) {
    const struct document_style *style = &paragraph->style;
    const bool has_tail = paragraph->tail.length > 0;
    const int level = outline_level(paragraph->role);
    buf_put_text(out, "<w:pPr>");
    if (setting->keeps) buf_put_text(out, "<w:keepNext/>");
    if (setting->is_foot) put_frame(out, setting, document_foot_lines(paragraph->text));
    if (has_tail)
        buf_printf(out, "<w:tabs><w:tab w:val=\"right\" w:pos=\"%u\"/></w:tabs>",
                   DOCX_AREA_TWIPS - twips_of_half(style->right));
    buf_printf(out, "<w:spacing w:before=\"%u\" w:after=\"0\" w:line=\"%u\" w:lineRule=\"exact\"/>",
               style->lines_before * LINE_TWIPS, paragraph->role == DOCUMENT_MARK ? 2 * LINE_TWIPS : LINE_TWIPS);
    put_indents(out, style, has_tail);
    buf_printf(out, "<w:jc w:val=\"%s\"/>", alignment(paragraph));
    if (level >= 0) buf_printf(out, "<w:outlineLvl w:val=\"%d\"/>", level);
    buf_put_text(out, "</w:pPr>");
}

static void put_paragraph(struct buf *out, const struct paragraph *paragraph, const struct setting *setting) {
    const struct document_style *style = &paragraph->style;
    const bool is_mark = paragraph->role == DOCUMENT_MARK;
    buf_put_text(out, "<w:p>");
    put_properties(out, paragraph, setting);
    if (setting->kind == DOCUMENT_UPWARD && paragraph->role == DOCUMENT_NUMBER) docx_red_line(out);
    docx_run(out, paragraph->text, style->font, is_mark ? 2 * document_mark_points(paragraph->text) : style->size,
             style->is_red);
    if (paragraph->tail.length > 0) buf_put_text(out, "<w:r><w:tab/></w:r>");
    docx_run(out, paragraph->tail, FONT_FANGSONG, style->size, false);
    buf_put_text(out, "</w:p>");
}

static void put_section(struct buf *out, enum document_kind kind) {
    buf_printf(
        out,
        "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"odd\"/><w:footerReference w:type=\"even\" r:id=\"even\"/>"
        "<w:footerReference w:type=\"first\" r:id=\"first\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
        "<w:pgMar w:top=\"%u\" w:right=\"%u\" w:bottom=\"%u\" w:left=\"%u\" w:header=\"851\" w:footer=\"1304\" "
        "w:gutter=\"0\"/>%s</w:sectPr>",
        twips_of_mm(DOCUMENT_TOP_MM), twips_of_mm(DOCUMENT_RIGHT_MM), twips_of_mm(DOCUMENT_BOTTOM_MM),
        twips_of_mm(DOCUMENT_LEFT_MM), kind == DOCUMENT_LETTER ? "<w:titlePg/>" : "");
}

/* The first paragraph of a role, or the number of paragraphs. */
static size_t find_role(const struct paragraphs *paragraphs, enum document_role role) {
    size_t at = 0;
    while (at < paragraphs->count && paragraphs->at[at].role != role) at++;
    return at;
}

static void put_block(struct buf *out, enum document_kind kind, const struct paragraphs *paragraphs, size_t at) {
    const struct paragraph *paragraph = &paragraphs->at[at];
    const struct setting setting = {.kind = kind,
                                    .keeps = keeps_next(paragraph, at + 1 < paragraphs->count ? paragraph + 1 : NULL)};
    if (paragraph->table)
        docx_table(out, paragraph->table);
    else if (kind == DOCUMENT_LETTER && paragraph->role == DOCUMENT_MARK)
        docx_letter_head(out, paragraph->text);
    else
        put_paragraph(out, paragraph, &setting);
}

static void put_foot(struct buf *out, enum document_kind kind, const struct paragraphs *paragraphs) {
    struct setting setting = {.kind = kind, .is_foot = true, .is_first = true};
    for (size_t i = 0; i < paragraphs->count; i++) {
        if (!document_is_foot(paragraphs->at[i].role)) continue;
        setting.below = setting.lines_below = 0;
        for (size_t k = i + 1; k < paragraphs->count; k++) {
            if (!document_is_foot(paragraphs->at[k].role)) continue;
            setting.below++;
            setting.lines_below += document_foot_lines(paragraphs->at[k].text);
        }
        setting.is_last = setting.below == 0;
        put_paragraph(out, &paragraphs->at[i], &setting);
        setting.is_first = false;
    }
}

/* The foot stands in frames that hang on the paragraph behind them: on the first of those that stay together with the
 * signature, so that the frames part none of them from the others. */
static void put_document(struct buf *out, const struct document *document, const struct paragraphs *paragraphs) {
    buf_put_text(out,
                 "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document " DOCX_NAMESPACES "><w:body>");
    size_t closing = find_role(paragraphs, DOCUMENT_SIGNATURE);
    while (closing > 0 && closing < paragraphs->count && keeps_next(&paragraphs->at[closing - 1], &paragraphs->at[closing]))
        closing--;
    for (size_t i = 0; i < paragraphs->count; i++) {
        if (i == closing) put_foot(out, document->kind, paragraphs);
        if (!document_is_foot(paragraphs->at[i].role)) put_block(out, document->kind, paragraphs, i);
    }
    if (closing == paragraphs->count) put_foot(out, document->kind, paragraphs);
    put_section(out, document->kind);
    buf_put_text(out, "</w:body></w:document>");
}

static void put_core(struct buf *out, const struct document *document) {
    buf_put_text(out, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<cp:coreProperties "
                      "xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
                      "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>");
    html_text(out, document->title);
    buf_put_text(out, "</dc:title><dc:creator>");
    html_text(out, document->signer.length > 0 ? document->signer : document->mark);
    buf_put_text(out, "</dc:creator></cp:coreProperties>");
}

static void put_font(struct buf *out, enum document_font font) {
    const struct str names = document_font_names(font), first = docx_font_name(font);
    buf_printf(
        out, "<w:font w:name=\"%.*s\"><w:altName w:val=\"%.*s\"/><w:charset w:val=\"86\"/><w:family w:val=\"auto\"/></w:font>",
        (int)first.length, first.at, (int)(names.length - first.length - 1), names.at + first.length + 1);
}

static void put_fonts(struct buf *out) {
    buf_put_text(out, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                      "<w:fonts xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">");
    for (int font = FONT_FANGSONG; font <= FONT_XIAOBIAOSONG; font++) put_font(out, (enum document_font)font);
    buf_put_text(out, "</w:fonts>");
}

/* Where the parts that are always the same stand in the package. */
static const char *const FIXED_PARTS[][2] = {{"content_types.xml", "[Content_Types].xml"},
                                             {"package_rels.xml", "_rels/.rels"},
                                             {"document_rels.xml", "word/_rels/document.xml.rels"},
                                             {"styles.xml", "word/styles.xml"},
                                             {"settings.xml", "word/settings.xml"},
                                             {"footer_odd.xml", "word/footer-odd.xml"},
                                             {"footer_even.xml", "word/footer-even.xml"},
                                             {"footer_first.xml", "word/footer-first.xml"}};

static struct str fixed_part(const char *name) {
    for (size_t i = 0; i < SAY_DOCX_count; i++)
        if (strcmp(SAY_DOCX[i].name, name) == 0) return asset_text(&SAY_DOCX[i]);
    return STR("");
}

/* Parts that are written for this paper. */
struct written_parts {
    struct buf document, core, fonts;
};

static quanze_status pack(struct archive *archive, const struct written_parts *parts, struct buf *out,
                          struct quanze_error *error) {
    quanze_status status = QUANZE_OK;
    for (size_t i = 0; i < sizeof FIXED_PARTS / sizeof *FIXED_PARTS && status == QUANZE_OK; i++)
        status = archive_add(archive, FIXED_PARTS[i][1], fixed_part(FIXED_PARTS[i][0]), error);
    if (status == QUANZE_OK) status = archive_add(archive, "word/document.xml", buf_str(&parts->document), error);
    if (status == QUANZE_OK) status = archive_add(archive, "word/fontTable.xml", buf_str(&parts->fonts), error);
    if (status == QUANZE_OK) status = archive_add(archive, "docProps/core.xml", buf_str(&parts->core), error);
    return status == QUANZE_OK ? archive_end(archive, out, error) : status;
}

quanze_status document_docx(const struct document *document, struct buf *out, struct quanze_error *error) {
    struct arena arena = {0};
    struct paragraphs paragraphs;
    struct written_parts parts = {{0}, {0}, {0}};
    struct archive *archive = NULL;
    quanze_status status = document_lay_out(document, &arena, &paragraphs) ? QUANZE_OK : error_memory(error);
    if (status == QUANZE_OK) {
        put_document(&parts.document, document, &paragraphs);
        put_core(&parts.core, document);
        put_fonts(&parts.fonts);
        if (parts.document.failed || parts.core.failed || parts.fonts.failed) status = error_memory(error);
    }
    if (status == QUANZE_OK) status = archive_open(&archive, error);
    if (status == QUANZE_OK) status = pack(archive, &parts, out, error);
    archive_close(archive);
    buf_free(&parts.document);
    buf_free(&parts.core);
    buf_free(&parts.fonts);
    arena_free(&arena);
    return status;
}
