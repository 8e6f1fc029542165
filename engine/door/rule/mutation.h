/* mutation.h - how many small mistakes in a rule its own examples would notice. */
#ifndef DOOR_MUTATION_H
#define DOOR_MUTATION_H

#include <say/rule/coverage.h>

struct mutation_means {
    const struct calendar *calendar; /* or NULL */
    struct quanze_patience patience;
    struct arena *arena; /* of the survivors' texts */
};

/* Tries all mutants of one rule and adds to the score. QUANZE_INTERNAL when memory ran out, QUANZE_USAGE when the patience is
 * over. */
quanze_status mutation_try(const struct rule *rule, const struct mutation_means *means, struct mutation_score *score,
                           struct quanze_error *error);

#endif
