/* short.h - facts and records as they are stored: pieces of JSON that stand in most of them are written as two bytes.
 *
 * A reader must believe:
 *   - only how a text is stored is concerned: fingerprints, and all that is read, exported or decided again, are of the plain
 * text;
 *   - a short text begins with a byte 1; word number n (from 0, in the order of words.def) stands in it as the bytes 2 + n / 64
 * and 48 + n % 64; JSON has no bytes below 32. What begins otherwise is plain: rows from before are;
 *   - the table `words` of a ledger holds the words for whoever reads it without this program.
 */
#ifndef LEDGER_SHORT_H
#define LEDGER_SHORT_H

#include <ledger/ledger.h>

#define SHORT_SLOTS 1024
#define SHORT_MOST_WORDS 448

/* Words by the hash of their first bytes, the longest first: numbers from 1, 0 = none. */
struct short_words {
    uint16_t first[SHORT_SLOTS], next[SHORT_MOST_WORDS];
};

void short_words_make(struct short_words *out);

/* Stores what is finished in its short form; texts are copied into the arena. False when memory ran out. */
bool short_task(const struct short_words *words, struct arena *arena, struct ledger_task *task);
bool short_decision(const struct short_words *words, struct arena *arena, struct ledger_decision *decision);

/* Lets the statements of a connection read plain texts; and writes the table of words. */
quanze_status short_prepare(struct ledger *ledger, struct quanze_error *error);
quanze_status short_write_words(struct ledger *ledger, struct quanze_error *error);

#endif
