/* sheet_build.h - how the readers of each kind of file hand over tables, cell by cell. Private to read/sheet*.c. */
#ifndef READ_SHEET_BUILD_H
#define READ_SHEET_BUILD_H

#include <base/buf.h>
#include <read/sheet/sheet.h>

/* A text that a cell covers in the rows below it. */
struct sheet_span {
    size_t rows_left;
    struct str text;
};

/* One table being made. */
struct sheet_draft {
    struct str name, title;
    struct sheet_row *rows;
    size_t count, capacity;
    struct sheet_cell cells[SHEET_MAX_COLUMNS]; /* of the row being made */
    struct sheet_span spans[SHEET_MAX_COLUMNS];
    size_t width;    /* cells of the row so far, those from above included */
    unsigned number; /* of the row */
    int32_t day_zero;
};

struct sheet_builder {
    const char *file;
    struct arena *arena;
    struct sheets *sheets;
    size_t capacity;
    size_t cells; /* kept of all tables */
    struct quanze_error *error;
    quanze_status status; /* the first thing that went wrong */
};

/* Notes that memory ran out; false, so that a handler can return it. */
bool sheet_fail_memory(struct sheet_builder *builder);

/* A text as cells keep it: lines trimmed, empty ones dropped, other control characters and soft hyphens gone, no-break spaces
 * plain. `at` is NULL when memory ran out, which is then noted. */
struct str sheet_tidy(struct sheet_builder *builder, struct str text);

/* Starts a row. */
void sheet_start_row(struct sheet_draft *draft, unsigned number);

/* Puts a cell into the next free column; it covers `columns` and `rows` (1 = only itself). Columns past the last are dropped.
 */
void sheet_put_cell(struct sheet_draft *draft, struct str text, size_t columns, size_t rows);

/* Puts a cell that goes on with the cell above it. */
void sheet_put_below(struct sheet_draft *draft, size_t columns);

/* Sets the text of a column of the row, from 0. */
void sheet_set_cell(struct sheet_draft *draft, size_t column, struct str text);

/* Keeps the row if it has any text. False when memory or a limit ran out, which is then noted. */
bool sheet_end_row(struct sheet_builder *builder, struct sheet_draft *draft);

/* Keeps the table if it has any row; the draft is then empty again, its name and title too. False when memory ran out. */
bool sheet_end(struct sheet_builder *builder, struct sheet_draft *draft);

/* The readers. Each hands all tables of the file to the builder; what went wrong is in its status. */
void sheet_read_xlsx(struct str bytes, struct sheet_builder *builder);
void sheet_read_docx(struct str bytes, struct sheet_builder *builder);
void sheet_read_html(struct str bytes, struct sheet_builder *builder);
void sheet_read_csv(struct str bytes, struct sheet_builder *builder);

#endif
