/* test_thesaurus.c - words and their meanings from files; everything wrong with its place. */
#include <check.h>

#include <base/file.h>
#include <read/thesaurus.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static struct arena arena;

static void write_file(char path[64], const char *text) {
    (void)snprintf(path, 64, "/tmp/quanze-test-XXXXXX");
    const int descriptor = mkstemp(path);
    assert_true(descriptor >= 0);
    assert_int_equal(write(descriptor, text, strlen(text)), strlen(text));
    assert_int_equal(close(descriptor), 0);
}

static quanze_status read_text(const char *text, struct thesaurus *out, struct problems *problems) {
    char path[64];
    struct quanze_error error;
    write_file(path, text);
    *problems = (struct problems){.arena = &arena};
    const quanze_status status = read_thesaurus(path, out, problems, &error);
    assert_int_equal(unlink(path), 0);
    return status;
}

static void words_carry_meanings_and_weights(void **state) {
    (void)state;
    struct thesaurus thesaurus = {.word_count = 0};
    struct problems problems;
    const char *text = "format: quanze/thesaurus/1\n"
                       "groups:\n"
                       "  - words: [特种设备]\n"
                       "    near: [电梯, 锅炉]\n"
                       "    weight: 0.8\n"
                       "  - {words: [欠薪, 讨薪], near: [农民工]}\n"
                       "faint: [检查, 排查]\n";
    assert_int_equal(read_text(text, &thesaurus, &problems), QUANZE_OK);
    assert_int_equal(read_text("format: quanze/thesaurus/1\ngroups: [{words: [托育, 托班]}]\n", &thesaurus, &problems),
                     QUANZE_OK);
    static const struct {
        const char *text;
        uint32_t meaning;
        int32_t weight;
    } expected[] = {{"特种设备", 0, 1000000}, {"电梯", 0, 800000},   {"锅炉", 0, 800000},  {"欠薪", 1, 1000000},
                    {"讨薪", 1, 1000000},     {"农民工", 1, 600000}, {"托育", 2, 1000000}, {"托班", 2, 1000000}};
    assert_int_equal(thesaurus.word_count, COUNT(expected));
    assert_int_equal(thesaurus.meaning_count, 3);
    for (size_t i = 0; i < COUNT(expected); i++) {
        assert_str(thesaurus.words[i].text, expected[i].text);
        assert_int_equal(thesaurus.words[i].meaning, expected[i].meaning);
        assert_int_equal(thesaurus.words[i].weight, expected[i].weight);
    }
    assert_int_equal(thesaurus.faint_count, 2);
    assert_str(thesaurus.faint[1], "排查");
    thesaurus_free(&thesaurus);
    arena_reset(&arena);
}

/* A group of one word may be written as the word itself, as any record whose first field is asked for. */
static void a_word_may_stand_for_its_group(void **state) {
    (void)state;
    struct thesaurus thesaurus = {.word_count = 0};
    struct problems problems;
    assert_int_equal(read_text("format: quanze/thesaurus/1\ngroups:\n  - 特种设备\n", &thesaurus, &problems), QUANZE_OK);
    assert_int_equal(thesaurus.word_count, 1);
    assert_str(thesaurus.words[0].text, "特种设备");
    thesaurus_free(&thesaurus);
    arena_reset(&arena);
}

static void what_is_wrong_has_its_place(void **state) {
    (void)state;
    static const struct {
        const char *text, *code;
        unsigned line, column;
    } cases[] = {
        {"format: quanze/list/1\n", "wrong-format", 1, 9},
        {"groups: []\n", "missing-key", 1, 1},
        {"format: quanze/thesaurus/1\ngroups:\n  - word: [电梯]\n", "unknown-key", 3, 5},
        {"format: quanze/thesaurus/1\ngroups:\n  - words: [电梯, 电梯]\n", "double-word", 3, 17},
        {"format: quanze/thesaurus/1\ngroups:\n  - words: [电梯]\n    near: [锅炉, 电梯]\n", "double-word", 4, 16},
        {"format: quanze/thesaurus/1\ngroups:\n  - words: [电梯, 梯]\n", "short-word", 3, 17},
        {"format: quanze/thesaurus/1\ngroups:\n  - {weight: 0.5}\n", "empty-group", 3, 5},
        {"format: quanze/thesaurus/1\ngroups:\n  - {words: [电梯], weight: 2}\n", "not-ratio", 3, 27},
        {"format: quanze/thesaurus/1\nfaint: [检查, 查]\n", "short-word", 2, 13},
        {"format: quanze/thesaurus/1\ngroups: [", "yaml", 2, 10},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct thesaurus thesaurus = {.word_count = 0};
        struct problems problems;
        assert_int_equal(read_text(cases[i].text, &thesaurus, &problems), QUANZE_BAD_DATA);
        assert_true(problems.count >= 1);
        const struct problem *problem = &problems.at[0];
        if (i + 1 < COUNT(cases) && strcmp(problem->code, cases[i].code) != 0)
            fail_msg("case %zu: %s at %u:%u", i, problem->code, problem->place.line, problem->place.column);
        if (i + 1 < COUNT(cases)) assert_int_equal(problem->place.line, cases[i].line);
        if (i + 1 < COUNT(cases)) assert_int_equal(problem->place.column, cases[i].column);
        thesaurus_free(&thesaurus);
        arena_reset(&arena);
    }
}

/* The values of a key written twice are those of the last, and so must its places be. */
static void what_is_written_twice_keeps_its_places(void **state) {
    (void)state;
    static const struct {
        const char *text, *code;
        unsigned line, column; /* of what else is wrong, behind the key that stands there twice */
    } cases[] = {
        {"format: quanze/thesaurus/1\ngroups:\n  - words: [道路]\n    near: []\n    near: [锅炉, 锅炉]\n", "double-word", 5,
         16},
        {"format: quanze/thesaurus/1\ngroups: [{words: [道路]}]\ngroups:\n  - words: [电梯]\n  - words: [锅炉, 锅炉]\n",
         "double-word", 5, 17},
        {"format: quanze/thesaurus/1\nfaint: []\nfaint: [检查, 查]\n", "short-word", 3, 13},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct thesaurus thesaurus = {.word_count = 0};
        struct problems problems;
        assert_int_equal(read_text(cases[i].text, &thesaurus, &problems), QUANZE_BAD_DATA);
        assert_int_equal(problems.count, 2);
        assert_string_equal(problems.at[0].code, "double-key");
        assert_string_equal(problems.at[1].code, cases[i].code);
        assert_int_equal(problems.at[1].place.line, cases[i].line);
        assert_int_equal(problems.at[1].place.column, cases[i].column);
        thesaurus_free(&thesaurus);
        arena_reset(&arena);
    }
}

static void the_one_that_comes_along_is_sound(void **state) {
    (void)state;
    struct thesaurus thesaurus = {.word_count = 0};
    struct problems problems = {.arena = &arena};
    struct quanze_error error;
    assert_int_equal(read_thesaurus(SOURCE_DIR "/lists/thesaurus", &thesaurus, &problems, &error), QUANZE_OK);
    assert_int_equal(problems.count, 0);
    assert_true(thesaurus.meaning_count >= 250);
    thesaurus_free(&thesaurus);
}

static int close_arena(void **state) {
    (void)state;
    arena_free(&arena);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_carry_meanings_and_weights), cmocka_unit_test(a_word_may_stand_for_its_group),
        cmocka_unit_test(what_is_wrong_has_its_place), cmocka_unit_test(what_is_written_twice_keeps_its_places),
        cmocka_unit_test(the_one_that_comes_along_is_sound)};
    return cmocka_run_group_tests(tests, NULL, close_arena);
}
