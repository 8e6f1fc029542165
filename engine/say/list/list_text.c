/* list_text.c - a duty list and one item of it as a page; and the choice between text, JSON and YAML. */
#include <base/utf8.h>
#include <say/list/list_page.h>
#include <say/page.h>
#include <say/rule/rule_page.h>

struct list_sheet {
    struct page page;
    const struct list *list;
    quanze_language language;
    struct buf line;
};

static struct str text_of(const struct list_sheet *sheet, enum message_id id) { return messages_text(id, sheet->language); }

static void end_entry(struct list_sheet *sheet, size_t indent) {
    page_flow(&sheet->page, buf_str(&sheet->line), indent);
    page_end_line(&sheet->page);
    page_drop(&sheet->page, &sheet->line);
}

/* Appends a part of an entry, with the gap before it when something stands there already. */
static void add_part(struct list_sheet *sheet, struct str part) {
    if (part.length == 0) return;
    if (sheet->line.length > 0) buf_put(&sheet->line, text_of(sheet, MESSAGE_GAP));
    buf_put(&sheet->line, part);
}

static void add_day(struct list_sheet *sheet, enum message_id id, int32_t day) {
    char text[24];
    if (day == DAY_NONE) return;
    if (sheet->line.length > 0) buf_put(&sheet->line, text_of(sheet, MESSAGE_GAP));
    MESSAGES_FILL(&sheet->line, id, sheet->language, (struct str){text, day_format(day, text)});
}

static void add_validity(struct list_sheet *sheet, struct validity validity) {
    add_day(sheet, MESSAGE_VALID_FROM, validity.from);
    add_day(sheet, MESSAGE_VALID_TO, validity.to);
}

static bool not_in_force(struct buf *out, struct validity days, int32_t as_of, bool is_item, quanze_language language) {
    static const enum message_id WORDS[2][2] = {{MESSAGE_LIST_OVER, MESSAGE_LIST_NOT_YET},
                                                {MESSAGE_ITEM_OVER, MESSAGE_ITEM_NOT_YET}};
    char asked[24], edge[24];
    if (list_page_holds(days, as_of)) return false;
    const bool is_early = days.from != DAY_NONE && as_of < days.from;
    MESSAGES_FILL(out, WORDS[is_item][is_early], language, (struct str){asked, day_format(as_of, asked)},
                  (struct str){edge, day_format(is_early ? days.from : days.to, edge)});
    return true;
}

bool list_page_not_in_force(struct buf *out, const struct list *list, int32_t as_of, quanze_language language) {
    return not_in_force(out, list->validity, as_of, false, language);
}

bool list_page_item_not_in_force(struct buf *out, const struct list *list, const struct item *item, int32_t as_of,
                                 quanze_language language) {
    return list_page_not_in_force(out, list, as_of, language) || not_in_force(out, item->validity, as_of, true, language);
}

static void put_head(struct list_sheet *sheet, int32_t as_of) {
    const struct list *list = sheet->list;
    page_to(&sheet->page, 1);
    page_flow(&sheet->page, list->title, 1);
    page_end_line(&sheet->page);
    add_part(sheet, list->id);
    add_part(sheet, list->county);
    add_day(sheet, MESSAGE_PUBLISHED_ON, list->published_on);
    add_validity(sheet, list->validity);
    page_to(&sheet->page, 1);
    end_entry(sheet, 1);
    if (list_page_not_in_force(&sheet->line, list, as_of, sheet->language)) {
        page_to(&sheet->page, 1);
        end_entry(sheet, 1);
    }
    for (size_t i = 0; i < list->township_count; i++) {
        if (i > 0) buf_put(&sheet->line, text_of(sheet, MESSAGE_LIST_COMMA));
        buf_put(&sheet->line, list->townships[i].name);
    }
    page_to(&sheet->page, 1);
    end_entry(sheet, 1);
}

/* The line above a part: its name and how many entries follow. */
static void put_heading(struct list_sheet *sheet, struct str name, size_t count) {
    struct buf number = {0};
    buf_put_int(&number, (int64_t)count);
    page_end_line(&sheet->page);
    page_to(&sheet->page, 1);
    MESSAGES_FILL(&sheet->line, MESSAGE_HEADING, sheet->language, name, buf_str(&number));
    end_entry(sheet, 1);
    sheet->line.failed |= number.failed;
    buf_free(&number);
}

static struct str department_of(const struct list_sheet *sheet, const struct item *item) {
    return item->department >= 0 ? sheet->list->departments[item->department].name : item->office;
}

static void put_items(struct list_sheet *sheet, int kind, int32_t as_of) {
    size_t count = 0, widest = 0;
    for (size_t i = 0; i < sheet->list->item_count; i++) {
        const struct item *item = &sheet->list->items[i];
        if (item->kind != kind || !list_page_holds(item->validity, as_of)) continue;
        const size_t width = utf8_width(item->id);
        widest = width > widest ? width : widest;
        count++;
    }
    if (count == 0) return;
    put_heading(sheet, choice_text(&choices_of("ITEM_KIND").at[kind], sheet->language), count);
    for (size_t i = 0; i < sheet->list->item_count; i++) {
        const struct item *item = &sheet->list->items[i];
        if (item->kind != kind || !list_page_holds(item->validity, as_of)) continue;
        page_to(&sheet->page, 3);
        page_put(&sheet->page, item->id);
        page_to(&sheet->page, widest + 5);
        add_part(sheet, item->name);
        add_part(sheet, department_of(sheet, item));
        add_part(sheet, item->field);
        end_entry(sheet, widest + 5);
    }
}

static void put_village_items(struct list_sheet *sheet, int32_t as_of) {
    const struct list *list = sheet->list;
    size_t count = 0;
    for (size_t i = 0; i < list->village_item_count; i++) count += list_page_holds(list->village_items[i].validity, as_of);
    if (count == 0) return;
    put_heading(sheet, text_of(sheet, MESSAGE_HEADING_VILLAGES), count);
    for (size_t i = 0; i < list->village_item_count; i++) {
        const struct item *item = &list->village_items[i];
        if (!list_page_holds(item->validity, as_of)) continue;
        page_to(&sheet->page, 3);
        add_part(sheet, item->id);
        add_part(sheet, item->name);
        add_part(sheet, choice_text(&choices_of("VILLAGE_KIND").at[item->kind], sheet->language));
        end_entry(sheet, 5);
    }
}

void list_page_power(struct buf *out, const struct power_need *need, quanze_language language) {
    const struct str name = choice_text(&choices_of("POWER").at[need->power], language);
    if (need->matter.length == 0)
        buf_put(out, name);
    else
        MESSAGES_FILL(out, MESSAGE_WITH_REMARK, language, name, need->matter);
}

static void put_powers(struct list_sheet *sheet, int32_t as_of) {
    size_t count = 0;
    for (size_t i = 0; i < sheet->list->power_count; i++) count += list_page_holds(sheet->list->powers[i].validity, as_of);
    if (count == 0) return;
    put_heading(sheet, text_of(sheet, MESSAGE_HEADING_POWERS), count);
    for (size_t i = 0; i < sheet->list->power_count; i++) {
        const struct power_held *held = &sheet->list->powers[i];
        if (!list_page_holds(held->validity, as_of)) continue;
        page_to(&sheet->page, 3);
        list_page_power(&sheet->line, &held->power, sheet->language);
        if (held->mode >= 0) add_part(sheet, choice_text(&choices_of("POWER_MODE").at[held->mode], sheet->language));
        add_part(sheet, held->decision);
        add_validity(sheet, held->validity);
        end_entry(sheet, 5);
    }
}

static void put_waivers(struct list_sheet *sheet, int32_t as_of) {
    size_t count = 0;
    for (size_t i = 0; i < sheet->list->waiver_count; i++) count += list_page_holds(sheet->list->waivers[i].validity, as_of);
    if (count == 0) return;
    put_heading(sheet, text_of(sheet, MESSAGE_HEADING_WAIVERS), count);
    for (size_t i = 0; i < sheet->list->waiver_count; i++) {
        const struct waiver *waiver = &sheet->list->waivers[i];
        if (!list_page_holds(waiver->validity, as_of)) continue;
        page_to(&sheet->page, 3);
        add_part(sheet, waiver->id);
        add_part(sheet, waiver->rule);
        add_part(sheet, waiver->reason);
        add_validity(sheet, waiver->validity);
        end_entry(sheet, 5);
    }
}

static void put_parameters(struct list_sheet *sheet, int32_t as_of) {
    size_t count = 0;
    for (size_t i = 0; i < sheet->list->parameter_count; i++)
        count += list_page_holds(sheet->list->parameters[i].validity, as_of);
    if (count == 0) return;
    put_heading(sheet, text_of(sheet, MESSAGE_HEADING_PARAMETERS), count);
    for (size_t i = 0; i < sheet->list->parameter_count; i++) {
        if (!list_page_holds(sheet->list->parameters[i].validity, as_of)) continue;
        page_to(&sheet->page, 3);
        add_part(sheet, sheet->list->parameters[i].name);
        buf_put_text(&sheet->line, " = ");
        say_number(&sheet->line, sheet->list->parameters[i].value);
        add_validity(sheet, sheet->list->parameters[i].validity);
        end_entry(sheet, 5);
    }
}

void say_list(struct buf *out, const struct list *list, int32_t as_of, quanze_language language, quanze_format format) {
    if (format != QUANZE_FORMAT_TEXT) {
        struct writer writer = writer_start(out, say_style_of(format));
        list_page_json(&writer, list, as_of);
        buf_put_char(out, '\n');
        return;
    }
    struct list_sheet sheet = {.page = {.out = out}, .list = list, .language = language};
    put_head(&sheet, as_of);
    for (int kind = ITEM_BASIC; kind <= ITEM_RECALLED; kind++) put_items(&sheet, kind, as_of);
    put_village_items(&sheet, as_of);
    put_powers(&sheet, as_of);
    put_parameters(&sheet, as_of);
    put_waivers(&sheet, as_of);
    out->failed |= sheet.line.failed;
    buf_free(&sheet.line);
}

/* A line "label  value" of an item's page; what was not written has no line. */
static void put_property(struct list_sheet *sheet, enum message_id label, struct str value) {
    const size_t column = sheet->language == QUANZE_EN ? 21 : 15;
    if (value.length == 0) return;
    page_to(&sheet->page, 1);
    page_put(&sheet->page, text_of(sheet, label));
    page_to(&sheet->page, column);
    page_flow(&sheet->page, value, column);
    page_end_line(&sheet->page);
}

/* The paragraph being made as a property. */
static void put_line_property(struct list_sheet *sheet, enum message_id label) {
    put_property(sheet, label, buf_str(&sheet->line));
    page_drop(&sheet->page, &sheet->line);
}

static void put_item_needs(struct list_sheet *sheet, const struct item *item) {
    for (size_t i = 0; i < item->power_count; i++) {
        if (i > 0) buf_put(&sheet->line, text_of(sheet, MESSAGE_LIST_COMMA));
        list_page_power(&sheet->line, &item->powers[i], sheet->language);
    }
    put_line_property(sheet, MESSAGE_LABEL_POWERS);
    const struct value funds = value_number(item->per_person_day), staff = value_number(item->staff_min);
    if (item->per_person_day >= 0) say_value(&sheet->line, FACT_ID_ITEM_PER_PERSON_DAY, &funds, sheet->language);
    put_line_property(sheet, MESSAGE_LABEL_NORM);
    if (item->staff_min >= 0) say_value(&sheet->line, FACT_ID_ITEM_STAFF_MIN, &staff, sheet->language);
    put_line_property(sheet, MESSAGE_LABEL_LEAST_STAFF);
    put_property(sheet, MESSAGE_LABEL_SKILL, item->skill);
}

static void put_item_basis(struct list_sheet *sheet, const struct item *item) {
    for (size_t i = 0; i < item->basis.count; i++) {
        if (i > 0) buf_put(&sheet->line, text_of(sheet, MESSAGE_SEMICOLON));
        say_cite(&sheet->line, &item->basis.at[i], sheet->language);
    }
    if (item->basis_none) buf_put(&sheet->line, text_of(sheet, MESSAGE_BASIS_NONE));
    put_line_property(sheet, MESSAGE_LABEL_BASIS);
}

static void put_item_departments(struct list_sheet *sheet, const struct item *item) {
    const struct department *departments = sheet->list->departments;
    if (item->department >= 0) put_property(sheet, MESSAGE_LABEL_DEPARTMENT, departments[item->department].name);
    for (size_t i = 0; i < item->joint_count; i++) {
        if (i > 0) buf_put(&sheet->line, text_of(sheet, MESSAGE_LIST_COMMA));
        buf_put(&sheet->line, departments[item->joint[i]].name);
    }
    put_line_property(sheet, MESSAGE_LABEL_JOINT);
}

/* The id and the name, and the kind below. */
static void put_item_head(struct list_sheet *sheet, const struct item *item, int32_t as_of, const char *kinds) {
    add_part(sheet, item->id);
    add_part(sheet, item->name);
    page_to(&sheet->page, 1);
    end_entry(sheet, 1);
    if (list_page_item_not_in_force(&sheet->line, sheet->list, item, as_of, sheet->language)) {
        page_to(&sheet->page, 1);
        end_entry(sheet, 1);
    }
    put_property(sheet, MESSAGE_LABEL_KIND, choice_text(&choices_of(kinds).at[item->kind], sheet->language));
}

/* What stands at the end of any item's page. */
static void put_item_end(struct list_sheet *sheet, const struct item *item) {
    say_texts(&sheet->line, item->aliases, sheet->language);
    put_line_property(sheet, MESSAGE_LABEL_ALIASES);
    put_item_basis(sheet, item);
    add_validity(sheet, item->validity);
    put_line_property(sheet, MESSAGE_LABEL_VALIDITY);
}

static void put_item(struct list_sheet *sheet, const struct item *item, int32_t as_of) {
    put_item_head(sheet, item, as_of, "ITEM_KIND");
    put_property(sheet, MESSAGE_LABEL_FIELD, item->field);
    put_property(sheet, MESSAGE_LABEL_OFFICE, item->office);
    put_item_departments(sheet, item);
    put_property(sheet, MESSAGE_LABEL_DEPARTMENT_DUTY, item->department_duty);
    put_property(sheet, MESSAGE_LABEL_TOWNSHIP_DUTY, item->township_duty);
    say_texts(&sheet->line, item->township_actions, sheet->language);
    put_line_property(sheet, MESSAGE_LABEL_ACTIONS);
    put_property(sheet, MESSAGE_LABEL_WORKING_MODE, item->working_mode);
    put_item_needs(sheet, item);
    put_item_end(sheet, item);
}

void say_item(struct buf *out, const struct list *list, int item, int32_t as_of, struct list_style style) {
    if (style.form != QUANZE_FORMAT_TEXT) {
        struct writer writer = writer_start(out, say_style_of(style.form));
        list_page_item(&writer, list, &list->items[item]);
        buf_put_char(out, '\n');
        return;
    }
    struct list_sheet sheet = {.page = {.out = out}, .list = list, .language = style.language};
    put_item(&sheet, &list->items[item], as_of);
    out->failed |= sheet.line.failed;
    buf_free(&sheet.line);
}

void say_village_item(struct buf *out, const struct list *list, int item, int32_t as_of, struct list_style style) {
    const struct item *at = &list->village_items[item];
    if (style.form != QUANZE_FORMAT_TEXT) {
        struct writer writer = writer_start(out, say_style_of(style.form));
        list_page_village_item(&writer, at);
        buf_put_char(out, '\n');
        return;
    }
    struct list_sheet sheet = {.page = {.out = out}, .list = list, .language = style.language};
    put_item_head(&sheet, at, as_of, "VILLAGE_KIND");
    put_item_end(&sheet, at);
    out->failed |= sheet.line.failed;
    buf_free(&sheet.line);
}
