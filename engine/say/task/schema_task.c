/* schema_task.c - the JSON Schema of a task, made from the fact table. */
#include <say/task/schema.h>

/* The facts that a task file may carry, by the byte order of their names, so that groups stand together and keys are sorted. */
struct order {
    enum fact_id ids[FACT_COUNT_ALL];
    size_t count;
};

static void order_facts(struct order *order) {
    order->count = 0;
    for (size_t id = 0; id < FACT_COUNT_ALL; id++) {
        if (!absence_is_stated(fact_at(id)->absence)) continue;
        size_t at = order->count++;
        for (; at > 0 && str_compare(fact_at(order->ids[at - 1])->name, fact_at(id)->name) > 0; at--)
            order->ids[at] = order->ids[at - 1];
        order->ids[at] = (enum fact_id)id;
    }
}

static void write_field(struct writer *writer, const struct field_info *field) {
    writer_key(writer, field->name);
    writer_open(writer, '{');
    schema_type(writer, field->type, field->choices);
    schema_words(writer, field->zh, field->en, field->meaning_zh, field->meaning_en);
    writer_close(writer, '}');
}

/* The field whose name comes next after `name` in byte order, or NULL. */
static const struct field_info *field_after(const struct fact_info *info, struct str name) {
    const struct field_info *next = NULL;
    for (size_t i = 0; i < info->field_count; i++) {
        const struct field_info *field = &info->fields[i];
        if (str_compare(field->name, name) > 0 && (!next || str_compare(field->name, next->name) < 0)) next = field;
    }
    return next;
}

static void write_records(struct writer *writer, const struct fact_info *info) {
    WRITER_KEY(writer, "anyOf");
    writer_open(writer, '[');
    writer_open(writer, '{');
    WRITER_KEY(writer, "items");
    writer_open(writer, '{');
    WRITER_KEY(writer, "additionalProperties");
    writer_bool(writer, false);
    WRITER_KEY(writer, "properties");
    writer_open(writer, '{');
    for (const struct field_info *field = field_after(info, STR("")); field; field = field_after(info, field->name))
        write_field(writer, field);
    writer_close(writer, '}');
    WRITER_KEY(writer, "type");
    writer_name(writer, STR("object"));
    writer_close(writer, '}');
    WRITER_KEY(writer, "type");
    writer_name(writer, STR("array"));
    writer_close(writer, '}');
    writer_raw(writer, STR("{\"$ref\":\"#/$defs/none\"}"));
    writer_close(writer, ']');
}

static bool is_required(enum fact_id id) { return id == FACT_ID_ID || id == FACT_ID_TITLE; }

static void write_fact(struct writer *writer, struct str key, enum fact_id id) {
    const struct fact_info *info = fact_at(id);
    writer_key(writer, key);
    writer_open(writer, '{');
    if (info->type == FACT_RECORDS)
        write_records(writer, info);
    else if (is_required(id))
        schema_filled_text(writer);
    else
        schema_type(writer, info->type, info->choices);
    schema_words(writer, info->zh, info->en, info->meaning_zh, info->meaning_en);
    writer_close(writer, '}');
}

/* A group of facts such as `funds`; the whole may be stated none. */
static void write_group(struct writer *writer, struct str group, const struct order *order, size_t from, size_t to) {
    writer_key(writer, group);
    writer_open(writer, '{');
    WRITER_KEY(writer, "anyOf");
    writer_open(writer, '[');
    writer_open(writer, '{');
    WRITER_KEY(writer, "additionalProperties");
    writer_bool(writer, false);
    WRITER_KEY(writer, "properties");
    writer_open(writer, '{');
    for (size_t i = from; i < to; i++) {
        const struct str name = fact_at(order->ids[i])->name;
        write_fact(writer, (struct str){name.at + group.length + 1, name.length - group.length - 1}, order->ids[i]);
    }
    writer_close(writer, '}');
    WRITER_KEY(writer, "type");
    writer_name(writer, STR("object"));
    writer_close(writer, '}');
    writer_raw(writer, STR("{\"$ref\":\"#/$defs/none\"}"));
    writer_close(writer, ']');
    writer_close(writer, '}');
}

/* The part of a name before its point, or the whole. */
static struct str group_of(struct str name) {
    const ptrdiff_t point = str_find(name, STR("."));
    return point < 0 ? name : (struct str){name.at, (size_t)point};
}

static void write_facts(struct writer *writer, const struct order *order) {
    bool has_format = false;
    for (size_t from = 0, to; from < order->count; from = to) {
        const struct str name = fact_at(order->ids[from])->name, group = group_of(name);
        for (to = from + 1; to < order->count && str_equal(group_of(fact_at(order->ids[to])->name), group); to++) continue;
        if (!has_format && str_compare(group, STR("format")) > 0) {
            schema_constant(writer, STR("quanze/task/1"));
            has_format = true;
        }
        if (group.length == name.length)
            write_fact(writer, name, order->ids[from]);
        else
            write_group(writer, group, order, from, to);
    }
}

void say_task_schema(struct buf *out) {
    static const struct str REQUIRED[] = {{"id", 2}, {"title", 5}};
    const struct schema_head head = {STR("urn:quanze:schema:task:1"), messages_text(MESSAGE_SCHEMA_TASK, QUANZE_ZH),
                                     messages_text(MESSAGE_SCHEMA_TASK, QUANZE_EN), REQUIRED, 2};
    struct writer writer = writer_start(out, WRITER_PRETTY);
    struct order order;
    order_facts(&order);
    schema_open(&writer, &head);
    write_facts(&writer, &order);
    schema_close(&writer, &head);
    buf_put_char(out, '\n');
}
