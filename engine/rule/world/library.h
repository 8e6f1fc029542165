/* library.h - the whole world a rule can see, as one table.
 *
 * A reader must believe: every name stands here once. A rule file gets the names as constant locals in front of its first
 * line, so Lua itself refuses an assignment to them; there are no globals at all.
 */
#ifndef RULE_LIBRARY_H
#define RULE_LIBRARY_H

#include <base/str.h>
#include <lua.h>

struct library_entry {
    struct str name;
    lua_CFunction function; /* NULL for a field that is a number */
};

/* One name in front of a rule: a function, or a table of entries. */
struct library {
    struct str name;
    lua_CFunction function; /* NULL for a table */
    const struct library_entry *entries;
    size_t count;
};

#define LIBRARY_COUNT 18

/* In the order of the constant locals. */
const struct library *library_at(size_t index);

/* Pushes an array of the values of all names; `day_hours` is calendar.day_hours. */
void library_push(lua_State *lua, double day_hours);

/* Compiles a rule file (text only, never bytecode) with the names in front, an own environment and `values`, an array as
 * library_push makes, ready to be called: pushes the chunk and its arguments. Returns Lua's status; on an error only the
 * message is pushed. */
int library_load(lua_State *lua, struct str source, int values);

/* The same for code that this process has compiled and dumped itself; a file is never loaded so. */
int library_load_compiled(lua_State *lua, struct str code, int values);

/* Calls what library_load pushed and leaves one result. */
void library_call(lua_State *lua);

/* Name nearest to a wrong one, among the names or among the entries of `within`; empty when none is near. */
struct str library_nearest(const struct library *within, struct str wrong);

bool library_has(const struct library *within, struct str name);

#endif
