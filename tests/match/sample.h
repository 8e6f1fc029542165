/* sample.h - lists and queries with the items that people say they speak of, and how well the search does on them. */
#ifndef TESTS_MATCH_SAMPLE_H
#define TESTS_MATCH_SAMPLE_H

#include <match/match_weights.h>
#include <stdbool.h>

enum { SAMPLE_EXPECTED_MAX = 8 };

/* A query and the items it speaks of; none expected = it speaks of no item. */
struct sample_query {
    struct str id, title, body, issuer, domain;
    struct str expected[SAMPLE_EXPECTED_MAX];
    size_t expected_count;
    bool held_out; /* not looked at while numbers and words were chosen */
};

struct sample_queries {
    struct sample_query *at;
    size_t count;
};

/* How much of the reference items the list says: the name and field alone, the township's duty too, and its law too. */
enum sample_depth { SAMPLE_NAMES, SAMPLE_DUTIES, SAMPLE_LAWS };

/* Each stops the program with a word when the file is not as it should be; NULL paths are not allowed. */
void sample_read_reference(const char *path, enum sample_depth depth, struct arena *arena, struct list *out);
void sample_read_notices(const char *notices, const char *labels, struct arena *arena, struct sample_queries *out);
void sample_read_queries(const char *path, struct arena *arena, struct sample_queries *out);

/* Two papers, and whether one is a copy of the other. */
struct sample_pair {
    bool is_copy;
    struct str title, body, other_title, other_body;
};

struct sample_pairs {
    struct sample_pair *at;
    size_t count;
};

void sample_read_pairs(const char *path, struct arena *arena, struct sample_pairs *out);

/* What came of one query: the rank of the first expected item among the hits from 1 (0 = not among them), and the best score.
 */
struct sample_answer {
    int rank;
    int32_t best_score;
    int best;
    bool accepted;
};

/* Answers to all queries, in their order. */
void sample_ask(const struct list *list, const struct thesaurus *thesaurus, const struct match_weights *weights,
                const struct sample_queries *queries, struct sample_answer *out);

struct sample_figures {
    size_t items, nones;     /* queries that speak of an item, and that speak of none */
    double top1, top5, auc;  /* shares; `auc` of the best score, telling the two apart; 0 where there are no such queries */
    double said, said_right; /* of all queries: an item was said to be it; and that was right, or rightly none was said */
    double false_items;      /* of the queries that speak of none: an item was said */
};

/* Figures over the queries that `wanted` holds for; `payload` is handed to it. NULL = all. */
struct sample_figures sample_measure(const struct sample_queries *queries, const struct sample_answer *answers,
                                     bool (*wanted)(const struct sample_query *query, const void *payload),
                                     const void *payload);

#endif
