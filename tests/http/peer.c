#include <http/peer.h>

#include <check.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <strings.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define MOST_OPTIONS 24
#define WAIT_MS 20000 /* a machine under load, and sanitizers */

static void run(const struct peer *peer, int errors, const char *const *options) {
    const char *arguments[MOST_OPTIONS + 8] = {QUANZE, "serve", "--port", "0", "--data", peer->folder};
    size_t count = 6;
    for (size_t i = 0; options && options[i]; i++) arguments[count++] = options[i];
    (void)prctl(PR_SET_PDEATHSIG, SIGKILL); /* a test that breaks off leaves no server behind */
    (void)dup2(errors, STDERR_FILENO);
    (void)dup2(errors, STDOUT_FILENO);
    (void)execv(QUANZE, (char *const *)(uintptr_t)arguments);
    _exit(127);
}

/* Reads what there is, waiting at most so long. */
static bool listen_to(struct peer *peer, int wait_ms) {
    const size_t length = strlen(peer->told);
    struct pollfd ready = {.fd = peer->errors, .events = POLLIN};
    if (length + 1 >= sizeof peer->told) peer->told[0] = '\0';
    if (poll(&ready, 1, wait_ms) <= 0) return false;
    const size_t start = strlen(peer->told);
    const ssize_t got = read(peer->errors, peer->told + start, sizeof peer->told - start - 1);
    if (got <= 0) return false;
    peer->told[start + (size_t)got] = '\0';
    return true;
}

bool peer_tells(struct peer *peer, const char *word) {
    for (int i = 0; i < WAIT_MS / 100 && !strstr(peer->told, word); i++) (void)listen_to(peer, 100);
    return strstr(peer->told, word) != NULL;
}

void peer_drain(struct peer *peer) {
    while (listen_to(peer, 0)) {
    }
}

void peer_start_again(struct peer *peer, const char *const *options) {
    int ends[2];
    peer->told[0] = '\0';
    assert_int_equal(pipe(ends), 0);
    (void)fcntl(ends[1], F_SETPIPE_SZ, 1024 * 1024); /* some thousand lines of its log, before somebody reads them */
    peer->pid = fork();
    if (peer->pid == 0) run(peer, ends[1], options);
    (void)close(ends[1]);
    peer->errors = ends[0];
    assert_true(peer_tells(peer, "\"started\""));
    const char *address = strstr(peer->told, "http://127.0.0.1:");
    assert_non_null(address);
    peer->port = (unsigned)strtoul(address + 17, NULL, 10);
}

void peer_start(struct peer *peer, const char *const *options) {
    (void)snprintf(peer->folder, sizeof peer->folder, "/tmp/quanze-http-XXXXXX");
    assert_non_null(mkdtemp(peer->folder));
    peer_start_again(peer, options);
    const char *password = strstr(peer->told, "password: ");
    assert_non_null(password);
    memcpy(peer->password, password + 10, 23);
    peer->password[23] = '\0';
}

void peer_signal(const struct peer *peer, int signal) { assert_int_equal(kill(peer->pid, signal), 0); }

int peer_end(struct peer *peer) {
    int status = -1;
    (void)kill(peer->pid, SIGTERM);
    for (bool ended = false; !ended;) { /* what it prints is read, so that it does not wait for us */
        (void)listen_to(peer, 20);
        ended = waitpid(peer->pid, &status, WNOHANG) == peer->pid;
    }
    peer_drain(peer);
    (void)close(peer->errors);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

void peer_clear(struct peer *peer) {
    static const char *const FILES[] = {"users", "users.lock", "users.new", "ledger.db", "ledger.db-wal", "ledger.db-shm"};
    char path[128];
    for (size_t i = 0; i < COUNT(FILES); i++) {
        (void)snprintf(path, sizeof path, "%s/%s", peer->folder, FILES[i]);
        (void)unlink(path);
    }
    (void)rmdir(peer->folder);
}

int peer_stop(struct peer *peer) {
    const int code = peer_end(peer);
    peer_clear(peer);
    return code;
}

void peer_account(struct peer *peer, const char *name, enum role role, const char *office, bool is_program,
                  char secret[TOKEN_BYTES]) {
    struct account account = {.role = role, .is_program = is_program, .since = "2026-11-22"};
    struct quanze_error error;
    (void)snprintf(account.name, sizeof account.name, "%s", name);
    (void)snprintf(account.office, sizeof account.office, "%s", office);
    assert_int_equal(users_add(peer->folder, &account, secret, &error), QUANZE_OK);
}

/* A connection, or -1. */
static int reach(const struct peer *peer) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)peer->port)};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int at = socket(AF_INET, SOCK_STREAM, 0);
    const struct timeval patience = {.tv_sec = WAIT_MS / 1000};
    assert_true(at >= 0);
    (void)setsockopt(at, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    if (connect(at, (struct sockaddr *)&address, sizeof address) == 0) return at;
    (void)close(at);
    return -1;
}

int peer_connect(const struct peer *peer) {
    const int at = reach(peer);
    assert_true(at >= 0);
    return at;
}

bool peer_write(int socket, const char *bytes, size_t length) {
    while (length > 0) {
        const ssize_t sent = send(socket, bytes, length, MSG_NOSIGNAL);
        if (sent <= 0) return false;
        bytes += sent;
        length -= (size_t)sent;
    }
    return true;
}

/* Reads up to the empty line; one byte at a time, so that the body stays in the socket. */
static bool read_head(int socket, struct peer_answer *out) {
    size_t length = 0;
    while (length + 1 < sizeof out->head) {
        if (recv(socket, out->head + length, 1, 0) != 1) return false;
        out->head[++length] = '\0';
        if (length >= 4 && memcmp(out->head + length - 4, "\r\n\r\n", 4) == 0) return true;
    }
    return false;
}

const char *peer_header(const struct peer_answer *answer, const char *name, char out[512]) {
    const size_t length = strlen(name);
    out[0] = '\0';
    for (const char *line = strstr(answer->head, "\r\n"); line && line[2] != '\r'; line = strstr(line + 2, "\r\n"))
        if (strncasecmp(line + 2, name, length) == 0 && line[2 + length] == ':') {
            const char *value = line + 2 + length + 2;
            (void)snprintf(out, 512, "%.*s", (int)(strstr(value, "\r\n") - value), value);
            return out;
        }
    return out;
}

bool peer_read(int socket, struct peer_answer *out) {
    char length[512];
    out->status = 0;
    out->length = 0;
    if (!read_head(socket, out) || sscanf(out->head, "HTTP/1.1 %u", &out->status) != 1) return false;
    if (out->status == 100) return peer_read(socket, out);
    size_t left = strtoul(peer_header(out, "Content-Length", length), NULL, 10);
    while (left > 0 && out->length + 1 < sizeof out->body) {
        const ssize_t got = recv(socket, out->body + out->length, left, 0);
        if (got <= 0) return false;
        out->length += (size_t)got;
        left -= (size_t)got;
    }
    out->body[out->length] = '\0';
    return left == 0;
}

bool peer_raw(const struct peer *peer, const char *bytes, size_t length, struct peer_answer *out) {
    assert_true(kill(peer->pid, 0) == 0);
    return peer_try(peer, bytes, length, out);
}

bool peer_try(const struct peer *peer, const char *bytes, size_t length, struct peer_answer *out) {
    const int socket = reach(peer);
    if (socket < 0) return false;
    (void)peer_write(socket, bytes, length); /* the server may answer, and close, before all is sent */
    const bool came = peer_read(socket, out);
    (void)close(socket);
    return came;
}

void peer_get(const struct peer *peer, const char *path, const char *headers, struct peer_answer *out) {
    char request[4096];
    const int length =
        snprintf(request, sizeof request, "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%u\r\n%s\r\n", path, peer->port, headers);
    assert_true(length > 0 && (size_t)length < sizeof request);
    assert_true(peer_raw(peer, request, (size_t)length, out));
}

void peer_post(const struct peer *peer, const char *path, const char *headers, const char *type, const char *body,
               struct peer_answer *out) {
    const size_t size = strlen(body) + 4096;
    char *request = malloc(size);
    assert_non_null(request);
    const int length =
        snprintf(request, size, "POST %s HTTP/1.1\r\nHost: 127.0.0.1:%u\r\nContent-Type: %s\r\nContent-Length: %zu\r\n%s\r\n%s",
                 path, peer->port, type, strlen(body), headers, body);
    assert_true(length > 0 && (size_t)length < size);
    assert_true(peer_raw(peer, request, (size_t)length, out));
    free(request);
}

bool peer_goes_to(const struct peer_answer *answer, const char *path) {
    char place[512];
    return answer->status == 303 && strcmp(peer_header(answer, "Location", place), path) == 0;
}

void peer_form_token(const struct peer *peer, const char *path, const char *cookie, char out[TOKEN_BYTES]) {
    static struct peer_answer answer;
    peer_get(peer, path, cookie, &answer);
    const char *found = strstr(answer.body, "name=\"form_token\" value=\"");
    assert_non_null(found);
    memcpy(out, found + 25, TOKEN_BYTES - 1);
    out[TOKEN_BYTES - 1] = '\0';
}

static void take_cookie(const struct peer_answer *answer, char cookie[160]) {
    char header[512];
    assert_true(strncmp(peer_header(answer, "Set-Cookie", header), "quanze=", 7) == 0);
    (void)snprintf(cookie, 160, "Cookie: %.71s\r\n", header);
}

void peer_sign_in(const struct peer *peer, const char *name, const char *password, char cookie[160]) {
    static struct peer_answer answer;
    char form[512], place[512], token[TOKEN_BYTES];
    (void)snprintf(form, sizeof form, "name=%s&password=%s", name, password);
    peer_post(peer, "/login", "", PEER_FORM, form, &answer);
    assert_int_equal(answer.status, 303);
    take_cookie(&answer, cookie);
    if (strcmp(peer_header(&answer, "Location", place), "/password") != 0) return;
    peer_form_token(peer, "/password", cookie, token);
    (void)snprintf(form, sizeof form, "form_token=%s&old=%s&new=own-%s-password&again=own-%s-password", token, password, name,
                   name);
    peer_post(peer, "/password", cookie, PEER_FORM, form, &answer);
    assert_int_equal(answer.status, 303);
    take_cookie(&answer, cookie);
}
