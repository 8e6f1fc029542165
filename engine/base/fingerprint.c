#include <base/fingerprint.h>
#include <sodium.h>
#include <stdalign.h>

_Static_assert(sizeof(crypto_generichash_state) <= sizeof(struct fingerprint_state), "the state fits");
_Static_assert(alignof(crypto_generichash_state) <= alignof(struct fingerprint_state), "the state is aligned");

static crypto_generichash_state *state_of(struct fingerprint_state *state) { return (void *)state->opaque; }

void fingerprint_start(struct fingerprint_state *state) {
    (void)crypto_generichash_init(state_of(state), NULL, 0, sizeof(struct digest)); /* fails only for other lengths */
}

void fingerprint_add(struct fingerprint_state *state, struct str bytes) {
    (void)crypto_generichash_update(state_of(state), (const unsigned char *)bytes.at, bytes.length);
}

void fingerprint_end(struct fingerprint_state *state, struct digest *out) {
    (void)crypto_generichash_final(state_of(state), out->bytes, sizeof out->bytes);
}
