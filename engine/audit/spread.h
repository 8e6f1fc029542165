/* spread.h - how the tasks of a party fall on townships and days: what is most on one day, in one week, of one body. */
#ifndef AUDIT_SPREAD_H
#define AUDIT_SPREAD_H

#include <audit/book.h>

/* Sets the facts that are most of a township: visits and meetings by day, visits and assessments of the year. False
 * when memory ran out. */
bool spread_measure(const struct measuring *measuring);

/* Sets the facts that count different names in the year: apps, items. The mentions must be sorted. */
void spread_count_made(const struct measuring *measuring);

/* Notes a made name of a party; false when memory ran out. */
bool spread_mention(struct audit *audit, enum subject subject, int party, char kind, struct str name);

/* Whether it was noted; `party` -1 for the county. The mentions must be sorted. */
bool spread_is_made(const struct audit *audit, enum subject subject, int party, char kind, struct str name);

/* Sorts the mentions and drops doubles. */
void spread_sort_mentions(struct audit *audit);

#endif
