#include <http/deed/sealing.h>

#include <http/state/data_file.h>

#define KEY_FILE "seal.key"

/* The key of the data folder, made when it is needed for the first time; in the request's arena. */
static quanze_status take_key(struct call *call, struct str *out, struct quanze_error *error) {
    const char *folder = call->app->options.data;
    struct data_lock lock;
    char key[65];
    bool is_there = false;
    quanze_status status = data_lock(folder, KEY_FILE, &lock, error);
    if (status != QUANZE_OK) return status;
    status = data_read(folder, KEY_FILE, &call->request->arena, out, &is_there, error);
    if (status == QUANZE_OK && !is_there) {
        status = quanze_seal_key(key, error);
        if (status == QUANZE_OK) status = data_replace(folder, KEY_FILE, str_of(key), error);
        if (status == QUANZE_OK) *out = arena_copy(&call->request->arena, str_of(key));
    } else if (status == QUANZE_OK)
        *out = arena_copy(&call->request->arena, str_trim(*out));
    data_unlock(&lock);
    return status == QUANZE_OK && !out->at ? error_memory(error) : status;
}

quanze_status sealing_run(struct call *call, const char *month, quanze_format format, struct quanze_sink sink,
                          struct quanze_error *error) {
    struct str key;
    char now[20];
    if (!month) return error_set(error, QUANZE_USAGE, "没有写哪个月", "the month was not given");
    quanze_status status = take_key(call, &key, error);
    if (status != QUANZE_OK) return status;
    app_now(call->app, now);
    const struct quanze_seal_request request = {.month = month,
                                                .key = key.at,
                                                .by = call_by(call),
                                                .now = now,
                                                .language = call->language,
                                                .format = format,
                                                .sink = sink};
    return request.by ? quanze_ledger_seal(call->ledger, &request, error) : error_memory(error);
}
