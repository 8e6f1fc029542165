/* notice.h - notices in a screening run: read where tasks are, and judged as they are. */
#ifndef DOOR_NOTICE_H
#define DOOR_NOTICE_H

#include <door/door.h>
#include <read/notice/notice.h>

/* Understands the bytes of a notice's file; all in the arena, or borrowed from `bytes`. What is wrong with it is in `error`. */
quanze_status door_read_notice(const struct notice_reader *reader, const struct quanze *engine, struct str bytes,
                               const char *path, struct arena *arena, struct task *task, struct notice *out,
                               struct quanze_error *error);

#endif
