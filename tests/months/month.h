/* month.h - the papers of the demo months in the making: a county, its months, their papers and what was planted among them.
 *
 * A reader must believe: all chance comes from one seed, and nothing asks the clock, so the same list and calendar always give
 * the same bytes. Names of places are made up; no paper names a person.
 */
#ifndef TESTS_MONTHS_MONTH_H
#define TESTS_MONTHS_MONTH_H

#include <base/buf.h>
#include <read/read.h>

enum { FIRST_MONTH = 8, MONTHS = 3, YEAR = 2026, DAYS = 160 };

/* Townships of the list are bits, in its order. */
typedef uint32_t townships;

/* One paper: what every paper says as fields, the rest as JSON members in `more` and, of its document, in `document`. */
struct paper {
    char id[16];
    int64_t received, due; /* minutes; due DAY_NONE: not said, 0: stated that there is none */
    townships to;
    int department, item; /* of the list; item -1: none is claimed */
    const char *issuer;   /* name of an issuer that is no department of the list, else NULL */
    const char *issuer_kind;
    const char *kind, *role, *form; /* `form` of the document */
    const struct paper *supersedes;
    int version, number;                    /* 0: not said */
    bool to_secretary;                      /* it must be laid before the party secretary */
    struct buf title, body, document, more; /* the last two: members, each after a comma */
};

struct month {
    int32_t first, last; /* days */
    struct paper **papers;
    size_t count, capacity;
};

/* What was planted: `kind` of planted.json, the papers it consists of, and one sentence. */
struct plant {
    const char *kind, *seed, *says;
    struct paper *papers[80];
    size_t count;
    int month; /* 0 = the first; the month whose audit is to find it */
};

/* What became of a paper. */
struct move {
    const struct paper *paper;
    int64_t at;
    const char *state, *by, *why, *ground, *basis; /* as `task move` takes them; the last two NULL: none */
};

struct archive {
    struct list list;
    struct calendar calendar;
    struct arena arena;
    struct month months[MONTHS];
    struct plant *plants;
    size_t plant_count, plant_capacity;
    struct move moves[32];
    size_t move_count;
    int numbers[128];               /* last document number of each department */
    uint8_t used[2 * MONTHS][2048]; /* how often a topic was taken in a month; then the same by papers to several townships */
    bool visits[32][DAYS];          /* somebody visits a township on a day, counted from the first of all */
    uint8_t visitors[128][32];      /* visits of a department to a township */
    bool planted[2048];             /* items that planted papers are about: left to them */
    uint64_t chance;
};

/* A matter of the list in the words of its name or of one of its aliases. */
struct topic {
    int item;
    struct str words;
    int department; /* who leads it, or the department that looks after such a basic duty */
    uint8_t *used;  /* how often it was taken; who takes it counts */
};

quanze_status past_open(const char *lists, const char *calendar, struct archive *out, struct quanze_error *error);

/* A number from 0 to `below` - 1. */
unsigned archive_chance(struct archive *archive, unsigned below);

/* Whether it happens that often in a hundred. */
bool archive_happens(struct archive *archive, unsigned percent);

/* A minute of office hours on a working day of the month, chosen by chance. */
int64_t archive_minute(struct archive *archive, int month);

/* The working day that comes `workdays` after the day of a minute, at 17:30. */
int64_t archive_later(const struct archive *archive, int64_t minute, int workdays);

/* Minute of the so many-th working day after the first day of a month. */
int64_t archive_workday(const struct archive *archive, int month, int workdays, int minute);

/* Minute of a day of a month. */
int64_t archive_at(int month, int day, int hour, int minute);

/* Numbers by id or name; a name that the list does not know ends the program. */
int archive_department(const struct archive *archive, const char *id);
int archive_item(const struct archive *archive, const char *id);
townships archive_townships(const struct archive *archive, const char *names); /* separated by spaces; "" = all */

/* A topic of a basic or cooperative item that was taken less than `most` times this month. */
struct topic archive_topic(struct archive *archive, int month, unsigned most);

/* Made-up names of two villages, "甲村、乙村". */
void archive_villages(struct archive *archive, struct buf *out);

/* A new paper: a letter of that department, not yet due, with a number of its own. It lives as long as the archive. */
struct paper *past_add(struct archive *archive, int64_t received, int department, const char *kind, townships to);

/* What a well-made task carries: basis, powers, money, people, guidance; `yuan` and `people` are needed and come with it. */
void paper_support(struct paper *paper, const struct archive *archive, int yuan, int people);

/* Adds members to `more`; ' stands for the quotation mark, so that they can be read here. */
void paper_facts(struct paper *paper, const char *members);

/* Notes that papers were planted as a `kind`. */
struct plant *archive_plant(struct archive *archive, int month, const char *kind, const char *seed, const char *says);
void plant_add(struct plant *plant, struct paper *paper);

/* A paper to plant. `facts` as for paper_facts, NULL: none. */
struct sowing {
    int64_t at;
    const char *department, *kind, *to, *title, *facts;
    int workdays;                   /* until it is due; 0: that is not said, -1: it says that nothing is due */
    const char *item, *form, *role; /* NULL: none is claimed, a letter, not said; a role is said of an item alone */
};

struct paper *plant_sow(struct archive *archive, struct plant *plant, const struct sowing *sowing);

void archive_move(struct archive *archive, const struct move *move);

/* Gives ids in the order of receipt. */
void archive_finish(struct archive *archive);

void archive_write_month(const struct archive *archive, int month, struct buf *out);
void archive_write_planted(const struct archive *archive, struct buf *out);

/* The parts of a month: what is usual, and what was planted. */
void usual_papers(struct archive *archive, int month);
void planted_copies(struct archive *archive);
void planted_radar(struct archive *archive);
void planted_visits(struct archive *archive);
void planted_burdens(struct archive *archive);
void planted_hours(struct archive *archive);
void planted_good(struct archive *archive);

#endif
