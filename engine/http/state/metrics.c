#include <http/state/metrics.h>

static const struct {
    uint64_t us;
    const char *seconds;
} BOUNDS[METRICS_BOUNDS] = {{1000, "0.001"}, {2500, "0.0025"}, {5000, "0.005"}, {10000, "0.01"},
                            {50000, "0.05"}, {250000, "0.25"}, {1000000, "1"},  {10000000, "10"}};

void metrics_count(struct metrics *metrics, unsigned status, uint64_t wait_us, size_t received, size_t sent) {
    size_t bound = 0;
    while (bound < METRICS_BOUNDS && wait_us > BOUNDS[bound].us) bound++;
    atomic_fetch_add_explicit(&metrics->answers[status / 100 < 6 ? status / 100 : 0], 1, memory_order_relaxed);
    atomic_fetch_add_explicit(&metrics->took[bound], 1, memory_order_relaxed);
    atomic_fetch_add_explicit(&metrics->took_us, wait_us, memory_order_relaxed);
    atomic_fetch_add_explicit(&metrics->received_bytes, received, memory_order_relaxed);
    atomic_fetch_add_explicit(&metrics->sent_bytes, sent, memory_order_relaxed);
}

static unsigned long long value_of(atomic_ullong *counter) { return atomic_load_explicit(counter, memory_order_relaxed); }

static void put_head(struct buf *out, const char *name, const char *type, const char *help) {
    buf_printf(out, "# HELP quanze_%s %s\n# TYPE quanze_%s %s\n", name, help, name, type);
}

static void put_one(struct buf *out, const char *name, const char *type, const char *help, unsigned long long value) {
    put_head(out, name, type, help);
    buf_printf(out, "quanze_%s %llu\n", name, value);
}

static void put_times(struct buf *out, struct metrics *metrics) {
    unsigned long long sum = 0;
    put_head(out, "http_request_seconds", "histogram", "Time from the first line of a request to its end.");
    for (size_t i = 0; i < METRICS_BOUNDS; i++) {
        sum += value_of(&metrics->took[i]);
        buf_printf(out, "quanze_http_request_seconds_bucket{le=\"%s\"} %llu\n", BOUNDS[i].seconds, sum);
    }
    sum += value_of(&metrics->took[METRICS_BOUNDS]);
    buf_printf(out, "quanze_http_request_seconds_bucket{le=\"+Inf\"} %llu\n", sum);
    buf_printf(out, "quanze_http_request_seconds_sum %.6f\n", (double)value_of(&metrics->took_us) / 1e6);
    buf_printf(out, "quanze_http_request_seconds_count %llu\n", sum);
}

uint64_t metrics_answers(struct metrics *metrics) {
    uint64_t sum = 0;
    for (size_t i = 0; i < sizeof metrics->answers / sizeof *metrics->answers; i++) sum += metrics->answers[i];
    return sum;
}

void metrics_write(struct buf *out, struct metrics *metrics, const struct metrics_now *now) {
    put_head(out, "http_requests_total", "counter", "Requests answered, by the class of their status.");
    for (unsigned i = 1; i < 6; i++)
        buf_printf(out, "quanze_http_requests_total{class=\"%uxx\"} %llu\n", i, value_of(&metrics->answers[i]));
    put_times(out, metrics);
    put_one(out, "http_received_bytes_total", "counter", "Bytes of request bodies.", value_of(&metrics->received_bytes));
    put_one(out, "http_sent_bytes_total", "counter", "Bytes of reply bodies.", value_of(&metrics->sent_bytes));
    put_one(out, "logins_refused_total", "counter", "Attempts to sign in that failed.", value_of(&metrics->refused_logins));
    put_one(out, "decisions_recorded_total", "counter", "Decisions newly written to the ledger.", value_of(&metrics->recorded));
    put_one(out, "http_connections", "gauge", "Connections open now.", now->connections);
    put_one(out, "sessions", "gauge", "People signed in now.", now->sessions);
    put_one(out, "engine_editions_total", "counter", "Times that lists and rules were read without an error.", now->editions);
    put_one(out, "engine_last_reload_refused", "gauge", "1 when the last reload was refused.", now->last_reload_refused);
}
