/* fuzz_task_json.c - tasks in JSON Lines. */
#include "fuzz_file.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    fuzz_tasks(data, size, "jsonl");
    return 0;
}
