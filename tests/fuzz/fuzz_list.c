/* fuzz_list.c - duty lists. */
#include "fuzz_file.h"

#include <read/read.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct arena words = {0};
    struct problems problems = {.arena = &words};
    struct quanze_error error;
    struct list list = {0};
    read_list(fuzz_file(data, size), &list, &problems, &error);
    list_free(&list);
    arena_free(&words);
    return 0;
}
