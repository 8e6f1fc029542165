#include <http/account/logins.h>

#include <base/alloc.h>
#include <base/buf.h>
#include <http/account/throttle.h>

#define FREE_HERE 4       /* a person's own mistakes */
#define FREE_STRANGERS 20 /* of all addresses where the account was not signed in */
#define MOST_WAIT_MS (60 * INT64_C(1000))
#define FORGET_MS (15 * 60 * INT64_C(1000))

struct logins {
    struct throttle *here;      /* by account and address */
    struct throttle *strangers; /* by account alone */
};

struct logins *logins_open(void) {
    struct logins *logins = alloc_new(sizeof *logins);
    if (!logins) return NULL;
    logins->here = throttle_open(FREE_HERE, MOST_WAIT_MS, FORGET_MS);
    logins->strangers = throttle_open(FREE_STRANGERS, MOST_WAIT_MS, FORGET_MS);
    if (logins->here && logins->strangers) return logins;
    logins_close(logins);
    return NULL;
}

void logins_close(struct logins *logins) {
    if (!logins) return;
    throttle_close(logins->here);
    throttle_close(logins->strangers);
    alloc_free(logins);
}

/* "address account". Where memory ran out, the account alone: it waits rather too long than not at all. */
static struct str key_of(const struct login_try *attempt, struct buf *out) {
    buf_put(out, attempt->peer);
    buf_put_char(out, ' ');
    buf_put(out, attempt->name);
    return out->failed ? attempt->name : buf_str(out);
}

int64_t logins_wait_ms(struct logins *logins, const struct login_try *attempt) {
    struct buf text = {0};
    const struct str here = key_of(attempt, &text);
    int64_t wait_ms = throttle_wait_ms(logins->here, here, attempt->now_ms);
    if (wait_ms == 0 && !throttle_knows(logins->here, here))
        wait_ms = throttle_wait_ms(logins->strangers, attempt->name, attempt->now_ms);
    buf_free(&text);
    return wait_ms;
}

void logins_count(struct logins *logins, const struct login_try *attempt, bool holds) {
    struct buf text = {0};
    const struct str here = key_of(attempt, &text);
    if (holds)
        throttle_forgive(logins->here, here);
    else {
        if (!throttle_knows(logins->here, here)) throttle_count(logins->strangers, attempt->name, attempt->now_ms);
        throttle_count(logins->here, here, attempt->now_ms);
    }
    buf_free(&text);
}
