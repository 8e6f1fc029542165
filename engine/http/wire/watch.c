#include <http/wire/watch.h>

#include <base/alloc.h>
#include <http/state/clock.h>
#include <pthread.h>
#include <sys/socket.h>

struct watch {
    pthread_mutex_t lock;
    int64_t wait_ms[WATCH_PHASES];
    struct watched *first;
    size_t count;
};

struct watch *watch_open(const int64_t wait_ms[WATCH_PHASES]) {
    struct watch *watch = alloc_new(sizeof *watch);
    if (!watch) return NULL;
    for (int i = 0; i < WATCH_PHASES; i++) watch->wait_ms[i] = wait_ms[i];
    if (pthread_mutex_init(&watch->lock, NULL) == 0) return watch;
    alloc_free(watch);
    return NULL;
}

void watch_close(struct watch *watch) {
    if (!watch) return;
    (void)pthread_mutex_destroy(&watch->lock);
    alloc_free(watch);
}

struct watched *watch_add(struct watch *watch, int socket) {
    struct watched *one = alloc_new(sizeof *one);
    if (!one) return NULL;
    one->socket = socket;
    one->until_ms = clock_ticks_ms() + watch->wait_ms[WATCH_HEADER];
    (void)pthread_mutex_lock(&watch->lock);
    one->after = watch->first;
    if (one->after) one->after->before = one;
    watch->first = one;
    watch->count++;
    (void)pthread_mutex_unlock(&watch->lock);
    return one;
}

void watch_remove(struct watch *watch, struct watched *one) {
    if (!one) return;
    (void)pthread_mutex_lock(&watch->lock);
    if (one->before)
        one->before->after = one->after;
    else
        watch->first = one->after;
    if (one->after) one->after->before = one->before;
    watch->count--;
    (void)pthread_mutex_unlock(&watch->lock);
    alloc_free(one);
}

void watch_phase(struct watch *watch, struct watched *one, enum watch_phase phase) {
    if (!one) return;
    (void)pthread_mutex_lock(&watch->lock);
    one->until_ms = clock_ticks_ms() + watch->wait_ms[phase];
    (void)pthread_mutex_unlock(&watch->lock);
}

void watch_tick(struct watch *watch) {
    (void)pthread_mutex_lock(&watch->lock);
    const int64_t now = clock_ticks_ms();
    for (struct watched *one = watch->first; one; one = one->after)
        if (one->until_ms < now) (void)shutdown(one->socket, SHUT_RDWR);
    (void)pthread_mutex_unlock(&watch->lock);
}

size_t watch_count(struct watch *watch) {
    (void)pthread_mutex_lock(&watch->lock);
    const size_t count = watch->count;
    (void)pthread_mutex_unlock(&watch->lock);
    return count;
}
