/* schema.c - see schema.h.
 *
 * A reader must believe: the schemas take what a careful writer writes. The readers take a little more (a single entry for a
 * list of one, 是 for true), so a schema may refuse what a reader lets pass, never the other way round in shape.
 */
#include <say/task/schema.h>

#define TIME_PATTERN "^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2})?(\\\\+08:00)?)?$"
#define MOMENT_PATTERN "^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2})?(\\\\+08:00)?$"
#define LITERAL(text)                                                                                                          \
    { text, sizeof(text) - 1 }
#define NONE "{\"$ref\":\"#/$defs/none\"}"

/* Each definition as JSON, by name. */
static const struct {
    struct str name, json;
} DEFINITIONS[] = {
    {LITERAL("bool"), LITERAL("{\"anyOf\":[{\"type\":\"boolean\"}," NONE "]}")},
    {LITERAL("count"), LITERAL("{\"anyOf\":[{\"maximum\":1000000000,\"minimum\":0,\"type\":\"integer\"}," NONE "]}")},
    {LITERAL("date"), LITERAL("{\"anyOf\":[{\"format\":\"date\",\"type\":\"string\"}," NONE "]}")},
    {LITERAL("done"), LITERAL("{\"anyOf\":[{\"const\":\"done\"},{\"format\":\"date\",\"type\":\"string\"}," NONE "]}")},
    {LITERAL("filled"), LITERAL("{\"minLength\":1,\"type\":\"string\"}")},
    {LITERAL("hours"), LITERAL("{\"anyOf\":[{\"maximum\":1000000,\"minimum\":0,\"type\":\"number\"}," NONE "]}")},
    {LITERAL("moment"), LITERAL("{\"anyOf\":[{\"pattern\":\"" MOMENT_PATTERN "\",\"type\":\"string\"}," NONE "]}")},
    {LITERAL("money"), LITERAL("{\"anyOf\":[{\"maximum\":100000000000,\"minimum\":0,\"type\":\"number\"}," NONE "]}")},
    {LITERAL("none"), LITERAL("{\"enum\":[null,\"none\",\"无\",\"\",0,false]}")},
    {LITERAL("ratio"), LITERAL("{\"anyOf\":[{\"maximum\":1,\"minimum\":0,\"type\":\"number\"},"
                               "{\"pattern\":\"^[0-9]{1,3}([.][0-9]{1,4})?%$\",\"type\":\"string\"}," NONE "]}")},
    {LITERAL("text"), LITERAL("{\"anyOf\":[{\"type\":\"string\"}," NONE "]}")},
    {LITERAL("texts"), LITERAL("{\"anyOf\":[{\"items\":{\"minLength\":1,\"type\":\"string\"},\"type\":\"array\"}," NONE "]}")},
    {LITERAL("time"), LITERAL("{\"anyOf\":[{\"pattern\":\"" TIME_PATTERN "\",\"type\":\"string\"}," NONE "]}")},
};

void schema_open(struct writer *writer, const struct schema_head *head) {
    writer_open(writer, '{');
    WRITER_KEY(writer, "$defs");
    writer_open(writer, '{');
    for (size_t i = 0; i < sizeof DEFINITIONS / sizeof DEFINITIONS[0]; i++) {
        writer_key(writer, DEFINITIONS[i].name);
        writer_raw(writer, DEFINITIONS[i].json);
    }
    writer_close(writer, '}');
    WRITER_KEY(writer, "$id");
    writer_string(writer, head->identity);
    WRITER_KEY(writer, "$schema");
    writer_string(writer, STR("https://json-schema.org/draft/2020-12/schema"));
    WRITER_KEY(writer, "additionalProperties");
    writer_bool(writer, false);
    WRITER_KEY(writer, "description");
    writer_string(writer, head->description);
    WRITER_KEY(writer, "properties");
    writer_open(writer, '{');
}

void schema_close(struct writer *writer, const struct schema_head *head) {
    writer_close(writer, '}');
    WRITER_KEY(writer, "required");
    writer_open(writer, '[');
    for (size_t i = 0; i < head->required_count; i++) writer_string(writer, head->required[i]);
    writer_close(writer, ']');
    WRITER_KEY(writer, "title");
    writer_string(writer, head->title);
    WRITER_KEY(writer, "type");
    writer_name(writer, STR("object"));
    writer_close(writer, '}');
}

/* Words by their names and by the labels that people write. */
static void write_enum(struct writer *writer, struct choices choices) {
    writer_open(writer, '{');
    WRITER_KEY(writer, "enum");
    writer_open(writer, '[');
    for (size_t i = 0; i < choices.count; i++) writer_string(writer, choices.at[i].name);
    for (size_t i = 0; i < choices.count; i++)
        if (!str_equal(choices.at[i].zh, choices.at[i].name)) writer_string(writer, choices.at[i].zh);
    writer_close(writer, ']');
    writer_close(writer, '}');
}

static void write_choices(struct writer *writer, struct choices choices, bool is_list) {
    WRITER_KEY(writer, "anyOf");
    writer_open(writer, '[');
    if (is_list) {
        writer_open(writer, '{');
        WRITER_KEY(writer, "items");
        write_enum(writer, choices);
        WRITER_KEY(writer, "type");
        writer_name(writer, STR("array"));
        writer_close(writer, '}');
    } else {
        write_enum(writer, choices);
    }
    writer_raw(writer, STR(NONE));
    writer_close(writer, ']');
}

static struct str definition_of(enum fact_type type) {
    switch (type) {
    case FACT_BOOL: return STR("#/$defs/bool");
    case FACT_COUNT: return STR("#/$defs/count");
    case FACT_MONEY: return STR("#/$defs/money");
    case FACT_RATIO: return STR("#/$defs/ratio");
    case FACT_HOURS: return STR("#/$defs/hours");
    case FACT_DATE: return STR("#/$defs/date");
    case FACT_START:
    case FACT_END: return STR("#/$defs/time");
    case FACT_MOMENT: return STR("#/$defs/moment");
    case FACT_TEXT: return STR("#/$defs/text");
    case FACT_DONE: return STR("#/$defs/done");
    case FACT_TEXTS: return STR("#/$defs/texts");
    case FACT_CHOICE:
    case FACT_CHOICES:
    case FACT_RECORDS: break;
    }
    return STR("#/$defs/none");
}

void schema_type(struct writer *writer, enum fact_type type, struct choices choices) {
    if (type == FACT_CHOICE || type == FACT_CHOICES) {
        write_choices(writer, choices, type == FACT_CHOICES);
        return;
    }
    WRITER_KEY(writer, "$ref");
    writer_string(writer, definition_of(type));
}

void schema_filled_text(struct writer *writer) {
    WRITER_KEY(writer, "$ref");
    writer_string(writer, STR("#/$defs/filled"));
}

static void write_pair(struct writer *writer, struct str zh, struct str en) {
    const size_t begin = writer_string_begin(writer);
    buf_put(writer->out, zh);
    buf_put_text(writer->out, " / ");
    buf_put(writer->out, en);
    writer_string_end(writer, begin);
}

void schema_words(struct writer *writer, struct str zh, struct str en, struct str meaning_zh, struct str meaning_en) {
    if (meaning_zh.length > 0) {
        WRITER_KEY(writer, "description");
        write_pair(writer, meaning_zh, meaning_en);
    }
    WRITER_KEY(writer, "title");
    write_pair(writer, zh, en);
}

void schema_constant(struct writer *writer, struct str value) {
    WRITER_KEY(writer, "format");
    writer_open(writer, '{');
    WRITER_KEY(writer, "const");
    writer_string(writer, value);
    writer_close(writer, '}');
}
