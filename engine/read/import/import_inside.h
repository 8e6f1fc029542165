/* import_inside.h - what the files of the import share; nobody outside read/import*.c needs it. */
#ifndef READ_IMPORT_INSIDE_H
#define READ_IMPORT_INSIDE_H

#include <base/buf.h>
#include <model/list_table.h>
#include <model/names.h>
#include <read/import/import.h>
#include <read/import/import_heads.h>
#include <read/import/import_text.h>
#include <read/node.h>

/* An item as its cells say it. */
struct import_item {
    struct import_item *next;
    int kind;
    const char *file;
    unsigned row;
    bool is_own;  /* from a table that this engine wrote: taken as it stands */
    size_t table; /* index into the report's tables */
    struct str id, first_department;
    unsigned named; /* bits of the columns whose duties have a department's name before them */
    struct str texts[IMPORT_COLUMNS];
    unsigned columns[IMPORT_COLUMNS]; /* where each text stands, from 1 */
};

/* A department, by all the ways it may be called. */
struct import_department {
    struct import_department *next; /* in the order in which they were found */
    struct import_department *chain;
    struct str id, name, key;
};

enum { IMPORT_BUCKETS = 4096 };

/* Rows of a section, gathered from all tables of it. */
struct import_section {
    struct node *node, *last;
    const char *file;
};

struct import {
    const struct import_request *request;
    struct arena *arena, scratch;
    struct import_report *report;
    struct import_item *first, *last;
    size_t item_count;
    struct import_department *departments, *last_department;
    struct import_department *buckets[IMPORT_BUCKETS]; /* by the hash of the name without the county */
    struct import_section sections[TABLE_COUNT];       /* of this engine's own tables */
    struct str head[8];                                /* values of list_table_head's rows, or guesses */
    struct str township;
    const char *own_file; /* a workbook that this engine wrote */
    bool out_of_memory;
};

/* Notes a row that gave nothing. */
void import_skip(struct import *import, const struct sheet *sheet, unsigned row, const char *zh, const char *en,
                 unsigned other);

/* Whether items of villages say what such a column holds. */
bool import_villages_have(enum import_column column);

/* Reads a table of items, or tables below each other. */
void import_rows(struct import *import, const struct sheet *sheet);

/* Reads a table of another section that this engine wrote. False when it is none. */
bool import_section(struct import *import, const struct sheet *sheet);

/* Guesses title, county and township from what stands on or before a table. */
void import_guess_head(struct import *import, const struct sheet *sheet);

/* Nodes. Each takes from the arena; NULL when memory ran out, which is then noted. */
struct node *import_mapping(struct import *import, enum node_kind kind, unsigned row);
void import_add(struct import *import, struct node *parent, const char *key, struct node *child);
/* Appends to a long sequence; `*last` is its last child, NULL at first. */
void import_append(struct import *import, struct node *sequence, struct node **last, struct node *child);
void import_add_text(struct import *import, struct node *parent, const char *key, struct str text, unsigned row,
                     unsigned column);

/* Adds what a cell says, as the form of its column has it. */
void import_add_cell(struct import *import, struct node *mapping, const struct table_column *column, struct str text,
                     unsigned row, unsigned at);

/* The names of the departments in a cell, the leading one first, with or without other words around them. At most `most`. */
size_t import_split_departments(struct import *import, struct str cell, struct str *names, size_t most);

/* The id of a department by any way of calling it; a new one is noted with its name as id. */
struct str import_department_id(struct import *import, struct str name);

/* Notes a department, new or from this engine's own table. */
void import_note_department(struct import *import, struct str id, struct str name);

/* The whole list as nodes: one part a file, and one for the head and what is shared. */
struct parts;
bool import_build(struct import *import, struct parts *parts);

#endif
