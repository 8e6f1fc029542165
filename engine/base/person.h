/* person.h - whether two names are of two people, however they are written.
 *
 * A reader must believe: width, case, blanks, the dot within a name, traditional characters, the office before a slash and a
 * remark in brackets behind a name make no other person. Two people of one name must be told apart by their names.
 */
#ifndef BASE_PERSON_H
#define BASE_PERSON_H

#include <base/arena.h>

/* The name as it is compared, without its office; `at` is NULL when memory ran out. */
struct str person_fold(struct arena *arena, struct str name);

/* `*out`: both are named, and not the same. False when memory ran out. */
bool person_are_two(struct str one, struct str other, bool *out);

#endif
