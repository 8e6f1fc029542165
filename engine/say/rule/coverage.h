/* coverage.h - the page of `rules coverage`. */
#ifndef SAY_COVERAGE_H
#define SAY_COVERAGE_H

#include <base/buf.h>
#include <model/coverage.h>
#include <rule/file/mutant.h>

/* A mutant that no example noticed. */
struct survivor {
    struct str rule;
    enum mutation mutation;
    unsigned line;
    struct str from, to; /* the bytes replaced, and by what */
};

struct mutation_score {
    size_t made[MUTATION_COUNT], killed[MUTATION_COUNT]; /* mutants that do not load are not counted */
    struct survivor *survivors;
    size_t survivor_count, survivor_room;
};

/* One row with what the book really has: `rules` are those that list it in `seeds`. */
struct seed_coverage {
    const struct coverage_row *row;
    size_t rules;
};

struct coverage_page {
    const struct coverage *coverage;
    struct seed_coverage *seeds; /* one for each row of the file */
    size_t covered;              /* rows with at least one rule */
    struct texts *statute_rules; /* for each statute, the rules that cite it */
    size_t cited;                /* statutes that at least one rule cites */
    const struct mutation_score *score;
};

/* quanze/rule-coverage/1, or the page. A branch is covered when forcing its condition that way is noticed. */
void say_coverage(struct buf *out, const struct coverage_page *page, quanze_language language, quanze_format format);

#endif
