/* view.h - facts as Lua values and back.
 *
 * As a running rule sees them: money in fen, ratios and hours as numbers, every date and time as minutes, choices by their
 * English names, `done` as true or a minute; stated none is false, 0, "" or {}; lists are fresh arrays.
 * As written (examples and filters of a rule file): as in a task file, money in yuan, times and dates as texts.
 */
#ifndef RULE_VIEW_H
#define RULE_VIEW_H

#include <rule/world.h>

enum view_manner { VIEW_RUN, VIEW_WRITTEN };

/* Whether pushing such a fact never allocates, given its words are in the registry. */
bool view_is_scalar(enum fact_type type);

/* Pushes a known value as a running rule sees it. `words` is the registry index of the fact's first word (choices only). */
void view_push(lua_State *lua, enum fact_id fact, const struct value *value, lua_Integer words);

/* Reads the value at `index`. Texts are copied into `arena`. False with a sentence when it does not fit the fact. */
bool view_take(lua_State *lua, int index, enum fact_id fact, enum view_manner manner, struct arena *arena, struct value *out,
               struct quanze_error *error);

/* The same for one element of a list-typed fact, or the fact's own type. */
bool view_take_element(lua_State *lua, int index, enum fact_id fact, struct arena *arena, struct value *out,
                       struct quanze_error *error);

#endif
