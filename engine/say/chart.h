/* chart.h - what a page shows as pictures; SVG, to be put into HTML as it stands.
 *
 * A reader must believe: every figure of a picture is also said as text, in the picture and in its description; a gap is drawn
 * only where it is certain, and what nobody said is a dashed outline, never an empty bar.
 */
#ifndef SAY_CHART_H
#define SAY_CHART_H

#include <base/buf.h>
#include <decide/decide.h>

/* One condition. The lengths are those of `given` within `needed`, in the same unit; the words stand as they are. */
struct chart_bar {
    enum { CHART_BAR_KNOWN, CHART_BAR_UNKNOWN, CHART_BAR_NOT_NEEDED } state;
    struct str label;  /* 经费 */
    struct str amount; /* "5 / 16 工作小时"; of NOT_NEEDED "不需要经费" */
    struct str remark; /* "缺 11 工作小时"; of UNKNOWN whom to ask; may be empty */
    struct str anchor; /* the text whose html_anchor the figure leads to; empty: nowhere */
    int64_t needed, given;
};

/* The balance picture: one bar a condition, outline = what the duty needs, fill = what came, the rest hatched with its number.
 */
void chart_bars(struct buf *out, struct str title, const struct chart_bar *bars, size_t count);

/* The same for a task: `rows` of its decision; `task` names whom to ask. */
void chart_balance(struct buf *out, const struct balance_row rows[BALANCE_COUNT], const struct task *task,
                   quanze_language language);

#endif
