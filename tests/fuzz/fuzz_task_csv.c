/* fuzz_task_csv.c - tasks in CSV. */
#include "fuzz_file.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    fuzz_tasks(data, size, "csv");
    return 0;
}
