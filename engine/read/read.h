/* read.h - bytes to model: lists, calendars, tasks.
 *
 * A reader must believe: whatever the bytes are, reading ends, and everything wrong with them is in `problems` with
 * file, line and column. What is absent stays absent; what is stated to be none is none.
 */
#ifndef READ_READ_H
#define READ_READ_H

#include <base/buf.h>
#include <base/file.h>
#include <model/calendar.h>
#include <model/coverage.h>
#include <model/form.h>
#include <model/list.h>
#include <model/task.h>

/* Reads a list file, or all *.yaml and *.yml of a folder (sub-folders `tasks`, `months`, `calendar`, `schema`,
 * `thesaurus` and `packs`, and task files, left out) as one list, and freezes it. `out` is zero-initialised by the caller and
 * must be freed even after an error. */
quanze_status read_list(const char *path, struct list *out, struct problems *problems, struct quanze_error *error);

/* The same with a file or folder of further waivers, in the list's own words; NULL or not there: none. */
quanze_status read_list_with(const char *path, const char *waivers, struct list *out, struct problems *problems,
                             struct quanze_error *error);

/* The files that read_list reads, in that order; in the arena. */
quanze_status read_list_files(const char *path, struct arena *arena, const char ***files, size_t *count,
                              struct quanze_error *error);

/* The files of a folder of calendar years or of a thesaurus, or the one file. */
quanze_status read_yaml_files(const char *path, struct arena *arena, const char ***files, size_t *count,
                              struct quanze_error *error);

/* Reads a folder of calendar years. */
quanze_status read_calendar(const char *folder, struct calendar *out, struct problems *problems, struct quanze_error *error);

/* Reads rules/coverage.yaml. `out` is zero-initialised by the caller and must be freed even after an error. */
quanze_status read_coverage(const char *path, struct coverage *out, struct problems *problems, struct quanze_error *error);

enum task_format { TASK_YAML, TASK_JSON, TASK_JSONL, TASK_CSV, TASK_XLSX };

/* A file or standard input with tasks in it. */
struct task_source;

/* Opens a source. `format` NULL: by the ending of the path, else by the first bytes. Files in GB18030 are read as well as those
 * in UTF-8. A CSV head with unknown, double or missing columns goes to `problems`, and the status is QUANZE_BAD_DATA; so does a
 * workbook without a head of tasks. */
quanze_status task_source_open(const char *path, const char *format, struct task_source **out, struct problems *problems,
                               struct quanze_error *error);

/* A source without a file, to understand task files of one line of JSON that are at hand; `name` stands for it in messages. */
quanze_status task_source_of_lines(const char *name, struct task_source **out, struct quanze_error *error);

/* The same from a file or from bytes in memory, which must outlive the source. */
quanze_status task_source_open_from(const struct file_source *from, const char *format, struct task_source **out,
                                    struct problems *problems, struct quanze_error *error);
void task_source_close(struct task_source *source);

enum task_format task_source_format(const struct task_source *source);
uint64_t task_source_bytes(const struct task_source *source);
uint64_t task_source_total(const struct task_source *source);

/* One record, not yet understood. */
struct record {
    size_t offset, length; /* its bytes in the caller's buffer */
    unsigned line;         /* where it starts, from 1; of a workbook the row */
    const char *file;      /* the source's path, of a workbook with its worksheet; the source's */
};

/* Appends the next record's bytes to `bytes` and describes it; `*done` at the end. A record that cannot even be cut out
 * (too long, no closing quote, a JSON array that breaks off) goes to `problems`, QUANZE_BAD_DATA, and the source stands behind
 * it: the caller may go on. So does a file without any task, once. */
quanze_status task_source_next(struct task_source *source, struct buf *bytes, struct record *out, bool *done,
                               struct problems *problems, struct quanze_error *error);

/* Understands one record: a pure function of its bytes, so any number of threads may call it on one source.
 * Texts are borrowed from `bytes`, or a workbook's source, where they stand there as they are, else they live in `arena`.
 * Everything wrong goes to `problems` and the status is QUANZE_BAD_DATA; `out` is then not to be used. */
quanze_status task_read(const struct task_source *source, struct str bytes, unsigned line, struct arena *arena,
                        struct task *out, struct problems *problems, struct quanze_error *error);

/* Reads one fact as a cell of a task table holds it (quanze-task(5)), derived facts too: an empty cell leaves it absent.
 * Problems name no place. */
void task_cell_read(enum fact_id fact, struct str cell, struct arena *arena, struct problems *problems, struct task *out);

/* Reads a list of records from the rows of a form that have any text, each field as a cell. Problems name the row as their line
 * and the field, from 1, as their column. */
void task_rows_read(enum fact_id fact, const struct form *form, struct arena *arena, struct problems *problems,
                    struct task *out);

/* Reads one value as the fact table says from its written form ("2023-12-07T16:00", "120", "true", "form"), for remedies,
 * rule examples and tests. False with a problem when it does not fit. List-typed facts are not accepted. */
bool read_scalar_fact(enum fact_id fact, struct str written, struct place place, struct arena *arena, struct value *out,
                      struct problems *problems);

#endif
