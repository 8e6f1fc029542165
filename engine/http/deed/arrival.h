/* arrival.h - lists and rules that a request brings, kept in a folder of their own for as long as the answer takes.
 *
 * A reader must believe: the folder lies in the data folder, nobody else may look into it, and nothing is left of it; no name
 * that came in a request leads out of it; rules that came are run with all their steps counted, and together only for a while.
 */
#ifndef HTTP_ARRIVAL_H
#define HTTP_ARRIVAL_H

#include <base/scratch.h>
#include <http/call.h>
#include <http/problems.h>

enum { ARRIVAL_OF_LISTS, ARRIVAL_OF_RULES, ARRIVAL_OF_FOLDER, ARRIVAL_PREFIXES };

struct arrival {
    struct call *call;
    struct scratch *folder;
    /* What stands before the names of its files, and of the server's own; left out of all that is told. */
    struct str prefixes[ARRIVAL_PREFIXES];
    struct problems_kept problems;
    int64_t until_ms; /* when what runs rules that came, or past tasks, has to be through */
};

/* For what the server has itself: no folder, and no name is told with the path before it. */
struct arrival arrival_of_own(struct call *call);

/* QUANZE_CANNOT_CREATE when there is no room for it in the data folder. To be closed even then. */
quanze_status arrival_open(struct call *call, struct arrival *out, struct quanze_error *error);
void arrival_close(struct arrival *arrival);

/* Keeps the files of a list; published tables (.xlsx .docx .html .csv) as the list that they come to. `*path` is the list, and
 * lives as long as the request. QUANZE_USAGE: other files; QUANZE_BAD_DATA as of quanze_list_import. */
quanze_status arrival_list(struct arrival *arrival, const struct quanze_input *inputs, size_t count, const char **path,
                           struct quanze_error *error);

/* Keeps published tables; `paths` has room for `count`. QUANZE_USAGE: another file is among them. */
quanze_status arrival_tables(struct arrival *arrival, const struct quanze_input *inputs, size_t count, const char **paths,
                             struct quanze_error *error);

/* Keeps rules, each under its id (TIME-001.lua), and the words of a pack (pack.yaml), which makes of them one to be laid over
 * the rules that there are. QUANZE_USAGE: another file. */
quanze_status arrival_rules(struct arrival *arrival, const struct quanze_input *inputs, size_t count, const char **path,
                            bool *is_pack, struct quanze_error *error);

/* By what the server works, with what is wrong told to the arrival. */
struct quanze_options arrival_options(struct arrival *arrival);

/* For runs of rules that came, or over past tasks: over when they have taken long enough. */
struct quanze_patience arrival_patience(struct arrival *arrival);

/* Compares the list of the moment with the one at `path`; the request says the days. Errors as of quanze_open and
 * quanze_list_diff. */
quanze_status arrival_compare(struct arrival *arrival, const char *path, const struct quanze_page_request *request,
                              struct quanze_error *error);

/* Takes the folder's path out of what was written. */
void arrival_forget(const struct arrival *arrival, struct buf *page);

/* The same of an error, which is returned. */
const struct quanze_error *arrival_told(const struct arrival *arrival, struct quanze_error *error);

/* The same of all that is wrong, and tells it: 422, or as call_fail_with. */
void arrival_fail(struct arrival *arrival, struct quanze_error *error);

#endif
