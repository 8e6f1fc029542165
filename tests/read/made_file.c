#include "made_file.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <zip.h>

static void make_path(char *path, const char *ending) {
    int length = snprintf(path, MADE_PATH, "/tmp/quanze-test-XXXXXX%s", ending);
    assert_in_range(length, 1, MADE_PATH - 1);
}

void made_file(char *path, const char *ending, const void *bytes, size_t length) {
    make_path(path, "");
    int descriptor = mkstemp(path);
    assert_true(descriptor >= 0);
    close(descriptor);
    unlink(path);
    strcat(path, ending);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
}

void made_package(char *path, const char *ending, const struct made_part *parts, size_t count) {
    made_file(path, ending, "", 0);
    int error = 0;
    zip_t *zip = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &error);
    assert_non_null(zip);
    for (size_t i = 0; i < count; i++) {
        size_t length = parts[i].length ? parts[i].length : strlen(parts[i].text);
        zip_source_t *source = zip_source_buffer(zip, parts[i].text, length, 0);
        assert_non_null(source);
        assert_true(zip_file_add(zip, parts[i].name, source, ZIP_FL_ENC_UTF_8) >= 0);
    }
    assert_int_equal(zip_close(zip), 0);
}

void made_docx(char *path, const char *body) {
    static const char HEAD[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<w:document "
                               "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>",
                      TAIL[] = "</w:body></w:document>";
    size_t length = sizeof HEAD + sizeof TAIL + strlen(body);
    char *document = malloc(length);
    assert_non_null(document);
    snprintf(document, length, "%s%s%s", HEAD, body, TAIL);
    const struct made_part parts[] = {{"[Content_Types].xml", "<Types/>", 0}, {"word/document.xml", document, 0}};
    made_package(path, ".docx", parts, COUNT(parts));
    free(document);
}

char *made_bytes(const char *path, size_t *length) {
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    assert_int_equal(fseek(file, 0, SEEK_END), 0);
    *length = (size_t)ftell(file);
    rewind(file);
    char *bytes = malloc(*length + 1);
    assert_non_null(bytes);
    assert_int_equal(fread(bytes, 1, *length, file), *length);
    assert_int_equal(fclose(file), 0);
    return bytes;
}
