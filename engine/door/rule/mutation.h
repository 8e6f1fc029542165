/* mutation.h - how many small mistakes in a rule its own examples would notice. */
#ifndef DOOR_MUTATION_H
#define DOOR_MUTATION_H

#include <say/rule/coverage.h>

/* Tries all mutants of one rule and adds to the score. Texts of survivors live in `arena`. QUANZE_INTERNAL when memory ran out.
 */
quanze_status mutation_try(const struct rule *rule, const struct calendar *calendar, struct arena *arena,
                           struct mutation_score *score, struct quanze_error *error);

#endif
