#include <base/alloc.h>
#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>

void *alloc_new(size_t size) { return calloc(1, size ? size : 1); }

void *alloc_resize(void *block, size_t size) { return realloc(block, size ? size : 1); }

void alloc_free(void *block) { free(block); }

void *alloc_grow(void *array, size_t *capacity, size_t wanted, size_t element_size) {
    if (wanted <= *capacity && array) return array;
    size_t next = *capacity < 8 ? 8 : *capacity;
    while (next < wanted) {
        if (next > SIZE_MAX / 2) return NULL;
        next *= 2;
    }
    if (next > SIZE_MAX / element_size) return NULL;
    void *grown = alloc_resize(array, next * element_size);
    if (grown) *capacity = next;
    return grown;
}

#define LARGE_BYTES (256 * 1024)

/* Left to itself glibc learns to keep ever larger blocks in each thread's own heap, whose end it never gives back. */
void alloc_stay(void) {
#ifdef __GLIBC__
    (void)mallopt(M_MMAP_THRESHOLD, LARGE_BYTES);
    (void)mallopt(M_TRIM_THRESHOLD, LARGE_BYTES);
#endif
}

void alloc_trim(void) {
#ifdef __GLIBC__
    (void)malloc_trim(0);
#endif
}
