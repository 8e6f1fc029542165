/* quanze_ledger.h - the part of quanze.h that is about the ledger: what was sent, decided and answered, complaints,
 * corrections. Include quanze.h. */
#ifndef QUANZE_LEDGER_H
#define QUANZE_LEDGER_H

#include <quanze.h>

#ifdef __cplusplus
extern "C" {
#endif

/* A ledger: what was sent, decided and answered, append-only and hash-chained, in one file. One thread at a time; any number of
 * programs may have the same file open, and one at a time writes. What a call has acknowledged is on the disk. */
struct quanze_ledger;

typedef enum quanze_ledger_access {
    QUANZE_LEDGER_READ,
    QUANZE_LEDGER_WRITE,
    QUANZE_LEDGER_CREATE /* makes what is not there */
} quanze_ledger_access;

/* QUANZE_NO_INPUT (no such file), QUANZE_BAD_DATA (no ledger, damaged, or made by a newer version), QUANZE_CANNOT_CREATE
 * (no right to write there), QUANZE_IO (held by another program for more than 30 s). */
QUANZE_API quanze_status quanze_ledger_open(const char *path, quanze_ledger_access access, struct quanze_ledger **out,
                                            struct quanze_error *error);

/* NULL is allowed. */
QUANZE_API void quanze_ledger_close(struct quanze_ledger *ledger);

/* How long a call waits while another program writes; 30 s unless told. */
QUANZE_API void quanze_ledger_wait(struct quanze_ledger *ledger, unsigned wait_ms);

/* Whether the file that is open no longer is the one at its path: it was moved, taken away or replaced. For a program that
 * stays: what it would write from then on, nobody would find there. */
QUANZE_API bool quanze_ledger_has_moved(struct quanze_ledger *ledger);

/* For a program that stays, of a ledger open for writing: the log beside a ledger that is read at each moment never begins anew
 * by itself, and grows for ever. Whether it was long at the last commit. */
QUANZE_API bool quanze_ledger_log_is_long(const struct quanze_ledger *ledger);

/* Others who write wait, for a second and a half at most, until nobody reads from the log and it begins anew. False: somebody
 * still reads from it. */
QUANZE_API bool quanze_ledger_restart_log(struct quanze_ledger *ledger);

/* How many bytes all ledgers of the program together should keep of their files in memory; 0: each as much as suits it, which
 * suits a command. For a program that stays and has many open. */
QUANZE_API void quanze_ledger_cache(uint64_t bytes);

/* A request that is done once, however often it is sent. */
struct quanze_once {
    const char *key;     /* who asks, and what they call the request */
    const char *content; /* all that is asked for, or its hash */
    const char *today;   /* YYYY-MM-DD: after a week the key is forgotten */
};

typedef enum quanze_done {
    QUANZE_NOT_DONE,
    QUANZE_DONE,      /* its answer went to the sink; nothing where none was kept, as of a screening */
    QUANZE_DONE_OTHER /* the key came with another content */
} quanze_done;

/* Looks whether a request was done; where it was not, the next writing call that succeeds notes it with what it adds, in one
 * transaction. `once` NULL: that call notes nothing; `out` is left alone. */
QUANZE_API quanze_status quanze_ledger_once(struct quanze_ledger *ledger, const struct quanze_once *once,
                                            struct quanze_sink answer, quanze_done *out, struct quanze_error *error);

/* Task files to be entered as they were received. */
struct quanze_entry_request {
    const char *const *paths; /* files or folders; "-" is standard input */
    size_t path_count;
    const struct quanze_input *inputs; /* files in memory, entered behind those of `paths` */
    size_t input_count;
    const char *input_format; /* as in quanze_screen_request */
    const char *now;          /* YYYY-MM-DDTHH:MM, asked of the clock by the face */
    const char *office;       /* as in quanze_screen_request */
    bool keep_going;          /* leave bad records out and keep the others; otherwise all or nothing */
    quanze_language language;
    quanze_format format; /* of the summary: TEXT or JSON ("quanze/ledger-add/1") */
    struct quanze_sink sink;
    struct quanze_reporter
        reporter; /* bad records as errors; duplicates and other versions of an id as warnings; with their lines */
    void (*progress)(void *payload, uint64_t done, uint64_t bytes_read, uint64_t bytes_total); /* may be NULL */
    void *progress_payload;
};

struct quanze_entry_summary {
    uint64_t added, duplicates, other_versions, rejected; /* other_versions are among the added ones */
    int exit_code;                                        /* 65 when a record was rejected, else 0 */
};

/* Enters tasks. The same content is entered once, however often it is handed in. Bad records are told and counted, all of them;
 * QUANZE_OK then still is the status, and without `keep_going` nothing was entered. */
QUANZE_API quanze_status quanze_ledger_add(struct quanze_ledger *ledger, const struct quanze_entry_request *request,
                                           struct quanze_entry_summary *out, struct quanze_error *error);

/* The journal (`name`: of one task only): TEXT, JSON, JSONL. */
QUANZE_API quanze_status quanze_ledger_log(struct quanze_ledger *ledger, const struct quanze_page_request *request,
                                           struct quanze_error *error);

/* All that is known of the task `name`: TEXT, JSON. QUANZE_NO_INPUT with the nearest id when there is none. */
QUANZE_API quanze_status quanze_ledger_show(struct quanze_ledger *ledger, const struct quanze_page_request *request,
                                            struct quanze_error *error);

/* What the ledger holds, as a stranger needs it. `name`: "tasks" (every version of every task with its latest decision and
 * state), "decisions", "findings", "moves", "waivers", "complaints", "answers", "corrections", "steps", "seals"; "all" or NULL:
 * all of them (CSV: the tasks). JSONL, JSON ("quanze/ledger-export/1"), CSV: one kind. QUANZE_USAGE for another name. */
QUANZE_API quanze_status quanze_ledger_export(struct quanze_ledger *ledger, const struct quanze_page_request *request,
                                              struct quanze_error *error);

/* Looks at every row. `name`: an earlier head, full or in its short form, that must be in the chain; or NULL. `*ok` tells what
 * was found; QUANZE_OK means that looking came to its end. JSON: contract section 7, `ledger verify`. */
QUANZE_API quanze_status quanze_ledger_verify(struct quanze_ledger *ledger, const struct quanze_page_request *request, bool *ok,
                                              struct quanze_error *error);

/* Where the chain ends: as long as it is the same, nothing was added. */
struct quanze_ledger_head {
    int64_t rows;
    char hash[72]; /* "sha256:..." of the last row, NUL-ended; zeros before the first */
};

QUANZE_API quanze_status quanze_ledger_head(struct quanze_ledger *ledger, struct quanze_ledger_head *out,
                                            struct quanze_error *error);

/* Copies the ledger into a new file. */
QUANZE_API quanze_status quanze_ledger_backup(struct quanze_ledger *ledger, const char *path, struct quanze_error *error);

/* Past decisions, made again. */
struct quanze_replay_request {
    const char *from, *to; /* YYYY-MM; `to` NULL: one month; both NULL: all months */
    const char *as_of;     /* YYYY-MM-DD: by the law of that day; NULL: of the day by which each was judged */
    quanze_language language;
    quanze_format format; /* TEXT or JSON ("quanze/replay/1") */
    bool verbose;         /* TEXT: every changed verdict, not the first twenty */
    unsigned jobs;        /* threads; 0 = 1. The answer is the same */
    uint64_t most_flips;  /* of more changed verdicts than this nothing is told but that: QUANZE_USAGE; 0: any number */
    struct quanze_patience patience;
    struct quanze_sink sink;
};

struct quanze_replay_summary {
    uint64_t tasks, flips, harder, softer; /* flips: verdicts that would be others */
};

/* Decides the decided tasks of some months again, under the engine's list and rules and with the past as it was then, and tells
 * which verdicts would be others: by department, township, item and rule, each with the first rule that does not say the same.
 * Nothing is written to the ledger. */
QUANZE_API quanze_status quanze_rules_replay(const struct quanze *engine, struct quanze_ledger *ledger,
                                             const struct quanze_replay_request *request, struct quanze_replay_summary *out,
                                             struct quanze_error *error);

/* A new secret key as 64 hex digits, NUL-ended. */
QUANZE_API quanze_status quanze_seal_key(char out[65], struct quanze_error *error);

struct quanze_seal_request {
    const char *month;  /* YYYY-MM */
    const char *key;    /* 64 hex digits */
    const char *by;     /* "office/person" */
    const char *now;    /* YYYY-MM-DDTHH:MM */
    const char *county; /* stands on the paper; NULL: left blank */
    quanze_language language;
    quanze_format format; /* TEXT, JSON ("quanze/seal/1"); HTML, HTML_PART, DOCX: a sheet of paper */
    struct quanze_sink sink;
    struct quanze_reporter reporter; /* a warning when the month was not over by `now` */
};

/* Signs where the ledger stood at the end of a month, or stands now where the month is not over, and enters the seal.
 * QUANZE_USAGE for a month that has not begun, neither by `now` nor by the last row; and where a seal by the same key says the
 * same already: nothing was entered since, nor has the month ended. */
QUANZE_API quanze_status quanze_ledger_seal(struct quanze_ledger *ledger, const struct quanze_seal_request *request,
                                            struct quanze_error *error);

/* The seals, and whether each holds: TEXT, JSON ("quanze/seals/1"), HTML; with `name` (YYYY-MM) the last one of that month, in
 * the formats of quanze_ledger_seal. QUANZE_NO_INPUT when that month has none. */
QUANZE_API quanze_status quanze_ledger_seals(struct quanze_ledger *ledger, const struct quanze_page_request *request,
                                             struct quanze_error *error);

typedef enum quanze_side { QUANZE_SIDE_NONE, QUANZE_SIDE_ISSUER, QUANZE_SIDE_TOWNSHIP } quanze_side;

/* On which side of the task `id` an office stands: it sent it, it received it, or neither. The engine's list tells departments
 * by their aliases, too; it may be NULL. QUANZE_NO_INPUT with the nearest id when there is no such task. */
QUANZE_API quanze_status quanze_task_side(struct quanze_ledger *ledger, const struct quanze *engine, const char *id,
                                          const char *office, quanze_side *out, struct quanze_error *error);

typedef enum quanze_task_order {
    QUANZE_TASKS_NEWEST,  /* those entered last first */
    QUANZE_TASKS_URGENT,  /* what ends on `today` or later, the soonest first; then OVERDUE; then what has no end */
    QUANZE_TASKS_OVERDUE, /* only what has ended before `today`, the latest first */
} quanze_task_order;

struct quanze_task_list_request {
    quanze_task_order order;
    const char *office; /* with `side`: only what it sent or received */
    quanze_side side;   /* NONE: of all offices */
    const char *state;  /* only of that state; NULL: of any */
    const char *item;   /* only what was judged by that list item, or claims it; NULL: whatever it is */
    bool with_ended;    /* also what has come to its end */
    int64_t before;     /* goes on behind this row, for the next page; 0: from the first */
    size_t most;        /* 0: all */
    const char *today;  /* YYYY-MM-DD; required: what has run out by then is marked */
    const char *link;   /* HTML_PART: stands before an id in the address of its page */
    const char *more;   /* HTML_PART: stands before `before` of the next page in its address; NULL: no such link */
    quanze_language language;
    quanze_format format; /* JSON ("quanze/tasks/1") or HTML_PART */
    struct quanze_sink sink;
};

/* Lists tasks by their latest versions. */
QUANZE_API quanze_status quanze_task_list(struct quanze_ledger *ledger, const struct quanze *engine,
                                          const struct quanze_task_list_request *request, struct quanze_error *error);

/* Writes the latest version of a task as a task file in JSON. QUANZE_NO_INPUT with the nearest id when there is none. */
QUANZE_API quanze_status quanze_task_facts(struct quanze_ledger *ledger, const char *id, struct quanze_sink sink,
                                           struct quanze_error *error);

/* Writes the states to which an office may move a task, as options of an HTML choice; guards are looked at when it moves. */
QUANZE_API quanze_status quanze_task_next(struct quanze_ledger *ledger, const char *id, const char *office,
                                          const struct quanze_page_request *request, struct quanze_error *error);

/* A task goes from one state to the next. Strings may be NULL where not said otherwise. */
struct quanze_move_request {
    const char *id, *state;     /* required */
    const char *by;             /* "office/person"; required */
    const char *why;            /* required */
    const char *approved_by;    /* "office/person": a second person, where the move needs one */
    const char *ground, *basis; /* stated with the move; otherwise those of the latest decision count */
    const char *until;          /* YYYY-MM-DD: when conditions must be met, or a temporary task ends */
    const char *letter;         /* digest of the letter that goes with it */
    const char *now;            /* YYYY-MM-DDTHH:MM; required */
    quanze_language language;
    quanze_format format; /* TEXT or JSON ("quanze/move/1") */
    struct quanze_sink sink;
};

/* Looks at what is asked for alone, whatever the task: that there are such a state, ground and day, who and why. QUANZE_USAGE
 * where it could never be a move; quanze_task_move says the same. */
QUANZE_API quanze_status quanze_task_move_check(const struct quanze_move_request *request, struct quanze_error *error);

/* Moves a task if its state, the office and the guards allow it; QUANZE_USAGE tells what stands against it. `engine` gives the
 * calendar and the list's time limits and may be NULL: the day on which the new state runs out is then not told. */
QUANZE_API quanze_status quanze_task_move(struct quanze_ledger *ledger, const struct quanze *engine,
                                          const struct quanze_move_request *request, struct quanze_error *error);

/* Tasks that run out on or before `as_of` (required): TEXT or JSON ("quanze/due/1"). Nothing is moved. */
QUANZE_API quanze_status quanze_task_due(struct quanze_ledger *ledger, const struct quanze_page_request *request,
                                         struct quanze_error *error);

/* A complaint without a name: no township, no person, no hour is kept. Or an answer to one. */
struct quanze_complaint_request {
    const char *words;               /* required */
    const char *department, *ground; /* what a complaint is about; may be NULL */
    const char *today;               /* YYYY-MM-DD; required for a complaint */
    int64_t number;                  /* of the complaint that is answered, as the list shows it; 0 for a new one */
    const char *by, *now;            /* "office/person" and YYYY-MM-DDTHH:MM; required for an answer */
    quanze_language language;
    quanze_format format; /* TEXT or JSON ("quanze/complaint/1") */
    struct quanze_sink sink;
};

/* Enters a complaint, and shows what was kept of its words: names of townships (those of the engine's list, where one is given)
 * and of persons, and long numbers, are masked before anything is written. */
QUANZE_API quanze_status quanze_complaint_add(struct quanze_ledger *ledger, const struct quanze *engine,
                                              const struct quanze_complaint_request *request, struct quanze_error *error);

/* Enters the answer to a complaint, its words masked as well. QUANZE_NO_INPUT when there is no such complaint. */
QUANZE_API quanze_status quanze_complaint_answer(struct quanze_ledger *ledger, const struct quanze *engine,
                                                 const struct quanze_complaint_request *request, struct quanze_error *error);

/* All complaints with their last answers, and how many are answered: TEXT, JSON ("quanze/complaints/1"), HTML. */
QUANZE_API quanze_status quanze_complaint_list(struct quanze_ledger *ledger, const struct quanze_page_request *request,
                                               struct quanze_error *error);

/* RELAPSED: what was put right came again. */
typedef enum quanze_correction { QUANZE_CORRECTION_OPEN, QUANZE_CORRECTION_DONE, QUANZE_CORRECTION_RELAPSED } quanze_correction;

/* What a department has to put right (整改), or what became of it. */
struct quanze_correction_request {
    quanze_correction what;
    int64_t number;                   /* of the correction, as the list shows it, where it is not OPEN */
    const char *words;                /* what is to be put right, or what was done or came again; required */
    const char *department;           /* required to OPEN */
    const char *ground, *task, *rule; /* of OPEN; may be NULL. Tasks that break `rule` after it was done have relapsed */
    const char *until;                /* YYYY-MM-DD, by when; required but for DONE */
    const char *by, *now;             /* "office/person", YYYY-MM-DDTHH:MM; required */
    quanze_language language;
    quanze_format format; /* TEXT or JSON ("quanze/correction/1") */
    struct quanze_sink sink;
};

/* Opens a correction, or enters that it is done or has relapsed. `engine` may be NULL: its rule book must have the rule, and
 * its list the department, unless that sent a task that is in the ledger. QUANZE_NO_INPUT: no such correction or task;
 * QUANZE_USAGE: done twice, relapsed before it was done, a day that has passed, no such rule or department. */
QUANZE_API quanze_status quanze_correction_enter(struct quanze_ledger *ledger, const struct quanze *engine,
                                                 const struct quanze_correction_request *request, struct quanze_error *error);

/* All corrections as they stood at the end of the day `as_of` (required): open, due, done, relapsed, over how many ends of
 * months they were carried: TEXT or JSON ("quanze/corrections/1"). */
QUANZE_API quanze_status quanze_correction_list(struct quanze_ledger *ledger, const struct quanze_page_request *request,
                                                struct quanze_error *error);

#ifdef __cplusplus
}
#endif

#endif
