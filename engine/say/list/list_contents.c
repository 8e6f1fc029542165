/* list_contents.c - where the items of a list stand: the contents of a page that has them all, or a register of their pages. */
#include <say/list/list_html.h>

#include <base/arena.h>
#include <stdio.h>
#include <stdlib.h>

bool list_html_is_shown(const struct list_leaf *leaf, size_t item, int kind, int32_t as_of) {
    const struct item *at = &leaf->list->items[item];
    return at->kind == kind && list_page_holds(at->validity, as_of);
}

size_t list_html_count(const struct list_leaf *leaf, int kind, int32_t as_of) {
    size_t count = 0;
    for (size_t i = 0; i < leaf->list->item_count; i++) count += list_html_is_shown(leaf, i, kind, as_of);
    return count;
}

void list_html_heading(struct list_leaf *leaf, struct str name, size_t count) {
    struct buf number = {0};
    buf_put_int(&number, (int64_t)count);
    MESSAGES_FILL(&leaf->line, MESSAGE_HEADING, leaf->style.language, name, buf_str(&number));
    leaf->line.failed |= number.failed;
    buf_free(&number);
}

void list_html_kind(struct list_leaf *leaf, int kind, int32_t as_of) {
    list_html_heading(leaf, choice_text(&choices_of("ITEM_KIND").at[kind], leaf->style.language),
                      list_html_count(leaf, kind, as_of));
}

size_t list_html_count_villages(const struct list_leaf *leaf, int32_t as_of) {
    size_t count = 0;
    for (size_t i = 0; i < leaf->list->village_item_count; i++)
        count += list_page_holds(leaf->list->village_items[i].validity, as_of);
    return count;
}

static void put_contents_of(struct list_leaf *leaf, int kind, int32_t as_of) {
    if (list_html_count(leaf, kind, as_of) == 0) return;
    buf_printf(leaf->out, "<h3><a href=\"#kind-%d\">", kind);
    list_html_kind(leaf, kind, as_of);
    html_text(leaf->out, buf_str(&leaf->line));
    leaf->line.length = 0;
    buf_put_text(leaf->out, "</a></h3>\n<ul>\n");
    for (size_t i = 0; i < leaf->list->item_count; i++) {
        if (!list_html_is_shown(leaf, i, kind, as_of)) continue;
        buf_put_text(leaf->out, "<li><a href=\"#");
        list_html_anchor(leaf, (int)i);
        buf_put_text(leaf->out, "\">");
        html_text(leaf->out, leaf->list->items[i].name);
        buf_put_text(leaf->out, "</a> ");
        html_element(leaf->out, "span", "id", leaf->list->items[i].id);
        buf_put_text(leaf->out, "</li>\n");
    }
    buf_put_text(leaf->out, "</ul>\n");
}

static void put_contents_of_villages(struct list_leaf *leaf, int32_t as_of) {
    const size_t count = list_html_count_villages(leaf, as_of);
    if (count == 0) return;
    buf_put_text(leaf->out, "<h3>");
    list_html_heading(leaf, list_html_text(leaf, MESSAGE_HEADING_VILLAGES), count);
    list_html_line(leaf, "a href=\"#villages\"", NULL);
    buf_put_text(leaf->out, "</h3>\n");
}

void list_html_contents(struct list_leaf *leaf, int32_t as_of) {
    html_element(leaf->out, "h2 id=\"contents\"", NULL, list_html_text(leaf, MESSAGE_BOOK_CONTENTS));
    buf_put_text(leaf->out, "<div class=\"contents\">\n");
    for (int kind = ITEM_BASIC; kind <= ITEM_RECALLED; kind++) put_contents_of(leaf, kind, as_of);
    put_contents_of_villages(leaf, as_of);
    buf_put_text(leaf->out, "</div>\n");
}

/* One item of the register; `department` -1: none. */
static void put_entry(struct list_leaf *leaf, const struct item *item, int department) {
    buf_put_text(leaf->out, "<li><a href=\"");
    html_text(leaf->out, leaf->style.link);
    html_url(leaf->out, item->id);
    buf_put_text(leaf->out, "\">");
    html_text(leaf->out, item->name);
    buf_put_text(leaf->out, "</a> ");
    html_element(leaf->out, "span", "id", item->id);
    if (department >= 0) {
        buf_put_char(leaf->out, ' ');
        html_element(leaf->out, "small", NULL, leaf->list->departments[department].name);
    }
    buf_put_text(leaf->out, "</li>\n");
}

/* An item of a kind, and the first one that has its field. */
struct entry {
    const struct item *item, *first;
};

static int compare_places(const struct item *a, const struct item *b) { return (a > b) - (a < b); }

static int compare_fields(const void *left, const void *right) {
    const struct entry *a = left, *b = right;
    const int order = str_compare(a->item->field, b->item->field);
    return order != 0 ? order : compare_places(a->item, b->item);
}

static int compare_firsts(const void *left, const void *right) {
    const struct entry *a = left, *b = right;
    const int order = compare_places(a->first, b->first);
    return order != 0 ? order : compare_places(a->item, b->item);
}

/* Fields in the order in which the list comes to them, items of one as they stand there. */
static void order_by_field(struct entry *entries, size_t count) {
    qsort(entries, count, sizeof *entries, compare_fields);
    for (size_t i = 0; i < count; i++) {
        const bool goes_on = i > 0 && str_equal(entries[i].item->field, entries[i - 1].item->field);
        entries[i].first = goes_on ? entries[i - 1].first : entries[i].item;
    }
    qsort(entries, count, sizeof *entries, compare_firsts);
}

/* The items of one field, from the first of them; how many there are. */
static size_t put_field(struct list_leaf *leaf, const struct entry *entries, size_t count) {
    const struct str field = entries->item->field;
    size_t same = 1;
    while (same < count && entries[same].first == entries->first) same++;
    if (field.length > 0) {
        list_html_heading(leaf, field, same);
        list_html_line(leaf, "h3", NULL);
    }
    buf_put_text(leaf->out, "\n<ul>\n");
    for (size_t i = 0; i < same; i++) put_entry(leaf, entries[i].item, entries[i].item->department);
    buf_put_text(leaf->out, "</ul>\n");
    return same;
}

static void put_kind(struct list_leaf *leaf, int kind, int32_t as_of) {
    char tag[32];
    const size_t count = list_html_count(leaf, kind, as_of);
    struct arena arena = {0};
    size_t taken = 0;
    if (count == 0) return;
    struct entry *entries = arena_take_array(&arena, count, sizeof *entries);
    if (!entries) {
        leaf->out->failed = true;
        return;
    }
    for (size_t i = 0; i < leaf->list->item_count; i++)
        if (list_html_is_shown(leaf, i, kind, as_of)) entries[taken++].item = &leaf->list->items[i];
    order_by_field(entries, count);
    (void)snprintf(tag, sizeof tag, "h2 id=\"kind-%d\"", kind);
    list_html_kind(leaf, kind, as_of);
    list_html_line(leaf, tag, NULL);
    for (size_t i = 0; i < count;) i += put_field(leaf, entries + i, count - i);
    arena_free(&arena);
}

static void put_villages(struct list_leaf *leaf, int32_t as_of) {
    const struct list *list = leaf->list;
    const size_t count = list_html_count_villages(leaf, as_of);
    if (count == 0) return;
    list_html_heading(leaf, list_html_text(leaf, MESSAGE_HEADING_VILLAGES), count);
    list_html_line(leaf, "h2 id=\"villages\"", NULL);
    buf_put_text(leaf->out, "\n<ul>\n");
    for (size_t i = 0; i < list->village_item_count; i++)
        if (list_page_holds(list->village_items[i].validity, as_of)) put_entry(leaf, &list->village_items[i], -1);
    buf_put_text(leaf->out, "</ul>\n");
}

/* The parts that there are, each a link to it. */
static void put_parts(struct list_leaf *leaf, int32_t as_of) {
    char tag[32];
    buf_put_text(leaf->out, "<p class=\"no-print\">");
    for (int kind = ITEM_BASIC; kind <= ITEM_RECALLED; kind++) {
        if (list_html_count(leaf, kind, as_of) == 0) continue;
        (void)snprintf(tag, sizeof tag, "a href=\"#kind-%d\"", kind);
        list_html_kind(leaf, kind, as_of);
        list_html_line(leaf, tag, NULL);
        buf_put_char(leaf->out, ' ');
    }
    if (list_html_count_villages(leaf, as_of) > 0) {
        list_html_heading(leaf, list_html_text(leaf, MESSAGE_HEADING_VILLAGES), list_html_count_villages(leaf, as_of));
        list_html_line(leaf, "a href=\"#villages\"", NULL);
    }
    buf_put_text(leaf->out, "</p>\n");
}

void list_html_register(struct list_leaf *leaf, int32_t as_of) {
    put_parts(leaf, as_of);
    buf_put_text(leaf->out, "<div class=\"contents\">\n");
    for (int kind = ITEM_BASIC; kind <= ITEM_RECALLED; kind++) put_kind(leaf, kind, as_of);
    put_villages(leaf, as_of);
    buf_put_text(leaf->out, "</div>\n");
}
