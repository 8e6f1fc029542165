/* shingle.h - a text as the set of its shingles: what similar texts are compared by. */
#ifndef MATCH_SHINGLE_H
#define MATCH_SHINGLE_H

#include <base/str.h>

/* The masked character of a text at `*offset`, moving behind it: width and ASCII case folded; white space, punctuation,
 * masked names (某 X × *) and the given places left out; a run of digits is one '0'. -1 at the end. */
int32_t shingle_next(struct str text, size_t *offset, const struct str *places, size_t place_count, bool *in_digits);

/* Hashes of every three masked characters in a row of `title` and of `body` (none spans both), sorted, each once.
 * At most `capacity`; returns how many. */
size_t shingle_set(struct str title, struct str body, const struct str *places, size_t place_count, uint32_t *out,
                   size_t capacity);

/* Hash of a whole text, masked; 0 when nothing is left of it. Equal for texts that differ in masked characters only. */
uint32_t shingle_whole(struct str text, const struct str *places, size_t place_count);

/* Sorts hashes and keeps each once; `scratch` has the same size. Returns how many are left. */
size_t shingle_unite(uint32_t *at, uint32_t *scratch, size_t count);

/* How many hashes two sorted sets share. */
size_t shingle_shared(const uint32_t *a, size_t a_count, const uint32_t *b, size_t b_count);

/* Sorts hashes (radix, in place with the scratch of the same size). */
void shingle_sort(uint32_t *at, uint32_t *scratch, size_t count);

#endif
