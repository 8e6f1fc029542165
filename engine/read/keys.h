/* keys.h - the keys that a mapping of a list or calendar file may have, as a static table.
 *
 * A reader must believe: what one entry may say stands in one table; `values[i]` of a reading belongs to row i of it.
 */
#ifndef READ_KEYS_H
#define READ_KEYS_H

#include <read/fields.h>

/* One key. `choices` names a vocabulary of choice.def; a vocabulary that only one format knows stands in `words`.
 * `fields` are the keys of one record. */
struct key {
    const char *name;
    enum fact_type type;
    bool required;
    const char *choices;
    struct choices words;
    const struct key *fields;
    size_t field_count;
};

/* A table made ready, with room for the values of one entry. */
struct keys {
    const struct field *fields;
    struct value *values;
    size_t count;
};

/* Makes a table ready in the arena. False when memory ran out. */
bool keys_make(const struct key *table, size_t count, struct arena *arena, struct keys *out);

/* Reads one entry into `keys->values`, absent where not written. False after a problem. */
bool keys_read(const struct keys *keys, const struct node *mapping, const struct reading *reading);

/* A number, day or choice that was given, 0 for a count or amount stated to be none, else `otherwise`. */
int64_t keys_number(const struct keys *keys, size_t key, int64_t otherwise);

#endif
