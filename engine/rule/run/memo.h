/* memo.h - what rules have answered before.
 *
 * A reader must believe: a rule is a pure function of its facts, its parameters and the calendar (the loader refuses any other:
 * bytecode.h), and the last two stay for the life of a core; so what a rule answered once it answers again on the same facts.
 * Passes are kept, and failures whose message is filled with few and short values; a text or list among the facts counts by the
 * number that held.h has for its content, and a rule of one that is not held is run; a text that is only searched (search.h)
 * counts by what is found.
 */
#ifndef RULE_MEMO_H
#define RULE_MEMO_H

#include <rule/rule.h>
#include <rule/run/held.h>

#define MEMO_FACTS 6    /* rules of more facts are run each time */
#define MEMO_WAYS 4     /* answers kept for a rule */
#define MEMO_VALUES 4   /* failures with more values are run each time, */
#define MEMO_BYTES 2048 /* and those whose texts take more than this */

/* The facts of one run. */
struct memo_key {
    uint64_t states; /* two bits a fact; the top bit tells a used entry from a free one */
    int64_t numbers[MEMO_FACTS];
};

struct memo_entry {
    struct memo_key key;
    const struct message *message; /* of a failure; NULL: passed */
    struct {
        enum rule_value_kind kind;
        int64_t integer;
        double number;
        size_t texts;      /* how many, of a text or list */
    } values[MEMO_VALUES]; /* for the placeholders of the message, in their order */
    struct buf texts;      /* those of all values, each its length and its bytes */
};

/* Room for `rules` rules, nothing kept yet; NULL when memory ran out. */
struct memo_entry *memo_new(size_t rules);

/* NULL is allowed. */
void memo_free(struct memo_entry *memo, size_t rules);

/* Makes the key of a run of `rule` on these facts. False when it cannot be told by numbers. */
bool memo_key_of(const struct rule *rule, const struct task *facts, struct held *held, struct memo_key *out);

/* Whether it is known what the rule answers on these facts: then it is in `out`, its texts in the arena. Also false when memory
 * ran out. */
bool memo_knows(const struct memo_entry *memo, size_t rule, const struct memo_key *key, struct arena *arena,
                struct rule_outcome *out);

/* Notes what it answered, where that can be kept. */
void memo_keep(struct memo_entry *memo, size_t rule, const struct memo_key *key, const struct rule_outcome *outcome);

#endif
