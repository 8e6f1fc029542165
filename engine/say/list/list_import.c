/* list_import.c - what became of an import. */
#include <model/list_import.h>
#include <say/say_inside.h>

static struct str base_name(const char *path) {
    const char *slash = strrchr(path, '/');
    return str_of(slash ? slash + 1 : path);
}

/* The file, and the worksheet where it has a name. */
static void put_place(struct buf *out, const char *file, struct str table, quanze_language language) {
    if (table.length > 0)
        MESSAGES_FILL(out, MESSAGE_IMPORT_WORKSHEET, language, base_name(file), table);
    else
        buf_put(out, base_name(file));
}

static struct str number(int64_t value, char text[32]) { return (struct str){text, writer_format_decimal(value, 0, text)}; }

/* A head of several lines on one. */
static void put_head(struct buf *out, struct str head) {
    for (size_t i = 0; i < head.length; i++)
        if (head.at[i] != '\n') buf_put_char(out, head.at[i]);
}

static void put_columns(struct buf *out, const struct import_table *table, quanze_language language) {
    struct buf head = {0};
    bool has_any = false;
    for (size_t i = 0; i < table->column_count; i++) {
        const struct import_column_guess *column = &table->columns[i];
        if (column->head.length == 0) continue;
        buf_put_text(out, has_any ? "；" : "  ");
        has_any = true;
        out->failed |= head.failed;
        buf_clear(&head);
        put_head(&head, column->head);
        if (column->key.length > 0)
            MESSAGES_FILL(out, MESSAGE_IMPORT_COLUMN, language, buf_str(&head), column->key);
        else
            MESSAGES_FILL(out, MESSAGE_IMPORT_UNREAD, language, buf_str(&head));
    }
    out->failed |= head.failed;
    buf_free(&head);
    buf_put_char(out, '\n');
}

static const struct choice *kind_of(const struct import_table *table) {
    return table->kind < IMPORT_VILLAGES ? &choices_of("ITEM_KIND").at[table->kind]
                                         : &choices_of("VILLAGE_KIND").at[table->kind - IMPORT_VILLAGES];
}

static size_t village_count(const struct import_report *report) {
    size_t count = 0;
    for (size_t i = IMPORT_VILLAGES; i < IMPORT_KINDS; i++) count += report->items[i];
    return count;
}

static void put_table(struct buf *out, const struct import_table *table, quanze_language language) {
    char row[32], items[32];
    struct buf place = {0};
    put_place(&place, table->file, table->table, language);
    MESSAGES_FILL(out, MESSAGE_IMPORT_TABLE, language, buf_str(&place), number(table->row, row),
                  choice_text(kind_of(table), language), language == QUANZE_EN ? table->en : table->zh,
                  number((int64_t)table->items, items));
    buf_put_char(out, '\n');
    out->failed |= place.failed;
    buf_free(&place);
    put_columns(out, table, language);
}

static void put_skip(struct buf *out, const struct import_skip *skip, quanze_language language) {
    char row[32];
    struct buf place = {0};
    put_place(&place, skip->file, skip->table, language);
    MESSAGES_FILL(out, MESSAGE_IMPORT_SKIPPED, language, buf_str(&place), number(skip->row, row),
                  language == QUANZE_EN ? skip->en : skip->zh);
    buf_put_char(out, '\n');
    out->failed |= place.failed;
    buf_free(&place);
}

void say_import_remarks(struct buf *out, const struct import_report *report, quanze_language language) {
    char text[5][32];
    const size_t *items = report->items;
    MESSAGES_FILL(out, MESSAGE_IMPORT_COUNTS, language, number((int64_t)(items[0] + items[1] + items[2]), text[0]),
                  number((int64_t)items[0], text[1]), number((int64_t)items[1], text[2]), number((int64_t)items[2], text[3]));
    if (village_count(report) > 0)
        MESSAGES_FILL(out, MESSAGE_IMPORT_VILLAGES, language, number((int64_t)village_count(report), text[4]));
    buf_put_char(out, '\n');
    for (size_t i = 0; i < report->table_count; i++) put_table(out, &report->tables[i], language);
    for (size_t i = 0; i < report->note_count; i++) {
        buf_put(out, language == QUANZE_EN ? report->notes[i].en : report->notes[i].zh);
        buf_put_char(out, '\n');
    }
    for (size_t i = 0; i < report->skipped_count; i++) put_skip(out, &report->skipped[i], language);
}

static void write_counts(struct writer *writer, const struct import_report *report) {
    WRITER_KEY(writer, "items");
    writer_open(writer, '{');
    WRITER_KEY(writer, "basic");
    writer_int(writer, (int64_t)report->items[ITEM_BASIC]);
    WRITER_KEY(writer, "cooperative");
    writer_int(writer, (int64_t)report->items[ITEM_COOPERATIVE]);
    WRITER_KEY(writer, "recalled");
    writer_int(writer, (int64_t)report->items[ITEM_RECALLED]);
    WRITER_KEY(writer, "village");
    writer_int(writer, (int64_t)village_count(report));
    writer_close(writer, '}');
}

static void write_skipped(struct writer *writer, const struct import_report *report, quanze_language language) {
    WRITER_KEY(writer, "skipped");
    writer_open(writer, '[');
    for (size_t i = 0; i < report->skipped_count; i++) {
        const struct import_skip *skip = &report->skipped[i];
        writer_open(writer, '{');
        WRITER_KEY(writer, "file");
        writer_string(writer, str_of(skip->file));
        WRITER_KEY(writer, "row");
        writer_int(writer, skip->row);
        WRITER_KEY(writer, "table");
        writer_string(writer, skip->table);
        WRITER_KEY(writer, "why");
        writer_string(writer, language == QUANZE_EN ? skip->en : skip->zh);
        writer_close(writer, '}');
    }
    writer_close(writer, ']');
}

static void write_columns(struct writer *writer, const struct import_table *table) {
    WRITER_KEY(writer, "columns");
    writer_open(writer, '[');
    for (size_t i = 0; i < table->column_count; i++) {
        writer_open(writer, '{');
        WRITER_KEY(writer, "head");
        writer_string(writer, table->columns[i].head);
        WRITER_KEY(writer, "key");
        writer_string(writer, table->columns[i].key);
        writer_close(writer, '}');
    }
    writer_close(writer, ']');
}

static void write_tables(struct writer *writer, const struct import_report *report, quanze_language language) {
    WRITER_KEY(writer, "tables");
    writer_open(writer, '[');
    for (size_t i = 0; i < report->table_count; i++) {
        const struct import_table *table = &report->tables[i];
        writer_open(writer, '{');
        write_columns(writer, table);
        WRITER_KEY(writer, "file");
        writer_string(writer, str_of(table->file));
        WRITER_KEY(writer, "items");
        writer_int(writer, (int64_t)table->items);
        WRITER_KEY(writer, "kind");
        writer_name(writer, kind_of(table)->name);
        WRITER_KEY(writer, "row");
        writer_int(writer, table->row);
        WRITER_KEY(writer, "table");
        writer_string(writer, table->table);
        WRITER_KEY(writer, "why");
        writer_string(writer, language == QUANZE_EN ? table->en : table->zh);
        writer_close(writer, '}');
    }
    writer_close(writer, ']');
}

void say_import_json(struct buf *out, const struct import_report *report, quanze_language language) {
    struct writer writer = writer_start(out, WRITER_PRETTY);
    writer_open(&writer, '{');
    WRITER_KEY(&writer, "format");
    writer_name(&writer, STR("quanze/import/1"));
    write_counts(&writer, report);
    WRITER_KEY(&writer, "notes");
    writer_open(&writer, '[');
    for (size_t i = 0; i < report->note_count; i++)
        writer_string(&writer, language == QUANZE_EN ? report->notes[i].en : report->notes[i].zh);
    writer_close(&writer, ']');
    write_skipped(&writer, report, language);
    write_tables(&writer, report, language);
    writer_close(&writer, '}');
    buf_put_char(out, '\n');
}
