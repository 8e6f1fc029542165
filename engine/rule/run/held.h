/* held.h - texts and lists of facts that a core keeps, so that rules and tasks share them.
 *
 * A reader must believe: a value is told by its content alone; a content has one number for as long as it is kept, and no
 * number is ever given twice, so who remembers a number remembers the content. Only rules that cannot write to what they are
 * given (origin.h) get what is kept; nothing large is kept.
 */
#ifndef RULE_HELD_H
#define RULE_HELD_H

#include <base/buf.h>
#include <lua.h>
#include <model/task.h>

#define HELD_WAYS 4 /* contents kept for a fact; one for texts, which seldom come again */
#define HELD_BYTES 4096

struct held_value {
    struct buf content;
    uint64_t number; /* 0: nothing is kept here */
    bool is_pushed;  /* it stands in the registry */
};

struct held {
    struct held_value *values;
    lua_Integer first_slot;                  /* of values[0] in the registry; the others behind it */
    size_t count;                            /* of values */
    uint16_t base[FACT_COUNT_ALL];           /* index of a fact's first value */
    uint8_t ways[FACT_COUNT_ALL];            /* 0: facts that are no texts or lists */
    uint8_t next[FACT_COUNT_ALL];            /* the way that the next content takes */
    uint64_t found_in[FACT_COUNT_ALL];       /* the round in which the fact was last looked for, */
    struct value sought[FACT_COUNT_ALL];     /* with which value, */
    struct held_value *last[FACT_COUNT_ALL]; /* and what was found */
    uint64_t round, numbers;
    struct buf scratch;
};

/* False when memory ran out. */
bool held_open(struct held *held);
void held_close(struct held *held);

/* A new round begins: what the values of facts point to may be another. Within a round it stays as it is. */
static inline void held_begin(struct held *held) { held->round++; }

/* What is kept for a known value of a text or list, made anew when it must be; NULL when it is too large or memory ran out. */
struct held_value *held_find(struct held *held, enum fact_id fact, const struct value *value);

/* Its place in the registry. */
static inline lua_Integer held_slot(const struct held *held, const struct held_value *value) {
    return held->first_slot + (value - held->values);
}

/* The state is another: nothing stands in its registry. */
void held_forget_pushes(struct held *held);

#endif
