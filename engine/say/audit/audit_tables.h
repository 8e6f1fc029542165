/* audit_tables.h - the report of an audit as tables: as a workbook, a sheet each, or one of them as CSV.
 *
 * A reader must believe: every number stands in a cell of its own as a number, money in yuan, shares in percent; what is not
 * known is said in words and never 0.
 */
#ifndef SAY_AUDIT_TABLES_H
#define SAY_AUDIT_TABLES_H

#include <audit/audit.h>
#include <say/tables.h>

/* In the order of the sheets. The indicators' own CSV is audit_csv.h's. */
enum audit_table {
    AUDIT_TABLE_ABOUT,
    AUDIT_TABLE_INDICATORS,
    AUDIT_TABLE_DEPARTMENTS,
    AUDIT_TABLE_TOWNSHIPS,
    AUDIT_TABLE_CELLS,
    AUDIT_TABLE_TASKS,
    AUDIT_TABLE_COPIES,
    AUDIT_TABLE_REPEATS,
    AUDIT_TABLE_RADAR,
    AUDIT_TABLE_FINDINGS,
    AUDIT_TABLE_CORRECTIONS,
    AUDIT_TABLE_COMPLAINTS,
    AUDIT_TABLE_COUNT
};

/* What one asks for it by: "tasks". */
struct str audit_table_name(enum audit_table table);

/* Writes them all. False when memory ran out. */
bool audit_tables_write(struct tables *tables, const struct audit_report *report, quanze_language language);

#endif
