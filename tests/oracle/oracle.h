/* oracle.h - a second, naive judge, for the first to be compared with.
 *
 * A reader must believe: it was written from the contract and from the meanings in fact.def, not from engine/decide. Plain
 * loops: no index, no plan, no sets of bits, nothing kept from one task to the next. It shares with the engine the model, the
 * rule functions themselves (rule_run, whose memory of earlier passes it wipes before each run) and the folding of texts.
 */
#ifndef TESTS_ORACLE_ORACLE_H
#define TESTS_ORACLE_ORACLE_H

#include <decide/decide.h>

enum oracle_truth { ORACLE_NO, ORACLE_MAYBE, ORACLE_YES };

struct oracle {
    const struct rulebook *book;
    const struct list *list;
    const struct calendar *calendar;
    struct rule_core *core;
};

quanze_status oracle_open(struct oracle *oracle, const struct rulebook *book, const struct list *list,
                          const struct calendar *calendar, struct quanze_error *error);
void oracle_close(struct oracle *oracle);

/* A task with everything worked out. A fact that is not known but told from both ends is `two_ended`. */
struct oracle_facts {
    struct task task;
    bool two_ended[FACT_COUNT_ALL];
    struct value low[FACT_COUNT_ALL], high[FACT_COUNT_ALL];
    int issuer; /* department of the list, -1: none of them, -2: not told */
};

void oracle_derive(const struct oracle *oracle, const struct task *task, const struct found_item *match, int32_t day,
                   struct arena *arena, struct oracle_facts *out);

/* What became of each rule: NOT_APPLICABLE stands for a pass too. */
struct oracle_verdict {
    enum verdict verdict;
    bool provisional;
    enum status status[QUANZE_MAX_RULES];
    bool unchecked[QUANZE_MAX_RULES];
};

void oracle_decide(const struct oracle *oracle, const struct task *task, const struct found_item *match, int32_t day,
                   struct arena *arena, struct oracle_verdict *out);

#endif
