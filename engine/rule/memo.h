/* memo.h - what rules have passed before.
 *
 * A reader must believe: a rule is a pure function of its facts, its parameters and the calendar (the loader refuses any other:
 * bytecode.h), and the last two stay for the life of a core; so a rule that passed once on the same facts passes again. Only
 * passes are kept, and only of facts that are numbers, words of a vocabulary, stated none or absent: texts and lists that are
 * given are never compared, such a rule is run.
 */
#ifndef RULE_MEMO_H
#define RULE_MEMO_H

#include <model/task.h>
#include <rule/rule.h>

#define MEMO_FACTS 6 /* rules of more facts are run each time */
#define MEMO_WAYS 4  /* passes kept for a rule */

/* The facts of one run. */
struct memo_key {
    uint64_t states; /* two bits a fact; the top bit tells a used entry from a free one */
    int64_t numbers[MEMO_FACTS];
};

/* Room for `rules` rules, nothing kept yet; NULL when memory ran out. Freed by alloc_free. */
struct memo_key *memo_new(size_t rules);

/* Makes the key of a run of `rule` on these facts. False when it cannot be told by numbers. */
bool memo_key_of(const struct rule *rule, const struct task *facts, struct memo_key *out);

/* Whether the rule is known to pass on these facts. */
bool memo_knows(const struct memo_key *memo, size_t rule, const struct memo_key *key);

/* Notes that it does. */
void memo_keep(struct memo_key *memo, size_t rule, const struct memo_key *key);

#endif
