/* balance_words.h - how one condition of a duty is told: the same words on a page and in a picture. */
#ifndef SAY_BALANCE_WORDS_H
#define SAY_BALANCE_WORDS_H

#include <say/say_inside.h>

/* 权力, 经费, 人员, 指导, 时间. */
struct str balance_label(enum balance_side side, quanze_language language);

/* Whether the duty certainly needs nothing of this kind, and the words for that. */
bool balance_is_not_needed(const struct balance_row *row, enum balance_side side);
struct str balance_not_needed(enum balance_side side, quanze_language language);

/* What the duty needs and what came, in the unit of the side: entries, fen, people, minutes; may be BALANCE_UNKNOWN. */
int64_t balance_needed(const struct balance_row *row, enum balance_side side);
int64_t balance_given(const struct balance_row *row, enum balance_side side);

/* What is certainly short, in the same unit; 0 when nothing is, or when that is not known. */
int64_t balance_short(const struct balance_row *row, enum balance_side side);

/* Appends "5 / 16 工作小时", or that nothing was said. */
void balance_put_amount(struct buf *out, const struct balance_row *row, enum balance_side side, quanze_language language);

/* Appends "缺 11 工作小时" or "不缺"; of a row that is not known what is missing, and whom to ask, by the names that the task
 * gives. */
void balance_put_remark(struct buf *out, const struct balance_row *row, enum balance_side side, const struct task *task,
                        quanze_language language);

#endif
