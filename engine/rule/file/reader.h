/* reader.h - reading the table of one rule file: what every key reader shares. */
#ifndef RULE_READER_H
#define RULE_READER_H

#include <base/problem.h>
#include <rule/file/source.h>
#include <rule/world/world.h>

#define READER_PATH 160

struct reader {
    struct world *world;
    lua_State *lua;
    struct rule *rule;
    struct arena *arena;
    struct problems *problems;
    struct source source;
    struct str chunk;     /* what is compiled: the text with any{...} and all{...} as calls */
    size_t errors_before; /* of `problems` when this file began */
    bool does_not_compile;
    bool without_examples; /* they were taken out of the chunk */
};

/* Place of a path such as "says.short" in the file. */
struct place reader_place(struct reader *reader, const char *path);

#define READER_ERROR(reader, path, code, ...) problem_error((reader)->problems, code, reader_place(reader, path), __VA_ARGS__)

/* The readers below read the value on top of the stack and leave it there. Each reports what is wrong under `path`. */

/* A text that is not empty (unless `may_be_empty`), valid UTF-8, at most QUANZE_MAX_RULE_TEXT bytes; copied. */
bool reader_text(struct reader *reader, const char *path, bool may_be_empty, struct str *out);

/* The text of a field of the table on top of the stack. */
void reader_field(struct reader *reader, const char *path, const char *field, bool may_be_empty, struct str *out);

/* { zh = "...", en = "..." } */
bool reader_bilingual(struct reader *reader, const char *path, struct bilingual *out);

/* An array of texts. */
bool reader_texts(struct reader *reader, const char *path, struct texts *out);

/* Whether it is a table; reports otherwise. */
bool reader_is_table(struct reader *reader, const char *path);

/* Whether it is a plain array of at most QUANZE_MAX_ELEMENTS; `*count` of them. */
bool reader_array(struct reader *reader, const char *path, size_t *count);

/* The word as index among `names`; reports the nearest otherwise. */
bool reader_word(struct reader *reader, const char *path, const struct str *names, size_t count, size_t *out);

struct reader_key {
    const char *name;
    bool required;
};

/* Whether the table has just these keys; reports unknown ones with the nearest, and missing ones. */
bool reader_keys(struct reader *reader, const char *path, const struct reader_key *keys, size_t count);

/* The sorted text keys of the table, in the arena; reports keys that are no text. `*out` NULL when memory ran out. */
bool reader_names(struct reader *reader, const char *path, struct texts *out);

/* The fact of a name; reports the nearest otherwise. */
bool reader_fact(struct reader *reader, const char *path, struct str name, enum fact_id *out);

/* Writes "path.key" or "path[index]". */
void reader_join(char out[READER_PATH], const char *path, const char *key);
void reader_index(char out[READER_PATH], const char *path, size_t index);

void *reader_array_of(struct reader *reader, size_t count, size_t size);

#endif
