/* intake.h - Lua values as facts.
 *
 * From a running rule: as view.h shows them. As written (examples and filters of a rule file): as in a task file, money in
 * yuan, times and dates as texts.
 */
#ifndef RULE_INTAKE_H
#define RULE_INTAKE_H

#include <rule/world/world.h>

enum intake_manner { INTAKE_RUN, INTAKE_WRITTEN };

/* Reads the value at `index`. Texts are copied into `arena`. False with a sentence when it does not fit the fact. */
bool intake_value(lua_State *lua, int index, enum fact_id fact, enum intake_manner manner, struct arena *arena,
                  struct value *out, struct quanze_error *error);

/* Reads, as written, one element of a list-typed fact, or a value of any other. */
bool intake_element(lua_State *lua, int index, enum fact_id fact, struct arena *arena, struct value *out,
                    struct quanze_error *error);

#endif
