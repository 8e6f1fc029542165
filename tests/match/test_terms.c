#include <base/utf8.h>
#include <check.h>
#include <match/terms.h>
#include <stdio.h>

static struct arena arena;
static struct vocabulary vocabulary;

static int open_table(void **state) {
    (void)state;
    const struct str places[] = {STR("示例县"), STR("木塘垸镇"), STR("")};
    return boilerplate_open(&vocabulary.boilerplate, places, COUNT(places), &arena) &&
                   meanings_open(&vocabulary.meanings, NULL, &arena)
               ? 0
               : -1;
}

static int close_table(void **state) {
    (void)state;
    arena_free(&arena);
    return 0;
}

/* The terms of a text, joined by spaces. */
static const char *terms_joined(const char *text) {
    static char joined[16 * TERMS_MAX];
    struct term terms[TERMS_MAX];
    const struct str folded = terms_fold(&arena, str_of(text));
    const size_t count = terms_of(&vocabulary, folded, terms);
    char *at = joined;
    for (size_t i = 0; i < count; i++) {
        if (i) *at++ = ' ';
        memcpy(at, folded.at + terms[i].from, terms[i].to - terms[i].from);
        at += terms[i].to - terms[i].from;
    }
    *at = '\0';
    return joined;
}

static void only_the_subject_is_left(void **state) {
    (void)state;
    static const struct {
        const char *text, *terms;
    } cases[] = {{"", ""},
                 {"消防安全检查", "消防 防安 安全 全检 检查"},
                 {"关于进一步做好秸秆禁烧工作的通知", "秸秆 秆禁 禁烧"},
                 {"示例县木塘垸镇防汛", "防汛"},
                 {"木塘垸的示例", "的"},
                 {"2026年度第12次防汛", "度第 防汛"},
                 {"防汛、抗旱", "防汛 抗旱"},
                 {"防 汛　抗\n旱", "防汛 汛抗 抗旱"},
                 {"ＡＰＰ推广", "ap pp p推 推广"},
                 {"水", "水"},
                 {"（林）〔2026〕3号", "林"},
                 {"工作通知", ""},
                 {"主管部门", ""}};
    for (size_t i = 0; i < COUNT(cases); i++) assert_string_equal(terms_joined(cases[i].text), cases[i].terms);
}

static void equal_pairs_have_equal_keys_and_others_do_not(void **state) {
    (void)state;
    struct term terms[TERMS_MAX];
    const size_t count = terms_of(&vocabulary, STR("防汛防汛汛防,防"), terms);
    assert_int_equal(count, 6); /* 防汛 汛防 防汛 汛汛 汛防 防 */
    assert_true(terms[0].key == terms[2].key && terms[1].key == terms[4].key);
    assert_true(terms[0].key != terms[1].key && terms[3].key != terms[0].key && terms[5].key != terms[0].key);
}

static void only_the_beginning_of_a_long_text_counts(void **state) {
    (void)state;
    enum { LONG = 30000 };
    char *text = arena_take(&arena, 3 * LONG);
    for (size_t i = 0; i < LONG; i++) memcpy(text + 3 * i, i % 2 ? "防" : "汛", 3);
    struct term terms[TERMS_MAX];
    const struct str folded = terms_fold(&arena, (struct str){text, 3 * LONG});
    assert_true(folded.length <= 2 * 3 * TERMS_CHARACTERS);
    assert_int_equal(utf8_invalid_at(folded), -1);
    assert_int_equal(terms_of(&vocabulary, folded, terms), TERMS_CHARACTERS - 1);
}

/* The meanings of a text, each as its number and the word it stands on. */
static const char *meanings_joined(const struct vocabulary *words, const char *text) {
    static char joined[512];
    struct term terms[TERMS_MAX];
    const struct str folded = terms_fold(&arena, str_of(text));
    const size_t count = terms_of(words, folded, terms);
    size_t length = 0;
    joined[0] = '\0';
    for (size_t i = 0; i < count; i++) {
        if (!term_is_meaning(terms[i].key)) continue;
        length += (size_t)snprintf(joined + length, sizeof joined - length, "%s%u:%.*s:%.1f", length ? " " : "",
                                   (unsigned)(uint32_t)terms[i].key, (int)(terms[i].to - terms[i].from),
                                   folded.at + terms[i].from, (double)terms[i].weight);
    }
    return joined;
}

static void words_of_the_thesaurus_give_their_meanings(void **state) {
    (void)state;
    static struct thesaurus_word words[] = {{STR_INIT("消防"), 0, 1000000},     {STR_INIT("防火"), 0, 600000},
                                            {STR_INIT("森林防火"), 1, 1000000}, {STR_INIT("ＡＰＰ"), 2, 1000000},
                                            {STR_INIT("小程序"), 2, 1000000},   {STR_INIT("小程序"), 3, 500000},
                                            {STR_INIT("垃圾分类"), 4, 1000000}, {STR_INIT("生活垃圾"), 5, 1000000}};
    const struct thesaurus thesaurus = {.words = words, .word_count = COUNT(words), .meaning_count = 6};
    struct vocabulary with_words = vocabulary;
    assert_true(meanings_open(&with_words.meanings, &thesaurus, &arena));
    static const struct {
        const char *text, *meanings;
    } cases[] = {{"消防检查", "0:消防:1.0"},
                 {"森林防火", "1:森林防火:1.0"}, /* the shorter word lies within the longer one */
                 {"防火和消防", "0:防火:0.6 0:消防:1.0"},
                 {"安装app、小程序", "2:app:1.0 2:小程序:1.0 3:小程序:0.5"},
                 {"生活垃圾分类", "5:生活垃圾:1.0 4:垃圾分类:1.0"},
                 {"森林", ""},
                 {"防", ""}};
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_string_equal(meanings_joined(&with_words, cases[i].text), cases[i].meanings);
    assert_string_equal(meanings_joined(&vocabulary, "消防"), "");
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(words_of_the_thesaurus_give_their_meanings),
                                       cmocka_unit_test(only_the_subject_is_left),
                                       cmocka_unit_test(equal_pairs_have_equal_keys_and_others_do_not),
                                       cmocka_unit_test(only_the_beginning_of_a_long_text_counts)};
    return cmocka_run_group_tests(tests, open_table, close_table);
}
