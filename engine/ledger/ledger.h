/* ledger.h - what was sent, decided, answered: one SQLite file, append-only, hash-chained.
 *
 * A reader must believe:
 *   - what a call has acknowledged is on the disk; what is within a transaction that was not committed is not there at all;
 *   - rows are only ever added, by one writer at a time; readers do not wait for it;
 *   - the order of rows is their number; clocks are recorded and decide nothing;
 *   - `now` is handed in as minutes since 1970-01-01T00:00 local time: this room asks no clock.
 * Errors that a user can do something about say what: QUANZE_NO_INPUT (no such ledger), QUANZE_CANNOT_CREATE (folder, rights),
 * QUANZE_BAD_DATA (not a ledger, a newer one, damaged), QUANZE_IO (locked, disk full, reading or writing broke off).
 */
#ifndef LEDGER_LEDGER_H
#define LEDGER_LEDGER_H

#include <base/buf.h>
#include <base/sign.h>
#include <ledger/cell.h>
#include <model/history.h>
#include <model/lifecycle.h>

struct ledger;

enum ledger_access { LEDGER_READ, LEDGER_WRITE, LEDGER_CREATE };

/* READ never writes, not even beside the file when the folder is read-only. WRITE brings an older form up to date. CREATE makes
 * what is not there. */
quanze_status ledger_open(const char *path, enum ledger_access access, struct ledger **out, struct quanze_error *error);

/* What is not committed is rolled back. NULL is allowed. */
void ledger_close(struct ledger *ledger);

/* How long to wait for another writer, 30 s at first: for those who must answer sooner. */
void ledger_wait(struct ledger *ledger, int wait_ms);

/* Whether the file that is open no longer is the one at its path: it was moved, taken away or replaced. */
bool ledger_has_moved(struct ledger *ledger);

/* Of a ledger open for writing, as its last commit found it: the log beside it is long, since somebody reads from it at each
 * moment, so that it never begins anew by itself and grows for ever. */
bool ledger_log_is_long(const struct ledger *ledger);

/* Keeps other writers out, for a second and a half at most, until nobody reads from the log, so that it begins anew. By one at
 * a time, of a ledger open for writing. False: somebody still reads from it. */
bool ledger_restart_log(struct ledger *ledger);

/* Bytes that all ledgers of the program together should keep of their files; 0: each as much as it likes. */
void ledger_cache(uint64_t bytes);

/* All additions stand between these. `begin` waits for another writer. */
quanze_status ledger_begin(struct ledger *ledger, struct quanze_error *error);
quanze_status ledger_commit(struct ledger *ledger, struct quanze_error *error);
void ledger_roll_back(struct ledger *ledger);

/* Its last row, 0 of an empty ledger, and that row's hash. */
quanze_status ledger_read_head(struct ledger *ledger, int64_t *rows, struct digest *hash, struct quanze_error *error);

/* Readers: between these all reading sees the same rows. */
quanze_status ledger_snapshot(struct ledger *ledger, struct quanze_error *error);

/* Ends a snapshot like ledger_roll_back, but what was worked out of the past is kept, up to a MiB: the next snapshot uses it
 * where nothing was written in between. For who asks it again with the same list, which stays the same while the ledger is
 * open. */
void ledger_rest(struct ledger *ledger);

/* Another connection, with a snapshot of the same rows as that of `ledger`, for another thread. NULL: there is none, since rows
 * were added in between, or no further connection can be had; whoever asks does without. */
struct ledger *ledger_twin(const struct ledger *ledger);

/* What became of an addition. */
struct ledger_added {
    int64_t seq;           /* the new row, or the one that was there already */
    bool is_duplicate;     /* the same content was there */
    bool is_other_version; /* of a task: its id was there with another content */
    int64_t number;        /* of a complaint or correction: 1, 2, 3 in their order; of one that was said before, that one's */
    int64_t times;         /* of a complaint: how often the same was said */
    int64_t entered_at;    /* of a task that was not there: the minute */
};

#define LEDGER_TASK_CELLS 16

/* A task as a row, ready to be added: made by any thread. */
struct ledger_task {
    struct cell cells[LEDGER_TASK_CELLS];
    struct cell *townships, *forms; /* cells of their rows, one row after the other */
    size_t township_count, form_count;
    struct digest content; /* made by ledger_task_finish */
    struct str brief;      /* what a month's audit asks of it, in words of the audit's; no part of the content, may be empty */
};

void ledger_task_finish(struct ledger_task *task);

/* As the task names itself. */
struct str ledger_task_id(const struct ledger_task *task);

/* Makes the row, finished and without a brief; texts are copied into the arena. `facts` are all facts as a task file. False
 * when memory ran out. */
bool ledger_task_make(const struct task *task, const struct history_keys *keys, struct str facts, struct arena *arena,
                      struct ledger_task *out);

/* Adds a task that is not there yet with the same content. */
quanze_status ledger_add_task(struct ledger *ledger, const struct ledger_task *task, int64_t now, struct ledger_added *out,
                              struct quanze_error *error);

/* By what was judged; `calendar`, `thesaurus` empty: none. */
struct ledger_versions {
    struct str engine, list, rules, calendar, thesaurus;
    struct digest content; /* made by ledger_versions_finish */
};

void ledger_versions_finish(struct ledger_versions *versions);

struct ledger_finding {
    struct str rule, family, status, level, ground, basis, message; /* the last three may be empty */
};

struct ledger_decision {
    const struct ledger_versions *versions;
    int32_t as_of;
    int64_t papers_due; /* minute, or DAY_NONE */
    struct str verdict, item, item_kind, record;
    const struct ledger_finding *findings;
    size_t finding_count;
    struct digest content; /* made by ledger_decision_finish */
};

void ledger_decision_finish(struct ledger_decision *decision);

/* Adds a decision on the task that was added or found, unless the latest on it is the same. */
quanze_status ledger_add_decision(struct ledger *ledger, const struct ledger_added *task,
                                  const struct ledger_decision *decision, int64_t now, struct ledger_added *out,
                                  struct quanze_error *error);

struct ledger_waiver {
    struct str id, rule, department, reason, requested_by, approved_by;
    struct validity validity;
};

/* Adds a waiver that a decision used, unless it is there already. QUANZE_BAD_DATA unless two different people stand in it. */
quanze_status ledger_add_waiver(struct ledger *ledger, const struct ledger_waiver *waiver, int64_t now,
                                struct ledger_added *out, struct quanze_error *error);

/* A township's complaint: `day` alone is kept of the time. It is entered even when the same was said before; `out` then has
 * that one's number, and how often it was said. */
struct ledger_complaint {
    struct str department, ground, words;
};

quanze_status ledger_add_complaint(struct ledger *ledger, const struct ledger_complaint *complaint, int32_t day,
                                   struct ledger_added *out, struct quanze_error *error);

/* What was answered to a complaint, by its number. */
struct ledger_answer {
    int64_t complaint;
    struct str words, office, person;
};

/* QUANZE_NO_INPUT when there is no such complaint. A complaint may be answered again: the last answer counts. */
quanze_status ledger_add_answer(struct ledger *ledger, const struct ledger_answer *answer, int64_t now,
                                struct ledger_added *out, struct quanze_error *error);

/* What is known of a task for moving it. */
struct ledger_case {
    struct lifecycle_case life;
    int64_t task; /* row of its latest version */
    struct str issuer;
    struct texts townships;
    struct str grounds, basis; /* of the latest decision: what failed, joined by "、" */
    int64_t papers_due;        /* minute, or DAY_NONE */
};

/* Texts live in the arena. QUANZE_NO_INPUT with the nearest id when there is no such task. */
quanze_status ledger_read_case(struct ledger *ledger, struct str id, struct arena *arena, struct ledger_case *out,
                               struct quanze_error *error);

struct ledger_move {
    int64_t task;
    struct str id;
    enum state_id from, to;
    enum office role;
    struct str office, person, why, grounds, basis, approved_by, letter; /* the last four may be empty */
    int32_t due_on;                                                      /* DAY_NONE: no limit, or it cannot be told */
    struct str due_why;
};

quanze_status ledger_add_move(struct ledger *ledger, const struct ledger_move *move, int64_t now, struct ledger_added *out,
                              struct quanze_error *error);

/* A task whose time runs out. */
struct ledger_due {
    struct str id, title, state, why; /* why: a limit's parameter, "until", "end_at", "papers_due", or "unknown" */
    int32_t due_on;                   /* DAY_NONE for "unknown" */
};

/* What runs out on or before `day`, behind the first `after` of them: at most so many; 0: all. */
struct ledger_due_filter {
    int32_t day;
    size_t after, most;
};

/* Calls `each` for every such task, by the first of its days and its id; what cannot be told comes first. Texts live for the
 * call. */
typedef quanze_status ledger_each_due(void *payload, const struct ledger_due *due, struct quanze_error *error);
quanze_status ledger_list_due(struct ledger *ledger, const struct ledger_due_filter *filter, ledger_each_due *each,
                              void *payload, struct quanze_error *error);

/* One row of the journal, in words. Empty texts: nothing to say. */
struct ledger_line {
    int64_t seq, at, about;
    struct str kind, id, what, detail, by;
    struct digest hash;
    bool clock_went_back; /* it says to be older than the row before */
};

typedef quanze_status ledger_each_line(void *payload, const struct ledger_line *line, struct quanze_error *error);

/* All rows, or with `id` those of one task, in their order. */
quanze_status ledger_list_log(struct ledger *ledger, struct str id, ledger_each_line *each, void *payload,
                              struct quanze_error *error);

/* Rows behind `after`, or with `newest` those before it (0: from the last) and the last first: then none tells of the clock. At
 * most `most` of them; 0: all. */
struct ledger_log_filter {
    struct str id; /* of one task, in their order always; empty: all */
    int64_t after;
    size_t most;
    bool newest;
};

quanze_status ledger_list_log_of(struct ledger *ledger, const struct ledger_log_filter *filter, ledger_each_line *each,
                                 void *payload, struct quanze_error *error);

/* A task's story, read part by part in order: versions, decisions with their findings, moves. */
struct ledger_story_task {
    int64_t seq, at;
    struct str title, issuer, facts;
};

struct ledger_story_decision {
    int64_t seq, at;
    int32_t as_of;
    struct str verdict, item, record, engine, list, rules, calendar, thesaurus;
    struct ledger_finding *findings;
    size_t finding_count;
};

struct ledger_story_move {
    int64_t seq, at;
    struct str from, to, role, office, person, why, grounds, basis, approved_by, due_why, letter;
    int32_t due_on;
};

struct ledger_story {
    struct str id;
    enum state_id state;
    struct ledger_story_task *tasks;
    size_t task_count;
    struct ledger_story_decision *decisions;
    size_t decision_count;
    struct ledger_story_move *moves;
    size_t move_count;
};

/* All in the arena. QUANZE_NO_INPUT with the nearest id when there is no such task. */
quanze_status ledger_read_story(struct ledger *ledger, struct str id, struct arena *arena, struct ledger_story *out,
                                struct quanze_error *error);

/* One task, or an earlier version of it, as it stands, for export. `verdict` empty: not decided. Texts live for the call. */
struct ledger_export {
    int64_t seq, at, decided_at;
    bool is_latest; /* no other version of the paper came after it */
    struct str id, title, issuer, townships, facts, verdict, state, record;
    int64_t received_at, due_at; /* minutes, or DAY_NONE */
    int32_t as_of;
    struct digest hash;
};

typedef quanze_status ledger_each_export(void *payload, const struct ledger_export *row, struct quanze_error *error);
quanze_status ledger_list_export(struct ledger *ledger, ledger_each_export *each, void *payload, struct quanze_error *error);

/* A task as it stands, by its latest version. Texts live for the call. */
struct ledger_task_line {
    int64_t seq, received_at, due_at;                                       /* times: minutes, or DAY_NONE */
    struct str id, title, issuer, townships, verdict, item, facts, due_why; /* item: judged by, else claimed; may be empty */
    enum state_id state;
    int32_t due_on; /* when its state runs out, or DAY_NONE */
};

enum ledger_task_order {
    LEDGER_TASKS_NEWEST,  /* those entered last first */
    LEDGER_TASKS_URGENT,  /* those that still run by their end, the soonest first; then OVERDUE; then those without an end */
    LEDGER_TASKS_OVERDUE, /* only those whose end has passed, the latest first */
};

struct ledger_task_filter {
    enum ledger_task_order order;
    int64_t now;                                            /* with another order than NEWEST: what ends before has passed */
    struct str township;                                    /* addressed to it, whoever sent it; empty: to any */
    struct str item;                                        /* judged by it, or claiming it; empty: whatever item */
    int state;                                              /* of that state, -1: of any */
    bool with_ended;                                        /* also what has come to its end */
    size_t most;                                            /* 0: all */
    int64_t before;                                         /* goes on behind this row; 0: from the first */
    bool (*wants_issuer)(void *payload, struct str issuer); /* whether it may be of that issuer; NULL: of any */
    void *payload;
};

/* Calls `each` for the tasks that the filter lets through, in its order. */
typedef quanze_status ledger_each_task(void *payload, const struct ledger_task_line *line, struct quanze_error *error);
quanze_status ledger_list_tasks(struct ledger *ledger, const struct ledger_task_filter *filter, ledger_each_task *each,
                                void *payload, struct quanze_error *error);

/* A complaint with the last answer to it; not answered: `answered_on` DAY_NONE. The same words about the same body and on the
 * same ground within a calendar month, while there is no answer, are one complaint: who sent them is not known, so that they
 * may be one person's or many. Texts live for the call. */
struct ledger_complaint_line {
    int64_t seq, number, times; /* times: how often it was said */
    int32_t day, answered_on;
    struct ledger_complaint complaint;
    struct str answer, office;
};

/* Which of them are read, in their order or `newest`: those without an answer first, the last first among them; and how many
 * there are of all. */
struct ledger_complaint_list {
    bool newest;
    size_t after, most; /* so many first ones are left out; then at most so many are read, 0: all */
    size_t all, answered;
};

/* Calls `each` for those that the list asks for, and counts all. */
typedef quanze_status ledger_each_complaint(void *payload, const struct ledger_complaint_line *line,
                                            struct quanze_error *error);
quanze_status ledger_list_complaints(struct ledger *ledger, struct ledger_complaint_list *list, ledger_each_complaint *each,
                                     void *payload, struct quanze_error *error);

/* A seal: the last row of a month, signed. */
struct ledger_seal {
    int64_t seq;   /* its own row */
    char month[8]; /* "2026-11" */
    int64_t rows;  /* the last row sealed */
    struct digest head;
    struct sign_public key;
    struct signature signature;
};

/* Signs the last row that was written in the month `month` ("2026-11") or before, and adds the seal. QUANZE_USAGE when nothing
 * was written by then, or the month lies behind both `now` and the last row. */
quanze_status ledger_add_seal(struct ledger *ledger, struct str month, const struct sign_seed *seed, struct str office,
                              struct str person, int64_t now, struct ledger_seal *out, struct quanze_error *error);

/* What a seal signs: "quanze/seal/1 2026-11 1200 sha256:..." */
void ledger_seal_message(const struct ledger_seal *seal, struct buf *out);

/* The first 100 bits of a head in letters and digits that cannot be mistaken, 4 groups of 5; `out` holds 24 bytes.
 * And whether a text is such a form, or the full one, of a head. */
void ledger_short_form(const struct digest *head, char out[24]);
bool ledger_is_head(struct str text);
bool ledger_names_head(struct str text, const struct digest *head);

enum ledger_fault {
    FAULT_CHANGED,   /* the row does not fit its fingerprint */
    FAULT_CHAIN,     /* the hash does not follow from the row before */
    FAULT_MISSING,   /* a number is left out, or the row's own table lacks it */
    FAULT_FOREIGN,   /* a row that the journal does not know */
    FAULT_ABOUT,     /* the row is about another one than the journal says */
    FAULT_SIGNATURE, /* a seal's signature does not hold, or it signs another head */
    FAULT_HEAD,      /* the head that was handed in is not in this chain */
    FAULT_FILE,      /* a page of the file is damaged, or an index does not fit its rows; of no row */
    FAULT_UNREADABLE /* the file is damaged from here on */
};

struct ledger_verified {
    int64_t rows;
    struct digest head;
    size_t seals, broken;
    size_t clock_jumps; /* rows that say to be older than the row before */
};

/* Called for each fault, by number of the row; at most 1000 times. */
typedef void ledger_each_fault(void *payload, int64_t seq, enum ledger_fault fault);

/* Looks at every row. `known_head`: an earlier head, full or short, or empty. The status is QUANZE_OK when looking came to its
 * end, whatever was found. */
quanze_status ledger_verify(struct ledger *ledger, struct str known_head, ledger_each_fault *each, void *payload,
                            struct ledger_verified *out, struct quanze_error *error);

/* Copies the whole ledger into a new file while others go on. QUANZE_CANNOT_CREATE when the file is there. */
quanze_status ledger_backup(struct ledger *ledger, const char *path, struct quanze_error *error);

/* The past as rules may ask it; borrows the ledger, which must be a thread's own. Departments that the list knows are told by
 * it, whatever name they go by; NULL: by their names as written. Papers that were returned, refused, withdrawn, revoked or
 * taken back by the department did not reach the township and are no past. */
struct history ledger_history(struct ledger *ledger, const struct list *list);

#endif
