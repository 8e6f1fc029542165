/* scope.h - what the registers and upvalues of a compiled function hold: helpers, variables of the file, functions.
 *
 * A reader must believe: an answer is certain or it is none; what cannot be told is "not known".
 */
#ifndef RULE_SCOPE_H
#define RULE_SCOPE_H

#include <rule/bytecode/dump.h>
#include <rule/world/library.h>

/* The text constant, or empty. */
struct str scope_constant(const struct dump_function *function, unsigned index);

enum home { HOME_ENVIRONMENT, HOME_FILE, HOME_FUNCTION };

/* Where an upvalue lives: the environment, register `*slot` of the chunk, or a local of a function that is running. */
enum home scope_home(const struct dump_function *function, unsigned index, unsigned *slot);

/* The helper name that an upvalue is, or NULL. The names are the first locals of the chunk. */
const struct library *scope_library(const struct dump_function *function, unsigned upvalue);

/* The entry that a GETTABUP takes from a helper table, or NULL. */
const struct library_entry *scope_entry(const struct dump_function *function, uint32_t code);

/* The last instruction before `at` that writes the register, when no jump leads past it to between the two. */
bool scope_last_writer(const struct dump_function *function, unsigned target, size_t at, size_t *writer);

/* Whether the register certainly holds a helper function when instruction `at` runs. */
bool scope_holds_helper(const struct dump_function *function, unsigned target, size_t at);

/* The function of the same file that the register certainly holds when instruction `at` runs, or NULL. */
const struct dump_function *scope_function(const struct dump_function *function, unsigned target, size_t at);

#endif
