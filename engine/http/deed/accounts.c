#include <http/deed/accounts.h>

quanze_status accounts_add(struct call *call, const struct fields *fields, bool is_program, char secret[TOKEN_BYTES],
                           struct quanze_error *error) {
    struct account account = {.role = role_find(fields_value(fields, "role")), .is_program = is_program};
    const struct str name = fields_value(fields, "name"), office = fields_value(fields, "office");
    char today[20];
    if (name.length >= sizeof account.name || office.length >= sizeof account.office || account.role == ROLE_NONE)
        return error_set(error, QUANZE_USAGE, "账号、单位太长，或没有选角色",
                         "the account or office is too long, or no role was chosen");
    app_today(call->app, today);
    memcpy(account.since, today, 10);
    memcpy(account.name, name.at, name.length);
    memcpy(account.office, office.at, office.length);
    const quanze_status status = users_add(call->app->options.data, &account, secret, error);
    return status == QUANZE_OK ? app_reread_users(call->app, error) : status;
}

quanze_status accounts_reset(struct call *call, struct str name, char secret[TOKEN_BYTES], struct quanze_error *error) {
    const quanze_status status = users_reset(call->app->options.data, name, secret, error);
    return status == QUANZE_OK ? app_reread_users(call->app, error) : status;
}

quanze_status accounts_disable(struct call *call, struct str name, struct quanze_error *error) {
    const quanze_status status = users_disable(call->app->options.data, name, error);
    return status == QUANZE_OK ? app_reread_users(call->app, error) : status;
}

const struct account *accounts_all(struct call *call, size_t *count) {
    struct app *app = call->app;
    (void)pthread_mutex_lock(&app->users_lock);
    *count = app->users.count;
    struct account *copies = arena_take_array(&call->request->arena, *count, sizeof *copies);
    if (copies) memcpy(copies, app->users.at, *count * sizeof *copies);
    (void)pthread_mutex_unlock(&app->users_lock);
    return copies;
}
