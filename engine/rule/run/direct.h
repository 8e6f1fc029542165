/* direct.h - what a check answers, told without Lua where it only compares, counts and asks plain helpers.
 *
 * A reader must believe: where there is an answer it is that which Lua gives, values and all; whatever is not sure to come out
 * the same (another instruction, another helper, anything that Lua would refuse, a long text, a year without a calendar) has
 * none, and the check is run by Lua as ever, which also says what is wrong.
 */
#ifndef RULE_DIRECT_H
#define RULE_DIRECT_H

#include <rule/run/core.h>

/* Whether the check of rule `index` could be answered; then `out` holds the answer. Its other fields are left as they are. */
bool direct_answer(const struct rule_core *core, size_t index, const struct task *facts, struct arena *arena,
                   struct rule_outcome *out);

/* Whether the instructions of this Lua do what is made of them here. `values` as for library_load. */
bool direct_is_as_known(lua_State *lua, int values, struct arena *arena);

#endif
