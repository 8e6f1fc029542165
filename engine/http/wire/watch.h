/* watch.h - open connections, and until when each must have sent or taken what it has begun.
 *
 * A reader must believe: a peer that sends a byte now and then does not gain time: only a whole header, a whole body or a whole
 * reply ends a phase.
 */
#ifndef HTTP_WATCH_H
#define HTTP_WATCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum watch_phase { WATCH_HEADER, WATCH_BODY, WATCH_REPLY, WATCH_FILE, WATCH_PHASES };

struct watch;

struct watched {
    int socket;
    int64_t until_ms;
    struct watched *before, *after;
};

struct watch *watch_open(const int64_t wait_ms[WATCH_PHASES]);
void watch_close(struct watch *watch);

/* NULL when memory ran out: the connection is then not watched. */
struct watched *watch_add(struct watch *watch, int socket);
void watch_remove(struct watch *watch, struct watched *one);

/* A phase begins; NULL is allowed. */
void watch_phase(struct watch *watch, struct watched *one, enum watch_phase phase);

/* Shuts the sockets that are overdue; their owner then sees them end. */
void watch_tick(struct watch *watch);

size_t watch_count(struct watch *watch);

#endif
