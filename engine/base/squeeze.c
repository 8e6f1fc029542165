#include <base/squeeze.h>

#include <base/alloc.h>
#include <zlib.h>

bool squeeze(struct str bytes, struct buf *out) {
    uLongf length = compressBound(bytes.length);
    unsigned char *at = alloc_new(length);
    if (!at || compress2(at, &length, (const unsigned char *)bytes.at, bytes.length, Z_BEST_SPEED) != Z_OK) {
        alloc_free(at);
        return false;
    }
    void *fit = alloc_resize(at, length); /* it stays for long: no byte more than it takes */
    *out = (struct buf){.at = fit ? fit : (char *)at, .length = length, .capacity = length};
    return true;
}

bool squeeze_out(struct str squeezed, size_t length, struct buf *out) {
    uLongf room = length;
    unsigned char *at = alloc_new(length > 0 ? length : 1);
    const bool ok = at && uncompress(at, &room, (const unsigned char *)squeezed.at, squeezed.length) == Z_OK && room == length;
    if (ok) buf_put(out, (struct str){(const char *)at, length});
    alloc_free(at);
    return ok && !out->failed;
}
