#include <door/screen/crew.h>

#include <base/alloc.h>
#include <pthread.h>

#define BLOCKS_PER_WORKER 3 /* one being judged, one waiting, one being written */

struct slot {
    struct block block;
    bool judged;
};

struct crew {
    pthread_mutex_t lock;
    pthread_cond_t handed_in_more, judged_more;
    struct slot *slots;
    size_t slot_count;
    uint64_t handed_in, begun, taken_back; /* blocks; each runs ahead of the next */
    uint64_t before;                       /* handed in before this run: its records are counted from 1 */
    bool ending;
    bool has_lock;
    struct worker *workers;
    pthread_t *threads;
    size_t worker_count, thread_count;
};

/* One thread and the crew it belongs to. */
struct member {
    struct crew *crew;
    struct worker *worker;
};

static struct slot *slot_of(const struct crew *crew, uint64_t number) { return &crew->slots[number % crew->slot_count]; }

/* The next block to judge, or NULL when the crew ends. */
static struct slot *next_slot(struct crew *crew) {
    pthread_mutex_lock(&crew->lock);
    while (!crew->ending && crew->begun == crew->handed_in) pthread_cond_wait(&crew->handed_in_more, &crew->lock);
    struct slot *slot = crew->ending ? NULL : slot_of(crew, crew->begun++);
    pthread_mutex_unlock(&crew->lock);
    return slot;
}

static void *work(void *payload) {
    struct member member = *(struct member *)payload;
    alloc_free(payload);
    for (struct slot *slot; (slot = next_slot(member.crew)) != NULL;) {
        worker_judge(member.worker, &slot->block);
        pthread_mutex_lock(&member.crew->lock);
        slot->judged = true;
        pthread_cond_signal(&member.crew->judged_more);
        pthread_mutex_unlock(&member.crew->lock);
    }
    return NULL;
}

static quanze_status start_threads(struct crew *crew, struct quanze_error *error) {
    for (; crew->thread_count < crew->worker_count; crew->thread_count++) {
        struct member *member = alloc_new(sizeof *member);
        if (!member) return error_memory(error);
        *member = (struct member){crew, &crew->workers[crew->thread_count]};
        if (pthread_create(&crew->threads[crew->thread_count], NULL, work, member) != 0) {
            alloc_free(member);
            return error_set(error, QUANZE_INTERNAL, "系统不允许再开线程，请减少 --jobs",
                             "the system allows no further thread; ask for fewer jobs");
        }
    }
    return QUANZE_OK;
}

static quanze_status make_parts(struct crew *crew, const struct job *job, unsigned jobs, struct quanze_error *error) {
    crew->slot_count = jobs > 1 ? (size_t)jobs * BLOCKS_PER_WORKER : 1;
    crew->slots = alloc_new(crew->slot_count * sizeof *crew->slots);
    crew->workers = alloc_new(jobs * sizeof *crew->workers);
    crew->threads = alloc_new(jobs * sizeof *crew->threads);
    if (!crew->slots || !crew->workers || !crew->threads) return error_memory(error);
    for (size_t i = 0; i < crew->slot_count; i++) block_clear(&crew->slots[i].block);
    while (crew->worker_count < jobs) {
        quanze_status status = worker_open(&crew->workers[crew->worker_count++], job, error);
        if (status != QUANZE_OK) return status;
    }
    return QUANZE_OK;
}

static bool make_lock(struct crew *crew) {
    if (pthread_mutex_init(&crew->lock, NULL) != 0) return false;
    if (pthread_cond_init(&crew->handed_in_more, NULL) == 0) {
        if (pthread_cond_init(&crew->judged_more, NULL) == 0) return true;
        pthread_cond_destroy(&crew->handed_in_more);
    }
    pthread_mutex_destroy(&crew->lock);
    return false;
}

quanze_status crew_open(const struct job *job, unsigned jobs, struct crew **out, struct quanze_error *error) {
    struct crew *crew = alloc_new(sizeof *crew);
    if (!crew) return error_memory(error);
    crew->has_lock = make_lock(crew);
    quanze_status status = crew->has_lock ? make_parts(crew, job, jobs, error) : error_memory(error);
    if (status == QUANZE_OK && jobs > 1) status = start_threads(crew, error);
    if (status == QUANZE_OK)
        *out = crew;
    else
        crew_close(crew);
    return status;
}

static void end_threads(struct crew *crew) {
    pthread_mutex_lock(&crew->lock);
    crew->ending = true;
    pthread_cond_broadcast(&crew->handed_in_more);
    pthread_mutex_unlock(&crew->lock);
    for (size_t i = 0; i < crew->thread_count; i++) pthread_join(crew->threads[i], NULL);
    pthread_cond_destroy(&crew->judged_more);
    pthread_cond_destroy(&crew->handed_in_more);
    pthread_mutex_destroy(&crew->lock);
}

void crew_close(struct crew *crew) {
    if (!crew) return;
    if (crew->has_lock) end_threads(crew);
    for (size_t i = 0; i < crew->worker_count; i++) worker_close(&crew->workers[i]);
    for (size_t i = 0; crew->slots && i < crew->slot_count; i++) block_free(&crew->slots[i].block);
    alloc_free(crew->workers);
    alloc_free(crew->threads);
    alloc_free(crew->slots);
    alloc_free(crew);
}

quanze_status crew_remember(struct crew *crew, struct quanze_error *error) {
    quanze_status status = QUANZE_OK;
    crew->before = crew->handed_in;
    for (size_t i = 0; i < crew->worker_count && status == QUANZE_OK; i++) status = worker_remember(&crew->workers[i], error);
    return status;
}

void crew_forget(struct crew *crew) {
    pthread_mutex_lock(&crew->lock);
    for (uint64_t number = crew->taken_back; number < crew->handed_in; number++)
        while (!slot_of(crew, number)->judged) pthread_cond_wait(&crew->judged_more, &crew->lock);
    pthread_mutex_unlock(&crew->lock);
    for (size_t i = 0; i < crew->worker_count; i++) worker_forget(&crew->workers[i]);
}

struct block *crew_empty(struct crew *crew) {
    return &slot_of(crew, crew->handed_in)->block;
}

void crew_hand_in(struct crew *crew) {
    struct slot *slot = slot_of(crew, crew->handed_in);
    slot->block.number = (crew->handed_in - crew->before) * BLOCK_RECORDS + 1;
    if (crew->thread_count == 0) {
        worker_judge(crew->workers, &slot->block);
        slot->judged = true;
        crew->handed_in++;
        return;
    }
    pthread_mutex_lock(&crew->lock);
    crew->handed_in++;
    pthread_cond_signal(&crew->handed_in_more);
    pthread_mutex_unlock(&crew->lock);
}

bool crew_is_full(const struct crew *crew) { return crew->handed_in - crew->taken_back == crew->slot_count; }

struct block *crew_oldest(struct crew *crew, bool wait) {
    if (crew->taken_back == crew->handed_in) return NULL;
    struct slot *slot = slot_of(crew, crew->taken_back);
    pthread_mutex_lock(&crew->lock);
    while (wait && !slot->judged) pthread_cond_wait(&crew->judged_more, &crew->lock);
    bool judged = slot->judged;
    pthread_mutex_unlock(&crew->lock);
    return judged ? &slot->block : NULL;
}

void crew_take_back(struct crew *crew) {
    struct slot *slot = slot_of(crew, crew->taken_back);
    block_clear(&slot->block);
    slot->judged = false; /* no worker looks at it again before it is handed in */
    crew->taken_back++;
}

uint64_t crew_handed_in(const struct crew *crew) { return crew->handed_in; }

uint64_t crew_taken_back(const struct crew *crew) { return crew->taken_back; }
