/* test_list_tables.c - a list written as YAML and as a workbook is the same list when it is read again. */
#include <check.h>
#include <read/import/import.h>
#include <read/read.h>
#include <say/list/list_yaml.h>
#include <say/list/sheet_list.h>
#include <say/say.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define LISTS                                                                                                                  \
    { SOURCE_DIR "/lists/demo", SOURCE_DIR "/tests/say/list.yaml", SOURCE_DIR "/tests/say/tables.yaml" }

static void read_it(const char *path, struct list *list) {
    struct arena arena = {0};
    struct problems problems = {.arena = &arena};
    struct quanze_error error = {.status = QUANZE_OK};
    *list = (struct list){.item_count = 0};
    quanze_status status = read_list(path, list, &problems, &error);
    if (status != QUANZE_OK) print_error("%s:%u: %s\n", error.file, error.line, error.en);
    assert_int_equal(status, QUANZE_OK);
    arena_free(&arena);
}

/* The list as JSON: everything that it says, in a fixed order. */
static void assert_same(const struct list *a, const struct list *b) {
    struct buf left = {0}, right = {0};
    say_list(&left, a, DAY_NONE, QUANZE_ZH, QUANZE_FORMAT_JSON);
    say_list(&right, b, DAY_NONE, QUANZE_ZH, QUANZE_FORMAT_JSON);
    buf_put_char(&left, '\0');
    buf_put_char(&right, '\0');
    assert_string_equal(left.at, right.at);
    buf_free(&left);
    buf_free(&right);
}

/* A workbook has a worksheet a kind: that puts the kinds after each other, and keeps the order within. */
static void order_by_kind(struct list *list) {
    for (size_t i = 1; i < list->item_count; i++)
        for (size_t k = i; k > 0 && list->items[k - 1].kind > list->items[k].kind; k--) {
            struct item later = list->items[k - 1];
            list->items[k - 1] = list->items[k];
            list->items[k] = later;
        }
}

static void write_file(char *path, struct str bytes) {
    int descriptor = mkstemp(path);
    assert_true(descriptor >= 0);
    FILE *file = fdopen(descriptor, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes.at, 1, bytes.length, file), bytes.length);
    assert_int_equal(fclose(file), 0);
}

static void yaml_loads_again(void **state) {
    (void)state;
    static const char *const PATHS[] = LISTS;
    for (size_t i = 0; i < COUNT(PATHS); i++) {
        char path[] = "/tmp/quanze-test-XXXXXX";
        struct list list, again;
        struct buf yaml = {0};
        read_it(PATHS[i], &list);
        say_list_yaml(&yaml, &list, STR("one remark\nand another"));
        assert_memory_equal(yaml.at, "# one remark\n# and another\nformat:", 34);
        write_file(path, buf_str(&yaml));
        read_it(path, &again);
        unlink(path);
        assert_same(&list, &again);
        buf_free(&yaml);
        list_free(&list);
        list_free(&again);
    }
}

static void import_it(const char *path, struct list *list) {
    struct arena arena = {0};
    struct problems problems = {.arena = &arena};
    struct import_report report = {.note_count = 0};
    struct quanze_error error;
    const struct import_request request = {.paths = &path, .path_count = 1, .valid_from = DAY_NONE, .today = DAY_NONE};
    *list = (struct list){.item_count = 0};
    quanze_status status = import_list(&request, &arena, list, &report, &problems, &error);
    if (status != QUANZE_OK) print_error("%s:%u:%u: %s\n", error.file, error.line, error.column, error.en);
    assert_int_equal(status, QUANZE_OK);
    assert_int_equal(report.skipped_count, 0);
    assert_int_equal(report.note_count, 0);
    arena_free(&arena);
}

static void workbook_is_imported_without_loss(void **state) {
    (void)state;
    static const char *const PATHS[] = LISTS;
    for (size_t i = 0; i < COUNT(PATHS); i++) {
        char path[] = "/tmp/quanze-test-XXXXXX";
        struct arena arena = {0};
        struct str bytes, twice;
        struct list list, again;
        struct quanze_error error;
        read_it(PATHS[i], &list);
        assert_int_equal(say_list_sheet(&list, DAY_NONE, &arena, &bytes, &error), QUANZE_OK);
        write_file(path, bytes);
        import_it(path, &again);
        unlink(path);
        order_by_kind(&list);
        assert_same(&list, &again);
        assert_int_equal(say_list_sheet(&again, DAY_NONE, &arena, &twice, &error), QUANZE_OK);
        assert_int_equal(bytes.length, twice.length);
        assert_memory_equal(bytes.at, twice.at, bytes.length);
        arena_free(&arena);
        list_free(&list);
        list_free(&again);
    }
}

/* A published page: imported, exported, imported again. */
static void published_tables_survive_the_round(void **state) {
    (void)state;
    char path[] = "/tmp/quanze-test-XXXXXX";
    const char *published = SOURCE_DIR "/lists/demo/published.html";
    struct arena arena = {0};
    struct problems problems = {.arena = &arena};
    struct import_report report = {.note_count = 0};
    struct list list = {.item_count = 0}, again;
    struct quanze_error error;
    struct str bytes;
    const struct import_request request = {
        .paths = &published, .path_count = 1, .id = "round", .valid_from = 20270, .today = DAY_NONE};
    assert_int_equal(import_list(&request, &arena, &list, &report, &problems, &error), QUANZE_OK);
    assert_int_equal(say_list_sheet(&list, DAY_NONE, &arena, &bytes, &error), QUANZE_OK);
    write_file(path, bytes);
    import_it(path, &again);
    unlink(path);
    assert_same(&list, &again);
    list_free(&list);
    list_free(&again);
    arena_free(&arena);
}

static void quotes_what_yaml_would_take_for_something_else(void **state) {
    (void)state;
    static const struct {
        const char *text, *yaml;
    } CASES[] = {{"低保核查", "低保核查"}, {"B-001", "B-001"},   {"a b", "a b"},     {"", "\"\""},
                 {"无", "\"无\""},         {"true", "\"true\""}, {"12", "\"12\""},   {"a: b", "\"a: b\""},
                 {"a #b", "\"a #b\""},     {"-a", "\"-a\""},     {"[x]", "\"[x]\""}, {"a\"b", "\"a\\\"b\""},
                 {"甲,乙", "\"甲,乙\""},   {"甲 ", "\"甲 \""},   {"＃号", "＃号"},   {"null", "\"null\""}};
    for (size_t i = 0; i < COUNT(CASES); i++) {
        struct buf out = {0};
        say_yaml_text(&out, str_of(CASES[i].text));
        assert_str(buf_str(&out), CASES[i].yaml);
        buf_free(&out);
    }
}

static void refuses_a_text_that_no_cell_holds(void **state) {
    (void)state;
    struct arena arena = {0};
    struct buf text = {0};
    struct str bytes;
    struct quanze_error error;
    buf_put_repeat(&text, STR("长"), 32768);
    struct item item = {.id = STR("B-1"),
                        .name = buf_str(&text),
                        .department = -1,
                        .per_person_day = -1,
                        .staff_min = -1,
                        .validity = {DAY_NONE, DAY_NONE}};
    struct list list = {
        .id = STR("x"), .items = &item, .item_count = 1, .published_on = DAY_NONE, .validity = {DAY_NONE, DAY_NONE}};
    assert_int_equal(say_list_sheet(&list, DAY_NONE, &arena, &bytes, &error), QUANZE_BAD_DATA);
    assert_non_null(strstr(error.en, "32767"));
    buf_free(&text);
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(yaml_loads_again), cmocka_unit_test(workbook_is_imported_without_loss),
                                       cmocka_unit_test(published_tables_survive_the_round),
                                       cmocka_unit_test(quotes_what_yaml_would_take_for_something_else),
                                       cmocka_unit_test(refuses_a_text_that_no_cell_holds)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
