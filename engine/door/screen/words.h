/* words.h - the words of a task's own text that its facts stand in. */
#ifndef DOOR_WORDS_H
#define DOOR_WORDS_H

#include <door/door.h>
#include <read/notice/notice.h>

/* Reads the body of a task as the notice that it is, and keeps the words behind those facts that the task has with the same
 * value, and the doubts about those that it has not. What is no notice has no words. `*out` lives in the arena. */
quanze_status words_find(const struct notice_reader *reader, const struct quanze *engine, const struct task *task,
                         struct arena *arena, struct notice *out, struct quanze_error *error);

#endif
