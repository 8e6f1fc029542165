/* A core that stays warm for years holds no more after a hundred thousand runs than after ten thousand: every block that Lua
 * gave back is there for the next of its size, also when a list that a rule fills outgrew the block it began in. */
#include <rule/support.h>
#include <stdio.h>
#include <stdlib.h>

void *__real_malloc(size_t size);
void *__real_realloc(void *block, size_t size);
void *__real_calloc(size_t count, size_t size);
void __real_free(void *block);
void *__wrap_malloc(size_t size);
void *__wrap_realloc(void *block, size_t size);
void *__wrap_calloc(size_t count, size_t size);
void __wrap_free(void *block);

static long blocks; /* that the program holds */

static void *held(void *block) {
    blocks += block != NULL;
    return block;
}

void *__wrap_malloc(size_t size) { return held(__real_malloc(size)); }
void *__wrap_calloc(size_t count, size_t size) { return held(__real_calloc(count, size)); }
void *__wrap_realloc(void *block, size_t size) {
    return block == NULL ? held(__real_realloc(block, size)) : __real_realloc(block, size);
}
void __wrap_free(void *block) {
    blocks -= block != NULL;
    __real_free(block);
}

/* Each run on a task of its own, so that none is answered from memory. */
static void run_many(struct fixture *fixture, long count) {
    static long staff = 3;
    for (long i = 0; i < count; i++) {
        give_number(fixture, "staff.required", staff++);
        assert_int_equal(run(fixture), STATUS_FAIL);
        arena_reset(&fixture->arena);
    }
}

static void expect_level(const char *check) {
    struct fixture *fixture = run_check(check);
    run_many(fixture, 10000);
    const long before = blocks;
    run_many(fixture, 100000);
    const long grown = blocks - before;
    if (grown > 10000) fail_msg("%ld blocks more after 100000 runs of %s", grown, check);
    fixture_free(fixture);
}

static void test_lists_that_grow_leave_nothing(void **state) {
    (void)state;
    expect_level(
        "function(n, p) local t = {} for i = 1, 3 do table.insert(t, 'a') end return fail('many', { n = list.count(t) }) end");
    expect_level("function(n, p) local t = {} for i = 1, 40 do t[i] = i end return fail('many', { n = #t }) end");
    expect_level("function(n, p) local t = {} for _, k in ipairs { 'a', 'b', 'c', 'd', 'e' } do t[k] = n end return "
                 "fail('many', { n = t.a }) end");
}

static void test_texts_leave_nothing(void **state) {
    (void)state;
    expect_level("function(n, p) local s = 'x' for i = 1, 6 do s = s .. s .. n end return fail('many', { n = #s }) end");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lists_that_grow_leave_nothing),
        cmocka_unit_test(test_texts_leave_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
