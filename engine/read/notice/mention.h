/* mention.h - what in a notice is no word of a list: times, amounts, titles in quotes, document numbers, names of offices.
 *
 * A reader must believe: mentions do not overlap, but for those inside quotes; each look ahead is bounded, so the time grows
 * with the text.
 */
#ifndef READ_NOTICE_MENTION_H
#define READ_NOTICE_MENTION_H

#include <read/notice/when.h>

/* SLOT(ID, "name"): a pattern writes $name for it. */
#define MENTION_SLOTS(SLOT)                                                                                                    \
    SLOT(TIME, "time")     /* a day or minute */                                                                               \
    SLOT(EACH, "each")     /* one that comes again and again */                                                                \
    SLOT(WITHIN, "within") /* 三个工作日内 */                                                                            \
    SLOT(MONEY, "money")   /* with 元 */                                                                                      \
    SLOT(PERCENT, "percent")                                                                                                   \
    SLOT(NUMBER, "number")                                                                                                     \
    SLOT(TITLE, "title")       /* 《》 */                                                                                    \
    SLOT(SHEET, "sheet")       /* 《》 around the name of a form, a ledger or a list */                                      \
    SLOT(QUOTED, "quoted")     /* “” */                                                                                    \
    SLOT(DOCUMENT, "document") /* 县函〔2026〕9号 */                                                                      \
    SLOT(OFFICE, "office")     /* a body of the county, or 我局 */                                                           \
    SLOT(INNER, "inner")       /* an office within one: 县财政局预算股 */                                               \
    SLOT(UPPER, "upper")       /* a body of city or province */

enum slot {
#define SLOT(id, name) SLOT_##id,
    MENTION_SLOTS(SLOT)
#undef SLOT
        SLOT_COUNT
};

struct mention {
    enum slot slot;
    struct span span;  /* all of it */
    struct span inner; /* what is between quotes; else the same */
    struct when when;  /* of times */
    int64_t micro;     /* of numbers, in millionths; of percents, the ratio in millionths; of money, fen */
};

struct mentions {
    struct mention *at; /* in the order of the text */
    size_t count, capacity;
};

/* Finds all; `out` is in the arena. False when memory ran out. */
bool mentions_find(const struct paper *paper, struct arena *arena, struct mentions *out);

/* The name of an office that stands at `at`, if one does; it may begin up to three characters before. */
bool mention_office(const struct paper *paper, uint32_t at, struct mention *out);

#endif
