/* backup.c - a copy of the whole ledger while others go on. */
#include <ledger/inside.h>
#include <sys/stat.h>
#include <unistd.h>

static quanze_status copy_into(struct ledger *ledger, sqlite3 *target, const char *path, struct quanze_error *error) {
    sqlite3_backup *backup = sqlite3_backup_init(target, "main", ledger->db, "main");
    int code = backup ? sqlite3_backup_step(backup, -1) : sqlite3_errcode(target);
    if (backup) (void)sqlite3_backup_finish(backup);
    if (code == SQLITE_DONE) return QUANZE_OK;
    if (code == SQLITE_NOMEM) return error_memory(error);
    if (code == SQLITE_FULL)
        return error_set(error, QUANZE_IO, "磁盘已满，备份“%s”没有写成", "the disk is full; the backup \"%s\" was not written",
                         path);
    return error_set(error, QUANZE_IO, "备份“%s”没有写成（%s）", "the backup \"%s\" was not written (%s)", path,
                     sqlite3_errstr(code));
}

quanze_status ledger_backup(struct ledger *ledger, const char *path, struct quanze_error *error) {
    struct stat info;
    sqlite3 *target = NULL;
    if (stat(path, &info) == 0)
        return error_set(error, QUANZE_CANNOT_CREATE, "“%s”已经存在，备份不覆盖旧文件",
                         "\"%s\" exists; a backup never replaces a file", path);
    int code = sqlite3_open_v2(path, &target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL);
    quanze_status status;
    if (code == SQLITE_OK)
        status = copy_into(ledger, target, path, error);
    else
        status = error_set(error, QUANZE_CANNOT_CREATE, "不能新建备份“%s”", "the backup \"%s\" cannot be made", path);
    (void)sqlite3_close(target);
    if (status != QUANZE_OK) (void)unlink(path);
    return status;
}
