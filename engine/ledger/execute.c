/* execute.c - SQL text run as it stands, and what SQLite's errors mean to a clerk. */
#include <ledger/inside.h>

static quanze_status damaged(const struct ledger *ledger, struct quanze_error *error) {
    return error_set(error, QUANZE_BAD_DATA,
                     "台账“%s”已损坏（%s）；不要再写入，用 quanze ledger verify 看到哪一行，再从备份恢复",
                     "the ledger \"%s\" is damaged (%s); write no more, let quanze ledger verify tell how far it holds, and "
                     "restore a backup",
                     ledger->path, sqlite3_errmsg(ledger->db));
}

static quanze_status not_writable(const struct ledger *ledger, struct quanze_error *error) {
    return error_set(error, QUANZE_CANNOT_CREATE, "不能写台账“%s”：文件或它的文件夹只读；换一个可写的位置，或请管理员开通权限",
                     "the ledger \"%s\" cannot be written: the file or its folder is read-only; use a place that can be "
                     "written, or ask for the right",
                     ledger->path);
}

static quanze_status not_opened(const struct ledger *ledger, struct quanze_error *error) {
    return error_set(error, QUANZE_CANNOT_CREATE, "打不开台账“%s”：检查路径、文件夹是否存在、有没有权限",
                     "the ledger \"%s\" cannot be opened: look at the path, whether its folder exists, and the rights",
                     ledger->path);
}

static quanze_status broke_off(const struct ledger *ledger, struct quanze_error *error) {
    return error_set(error, QUANZE_IO, "读写台账“%s”时中断（%s）；已确认的都在，排除故障后再来一次",
                     "reading or writing the ledger \"%s\" broke off (%s); what was acknowledged is kept; mend the cause and "
                     "run it again",
                     ledger->path, sqlite3_errmsg(ledger->db));
}

quanze_status ledger_failed(const struct ledger *ledger, int code, struct quanze_error *error) {
    int extended = sqlite3_extended_errcode(ledger->db);
    if (code == SQLITE_NOMEM || extended == SQLITE_IOERR_NOMEM) return error_memory(error);
    switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return error_set(error, QUANZE_IO, "台账“%s”正被另一个程序写入，等了 %d 秒；稍后再来一次",
                         "the ledger \"%s\" is being written by another program; waited %d s; try again later", ledger->path,
                         ledger->wait_ms / 1000);
    case SQLITE_FULL:
        return error_set(error, QUANZE_IO, "磁盘已满，台账“%s”没有写成；已确认的都在，腾出空间后再来一次",
                         "the disk is full and the ledger \"%s\" was not written; what was acknowledged is kept; make room and "
                         "run it again",
                         ledger->path);
    case SQLITE_READONLY:
    case SQLITE_PERM: return not_writable(ledger, error);
    case SQLITE_CANTOPEN: return not_opened(ledger, error);
    case SQLITE_NOTADB: return error_set(error, QUANZE_BAD_DATA, "“%s”不是台账文件", "\"%s\" is no ledger", ledger->path);
    case SQLITE_CORRUPT: return damaged(ledger, error);
    case SQLITE_IOERR: return broke_off(ledger, error);
    }
    return error_set(error, QUANZE_INTERNAL, "台账“%s”：%s", "the ledger \"%s\": %s", ledger->path, sqlite3_errmsg(ledger->db));
}

quanze_status ledger_execute(struct ledger *ledger, const char *sql, struct quanze_error *error) {
    int code = sqlite3_exec(ledger->db, sql, NULL, NULL, NULL);
    return code == SQLITE_OK ? QUANZE_OK : ledger_failed(ledger, code, error);
}

quanze_status ledger_read_number(struct ledger *ledger, const char *pragma, int *out, struct quanze_error *error) {
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(ledger->db, pragma, -1, &statement, NULL);
    if (code == SQLITE_OK) code = sqlite3_step(statement);
    if (code == SQLITE_ROW) *out = sqlite3_column_int(statement, 0);
    quanze_status status = code == SQLITE_ROW ? QUANZE_OK : ledger_failed(ledger, code, error);
    (void)sqlite3_finalize(statement);
    return status;
}
