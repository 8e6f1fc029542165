/* test_notice_file.c - notices out of files of every kind, and files that are none. */
#include "../made_file.h"

#include <check.h>
#include <read/notice/notice_file.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static struct arena arena;
static struct paper_style style;
static struct quanze_error error;
static struct str text;

static int close_all(void **state) {
    (void)state;
    arena_free(&arena);
    return 0;
}

static quanze_status open_bytes(struct str bytes, const char *path) {
    return notice_file_text(bytes, path, &arena, &text, &style, &error);
}

static quanze_status open_file(const char *path) {
    size_t length;
    char *bytes = made_bytes(path, &length);
    const quanze_status status = open_bytes((struct str){bytes, length}, path);
    free(bytes);
    return status;
}

static void test_plain(void **state) {
    (void)state;
    assert_int_equal(open_bytes(STR("\xEF\xBB\xBF各乡镇：\r\n请报送。\r\n"), "a.txt"), QUANZE_OK);
    assert_str(text, "各乡镇：\n请报送。\n");
    assert_true(style.wrapped && !style.marked);
    assert_int_equal(open_bytes(STR("# 通知"), "a.md"), QUANZE_OK);
    assert_true(style.marked);
}

/* 各乡镇 in GB18030; and a file in which a line of it stands among UTF-8. */
static void test_gb18030(void **state) {
    (void)state;
    assert_int_equal(open_bytes(STR("\xB8\xF7\xCF\xE7\xD5\xF2\xA3\xBA"), "a.txt"), QUANZE_OK);
    assert_str(text, "各乡镇：");
    assert_int_equal(open_bytes(STR("各乡镇：\n\xB8\xF7\xCF\xE7\xD5\xF2\xA3\xBA\n"), "a.txt"), QUANZE_OK);
    assert_str(text, "各乡镇：\n各乡镇：\n");
}

/* Paragraphs and rows are lines; what was deleted and the spare copy of a drawing are not read. */
static void test_docx(void **state) {
    char path[MADE_PATH];
    (void)state;
    made_docx(path,
              "<w:p><w:r><w:t>各乡</w:t></w:r><w:r><w:t>镇：</w:t></w:r></w:p>"
              "<w:p><w:r><w:delText>旧</w:delText><w:t>请报送。</w:t><w:br/><w:t>尽快</w:t></w:r></w:p>"
              "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>表</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>一</w:t></w:r></w:p></w:tc>"
              "</w:tr></w:tbl>"
              "<mc:AlternateContent xmlns:mc=\"m\"><mc:Fallback><w:p><w:r><w:t>副本</w:t></w:r></w:p></mc:Fallback>"
              "</mc:AlternateContent>");
    assert_int_equal(open_file(path), QUANZE_OK);
    assert_str(text, "各乡镇：\n请报送。\n尽快\n表\t一\t\n");
    assert_false(style.wrapped);
    unlink(path);
}

static void test_html(void **state) {
    (void)state;
    assert_int_equal(
        open_bytes(STR("<html><head><title>站</title><style>p{}</style></head><body><p>各乡镇：</p><p>请\n报送<br>表"
                       "</p><script>x()</script><table><tr><td>一</td><td>二</td></tr></table>"),
                   "a.html"),
        QUANZE_OK);
    assert_str(text, "各乡镇：\n请 报送\n表\n一\t二\t\n");
}

/* The bytes decide, not the ending. */
static void test_wrong_ending(void **state) {
    char path[MADE_PATH];
    (void)state;
    made_docx(path, "<w:p><w:r><w:t>各乡镇：</w:t></w:r></w:p>");
    size_t length;
    char *bytes = made_bytes(path, &length);
    assert_int_equal(open_bytes((struct str){bytes, length}, "a.txt"), QUANZE_OK);
    assert_str(text, "各乡镇：\n");
    free(bytes);
    unlink(path);
}

static void test_refused(void **state) {
    static const struct {
        struct str bytes;
        const char *zh;
    } ROWS[] = {
        {STR_INIT("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"), "另存为 .docx"},
        {STR_INIT("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1.E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"), "密码"},
        {STR_INIT("%PDF-1.4"), "PDF"},
        {STR_INIT("PK\x03\x04 broken"), "已损坏"},
        {STR_INIT(""), "空"},
        {STR_INIT("通知\n\xFF\xFF\xFF\n"), "既不是 UTF-8"},
        {STR_INIT("通知\0通知"), "既不是 UTF-8"},
        {STR_INIT("\nformat: quanze/task/1\nid: a\n"), "像是任务文件"},
        {STR_INIT("id: a\ntitle: 关于报送材料的通知\n"), "像是任务文件"},
        {STR_INIT("{\"id\":\"a\",\"title\":\"b\"}"), "像是任务文件"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(ROWS); i++) {
        assert_int_equal(open_bytes(ROWS[i].bytes, "a.doc"), QUANZE_BAD_DATA);
        if (!strstr(error.zh, ROWS[i].zh)) fail_msg("row %zu: %s", i, error.zh);
    }
}

/* A text of 100 MiB is refused before anything is made of it; a document that swells is refused when it has. */
static void test_too_long(void **state) {
    const size_t length = (size_t)100 * 1024 * 1024, body = (size_t)QUANZE_MAX_NOTICE_BYTES + 4096;
    char path[MADE_PATH];
    char *bytes = malloc(length);
    (void)state;
    assert_non_null(bytes);
    memset(bytes, 'x', length);
    assert_int_equal(open_bytes((struct str){bytes, length}, "a.txt"), QUANZE_BAD_DATA);
    assert_non_null(strstr(error.zh, "太长"));
    bytes[body] = '\0';
    char *markup = malloc(body + 64);
    assert_non_null(markup);
    const int written = sprintf(markup, "<w:p><w:r><w:t>%s</w:t></w:r></w:p>", bytes);
    assert_true(written > 0);
    made_docx(path, markup);
    assert_int_equal(open_file(path), QUANZE_BAD_DATA);
    assert_non_null(strstr(error.zh, "太长"));
    unlink(path);
    free(markup);
    free(bytes);
}

static void test_names(void **state) {
    (void)state;
    assert_true(notice_file_is("通知.docx") && notice_file_is("a.TXT") && notice_file_is("b/c.html") &&
                notice_file_is("x.doc"));
    assert_false(notice_file_is("a.yaml") || notice_file_is("-") || notice_file_is("txt"));
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_plain),        cmocka_unit_test(test_gb18030),
                                       cmocka_unit_test(test_docx),         cmocka_unit_test(test_html),
                                       cmocka_unit_test(test_wrong_ending), cmocka_unit_test(test_refused),
                                       cmocka_unit_test(test_too_long),     cmocka_unit_test(test_names)};
    return cmocka_run_group_tests(tests, NULL, close_all);
}
