/* Pages of a duty list: what is written as JSON or YAML is read again as the same list. */
#include <check.h>
#include <read/read.h>
#include <say/golden.h>
#include <say/say.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

struct sample {
    struct list list;
    struct arena arena;
};

static void load(const char *path, struct sample *sample) {
    struct problems problems = {.arena = &sample->arena};
    struct quanze_error error = {0};
    if (read_list(path, &sample->list, &problems, &error) != QUANZE_OK) fail_msg("%s", error.en);
}

static void load_stored(struct sample *sample) {
    *sample = (struct sample){0};
    load(SOURCE_DIR "/tests/say/list.yaml", sample);
}

static int32_t day_of(const char *text) {
    int32_t day = DAY_NONE;
    assert_true(day_parse(str_of(text), &day));
    return day;
}

static void drop(struct sample *sample) {
    list_free(&sample->list);
    arena_free(&sample->arena);
}

static void page(const struct sample *sample, int32_t as_of, quanze_language language, quanze_format format, struct buf *out) {
    say_list(out, &sample->list, as_of, language, format);
    assert_false(out->failed);
}

static void text_pages(void **state) {
    (void)state;
    static const char *const NAMES[] = {"list.zh.txt", "list.en.txt"};
    struct sample sample;
    load_stored(&sample);
    for (int language = QUANZE_ZH; language <= QUANZE_EN; language++) {
        struct buf out = {0};
        page(&sample, DAY_NONE, (quanze_language)language, QUANZE_FORMAT_TEXT, &out);
        check_page(buf_str(&out));
        check_golden(NAMES[language], buf_str(&out));
        buf_free(&out);
    }
    drop(&sample);
}

/* Writes the page to a file of its own, reads it, and asks for the JSON of what was read. */
static void read_back(struct str bytes, struct buf *json) {
    char path[] = "/tmp/quanze-list-XXXXXX";
    struct sample again = {0};
    const int descriptor = mkstemp(path);
    assert_true(descriptor >= 0);
    assert_int_equal(write(descriptor, bytes.at, bytes.length), bytes.length);
    close(descriptor);
    load(path, &again);
    page(&again, DAY_NONE, QUANZE_ZH, QUANZE_FORMAT_JSON, json);
    drop(&again);
    unlink(path);
}

static void what_is_written_is_read_again(void **state) {
    (void)state;
    static const quanze_format FORMATS[] = {QUANZE_FORMAT_JSON, QUANZE_FORMAT_JSONL, QUANZE_FORMAT_YAML};
    struct sample sample;
    struct buf json = {0};
    load_stored(&sample);
    page(&sample, DAY_NONE, QUANZE_ZH, QUANZE_FORMAT_JSON, &json);
    check_sorted_json(buf_str(&json));
    check_golden("list.json", buf_str(&json));
    for (size_t i = 0; i < COUNT(FORMATS); i++) {
        struct buf out = {0}, again = {0};
        page(&sample, DAY_NONE, QUANZE_ZH, FORMATS[i], &out);
        if (FORMATS[i] == QUANZE_FORMAT_YAML) check_golden("list.yaml", buf_str(&out));
        read_back(buf_str(&out), &again);
        assert_true(str_equal(buf_str(&json), buf_str(&again)));
        buf_free(&out);
        buf_free(&again);
    }
    buf_free(&json);
    drop(&sample);
}

static void only_what_is_in_force(void **state) {
    (void)state;
    struct sample sample;
    struct buf before = {0}, after = {0};
    int32_t early = 0, late = 0;
    assert_true(day_parse(STR("2025-08-01"), &early) && day_parse(STR("2027-01-01"), &late));
    load_stored(&sample);
    page(&sample, early, QUANZE_ZH, QUANZE_FORMAT_TEXT, &before);
    page(&sample, late, QUANZE_ZH, QUANZE_FORMAT_TEXT, &after);
    assert_true(str_find(buf_str(&before), STR("R-003")) < 0 && str_find(buf_str(&after), STR("R-003")) > 0);
    assert_true(str_find(buf_str(&before), STR("W-1")) < 0 && str_find(buf_str(&after), STR("W-1")) < 0);
    buf_free(&before);
    buf_free(&after);
    drop(&sample);
}

static void item_pages(void **state) {
    (void)state;
    static const struct {
        const char *name, *id;
        quanze_language language;
        quanze_format format;
    } CASES[] = {{"item.zh.txt", "C-014", QUANZE_ZH, QUANZE_FORMAT_TEXT},
                 {"item.en.txt", "C-014", QUANZE_EN, QUANZE_FORMAT_TEXT},
                 {"item.json", "C-014", QUANZE_ZH, QUANZE_FORMAT_JSON},
                 {"item.basic.txt", "B-001", QUANZE_ZH, QUANZE_FORMAT_TEXT}};
    struct sample sample;
    load_stored(&sample);
    for (size_t i = 0; i < COUNT(CASES); i++) {
        struct buf out = {0};
        say_item(&out, &sample.list, list_find_item(&sample.list, str_of(CASES[i].id)), DAY_NONE,
                 (struct list_style){CASES[i].language, CASES[i].format, STR("")});
        assert_false(out.failed);
        if (CASES[i].format == QUANZE_FORMAT_TEXT)
            check_page(buf_str(&out));
        else
            check_sorted_json(buf_str(&out));
        check_golden(CASES[i].name, buf_str(&out));
        buf_free(&out);
    }
    drop(&sample);
}

/* A day on which the list, or the item, was not in force is no day to cite it for: the page says so. */
static void a_page_says_when_it_was_not_in_force(void **state) {
    (void)state;
    static const struct {
        const char *day, *item; /* NULL: the list */
        quanze_language language;
        const char *said; /* NULL: nothing */
    } CASES[] = {{"2025-06-30", NULL, QUANZE_ZH, "2025-06-30 这份清单还没有施行（2025-07-01 起施行）"},
                 {"2025-06-30", "C-014", QUANZE_EN, "On 2025-06-30 this list was not in force yet: it is from 2025-07-01 on"},
                 {"2026-01-01", "C-014", QUANZE_ZH, "2026-01-01 这一事项已经不再施行（施行到 2025-12-31）"},
                 {"2025-07-01", NULL, QUANZE_ZH, NULL},
                 {"2025-07-01", "C-014", QUANZE_ZH, NULL}};
    struct sample sample;
    load_stored(&sample);
    sample.list.items[list_find_item(&sample.list, STR("C-014"))].validity.to = day_of("2025-12-31");
    for (size_t i = 0; i < COUNT(CASES); i++) {
        const struct list_style style = {CASES[i].language, QUANZE_FORMAT_HTML_PART, STR("")};
        struct buf out = {0};
        if (CASES[i].item)
            say_item_html(&out, &sample.list, list_find_item(&sample.list, str_of(CASES[i].item)), day_of(CASES[i].day), style);
        else
            say_list_html(&out, &sample.list, day_of(CASES[i].day), style);
        assert_false(out.failed);
        assert_int_equal(str_find(buf_str(&out), STR("box hold")) >= 0, CASES[i].said != NULL);
        if (CASES[i].said) assert_true(str_find(buf_str(&out), str_of(CASES[i].said)) >= 0);
        buf_free(&out);
    }
    drop(&sample);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(text_pages), cmocka_unit_test(what_is_written_is_read_again),
                                       cmocka_unit_test(only_what_is_in_force), cmocka_unit_test(item_pages),
                                       cmocka_unit_test(a_page_says_when_it_was_not_in_force)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
