/* task.h - one task as facts.
 *
 * A reader must believe: `value[id]` counts only where `known` has the id; a task is cleared by clearing the set.
 */
#ifndef MODEL_TASK_H
#define MODEL_TASK_H

#include <model/fact.h>

struct task {
    struct fact_set known; /* given or stated none; everything else is absent */
    struct value value[FACT_COUNT_ALL];
    unsigned line; /* where the record starts in its file, from 1 */
};

static inline void task_clear(struct task *task) { task->known = (struct fact_set){{0}}; }

static inline bool task_knows(const struct task *task, enum fact_id id) { return fact_set_has(&task->known, id); }

/* Sets a fact; VALUE_ABSENT makes it unknown again. */
static inline void task_set(struct task *task, size_t id, struct value value) {
    task->value[id] = value;
    if (value.state == VALUE_ABSENT)
        fact_set_drop(&task->known, id);
    else
        fact_set_add(&task->known, id);
}

static inline bool task_given(const struct task *task, enum fact_id id) {
    return task_knows(task, id) && task->value[id].state == VALUE_GIVEN;
}

/* The text of a given text fact, else the empty str. */
static inline struct str task_text(const struct task *task, enum fact_id id) {
    return task_given(task, id) ? value_text(&task->value[id]) : (struct str){"", 0};
}

/* A bool fact that is known to be true. */
static inline bool task_true(const struct task *task, enum fact_id id) {
    return task_given(task, id) && task->value[id].number != 0;
}

/* Whether the paper is finished, so that absent CLOSED facts are stated not to be there. */
static inline bool task_finished(const struct task *task) {
    return task_given(task, FACT_ID_BODY) || task_true(task, FACT_ID_COMPLETE);
}

#endif
