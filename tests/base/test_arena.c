#include <base/arena.h>
#include <check.h>
#include <stdalign.h>

static void blocks_are_aligned_and_apart(void **state) {
    (void)state;
    struct arena arena = {0};
    unsigned char *taken[2000];
    size_t size[2000];
    for (size_t i = 0; i < COUNT(taken); i++) {
        size[i] = i * 37 % 501;
        taken[i] = arena_take(&arena, size[i]);
        assert_non_null(taken[i]);
        assert_int_equal((uintptr_t)taken[i] % alignof(max_align_t), 0);
        memset(taken[i], (int)(i % 251), size[i]);
    }
    for (size_t i = 0; i < COUNT(taken); i++)
        for (size_t j = 0; j < size[i]; j++) assert_int_equal(taken[i][j], i % 251);
    arena_free(&arena);
}

static void arrays_are_zeroed_after_a_reset(void **state) {
    (void)state;
    struct arena arena = {0};
    memset(arena_take(&arena, 4096), 0xEE, 4096);
    arena_reset(&arena);
    const unsigned char *array = arena_take_array(&arena, 512, 8);
    for (size_t i = 0; i < 4096; i++) assert_int_equal(array[i], 0);
    arena_free(&arena);
}

static void reset_keeps_memory_for_a_warm_run(void **state) {
    (void)state;
    struct arena arena = {0};
    for (int i = 0; i < 100; i++) arena_take(&arena, 1000);
    arena_reset(&arena);
    assert_int_equal(arena.used, 0);
    for (int run = 0; run < 3; run++) {
        for (int i = 0; i < 60; i++) arena_take(&arena, 1000);
        assert_ptr_equal(arena.first, arena.current);
        assert_true(arena.used >= 60 * 1000);
        arena_reset(&arena);
    }
    arena_free(&arena);
}

static void reset_gives_back_what_one_giant_took(void **state) {
    (void)state;
    struct arena arena = {0};
    assert_non_null(arena_take(&arena, (size_t)8 << 20));
    arena_reset(&arena);
    assert_null(arena.first);
    assert_non_null(arena_take(&arena, 10));
    arena_free(&arena);
}

static void impossible_sizes_are_refused(void **state) {
    (void)state;
    struct arena arena = {0};
    assert_null(arena_take(&arena, SIZE_MAX));
    assert_null(arena_take_array(&arena, SIZE_MAX / 4, 8));
    assert_null(arena_copy(&arena, (struct str){"x", SIZE_MAX}).at);
    assert_non_null(arena_take(&arena, 0));
    assert_non_null(arena_take_array(&arena, 0, 8));
    arena_free(&arena);
}

static void copies_end_in_nul(void **state) {
    (void)state;
    struct arena arena = {0};
    const struct str copy = arena_copy(&arena, (struct str){"abcdef", 3});
    assert_string_equal(copy.at, "abc");
    assert_int_equal(copy.length, 3);
    assert_string_equal(arena_copy(&arena, (struct str){NULL, 0}).at, "");
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blocks_are_aligned_and_apart),      cmocka_unit_test(arrays_are_zeroed_after_a_reset),
        cmocka_unit_test(reset_keeps_memory_for_a_warm_run), cmocka_unit_test(reset_gives_back_what_one_giant_took),
        cmocka_unit_test(impossible_sizes_are_refused),      cmocka_unit_test(copies_end_in_nul)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
