/* pieces.h - pieces of work that do not need each other, on several threads. */
#ifndef BASE_PIECES_H
#define BASE_PIECES_H

#include <stddef.h>

#define PIECES_MAX_THREADS 8

/* Does the pieces 0 .. count-1, each once, on up to `threads` threads (at most PIECES_MAX_THREADS), that of the caller among
 * them; returns when all are done. A thread that the system refuses is done without. */
void pieces_do(size_t count, size_t threads, void (*piece)(void *payload, size_t index), void *payload);

#endif
