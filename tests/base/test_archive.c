/* test_archive.c - zip files that package.h reads back, the same bytes whatever the clock and the time zone. */
#include <base/archive.h>

#include <base/package.h>
#include <check.h>
#include <stdlib.h>
#include <time.h>

static void make(struct buf *out) {
    struct archive *archive = NULL;
    struct quanze_error error;
    assert_int_equal(archive_open(&archive, &error), QUANZE_OK);
    assert_int_equal(archive_add(archive, "word/document.xml", STR("<a>正文</a>"), &error), QUANZE_OK);
    assert_int_equal(archive_add(archive, "说明.txt", STR(""), &error), QUANZE_OK);
    assert_int_equal(archive_end(archive, out, &error), QUANZE_OK);
    archive_close(archive);
}

static void is_read_back(void **state) {
    (void)state;
    struct buf file = {0};
    struct arena arena = {0};
    struct package *package = NULL;
    struct quanze_error error;
    struct str part;
    make(&file);
    assert_int_equal(package_open(buf_str(&file), "made.zip", &package, &error), QUANZE_OK);
    assert_int_equal(package_part(package, "word/document.xml", &arena, &part, &error), QUANZE_OK);
    assert_str(part, "<a>正文</a>");
    assert_int_equal(package_part(package, "说明.txt", &arena, &part, &error), QUANZE_OK);
    assert_int_equal(part.length, 0);
    package_close(package);
    arena_free(&arena);
    buf_free(&file);
}

static void is_the_same_in_every_time_zone(void **state) {
    (void)state;
    struct buf first = {0}, second = {0};
    assert_int_equal(setenv("TZ", "Asia/Shanghai", 1), 0);
    tzset();
    make(&first);
    assert_int_equal(setenv("TZ", "America/New_York", 1), 0);
    tzset();
    nanosleep(&(struct timespec){.tv_sec = 2, .tv_nsec = 100000000}, NULL); /* the format counts two seconds at a time */
    make(&second);
    assert_int_equal(first.length, second.length);
    assert_memory_equal(first.at, second.at, first.length);
    buf_free(&first);
    buf_free(&second);
}

static void parts_of_another_stand_behind_its_own(void **state) {
    (void)state;
    struct buf other = {0}, file = {0};
    struct arena arena = {0};
    struct archive *archive = NULL;
    struct package *package = NULL;
    struct quanze_error error;
    struct str part;
    make(&other);
    assert_int_equal(archive_open(&archive, &error), QUANZE_OK);
    assert_int_equal(archive_add(archive, "first.txt", STR("1"), &error), QUANZE_OK);
    assert_int_equal(archive_add_all(archive, buf_str(&other), &error), QUANZE_OK);
    assert_int_equal(archive_end(archive, &file, &error), QUANZE_OK);
    archive_close(archive);
    assert_int_equal(package_open(buf_str(&file), "made.zip", &package, &error), QUANZE_OK);
    assert_int_equal(package_count(package), 3);
    assert_string_equal(package_name(package, 0), "first.txt");
    assert_int_equal(package_part(package, "word/document.xml", &arena, &part, &error), QUANZE_OK);
    assert_str(part, "<a>正文</a>");
    assert_int_equal(package_part(package, "说明.txt", &arena, &part, &error), QUANZE_OK);
    assert_int_equal(part.length, 0);
    package_close(package);
    arena_free(&arena);
    buf_free(&other);
    buf_free(&file);
}

static void takes_no_name_twice(void **state) {
    (void)state;
    struct buf other = {0};
    struct archive *archive = NULL;
    struct quanze_error error;
    assert_int_equal(archive_open(&archive, &error), QUANZE_OK);
    assert_int_equal(archive_add(archive, "a", STR("1"), &error), QUANZE_OK);
    assert_int_equal(archive_add(archive, "a", STR("2"), &error), QUANZE_INTERNAL);
    assert_int_equal(archive_add(archive, "说明.txt", STR("3"), &error), QUANZE_OK);
    make(&other);
    assert_int_equal(archive_add_all(archive, buf_str(&other), &error), QUANZE_INTERNAL);
    archive_close(archive);
    buf_free(&other);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(is_read_back),
        cmocka_unit_test(is_the_same_in_every_time_zone),
        cmocka_unit_test(parts_of_another_stand_behind_its_own),
        cmocka_unit_test(takes_no_name_twice),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
