/* history.h - what came before a task: the narrow view of the past that rules may ask, whoever keeps it.
 *
 * A reader must believe:
 *   - a task is known to the past by its keys alone, and both keepers (a ledger, a file of earlier tasks) make them by
 *     `history_keys_make`, so they answer alike;
 *   - a task is never its own past: what carries the same id is left out;
 *   - only what was addressed to the township counts; of several addressed townships, and of several forms, the one with most
 *     hits answers.
 */
#ifndef MODEL_HISTORY_H
#define MODEL_HISTORY_H

#include <base/error.h>
#include <model/list.h>
#include <model/task.h>

struct history_form {
    int64_t key; /* of its number, else of its folded name */
    struct str name;
};

/* What the past knows of a task. Days are DAY_NONE where the task does not say. Texts are borrowed from the task. */
struct history_keys {
    struct str id, issuer;
    int64_t topic; /* of the title without the words that every notice has, digits and signs; 0 = no title */
    int32_t day;   /* on which the task is judged */
    int32_t visit, meeting;
    bool assesses; /* it is an assessment or evaluation, or is assessed by its department alone */
    struct texts townships;
    struct history_form *forms;
    size_t form_count;
};

/* Makes the keys in the arena; `day` as decide_day tells it, or DAY_NONE. False when memory ran out. */
bool history_keys_make(const struct task *task, int32_t day, struct arena *arena, struct history_keys *out);

enum history_query {
    HISTORY_OTHER_ISSUERS, /* the same topic, from another issuer */
    HISTORY_VERSIONS,      /* the same topic from the same issuer, under another id: sent again */
    HISTORY_SAME_FORM,     /* the same form of the task was asked for, by anybody */
    HISTORY_ASSESSMENTS,   /* the township was assessed */
    HISTORY_VISITS,        /* the township had visitors: by the day of the visit */
    HISTORY_OWN_VISITS,    /* the same issuer visited the township: by the day of the visit */
    HISTORY_MEETINGS,      /* the township had a meeting: by the day of the meeting */
    HISTORY_QUERY_COUNT
};

struct history_question {
    enum history_query query;
    const struct history_keys *keys;
    int32_t from, to; /* days, both counted */
};

#define HISTORY_MAX_TASKS 16

struct history_answer {
    size_t count;       /* tasks found, at most HISTORY_MOST */
    size_t issuers;     /* different issuers among them, at most HISTORY_MAX_TASKS */
    struct texts tasks; /* ids, newest first, at most HISTORY_MAX_TASKS; in the arena of the call */
};

/* The name that the list has for a body, so that its aliases are one body; `list` NULL: as it is written. */
struct str history_issuer(const struct list *list, struct str issuer);

/* Whether an earlier task of that issuer counts for the question of this one, both as history_issuer tells them. Who sent a
 * task is not known: it is nobody else's, and nobody's own. */
bool history_counts(enum history_query query, struct str own, struct str other);

#define HISTORY_MOST 200

/* Hits for one township being put together: of each id once, at most HISTORY_MOST. */
struct history_tally {
    struct arena *arena;
    struct history_answer answer;
    uint64_t seen[HISTORY_MOST]; /* hashes of the ids */
    struct str issuers[HISTORY_MAX_TASKS];
};

/* False when memory ran out. */
bool history_tally_start(struct history_tally *tally, struct arena *arena);
bool history_tally_add(struct history_tally *tally, struct str id, struct str issuer);

/* Who keeps the past. One thread at a time may ask; a worker opens its own. */
struct history {
    void *keeper;
    quanze_status (*find)(void *keeper, const struct history_question *question, struct arena *arena,
                          struct history_answer *out, struct quanze_error *error);
};

#endif
