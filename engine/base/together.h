/* together.h - pieces of work that do not need each other, on several threads. */
#ifndef BASE_TOGETHER_H
#define BASE_TOGETHER_H

#include <stddef.h>

#define TOGETHER_MAX 8

/* Does the pieces 0 .. count-1, each once, on up to `threads` threads (at most TOGETHER_MAX), that of the caller among them;
 * returns when all are done. A thread that the system refuses is done without. */
void together(size_t count, size_t threads, void (*piece)(void *payload, size_t index), void *payload);

#endif
