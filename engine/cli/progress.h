/* progress.h - a bar on the terminal for long runs.
 *
 * A reader must believe: what is told while the bar stands begins a line of its own, and the bar stands below it again.
 */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include <cli/words.h>

struct progress {
    quanze_language language;
    enum word done;
    bool wanted; /* standard error is a terminal */
    bool drawn;
    size_t length; /* of what was drawn last */
    char line[512];
};

/* `done` says what became of so many: WORD_PROGRESS, WORD_PROGRESS_READ. */
void progress_start(struct progress *progress, enum word done, quanze_language language);

/* For quanze_screen_request.progress; draws from the 1000th task on. */
void progress_draw(void *payload, uint64_t done, uint64_t bytes_read, uint64_t bytes_total);

/* Makes room for something else, and draws again what stood there. NULL: there is no bar. */
void progress_hide(struct progress *progress);
void progress_show(struct progress *progress);

/* Wipes the bar. */
void progress_end(struct progress *progress);

#endif
