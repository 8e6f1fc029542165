/* chart_heat.c - rows by columns, the more the darker. */
#include <say/chart/chart.h>

#include <base/utf8.h>
#include <say/chart/chart_draw.h>
#include <say/writer.h>

enum { LABEL_WIDTH = 190, LABEL_COLUMNS = 26, CELL_WIDTH = 27, CELL_HEIGHT = 24, HEAD_COLUMNS = 12, HEAD_SPACE = 8 };

static int head_height(const struct chart_heat *heat) {
    int height = 0;
    for (size_t i = 0; i < heat->column_count; i++) {
        const int needed = draw_width(DRAW_NOTE, utf8_fit(heat->columns[i], HEAD_COLUMNS));
        if (needed > height) height = needed;
    }
    return height + HEAD_SPACE;
}

static int64_t most_of(const struct chart_heat *heat) {
    int64_t most = 1;
    for (size_t i = 0; i < heat->cell_count; i++)
        if (heat->cells[i].value > most) most = heat->cells[i].value;
    return most;
}

static void draw_cell(struct buf *out, const struct chart_cell *cell, int64_t most, int top) {
    const int x = LABEL_WIDTH + (int)cell->column * CELL_WIDTH, y = top + (int)cell->row * CELL_HEIGHT;
    char figure[32];
    draw_shade(out, (struct box){x, y, CELL_WIDTH, CELL_HEIGHT}, (int)((double)cell->value * 1000 / (double)most));
    draw_link(out, cell->anchor);
    draw_words(out, DRAW_VALUE, DRAW_MIDDLE, (struct dot){x + CELL_WIDTH / 2, y + 16},
               (struct str){figure, writer_format_decimal(cell->value, 0, figure)});
    draw_link_end(out, cell->anchor);
}

static void draw_frame(struct buf *out, const struct chart_heat *heat, int top, int width) {
    for (size_t i = 0; i < heat->column_count; i++)
        draw_words_down(out, DRAW_NOTE, (struct dot){LABEL_WIDTH + (int)i * CELL_WIDTH + CELL_WIDTH / 2, top - HEAD_SPACE / 2},
                        utf8_fit(heat->columns[i], HEAD_COLUMNS));
    for (size_t i = 0; i <= heat->row_count; i++) {
        const int y = top + (int)i * CELL_HEIGHT;
        draw_line(out, DRAW_GRID, (struct dot){0, y}, (struct dot){width, y});
        if (i < heat->row_count)
            draw_words(out, DRAW_VALUE, DRAW_END, (struct dot){LABEL_WIDTH - 8, y + 16},
                       utf8_fit(heat->rows[i], LABEL_COLUMNS));
    }
}

void chart_heat(struct buf *out, const struct chart_heat *heat) {
    const int top = head_height(heat), width = LABEL_WIDTH + (int)heat->column_count * CELL_WIDTH;
    const int64_t most = most_of(heat);
    draw_open(out, width, top + (int)heat->row_count * CELL_HEIGHT + 2, heat->title, true);
    draw_frame(out, heat, top, width);
    for (size_t i = 0; i < heat->cell_count; i++) draw_cell(out, &heat->cells[i], most, top);
    draw_close(out);
}
