/* pack.h - pack.yaml to struct pack. */
#ifndef READ_PACK_H
#define READ_PACK_H

#include <base/file.h>
#include <model/pack.h>

/* Reads the folder's pack.yaml into `arena`. Everything wrong goes to `problems`; the pack then holds what is right.
 * QUANZE_NO_INPUT when there is no such file. */
quanze_status read_pack(const char *folder, struct arena *arena, struct pack *out, struct problems *problems,
                        struct quanze_error *error);

#endif
