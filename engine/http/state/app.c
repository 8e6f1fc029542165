#include <http/state/app.h>

#include <base/alloc.h>
#include <errno.h>
#include <http/deed/waivers.h>
#include <http/state/clock.h>
#include <http/state/data_file.h>
#include <http/state/log.h>
#include <stdio.h>
#include <sys/stat.h>

#define REST_TICKS 20 /* so long without a request, and tools and connections to the ledger are closed until the next one */
#define LEDGER_BYTES (16 * 1024 * 1024) /* of all connections; the system keeps the file in its own memory anyway */
#define FREE_COMPLAINTS 5
#define COMPLAINT_WAIT_MS (60 * 60 * INT64_C(1000))
#define COMPLAINT_FORGET_MS (24 * 60 * 60 * INT64_C(1000))

static quanze_status make_folder(const char *path, struct quanze_error *error) {
    struct stat info;
    if (mkdir(path, 0700) == 0) return QUANZE_OK;
    if (errno == EEXIST && stat(path, &info) == 0 && S_ISDIR(info.st_mode)) return QUANZE_OK;
    return error_set(error, QUANZE_CANNOT_CREATE, "不能建数据文件夹“%s”（%s）", "cannot make the data folder \"%s\" (%s)", path,
                     strerror(errno == EEXIST ? ENOTDIR : errno));
}

static bool has_administrator(const struct users *users) {
    for (size_t i = 0; i < users->count; i++)
        if (users->at[i].role == ROLE_ADMINISTRATOR) return true;
    return false;
}

/* The one account that a new server begins with; its password is told once and kept nowhere. */
static quanze_status make_administrator(struct app *app, struct quanze_error *error) {
    struct account account = {.name = "admin", .role = ROLE_ADMINISTRATOR};
    char now[20], secret[TOKEN_BYTES], zh[256], en[256];
    (void)snprintf(account.office, sizeof account.office, "%s", "系统管理");
    app_today(app, now);
    memcpy(account.since, now, 10);
    const quanze_status status = users_add(app->options.data, &account, secret, error);
    if (status != QUANZE_OK) return status;
    (void)snprintf(zh, sizeof zh, "已建管理员账号 admin，一次性口令：%s（只显示这一次，首次登录时更换）", secret);
    (void)snprintf(en, sizeof en,
                   "made the administrator admin, one-time password: %s (shown this once, to be changed at the first login)",
                   secret);
    app->options.say(app->options.payload, zh, en);
    return app_reread_users(app, error);
}

static quanze_status open_ledger(struct app *app, struct quanze_error *error) {
    struct quanze_ledger *ledger = NULL;
    const int length = snprintf(app->ledger_path, sizeof app->ledger_path, "%s/ledger.db", app->options.data);
    if (length < 0 || (size_t)length >= sizeof app->ledger_path)
        return error_set(error, QUANZE_USAGE, "数据文件夹的路径太长", "the path of the data folder is too long");
    const quanze_status status = quanze_ledger_open(app->ledger_path, QUANZE_LEDGER_CREATE, &ledger, error);
    if (status != QUANZE_OK) return status;
    quanze_ledger_cache(LEDGER_BYTES);
    app->ledgers = ledgers_open(app->ledger_path);
    quanze_ledger_close(ledger);
    return app->ledgers ? QUANZE_OK : error_memory(error);
}

/* The hash of a password that nobody has: looked at for a name that nobody has either, so that both take as long. */
static quanze_status make_nobody(struct app *app, struct quanze_error *error) {
    char secret[TOKEN_BYTES];
    const quanze_status status = token_make(secret, error);
    return status == QUANZE_OK ? password_hash(str_of(secret), app->nobody, error) : status;
}

static quanze_status open_parts(struct app *app, struct quanze_error *error) {
    quanze_status status = make_folder(app->options.data, error);
    if (status == QUANZE_OK) status = data_path(app->options.data, WAIVERS_YAML, app->waivers_path, error);
    app->options.engine.waivers = app->waivers_path;
    if (status == QUANZE_OK) status = library_open(&app->options.engine, &app->library, error);
    if (status == QUANZE_OK) status = open_ledger(app, error);
    if (status == QUANZE_OK) status = app_reread_users(app, error);
    if (status == QUANZE_OK && !has_administrator(&app->users)) status = make_administrator(app, error);
    if (status == QUANZE_OK) status = make_nobody(app, error);
    if (status != QUANZE_OK) return status;
    app->sessions = sessions_open();
    app->logins = logins_open();
    app->complaints = throttle_open(FREE_COMPLAINTS, COMPLAINT_WAIT_MS, COMPLAINT_FORGET_MS);
    app->replays = replays_open();
    app->reports = reports_open();
    return app->sessions && app->logins && app->complaints && app->replays && app->reports ? QUANZE_OK : error_memory(error);
}

quanze_status app_open(const struct app_options *options, struct app **out, struct quanze_error *error) {
    struct app *app = alloc_new(sizeof *app);
    if (!app || pthread_mutex_init(&app->users_lock, NULL) != 0) {
        alloc_free(app);
        return error_memory(error);
    }
    app->options = *options;
    const quanze_status status = open_parts(app, error);
    if (status == QUANZE_OK)
        *out = app;
    else
        app_close(app);
    return status;
}

void app_close(struct app *app) {
    if (!app) return;
    reports_close(app->reports);
    replays_close(app->replays);
    throttle_close(app->complaints);
    logins_close(app->logins);
    sessions_close(app->sessions);
    ledgers_close(app->ledgers);
    library_close(app->library);
    users_free(&app->users);
    (void)pthread_mutex_destroy(&app->users_lock);
    alloc_free(app);
}

/* Read and put in force under one lock, so that of two who read the older does not come last. */
static quanze_status take_users(struct app *app, struct quanze_error *error) {
    struct users users;
    users_look(app->options.data, &app->users_mark); /* a change while it is read makes it another file */
    const quanze_status status = users_read(app->options.data, &users, error);
    if (status != QUANZE_OK) return status;
    if (users.count == 0 &&
        app->users.count > 0) /* none is ever taken out of the file: it is away, or was emptied by mistake */
        return error_set(error, QUANZE_NO_INPUT, "账号文件里没有账号了，仍用原来的",
                         "there are no accounts in their file any more; those of before stay in force");
    users_free(&app->users);
    app->users = users;
    if (app->sessions) sessions_review(app->sessions, &app->users, clock_ticks_ms());
    return QUANZE_OK;
}

quanze_status app_reread_users(struct app *app, struct quanze_error *error) {
    (void)pthread_mutex_lock(&app->users_lock);
    const quanze_status status = take_users(app, error);
    (void)pthread_mutex_unlock(&app->users_lock);
    return status;
}

quanze_status app_reload(struct app *app, struct quanze_error *error) {
    struct library_news news;
    const quanze_status status = library_reload(app->library, error);
    library_news(app->library, &news); /* it names the files with their lines */
    if (status == QUANZE_OK)
        log_event("reloaded", NULL);
    else
        log_event("reload refused", news.why_en);
    return status;
}

/* A month's audit takes much memory for a moment; it should not stay with a server that rests. */
static void give_back(struct app *app) {
    const uint64_t answered = metrics_answers(&app->metrics);
    app->rests = answered == app->answered ? app->rests + 1 : 0;
    app->answered = answered;
    if (app->rests == REST_TICKS) {
        library_rest(app->library);
        ledgers_rest(app->ledgers);
    }
    if (app->rests == 1 || app->rests == REST_TICKS) alloc_trim();
}

void app_tick(struct app *app) {
    struct quanze_error error;
    ledgers_tend(app->ledgers);
    give_back(app);
    const bool is_bad = app_reread_users(app, &error) != QUANZE_OK;
    if (is_bad && !app->users_refused) app->options.say(app->options.payload, error.zh, error.en); /* once, not every second */
    app->users_refused = is_bad;
}

/* A command may just have changed the accounts: one look at the file's mark tells. A file that could not be read is read again
 * by the next tick, which tells of it, too. */
static void look_at_users(struct app *app) {
    struct quanze_error ignored;
    struct users_mark mark;
    users_look(app->options.data, &mark);
    (void)pthread_mutex_lock(&app->users_lock);
    if (memcmp(&mark, &app->users_mark, sizeof mark) != 0) (void)take_users(app, &ignored);
    (void)pthread_mutex_unlock(&app->users_lock);
}

static bool copy_account(const struct account *found, struct account *out) {
    if (!found || found->is_disabled) return false;
    *out = *found;
    return true;
}

typedef const struct account *find_account(const struct users *users, struct str key);

static bool look_up(struct app *app, find_account *find, struct str key, struct account *out) {
    look_at_users(app);
    (void)pthread_mutex_lock(&app->users_lock);
    const bool found = copy_account(find(&app->users, key), out);
    (void)pthread_mutex_unlock(&app->users_lock);
    return found;
}

bool app_account(struct app *app, struct str name, struct account *out) { return look_up(app, users_find, name, out); }

bool app_token_account(struct app *app, struct str token, struct account *out) {
    return look_up(app, users_find_token, token, out);
}

bool app_session(struct app *app, struct str token, struct caller *out) {
    look_at_users(app);
    return sessions_find(app->sessions, token, clock_ticks_ms(), out);
}

void app_now(const struct app *app, char out[20]) {
    clock_now(out);
    if (app->options.today) memcpy(out, app->options.today, strlen(app->options.today) < 10 ? strlen(app->options.today) : 10);
}

void app_today(const struct app *app, char out[20]) {
    app_now(app, out);
    out[10] = '\0';
}
