/* server.h - sockets and parsing, by libmicrohttpd; the only file with its header. What is said is decided behind the hooks.
 *
 * A reader must believe: a request whose header or body does not come in time, or is larger than its plan allows, is cut off
 * and reaches no handler; light requests are answered on the thread that read them, heavy ones and those with a large body by
 * workers, so that a long page keeps nobody else waiting; what takes longest and most memory is done one at a time beside them,
 * also where a handler puts its reply off until then; `server_stop` lets what is under way come to its end.
 */
#ifndef HTTP_SERVER_H
#define HTTP_SERVER_H

#include <http/wire/reply.h>
#include <http/wire/request.h>

#define SERVER_CONNECTIONS 4096 /* open at a time; who comes then waits until one ends */

/* Where a request is answered. */
enum lane {
    LANE_LIGHT,  /* on the thread that read it */
    LANE_HEAVY,  /* by one of the workers */
    LANE_LONG,   /* by the one worker for what takes much time and memory, one after the other */
    LANE_PUT_OFF /* by the one worker for what turned out to take long, beside what works through the whole ledger */
};

/* What is known once the header of a request is there. */
struct server_plan {
    size_t max_body; /* bytes */
    enum lane lane;
    bool refused; /* the reply is there already; the body is not read */
};

/* Called from several threads at a time. */
struct server_hooks {
    void *payload;
    void (*plan)(void *payload, struct request *request, struct server_plan *out, struct reply *reply);
    void (*answer)(void *payload, struct request *request, struct reply *reply);
    void (*done)(void *payload, const struct request *request, const struct reply *reply, uint64_t wait_us);
    /* Fills a reply to a request that came to nothing: too large (413), or nobody is free (503). */
    void (*fail)(void *payload, struct request *request, unsigned status, struct reply *reply);
};

struct server_options {
    const char *address;  /* "127.0.0.1" */
    unsigned port;        /* 0: any free one */
    unsigned threads;     /* that read and answer light requests */
    unsigned workers;     /* that answer heavy ones */
    unsigned most_of_one; /* connections of one address, further ones are closed; 0: as many as of all */
    unsigned wait_ms;     /* a header, and then a body, must be there within this time */
    struct server_hooks hooks;
};

struct server;

/* QUANZE_CANNOT_CREATE: the address cannot be listened at, with the reason. */
quanze_status server_start(const struct server_options *options, struct server **out, struct quanze_error *error);

/* The port that is listened at. */
unsigned server_port(const struct server *server);

/* Connections open now. */
size_t server_connections(struct server *server);

/* Cuts off what is overdue; to be called about every second. */
void server_tick(struct server *server);

/* No new connections; what is under way, and what has come over those that peers have made, has `wait_ms` to end. */
void server_stop(struct server *server, unsigned wait_ms);

#endif
