/* reply.h - which letter the township may write about a decision: its genre, and the findings that it rests on.
 *
 * A reader must believe: a refusal is open only where the decision opens `decline`. To an issuer that may not be refused the
 * same wish becomes an objection, as a report; a basic duty is neither refused nor objected to here. A letter to one that
 * commands the township is a report or a request, to anybody else a letter between equals.
 * Source: 党政机关公文处理工作条例 8 (请示, 报告, 函), 15 (one matter a request), as retold; 地方组织法 76(7); 公务员法 60.
 */
#ifndef DECIDE_REPLY_H
#define DECIDE_REPLY_H

#include <decide/decide.h>

enum reply_variant { REPLY_REFUSAL, REPLY_CONDITIONAL, REPLY_TIME, REPLY_RESOURCES, REPLY_RECEIPT, REPLY_COUNT };
enum reply_genre { GENRE_LETTER, GENRE_REPORT, GENRE_REQUEST };

struct reply {
    enum reply_variant variant;
    enum reply_genre genre;
    bool is_open;
    enum closed_reason reason;      /* when not open */
    bool is_objection;              /* a refusal that the issuer's rank turned into an objection */
    bool issuer_unknown;            /* whether the issuer may be refused is not known; written as to an equal */
    const struct finding **grounds; /* that the letter rests on, in the order of the decision; in the arena */
    size_t ground_count;
};

/* "refusal" "conditional" "time" "resources" "receipt"; -1 for anything else. */
struct str reply_name(enum reply_variant variant);
int reply_find(struct str name);

/* Weighs one variant; `decision` with its fixes. False when memory ran out. */
bool reply_weigh(const struct decision *decision, enum reply_variant variant, struct arena *arena, struct reply *out);

#endif
