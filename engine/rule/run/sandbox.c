#include <base/alloc.h>
#include <rule/run/fault.h>
#include <rule/run/sandbox.h>
#include <stdio.h>
#include <stdlib.h>

/* The hook costs the same whatever its count; a thousand keeps the overrun below a per cent of the limit. */
#define STEPS_PER_HOOK 1000

/* What may lie about before a young collection, and before a full one. */
#define TIDY_YOUNG_BYTES ((size_t)512 * 1024)
#define TIDY_FULL_BYTES ((size_t)8 * 1024 * 1024)

/* Its address is the error value of `sandbox_throw`; a rule cannot make one. */
static const char thrown_mark;

/* The line of the innermost Lua function, or 0. Reads the call stack only, so the allocator may ask too. */
static unsigned running_line(lua_State *lua) {
    lua_Debug at;
    for (int level = 0; level < 3 && lua_getstack(lua, level, &at); level++) {
        if (lua_getinfo(lua, "l", &at) && at.currentline > 0) return (unsigned)at.currentline;
    }
    return 0;
}

static void trip(struct sandbox *sandbox, enum sandbox_trip reason) {
    if (sandbox->trip != TRIP_NONE) return;
    sandbox->trip = reason;
    sandbox->thrown.line = running_line(sandbox->lua);
}

static bool allowed(struct sandbox *sandbox, const void *block, size_t old_size, size_t new_size) {
    if (sandbox->ceiling == SIZE_MAX) return true;
    bool new_text = block == NULL && old_size == LUA_TSTRING;
    size_t growth = block == NULL ? new_size : new_size - old_size;
    if (sandbox->trip == TRIP_NONE && sandbox->in_use + growth <= sandbox->ceiling &&
        !(new_text && new_size > SANDBOX_MAX_TEXT + 64))
        return true;
    trip(sandbox, TRIP_MEMORY);
    return false;
}

/* Small blocks come and go with every run: they are kept by size, each a block of its own for base/alloc.h. */
static size_t room_of(size_t size) { return (size + SANDBOX_KEPT_STEP - 1) / SANDBOX_KEPT_STEP * SANDBOX_KEPT_STEP; }

static struct kept_block **kept_of(struct sandbox *sandbox, size_t size) {
    return &sandbox->kept[room_of(size) / SANDBOX_KEPT_STEP - 1];
}

static void *take(struct sandbox *sandbox, size_t size) {
    if (size > SANDBOX_KEPT_BYTES) return alloc_resize(NULL, size);
    struct kept_block **kept = kept_of(sandbox, size), *block = *kept;
    if (block == NULL) return alloc_resize(NULL, room_of(size));
    *kept = block->next;
    return block;
}

static void release(struct sandbox *sandbox, void *block, size_t size) {
    if (block == NULL) return;
    if (size > SANDBOX_KEPT_BYTES || size == 0) {
        alloc_free(block);
        return;
    }
    struct kept_block **kept = kept_of(sandbox, size), *freed = block;
    freed->next = *kept;
    *kept = freed;
}

static void free_kept(struct sandbox *sandbox) {
    for (size_t i = 0; i < SANDBOX_KEPT_SIZES; i++)
        for (struct kept_block *next; sandbox->kept[i] != NULL; sandbox->kept[i] = next) {
            next = sandbox->kept[i]->next;
            alloc_free(sandbox->kept[i]);
        }
}

/* A small block stays of its size: what outgrows it moves, or blocks would pass from the sizes where many are taken to those
 * where none is. */
static void *resize(struct sandbox *sandbox, void *block, size_t old_size, size_t new_size) {
    const bool is_small = new_size <= SANDBOX_KEPT_BYTES, was_small = old_size <= SANDBOX_KEPT_BYTES;
    if (is_small && was_small && room_of(old_size) == room_of(new_size)) return block;
    if (!is_small && !was_small) return alloc_resize(block, new_size);
    void *moved = take(sandbox, new_size);
    if (moved == NULL) return NULL;
    memcpy(moved, block, old_size < new_size ? old_size : new_size);
    release(sandbox, block, old_size);
    return moved;
}

static void *allocate(void *payload, void *block, size_t old_size, size_t new_size) {
    struct sandbox *sandbox = payload;
    size_t held = block == NULL ? 0 : old_size;
    if (new_size == 0) {
        release(sandbox, block, old_size);
        sandbox->in_use -= held;
        return NULL;
    }
    if (new_size > held && !allowed(sandbox, block, old_size, new_size)) return NULL;
    void *moved = block == NULL ? take(sandbox, new_size) : resize(sandbox, block, old_size, new_size);
    /* Lua takes it for granted that shrinking succeeds. */
    if (moved == NULL && new_size <= held) moved = block;
    if (moved != NULL) sandbox->in_use += new_size - held;
    return moved;
}

bool sandbox_open(struct sandbox *sandbox) {
    *sandbox = (struct sandbox){.ceiling = SIZE_MAX};
    sandbox->lua = lua_newstate(allocate, sandbox);
    if (sandbox->lua == NULL) free_kept(sandbox);
    if (sandbox->lua == NULL) return false;
    *(struct sandbox **)lua_getextraspace(sandbox->lua) = sandbox;
    lua_gc(sandbox->lua, LUA_GCGEN, 0, 0);
    lua_gc(sandbox->lua, LUA_GCSTOP);
    return true;
}

void sandbox_close(struct sandbox *sandbox) {
    if (sandbox->lua == NULL) return;
    sandbox->ceiling = SIZE_MAX;
    lua_close(sandbox->lua);
    sandbox->lua = NULL;
    free_kept(sandbox);
}

static void spend(lua_State *lua, int64_t steps) {
    struct sandbox *sandbox = sandbox_of(lua);
    if (sandbox->ceiling == SIZE_MAX) return;
    sandbox->steps_left -= steps;
    if (sandbox->steps_left >= 0 && sandbox->trip == TRIP_NONE) return;
    trip(sandbox, TRIP_STEPS);
    lua_pushnil(lua);
    lua_error(lua);
}

static void on_steps(lua_State *lua, lua_Debug *at) {
    (void)at;
    spend(lua, STEPS_PER_HOOK);
}

static void on_step(lua_State *lua, lua_Debug *at) {
    (void)at;
    spend(lua, 1);
}

void sandbox_arm_exact(struct sandbox *sandbox, int64_t steps) {
    sandbox_arm(sandbox, steps, false);
    lua_sethook(sandbox->lua, on_step, LUA_MASKCOUNT, 1);
}

void sandbox_arm(struct sandbox *sandbox, int64_t steps, bool count) {
    sandbox->steps_left = steps;
    sandbox->ceiling = sandbox->in_use + QUANZE_MAX_RULE_MEMORY;
    sandbox->thrown.line = 0;
    if (count) lua_sethook(sandbox->lua, on_steps, LUA_MASKCOUNT, steps < STEPS_PER_HOOK ? 10 : STEPS_PER_HOOK);
}

void sandbox_disarm(struct sandbox *sandbox) {
    sandbox->ceiling = SIZE_MAX;
    if (lua_gethookmask(sandbox->lua) != 0) lua_sethook(sandbox->lua, NULL, 0, 0);
}

void sandbox_tidy(struct sandbox *sandbox, size_t resting_bytes) {
    if (sandbox->in_use < resting_bytes + TIDY_YOUNG_BYTES) return;
    if (sandbox->in_use < resting_bytes + TIDY_FULL_BYTES)
        lua_gc(sandbox->lua, LUA_GCSTEP, 0);
    else
        lua_gc(sandbox->lua, LUA_GCCOLLECT);
}

void sandbox_charge(lua_State *lua, size_t steps) {
    spend(lua, steps > QUANZE_MAX_RULE_STEPS ? (int64_t)QUANZE_MAX_RULE_STEPS + 1 : (int64_t)steps);
}

int sandbox_throw(lua_State *lua) {
    sandbox_of(lua)->thrown.line = running_line(lua);
    lua_pushlightuserdata(lua, (void *)(uintptr_t)&thrown_mark);
    return lua_error(lua);
}

/* Lua puts "rule:LINE: " before its messages, since chunks are named "rule". Returns the message behind it. */
static const char *message_without_line(const char *message, unsigned *line) {
    *line = 0;
    if (strncmp(message, "rule:", 5) != 0) return message;
    char *end = NULL;
    unsigned long number = strtoul(message + 5, &end, 10);
    if (strncmp(end, ": ", 2) != 0) return message;
    *line = (unsigned)number;
    return end + 2;
}

static quanze_status lua_fault(lua_State *lua, struct quanze_error *error) {
    unsigned line = 0;
    const char *message = lua_type(lua, -1) == LUA_TSTRING ? lua_tostring(lua, -1) : "an error without words";
    message = message_without_line(message, &line);
    char zh[QUANZE_ERROR_TEXT];
    fault_words(message, zh, sizeof zh);
    error_set(error, QUANZE_BAD_DATA, "规则出错：%s%.0s", "%.0sthe rule broke: %s", zh, message);
    error->line = line;
    return QUANZE_BAD_DATA;
}

quanze_status sandbox_fault(struct sandbox *sandbox, int status, struct quanze_error *error) {
    lua_State *lua = sandbox->lua;
    unsigned line = sandbox->thrown.line;
    quanze_status result = QUANZE_BAD_DATA;
    if (sandbox->trip == TRIP_MEMORY) {
        error_set(error, result, "规则占用内存超过上限 %d 字节（单条文字上限 %d 字节）",
                  "the rule took more memory than the limit of %d bytes (%d for one text)", QUANZE_MAX_RULE_MEMORY,
                  SANDBOX_MAX_TEXT);
        error->line = line;
    } else if (sandbox->trip == TRIP_STEPS) {
        error_set(error, result, "规则执行步数超过上限 %d", "the rule ran more than the limit of %d steps",
                  QUANZE_MAX_RULE_STEPS);
        error->line = line;
    } else if (status == LUA_ERRMEM) {
        result = error_memory(error);
    } else if (lua_touserdata(lua, -1) == (const void *)&thrown_mark) {
        *error = sandbox->thrown;
    } else {
        result = lua_fault(lua, error);
    }
    lua_pop(lua, 1);
    return result;
}
