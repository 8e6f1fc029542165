/* bytecode.h - what a compiled rule can do, before it runs.
 *
 * The numbers of Lua's instructions are not in its public headers, so bytecode_is_as_known compiles a few known lines and
 * looks whether they come out as expected. Source: Lua 5.4 lopcodes.h.
 */
#ifndef RULE_BYTECODE_H
#define RULE_BYTECODE_H

#include <base/arena.h>
#include <lua.h>
#include <rule/rule.h>

enum bytecode_offence {
    OFFENCE_UNKNOWN_NAME, /* reads a global: there are none */
    OFFENCE_GLOBAL,       /* writes a global */
    OFFENCE_ENVIRONMENT,  /* touches _ENV itself */
    OFFENCE_STATE,        /* a function writes a local of the file: it would live from run to run */
    OFFENCE_INPUT,        /* check or remedy writes to what it was given: facts, parameters, what is in them */
    OFFENCE_UNKNOWN_ENTRY /* names what a helper table does not have, as calendar.workhours */
};

/* Called for each offence, in the order of the file. `name` may be empty; `within` is the helper table's name, else empty. */
struct bytecode_sink {
    void (*found)(void *payload, enum bytecode_offence offence, struct str name, struct str within, unsigned line);
    void *payload;
};

struct bytecode_nature {
    bool counts_steps; /* a function loops or calls anything that is not a helper */
    bool may_write;    /* no write to what is given is seen, and one cannot tell that there is none: guard it in every run */
    const struct plain_check *plain; /* check; NULL: it is not kept. In `arena`, its texts borrowed from the code */
    struct rule_searches searches;   /* of check; none where it counts steps. In `arena`, their words borrowed from the code */
};

/* Looks through the chunk on top of the stack, as library_load compiled it. `*code` gets the dump, in `arena`.
 * False when memory ran out or the dump cannot be read. */
bool bytecode_examine(lua_State *lua, struct arena *arena, struct bytecode_sink sink, struct bytecode_nature *nature,
                      struct str *code);

/* Whether this Lua compiles as this file expects. `values` as for library_load. */
bool bytecode_is_as_known(lua_State *lua, int values, struct arena *arena);

#endif
