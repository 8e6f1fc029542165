/* chart_heat.c - rows by columns, the more the darker. */
#include <say/chart/chart.h>

#include <base/utf8.h>
#include <say/chart/chart_draw.h>
#include <say/writer.h>

enum { LABEL_WIDTH = 190, LABEL_COLUMNS = 26, CELL_WIDTH = 27, CELL_HEIGHT = 24, HEAD_COLUMNS = 12, HEAD_SPACE = 8 };
/* Of a picture as wide as a phone, 324 pixels: the heads stand again where they would have gone out of sight. */
enum { NARROW_COLUMNS = 12, NAME_HEIGHT = 20, ROWS_BELOW_HEADS = 8 };

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

static void draw_cell(struct buf *out, const struct chart_cell *cell, int64_t most, struct dot at) {
    char figure[32];
    draw_shade(out, (struct box){at.x, at.y, CELL_WIDTH, CELL_HEIGHT}, (int)((double)cell->value * 1000 / (double)most));
    draw_link(out, cell->anchor);
    draw_words(out, DRAW_VALUE, DRAW_MIDDLE, (struct dot){at.x + CELL_WIDTH / 2, at.y + 16},
               (struct str){figure, writer_format_decimal(cell->value, 0, figure)});
    draw_link_end(out, cell->anchor);
}

static void draw_head(struct buf *out, struct str name, int x, int top) {
    draw_words_down(out, DRAW_NOTE, (struct dot){x + CELL_WIDTH / 2, top - HEAD_SPACE / 2}, utf8_fit(name, HEAD_COLUMNS));
}

static void draw_frame(struct buf *out, const struct chart_heat *heat, int top, int width) {
    for (size_t i = 0; i < heat->column_count; i++) draw_head(out, heat->columns[i], LABEL_WIDTH + (int)i * CELL_WIDTH, top);
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
    for (size_t i = 0; i < heat->cell_count; i++) {
        const struct chart_cell *cell = &heat->cells[i];
        draw_cell(out, cell, most,
                  (struct dot){LABEL_WIDTH + (int)cell->column * CELL_WIDTH, top + (int)cell->row * CELL_HEIGHT});
    }
    draw_close(out);
}

/* The cells of a picture of some columns, from the first on. */
struct strip {
    const struct chart_heat *heat;
    size_t first;
};

static bool is_in(const struct strip *strip, const struct chart_cell *cell) {
    return cell->column >= strip->first && cell->column - strip->first < NARROW_COLUMNS;
}

static size_t count_rows(const struct strip *strip) {
    size_t count = 0, latest = SIZE_MAX;
    for (size_t i = 0; i < strip->heat->cell_count; i++) {
        const struct chart_cell *cell = &strip->heat->cells[i];
        if (!is_in(strip, cell) || cell->row == latest) continue;
        latest = cell->row;
        count++;
    }
    return count;
}

static void draw_heads(struct buf *out, const struct strip *strip, int bottom) {
    for (size_t i = strip->first; i < strip->heat->column_count && i < strip->first + NARROW_COLUMNS; i++)
        draw_head(out, strip->heat->columns[i], (int)(i - strip->first) * CELL_WIDTH, bottom);
}

/* The name of a row; its cells stand below. */
static void draw_name(struct buf *out, struct str name, int y) {
    draw_line(out, DRAW_GRID, (struct dot){0, y}, (struct dot){NARROW_COLUMNS * CELL_WIDTH, y});
    draw_words(out, DRAW_VALUE, DRAW_START, (struct dot){0, y + 15}, name);
}

/* Rows that have a cell, with the heads above the first of every few. */
static void draw_rows(struct buf *out, const struct strip *strip, int head) {
    const int64_t most = most_of(strip->heat);
    size_t latest = SIZE_MAX, rows = 0;
    int y = -NAME_HEIGHT - CELL_HEIGHT;
    for (size_t i = 0; i < strip->heat->cell_count; i++) {
        const struct chart_cell *cell = &strip->heat->cells[i];
        if (!is_in(strip, cell)) continue;
        if (cell->row != latest) {
            const bool has_heads = rows++ % ROWS_BELOW_HEADS == 0;
            y += NAME_HEIGHT + CELL_HEIGHT + (has_heads ? head : 0);
            if (has_heads) draw_heads(out, strip, y);
            draw_name(out, strip->heat->rows[cell->row], y);
        }
        latest = cell->row;
        draw_cell(out, cell, most, (struct dot){(int)(cell->column - strip->first) * CELL_WIDTH, y + NAME_HEIGHT});
    }
}

void chart_heat_narrow(struct buf *out, const struct chart_heat *heat) {
    const int head = head_height(heat);
    for (size_t first = 0; first < heat->column_count; first += NARROW_COLUMNS) {
        const struct strip strip = {heat, first};
        const int rows = (int)count_rows(&strip), heads = (rows + ROWS_BELOW_HEADS - 1) / ROWS_BELOW_HEADS;
        if (rows == 0) continue;
        draw_open(out, NARROW_COLUMNS * CELL_WIDTH, rows * (NAME_HEIGHT + CELL_HEIGHT) + heads * head + 2, heat->title, true);
        draw_rows(out, &strip, head);
        draw_close(out);
    }
}
