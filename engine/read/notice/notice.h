/* notice.h - reading the text of a notice. Files of notices are opened by notice_file.h. */
#ifndef READ_NOTICE_NOTICE_H
#define READ_NOTICE_NOTICE_H

#include <model/calendar.h>
#include <model/list.h>
#include <model/notice.h>
#include <read/notice/paper.h>

/* The patterns made ready; frozen, any number of threads may use one. */
struct notice_reader;

quanze_status notice_reader_open(struct notice_reader **out, struct quanze_error *error);
void notice_reader_close(struct notice_reader *reader);

/* What is known besides the notice; each may be NULL. */
struct notice_world {
    const struct list *list;         /* names the townships behind "各乡镇" */
    const struct calendar *calendar; /* for deadlines in working days and office hours */
};

/* Reads the text of a notice. `task` is cleared by the caller; it and `out` borrow from `text` and `arena`. `body` is the text.
 * A text in which nothing of a notice is found (no body that issued it, nobody it is sent to, no number, nothing asked) is
 * QUANZE_BAD_DATA. */
quanze_status notice_read(const struct notice_reader *reader, struct str text, struct paper_style style,
                          const struct notice_world *world, struct arena *arena, struct task *task, struct notice *out,
                          struct quanze_error *error);

#endif
