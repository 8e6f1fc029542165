#include <base/digest_blocks.h>

#if defined(__x86_64__) && !defined(__clang__) /* whose older versions do not know the feature by name */

#include <immintrin.h>
#include <stdalign.h>

bool digest_blocks_are_fast(void) { return __builtin_cpu_supports("sha") && __builtin_cpu_supports("sse4.1"); }

alignas(16) static const uint32_t ROUND[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01,
    0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc,
    0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147,
    0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08,
    0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208,
    0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

#define FAST __attribute__((target("sha,sse4.1")))

FAST static void take_block(__m128i *abef, __m128i *cdgh, const unsigned char *bytes) {
    const __m128i swap = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
    const __m128i before_abef = *abef, before_cdgh = *cdgh;
    __m128i words[4], fresh;
    for (size_t i = 0; i < 4; i++)
        words[i] = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)(const void *)(bytes + 16 * i)), swap);
    for (size_t i = 0; i < 16; i++) { /* four rounds each */
        if (i < 4) {
            fresh = words[i];
        } else {
            fresh = _mm_add_epi32(_mm_sha256msg1_epu32(words[0], words[1]), _mm_alignr_epi8(words[3], words[2], 4));
            fresh = _mm_sha256msg2_epu32(fresh, words[3]);
            words[0] = words[1];
            words[1] = words[2];
            words[2] = words[3];
            words[3] = fresh;
        }
        fresh = _mm_add_epi32(fresh, _mm_load_si128((const __m128i *)(const void *)(ROUND + 4 * i)));
        *cdgh = _mm_sha256rnds2_epu32(*cdgh, *abef, fresh);
        *abef = _mm_sha256rnds2_epu32(*abef, *cdgh, _mm_shuffle_epi32(fresh, 0x0e));
    }
    *abef = _mm_add_epi32(*abef, before_abef);
    *cdgh = _mm_add_epi32(*cdgh, before_cdgh);
}

FAST void digest_blocks(uint32_t words[8], const unsigned char *bytes, size_t count) {
    __m128i *at = (__m128i *)(void *)words;
    __m128i cdab = _mm_shuffle_epi32(_mm_loadu_si128(at), 0xb1), efgh = _mm_shuffle_epi32(_mm_loadu_si128(at + 1), 0x1b);
    __m128i abef = _mm_alignr_epi8(cdab, efgh, 8), cdgh = _mm_blend_epi16(efgh, cdab, 0xf0);
    for (size_t i = 0; i < count; i++) take_block(&abef, &cdgh, bytes + 64 * i);
    __m128i feba = _mm_shuffle_epi32(abef, 0x1b), dchg = _mm_shuffle_epi32(cdgh, 0xb1);
    _mm_storeu_si128(at, _mm_blend_epi16(feba, dchg, 0xf0));
    _mm_storeu_si128(at + 1, _mm_alignr_epi8(dchg, feba, 8));
}

#else

bool digest_blocks_are_fast(void) { return false; }

void digest_blocks(uint32_t words[8], const unsigned char *bytes, size_t count) { (void)words, (void)bytes, (void)count; }

#endif
