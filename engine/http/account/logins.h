/* logins.h - how often somebody may try to sign in.
 *
 * A reader must believe: guessing is slow, from one address and from many; whoever guesses at an account does not keep its
 * owner out: from an address where the account was signed in, only the tries from that address count. All of it is in memory,
 * as hashes.
 */
#ifndef HTTP_LOGINS_H
#define HTTP_LOGINS_H

#include <base/str.h>

struct logins;

/* Who tries, and from where. */
struct login_try {
    struct str name, peer;
    int64_t now_ms;
};

struct logins *logins_open(void);
void logins_close(struct logins *logins);

/* Milliseconds that the account has still to wait at that address; 0: it may try. */
int64_t logins_wait_ms(struct logins *logins, const struct login_try *attempt);

/* What became of a try. */
void logins_count(struct logins *logins, const struct login_try *attempt, bool holds);

#endif
