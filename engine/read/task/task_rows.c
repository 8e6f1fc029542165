/* task_rows.c - rows of a form to a list of records, as a mapping each, so that what they may say is decided where YAML's is.
 */
#include <read/read.h>
#include <read/task/task_row.h>

/* A list or a mapping that children are put into. */
struct parent {
    struct node *node, **tail;
};

static bool parent_make(enum node_kind kind, struct parent *out, struct arena *arena) {
    out->node = arena_take_array(arena, 1, sizeof *out->node);
    if (!out->node) return false;
    out->node->kind = kind;
    out->tail = &out->node->first;
    return true;
}

static void parent_add(struct parent *parent, struct node *child) {
    *parent->tail = child;
    parent->tail = &child->next;
    parent->node->count++;
}

static bool read_row(const struct form *form, enum fact_id fact, unsigned row, const struct reading *reading,
                     struct parent *list) {
    const struct fact_info *info = fact_at(fact);
    struct parent mapping;
    if (!parent_make(NODE_MAPPING, &mapping, reading->arena)) return false;
    mapping.node->line = row;
    for (unsigned i = 0; i < info->field_count; i++) {
        const struct form_cell *cell = form_find(form, fact, row, i);
        const struct place place = {"", row, i + 1};
        if (!cell || str_trim(cell->text).length == 0) continue;
        struct node *node = task_cell_node(info->fields[i].type, cell->text, place, reading);
        if (!node) continue;
        node->key = info->fields[i].name;
        parent_add(&mapping, node);
    }
    parent_add(list, mapping.node);
    return true;
}

void task_rows_read(enum fact_id fact, const struct form *form, struct arena *arena, struct problems *problems,
                    struct task *out) {
    const struct reading reading = {.file = "", .arena = arena, .problems = problems};
    const struct field field = field_of_fact(fact_at(fact));
    const unsigned last = form_last_row(form, fact);
    const size_t errors = problems->errors;
    struct value *value = &out->value[fact];
    struct parent list;
    bool good = parent_make(NODE_SEQUENCE, &list, arena);
    for (unsigned row = 1; good && row <= last; row++)
        if (form_has_row(form, fact, row)) good = read_row(form, fact, row, &reading, &list);
    problems->out_of_memory |= !good;
    if (good && list.node->count > 0 && field_read(&field, list.node, &reading, value) && problems->errors == errors)
        fact_set_add(&out->known, fact);
}
