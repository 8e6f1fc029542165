/* source.h - where things stand in a rule file, and its `any{...}` and `all{...}`.
 *
 * A reader must believe: a Lua table cannot hold a nil at its end, so `any{false, nil}` would answer false for what is
 * unknown. The braces after `any` and `all` are therefore read as call parentheses, byte for byte in the same place.
 */
#ifndef RULE_SOURCE_H
#define RULE_SOURCE_H

#include <base/arena.h>
#include <base/error.h>

/* Place of an entry of the table that the file returns: "says.short.zh", "examples[2]". */
struct mark {
    struct str path;
    size_t offset;
    unsigned line;
};

struct source {
    struct str text; /* as in the file, without a byte order mark */
    const char *file;
    struct mark *marks;
    size_t mark_count, mark_capacity;
    int marked_depth;
    struct arena *arena;
    bool out_of_memory;
};

/* The text with any{...} and all{...} as calls: a copy, or the text itself where there are none. `at` is NULL when memory
 * ran out. */
struct str source_with_calls(struct arena *arena, struct str text);

/* The text with an empty table for its examples, lines as they were. `at` is NULL when the word stands elsewhere too or not as
 * `examples = {...}`, and when memory ran out: then the whole text is to be read. */
struct str source_without_examples(struct arena *arena, struct str text);

/* Line and column of an entry, or of the nearest entry around it; 1:1 when there is none. For entries down to `depth` only the
 * text is marked no deeper: the lines of examples are always asked for, the rest only when something is wrong. */
struct place source_place(struct source *source, struct str path, int depth);

#define SOURCE_DEPTH_EXAMPLES 2
#define SOURCE_DEPTH_ALL 6

#endif
