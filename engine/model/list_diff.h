/* list_diff.h - what changed from one duty list to the next.
 *
 * A reader must believe: items are the same when their names are, whatever their ids; then, when id and kind are the same and
 * the names are alike; then, when the names are very much alike. Width, spaces and letter case do not count. Nothing here
 * judges.
 */
#ifndef MODEL_LIST_DIFF_H
#define MODEL_LIST_DIFF_H

#include <model/list.h>

/* What of an item can differ; a bit each. */
enum list_diff_field {
    DIFF_NAME,
    DIFF_FIELD,
    DIFF_OFFICE,
    DIFF_DEPARTMENT,
    DIFF_JOINT_DEPARTMENTS,
    DIFF_DEPARTMENT_DUTY,
    DIFF_TOWNSHIP_DUTY,
    DIFF_TOWNSHIP_ACTIONS,
    DIFF_WORKING_MODE,
    DIFF_POWERS,
    DIFF_FUNDS,
    DIFF_STAFF,
    DIFF_ALIASES,
    DIFF_BASIS,
    DIFF_VALIDITY,
    DIFF_FIELD_COUNT
};

/* An item in both lists that is not the same in both. */
struct item_change {
    int before, after; /* items of the one and the other list */
    bool moved;        /* to another kind */
    bool renumbered;
    uint32_t fields; /* bits of enum list_diff_field */
};

struct list_diff {
    int *added, *dropped; /* items of the later, of the earlier list */
    size_t added_count, dropped_count;
    struct item_change *changed; /* in the order of the later list */
    size_t changed_count;
    int *granted, *recalled; /* powers held of the later, of the earlier list */
    size_t granted_count, recalled_count;
    struct list_diff *villages; /* of the villages' items, by their kinds and numbers; NULL in itself */
};

struct touched_tasks {
    struct touched_task {
        struct str id, title;
    } * at;
    size_t count;
};

/* Tasks that a change touches, for each entry of the difference, in its order. */
struct list_touched {
    struct touched_tasks *added, *dropped, *changed, *granted, *recalled;
    size_t tasks, unread; /* looked at; kept by a later program in a way that this one cannot read */
};

/* A list as it is on a day; DAY_NONE: all that stands in it. */
struct list_on {
    const struct list *list;
    int32_t day;
};

/* Compares two lists. `out` lives in the arena. QUANZE_INTERNAL when memory ran out. */
quanze_status list_compare(struct list_on before, struct list_on after, struct arena *arena, struct list_diff *out,
                           struct quanze_error *error);

/* Whether a task can be touched by it: an item of the townships' list or a power held is another. */
bool list_diff_can_touch(const struct list_diff *diff);

/* The key of quanze/list/1 that a field stands for. */
struct str list_diff_key(enum list_diff_field field);

#endif
