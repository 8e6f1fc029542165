/* bundle.h - a proof bundle: one decision with everything it was decided from, so that a stranger can decide it again.
 *
 * A reader must believe: `parts` are all files of the bundle but the manifest itself, each with its size and hash; what rules
 * asked of the past stands in it as questions and answers, so no ledger is needed.
 */
#ifndef MODEL_BUNDLE_H
#define MODEL_BUNDLE_H

#include <model/history.h>

#define BUNDLE_MANIFEST "manifest.json"
#define BUNDLE_README "README.txt"
#define BUNDLE_TASK "task.json"
#define BUNDLE_VERDICT "verdict.json"
#define BUNDLE_PAST "past.json"
#define BUNDLE_READING "reading.json" /* the words behind each fact, where the task was read from a notice */

struct bundle_part {
    struct str name; /* "rules/time/TIME-001.lua" */
    uint64_t bytes;
    struct digest digest;
};

struct bundle_manifest {
    struct str engine;       /* version that decided */
    struct str task;         /* its id; may be empty */
    int32_t as_of, known_at; /* known_at DAY_NONE: everything counted */
    bool no_match, strict;
    struct texts packs; /* "packs/01/sd", in the order in which they are laid over the rules */
    struct bundle_part *parts;
    size_t part_count;
};

/* One question that rules asked of the past; `keys` tells questions of changed tasks apart. */
struct bundle_answer {
    enum history_query query;
    int32_t from, to;
    struct digest keys;
    struct history_answer answer;
};

struct bundle_past {
    bool asked; /* there was a past to ask */
    struct bundle_answer *at;
    size_t count;
};

/* Names of the questions as they stand in the file; -1 for anything else. */
struct str bundle_query_name(enum history_query query);
int bundle_query_find(struct str name);

#endif
