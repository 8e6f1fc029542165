/* plain.h - a check as its instructions, kept so that what it answers can often be told without Lua (run/direct.h).
 *
 * A reader must believe: instructions, constants and helpers are those that Lua itself compiled and would run; nothing is left
 * out and nothing put in another place.
 */
#ifndef RULE_PLAIN_H
#define RULE_PLAIN_H

#include <lua.h>
#include <rule/bytecode/dump.h>
#include <rule/rule.h>

struct plain_check {
    const uint32_t *code;
    const lua_CFunction *helpers; /* of each instruction: the helper that it loads, NULL where it loads none */
    size_t code_count;
    const struct dump_constant *constants;
    size_t constant_count;
    size_t parameter_count;
};

/* Keeps the check in `arena`, texts borrowed from the dump; `*out` NULL for one that is too long to be worth it. False when
 * memory ran out. */
bool plain_keep(const struct dump_function *check, struct arena *arena, const struct plain_check **out);

#endif
