/* notes.h - what is being found out about one notice: the task so far, with the words behind each fact and the doubts. */
#ifndef READ_NOTICE_NOTES_H
#define READ_NOTICE_NOTES_H

#include <model/list.h>
#include <model/notice.h>
#include <read/notice/saying.h>
#include <read/notice/when.h>

#define NOTES_MOST 1024 /* of evidence, and of doubts; a notice has some dozens */

struct notes {
    const struct sayings *sayings;
    const struct list *list; /* NULL: "各乡镇" stays in doubt */
    struct arena *arena;
    struct paper paper;
    struct mentions mentions;
    struct when_world world;
    struct task *task;
    struct span title, addressees; /* where they stand; empty when there are none */
    struct fact_set doubted;
    struct evidence *evidence;
    struct doubt *doubts;
    size_t evidence_count, evidence_capacity, doubt_count, doubt_capacity;
    bool out_of_memory;
};

/* A value of a fact, with the words it was read from. */
void notes_set(struct notes *notes, enum fact_id fact, struct value value, struct span words);

/* More words for a fact. The same words for the same fact count once. */
void notes_prove(struct notes *notes, enum fact_id fact, struct span words);

/* A fact that stays unclear: it becomes absent. Both formats take the same arguments. */
void notes_doubt(struct notes *notes, enum fact_id fact, struct span words, const char *zh, const char *en, ...)
    ERROR_FORMAT(4, 6) ERROR_FORMAT(5, 6);

/* The index of a word in a fact's vocabulary; it must be there. */
struct value notes_choice(enum fact_id fact, const char *name);

/* A list of texts in the arena; absent, with out_of_memory set, when memory ran out. */
struct value notes_texts(struct notes *notes, const struct str *texts, size_t count);

/* Drops the evidence of facts that are not given, adds `unsure`, and sorts. */
void notes_finish(struct notes *notes, struct notice *out);

/* The first mention of a kind that lies within a run, or NULL. */
const struct mention *notes_mention(const struct notes *notes, struct span within, enum slot slot);

#endif
