/* letter.h - the township's answer as a paper, from a template and a decision.
 *
 * A reader must believe: only citations read in their source stand in the letter; all others are in the notes, which are for
 * the one who prepares it. Dates are written as officials write them. A letter without number, signer and date is a draft and
 * says so.
 * Source: 党政机关公文处理工作条例 9, 15, 16 as retold (title = issuer, matter, genre; one matter; no orders to equals).
 */
#ifndef SAY_LETTER_H
#define SAY_LETTER_H

#include <decide/reply.h>
#include <say/document/document.h>
#include <say/document/template.h>

struct letter_request {
    const struct list *list;
    const struct decision *decision; /* with its fixes */
    const struct reply *reply;       /* that is open */
    const struct township *township;
    struct str number, signer, contact; /* empty: not given */
    int32_t date;                       /* DAY_NONE: not given */
};

/* The names that templates may use. */
struct template_names letter_names(void);

/* Whether number, signer and date are all given. */
bool letter_is_final(const struct letter_request *request);

/* Writes the letter by a template into `out` (zero-initialised, with its arena). `source` is the template's own text and
 * `file` its path, for messages about its lines. QUANZE_BAD_DATA: a mark such as 【标题】 that there is not (with the near
 * miss), or a letter without title or body. */
quanze_status letter_write(const struct letter_request *request, const struct template *template, const char *file,
                           struct document *out, struct quanze_error *error);

/* Checks the marks of a template's lines: QUANZE_BAD_DATA with file:line:column. */
quanze_status letter_check(struct str source, const char *file, struct quanze_error *error);

/* Notes for the one who prepares it: why it is a draft, which citations are still to be verified, what is not known. */
void letter_notes(struct buf *out, const struct letter_request *request, quanze_language language);

/* Why a letter of this kind cannot be written, and which can; `open`: those, a bit each. */
void letter_closed(struct buf *out, const struct decision *decision, const struct reply *reply, unsigned open,
                   quanze_language language);

#endif
