/* coverage.h - which statement of the sources is checked by what: rules/coverage.yaml as data. */
#ifndef MODEL_COVERAGE_H
#define MODEL_COVERAGE_H

#include <model/list.h>

/* By what a statement is covered. */
enum coverage_by {
    COVERAGE_BY_RULE,    /* rules of the book, those of the monthly audit among them */
    COVERAGE_BY_PRODUCT, /* the program itself keeps it */
    COVERAGE_BY_NONE     /* no program can check it */
};

struct coverage_row {
    struct str id;
    enum coverage_by by;
    struct texts rules;        /* ids */
    struct str why_zh, why_en; /* may be empty */
};

struct coverage_statute {
    struct cite cite;
    struct texts rules;
    struct str why_zh, why_en; /* why no rule checks it; may be empty */
};

struct coverage {
    struct arena arena;
    struct coverage_row *rows;
    size_t row_count;
    struct coverage_statute *statutes;
    size_t statute_count;
};

static inline void coverage_free(struct coverage *coverage) { arena_free(&coverage->arena); }

#endif
