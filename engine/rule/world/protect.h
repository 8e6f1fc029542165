/* protect.h - tables that a rule can read and cannot change.
 *
 * A protected table is an empty one that reads through to the real one and refuses writes. Rules have no way to the
 * real one: getmetatable, rawset and next are not in their world.
 */
#ifndef RULE_PROTECT_H
#define RULE_PROTECT_H

#include <rule/run/sandbox.h>

/* Replaces the table on top of the stack by a protected view of it (not of the tables inside it). */
void protect_table(lua_State *lua);

/* Replaces the table on top of the stack by a protected view of it and of the tables inside it. */
void protect_deep(lua_State *lua);

/* Makes an empty protected environment whose every read is an error, and leaves it on the stack. */
void protect_push_environment(lua_State *lua);

/* Protects every table that the function at `index` holds in its upvalues, and those inside them, and so on through the
 * functions found there. Throws when they are nested deeper than a rule needs or have keys other than texts and numbers. */
void protect_upvalues(lua_State *lua, int index);

/* Pushes the real table behind the table at `index`; the same table when it is not protected. */
void protect_push_inner(lua_State *lua, int index);

bool protect_is_protected(lua_State *lua, int index);

#endif
