/* score.h - how many facts of a folder of notices are read as the YAML beside each says they should be. */
#ifndef READ_NOTICE_SCORE_H
#define READ_NOTICE_SCORE_H

#include <stddef.h>

struct score {
    size_t notices;
    size_t expected, found, right; /* facts: single values, and each entry or field of a list */
    size_t doubts_expected, doubts_right, doubts;
};

/* Reads every *.txt and *.md of a folder. With the environment variable NOTICE_SHOW what differs is printed. */
struct score score_folder(const char *folder);

static inline double score_precision(const struct score *score) {
    return score->found ? (double)score->right / (double)score->found : 0;
}
static inline double score_recall(const struct score *score) {
    return score->expected ? (double)score->right / (double)score->expected : 0;
}

#endif
