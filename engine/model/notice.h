/* notice.h - what was read from a real notice besides the task itself: the words behind each fact, and what stayed unclear.
 *
 * A reader must believe: places are places in the notice's text (the task's `body`): a line of it, and the character in that
 * line. A fact with a doubt is absent from the task and named in its `unsure`: it is neither given nor stated not to be there.
 */
#ifndef MODEL_NOTICE_H
#define MODEL_NOTICE_H

#include <model/task.h>

/* The exact words that a fact was read from. One fact may have several. */
struct evidence {
    enum fact_id fact;
    struct str text;
    unsigned line, column; /* from 1; the column counts characters */
};

/* Why a fact that the text speaks of could not be told; `text` may be empty when the whole notice is meant. */
struct doubt {
    enum fact_id fact;
    struct str zh, en;
    struct str text;
    unsigned line, column; /* 0 = no place */
};

struct notice {
    const struct evidence *evidence; /* by fact, then place */
    size_t evidence_count;
    const struct doubt *doubts; /* by fact, then place */
    size_t doubt_count;
};

#endif
