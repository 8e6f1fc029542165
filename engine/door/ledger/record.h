/* record.h - from a judged task to the rows that the ledger keeps of it.
 *
 * A reader must believe: the facts are those of the paper as it came: they are taken before anything is derived from them. The
 * words of a record are Chinese whatever language a page is asked in, so that the same decision is the same record.
 */
#ifndef DOOR_RECORD_H
#define DOOR_RECORD_H

#include <audit/share.h>
#include <door/door.h>
#include <ledger/month.h>
#include <ledger/short.h>
#include <say/ledger/ledger_page.h>

/* How papers are written down; frozen once made. */
struct record_form {
    struct say_fact_order order;
    struct short_words words;
};

void record_form_make(struct record_form *out);

/* What all entries of a run share; frozen once open. */
struct record_world {
    const struct quanze *engine;
    struct record_form form;
    struct ledger_versions versions;
    struct share_words words;
    char list[72], rules[72], calendar[72], thesaurus[72];
};

void record_world_make(const struct quanze *engine, struct record_world *out);

/* A task and the decision on it, ready to be added. */
struct entry {
    struct ledger_task task;
    struct ledger_decision decision;
    struct ledger_share share;     /* what it adds to the sums of its month */
    const struct waiver **waivers; /* that the decision used */
    size_t waiver_count;
};

/* Takes the paper; `scratch` is any buffer, its content is lost. All in the arena. False when memory ran out. */
bool record_task(const struct record_form *form, const struct task *task, int32_t day, struct buf *scratch, struct arena *arena,
                 struct ledger_task *out);

/* What a task that is not decided yet adds to the sums of its month. False when memory ran out. */
bool record_share(const struct share_words *words, const struct task *task, struct buf *scratch, struct arena *arena,
                  struct ledger_share *out);

/* Takes the decision. False when memory ran out. */
bool record_decision(const struct record_world *world, const struct decision *decision, struct buf *scratch,
                     struct arena *arena, struct entry *out);

/* Adds an entry; within a transaction. `*is_new`: the decision was not there yet. */
quanze_status record_add(const struct record_world *world, struct ledger *ledger, const struct entry *entry, int64_t now,
                         bool *is_new, struct quanze_error *error);

#endif
