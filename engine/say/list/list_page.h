/* list_page.h - pages of a duty list, shared by its text, its HTML and its JSON. */
#ifndef SAY_LIST_PAGE_H
#define SAY_LIST_PAGE_H

#include <say/say_inside.h>

/* In force on the day, or on any day when `as_of` is DAY_NONE. */
static inline bool list_page_holds(struct validity validity, int32_t as_of) {
    return as_of == DAY_NONE || validity_holds(validity, as_of);
}

/* Appends that on the day the list, or an item of it, was not in force yet, or no longer: an item is no longer than its list.
 * Nothing where it was, or no day is asked for. True: it was said. */
bool list_page_not_in_force(struct buf *out, const struct list *list, int32_t as_of, quanze_language language);
bool list_page_item_not_in_force(struct buf *out, const struct list *list, const struct item *item, int32_t as_of,
                                 quanze_language language);

/* "penalty (open burning)". */
void list_page_power(struct buf *out, const struct power_need *need, quanze_language language);

void list_page_json(struct writer *writer, const struct list *list, int32_t as_of);
void list_page_item(struct writer *writer, const struct list *list, const struct item *item);
void list_page_village_item(struct writer *writer, const struct item *item);

#endif
