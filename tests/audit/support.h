/* support.h - an audit of the demo county whose tasks a test hands in one by one. */
#ifndef AUDIT_SUPPORT_H
#define AUDIT_SUPPORT_H

#include <audit/feed.h>
#include <check.h>
#include <read/read.h>

#define FIRE "县消防救援大队"
#define CIVIL "县民政局"

/* The demo county, its rules, and an audit of October 2026 with the month before and October 2025. */
struct bench {
    struct list list;
    struct calendar calendar;
    struct rulebook *book;
    struct arena arena;
    struct problems problems;
    struct task_source *source;
    struct audit *now, *before, *last_year;
    const struct audit_report *report;
};

int32_t day_of(const char *text);
int bench_open(void **state);
int bench_close(void **state);

/* The same list and rules with audits of which nothing is told yet. */
void bench_again(struct bench *bench);

/* A task of one line of JSON, with what was counted of it (NULL: nothing). */
void add(struct bench *bench, struct audit *audit, const char *json, const char *share, const char *verdict, const char *item,
         const char *state);

#define TASK(id, title, issuer, township, day)                                                                                 \
    "{\"id\":\"" id "\",\"title\":\"" title "\",\"kind\":\"document\",\"issuer\":{\"name\":\"" issuer                          \
    "\"},\"townships\":[\"" township "\"],\"received_at\":\"" day "T09:00\"}"

/* The report of all that was added. */
void finish(struct bench *bench);

/* The first alert of a kind, the county's indicator, the first remark of a kind; NULL when there is none. */
const struct audit_alert *alert_of(const struct bench *bench, enum audit_alert_kind kind);
const struct audit_indicator *county(const struct bench *bench, enum audit_indicator_id id);
const struct audit_remark *remark_of(const struct bench *bench, enum audit_remark_kind kind);

#endif
