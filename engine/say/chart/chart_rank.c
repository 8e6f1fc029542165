/* chart_rank.c - ranked bars: name, bar, figure. */
#include <say/chart/chart.h>

#include <base/utf8.h>
#include <say/chart/chart_draw.h>

enum { WIDTH = 480, LABEL_WIDTH = 190, LABEL_COLUMNS = 26, FIGURE_WIDTH = 60, ROW = 24, BAR_HEIGHT = 12 };
enum { BAR_ROOM = WIDTH - LABEL_WIDTH - FIGURE_WIDTH };

static int64_t most_of(const struct chart_rank *ranks, size_t count) {
    int64_t most = 1;
    for (size_t i = 0; i < count; i++)
        if (ranks[i].value > most) most = ranks[i].value;
    return most;
}

/* Pixels of a bar; a little is never drawn as nothing. */
static int length_of(int64_t value, int64_t most) {
    const int length = (int)((double)value * BAR_ROOM / (double)most);
    return value > 0 && length < 2 ? 2 : length;
}

static void draw_row(struct buf *out, const struct chart_rank *rank, int64_t most, int y) {
    const int length = length_of(rank->value, most);
    draw_words(out, DRAW_VALUE, DRAW_END, (struct dot){LABEL_WIDTH - 10, y + 16}, utf8_fit(rank->label, LABEL_COLUMNS));
    if (length > 0) draw_box(out, DRAW_CAME, (struct box){LABEL_WIDTH, y + 6, length, BAR_HEIGHT});
    draw_link(out, rank->anchor);
    draw_words(out, DRAW_VALUE, DRAW_START, (struct dot){LABEL_WIDTH + length + 6, y + 16}, rank->figure);
    draw_link_end(out, rank->anchor);
}

void chart_ranks(struct buf *out, struct str title, const struct chart_rank *ranks, size_t count) {
    const int64_t most = most_of(ranks, count);
    draw_open(out, WIDTH, (int)count * ROW + 4, title, true);
    for (size_t i = 0; i < count; i++) draw_row(out, &ranks[i], most, (int)i * ROW);
    draw_close(out);
}
