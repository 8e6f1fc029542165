/* constants.h - the parts of a verdict's JSON that are the same for every task, written once a run. Only this room sees it. */
#ifndef SAY_CONSTANTS_H
#define SAY_CONSTANTS_H

#include <say/writer.h>

struct rule;

/* What stands between the parts of a finding that differ from task to task. */
enum finding_part {
    FINDING_HEAD,     /* {"basis":...,"excused": */
    FINDING_LABELS,   /* ,"family":...,"ground":...,"level":...,"message": */
    FINDING_IDENTITY, /* ,"rule":...,"seeds":...,"status": */
    FINDING_PARTS
};

struct say_constants {
    struct buf bytes; /* all parts, one behind the other */
    size_t *ends;     /* of the parts, in `bytes`: FINDING_PARTS a rule, then the versions */
    size_t count;
};

/* Part `index` as it was written. */
static inline struct str constants_part(const struct say_constants *constants, size_t index) {
    const size_t start = index > 0 ? constants->ends[index - 1] : 0;
    return (struct str){constants->bytes.at + start, constants->ends[index] - start};
}

/* Puts a part that begins an object or goes on with one, and ends with a key. */
static inline void constants_put(struct writer *writer, struct str part) {
    writer_bytes(writer, part);
    writer->comma = false;
}

#endif
