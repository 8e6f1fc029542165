/* chart_balance.c - the balance picture: two lines a condition, the words above their bar. */
#include <say/chart/chart.h>

#include <say/chart/chart_draw.h>
#include <say/decision/balance_words.h>
#include <say/page.h>

enum { WIDTH = 440, BAR_WIDTH = 438, BAR_HEIGHT = 16, LINE = 19, BAR_ABOVE = 6, ROW_SPACE = 14, REMARK_COLUMNS = 62 };

enum { LEAST = 4 };

/* Pixels of a part of the whole. A little is never drawn as nothing, nor nearly all as all. */
static int pixels_of(int64_t part, int64_t whole) {
    if (part <= 0 || whole <= 0) return 0;
    if (part >= whole) return BAR_WIDTH;
    const int pixels = (int)((double)part * BAR_WIDTH / (double)whole);
    return pixels < LEAST ? LEAST : pixels > BAR_WIDTH - LEAST ? BAR_WIDTH - LEAST : pixels;
}

static bool is_short(const struct chart_bar *bar) { return bar->state == CHART_BAR_KNOWN && bar->short_of > 0; }

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
    return height + (bar->untold.length > 0 ? LINE : 0);
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

/* What came stands on the left, what is short on the right, and what is not known between them. */
static void draw_bar(struct buf *out, const struct chart_bar *bar, int y) {
    const bool is_known = bar->state == CHART_BAR_KNOWN, is_whole = is_known && bar->given + bar->short_of >= bar->needed;
    const int full = is_known ? pixels_of(bar->given, bar->needed) : 0;
    int gap = is_known ? pixels_of(bar->short_of, bar->needed) : 0;
    if (is_whole || full + gap > BAR_WIDTH) gap = BAR_WIDTH - full;
    if (gap > 0) draw_hatch(out, (struct box){1 + BAR_WIDTH - gap, y, gap, BAR_HEIGHT});
    if (full > 0) draw_box(out, DRAW_CAME, (struct box){1, y, full, BAR_HEIGHT});
    draw_box(out, is_whole ? DRAW_NEED : DRAW_UNKNOWN, (struct box){1, y, BAR_WIDTH, BAR_HEIGHT});
}

static void draw_row(struct buf *out, const struct chart_bar *bar, int column, int y) {
    draw_words(out, DRAW_LABEL, DRAW_START, (struct dot){1, y + 13}, bar->label);
    draw_words(out, DRAW_VALUE, DRAW_START, (struct dot){1 + column, y + 13}, bar->amount);
    draw_link(out, bar->anchor);
    draw_remark(out, bar, column, y);
    draw_link_end(out, bar->anchor);
    if (bar->state != CHART_BAR_NOT_NEEDED) draw_bar(out, bar, y + LINE);
    if (bar->untold.length == 0) return;
    draw_link(out, bar->untold_anchor);
    draw_words(out, DRAW_NOTE, DRAW_START, (struct dot){1, y + row_height(bar, column) - ROW_SPACE - 5}, bar->untold);
    draw_link_end(out, bar->untold_anchor);
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
        if (bars[i].untold.length > 0) buf_put_text(&words, " - ");
        buf_put(&words, bars[i].untold);
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
        linked |= bars[i].anchor.length > 0 || bars[i].untold_anchor.length > 0;
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
                                     .short_of = balance_short(&rows[i], side)};
        bars[i].given = bars[i].needed - bars[i].short_of;
        bars[i].state = balance_is_not_needed(&rows[i], side) ? CHART_BAR_NOT_NEEDED
                        : rows[i].known                       ? CHART_BAR_KNOWN
                                                              : CHART_BAR_UNKNOWN;
        out->failed |= words[i].failed;
    }
    chart_bars(out, messages_text(MESSAGE_LABEL_BALANCE, language), bars, BALANCE_COUNT);
    for (int i = 0; i < BALANCE_COUNT; i++) buf_free(&words[i]);
}
