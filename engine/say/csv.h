/* csv.h - cells of a table in CSV. Source: RFC 4180. */
#ifndef SAY_CSV_H
#define SAY_CSV_H

#include <base/buf.h>

/* What a file begins with; without it Excel takes it for GBK. */
void csv_begin(struct buf *out);

/* A cell, with a comma before it unless it is the first of its line: `*later` is false then, and true afterwards. A text that a
 * spreadsheet would take for a formula gets an apostrophe before it. */
void csv_text(struct buf *out, struct str text, bool *later);

/* The same for `number` / 10^`digits`. */
void csv_number(struct buf *out, int64_t number, unsigned digits, bool *later);

/* The end of a line. */
void csv_end_line(struct buf *out, bool *later);

#endif
