/* feed.h - what the audit is told, and how it comes to a report.
 *
 * A reader must believe:
 *   - the audit reads no ledger: whoever holds one hands it the tasks of the period one by one, the sums of other months, what
 *     ended or was refused before, corrections and complaints, and then asks for the report;
 *   - the period before is audited in the same way, by an audit of its own, so that both are measured alike;
 *   - everything handed in is copied; what is handed in twice counts twice.
 */
#ifndef AUDIT_FEED_H
#define AUDIT_FEED_H

#include <audit/audit.h>
#include <audit/brief.h>

struct audit;

struct audit_options {
    const struct list *list;
    const struct rulebook *book;
    const struct calendar *calendar; /* may be NULL */
    struct validity days;            /* whole months */
    struct validity compare;         /* held against these; `from` DAY_NONE: the days before */
    int32_t today;
    struct str township, department; /* only tasks that reached it, that it sent, are handed in; empty: all */
};

/* Lists, book, calendar and names are borrowed until close. QUANZE_INTERNAL when memory ran out. */
quanze_status audit_open(const struct audit_options *options, struct audit **out, struct quanze_error *error);
void audit_close(struct audit *audit);

/* The days before, of the same number of months; and the same months last year. */
struct validity audit_days_before(struct validity days);
struct validity audit_days_last_year(struct validity days);

/* One task of the period. Empty texts: not told, not decided, never moved. */
struct audit_entry {
    const struct audit_brief *brief; /* of the paper as it came */
    const struct task *facts;        /* the same whole, where there is no share: it is counted from them alone */
    struct str id, issuer;
    int32_t day;
    int64_t entered_at; /* minute */
    struct str share;   /* as share.h writes it; may be empty */
    struct str verdict, item, list, state;
};

quanze_status audit_add(struct audit *audit, const struct audit_entry *entry, struct quanze_error *error);

/* A task of the period that another township got, or another body sent: the ledger has it, the report does not. */
void audit_pass_over(struct audit *audit, int32_t day);

/* A task whose facts could not be read. */
void audit_add_unreadable(struct audit *audit);
void audit_take_undated(struct audit *audit, size_t count);

/* A sum of a month (year * 12 + month - 1); `township` empty: each task once. Months of no window are left aside. */
quanze_status audit_take_sum(struct audit *audit, int month, struct str township, struct str department, struct str name,
                             int64_t value, struct quanze_error *error);

/* The months whose sums the audit wants. */
void audit_sum_months(const struct audit *audit, int *from, int *to);

/* Papers that are copies, by their number in the order they were added; the texts were compared by others. A number of at least
 * AUDIT_FIRST_PAST is a refused paper in the order of audit_take_refused. */
#define AUDIT_FIRST_PAST 0x80000000u
quanze_status audit_take_group(struct audit *audit, enum audit_group_kind kind, int32_t similarity, const uint32_t *papers,
                               size_t count, struct quanze_error *error);

/* A task of an earlier day. */
struct audit_past {
    struct str id, title, issuer, kind, item, state;
    int64_t topic;
    int32_t day, on; /* when it came; when it ended or was refused */
    struct texts townships;
};

/* One whose time ended, and one that was refused, declined, withdrawn or taken back. */
quanze_status audit_take_ended(struct audit *audit, const struct audit_past *past, struct quanze_error *error);
quanze_status audit_take_refused(struct audit *audit, const struct audit_past *past, struct quanze_error *error);

quanze_status audit_take_correction(struct audit *audit, const struct audit_correction *correction, struct quanze_error *error);
quanze_status audit_take_complaint(struct audit *audit, struct str department, int32_t day, bool answered,
                                   struct quanze_error *error);

/* Does what one period needs no other for: sorts its tasks, groups its papers, measures its parties. Nothing may be handed in
 * afterwards. Audits may be prepared at the same time by several threads; what is not is prepared by audit_finish.
 * QUANZE_INTERNAL when memory ran out. */
quanze_status audit_prepare(struct audit *audit, struct quanze_error *error);

/* The audits of the days before and of the same days last year, with all their tasks and sums; either may be NULL. They must
 * live as long as the report. */
struct audit_earlier {
    struct audit *before, *last_year;
};

/* Makes the report. `strict`: count the steps of every rule. QUANZE_INTERNAL when memory ran out. */
quanze_status audit_finish(struct audit *audit, struct audit_earlier earlier, const struct audit_versions *versions,
                           bool strict, const struct audit_report **out, struct quanze_error *error);

#endif
