/* crew.h - a ring of blocks between the thread that cuts and writes, and the workers that judge.
 *
 * A reader must believe: blocks come back in the order in which they were handed in, whatever the number of workers;
 * the ring's size bounds the memory of a run. With one job there is no thread: a block is judged when it is handed in.
 * All functions are called from the one thread that opened the crew.
 */
#ifndef DOOR_CREW_H
#define DOOR_CREW_H

#include <door/screen/worker.h>

struct crew;

/* `jobs` >= 1 workers, all with the same job, which is borrowed. */
quanze_status crew_open(const struct job *job, unsigned jobs, struct crew **out, struct quanze_error *error);

/* Lets the workers finish the block they are at, and ends them. NULL is allowed. */
void crew_close(struct crew *crew);

/* worker_remember for all of them; no block may be under way. */
quanze_status crew_remember(struct crew *crew, struct quanze_error *error);

/* Waits until all that was handed in is judged; worker_forget for all workers then. */
void crew_forget(struct crew *crew);

/* The empty block to fill next; there must be room (`crew_is_full` is false). The same until it is handed in. */
struct block *crew_empty(struct crew *crew);

/* Hands in the block that `crew_empty` gave. */
void crew_hand_in(struct crew *crew);

/* Whether every block of the ring is in use. */
bool crew_is_full(const struct crew *crew);

/* The oldest block handed in and not taken back, judged; NULL when there is none, or when it is not yet judged and
 * `wait` is false. */
struct block *crew_oldest(struct crew *crew, bool wait);

/* Takes the oldest block back; it is empty again. */
void crew_take_back(struct crew *crew);

/* How many blocks were handed in, and taken back, since the crew was opened. */
uint64_t crew_handed_in(const struct crew *crew);
uint64_t crew_taken_back(const struct crew *crew);

#endif
