#include <http/state/workers.h>

#include <base/alloc.h>
#include <pthread.h>
#include <stddef.h>

struct workers {
    pthread_mutex_t lock;
    pthread_cond_t changed;
    workers_work *work;
    void *queue[WORKERS_QUEUE];
    size_t first, waiting;
    bool ending;
    unsigned count;
    pthread_t threads[];
};

/* The next job; NULL when none will come. */
static void *take(struct workers *workers) {
    void *job = NULL;
    (void)pthread_mutex_lock(&workers->lock);
    while (workers->waiting == 0 && !workers->ending) (void)pthread_cond_wait(&workers->changed, &workers->lock);
    if (workers->waiting > 0) {
        job = workers->queue[workers->first];
        workers->first = (workers->first + 1) % WORKERS_QUEUE;
        workers->waiting--;
    }
    (void)pthread_mutex_unlock(&workers->lock);
    return job;
}

static void *run(void *payload) {
    struct workers *workers = payload;
    for (void *job; (job = take(workers)) != NULL;) workers->work(job);
    return NULL;
}

struct workers *workers_open(unsigned count, workers_work *work) {
    struct workers *workers = alloc_new(sizeof *workers + count * sizeof *workers->threads);
    if (!workers) return NULL;
    workers->work = work;
    if (pthread_mutex_init(&workers->lock, NULL) != 0 || pthread_cond_init(&workers->changed, NULL) != 0) {
        alloc_free(workers);
        return NULL;
    }
    while (workers->count < count && pthread_create(&workers->threads[workers->count], NULL, run, workers) == 0)
        workers->count++;
    if (workers->count > 0) return workers;
    workers_close(workers);
    return NULL;
}

bool workers_give(struct workers *workers, void *job) {
    (void)pthread_mutex_lock(&workers->lock);
    const bool has_room = workers->waiting < WORKERS_QUEUE && !workers->ending;
    if (has_room) {
        workers->queue[(workers->first + workers->waiting) % WORKERS_QUEUE] = job;
        workers->waiting++;
        (void)pthread_cond_signal(&workers->changed);
    }
    (void)pthread_mutex_unlock(&workers->lock);
    return has_room;
}

void workers_end(struct workers *workers) {
    (void)pthread_mutex_lock(&workers->lock);
    workers->ending = true;
    (void)pthread_cond_broadcast(&workers->changed);
    (void)pthread_mutex_unlock(&workers->lock);
    for (unsigned i = 0; i < workers->count; i++) (void)pthread_join(workers->threads[i], NULL);
    workers->count = 0;
}

void workers_close(struct workers *workers) {
    if (!workers) return;
    workers_end(workers);
    (void)pthread_cond_destroy(&workers->changed);
    (void)pthread_mutex_destroy(&workers->lock);
    alloc_free(workers);
}
