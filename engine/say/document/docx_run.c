/* docx_run.c - a run of text in a Word file. */
#include <say/document/docx_inside.h>

#include <base/utf8.h>

struct str docx_font_name(enum document_font font) {
    const struct str names = document_font_names(font);
    return (struct str){names.at, (size_t)str_find(names, STR(","))};
}

static void put_text(struct buf *out, struct str text) {
    for (size_t offset = 0, from = 0; offset < text.length; from = offset) {
        const int32_t character = utf8_next(text, &offset);
        switch (character) {
        case '\n': buf_put_text(out, "</w:t><w:br/><w:t xml:space=\"preserve\">"); break;
        case '&': buf_put_text(out, "&amp;"); break;
        case '<': buf_put_text(out, "&lt;"); break;
        case '>': buf_put_text(out, "&gt;"); break;
        case '"': buf_put_text(out, "&quot;"); break;
        default:
            if (character < 0x20 || character == 0xFFFE || character == 0xFFFF) /* no characters of XML */
                buf_put_char(out, ' ');
            else
                buf_put(out, (struct str){text.at + from, offset - from});
        }
    }
}

void docx_run(struct buf *out, struct str text, enum document_font font, unsigned size, bool is_red) {
    const struct str name = docx_font_name(font);
    if (text.length == 0) return;
    buf_put_text(out, "<w:r><w:rPr>");
    buf_printf(out, "<w:rFonts w:ascii=\"%.*s\" w:hAnsi=\"%.*s\" w:eastAsia=\"%.*s\" w:cs=\"%.*s\"/>", (int)name.length,
               name.at, (int)name.length, name.at, (int)name.length, name.at, (int)name.length, name.at);
    if (is_red) buf_put_text(out, "<w:color w:val=\"FF0000\"/>");
    if (size == 32) buf_put_text(out, "<w:spacing w:val=\"-5\"/>");
    buf_printf(out, "<w:sz w:val=\"%u\"/><w:szCs w:val=\"%u\"/></w:rPr><w:t xml:space=\"preserve\">", size, size);
    put_text(out, text);
    buf_put_text(out, "</w:t></w:r>");
}
