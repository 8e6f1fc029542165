/* quanze_audit.h - the part of quanze.h that is about the audit of a period. Include quanze.h. */
#ifndef QUANZE_AUDIT_H
#define QUANZE_AUDIT_H

#include <quanze.h>

#ifdef __cplusplus
extern "C" {
#endif

/* A month, or several in a row. Strings may be NULL where not said otherwise. */
struct quanze_audit_request {
    const char *from, *to;             /* YYYY-MM; `to` NULL: the month `from` alone */
    const char *today;                 /* YYYY-MM-DD, asked of the clock by the face; required */
    const char *compare;               /* YYYY-MM: held against as many months from here on; NULL: the months before */
    const char *township, *department; /* only what reached it, only what it sent */
    const char *issuer, *number, *signer, *date,
        *until;        /* of the circular: who issues it, its number, who signs it, its day, the
                        * day by which corrections are due; a draft unless all are given */
    const char *table; /* CSV: about, indicators (when NULL), departments, townships, cells, tasks, copies, repeats, radar,
                        * findings, corrections or complaints */
    quanze_language language;
    quanze_format
        format;       /* TEXT, JSON ("quanze/audit/1"), CSV, HTML, HTML_PART, XLSX, DOCX (the circular, of the whole county) */
    const char *link; /* HTML, HTML_PART: the address of a task without its id; NULL: tasks lead nowhere */
    bool colour;
    bool one_thread; /* the caller's alone; else the period and the one before are read at the same time. The report is the same
                      */
    struct quanze_sink sink;
};

/* Audits what the ledger has of a period by the engine's list, rules and calendar. `*compliant`: no indicator is red and no
 * rule of stage audit and level block failed. QUANZE_USAGE: no month, one that has not come, one after the other, a township or
 * department that there is not (with the near miss), a table that there is not, a table with another format than CSV, what
 * belongs to a circular with another format, a circular of before its period or due before its day; QUANZE_NO_INPUT: the ledger
 * has no task of it (and of which months it has); QUANZE_BAD_DATA: none of the townships of its tasks is in the list. What may
 * be missing is told in the report. */
QUANZE_API quanze_status quanze_audit(const struct quanze *engine, struct quanze_ledger *ledger,
                                      const struct quanze_audit_request *request, bool *compliant, struct quanze_error *error);

/* What an audit stood on when it was made. */
struct quanze_audit_made {
    struct quanze_ledger_head head;
    char today[12]; /* YYYY-MM-DD, NUL-ended */
};

/* For a program that keeps reports: whether the same engine would make the same one for `request` today. `*stands` false: it
 * might be another. A month that is over stands as long as nothing came that is about it, or about a month before it. Errors as
 * of quanze_audit for the days that are asked for. */
QUANZE_API quanze_status quanze_audit_stands(struct quanze_ledger *ledger, const struct quanze_audit_request *request,
                                             const struct quanze_audit_made *made, bool *stands, struct quanze_error *error);

#ifdef __cplusplus
}
#endif

#endif
