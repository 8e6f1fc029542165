/* fuzz_bundle.c - proof bundles: any bytes as a zip, or, as the first byte chooses, as a part of an otherwise sound one: the
 * manifest, or what the past answered. Reading ends cleanly, and only sound names come through. */
#include <base/archive.h>
#include <door/bundle/bundle.h>
#include <read/bundle.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void open_it(struct str bytes) {
    struct arena arena = {0};
    struct bundle bundle = {.bytes = NULL};
    struct texts changed;
    struct problems faults = {.arena = &arena};
    struct quanze_error error;
    if (bundle_open(bytes, "bundle", &bundle, &changed, &faults, &error) == QUANZE_OK)
        for (size_t i = 0; i < bundle.manifest.part_count; i++)
            if (!scratch_allows(bundle.manifest.parts[i].name)) abort();
    arena_free(&arena);
}

static void open_with_manifest(struct str manifest) {
    struct archive *archive = NULL;
    struct quanze_error error;
    struct buf bytes = {0};
    if (archive_open(&archive, &error) != QUANZE_OK || archive_add(archive, BUNDLE_MANIFEST, manifest, &error) != QUANZE_OK ||
        archive_add(archive, BUNDLE_TASK, STR("{}"), &error) != QUANZE_OK ||
        archive_add(archive, BUNDLE_VERDICT, STR("{}"), &error) != QUANZE_OK ||
        archive_add(archive, BUNDLE_PAST, STR("{}"), &error) != QUANZE_OK || archive_end(archive, &bytes, &error) != QUANZE_OK)
        abort();
    archive_close(archive);
    open_it(buf_str(&bytes));
    buf_free(&bytes);
}

static void read_past(struct str bytes) {
    struct arena arena = {0};
    struct bundle_past past;
    struct quanze_error error;
    if (read_bundle_past(bytes, &arena, &past, &error) == QUANZE_OK)
        for (size_t i = 0; i < past.count; i++)
            if (past.at[i].answer.tasks.count > HISTORY_MAX_TASKS) abort();
    arena_free(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size == 0) return 0;
    const struct str rest = {(const char *)data + 1, size - 1};
    switch (data[0] % 3) {
    case 0: open_it(rest); break;
    case 1: open_with_manifest(rest); break;
    case 2: read_past(rest); break;
    }
    return 0;
}
