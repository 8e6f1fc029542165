#include <http/account/throttle.h>

#include <base/alloc.h>
#include <pthread.h>

#define PLACES 8192 /* keys kept; a newer one takes the place of an older one of the same hash */

struct throttle {
    pthread_mutex_t lock;
    unsigned free_tries;
    int64_t most_wait_ms, forget_ms;
    struct place_of_key {
        uint64_t key;
        unsigned tries;
        int64_t last_ms, until_ms;
    } at[PLACES];
};

struct throttle *throttle_open(unsigned free_tries, int64_t most_wait_ms, int64_t forget_ms) {
    struct throttle *throttle = alloc_new(sizeof *throttle);
    if (throttle && pthread_mutex_init(&throttle->lock, NULL) == 0) {
        throttle->free_tries = free_tries;
        throttle->most_wait_ms = most_wait_ms;
        throttle->forget_ms = forget_ms;
        return throttle;
    }
    alloc_free(throttle);
    return NULL;
}

void throttle_close(struct throttle *throttle) {
    if (!throttle) return;
    (void)pthread_mutex_destroy(&throttle->lock);
    alloc_free(throttle);
}

static struct place_of_key *place_of(struct throttle *throttle, struct str key) {
    return &throttle->at[str_hash(key) % PLACES];
}

int64_t throttle_wait_ms(struct throttle *throttle, struct str key, int64_t now_ms) {
    (void)pthread_mutex_lock(&throttle->lock);
    const struct place_of_key *place = place_of(throttle, key);
    const int64_t wait_ms = place->key == str_hash(key) && place->until_ms > now_ms ? place->until_ms - now_ms : 0;
    (void)pthread_mutex_unlock(&throttle->lock);
    return wait_ms;
}

void throttle_count(struct throttle *throttle, struct str key, int64_t now_ms) {
    (void)pthread_mutex_lock(&throttle->lock);
    struct place_of_key *place = place_of(throttle, key);
    if (place->key != str_hash(key) || now_ms - place->last_ms > throttle->forget_ms)
        *place = (struct place_of_key){.key = str_hash(key)};
    place->tries++;
    place->last_ms = now_ms;
    if (place->tries > throttle->free_tries) {
        const unsigned doublings = place->tries - throttle->free_tries - 1;
        int64_t wait_ms = doublings < 20 ? INT64_C(1000) << doublings : throttle->most_wait_ms;
        if (wait_ms > throttle->most_wait_ms) wait_ms = throttle->most_wait_ms;
        place->until_ms = now_ms + wait_ms;
    }
    (void)pthread_mutex_unlock(&throttle->lock);
}

void throttle_forgive(struct throttle *throttle, struct str key) {
    (void)pthread_mutex_lock(&throttle->lock);
    struct place_of_key *place = place_of(throttle, key);
    if (place->key == str_hash(key)) *place = (struct place_of_key){0};
    (void)pthread_mutex_unlock(&throttle->lock);
}
