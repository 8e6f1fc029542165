/* question.h - what to ask, and in which order: the facts that together settle the verdict, the most telling one first. */
#ifndef DECIDE_QUESTION_H
#define DECIDE_QUESTION_H

#include <decide/judge.h>

/* Writes the questions of a judgement into `out`; none when the verdict is settled. False when memory ran out. */
bool question_rank(const struct plan *plan, const struct task *task, const struct judgement *judgement, struct arena *arena,
                   struct decision *out);

#endif
