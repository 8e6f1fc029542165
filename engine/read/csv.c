/* csv.c - CSV with libcsv. Source: RFC 4180. */
#include <read/csv.h>

#include <base/alloc.h>
#include <base/utf8.h>
#include <csv.h>

struct row {
    struct arena *arena;
    struct str *at;
    size_t count, capacity;
    bool out_of_memory;
};

static bool make_room(struct row *row) {
    if (row->count < row->capacity) return true;
    size_t capacity = row->capacity ? row->capacity * 2 : 64;
    struct str *grown = arena_take_array(row->arena, capacity, sizeof *grown);
    if (!grown) return false;
    if (row->count) memcpy(grown, row->at, row->count * sizeof *grown);
    row->at = grown;
    row->capacity = capacity;
    return true;
}

static void take_cell(void *bytes, size_t length, void *payload) {
    struct row *row = payload;
    if (row->out_of_memory || row->count > QUANZE_MAX_ELEMENTS) return;
    struct str cell = arena_copy(row->arena, (struct str){length ? bytes : "", length});
    if (!cell.at || !make_room(row))
        row->out_of_memory = true;
    else
        row->at[row->count++] = cell;
}

static void take_end(int terminator, void *payload) {
    (void)terminator;
    (void)payload;
}

/* Whether libcsv took it all; `row` holds what came before otherwise. */
static bool parse(struct str record, struct row *row) {
    struct csv_parser parser;
    if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0) return false;
    csv_set_realloc_func(&parser, alloc_resize);
    csv_set_free_func(&parser, alloc_free);
    csv_set_blk_size(&parser, 4096);
    bool good = csv_parse(&parser, record.at, record.length, take_cell, take_end, row) == record.length &&
                csv_fini(&parser, take_cell, take_end, row) == 0;
    if (csv_error(&parser) == CSV_ENOMEM) row->out_of_memory = true;
    csv_free(&parser);
    return good;
}

static unsigned cell_at(struct str record, size_t offset) {
    unsigned cell = 1;
    bool quoted = false;
    for (size_t i = 0; i < offset; i++) {
        quoted ^= record.at[i] == '"';
        cell += !quoted && record.at[i] == ',';
    }
    return cell;
}

static bool check_bytes(struct str record, struct place place, struct problems *problems) {
    ptrdiff_t bad = utf8_invalid_at(record);
    if (bad < 0) return true;
    place.column = cell_at(record, (size_t)bad);
    if (record.at[bad] == '\0')
        problem_error(problems, "nul-byte", place, "第 %u 格中有空字节（NUL）", "a NUL byte in cell %u", place.column);
    else
        problem_error(problems, "bad-utf8", place, "第 %u 格不是 UTF-8 文字（字节 0x%02X）",
                      "cell %u is not UTF-8 text (byte 0x%02X)", place.column, (unsigned)(unsigned char)record.at[bad]);
    return false;
}

bool csv_read_cells(struct str record, struct place place, struct arena *arena, struct cells *out, struct problems *problems) {
    if (!check_bytes(record, place, problems)) return false;
    struct row row = {.arena = arena};
    bool good = parse(record, &row);
    place.column = (unsigned)row.count + 1;
    *out = (struct cells){row.at, row.count};
    if (row.out_of_memory) {
        problems->out_of_memory = true;
        return false;
    }
    if (row.count > QUANZE_MAX_ELEMENTS)
        problem_error(problems, "too-many", place, "一行最多 %d 格", "at most %d cells in a row", QUANZE_MAX_ELEMENTS);
    else if (!good)
        problem_error(problems, "csv-syntax", place, "第 %u 格的引号不对：整格加引号，其中的引号写两遍",
                      "stray quote in cell %u: quote the whole cell and double the quotes in it", place.column);
    return good && row.count <= QUANZE_MAX_ELEMENTS;
}

static enum csv_state step(enum csv_state state, char c) {
    switch (state) {
    case CSV_CELL_START:
        if (c == '"') return CSV_QUOTED;
        return c == ',' || c == ' ' || c == '\t' ? CSV_CELL_START : CSV_PLAIN;
    case CSV_PLAIN: return c == ',' ? CSV_CELL_START : CSV_PLAIN;
    case CSV_QUOTED: return c == '"' ? CSV_QUOTE_CLOSED : CSV_QUOTED;
    case CSV_QUOTE_CLOSED: break;
    }
    if (c == '"') return CSV_QUOTED;
    if (c == ',') return CSV_CELL_START;
    return c == ' ' || c == '\t' ? CSV_QUOTE_CLOSED : CSV_PLAIN;
}

enum csv_state csv_scan_line(struct str line, enum csv_state state) {
    for (size_t i = 0; i < line.length; i++) state = step(state, line.at[i]);
    return state;
}

bool csv_is_blank(struct str record) {
    for (size_t i = 0; i < record.length; i++)
        if (!memchr(", \t\n", record.at[i], 4)) return false;
    return true;
}
