/* replay.h - the page of `rules replay`: which verdicts would be others, where, and by which rule. */
#ifndef SAY_REPLAY_H
#define SAY_REPLAY_H

#include <base/buf.h>
#include <model/list.h>
#include <model/verdict.h>
#include <rule/rule.h>

/* What a rule said: empty texts when it passed, or did not apply. */
struct replay_side {
    struct str status, level;
};

/* One verdict that would be another. */
struct replay_flip {
    struct str task, department;
    struct texts townships;
    struct str item_was, item_now; /* empty: none */
    enum verdict was, now;
    struct str rule; /* the first, hardest first, that does not say the same; empty: none */
    struct replay_side before, after;
    struct texts packs; /* that changed this rule */
};

struct replay_page {
    const struct list *list; /* by which it was decided again, for the names of items and rules */
    const struct rulebook *book;
    struct validity days;
    uint64_t tasks, undecided, unread, harder, softer;
    const struct replay_flip *flips; /* harder + softer of them */
};

/* quanze/replay/1, or the page; `verbose`: every flip, else the first twenty. False when memory ran out. */
bool say_replay(struct buf *out, const struct replay_page *replay, quanze_language language, quanze_format format,
                bool verbose);

#endif
