/* fuzz_office.c - what stands inside .docx and .xlsx: the bytes become the parts of a sound package, so that every try reaches
 * the readers of the parts. The first byte chooses; parts of a workbook are parted by NUL: worksheet, shared texts, styles. */
#include "fuzz_file.h"

#include <read/import/import.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char WORKBOOK[] = "<w xmlns:r='r'><sheets><sheet name='a' r:id='1'/></sheets></w>",
                  RELATIONS[] = "<r><Relationship Id='1' Target='worksheets/sheet1.xml'/></r>";

static void add(zip_t *zip, const char *name, const void *bytes, size_t size) {
    zip_source_t *source = zip_source_buffer(zip, bytes, size, 0);
    zip_int64_t index = source ? zip_file_add(zip, name, source, 0) : -1;
    if (index < 0 || zip_set_file_compression(zip, (zip_uint64_t)index, ZIP_CM_STORE, 0) != 0) abort();
}

static void add_workbook(zip_t *zip, const uint8_t *data, size_t size) {
    static const char *const NAMES[] = {"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"};
    add(zip, "xl/workbook.xml", WORKBOOK, sizeof WORKBOOK - 1);
    add(zip, "xl/_rels/workbook.xml.rels", RELATIONS, sizeof RELATIONS - 1);
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
        const uint8_t *end = i + 1 < sizeof NAMES / sizeof *NAMES ? memchr(data, 0, size) : NULL;
        size_t length = end ? (size_t)(end - data) : size;
        add(zip, NAMES[i], data, length);
        data += length + (end ? 1 : 0);
        size -= length + (end ? 1 : 0);
    }
}

static void import_it(const char *path) {
    struct arena arena = {0};
    struct problems problems = {.arena = &arena};
    struct import_report report = {.note_count = 0};
    struct quanze_error error;
    struct list list = {.item_count = 0};
    const struct import_request request = {.paths = &path, .path_count = 1, .valid_from = DAY_NONE, .today = 20270};
    import_list(&request, &arena, &list, &report, &problems, &error);
    list_free(&list);
    arena_free(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size == 0) return 0;
    zip_error_t why;
    zip_error_init(&why);
    zip_source_t *memory = zip_source_buffer_create(NULL, 0, 0, &why);
    if (!memory) abort();
    zip_source_keep(memory);
    zip_t *zip = zip_open_from_source(memory, ZIP_TRUNCATE, &why);
    if (!zip) abort();
    if (data[0] & 1)
        add(zip, "word/document.xml", data + 1, size - 1);
    else
        add_workbook(zip, data + 1, size - 1);
    if (zip_close(zip) != 0) abort();
    zip_stat_t stat;
    if (zip_source_open(memory) != 0 || zip_source_stat(memory, &stat) != 0) abort();
    uint8_t *bytes = malloc(stat.size ? stat.size : 1);
    if (!bytes || zip_source_read(memory, bytes, stat.size) != (zip_int64_t)stat.size) abort();
    zip_source_close(memory);
    zip_source_free(memory);
    import_it(fuzz_file(bytes, stat.size));
    free(bytes);
    return 0;
}
