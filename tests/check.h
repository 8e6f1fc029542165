/* check.h - what every cmocka test needs, in the order cmocka wants it. */
#ifndef TESTS_CHECK_H
#define TESTS_CHECK_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* Compares a struct str with a NUL-ended string. */
#define assert_str(text, expected)                                                                                             \
    do {                                                                                                                       \
        const struct str checked_text = (text);                                                                                \
        assert_int_equal(checked_text.length, strlen(expected));                                                               \
        assert_memory_equal(checked_text.at, expected, strlen(expected));                                                      \
    } while (0)

#endif
