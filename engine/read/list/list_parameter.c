/* list_parameter.c - local thresholds: one number, or a series of numbers with dates. */
#include <read/list/list_reading.h>
#include <read/list/written.h>

enum { VALUE_VALUE, VALUE_PUBLISHED_ON, VALUE_VALID_FROM, VALUE_VALID_TO, VALUE_KEYS };
static const struct key VALUE[] = {
    [VALUE_VALUE] = {.name = "value", .type = FACT_TEXT, .required = true},
    [VALUE_PUBLISHED_ON] = {.name = "published_on", .type = FACT_DATE},
    [VALUE_VALID_FROM] = {.name = "valid_from", .type = FACT_DATE},
    [VALUE_VALID_TO] = {.name = "valid_to", .type = FACT_DATE},
};

/* Adds a row; the number stands at `node`. */
static void add_value(struct list_reading *reading, struct str name, struct str written, const struct node *node,
                      const struct parameter *dates) {
    struct place place = node_place(node, reading->reading.file);
    double number = 0;
    if (!written_number(str_trim(written), &number)) {
        problem_error(reading->reading.problems, "not-number", place, "参数 %.*s 写的是“%.*s”，应为不小于 0 的数，如 2 或 0.6",
                      "the parameter %.*s is \"%.*s\", expected a number from 0 up, such as 2 or 0.6", WRITTEN_SHOWN(name),
                      WRITTEN_SHOWN(written));
        return;
    }
    struct value kept = value_of_text(name);
    struct parameter *parameter = &reading->list->parameters[reading->list->parameter_count++];
    *parameter = *dates;
    parameter->name = list_keep(reading, &kept);
    parameter->value = number;
}

static void take_dated(struct list_reading *reading, struct str name, const struct node *entry, struct keys *keys) {
    if (entry->kind != NODE_MAPPING) {
        field_report_kind(name, NODE_MAPPING, entry, &reading->reading);
        return;
    }
    if (!keys_read(keys, entry, &reading->reading)) return;
    struct parameter dates = {.validity = list_keep_validity(keys, VALUE_VALID_FROM, true),
                              .published_on = (int32_t)keys_number(keys, VALUE_PUBLISHED_ON, DAY_NONE),
                              .place = node_place(entry, reading->reading.file)};
    add_value(reading, name, value_text(&keys->values[VALUE_VALUE]), node_child(entry, "value"), &dates);
}

static void take_parameter(struct list_reading *reading, const struct node *node, struct keys *keys) {
    const struct parameter always = {
        .validity = {DAY_NONE, DAY_NONE}, .published_on = DAY_NONE, .place = node_key_place(node, reading->reading.file)};
    switch (node->kind) {
    case NODE_NULL: break; /* not said: the rule's default holds */
    case NODE_MAPPING: field_report_kind(node->key, NODE_SCALAR, node, &reading->reading); break;
    case NODE_SCALAR: add_value(reading, node->key, node->text, node, &always); break;
    case NODE_SEQUENCE:
        for (const struct node *entry = node->first; entry; entry = entry->next) take_dated(reading, node->key, entry, keys);
        break;
    }
}

void list_parameters_take(struct list_reading *reading, const struct node *mapping) {
    struct keys keys;
    if (mapping->kind != NODE_MAPPING && mapping->kind != NODE_NULL) {
        field_report_kind(STR("parameters"), NODE_MAPPING, mapping, &reading->reading);
        return;
    }
    if (!keys_make(VALUE, VALUE_KEYS, reading->reading.arena, &keys)) {
        reading->reading.problems->out_of_memory = true;
        return;
    }
    for (const struct node *child = mapping->first; child; child = child->next) take_parameter(reading, child, &keys);
}

size_t list_parameters_count(const struct node *mapping) {
    size_t count = 0;
    for (const struct node *child = mapping->first; child; child = child->next)
        count += child->kind == NODE_SEQUENCE ? child->count : 1;
    return count;
}
