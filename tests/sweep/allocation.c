/* allocation.c - see allocation.h. */
#include "allocation.h"

#include <stdatomic.h>
#include <stddef.h>

void *__real_malloc(size_t size);
void *__real_realloc(void *block, size_t size);
void *__real_calloc(size_t count, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_realloc(void *block, size_t size);
void *__wrap_calloc(size_t count, size_t size);

/* Several threads may allocate: which of them meets the failure is then left to chance, that one does is not. */
static atomic_long left; /* allocations until the one that fails, itself included; 0: none does */
static atomic_bool all_later, failed;

void allocation_fail_at(long n, bool onwards) {
    left = n;
    all_later = onwards;
    failed = false;
}

bool allocation_failed(void) { return failed; }

static bool fails(void) {
    long now = atomic_load(&left);
    do {
        if (now == 0) return false;
    } while (!atomic_compare_exchange_weak(&left, &now, now > 1 || !all_later ? now - 1 : now));
    if (now == 1) failed = true;
    return now == 1;
}

void *__wrap_malloc(size_t size) { return fails() ? NULL : __real_malloc(size); }
void *__wrap_realloc(void *block, size_t size) { return fails() ? NULL : __real_realloc(block, size); }
void *__wrap_calloc(size_t count, size_t size) { return fails() ? NULL : __real_calloc(count, size); }
