/* fuzz_rule.c - rule files: loading, and running every example of what loads. */
#include "fuzz_file.h"

#include <rule/rule.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *folder(void) {
    static char path[64];
    if (!path[0]) {
        char family[80];
        snprintf(path, sizeof path, "/tmp/quanze-fuzz-XXXXXX");
        if (!mkdtemp(path)) abort();
        snprintf(family, sizeof family, "%s/time", path);
        if (mkdir(family, 0700) != 0) abort();
    }
    return path;
}

static void write_rule(const uint8_t *data, size_t size) {
    char path[96];
    snprintf(path, sizeof path, "%s/time/TIME-001.lua", folder());
    FILE *file = fopen(path, "wb");
    if (!file || fwrite(data, 1, size, file) != size || fclose(file) != 0) abort();
}

static void run_examples(struct rule_core *core, const struct rule *rule) {
    struct task *task = calloc(1, sizeof *task);
    if (!task) abort();
    for (size_t i = 0; i < rule->example_count; i++) {
        struct arena arena = {0};
        struct rule_outcome outcome;
        task_clear(task);
        for (size_t k = 0; k < rule->examples[i].fact_count; k++)
            task_set(task, rule->examples[i].facts[k].fact, rule->examples[i].facts[k].value);
        if (fact_set_covers(&task->known, &rule->need_set)) rule_run(core, 0, task, &arena, &outcome);
        arena_free(&arena);
    }
    free(task);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct arena words = {0};
    struct problems problems = {.arena = &words};
    struct rulebook *book = NULL;
    struct rule_core *core = NULL;
    struct quanze_error error;
    write_rule(data, size);
    if (rulebook_load(folder(), &book, &problems, &error) == QUANZE_OK && book && book->count == 1 &&
        rule_core_open(book, NULL, false, &core, &error) == QUANZE_OK)
        run_examples(core, &book->rules[0]);
    rule_core_close(core);
    rulebook_free(book);
    arena_free(&words);
    return 0;
}
