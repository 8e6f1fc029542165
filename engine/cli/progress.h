/* progress.h - a bar on the terminal for long runs. */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include <cli/words.h>

struct progress {
    quanze_language language;
    enum word done;
    bool wanted; /* standard error is a terminal */
    bool drawn;
};

/* `done` says what became of so many: WORD_PROGRESS, WORD_PROGRESS_READ. */
void progress_start(struct progress *progress, enum word done, quanze_language language);

/* For quanze_screen_request.progress; draws from the 1000th task on. */
void progress_draw(void *payload, uint64_t done, uint64_t bytes_read, uint64_t bytes_total);

/* Wipes the bar. */
void progress_end(struct progress *progress);

#endif
