/* task_node.c - keys to facts: one walk for YAML and JSON. */
#include <read/task/task_node.h>

#include <read/list/written.h>

struct walk {
    const struct task_keys *keys;
    const struct reading *reading;
    struct task *task;
    struct fact_set seen; /* keys with a value, right or wrong */
};

void task_node_set(unsigned fact, const struct node *node, const struct reading *reading, struct task *out) {
    const struct field field = field_of_fact(fact_at(fact));
    struct value *value = &out->value[fact];
    if (field_read(&field, node, reading, value) && value->state != VALUE_ABSENT) fact_set_add(&out->known, fact);
}

void task_node_check_format(const struct node *node, const struct reading *reading) {
    if (node->kind == NODE_NULL || (node->kind == NODE_SCALAR && str_equal(node->text, STR("quanze/task/1")))) return;
    struct str text = node->kind == NODE_SCALAR ? node->text : STR("…");
    problem_error(reading->problems, "wrong-format", node_place(node, reading->file),
                  "format 写的是“%.*s”，任务文件应为 quanze/task/1", "format is \"%.*s\", expected quanze/task/1 for a task",
                  WRITTEN_SHOWN(text));
}

void task_node_check_required(const struct task_keys *keys, const struct fact_set *seen, struct place place,
                              struct problems *problems) {
    if (fact_set_covers(seen, &keys->required)) return;
    for (size_t id = 0; id < FACT_COUNT_ALL; id++) {
        if (!fact_set_has(&keys->required, id) || fact_set_has(seen, id)) continue;
        const struct fact_info *info = fact_at(id);
        problem_error(problems, "missing-fact", place, "缺少 %.*s（%.*s）", "%.*s (%.*s) is missing", (int)info->name.length,
                      info->name.at, (int)info->zh.length, info->zh.at);
    }
}

/* What is said of a whole group, such as `quota: none`, holds for every fact of it. */
static void state_none(struct walk *walk, unsigned group) {
    for (unsigned i = 0; i < walk->keys->count; i++) {
        const struct task_key *key = &walk->keys->at[i];
        if (key->parent == group && key->kind == TASK_KEY_GROUP) state_none(walk, key->target);
        if (key->parent == group && key->kind == TASK_KEY_FACT)
            task_set(walk->task, key->target, (struct value){.state = VALUE_NONE});
    }
}

static void read_group(struct walk *walk, unsigned group, const struct node *mapping);

static void read_key(struct walk *walk, const struct task_key *key, const struct node *node) {
    switch (key->kind) {
    case TASK_KEY_FORMAT: task_node_check_format(node, walk->reading); return;
    case TASK_KEY_FACT:
        if (node->kind != NODE_NULL) fact_set_add(&walk->seen, key->target);
        task_node_set(key->target, node, walk->reading, walk->task);
        return;
    case TASK_KEY_GROUP: break;
    }
    if (node->kind == NODE_MAPPING)
        read_group(walk, key->target, node);
    else if (node_states_none(node))
        state_none(walk, key->target);
    else if (node->kind != NODE_NULL)
        field_report_kind(key->name, NODE_MAPPING, node, walk->reading);
}

static void read_group(struct walk *walk, unsigned group, const struct node *mapping) {
    for (const struct node *child = mapping->first; child; child = child->next) {
        const struct task_key *key = task_keys_find(walk->keys, group, child->key);
        if (key)
            read_key(walk, key, child);
        else
            task_keys_report_unknown(walk->keys, group, child, walk->reading);
    }
}

void task_node_read(const struct task_keys *keys, const struct node *root, const struct reading *reading, struct task *out) {
    struct walk walk = {.keys = keys, .reading = reading, .task = out};
    if (root->kind != NODE_MAPPING) {
        field_report_kind(STR("task"), NODE_MAPPING, root, reading);
        return;
    }
    read_group(&walk, 0, root);
    task_node_check_required(keys, &walk.seen, node_place(root, reading->file), reading->problems);
}
