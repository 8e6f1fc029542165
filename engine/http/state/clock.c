#include <http/state/clock.h>

#include <time.h>

int64_t clock_ticks_us(void) {
    struct timespec now;
    (void)clock_gettime(CLOCK_MONOTONIC, &now); /* cannot fail where this system runs */
    return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

int64_t clock_ticks_ms(void) { return clock_ticks_us() / 1000; }

int64_t clock_seconds(void) { return (int64_t)time(NULL); }

void clock_now_seconds(char out[20]) {
    const time_t now = time(NULL);
    struct tm here;
    if (!localtime_r(&now, &here) || strftime(out, 20, "%Y-%m-%dT%H:%M:%S", &here) == 0) out[0] = '\0';
}

void clock_now(char out[20]) {
    clock_now_seconds(out);
    out[out[0] ? 16 : 0] = '\0';
}
