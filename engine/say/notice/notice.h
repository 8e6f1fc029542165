/* notice.h - the pages of a notice that was read: the task with the words behind each fact, and what stayed unclear. */
#ifndef SAY_NOTICE_H
#define SAY_NOTICE_H

#include <model/notice.h>
#include <say/say.h>
#include <say/writer.h>

/* quanze/reading/1. */
void say_notice_json(struct buf *out, const struct task *task, const struct notice *notice, quanze_language language);

/* A task file; behind each fact the words it was read from, in a comment. */
void say_notice_yaml(struct buf *out, const struct task *task, const struct notice *notice, quanze_language language);

/* The same as a page for people. */
void say_notice_text(struct buf *out, const struct task *task, const struct notice *notice, struct say_style style);

/* For the page of a verdict: what the facts were read from, and the doubts. */
void say_notice_evidence(struct buf *out, const struct task *task, const struct notice *notice, struct say_style style);

/* "（第 5 行第 71 字）" */
void say_notice_place(struct buf *out, unsigned line, unsigned column, quanze_language language);

/* The array "evidence", and the array "unsure", into a larger page; the caller has written the key. */
void say_write_evidence(struct writer *writer, const struct notice *notice);
void say_write_doubts(struct writer *writer, const struct notice *notice, quanze_language language);

#endif
