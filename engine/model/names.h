/* names.h - names to numbers: a hash table over borrowed names.
 *
 * A reader must believe: the first number given to a name stays; the table lives in the arena it was opened in.
 */
#ifndef MODEL_NAMES_H
#define MODEL_NAMES_H

#include <base/arena.h>

struct names {
    struct str *name; /* `count` names in the order they were added */
    int *number;      /* what each stands for */
    uint32_t *slot;   /* index into `name` plus 1, 0 = free; a power of two of them */
    size_t count, capacity, slot_mask;
};

/* Makes an empty table for at most `capacity` names; false when memory ran out. */
bool names_open(struct names *names, size_t capacity, struct arena *arena);

/* Adds a name. Returns the number that the name had before, or -1 when it is new. */
int names_add(struct names *names, struct str name, int number);

/* Gives a name that is in the table another number. */
void names_set(struct names *names, struct str name, int number);

/* The number of a name, or -1. */
int names_find(const struct names *names, struct str name);

/* The number of the nearest name, or -1. */
int names_nearest(const struct names *names, struct str wrong);

#endif
