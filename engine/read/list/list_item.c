/* list_item.c - one duty item of the townships, or of the villages. */
#include <read/list/list_reading.h>
#include <read/list/written.h>

static const struct choice MARKS[] = {{{"V", 1}, {"已核原文", 12}, {"read in the source", 18}},
                                      {{"S", 1}, {"转引", 6}, {"read in a secondary source", 26}},
                                      {{"M", 1}, {"凭记忆", 9}, {"from memory", 11}},
                                      {{"P", 1}, {"建议", 6}, {"a proposal", 10}}};

enum { CITE_TITLE, CITE_ARTICLE, CITE_VERIFIED, CITE_KEYS };
static const struct key CITE[] = {
    [CITE_TITLE] = {.name = "title", .type = FACT_TEXT},
    [CITE_ARTICLE] = {.name = "article", .type = FACT_TEXT},
    [CITE_VERIFIED] = {.name = "verified", .type = FACT_CHOICE, .words = {MARKS, sizeof MARKS / sizeof *MARKS}},
};

enum { NEED_POWER, NEED_MATTER, NEED_KEYS };
static const struct key NEED[] = {
    [NEED_POWER] = {.name = "power", .type = FACT_CHOICE, .choices = "POWER"},
    [NEED_MATTER] = {.name = "matter", .type = FACT_TEXT},
};

static const struct key FUNDS[] = {{.name = "per_person_day", .type = FACT_MONEY}};

enum { STAFF_MIN, STAFF_SKILL, STAFF_KEYS };
static const struct key STAFF[] = {
    [STAFF_MIN] = {.name = "min", .type = FACT_COUNT}, [STAFF_SKILL] = {.name = "skill", .type = FACT_TEXT}};

enum {
    ITEM_KEY_ID,
    ITEM_KEY_KIND,
    ITEM_KEY_NAME,
    ITEM_KEY_FIELD,
    ITEM_KEY_OFFICE,
    ITEM_KEY_ALIASES,
    ITEM_KEY_BASIS,
    ITEM_KEY_DEPARTMENT,
    ITEM_KEY_JOINT,
    ITEM_KEY_DEPARTMENT_DUTY,
    ITEM_KEY_TOWNSHIP_DUTY,
    ITEM_KEY_TOWNSHIP_ACTIONS,
    ITEM_KEY_POWERS,
    ITEM_KEY_FUNDS,
    ITEM_KEY_STAFF,
    ITEM_KEY_WORKING_MODE,
    ITEM_KEY_VALID_FROM,
    ITEM_KEY_VALID_TO,
    ITEM_KEY_COUNT
};

static const struct key ITEM[] = {
    [ITEM_KEY_ID] = {.name = "id", .type = FACT_TEXT, .required = true},
    [ITEM_KEY_KIND] = {.name = "kind", .type = FACT_CHOICE, .required = true, .choices = "ITEM_KIND"},
    [ITEM_KEY_NAME] = {.name = "name", .type = FACT_TEXT, .required = true},
    [ITEM_KEY_FIELD] = {.name = "field", .type = FACT_TEXT},
    [ITEM_KEY_OFFICE] = {.name = "office", .type = FACT_TEXT},
    [ITEM_KEY_ALIASES] = {.name = "aliases", .type = FACT_TEXTS},
    [ITEM_KEY_BASIS] = {.name = "basis", .type = FACT_RECORDS, .fields = CITE, .field_count = CITE_KEYS},
    [ITEM_KEY_DEPARTMENT] = {.name = "department", .type = FACT_TEXT},
    [ITEM_KEY_JOINT] = {.name = "joint_departments", .type = FACT_TEXTS},
    [ITEM_KEY_DEPARTMENT_DUTY] = {.name = "department_duty", .type = FACT_TEXT},
    [ITEM_KEY_TOWNSHIP_DUTY] = {.name = "township_duty", .type = FACT_TEXT},
    [ITEM_KEY_TOWNSHIP_ACTIONS] = {.name = "township_actions", .type = FACT_TEXTS},
    [ITEM_KEY_POWERS] = {.name = "powers", .type = FACT_RECORDS, .fields = NEED, .field_count = NEED_KEYS},
    [ITEM_KEY_FUNDS] = {.name = "funds", .type = FACT_RECORDS, .fields = FUNDS, .field_count = 1},
    [ITEM_KEY_STAFF] = {.name = "staff", .type = FACT_RECORDS, .fields = STAFF, .field_count = STAFF_KEYS},
    [ITEM_KEY_WORKING_MODE] = {.name = "working_mode", .type = FACT_TEXT},
    [ITEM_KEY_VALID_FROM] = {.name = "valid_from", .type = FACT_DATE},
    [ITEM_KEY_VALID_TO] = {.name = "valid_to", .type = FACT_DATE},
};

enum {
    VILLAGE_ID,
    VILLAGE_ITEM_KIND,
    VILLAGE_NAME,
    VILLAGE_ALIASES,
    VILLAGE_BASIS,
    VILLAGE_VALID_FROM,
    VILLAGE_VALID_TO,
    VILLAGE_KEYS
};
static const struct key VILLAGE[] = {
    [VILLAGE_ID] = {.name = "id", .type = FACT_TEXT, .required = true},
    [VILLAGE_ITEM_KIND] = {.name = "kind", .type = FACT_CHOICE, .required = true, .choices = "VILLAGE_KIND"},
    [VILLAGE_NAME] = {.name = "name", .type = FACT_TEXT, .required = true},
    [VILLAGE_ALIASES] = {.name = "aliases", .type = FACT_TEXTS},
    [VILLAGE_BASIS] = {.name = "basis", .type = FACT_RECORDS, .fields = CITE, .field_count = CITE_KEYS},
    [VILLAGE_VALID_FROM] = {.name = "valid_from", .type = FACT_DATE},
    [VILLAGE_VALID_TO] = {.name = "valid_to", .type = FACT_DATE},
};

bool list_village_item_keys(struct arena *arena, struct keys *out) { return keys_make(VILLAGE, VILLAGE_KEYS, arena, out); }

bool list_item_keys(struct arena *arena, struct keys *out) { return keys_make(ITEM, ITEM_KEY_COUNT, arena, out); }

/* The values of one record of a given list of records. */
static const struct value *record_at(const struct value *records, size_t row, size_t field_count) {
    return &records->items[row * field_count];
}

static size_t record_count(const struct value *records) { return records->state == VALUE_GIVEN ? records->count : 0; }

static void report_missing(const struct list_reading *reading, struct place place, const char *key) {
    problem_error(reading->reading.problems, "missing-key", place, "缺少 %s", "%s is missing", key);
}

static struct place child_place(const struct list_reading *reading, const struct node *node, const char *key) {
    const struct node *child = node_child(node, key);
    return node_place(child ? child : node, reading->reading.file);
}

static void take_basis(struct list_reading *reading, const struct node *node, const struct value *records, struct item *item) {
    size_t count = record_count(records);
    item->basis_none = records->state == VALUE_NONE;
    struct cite *cites = list_take(reading, count, sizeof *cites);
    if (!cites) return;
    for (size_t i = 0; i < count; i++) {
        const struct value *row = record_at(records, i, CITE_KEYS);
        const struct value *mark = &row[CITE_VERIFIED];
        if (row[CITE_TITLE].state != VALUE_GIVEN) report_missing(reading, child_place(reading, node, "basis"), "basis.title");
        cites[i].title = list_keep(reading, &row[CITE_TITLE]);
        cites[i].article = list_keep(reading, &row[CITE_ARTICLE]);
        if (mark->state == VALUE_GIVEN) cites[i].verified = MARKS[mark->number].name.at[0];
    }
    item->basis = (struct cites){cites, count};
}

static void take_powers(struct list_reading *reading, const struct node *node, const struct value *records, struct item *item) {
    size_t count = record_count(records);
    item->powers = list_take(reading, count, sizeof *item->powers);
    if (!item->powers) return;
    for (size_t i = 0; i < count; i++) {
        const struct value *row = record_at(records, i, NEED_KEYS);
        if (row[NEED_POWER].state != VALUE_GIVEN) {
            report_missing(reading, child_place(reading, node, "powers"), "powers.power");
            continue;
        }
        struct power_need *need = &item->powers[item->power_count++];
        *need = (struct power_need){(int)row[NEED_POWER].number, list_keep(reading, &row[NEED_MATTER])};
    }
}

/* `funds` and `staff` are one mapping each, which fields.h reads as a list of one. */
static const struct value *only_record(struct list_reading *reading, const struct node *node, size_t key) {
    const struct value *records = &reading->keys[SECTION_ITEMS].values[key];
    const struct node *child = node_child(node, ITEM[key].name);
    if (record_count(records) == 0) return NULL;
    if (child->kind == NODE_MAPPING) return records->items;
    field_report_kind(child->key, NODE_MAPPING, child, &reading->reading);
    return NULL;
}

/* A norm of the item, or -1 when the list does not say. */
static int64_t norm_of(const struct value *value) {
    if (value->state == VALUE_ABSENT) return -1;
    return value->state == VALUE_GIVEN ? value->number : 0;
}

static void take_norms(struct list_reading *reading, const struct node *node, struct item *item) {
    const struct value *funds = only_record(reading, node, ITEM_KEY_FUNDS);
    const struct value *staff = only_record(reading, node, ITEM_KEY_STAFF);
    item->per_person_day = funds ? norm_of(&funds[0]) : -1;
    item->staff_min = staff ? norm_of(&staff[STAFF_MIN]) : -1;
    if (staff) item->skill = list_keep(reading, &staff[STAFF_SKILL]);
}

static void take_department(struct list_reading *reading, const struct node *node, bool sound, struct item *item) {
    const struct value *value = &reading->keys[SECTION_ITEMS].values[ITEM_KEY_DEPARTMENT];
    item->department = -1;
    if (value->state == VALUE_GIVEN)
        item->department = list_refer_department(reading, value_text(value), child_place(reading, node, "department"));
    else if (sound && item->kind != ITEM_BASIC)
        report_missing(reading, node_place(node, reading->reading.file), "department");
}

static void take_joint(struct list_reading *reading, const struct node *node, struct item *item) {
    const struct value *value = &reading->keys[SECTION_ITEMS].values[ITEM_KEY_JOINT];
    if (value->state != VALUE_GIVEN) return;
    item->joint = list_take(reading, value->count, sizeof *item->joint);
    for (size_t i = 0; item->joint && i < value->count; i++) {
        struct str id = value_text(&value->items[i]);
        int department = list_refer_department(reading, id, child_place(reading, node, "joint_departments"));
        if (department >= 0) item->joint[item->joint_count++] = department;
    }
}

static void take_texts(struct list_reading *reading, const struct value *values, struct item *item) {
    item->id = list_keep(reading, &values[ITEM_KEY_ID]);
    item->name = list_keep(reading, &values[ITEM_KEY_NAME]);
    item->field = list_keep(reading, &values[ITEM_KEY_FIELD]);
    item->office = list_keep(reading, &values[ITEM_KEY_OFFICE]);
    item->department_duty = list_keep(reading, &values[ITEM_KEY_DEPARTMENT_DUTY]);
    item->township_duty = list_keep(reading, &values[ITEM_KEY_TOWNSHIP_DUTY]);
    item->working_mode = list_keep(reading, &values[ITEM_KEY_WORKING_MODE]);
    item->skill = STR("");
    item->aliases = list_keep_texts(reading, &values[ITEM_KEY_ALIASES]);
    item->township_actions = list_keep_texts(reading, &values[ITEM_KEY_TOWNSHIP_ACTIONS]);
}

void list_item_take(struct list_reading *reading, const struct node *node, bool sound) {
    const struct keys *keys = &reading->keys[SECTION_ITEMS];
    const struct value *values = keys->values;
    if (values[ITEM_KEY_ID].state != VALUE_GIVEN) return;
    struct item *item = &reading->list->items[reading->list->item_count++];
    size_t errors_before = reading->reading.problems->errors;
    item->place = node_place(node, reading->reading.file);
    item->kind = (int)keys_number(keys, ITEM_KEY_KIND, ITEM_BASIC);
    item->validity = list_keep_validity(keys, ITEM_KEY_VALID_FROM, sound);
    take_texts(reading, values, item);
    take_department(reading, node, sound, item);
    take_joint(reading, node, item);
    take_basis(reading, node, &values[ITEM_KEY_BASIS], item);
    take_powers(reading, node, &values[ITEM_KEY_POWERS], item);
    take_norms(reading, node, item);
    if (sound && reading->reading.problems->errors == errors_before) list_review_item(item, reading->reading.problems);
}

void list_village_item_take(struct list_reading *reading, const struct node *node, bool sound) {
    const struct keys *keys = &reading->keys[SECTION_VILLAGE_ITEMS];
    const struct value *values = keys->values;
    if (values[VILLAGE_ID].state != VALUE_GIVEN) return;
    struct item *item = &reading->list->village_items[reading->list->village_item_count++];
    size_t errors_before = reading->reading.problems->errors;
    *item = (struct item){.id = list_keep(reading, &values[VILLAGE_ID]),
                          .kind = (int)keys_number(keys, VILLAGE_ITEM_KIND, VILLAGE_ASSISTING),
                          .name = list_keep(reading, &values[VILLAGE_NAME]),
                          .aliases = list_keep_texts(reading, &values[VILLAGE_ALIASES]),
                          .field = STR(""),
                          .office = STR(""),
                          .department_duty = STR(""),
                          .township_duty = STR(""),
                          .skill = STR(""),
                          .working_mode = STR(""),
                          .department = -1,
                          .per_person_day = -1,
                          .staff_min = -1,
                          .validity = list_keep_validity(keys, VILLAGE_VALID_FROM, sound),
                          .place = node_place(node, reading->reading.file)};
    take_basis(reading, node, &values[VILLAGE_BASIS], item);
    if (sound && reading->reading.problems->errors == errors_before) list_review_village_item(item, reading->reading.problems);
}
