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
        say_item(&out, &sample.list, list_find_item(&sample.list, str_of(CASES[i].id)), CASES[i].language, CASES[i].format);
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

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(text_pages), cmocka_unit_test(what_is_written_is_read_again),
                                       cmocka_unit_test(only_what_is_in_force), cmocka_unit_test(item_pages)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
