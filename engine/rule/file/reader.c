#include <base/utf8.h>
#include <rule/file/reader.h>
#include <stdio.h>
#include <stdlib.h>

struct place reader_place(struct reader *reader, const char *path) {
    return source_place(&reader->source, str_of(path), SOURCE_DEPTH_ALL);
}

void reader_join(char out[READER_PATH], const char *path, const char *key) {
    size_t length = strnlen(path, READER_PATH - 2), added = strlen(key);
    memcpy(out, path, length);
    if (length > 0) out[length++] = '.';
    if (added > READER_PATH - 1 - length) added = READER_PATH - 1 - length;
    memcpy(out + length, key, added);
    out[length + added] = '\0';
}

void reader_index(char out[READER_PATH], const char *path, size_t index) { snprintf(out, READER_PATH, "%s[%zu]", path, index); }

void *reader_array_of(struct reader *reader, size_t count, size_t size) {
    void *array = arena_take_array(reader->arena, count, size);
    if (array == NULL) reader->problems->out_of_memory = true;
    return array;
}

static const char *type_of(struct reader *reader) { return lua_typename(reader->lua, lua_type(reader->lua, -1)); }

static bool wrong_type(struct reader *reader, const char *path, const char *zh, const char *en) {
    READER_ERROR(reader, path, "wrong-type", "“%s”应为%s%.0s，实为 %s", "\"%s\" should be %.0s%s, is %s", path, zh, en,
                 type_of(reader));
    return false;
}

bool reader_text(struct reader *reader, const char *path, bool may_be_empty, struct str *out) {
    if (lua_type(reader->lua, -1) != LUA_TSTRING) return wrong_type(reader, path, "文字", "a text");
    struct str text;
    text.at = lua_tolstring(reader->lua, -1, &text.length);
    if (utf8_invalid_at(text) >= 0 || text.length > QUANZE_MAX_RULE_TEXT) {
        READER_ERROR(reader, path, "bad-text", "“%s”应为 UTF-8 文字，至多 %d 字节", "\"%s\" should be UTF-8, at most %d bytes",
                     path, QUANZE_MAX_RULE_TEXT);
        return false;
    }
    if (!may_be_empty && str_trim(text).length == 0) {
        READER_ERROR(reader, path, "empty-text", "“%s”不能为空", "\"%s\" must not be empty", path);
        return false;
    }
    *out = arena_copy(reader->arena, text);
    if (out->at == NULL) reader->problems->out_of_memory = true;
    return out->at != NULL;
}

void reader_field(struct reader *reader, const char *path, const char *field, bool may_be_empty, struct str *out) {
    char inner[READER_PATH];
    reader_join(inner, path, field);
    lua_getfield(reader->lua, -1, field);
    reader_text(reader, inner, may_be_empty, out);
    lua_pop(reader->lua, 1);
}

bool reader_is_table(struct reader *reader, const char *path) {
    return lua_istable(reader->lua, -1) || wrong_type(reader, path, "表", "a table");
}

bool reader_array(struct reader *reader, const char *path, size_t *count) {
    if (!reader_is_table(reader, path)) return false;
    lua_State *lua = reader->lua;
    *count = lua_rawlen(lua, -1);
    size_t entries = 0;
    lua_pushnil(lua);
    while (lua_next(lua, -2) != 0) {
        lua_pop(lua, 1);
        entries++;
    }
    if (entries == *count && *count <= QUANZE_MAX_ELEMENTS) return true;
    READER_ERROR(reader, path, "wrong-type", "“%s”应为不带键名的列表，至多 %d 项",
                 "\"%s\" should be a list without keys, of at most %d entries", path, QUANZE_MAX_ELEMENTS);
    return false;
}

bool reader_texts(struct reader *reader, const char *path, struct texts *out) {
    size_t count = 0;
    if (!reader_array(reader, path, &count)) return false;
    out->at = reader_array_of(reader, count, sizeof *out->at);
    if (out->at == NULL) return false;
    out->count = count;
    bool right = true;
    for (size_t i = 0; i < count; i++) {
        char inner[READER_PATH];
        reader_index(inner, path, i + 1);
        lua_rawgeti(reader->lua, -1, (lua_Integer)i + 1);
        right = reader_text(reader, inner, false, &out->at[i]) && right;
        lua_pop(reader->lua, 1);
    }
    return right;
}

static int compare_names(const void *left, const void *right) {
    return str_compare(*(const struct str *)left, *(const struct str *)right);
}

bool reader_names(struct reader *reader, const char *path, struct texts *out) {
    if (!reader_is_table(reader, path)) return false;
    lua_State *lua = reader->lua;
    size_t count = 0;
    lua_pushnil(lua);
    for (; lua_next(lua, -2) != 0; count++) lua_pop(lua, 1);
    out->at = reader_array_of(reader, count, sizeof *out->at);
    if (out->at == NULL) return false;
    out->count = 0;
    bool right = true;
    lua_pushnil(lua);
    while (lua_next(lua, -2) != 0) {
        lua_pop(lua, 1);
        if (lua_type(lua, -1) != LUA_TSTRING) {
            right = false;
            continue;
        }
        struct str *name = &out->at[out->count++];
        name->at = lua_tolstring(lua, -1, &name->length);
        bool valid = utf8_invalid_at(*name) < 0;
        *name = arena_copy(reader->arena, valid ? *name : STR("?"));
        if (name->at == NULL) reader->problems->out_of_memory = true;
        if (name->at == NULL) return false;
    }
    qsort(out->at, out->count, sizeof *out->at, compare_names);
    if (!right)
        READER_ERROR(reader, path, "wrong-type", "“%s”的每一项都应写键名", "every entry of \"%s\" should have a name", path);
    return right;
}

static bool knows_key(struct reader *reader, const char *path, struct str name, const struct reader_key *keys, size_t count) {
    struct str names[32];
    for (size_t i = 0; i < count; i++) {
        names[i] = str_of(keys[i].name);
        if (str_equal(names[i], name)) return true;
    }
    char inner[READER_PATH];
    reader_join(inner, path, name.at);
    ptrdiff_t nearest = str_nearest(name, names, count);
    if (nearest >= 0)
        READER_ERROR(reader, inner, "unknown-key", "没有“%s”这个键，是不是“%s”？",
                     "there is no key \"%s\"; did you mean \"%s\"?", name.at, keys[nearest].name);
    else
        READER_ERROR(reader, inner, "unknown-key", "没有“%s”这个键", "there is no key \"%s\"", name.at);
    return false;
}

/* Whether the table has all that it must have and nothing unknown: most have, and need no list of their names. */
static bool has_right_keys(lua_State *lua, const struct reader_key *keys, size_t count) {
    size_t entries = 0, known = 0;
    lua_pushnil(lua);
    for (; lua_next(lua, -2) != 0; entries++) lua_pop(lua, 1);
    for (size_t i = 0; i < count; i++) {
        bool present = lua_getfield(lua, -1, keys[i].name) != LUA_TNIL;
        lua_pop(lua, 1);
        if (!present && keys[i].required) return false;
        known += present;
    }
    return entries == known;
}

bool reader_keys(struct reader *reader, const char *path, const struct reader_key *keys, size_t count) {
    struct texts names;
    if (lua_istable(reader->lua, -1) && has_right_keys(reader->lua, keys, count)) return true;
    if (!reader_names(reader, path, &names)) return false;
    bool right = true;
    for (size_t i = 0; i < names.count; i++) right = knows_key(reader, path, names.at[i], keys, count) && right;
    for (size_t i = 0; i < count; i++) {
        bool present = false;
        for (size_t j = 0; j < names.count; j++) present = present || str_equal(names.at[j], str_of(keys[i].name));
        if (present || !keys[i].required) continue;
        READER_ERROR(reader, path, "missing-key", "缺少键“%s”", "the key \"%s\" is missing", keys[i].name);
        right = false;
    }
    return right;
}

bool reader_bilingual(struct reader *reader, const char *path, struct bilingual *out) {
    static const struct reader_key KEYS[] = {{"zh", true}, {"en", true}};
    if (!reader_keys(reader, path, KEYS, 2)) return false;
    char inner[READER_PATH];
    reader_join(inner, path, "zh");
    lua_getfield(reader->lua, -1, "zh");
    bool right = reader_text(reader, inner, false, &out->zh);
    lua_pop(reader->lua, 1);
    reader_join(inner, path, "en");
    lua_getfield(reader->lua, -1, "en");
    right = reader_text(reader, inner, false, &out->en) && right;
    lua_pop(reader->lua, 1);
    return right;
}

bool reader_word(struct reader *reader, const char *path, const struct str *names, size_t count, size_t *out) {
    struct str word;
    if (!reader_text(reader, path, false, &word)) return false;
    for (size_t i = 0; i < count; i++) {
        if (!str_equal(names[i], word)) continue;
        *out = i;
        return true;
    }
    ptrdiff_t nearest = str_nearest(word, names, count);
    if (nearest >= 0)
        READER_ERROR(reader, path, "unknown-word", "“%s”不能是“%s”，是不是“%.*s”？",
                     "\"%s\" cannot be \"%s\"; did you mean \"%.*s\"?", path, word.at, (int)names[nearest].length,
                     names[nearest].at);
    else
        READER_ERROR(reader, path, "unknown-word", "“%s”不能是“%s”", "\"%s\" cannot be \"%s\"", path, word.at);
    return false;
}

bool reader_fact(struct reader *reader, const char *path, struct str name, enum fact_id *out) {
    int fact = fact_find(name);
    if (fact >= 0) {
        *out = (enum fact_id)fact;
        return true;
    }
    int nearest = fact_nearest(name);
    if (nearest >= 0)
        READER_ERROR(reader, path, "unknown-fact", "没有“%s”这个事实，是不是“%s”？",
                     "there is no fact \"%s\"; did you mean \"%s\"?", name.at, fact_at((size_t)nearest)->name.at);
    else
        READER_ERROR(reader, path, "unknown-fact", "没有“%s”这个事实", "there is no fact \"%s\"", name.at);
    return false;
}
