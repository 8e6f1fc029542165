/* connection.c - opening, and transactions. */
#include <base/alloc.h>
#include <ledger/checkpoint.h>
#include <ledger/feed.h>
#include <ledger/rollup.h>
#include <ledger/short.h>
#include <ledger/statement.h>
#include <sys/stat.h>

#define WAIT_MS 30000
#define STEP_PAGES 4000           /* of the log, which go into the file together */
#define KEPT_BYTES (1024 * 1024)  /* of the past, by a connection that rests */
#define APPLICATION_ID 0x51757a65 /* "Quze" */

/* Nothing is deleted but sums that are written anew and keys of old requests: what stood there need not be wiped out, as
 * Debian's SQLite does. Rows name rows that the same transaction has just numbered or looked up, and verify compares what they
 * are about with the journal: to look each of them up once more costs a tenth of all that adding costs. */
#define WRITE_SETTINGS                                                                                                         \
    "PRAGMA foreign_keys = OFF; PRAGMA recursive_triggers = ON; PRAGMA trusted_schema = OFF; PRAGMA cache_size = -65536; "     \
    "PRAGMA synchronous = FULL; PRAGMA secure_delete = OFF;"

/* What tells a ledger, all of the same moment: another program may be making it. Nobody uses the connection after a failure. */
static quanze_status read_form(struct ledger *ledger, int *version, int *application, int *tables, struct quanze_error *error) {
    quanze_status status = ledger_execute(ledger, "BEGIN", error);
    if (status == QUANZE_OK) status = migrate_version(ledger, version, error);
    if (status == QUANZE_OK) status = ledger_read_number(ledger, "PRAGMA application_id", application, error);
    if (status == QUANZE_OK) status = ledger_read_number(ledger, "SELECT count(*) FROM sqlite_schema", tables, error);
    return status == QUANZE_OK ? ledger_execute(ledger, "ROLLBACK", error) : status;
}

/* Whether the file is a ledger, and one that this program understands. An empty file is one that is just being made. */
static quanze_status check_form(struct ledger *ledger, enum ledger_access access, struct quanze_error *error) {
    int version = 0, application = 0, tables = 0;
    quanze_status status = read_form(ledger, &version, &application, &tables, error);
    if (status != QUANZE_OK) return status;
    if (application == 0 && tables == 0 && access != LEDGER_CREATE)
        return error_set(
            error, QUANZE_BAD_DATA, "台账“%s”还没有登记任何内容：正在建立，或建立时中断了；用 quanze ledger add 接着建",
            "in the ledger \"%s\" nothing was entered yet: it is being made, or that broke off; quanze ledger add goes on",
            ledger->path);
    if (application != APPLICATION_ID && (tables > 0 || access != LEDGER_CREATE))
        return error_set(error, QUANZE_BAD_DATA, "“%s”不是台账文件", "\"%s\" is no ledger", ledger->path);
    if (version > migrate_newest())
        return error_set(error, QUANZE_BAD_DATA, "台账“%s”由更新的 quanze 建立（格式 %d，本程序到 %d）；请升级程序",
                         "the ledger \"%s\" was made by a newer quanze (form %d; this one knows up to %d); update the program",
                         ledger->path, version, migrate_newest());
    if (version < migrate_newest() && access == LEDGER_READ)
        return error_set(error, QUANZE_BAD_DATA, "台账“%s”的格式较旧（%d），先用能写入的命令打开一次，例如 quanze ledger add",
                         "the ledger \"%s\" has an older form (%d); open it once with a command that writes, such as quanze "
                         "ledger add",
                         ledger->path, version);
    return QUANZE_OK;
}

static quanze_status start_writing(struct ledger *ledger, enum ledger_access access, struct quanze_error *error) {
    int version = 0;
    quanze_status status = ledger_execute(ledger, "PRAGMA page_size = 8192; PRAGMA journal_mode = WAL;" WRITE_SETTINGS, error);
    if (status == QUANZE_OK) status = check_form(ledger, access, error);
    if (status == QUANZE_OK) status = migrate_version(ledger, &version, error);
    if (status == QUANZE_OK && version < migrate_newest()) status = migrate(ledger, error);
    return status;
}

static bool has_content(const char *path, const char *ending) {
    char name[4096];
    struct stat info;
    size_t length = strlen(path), extra = strlen(ending);
    if (length + extra >= sizeof name) return false;
    memcpy(name, path, length);
    memcpy(name + length, ending, extra + 1);
    return stat(name, &info) == 0 && info.st_size > 0;
}

static int open_file(struct ledger *ledger, const char *name, int flags) {
    int code = sqlite3_open_v2(name, &ledger->db, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
    if (code == SQLITE_OK) code = sqlite3_busy_timeout(ledger->db, WAIT_MS);
    ledger->wait_ms = WAIT_MS;
    return code;
}

/* "file:" and the path with what a URI must not hold escaped. */
static char *immutable_name(const char *path) {
    struct buf name = {0};
    buf_put_text(&name, "file:");
    for (const char *at = path; *at; at++) {
        if (*at == '?' || *at == '#' || *at == '%')
            buf_printf(&name, "%%%02x", (unsigned)*at);
        else
            buf_put_char(&name, *at);
    }
    buf_put_text(&name, "?immutable=1");
    buf_put_char(&name, '\0');
    if (name.failed) buf_free(&name);
    return name.at;
}

/* A ledger in a folder that cannot be written is read as it is, when no writer left anything beside it. */
static quanze_status open_frozen(struct ledger *ledger, struct quanze_error *error) {
    char *name = immutable_name(ledger->path);
    if (!name) return error_memory(error);
    (void)sqlite3_close(ledger->db);
    int code = open_file(ledger, name, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
    alloc_free(name);
    return code == SQLITE_OK ? check_form(ledger, LEDGER_READ, error) : ledger_failed(ledger, code, error);
}

/* Questions of the past come back to the same pages. */
#define READ_SETTINGS "PRAGMA trusted_schema = OFF; PRAGMA cache_size = -65536;"

static quanze_status start_reading(struct ledger *ledger, struct quanze_error *error) {
    quanze_status status = ledger_execute(ledger, READ_SETTINGS, error);
    if (status == QUANZE_OK) status = check_form(ledger, LEDGER_READ, error);
    int code = sqlite3_errcode(ledger->db) & 0xFF;
    bool cannot_share = code == SQLITE_CANTOPEN || code == SQLITE_READONLY; /* no right to make the file that readers share */
    if (status == QUANZE_OK || !cannot_share || has_content(ledger->path, "-wal")) return status;
    return open_frozen(ledger, error);
}

static quanze_status start(struct ledger *ledger, enum ledger_access access, struct quanze_error *error) {
    struct stat info;
    bool exists = stat(ledger->path, &info) == 0;
    if (!exists && access != LEDGER_CREATE)
        return error_set(error, QUANZE_NO_INPUT, "没有台账“%s”；用 quanze ledger add 新建",
                         "there is no ledger \"%s\"; quanze "
                         "ledger add makes one",
                         ledger->path);
    if (exists && S_ISDIR(info.st_mode))
        return error_set(error, QUANZE_NO_INPUT, "台账“%s”是文件夹，应为一个文件",
                         "the ledger \"%s\" is a folder; expected a file", ledger->path);
    int flags = access == LEDGER_READ     ? SQLITE_OPEN_READONLY
                : access == LEDGER_CREATE ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
                                          : SQLITE_OPEN_READWRITE;
    int code = open_file(ledger, ledger->path, flags);
    if (code != SQLITE_OK) return ledger_failed(ledger, code, error);
    return access == LEDGER_READ ? start_reading(ledger, error) : start_writing(ledger, access, error);
}

static quanze_status prepare_writing(struct ledger *ledger, struct quanze_error *error) {
    ledger->feed = alloc_new(sizeof *ledger->feed);
    if (!ledger->feed) return error_memory(error);
    quanze_status status = feed_prepare(ledger, error);
    return status == QUANZE_OK ? checkpoint_prepare(ledger, STEP_PAGES, error) : status;
}

quanze_status ledger_open(const char *path, enum ledger_access access, struct ledger **out, struct quanze_error *error) {
    struct ledger *ledger = alloc_new(sizeof *ledger);
    char *copy = alloc_new(strlen(path) + 1);
    if (!ledger || !copy) {
        alloc_free(ledger);
        alloc_free(copy);
        return error_memory(error);
    }
    memcpy(copy, path, strlen(path) + 1);
    ledger->path = copy;
    quanze_status status = start(ledger, access, error);
    if (status == QUANZE_OK) status = tasks_prepare(ledger, error);
    if (status == QUANZE_OK) status = short_prepare(ledger, error);
    if (status == QUANZE_OK && access != LEDGER_READ) status = prepare_writing(ledger, error);
    if (status == QUANZE_OK)
        *out = ledger;
    else
        ledger_close(ledger);
    return status;
}

static void forget_past(struct ledger *ledger) {
    history_memo_forget(ledger);
    history_seen_forget(ledger);
}

void ledger_close(struct ledger *ledger) {
    if (!ledger) return;
    if (ledger->in_transaction) ledger_roll_back(ledger);
    forget_past(ledger);
    for (size_t i = 0; i < LEDGER_STATEMENTS; i++) (void)sqlite3_finalize(ledger->statements[i]);
    checkpoint_end(ledger);
    (void)sqlite3_close(ledger->db); /* moves the log into the file when nobody else has it open */
    feed_free(ledger->feed);
    alloc_free(ledger->path);
    alloc_free(ledger);
}

bool ledger_has_moved(struct ledger *ledger) {
    int moved = 0;
    return sqlite3_file_control(ledger->db, "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK && moved;
}

void ledger_cache(uint64_t bytes) { (void)sqlite3_soft_heap_limit64((sqlite3_int64)bytes); }

void ledger_wait(struct ledger *ledger, int wait_ms) {
    (void)sqlite3_busy_timeout(ledger->db, wait_ms);
    ledger->wait_ms = wait_ms;
}

quanze_status ledger_begin(struct ledger *ledger, struct quanze_error *error) {
    quanze_status status = statement_run(ledger, STATEMENT_BEGIN, NULL, 0, error);
    if (status != QUANZE_OK) return status;
    ledger->in_transaction = true;
    ledger->versions_row = 0;
    status = journal_read_head(ledger, error);
    if (status != QUANZE_OK) ledger_roll_back(ledger);
    return status;
}

quanze_status ledger_commit(struct ledger *ledger, struct quanze_error *error) {
    quanze_status status = feed_write(ledger, error);
    if (status == QUANZE_OK) status = rollup_write(ledger, error);
    if (status == QUANZE_OK) status = once_write(ledger, error);
    if (status == QUANZE_OK) status = statement_run(ledger, STATEMENT_COMMIT, NULL, 0, error);
    if (status != QUANZE_OK) {
        ledger_roll_back(ledger);
        return status;
    }
    ledger->in_transaction = ledger->is_marked = false;
    ledger->answer = STR("");
    return QUANZE_OK;
}

static void end_transaction(struct ledger *ledger) {
    struct quanze_error ignored;
    ledger->in_transaction = ledger->is_snapshot = false;
    if (ledger->feed) feed_forget(ledger->feed);
    rollup_forget(ledger);
    if (!sqlite3_get_autocommit(ledger->db)) (void)statement_run(ledger, STATEMENT_ROLLBACK, NULL, 0, &ignored);
}

void ledger_roll_back(struct ledger *ledger) {
    forget_past(ledger);
    end_transaction(ledger);
}

void ledger_rest(struct ledger *ledger) {
    if (history_memo_bytes(ledger) + history_seen_bytes(ledger) > KEPT_BYTES) forget_past(ledger);
    end_transaction(ledger);
}

/* Source: sqlite.org/pragma.html#pragma_data_version, which leaves out what the connection itself changed. */
static quanze_status read_moment(struct ledger *ledger, struct ledger_moment *out, struct quanze_error *error) {
    sqlite3_stmt *statement;
    bool row = false;
    quanze_status status = statement_take(ledger, STATEMENT_MOMENT, &statement, error);
    if (status == QUANZE_OK) status = statement_step(ledger, statement, &row, error);
    if (status != QUANZE_OK) return status;
    *out = (struct ledger_moment){sqlite3_column_int64(statement, 0), sqlite3_total_changes64(ledger->db)};
    (void)sqlite3_reset(statement);
    return QUANZE_OK;
}

/* What is kept of the past is of the rows that the snapshot sees, or forgotten. */
static quanze_status keep_past(struct ledger *ledger, struct quanze_error *error) {
    struct ledger_moment now = {0};
    const quanze_status status = read_moment(ledger, &now, error);
    if (status != QUANZE_OK) return status;
    if (now.others != ledger->moment.others || now.own != ledger->moment.own) forget_past(ledger);
    ledger->moment = now;
    return QUANZE_OK;
}

quanze_status ledger_snapshot(struct ledger *ledger, struct quanze_error *error) {
    quanze_status status = statement_run(ledger, STATEMENT_BEGIN_READING, NULL, 0, error);
    if (status != QUANZE_OK) return status;
    ledger->in_transaction = true;
    status = journal_read_head(ledger, error); /* a snapshot begins with its first read */
    if (status == QUANZE_OK) status = keep_past(ledger, error);
    ledger->is_snapshot = status == QUANZE_OK;
    if (status != QUANZE_OK) ledger_roll_back(ledger);
    return status;
}

struct ledger *ledger_twin(const struct ledger *ledger) {
    struct quanze_error ignored;
    struct ledger *twin = NULL;
    if (ledger_open(ledger->path, LEDGER_READ, &twin, &ignored) != QUANZE_OK) return NULL;
    if (ledger_snapshot(twin, &ignored) == QUANZE_OK && twin->head.seq == ledger->head.seq &&
        memcmp(&twin->head.hash, &ledger->head.hash, sizeof twin->head.hash) == 0)
        return twin;
    ledger_close(twin);
    return NULL;
}
