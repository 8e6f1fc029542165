/* test_html.c - what pages as HTML share: nothing of a user's text becomes a tag, pages are whole in themselves. */
#include <check.h>

#include <say/html.h>
#include <string.h>

static void is(struct buf *out, const char *expected) {
    buf_put_char(out, '\0');
    assert_false(out->failed);
    assert_string_equal(out->at, expected);
    buf_free(out);
}

static void text_cannot_become_a_tag(void **state) {
    (void)state;
    struct buf out = {0};
    html_element(&out, "td", "number", STR("<script>\"a\" & b\x01</script>"));
    is(&out, "<td class=\"number\">&lt;script&gt;&quot;a&quot; &amp; b &lt;/script&gt;</td>");
    out = (struct buf){0};
    html_element(&out, "a href=\"#x\"", NULL, STR("回第 1 条"));
    is(&out, "<a href=\"#x\">回第 1 条</a>");
    out = (struct buf){0};
    html_element(&out, "p", NULL, STR("time  screening < all"));
    is(&out, "<p>time\xE2\x80\x83screening &lt; all</p>"); /* two spaces would be one */
}

static void anchors_tell_texts_apart(void **state) {
    (void)state;
    struct buf out = {0};
    html_anchor(&out, STR("TIME-001 a_b"));
    is(&out, "TIME-001_20a_5Fb");
    out = (struct buf){0};
    html_anchor(&out, STR("责"));
    is(&out, "_E8_B4_A3");
}

static void a_page_fetches_nothing(void **state) {
    (void)state;
    struct buf out = {0};
    html_begin(&out, STR("审查 <意见>"), QUANZE_ZH, QUANZE_FORMAT_HTML);
    html_end(&out, "sort.js", QUANZE_FORMAT_HTML);
    buf_put_char(&out, '\0');
    assert_non_null(strstr(out.at, "<html lang=\"zh-CN\">"));
    assert_non_null(strstr(out.at, "<title>审查 &lt;意见&gt;</title>"));
    assert_non_null(strstr(out.at, ".verdict.reject"));
    assert_non_null(strstr(out.at, "aria-sort"));
    assert_null(strstr(out.at, "http:"));
    assert_null(strstr(out.at, "https:"));
    assert_null(strstr(out.at, "url("));
    assert_null(strstr(out.at, "@import"));
    assert_null(strstr(out.at, " src="));
    buf_free(&out);
}

static void a_part_has_no_frame(void **state) {
    (void)state;
    struct buf out = {0};
    html_begin(&out, STR("审查"), QUANZE_EN, QUANZE_FORMAT_HTML_PART);
    html_end(&out, "sort.js", QUANZE_FORMAT_HTML_PART);
    assert_int_equal(out.length, 0);
    buf_free(&out);
}

static void an_unknown_script_is_empty(void **state) {
    (void)state;
    assert_int_equal(html_script("none.js").length, 0);
    assert_true(html_script("sort.js").length > 0);
    assert_true(html_style().length > 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_cannot_become_a_tag),   cmocka_unit_test(anchors_tell_texts_apart),
        cmocka_unit_test(a_page_fetches_nothing),     cmocka_unit_test(a_part_has_no_frame),
        cmocka_unit_test(an_unknown_script_is_empty),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
