/* What a ledger goes through in an office: power cuts, full disks, folders without rights, two people at once. After each,
 * everything acknowledged is there and the chain holds, or the error says what to do. */
#include <ledger/support.h>

#include <ledger/checkpoint.h>
#include <ledger/verify_span.h>

#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define KILLS 200
#define NOBODY 65534

static void make(struct shelf *shelf, long number, struct ledger_task *out) {
    char id[32], title[64];
    (void)snprintf(id, sizeof id, "T-%08ld", number);
    (void)snprintf(title, sizeof title, "关于第 %ld 件事的通知", number);
    paper_row(shelf, &(struct paper){.id = id, .title = title, .issuer = "县局", .township = "木塘垸镇", .day = 20648}, out);
}

/* Adds tasks from..from+count in one transaction. */
static quanze_status add_batch(struct shelf *shelf, long from, long count, struct quanze_error *error) {
    quanze_status status = ledger_begin(shelf->ledger, error);
    if (status != QUANZE_OK) return status;
    arena_reset(&shelf->arena);
    for (long i = 0; i < count && status == QUANZE_OK; i++) {
        struct ledger_task row;
        struct ledger_added added;
        make(shelf, from + i, &row);
        status = ledger_add_task(shelf->ledger, &row, NOW, &added, error);
    }
    if (status == QUANZE_OK) return ledger_commit(shelf->ledger, error);
    ledger_roll_back(shelf->ledger);
    return status;
}

static void fill(struct shelf *shelf, long count) {
    struct quanze_error error = {0};
    if (add_batch(shelf, 0, count, &error) != QUANZE_OK) fail_msg("%s", error.en);
}

/* Every row is as it was entered. */
static int64_t whole(struct shelf *shelf) {
    struct seen seen;
    shelf_reopen(shelf, LEDGER_CREATE);
    verify(shelf, NULL, &seen);
    assert_int_equal(seen.count, 0);
    return seen.result.rows;
}

static void let_go(struct shelf *shelf) {
    ledger_close(shelf->ledger);
    shelf->ledger = NULL;
}

/* Runs in a child: opens the ledger and adds batches, telling each committed one through the pipe, until it is killed. */
static void work_until_killed(struct shelf *shelf, int told, long from, long batch) {
    struct quanze_error error;
    if (ledger_open(shelf->path, LEDGER_CREATE, &shelf->ledger, &error) != QUANZE_OK) _exit(1);
    for (long next = from;; next += batch) {
        if (add_batch(shelf, next, batch, &error) != QUANZE_OK) _exit(1);
        long done = next + batch;
        if (write(told, &done, sizeof done) != (ssize_t)sizeof done) _exit(1);
        if (batch == 1 && done % 7 == 0) { /* also die while closing and opening */
            ledger_close(shelf->ledger);
            if (ledger_open(shelf->path, LEDGER_WRITE, &shelf->ledger, &error) != QUANZE_OK) _exit(1);
        }
    }
}

/* How many tasks were acknowledged before the child was killed after that many microseconds. */
static long kill_after(struct shelf *shelf, long from, long batch, useconds_t microseconds) {
    int ends[2], status;
    long acknowledged = from, next;
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        (void)close(ends[0]);
        work_until_killed(shelf, ends[1], from, batch);
    }
    (void)close(ends[1]);
    (void)usleep(microseconds);
    assert_int_equal(kill(child, SIGKILL), 0);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status));
    while (read(ends[0], &next, sizeof next) == (ssize_t)sizeof next) acknowledged = next;
    (void)close(ends[0]);
    return acknowledged;
}

/* What was told to be done is there; what was not is there as a whole batch or not at all. */
static void killed_at_any_moment(void **state) {
    struct shelf *shelf = *state;
    static const long BATCHES[] = {1, 7, 100, 2000};
    long count = 0;
    srandom(20261122);
    let_go(shelf);
    for (int i = 0; i < KILLS; i++) {
        long batch = BATCHES[i % 4];
        if (i % 25 == 0) { /* a new file: die while it is being made, too */
            char command[160];
            (void)snprintf(command, sizeof command, "rm -f %s*", shelf->path);
            assert_int_equal(system(command), 0);
            count = 0;
        }
        long acknowledged = kill_after(shelf, count, batch, (useconds_t)(random() % 40000));
        long rows = (long)whole(shelf);
        let_go(shelf);
        if (rows < acknowledged) fail_msg("kill %d: %ld acknowledged, %ld there", i, acknowledged, rows);
        assert_int_equal((rows - count) % batch, 0);
        count = rows;
    }
}

/* Runs `job` in a child and gives what it returned. */
static int in_child(int (*job)(struct shelf *), struct shelf *shelf) {
    int status;
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) _exit(job(shelf));
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

/* Adds until the disk gives out; 0 when the error says what to do. */
static int add_until_full(struct shelf *shelf) {
    struct quanze_error error;
    quanze_status status = ledger_open(shelf->path, LEDGER_CREATE, &shelf->ledger, &error);
    for (long next = 100; next < 100000 && status == QUANZE_OK; next += 100) status = add_batch(shelf, next, 100, &error);
    bool told = strstr(error.en, "what was acknowledged is kept") && strstr(error.zh, "已确认的都在");
    ledger_close(shelf->ledger);
    return status == QUANZE_IO && told ? 0 : 1;
}

static int file_may_not_grow(struct shelf *shelf) {
    (void)signal(SIGXFSZ, SIG_IGN);
    const struct rlimit limit = {600 * 1024, 600 * 1024};
    if (setrlimit(RLIMIT_FSIZE, &limit) != 0) return 2;
    return add_until_full(shelf);
}

static int disk_is_full(struct shelf *shelf) {
    if (unshare(CLONE_NEWNS) != 0 || mount("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0) return 77;
    if (mount("tmpfs", "/tmp", "tmpfs", 0, "size=1m") != 0) return 77;
    (void)snprintf(shelf->path, sizeof shelf->path, "/tmp/full.db");
    int told = add_until_full(shelf);
    struct seen seen;
    shelf->ledger = NULL;
    shelf_reopen(shelf, LEDGER_READ);
    verify(shelf, NULL, &seen);
    return told == 0 && seen.count == 0 && seen.result.rows > 0 ? 0 : 1;
}

static void the_disk_is_full(void **state) {
    struct shelf *shelf = *state;
    fill(shelf, 100);
    let_go(shelf);
    assert_int_equal(in_child(file_may_not_grow, shelf), 0);
    assert_true(whole(shelf) >= 100);
    let_go(shelf);
    int status = in_child(disk_is_full, shelf);
    if (status == 77)
        print_message("not allowed to mount a small disk here\n");
    else
        assert_int_equal(status, 0);
}

/* One page of the file finds room, and none of what goes into it. */
static int no_room_for_a_new_one(struct shelf *shelf) {
    struct quanze_error error;
    const struct rlimit limit = {8192, 8192};
    (void)signal(SIGXFSZ, SIG_IGN);
    (void)unlink(shelf->path);
    if (setrlimit(RLIMIT_FSIZE, &limit) != 0) return 2;
    return ledger_open(shelf->path, LEDGER_CREATE, &shelf->ledger, &error) == QUANZE_IO ? 0 : 3;
}

/* What is left is no ledger of anybody's: it says that it holds nothing, and is one as soon as there is room. It is not taken
 * away, since another program may have begun to write into it. */
static void made_on_a_full_disk(void **state) {
    struct shelf *shelf = *state;
    struct quanze_error error;
    let_go(shelf);
    assert_int_equal(in_child(no_room_for_a_new_one, shelf), 0);
    assert_int_equal(ledger_open(shelf->path, LEDGER_READ, &shelf->ledger, &error), QUANZE_BAD_DATA);
    assert_non_null(strstr(error.en, "nothing was entered"));
    assert_non_null(strstr(error.zh, "还没有登记任何内容"));
    shelf_reopen(shelf, LEDGER_CREATE);
    fill(shelf, 100);
    assert_int_equal(whole(shelf), 100);
}

/* Without the right to write: reading works, writing tells what is lacking. */
static int without_rights(struct shelf *shelf) {
    struct quanze_error error;
    struct seen seen;
    if (geteuid() == 0 && (setgid(NOBODY) != 0 || setuid(NOBODY) != 0)) return 2;
    if (ledger_open(shelf->path, LEDGER_WRITE, &shelf->ledger, &error) != QUANZE_CANNOT_CREATE) return 3;
    if (!strstr(error.en, "right") || !strstr(error.zh, "权限")) return 4;
    if (ledger_open(shelf->path, LEDGER_READ, &shelf->ledger, &error) != QUANZE_OK) return 5;
    verify(shelf, NULL, &seen);
    return seen.count == 0 && seen.result.rows == 100 ? 0 : 6;
}

static void the_folder_is_read_only(void **state) {
    struct shelf *shelf = *state;
    fill(shelf, 100);
    let_go(shelf);
    assert_int_equal(chmod(shelf->path, 0444), 0);
    assert_int_equal(chmod(shelf->folder, 0555), 0);
    assert_int_equal(in_child(without_rights, shelf), 0);
}

static void another_program_writes(void **state) {
    struct shelf *shelf = *state;
    struct quanze_error error;
    struct ledger *other = NULL;
    assert_int_equal(ledger_open(shelf->path, LEDGER_WRITE, &other, &error), QUANZE_OK);
    ledger_wait(shelf->ledger, 50);
    assert_int_equal(ledger_begin(other, &error), QUANZE_OK);
    assert_int_equal(ledger_begin(shelf->ledger, &error), QUANZE_IO);
    assert_non_null(strstr(error.en, "try again later"));
    ledger_roll_back(other);
    fill(shelf, 10);
    ledger_close(other);
    assert_int_equal(whole(shelf), 10);
}

/* Writes over `length` bytes of a file. */
static void scribble(const char *path, long at, size_t length) {
    unsigned char noise[8192];
    for (size_t i = 0; i < sizeof noise; i++) noise[i] = (unsigned char)(i * 151 + 7);
    FILE *file = fopen(path, "r+b");
    assert_non_null(file);
    assert_int_equal(fseek(file, at, SEEK_SET), 0);
    assert_int_equal(fwrite(noise, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
}

static void count_fault(void *payload, int64_t row, enum ledger_fault fault) {
    (void)row;
    (void)fault;
    ++*(size_t *)payload;
}

/* How many faults two find who look at the same time, one of them up to row 1000. */
static size_t found_by_two(struct ledger *ledger) {
    struct quanze_error error;
    struct ledger_verified result;
    size_t count = 0;
    quanze_status status = ledger_snapshot(ledger, &error);
    const struct verify_asked asked = {.each = count_fault, .payload = &count};
    if (status == QUANZE_BAD_DATA) return 1;
    assert_int_equal(status, QUANZE_OK);
    assert_int_equal(verify_split(ledger, 1000, &asked, &result, &error), QUANZE_OK);
    ledger_roll_back(ledger);
    return count;
}

static long count_free(const char *path) {
    sqlite3 *db;
    sqlite3_stmt *statement;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(db, "PRAGMA freelist_count", -1, &statement, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
    const long count = (long)sqlite3_column_int64(statement, 0);
    (void)sqlite3_finalize(statement);
    (void)sqlite3_close(db);
    return count;
}

/* Any damaged page that holds anything is told, of rows, of indexes and of what is derived; the program neither breaks nor says
 * that all is well. */
static void a_page_is_damaged(void **state) {
    struct shelf *shelf = *state;
    struct quanze_error error = {0};
    struct stat info;
    fill(shelf, 2000);
    let_go(shelf);
    assert_int_equal(stat(shelf->path, &info), 0);
    const long pages = (long)(info.st_size / 8192), free_pages = count_free(shelf->path);
    long told = 0, looked = 0;
    assert_int_equal(free_pages, 0); /* every page holds something */
    for (long page = 1; page < pages; page += 5, looked++) {
        char copy[192], command[400];
        struct ledger *ledger = NULL;
        struct seen seen = {0};
        (void)snprintf(copy, sizeof copy, "%s/copy.db", shelf->folder);
        (void)snprintf(command, sizeof command, "cp %s %s", shelf->path, copy);
        assert_int_equal(system(command), 0);
        scribble(copy, page * 8192, 8192);
        quanze_status status = ledger_open(copy, LEDGER_READ, &ledger, &error);
        if (status == QUANZE_OK) {
            struct shelf other = {.ledger = ledger};
            verify(&other, NULL, &seen);
            told += seen.count > 0;
            assert_int_equal(found_by_two(ledger) > 0, seen.count > 0);
            ledger_close(ledger);
        } else {
            assert_int_equal(status, QUANZE_BAD_DATA);
            assert_non_null(strstr(error.en, "backup"));
            told++;
        }
    }
    assert_int_equal(told, looked);
    scribble(shelf->path, 0, 512);
    assert_int_equal(ledger_open(shelf->path, LEDGER_READ, &shelf->ledger, &error), QUANZE_BAD_DATA);
}

static void the_file_is_cut_off(void **state) {
    struct shelf *shelf = *state;
    struct quanze_error error = {0};
    struct seen seen = {0};
    struct stat info;
    fill(shelf, 2000);
    let_go(shelf);
    assert_int_equal(stat(shelf->path, &info), 0);
    assert_int_equal(truncate(shelf->path, info.st_size / 2), 0);
    quanze_status status = ledger_open(shelf->path, LEDGER_READ, &shelf->ledger, &error);
    if (status == QUANZE_OK) verify(shelf, NULL, &seen);
    assert_true(status == QUANZE_BAD_DATA || seen.count > 0);
}

/* What a cut log has lost is lost as whole transactions: the chain holds, and an earlier head tells that rows are gone. */
static void the_log_is_cut_off(void **state) {
    struct shelf *shelf = *state;
    struct quanze_error error = {0};
    struct seen before, after;
    struct stat info;
    char head[72], command[400], log[192];
    for (long i = 0; i < 40; i++) assert_int_equal(add_batch(shelf, i * 10, 10, &error), QUANZE_OK);
    verify(shelf, NULL, &before);
    digest_text(&before.result.head, head);
    (void)snprintf(command, sizeof command, "cp %s %s/cut.db && cp %s-wal %s/cut.db-wal", shelf->path, shelf->folder,
                   shelf->path, shelf->folder);
    assert_int_equal(system(command), 0);
    (void)snprintf(log, sizeof log, "%s/cut.db-wal", shelf->folder);
    assert_int_equal(stat(log, &info), 0);
    assert_int_equal(truncate(log, info.st_size * 2 / 3), 0);
    (void)snprintf(shelf->path, sizeof shelf->path, "%s/cut.db", shelf->folder);
    shelf_reopen(shelf, LEDGER_WRITE);
    verify(shelf, NULL, &after);
    assert_int_equal(after.count, 0);
    assert_true(after.result.rows < 400 && after.result.rows % 10 == 0);
    verify(shelf, head, &after);
    assert_int_equal(after.first, FAULT_HEAD);
}

#define STEP 20 /* pages of the log that are moved together */

static void assert_short(const char *log) {
    enum { PAGE = 8192 + 24, COMMIT = 60 /* no commit here writes more pages */ };
    struct stat info;
    assert_int_equal(stat(log, &info), 0);
    assert_true(info.st_size < (long)(4 * STEP + 2 * COMMIT) * PAGE);
}

/* It goes into the file beside the writer, who waits where it would grow too long; it is gone when the ledger is closed. */
static void the_log_stays_short(void **state) {
    struct shelf *shelf = *state;
    struct quanze_error error;
    struct stat info;
    char log[192];
    (void)snprintf(log, sizeof log, "%s-wal", shelf->path);
    assert_int_equal(checkpoint_prepare(shelf->ledger, STEP, &error), QUANZE_OK);
    for (long i = 0; i < 60; i++) {
        assert_int_equal(add_batch(shelf, i * 10, 10, &error), QUANZE_OK);
        assert_short(log);
    }
    let_go(shelf);
    assert_int_equal(stat(log, &info), -1);
    assert_int_equal(whole(shelf), 600);
}

/* Readers come and go, and one always reads, as with a server: there a log that is long begins anew when readings are let end.
 */
static void the_log_stays_short_while_it_is_read(void **state) {
    struct shelf *shelf = *state;
    struct ledger *readers[2] = {NULL, NULL};
    struct quanze_error error;
    char log[192];
    size_t now = 0, restarts = 0;
    (void)snprintf(log, sizeof log, "%s-wal", shelf->path);
    assert_int_equal(checkpoint_prepare(shelf->ledger, STEP, &error), QUANZE_OK);
    for (size_t i = 0; i < 2; i++) assert_int_equal(ledger_open(shelf->path, LEDGER_READ, &readers[i], &error), QUANZE_OK);
    assert_int_equal(ledger_snapshot(readers[now], &error), QUANZE_OK);
    for (long i = 0; i < 120; i++) {
        assert_int_equal(add_batch(shelf, i * 10, 10, &error), QUANZE_OK);
        if (i % 5 == 4) { /* the next begins before this one ends */
            assert_int_equal(ledger_snapshot(readers[1 - now], &error), QUANZE_OK);
            ledger_roll_back(readers[now]);
            now = 1 - now;
        }
        if (ledger_log_is_long(shelf->ledger)) {
            if (restarts++ == 0) assert_false(ledger_restart_log(shelf->ledger)); /* somebody reads from it */
            ledger_roll_back(readers[now]);
            assert_true(ledger_restart_log(shelf->ledger));
            assert_int_equal(ledger_snapshot(readers[now], &error), QUANZE_OK);
        }
        assert_short(log);
    }
    assert_true(restarts > 1);
    ledger_close(readers[0]);
    ledger_close(readers[1]);
    assert_int_equal(whole(shelf), 1200);
}

static int add_the_same(struct shelf *shelf) {
    struct quanze_error error;
    if (ledger_open(shelf->path, LEDGER_CREATE, &shelf->ledger, &error) != QUANZE_OK) return 1;
    for (long i = 0; i < 20; i++)
        if (add_batch(shelf, i * 25, 25, &error) != QUANZE_OK) return 2;
    ledger_close(shelf->ledger);
    return 0;
}

static int add_own(struct shelf *shelf) {
    struct quanze_error error;
    long base = (long)getpid() * 1000;
    if (ledger_open(shelf->path, LEDGER_CREATE, &shelf->ledger, &error) != QUANZE_OK) return 1;
    for (long i = 0; i < 20; i++)
        if (add_batch(shelf, base + i * 10, 10, &error) != QUANZE_OK) return 2;
    ledger_close(shelf->ledger);
    return 0;
}

static int look_again_and_again(struct shelf *shelf) {
    struct quanze_error error;
    int64_t rows = 0;
    for (int i = 0; i < 10; i++) {
        struct seen seen;
        if (ledger_open(shelf->path, LEDGER_READ, &shelf->ledger, &error) != QUANZE_OK) return 1;
        verify(shelf, NULL, &seen);
        ledger_close(shelf->ledger);
        shelf->ledger = NULL;
        if (seen.count > 0 || seen.result.rows < rows) return 2;
        rows = seen.result.rows;
    }
    return 0;
}

static void run_together(struct shelf *shelf, int (*const *jobs)(struct shelf *), size_t count) {
    pid_t children[16];
    for (size_t i = 0; i < count; i++) {
        children[i] = fork();
        assert_true(children[i] >= 0);
        if (children[i] == 0) _exit(jobs[i](shelf));
    }
    for (size_t i = 0; i < count; i++) {
        int status;
        assert_int_equal(waitpid(children[i], &status, 0), children[i]);
        assert_true(WIFEXITED(status));
        assert_int_equal(WEXITSTATUS(status), 0);
    }
}

/* Both open a file that is not there yet and enter the same tasks: each is there once. */
static void two_enter_the_same(void **state) {
    struct shelf *shelf = *state;
    int (*const jobs[])(struct shelf *) = {add_the_same, add_the_same, add_the_same};
    let_go(shelf);
    assert_int_equal(unlink(shelf->path), 0);
    run_together(shelf, jobs, COUNT(jobs));
    assert_int_equal(whole(shelf), 500);
}

static void two_writers_and_ten_readers(void **state) {
    struct shelf *shelf = *state;
    int (*jobs[12])(struct shelf *) = {add_own, add_own};
    for (size_t i = 2; i < COUNT(jobs); i++) jobs[i] = look_again_and_again;
    let_go(shelf);
    run_together(shelf, jobs, COUNT(jobs));
    assert_int_equal(whole(shelf), 400);
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, shelf_open, shelf_close)
    const struct CMUnitTest tests[] = {TEST(killed_at_any_moment),   TEST(the_disk_is_full),
                                       TEST(made_on_a_full_disk),    TEST(the_folder_is_read_only),
                                       TEST(another_program_writes), TEST(a_page_is_damaged),
                                       TEST(the_file_is_cut_off),    TEST(the_log_is_cut_off),
                                       TEST(the_log_stays_short),    TEST(the_log_stays_short_while_it_is_read),
                                       TEST(two_enter_the_same),     TEST(two_writers_and_ten_readers)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
