/* value.c - facts' values as people write them, and as a task file writes them.
 *
 * A reader must believe: what say_value_json writes, a reader of tasks takes back as the same value.
 */
#include <say/say_inside.h>

/* What a type needs to be written: its own kind, and the vocabulary of its words. */
struct shape {
    enum fact_type type;
    struct choices choices;
    struct str unit;
    const struct fact_info *records; /* of FACT_RECORDS */
};

static struct shape shape_of_fact(enum fact_id fact) {
    const struct fact_info *info = fact_at(fact);
    return (struct shape){info->type, info->choices, info->unit, info};
}

static struct shape shape_of_field(const struct field_info *field) {
    return (struct shape){field->type, field->choices, field->unit, NULL};
}

static struct shape shape_of_element(struct shape list) {
    list.type = list.type == FACT_CHOICES ? FACT_CHOICE : FACT_TEXT;
    return list;
}

static void put_decimal(struct buf *out, int64_t number, unsigned digits) {
    char text[32];
    buf_put(out, (struct str){text, writer_format_decimal(number, digits, text)});
}

void say_day(struct buf *out, int32_t day) {
    char text[24];
    buf_put(out, (struct str){text, day_format(day, text)});
}

void say_minute(struct buf *out, int64_t minute, bool whole_day) {
    char text[24];
    const size_t length = day_format_minute(minute, text);
    if (length > 10) text[10] = ' ';
    buf_put(out, (struct str){text, whole_day && length > 10 ? 10 : length});
}

static void put_with_unit(struct buf *out, int64_t number, unsigned digits, struct str unit, quanze_language language) {
    const size_t from = out->length;
    put_decimal(out, number, digits);
    const bool is_one = str_equal((struct str){out->at + from, out->length - from}, STR("1"));
    if (unit.length == 0) return;
    buf_put_char(out, ' ');
    buf_put(out, messages_unit_of(unit, is_one, language));
}

/* "penalty:open burning" is a power and its matter; anything else is looked up as a word. */
void say_word(struct buf *out, struct str text, quanze_language language) {
    const ptrdiff_t colon = str_find(text, STR(":"));
    const struct choices powers = colon > 0 ? choices_of("POWER") : (struct choices){NULL, 0};
    const int power = choice_find(powers, (struct str){text.at, colon > 0 ? (size_t)colon : 0});
    if (power < 0) {
        buf_put(out, messages_word(text, language));
        return;
    }
    const struct str matter = {text.at + colon + 1, text.length - (size_t)colon - 1};
    const struct choice *choice = &powers.at[power];
    MESSAGES_FILL(out, MESSAGE_WITH_REMARK, language, language == QUANZE_EN ? choice->en : choice->zh, matter);
}

void say_texts(struct buf *out, struct texts texts, quanze_language language) {
    for (size_t i = 0; i < texts.count; i++) {
        if (i > 0) buf_put(out, messages_text(MESSAGE_LIST_COMMA, language));
        say_word(out, texts.at[i], language);
    }
}

static struct str choice_label(struct choices choices, int64_t index, quanze_language language) {
    if (index < 0 || (size_t)index >= choices.count) return STR("?");
    return language == QUANZE_EN ? choices.at[index].en : choices.at[index].zh;
}

/* Beyond that a double holds no millionths, nor does any parameter reach it. */
static size_t format_number(double number, char *out) {
    if (!(number > -9e12 && number < 9e12)) return writer_format_decimal(0, 0, out);
    return writer_format_decimal((int64_t)(number * 1e6 + (number < 0 ? -0.5 : 0.5)), 6, out);
}

void say_number(struct buf *out, double number) {
    char text[32];
    buf_put(out, (struct str){text, format_number(number, text)});
}

void say_write_number(struct writer *writer, double number) {
    char text[32];
    writer_raw(writer, (struct str){text, format_number(number, text)});
}

void say_shortened(struct buf *out, struct str text, size_t max_bytes) {
    size_t length = text.length <= max_bytes ? text.length : max_bytes;
    if (length == text.length) {
        buf_put(out, text);
        return;
    }
    while (length > 0 && ((unsigned char)text.at[length] & 0xC0) == 0x80) length--;
    buf_put(out, (struct str){text.at, length});
    buf_put_text(out, "…");
}

static void put_done(struct buf *out, int64_t day, quanze_language language) {
    if (day == DAY_NONE) {
        buf_put(out, messages_text(MESSAGE_DONE, language));
        return;
    }
    char text[24];
    MESSAGES_FILL(out, MESSAGE_DONE_ON, language, (struct str){text, day_format((int32_t)day, text)});
}

static void put_value(struct buf *out, struct shape shape, const struct value *value, quanze_language language);

/* A field of a row: names and words speak for themselves; a number, a date and a yes need the field's name before them. */
static void put_field(struct buf *out, const struct field_info *field, const struct value *value, quanze_language language) {
    const struct str label = language == QUANZE_EN ? field->en : field->zh;
    if (field->type == FACT_BOOL) {
        buf_put(out, label);
        return;
    }
    if (field->type != FACT_TEXT && field->type != FACT_CHOICE && field->type != FACT_CHOICES) {
        buf_put(out, label);
        buf_put_char(out, ' ');
    }
    put_value(out, shape_of_field(field), value, language);
}

static void put_row(struct buf *out, const struct fact_info *info, const struct value *row, quanze_language language) {
    bool first = true;
    for (size_t i = 0; i < info->field_count; i++) {
        if (row[i].state != VALUE_GIVEN || (info->fields[i].type == FACT_BOOL && row[i].number == 0)) continue;
        if (!first) buf_put(out, messages_text(MESSAGE_COMMA, language));
        put_field(out, &info->fields[i], &row[i], language);
        first = false;
    }
}

static void put_items(struct buf *out, struct shape shape, const struct value *value, quanze_language language) {
    const struct shape element = shape_of_element(shape);
    for (uint32_t i = 0; i < value->count; i++) {
        if (i > 0) buf_put(out, messages_text(shape.type == FACT_RECORDS ? MESSAGE_SEMICOLON : MESSAGE_LIST_COMMA, language));
        if (shape.type == FACT_RECORDS)
            put_row(out, shape.records, value->items + i * shape.records->field_count, language);
        else if (element.type == FACT_TEXT)
            say_word(out, value_text(&value->items[i]), language);
        else
            put_value(out, element, &value->items[i], language);
    }
}

static void put_given(struct buf *out, struct shape shape, const struct value *value, quanze_language language) {
    switch (shape.type) {
    case FACT_BOOL: buf_put(out, messages_text(value->number ? MESSAGE_YES : MESSAGE_NO, language)); break;
    case FACT_COUNT: put_with_unit(out, value->number, 0, shape.unit, language); break;
    case FACT_MONEY: put_with_unit(out, value->number, 2, shape.unit, language); break;
    case FACT_RATIO:
        put_decimal(out, value->number, 4);
        buf_put_char(out, '%');
        break;
    case FACT_HOURS: put_with_unit(out, value->number, 3, shape.unit, language); break;
    case FACT_DATE: say_day(out, (int32_t)value->number); break;
    case FACT_START:
    case FACT_END:
    case FACT_MOMENT: say_minute(out, value->number, value->whole_day); break;
    case FACT_TEXT: buf_put(out, value_text(value)); break;
    case FACT_CHOICE: buf_put(out, choice_label(shape.choices, value->number, language)); break;
    case FACT_DONE: put_done(out, value->number, language); break;
    case FACT_TEXTS:
    case FACT_CHOICES:
    case FACT_RECORDS: put_items(out, shape, value, language); break;
    }
}

static void put_value(struct buf *out, struct shape shape, const struct value *value, quanze_language language) {
    if (value->state == VALUE_ABSENT)
        buf_put(out, messages_text(MESSAGE_UNKNOWN, language));
    else if (value->state == VALUE_GIVEN)
        put_given(out, shape, value, language);
    else
        buf_put(out, messages_text(shape.type == FACT_BOOL ? MESSAGE_NO : MESSAGE_NONE, language));
}

void say_value(struct buf *out, enum fact_id fact, const struct value *value, quanze_language language) {
    put_value(out, shape_of_fact(fact), value, language);
}

static void write_value(struct writer *writer, struct shape shape, const struct value *value);

/* How each type states that there is none. */
static struct str none_json(enum fact_type type) {
    switch (type) {
    case FACT_BOOL: return STR("false");
    case FACT_COUNT:
    case FACT_MONEY:
    case FACT_RATIO:
    case FACT_HOURS: return STR("0");
    case FACT_TEXT: return STR("\"\"");
    case FACT_TEXTS:
    case FACT_CHOICES:
    case FACT_RECORDS: return STR("[]");
    case FACT_DATE:
    case FACT_START:
    case FACT_END:
    case FACT_MOMENT:
    case FACT_CHOICE:
    case FACT_DONE: return STR("\"none\"");
    }
    return STR("null");
}

static void write_time(struct writer *writer, int64_t minute, bool whole_day) {
    char text[24];
    const size_t length = day_format_minute(minute, text);
    writer_name(writer, (struct str){text, whole_day && length > 10 ? 10 : length});
}

void say_write_minute(struct writer *writer, int64_t minute) { write_time(writer, minute, false); }

static void write_done(struct writer *writer, int64_t day) {
    char text[24];
    if (day == DAY_NONE)
        writer_name(writer, STR("done"));
    else
        writer_name(writer, (struct str){text, day_format((int32_t)day, text)});
}

#define RECORD_MAX_FIELDS 16

/* The fields of a record in the order of their names. */
static size_t sorted_fields(const struct fact_info *info, size_t order[RECORD_MAX_FIELDS]) {
    const size_t count = info->field_count < RECORD_MAX_FIELDS ? info->field_count : RECORD_MAX_FIELDS;
    for (size_t i = 0; i < count; i++) {
        size_t at = i;
        for (; at > 0 && str_compare(info->fields[order[at - 1]].name, info->fields[i].name) > 0; at--)
            order[at] = order[at - 1];
        order[at] = i;
    }
    return count;
}

static void write_rows(struct writer *writer, const struct fact_info *info, const struct value *value) {
    size_t order[RECORD_MAX_FIELDS];
    const size_t count = sorted_fields(info, order);
    for (uint32_t r = 0; r < value->count; r++) {
        const struct value *row = value->items + r * info->field_count;
        writer_open(writer, '{');
        for (size_t i = 0; i < count; i++) {
            if (row[order[i]].state == VALUE_ABSENT) continue;
            writer_key(writer, info->fields[order[i]].name);
            write_value(writer, shape_of_field(&info->fields[order[i]]), &row[order[i]]);
        }
        writer_close(writer, '}');
    }
}

static void write_items(struct writer *writer, struct shape shape, const struct value *value) {
    writer_open(writer, '[');
    if (shape.type == FACT_RECORDS)
        write_rows(writer, shape.records, value);
    else
        for (uint32_t i = 0; i < value->count; i++) write_value(writer, shape_of_element(shape), &value->items[i]);
    writer_close(writer, ']');
}

static void write_given(struct writer *writer, struct shape shape, const struct value *value) {
    switch (shape.type) {
    case FACT_BOOL: writer_bool(writer, value->number != 0); break;
    case FACT_COUNT: writer_int(writer, value->number); break;
    case FACT_MONEY: writer_decimal(writer, value->number, 2); break;
    case FACT_RATIO: writer_decimal(writer, value->number, 6); break;
    case FACT_HOURS: writer_decimal(writer, value->number, 3); break;
    case FACT_DATE: write_time(writer, value->number * DAY_MINUTES, true); break;
    case FACT_START:
    case FACT_END:
    case FACT_MOMENT: write_time(writer, value->number, value->whole_day); break;
    case FACT_TEXT: writer_string(writer, value_text(value)); break;
    case FACT_CHOICE:
        writer_name(writer, (size_t)value->number < shape.choices.count ? shape.choices.at[value->number].name : STR("?"));
        break;
    case FACT_DONE: write_done(writer, value->number); break;
    case FACT_TEXTS:
    case FACT_CHOICES:
    case FACT_RECORDS: write_items(writer, shape, value); break;
    }
}

static void write_value(struct writer *writer, struct shape shape, const struct value *value) {
    if (value->state == VALUE_ABSENT)
        writer_null(writer);
    else if (value->state == VALUE_NONE)
        writer_raw(writer, none_json(shape.type));
    else
        write_given(writer, shape, value);
}

void say_write_value(struct writer *writer, enum fact_id fact, const struct value *value) {
    write_value(writer, shape_of_fact(fact), value);
}

void say_value_json(struct buf *out, enum fact_id fact, const struct value *value) {
    struct writer writer = writer_start(out, WRITER_COMPACT);
    say_write_value(&writer, fact, value);
}

void say_json_string(struct buf *out, struct str text) {
    struct writer writer = writer_start(out, WRITER_COMPACT);
    writer_string(&writer, text);
}
