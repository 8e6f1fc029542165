/* item_html.c - one item of a duty list as HTML: whose it is, the duties of both sides, powers, norms, basis with its marks.
 *
 * A reader must believe: what the list leaves out of duties and basis is said to be left out; it is never shown as none.
 */
#include <say/list/list_html.h>
#include <string.h>

struct str list_html_text(const struct list_leaf *leaf, enum message_id id) {
    return messages_text(id, leaf->style.language);
}

void list_html_line(struct list_leaf *leaf, const char *tag, const char *style) {
    leaf->out->failed |= leaf->line.failed;
    html_element(leaf->out, tag, style, buf_str(&leaf->line));
    leaf->line.length = 0;
}

void list_html_part(struct list_leaf *leaf, struct str part) {
    if (part.length == 0) return;
    if (leaf->line.length > 0) buf_put(&leaf->line, list_html_text(leaf, MESSAGE_GAP));
    buf_put(&leaf->line, part);
}

void list_html_days(struct list_leaf *leaf, struct validity days) {
    struct buf text = {0};
    rule_page_days(&text, days, leaf->style.language);
    list_html_part(leaf, buf_str(&text));
    leaf->line.failed |= text.failed;
    buf_free(&text);
}

static void put_not_in_force(struct list_leaf *leaf, const struct item *item, int32_t as_of) {
    if (!list_page_item_not_in_force(&leaf->line, leaf->list, item, as_of, leaf->style.language)) return;
    list_html_line(leaf, "p", "box hold");
    buf_put_char(leaf->out, '\n');
}

/* Whether a page that asks for an item by its id alone shows this one. */
static bool is_newest(const struct list_leaf *leaf, int item) {
    return list_find_item(leaf->list, leaf->list->items[item].id) == item;
}

void list_html_anchor(struct list_leaf *leaf, int item) {
    const struct item *at = &leaf->list->items[item];
    char day[24];
    html_anchor(leaf->out, at->id);
    if (is_newest(leaf, item)) return;
    html_anchor(leaf->out, STR("@"));
    html_anchor(leaf->out, at->validity.from == DAY_NONE ? STR("") : (struct str){day, day_format(at->validity.from, day)});
}

static struct str word(const struct list_leaf *leaf, const char *set, int index) {
    return index < 0 ? STR("") : choice_text(&choices_of(set).at[index], leaf->style.language);
}

static void put_label(struct list_leaf *leaf, enum message_id label) {
    html_element(leaf->out, "dt", NULL, list_html_text(leaf, label));
    buf_put_text(leaf->out, "<dd>");
}

static void end_property(struct list_leaf *leaf) { buf_put_text(leaf->out, "</dd>\n"); }

/* The line being made as a property; none when it is empty. */
static void put_property(struct list_leaf *leaf, enum message_id label) {
    if (leaf->line.length == 0) return;
    put_label(leaf, label);
    list_html_line(leaf, "div", NULL);
    end_property(leaf);
}

static void put_text(struct list_leaf *leaf, enum message_id label, struct str text) {
    buf_put(&leaf->line, text);
    put_property(leaf, label);
}

static void put_unsaid(struct list_leaf *leaf) {
    html_element(leaf->out, "small", NULL, list_html_text(leaf, MESSAGE_ITEM_UNSAID));
}

/* A duty; where one has to be expected and none is written, that is said. */
static void put_duty(struct list_leaf *leaf, enum message_id label, struct str duty, bool is_expected) {
    if (duty.length == 0 && !is_expected) return;
    put_label(leaf, label);
    if (duty.length > 0)
        html_element(leaf->out, "div", NULL, duty);
    else
        put_unsaid(leaf);
    end_property(leaf);
}

static void put_duties(struct list_leaf *leaf, const struct item *item) {
    put_duty(leaf, MESSAGE_LABEL_DEPARTMENT_DUTY, item->department_duty, item->kind == ITEM_COOPERATIVE);
    put_duty(leaf, MESSAGE_LABEL_TOWNSHIP_DUTY, item->township_duty, item->kind != ITEM_RECALLED);
    say_texts(&leaf->line, item->township_actions, leaf->style.language);
    put_property(leaf, MESSAGE_LABEL_ACTIONS);
    put_text(leaf, MESSAGE_LABEL_WORKING_MODE, item->working_mode);
}

static void put_departments(struct list_leaf *leaf, const struct item *item) {
    const struct department *departments = leaf->list->departments;
    put_text(leaf, MESSAGE_LABEL_OFFICE, item->office);
    if (item->department >= 0) put_text(leaf, MESSAGE_LABEL_DEPARTMENT, departments[item->department].name);
    for (size_t i = 0; i < item->joint_count; i++) {
        if (i > 0) buf_put(&leaf->line, list_html_text(leaf, MESSAGE_LIST_COMMA));
        buf_put(&leaf->line, departments[item->joint[i]].name);
    }
    put_property(leaf, MESSAGE_LABEL_JOINT);
}

static void put_needs(struct list_leaf *leaf, const struct item *item) {
    const struct value funds = value_number(item->per_person_day), staff = value_number(item->staff_min);
    if (item->power_count > 0) {
        put_label(leaf, MESSAGE_LABEL_POWERS);
        for (size_t i = 0; i < item->power_count; i++) {
            list_page_power(&leaf->line, &item->powers[i], leaf->style.language);
            list_html_line(leaf, "div", NULL);
        }
        end_property(leaf);
    }
    if (item->per_person_day >= 0) say_value(&leaf->line, FACT_ID_ITEM_PER_PERSON_DAY, &funds, leaf->style.language);
    put_property(leaf, MESSAGE_LABEL_NORM);
    if (item->staff_min >= 0) say_value(&leaf->line, FACT_ID_ITEM_STAFF_MIN, &staff, leaf->style.language);
    put_property(leaf, MESSAGE_LABEL_LEAST_STAFF);
    put_text(leaf, MESSAGE_LABEL_SKILL, item->skill);
}

static void put_basis(struct list_leaf *leaf, const struct item *item) {
    put_label(leaf, MESSAGE_LABEL_BASIS);
    for (size_t i = 0; i < item->basis.count; i++) {
        say_cite(&leaf->line, &item->basis.at[i], leaf->style.language);
        list_html_line(leaf, "div", item->basis.at[i].verified == 'V' ? NULL : "unverified");
    }
    if (item->basis_none)
        html_element(leaf->out, "div", NULL, list_html_text(leaf, MESSAGE_BASIS_NONE));
    else if (item->basis.count == 0)
        put_unsaid(leaf);
    end_property(leaf);
}

void list_html_names(struct list_leaf *leaf, enum message_id before, const struct texts *names) {
    if (names->count == 0) return;
    list_html_part(leaf, list_html_text(leaf, before));
    for (size_t i = 0; i < names->count; i++) {
        if (i > 0) buf_put(&leaf->line, list_html_text(leaf, MESSAGE_LIST_COMMA));
        buf_put(&leaf->line, names->at[i]);
    }
}

void list_html_held(struct list_leaf *leaf, const struct power_held *held) {
    buf_put_text(leaf->out, "<li>");
    list_page_power(&leaf->line, &held->power, leaf->style.language);
    list_html_part(leaf, word(leaf, "POWER_MODE", held->mode));
    list_html_part(leaf, held->decision);
    list_html_days(leaf, held->validity);
    list_html_line(leaf, "span", NULL);
    list_html_names(leaf, MESSAGE_HELD_BY, &held->townships);
    list_html_names(leaf, MESSAGE_HELD_FOR, &held->items);
    buf_put_char(leaf->out, ' ');
    list_html_line(leaf, "small", NULL);
    buf_put_text(leaf->out, "</li>\n");
}

static bool names_item(const struct power_held *held, struct str id) {
    for (size_t i = 0; i < held->items.count; i++)
        if (str_equal(held->items.at[i], id)) return true;
    return false;
}

/* The powers that the list binds to the item by its id. */
static void put_held(struct list_leaf *leaf, const struct item *item) {
    const struct list *list = leaf->list;
    size_t count = 0;
    for (size_t i = 0; i < list->power_count; i++) {
        if (!names_item(&list->powers[i], item->id)) continue;
        if (count++ == 0) {
            put_label(leaf, MESSAGE_LABEL_HELD);
            buf_put_text(leaf->out, "<ul>\n");
        }
        list_html_held(leaf, &list->powers[i]);
    }
    if (count == 0) return;
    buf_put_text(leaf->out, "</ul>");
    end_property(leaf);
}

/* The name and the id, which leads to the item's own page where there is one. */
static void put_head(struct list_leaf *leaf, int item, const char *head) {
    const struct item *at = &leaf->list->items[item];
    const bool is_link = leaf->style.link.length > 0 && strcmp(head, "h1") != 0 && is_newest(leaf, item);
    buf_put_text(leaf->out, "<article id=\"");
    list_html_anchor(leaf, item);
    buf_printf(leaf->out, "\">\n<%s>", head);
    html_text(leaf->out, at->name);
    buf_put_char(leaf->out, ' ');
    if (is_link) {
        buf_put_text(leaf->out, "<a href=\"");
        html_text(leaf->out, leaf->style.link);
        html_url(leaf->out, at->id);
        buf_put_text(leaf->out, "\">");
    }
    html_element(leaf->out, "span", "id", at->id);
    buf_put_text(leaf->out, is_link ? "</a>" : "");
    buf_printf(leaf->out, "</%s>\n", head);
}

/* What any item ends with. */
static void put_end(struct list_leaf *leaf, const struct item *item) {
    say_texts(&leaf->line, item->aliases, leaf->style.language);
    put_property(leaf, MESSAGE_LABEL_ALIASES);
    put_basis(leaf, item);
    list_html_days(leaf, item->validity);
    put_property(leaf, MESSAGE_LABEL_VALIDITY);
    buf_put_text(leaf->out, "</dl>\n</article>\n");
}

void list_html_item(struct list_leaf *leaf, int item, const char *head) {
    const struct item *at = &leaf->list->items[item];
    put_head(leaf, item, head);
    buf_put_text(leaf->out, "<dl>\n");
    put_text(leaf, MESSAGE_LABEL_KIND, word(leaf, "ITEM_KIND", at->kind));
    put_text(leaf, MESSAGE_LABEL_FIELD, at->field);
    put_departments(leaf, at);
    put_duties(leaf, at);
    put_needs(leaf, at);
    put_held(leaf, at);
    put_end(leaf, at);
}

/* What stands below an item that is a page of its own. */
static void end_page(struct list_leaf *leaf) {
    html_element(leaf->out, "p", "small", list_html_text(leaf, MESSAGE_BOOK_MARKS));
    buf_put_char(leaf->out, '\n');
    html_end(leaf->out, NULL, leaf->style.form);
    buf_free(&leaf->line);
}

void list_html_village_item(struct list_leaf *leaf, const struct item *item, const char *head) {
    buf_put_text(leaf->out, "<article id=\"");
    html_anchor(leaf->out, item->id);
    buf_printf(leaf->out, "\">\n<%s>", head);
    html_text(leaf->out, item->name);
    buf_put_char(leaf->out, ' ');
    html_element(leaf->out, "span", "id", item->id);
    buf_printf(leaf->out, "</%s>\n<dl>\n", head);
    put_text(leaf, MESSAGE_LABEL_KIND, word(leaf, "VILLAGE_KIND", item->kind));
    put_end(leaf, item);
}

void say_village_item_html(struct buf *out, const struct list *list, int item, int32_t as_of, struct list_style style) {
    const struct item *at = &list->village_items[item];
    struct list_leaf leaf = {.out = out, .list = list, .style = style};
    html_begin(out, at->name, style.language, style.form);
    put_not_in_force(&leaf, at, as_of);
    list_html_village_item(&leaf, at, "h1");
    end_page(&leaf);
}

void say_item_html(struct buf *out, const struct list *list, int item, int32_t as_of, struct list_style style) {
    struct list_leaf leaf = {.out = out, .list = list, .style = style};
    html_begin(out, list->items[item].name, style.language, style.form);
    put_not_in_force(&leaf, &list->items[item], as_of);
    list_html_item(&leaf, item, "h1");
    end_page(&leaf);
}
