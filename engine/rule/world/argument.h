/* argument.h - what helpers are given by a rule. Each throws a sentence that names the helper when it is not as expected. */
#ifndef RULE_ARGUMENT_H
#define RULE_ARGUMENT_H

#include <rule/world/world.h>

/* Borrowed from the stack. */
struct str argument_text(lua_State *lua, int index, const char *helper);

/* Pushes the array itself and returns its length. */
size_t argument_list(lua_State *lua, int index, const char *helper);

/* A whole number, also when written 2.0. */
int64_t argument_integer(lua_State *lua, int index, const char *helper);

/* A minute as in base/day.h, of the years 1900 to 2999. */
int64_t argument_minute(lua_State *lua, int index, const char *helper);

/* A number, integer or not; throws for anything else. */
double argument_number(lua_State *lua, int index, const char *helper);

/* Throws "helper: argument `index` should be ..., is ...". */
int argument_refuse(lua_State *lua, int index, const char *helper, const char *zh, const char *en);

/* Whole value of the number at `index`; false when it is no number or not whole. */
bool argument_whole(lua_State *lua, int index, int64_t *out);

#define ARGUMENT_FIRST_MINUTE (-36816480LL) /* 1900-01-01T00:00 */
#define ARGUMENT_LAST_MINUTE 541727999LL    /* 2999-12-31T23:59 */

#endif
