#include <base/alloc.h>
#include <base/arena.h>
#include <stdalign.h>

enum {
    FIRST_BLOCK_BYTES = 16 * 1024,
    LARGEST_BLOCK_BYTES = 1024 * 1024 /* blocks double up to this; a larger request gets a block of its own */
};

struct arena_block {
    struct arena_block *next;
    size_t size, used; /* bytes behind this head */
};

/* Bytes of a block's head, rounded so that what follows is aligned for any type. */
#define HEAD_BYTES ((sizeof(struct arena_block) + alignof(max_align_t) - 1) / alignof(max_align_t) * alignof(max_align_t))

static char *block_bytes(struct arena_block *block) { return (char *)block + HEAD_BYTES; }

static struct arena_block *block_add(struct arena *arena, size_t size) {
    size_t wanted = arena->current ? arena->current->size * 2 : FIRST_BLOCK_BYTES;
    if (wanted > LARGEST_BLOCK_BYTES) wanted = LARGEST_BLOCK_BYTES;
    if (wanted < size) wanted = size;
    if (wanted > SIZE_MAX - HEAD_BYTES) return NULL;
    struct arena_block *block = alloc_resize(NULL, HEAD_BYTES + wanted);
    if (!block) return NULL;
    *block = (struct arena_block){.size = wanted};
    if (arena->current)
        arena->current->next = block;
    else
        arena->first = block;
    arena->current = block;
    return block;
}

void *arena_take(struct arena *arena, size_t size) {
    const size_t step = alignof(max_align_t);
    if (size > SIZE_MAX - step) return NULL;
    size = (size + step - 1) / step * step;
    struct arena_block *block = arena->current;
    if (!block || block->size - block->used < size) block = block_add(arena, size);
    if (!block) return NULL;
    void *taken = block_bytes(block) + block->used;
    block->used += size;
    arena->used += size;
    return taken;
}

void *arena_take_array(struct arena *arena, size_t count, size_t size) {
    if (size && count > SIZE_MAX / size) return NULL;
    void *taken = arena_take(arena, count * size);
    if (taken && count) memset(taken, 0, count * size);
    return taken;
}

struct str arena_copy(struct arena *arena, struct str text) {
    char *copy = text.length < SIZE_MAX ? arena_take(arena, text.length + 1) : NULL;
    if (!copy) return (struct str){NULL, 0};
    if (text.length) memcpy(copy, text.at, text.length);
    copy[text.length] = '\0';
    return (struct str){copy, text.length};
}

/* Whether `block` is the better one to keep: as large as a warm run needs, but not what one giant record took. */
static bool better_to_keep(const struct arena_block *block, const struct arena_block *kept) {
    return block->size <= LARGEST_BLOCK_BYTES && (!kept || block->size > kept->size);
}

void arena_reset(struct arena *arena) {
    struct arena_block *kept = NULL;
    for (struct arena_block *block = arena->first; block; block = block->next)
        if (better_to_keep(block, kept)) kept = block;
    for (struct arena_block *block = arena->first, *next; block; block = next) {
        next = block->next;
        if (block != kept) alloc_free(block);
    }
    if (kept) kept->next = NULL, kept->used = 0;
    *arena = (struct arena){.first = kept, .current = kept};
}

void arena_free(struct arena *arena) {
    for (struct arena_block *block = arena->first, *next; block; block = next) {
        next = block->next;
        alloc_free(block);
    }
    *arena = (struct arena){0};
}

void arena_adopt(struct arena *arena, struct arena *from) {
    if (!from->first) return;
    from->current->next = arena->first; /* in front, so that the arena goes on handing out from its own last block */
    arena->first = from->first;
    if (!arena->current) arena->current = from->current;
    arena->used += from->used;
    *from = (struct arena){0};
}
