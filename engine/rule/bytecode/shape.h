/* shape.h - what a value of a fact, or of a field of its records, is like. */
#ifndef RULE_SHAPE_H
#define RULE_SHAPE_H

#include <model/fact.h>

struct shape {
    enum fact_type type;
    struct choices choices;
    const struct field_info *fields;
    size_t field_count;
};

static inline struct shape shape_of_fact(enum fact_id fact) {
    const struct fact_info *info = fact_at(fact);
    return (struct shape){info->type, info->choices, info->fields, info->field_count};
}

static inline struct shape shape_of_field(const struct field_info *field) {
    return (struct shape){field->type, field->choices, NULL, 0};
}

#endif
