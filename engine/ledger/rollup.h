/* rollup.h - changes to the sums of months, gathered in memory until their transaction ends. */
#ifndef LEDGER_ROLLUP_H
#define LEDGER_ROLLUP_H

#include <base/arena.h>
#include <ledger/inside.h>

/* Where changes count. */
struct rolled_at {
    uint64_t hash;
    int month;
    struct str township, department;
};

/* What is counted. */
struct word {
    uint64_t hash;
    struct str text;
};

/* A change by number of its place and its word. */
struct change {
    uint32_t place, word; /* from 1; 0 = free */
    int64_t value;
};

/* A growing table of something that is found by its hash: `slots` hold numbers from 1, 0 = free. */
struct slots {
    uint32_t *at;
    size_t capacity, count;
};

/* What one share adds. */
struct part {
    uint32_t word;
    int64_t value;
};

/* Gathered changes. */
struct rollup {
    struct arena arena;
    struct rolled_at *places;
    struct word *words;
    size_t place_room, word_room;
    struct slots by_place, by_word;
    struct change *changes;
    size_t capacity, count;
    struct part *parts; /* of the share that is being added */
    size_t part_room, part_count;
};

/* The next line of `*rest`, which moves on; and whether it is "name value" (a line such as "?name" adds nothing). */
struct str rollup_next_line(struct str *rest);
bool rollup_read_line(struct str line, struct str *name, int64_t *value);

/* Writes what was gathered; within the transaction. */
quanze_status rollup_write(struct ledger *ledger, struct quanze_error *error);

/* Forgets it: the transaction is not to be. */
void rollup_forget(struct ledger *ledger);

#endif
