/* door.h - what the door's files share: the open engine.
 *
 * A reader must believe: an engine never changes once `quanze_open` has returned it, but for the copy of its own files that
 * is packed when a bundle first needs it. The door thinks nothing; it calls the rooms one after the other.
 */
#ifndef DOOR_DOOR_H
#define DOOR_DOOR_H

#include <decide/decide.h>
#include <match/match.h>
#include <model/calendar.h>
#include <model/list.h>
#include <rule/rule.h>
#include <say/say.h>

/* Where an engine was opened from; NULL where nothing was. */
struct engine_files {
    const char *lists, *rules, *calendar, *thesaurus, *waivers;
};

struct quanze {
    struct engine_files files;
    struct list list;
    struct thesaurus thesaurus;
    struct calendar calendar;
    struct arena packs; /* what the book was changed by, and `files` */
    struct rulebook *book;
    struct match_index *index;         /* only with a list */
    struct list villages;              /* the villages' items in the place of the items; borrowed from `list` */
    struct match_index *village_index; /* only with such items */
    struct plan *plan;                 /* only with a list and rules */
    struct bundle_kept *kept;          /* its files for bundles, packed when the first is made: see bundle_law.h */
    bool has_list, has_calendar, strict_budget;
};

/* The calendar, or NULL when none was given. */
static inline const struct calendar *engine_calendar(const struct quanze *engine) {
    return engine->has_calendar ? &engine->calendar : NULL;
}

/* The list, or NULL when none was given. */
static inline const struct list *engine_list(const struct quanze *engine) { return engine->has_list ? &engine->list : NULL; }

/* What a decision of this engine names. */
static inline struct say_world engine_world(const struct quanze *engine) {
    return (struct say_world){.list = engine_list(engine),
                              .book = engine->book,
                              .calendar = engine_calendar(engine),
                              .thesaurus = &engine->thesaurus};
}

/* The day on which a list is looked at: `as_of`, or when none is named the first day of the list. */
static inline int32_t list_day(const struct list *list, int32_t as_of) {
    if (as_of != DAY_NONE) return as_of;
    return list->validity.from != DAY_NONE ? list->validity.from : list->published_on;
}

#endif
