/* bundle.h - proof bundles: one decision packed with everything it was decided from, and decided again from that alone.
 *
 * A reader must believe: a bundle that bundle_make gives out has been decided again from its own papers and came to the same,
 * by an engine that its own files have been seen to make (bundle_law.h); the same inputs give the same bytes; what is read from
 * a bundle is refused before anything of it is written anywhere, unless every name in it is a plain one and stands in the
 * manifest, once.
 */
#ifndef DOOR_BUNDLE_H
#define DOOR_BUNDLE_H

#include <base/buf.h>
#include <base/file.h>
#include <base/problem.h>
#include <base/scratch.h>
#include <door/bundle/bundle_files.h>
#include <door/bundle/bundle_past.h>
#include <door/door.h>
#include <read/read.h>
#include <say/ledger/bundle.h>

/* The name of the file that a task is the whole of: a notice (`source` NULL) or a task file; empty for a row of a table, which
 * says nothing without its head. */
struct str bundle_source_name(const struct task_source *source, const char *path);

struct bundle_input {
    const struct quanze *engine;
    struct str task; /* as bundle_task made it */
    const struct decision *decision;
    const struct notice *notice;    /* what the task was read from; NULL: it was a task file */
    const struct bundle_past *past; /* what the rules saw of it */
    struct bundle_file source;      /* the task as it came; name empty: it is left out */
    struct bundle_file letter;      /* the letter that goes with it; name empty: there is none */
    bool no_match;
    const char *folder; /* where a temporary folder may be made */
};

/* The task as a bundle keeps it: to be made before it is decided, which fills in what is derived. False when memory ran out. */
bool bundle_task(const struct task *task, struct arena *arena, struct str *out);

/* Packs, and decides again as a stranger would; appends to `out`, which counts only where this succeeds. QUANZE_BAD_DATA: a
 * file of the list or the rules was changed since the engine was opened. */
quanze_status bundle_make(const struct bundle_input *input, struct buf *out, struct quanze_error *error);

/* What was unpacked of a bundle. Texts live in the arena that it was opened into. */
struct bundle {
    struct bundle_manifest manifest;
    struct str *bytes;      /* of the manifest's parts, in their order */
    struct digest *digests; /* theirs, as they are */
    struct digest check;
};

/* Unpacks and checks: names, manifest, sizes and hashes; `changed` are the parts that are not as they were packed.
 * QUANZE_BAD_DATA: it is no bundle, and `faults`, whose arena keeps what is opened, are all that is wrong with it; `path` is
 * for messages. */
quanze_status bundle_open(struct str bytes, const char *path, struct bundle *out, struct texts *changed,
                          struct problems *faults, struct quanze_error *error);

/* The bytes of a part; NULL where there is none of that name. */
const struct str *bundle_part_of(const struct bundle *bundle, const char *name);

/* Opens the engine that a bundle's files make, in a temporary folder below `folder`, which is gone again: of the bundle only
 * the manifest's packs, days, parts and their bytes are looked at. */
quanze_status bundle_open_engine(const struct bundle *bundle, const char *folder, struct arena *arena, struct quanze **out,
                                 struct quanze_error *error);

/* Decides a bundle again by that engine: of its parts only task, verdict and past are looked at. Fills what says how it came
 * out, in the arena. */
quanze_status bundle_decide_by(const struct quanze *engine, const struct bundle *bundle, struct arena *arena,
                               struct bundle_verified *out, struct quanze_error *error);

/* The places where two JSON texts differ but for the version of the program; at most QUANZE_MAX_PROBLEMS. In the arena,
 * borrowed from the texts. */
quanze_status bundle_compare(struct str then, struct str now, struct arena *arena, struct bundle_verified *out,
                             struct quanze_error *error);

#endif
