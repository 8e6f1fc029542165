/* usual.h - slots and recipes of the usual papers. */
#ifndef TESTS_MONTHS_USUAL_H
#define TESTS_MONTHS_USUAL_H

#include <months/month.h>

struct usual {
    struct archive *archive;
    int month;
    townships surveyed;
    size_t papers_wanted, meetings_wanted; /* that the surveyed township still needs */
    uint64_t traits;                       /* chance of the slot, the same each month */
    uint8_t department[4096];              /* of a slot, plus 1; 0: not yet known */
    struct str taken[512];                 /* what papers of the month to several townships are about */
    size_t taken_count;
    uint8_t meetings[32][DAYS]; /* of a township on a day */
};

/* How papers of a kind are made. */
struct recipe {
    const char *kind;
    unsigned share; /* of a hundred */
    bool is_visit;  /* it goes to one township */
    bool is_meeting;
    bool is_idle; /* it asks for no work */
    void (*make)(struct usual *usual, struct paper *paper, struct str words);
};

/* A number below `below` that the slot has every month. */
unsigned usual_trait(struct usual *usual, unsigned below);

/* The recipe of the slot. */
const struct recipe *usual_recipe(struct usual *usual, bool wide);

#endif
