/* test_audit_html.c - the report of an audit as a page: whole in itself, every link leads somewhere in it, nothing leaks. */
#include <check.h>

#include <read/markup.h>
#include <say/audit/audit_html.h>
#include <say/audit_large.h>
#include <stdlib.h>
#include <string.h>

static void page_of(const struct audit_report *report, quanze_language language, quanze_format form, struct buf *out) {
    struct quanze_error error;
    const struct audit_html asked = {language, form, STR("")};
    assert_int_equal(say_audit_html(out, report, &asked, &error), QUANZE_OK);
}

static size_t count_of(struct str text, struct str part) {
    size_t count = 0;
    for (ptrdiff_t at; (at = str_find(text, part)) >= 0; count++)
        text = (struct str){text.at + at + part.length, text.length - (size_t)at - part.length};
    return count;
}

/* The ids of a page and the fragments that its links name, each NUL-ended. */
struct anchors {
    struct buf ids, links;
    size_t outside;
};

static bool note_element(void *payload, const struct markup_element *element) {
    struct anchors *anchors = payload;
    const struct str id = markup_attribute(element, "id"), link = markup_attribute(element, "href"),
                     source = markup_attribute(element, "src");
    if (id.at) {
        buf_put_char(&anchors->ids, '\n');
        buf_put(&anchors->ids, id);
        buf_put_char(&anchors->ids, '\n');
    }
    if (link.at && link.length > 0 && link.at[0] == '#') {
        buf_put(&anchors->links, (struct str){link.at + 1, link.length - 1});
        buf_put_char(&anchors->links, '\n');
    } else if (link.at) {
        anchors->outside++;
    }
    anchors->outside += source.at != NULL || str_equal(element->name, STR("link")) || str_equal(element->name, STR("iframe"));
    return true;
}

static void every_link_leads_into_the_page(struct str page) {
    struct anchors anchors = {0};
    struct quanze_error error;
    size_t links = 0;
    const struct markup_handler handler = {.open = note_element, .payload = &anchors};
    assert_int_equal(markup_walk_html(page, "page", &handler, &error), QUANZE_OK);
    assert_int_equal(anchors.outside, 0);
    for (size_t from = 0; from < anchors.links.length; links++) {
        const char *end = memchr(anchors.links.at + from, '\n', anchors.links.length - from);
        struct buf wanted = {0};
        buf_put_char(&wanted, '\n');
        buf_put(&wanted, (struct str){anchors.links.at + from, (size_t)(end - anchors.links.at) - from});
        buf_put_char(&wanted, '\n');
        if (count_of(buf_str(&anchors.ids), buf_str(&wanted)) != 1)
            fail_msg("not exactly one place is called %.*s", (int)wanted.length, wanted.at);
        buf_free(&wanted);
        from = (size_t)(end - anchors.links.at) + 1;
    }
    assert_true(links > 100);
    buf_free(&anchors.ids);
    buf_free(&anchors.links);
}

static void whole_page(void **state) {
    (void)state;
    for (int language = QUANZE_ZH; language <= QUANZE_EN; language++) {
        struct buf out = {0};
        page_of(audit_fixture(), (quanze_language)language, QUANZE_FORMAT_HTML, &out);
        every_link_leads_into_the_page(buf_str(&out));
        assert_int_equal(str_find(buf_str(&out), STR("http:")), -1);
        assert_int_equal(str_find(buf_str(&out), STR("https:")), -1);
        assert_int_equal(str_find(buf_str(&out), STR("{1}")), -1);
        assert_int_equal(str_find(buf_str(&out), STR("<文旅>")), -1); /* a name cannot become a tag */
        buf_free(&out);
    }
}

/* Each picture alone is well-formed XML. */
static void pictures_are_well_formed(void **state) {
    (void)state;
    struct buf out = {0};
    page_of(audit_fixture(), QUANZE_ZH, QUANZE_FORMAT_HTML_PART, &out);
    size_t pictures = 0;
    for (const char *at = out.at; (at = strstr(at, "<svg")); pictures++) {
        const struct markup_handler nothing = {0};
        struct quanze_error error;
        const char *end = strstr(at, "</svg>") + 6;
        if (markup_walk_xml((struct str){at, (size_t)(end - at)}, "svg", &nothing, &error) != QUANZE_OK)
            fail_msg("%s", error.en);
        at = end;
    }
    assert_true(pictures >= 8);
    buf_free(&out);
}

/* The four numbers are those of the tasks that they lead to. */
static void figures_are_their_tasks(void **state) {
    (void)state;
    const struct audit_report *report = audit_fixture();
    struct buf out = {0}, wanted = {0};
    size_t unadmitted = 0;
    for (size_t i = 0; i < report->task_count; i++)
        unadmitted += report->tasks[i].decided && report->tasks[i].verdict > VERDICT_CONDITIONAL;
    page_of(report, QUANZE_ZH, QUANZE_FORMAT_HTML_PART, &out);
    buf_printf(&wanted, "\">%zu</a></b>未获准入（件）", unadmitted);
    assert_int_equal(count_of(buf_str(&out), buf_str(&wanted)), 1);
    wanted.length = 0;
    buf_printf(&wanted, "<strong>未获准入（件）（%zu 件）</strong>", unadmitted);
    const ptrdiff_t at = str_find(buf_str(&out), buf_str(&wanted));
    assert_true(at > 0);
    struct str list = {out.at + at, out.length - (size_t)at};
    list.length = (size_t)str_find(list, STR("</p>"));
    assert_int_equal(count_of(list, STR("<a href=\"#t")), unadmitted);
    buf_free(&out);
    buf_free(&wanted);
}

/* Every task of the period has its row with the rules that it did not meet, and every rule has its words. */
static void tasks_lead_to_rules(void **state) {
    (void)state;
    const struct audit_report *report = audit_fixture();
    struct buf out = {0};
    page_of(report, QUANZE_EN, QUANZE_FORMAT_HTML_PART, &out);
    assert_int_equal(count_of(buf_str(&out), STR("<tr id=\"t")), report->task_count);
    assert_int_equal(count_of(buf_str(&out), STR(">monitoring point</span>")), 1);
    assert_int_equal(count_of(buf_str(&out), STR("<dt id=\"r-RES-001\">")), 1);
    assert_int_equal(count_of(buf_str(&out), STR("某县减负监测办法》第九条 (to be verified)")), 1);
    buf_free(&out);
}

/* A month of 84,000 tasks stays a page that a browser opens: its figures are of all tasks, below each stand the gravest, and
 * what is left out is said with where it is. Whatever a link leads to is there. */
static void a_large_month_stays_a_page(void **state) {
    (void)state;
    struct arena arena = {0};
    struct buf out = {0};
    const struct audit_report *report = audit_large(&arena, 1400);
    assert_int_equal(report->task_count, 84000);
    page_of(report, QUANZE_ZH, QUANZE_FORMAT_HTML, &out);
    assert_true(out.length < 1000 * 1000);
    every_link_leads_into_the_page(buf_str(&out));
    assert_int_equal(count_of(buf_str(&out), STR("84,000</a></b>")), 1);
    assert_int_equal(count_of(buf_str(&out), STR("长表列出前 200 行")), 1);
    assert_int_equal(count_of(buf_str(&out), STR("本页列出 200 行，另有 1,800 行见 .xlsx 和 JSON")), 2);
    const ptrdiff_t at = str_find(buf_str(&out), STR("<strong>未获准入（件）（"));
    assert_true(at > 0);
    struct str list = {out.at + at, out.length - (size_t)at};
    list.length = (size_t)str_find(list, STR("</p>"));
    assert_int_equal(count_of(list, STR("<a href=\"#t")), 20);
    assert_true(str_find(list, STR("以上是最重的 20 件，另有 ")) > 0);
    enum verdict hardest = VERDICT_ADMIT;
    for (size_t i = 0; i < report->task_count; i++)
        if (report->tasks[i].decided && report->tasks[i].verdict > hardest) hardest = report->tasks[i].verdict;
    const ptrdiff_t link = str_find(list, STR("#t"));
    assert_true(link > 0);
    assert_int_equal(report->tasks[strtol(list.at + link + 2, NULL, 10) - 1].verdict, hardest);
    const ptrdiff_t groups = str_find(buf_str(&out), STR("<h2 id=\"duplicates\">"));
    struct str first = {out.at + groups, out.length - (size_t)groups};
    first.length = (size_t)str_find(first, STR("</tr>\n<tr>"));
    assert_true(str_find(first, STR("全部 ")) > 0); /* the heaviest group stands first */
    buf_free(&out);
    arena_free(&arena);
}

/* Up to 3,000 tasks nothing is left out. */
static void a_usual_month_is_whole(void **state) {
    (void)state;
    struct arena arena = {0};
    struct buf out = {0};
    const struct audit_report *report = audit_large(&arena, 50);
    page_of(report, QUANZE_ZH, QUANZE_FORMAT_HTML, &out);
    assert_int_equal(count_of(buf_str(&out), STR("<tr id=\"t")), report->task_count);
    assert_int_equal(str_find(buf_str(&out), STR(".xlsx")), -1);
    buf_free(&out);
    arena_free(&arena);
}

static void an_empty_month_says_what_to_do(void **state) {
    (void)state;
    struct buf out = {0};
    page_of(audit_fixture_empty(), QUANZE_ZH, QUANZE_FORMAT_HTML, &out);
    assert_true(str_find(buf_str(&out), STR("quanze ledger add")) > 0);
    assert_int_equal(str_find(buf_str(&out), STR("<svg")), -1);
    buf_free(&out);
}

static void a_part_has_no_frame(void **state) {
    (void)state;
    struct buf out = {0};
    page_of(audit_fixture(), QUANZE_ZH, QUANZE_FORMAT_HTML_PART, &out);
    assert_int_equal(str_find(buf_str(&out), STR("<html")), -1);
    assert_int_equal(str_find(buf_str(&out), STR("<h1>")), 0);
    buf_free(&out);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whole_page),
        cmocka_unit_test(pictures_are_well_formed),
        cmocka_unit_test(figures_are_their_tasks),
        cmocka_unit_test(tasks_lead_to_rules),
        cmocka_unit_test(a_large_month_stays_a_page),
        cmocka_unit_test(a_usual_month_is_whole),
        cmocka_unit_test(an_empty_month_says_what_to_do),
        cmocka_unit_test(a_part_has_no_frame),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
