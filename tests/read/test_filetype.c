/* test_filetype.c - what a file is by its bytes, and the way out for what cannot be read. */
#include "made_file.h"

#include <base/file.h>
#include <check.h>
#include <read/filetype.h>
#include <unistd.h>

#define OLE "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"

static void knows_texts(void **state) {
    (void)state;
    static const struct {
        const char *text;
        enum filetype type;
    } CASES[] = {{"序号,事项名称\n", FILETYPE_TEXT},
                 {"<!DOCTYPE HTML><p>x", FILETYPE_HTML},
                 {"\xEF\xBB\xBF\n <Table><tr>", FILETYPE_HTML},
                 {"<?xml version='1.0'?><!-- x --><html>", FILETYPE_HTML},
                 {"<b>no page</b>", FILETYPE_TEXT}};
    for (size_t i = 0; i < COUNT(CASES); i++) {
        enum filetype type;
        struct quanze_error error;
        assert_int_equal(filetype_find(str_of(CASES[i].text), "x", &type, &error), QUANZE_OK);
        assert_int_equal(type, CASES[i].type);
    }
}

static void says_how_to_convert(void **state) {
    (void)state;
    static const struct {
        struct str bytes;
        const char *zh, *en;
    } CASES[] = {
        {STR_INIT(OLE "....W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"), ".docx", "save it as .docx"},
        {STR_INIT(OLE "....W\0o\0r\0k\0b\0o\0o\0k\0"), ".xlsx", ".xlsx"},
        {STR_INIT(OLE "..E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"), "密码", "password"},
        {STR_INIT(OLE), "另存为", "save it as"},
        {STR_INIT("%PDF-1.7"), "另存为 .docx", "save it as .docx"},
        {STR_INIT("{\\rtf1"), "另存为 .docx", "save it as .docx"},
        {STR_INIT("\x89PNG\r\n"), "图片", "picture"},
        {STR_INIT("Rar!\x1A\x07"), "解压", "unpack"},
        {STR_INIT("PK\x03\x04 and no more"), "损坏", "damaged"},
        {STR_INIT(" \n"), "空", "empty"},
    };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        enum filetype type;
        struct quanze_error error;
        assert_int_equal(filetype_find(CASES[i].bytes, "旧.doc", &type, &error), QUANZE_BAD_DATA);
        assert_non_null(strstr(error.zh, CASES[i].zh));
        assert_non_null(strstr(error.en, CASES[i].en));
        assert_string_equal(error.file, "旧.doc");
    }
}

static quanze_status find_made(const struct made_part *parts, size_t count, enum filetype *type, struct quanze_error *error) {
    char path[MADE_PATH];
    struct arena arena = {0};
    struct str bytes;
    made_package(path, ".bin", parts, count);
    assert_int_equal(file_read(path, QUANZE_MAX_FILE_BYTES, &arena, &bytes, error), QUANZE_OK);
    unlink(path);
    quanze_status status = filetype_find(bytes, "x.bin", type, error);
    arena_free(&arena);
    return status;
}

static void knows_packages_by_their_parts(void **state) {
    (void)state;
    const struct made_part word[] = {{"word/document.xml", "<a/>", 0}}, excel[] = {{"xl/workbook.xml", "<a/>", 0}},
                           hollow[] = {{"[Content_Types].xml", "<a/>", 0}}, other[] = {{"readme.txt", "x", 0}};
    enum filetype type;
    struct quanze_error error;
    assert_int_equal(find_made(word, 1, &type, &error), QUANZE_OK);
    assert_int_equal(type, FILETYPE_DOCX);
    assert_int_equal(find_made(excel, 1, &type, &error), QUANZE_OK);
    assert_int_equal(type, FILETYPE_XLSX);
    assert_int_equal(find_made(hollow, 1, &type, &error), QUANZE_BAD_DATA);
    assert_non_null(strstr(error.zh, "word/document.xml"));
    const struct made_part ofd[] = {{"OFD.xml", "<a/>", 0}}, open_document[] = {{"content.xml", "<a/>", 0}};
    assert_int_equal(find_made(ofd, 1, &type, &error), QUANZE_BAD_DATA);
    assert_non_null(strstr(error.zh, "OFD"));
    assert_int_equal(find_made(open_document, 1, &type, &error), QUANZE_BAD_DATA);
    assert_non_null(strstr(error.en, ".odt"));
    assert_int_equal(find_made(other, 1, &type, &error), QUANZE_BAD_DATA);
    assert_non_null(strstr(error.zh, "解压"));
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(knows_texts), cmocka_unit_test(says_how_to_convert),
                                       cmocka_unit_test(knows_packages_by_their_parts)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
