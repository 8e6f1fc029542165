/* data.h - which list, rules and calendar a command uses when the user does not say. */
#ifndef CLI_DATA_H
#define CLI_DATA_H

#include <base/buf.h>
#include <limits.h>

/* A path that was found; "" when there is none. */
struct data_path {
    char at[PATH_MAX];
};

struct data {
    struct data_path share; /* the folder that holds the rules/ and lists/ that come along */
    struct data_path lists, rules, calendar, thesaurus;
    bool demo_list; /* nobody named a list: it is the demo list that comes along */
};

/* The folder with rules/ and lists/: ../share/quanze beside the program, else the nearest one above it (a source tree). */
void data_find_share(struct data_path *out);

/* Fills all of `out`. `lists`, `rules`, `calendar`: what the options say, or NULL; `first_task`: the first task file, or NULL.
 */
void data_find(const char *lists, const char *rules, const char *calendar, const char *first_task, struct data *out);

/* The folder of ledger and accounts that --data or QUANZE_DATA names, or NULL. */
const char *data_folder(const char *named);

/* NULL for a path that was not found. */
static inline const char *data_path_or_null(const struct data_path *path) { return *path->at ? path->at : NULL; }

#endif
