/* test_markup.c - the walk through XML and HTML, and what it refuses. */
#include <base/buf.h>
#include <check.h>
#include <read/markup.h>

static bool note_open(void *payload, const struct markup_element *element) {
    struct buf *said = payload;
    struct str id = markup_attribute(element, "id");
    buf_put_char(said, '<');
    buf_put(said, element->name);
    if (id.at) buf_put_text(said, " id="), buf_put(said, id);
    buf_put_char(said, '>');
    return !str_equal(element->name, STR("stop"));
}

static bool note_text(void *payload, struct str text, unsigned line) {
    struct buf *said = payload;
    if (str_trim(text).length == 0) return true;
    buf_printf(said, "%u:", line);
    buf_put(said, str_trim(text));
    return true;
}

static bool note_close(void *payload, struct str name) {
    struct buf *said = payload;
    buf_put_text(said, "</");
    buf_put(said, name);
    buf_put_char(said, '>');
    return true;
}

typedef quanze_status walk(struct str, const char *, const struct markup_handler *, struct quanze_error *);

static quanze_status say(walk *how, const char *text, struct buf *said, struct quanze_error *error) {
    const struct markup_handler handler = {note_open, note_text, note_close, said};
    quanze_status status = how(str_of(text), "made.xml", &handler, error);
    buf_put_char(said, '\0');
    return status;
}

static void walks_xml_in_order(void **state) {
    (void)state;
    struct buf said = {0};
    struct quanze_error error;
    const char *text = "<w:a xmlns:w='w' xmlns:r='r' r:id='7'>甲&amp;\n<w:b>&#20057;</w:b><![CDATA[<丙>]]></w:a>";
    assert_int_equal(say(markup_walk_xml, text, &said, &error), QUANZE_OK);
    assert_string_equal(said.at, "<a id=7>1:甲1:&<b>2:乙</b>2:<丙></a>");
    buf_free(&said);
}

static void walks_html_as_browsers_do(void **state) {
    (void)state;
    struct buf said = {0};
    struct quanze_error error;
    const char *text = "<TABLE ID=t><tr><td>甲&nbsp;&lt;乙<td>丙<tr><td>丁</table>";
    assert_int_equal(say(markup_walk_html, text, &said, &error), QUANZE_OK);
    assert_non_null(strstr(said.at, "<table id=t><tr><td>1:甲"));
    assert_non_null(strstr(said.at, "</td><td>1:丙</td></tr><tr><td>1:丁</td></tr></table>"));
    buf_free(&said);
}

static void stops_when_told(void **state) {
    (void)state;
    struct buf said = {0};
    struct quanze_error error;
    assert_int_equal(say(markup_walk_xml, "<a><stop/>and<more/></a>", &said, &error), QUANZE_OK);
    assert_string_equal(said.at, "<a><stop>");
    buf_free(&said);
}

/* What swells, looks elsewhere, or is broken: refused with a sentence in both languages, and nothing of it is handed out. */
static void refuses_what_is_harmful(void **state) {
    (void)state;
    static const struct {
        const char *text, *zh;
        unsigned line;
    } CASES[] = {
        {"<!DOCTYPE a [<!ENTITY x 'ha'><!ENTITY y '&x;&x;'>]>\n<a>&y;</a>", "DOCTYPE", 1},
        {"<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>", "DOCTYPE", 1},
        {"<!DOCTYPE a SYSTEM 'http://127.0.0.1:9/x.dtd'><a/>", "DOCTYPE", 1},
        {"<a>&unknown;</a>", "XML", 1},
        {"<a>\n<b></a>", "XML", 2},
        {"", "XML", 1},
        {"<a", "XML", 1},
    };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        struct buf said = {0};
        struct quanze_error error;
        assert_int_equal(say(markup_walk_xml, CASES[i].text, &said, &error), QUANZE_BAD_DATA);
        assert_non_null(strstr(error.zh, CASES[i].zh));
        assert_true(error.en[0] && strcmp(error.file, "made.xml") == 0);
        assert_int_equal(error.line, CASES[i].line);
        assert_null(strstr(said.at, "root:"));
        buf_free(&said);
    }
}

static void refuses_too_much_depth(void **state) {
    (void)state;
    struct buf deep = {0}, said = {0};
    struct quanze_error error;
    buf_put_repeat(&deep, STR("<a>"), 5000);
    buf_put_repeat(&deep, STR("</a>"), 5000);
    buf_put_char(&deep, '\0');
    assert_int_equal(say(markup_walk_xml, deep.at, &said, &error), QUANZE_BAD_DATA);
    said.length = 0;
    assert_int_equal(say(markup_walk_html, deep.at, &said, &error), QUANZE_OK);
    buf_free(&deep);
    buf_free(&said);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(walks_xml_in_order), cmocka_unit_test(walks_html_as_browsers_do),
                                       cmocka_unit_test(stops_when_told), cmocka_unit_test(refuses_what_is_harmful),
                                       cmocka_unit_test(refuses_too_much_depth)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
