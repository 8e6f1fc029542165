#include <base/pieces.h>

#include <pthread.h>
#include <stdatomic.h>

struct work {
    size_t count;
    atomic_size_t next;
    void (*piece)(void *payload, size_t index);
    void *payload;
};

static void *take_pieces(void *payload) {
    struct work *work = payload;
    for (size_t index; (index = atomic_fetch_add(&work->next, 1)) < work->count;) work->piece(work->payload, index);
    return NULL;
}

void pieces_do(size_t count, size_t threads, void (*piece)(void *payload, size_t index), void *payload) {
    struct work work = {.count = count, .piece = piece, .payload = payload};
    pthread_t others[PIECES_MAX_THREADS - 1];
    size_t started = 0;
    atomic_init(&work.next, 0);
    while (started + 1 < threads && started + 1 < count && started < PIECES_MAX_THREADS - 1 &&
           pthread_create(&others[started], NULL, take_pieces, &work) == 0)
        started++;
    take_pieces(&work);
    for (size_t i = 0; i < started; i++) pthread_join(others[i], NULL);
}
