/* replays.h - answers to writes, kept in memory for a day by their Idempotency-Key: who sends the same request twice gets the
 * same answer, and it is done once. What was written is remembered by the ledger, too, over a restart. */
#ifndef HTTP_REPLAYS_H
#define HTTP_REPLAYS_H

#include <http/wire/reply.h>

struct replays;

struct replays *replays_open(void);
void replays_close(struct replays *replays);

enum replay {
    REPLAY_NEW,       /* to be done; `replays_keep` must follow */
    REPLAY_DONE,      /* the reply is there */
    REPLAY_UNDER_WAY, /* the first one is still being done */
    REPLAY_SECRET,    /* it was done, and what it told is kept nowhere */
    REPLAY_OTHER      /* the key came with another request */
};

/* `key`: of one caller; `content`: hash of the request. */
enum replay replays_begin(struct replays *replays, struct str key, uint64_t content, int64_t now_ms, struct reply *out);

/* Keeps the answer; a refusal wrote nothing and is forgotten, so that the request may be tried again. */
void replays_keep(struct replays *replays, struct str key, const struct reply *reply);

#endif
