/* written.h - how each scalar type of the fact table is written down.
 *
 * A reader must believe: this is the only place that turns writing into dates, amounts, counts and words; task files of
 * every kind, lists and remedies come here.
 */
#ifndef READ_WRITTEN_H
#define READ_WRITTEN_H

#include <base/problem.h>
#include <model/fact.h>

#define WRITTEN_MAX_COUNT INT64_C(1000000000)   /* a count beyond a thousand million is a slip of the pen */
#define WRITTEN_MAX_FEN INT64_C(10000000000000) /* 100,000 million yuan, more than any county's budget */
#define WRITTEN_MAX_HOURS INT64_C(1000000)

/* Whether a text is the word for "there is none": none or 无. */
bool written_is_none(struct str text);

/* Reads the written form of a scalar type (neither a list type nor a statement of none) into a given value. White space
 * around it does not count; a text is borrowed as it stands. `choices` matters for FACT_CHOICE only. A "no" for FACT_DONE
 * gives VALUE_NONE. False when it is not written as the type asks. */
bool written_read(enum fact_type type, struct choices choices, struct str text, struct value *out);

/* Reads a plain decimal number from 0 up, of at most 15 digits, which a double holds as it was written. */
bool written_number(struct str text, double *out);

/* Says that `name` holds `text`, and what its type expects; for choices with the near miss. */
void written_report(enum fact_type type, struct choices choices, struct str name, struct str text, struct place place,
                    struct problems *problems);

/* As much of a text as a message shows; meant for "%.*s" with WRITTEN_SHOWN. */
struct str written_shown(struct str text);

#define WRITTEN_SHOWN(text) (int)written_shown(text).length, (text).at

#endif
