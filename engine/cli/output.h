/* output.h - where the result goes: standard output, or a file that is replaced only when all is written. */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include <cli/progress.h>
#include <limits.h>
#include <stdio.h>

struct output {
    quanze_language language;
    FILE *stream;
    const char *path;      /* as asked for; NULL = standard output */
    char target[PATH_MAX]; /* what is replaced at the end; "" when the stream is written directly */
    char temporary[PATH_MAX];
    int failure;          /* errno of the write that broke, or 0 */
    struct progress *bar; /* that makes room on the terminal for standard output; NULL: none */
};

/* `path` NULL or "-" is standard output. False when it cannot be created, which has then been told (exit QUANZE_CANNOT_CREATE).
 */
bool output_open(struct output *output, const char *path, quanze_language language);

struct quanze_sink output_sink(struct output *output);

/* Closes. With `keep` the file takes its place; otherwise nothing is left of it. Returns `code`, or QUANZE_IO when
 * the writing broke off, which has then been told (but for a pipe whose reader has gone). */
int output_close(struct output *output, bool keep, int code);

/* Whether colours are wanted there: a terminal that is not dumb, and no NO_COLOR. */
bool output_is_colourful(const struct output *output);

#endif
