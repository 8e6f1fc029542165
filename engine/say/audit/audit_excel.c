/* audit_excel.c - see audit_excel.h. */
#include <say/audit/audit_excel.h>

#include <say/audit/audit_tables.h>

quanze_status say_audit_excel(const struct audit_report *report, quanze_language language, struct arena *arena, struct str *out,
                              struct quanze_error *error) {
    struct tables tables = {.csv = NULL};
    quanze_status status = excel_open(report->period.to, &tables.excel, error);
    if (status != QUANZE_OK) return status;
    const bool is_written = audit_tables_write(&tables, report, language);
    status = excel_close(tables.excel, arena, out, error);
    return status == QUANZE_OK && !is_written ? error_memory(error) : status;
}
