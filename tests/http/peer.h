/* peer.h - a server of our own to talk to, and the other end of the wire. */
#ifndef TESTS_HTTP_PEER_H
#define TESTS_HTTP_PEER_H

#include <http/account/users.h>
#include <sys/types.h>

#define PEER_FORM "application/x-www-form-urlencoded"

struct peer {
    pid_t pid;
    unsigned port;
    int errors; /* what it prints */
    char folder[64], password[TOKEN_BYTES];
    char told[65536]; /* what it has printed so far */
};

struct peer_answer {
    unsigned status;
    size_t length; /* of the body */
    char head[8192];
    char body[1024 * 1024]; /* NUL-ended */
};

/* Starts `quanze serve` with a data folder of its own; `options` ends with NULL, or is NULL. */
void peer_start(struct peer *peer, const char *const *options);

/* A signal; peer_stop waits for the end and gives its exit code, the folder is gone then. */
void peer_signal(const struct peer *peer, int signal);
int peer_stop(struct peer *peer);
/* The same, but the folder stays and `peer_start_again` takes it up. */
int peer_end(struct peer *peer);
void peer_start_again(struct peer *peer, const char *const *options);
void peer_clear(struct peer *peer);

/* An account besides the administrator; its secret is a password or token. */
void peer_account(struct peer *peer, const char *name, enum role role, const char *office, bool is_program,
                  char secret[TOKEN_BYTES]);

/* Reads what the server has printed, so that it does not wait for a reader under much load. */
void peer_drain(struct peer *peer);

/* Waits until the server has printed the word. */
bool peer_tells(struct peer *peer, const char *word);

int peer_connect(const struct peer *peer);
bool peer_write(int socket, const char *bytes, size_t length);
/* One answer from a connection that stays open; false when it ended before. */
bool peer_read(int socket, struct peer_answer *out);

/* A request of any bytes on a connection of its own. False when no whole answer came. */
bool peer_raw(const struct peer *peer, const char *bytes, size_t length, struct peer_answer *out);

/* The same where the server may be gone: false then, too. */
bool peer_try(const struct peer *peer, const char *bytes, size_t length, struct peer_answer *out);

/* `headers`: lines with their ends, or "". */
void peer_get(const struct peer *peer, const char *path, const char *headers, struct peer_answer *out);
void peer_post(const struct peer *peer, const char *path, const char *headers, const char *type, const char *body,
               struct peer_answer *out);

/* Signs in and writes the Cookie line; chooses a password of its own where the server asks for one. */
void peer_sign_in(const struct peer *peer, const char *name, const char *password, char cookie[160]);

/* The value of a header, or of a cookie that it sets; "" when there is none. */
const char *peer_header(const struct peer_answer *answer, const char *name, char out[512]);

/* Whether it sends the browser to that path. */
bool peer_goes_to(const struct peer_answer *answer, const char *path);

/* The token of the form on a page. */
void peer_form_token(const struct peer *peer, const char *path, const char *cookie, char out[TOKEN_BYTES]);

#endif
