/* The reference of facts: every fact is there, in both languages, and one can be asked for alone. */
#include <check.h>
#include <say/golden.h>
#include <say/say.h>

static void every_fact(void **state) {
    (void)state;
    for (int language = QUANZE_ZH; language <= QUANZE_EN; language++) {
        struct buf out = {0};
        say_facts(&out, STR(""), (quanze_language)language, QUANZE_FORMAT_TEXT);
        assert_false(out.failed);
        check_page(buf_str(&out));
        for (size_t id = 0; id < FACT_COUNT_ALL; id++) {
            struct buf line = {0};
            buf_put_text(&line, "\n ");
            buf_put(&line, fact_at(id)->name);
            buf_put_text(&line, language == QUANZE_ZH ? "　" : "  ");
            buf_put(&line, language == QUANZE_ZH ? fact_at(id)->zh : fact_at(id)->en);
            const struct str wanted = {line.at + 1, line.length - 1};
            if (str_find(buf_str(&out), wanted) < 0) fail_msg("no line %.*s", (int)wanted.length, wanted.at);
            buf_free(&line);
        }
        buf_free(&out);
    }
}

static void one_fact(void **state) {
    (void)state;
    struct buf zh = {0}, en = {0}, json = {0};
    say_facts(&zh, STR("powers.granted"), QUANZE_ZH, QUANZE_FORMAT_TEXT);
    check_golden("fact.zh.txt", buf_str(&zh));
    say_facts(&en, STR("role"), QUANZE_EN, QUANZE_FORMAT_TEXT);
    check_golden("fact.en.txt", buf_str(&en));
    say_facts(&json, STR("demands.forms"), QUANZE_ZH, QUANZE_FORMAT_JSON);
    check_sorted_json(buf_str(&json));
    check_golden("fact.json", buf_str(&json));
    buf_free(&zh);
    buf_free(&en);
    buf_free(&json);
}

static void all_as_json(void **state) {
    (void)state;
    struct buf out = {0};
    size_t count = 0;
    say_facts(&out, STR(""), QUANZE_ZH, QUANZE_FORMAT_JSONL);
    check_sorted_json(buf_str(&out));
    for (struct str rest = buf_str(&out); str_find(rest, STR("\"absence\":")) >= 0; count++) {
        const size_t skip = (size_t)str_find(rest, STR("\"absence\":")) + 1;
        rest = (struct str){rest.at + skip, rest.length - skip};
    }
    assert_int_equal(count, FACT_COUNT_ALL);
    buf_free(&out);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_fact), cmocka_unit_test(one_fact), cmocka_unit_test(all_as_json)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
