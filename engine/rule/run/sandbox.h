/* sandbox.h - a Lua state that cannot run away.
 *
 * A reader must believe:
 *   - every byte Lua holds comes through base/alloc.h and is counted here; no library of Lua is opened;
 *   - while limits are on, memory that a run takes (new, grown, concatenated; nothing is collected inside a run) and the
 *     instructions of a counted run are bounded, and so is the length of any one text that a rule makes;
 *   - a limit once tripped stays tripped until the state is closed: the reason is kept in C, whatever Lua returns.
 */
#ifndef RULE_SANDBOX_H
#define RULE_SANDBOX_H

#include <base/error.h>
#include <base/str.h>
#include <lua.h>

enum sandbox_trip { TRIP_NONE, TRIP_MEMORY, TRIP_STEPS };

/* The longest text a rule may make: one comparison of two such texts is then a few microseconds. */
#define SANDBOX_MAX_TEXT (64 * 1024)

/* Freed blocks up to this size are kept for the next of their size, by steps. */
#define SANDBOX_KEPT_BYTES 256
#define SANDBOX_KEPT_STEP 16
#define SANDBOX_KEPT_SIZES (SANDBOX_KEPT_BYTES / SANDBOX_KEPT_STEP)

struct kept_block {
    struct kept_block *next;
};

struct sandbox {
    lua_State *lua;
    size_t in_use;      /* bytes that Lua holds */
    size_t ceiling;     /* what `in_use` may not pass; SIZE_MAX while limits are off */
    int64_t steps_left; /* of the run */
    struct kept_block *kept[SANDBOX_KEPT_SIZES];
    enum sandbox_trip trip;
    struct quanze_error thrown; /* what a helper complained of; `line` 0 = not known */
};

/* Opens a state without any library and without collection of its own. False when memory ran out. */
bool sandbox_open(struct sandbox *sandbox);

void sandbox_close(struct sandbox *sandbox);

/* The sandbox that a state belongs to. */
static inline struct sandbox *sandbox_of(lua_State *lua) { return *(struct sandbox **)lua_getextraspace(lua); }

/* Turns limits on: memory from here on, `steps` instructions when `count`; helpers' work counts always. */
void sandbox_arm(struct sandbox *sandbox, int64_t steps, bool count);

/* As sandbox_arm with `count`, but one by one: slower, and `steps_left` is exact. */
void sandbox_arm_exact(struct sandbox *sandbox, int64_t steps);

/* Turns limits off. */
void sandbox_disarm(struct sandbox *sandbox);

/* Frees what earlier runs left behind, when there is enough of it to be worth it. Only between runs. */
void sandbox_tidy(struct sandbox *sandbox, size_t resting_bytes);

/* Helpers say how much they are about to do, in instructions. Does not return when that is too much. */
void sandbox_charge(lua_State *lua, size_t steps);

/* Ends the run with the sentences in `sandbox->thrown`, at the line of the rule that called. Never returns. */
int sandbox_throw(lua_State *lua);

#define SANDBOX_THROW(lua, ...) (error_set(&sandbox_of(lua)->thrown, QUANZE_BAD_DATA, __VA_ARGS__), sandbox_throw(lua))

/* After a protected call that came to `status`: what went wrong as sentences, with `line` where known.
 * QUANZE_INTERNAL when memory ran out for good, QUANZE_BAD_DATA when the rule is to blame. Pops the error value. */
quanze_status sandbox_fault(struct sandbox *sandbox, int status, struct quanze_error *error);

#endif
