/* keys.c - static tables of keys made into what fields.h reads by. */
#include <read/keys.h>

static struct choices choices_of_key(const struct key *key) { return key->choices ? choices_of(key->choices) : key->words; }

static bool make_record(const struct key *key, struct arena *arena, struct field *out) {
    struct field_info *infos = arena_take_array(arena, key->field_count, sizeof *infos);
    if (!infos) return false;
    for (size_t i = 0; i < key->field_count; i++) {
        const struct key *field = &key->fields[i];
        infos[i] = (struct field_info){.name = str_of(field->name), .type = field->type, .choices = choices_of_key(field)};
    }
    out->fields = infos;
    out->field_count = key->field_count;
    return true;
}

bool keys_make(const struct key *table, size_t count, struct arena *arena, struct keys *out) {
    struct field *fields = arena_take_array(arena, count, sizeof *fields);
    struct value *values = arena_take_array(arena, count, sizeof *values);
    if (!fields || !values) return false;
    for (size_t i = 0; i < count; i++) {
        fields[i] = (struct field){.name = str_of(table[i].name),
                                   .type = table[i].type,
                                   .required = table[i].required,
                                   .choices = choices_of_key(&table[i])};
        if (table[i].fields && !make_record(&table[i], arena, &fields[i])) return false;
    }
    *out = (struct keys){fields, values, count};
    return true;
}

bool keys_read(const struct keys *keys, const struct node *mapping, const struct reading *reading) {
    return fields_read(keys->fields, keys->count, mapping, reading, keys->values);
}

int64_t keys_number(const struct keys *keys, size_t key, int64_t otherwise) {
    const struct value *value = &keys->values[key];
    enum fact_type type = keys->fields[key].type;
    bool is_amount = type == FACT_COUNT || type == FACT_MONEY || type == FACT_HOURS;
    if (value->state == VALUE_NONE && is_amount) return 0;
    return value->state == VALUE_GIVEN ? value->number : otherwise;
}
