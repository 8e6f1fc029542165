/* bundle_kept.c - see bundle_kept.h. */
#include <door/bundle/bundle_kept.h>

#include <base/alloc.h>
#include <pthread.h>

struct bundle_kept {
    pthread_mutex_t lock;
    struct arena arena;
    struct buf zip;
    struct bundle_packed packed; /* no parts: nothing was packed yet */
};

struct bundle_kept *bundle_kept_open(void) {
    struct bundle_kept *kept = alloc_new(sizeof *kept);
    if (kept && pthread_mutex_init(&kept->lock, NULL) == 0) return kept;
    alloc_free(kept);
    return NULL;
}

void bundle_kept_close(struct bundle_kept *kept) {
    if (!kept) return;
    (void)pthread_mutex_destroy(&kept->lock);
    buf_free(&kept->zip);
    arena_free(&kept->arena);
    alloc_free(kept);
}

static quanze_status fill(struct bundle_kept *kept, bundle_pack *pack, const void *payload, struct quanze_error *error) {
    struct bundle_packed packed = {0};
    const quanze_status status = pack(payload, &kept->arena, &kept->zip, &packed, error);
    if (status == QUANZE_OK) {
        kept->packed = packed;
        kept->packed.zip = buf_str(&kept->zip);
        return QUANZE_OK;
    }
    buf_free(&kept->zip);
    arena_free(&kept->arena);
    return status;
}

quanze_status bundle_kept_take(struct bundle_kept *kept, bundle_pack *pack, const void *payload, struct bundle_packed *out,
                               struct quanze_error *error) {
    (void)pthread_mutex_lock(&kept->lock);
    const quanze_status status = kept->packed.part_count > 0 ? QUANZE_OK : fill(kept, pack, payload, error);
    if (status == QUANZE_OK) *out = kept->packed;
    (void)pthread_mutex_unlock(&kept->lock);
    return status;
}
