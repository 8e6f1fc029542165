/* gather.h - from the places where patterns hold to the facts of the task.
 *
 * A reader must believe: one mention of a time, an amount or a number belongs to one fact only, the first in the order of
 * gather.c that asks for it; what two places tell differently is a doubt and not a fact.
 */
#ifndef READ_NOTICE_GATHER_H
#define READ_NOTICE_GATHER_H

#include <read/notice/notes.h>

struct gathering_facts {
    struct notes *notes;
    const struct all_said *said;
    uint16_t *claims; /* by mention: the fact that has it, plus 1 */
};

/* Sets all facts that `said` tells, and the doubts. */
void gather_facts(struct notes *notes, const struct all_said *said);

/* Facts of records: forms, apps, subscriptions, certificates, basis, powers. */
void gather_records(struct gathering_facts *gathering);

/* Hints without a fact become doubts. */
void gather_hints(struct gathering_facts *gathering);

/* The value that a place gives to a type; absent when it gives none. */
struct value gather_value(struct gathering_facts *gathering, const struct said *said, enum fact_type type,
                          struct choices choices);

/* The mention in the slot that a place captures, or NULL. */
const struct mention *gather_mention(const struct gathering_facts *gathering, const struct said *said);

/* Whether a mention is free for a fact; takes it. */
bool gather_claim(struct gathering_facts *gathering, const struct said *said, enum fact_id fact);

/* The words that a place captures, without marks at their ends. */
struct span gather_words(const struct gathering_facts *gathering, const struct said *said);

/* The texts of a list such as "工程调度、抢险队伍和物资保障"; at most `most`. Returns how many. */
size_t gather_split(const struct paper *paper, struct span span, struct str *out, size_t most);

#endif
