/* throttle.h - how often somebody may try something, by a key of which only a hash is kept, in memory. */
#ifndef HTTP_THROTTLE_H
#define HTTP_THROTTLE_H

#include <base/str.h>

struct throttle;

/* After `free_tries` tries each further one makes the key wait: one second, two, four ... up to `most_wait_ms`. What was not
 * tried for `forget_ms` is forgotten. */
struct throttle *throttle_open(unsigned free_tries, int64_t most_wait_ms, int64_t forget_ms);
void throttle_close(struct throttle *throttle);

/* Milliseconds that the key has still to wait; 0: it may try. */
int64_t throttle_wait_ms(struct throttle *throttle, struct str key, int64_t now_ms);

/* A try that counts. */
void throttle_count(struct throttle *throttle, struct str key, int64_t now_ms);

/* The key has shown that it may. */
void throttle_forgive(struct throttle *throttle, struct str key);

/* Whether the key has shown so, as far as that is remembered. */
bool throttle_knows(struct throttle *throttle, struct str key);

#endif
