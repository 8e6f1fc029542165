/* copies.h - the same thing asked twice: groups of papers that are copies, versions, or ask for the same.
 *
 * A reader must believe: which papers are a group depends on the papers alone, not on the order in which they were added;
 * a paper may stand in groups of different kinds, but papers that are one text are not told again for their item or their
 * forms, and versions of one paper are told as versions only.
 */
#ifndef MATCH_COPIES_H
#define MATCH_COPIES_H

#include <match/similar.h>

enum copy_kind {
    COPY_SAME_TEXT,   /* nothing differs but places, dates, numbers and masked names */
    COPY_NEAR_TEXT,   /* mostly the same, or one stands in the other */
    COPY_SAME_ITEM,   /* the same list item, from different issuers */
    COPY_SAME_FIELDS, /* forms that ask for the same fields */
    COPY_VERSION      /* one issuer's paper again: it supersedes the other, or has its title and another version number */
};

/* One paper; empty and 0 where not said. Texts are valid UTF-8 and are needed for the call only. */
struct copy_paper {
    struct str id, number, title, body, issuer, supersedes; /* `supersedes`: the id or number of another one */
    const struct str *fields;                               /* of all its forms */
    size_t field_count;
    int64_t version; /* from 1 */
    int item;        /* -1 = none */
    struct str text; /* COPIES_TEXT_BYTES that only papers of the same title and body share; empty: not known */
};

#define COPIES_TEXT_BYTES 16

struct copy_group {
    const uint32_t *papers; /* numbers in the order added, ascending */
    size_t count;
    enum copy_kind kind;
    int32_t similarity; /* millionths: the least of those that hold it together; of versions and items, of all their texts to
                           the one that similar_rank puts first */
};

struct copies;

/* `places`: names to mask, borrowed until close. */
quanze_status copies_open(const struct str *places, size_t place_count, struct copies **out, struct quanze_error *error);
void copies_close(struct copies *copies);

/* Whether a paper of that text was added: others of it may come without title and body. */
bool copies_know_text(const struct copies *copies, struct str text);

/* Its number is the count of papers before it. */
quanze_status copies_add(struct copies *copies, const struct copy_paper *paper, struct quanze_error *error);

/* Finds all groups, by their first paper, then by kind. They belong to `copies` and live until the next call or close. */
quanze_status copies_find(struct copies *copies, const struct copy_group **out, size_t *count, struct quanze_error *error);

#endif
