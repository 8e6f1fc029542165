/* digest_blocks.h - whole blocks of SHA-256 by the processor's own instructions.
 *
 * Source: FIPS 180-4; Intel, "Intel SHA Extensions" (2013).
 */
#ifndef BASE_DIGEST_BLOCKS_H
#define BASE_DIGEST_BLOCKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Whether this processor has them. */
bool digest_blocks_are_fast(void);

/* Takes `count` blocks of 64 bytes into the eight words of the hash. Only where they are fast. */
void digest_blocks(uint32_t words[8], const unsigned char *bytes, size_t count);

#endif
