/* rule_file.h - one rule file: bytes to struct rule.
 *
 * A reader must believe: the file's own code runs only here, once, in the sandbox with its steps counted, and is examined
 * before that; whatever it does, reading ends and what is wrong is in `problems`.
 */
#ifndef RULE_RULE_FILE_H
#define RULE_RULE_FILE_H

#include <rule/file/reader.h>

/* Opens a world that files are read in: as world_start, QUANZE_INTERNAL also when this Lua is not the known one. */
quanze_status rule_file_open_reading(struct world *world, double day_hours, struct quanze_error *error);

/* Reads `source`, the text of the file at `path`, into `out`; `arena` is the book's. False when anything is wrong with it:
 * see `problems`. Afterwards the world must be opened anew when its sandbox tripped. */
bool rule_file_read(struct world *world, const char *path, struct str source, struct arena *arena, struct rule *out,
                    struct problems *problems);

/* The same without the examples, which are half of a file and decide nothing. */
bool rule_file_read_to_run(struct world *world, const char *path, struct str source, struct arena *arena, struct rule *out,
                           struct problems *problems);

/* Readers of keys: the value is on top of the stack, `path` is the key. */
void rule_head_id(struct reader *reader, const char *path);
void rule_head_family(struct reader *reader, const char *path);
void rule_head_level(struct reader *reader, const char *path);
void rule_head_stage(struct reader *reader, const char *path);
void rule_head_subject(struct reader *reader, const char *path);
void rule_head_title(struct reader *reader, const char *path);
void rule_head_why(struct reader *reader, const char *path);
void rule_head_basis(struct reader *reader, const char *path);
void rule_head_seeds(struct reader *reader, const char *path);
void rule_head_ground(struct reader *reader, const char *path);
void rule_head_since(struct reader *reader, const char *path);
void rule_head_until(struct reader *reader, const char *path);
void rule_head_emergency(struct reader *reader, const char *path);
void rule_parameters_read(struct reader *reader, const char *path);
void rule_facts_applies(struct reader *reader, const char *path);
void rule_facts_needs(struct reader *reader, const char *path);
void rule_facts_may(struct reader *reader, const char *path);
void rule_says_messages(struct reader *reader, const char *path);
void rule_examples_read(struct reader *reader, const char *path);

#endif
