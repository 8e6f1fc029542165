/* bundle_past.h - the past as a bundle keeps it: what rules asked and were answered, written down and answered again.
 *
 * A reader must believe: a question is known by its kind, its days and the keys of the task that it was asked for, so that
 * tasks changed for a remedy have answers of their own.
 */
#ifndef DOOR_BUNDLE_PAST_H
#define DOOR_BUNDLE_PAST_H

#include <model/bundle.h>

/* Passes questions on and keeps the answers. Zero-initialised but for `inner` and `arena`. */
struct past_log {
    struct history inner; /* `find` NULL: there is no past */
    struct arena *arena;
    struct bundle_past past;
    size_t capacity;
};

/* Forgets what was asked: the arena has been emptied. */
static inline void past_log_clear(struct past_log *log) {
    log->past.at = NULL;
    log->past.count = log->capacity = 0;
}

/* The log as a keeper of the past; borrowed. */
struct history past_log_history(struct past_log *log);

/* A bundle's answers as a keeper of the past. A question that it was not asked is QUANZE_BAD_DATA. */
struct history past_replay_history(struct bundle_past *past);

#endif
