/* leaf.c - pieces that the parts of a decision's page are made of. */
#include <say/decision/decision_html.h>

void leaf_anchor(struct leaf *leaf, struct str name) {
    buf_put_char(leaf_out(leaf), 't');
    buf_put_int(leaf_out(leaf), (int64_t)leaf->number);
    buf_put_char(leaf_out(leaf), '-');
    html_anchor(leaf_out(leaf), name);
}

void leaf_line(struct leaf *leaf, const char *tag, const char *style) {
    struct sheet *sheet = &leaf->sheet;
    if (sheet->line.length > 0) {
        html_element(leaf_out(leaf), tag, style, buf_str(&sheet->line));
        buf_put_char(leaf_out(leaf), '\n');
    }
    page_drop(&sheet->page, &sheet->line);
}

void leaf_heading(struct leaf *leaf, enum message_id heading) {
    html_element(leaf_out(leaf), "h2", NULL, sheet_text(&leaf->sheet, heading));
    buf_put_char(leaf_out(leaf), '\n');
}
