/* complain.h - what goes to standard error: the chosen language first, the other one indented below.
 *
 *     quanze: tasks.yaml:3:5: 没有“dua_at”这个要素，是不是“due_at”？
 *             there is no fact "dua_at"; did you mean "due_at"?
 */
#ifndef CLI_COMPLAIN_H
#define CLI_COMPLAIN_H

#include <cli/progress.h>

/* A sentence with up to two texts in its gaps; NULL ends them. */
void complain(quanze_language language, enum word word, const char *first, const char *second);

/* The same with any number of texts. */
void complain_texts(quanze_language language, enum word word, const char *const *texts, size_t count);

void complain_error(quanze_language language, const struct quanze_error *error);

/* Counts what it has told, so that the error that sums it up need not be told again. */
struct complaints {
    quanze_language language;
    bool errors_only;
    size_t errors;
    struct progress *bar; /* that may stand on the terminal meanwhile; NULL: none */
};

/* A reporter that tells every problem, or `errors_only`; `complaints` is borrowed. */
struct quanze_reporter complaints_reporter(struct complaints *complaints);

#endif
