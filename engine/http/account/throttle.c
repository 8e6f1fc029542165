#include <http/account/throttle.h>

#include <base/alloc.h>
#include <base/digest.h>
#include <base/password.h>
#include <pthread.h>

#define PLACES 8192 /* keys kept; a newer one takes the place of an older one of the same hash */

struct throttle {
    pthread_mutex_t lock;
    char salt[TOKEN_BYTES]; /* nobody can choose a key that takes the place of another */
    unsigned free_tries;
    int64_t most_wait_ms, forget_ms;
    struct place_of_key {
        uint64_t key;
        unsigned tries;
        bool is_known; /* it has shown that it may */
        int64_t last_ms, until_ms;
    } at[PLACES];
};

struct throttle *throttle_open(unsigned free_tries, int64_t most_wait_ms, int64_t forget_ms) {
    struct quanze_error ignored;
    struct throttle *throttle = alloc_new(sizeof *throttle);
    const bool has_salt = throttle && token_make(throttle->salt, &ignored) == QUANZE_OK;
    if (has_salt && pthread_mutex_init(&throttle->lock, NULL) == 0) {
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

static uint64_t hash_of(const struct throttle *throttle, struct str key) {
    struct digest_state state;
    struct digest digest;
    uint64_t hash;
    digest_start(&state);
    digest_add(&state, str_of(throttle->salt));
    digest_add(&state, key);
    digest_end(&state, &digest);
    memcpy(&hash, digest.bytes, sizeof hash);
    return hash;
}

/* The place of a key; it may be another's. */
static struct place_of_key *place_of(struct throttle *throttle, uint64_t hash) { return &throttle->at[hash % PLACES]; }

/* The place of a key, taken from another if need be. */
static struct place_of_key *take_place(struct throttle *throttle, uint64_t hash) {
    struct place_of_key *place = place_of(throttle, hash);
    if (place->key != hash) *place = (struct place_of_key){.key = hash};
    return place;
}

int64_t throttle_wait_ms(struct throttle *throttle, struct str key, int64_t now_ms) {
    const uint64_t hash = hash_of(throttle, key);
    (void)pthread_mutex_lock(&throttle->lock);
    const struct place_of_key *place = place_of(throttle, hash);
    const int64_t wait_ms = place->key == hash && place->until_ms > now_ms ? place->until_ms - now_ms : 0;
    (void)pthread_mutex_unlock(&throttle->lock);
    return wait_ms;
}

void throttle_count(struct throttle *throttle, struct str key, int64_t now_ms) {
    const uint64_t hash = hash_of(throttle, key);
    (void)pthread_mutex_lock(&throttle->lock);
    struct place_of_key *place = take_place(throttle, hash);
    place->tries = now_ms - place->last_ms > throttle->forget_ms ? 1 : place->tries + 1;
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
    const uint64_t hash = hash_of(throttle, key);
    (void)pthread_mutex_lock(&throttle->lock);
    *take_place(throttle, hash) = (struct place_of_key){.key = hash, .is_known = true};
    (void)pthread_mutex_unlock(&throttle->lock);
}

bool throttle_knows(struct throttle *throttle, struct str key) {
    const uint64_t hash = hash_of(throttle, key);
    (void)pthread_mutex_lock(&throttle->lock);
    const struct place_of_key *place = place_of(throttle, hash);
    const bool is_known = place->key == hash && place->is_known;
    (void)pthread_mutex_unlock(&throttle->lock);
    return is_known;
}
