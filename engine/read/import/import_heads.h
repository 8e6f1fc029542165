/* import_heads.h - what the columns of a published table are, told by their Chinese heads. */
#ifndef READ_IMPORT_HEADS_H
#define READ_IMPORT_HEADS_H

#include <read/sheet/sheet.h>

enum import_column {
    IMPORT_UNREAD, /* a head that says nothing to us */
    IMPORT_NUMBER,
    IMPORT_ID,
    IMPORT_KIND,
    IMPORT_FIELD,
    IMPORT_NAME,
    IMPORT_OFFICE,
    IMPORT_DEPARTMENT,
    IMPORT_JOINT,
    IMPORT_DEPARTMENT_DUTY,
    IMPORT_TOWNSHIP_DUTY,
    IMPORT_WORKING_MODE,
    IMPORT_ALIASES,
    IMPORT_ACTIONS,
    IMPORT_POWERS,
    IMPORT_FUNDS,
    IMPORT_STAFF,
    IMPORT_SKILL,
    IMPORT_BASIS,
    IMPORT_FROM,
    IMPORT_TO,
    IMPORT_COLUMNS
};

struct import_heads {
    size_t count;
    enum import_column column[SHEET_MAX_COLUMNS];
    struct str head[SHEET_MAX_COLUMNS];
    int at[IMPORT_COLUMNS]; /* the first column that is it, or -1 */
    int kind;               /* that these heads alone tell, or -1 */
};

/* Whether a row is the heads of a table of items. `scratch` is reset. `*out_of_memory` is set when memory ran out. */
bool import_heads_read(const struct sheet_row *row, struct arena *scratch, struct import_heads *out, bool *out_of_memory);

/* Takes over what a second row of heads says more exactly, below merged ones. */
void import_heads_refine(struct import_heads *heads, const struct import_heads *below);

/* The key of quanze/list/1 that a column fills; "" for those that fill none. */
struct str import_column_key(enum import_column column);

#endif
