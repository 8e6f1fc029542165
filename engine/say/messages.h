/* messages.h - the words of all pages, zh and en side by side in messages.def.
 *
 * A reader must believe: what `say` prints is from messages.def, from the fact table and the vocabularies, from a rule file, or
 * from the user's own data; no other file of this room holds a sentence.
 */
#ifndef SAY_MESSAGES_H
#define SAY_MESSAGES_H

#include <base/buf.h>
#include <quanze.h>

enum message_id {
#define MESSAGE(id, zh, en) MESSAGE_##id,
#define UNIT(name, zh, one, many)
#define WORD(name, zh, en)
#include <say/messages.def>
#undef MESSAGE
#undef UNIT
#undef WORD
    MESSAGE_COUNT_ALL
};

struct str messages_text(enum message_id id, quanze_language language);

/* Appends a message with {1} to {9} replaced by `values`, and {1s} by the s of a plural, which a value of "1" has not. */
void messages_fill(struct buf *out, enum message_id id, quanze_language language, const struct str *values, size_t count);

#define MESSAGES_FILL(out, id, language, ...)                                                                                  \
    messages_fill((out), (id), (language), (const struct str[]){__VA_ARGS__},                                                  \
                  sizeof((const struct str[]){__VA_ARGS__}) / sizeof(struct str))

/* The word for a unit of the fact table ("person" is 人); the unit itself when the table does not know it. */
struct str messages_unit(struct str unit, quanze_language language);
/* The same behind a number: one person, two people. */
struct str messages_unit_of(struct str unit, bool is_one, quanze_language language);

/* What people call a word of any vocabulary, or a common word of an open one ("patrol" is 巡查); the word itself otherwise. */
struct str messages_word(struct str word, quanze_language language);

/* The common word of an open vocabulary that people call so, in either language (巡查 is "patrol"); the text itself otherwise.
 */
struct str messages_word_called(struct str text);

#endif
