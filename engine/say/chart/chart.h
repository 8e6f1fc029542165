/* chart.h - what a page shows as pictures; SVG, to be put into HTML as it stands.
 *
 * A reader must believe: every figure of a picture is also said as text, in the picture and in its description; a gap is drawn
 * only where it is certain, and what nobody said is a dashed outline, never an empty bar.
 */
#ifndef SAY_CHART_H
#define SAY_CHART_H

#include <base/buf.h>
#include <decide/decide.h>

/* One condition. The lengths are those of `given` and `short_of` within `needed`, in the same unit; what is left of `needed` is
 * not known. The words stand as they are. */
struct chart_bar {
    enum { CHART_BAR_KNOWN, CHART_BAR_UNKNOWN, CHART_BAR_NOT_NEEDED } state;
    struct str label;  /* 经费 */
    struct str amount; /* "5 / 16 工作小时"; of NOT_NEEDED "不需要经费" */
    struct str remark; /* "缺 11 工作小时"; of UNKNOWN whom to ask; may be empty */
    struct str anchor; /* the text whose html_anchor the remark leads to; empty: nowhere */
    int64_t needed, given, short_of;
    struct str untold, untold_anchor; /* how many do not tell, below the bar; may be empty */
};

/* The balance picture: one bar a condition, outline = what the duty needs, fill = what came, hatched = what is short.
 */
void chart_bars(struct buf *out, struct str title, const struct chart_bar *bars, size_t count);

/* The same for a task: `rows` of its decision; `task` names whom to ask. */
void chart_balance(struct buf *out, const struct balance_row rows[BALANCE_COUNT], const struct task *task,
                   quanze_language language);

/* Ranked bars, longest first as the caller has sorted them. */
struct chart_rank {
    struct str label;  /* whose figure it is */
    struct str figure; /* as people write it */
    struct str anchor;
    int64_t value; /* the length; at least 0 */
};
void chart_ranks(struct buf *out, struct str title, const struct chart_rank *ranks, size_t count);

/* What grew and what shrank: an arrow to the right or to the left of a middle line, each with its figures. */
struct chart_change {
    struct str label; /* what it is of; the same as in the row above: not said again */
    struct str words; /* "文件 40 → 28" */
    struct str anchor;
    int64_t by; /* more or less than before, in one measure for all rows; 0: no arrow */
};
void chart_changes(struct buf *out, struct str title, const struct chart_change *changes, size_t count);

/* A line over months; a month nobody measured is a gap in the line. */
struct chart_point {
    struct str label;  /* 2026-10 */
    struct str figure; /* empty where it is not known */
    int64_t value;
    bool known;
};
struct chart_trend {
    struct str title;
    const struct chart_point *points;
    size_t count;
    bool has_limit;
    int64_t limit; /* a threshold, drawn as a dashed line */
    struct str limit_words;
};
void chart_trend(struct buf *out, const struct chart_trend *trend);

/* Rows by columns: the more, the darker, and the number in the cell. A cell that is not among `cells` has nothing to show;
 * those of a row stand together. */
struct chart_cell {
    size_t row, column;
    int64_t value; /* above 0 */
    struct str anchor;
};
struct chart_heat {
    struct str title;
    const struct str *rows, *columns;
    size_t row_count, column_count;
    const struct chart_cell *cells;
    size_t cell_count;
};
void chart_heat(struct buf *out, const struct chart_heat *heat);

/* The same for a phone: twelve columns a picture, the name of a row above its cells, rows without a cell left out. */
void chart_heat_narrow(struct buf *out, const struct chart_heat *heat);

#endif
