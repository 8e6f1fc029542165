#include <http/state/replays.h>

#include <base/alloc.h>
#include <pthread.h>

#define PLACES 4096
#define KEEP_MS (24 * 60 * 60 * INT64_C(1000))
#define KEPT_BYTES (64 * 1024) /* a longer answer is not kept word for word: its status is */

struct kept_reply {
    uint64_t key, content;
    int64_t until_ms; /* 0: the place is free */
    bool under_way, told_secret;
    unsigned status;
    const char *type;
    struct buf body;
};

struct replays {
    pthread_mutex_t lock;
    struct kept_reply at[PLACES];
};

struct replays *replays_open(void) {
    struct replays *replays = alloc_new(sizeof *replays);
    if (replays && pthread_mutex_init(&replays->lock, NULL) == 0) return replays;
    alloc_free(replays);
    return NULL;
}

void replays_close(struct replays *replays) {
    if (!replays) return;
    for (size_t i = 0; i < PLACES; i++) buf_free(&replays->at[i].body);
    (void)pthread_mutex_destroy(&replays->lock);
    alloc_free(replays);
}

static struct kept_reply *place_of(struct replays *replays, struct str key) { return &replays->at[str_hash(key) % PLACES]; }

static void copy_reply(const struct kept_reply *kept, struct reply *out) {
    out->status = kept->status;
    out->type = kept->type;
    buf_put(&out->body, buf_str(&kept->body));
}

enum replay replays_begin(struct replays *replays, struct str key, uint64_t content, int64_t now_ms, struct reply *out) {
    enum replay found = REPLAY_NEW;
    (void)pthread_mutex_lock(&replays->lock);
    struct kept_reply *kept = place_of(replays, key);
    const bool is_same = kept->until_ms > now_ms && kept->key == str_hash(key);
    if (is_same && kept->content != content)
        found = REPLAY_OTHER;
    else if (is_same && kept->under_way)
        found = REPLAY_UNDER_WAY;
    else if (is_same && kept->told_secret)
        found = REPLAY_SECRET;
    else if (is_same) {
        copy_reply(kept, out);
        found = REPLAY_DONE;
    } else {
        buf_free(&kept->body);
        *kept = (struct kept_reply){.key = str_hash(key), .content = content, .until_ms = now_ms + KEEP_MS, .under_way = true};
    }
    (void)pthread_mutex_unlock(&replays->lock);
    return found;
}

void replays_keep(struct replays *replays, struct str key, const struct reply *reply) {
    (void)pthread_mutex_lock(&replays->lock);
    struct kept_reply *kept = place_of(replays, key);
    if (kept->key == str_hash(key) && kept->under_way) {
        kept->under_way = false;
        kept->status = reply->status;
        kept->type = reply->type;
        kept->told_secret = reply->tells_secret;
        if (reply->body.length <= KEPT_BYTES && !reply->tells_secret) buf_put(&kept->body, buf_str(&reply->body));
        if (reply->status >= 400 || kept->body.failed) kept->until_ms = 0;
    }
    (void)pthread_mutex_unlock(&replays->lock);
}
