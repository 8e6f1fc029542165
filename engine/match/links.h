/* links.h - things linked two by two: what hangs together is one set.
 *
 * A reader must believe: the sets depend on which things were linked, not on the order; the root of a set is its smallest
 * number.
 */
#ifndef MATCH_LINKS_H
#define MATCH_LINKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Zero-initialised is empty. */
struct links {
    uint32_t *parent;
    int32_t *least; /* the least similarity of a link, kept at the root; INT32_MAX: there is none */
};

/* `count` things, none linked; false when memory ran out. Freed in either case. */
bool links_open(struct links *links, size_t count);
void links_close(struct links *links);

uint32_t links_root(struct links *links, uint32_t thing);
bool links_hold(struct links *links, uint32_t a, uint32_t b);

/* A thing linked with itself changes nothing. */
void links_join(struct links *links, uint32_t a, uint32_t b, int32_t similarity);

#endif
