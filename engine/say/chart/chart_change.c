/* chart_change.c - what grew points to the right, what shrank to the left. */
#include <say/chart/chart.h>

#include <base/utf8.h>
#include <say/chart/chart_draw.h>

enum { WIDTH = 870, LABEL_WIDTH = 170, LABEL_COLUMNS = 22, ROW = 26, REACH = 90, WORDS_SPACE = 8 };
enum { MIDDLE = LABEL_WIDTH + (WIDTH - LABEL_WIDTH) / 2 };

static int64_t size_of(int64_t by) { return by < 0 ? -by : by; }

static int64_t most_of(const struct chart_change *changes, size_t count) {
    int64_t most = 1;
    for (size_t i = 0; i < count; i++)
        if (size_of(changes[i].by) > most) most = size_of(changes[i].by);
    return most;
}

static void draw_row(struct buf *out, const struct chart_change *change, int64_t most, int y) {
    enum { LEAST = 14 };
    const int reach = (int)((double)size_of(change->by) * REACH / (double)most), way = change->by < 0 ? -1 : 1;
    const int length = change->by == 0 ? 0 : reach < LEAST ? LEAST : reach;
    const struct dot from = {MIDDLE, y + 12}, to = {MIDDLE + way * length, y + 12};
    if (change->by != 0) draw_arrow(out, change->by > 0 ? DRAW_UP : DRAW_DOWN, from, to);
    draw_link(out, change->anchor);
    draw_words(out, DRAW_VALUE, way > 0 ? DRAW_START : DRAW_END, (struct dot){to.x + way * WORDS_SPACE, y + 16}, change->words);
    draw_link_end(out, change->anchor);
}

void chart_changes(struct buf *out, struct str title, const struct chart_change *changes, size_t count) {
    const int64_t most = most_of(changes, count);
    draw_open(out, WIDTH, (int)count * ROW + 4, title, true);
    draw_line(out, DRAW_GRID, (struct dot){MIDDLE, 0}, (struct dot){MIDDLE, (int)count * ROW + 4});
    for (size_t i = 0; i < count; i++) {
        const int y = (int)i * ROW;
        if (i == 0 || !str_equal(changes[i].label, changes[i - 1].label)) {
            if (i > 0) draw_line(out, DRAW_GRID, (struct dot){0, y}, (struct dot){WIDTH, y});
            draw_words(out, DRAW_LABEL, DRAW_START, (struct dot){0, y + 16}, utf8_fit(changes[i].label, LABEL_COLUMNS));
        }
        draw_row(out, &changes[i], most, y);
    }
    draw_close(out);
}
