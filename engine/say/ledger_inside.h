/* ledger_inside.h - what the text and the JSON pages of the ledger share. */
#ifndef SAY_LEDGER_INSIDE_H
#define SAY_LEDGER_INSIDE_H

#include <say/ledger_page.h>
#include <say/say_inside.h>

/* The JSON of a part, in one line; the text of it is in ledger_text.c. */
void ledger_json_fault(struct buf *out, int64_t row, enum ledger_fault fault, quanze_language language);
void ledger_json_faults_end(struct buf *out, const struct ledger_verified *verified);
void ledger_json_entries(struct buf *out, const struct quanze_entry_summary *total);
void ledger_json_line(struct buf *out, const struct ledger_line *line);
void ledger_json_export(struct buf *out, const struct ledger_export *row);
void ledger_json_due(struct buf *out, const struct ledger_due *due);
void ledger_json_complaint(struct buf *out, int64_t row, int32_t day, const struct ledger_complaint *complaint);
void ledger_json_story(struct buf *out, const struct ledger_story *story);
void ledger_json_move(struct buf *out, const struct ledger_move *move, int64_t row);
void ledger_json_seal(struct buf *out, const struct ledger_seal *seal);

/* The sentence of a fault. */
struct str ledger_fault_words(enum ledger_fault fault, quanze_language language);

/* Bytes as hex digits. */
void ledger_put_hex(struct buf *out, const unsigned char *bytes, size_t count);

#endif
