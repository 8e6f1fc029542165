#include <rule/run/direct_inside.h>
#include <rule/world/view.h>

/* Whole numbers up to here are the same as floats. */
#define MOST_EXACT (INT64_C(1) << 53)

static struct direct_value of_scalar(struct view_scalar scalar) {
    switch (scalar.kind) {
    case VIEW_BOOLEAN: return (struct direct_value){.kind = DIRECT_BOOLEAN, .integer = scalar.integer};
    case VIEW_INTEGER: return (struct direct_value){.kind = DIRECT_INTEGER, .integer = scalar.integer};
    case VIEW_NUMBER: break;
    }
    return (struct direct_value){.kind = DIRECT_NUMBER, .number = scalar.number};
}

static struct direct_value of_text(struct str text) { return (struct direct_value){.kind = DIRECT_TEXT, .text = text}; }

static bool read_list(const struct fact_info *info, const struct value *value, struct direct_value *out) {
    const bool given = value->state == VALUE_GIVEN;
    *out = (struct direct_value){.kind = DIRECT_LIST, .count = given ? value->count : 0};
    if (info->type == FACT_CHOICES) out->list.choices = info->choices;
    out->list.items = given ? value->items : NULL;
    return out->count <= DIRECT_WORDS_MOST;
}

static bool read_known(const struct fact_info *info, const struct value *value, struct direct_value *out) {
    const bool given = value->state == VALUE_GIVEN;
    if (info->type == FACT_TEXT) {
        *out = of_text(given && value->count > 0 ? value_text(value) : STR(""));
        return out->text.length <= DIRECT_BYTES;
    }
    if (info->type == FACT_TEXTS || info->type == FACT_CHOICES) return read_list(info, value, out);
    if (info->type == FACT_RECORDS) {
        *out = (struct direct_value){.kind = DIRECT_OTHER};
    } else if (info->type == FACT_CHOICE) {
        *out = of_text(given ? info->choices.at[value->number].name : STR(""));
        return given || info->absence != ABSENCE_MONTH;
    } else {
        *out = of_scalar(view_scalar_of(info, value));
    }
    return true;
}

bool direct_arguments(struct direct *direct, const struct task *facts) {
    const struct rule *rule = direct->rule;
    const size_t count = rule->need_count + rule->may_count;
    if (count >= DIRECT_REGISTERS) return false;
    for (size_t i = 0; i < count; i++) {
        const enum fact_id fact = i < rule->need_count ? rule->needs[i] : rule->may[i - rule->need_count];
        struct direct_value *out = &direct->registers[i];
        if (!task_knows(facts, fact))
            out->kind = DIRECT_NIL;
        else if (!read_known(fact_at(fact), &facts->value[fact], out))
            return false;
    }
    direct->registers[count].kind = DIRECT_PARAMETERS;
    return true;
}

bool direct_parameter(const struct rule *rule, struct str name, struct direct_value *out) {
    for (size_t i = 0; i < rule->parameter_count; i++) {
        if (!str_equal(rule->parameters[i].name, name)) continue;
        const double value = rule->parameters[i].value;
        if (core_is_whole(value))
            *out = (struct direct_value){.kind = DIRECT_INTEGER, .integer = (int64_t)value};
        else
            *out = (struct direct_value){.kind = DIRECT_NUMBER, .number = value};
        return true;
    }
    return false;
}

struct direct_value direct_constant(const struct dump_constant *constant) {
    switch (constant->kind) {
    case DUMP_NIL: break;
    case DUMP_FALSE: return (struct direct_value){.kind = DIRECT_BOOLEAN, .integer = 0};
    case DUMP_TRUE: return (struct direct_value){.kind = DIRECT_BOOLEAN, .integer = 1};
    case DUMP_INTEGER: return (struct direct_value){.kind = DIRECT_INTEGER, .integer = constant->integer};
    case DUMP_NUMBER: return (struct direct_value){.kind = DIRECT_NUMBER, .number = constant->number};
    case DUMP_TEXT: return of_text(constant->text);
    }
    return (struct direct_value){.kind = DIRECT_NIL};
}

/* --- comparing --- */

/* A number as a float, where that is the same number. */
static bool as_float(const struct direct_value *value, double *out) {
    *out = value->kind == DIRECT_NUMBER ? value->number : (double)value->integer;
    if (value->kind == DIRECT_NUMBER) return true;
    return value->kind == DIRECT_INTEGER && value->integer <= MOST_EXACT && value->integer >= -MOST_EXACT;
}

static bool is_number(const struct direct_value *value) {
    return value->kind == DIRECT_INTEGER || value->kind == DIRECT_NUMBER;
}

/* Tables, helpers and answers are not what rules compare. */
static bool may_compare(const struct direct_value *value) { return value->kind <= DIRECT_TEXT; }

bool direct_equal(const struct direct_value *a, const struct direct_value *b, bool *out) {
    double left = 0, right = 0;
    *out = false;
    if (!may_compare(a) || !may_compare(b)) return a->kind == DIRECT_NIL || b->kind == DIRECT_NIL; /* nil is none of these */
    if (a->kind != b->kind) {
        if (!is_number(a) || !is_number(b)) return true;
        if (!as_float(a, &left) || !as_float(b, &right)) return false;
        *out = left == right;
        return true;
    }
    switch ((int)a->kind) {
    case DIRECT_NIL: *out = true; break;
    case DIRECT_NUMBER: *out = a->number == b->number; break;
    case DIRECT_TEXT: *out = str_equal(a->text, b->text); break;
    default: *out = a->integer == b->integer; break;
    }
    return true;
}

bool direct_less(const struct direct_value *a, const struct direct_value *b, bool *out) {
    double left = 0, right = 0;
    if (a->kind == DIRECT_INTEGER && b->kind == DIRECT_INTEGER) {
        *out = a->integer < b->integer;
        return true;
    }
    if (!as_float(a, &left) || !as_float(b, &right)) return false;
    *out = left < right;
    return true;
}

bool direct_less_or_equal(const struct direct_value *a, const struct direct_value *b, bool *out) {
    double left = 0, right = 0;
    if (a->kind == DIRECT_INTEGER && b->kind == DIRECT_INTEGER) {
        *out = a->integer <= b->integer;
        return true;
    }
    if (!as_float(a, &left) || !as_float(b, &right)) return false;
    *out = left <= right;
    return true;
}

struct str direct_text_at(const struct direct_value *list, size_t i) {
    if (list->kind == DIRECT_WORDS) return list->words[i];
    const struct value *item = &list->list.items[i];
    if (list->list.choices.count > 0) return list->list.choices.at[item->number].name;
    return item->state == VALUE_GIVEN && item->count > 0 ? value_text(item) : STR("");
}
