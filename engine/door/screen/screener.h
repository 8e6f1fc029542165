/* screener.h - the tools of a screening run: made for it, or kept warm for the next one.
 *
 * A reader must believe: nothing of one run is seen by the next; after a run that broke off the tools are made anew.
 */
#ifndef DOOR_SCREENER_H
#define DOOR_SCREENER_H

#include <door/screen/crew.h>
#include <door/screen/paths.h>

struct quanze_screener {
    const struct quanze *engine;
    struct job job; /* of the run at hand; its workers look here */
    struct crew *crew;
    struct notice_reader *notices;
    struct say_constants *constants;
    struct rule_meter *meters; /* of `rules profile`, else NULL */
    const struct rule_clock *clock;
};

/* Makes what the run of `screener->job` lacks. */
quanze_status screener_prepare(struct quanze_screener *screener, const struct task_paths *paths, struct quanze_error *error);

/* Closes all tools; the next run makes them anew. */
void screener_clear(struct quanze_screener *screener);

#endif
