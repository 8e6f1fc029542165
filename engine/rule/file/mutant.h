/* mutant.h - small mistakes made on purpose, to see whether a rule's examples would notice.
 *
 * A reader must believe: a mutant changes the source in one place: an operator, a constant, a word, a condition forced one way,
 * or a condition of `applies` left out. Only `check`, the functions and constants before the table, parameter defaults and
 * `applies` are changed; what examples cannot see (titles, basis, messages, dates in force, remedies) is left alone.
 * Source: A. J. Offutt et al., "An experimental determination of sufficient mutant operators" (1996).
 */
#ifndef RULE_MUTANT_H
#define RULE_MUTANT_H

#include <rule/rule.h>

enum mutation { MUTATION_OPERATOR, MUTATION_CONSTANT, MUTATION_WORD, MUTATION_CONDITION, MUTATION_FILTER, MUTATION_COUNT };

struct mutant {
    enum mutation mutation;
    size_t offset, length; /* the bytes of the source that are replaced */
    struct str replacement;
    unsigned line; /* from 1 */
};

/* All mutants of a rule's source, in order of place. Arrays and texts live in `arena`; false when memory ran out. */
bool mutant_list(struct str source, struct arena *arena, struct mutant **out, size_t *count);

/* The source with one mutant in it; `at` is NULL when memory ran out. */
struct str mutant_apply(struct str source, const struct mutant *mutant, struct arena *arena);

#endif
