/* typed.h - what was typed into the fields of a form, by fact. */
#ifndef DOOR_TYPED_H
#define DOOR_TYPED_H

#include <model/fact.h>
#include <quanze.h>

struct typed {
    struct str at[FACT_COUNT_ALL]; /* borrowed; `at` NULL: there was no such field */
    size_t count;
};

/* Names that are no facts are passed over. */
static inline void typed_take(const struct quanze_typed *fields, size_t count, struct typed *out) {
    for (size_t i = 0; i < count; i++) {
        const int id = fact_find(str_of(fields[i].fact));
        if (id < 0) continue;
        out->at[id] = str_of(fields[i].text);
        out->count++;
    }
}

#endif
