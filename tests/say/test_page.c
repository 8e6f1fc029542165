/* Flowing text: 80 columns, hanging indents, punctuation where it belongs. */
#include <base/utf8.h>
#include <check.h>
#include <say/golden.h>
#include <say/page.h>

static void expect_flow(const char *text, size_t start, size_t indent, const char *expected) {
    struct buf out = {0};
    struct page page = {.out = &out};
    page_to(&page, start);
    page_flow(&page, str_of(text), indent);
    page_end_line(&page);
    assert_str(buf_str(&out), expected);
    buf_free(&out);
}

static void breaks(void **state) {
    (void)state;
    /* Nine wide characters before the edge: the comma takes the one before it along. */
    expect_flow("一二三四五六七八九，十", 62, 62,
                "                                                              一二三四五六七八\n"
                "                                                              九，十\n");
    expect_flow("一二三四五六七八（十", 62, 62,
                "                                                              一二三四五六七八\n"
                "                                                              （十\n");
    expect_flow("words that do not break inside", 60, 62,
                "                                                            words that do not\n"
                "                                                              break inside\n");
    expect_flow("averylongwordwithoutanyplacetobreak", 70, 70,
                "                                                                      averylongw\n"
                "                                                                      ordwithout\n"
                "                                                                      anyplaceto\n"
                "                                                                      break\n");
    expect_flow("", 0, 0, "\n");
}

/* Every length of a text full of punctuation, at every indent: no line too wide, none starting with closing punctuation. */
static void every_indent(void **state) {
    (void)state;
    static const char TEXT[] =
        "县（区）“三定”规定：部门职责、乡镇职责；依据《若干规定》第 3 条，only 2.5 hours，至多 60%。另见附件（待核）！";
    for (size_t indent = 0; indent < 60; indent++)
        for (size_t times = 1; times < 6; times++) {
            struct buf text = {0}, out = {0};
            struct page page = {.out = &out};
            buf_put_repeat(&text, str_of(TEXT), times);
            page_to(&page, indent);
            page_flow_edge(&page, buf_str(&text), indent, STR("RES-001"));
            check_page(buf_str(&out));
            assert_true(str_find(buf_str(&out), STR("RES-001\n")) > 0);
            buf_free(&text);
            buf_free(&out);
        }
}

static void edge_is_at_the_edge(void **state) {
    (void)state;
    struct buf out = {0};
    struct page page = {.out = &out};
    page_flow_edge(&page, STR("报送时限过短"), 0, STR("TIME-001"));
    assert_int_equal(utf8_width((struct str){out.at, out.length - 1}), PAGE_COLUMNS);
    buf_free(&out);
}

static void paint_is_closed_at_every_line(void **state) {
    (void)state;
    struct buf out = {0};
    struct page page = {.out = &out, .colour = true};
    page_paint(&page, PAINT_FAINT);
    page_put(&page, STR("a"));
    page_end_line(&page);
    page_put(&page, STR("b"));
    page_paint(&page, PAINT_PLAIN);
    page_end_line(&page);
    assert_str(buf_str(&out), "\033[90ma\033[0m\n\033[90mb\033[0m\n");
    buf_free(&out);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(breaks), cmocka_unit_test(every_indent),
                                       cmocka_unit_test(edge_is_at_the_edge), cmocka_unit_test(paint_is_closed_at_every_line)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
