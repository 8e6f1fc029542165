/* docx_drawing.c - the red parts of a paper's first page, placed to the tenth of a millimetre.
 *
 * Source: GB/T 9704-2012 10.1 as retold: the name's upper edge 30 mm below the edge of the page, a thick and a thin line 4 mm
 * below the name, a thin and a thick one 20 mm above the foot, each 170 mm and centred.
 */
#include <say/document/docx_inside.h>

/* Tenths of a millimetre. */
enum {
    PAGE_WIDTH = 2100,
    PAGE_HEIGHT = 2970,
    LINE_WIDTH = 1700,
    MARK_TOP = 300,
    BELOW_MARK = 40,
    ABOVE_FOOT = 200,
    APART = 12
};
enum { THICK_EMU = 28575, THIN_EMU = 9525, RED_EMU = 19050 }; /* 2.25, 0.75, 1.5 pt */

static long emu(long tenths) { return tenths * 3600; }

static unsigned points_to_tenths(unsigned points) { return points * 254 / 72; }

struct place_on_page {
    unsigned id;               /* unique in the file */
    const char *across, *down; /* what left and top are counted from */
    long left, top, width, height;
};

static void begin_anchor(struct buf *out, const struct place_on_page *place) {
    buf_printf(
        out,
        "<w:r><w:drawing><wp:anchor distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\" simplePos=\"0\" relativeHeight=\"%u\" "
        "behindDoc=\"1\" locked=\"1\" layoutInCell=\"1\" allowOverlap=\"1\"><wp:simplePos x=\"0\" y=\"0\"/>"
        "<wp:positionH relativeFrom=\"%s\"><wp:posOffset>%ld</wp:posOffset></wp:positionH>"
        "<wp:positionV relativeFrom=\"%s\"><wp:posOffset>%ld</wp:posOffset></wp:positionV>",
        place->id, place->across, emu(place->left), place->down, emu(place->top));
    buf_printf(out,
               "<wp:extent cx=\"%ld\" cy=\"%ld\"/><wp:effectExtent l=\"0\" t=\"0\" r=\"0\" b=\"0\"/><wp:wrapNone/>"
               "<wp:docPr id=\"%u\" name=\"red %u\"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData "
               "uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"><wps:wsp>",
               emu(place->width), emu(place->height), place->id, place->id);
}

static void put_shape(struct buf *out, const char *kind, const struct place_on_page *place, int line_emu) {
    buf_printf(out,
               "<wps:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"%ld\" cy=\"%ld\"/></a:xfrm><a:prstGeom "
               "prst=\"%s\"><a:avLst/></a:prstGeom>",
               emu(place->width), emu(place->height), kind);
    if (line_emu > 0)
        buf_printf(out, "<a:ln w=\"%d\"><a:solidFill><a:srgbClr val=\"FF0000\"/></a:solidFill></a:ln>", line_emu);
    else
        buf_put_text(out, "<a:noFill/><a:ln><a:noFill/></a:ln>");
    buf_put_text(out, "</wps:spPr>");
}

static void end_anchor(struct buf *out) {
    buf_put_text(out, "</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>");
}

static void put_line(struct buf *out, const struct place_on_page *place, int line_emu) {
    begin_anchor(out, place);
    buf_put_text(out, "<wps:cNvCnPr/>");
    put_shape(out, "line", place, line_emu);
    buf_put_text(out, "<wps:bodyPr/>");
    end_anchor(out);
}

static void put_page_line(struct buf *out, unsigned id, unsigned top, int line_emu) {
    const struct place_on_page place = {id, "page", "page", (PAGE_WIDTH - LINE_WIDTH) / 2, top, LINE_WIDTH, 0};
    put_line(out, &place, line_emu);
}

static void put_mark(struct buf *out, struct str mark) {
    const unsigned points = document_mark_points(mark);
    const struct place_on_page place = {
        1, "page", "page", (PAGE_WIDTH - LINE_WIDTH) / 2, MARK_TOP, LINE_WIDTH, (long)points_to_tenths(points) + 10};
    begin_anchor(out, &place);
    buf_put_text(out, "<wps:cNvSpPr txBox=\"1\"/>");
    put_shape(out, "rect", &place, 0);
    buf_printf(
        out,
        "<wps:txbx><w:txbxContent><w:p><w:pPr><w:spacing w:line=\"%u\" w:lineRule=\"exact\"/><w:jc w:val=\"center\"/></w:pPr>",
        points * 20);
    docx_run(out, mark, FONT_XIAOBIAOSONG, 2 * points, true);
    buf_put_text(out,
                 "</w:p></w:txbxContent></wps:txbx><wps:bodyPr lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" anchor=\"t\"/>");
    end_anchor(out);
}

void docx_letter_head(struct buf *out, struct str mark) {
    const unsigned below = MARK_TOP + points_to_tenths(document_mark_points(mark)) + BELOW_MARK;
    buf_put_text(out, "<w:p>");
    put_mark(out, mark);
    put_page_line(out, 2, below, THICK_EMU);
    put_page_line(out, 3, below + APART, THIN_EMU);
    put_page_line(out, 4, PAGE_HEIGHT - ABOVE_FOOT - APART, THIN_EMU);
    put_page_line(out, 5, PAGE_HEIGHT - ABOVE_FOOT, THICK_EMU);
    buf_put_text(out, "</w:p>");
}

void docx_red_line(struct buf *out) {
    enum { NUMBER_BOTTOM = 1187, ABOVE_BOTTOM = 23 }; /* the foot of the page's 8th line; its characters end above it */
    const struct place_on_page place = {6, "margin", "page", 0, NUMBER_BOTTOM - ABOVE_BOTTOM + BELOW_MARK, 1560, 0};
    put_line(out, &place, RED_EMU);
}
