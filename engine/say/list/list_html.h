/* list_html.h - a duty list as HTML, shared by the page of one item and the page of the whole list. */
#ifndef SAY_LIST_HTML_H
#define SAY_LIST_HTML_H

#include <say/html.h>
#include <say/list/list_page.h>
#include <say/rule/rule_page.h>

struct list_leaf {
    struct buf *out;
    const struct list *list;
    struct list_style style;
    struct buf line; /* being made */
};

struct str list_html_text(const struct list_leaf *leaf, enum message_id id);

/* The line being made as <tag class="style">, and it is empty again. */
void list_html_line(struct list_leaf *leaf, const char *tag, const char *style);

/* Appends to the line, with the gap before it when something stands there already; nothing for the empty text. */
void list_html_part(struct list_leaf *leaf, struct str part);
void list_html_days(struct list_leaf *leaf, struct validity days);

/* Appends names to the line, with what they are before them; nothing when there are none. */
void list_html_names(struct list_leaf *leaf, enum message_id before, const struct texts *names);

/* Of an item of the list: of that kind, and in force on the day. How many there are, and how many the villages have. */
bool list_html_is_shown(const struct list_leaf *leaf, size_t item, int kind, int32_t as_of);
size_t list_html_count(const struct list_leaf *leaf, int kind, int32_t as_of);
size_t list_html_count_villages(const struct list_leaf *leaf, int32_t as_of);

/* "cooperative duties (40)" into the line: of any name, and of a kind. */
void list_html_heading(struct list_leaf *leaf, struct str name, size_t count);
void list_html_kind(struct list_leaf *leaf, int kind, int32_t as_of);

/* Contents of a page that holds all items: links within it. */
void list_html_contents(struct list_leaf *leaf, int32_t as_of);

/* Where each item has a page of its own: its name, by kind and field, with a link to it. */
void list_html_register(struct list_leaf *leaf, int32_t as_of);

/* The id of an item's place: its own, with its first day when a later item has the same. */
void list_html_anchor(struct list_leaf *leaf, int item);

/* A power that townships hold: what, how, by which decision, when, whose, for which items; as <li>. */
void list_html_held(struct list_leaf *leaf, const struct power_held *held);

/* One item as <article> with all that the list says of it; `head`: "h1" when it is a page, "h3" in the list. */
void list_html_item(struct list_leaf *leaf, int item, const char *head);

/* An item of the villages' list, likewise. */
void list_html_village_item(struct list_leaf *leaf, const struct item *item, const char *head);

#endif
