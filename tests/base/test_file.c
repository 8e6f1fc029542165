#include <base/file.h>
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* A folder of its own for each test; removed afterwards. */
static char folder[32];

static int make_folder(void **state) {
    (void)state;
    strcpy(folder, "/tmp/quanze-file-XXXXXX");
    return mkdtemp(folder) ? 0 : -1;
}

static int remove_folder(void **state) {
    (void)state;
    char command[256];
    snprintf(command, sizeof command, "chmod -R u+rwx %s && rm -r %s", folder, folder);
    return system(command);
}

static const char *path_of(const char *name) {
    static char path[4][256];
    static int turn;
    turn = (turn + 1) % 4;
    snprintf(path[turn], sizeof path[turn], "%s/%s", folder, name);
    return path[turn];
}

static void write_file(const char *name, const char *bytes, size_t length) {
    FILE *file = fopen(path_of(name), "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
}

static quanze_status read_into(struct arena *arena, const char *path, size_t max_bytes, struct str *out) {
    struct quanze_error error = {.status = QUANZE_OK};
    const quanze_status status = file_read(path, max_bytes, arena, out, &error);
    assert_int_equal(error.status, status);
    if (status != QUANZE_OK) assert_true(error.zh[0] && error.en[0]);
    return status;
}

static void whole_files_come_back_byte_for_byte(void **state) {
    (void)state;
    struct arena arena = {0};
    struct str bytes;
    write_file("a", "x\0y\r\n", 5);
    assert_int_equal(read_into(&arena, path_of("a"), 5, &bytes), QUANZE_OK);
    assert_int_equal(bytes.length, 5);
    assert_memory_equal(bytes.at, "x\0y\r\n\0", 6);
    write_file("empty", "", 0);
    assert_int_equal(read_into(&arena, path_of("empty"), 10, &bytes), QUANZE_OK);
    assert_int_equal(bytes.length, 0);
    char *large = calloc(1, 3000000);
    memset(large, 'z', 3000000);
    write_file("large", large, 3000000);
    assert_int_equal(read_into(&arena, path_of("large"), 3000000, &bytes), QUANZE_OK);
    assert_int_equal(bytes.length, 3000000);
    assert_memory_equal(bytes.at, large, 3000000);
    free(large);
    arena_free(&arena);
}

static void what_cannot_be_read_is_said(void **state) {
    (void)state;
    struct arena arena = {0};
    struct str bytes = STR("untouched");
    write_file("a", "12345", 5);
    assert_int_equal(symlink("loop", path_of("loop")), 0);
    assert_int_equal(read_into(&arena, path_of("a"), 4, &bytes), QUANZE_BAD_DATA);
    assert_int_equal(read_into(&arena, path_of("none"), 10, &bytes), QUANZE_NO_INPUT);
    assert_int_equal(read_into(&arena, path_of("a/b"), 10, &bytes), QUANZE_NO_INPUT);
    assert_int_equal(read_into(&arena, folder, 10, &bytes), QUANZE_NO_INPUT);
    assert_int_equal(read_into(&arena, path_of("loop"), 10, &bytes), QUANZE_NO_INPUT);
    assert_int_equal(read_into(&arena, "/dev/zero", 1000000, &bytes), QUANZE_BAD_DATA);
    if (geteuid() != 0) {
        assert_int_equal(chmod(path_of("a"), 0), 0);
        assert_int_equal(read_into(&arena, path_of("a"), 10, &bytes), QUANZE_NO_INPUT);
    }
    assert_str(bytes, "untouched");
    arena_free(&arena);
}

/* Runs `body` with descriptor 0 at the reading end of a pipe with `bytes` in it. */
static void with_pipe_as_input(const char *bytes, void (*body)(void)) {
    int ends[2];
    const int saved = dup(STDIN_FILENO);
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(write(ends[1], bytes, strlen(bytes)), strlen(bytes));
    close(ends[1]);
    dup2(ends[0], STDIN_FILENO);
    close(ends[0]);
    body();
    dup2(saved, STDIN_FILENO);
    close(saved);
}

static void read_pipe_whole(void) {
    struct arena arena = {0};
    struct str bytes;
    assert_int_equal(file_kind_of("-"), FILE_REGULAR);
    assert_int_equal(read_into(&arena, "-", 100, &bytes), QUANZE_OK);
    assert_str(bytes, "through the pipe");
    arena_free(&arena);
}

static void read_pipe_too_long(void) {
    struct arena arena = {0};
    struct str bytes;
    assert_int_equal(read_into(&arena, "-", 3, &bytes), QUANZE_BAD_DATA);
    arena_free(&arena);
}

static void read_pipe_by_lines(void) {
    struct line_reader *reader;
    struct quanze_error error;
    struct str line;
    bool done;
    assert_int_equal(line_reader_open("-", &reader, &error), QUANZE_OK);
    assert_int_equal(line_reader_total(reader), 0);
    assert_int_equal(line_reader_next(reader, 100, &line, &done, &error), QUANZE_OK);
    assert_str(line, "one");
    line_reader_close(reader);
}

static void standard_input_is_read_by_descriptor(void **state) {
    (void)state;
    with_pipe_as_input("through the pipe", read_pipe_whole);
    with_pipe_as_input("through the pipe", read_pipe_too_long);
    with_pipe_as_input("one\ntwo\n", read_pipe_by_lines);
}

static void kinds(void **state) {
    (void)state;
    write_file("a", "", 0);
    assert_int_equal(symlink(folder, path_of("link")), 0);
    assert_int_equal(file_kind_of(path_of("a")), FILE_REGULAR);
    assert_int_equal(file_kind_of(folder), FILE_FOLDER);
    assert_int_equal(file_kind_of(path_of("link")), FILE_FOLDER);
    assert_int_equal(file_kind_of(path_of("none")), FILE_MISSING);
    assert_int_equal(file_kind_of("/dev/null"), FILE_REGULAR);
}

static void check_list(bool deep, const char *const *names, size_t expected) {
    static const char *const endings[] = {".yaml", ".yml", NULL};
    struct arena arena = {0};
    struct quanze_error error;
    const char **paths;
    size_t count;
    assert_int_equal(file_list(folder, endings, deep, &arena, &paths, &count, &error), QUANZE_OK);
    assert_int_equal(count, expected);
    for (size_t i = 0; i < count; i++) assert_string_equal(paths[i], path_of(names[i]));
    arena_free(&arena);
}

static void folders_are_listed_in_order(void **state) {
    (void)state;
    static const char *const flat[] = {"a.yaml", "b.yml", "dangling.yaml", "z.yaml"};
    static const char *const deep[] = {"a.yaml", "b.yml", "c/d.yaml", "c/e/f.yaml", "dangling.yaml", "z.yaml"};
    check_list(true, NULL, 0);
    assert_int_equal(mkdir(path_of("c"), 0700), 0);
    assert_int_equal(mkdir(path_of("c/e"), 0700), 0);
    assert_int_equal(mkdir(path_of("folder.yaml"), 0700), 0);
    static const char *const files[] = {"z.yaml",   "a.yaml",     ".hidden.yaml", "b.yml",
                                        "c/d.yaml", "c/e/f.yaml", "n.txt",        ".yaml"};
    for (size_t i = 0; i < COUNT(files); i++) write_file(files[i], "", 0);
    assert_int_equal(symlink("..", path_of("c/up")), 0);
    assert_int_equal(symlink(".", path_of("self.yaml")), 0);
    assert_int_equal(symlink("nowhere", path_of("dangling.yaml")), 0);
    check_list(false, flat, COUNT(flat));
    check_list(true, deep, COUNT(deep));
}

static void folders_that_cannot_be_listed(void **state) {
    (void)state;
    static const char *const endings[] = {".yaml", NULL};
    struct arena arena = {0};
    struct quanze_error error;
    const char **paths;
    size_t count;
    write_file("a", "", 0);
    assert_int_equal(file_list(path_of("none"), endings, true, &arena, &paths, &count, &error), QUANZE_NO_INPUT);
    assert_int_equal(file_list(path_of("a"), endings, true, &arena, &paths, &count, &error), QUANZE_NO_INPUT);
    char deep[256];
    snprintf(deep, sizeof deep, "%s", folder);
    for (int i = 0; i < 40; i++) {
        strcat(deep, "/d");
        assert_int_equal(mkdir(deep, 0700), 0);
    }
    assert_int_equal(file_list(folder, endings, true, &arena, &paths, &count, &error), QUANZE_BAD_DATA);
    assert_int_equal(file_list(folder, endings, false, &arena, &paths, &count, &error), QUANZE_OK);
    assert_int_equal(count, 0);
    arena_free(&arena);
}

static void lines_come_without_their_ends(void **state) {
    (void)state;
    static const char text[] = "one\r\n\n two\r\r\nthree";
    static const char *const lines[] = {"one", "", " two\r", "three"};
    struct line_reader *reader;
    struct quanze_error error;
    struct str line;
    bool done;
    write_file("l", text, sizeof text - 1);
    assert_int_equal(line_reader_open(path_of("l"), &reader, &error), QUANZE_OK);
    assert_int_equal(line_reader_total(reader), sizeof text - 1);
    for (size_t i = 0; i < COUNT(lines); i++) {
        assert_int_equal(line_reader_next(reader, 100, &line, &done, &error), QUANZE_OK);
        assert_false(done);
        assert_str(line, lines[i]);
    }
    assert_int_equal(line_reader_bytes(reader), sizeof text - 1);
    for (int i = 0; i < 2; i++) {
        assert_int_equal(line_reader_next(reader, 100, &line, &done, &error), QUANZE_OK);
        assert_true(done);
    }
    line_reader_close(reader);
    line_reader_close(NULL);
}

/* Long lines around the size of the reader's buffer, each with its own number at both ends. */
static void long_lines_survive_the_seams_of_the_buffer(void **state) {
    (void)state;
    enum { LINES = 40 };
    FILE *file = fopen(path_of("long"), "wb");
    for (int i = 0; i < LINES; i++) fprintf(file, "%05d%0*d%05d\n", i, 1 + i * i * 400, 0, i);
    fclose(file);
    struct line_reader *reader;
    struct quanze_error error;
    assert_int_equal(line_reader_open(path_of("long"), &reader, &error), QUANZE_OK);
    for (int i = 0; i < LINES; i++) {
        struct str line;
        bool done;
        char number[12];
        snprintf(number, sizeof number, "%05d", i);
        assert_int_equal(line_reader_next(reader, 1000000, &line, &done, &error), QUANZE_OK);
        assert_false(done);
        assert_int_equal(line.length, 11 + i * i * 400);
        assert_memory_equal(line.at, number, 5);
        assert_memory_equal(line.at + line.length - 5, number, 5);
    }
    assert_true(line_reader_bytes(reader) == line_reader_total(reader));
    line_reader_close(reader);
}

static void a_line_too_long_does_not_stop_the_others(void **state) {
    (void)state;
    FILE *file = fopen(path_of("l"), "wb");
    fprintf(file, "before\n%0*d\n12345\r\n123456\nlast%0*d", 900000, 0, 700000, 0);
    fclose(file);
    static const char *const expected[] = {"before", NULL, "12345", "123456", NULL};
    struct line_reader *reader;
    struct quanze_error error;
    struct str line;
    bool done;
    assert_int_equal(line_reader_open(path_of("l"), &reader, &error), QUANZE_OK);
    for (size_t i = 0; i < COUNT(expected); i++) {
        const quanze_status status = line_reader_next(reader, 6, &line, &done, &error);
        assert_int_equal(status, expected[i] ? QUANZE_OK : QUANZE_BAD_DATA);
        assert_false(done);
        if (expected[i]) assert_str(line, expected[i]);
    }
    assert_int_equal(line_reader_next(reader, 6, &line, &done, &error), QUANZE_OK);
    assert_true(done);
    assert_true(line_reader_bytes(reader) == line_reader_total(reader));
    line_reader_close(reader);
}

static void lines_need_a_file(void **state) {
    (void)state;
    struct line_reader *reader;
    struct quanze_error error;
    assert_int_equal(line_reader_open(path_of("none"), &reader, &error), QUANZE_NO_INPUT);
    assert_int_equal(line_reader_open(folder, &reader, &error), QUANZE_NO_INPUT);
}

#define WITH_FOLDER(test) cmocka_unit_test_setup_teardown(test, make_folder, remove_folder)

int main(void) {
    const struct CMUnitTest tests[] = {WITH_FOLDER(whole_files_come_back_byte_for_byte),
                                       WITH_FOLDER(what_cannot_be_read_is_said),
                                       WITH_FOLDER(standard_input_is_read_by_descriptor),
                                       WITH_FOLDER(kinds),
                                       WITH_FOLDER(folders_are_listed_in_order),
                                       WITH_FOLDER(folders_that_cannot_be_listed),
                                       WITH_FOLDER(lines_come_without_their_ends),
                                       WITH_FOLDER(long_lines_survive_the_seams_of_the_buffer),
                                       WITH_FOLDER(a_line_too_long_does_not_stop_the_others),
                                       WITH_FOLDER(lines_need_a_file)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
