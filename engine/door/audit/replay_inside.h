/* replay_inside.h - past decisions made again: what the files of the replay share. */
#ifndef DOOR_REPLAY_INSIDE_H
#define DOOR_REPLAY_INSIDE_H

#include <door/screen/find.h>
#include <ledger/decided.h>
#include <read/read.h>
#include <say/rule/replay.h>

/* The decisions of some rows, made again by one thread; what it keeps lives until it is closed. */
struct replay_part {
    const struct quanze *engine;
    struct ledger *ledger; /* in a snapshot, and of this thread alone */
    int32_t as_of;         /* DAY_NONE: the day by which each was judged */
    struct quanze_patience patience;
    uint64_t most_flips; /* 0: any number */
    struct validity days;
    struct ledger_rows rows;
    struct decider *decider;
    struct match_scratch *matching;
    struct task_source *source;
    struct history past;
    struct problems problems;
    struct arena scratch, kept; /* of one task; of the flips */
    struct task task;
    struct replay_flip *flips;
    size_t flip_count, flip_room;
    size_t tasks, harder, softer, unread, undecided;
};

/* Whether so many flips may be kept: QUANZE_USAGE. */
quanze_status replay_check_flips(uint64_t count, uint64_t most, struct quanze_error *error);

quanze_status replay_part_run(struct replay_part *part, struct quanze_error *error);
void replay_part_close(struct replay_part *part);

/* Sets the rule of a flip that is the first not to say the same, and what it said and says; "" when none differs. */
void replay_find_first(const struct ledger_told *then, const struct decision *decision, struct replay_flip *flip);

#endif
