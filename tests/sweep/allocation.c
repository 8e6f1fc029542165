/* allocation.c - see allocation.h. */
#include "allocation.h"

#include <stddef.h>

void *__real_malloc(size_t size);
void *__real_realloc(void *block, size_t size);
void *__real_calloc(size_t count, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_realloc(void *block, size_t size);
void *__wrap_calloc(size_t count, size_t size);

static long left;
static bool all_later, failed;

void allocation_fail_at(long n, bool onwards) {
    left = n;
    all_later = onwards;
    failed = false;
}

bool allocation_failed(void) { return failed; }

static bool fails(void) {
    if (left == 0) return false;
    if (left > 1) {
        left--;
        return false;
    }
    if (!all_later) left = 0;
    failed = true;
    return true;
}

void *__wrap_malloc(size_t size) { return fails() ? NULL : __real_malloc(size); }
void *__wrap_realloc(void *block, size_t size) { return fails() ? NULL : __real_realloc(block, size); }
void *__wrap_calloc(size_t count, size_t size) { return fails() ? NULL : __real_calloc(count, size); }
