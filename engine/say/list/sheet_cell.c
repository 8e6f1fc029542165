#include <say/list/sheet_cell.h>
#include <say/say_inside.h>

static bool is(struct str key, const char *name) { return str_equal(key, str_of(name)); }

static void put_day(struct buf *out, int32_t day) {
    char text[17];
    if (day != DAY_NONE) buf_put(out, (struct str){text, day_format(day, text)});
}

/* A number in 1 / 10^digits; negative means that it was not said. */
static void put_number(struct buf *out, int64_t number, unsigned digits) {
    char text[32];
    if (number >= 0) buf_put(out, (struct str){text, writer_format_decimal(number, digits, text)});
}

static void put_texts(struct buf *out, const struct texts *texts) {
    for (size_t i = 0; i < texts->count; i++) {
        if (i > 0) buf_put_char(out, '\n');
        buf_put(out, texts->at[i]);
    }
}

static void put_word(struct buf *out, const char *set, int index) {
    if (index >= 0) buf_put(out, choices_of(set).at[index].zh);
}

static void put_validity(struct buf *out, struct validity validity, struct str key) {
    if (is(key, "valid_from")) put_day(out, validity.from);
    if (is(key, "valid_to")) put_day(out, validity.to);
}

static void put_needs(struct buf *out, const struct item *item) {
    for (size_t i = 0; i < item->power_count; i++) {
        if (i > 0) buf_put_char(out, '\n');
        put_word(out, "POWER", item->powers[i].power);
        if (item->powers[i].matter.length == 0) continue;
        buf_put_text(out, "：");
        buf_put(out, item->powers[i].matter);
    }
}

static void put_cites(struct buf *out, const struct item *item) {
    if (item->basis_none) buf_put_text(out, "无");
    for (size_t i = 0; i < item->basis.count; i++) {
        const struct cite *cite = &item->basis.at[i];
        if (i > 0) buf_put_char(out, '\n');
        buf_put_text(out, "《");
        buf_put(out, cite->title);
        buf_put_text(out, "》");
        buf_put(out, cite->article);
        if (cite->verified) buf_printf(out, "（%c）", cite->verified);
    }
}

static void put_joint(struct buf *out, const struct list *list, const struct item *item) {
    for (size_t i = 0; i < item->joint_count; i++) {
        if (i > 0) buf_put_char(out, '\n');
        buf_put(out, list->departments[item->joint[i]].name);
    }
}

/* The texts of an item that stand in its cells as they are. */
static const struct str *item_text(const struct item *item, struct str key) {
    const struct {
        const char *name;
        const struct str *text;
    } TEXTS[] = {{"id", &item->id},
                 {"field", &item->field},
                 {"name", &item->name},
                 {"office", &item->office},
                 {"department_duty", &item->department_duty},
                 {"township_duty", &item->township_duty},
                 {"working_mode", &item->working_mode},
                 {"staff.skill", &item->skill}};
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++)
        if (is(key, TEXTS[i].name)) return TEXTS[i].text;
    return NULL;
}

static void put_item(struct buf *out, const struct list *list, const struct item *item, struct str key) {
    const struct str *text = item_text(item, key);
    if (text) buf_put(out, *text);
    if (is(key, "department") && item->department >= 0) buf_put(out, list->departments[item->department].name);
    if (is(key, "joint_departments")) put_joint(out, list, item);
    if (is(key, "aliases")) put_texts(out, &item->aliases);
    if (is(key, "township_actions")) put_texts(out, &item->township_actions);
    if (is(key, "powers")) put_needs(out, item);
    if (is(key, "funds.per_person_day")) put_number(out, item->per_person_day, 2);
    if (is(key, "staff.min")) put_number(out, item->staff_min, 0);
    if (is(key, "basis")) put_cites(out, item);
    put_validity(out, item->validity, key);
}

static void put_village_item(struct buf *out, const struct list *list, size_t row, struct str key) {
    const struct item *item = &list->village_items[row];
    if (is(key, "kind"))
        put_word(out, "VILLAGE_KIND", item->kind);
    else
        put_item(out, list, item, key);
}

static void put_department(struct buf *out, const struct list *list, size_t row, struct str key) {
    const struct department *department = &list->departments[row];
    if (is(key, "id")) buf_put(out, department->id);
    if (is(key, "name")) buf_put(out, department->name);
    if (is(key, "aliases")) put_texts(out, &department->aliases);
    if (is(key, "kind")) put_word(out, "ISSUER_KIND", department->kind);
}

static void put_township(struct buf *out, const struct list *list, size_t row, struct str key) {
    const struct township *township = &list->townships[row];
    if (is(key, "name")) buf_put(out, township->name);
    if (is(key, "type")) put_word(out, "TOWN_TYPE", township->type);
    if (is(key, "staff")) put_number(out, township->staff, 0);
    if (is(key, "villages")) put_number(out, township->villages, 0);
    if (is(key, "travel_hours")) put_number(out, township->travel_hours, 3);
    if (is(key, "monitor_point") && township->monitor_point) put_word(out, "BOOL", 1);
}

static void put_power(struct buf *out, const struct list *list, size_t row, struct str key) {
    const struct power_held *held = &list->powers[row];
    if (is(key, "power")) put_word(out, "POWER", held->power.power);
    if (is(key, "matter")) buf_put(out, held->power.matter);
    if (is(key, "mode")) put_word(out, "POWER_MODE", held->mode);
    if (is(key, "decision")) buf_put(out, held->decision);
    if (is(key, "published_on")) put_day(out, held->published_on);
    if (is(key, "evaluated_on")) put_day(out, held->evaluated_on);
    if (is(key, "items")) put_texts(out, &held->items);
    if (is(key, "townships")) put_texts(out, &held->townships);
    put_validity(out, held->validity, key);
}

static void put_waiver(struct buf *out, const struct list *list, size_t row, struct str key) {
    const struct waiver *waiver = &list->waivers[row];
    if (is(key, "id")) buf_put(out, waiver->id);
    if (is(key, "rule")) buf_put(out, waiver->rule);
    if (is(key, "department") && waiver->department >= 0) buf_put(out, list->departments[waiver->department].name);
    if (is(key, "townships")) put_texts(out, &waiver->townships);
    if (is(key, "reason")) buf_put(out, waiver->reason);
    if (is(key, "requested_by")) buf_put(out, waiver->requested_by);
    if (is(key, "approved_by")) buf_put(out, waiver->approved_by);
    put_validity(out, waiver->validity, key);
}

/* The name of a parameter, and the list's own keys, are told by their place, not by a key. */
static void put_parameter(struct buf *out, const struct list *list, size_t row, struct str key) {
    const struct parameter *parameter = &list->parameters[row];
    if (is(key, "")) buf_put(out, parameter->name);
    if (is(key, "value")) say_number(out, parameter->value);
    if (is(key, "published_on")) put_day(out, parameter->published_on);
    put_validity(out, parameter->validity, key);
}

static void put_packs(struct buf *out, const struct list *list) {
    for (size_t i = 0; i < list->pack_count; i++) {
        if (i > 0) buf_put_char(out, '\n');
        buf_put(out, list->packs[i].id);
    }
}

static void put_head(struct buf *out, const struct list *list, size_t row, size_t column) {
    size_t count;
    const struct table_column *rows = list_table_head(&count);
    struct str key = rows[row].key;
    if (column == 0) {
        buf_put(out, rows[row].head);
        return;
    }
    if (is(key, "id")) buf_put(out, list->id);
    if (is(key, "title")) buf_put(out, list->title);
    if (is(key, "county")) buf_put(out, list->county);
    if (is(key, "published_on")) put_day(out, list->published_on);
    if (is(key, "packs")) put_packs(out, list);
    put_validity(out, list->validity, key);
}

size_t sheet_cell_rows(const struct list *list, enum table_id table) {
    size_t heads;
    switch (table) {
    case TABLE_LIST: list_table_head(&heads); return heads;
    case TABLE_BASIC:
    case TABLE_COOPERATIVE:
    case TABLE_RECALLED: return list->item_count;
    case TABLE_VILLAGE: return list->village_item_count;
    case TABLE_DEPARTMENT_LIST: return list->department_count;
    case TABLE_TOWNSHIPS: return list->township_count;
    case TABLE_POWERS_HELD: return list->power_count;
    case TABLE_PARAMETERS: return list->parameter_count;
    case TABLE_WAIVERS: return list->waiver_count;
    case TABLE_COUNT: break;
    }
    return 0;
}

static bool is_open(struct validity validity, int32_t as_of) { return as_of == DAY_NONE || validity_holds(validity, as_of); }

bool sheet_cell_holds(const struct list *list, enum table_id table, size_t row, int32_t as_of) {
    switch (table) {
    case TABLE_BASIC:
    case TABLE_COOPERATIVE:
    case TABLE_RECALLED:
        return list->items[row].kind == (int)(table - TABLE_BASIC) && is_open(list->items[row].validity, as_of);
    case TABLE_VILLAGE: return is_open(list->village_items[row].validity, as_of);
    case TABLE_POWERS_HELD: return is_open(list->powers[row].validity, as_of);
    case TABLE_PARAMETERS: return is_open(list->parameters[row].validity, as_of);
    case TABLE_WAIVERS: return is_open(list->waivers[row].validity, as_of);
    case TABLE_LIST:
    case TABLE_DEPARTMENT_LIST:
    case TABLE_TOWNSHIPS:
    case TABLE_COUNT: break;
    }
    return true;
}

void sheet_cell_put(struct buf *out, const struct list *list, enum table_id table, size_t row, size_t column) {
    struct str key = list_table(table)->columns[column].key;
    switch (table) {
    case TABLE_LIST: put_head(out, list, row, column); return;
    case TABLE_BASIC:
    case TABLE_COOPERATIVE:
    case TABLE_RECALLED: put_item(out, list, &list->items[row], key); return;
    case TABLE_VILLAGE: put_village_item(out, list, row, key); return;
    case TABLE_DEPARTMENT_LIST: put_department(out, list, row, key); return;
    case TABLE_TOWNSHIPS: put_township(out, list, row, key); return;
    case TABLE_POWERS_HELD: put_power(out, list, row, key); return;
    case TABLE_PARAMETERS: put_parameter(out, list, row, key); return;
    case TABLE_WAIVERS: put_waiver(out, list, row, key); return;
    case TABLE_COUNT: return;
    }
}
