#include <http/serve.h>

#include <base/alloc.h>
#include <http/answer.h>
#include <http/deed/preparing.h>
#include <http/state/log.h>
#include <http/wire/server.h>
#include <signal.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define WORKERS 4
#define HEADER_WAIT_MS 30000
#define STOP_WAIT_MS 10000
#define OPEN_FILES (SERVER_CONNECTIONS + 1024) /* and those of the ledger, lists and rules */

/* One address takes half of all at most; behind a proxy all have one. */
static unsigned most_of_one(const struct app_options *options) { return options->proxy ? 0 : SERVER_CONNECTIONS / 2; }

static unsigned threads_of(const struct app_options *options) {
    if (options->threads > 0) return options->threads;
    const long processors = sysconf(_SC_NPROCESSORS_ONLN);
    return processors > 1 ? (unsigned)processors : 1;
}

/* Waits for signals, and between them looks after the server once a second. */
static void watch_over(struct app *app, struct server *server, struct preparing *preparing, const sigset_t *signals) {
    const struct timespec second = {.tv_sec = 1};
    struct quanze_error ignored; /* the log has it */
    for (;;) {
        const int signal = sigtimedwait(signals, NULL, &second);
        if (signal == SIGTERM || signal == SIGINT) return;
        if (signal == SIGHUP) (void)app_reload(app, &ignored);
        server_tick(server);
        app_tick(app);
        preparing_tick(preparing);
    }
}

static unsigned count_connections(void *payload) { return (unsigned)server_connections(*(struct server **)payload); }

static quanze_status serve(struct app *app, const sigset_t *signals, void (*ready)(void *payload, const char *address),
                           struct quanze_error *error) {
    struct server *server = NULL;
    const char *address = app->options.address ? app->options.address : "127.0.0.1";
    const struct server_options options = {.address = address,
                                           .port = app->options.port,
                                           .threads = threads_of(&app->options),
                                           .workers = WORKERS,
                                           .most_of_one = most_of_one(&app->options),
                                           .wait_ms = HEADER_WAIT_MS,
                                           .hooks = answer_hooks(app)};
    const quanze_status status = server_start(&options, &server, error);
    if (status != QUANZE_OK) return status;
    app->connections_payload = &server;
    app->connections = count_connections;
    char where[128];
    (void)snprintf(where, sizeof where, strchr(address, ':') ? "http://[%s]:%u/" : "http://%s:%u/", address,
                   server_port(server));
    ready(app->options.payload, where);
    log_event("started", where);
    struct preparing *preparing = preparing_open(app); /* without it, whoever asks first waits */
    watch_over(app, server, preparing, signals);
    log_event("stopping", NULL);
    server_stop(server, STOP_WAIT_MS);
    preparing_close(preparing);
    log_event("stopped", NULL);
    return QUANZE_OK;
}

/* A full disk or a reader of the log that went away is an error of that write, not the end of the server. */
static void ignore_signals(void) {
    const struct sigaction ignore = {.sa_handler = SIG_IGN};
    (void)sigaction(SIGXFSZ, &ignore, NULL);
    (void)sigaction(SIGPIPE, &ignore, NULL);
}

/* Each connection is an open file, of which a process usually has a thousand. */
static void raise_files(void) {
    struct rlimit files;
    if (getrlimit(RLIMIT_NOFILE, &files) != 0 || files.rlim_cur >= OPEN_FILES) return;
    files.rlim_cur = files.rlim_max < OPEN_FILES ? files.rlim_max : OPEN_FILES;
    (void)setrlimit(RLIMIT_NOFILE, &files); /* with fewer it serves fewer at a time */
}

quanze_status serve_run(const struct app_options *options, bool check, void (*ready)(void *payload, const char *address),
                        struct quanze_error *error) {
    struct app *app = NULL;
    sigset_t signals;
    (void)sigemptyset(&signals);
    (void)sigaddset(&signals, SIGTERM);
    (void)sigaddset(&signals, SIGINT);
    (void)sigaddset(&signals, SIGHUP);
    (void)pthread_sigmask(SIG_BLOCK, &signals, NULL); /* before any thread is made, so that only this one takes them */
    ignore_signals();
    (void)umask(077); /* the ledger and what stands beside it are the server's alone, wherever the folder is */
    raise_files();
    alloc_stay();
    quanze_status status = app_open(options, &app, error);
    if (status != QUANZE_OK) return status;
    if (!check) status = serve(app, &signals, ready, error);
    app_close(app);
    return status;
}
