#include <http/deed/copying.h>

#include <base/scratch.h>
#include <errno.h>
#include <http/state/data_file.h>
#include <stdio.h>
#include <unistd.h>

#define MOST_COPIES 4 /* each as large as the ledger, until it is taken */

static bool begin(struct call *call) {
    struct quanze_error error;
    if (atomic_fetch_add(&call->app->copies, 1) < MOST_COPIES) return true;
    copying_end(call->app);
    (void)error_set(&error, QUANZE_IO, "已有 %d 份台账正在下载，请稍后再试",
                    "%d copies of the ledger are being taken; try again later", MOST_COPIES);
    call_fail(call, 503, &error);
    return false;
}

void copying_end(struct app *app) { (void)atomic_fetch_sub(&app->copies, 1); }

static quanze_status cannot_copy(struct quanze_error *error) {
    return error_set(error, QUANZE_IO, "台账的副本没有写成（%s）", "the copy of the ledger was not written (%s)",
                     strerror(errno));
}

static quanze_status take_file(const char *path, bool is_new, int *file, struct quanze_error *error) {
    *file = data_unnamed(path, is_new);
    return *file < 0 ? cannot_copy(error) : QUANZE_OK;
}

static bool send(struct call *call, int file, quanze_status status, const struct kind *kind, const struct quanze_error *error) {
    if (status == QUANZE_OK) {
        call->reply->file = file;
        call->reply->has_file = true; /* counted until the reply has ended */
        kind_send(kind, call->reply);
        return true;
    }
    if (file >= 0) (void)close(file);
    copying_end(call->app);
    call->ledger_failed = error->status != QUANZE_USAGE;
    call_fail_with(call, error);
    return false;
}

static bool put_bytes(void *payload, const void *bytes, size_t length) {
    const char *at = bytes;
    while (length > 0) {
        const ssize_t written = write(*(const int *)payload, at, length);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        at += written;
        length -= (size_t)written;
    }
    return true;
}

/* "<folder>/copy" of a folder of its own in the data folder. */
static quanze_status open_room(struct call *call, struct scratch **room, char path[PATH_MAX], struct quanze_error *error) {
    const quanze_status status = scratch_open(call->app->options.data, room, error);
    if (status != QUANZE_OK) return status;
    const int length = snprintf(path, PATH_MAX, "%s/copy", scratch_path(*room));
    if (length > 0 && length < PATH_MAX) return QUANZE_OK;
    errno = ENAMETOOLONG;
    return cannot_copy(error);
}

bool copying_export(struct call *call, const char *what, const struct kind *kind) {
    struct quanze_error error;
    struct scratch *room = NULL;
    char path[PATH_MAX];
    int file = -1;
    if (!call_ledger(call, false) || !begin(call)) return false;
    quanze_status status = open_room(call, &room, path, &error);
    if (status == QUANZE_OK) status = take_file(path, true, &file, &error);
    struct quanze_page_request request = call_page(call, what, kind->format);
    request.sink = (struct quanze_sink){put_bytes, &file};
    if (status == QUANZE_OK) status = quanze_ledger_export(call->ledger, &request, &error);
    scratch_close(room);
    return send(call, file, status, kind, &error);
}

bool copying_backup(struct call *call, const struct kind *kind) {
    struct quanze_error error;
    struct scratch *room = NULL;
    char path[PATH_MAX];
    int file = -1;
    if (!call_ledger(call, false) || !begin(call)) return false;
    quanze_status status = open_room(call, &room, path, &error);
    if (status == QUANZE_OK) status = quanze_ledger_backup(call->ledger, path, &error);
    if (status == QUANZE_OK) status = take_file(path, false, &file, &error);
    scratch_close(room);
    return send(call, file, status, kind, &error);
}
