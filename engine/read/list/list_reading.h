/* list_reading.h - what the parts of the list reader share; nobody outside read/list*.c needs it. */
#ifndef READ_LIST_READING_H
#define READ_LIST_READING_H

#include <model/list.h>
#include <read/keys.h>

/* The sections of a list, in the order in which they are read: what others refer to comes first. */
enum list_section {
    SECTION_DEPARTMENTS,
    SECTION_TOWNSHIPS,
    SECTION_ITEMS,
    SECTION_VILLAGE_ITEMS,
    SECTION_POWERS,
    SECTION_WAIVERS,
    SECTION_COUNT
};

struct list_reading {
    struct list *list;
    struct reading reading; /* of the part that is being read; its arena dies with the reading */
    struct keys keys[SECTION_COUNT];
    const struct department **departments; /* by id */
    struct str *department_ids;            /* in the same order */
    size_t department_count;
    bool broken; /* parts are missing, so what is referred to may stand there */
};

/* Copies into the list's arena; the empty text when absent, none, or memory ran out (which the problems then say). */
struct str list_keep(struct list_reading *reading, const struct value *value);
struct texts list_keep_texts(struct list_reading *reading, const struct value *value);

/* valid_from and valid_to of an entry. Open when the entry is not `sound`, so that nothing is said of it twice. */
struct validity list_keep_validity(const struct keys *keys, size_t from, bool sound);

/* `count` zeroed elements in the list's arena; NULL when there are none, or when memory ran out (which the problems then say).
 */
void *list_take(struct list_reading *reading, size_t count, size_t size);

/* Index of a department by its id; -1, and a problem with the near miss, when there is none. */
int list_refer_department(struct list_reading *reading, struct str id, struct place place);

/* Makes the order of `list_refer_department`, once all departments are read. */
void list_order_departments(struct list_reading *reading);

/* The tables of keys, and what to do with one entry that they have read. */
bool list_item_keys(struct arena *arena, struct keys *out);
void list_item_take(struct list_reading *reading, const struct node *node, bool sound);

bool list_village_item_keys(struct arena *arena, struct keys *out);
void list_village_item_take(struct list_reading *reading, const struct node *node, bool sound);

bool list_township_keys(struct arena *arena, struct keys *out);
void list_township_take(struct list_reading *reading, const struct node *node, bool sound);

bool list_department_keys(struct arena *arena, struct keys *out);
void list_department_take(struct list_reading *reading, const struct node *node, bool sound);

bool list_power_keys(struct arena *arena, struct keys *out);
void list_power_take(struct list_reading *reading, const struct node *node, bool sound);

bool list_waiver_keys(struct arena *arena, struct keys *out);
void list_waiver_take(struct list_reading *reading, const struct node *node, bool sound);

/* Values that a `parameters` mapping holds at most, and what to do with them. */
size_t list_parameters_count(const struct node *mapping);
void list_parameters_take(struct list_reading *reading, const struct node *mapping);

/* What a careful keeper of the list would want to be told: warnings. */
void list_review_item(const struct item *item, struct problems *problems);
void list_review_village_item(const struct item *item, struct problems *problems);
void list_review_power(const struct power_held *power, struct problems *problems);
void list_review_list(const struct list *list, struct place place, struct problems *problems);

#endif
