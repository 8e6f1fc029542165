/* chart_balance.c - the balance picture: two lines a condition, the words above their bar. */
#include <say/chart.h>

#include <say/balance_words.h>
#include <say/chart_draw.h>
#include <say/page.h>

enum { WIDTH = 440, BAR_WIDTH = 438, BAR_HEIGHT = 16, LINE = 19, BAR_ABOVE = 6, ROW_SPACE = 14, REMARK_COLUMNS = 62 };

/* Pixels that are full. A little is never drawn as nothing, nor a gap as none. */
static int full_pixels(const struct chart_bar *bar) {
    enum { LEAST = 4 };
    if (bar->given <= 0) return 0;
    if (bar->given >= bar->needed) return BAR_WIDTH;
    const int pixels = (int)((double)bar->given * BAR_WIDTH / (double)bar->needed);
    return pixels < LEAST ? LEAST : pixels > BAR_WIDTH - LEAST ? BAR_WIDTH - LEAST : pixels;
}

static bool is_short(const struct chart_bar *bar) { return bar->state == CHART_BAR_KNOWN && bar->given < bar->needed; }

static enum draw_text remark_kind(const struct chart_bar *bar) { return is_short(bar) ? DRAW_ALARM : DRAW_NOTE; }

/* Where the amounts start: behind the longest label. */
static int amount_column(const struct chart_bar *bars, size_t count) {
    int column = 0;
    for (size_t i = 0; i < count; i++) {
        const int behind = draw_width(DRAW_LABEL, bars[i].label) + 10;
        if (behind > column) column = behind;
    }
    return column;
}

/* A remark that has no room beside the amount stands below the bar. */
static bool fits_beside(const struct chart_bar *bar, int column) {
    return column + draw_width(DRAW_VALUE, bar->amount) + 12 + draw_width(remark_kind(bar), bar->remark) <= WIDTH;
}

static int bar_height(const struct chart_bar *bar) { return bar->state == CHART_BAR_NOT_NEEDED ? 0 : BAR_ABOVE + BAR_HEIGHT; }

static struct str take_line(struct str *rest) {
    const size_t length = page_line(*rest, REMARK_COLUMNS);
    const struct str line = str_trim((struct str){rest->at, length});
    *rest = str_trim((struct str){rest->at + length, rest->length - length});
    return line;
}

static int row_height(const struct chart_bar *bar, int column) {
    int height = LINE + bar_height(bar) + ROW_SPACE;
    if (!fits_beside(bar, column))
        for (struct str rest = bar->remark; rest.length > 0; height += LINE) (void)take_line(&rest);
    return height;
}

static void draw_remark(struct buf *out, const struct chart_bar *bar, int column, int y) {
    struct str rest = bar->remark;
    if (fits_beside(bar, column)) {
        draw_words(out, remark_kind(bar), DRAW_END, (struct dot){WIDTH - 1, y + 13}, rest);
        return;
    }
    for (int at = y + LINE + bar_height(bar) + 14; rest.length > 0; at += LINE)
        draw_words(out, remark_kind(bar), DRAW_START, (struct dot){1, at}, take_line(&rest));
}

static void draw_row(struct buf *out, const struct chart_bar *bar, int column, int y) {
    const struct box whole = {1, y + LINE, BAR_WIDTH, BAR_HEIGHT};
    const int full = full_pixels(bar);
    draw_words(out, DRAW_LABEL, DRAW_START, (struct dot){1, y + 13}, bar->label);
    draw_link(out, bar->anchor);
    draw_words(out, DRAW_VALUE, DRAW_START, (struct dot){1 + column, y + 13}, bar->amount);
    draw_link_end(out, bar->anchor);
    draw_remark(out, bar, column, y);
    if (bar->state == CHART_BAR_NOT_NEEDED) return;
    if (bar->state == CHART_BAR_UNKNOWN) {
        draw_box(out, DRAW_UNKNOWN, whole);
        return;
    }
    if (is_short(bar)) draw_hatch(out, (struct box){1 + full, whole.y, BAR_WIDTH - full, BAR_HEIGHT});
    if (full > 0) draw_box(out, DRAW_CAME, (struct box){1, whole.y, full, BAR_HEIGHT});
    draw_box(out, DRAW_NEED, whole);
}

static void describe(struct buf *out, const struct chart_bar *bars, size_t count) {
    struct buf words = {0};
    for (size_t i = 0; i < count; i++) {
        if (i > 0) buf_put_char(&words, '\n');
        buf_put(&words, bars[i].label);
        buf_put_text(&words, ": ");
        buf_put(&words, bars[i].amount);
        if (bars[i].remark.length > 0) buf_put_text(&words, " - ");
        buf_put(&words, bars[i].remark);
    }
    draw_describe(out, buf_str(&words));
    out->failed |= words.failed;
    buf_free(&words);
}

void chart_bars(struct buf *out, struct str title, const struct chart_bar *bars, size_t count) {
    const int column = amount_column(bars, count);
    int height = 0, y = 0;
    bool linked = false;
    for (size_t i = 0; i < count; i++) {
        height += row_height(&bars[i], column);
        linked |= bars[i].anchor.length > 0;
    }
    draw_open(out, WIDTH, height, title, linked);
    describe(out, bars, count);
    for (size_t i = 0; i < count; i++) {
        draw_row(out, &bars[i], column, y);
        y += row_height(&bars[i], column);
    }
    draw_close(out);
}

/* The words of a row, kept in `words` behind each other: amount, then remark. */
static size_t put_words(struct buf *words, const struct balance_row *row, enum balance_side side, const struct task *task,
                        quanze_language language) {
    if (balance_is_not_needed(row, side)) {
        buf_put(words, balance_not_needed(side, language));
        return words->length;
    }
    balance_put_amount(words, row, side, language);
    const size_t amount = words->length;
    balance_put_remark(words, row, side, task, language);
    return amount;
}

void chart_balance(struct buf *out, const struct balance_row rows[BALANCE_COUNT], const struct task *task,
                   quanze_language language) {
    struct chart_bar bars[BALANCE_COUNT] = {0};
    struct buf words[BALANCE_COUNT] = {{0}};
    for (int i = 0; i < BALANCE_COUNT; i++) {
        const enum balance_side side = (enum balance_side)i;
        const size_t amount = put_words(&words[i], &rows[i], side, task, language);
        const struct str all = buf_str(&words[i]);
        bars[i] = (struct chart_bar){.label = balance_label(side, language),
                                     .amount = str_trim((struct str){all.at, amount}),
                                     .remark = {all.at + amount, all.length - amount},
                                     .needed = balance_needed(&rows[i], side),
                                     .given = balance_given(&rows[i], side)};
        bars[i].state = balance_is_not_needed(&rows[i], side) ? CHART_BAR_NOT_NEEDED
                        : rows[i].known                       ? CHART_BAR_KNOWN
                                                              : CHART_BAR_UNKNOWN;
        out->failed |= words[i].failed;
    }
    chart_bars(out, messages_text(MESSAGE_LABEL_BALANCE, language), bars, BALANCE_COUNT);
    for (int i = 0; i < BALANCE_COUNT; i++) buf_free(&words[i]);
}
