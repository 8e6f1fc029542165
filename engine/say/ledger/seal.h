/* seal.h - a month's seal as one sheet of paper, of which two offices keep a copy each.
 *
 * A reader must believe: all that is needed for checking later stands on it; nothing is signed or dated for anybody; a county
 * that was not named is left blank to be written in.
 */
#ifndef SAY_SEAL_H
#define SAY_SEAL_H

#include <ledger/seal.h>
#include <say/document/document.h>

/* Fills an empty document. False when memory ran out. */
bool say_seal_paper(const struct ledger_seal_line *line, struct str county, struct document *out);

#endif
