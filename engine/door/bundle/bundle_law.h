/* bundle_law.h - what every bundle of one engine holds, packed once: list, rules, packs, calendar, thesaurus, waivers.
 *
 * A reader must believe: an engine opened from the packed files alone has the digests of the one that they were packed for, so
 * what that one decides, the files decide; files that are changed later change nothing of what is packed.
 */
#ifndef DOOR_BUNDLE_LAW_H
#define DOOR_BUNDLE_LAW_H

#include <door/bundle/bundle_kept.h>
#include <door/door.h>

/* Packs when it is asked for the first time, in a temporary folder below `folder`; others wait for it. Borrowed from the
 * engine. QUANZE_BAD_DATA: files were changed since the engine was opened. */
quanze_status bundle_law_take(const struct quanze *engine, const char *folder, struct bundle_packed *out,
                              struct quanze_error *error);

#endif
