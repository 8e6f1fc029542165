/* pack.h - a pack: what a province, a city or a county adds to the national rules, tightens, or loosens.
 *
 * A reader must believe: a pack says only what it changes; a rule that it loosens names who approved that, and why; it counts
 * on the days of its validity. Texts live in the arena that it was read into; optional texts are empty when not written.
 * Source: 立法法 (2023) arts. 80-82: local rules fill in and tighten, and may not contradict what is above them.
 */
#ifndef MODEL_PACK_H
#define MODEL_PACK_H

#include <model/list.h>
#include <model/verdict.h>

/* A new value of a rule's parameter. */
struct pack_parameter {
    struct str name;
    double value;
    struct place place;
};

enum { PACK_LEVEL_AS_IS = -1 };

/* What a pack makes of one rule. */
struct pack_change {
    struct str rule, reason, requested_by, approved_by;
    struct pack_parameter *parameters;
    size_t parameter_count;
    int level; /* enum level, or PACK_LEVEL_AS_IS */
    bool disabled;
    struct place place; /* of the entry */
};

struct pack {
    struct str id, jurisdiction, path; /* `path`: its folder */
    struct bilingual title, why;
    int32_t published_on;
    struct validity validity;
    struct reference *requires; /* packs that this one builds on */
    size_t require_count;
    struct pack_change *changes; /* at most one for a rule */
    size_t change_count;
    struct digest digest; /* of pack.yaml; zero for a plain folder of rules */
    struct place place;
};

/* Lower-case letters, digits and hyphens: what may be a folder's name, too. */
bool pack_id_is_good(struct str id);

/* Index of a pack, or -1. */
int pack_find(const struct pack *packs, size_t count, struct str id);

/* What a pack makes of a rule, or NULL. */
const struct pack_change *pack_change_of(const struct pack *pack, struct str rule);

/* The value that a change gives to a parameter, or NULL. */
const struct pack_parameter *pack_parameter_of(const struct pack_change *change, struct str name);

/* Puts in front of every pack those that it requires, otherwise leaves the order as it is. A cycle, and a required pack that is
 * not among them (with the near miss), go to `problems`; the order is then of no use. */
void pack_order(struct pack *packs, size_t count, struct problems *problems);

/* Whether packs[a] builds on packs[b], directly or through others. No cycles. */
bool pack_builds_on(const struct pack *packs, size_t count, size_t a, size_t b);

/* Says that there is no pack of an id, with the near miss. */
void pack_report_unknown(const struct reference *wrong, const struct pack *packs, size_t count, struct problems *problems);

#endif
