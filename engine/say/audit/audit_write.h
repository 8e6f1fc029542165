/* audit_write.h - what the parts of an audit's JSON are written with. */
#ifndef SAY_AUDIT_WRITE_H
#define SAY_AUDIT_WRITE_H

#include <say/audit/audit_words.h>

/* A page under way. */
struct audit_sheet {
    struct writer writer;
    const struct audit_report *report;
    quanze_language language;
};

/* Ids of tasks; a figure, null when it is not known; a count; a text, null when it is empty; names by index, null for -1. */
void audit_write_ids(struct audit_sheet *sheet, struct audit_tasks tasks);
void audit_write_number(struct audit_sheet *sheet, struct audit_number number);
void audit_write_count(struct audit_sheet *sheet, size_t count);
void audit_write_text(struct audit_sheet *sheet, struct str text);
void audit_write_department(struct audit_sheet *sheet, int department);
void audit_write_township(struct audit_sheet *sheet, int township);
void audit_write_departments(struct audit_sheet *sheet, const int *at, size_t count);
void audit_write_townships(struct audit_sheet *sheet, const int *at, size_t count);

/* The conditions of a task in the order of their names, BALANCE_COUNT of them. */
struct audit_condition {
    struct str name;
    enum balance_side side;
};
const struct audit_condition *audit_conditions(void);

/* All month.* facts that are known, without the prefix, in the order of their names; stated none is null. */
void audit_write_facts(struct audit_sheet *sheet, const struct task *facts);

/* A list: '[', a part for each element, ']'. */
#define AUDIT_WRITE_LIST(sheet, count, part)                                                                                   \
    do {                                                                                                                       \
        writer_open(&(sheet)->writer, '[');                                                                                    \
        for (size_t at = 0; at < (count); at++) part(sheet, at);                                                               \
        writer_close(&(sheet)->writer, ']');                                                                                   \
    } while (0)

/* "alerts" to "cases", "coverage" and so on: one key each, written with its value. */
void audit_write_alerts(struct audit_sheet *sheet);
void audit_write_cases(struct audit_sheet *sheet);
void audit_write_complaints(struct audit_sheet *sheet);
void audit_write_corrections(struct audit_sheet *sheet);
void audit_write_coverage(struct audit_sheet *sheet);
void audit_write_duplicates(struct audit_sheet *sheet);
void audit_write_findings(struct audit_sheet *sheet);
void audit_write_joint(struct audit_sheet *sheet);
void audit_write_matters(struct audit_sheet *sheet);
void audit_write_repeats(struct audit_sheet *sheet);
void audit_write_tasks(struct audit_sheet *sheet);
void audit_write_trend(struct audit_sheet *sheet);
void audit_write_versions(struct audit_sheet *sheet);

#endif
