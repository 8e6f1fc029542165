/* sketch.h - which sets of hashes may resemble each other, found without comparing each with each.
 *
 * A reader must believe: sets are numbered in an order that depends on nothing but themselves, and then what meets depends on
 * nothing but the sets; two that resemble each other by a half or more meet but for one in a thousand.
 * Source: P. Li, A. Owen, C.-H. Zhang, "One permutation hashing" (2012); A. Shrivastava, "Optimal densification for fast and
 * accurate minwise hashing" (2017).
 */
#ifndef MATCH_SKETCH_H
#define MATCH_SKETCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A set: hashes, sorted, each once; at least one. */
struct sketch_set {
    const uint32_t *at;
    uint32_t count;
};

/* Told of two sets that may resemble each other, once for each two; false when memory ran out. */
typedef bool sketch_meet(void *payload, uint32_t a, uint32_t b);

/* False when memory ran out. */
bool sketch_compare(const struct sketch_set *sets, size_t count, sketch_meet *meet, void *payload);

#endif
