/* worker.h - one thread's tools, and the block of tasks that it judges at a time.
 *
 * A reader must believe: a block carries its tasks' bytes with it and a worker writes only to the block and to itself,
 * so any number of workers may judge different blocks of one engine at the same time.
 */
#ifndef DOOR_WORKER_H
#define DOOR_WORKER_H

#include <base/buf.h>
#include <door/bundle/bundle_past.h>
#include <door/ledger/record.h>
#include <door/screen/notice.h>
#include <read/read.h>
#include <say/say.h>

#define BLOCK_RECORDS 64          /* enough that handing a block over costs nothing beside judging it */
#define BLOCK_BYTES (1024 * 1024) /* a block is full earlier when its records are long */

/* A record with the source that can understand it. */
struct block_record {
    const struct task_source *source; /* NULL: the record is the whole file of a notice */
    struct record record;
    const char *path; /* of a notice */
};

struct block {
    struct buf bytes; /* of all records */
    struct block_record records[BLOCK_RECORDS];
    size_t count;
    struct arena arena; /* of the problems and entries */
    struct problems problems;
    struct entry *entries; /* for the ledger: `entry_count` of them, where the run records */
    size_t entry_count;
    struct buf out;    /* the judged tasks' pages, with what stands between them */
    struct buf rows;   /* HTML: the tasks' rows in the table of them all */
    struct str title;  /* HTML: of the first task, in `arena` */
    struct buf bundle; /* of the first task, where one is asked for */
    uint64_t number;   /* of its first record in the run, from 1 */
    struct quanze_screen_summary tally;
    quanze_status status; /* QUANZE_INTERNAL: the run cannot go on */
    struct quanze_error error;
};

/* What all workers of a run do alike. */
struct job {
    const struct quanze *engine;
    const struct quanze_screen_request *request;
    const struct history *history;       /* earlier tasks of a file; NULL: none */
    int32_t as_of, today;                /* DAY_NONE = not given */
    const struct record_world *record;   /* NULL: nothing is recorded */
    struct say_constants *constants;     /* of verdicts in JSON Lines, else NULL */
    const struct notice_reader *notices; /* NULL: the run has none */
    struct rule_meter *meters;           /* where rules are measured; NULL: they are not */
    const struct rule_clock *clock;      /* of the meters */
};

struct worker {
    const struct job *job;
    struct decider *decider;
    struct match_scratch *matching;
    struct arena arena;
    struct task task;
    struct buf scratch;
    struct ledger *past; /* a reader of its own, or NULL; kept open for the next run */
    char *past_path;
    struct history history;
    const struct history *asked; /* the past that rules of this run may ask; NULL: none */
    struct past_log log;         /* what was asked of it, for a bundle */
    struct history logged;
    struct notice notice; /* what the task was read from, where it came as one */
};

/* Makes a zeroed worker ready; must be closed even after an error. */
quanze_status worker_open(struct worker *worker, const struct job *job, struct quanze_error *error);
void worker_close(struct worker *worker);

/* Before a run: the past that its job names, which rules may ask; after it: none. */
quanze_status worker_remember(struct worker *worker, struct quanze_error *error);
void worker_forget(struct worker *worker);

/* Judges all records of a block. A bad record is a problem of the block; a failure that ends the run is its status. */
void worker_judge(struct worker *worker, struct block *block);

/* Empties a block for the next records; memory that one long record took is given back. */
void block_clear(struct block *block);
void block_free(struct block *block);

/* What stands between two tasks' pages. */
struct str page_separator(quanze_format format);

#endif
