/* head.h - what stands at fixed places of an official paper: letterhead, number, title, addressees, signature, date.
 * Source: 党政机关公文格式 GB/T 9704-2012; what notices without a red head and group messages do instead.
 */
#ifndef READ_NOTICE_HEAD_H
#define READ_NOTICE_HEAD_H

#include <read/notice/notes.h>

#define NO_LINE SIZE_MAX

/* Where the parts stand. */
struct head {
    size_t title_line, last_title_line;
    size_t addressee_line, date_line; /* NO_LINE: there is none */
    bool is_message;                  /* a chat message with its sender and time in front */
};

/* Finds title, number, form and date, and sets their facts, `notes->title`, `notes->addressees` and `notes->world.day`. */
void head_read(struct notes *notes, struct head *out);

/* Sets issuer.name, issuer.kind and origin; two different issuers are a doubt. */
void head_issuer(struct notes *notes, const struct head *head);

/* Sets `townships`. */
void head_townships(struct notes *notes);

/* Whether a run reads as the name of a body and nothing else. */
bool head_is_body(const struct paper *paper, struct span span);

#endif
