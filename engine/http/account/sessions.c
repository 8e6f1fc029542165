#include <http/account/sessions.h>

#include <base/alloc.h>
#include <pthread.h>
#include <stdio.h>

#define BUCKETS 1024

struct session {
    struct session *next;
    char hash[TOKEN_BYTES], secret[PASSWORD_HASH_BYTES];
    struct caller caller;
    int64_t begun_ms, seen_ms;
};

struct sessions {
    pthread_mutex_t lock;
    size_t count;
    struct session *bucket[BUCKETS];
};

struct sessions *sessions_open(void) {
    struct sessions *sessions = alloc_new(sizeof *sessions);
    if (sessions && pthread_mutex_init(&sessions->lock, NULL) == 0) return sessions;
    alloc_free(sessions);
    return NULL;
}

static struct session **bucket_of(struct sessions *sessions, const char *hash) {
    return &sessions->bucket[str_hash(str_of(hash)) % BUCKETS];
}

/* Takes the session out of its chain and frees it. */
static void drop(struct sessions *sessions, struct session **at) {
    struct session *gone = *at;
    *at = gone->next;
    sessions->count--;
    alloc_free(gone);
}

void sessions_close(struct sessions *sessions) {
    if (!sessions) return;
    for (size_t i = 0; i < BUCKETS; i++)
        while (sessions->bucket[i]) drop(sessions, &sessions->bucket[i]);
    (void)pthread_mutex_destroy(&sessions->lock);
    alloc_free(sessions);
}

static quanze_status make(const struct account *account, int64_t now_ms, struct session *out, char token[TOKEN_BYTES],
                          struct quanze_error *error) {
    quanze_status status = token_make(token, error);
    if (status == QUANZE_OK) status = token_make(out->caller.form_token, error);
    if (status != QUANZE_OK) return status;
    token_hash(str_of(token), out->hash);
    (void)snprintf(out->secret, sizeof out->secret, "%s", account->secret);
    (void)snprintf(out->caller.name, sizeof out->caller.name, "%s", account->name);
    (void)snprintf(out->caller.office, sizeof out->caller.office, "%s", account->office);
    out->caller.role = account->role;
    out->caller.must_change = account->must_change;
    out->begun_ms = out->seen_ms = now_ms;
    return QUANZE_OK;
}

/* Of an account that has as many as it may, the one that was seen longest ago is over. */
static void make_room(struct sessions *sessions, const char *name) {
    struct session **oldest = NULL;
    size_t count = 0;
    for (size_t i = 0; i < BUCKETS; i++)
        for (struct session **at = &sessions->bucket[i]; *at; at = &(*at)->next) {
            if (strcmp((*at)->caller.name, name) != 0) continue;
            count++;
            if (!oldest || (*at)->seen_ms < (*oldest)->seen_ms) oldest = at;
        }
    if (count >= SESSIONS_OF_ONE) drop(sessions, oldest);
}

quanze_status sessions_start(struct sessions *sessions, const struct account *account, int64_t now_ms, char token[TOKEN_BYTES],
                             struct quanze_error *error) {
    struct session *session = alloc_new(sizeof *session);
    quanze_status status = session ? make(account, now_ms, session, token, error) : error_memory(error);
    if (status != QUANZE_OK) {
        alloc_free(session);
        return status;
    }
    (void)pthread_mutex_lock(&sessions->lock);
    make_room(sessions, account->name);
    const bool has_room = sessions->count < SESSIONS_MAX;
    if (has_room) {
        struct session **bucket = bucket_of(sessions, session->hash);
        session->next = *bucket;
        *bucket = session;
        sessions->count++;
    }
    (void)pthread_mutex_unlock(&sessions->lock);
    if (has_room) return QUANZE_OK;
    alloc_free(session);
    return error_set(error, QUANZE_INTERNAL, "登录的人太多，请稍后再试", "too many people are signed in; try again later");
}

static bool is_over(const struct session *session, int64_t now_ms) {
    return now_ms - session->seen_ms > SESSION_IDLE_MS || now_ms - session->begun_ms > SESSION_LIFE_MS;
}

/* Where the chain points to the session of a token; NULL when there is none. */
static struct session **find(struct sessions *sessions, struct str token) {
    char hash[TOKEN_BYTES];
    token_hash(token, hash);
    for (struct session **at = bucket_of(sessions, hash); *at; at = &(*at)->next)
        if (secret_equal(str_of((*at)->hash), str_of(hash))) return at;
    return NULL;
}

bool sessions_find(struct sessions *sessions, struct str token, int64_t now_ms, struct caller *out) {
    (void)pthread_mutex_lock(&sessions->lock);
    struct session **at = find(sessions, token);
    const bool is_there = at && !is_over(*at, now_ms);
    if (at && !is_there) drop(sessions, at);
    if (is_there) {
        (*at)->seen_ms = now_ms;
        *out = (*at)->caller;
    }
    (void)pthread_mutex_unlock(&sessions->lock);
    return is_there;
}

void sessions_end(struct sessions *sessions, struct str token) {
    (void)pthread_mutex_lock(&sessions->lock);
    struct session **at = find(sessions, token);
    if (at) drop(sessions, at);
    (void)pthread_mutex_unlock(&sessions->lock);
}

/* A new password ends the sessions that the old one began. */
static bool is_good(const struct session *session, const struct users *users) {
    const struct account *account = users_find(users, str_of(session->caller.name));
    return account && !account->is_disabled && account->role == session->caller.role &&
           strcmp(account->office, session->caller.office) == 0 && strcmp(account->secret, session->secret) == 0;
}

void sessions_review(struct sessions *sessions, const struct users *users, int64_t now_ms) {
    (void)pthread_mutex_lock(&sessions->lock);
    for (size_t i = 0; i < BUCKETS; i++)
        for (struct session **at = &sessions->bucket[i]; *at;) {
            if (is_over(*at, now_ms) || !is_good(*at, users))
                drop(sessions, at);
            else
                at = &(*at)->next;
        }
    (void)pthread_mutex_unlock(&sessions->lock);
}

size_t sessions_count(struct sessions *sessions) {
    (void)pthread_mutex_lock(&sessions->lock);
    const size_t count = sessions->count;
    (void)pthread_mutex_unlock(&sessions->lock);
    return count;
}
