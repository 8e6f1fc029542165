/* chart_trend.c - a line over months, from zero, with the last figure said. */
#include <say/chart/chart.h>

#include <say/chart/chart_draw.h>

enum { WIDTH = 440, HEIGHT = 150, LEFT = 24, RIGHT = 86, TOP = 26, BOTTOM = 24 };
enum { BASE = HEIGHT - BOTTOM };

static int64_t most_of(const struct chart_trend *trend) {
    int64_t most = trend->has_limit && trend->limit > 1 ? trend->limit : 1;
    for (size_t i = 0; i < trend->count; i++)
        if (trend->points[i].known && trend->points[i].value > most) most = trend->points[i].value;
    return most;
}

static int height_at(int64_t value, int64_t most) { return BASE - (int)((double)value * (BASE - TOP) / (double)most); }

static struct dot dot_of(const struct chart_trend *trend, size_t i, int64_t most) {
    const int span = WIDTH - LEFT - RIGHT;
    const int x = trend->count > 1 ? LEFT + (int)((size_t)span * i / (trend->count - 1)) : WIDTH / 2;
    return (struct dot){x, height_at(trend->points[i].value, most)};
}

/* The labels of so many months have room; the first and the last are always there. */
static bool is_labelled(const struct chart_trend *trend, size_t i) {
    enum { ROOM = 6 };
    const size_t step = (trend->count + ROOM - 1) / ROOM;
    return (trend->count - 1 - i) % step == 0 && (i == 0 || i >= step || trend->count <= ROOM);
}

/* The figures of many months have room at every other one, the last among them. */
static bool is_told(const struct chart_trend *trend, size_t i) {
    enum { ROOM = 7 };
    return trend->count <= ROOM || (trend->count - 1 - i) % 2 == 0;
}

static void draw_points(struct buf *out, const struct chart_trend *trend, int64_t most) {
    for (size_t i = 0; i < trend->count; i++) {
        const struct chart_point *point = &trend->points[i];
        const struct dot at = dot_of(trend, i, most);
        if (is_labelled(trend, i)) draw_words(out, DRAW_NOTE, DRAW_MIDDLE, (struct dot){at.x, HEIGHT - 7}, point->label);
        if (!point->known) continue;
        if (i > 0 && trend->points[i - 1].known) draw_line(out, DRAW_LINE, dot_of(trend, i - 1, most), at);
        draw_dot(out, DRAW_CAME, at);
        if (is_told(trend, i)) draw_words(out, DRAW_VALUE, DRAW_MIDDLE, (struct dot){at.x, at.y - 8}, point->figure);
    }
}

static void describe(struct buf *out, const struct chart_trend *trend) {
    struct buf words = {0};
    for (size_t i = 0; i < trend->count; i++) {
        if (!trend->points[i].known) continue;
        if (words.length > 0) buf_put_char(&words, '\n');
        buf_put(&words, trend->points[i].label);
        buf_put_text(&words, ": ");
        buf_put(&words, trend->points[i].figure);
    }
    if (trend->has_limit) {
        buf_put_char(&words, '\n');
        buf_put(&words, trend->limit_words);
    }
    draw_describe(out, buf_str(&words));
    out->failed |= words.failed;
    buf_free(&words);
}

void chart_trend(struct buf *out, const struct chart_trend *trend) {
    const int64_t most = most_of(trend);
    draw_open(out, WIDTH, HEIGHT, trend->title, false);
    describe(out, trend);
    draw_line(out, DRAW_GRID, (struct dot){LEFT, BASE}, (struct dot){WIDTH - RIGHT, BASE});
    if (trend->has_limit) {
        const int y = height_at(trend->limit, most);
        draw_line(out, DRAW_LIMIT, (struct dot){LEFT, y}, (struct dot){WIDTH - RIGHT + 6, y});
        draw_words(out, DRAW_NOTE, DRAW_START, (struct dot){WIDTH - RIGHT + 10, y + 4}, trend->limit_words);
    }
    draw_points(out, trend, most);
    draw_close(out);
}
