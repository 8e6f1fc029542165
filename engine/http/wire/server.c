#include <http/wire/server.h>

#include <base/alloc.h>
#include <errno.h>
#include <http/state/clock.h>
#include <http/state/workers.h>
#include <http/wire/watch.h>
#include <microhttpd.h>
#include <netdb.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <strings.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#define HEADER_BYTES (16 * 1024) /* of one request with its buffers; MHD answers 431 beyond it, and clears them each time */
#define LIGHT_BYTES (64 * 1024)  /* a body beyond that is no light work, whatever it asks for */
#define IDLE_SECONDS 75          /* between two bytes */
#define FILE_MS (3600 * 1000)    /* for taking a file, which may be as large as the ledger */
#define REPLY_MS (300 * 1000)    /* for taking a reply, the longest page of a slow line included */

struct server {
    struct server_options options;
    struct MHD_Daemon *daemon;
    struct watch *watch;
    struct workers *lanes[LANE_PUT_OFF + 1]; /* none for what is light */
    pthread_mutex_t lock;
    size_t under_way; /* whole requests whose reply is not sent yet */
    unsigned port;
    atomic_bool stopping;
};

/* One connection. */
struct line {
    struct watched *watched;
    struct exchange *announced; /* its first line came, its header not yet */
};

/* One request on its way. */
struct exchange {
    struct server *server;
    struct MHD_Connection *connection;
    struct line *line;
    struct request request;
    struct reply reply;
    struct server_plan plan;
    struct str target;
    int64_t begun_us;
    bool planned, is_whole, answered, overflowed;
};

static void count_under_way(struct server *server, int step) {
    (void)pthread_mutex_lock(&server->lock);
    server->under_way = step > 0 ? server->under_way + 1 : server->under_way - 1;
    (void)pthread_mutex_unlock(&server->lock);
}

static void free_exchange(struct exchange *exchange) {
    if (!exchange) return;
    request_free(&exchange->request);
    reply_free(&exchange->reply);
    alloc_free(exchange);
}

/* Called when the first line of a request is there; what it returns stands for the request from then on. MHD tells the end only
 * of requests whose header came, so until then the connection holds it. */
static void *begin(void *payload, const char *target, struct MHD_Connection *connection) {
    const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
    struct line *line = info ? info->socket_context : NULL;
    struct exchange *exchange = line ? alloc_new(sizeof *exchange) : NULL;
    if (!exchange) return NULL;
    exchange->server = payload;
    exchange->connection = connection;
    exchange->begun_us = clock_ticks_us();
    exchange->target = arena_copy(&exchange->request.arena, str_of(target));
    exchange->line = line;
    free_exchange(line->announced);
    line->announced = exchange;
    return exchange;
}

static enum MHD_Result take_header(void *payload, enum MHD_ValueKind kind, const char *name, const char *value) {
    struct request_headers *headers = payload;
    const struct {
        const char *name;
        struct str *place;
    } known[] = {{"Host", &headers->host},
                 {"Origin", &headers->origin},
                 {"Cookie", &headers->cookie},
                 {"Authorization", &headers->authorization},
                 {"Content-Type", &headers->content_type},
                 {"Accept", &headers->accept},
                 {"Accept-Language", &headers->accept_language},
                 {"Idempotency-Key", &headers->idempotency_key},
                 {"X-Forwarded-For", &headers->forwarded_for}};
    (void)kind;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcasecmp(name, known[i].name) == 0) *known[i].place = str_of(value);
    return MHD_YES;
}

/* The address of the other end, in the request's arena. */
static const char *peer_of(struct exchange *exchange) {
    const union MHD_ConnectionInfo *info = MHD_get_connection_info(exchange->connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    char text[NI_MAXHOST];
    if (!info || !info->client_addr) return "";
    const socklen_t length =
        info->client_addr->sa_family == AF_INET6 ? sizeof(struct sockaddr_in6) : sizeof(struct sockaddr_in);
    if (getnameinfo(info->client_addr, length, text, sizeof text, NULL, 0, NI_NUMERICHOST) != 0) return "";
    const struct str copy = arena_copy(&exchange->request.arena, str_of(text));
    return copy.at ? copy.at : "";
}

/* The header is there: what is to become of the request. */
static void plan(struct exchange *exchange, const char *method) {
    struct server *server = exchange->server;
    const struct server_hooks *hooks = &server->options.hooks;
    struct quanze_error error;
    exchange->planned = true;
    exchange->request.method = request_method(method);
    exchange->request.path = STR("");
    exchange->request.query = STR("");
    const struct str none = STR("");
    exchange->request.headers = (struct request_headers){none, none, none, none, none, none, none, none, none};
    (void)MHD_get_connection_values(exchange->connection, MHD_HEADER_KIND, take_header, &exchange->request.headers);
    exchange->request.peer = peer_of(exchange);
    watch_phase(server->watch, exchange->line->watched, WATCH_BODY);
    if (!exchange->target.at || request_read_target(&exchange->request, exchange->target, &error) != QUANZE_OK ||
        !fields_read_cookies(exchange->request.headers.cookie, &exchange->request.arena, &exchange->request.cookies)) {
        exchange->plan.refused = true;
        hooks->fail(hooks->payload, &exchange->request, 400, &exchange->reply);
        return;
    }
    hooks->plan(hooks->payload, &exchange->request, &exchange->plan, &exchange->reply);
}

static void put_security(struct MHD_Response *response, const struct reply *reply) {
    static const char *const HEADERS[][2] = {
        {"Content-Security-Policy",
         "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"},
        {"X-Content-Type-Options", "nosniff"},
        {"X-Frame-Options", "DENY"},
        {"Referrer-Policy", "same-origin"},
        {"Cross-Origin-Opener-Policy", "same-origin"},
        {"Permissions-Policy", "camera=(), microphone=(), geolocation=()"},
    };
    for (size_t i = 0; i < sizeof HEADERS / sizeof *HEADERS; i++)
        (void)MHD_add_response_header(response, HEADERS[i][0], HEADERS[i][1]);
    (void)MHD_add_response_header(response, "Cache-Control", reply->may_be_kept ? "private, max-age=3600" : "no-store");
    if (reply->type) (void)MHD_add_response_header(response, "Content-Type", reply->type);
    for (size_t i = 0; i < reply->header_count; i++)
        (void)MHD_add_response_header(response, reply->headers[i].name, reply->headers[i].value.at);
}

/* MHD closes the file. */
static struct MHD_Response *response_of_file(struct exchange *exchange) {
    struct stat info;
    struct MHD_Response *response = NULL;
    const int file = exchange->reply.file;
    watch_phase(exchange->server->watch, exchange->line->watched, WATCH_FILE);
    if (fstat(file, &info) == 0) response = MHD_create_response_from_fd64((uint64_t)info.st_size, file);
    if (!response) (void)close(file);
    return response;
}

/* The bytes stay with the exchange until it has ended. */
static struct MHD_Response *response_of_bytes(const struct reply *reply) {
    const struct str bytes = reply->fixed.at ? reply->fixed : buf_str(&reply->body);
    union {
        const char *in;
        void *out;
    } cast = {.in = bytes.at}; /* MHD wants a pointer to what it will not write to */
    return MHD_create_response_from_buffer(bytes.length, cast.out, MHD_RESPMEM_PERSISTENT);
}

static enum MHD_Result send_reply(struct exchange *exchange) {
    struct reply *reply = &exchange->reply;
    if (reply->body.failed) return MHD_NO;
    struct MHD_Response *response = reply->has_file ? response_of_file(exchange) : response_of_bytes(reply);
    if (!response) return MHD_NO;
    put_security(response, reply);
    if (exchange->server->stopping || exchange->plan.refused) (void)MHD_add_response_header(response, "Connection", "close");
    const enum MHD_Result queued = MHD_queue_response(exchange->connection, reply->status, response);
    MHD_destroy_response(response);
    return queued;
}

static void resume(struct exchange *exchange) {
    exchange->answered = true;
    MHD_resume_connection(exchange->connection);
}

/* Into the queue of a lane, the connection suspended; a lane that is full refuses. */
static void queue(struct exchange *exchange, enum lane lane) {
    const struct server_hooks *hooks = &exchange->server->options.hooks;
    if (lane != LANE_HEAVY) exchange->request.has_waited = true;
    if (workers_give(exchange->server->lanes[lane], exchange)) return;
    hooks->fail(hooks->payload, &exchange->request, 503, &exchange->reply);
    resume(exchange);
}

static void work(void *job) {
    struct exchange *exchange = job;
    const struct server_hooks *hooks = &exchange->server->options.hooks;
    hooks->answer(hooks->payload, &exchange->request, &exchange->reply);
    if (!exchange->reply.is_put_off) {
        resume(exchange);
        return;
    }
    exchange->reply.is_put_off = false;
    queue(exchange, LANE_PUT_OFF);
}

static enum lane lane_of(const struct exchange *exchange) {
    const bool is_large = exchange->request.body.length > LIGHT_BYTES;
    return is_large && exchange->plan.lane == LANE_LIGHT ? LANE_HEAVY : exchange->plan.lane;
}

/* The whole request is there. */
static enum MHD_Result answer(struct exchange *exchange) {
    const struct server_hooks *hooks = &exchange->server->options.hooks;
    const enum lane lane = lane_of(exchange);
    watch_phase(exchange->server->watch, exchange->line->watched, WATCH_REPLY);
    if (!exchange->is_whole) count_under_way(exchange->server, 1);
    exchange->is_whole = true;
    if (exchange->answered) return send_reply(exchange);
    if (exchange->overflowed)
        hooks->fail(hooks->payload, &exchange->request, 413, &exchange->reply);
    else if (lane == LANE_LIGHT)
        hooks->answer(hooks->payload, &exchange->request, &exchange->reply);
    else {
        MHD_suspend_connection(exchange->connection);
        queue(exchange, lane);
        return MHD_YES;
    }
    exchange->answered = true;
    return send_reply(exchange);
}

/* Keeps a piece of the body; one that is too large is read to its end, kept nowhere, so that the answer can be read. */
static void take_body(struct exchange *exchange, const char *bytes, size_t length) {
    struct buf *body = &exchange->request.body;
    if (body->length + length > exchange->plan.max_body) exchange->overflowed = true;
    if (exchange->overflowed)
        buf_free(body);
    else
        buf_put(body, (struct str){bytes, length});
    if (body->failed) exchange->overflowed = true;
}

static enum MHD_Result handle(void *payload, struct MHD_Connection *connection, const char *url, const char *method,
                              const char *version, const char *bytes, size_t *length, void **context) {
    struct exchange *exchange = *context;
    (void)payload;
    (void)connection;
    (void)url;
    (void)version;
    if (!exchange) return MHD_NO;
    if (!exchange->planned) {
        exchange->line->announced = NULL;
        plan(exchange, method);
        return exchange->plan.refused ? send_reply(exchange) : MHD_YES;
    }
    if (*length == 0) return answer(exchange);
    take_body(exchange, bytes, *length);
    *length = 0;
    return MHD_YES;
}

static void end(void *payload, struct MHD_Connection *connection, void **context, enum MHD_RequestTerminationCode code) {
    struct server *server = payload;
    struct exchange *exchange = *context;
    (void)connection;
    (void)code;
    if (!exchange || !exchange->planned) return;
    watch_phase(server->watch, exchange->line->watched, WATCH_HEADER);
    const struct server_hooks *hooks = &server->options.hooks;
    hooks->done(hooks->payload, &exchange->request, &exchange->reply, (uint64_t)(clock_ticks_us() - exchange->begun_us));
    if (exchange->is_whole) count_under_way(server, -1);
    free_exchange(exchange);
}

static void notice_connection(void *payload, struct MHD_Connection *connection, void **context,
                              enum MHD_ConnectionNotificationCode code) {
    struct server *server = payload;
    struct line *line = *context;
    if (code == MHD_CONNECTION_NOTIFY_STARTED) {
        const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
        *context = line = info ? alloc_new(sizeof *line) : NULL;
        if (line) line->watched = watch_add(server->watch, info->connect_fd);
    } else if (line) {
        watch_remove(server->watch, line->watched);
        free_exchange(line->announced);
        alloc_free(line);
        *context = NULL;
    }
}

/* Texts are decoded by request.c alone. */
static size_t keep_escapes(void *payload, struct MHD_Connection *connection, char *text) {
    (void)payload;
    (void)connection;
    return strlen(text);
}

/* A socket that listens, or -1 with the reason in errno. */
static int listen_at(const char *address, unsigned port, struct quanze_error *error) {
    char service[16];
    struct addrinfo hints = {.ai_family = AF_UNSPEC, .ai_socktype = SOCK_STREAM, .ai_flags = AI_PASSIVE | AI_NUMERICHOST};
    struct addrinfo *found = NULL;
    (void)snprintf(service, sizeof service, "%u", port);
    if (getaddrinfo(address, service, &hints, &found) != 0) {
        (void)error_set(error, QUANZE_USAGE, "“%s”不是地址，应为 127.0.0.1 这样的",
                        "\"%s\" is no address; expected one such as 127.0.0.1", address);
        return -1;
    }
    const int one = 1;
    int at = socket(found->ai_family, SOCK_STREAM | SOCK_NONBLOCK, 0);
    if (at >= 0 && (setsockopt(at, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one) != 0 ||
                    bind(at, found->ai_addr, found->ai_addrlen) != 0 || listen(at, 1024) != 0)) {
        const int problem = errno;
        (void)close(at);
        errno = problem;
        at = -1;
    }
    freeaddrinfo(found);
    if (at < 0)
        (void)error_set(error, QUANZE_CANNOT_CREATE, "不能在 %s 的 %u 端口上等待连接（%s）", "cannot listen at %s port %u (%s)",
                        address, port, strerror(errno));
    return at;
}

static unsigned port_of(int socket) {
    union {
        struct sockaddr any;
        struct sockaddr_in four;
        struct sockaddr_in6 six;
    } address;
    socklen_t length = sizeof address;
    if (getsockname(socket, &address.any, &length) != 0) return 0;
    return ntohs(address.any.sa_family == AF_INET6 ? address.six.sin6_port : address.four.sin_port);
}

static struct MHD_Daemon *start_daemon(struct server *server, int socket) {
    const unsigned flags = MHD_USE_EPOLL_INTERNALLY | MHD_ALLOW_SUSPEND_RESUME;
    return MHD_start_daemon(flags, 0, NULL, NULL, handle, server, MHD_OPTION_LISTEN_SOCKET, socket, MHD_OPTION_THREAD_POOL_SIZE,
                            server->options.threads > 1 ? server->options.threads : 0u, MHD_OPTION_CONNECTION_MEMORY_LIMIT,
                            (size_t)HEADER_BYTES, MHD_OPTION_CONNECTION_LIMIT, (unsigned)SERVER_CONNECTIONS,
                            MHD_OPTION_PER_IP_CONNECTION_LIMIT, server->options.most_of_one, MHD_OPTION_CONNECTION_TIMEOUT,
                            (unsigned)IDLE_SECONDS, MHD_OPTION_STRICT_FOR_CLIENT, 1, MHD_OPTION_URI_LOG_CALLBACK, begin, server,
                            MHD_OPTION_UNESCAPE_CALLBACK, keep_escapes, NULL, MHD_OPTION_NOTIFY_COMPLETED, end, server,
                            MHD_OPTION_NOTIFY_CONNECTION, notice_connection, server, MHD_OPTION_END);
}

static void free_server(struct server *server) {
    for (int lane = LANE_HEAVY; lane <= LANE_PUT_OFF; lane++) workers_close(server->lanes[lane]);
    watch_close(server->watch);
    (void)pthread_mutex_destroy(&server->lock);
    alloc_free(server);
}

quanze_status server_start(const struct server_options *options, struct server **out, struct quanze_error *error) {
    struct server *server = alloc_new(sizeof *server);
    const int64_t wait_ms[WATCH_PHASES] = {options->wait_ms, options->wait_ms, REPLY_MS, FILE_MS};
    if (!server || pthread_mutex_init(&server->lock, NULL) != 0) {
        alloc_free(server);
        return error_memory(error);
    }
    server->options = *options;
    server->watch = watch_open(wait_ms);
    bool is_ready = server->watch != NULL;
    for (int lane = LANE_HEAVY; lane <= LANE_PUT_OFF; lane++) {
        server->lanes[lane] = workers_open(lane == LANE_HEAVY ? options->workers : 1, work);
        is_ready = is_ready && server->lanes[lane];
    }
    const int socket = is_ready ? listen_at(options->address, options->port, error) : -1;
    if (!is_ready) (void)error_memory(error);
    if (socket >= 0) {
        server->port = port_of(socket);
        server->daemon = start_daemon(server, socket);
        if (!server->daemon) {
            (void)close(socket);
            (void)error_set(error, QUANZE_INTERNAL, "服务不能启动（%s）", "the server cannot start (%s)", strerror(errno));
        }
    }
    if (!server->daemon) {
        free_server(server);
        return error->status;
    }
    *out = server;
    return QUANZE_OK;
}

unsigned server_port(const struct server *server) { return server->port; }

size_t server_connections(struct server *server) { return watch_count(server->watch); }

void server_tick(struct server *server) { watch_tick(server->watch); }

static size_t under_way(struct server *server) {
    (void)pthread_mutex_lock(&server->lock);
    const size_t count = server->under_way;
    (void)pthread_mutex_unlock(&server->lock);
    return count;
}

/* Until nothing is under way, and nothing has come to be for a while: what a peer sent before the stop may not be read yet. */
static void wait_for_rest(struct server *server, int64_t until) {
    enum { STEP_MS = 10, QUIET_STEPS = 30 };
    for (int quiet = 0; quiet < QUIET_STEPS && clock_ticks_ms() < until; quiet = under_way(server) > 0 ? 0 : quiet + 1)
        (void)usleep(STEP_MS * 1000);
}

/* Takes over the connections that the system has made and nobody has taken yet: their requests may be sent already. Whoever
 * comes later is refused by the system at once. */
static void take_rest(struct server *server, MHD_socket socket) {
    struct sockaddr_storage address;
    for (int taken = 0; taken >= 0;) {
        socklen_t length = sizeof address;
        taken = accept(socket, (struct sockaddr *)&address, &length);
        if (taken >= 0)
            (void)MHD_add_connection(server->daemon, taken, (struct sockaddr *)&address, length); /* closes what it refuses */
    }
    (void)close(socket);
}

void server_stop(struct server *server, unsigned wait_ms) {
    server->stopping = true;
    const MHD_socket socket = MHD_quiesce_daemon(server->daemon);
    if (socket != MHD_INVALID_SOCKET) take_rest(server, socket);
    wait_for_rest(server, clock_ticks_ms() + wait_ms);
    for (int lane = LANE_HEAVY; lane <= LANE_PUT_OFF; lane++)
        workers_end(server->lanes[lane]); /* what is suspended is resumed before the daemon ends */
    MHD_stop_daemon(server->daemon);
    free_server(server);
}
