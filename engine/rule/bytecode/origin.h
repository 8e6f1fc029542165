/* origin.h - where the tables come from that a compiled function writes to.
 *
 * A reader must believe: every write to a table of facts or of the file that one can see in the function itself is found;
 * where a table has passed through something that is not looked into (another function, a table of the rule's own that holds
 * facts too), the function is not clear, and who runs it must guard what it hands in. A write to a table that the function
 * made itself is never found.
 */
#ifndef RULE_ORIGIN_H
#define RULE_ORIGIN_H

#include <rule/bytecode/dump.h>

/* Called for each instruction that writes where a rule may not: to what it was given (`given`), or to a table of the file. */
struct origin_sink {
    void (*found)(void *payload, const struct dump_function *function, size_t instruction, bool given);
    void *payload;
};

/* Looks through one function, without those inside it. `is_entry`: its arguments are the facts and parameters; else it is not
 * known what they are. `*clear`: nothing else than what was found can change a fact. False when memory ran out. */
bool origin_trace(const struct dump_function *function, bool is_entry, struct arena *arena, struct origin_sink sink,
                  bool *clear);

#endif
