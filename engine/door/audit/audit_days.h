/* audit_days.h - the days of an audit: those that it is of, those that it is held against, and whether it would still be the
 * same.
 */
#ifndef DOOR_AUDIT_DAYS_H
#define DOOR_AUDIT_DAYS_H

#include <base/day.h>
#include <base/error.h>
#include <model/list.h>
#include <quanze.h>

struct audit_days {
    struct validity now, before; /* whole months */
    bool is_compared;            /* with days that were asked for, not simply those before */
    int32_t today;
};

/* QUANZE_USAGE: no month, one that has not come, one after the other, too many. */
quanze_status audit_days_take(const struct quanze_audit_request *request, struct audit_days *out, struct quanze_error *error);

#endif
