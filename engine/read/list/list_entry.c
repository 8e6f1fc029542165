/* list_entry.c - townships, departments, powers held, waivers. */
#include <read/list/list_reading.h>
#include <read/list/written.h>

enum { TOWNSHIP_NAME, TOWNSHIP_TYPE, TOWNSHIP_STAFF, TOWNSHIP_VILLAGES, TOWNSHIP_TRAVEL, TOWNSHIP_MONITOR, TOWNSHIP_KEYS };
static const struct key TOWNSHIP[] = {
    [TOWNSHIP_NAME] = {.name = "name", .type = FACT_TEXT, .required = true},
    [TOWNSHIP_TYPE] = {.name = "type", .type = FACT_CHOICE, .choices = "TOWN_TYPE"},
    [TOWNSHIP_STAFF] = {.name = "staff", .type = FACT_COUNT},
    [TOWNSHIP_VILLAGES] = {.name = "villages", .type = FACT_COUNT},
    [TOWNSHIP_TRAVEL] = {.name = "travel_hours", .type = FACT_HOURS},
    [TOWNSHIP_MONITOR] = {.name = "monitor_point", .type = FACT_BOOL},
};

enum { DEPARTMENT_ID, DEPARTMENT_NAME, DEPARTMENT_ALIASES, DEPARTMENT_KIND, DEPARTMENT_KEYS };
static const struct key DEPARTMENT[] = {
    [DEPARTMENT_ID] = {.name = "id", .type = FACT_TEXT, .required = true},
    [DEPARTMENT_NAME] = {.name = "name", .type = FACT_TEXT, .required = true},
    [DEPARTMENT_ALIASES] = {.name = "aliases", .type = FACT_TEXTS},
    [DEPARTMENT_KIND] = {.name = "kind", .type = FACT_CHOICE, .choices = "ISSUER_KIND"},
};

enum {
    POWER_POWER,
    POWER_MATTER,
    POWER_MODE,
    POWER_DECISION,
    POWER_PUBLISHED_ON,
    POWER_EVALUATED_ON,
    POWER_VALID_FROM,
    POWER_VALID_TO,
    POWER_ITEMS,
    POWER_TOWNSHIPS,
    POWER_KEYS
};
static const struct key POWER[] = {
    [POWER_POWER] = {.name = "power", .type = FACT_CHOICE, .required = true, .choices = "POWER"},
    [POWER_MATTER] = {.name = "matter", .type = FACT_TEXT},
    [POWER_MODE] = {.name = "mode", .type = FACT_CHOICE, .choices = "POWER_MODE"},
    [POWER_DECISION] = {.name = "decision", .type = FACT_TEXT},
    [POWER_PUBLISHED_ON] = {.name = "published_on", .type = FACT_DATE},
    [POWER_EVALUATED_ON] = {.name = "evaluated_on", .type = FACT_DATE},
    [POWER_VALID_FROM] = {.name = "valid_from", .type = FACT_DATE},
    [POWER_VALID_TO] = {.name = "valid_to", .type = FACT_DATE},
    [POWER_ITEMS] = {.name = "items", .type = FACT_TEXTS},
    [POWER_TOWNSHIPS] = {.name = "townships", .type = FACT_TEXTS},
};

enum {
    WAIVER_ID,
    WAIVER_RULE,
    WAIVER_DEPARTMENT,
    WAIVER_TOWNSHIPS,
    WAIVER_REASON,
    WAIVER_REQUESTED_BY,
    WAIVER_APPROVED_BY,
    WAIVER_VALID_FROM,
    WAIVER_VALID_TO,
    WAIVER_KEYS
};
static const struct key WAIVER[] = {
    [WAIVER_ID] = {.name = "id", .type = FACT_TEXT, .required = true},
    [WAIVER_RULE] = {.name = "rule", .type = FACT_TEXT, .required = true},
    [WAIVER_DEPARTMENT] = {.name = "department", .type = FACT_TEXT},
    [WAIVER_TOWNSHIPS] = {.name = "townships", .type = FACT_TEXTS},
    [WAIVER_REASON] = {.name = "reason", .type = FACT_TEXT, .required = true},
    [WAIVER_REQUESTED_BY] = {.name = "requested_by", .type = FACT_TEXT, .required = true},
    [WAIVER_APPROVED_BY] = {.name = "approved_by", .type = FACT_TEXT, .required = true},
    [WAIVER_VALID_FROM] = {.name = "valid_from", .type = FACT_DATE, .required = true},
    [WAIVER_VALID_TO] = {.name = "valid_to", .type = FACT_DATE, .required = true},
};

bool list_township_keys(struct arena *arena, struct keys *out) { return keys_make(TOWNSHIP, TOWNSHIP_KEYS, arena, out); }
bool list_department_keys(struct arena *arena, struct keys *out) { return keys_make(DEPARTMENT, DEPARTMENT_KEYS, arena, out); }
bool list_power_keys(struct arena *arena, struct keys *out) { return keys_make(POWER, POWER_KEYS, arena, out); }
bool list_waiver_keys(struct arena *arena, struct keys *out) { return keys_make(WAIVER, WAIVER_KEYS, arena, out); }

/* 街道 in the name tells a subdistrict where the list does not say. */
static int type_by_name(struct str name) {
    struct str ending = STR("街道");
    bool ends_so =
        name.length >= ending.length && str_equal((struct str){name.at + name.length - ending.length, ending.length}, ending);
    return choice_find(choices_of("TOWN_TYPE"), ends_so ? STR("subdistrict") : STR("township"));
}

void list_township_take(struct list_reading *reading, const struct node *node, bool sound) {
    (void)sound;
    const struct keys *keys = &reading->keys[SECTION_TOWNSHIPS];
    const struct value *values = keys->values;
    if (values[TOWNSHIP_NAME].state != VALUE_GIVEN) return;
    struct str name = list_keep(reading, &values[TOWNSHIP_NAME]);
    reading->list->townships[reading->list->township_count++] = (struct township){
        .name = name,
        .type = (int)keys_number(keys, TOWNSHIP_TYPE, type_by_name(name)),
        .staff = keys_number(keys, TOWNSHIP_STAFF, -1),
        .villages = keys_number(keys, TOWNSHIP_VILLAGES, -1),
        .travel_hours = keys_number(keys, TOWNSHIP_TRAVEL, -1),
        .monitor_point = keys_number(keys, TOWNSHIP_MONITOR, 0) != 0,
        .place = node_place(node, reading->reading.file),
    };
}

void list_department_take(struct list_reading *reading, const struct node *node, bool sound) {
    (void)sound;
    const struct keys *keys = &reading->keys[SECTION_DEPARTMENTS];
    const struct value *values = keys->values;
    if (values[DEPARTMENT_ID].state != VALUE_GIVEN) return;
    int county_department = choice_find(choices_of("ISSUER_KIND"), STR("county_department"));
    reading->list->departments[reading->list->department_count++] = (struct department){
        .id = list_keep(reading, &values[DEPARTMENT_ID]),
        .name = list_keep(reading, &values[DEPARTMENT_NAME]),
        .aliases = list_keep_texts(reading, &values[DEPARTMENT_ALIASES]),
        .kind = (int)keys_number(keys, DEPARTMENT_KIND, county_department),
        .place = node_place(node, reading->reading.file),
    };
}

void list_power_take(struct list_reading *reading, const struct node *node, bool sound) {
    const struct keys *keys = &reading->keys[SECTION_POWERS];
    const struct value *values = keys->values;
    if (values[POWER_POWER].state != VALUE_GIVEN) return;
    /* A power whose source is not said is taken for delegated: that asks for the most proof. */
    int delegated = choice_find(choices_of("POWER_MODE"), STR("delegated"));
    struct power_held *power = &reading->list->powers[reading->list->power_count++];
    *power = (struct power_held){
        .power = {(int)values[POWER_POWER].number, list_keep(reading, &values[POWER_MATTER])},
        .mode = (int)keys_number(keys, POWER_MODE, delegated),
        .decision = list_keep(reading, &values[POWER_DECISION]),
        .published_on = (int32_t)keys_number(keys, POWER_PUBLISHED_ON, DAY_NONE),
        .evaluated_on = (int32_t)keys_number(keys, POWER_EVALUATED_ON, DAY_NONE),
        .validity = list_keep_validity(keys, POWER_VALID_FROM, sound),
        .items = list_keep_texts(reading, &values[POWER_ITEMS]),
        .townships = list_keep_texts(reading, &values[POWER_TOWNSHIPS]),
        .place = node_place(node, reading->reading.file),
    };
    if (sound) list_review_power(power, reading->reading.problems);
}

void list_waiver_take(struct list_reading *reading, const struct node *node, bool sound) {
    const struct keys *keys = &reading->keys[SECTION_WAIVERS];
    const struct value *values = keys->values;
    const struct value *department = &values[WAIVER_DEPARTMENT];
    const struct node *named = node_child(node, "department");
    if (!sound) return;
    reading->list->waivers[reading->list->waiver_count++] = (struct waiver){
        .id = list_keep(reading, &values[WAIVER_ID]),
        .rule = list_keep(reading, &values[WAIVER_RULE]),
        .reason = list_keep(reading, &values[WAIVER_REASON]),
        .requested_by = list_keep(reading, &values[WAIVER_REQUESTED_BY]),
        .approved_by = list_keep(reading, &values[WAIVER_APPROVED_BY]),
        .department = department->state == VALUE_GIVEN
                          ? list_refer_department(reading, value_text(department), node_place(named, reading->reading.file))
                          : -1,
        .townships = list_keep_texts(reading, &values[WAIVER_TOWNSHIPS]),
        .validity = list_keep_validity(keys, WAIVER_VALID_FROM, sound),
        .place = node_place(node, reading->reading.file),
    };
}
