/* cut.h - where one record of a task file ends and the next begins, without understanding what is in them.
 *
 * A reader must believe: a record's bytes stand as they are in the file (in UTF-8), so that places in it are places in the
 * file. A JSON file's record has CUT_COLUMN_BYTES in front, the column at which it starts: it may start amid a line.
 */
#ifndef READ_CUT_H
#define READ_CUT_H

#include <read/lines.h>
#include <read/read.h>

enum { CUT_COLUMN_BYTES = sizeof(uint32_t) };

/* What is left of a JSON file, which is held whole. */
struct json_rest {
    struct buf text;
    size_t at;
    unsigned line, column;                                     /* of the byte at `at` */
    bool is_loaded, is_started, is_array, is_ended, is_export; /* is_export: what is behind the array belongs to it */
    uint64_t others;                                           /* rows of an export that are no tasks */
};

/* The byte to be read; NUL at the end. */
static inline char cut_json_char(const struct json_rest *rest) {
    return rest->at < rest->text.length ? rest->text.at[rest->at] : '\0';
}

static inline bool cut_json_ends(const struct json_rest *rest) { return rest->at == rest->text.length; }

/* Each appends the next record to `bytes` and describes it; `*done` at the end. QUANZE_BAD_DATA when a record cannot be cut
 * out: `problems` says why, and the next call goes on behind it. */
quanze_status cut_jsonl(struct lines *lines, struct buf *bytes, struct record *out, bool *done, struct problems *problems,
                        struct quanze_error *error);
quanze_status cut_yaml(struct lines *lines, struct buf *bytes, struct record *out, bool *done, struct problems *problems,
                       struct quanze_error *error);
quanze_status cut_csv(struct lines *lines, struct buf *bytes, struct record *out, bool *done, struct problems *problems,
                      struct quanze_error *error);
/* Whether the object at `at` is what `ledger export --format json` wrote: then its tasks are the array to be read (`at` is
 * behind its bracket), and its other rows are counted. Otherwise nothing is changed. */
bool cut_export_find(struct json_rest *rest);

/* Steps over the bytes of JSON, lines and columns counted: white space; a text in quotes; an element, up to the comma or
 * bracket behind it, false when the file ends within it. */
void cut_json_step(struct json_rest *rest);
void cut_json_space(struct json_rest *rest);
void cut_json_text(struct json_rest *rest);
bool cut_json_element(struct json_rest *rest);

quanze_status cut_json(struct lines *lines, struct json_rest *rest, struct buf *bytes, struct record *out, bool *done,
                       struct problems *problems, struct quanze_error *error);

#endif
