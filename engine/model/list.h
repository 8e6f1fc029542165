/* list.h - a duty list: who must do what, with which powers.
 *
 * A reader must believe: a list is frozen once `list_freeze` has run; names are then indices and every reference
 * holds. Nothing here judges. Texts live in the list's own arena; optional texts are empty when not written.
 * Days that are open are DAY_NONE.
 */
#ifndef MODEL_LIST_H
#define MODEL_LIST_H

#include <base/digest.h>
#include <base/problem.h>
#include <model/fact.h>

struct texts {
    struct str *at;
    size_t count;
};

struct validity {
    int32_t from, to; /* first and last day in force */
};

static inline bool validity_holds(struct validity validity, int32_t day) {
    return (validity.from == DAY_NONE || day >= validity.from) && (validity.to == DAY_NONE || day <= validity.to);
}

/* Whether what was published on a day was known on another; DAY_NONE: always known, and a day that nobody asks for. */
static inline bool is_known(int32_t published_on, int32_t known_at) {
    return published_on == DAY_NONE || known_at == DAY_NONE || published_on <= known_at;
}

/* Whether two spans share a day. */
static inline bool validity_meets(struct validity a, struct validity b) {
    return (a.to == DAY_NONE || b.from <= a.to) && (b.to == DAY_NONE || a.from <= b.to);
}

/* A citation. `verified` is 'V' read in the source, 'S' secondary, 'M' memory, 'P' proposal, or 0 when not said. */
struct cite {
    struct str title, article;
    char verified;
};

struct cites {
    struct cite *at;
    size_t count;
};

struct township {
    struct str name;
    int type;                              /* index into TOWN_TYPE */
    int64_t staff, villages, travel_hours; /* people, villages, thousandths of an hour; -1 = not said */
    bool monitor_point;
    struct place place;
};

struct department {
    struct str id, name;
    struct texts aliases;
    int kind; /* index into ISSUER_KIND */
    struct place place;
};

/* A power with what it is about; `matter` is empty when not said. */
struct power_need {
    int power; /* index into POWER */
    struct str matter;
};

struct item {
    struct str id, name, field, office, department_duty, township_duty, skill, working_mode;
    struct texts aliases, township_actions;
    struct cites basis;
    struct power_need *powers;
    size_t power_count;
    int kind;       /* index into ITEM_KIND */
    int department; /* index into departments, -1 = none */
    int *joint;     /* indices of departments that act together with it */
    size_t joint_count;
    bool basis_none;        /* it is stated that no article was found to cite */
    int64_t per_person_day; /* fen, -1 = no norm */
    int64_t staff_min;      /* people, -1 = no norm */
    struct validity validity;
    struct place place;
};

/* What is for villages to do, or (VILLAGE_EXCLUDED) not: an item of the villages' own list has an id, a kind of VILLAGE_KIND,
 * name, aliases, basis and validity; the rest of `struct item` is empty. */

/* A power that townships of the list hold. */
struct power_held {
    struct power_need power;
    int mode; /* index into POWER_MODE */
    struct str decision;
    int32_t published_on, evaluated_on;
    struct validity validity;
    struct texts items;     /* ids it is bound to; none = by its matter */
    struct texts townships; /* names it is given to; none = all of the list */
    struct place place;
};

/* A local threshold: replaces the default of a rule parameter of the same name on the days of its validity. Several of one
 * name make a dated series; their days do not overlap. */
struct parameter {
    struct str name;
    double value;
    struct validity validity;
    int32_t published_on;
    struct place place;
};

/* An id that stands somewhere in a file. */
struct reference {
    struct str id;
    struct place place;
};

struct waiver {
    struct str id, rule, reason, requested_by, approved_by;
    int department; /* -1 = any */
    struct texts townships;
    struct validity validity;
    struct place place;
};

struct list {
    struct arena arena;
    struct str id, title, county;
    int32_t published_on;
    struct validity validity;
    struct township *townships;
    size_t township_count;
    struct department *departments;
    size_t department_count;
    struct item *items;
    size_t item_count;
    struct item *village_items;
    size_t village_item_count;
    struct power_held *powers;
    size_t power_count;
    struct parameter *parameters;
    size_t parameter_count;
    struct waiver *waivers;
    size_t waiver_count;
    struct reference *packs; /* that the county applies, in this order */
    size_t pack_count;
    struct digest digest;     /* of the files' bytes, in path order, calendar left out */
    struct list_index *index; /* made by list_freeze */
};

/* Builds the name indices and checks what only the whole can tell: ids of items in force on the same day, duplicate names,
 * references to items, departments and townships that do not exist (with the near miss), reversed dates, waivers without two
 * different people. Everything wrong goes to `problems`. QUANZE_INTERNAL when memory ran out. */
quanze_status list_freeze(struct list *list, struct problems *problems, struct quanze_error *error);

/* Indices, or -1. An id may stand for several items whose validity does not overlap: `list_find_item` gives the newest,
 * `list_find_item_on` the one in force on a day, or -1 when none is; `list_find_village_item` gives the last of the
 * village items with that id. `list_find_department` takes ids, names and aliases, the county's name in front or not. */
int list_find_item(const struct list *list, struct str id);
int list_find_item_on(const struct list *list, struct str id, int32_t day);
int list_find_village_item(const struct list *list, struct str id);
int list_find_township(const struct list *list, struct str name);
int list_find_department(const struct list *list, struct str name);

/* The villages' items as a list of their own: in the place of the items, with nothing that belongs to the others. Borrowed. */
struct list list_of_villages(const struct list *list);

/* The local value of a parameter on a day, or NULL. */
const struct parameter *list_parameter_on(const struct list *list, struct str name, int32_t day);

/* Leaves out the powers and the values of parameters that were published after `known_at`; DAY_NONE leaves all in. */
void list_forget(struct list *list, int32_t known_at);

/* The id nearest to a wrong one, or -1. */
int list_nearest_item(const struct list *list, struct str id);

void list_free(struct list *list);

#endif
