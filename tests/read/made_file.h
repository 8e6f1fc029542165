/* made_file.h - files that the tests of tables make: bytes, packages, workbooks. */
#ifndef TESTS_READ_MADE_FILE_H
#define TESTS_READ_MADE_FILE_H

#include <base/str.h>

/* A file of its own with an ending; `path` holds MADE_PATH bytes and is to be unlinked. */
#define MADE_PATH 64
void made_file(char *path, const char *ending, const void *bytes, size_t length);

/* One part of a package. */
struct made_part {
    const char *name, *text;
    size_t length; /* 0: up to the NUL */
};

/* A package (.docx, .xlsx) of these parts, compressed. */
void made_package(char *path, const char *ending, const struct made_part *parts, size_t count);

/* A .docx whose body is this WordprocessingML. */
void made_docx(char *path, const char *body);

/* The bytes of a file, to be freed by the caller. */
char *made_bytes(const char *path, size_t *length);

#endif
