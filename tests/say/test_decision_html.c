/* The page of a decision as HTML: whole, well-formed, every link leads somewhere, nothing of a user's text becomes a tag, and
 * only words that stand in the notice are underlined. */
#include <check.h>
#include <say/fixture.h>
#include <say/golden.h>
#include <stdio.h>
#include <string.h>

/* Elements are closed in the order in which they were opened. */
static void check_nesting(const char *page) {
    char open[64][16];
    size_t depth = 0;
    for (const char *at = strchr(page, '<'); at; at = strchr(at + 1, '<')) {
        char name[16] = {0};
        const char *end = strchr(at, '>');
        assert_non_null(end);
        const bool closes = at[1] == '/';
        size_t length = strcspn(at + 1 + closes, " >/\n");
        assert_true(length > 0 && length < sizeof name);
        memcpy(name, at + 1 + closes, length);
        if (closes) {
            assert_true(depth > 0);
            assert_string_equal(open[--depth], name);
        } else if (end[-1] != '/') {
            assert_true(depth < COUNT(open));
            memcpy(open[depth++], name, sizeof name);
        }
    }
    assert_int_equal(depth, 0);
}

static size_t count_of(const char *page, const char *text) {
    size_t count = 0;
    for (const char *at = strstr(page, text); at; at = strstr(at + 1, text)) count++;
    return count;
}

/* Every id stands once, and every link leads to one. */
static void check_links(const char *page) {
    char target[256];
    for (const char *at = strstr(page, "href=\"#"); at; at = strstr(at + 1, "href=\"#")) {
        snprintf(target, sizeof target, " id=\"%.*s\"", (int)strcspn(at + 7, "\""), at + 7);
        if (count_of(page, target) != 1) fail_msg("%s: %zu times", target, count_of(page, target));
    }
    for (const char *at = strstr(page, " id=\""); at; at = strstr(at + 1, " id=\"")) {
        snprintf(target, sizeof target, " id=\"%.*s\"", (int)strcspn(at + 5, "\""), at + 5);
        assert_int_equal(count_of(page, target), 1);
    }
}

static void page_of(const struct fixture *fixture, struct say_style style, struct buf *out) {
    say_decision_html(out, &fixture->decision, &fixture->world, style, 1);
    buf_put_char(out, '\0');
    assert_false(out->failed);
    check_nesting(out->at);
    check_links(out->at);
    out->length--;
}

static void golden(const char *name, void (*make)(struct fixture *), struct say_style style) {
    struct fixture fixture;
    struct buf out = {0};
    make(&fixture);
    page_of(&fixture, style, &out);
    check_golden(name, buf_str(&out));
    buf_free(&out);
}

static void fire_zh(void **state) {
    (void)state;
    golden("fire.zh.html", fixture_fire, (struct say_style){QUANZE_ZH, false, false});
}
static void fire_en(void **state) {
    (void)state;
    golden("fire.en.html", fixture_fire, (struct say_style){QUANZE_EN, false, true});
}
static void flood_zh(void **state) {
    (void)state;
    golden("flood.zh.html", fixture_flood, (struct say_style){QUANZE_ZH, false, false});
}

#define BODY "关于<b>报送</b>的通知\n请于今日16时前报送电子版。"

/* Words of one place, overlapping ones, ones twice, and ones that are not there. */
static const struct evidence EVIDENCE[] = {
    {FACT_ID_TITLE, {"关于<b>报送</b>的通知", 28}, 1, 1},
    {FACT_ID_KIND, {"报送", 6}, 1, 6},
    {FACT_ID_DUE_AT, {"请于今日16时前", 20}, 2, 1},
    {FACT_ID_DUE_AT, {"今日16时前报送", 20}, 2, 3},
    {FACT_ID_TOWNSHIPS, {"各乡镇", 9}, 2, 1},
    {FACT_ID_FUNDS_PROVIDED, {"电子版", 9}, 9, 1},
};
static const struct doubt DOUBTS[] = {{FACT_ID_STAFF_PROVIDED, {"说法<不一>", 14}, {"two <ways>", 10}, {"电子版", 9}, 2, 12}};

static void make_notice(struct fixture *fixture) {
    static const struct notice notice = {EVIDENCE, COUNT(EVIDENCE), DOUBTS, COUNT(DOUBTS)};
    fixture_fire(fixture);
    task_set(&fixture->task, FACT_ID_BODY, value_of_text(STR(BODY)));
    fixture->world.notice = &notice;
}

static void notice_zh(void **state) {
    (void)state;
    golden("notice.zh.html", make_notice, (struct say_style){QUANZE_ZH, false, false});
}

/* Without its tags the shown notice is the notice, with the numbers of the fields in it. */
static void the_notice_stands_as_it_came(void **state) {
    (void)state;
    struct fixture fixture;
    struct buf out = {0}, plain = {0};
    make_notice(&fixture);
    page_of(&fixture, (struct say_style){QUANZE_ZH, false, false}, &out);
    const char *at = strstr(out.at, "<div class=\"notice\">");
    assert_non_null(at);
    for (at += strlen("<div class=\"notice\">"); strncmp(at, "</div>", 6) != 0;) {
        if (strncmp(at, "<sup>", 5) == 0) at = strstr(at, "</sup>") + 5;
        if (*at == '<' || *at == '>')
            at = strchr(at, '>') + 1;
        else
            buf_put_char(&plain, *at++);
    }
    buf_put_char(&plain, '\0');
    assert_string_equal(plain.at, "关于&lt;b&gt;报送&lt;/b&gt;的通知\n请于今日16时前报送电子版。");
    assert_int_equal(count_of(out.at, "<mark"), 6); /* title in three pieces, the deadline in three */
    buf_free(&out);
    buf_free(&plain);
}

static void every_fact_told_by_a_notice_is_linked(void **state) {
    (void)state;
    struct fixture fixture;
    struct buf out = {0};
    make_notice(&fixture);
    page_of(&fixture, (struct say_style){QUANZE_ZH, false, false}, &out);
    assert_non_null(strstr(out.at, "<a href=\"#t1-due_5Fat\">"));       /* from a finding to the field */
    assert_non_null(strstr(out.at, "<tr id=\"t1-due_5Fat\""));          /* the field */
    assert_non_null(strstr(out.at, "<a href=\"#t1-words-due_5Fat\">")); /* from the field to the words */
    assert_non_null(strstr(out.at, "<tr id=\"t1-townships\""));         /* its words are not where they were told to be */
    assert_null(strstr(out.at, "t1-words-townships"));
    buf_free(&out);
}

static void hostile_texts_stay_texts(void **state) {
    (void)state;
    struct fixture fixture;
    struct buf out = {0};
    fixture_fire(&fixture);
    static const struct str HOSTILE = {"\"><script>alert(1)</script><!--", 31};
    task_set(&fixture.task, FACT_ID_TITLE, value_of_text(HOSTILE));
    task_set(&fixture.task, FACT_ID_ISSUER_NAME, value_of_text(HOSTILE));
    fixture.list.title = HOSTILE;
    page_of(&fixture, (struct say_style){QUANZE_ZH, false, true}, &out);
    assert_null(strstr(out.at, "<script"));
    assert_null(strstr(out.at, "<!--"));
    buf_free(&out);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fire_zh),
        cmocka_unit_test(fire_en),
        cmocka_unit_test(flood_zh),
        cmocka_unit_test(notice_zh),
        cmocka_unit_test(the_notice_stands_as_it_came),
        cmocka_unit_test(every_fact_told_by_a_notice_is_linked),
        cmocka_unit_test(hostile_texts_stay_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
