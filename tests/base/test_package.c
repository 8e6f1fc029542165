/* test_package.c - parts of packages, good and hostile. */
#include <read/made_file.h>

#include <base/file.h>
#include <base/package.h>
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* An opened package of a file that is gone already. */
struct fixture {
    struct arena arena;
    struct package *package;
    struct quanze_error error;
    quanze_status opened;
};

static void open_made(struct fixture *fixture, const struct made_part *parts, size_t count) {
    char path[MADE_PATH];
    struct str bytes;
    *fixture = (struct fixture){.package = NULL};
    made_package(path, ".docx", parts, count);
    assert_int_equal(file_read(path, QUANZE_MAX_FILE_BYTES, &fixture->arena, &bytes, &fixture->error), QUANZE_OK);
    unlink(path);
    fixture->opened = package_open(bytes, "made.docx", &fixture->package, &fixture->error);
}

static void close_made(struct fixture *fixture) {
    package_close(fixture->package);
    arena_free(&fixture->arena);
}

static void gives_parts_by_name(void **state) {
    (void)state;
    const struct made_part parts[] = {{"word/document.xml", "<a>正文</a>", 0}, {"Word/Styles.xml", "s", 0}};
    struct fixture fixture;
    struct str part;
    open_made(&fixture, parts, COUNT(parts));
    assert_int_equal(fixture.opened, QUANZE_OK);
    assert_int_equal(package_part(fixture.package, "word/document.xml", &fixture.arena, &part, &fixture.error), QUANZE_OK);
    assert_str(part, "<a>正文</a>");
    assert_true(package_has(fixture.package, "word/styles.xml"));
    assert_false(package_has(fixture.package, "word/nothing.xml"));
    assert_int_equal(package_part(fixture.package, "xl/workbook.xml", &fixture.arena, &part, &fixture.error), QUANZE_BAD_DATA);
    assert_non_null(strstr(fixture.error.zh, "xl/workbook.xml"));
    assert_string_equal(fixture.error.file, "made.docx");
    close_made(&fixture);
}

static void refuses_a_part_that_swells(void **state) {
    (void)state;
    enum { SIZE = 64 * 1024 * 1024 };
    char *zeros = calloc(1, SIZE);
    assert_non_null(zeros);
    const struct made_part parts[] = {{"word/document.xml", zeros, SIZE}};
    struct fixture fixture;
    struct str part;
    open_made(&fixture, parts, COUNT(parts));
    assert_int_equal(package_part(fixture.package, "word/document.xml", &fixture.arena, &part, &fixture.error),
                     QUANZE_BAD_DATA);
    assert_non_null(strstr(fixture.error.zh, "压缩炸弹"));
    assert_non_null(strstr(fixture.error.en, "zip bomb"));
    close_made(&fixture);
    free(zeros);
}

static void refuses_too_many_parts(void **state) {
    (void)state;
    enum { PARTS = QUANZE_MAX_PACKAGE_PARTS + 1 };
    struct made_part *parts = calloc(PARTS, sizeof *parts);
    char(*names)[16] = calloc(PARTS, sizeof *names);
    assert_true(parts && names);
    for (int i = 0; i < PARTS; i++) {
        snprintf(names[i], sizeof names[i], "p%d", i);
        parts[i] = (struct made_part){names[i], "x", 0};
    }
    struct fixture fixture;
    open_made(&fixture, parts, PARTS);
    assert_int_equal(fixture.opened, QUANZE_BAD_DATA);
    assert_non_null(strstr(fixture.error.en, "4097"));
    close_made(&fixture);
    free(names);
    free(parts);
}

/* Every cut of a package, and every byte of it turned over, either reads as it was or is refused; nothing else happens. */
static void survives_damage(void **state) {
    (void)state;
    const struct made_part parts[] = {{"word/document.xml", "<a>damage damage damage damage</a>", 0}};
    char path[MADE_PATH];
    size_t length;
    made_package(path, ".docx", parts, COUNT(parts));
    char *bytes = made_bytes(path, &length);
    unlink(path);
    size_t refused = 0;
    for (size_t i = 0; i < 2 * length; i++) {
        struct arena arena = {0};
        struct quanze_error error;
        struct package *package = NULL;
        struct str part;
        char *copy = malloc(length);
        assert_non_null(copy);
        memcpy(copy, bytes, length);
        if (i >= length) copy[i - length] = (char)~copy[i - length];
        size_t kept = i < length ? i : length;
        quanze_status status = package_open((struct str){copy, kept}, "x", &package, &error);
        if (status == QUANZE_OK) status = package_part(package, "word/document.xml", &arena, &part, &error);
        if (status == QUANZE_OK)
            assert_str(part, parts[0].text);
        else
            assert_int_equal(status, QUANZE_BAD_DATA), refused++;
        package_close(package);
        arena_free(&arena);
        free(copy);
    }
    assert_true(refused > length);
    free(bytes);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(gives_parts_by_name), cmocka_unit_test(refuses_a_part_that_swells),
                                       cmocka_unit_test(refuses_too_many_parts), cmocka_unit_test(survives_damage)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
