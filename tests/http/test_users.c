#include <check.h>
#include <http/account/users.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static struct quanze_error error;
static char folder[64], path[128];

static quanze_status add(const char *name, enum role role, bool is_program, char secret[TOKEN_BYTES]) {
    struct account account = {.role = role, .office = "县编办", .is_program = is_program, .since = "2026-11-22"};
    (void)snprintf(account.name, sizeof account.name, "%s", name);
    return users_add(folder, &account, secret, &error);
}

/* A command that root runs leaves files that the server, under its own account, can read. */
static void files_belong_to_whom_the_folder_does(void **state) {
    (void)state;
    char secret[TOKEN_BYTES];
    struct stat info;
    const uid_t owner = geteuid() == 0 ? 65534 : geteuid();
    assert_int_equal(chown(folder, owner, (gid_t)-1), 0);
    assert_int_equal(add("李四", ROLE_TOWNSHIP, false, secret), QUANZE_OK);
    assert_int_equal(stat(path, &info), 0);
    assert_int_equal(info.st_uid, owner);
    assert_int_equal(info.st_mode & 0777, 0600);
}

static void accounts_come_back_as_they_were(void **state) {
    (void)state;
    char password[TOKEN_BYTES], token[TOKEN_BYTES];
    struct users users;
    struct stat info;
    assert_int_equal(users_read(folder, &users, &error), QUANZE_OK);
    assert_int_equal(users.count, 0);
    assert_int_equal(add("张三", ROLE_ADMINISTRATOR, false, password), QUANZE_OK);
    assert_int_equal(add("平台", ROLE_DEPARTMENT, true, token), QUANZE_OK);
    assert_int_equal(add("张三", ROLE_AUDITOR, false, password), QUANZE_USAGE);
    assert_int_equal(users_read(folder, &users, &error), QUANZE_OK);
    assert_int_equal(users.count, 2);
    const struct account *zhang = users_find(&users, STR("张三"));
    assert_non_null(zhang);
    assert_true(zhang->must_change && !zhang->is_program && zhang->role == ROLE_ADMINISTRATOR);
    assert_string_equal(zhang->office, "县编办");
    assert_ptr_equal(users_find_token(&users, str_of(token)), &users.at[1]);
    assert_null(users_find_token(&users, str_of(password)));
    users_free(&users);
    assert_int_equal(stat(path, &info), 0);
    assert_int_equal(info.st_mode & 0777, 0600);
}

static void the_last_administrator_stays(void **state) {
    (void)state;
    char secret[TOKEN_BYTES];
    assert_int_equal(users_disable(folder, STR("张三"), &error), QUANZE_USAGE);
    assert_int_equal(add("second", ROLE_ADMINISTRATOR, false, secret), QUANZE_OK);
    assert_int_equal(users_disable(folder, STR("张三"), &error), QUANZE_OK);
    assert_int_equal(users_disable(folder, STR("second"), &error), QUANZE_USAGE);
    assert_int_equal(users_reset(folder, STR("张三"), secret, &error), QUANZE_OK);
    assert_int_equal(users_disable(folder, STR("second"), &error), QUANZE_OK);
    assert_int_equal(users_disable(folder, STR("secnd"), &error), QUANZE_NO_INPUT);
    assert_non_null(strstr(error.en, "did you mean \"second\"?"));
}

static void names_that_would_break_the_file_are_refused(void **state) {
    (void)state;
    static const char *const wrong[] = {"", " a", "a\tb", "a\nb", "a/b", "\xff"};
    char secret[TOKEN_BYTES];
    for (size_t i = 0; i < COUNT(wrong); i++) assert_int_equal(add(wrong[i], ROLE_AUDITOR, false, secret), QUANZE_USAGE);
    assert_int_equal(users_choose_password(folder, STR("张三"), STR("short"), &error), QUANZE_USAGE);
    assert_int_equal(users_choose_password(folder, STR("张三"), STR("一二三四五六七八九十"), &error), QUANZE_OK);
}

static void a_broken_file_is_told_with_its_line(void **state) {
    (void)state;
    static const char *const wrong[] = {"", "quanze/users/2\n", "quanze/users/1\na\tb\n",
                                        "quanze/users/1\na\tking\tx\tperson\t-\t-\n",
                                        "quanze/users/1\na\tauditor\tx\tperson odd\t-\t-\n"};
    struct users users;
    for (size_t i = 0; i < COUNT(wrong); i++) {
        FILE *file = fopen(path, "w");
        assert_non_null(file);
        assert_true(fputs(wrong[i], file) >= 0);
        assert_int_equal(fclose(file), 0);
        assert_int_equal(users_read(folder, &users, &error), QUANZE_BAD_DATA);
        assert_int_equal(error.line, i < 2 ? 1 : 2);
    }
    assert_int_equal(unlink(path), 0);
}

/* A server and commands may change the file together: nothing is lost. */
static void changes_at_the_same_time_are_all_kept(void **state) {
    (void)state;
    enum { WRITERS = 4, EACH = 5 };
    struct users users;
    for (int i = 0; i < WRITERS; i++)
        if (fork() == 0) {
            bool good = true;
            for (int j = 0; j < EACH; j++) {
                char name[32], secret[TOKEN_BYTES];
                (void)snprintf(name, sizeof name, "w%d-%d", i, j);
                good = add(name, ROLE_AUDITOR, true, secret) == QUANZE_OK && good;
            }
            _exit(good ? 0 : 1);
        }
    for (int i = 0, status; i < WRITERS; i++) {
        assert_true(wait(&status) > 0);
        assert_int_equal(status, 0);
    }
    assert_int_equal(users_read(folder, &users, &error), QUANZE_OK);
    assert_int_equal(users.count, WRITERS * EACH);
    users_free(&users);
}

static int make(void **state) {
    (void)state;
    (void)snprintf(folder, sizeof folder, "/tmp/quanze-users-XXXXXX");
    if (!mkdtemp(folder)) return 1;
    (void)snprintf(path, sizeof path, "%s/users", folder);
    return 0;
}

static int clear(void **state) {
    (void)state;
    (void)unlink(path);
    (void)snprintf(path, sizeof path, "%s/users.lock", folder);
    (void)unlink(path);
    return rmdir(folder);
}

int main(void) {
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(accounts_come_back_as_they_were),
        cmocka_unit_test(the_last_administrator_stays),
        cmocka_unit_test(names_that_would_break_the_file_are_refused),
        cmocka_unit_test(a_broken_file_is_told_with_its_line),
        cmocka_unit_test(changes_at_the_same_time_are_all_kept),
        cmocka_unit_test(files_belong_to_whom_the_folder_does),
    };
    return cmocka_run_group_tests(tests, make, clear);
}
