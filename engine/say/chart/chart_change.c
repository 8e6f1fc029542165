/* chart_change.c - what grew points to the right, what shrank to the left. */
#include <say/chart/chart.h>

#include <base/utf8.h>
#include <say/chart/chart_draw.h>

enum { WIDTH = 440, MIDDLE = WIDTH / 2, REACH = 190 }; /* narrow: it is read on a phone without being scrolled */
enum { HEAD = 30, ROW = 42, LABEL_COLUMNS = 50 };

static int64_t size_of(int64_t by) { return by < 0 ? -by : by; }

static int64_t most_of(const struct chart_change *changes, size_t count) {
    int64_t most = 1;
    for (size_t i = 0; i < count; i++)
        if (size_of(changes[i].by) > most) most = size_of(changes[i].by);
    return most;
}

/* The words, and the arrow under them. */
static void draw_row(struct buf *out, const struct chart_change *change, int64_t most, int y) {
    enum { LEAST = 14 };
    const int reach = (int)((double)size_of(change->by) * REACH / (double)most);
    const int length = change->by == 0 ? 0 : reach < LEAST ? LEAST : reach;
    const struct dot from = {MIDDLE, y + 28}, to = {change->by < 0 ? MIDDLE - length : MIDDLE + length, y + 28};
    draw_link(out, change->anchor);
    draw_words(out, DRAW_VALUE, DRAW_START, (struct dot){0, y + 14}, change->words);
    draw_link_end(out, change->anchor);
    draw_line(out, DRAW_GRID, (struct dot){MIDDLE, y + 21}, (struct dot){MIDDLE, y + 35});
    if (change->by != 0) draw_arrow(out, change->by > 0 ? DRAW_UP : DRAW_DOWN, from, to);
}

/* Whether the row begins those of another one. */
static bool begins(const struct chart_change *changes, size_t i) {
    return i == 0 || !str_equal(changes[i].label, changes[i - 1].label);
}

void chart_changes(struct buf *out, struct str title, const struct chart_change *changes, size_t count) {
    const int64_t most = most_of(changes, count);
    int height = (int)count * ROW, y = 0;
    for (size_t i = 0; i < count; i++) height += begins(changes, i) ? HEAD : 0;
    draw_open(out, WIDTH, height, title, true);
    for (size_t i = 0; i < count; i++, y += ROW) {
        if (begins(changes, i)) {
            if (i > 0) draw_line(out, DRAW_GRID, (struct dot){0, y}, (struct dot){WIDTH, y});
            draw_words(out, DRAW_LABEL, DRAW_START, (struct dot){0, y + 20}, utf8_fit(changes[i].label, LABEL_COLUMNS));
            y += HEAD;
        }
        draw_row(out, &changes[i], most, y);
    }
    draw_close(out);
}
