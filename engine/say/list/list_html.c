/* list_html.c - the duty list as one page: what it is, every item or where it stands, powers, parameters, waivers. */
#include <say/list/list_html.h>

static void put_head(struct list_leaf *leaf, int32_t as_of) {
    const struct list *list = leaf->list;
    char day[24];
    html_element(leaf->out, "h1", NULL, list->title);
    list_html_part(leaf, list->county);
    list_html_part(leaf, list->id);
    if (list->published_on != DAY_NONE) {
        buf_put(&leaf->line, list_html_text(leaf, MESSAGE_GAP));
        MESSAGES_FILL(&leaf->line, MESSAGE_PUBLISHED_ON, leaf->style.language,
                      (struct str){day, day_format(list->published_on, day)});
    }
    list_html_days(leaf, list->validity);
    list_html_line(leaf, "p", NULL);
    if (list_page_not_in_force(&leaf->line, list, as_of, leaf->style.language)) list_html_line(leaf, "p", "box hold");
    for (size_t i = 0; i < list->township_count; i++) {
        if (i > 0) buf_put(&leaf->line, list_html_text(leaf, MESSAGE_LIST_COMMA));
        buf_put(&leaf->line, list->townships[i].name);
    }
    list_html_line(leaf, "p", "small");
    html_element(leaf->out, "p", "small", list_html_text(leaf, MESSAGE_BOOK_MARKS));
}

static void put_kind(struct list_leaf *leaf, int kind, int32_t as_of) {
    if (list_html_count(leaf, kind, as_of) == 0) return;
    buf_printf(leaf->out, "<h2 id=\"kind-%d\">", kind);
    list_html_kind(leaf, kind, as_of);
    html_text(leaf->out, buf_str(&leaf->line));
    leaf->line.length = 0;
    buf_put_text(leaf->out, " <small class=\"no-print\">");
    html_element(leaf->out, "a href=\"#contents\"", NULL, list_html_text(leaf, MESSAGE_BOOK_CONTENTS));
    buf_put_text(leaf->out, "</small></h2>\n");
    for (size_t i = 0; i < leaf->list->item_count; i++)
        if (list_html_is_shown(leaf, i, kind, as_of)) list_html_item(leaf, (int)i, "h3");
}

static void open_part(struct list_leaf *leaf, enum message_id name, size_t count) {
    list_html_heading(leaf, list_html_text(leaf, name), count);
    list_html_line(leaf, "h2", NULL);
    buf_put_text(leaf->out, "\n<ul>\n");
}

static void put_village_items(struct list_leaf *leaf, int32_t as_of) {
    const struct list *list = leaf->list;
    const size_t count = list_html_count_villages(leaf, as_of);
    if (count == 0) return;
    list_html_heading(leaf, list_html_text(leaf, MESSAGE_HEADING_VILLAGES), count);
    list_html_line(leaf, "h2 id=\"villages\"", NULL);
    buf_put_char(leaf->out, '\n');
    for (size_t i = 0; i < list->village_item_count; i++)
        if (list_page_holds(list->village_items[i].validity, as_of))
            list_html_village_item(leaf, &list->village_items[i], "h3");
}

static void put_powers(struct list_leaf *leaf, int32_t as_of) {
    const struct list *list = leaf->list;
    size_t count = 0;
    for (size_t i = 0; i < list->power_count; i++) count += list_page_holds(list->powers[i].validity, as_of);
    if (count == 0) return;
    open_part(leaf, MESSAGE_HEADING_POWERS, count);
    for (size_t i = 0; i < list->power_count; i++)
        if (list_page_holds(list->powers[i].validity, as_of)) list_html_held(leaf, &list->powers[i]);
    buf_put_text(leaf->out, "</ul>\n");
}

static void put_parameters(struct list_leaf *leaf, int32_t as_of) {
    const struct list *list = leaf->list;
    size_t count = 0;
    for (size_t i = 0; i < list->parameter_count; i++) count += list_page_holds(list->parameters[i].validity, as_of);
    if (count == 0) return;
    open_part(leaf, MESSAGE_HEADING_PARAMETERS, count);
    for (size_t i = 0; i < list->parameter_count; i++) {
        if (!list_page_holds(list->parameters[i].validity, as_of)) continue;
        list_html_part(leaf, list->parameters[i].name);
        buf_put_text(&leaf->line, " = ");
        say_number(&leaf->line, list->parameters[i].value);
        list_html_days(leaf, list->parameters[i].validity);
        list_html_line(leaf, "li", NULL);
        buf_put_char(leaf->out, '\n');
    }
    buf_put_text(leaf->out, "</ul>\n");
}

static void put_waiver(struct list_leaf *leaf, const struct waiver *waiver) {
    list_html_part(leaf, waiver->id);
    list_html_part(leaf, waiver->rule);
    if (waiver->department >= 0) list_html_part(leaf, leaf->list->departments[waiver->department].name);
    list_html_part(leaf, waiver->reason);
    list_html_days(leaf, waiver->validity);
    buf_put(&leaf->line, list_html_text(leaf, MESSAGE_GAP));
    MESSAGES_FILL(&leaf->line, MESSAGE_WAIVER_PEOPLE, leaf->style.language, waiver->requested_by, waiver->approved_by);
    list_html_names(leaf, MESSAGE_HELD_BY, &waiver->townships);
    list_html_line(leaf, "li", NULL);
    buf_put_char(leaf->out, '\n');
}

static void put_waivers(struct list_leaf *leaf, int32_t as_of) {
    const struct list *list = leaf->list;
    size_t count = 0;
    for (size_t i = 0; i < list->waiver_count; i++) count += list_page_holds(list->waivers[i].validity, as_of);
    if (count == 0) return;
    open_part(leaf, MESSAGE_HEADING_WAIVERS, count);
    for (size_t i = 0; i < list->waiver_count; i++)
        if (list_page_holds(list->waivers[i].validity, as_of)) put_waiver(leaf, &list->waivers[i]);
    buf_put_text(leaf->out, "</ul>\n");
}

void say_list_html(struct buf *out, const struct list *list, int32_t as_of, struct list_style style) {
    struct list_leaf leaf = {.out = out, .list = list, .style = style};
    html_begin(out, list->title, style.language, style.form);
    put_head(&leaf, as_of);
    if (style.link.length > 0)
        list_html_register(&leaf, as_of);
    else {
        list_html_contents(&leaf, as_of);
        for (int kind = ITEM_BASIC; kind <= ITEM_RECALLED; kind++) put_kind(&leaf, kind, as_of);
        put_village_items(&leaf, as_of);
    }
    put_powers(&leaf, as_of);
    put_parameters(&leaf, as_of);
    put_waivers(&leaf, as_of);
    html_end(out, NULL, style.form);
    buf_free(&leaf.line);
}
