/* workers.h - threads that do what takes long, and the queue in front of them. */
#ifndef HTTP_WORKERS_H
#define HTTP_WORKERS_H

#include <stdbool.h>

#define WORKERS_QUEUE 256 /* waiting jobs; more are refused, so that nobody waits for minutes */

struct workers;

/* Called on one of the threads for each job. */
typedef void workers_work(void *job);

/* NULL when threads or memory cannot be had. */
struct workers *workers_open(unsigned count, workers_work *work);

/* False when the queue is full. */
bool workers_give(struct workers *workers, void *job);

/* Does what is waiting, then ends the threads; nothing is taken from then on. */
void workers_end(struct workers *workers);

/* Ends, if not ended yet, and frees. NULL is allowed. */
void workers_close(struct workers *workers);

#endif
