/* examples.h - the examples of a whole book, for what does not hold. */
#ifndef DOOR_EXAMPLES_H
#define DOOR_EXAMPLES_H

#include <base/problem.h>
#include <quanze.h>

/* Runs the examples of the rules of `options`, as they are written; `national`: also of those that no pack brought. One that
 * does not come to what it expects goes to `problems`. Rules that are wrong themselves are passed over. */
quanze_status examples_check(const struct quanze_options *options, bool national, struct problems *problems,
                             struct quanze_error *error);

#endif
