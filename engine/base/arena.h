/* arena.h - memory that dies together.
 *
 * What a run makes lives in the run's arena: nothing is freed one by one. Reset keeps one large block for reuse,
 * so a bulk run allocates nothing per task once warm.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <base/str.h>
#include <stddef.h>

struct arena_block;

/* Zero-initialised is empty and ready. */
struct arena {
    struct arena_block *first, *current;
    size_t used; /* bytes handed out since the last reset */
};

/* `size` bytes aligned for any type, not zeroed; NULL when memory ran out. Size 0 gives a valid pointer. */
void *arena_take(struct arena *arena, size_t size);

/* The same, zeroed; `count * size` is checked for overflow. */
void *arena_take_array(struct arena *arena, size_t count, size_t size);

/* A copy of the bytes, NUL-ended for convenience; `at` is NULL when memory ran out. */
struct str arena_copy(struct arena *arena, struct str text);

/* Everything handed out becomes invalid; the largest block of at most 1 MiB is kept. */
void arena_reset(struct arena *arena);

void arena_free(struct arena *arena);

/* What `from` handed out lives on in `arena`; `from` is empty and ready afterwards. */
void arena_adopt(struct arena *arena, struct arena *from);

#endif
