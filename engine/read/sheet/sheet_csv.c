/* sheet_csv.c - one table, one record a row. */
#include <read/csv.h>
#include <read/encoding.h>
#include <read/sheet/sheet_build.h>

/* The record that starts `text`, its line breaks in quoted cells included. */
static struct str cut_record(struct str text, unsigned *lines) {
    enum csv_state state = CSV_CELL_START;
    size_t length = 0;
    *lines = 0;
    while (length < text.length) {
        const char *end = memchr(text.at + length, '\n', text.length - length);
        size_t line = end ? (size_t)(end - text.at) - length + 1 : text.length - length;
        state = csv_scan_line((struct str){text.at + length, line - (end ? 1 : 0)}, state);
        length += line;
        ++*lines;
        if (state != CSV_QUOTED) break;
        if (length > QUANZE_MAX_RECORD_BYTES) break;
    }
    return (struct str){text.at, length};
}

static bool take_record(struct sheet_builder *builder, struct sheet_draft *draft, struct str record, unsigned line) {
    struct problems problems = {.arena = builder->arena};
    struct cells cells = {NULL, 0};
    if (!csv_read_cells(record, (struct place){builder->file, line, 0}, builder->arena, &cells, &problems)) {
        builder->status = problems_status(&problems, builder->error);
        return false;
    }
    sheet_start_row(draft, line);
    for (size_t i = 0; i < cells.count && i < SHEET_MAX_COLUMNS; i++) {
        struct str text = sheet_tidy(builder, cells.at[i]);
        if (!text.at) return false;
        sheet_put_cell(draft, text, 1, 1);
    }
    return sheet_end_row(builder, draft);
}

static bool take_records(struct sheet_builder *builder, struct sheet_draft *draft, struct str text) {
    unsigned line = 1;
    while (text.length > 0) {
        unsigned lines = 0;
        struct str record = cut_record(text, &lines);
        if (!csv_is_blank(record) && !take_record(builder, draft, record, line)) return false;
        text = (struct str){text.at + record.length, text.length - record.length};
        line += lines;
    }
    return true;
}

void sheet_read_csv(struct str bytes, struct sheet_builder *builder) {
    struct str text;
    builder->status = encoding_text(bytes, builder->file, builder->arena, &text, builder->error);
    if (builder->status != QUANZE_OK) return;
    struct sheet_draft draft = {.width = 0};
    if (take_records(builder, &draft, text)) sheet_end(builder, &draft);
}
