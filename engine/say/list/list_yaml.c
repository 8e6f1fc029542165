/* list_yaml.c - block YAML by hand: short records in braces, long texts as blocks. Source: YAML 1.2, 7.3 (plain scalars). */
#include <base/utf8.h>
#include <say/list/list_yaml.h>
#include <say/say_inside.h>

/* Words that YAML or the readers take for something else than text. */
static bool is_reserved(struct str text) {
    static const char *const WORDS[] = {"null", "Null", "NULL", "true", "True", "TRUE", "false", "False", "FALSE", "yes",
                                        "Yes",  "no",   "No",   "on",   "off",  "y",    "n",     "none",  "无"};
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (str_equal(text, str_of(WORDS[i]))) return true;
    return false;
}

static bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80; }

/* Whether the sign at `at` can stand in a plain value: a space only between two words. */
static bool is_plain_sign(struct str text, size_t at) {
    char c = text.at[at];
    if (is_letter(c) || (c >= '0' && c <= '9') || memchr("-_./+", c, 5)) return true;
    return c == ' ' && at + 1 < text.length && is_letter(text.at[at + 1]);
}

/* Starts with a letter or a Chinese character, and holds nothing that means something, here or in braces. */
static bool is_plain(struct str text) {
    if (text.length == 0 || !is_letter(text.at[0]) || is_reserved(text)) return false;
    for (size_t i = 0; i < text.length; i++)
        if (!is_plain_sign(text, i)) return false;
    return str_equal(str_trim(text), text);
}

/* Characters that look like nothing but end lines for YAML. */
static bool has_odd_break(struct str text) {
    size_t offset = 0;
    for (int32_t point; (point = utf8_next(text, &offset)) >= 0;)
        if (point == 0x85 || point == 0x2028 || point == 0x2029 || point == 0xFEFF) return true;
    return false;
}

void say_yaml_text(struct buf *out, struct str text) {
    if (is_plain(text) && !has_odd_break(text))
        buf_put(out, text);
    else
        say_json_string(out, text);
}

/* Whether each line of a text can stand as it is in a block. */
static bool is_block(struct str text) {
    if (!memchr(text.at, '\n', text.length) || has_odd_break(text)) return false;
    bool at_start = true;
    for (size_t i = 0; i < text.length; i++) {
        char c = text.at[i];
        if ((c >= 0 && c < ' ' && c != '\n') || c == 0x7F) return false;
        if (at_start && (c == ' ' || c == '\n')) return false;
        at_start = c == '\n';
    }
    return !at_start;
}

static void put_indent(struct buf *out, size_t indent) { buf_put_repeat(out, STR(" "), indent); }

static void put_text(struct buf *out, size_t indent, const char *key, struct str text) {
    if (text.length == 0) return;
    put_indent(out, indent);
    buf_printf(out, "%s: ", key);
    if (!is_block(text)) {
        say_yaml_text(out, text);
        buf_put_char(out, '\n');
        return;
    }
    buf_put_text(out, "|-\n");
    while (text.length > 0) {
        const char *end = memchr(text.at, '\n', text.length);
        size_t length = end ? (size_t)(end - text.at) : text.length;
        put_indent(out, indent + 2);
        buf_put(out, (struct str){text.at, length});
        buf_put_char(out, '\n');
        size_t taken = length + (end ? 1 : 0);
        text = (struct str){text.at + taken, text.length - taken};
    }
}

static void put_texts(struct buf *out, const struct texts *texts) {
    buf_put_char(out, '[');
    for (size_t i = 0; i < texts->count; i++) {
        if (i > 0) buf_put_text(out, ", ");
        say_yaml_text(out, texts->at[i]);
    }
    buf_put_char(out, ']');
}

static void put_texts_key(struct buf *out, size_t indent, const char *key, const struct texts *texts) {
    if (texts->count == 0) return;
    put_indent(out, indent);
    buf_printf(out, "%s: ", key);
    put_texts(out, texts);
    buf_put_char(out, '\n');
}

static void put_day(struct buf *out, size_t indent, const char *key, int32_t day) {
    char text[17];
    if (day == DAY_NONE) return;
    put_indent(out, indent);
    buf_printf(out, "%s: %.*s\n", key, (int)day_format(day, text), text);
}

/* A record on one line: {key: value, key: value}. */
struct record {
    struct buf *out;
    bool has_any;
};

static void add_key(struct record *record, const char *key) {
    buf_put_text(record->out, record->has_any ? ", " : "{");
    record->has_any = true;
    buf_printf(record->out, "%s: ", key);
}

static void add_text(struct record *record, const char *key, struct str text) {
    if (text.length == 0) return;
    add_key(record, key);
    say_yaml_text(record->out, text);
}

static void add_texts(struct record *record, const char *key, const struct texts *texts) {
    if (texts->count == 0) return;
    add_key(record, key);
    put_texts(record->out, texts);
}

static void add_number(struct record *record, const char *key, int64_t number, unsigned digits) {
    char text[32];
    if (number < 0) return;
    add_key(record, key);
    buf_put(record->out, (struct str){text, writer_format_decimal(number, digits, text)});
}

static void add_word(struct record *record, const char *key, const char *set, int index) {
    if (index >= 0) add_text(record, key, choices_of(set).at[index].name);
}

static void add_day(struct record *record, const char *key, int32_t day) {
    char text[17];
    if (day == DAY_NONE) return;
    add_key(record, key);
    buf_put(record->out, (struct str){text, day_format(day, text)});
}

static void add_validity(struct record *record, struct validity validity) {
    add_day(record, "valid_from", validity.from);
    add_day(record, "valid_to", validity.to);
}

static void end_record(struct record *record) {
    buf_put_text(record->out, record->has_any ? "}" : "{}");
    record->has_any = false;
}

static void put_powers_needed(struct buf *out, const struct item *item) {
    if (item->power_count == 0) return;
    buf_put_text(out, "    powers: [");
    for (size_t i = 0; i < item->power_count; i++) {
        struct record record = {.out = out};
        if (i > 0) buf_put_text(out, ", ");
        add_word(&record, "power", "POWER", item->powers[i].power);
        add_text(&record, "matter", item->powers[i].matter);
        end_record(&record);
    }
    buf_put_text(out, "]\n");
}

static void put_basis(struct buf *out, const struct item *item) {
    if (item->basis_none) buf_put_text(out, "    basis: none\n");
    if (item->basis.count == 0) return;
    buf_put_text(out, "    basis:\n");
    for (size_t i = 0; i < item->basis.count; i++) {
        const struct cite *cite = &item->basis.at[i];
        struct record record = {.out = out};
        buf_put_text(out, "      - ");
        add_text(&record, "title", cite->title);
        add_text(&record, "article", cite->article);
        if (cite->verified) add_text(&record, "verified", (struct str){&cite->verified, 1});
        end_record(&record);
        buf_put_char(out, '\n');
    }
}

static void put_norms(struct buf *out, const struct item *item) {
    struct record record = {.out = out};
    if (item->per_person_day >= 0) {
        buf_put_text(out, "    funds: ");
        add_number(&record, "per_person_day", item->per_person_day, 2);
        end_record(&record);
        buf_put_char(out, '\n');
    }
    if (item->staff_min < 0 && item->skill.length == 0) return;
    buf_put_text(out, "    staff: ");
    add_number(&record, "min", item->staff_min, 0);
    add_text(&record, "skill", item->skill);
    end_record(&record);
    buf_put_char(out, '\n');
}

static void put_departments_of(struct buf *out, const struct list *list, const struct item *item) {
    if (item->department >= 0) put_text(out, 4, "department", list->departments[item->department].id);
    if (item->joint_count == 0) return;
    buf_put_text(out, "    joint_departments: [");
    for (size_t i = 0; i < item->joint_count; i++) {
        if (i > 0) buf_put_text(out, ", ");
        say_yaml_text(out, list->departments[item->joint[i]].id);
    }
    buf_put_text(out, "]\n");
}

static void put_id(struct buf *out, const struct item *item) {
    buf_put_text(out, "  - id: ");
    say_yaml_text(out, item->id);
    buf_put_char(out, '\n');
}

static void put_village_item(struct buf *out, const struct item *item) {
    put_id(out, item);
    put_text(out, 4, "kind", choices_of("VILLAGE_KIND").at[item->kind].name);
    put_text(out, 4, "name", item->name);
    put_texts_key(out, 4, "aliases", &item->aliases);
    put_basis(out, item);
    put_day(out, 4, "valid_from", item->validity.from);
    put_day(out, 4, "valid_to", item->validity.to);
}

static void put_item(struct buf *out, const struct list *list, const struct item *item) {
    put_id(out, item);
    put_text(out, 4, "kind", choices_of("ITEM_KIND").at[item->kind].name);
    put_text(out, 4, "name", item->name);
    put_text(out, 4, "field", item->field);
    put_text(out, 4, "office", item->office);
    put_texts_key(out, 4, "aliases", &item->aliases);
    put_departments_of(out, list, item);
    put_text(out, 4, "department_duty", item->department_duty);
    put_text(out, 4, "township_duty", item->township_duty);
    put_texts_key(out, 4, "township_actions", &item->township_actions);
    put_powers_needed(out, item);
    put_norms(out, item);
    put_text(out, 4, "working_mode", item->working_mode);
    put_basis(out, item);
    put_day(out, 4, "valid_from", item->validity.from);
    put_day(out, 4, "valid_to", item->validity.to);
}

/* The start of an entry of a section: its name above the first. */
static struct record start_entry(struct buf *out, const char *section, size_t index) {
    if (index == 0) buf_printf(out, "\n%s:\n", section);
    buf_put_text(out, "  - ");
    return (struct record){.out = out};
}

static void end_entry(struct record *record) {
    end_record(record);
    buf_put_char(record->out, '\n');
}

static void put_townships(struct buf *out, const struct list *list) {
    for (size_t i = 0; i < list->township_count; i++) {
        const struct township *township = &list->townships[i];
        struct record record = start_entry(out, "townships", i);
        add_text(&record, "name", township->name);
        add_word(&record, "type", "TOWN_TYPE", township->type);
        add_number(&record, "staff", township->staff, 0);
        add_number(&record, "villages", township->villages, 0);
        add_number(&record, "travel_hours", township->travel_hours, 3);
        if (township->monitor_point) { /* a list names its points; a township it does not name is not stated to be none */
            add_key(&record, "monitor_point");
            buf_put_text(out, "true");
        }
        end_entry(&record);
    }
}

static void put_departments(struct buf *out, const struct list *list) {
    for (size_t i = 0; i < list->department_count; i++) {
        const struct department *department = &list->departments[i];
        struct record record = start_entry(out, "departments", i);
        add_text(&record, "id", department->id);
        add_text(&record, "name", department->name);
        add_texts(&record, "aliases", &department->aliases);
        add_word(&record, "kind", "ISSUER_KIND", department->kind);
        end_entry(&record);
    }
}

static void put_powers(struct buf *out, const struct list *list) {
    for (size_t i = 0; i < list->power_count; i++) {
        const struct power_held *held = &list->powers[i];
        struct record record = start_entry(out, "powers", i);
        add_word(&record, "power", "POWER", held->power.power);
        add_text(&record, "matter", held->power.matter);
        add_word(&record, "mode", "POWER_MODE", held->mode);
        add_text(&record, "decision", held->decision);
        add_day(&record, "published_on", held->published_on);
        add_validity(&record, held->validity);
        add_day(&record, "evaluated_on", held->evaluated_on);
        add_texts(&record, "items", &held->items);
        add_texts(&record, "townships", &held->townships);
        end_entry(&record);
    }
}

static bool is_dated(const struct parameter *parameter) {
    return parameter->published_on != DAY_NONE || parameter->validity.from != DAY_NONE || parameter->validity.to != DAY_NONE;
}

/* All values of one name, a line each. */
static void put_series(struct buf *out, const struct list *list, struct str name) {
    for (size_t i = 0; i < list->parameter_count; i++) {
        const struct parameter *parameter = &list->parameters[i];
        if (!str_equal(parameter->name, name)) continue;
        struct record record = {.out = out};
        buf_put_text(out, "\n    - ");
        add_key(&record, "value");
        say_number(out, parameter->value);
        add_day(&record, "published_on", parameter->published_on);
        add_validity(&record, parameter->validity);
        end_record(&record);
    }
}

static bool is_first_of_name(const struct list *list, size_t parameter) {
    for (size_t i = 0; i < parameter; i++)
        if (str_equal(list->parameters[i].name, list->parameters[parameter].name)) return false;
    return true;
}

static void put_parameters(struct buf *out, const struct list *list) {
    if (list->parameter_count > 0) buf_put_text(out, "\nparameters:\n");
    for (size_t i = 0; i < list->parameter_count; i++) {
        if (!is_first_of_name(list, i)) continue;
        put_indent(out, 2);
        say_yaml_text(out, list->parameters[i].name);
        buf_put_text(out, is_dated(&list->parameters[i]) ? ":" : ": ");
        if (is_dated(&list->parameters[i]))
            put_series(out, list, list->parameters[i].name);
        else
            say_number(out, list->parameters[i].value);
        buf_put_char(out, '\n');
    }
}

static void put_packs(struct buf *out, const struct list *list) {
    if (list->pack_count > 0) buf_put_text(out, "packs: [");
    for (size_t i = 0; i < list->pack_count; i++) {
        if (i > 0) buf_put_text(out, ", ");
        say_yaml_text(out, list->packs[i].id);
    }
    if (list->pack_count > 0) buf_put_text(out, "]\n");
}

static void put_waivers(struct buf *out, const struct list *list) {
    for (size_t i = 0; i < list->waiver_count; i++) {
        const struct waiver *waiver = &list->waivers[i];
        struct record record = start_entry(out, "waivers", i);
        add_text(&record, "id", waiver->id);
        add_text(&record, "rule", waiver->rule);
        if (waiver->department >= 0) add_text(&record, "department", list->departments[waiver->department].id);
        add_texts(&record, "townships", &waiver->townships);
        add_text(&record, "reason", waiver->reason);
        add_text(&record, "requested_by", waiver->requested_by);
        add_text(&record, "approved_by", waiver->approved_by);
        add_validity(&record, waiver->validity);
        end_entry(&record);
    }
}

static void put_remark(struct buf *out, struct str remark) {
    while (remark.length > 0) {
        const char *end = memchr(remark.at, '\n', remark.length);
        size_t length = end ? (size_t)(end - remark.at) : remark.length;
        buf_put_text(out, length > 0 ? "# " : "#");
        buf_put(out, (struct str){remark.at, length});
        buf_put_char(out, '\n');
        size_t taken = length + (end ? 1 : 0);
        remark = (struct str){remark.at + taken, remark.length - taken};
    }
}

void say_list_yaml(struct buf *out, const struct list *list, struct str remark) {
    put_remark(out, remark);
    put_text(out, 0, "format", STR("quanze/list/1"));
    put_text(out, 0, "id", list->id);
    put_text(out, 0, "title", list->title);
    put_text(out, 0, "county", list->county);
    put_day(out, 0, "published_on", list->published_on);
    put_day(out, 0, "valid_from", list->validity.from);
    put_day(out, 0, "valid_to", list->validity.to);
    put_packs(out, list);
    put_townships(out, list);
    put_departments(out, list);
    if (list->item_count > 0) buf_put_text(out, "\nitems:\n");
    for (size_t i = 0; i < list->item_count; i++) put_item(out, list, &list->items[i]);
    if (list->village_item_count > 0) buf_put_text(out, "\nvillage_items:\n");
    for (size_t i = 0; i < list->village_item_count; i++) put_village_item(out, &list->village_items[i]);
    put_powers(out, list);
    put_parameters(out, list);
    put_waivers(out, list);
}
