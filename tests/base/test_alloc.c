#include <base/alloc.h>
#include <check.h>

static void new_memory_is_zeroed(void **state) {
    (void)state;
    unsigned char *block = alloc_new(1000);
    assert_non_null(block);
    for (size_t i = 0; i < 1000; i++) assert_int_equal(block[i], 0);
    alloc_free(block);
}

static void growing_keeps_the_elements(void **state) {
    (void)state;
    int *array = NULL;
    size_t capacity = 0;
    for (int i = 0; i < 5000; i++) {
        array = alloc_grow(array, &capacity, (size_t)i + 1, sizeof *array);
        assert_non_null(array);
        assert_true(capacity > (size_t)i);
        array[i] = i;
    }
    for (int i = 0; i < 5000; i++) assert_int_equal(array[i], i);
    assert_true(capacity < 10001);
    alloc_free(array);
}

static void impossible_growth_leaves_the_array(void **state) {
    (void)state;
    size_t capacity = 0;
    int *array = alloc_grow(NULL, &capacity, 3, sizeof *array);
    const size_t before = capacity;
    array[0] = 7;
    assert_null(alloc_grow(array, &capacity, SIZE_MAX / 2, sizeof *array));
    assert_null(alloc_grow(array, &capacity, SIZE_MAX, 1));
    assert_int_equal(capacity, before);
    assert_int_equal(array[0], 7);
    alloc_free(array);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(new_memory_is_zeroed), cmocka_unit_test(growing_keeps_the_elements),
                                       cmocka_unit_test(impossible_growth_leaves_the_array)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
