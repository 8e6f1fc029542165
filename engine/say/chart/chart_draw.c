/* chart_draw.c - see chart_draw.h. Source: SVG 1.1 (second edition) 8, 9, 10; WAI-ARIA Graphics for `role`. */
#include <say/chart/chart_draw.h>

#include <base/utf8.h>
#include <say/html.h>

enum { HATCH_STEP = 6, TEXT_PIXELS = 13, NOTE_PIXELS = 12 };

/* Shapes stand here, colours in the style sheet: without it a picture is black on white and says the same. */
static const char *const MARKS[] = {
    [DRAW_NEED] = "class=\"need\" fill=\"none\" stroke=\"currentColor\"",
    [DRAW_CAME] = "class=\"came\"",
    [DRAW_GAP] = "class=\"gap\" fill=\"none\" stroke=\"currentColor\"",
    [DRAW_UNKNOWN] = "class=\"need\" fill=\"none\" stroke=\"currentColor\" stroke-dasharray=\"5 4\"",
    [DRAW_GRID] = "class=\"grid\" fill=\"none\" stroke=\"currentColor\"",
    [DRAW_LINE] = "class=\"line\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\"",
    [DRAW_LIMIT] = "class=\"gap\" fill=\"none\" stroke=\"currentColor\" stroke-dasharray=\"4 4\"",
    [DRAW_UP] = "class=\"up\" stroke=\"currentColor\" stroke-width=\"2\"",
    [DRAW_DOWN] = "class=\"down\" stroke=\"currentColor\" stroke-width=\"2\"",
};

static const char *const TEXTS[] = {
    [DRAW_LABEL] = "class=\"label\" font-size=\"13\" font-weight=\"600\"",
    [DRAW_VALUE] = "class=\"value\" font-size=\"13\"",
    [DRAW_NOTE] = "class=\"note\" font-size=\"12\"",
    [DRAW_ALARM] = "class=\"alarm\" font-size=\"13\" font-weight=\"600\"",
};

static const char *const ANCHORS[] = {[DRAW_START] = "start", [DRAW_MIDDLE] = "middle", [DRAW_END] = "end"};

void draw_open(struct buf *out, int width, int height, struct str title, bool linked) {
    buf_printf(out,
               "<svg class=\"chart\" role=\"%s\" viewBox=\"0 0 %d %d\" width=\"%d\" "
               "height=\"%d\"><title>",
               linked ? "group" : "img", width, height, width, height);
    html_text(out, title);
    buf_put_text(out, "</title>\n");
}

void draw_describe(struct buf *out, struct str description) {
    buf_put_text(out, "<desc>");
    html_text(out, description);
    buf_put_text(out, "</desc>\n");
}

void draw_close(struct buf *out) { buf_put_text(out, "</svg>\n"); }

void draw_box(struct buf *out, enum draw_mark mark, struct box box) {
    buf_printf(out, "<rect %s x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>\n", MARKS[mark], box.x, box.y, box.width,
               box.height);
}

void draw_shade(struct buf *out, struct box box, int share) {
    buf_printf(out, "<rect class=\"shade\" fill-opacity=\".%03d\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>\n",
               share * 32 / 100, box.x, box.y, box.width, box.height);
}

static int least(int a, int b) { return a < b ? a : b; }

void draw_hatch(struct buf *out, struct box box) {
    draw_box(out, DRAW_GAP, box);
    buf_printf(out, "<path %s d=\"", MARKS[DRAW_GAP]);
    /* Each line rises to the right by its length; it starts on the left or lower side and ends on the upper or right one. */
    for (int start = HATCH_STEP; start < box.width + box.height; start += HATCH_STEP) {
        const int fall = least(start, box.height), over = start > box.width ? start - box.width : 0;
        buf_printf(out, "M%d %dL%d %d", box.x + start - fall, box.y + fall, box.x + start - over, box.y + over);
    }
    buf_put_text(out, "\"/>\n");
}

void draw_line(struct buf *out, enum draw_mark mark, struct dot from, struct dot to) {
    buf_printf(out, "<path %s d=\"M%d %dL%d %d\"/>\n", MARKS[mark], from.x, from.y, to.x, to.y);
}

void draw_path(struct buf *out, enum draw_mark mark, const struct dot *dots, size_t count) {
    buf_printf(out, "<path %s d=\"", MARKS[mark]);
    for (size_t i = 0; i < count; i++) buf_printf(out, "%c%d %d", i == 0 ? 'M' : 'L', dots[i].x, dots[i].y);
    buf_put_text(out, "\"/>\n");
}

void draw_dot(struct buf *out, enum draw_mark mark, struct dot at) {
    buf_printf(out, "<circle %s cx=\"%d\" cy=\"%d\" r=\"3\"/>\n", MARKS[mark], at.x, at.y);
}

void draw_arrow(struct buf *out, enum draw_mark mark, struct dot from, struct dot to) {
    const int way = to.x >= from.x ? 1 : -1;
    buf_printf(out, "<path %s d=\"M%d %dL%d %dM%d %dl%d -5v10z\"/>\n", MARKS[mark], from.x, from.y, to.x - 8 * way, to.y, to.x,
               to.y, -9 * way);
}

void draw_words(struct buf *out, enum draw_text kind, enum draw_anchor anchor, struct dot at, struct str words) {
    buf_printf(out, "<text %s text-anchor=\"%s\" x=\"%d\" y=\"%d\">", TEXTS[kind], ANCHORS[anchor], at.x, at.y);
    html_text(out, words);
    buf_put_text(out, "</text>\n");
}

void draw_words_down(struct buf *out, enum draw_text kind, struct dot at, struct str words) {
    buf_printf(out, "<text %s writing-mode=\"vertical-rl\" text-anchor=\"end\" x=\"%d\" y=\"%d\">", TEXTS[kind], at.x, at.y);
    html_text(out, words);
    buf_put_text(out, "</text>\n");
}

void draw_link(struct buf *out, struct str anchor) {
    if (anchor.length == 0) return;
    buf_put_text(out, "<a href=\"#");
    html_anchor(out, anchor);
    buf_put_text(out, "\">");
}

void draw_link_end(struct buf *out, struct str anchor) {
    if (anchor.length > 0) buf_put_text(out, "</a>");
}

int draw_width(enum draw_text kind, struct str words) {
    /* Half an em a column is what wide characters take; digits and letters take a little more, bold ones most. */
    const bool is_bold = kind == DRAW_LABEL || kind == DRAW_ALARM;
    return (int)utf8_width(words) * (kind == DRAW_NOTE ? NOTE_PIXELS : TEXT_PIXELS) * (is_bold ? 12 : 11) / 20;
}
