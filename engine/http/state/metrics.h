/* metrics.h - what the server has done, counted; written as Prometheus reads it. */
#ifndef HTTP_METRICS_H
#define HTTP_METRICS_H

#include <base/buf.h>
#include <stdatomic.h>

#define METRICS_BOUNDS 8

/* Zero-initialised is ready. Counted from any thread. */
struct metrics {
    atomic_ullong answers[6];               /* by the first digit of the status */
    atomic_ullong took[METRICS_BOUNDS + 1]; /* answers by how long they took; the last is beyond all bounds */
    atomic_ullong took_us;
    atomic_ullong received_bytes, sent_bytes;
    atomic_ullong refused_logins, recorded;
};

void metrics_count(struct metrics *metrics, unsigned status, uint64_t wait_us, size_t received, size_t sent);

/* How many answers were given so far. */
uint64_t metrics_answers(struct metrics *metrics);

/* What is not counted but looked at. */
struct metrics_now {
    size_t connections, sessions;
    unsigned editions;
    bool last_reload_refused;
};

void metrics_write(struct buf *out, struct metrics *metrics, const struct metrics_now *now);

#endif
