/* fuzz_thesaurus.c - everyday words and list words, which a county may write itself. */
#include "fuzz_file.h"

#include <read/thesaurus.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct arena words = {0};
    struct problems problems = {.arena = &words};
    struct quanze_error error;
    struct thesaurus thesaurus = {0};
    read_thesaurus(fuzz_file(data, size), &thesaurus, &problems, &error);
    thesaurus_free(&thesaurus);
    arena_free(&words);
    return 0;
}
