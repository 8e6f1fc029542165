/* error.h - how a room says what went wrong.
 *
 * One sentence in each language; values in quotes; it says what was expected. The struct belongs to the caller.
 */
#ifndef BASE_ERROR_H
#define BASE_ERROR_H

#include <quanze.h>

/* Where in an input something stands. `file` is borrowed. */
struct place {
    const char *file;
    unsigned line, column; /* from 1; 0 = no place */
};

#if defined(__GNUC__)
#define ERROR_FORMAT(format_at, first) __attribute__((format(printf, format_at, first)))
#else
#define ERROR_FORMAT(format_at, first)
#endif

/* Fills `error` and returns `status`, so that a caller can write `return error_set(...)`.
 * Both formats take the same arguments in the same order. Too long sentences are cut at a whole character. */
quanze_status error_set(struct quanze_error *error, quanze_status status, const char *zh, const char *en, ...)
    ERROR_FORMAT(3, 5) ERROR_FORMAT(4, 5);

/* The same with a place. */
quanze_status error_at(struct quanze_error *error, quanze_status status, struct place place, const char *zh, const char *en,
                       ...) ERROR_FORMAT(4, 6) ERROR_FORMAT(5, 6);

/* Memory ran out: QUANZE_INTERNAL. */
quanze_status error_memory(struct quanze_error *error);

#endif
