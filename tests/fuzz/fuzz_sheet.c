/* fuzz_sheet.c - published tables: .xlsx, .docx, HTML and CSV by their bytes, all the way to a list. */
#include "fuzz_file.h"

#include <read/import/import.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    const char *path = fuzz_file(data, size);
    struct arena arena = {0};
    struct problems problems = {.arena = &arena};
    struct import_report report = {.note_count = 0};
    struct quanze_error error;
    struct list list = {.item_count = 0};
    const struct import_request request = {.paths = &path, .path_count = 1, .valid_from = DAY_NONE, .today = 20270};
    import_list(&request, &arena, &list, &report, &problems, &error);
    list_free(&list);
    arena_free(&arena);
    return 0;
}
