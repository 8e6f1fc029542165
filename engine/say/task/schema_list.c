/* schema_list.c - the JSON Schema of a duty list. The table below is the format's reference: each key with its words. */
#include <say/task/schema.h>

enum shape {
    SHAPE_FACT,    /* a scalar or list of texts, as in the fact table */
    SHAPE_FILLED,  /* a text that must be there */
    SHAPE_FORMAT,  /* the format's name */
    SHAPE_OBJECT,  /* one mapping */
    SHAPE_OBJECTS, /* a list of mappings */
    SHAPE_NEEDS,   /* a list of mappings, each of which may be written as its first key's value alone */
    SHAPE_NUMBERS  /* a mapping of names to numbers, or to lists of mappings */
};

struct row {
    struct str name;
    enum shape shape;
    enum fact_type type;
    const char *choices; /* a vocabulary, for choices */
    const struct row *rows;
    size_t count;
    struct str zh, en;
};

#define LITERAL(text)                                                                                                          \
    { text, sizeof(text) - 1 }
#define FACT_ROW(name, type, choices, zh, en)                                                                                  \
    { LITERAL(name), SHAPE_FACT, type, choices, NULL, 0, LITERAL(zh), LITERAL(en) }
#define FILLED_ROW(name, zh, en)                                                                                               \
    { LITERAL(name), SHAPE_FILLED, FACT_TEXT, NULL, NULL, 0, LITERAL(zh), LITERAL(en) }
#define PART_ROW(name, shape, rows, zh, en)                                                                                    \
    { LITERAL(name), shape, FACT_RECORDS, NULL, rows, sizeof rows / sizeof rows[0], LITERAL(zh), LITERAL(en) }

static const struct row BASIS[] = {
    FACT_ROW("article", FACT_TEXT, NULL, "条款", "article"),
    FILLED_ROW("title", "名称", "title"),
    FACT_ROW("verified", FACT_CHOICE, "", "核对情况：V 已核原文，S 转引，M 凭记忆，P 建议",
             "V read in the source, S in a secondary one, M from memory, P a proposal"),
};
static const struct row DEPARTMENTS[] = {
    FACT_ROW("aliases", FACT_TEXTS, NULL, "别称", "other names"),
    FILLED_ROW("id", "代号", "id"),
    FACT_ROW("kind", FACT_CHOICE, "ISSUER_KIND", "性质", "kind"),
    FILLED_ROW("name", "全称", "full name"),
};
static const struct row FUNDS[] = {
    FACT_ROW("per_person_day", FACT_MONEY, NULL, "每人每天标准，元", "norm per person and day, yuan"),
};
static const struct row STAFF[] = {
    FACT_ROW("min", FACT_COUNT, NULL, "最少人数", "least number of people"),
    FACT_ROW("skill", FACT_TEXT, NULL, "所需资质", "skill that is needed"),
};
static const struct row NEEDS[] = {
    FACT_ROW("matter", FACT_TEXT, NULL, "权力所及的事项", "what the power is about"),
    FACT_ROW("power", FACT_CHOICE, "POWER", "权力", "power"),
};
static const struct row ITEMS[] = {
    FACT_ROW("aliases", FACT_TEXTS, NULL, "别称", "other names"),
    PART_ROW("basis", SHAPE_OBJECTS, BASIS, "依据", "basis"),
    FACT_ROW("department", FACT_TEXT, NULL, "牵头部门，或收回的部门", "department that leads or took it back"),
    FACT_ROW("department_duty", FACT_TEXT, NULL, "部门职责", "the department's duty"),
    FACT_ROW("field", FACT_TEXT, NULL, "领域", "field"),
    PART_ROW("funds", SHAPE_OBJECT, FUNDS, "经费标准", "norm of funds"),
    FILLED_ROW("id", "事项编号", "item id"),
    FACT_ROW("joint_departments", FACT_TEXTS, NULL, "会同部门", "departments that act together with it"),
    FACT_ROW("kind", FACT_CHOICE, "ITEM_KIND", "类别：基本、配合、收回", "basic, cooperative or recalled"),
    FILLED_ROW("name", "事项名称", "name"),
    FACT_ROW("office", FACT_TEXT, NULL, "乡镇承办机构", "the township's own office"),
    PART_ROW("powers", SHAPE_NEEDS, NEEDS, "做乡镇这部分所需的权力", "powers that the township's part needs"),
    PART_ROW("staff", SHAPE_OBJECT, STAFF, "人员标准", "norm of people"),
    FACT_ROW("township_actions", FACT_TEXTS, NULL, "乡镇要做的事", "what the township does"),
    FACT_ROW("township_duty", FACT_TEXT, NULL, "乡镇职责", "the township's duty"),
    FACT_ROW("valid_from", FACT_DATE, NULL, "生效日期", "first day in force"),
    FACT_ROW("valid_to", FACT_DATE, NULL, "最后有效日", "last day in force"),
    FACT_ROW("working_mode", FACT_TEXT, NULL, "收回后的工作方式", "how the department works after taking it back"),
};
static const struct row VALUES[] = {
    FACT_ROW("published_on", FACT_DATE, NULL, "公布日期", "when it was published"),
    FACT_ROW("valid_from", FACT_DATE, NULL, "生效日期", "first day in force"),
    FACT_ROW("valid_to", FACT_DATE, NULL, "最后有效日", "last day in force"),
    FACT_ROW("value", FACT_HOURS, NULL, "值", "the value"),
};
static const struct row POWERS[] = {
    FACT_ROW("decision", FACT_TEXT, NULL, "赋权决定", "the decision"),
    FACT_ROW("evaluated_on", FACT_DATE, NULL, "最近评估日期", "when it was last evaluated"),
    FACT_ROW("items", FACT_TEXTS, NULL, "限于哪些事项", "items that it is bound to"),
    FACT_ROW("matter", FACT_TEXT, NULL, "权力所及的事项", "what the power is about"),
    FACT_ROW("mode", FACT_CHOICE, "POWER_MODE", "方式", "how it is held"),
    FACT_ROW("power", FACT_CHOICE, "POWER", "权力", "power"),
    FACT_ROW("published_on", FACT_DATE, NULL, "公布日期", "when it was published"),
    FACT_ROW("townships", FACT_TEXTS, NULL, "限于哪些乡镇", "townships that hold it"),
    FACT_ROW("valid_from", FACT_DATE, NULL, "生效日期", "first day in force"),
    FACT_ROW("valid_to", FACT_DATE, NULL, "最后有效日", "last day in force"),
};
static const struct row TOWNSHIPS[] = {
    FACT_ROW("monitor_point", FACT_BOOL, NULL, "基层减负监测点", "monitoring point of the burden office"),
    FILLED_ROW("name", "名称", "name"),
    FACT_ROW("staff", FACT_COUNT, NULL, "人数", "staff"),
    FACT_ROW("travel_hours", FACT_HOURS, NULL, "往返县城小时", "hours to the county seat and back"),
    FACT_ROW("type", FACT_CHOICE, "TOWN_TYPE", "乡镇或街道", "township or subdistrict"),
    FACT_ROW("villages", FACT_COUNT, NULL, "村（社区）数", "villages"),
};
static const struct row VILLAGE_ITEMS[] = {
    FACT_ROW("aliases", FACT_TEXTS, NULL, "别称", "other names"),
    PART_ROW("basis", SHAPE_OBJECTS, BASIS, "依据", "basis"),
    FILLED_ROW("id", "村级事项编号", "id of the village item"),
    FACT_ROW("kind", FACT_CHOICE, "VILLAGE_KIND", "类别：依法自治、协助政府、不应由村（社区）承担",
             "autonomous, assisting, or excluded: not for villages"),
    FILLED_ROW("name", "村级事项名称", "name"),
    FACT_ROW("valid_from", FACT_DATE, NULL, "生效日期", "first day in force"),
    FACT_ROW("valid_to", FACT_DATE, NULL, "最后有效日", "last day in force"),
};
static const struct row WAIVERS[] = {
    FILLED_ROW("approved_by", "批准人", "who approved"),
    FACT_ROW("department", FACT_TEXT, NULL, "限于哪个部门的任务", "department whose tasks it covers"),
    FILLED_ROW("id", "编号", "id"),
    FILLED_ROW("reason", "理由", "reason"),
    FILLED_ROW("requested_by", "申请人", "who asked"),
    FILLED_ROW("rule", "豁免的规则", "rule that is waived"),
    FACT_ROW("townships", FACT_TEXTS, NULL, "限于哪些乡镇", "townships that it covers"),
    FACT_ROW("valid_from", FACT_DATE, NULL, "生效日期", "first day in force"),
    FACT_ROW("valid_to", FACT_DATE, NULL, "最后有效日", "last day in force"),
};
static const struct row LIST[] = {
    FACT_ROW("county", FACT_TEXT, NULL, "县", "county"),
    PART_ROW("departments", SHAPE_OBJECTS, DEPARTMENTS, "部门", "departments"),
    {{"format", 6}, SHAPE_FORMAT, FACT_TEXT, NULL, NULL, 0, {"", 0}, {"", 0}},
    FACT_ROW("id", FACT_TEXT, NULL, "清单代号，小写字母、数字和连字符", "id of the list: a-z, 0-9 and hyphens"),
    PART_ROW("items", SHAPE_OBJECTS, ITEMS, "事项", "duty items"),
    FACT_ROW("packs", FACT_TEXTS, NULL, "适用的地方规定", "local packs of rules that apply"),
    PART_ROW("parameters", SHAPE_NUMBERS, VALUES, "本地参数，代替规则的缺省值；可以是一个数，也可以按日期分段",
             "local thresholds in place of the rules' defaults; a number, or a series of numbers with dates"),
    PART_ROW("powers", SHAPE_OBJECTS, POWERS, "乡镇依法持有的权力", "powers that townships lawfully hold"),
    FACT_ROW("published_on", FACT_DATE, NULL, "公布日期", "when people could know it"),
    FACT_ROW("title", FACT_TEXT, NULL, "标题", "title"),
    PART_ROW("townships", SHAPE_OBJECTS, TOWNSHIPS, "乡镇街道", "townships and subdistricts"),
    FACT_ROW("valid_from", FACT_DATE, NULL, "施行日期", "when it binds"),
    FACT_ROW("valid_to", FACT_DATE, NULL, "最后有效日", "last day in force"),
    PART_ROW("village_items", SHAPE_OBJECTS, VILLAGE_ITEMS, "村（社区）工作事务清单",
             "the list of what villages do, and of what they do not"),
    PART_ROW("waivers", SHAPE_OBJECTS, WAIVERS, "豁免", "waivers"),
};

static struct choices vocabulary(const struct row *row) {
    static const struct choice MARKS[] = {{{"V", 1}, {"V", 1}, {"V", 1}},
                                          {{"S", 1}, {"S", 1}, {"S", 1}},
                                          {{"M", 1}, {"M", 1}, {"M", 1}},
                                          {{"P", 1}, {"P", 1}, {"P", 1}}};
    if (!row->choices) return (struct choices){NULL, 0};
    return row->choices[0] == '\0' ? (struct choices){MARKS, 4} : choices_of(row->choices);
}

static void write_row(struct writer *writer, const struct row *row);

/* One mapping of known keys. */
static void write_object(struct writer *writer, const struct row *rows, size_t count) {
    writer_open(writer, '{');
    WRITER_KEY(writer, "additionalProperties");
    writer_bool(writer, false);
    WRITER_KEY(writer, "properties");
    writer_open(writer, '{');
    for (size_t i = 0; i < count; i++) write_row(writer, &rows[i]);
    writer_close(writer, '}');
    WRITER_KEY(writer, "required");
    writer_open(writer, '[');
    for (size_t i = 0; i < count; i++)
        if (rows[i].shape == SHAPE_FILLED) writer_name(writer, rows[i].name);
    writer_close(writer, ']');
    WRITER_KEY(writer, "type");
    writer_name(writer, STR("object"));
    writer_close(writer, '}');
}

/* An entry that may be written short: a text for its main key. */
static void write_need(struct writer *writer, const struct row *row) {
    writer_open(writer, '{');
    WRITER_KEY(writer, "anyOf");
    writer_open(writer, '[');
    writer_open(writer, '{');
    schema_type(writer, FACT_CHOICE, choices_of("POWER"));
    writer_close(writer, '}');
    write_object(writer, row->rows, row->count);
    writer_close(writer, ']');
    writer_close(writer, '}');
}

static void write_entries(struct writer *writer, const struct row *row) {
    writer_open(writer, '{');
    WRITER_KEY(writer, "items");
    if (row->shape == SHAPE_NEEDS)
        write_need(writer, row);
    else
        write_object(writer, row->rows, row->count);
    WRITER_KEY(writer, "type");
    writer_name(writer, STR("array"));
    writer_close(writer, '}');
}

/* Names with a number each, or with a series of numbers and dates. */
static void write_numbers(struct writer *writer, const struct row *row) {
    writer_open(writer, '{');
    WRITER_KEY(writer, "additionalProperties");
    writer_open(writer, '{');
    WRITER_KEY(writer, "anyOf");
    writer_open(writer, '[');
    writer_raw(writer, STR("{\"type\":[\"number\",\"null\"]}"));
    write_entries(writer, row);
    writer_close(writer, ']');
    writer_close(writer, '}');
    WRITER_KEY(writer, "type");
    writer_name(writer, STR("object"));
    writer_close(writer, '}');
}

static void write_part(struct writer *writer, const struct row *row) {
    WRITER_KEY(writer, "anyOf");
    writer_open(writer, '[');
    if (row->shape == SHAPE_NUMBERS)
        write_numbers(writer, row);
    else if (row->shape == SHAPE_OBJECT)
        write_object(writer, row->rows, row->count);
    else
        write_entries(writer, row);
    writer_raw(writer, STR("{\"$ref\":\"#/$defs/none\"}"));
    writer_close(writer, ']');
}

static void write_row(struct writer *writer, const struct row *row) {
    if (row->shape == SHAPE_FORMAT) {
        schema_constant(writer, STR("quanze/list/1"));
        return;
    }
    writer_key(writer, row->name);
    writer_open(writer, '{');
    if (row->shape == SHAPE_FACT)
        schema_type(writer, row->type, vocabulary(row));
    else if (row->shape == SHAPE_FILLED)
        schema_filled_text(writer);
    else
        write_part(writer, row);
    schema_words(writer, row->zh, row->en, STR(""), STR(""));
    writer_close(writer, '}');
}

void say_list_schema(struct buf *out) {
    /* A list may be split over files, so only the format is asked of each. */
    static const struct str REQUIRED[] = {{"format", 6}};
    const struct schema_head head = {STR("urn:quanze:schema:list:1"), messages_text(MESSAGE_SCHEMA_LIST, QUANZE_ZH),
                                     messages_text(MESSAGE_SCHEMA_LIST, QUANZE_EN), REQUIRED, 1};
    struct writer writer = writer_start(out, WRITER_PRETTY);
    schema_open(&writer, &head);
    for (size_t i = 0; i < sizeof LIST / sizeof LIST[0]; i++) write_row(&writer, &LIST[i]);
    schema_close(&writer, &head);
    buf_put_char(out, '\n');
}
