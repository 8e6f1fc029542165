/* problem.h - all that is wrong with an input, not only the first thing. */
#ifndef BASE_PROBLEM_H
#define BASE_PROBLEM_H

#include <base/arena.h>
#include <base/error.h>

struct problem {
    bool is_warning;
    const char *code; /* static string */
    struct place place;
    struct str zh, en; /* in the arena, NUL-ended */
};

/* `arena` must be set; the rest zero-initialised. Growth stops at QUANZE_MAX_PROBLEMS, `errors` and `warnings` keep counting.
 */
struct problems {
    struct arena *arena;
    struct problem *at;
    size_t count, capacity;
    size_t errors, warnings;
    bool out_of_memory;
};

/* Adds a problem; both formats take the same arguments in the same order. `place.file` is copied. */
void problem_error(struct problems *problems, const char *code, struct place place, const char *zh, const char *en, ...)
    ERROR_FORMAT(4, 6) ERROR_FORMAT(5, 6);
void problem_warning(struct problems *problems, const char *code, struct place place, const char *zh, const char *en, ...)
    ERROR_FORMAT(4, 6) ERROR_FORMAT(5, 6);

/* Adds the problems of another, copied, each where it belongs. */
void problems_add_all(struct problems *problems, const struct problems *others);

/* QUANZE_OK when there is no error; otherwise QUANZE_BAD_DATA with the first one in `error`
 * (and how many more there are), or QUANZE_INTERNAL when memory ran out. */
quanze_status problems_status(const struct problems *problems, struct quanze_error *error);

/* Hands each problem to a reporter, in order of file, line, column; nothing when `reporter.problem` is NULL. */
void problems_report(const struct problems *problems, struct quanze_reporter reporter);

#endif
