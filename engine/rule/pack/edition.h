/* edition.h - what packs and dates make of one rule on one day. For overlay*.c only. */
#ifndef RULE_EDITION_H
#define RULE_EDITION_H

#include <rule/pack/overlay.h>

/* The days from which on something about a rule may be otherwise, ascending, each once. */
struct edition_days {
    int32_t *at;
    size_t count;
};

/* False when memory ran out. */
bool edition_days(const struct overlay *overlay, const struct rule *rule, struct arena *arena, struct edition_days *out);

/* What the first `pack_count` packs make of a rule on a day. */
enum level edition_level(const struct overlay *overlay, const struct rule *rule, int32_t day, size_t pack_count);
bool edition_is_disabled(const struct overlay *overlay, const struct rule *rule, int32_t day, size_t pack_count);

/* The same of a parameter; the list does not count here. */
double edition_value(const struct overlay *overlay, const struct rule *rule, const struct rule_parameter *parameter,
                     int32_t day, size_t pack_count);

#endif
