#include <rule/world/library.h>
#include <rule/world/world.h>

static int open_protected(lua_State *lua) {
    library_push(lua, *(const double *)lua_touserdata(lua, 1));
    lua_rawseti(lua, LUA_REGISTRYINDEX, WORLD_LIBRARY);
    return 0;
}

quanze_status world_start(struct world *world, double day_hours, struct quanze_error *error) {
    if (!sandbox_open(&world->sandbox)) return error_memory(error);
    lua_State *lua = world->sandbox.lua;
    lua_checkstack(lua, 128);
    lua_pushcfunction(lua, open_protected);
    lua_pushlightuserdata(lua, &day_hours);
    int status = lua_pcall(lua, 1, 0, 0);
    if (status == LUA_OK) return QUANZE_OK;
    quanze_status result = sandbox_fault(&world->sandbox, status, error);
    sandbox_close(&world->sandbox);
    return result;
}
