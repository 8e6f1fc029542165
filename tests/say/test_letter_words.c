/* test_letter_words.c - dates, blanks and citations as official papers have them. */
#include <say/letter/letter_inside.h>

#include <check.h>

static void is_tidied_to(const char *text, const char *expected) {
    struct buf out = {0};
    letter_tidy(&out, str_of(text));
    assert_str(buf_str(&out), expected);
    buf_free(&out);
}

static void dates_and_blanks_are_as_officials_write_them(void **state) {
    (void)state;
    is_tidied_to("2023-12-07 09:30 收到，要求 2023-12-07 16:00 前报送",
                 "2023年12月7日9时30分收到，要求2023年12月7日16时前报送");
    is_tidied_to("只留了 5.5 个工作小时，至少 16 个", "只留了5.5个工作小时，至少16个");
    is_tidied_to("于 2026-01-02", "于2026年1月2日");
    is_tidied_to("2026-13-01、12026-01-02", "2026-13-01、12026-01-02");
    is_tidied_to("an English name", "an English name");
    is_tidied_to("“一” 2 “二”", "“一”2“二”");
    is_tidied_to("", "");
}

static void is_cited_as(const char *title, const char *article, const char *expected) {
    struct buf out = {0};
    letter_cite(&out, &(struct cite){str_of(title), str_of(article), 'V'});
    assert_str(buf_str(&out), expected);
    buf_free(&out);
}

static void citations_name_law_number_and_article(void **state) {
    (void)state;
    is_cited_as("统计法", "第十七条", "《统计法》第十七条");
    is_cited_as("《统计法》", "", "《统计法》");
    is_cited_as("若干规定", "第三部分（考核合并进行）；广东通报引用", "《若干规定》第三部分（考核合并进行）");
    is_cited_as("关于加强的意见（中办发〔2017〕11号）", "不得随意转交",
                "《关于加强的意见》（中办发〔2017〕11号）关于不得随意转交的规定");
}

static void names_of_templates_are_told_apart(void **state) {
    (void)state;
    const struct template_names names = letter_names();
    for (size_t i = 0; i < names.count; i++) {
        assert_true(names.at[i].parent < (int)names.count && names.at[i].parent != (int)i);
        if (names.at[i].parent >= 0) assert_true(names.at[names.at[i].parent].is_section);
        for (size_t j = i + 1; j < names.count; j++)
            if (names.at[i].parent == names.at[j].parent) assert_false(str_equal(names.at[i].name, names.at[j].name));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates_and_blanks_are_as_officials_write_them),
        cmocka_unit_test(citations_name_law_number_and_article),
        cmocka_unit_test(names_of_templates_are_told_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
