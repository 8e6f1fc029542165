/* alloc.h - the one way to the heap.
 *
 * A reader must believe: no other file of the library calls malloc, realloc, calloc or free, so that a test
 * can make the n-th allocation fail, for n = 1, 2, 3 ... until a run succeeds.
 */
#ifndef BASE_ALLOC_H
#define BASE_ALLOC_H

#include <stddef.h>

/* `size` > 0 bytes, zeroed; NULL when memory ran out. */
void *alloc_new(size_t size);

/* Grows or shrinks; the old block stays valid when NULL is returned. */
void *alloc_resize(void *block, size_t size);

void alloc_free(void *block);

/* Makes an array of `*capacity` elements hold at least `wanted`; doubles. Returns the array, or NULL (old one untouched). */
void *alloc_grow(void *array, size_t *capacity, size_t wanted, size_t element_size);

/* For a program that stays, once at its start: a large block goes back to the system when it is freed, whatever thread did so.
 */
void alloc_stay(void);

/* Gives back to the system what a large piece of work has left behind; for a program that stays. */
void alloc_trim(void);

#endif
