#include <base/asset.h>
#include <check.h>
#include <http/pages/template.h>
#include <http/phrase.h>

extern const struct asset HTTP_PAGES[];
extern const size_t HTTP_PAGES_count;

static bool known(const struct str name) { return phrase_find(name) >= 0; }

/* Each gap of each page: phrases exist, sections are closed, parts are pages or made by a handler. */
static void every_page_names_only_what_there_is(void **state) {
    (void)state;
    assert_true(HTTP_PAGES_count > 3);
    for (size_t i = 0; i < HTTP_PAGES_count; i++) {
        struct str rest = asset_text(&HTTP_PAGES[i]);
        int open = 0;
        for (ptrdiff_t at; (at = str_find(rest, STR("{{"))) >= 0;) {
            rest = (struct str){rest.at + at + 2, rest.length - (size_t)at - 2};
            const ptrdiff_t end = str_find(rest, STR("}}"));
            assert_true(end > 0 && end < 60);
            const struct str gap = {rest.at, (size_t)end};
            open += (gap.at[0] == '#' || gap.at[0] == '^') - (gap.at[0] == '/');
            if (gap.at[0] >= 'A' && gap.at[0] <= 'Z' && !known(gap))
                fail_msg("%s: {{%.*s}}", HTTP_PAGES[i].name, (int)gap.length, gap.at);
        }
        assert_int_equal(open, 0);
    }
}

static void texts_are_escaped_and_parts_are_not(void **state) {
    (void)state;
    struct scope scope = {0};
    struct buf out = {0};
    scope_text(&scope, "what", STR("<b>&\"'"));
    scope_text(&scope, "why", STR(""));
    assert_true(template_write(&out, "problem", &scope, QUANZE_ZH));
    assert_true(str_find(buf_str(&out), STR("<h1>&lt;b&gt;&amp;&quot;&#39;</h1>")) >= 0);
    buf_free(&out);
}

static void a_page_with_a_gap_unfilled_is_not_written(void **state) {
    (void)state;
    struct scope scope = {0};
    struct buf out = {0};
    assert_false(template_write(&out, "problem", &scope, QUANZE_ZH));
    assert_false(template_write(&out, "no such page", &scope, QUANZE_ZH));
    buf_free(&out);
}

static void rows_see_what_is_around_them(void **state) {
    (void)state;
    struct scope scope = {0}, rows[2] = {0};
    struct buf out = {0};
    static const char *const empty[] = {"error", "secret", "account", "refused", "read_at"};
    for (size_t i = 0; i < COUNT(empty); i++) scope_text(&scope, empty[i], STR(""));
    scope_text(&scope, "form_token", STR("TOKEN"));
    scope_rows(&scope, "accounts", rows, 0);
    scope_text(&rows[0], "role", STR("r1"));
    scope_text(&rows[0], "word", STR("one"));
    scope_text(&rows[1], "role", STR("r2"));
    scope_text(&rows[1], "word", STR("two"));
    scope_rows(&scope, "roles", rows, 2);
    assert_true(template_write(&out, "admin", &scope, QUANZE_EN));
    assert_true(str_find(buf_str(&out), STR("<option value=\"r1\">one</option><option value=\"r2\">two</option>")) >= 0);
    assert_true(str_find(buf_str(&out), STR("value=\"TOKEN\"")) >= 0);
    assert_true(str_find(buf_str(&out), STR("role=\"alert\"")) < 0);
    buf_free(&out);
}

int main(void) {
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_page_names_only_what_there_is),
        cmocka_unit_test(texts_are_escaped_and_parts_are_not),
        cmocka_unit_test(a_page_with_a_gap_unfilled_is_not_written),
        cmocka_unit_test(rows_see_what_is_around_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
