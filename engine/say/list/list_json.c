/* list_json.c - a duty list, or one item of it, in the names and the shape of quanze/list/1: JSON, or YAML that loads again. */
#include <say/list/list_page.h>

static void write_text(struct writer *writer, struct str key, struct str text) {
    if (text.length == 0) return;
    writer_key(writer, key);
    writer_string(writer, text);
}

static void write_list_of(struct writer *writer, struct str key, const struct texts *texts) {
    if (texts->count == 0) return;
    writer_key(writer, key);
    say_write_texts(writer, texts);
}

static void write_day_key(struct writer *writer, struct str key, int32_t day) {
    if (day == DAY_NONE) return;
    writer_key(writer, key);
    say_write_day(writer, day);
}

static void write_validity(struct writer *writer, struct validity validity) {
    write_day_key(writer, STR("valid_from"), validity.from);
    write_day_key(writer, STR("valid_to"), validity.to);
}

/* A number in 1 / 10^digits; negative means that it was not said. */
static void write_count(struct writer *writer, struct str key, int64_t number, unsigned digits) {
    if (number < 0) return;
    writer_key(writer, key);
    writer_decimal(writer, number, digits);
}

static void write_word(struct writer *writer, struct str key, const char *set, int index) {
    if (index < 0) return;
    writer_key(writer, key);
    writer_name(writer, choices_of(set).at[index].name);
}

static void write_needs(struct writer *writer, const struct item *item) {
    const struct choices powers = choices_of("POWER");
    if (item->power_count == 0) return;
    WRITER_KEY(writer, "powers");
    writer_open(writer, '[');
    for (size_t i = 0; i < item->power_count; i++) {
        const struct power_need *need = &item->powers[i];
        if (need->matter.length == 0) {
            writer_name(writer, powers.at[need->power].name);
            continue;
        }
        writer_open(writer, '{');
        write_text(writer, STR("matter"), need->matter);
        write_word(writer, STR("power"), "POWER", need->power);
        writer_close(writer, '}');
    }
    writer_close(writer, ']');
}

static void write_norms(struct writer *writer, const struct item *item) {
    write_text(writer, STR("office"), item->office);
    write_needs(writer, item);
    if (item->staff_min < 0 && item->skill.length == 0) return;
    WRITER_KEY(writer, "staff");
    writer_open(writer, '{');
    write_count(writer, STR("min"), item->staff_min, 0);
    write_text(writer, STR("skill"), item->skill);
    writer_close(writer, '}');
}

static void write_funds(struct writer *writer, const struct item *item) {
    if (item->per_person_day < 0) return;
    WRITER_KEY(writer, "funds");
    writer_open(writer, '{');
    write_count(writer, STR("per_person_day"), item->per_person_day, 2);
    writer_close(writer, '}');
}

static void write_joint(struct writer *writer, const struct list *list, const struct item *item) {
    if (item->joint_count == 0) return;
    WRITER_KEY(writer, "joint_departments");
    writer_open(writer, '[');
    for (size_t i = 0; i < item->joint_count; i++) writer_string(writer, list->departments[item->joint[i]].id);
    writer_close(writer, ']');
}

static void write_basis(struct writer *writer, const struct item *item) {
    if (item->basis.count == 0 && !item->basis_none) return;
    WRITER_KEY(writer, "basis");
    say_write_cites(writer, &item->basis);
}

void list_page_item(struct writer *writer, const struct list *list, const struct item *item) {
    writer_open(writer, '{');
    write_list_of(writer, STR("aliases"), &item->aliases);
    write_basis(writer, item);
    if (item->department >= 0) write_text(writer, STR("department"), list->departments[item->department].id);
    write_text(writer, STR("department_duty"), item->department_duty);
    write_text(writer, STR("field"), item->field);
    write_funds(writer, item);
    write_text(writer, STR("id"), item->id);
    write_joint(writer, list, item);
    write_word(writer, STR("kind"), "ITEM_KIND", item->kind);
    write_text(writer, STR("name"), item->name);
    write_norms(writer, item);
    write_list_of(writer, STR("township_actions"), &item->township_actions);
    write_text(writer, STR("township_duty"), item->township_duty);
    write_validity(writer, item->validity);
    write_text(writer, STR("working_mode"), item->working_mode);
    writer_close(writer, '}');
}

void list_page_village_item(struct writer *writer, const struct item *item) {
    writer_open(writer, '{');
    write_list_of(writer, STR("aliases"), &item->aliases);
    write_basis(writer, item);
    write_text(writer, STR("id"), item->id);
    write_word(writer, STR("kind"), "VILLAGE_KIND", item->kind);
    write_text(writer, STR("name"), item->name);
    write_validity(writer, item->validity);
    writer_close(writer, '}');
}

static void write_village_items(struct writer *writer, const struct list *list, int32_t as_of) {
    if (list->village_item_count == 0) return;
    WRITER_KEY(writer, "village_items");
    writer_open(writer, '[');
    for (size_t i = 0; i < list->village_item_count; i++)
        if (list_page_holds(list->village_items[i].validity, as_of)) list_page_village_item(writer, &list->village_items[i]);
    writer_close(writer, ']');
}

static void write_departments(struct writer *writer, const struct list *list) {
    WRITER_KEY(writer, "departments");
    writer_open(writer, '[');
    for (size_t i = 0; i < list->department_count; i++) {
        const struct department *department = &list->departments[i];
        writer_open(writer, '{');
        write_list_of(writer, STR("aliases"), &department->aliases);
        write_text(writer, STR("id"), department->id);
        write_word(writer, STR("kind"), "ISSUER_KIND", department->kind);
        write_text(writer, STR("name"), department->name);
        writer_close(writer, '}');
    }
    writer_close(writer, ']');
}

static void write_items(struct writer *writer, const struct list *list, int32_t as_of) {
    WRITER_KEY(writer, "items");
    writer_open(writer, '[');
    for (size_t i = 0; i < list->item_count; i++)
        if (list_page_holds(list->items[i].validity, as_of)) list_page_item(writer, list, &list->items[i]);
    writer_close(writer, ']');
}

/* The parameter whose name comes next after `name` in byte order (the first for the empty name), or NULL. */
static const struct parameter *parameter_after(const struct list *list, struct str name) {
    const struct parameter *next = NULL;
    for (size_t i = 0; i < list->parameter_count; i++) {
        const struct parameter *candidate = &list->parameters[i];
        if (str_compare(candidate->name, name) > 0 && (!next || str_compare(candidate->name, next->name) < 0)) next = candidate;
    }
    return next;
}

static bool is_dated(const struct parameter *parameter) {
    return parameter->published_on != DAY_NONE || parameter->validity.from != DAY_NONE || parameter->validity.to != DAY_NONE;
}

static void write_dated(struct writer *writer, const struct parameter *parameter) {
    writer_open(writer, '{');
    write_day_key(writer, STR("published_on"), parameter->published_on);
    write_validity(writer, parameter->validity);
    WRITER_KEY(writer, "value");
    say_write_number(writer, parameter->value);
    writer_close(writer, '}');
}

/* The values of one name as the list has them: a number, or a series of numbers with dates. */
static void write_parameter(struct writer *writer, const struct list *list, const struct parameter *first, int32_t as_of) {
    writer_key(writer, first->name);
    if (!is_dated(first)) {
        say_write_number(writer, first->value);
        return;
    }
    writer_open(writer, '[');
    for (size_t i = 0; i < list->parameter_count; i++) {
        const struct parameter *parameter = &list->parameters[i];
        if (str_equal(parameter->name, first->name) && list_page_holds(parameter->validity, as_of))
            write_dated(writer, parameter);
    }
    writer_close(writer, ']');
}

static void write_parameters(struct writer *writer, const struct list *list, int32_t as_of) {
    if (list->parameter_count == 0) return;
    WRITER_KEY(writer, "parameters");
    writer_open(writer, '{');
    for (const struct parameter *at = parameter_after(list, STR("")); at; at = parameter_after(list, at->name))
        write_parameter(writer, list, at, as_of);
    writer_close(writer, '}');
}

static void write_packs(struct writer *writer, const struct list *list) {
    if (list->pack_count == 0) return;
    WRITER_KEY(writer, "packs");
    writer_open(writer, '[');
    for (size_t i = 0; i < list->pack_count; i++) writer_string(writer, list->packs[i].id);
    writer_close(writer, ']');
}

static void write_power(struct writer *writer, const struct power_held *held) {
    writer_open(writer, '{');
    write_text(writer, STR("decision"), held->decision);
    write_day_key(writer, STR("evaluated_on"), held->evaluated_on);
    write_list_of(writer, STR("items"), &held->items);
    write_text(writer, STR("matter"), held->power.matter);
    write_word(writer, STR("mode"), "POWER_MODE", held->mode);
    write_word(writer, STR("power"), "POWER", held->power.power);
    write_day_key(writer, STR("published_on"), held->published_on);
    write_list_of(writer, STR("townships"), &held->townships);
    write_validity(writer, held->validity);
    writer_close(writer, '}');
}

static void write_powers(struct writer *writer, const struct list *list, int32_t as_of) {
    if (list->power_count == 0) return;
    WRITER_KEY(writer, "powers");
    writer_open(writer, '[');
    for (size_t i = 0; i < list->power_count; i++)
        if (list_page_holds(list->powers[i].validity, as_of)) write_power(writer, &list->powers[i]);
    writer_close(writer, ']');
}

static void write_townships(struct writer *writer, const struct list *list) {
    WRITER_KEY(writer, "townships");
    writer_open(writer, '[');
    for (size_t i = 0; i < list->township_count; i++) {
        const struct township *township = &list->townships[i];
        writer_open(writer, '{');
        WRITER_KEY(writer, "monitor_point");
        writer_bool(writer, township->monitor_point);
        write_text(writer, STR("name"), township->name);
        write_count(writer, STR("staff"), township->staff, 0);
        write_count(writer, STR("travel_hours"), township->travel_hours, 3);
        write_word(writer, STR("type"), "TOWN_TYPE", township->type);
        write_count(writer, STR("villages"), township->villages, 0);
        writer_close(writer, '}');
    }
    writer_close(writer, ']');
}

static void write_waiver(struct writer *writer, const struct list *list, const struct waiver *waiver) {
    writer_open(writer, '{');
    write_text(writer, STR("approved_by"), waiver->approved_by);
    if (waiver->department >= 0) write_text(writer, STR("department"), list->departments[waiver->department].id);
    write_text(writer, STR("id"), waiver->id);
    write_text(writer, STR("reason"), waiver->reason);
    write_text(writer, STR("requested_by"), waiver->requested_by);
    write_text(writer, STR("rule"), waiver->rule);
    write_list_of(writer, STR("townships"), &waiver->townships);
    write_validity(writer, waiver->validity);
    writer_close(writer, '}');
}

static void write_waivers(struct writer *writer, const struct list *list, int32_t as_of) {
    if (list->waiver_count == 0) return;
    WRITER_KEY(writer, "waivers");
    writer_open(writer, '[');
    for (size_t i = 0; i < list->waiver_count; i++)
        if (list_page_holds(list->waivers[i].validity, as_of)) write_waiver(writer, list, &list->waivers[i]);
    writer_close(writer, ']');
}

void list_page_json(struct writer *writer, const struct list *list, int32_t as_of) {
    writer_open(writer, '{');
    write_text(writer, STR("county"), list->county);
    write_departments(writer, list);
    WRITER_KEY(writer, "format");
    writer_name(writer, STR("quanze/list/1"));
    write_text(writer, STR("id"), list->id);
    write_items(writer, list, as_of);
    write_packs(writer, list);
    write_parameters(writer, list, as_of);
    write_powers(writer, list, as_of);
    write_day_key(writer, STR("published_on"), list->published_on);
    write_text(writer, STR("title"), list->title);
    write_townships(writer, list);
    write_validity(writer, list->validity);
    write_village_items(writer, list, as_of);
    write_waivers(writer, list, as_of);
    writer_close(writer, '}');
}
