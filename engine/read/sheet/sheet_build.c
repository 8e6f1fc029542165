/* sheet_build.c - rows and cells, with what merged cells cover. */
#include <read/sheet/sheet_build.h>

/* Cells of all tables of a file together. */
enum { MAX_CELLS = 8 * 1000 * 1000 };

bool sheet_fail_memory(struct sheet_builder *builder) {
    if (builder->status == QUANZE_OK) builder->status = error_memory(builder->error);
    return false;
}

/* Bytes of a character that looks like nothing: no-break and zero-width spaces, byte order mark, soft hyphen; or 0. */
static size_t blank_at(struct str text, bool *is_space) {
    static const struct {
        struct str bytes;
        bool is_space;
    } BLANKS[] = {{STR_INIT("\xC2\xA0"), true},      {STR_INIT("\xE2\x80\xAF"), true},  {STR_INIT("\xC2\xAD"), false},
                  {STR_INIT("\xE2\x80\x8B"), false}, {STR_INIT("\xE2\x80\x8C"), false}, {STR_INIT("\xE2\x80\x8D"), false},
                  {STR_INIT("\xEF\xBB\xBF"), false}};
    for (size_t i = 0; i < sizeof BLANKS / sizeof *BLANKS; i++)
        if (str_starts_with(text, BLANKS[i].bytes)) {
            *is_space = BLANKS[i].is_space;
            return BLANKS[i].bytes.length;
        }
    return 0;
}

/* Copies one line without what cannot be seen; returns its length once trimmed. */
static size_t put_line(struct str line, char *out) {
    size_t length = 0;
    for (size_t i = 0; i < line.length;) {
        bool is_space = false;
        size_t blank = blank_at((struct str){line.at + i, line.length - i}, &is_space);
        unsigned char c = (unsigned char)line.at[i];
        if (blank > 0 || c < ' ' || c == 0x7F) {
            if (is_space || c == '\t') out[length++] = ' ';
            i += blank > 0 ? blank : 1;
        } else {
            out[length++] = line.at[i++];
        }
    }
    struct str trimmed = str_trim((struct str){out, length});
    memmove(out, trimmed.at, trimmed.length);
    return trimmed.length;
}

struct str sheet_tidy(struct sheet_builder *builder, struct str text) {
    if (text.length == 0) return STR("");
    char *out = arena_take(builder->arena, text.length);
    if (!out) {
        sheet_fail_memory(builder);
        return (struct str){NULL, 0};
    }
    size_t length = 0;
    for (size_t start = 0; start < text.length;) {
        const char *end = memchr(text.at + start, '\n', text.length - start);
        size_t line = end ? (size_t)(end - text.at) - start : text.length - start;
        if (length > 0) out[length] = '\n';
        size_t kept = put_line((struct str){text.at + start, line}, out + length + (length > 0));
        if (kept > 0) length += kept + (length > 0);
        start += line + 1;
    }
    return (struct str){out, length};
}

/* Takes over what cells above cover, up to the next free column. */
static void take_spans(struct sheet_draft *draft) {
    while (draft->width < SHEET_MAX_COLUMNS && draft->spans[draft->width].rows_left > 0) {
        struct sheet_span *span = &draft->spans[draft->width];
        draft->cells[draft->width++] = (struct sheet_cell){span->text, SHEET_FROM_ABOVE};
        span->rows_left--;
    }
}

void sheet_start_row(struct sheet_draft *draft, unsigned number) {
    memset(draft->cells, 0, sizeof draft->cells);
    draft->width = 0;
    draft->number = number;
}

void sheet_put_cell(struct sheet_draft *draft, struct str text, size_t columns, size_t rows) {
    take_spans(draft);
    for (size_t i = 0; i < columns && draft->width < SHEET_MAX_COLUMNS; i++) {
        draft->spans[draft->width] = (struct sheet_span){rows > 1 ? rows - 1 : 0, text};
        draft->cells[draft->width++] = (struct sheet_cell){text, i == 0 ? SHEET_OWN : SHEET_FROM_LEFT};
    }
}

void sheet_put_below(struct sheet_draft *draft, size_t columns) {
    const struct sheet_row *above = draft->count > 0 ? &draft->rows[draft->count - 1] : NULL;
    for (size_t i = 0; i < columns && draft->width < SHEET_MAX_COLUMNS; i++) {
        struct str text = above && draft->width < above->count ? above->cells[draft->width].text : STR("");
        draft->cells[draft->width++] = (struct sheet_cell){text, SHEET_FROM_ABOVE};
    }
}

void sheet_set_cell(struct sheet_draft *draft, size_t column, struct str text) {
    if (column >= SHEET_MAX_COLUMNS) return;
    draft->cells[column] = (struct sheet_cell){text, SHEET_OWN};
    if (column >= draft->width) draft->width = column + 1;
}

static bool make_room(struct sheet_builder *builder, struct sheet_draft *draft) {
    if (draft->count < draft->capacity) return true;
    size_t capacity = draft->capacity ? draft->capacity * 2 : 64;
    struct sheet_row *grown = arena_take_array(builder->arena, capacity, sizeof *grown);
    if (!grown) return sheet_fail_memory(builder);
    if (draft->count) memcpy(grown, draft->rows, draft->count * sizeof *grown);
    draft->rows = grown;
    draft->capacity = capacity;
    return true;
}

static bool too_large(struct sheet_builder *builder) {
    builder->status =
        error_at(builder->error, QUANZE_BAD_DATA, (struct place){builder->file, 0, 0}, "表格太大：一个文件最多读 %d 个单元格",
                 "the tables are too large: at most %d cells are read of a file", MAX_CELLS);
    return false;
}

bool sheet_end_row(struct sheet_builder *builder, struct sheet_draft *draft) {
    take_spans(draft);
    size_t width = draft->width;
    while (width > 0 && draft->cells[width - 1].text.length == 0) width--;
    if (builder->status != QUANZE_OK) return false;
    if (width == 0) return true;
    builder->cells += width;
    if (builder->cells > MAX_CELLS) return too_large(builder);
    struct sheet_cell *cells = arena_take_array(builder->arena, width, sizeof *cells);
    if (!cells || !make_room(builder, draft)) return sheet_fail_memory(builder);
    memcpy(cells, draft->cells, width * sizeof *cells);
    draft->rows[draft->count++] = (struct sheet_row){draft->number, width, cells};
    return true;
}

bool sheet_end(struct sheet_builder *builder, struct sheet_draft *draft) {
    struct sheets *sheets = builder->sheets;
    struct sheet sheet = {builder->file, draft->name, draft->title, draft->count, draft->rows, draft->day_zero};
    *draft = (struct sheet_draft){.width = 0};
    if (sheet.count == 0) return true;
    if (!sheet.name.at) sheet.name = STR("");
    if (!sheet.title.at) sheet.title = STR("");
    if (sheets->count == builder->capacity) {
        size_t capacity = builder->capacity ? builder->capacity * 2 : 8;
        struct sheet *grown = arena_take_array(builder->arena, capacity, sizeof *grown);
        if (!grown) return sheet_fail_memory(builder);
        if (sheets->count) memcpy(grown, sheets->at, sheets->count * sizeof *grown);
        sheets->at = grown;
        builder->capacity = capacity;
    }
    sheets->at[sheets->count++] = sheet;
    return true;
}
