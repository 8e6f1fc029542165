/* app.h - the running server: what it was told, and what all requests share.
 *
 * A reader must believe: an engine in use is never freed; a new one takes its place whole or not at all; a ledger connection is
 * used by one request at a time.
 */
#ifndef HTTP_APP_H
#define HTTP_APP_H

#include <http/account/logins.h>
#include <http/account/sessions.h>
#include <http/account/throttle.h>
#include <http/state/ledgers.h>
#include <http/state/library.h>
#include <http/state/metrics.h>
#include <http/state/replays.h>
#include <http/state/reports.h>
#include <limits.h>
#include <pthread.h>
#include <stdatomic.h>

/* What `quanze serve` was told. Strings are borrowed for as long as the server runs. */
struct app_options {
    const char *data;    /* folder of ledger and accounts */
    const char *address; /* NULL: 127.0.0.1 */
    const char *today;   /* YYYY-MM-DD, or NULL: ask the clock */
    unsigned port;
    unsigned threads;     /* 0: as many as processors */
    unsigned patience_ms; /* for one run over rules that came, or over past tasks; 0: half a minute */
    bool proxy;           /* behind an HTTPS proxy on this machine */
    quanze_language language;
    struct quanze_options engine; /* without a reporter */
    void *payload;
    void (*say)(void *payload, const char *zh, const char *en); /* what the one who started it should read */
};

struct app {
    struct app_options options;
    struct library *library; /* the engine of the moment */
    struct ledgers *ledgers; /* connections */
    struct sessions *sessions;
    struct logins *logins;
    struct throttle *complaints;
    char nobody[PASSWORD_HASH_BYTES]; /* the hash of a password that nobody has */
    struct reports *reports;          /* finished audits */
    struct replays *replays;          /* answers to writes, by their Idempotency-Key */
    struct metrics metrics;
    pthread_mutex_t users_lock;
    struct users users;           /* as the file had them when it was last looked at */
    struct users_mark users_mark; /* the file, when it was last looked at */
    bool users_refused;           /* the file could not be read when it was last looked at */
    atomic_uint copies;           /* of the ledger, on their way */
    uint64_t answered;            /* at the last tick */
    unsigned rests;               /* ticks since something was asked */
    char ledger_path[PATH_MAX], waivers_path[PATH_MAX];
    unsigned (*connections)(void *payload); /* open ones, for the metrics */
    void *connections_payload;
};

/* Opens all but the sockets: the data folder (made if it is not there), the first administrator, the engine, the ledger. */
quanze_status app_open(const struct app_options *options, struct app **out, struct quanze_error *error);
void app_close(struct app *app);

/* What has to be looked at now and then: accounts that a command has changed, sessions that have run out. */
void app_tick(struct app *app);

/* Reads lists and rules again, as library_reload does, and tells the log. */
quanze_status app_reload(struct app *app, struct quanze_error *error);

/* Reads the accounts again now. */
quanze_status app_reread_users(struct app *app, struct quanze_error *error);

/* A copy of the account of that name, or of the one behind a token. False when there is none or it is disabled. What a command
 * has changed counts at once. */
bool app_account(struct app *app, struct str name, struct account *out);
bool app_token_account(struct app *app, struct str token, struct account *out);

/* Who is signed in by that session, likewise. */
bool app_session(struct app *app, struct str token, struct caller *out);

/* The time and the day, as the requests of the library want them. */
void app_now(const struct app *app, char out[20]);
void app_today(const struct app *app, char out[20]);

#endif
