/* sessions.h - who is signed in, in memory only: a restart signs everybody out.
 *
 * A reader must believe: the browser holds a random token that only the server made, and after every login a new one; the
 * server keeps its hash; a session ends by logout, after half an hour without a request, and after twelve hours in any case.
 */
#ifndef HTTP_SESSIONS_H
#define HTTP_SESSIONS_H

#include <http/account/users.h>

#define SESSION_IDLE_MS (30 * 60 * INT64_C(1000))
#define SESSION_LIFE_MS (12 * 60 * 60 * INT64_C(1000))
#define SESSIONS_MAX 10000
#define SESSIONS_OF_ONE 32 /* so that one account neither keeps the others out nor fills the memory */

/* Who asks. */
struct caller {
    enum role role; /* ROLE_NONE: nobody is signed in */
    char name[USER_NAME_BYTES], office[USER_OFFICE_BYTES];
    char form_token[TOKEN_BYTES]; /* stands in every form of the session */
    bool must_change, by_token;
};

struct sessions;

struct sessions *sessions_open(void);
void sessions_close(struct sessions *sessions);

/* Signs in; `token` is for the browser. Of SESSIONS_OF_ONE sessions of that account the one seen longest ago ends.
 * QUANZE_INTERNAL: too many sessions, no memory, no randomness. */
quanze_status sessions_start(struct sessions *sessions, const struct account *account, int64_t now_ms, char token[TOKEN_BYTES],
                             struct quanze_error *error);

/* Whose token it is; false for one that is unknown or has run out. */
bool sessions_find(struct sessions *sessions, struct str token, int64_t now_ms, struct caller *out);

void sessions_end(struct sessions *sessions, struct str token);

/* Ends what has run out, and the sessions of accounts that are gone, disabled, or no longer what they were. */
void sessions_review(struct sessions *sessions, const struct users *users, int64_t now_ms);

size_t sessions_count(struct sessions *sessions);

#endif
