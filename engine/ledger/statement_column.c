/* statement_column.c - what stands in the columns of a statement's current row. */
#include <ledger/statement.h>

struct cell statement_cell(sqlite3_stmt *statement, int column) {
    switch (sqlite3_column_type(statement, column)) {
    case SQLITE_INTEGER: return cell_integer(sqlite3_column_int64(statement, column));
    case SQLITE_TEXT: { /* as bytes: nobody needs the NUL, for which SQLite would copy it */
        const char *text = sqlite3_column_blob(statement, column);
        return cell_text((struct str){text ? text : "", (size_t)sqlite3_column_bytes(statement, column)});
    }
    case SQLITE_BLOB: {
        const char *blob = sqlite3_column_blob(statement, column);
        return cell_blob((struct str){blob ? blob : "", (size_t)sqlite3_column_bytes(statement, column)});
    }
    }
    return (struct cell){CELL_NULL, 0, {0}};
}

int statement_column(sqlite3_stmt *statement, const char *name) {
    int count = sqlite3_column_count(statement);
    for (int i = 0; i < count; i++) {
        const char *here = sqlite3_column_name(statement, i);
        if (here && strcmp(here, name) == 0) return i;
    }
    return -1;
}

int64_t statement_integer(sqlite3_stmt *statement, const char *name, int64_t when_null) {
    int column = statement_column(statement, name);
    if (column < 0 || sqlite3_column_type(statement, column) == SQLITE_NULL) return when_null;
    return sqlite3_column_int64(statement, column);
}

struct str statement_text(sqlite3_stmt *statement, const char *name) {
    int column = statement_column(statement, name);
    return column < 0 ? STR("") : statement_cell(statement, column).bytes;
}

struct str statement_kept(sqlite3_stmt *statement, const char *name, struct arena *arena) {
    return arena_copy(arena, statement_text(statement, name));
}
