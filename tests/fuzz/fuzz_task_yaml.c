/* fuzz_task_yaml.c - tasks in YAML. */
#include "fuzz_file.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    fuzz_tasks(data, size, "yaml");
    return 0;
}
