/* list_index.h - what list_freeze makes of a list: private to the files of the list that find, freeze and check. */
#ifndef MODEL_LIST_INDEX_H
#define MODEL_LIST_INDEX_H

#include <model/list.h>
#include <model/names.h>

/* A text for "%.*s". */
#define SHOWN(text) (int)(text).length, (text).at

struct list_index {
    struct names items;       /* id -> newest item of that id */
    int *older;               /* item -> the item of the same id before it, -1 = none */
    struct names townships;   /* name -> township */
    struct names departments; /* id, name or alias as written -> department */
    struct names short_forms; /* the same without the county in front -> department */
};

/* A department's name as written, without the county's name, and without the bare 县 (市, 区, 旗) that stands for it. */
#define NAME_FORMS 3
size_t list_name_forms(struct str name, struct str county, struct str forms[NAME_FORMS]);

/* Reports that `name` at `place` stood at `first` already. */
void list_duplicate(struct problems *problems, const char *code, struct place place, struct place first, struct str name);

/* Checks of the village items: ids, dates, and names that are for villages to do and not for them at once. False when memory
 * ran out. */
bool list_check_villages(const struct list *list, struct problems *problems);

/* Reports a validity that ends before it starts. */
void list_check_validity(struct problems *problems, struct validity validity, struct place place);

/* Checks that need no new index: references, dates, waivers. False when memory ran out. */
bool list_check(const struct list *list, struct problems *problems);

#endif
