/* audit.h - the door's audit under way: the ledger's tasks of one period on their way to the audit room. */
#ifndef DOOR_AUDIT_H
#define DOOR_AUDIT_H

#include <audit/feed.h>
#include <door/ledger/ledger.h>
#include <ledger/month.h>
#include <match/copies.h>
#include <read/read.h>

/* What is looked at: of one township, of one body; -1 and "" = all. */
struct audit_filter {
    struct str township, department; /* as the list calls them, or as tasks do */
};

/* One period that is read. */
struct audit_feeding {
    const struct quanze *engine;
    struct ledger *ledger;
    const struct audit_filter *filter;
    struct audit *audit;
    struct copies *copies;
    struct str *places;
    struct task_source *source;
    struct task task;
    struct problems problems;
    struct buf facts;            /* of the paper that is read, and */
    struct arena paper;          /* what it says */
    struct arena scratch, arena; /* of one task; of all */
    uint32_t *numbers;           /* of papers in the audit, by their number among the copies */
    size_t number_count, number_capacity;
    size_t added, passed_over, refused, known_townships, strange_townships;
    struct str stranger; /* a township that the list does not have */
};

/* Whether the names are those of the same body to the list. */
bool audit_is_department(const struct list *list, struct str a, struct str b);

/* Opens an audit of these days; to be closed even after an error. */
quanze_status audit_feeding_open(struct audit_feeding *feeding, const struct audit_options *options,
                                 struct quanze_error *error);
void audit_feeding_close(struct audit_feeding *feeding);

/* Hands the tasks of the period over, and which of them are copies. With `past` also what was refused or ended before. */
quanze_status audit_feed_tasks(struct audit_feeding *feeding, struct validity days, bool past, struct quanze_error *error);

/* Hands over the sums of other months and the corrections as they stood after `days`. */
quanze_status audit_feed_others(struct audit_feeding *feeding, struct validity days, struct quanze_error *error);

/* The same, complaints, and how many tasks have no day. */
quanze_status audit_feed_rest(struct audit_feeding *feeding, struct validity days, struct quanze_error *error);

#endif
