/* past_inside.h - how earlier tasks lie in memory: what reads them in and what answers questions share it. */
#ifndef DOOR_PAST_INSIDE_H
#define DOOR_PAST_INSIDE_H

#include <door/screen/past.h>

/* What a task can be found by. */
enum past_table { TABLE_TOPIC, TABLE_FORM, TABLE_ASSESSMENT, TABLE_VISIT, TABLE_MEETING, TABLE_COUNT };

struct past_task {
    struct str id, issuer;
};

/* One township of one task, under one key. */
struct past_hit {
    uint64_t key;
    int32_t day;
    uint32_t task;
};

struct past_hits {
    struct past_hit *at;
    size_t count, capacity;
};

struct past {
    struct arena arena;
    const struct list *list;
    struct past_task *tasks;
    size_t task_count, task_capacity;
    struct past_hits tables[TABLE_COUNT]; /* sorted by key, day, task */
};

/* One key for a topic or form in one township. */
static inline uint64_t past_key(struct str township, int64_t key) {
    return str_hash(township) ^ ((uint64_t)key * UINT64_C(0x9E3779B97F4A7C15));
}

/* Reads the history of a request into the tables, which are then not yet sorted. What is wrong with a task goes to
 * `problems` and the others are read on. */
quanze_status past_read(struct past *past, const struct quanze_screen_request *request, struct problems *problems,
                        struct quanze_error *error);

#endif
