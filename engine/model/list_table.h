/* list_table.h - a duty list as tables: what the columns are called, the same for who writes them and who reads them.
 *
 * A reader must believe: the first columns of the three tables of items are those of the published lists
 * (基本履职、配合履职、上级部门 收回); the others carry what a published list does not say, so that a list survives the way
 * through a spreadsheet.
 */
#ifndef MODEL_LIST_TABLE_H
#define MODEL_LIST_TABLE_H

#include <base/str.h>

/* What stands in a cell. Several of a thing stand on a line each. */
enum table_form {
    TABLE_TEXT,
    TABLE_TEXTS,
    TABLE_WORD,        /* a word of the vocabulary `set`, in Chinese */
    TABLE_POWERS,      /* 行政处罚权：违规燃放烟花爆竹 */
    TABLE_CITES,       /* 《消防法》第三十二条（V）; 无 = stated that none was found */
    TABLE_DEPARTMENT,  /* a name */
    TABLE_DEPARTMENTS, /* names */
    TABLE_NUMBER       /* counts the rows; means nothing */
};

struct table_column {
    struct str key; /* as in quanze/list/1; "staff.min" is `min` under `staff` */
    struct str head;
    enum table_form form;
    const char *set;
};

enum table_id {
    TABLE_LIST, /* one row a key of the list itself: 项目, 内容 */
    TABLE_BASIC,
    TABLE_COOPERATIVE,
    TABLE_RECALLED,
    TABLE_VILLAGE, /* of the villages' own list */
    TABLE_DEPARTMENT_LIST,
    TABLE_TOWNSHIPS,
    TABLE_POWERS_HELD,
    TABLE_PARAMETERS,
    TABLE_WAIVERS,
    TABLE_COUNT
};

struct table {
    struct str section; /* key of quanze/list/1: "items"; "" for TABLE_LIST */
    struct str name;    /* of the worksheet */
    const struct table_column *columns;
    size_t count;
};

const struct table *list_table(enum table_id id);

/* The rows of TABLE_LIST: its keys with their labels. */
const struct table_column *list_table_head(size_t *count);

/* The column of a table with that head, or -1. */
int list_table_find(const struct table *table, struct str head);

#endif
