/* balance.h - the duty laid against what came with it, row by row. */
#ifndef DECIDE_BALANCE_H
#define DECIDE_BALANCE_H

#include <decide/derive.h>

/* Fills the five rows for a task whose derived facts are set; texts in the deriver's arena. A gap is shown only where it is
 * certain. False when memory ran out. */
bool balance_draw(const struct deriver *deriver, const struct task *task, const struct derived *derived,
                  struct balance_row rows[BALANCE_COUNT]);

/* Whether a row certainly lacks something. */
bool balance_is_short(const struct balance_row *row);

#endif
