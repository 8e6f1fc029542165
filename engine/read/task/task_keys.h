/* task_keys.h - the keys of a task file, found by name: the fact table as a tree, laid out for fast look-up.
 *
 * A reader must believe: "funds.provided" is the key `provided` in the group `funds`; group 0 is the task itself. Facts that
 * the engine works out are no keys.
 */
#ifndef READ_TASK_KEYS_H
#define READ_TASK_KEYS_H

#include <read/fields.h>

enum task_key_kind { TASK_KEY_FORMAT, TASK_KEY_FACT, TASK_KEY_GROUP };

struct task_key {
    struct str name;
    unsigned parent; /* group that it stands in */
    enum task_key_kind kind;
    unsigned target; /* fact or group */
};

enum { TASK_KEYS_MAX = 512, TASK_KEY_SLOTS = 1024 };

struct task_keys {
    struct task_key at[TASK_KEYS_MAX];
    unsigned count, group_count;
    uint16_t slots[TASK_KEY_SLOTS]; /* index into `at` + 1, 0 = free */
    struct fact_set required;
};

/* Fills the keys from the fact table; what was in them does not matter. */
void task_keys_make(struct task_keys *keys);

/* The key of that name in a group, or NULL. */
const struct task_key *task_keys_find(const struct task_keys *keys, unsigned group, struct str name);

/* Says that a group has no such key, with the near miss. */
void task_keys_report_unknown(const struct task_keys *keys, unsigned group, const struct node *child,
                              const struct reading *reading);

#endif
