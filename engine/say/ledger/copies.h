/* copies.h - the page of `similar`: groups of papers that ask for the same thing twice. */
#ifndef SAY_COPIES_H
#define SAY_COPIES_H

#include <base/buf.h>
#include <model/list.h>

/* The kinds by the names of the contract, in the order of the kinds that a group may have. */
enum say_copies_kind { SAY_SAME_TEXT, SAY_NEAR_TEXT, SAY_SAME_ITEM, SAY_SAME_FIELDS, SAY_VERSION };

struct say_copies_group {
    struct texts tasks, departments, townships; /* departments and townships each once */
    enum say_copies_kind kind;
    int32_t similarity; /* millionths */
};

struct say_copies_style {
    quanze_language language;
    quanze_format format;
    bool colour;
};

/* quanze/similar/1, a page, or a part of one of HTML; `papers` were compared. */
void say_copies(struct buf *out, const struct say_copies_group *groups, size_t count, uint64_t papers,
                struct say_copies_style style);

#endif
