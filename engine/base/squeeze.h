/* squeeze.h - bytes kept in less room, by zlib.
 *
 * A reader must believe: what is squeezed and let out again is the same, byte for byte. It is for what this program itself
 * keeps: bytes from elsewhere go through package.h, which bounds what they may become.
 */
#ifndef BASE_SQUEEZE_H
#define BASE_SQUEEZE_H

#include <base/buf.h>

/* Puts the squeezed bytes into `out`, which is empty. False: memory ran out. */
bool squeeze(struct str bytes, struct buf *out);

/* Appends what was squeezed, `length` bytes long. False: memory ran out, or it is not that. */
bool squeeze_out(struct str squeezed, size_t length, struct buf *out);

#endif
