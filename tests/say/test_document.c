/* test_document.c - papers: 28 characters a line, 22 lines a page, what the standard asks of each part, in every format. */
#include <say/document/document.h>

#include <base/package.h>
#include <base/utf8.h>
#include <check.h>
#include <stdio.h>
#include <stdlib.h>

struct fixture {
    struct arena arena;
    struct document document;
    struct buf out;
    struct quanze_error error;
};

static void make(struct fixture *fixture, enum document_kind kind) {
    *fixture =
        (struct fixture){.document = {.kind = kind,
                                      .mark = STR("示例县木塘垸镇人民政府"),
                                      .number = STR("木政函〔2026〕12号"),
                                      .signer = STR("张三"),
                                      .title = STR("示例县木塘垸镇人民政府\n关于今冬明春消防工作资料报送事项承接情况的复函")}};
    fixture->document.arena = &fixture->arena;
}

static void end(struct fixture *fixture) {
    buf_free(&fixture->out);
    arena_free(&fixture->arena);
}

/* A letter with everything in it, its body `pages` pages long or so. */
static void fill(struct fixture *fixture, int paragraphs) {
    static const unsigned char WIDTHS[] = {20, 50, 30};
    struct document *document = &fixture->document;
    document_add(document, DOCUMENT_ADDRESSEE, STR("县消防救援大队："));
    document_add(document, DOCUMENT_HEADING_1, STR("一、收文情况"));
    for (int i = 0; i < paragraphs; i++)
        document_add(
            document, DOCUMENT_BODY,
            STR("你单位《关于报送今冬明春消防工作资料的通知》（消字〔2023〕7号）于2023年12月7日9时30分收到，要求当日16时前"
                "报送，“只留了5个工作小时”，至少应有16个；任务所需的人员2名、经费240元，来文未说明由谁提供。"));
    document_add(document, DOCUMENT_HEADING_2, STR("（一）对照清单"));
    struct document_table *table = document_add_table(document, 3, 2, WIDTHS);
    assert_non_null(table);
    *document_cell(table, 0, 0) = STR("项目");
    *document_cell(table, 0, 1) = STR("情况");
    *document_cell(table, 0, 2) = STR("依据");
    *document_cell(table, 1, 0) = STR("时限");
    *document_cell(table, 1, 1) = STR("5 < 16 & \"缺\"");
    document_add(document, DOCUMENT_BODY, STR("特此函复。"));
    document_add(document, DOCUMENT_ATTACHMENT, STR("准入审查结果"));
    document_add(document, DOCUMENT_ATTACHMENT,
                 STR("履行职责事项清单摘录（消防安全检查事项）以及一个长得要转到下一行的附件名称"));
    document_add(document, DOCUMENT_SIGNATURE, STR("示例县木塘垸镇人民政府（印章）"));
    document_add(document, DOCUMENT_DATE, STR("2026年12月8日"));
    document_add(document, DOCUMENT_NOTE, STR("（联系人：李四，0000-1234567）"));
    document_add(document, DOCUMENT_COPY_TO, STR("县委编办，县减负办。"));
}

static struct str next_line(struct str *rest) {
    const ptrdiff_t end = str_find(*rest, STR("\n"));
    const struct str line = {rest->at, end >= 0 ? (size_t)end : rest->length};
    *rest = (struct str){rest->at + line.length + (end >= 0), rest->length - line.length - (end >= 0)};
    return line;
}

/* Every page of text has 22 lines, none wider than 28 characters, none begun by a mark that closes. */
static void fills_pages_of_22_lines_of_28_characters(void **state) {
    (void)state;
    struct fixture fixture;
    make(&fixture, DOCUMENT_LETTER);
    fill(&fixture, 20);
    assert_int_equal(document_text(&fixture.document, &fixture.out, &fixture.error), QUANZE_OK);
    size_t line_in_page = 0, pages = 0, full_lines = 0;
    for (struct str rest = buf_str(&fixture.out); rest.length > 0; line_in_page++) {
        const struct str line = next_line(&rest), inner = str_trim(line);
        assert_in_range(document_width(line), 0, 56);
        full_lines += document_width(line) >= 54; /* a word or a mark may leave a character free */
        assert_false(str_starts_with(inner, STR("，")) || str_starts_with(inner, STR("。")) ||
                     str_starts_with(inner, STR("”")));
        if (line_in_page < DOCUMENT_LINES) continue;
        pages++;
        assert_true(pages == 1 ? inner.length == 0 : str_starts_with(inner, STR("— ")));
        assert_int_equal(next_line(&rest).length, 0);
        line_in_page = (size_t)-1;
    }
    assert_true(pages >= 3);
    assert_true(full_lines > 40);
    end(&fixture);
}

static void text_keeps_the_order_and_places_of_a_letter(void **state) {
    (void)state;
    struct fixture fixture;
    make(&fixture, DOCUMENT_LETTER);
    fill(&fixture, 1);
    assert_int_equal(document_text(&fixture.document, &fixture.out, &fixture.error), QUANZE_OK);
    const struct str text = buf_str(&fixture.out);
    static const char *const ORDER[] = {"木政函〔2026〕12号\n\n\n",
                                        "复函\n\n县消防救援大队：\n    一、",
                                        "\n    附件：1.准入审查结果\n          2.履行",
                                        "\n            ",
                                        "（印章）\n",
                                        "2026年12月8日\n    （联系人",
                                        "\n  抄送：县委编办，县减负办。\n"};
    size_t from = 0;
    for (size_t i = 0; i < COUNT(ORDER); i++) {
        const ptrdiff_t at = str_find((struct str){text.at + from, text.length - from}, str_of(ORDER[i]));
        if (at < 0) print_error("missing: %s in\n%.*s", ORDER[i], (int)text.length, text.at);
        assert_true(at >= 0);
        from += (size_t)at;
    }
    end(&fixture);
}

static struct str docx_part(struct fixture *fixture, const char *name) {
    struct package *package = NULL;
    struct str part = STR("");
    assert_int_equal(package_open(buf_str(&fixture->out), "made.docx", &package, &fixture->error), QUANZE_OK);
    assert_int_equal(package_part(package, name, &fixture->arena, &part, &fixture->error), QUANZE_OK);
    package_close(package);
    return part;
}

static bool has(struct str text, const char *words) { return str_find(text, str_of(words)) >= 0; }

/* For eyes: QUANZE_KEEP_PAPERS names a folder that keeps what this test writes. */
static void keep(const struct fixture *fixture, const char *name) {
    const char *folder = getenv("QUANZE_KEEP_PAPERS");
    char path[256];
    if (!folder) return;
    (void)snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(fixture->out.at, 1, fixture->out.length, file), fixture->out.length);
    assert_int_equal(fclose(file), 0);
}

/* A row that fits a page stays on one; a longer one goes over to the next. */
static void rows_that_fit_a_page_are_not_broken(void **state) {
    (void)state;
    static const unsigned char WIDTHS[] = {50, 50};
    static const struct {
        int sentences;
        bool is_whole;
    } ROWS[] = {{1, true}, {12, true}, {60, false}};
    for (size_t i = 0; i < COUNT(ROWS); i++) {
        struct fixture fixture;
        struct buf cell = {0};
        make(&fixture, DOCUMENT_PLAIN);
        for (int k = 0; k < ROWS[i].sentences; k++) buf_put_text(&cell, "要求当日十六时前报送，只留了五个工作小时。");
        struct document_table *table = document_add_table(&fixture.document, 2, 2, WIDTHS);
        assert_non_null(table);
        *document_cell(table, 0, 0) = STR("项目");
        *document_cell(table, 1, 0) = buf_str(&cell);
        assert_int_equal(document_docx(&fixture.document, &fixture.out, &fixture.error), QUANZE_OK);
        const struct str part = docx_part(&fixture, "word/document.xml");
        assert_true(has(part, "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"));
        assert_int_equal(has(part, "<w:trPr><w:cantSplit/></w:trPr>"), ROWS[i].is_whole);
        buf_free(&cell);
        end(&fixture);
    }
}

static void docx_has_the_page_of_the_standard(void **state) {
    (void)state;
    static const char *const NAMES[] = {"letter.docx", "upward.docx", "plain.docx"};
    for (int kind = DOCUMENT_LETTER; kind <= DOCUMENT_PLAIN; kind++) {
        struct fixture fixture;
        make(&fixture, (enum document_kind)kind);
        fill(&fixture, 4);
        assert_int_equal(document_docx(&fixture.document, &fixture.out, &fixture.error), QUANZE_OK);
        keep(&fixture, NAMES[kind]);
        const struct str xml = docx_part(&fixture, "word/document.xml");
        assert_true(has(xml, "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"));
        assert_true(has(xml, "w:top=\"2098\" w:right=\"1474\" w:bottom=\"1984\" w:left=\"1587\""));
        assert_true(has(xml, "w:eastAsia=\"仿宋_GB2312\"") && has(xml, "w:eastAsia=\"黑体\"") && has(xml, "〔2026〕"));
        assert_true(has(xml, "5 &lt; 16 &amp; &quot;缺&quot;") && has(xml, "（印章）"));
        assert_int_equal(has(xml, "<w:titlePg/>"), kind == DOCUMENT_LETTER);
        assert_int_equal(has(xml, "签发人：张三"), kind == DOCUMENT_UPWARD);
        assert_true(has(docx_part(&fixture, "word/fontTable.xml"), "FangSong"));
        assert_true(has(docx_part(&fixture, "docProps/core.xml"), "<dc:creator>张三</dc:creator>"));
        end(&fixture);
    }
}

static void docx_is_the_same_bytes_twice(void **state) {
    (void)state;
    struct fixture first, second;
    make(&first, DOCUMENT_LETTER);
    make(&second, DOCUMENT_LETTER);
    fill(&first, 3);
    fill(&second, 3);
    assert_int_equal(document_docx(&first.document, &first.out, &first.error), QUANZE_OK);
    assert_int_equal(document_docx(&second.document, &second.out, &second.error), QUANZE_OK);
    assert_int_equal(first.out.length, second.out.length);
    assert_memory_equal(first.out.at, second.out.at, first.out.length);
    end(&first);
    end(&second);
}

/* A character that XML has not may not make a file that Word refuses. */
static void docx_has_no_character_that_xml_lacks(void **state) {
    (void)state;
    struct fixture fixture;
    make(&fixture, DOCUMENT_PLAIN);
    document_add(&fixture.document, DOCUMENT_BODY,
                 STR("a\x01"
                     "b\xEF\xBF\xBF"
                     "c\nd"));
    assert_int_equal(document_docx(&fixture.document, &fixture.out, &fixture.error), QUANZE_OK);
    assert_true(has(docx_part(&fixture, "word/document.xml"), ">a b c</w:t><w:br/>"));
    end(&fixture);
}

static void html_is_one_page_with_every_part(void **state) {
    (void)state;
    static const char *const NAMES[] = {"letter.html", "upward.html", "plain.html"};
    for (int kind = DOCUMENT_LETTER; kind <= DOCUMENT_PLAIN; kind++) {
        struct fixture fixture;
        make(&fixture, (enum document_kind)kind);
        fill(&fixture, 4);
        assert_int_equal(document_html(&fixture.document, QUANZE_FORMAT_HTML, &fixture.out, &fixture.error), QUANZE_OK);
        keep(&fixture, NAMES[kind]);
        const struct str page = buf_str(&fixture.out);
        assert_true(str_starts_with(page, STR("<!DOCTYPE html>")) && has(page, "margin: 37mm 26mm 35mm 28mm"));
        assert_true(has(page, "<p class=\"addressee\">县消防救援大队：</p>") && has(page, "5 &lt; 16 &amp; &quot;缺&quot;"));
        assert_false(has(page, "style=\""));
        buf_clear(&fixture.out);
        assert_int_equal(document_html(&fixture.document, QUANZE_FORMAT_HTML_PART, &fixture.out, &fixture.error), QUANZE_OK);
        assert_true(str_starts_with(buf_str(&fixture.out), STR("<article class=\"paper ")));
        end(&fixture);
    }
}

static void lines_break_where_they_may(void **state) {
    (void)state;
    assert_str(document_fit(STR("一二三，四"), 6), "一二");
    assert_str(document_fit(STR("一二（三）"), 6), "一二");
    assert_str(document_fit(STR("一2026年"), 4), "一");
    assert_str(document_fit(STR("20260101000000"), 4), "2026");
    assert_str(document_fit(STR("一——二"), 4), "一");
    assert_int_equal(document_width(STR("“一”2026年·")), 2 + 2 + 2 + 4 + 2 + 2);
    assert_int_equal(document_lines(STR("一二三四五"), 4), 3);
}

static void one_attachment_has_no_number_and_a_draft_says_so(void **state) {
    (void)state;
    struct fixture fixture;
    make(&fixture, DOCUMENT_LETTER);
    fixture.document.draft = STR("草稿");
    document_add(&fixture.document, DOCUMENT_ATTACHMENT, STR("来文"));
    assert_int_equal(document_text(&fixture.document, &fixture.out, &fixture.error), QUANZE_OK);
    assert_true(has(buf_str(&fixture.out), "    附件：来文\n"));
    assert_true(has(buf_str(&fixture.out), "\n草稿  "));
    end(&fixture);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fills_pages_of_22_lines_of_28_characters),
        cmocka_unit_test(text_keeps_the_order_and_places_of_a_letter),
        cmocka_unit_test(rows_that_fit_a_page_are_not_broken),
        cmocka_unit_test(docx_has_the_page_of_the_standard),
        cmocka_unit_test(docx_is_the_same_bytes_twice),
        cmocka_unit_test(docx_has_no_character_that_xml_lacks),
        cmocka_unit_test(html_is_one_page_with_every_part),
        cmocka_unit_test(lines_break_where_they_may),
        cmocka_unit_test(one_attachment_has_no_number_and_a_draft_says_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
