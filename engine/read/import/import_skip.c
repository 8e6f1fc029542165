/* import_skip.c - rows that gave nothing, and why. */
#include <read/import/import_inside.h>
#include <stdio.h>

void import_skip(struct import *import, const struct sheet *sheet, unsigned row, const char *zh, const char *en,
                 unsigned other) {
    struct import_report *report = import->report;
    char text_zh[256], text_en[256];
    size_t zh_length = (size_t)snprintf(text_zh, sizeof text_zh, "%s", zh);
    size_t en_length = (size_t)snprintf(text_en, sizeof text_en, "%s", en);
    if (other > 0) {
        zh_length += (size_t)snprintf(text_zh + zh_length, sizeof text_zh - zh_length, "（第 %u 行）", other);
        en_length += (size_t)snprintf(text_en + en_length, sizeof text_en - en_length, " (row %u)", other);
    }
    if (report->skipped_count == report->skipped_capacity) {
        size_t capacity = report->skipped_capacity ? report->skipped_capacity * 2 : 32;
        struct import_skip *grown = arena_take_array(import->arena, capacity, sizeof *grown);
        if (!grown) {
            import->out_of_memory = true;
            return;
        }
        if (report->skipped_count) memcpy(grown, report->skipped, report->skipped_count * sizeof *grown);
        report->skipped = grown;
        report->skipped_capacity = capacity;
    }
    struct import_skip skip = {.file = sheet->file,
                               .table = sheet->name,
                               .row = row,
                               .zh = arena_copy(import->arena, (struct str){text_zh, zh_length}),
                               .en = arena_copy(import->arena, (struct str){text_en, en_length})};
    if (!skip.zh.at || !skip.en.at) import->out_of_memory = true;
    report->skipped[report->skipped_count++] = skip;
}
