/* fingerprint.h - BLAKE2b-256 of what the ledger keeps: about three times as fast as SHA-256 where no processor helps.
 *
 * A reader must believe: `b2sum -l 256` of the same bytes gives the same 64 digits.
 * Source: RFC 7693.
 */
#ifndef BASE_FINGERPRINT_H
#define BASE_FINGERPRINT_H

#include <base/digest.h>

/* On the stack: it asks for more alignment than the heap gives. */
struct fingerprint_state {
    _Alignas(64) unsigned char opaque[384]; /* holds a crypto_generichash_state; checked by static assertions */
};

void fingerprint_start(struct fingerprint_state *state);
void fingerprint_add(struct fingerprint_state *state, struct str bytes);
void fingerprint_end(struct fingerprint_state *state, struct digest *out);

#endif
