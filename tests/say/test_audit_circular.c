/* test_audit_circular.c - the draft of the circular: it names no township, cites only what was read, and says the report's
 * figures. */
#include <check.h>

#include <base/package.h>
#include <read/markup.h>
#include <say/audit/audit_circular.h>
#include <say/audit_fixture.h>
#include <string.h>

struct paper {
    struct arena arena;
    struct document document;
    struct buf text;
};

static void make_with(const struct audit_report *report, const struct circular_request *request, struct paper *paper) {
    struct quanze_error error;
    *paper = (struct paper){.text = {0}};
    paper->document.arena = &paper->arena;
    assert_int_equal(say_audit_circular(report, request, &paper->document, &error), QUANZE_OK);
    assert_int_equal(document_text(&paper->document, &paper->text, &error), QUANZE_OK);
}

static void make(const struct audit_report *report, struct paper *paper) {
    make_with(report, &(struct circular_request){.date = DAY_NONE, .until = DAY_NONE}, paper);
}

static void drop(struct paper *paper) {
    buf_free(&paper->text);
    arena_free(&paper->arena);
}

/* The text without the ends of its lines and the numbers of its pages, so that words are found wherever a line breaks. */
static void flatten(struct buf *text) {
    struct str rest = buf_str(text);
    size_t kept = 0;
    while (rest.length > 0) {
        const char *end = memchr(rest.at, '\n', rest.length);
        const struct str line = {rest.at, end ? (size_t)(end - rest.at) : rest.length};
        const size_t used = line.length + (end != NULL);
        if (!str_starts_with(str_trim(line), STR("— "))) {
            memmove(text->at + kept, line.at, line.length);
            kept += line.length;
        }
        rest = (struct str){rest.at + used, rest.length - used};
    }
    text->length = kept;
}

static void says(const struct paper *paper, const char *words) {
    if (str_find(buf_str(&paper->text), str_of(words)) < 0)
        fail_msg("\"%s\" is not in\n%.*s", words, (int)paper->text.length, paper->text.at);
}

static void says_not(struct str text, struct str words) {
    if (str_find(text, words) >= 0) fail_msg("\"%.*s\" is in it", (int)words.length, words.at);
}

static bool add_text(void *payload, struct str text, unsigned line) {
    (void)line;
    buf_put(payload, text);
    return true;
}

/* All that a reader of the .docx can find: the texts of every part. */
static void text_of_docx(const struct document *document, struct buf *out) {
    static const char *const PARTS[] = {"word/document.xml", "docProps/core.xml"};
    struct arena arena = {0};
    struct buf bytes = {0};
    struct package *package = NULL;
    struct quanze_error error;
    const struct markup_handler handler = {.text = add_text, .payload = out};
    assert_int_equal(document_docx(document, &bytes, &error), QUANZE_OK);
    assert_int_equal(package_open(buf_str(&bytes), "circular.docx", &package, &error), QUANZE_OK);
    for (size_t i = 0; i < COUNT(PARTS); i++) {
        struct str part;
        assert_int_equal(package_part(package, PARTS[i], &arena, &part, &error), QUANZE_OK);
        assert_int_equal(markup_walk_xml(part, PARTS[i], &handler, &error), QUANZE_OK);
    }
    package_close(package);
    buf_free(&bytes);
    arena_free(&arena);
}

/* Townships are hidden wherever their names stand: in titles of papers, corrections, remarks, names of departments. */
static void no_township_is_named(void **state) {
    (void)state;
    struct audit_report *report = audit_fixture();
    struct audit_remark remark = {REMARK_UNKNOWN_TOWNSHIP, 2, DAY_NONE, report->townships[4].name, {NULL, 0}};
    struct paper paper;
    struct buf docx = {0};
    report->coverage.remarks = &remark;
    report->coverage.remark_count = 1;
    report->departments[2].name = report->townships[5].name; /* a township that sends a task on */
    make(report, &paper);
    text_of_docx(&paper.document, &docx);
    flatten(&paper.text);
    assert_true(docx.length > 1000);
    for (size_t i = 0; i < report->township_count; i++) {
        const struct str name = report->townships[i].name;
        says_not(buf_str(&docx), name);
        says_not(buf_str(&paper.text), name);
        says_not(buf_str(&docx), (struct str){name.at, 9}); /* the first three characters */
    }
    says(&paper, "部门：某乡镇；任务：");
    says(&paper, "某乡镇市场主体培育情况");
    says(&paper, "补拨某乡镇、某乡镇秋粮核查经费");
    buf_free(&docx);
    drop(&paper);
}

static void only_what_was_read_is_cited(void **state) {
    (void)state;
    struct paper paper;
    make(audit_fixture(), &paper);
    flatten(&paper.text);
    says(&paper, "《整治形式主义为基层减负若干规定》第三条");
    says_not(buf_str(&paper.text), STR("监测办法"));
    says_not(buf_str(&paper.text), STR("待核"));
    drop(&paper);
}

static void figures_are_those_of_the_report(void **state) {
    (void)state;
    struct paper paper;
    make(audit_fixture(), &paper);
    flatten(&paper.text);
    says(&paper, "关于2026年10月下派乡镇任务");
    says(&paper, "审计情况的通报");
    says(&paper, "2026年10月1日至2026年10月31日，工作日17天");
    says(&paper, "台账登记下派任务60件（上期48件），其中经过审查52件");
    says(&paper, "红灯指标：权力、经费、人员有缺口的任务占比（33.3%）。黄灯指标1项，见附件。");
    says(&paper, "8件没有审查过");
    says(&paper, "涉及任务较多的情形：未同步经费，2件；报送时限过短，1件。");
    says(&paper, "内容重复的来文有1组，合并后可少发4件，少填报表3张。");
    says(&paper, "整改情况：已到期未完成（期限2026年10月20日）。");
    drop(&paper);
}

/* That a township declined is not told of any one task: where only one had got it, that would name it. */
static void who_sent_a_task_back_is_not_told(void **state) {
    (void)state;
    struct paper paper;
    make(audit_fixture(), &paper);
    flatten(&paper.text);
    says(&paper, "退回后改写再发。");
    says_not(buf_str(&paper.text), STR("不予承接后"));
    says_not(buf_str(&paper.text), STR("已函复不予承接"));
    drop(&paper);
}

/* A body is praised only when its tasks tell of each condition: what is not told is not given. */
static void silence_is_not_praised(void **state) {
    (void)state;
    struct audit_report *report = audit_fixture();
    struct paper paper;
    uint32_t only[1] = {0};
    report->departments[0].tasks = (struct audit_tasks){only, 1};
    report->departments[0].undecided = 0;
    report->tasks[0].decided = true;
    report->tasks[0].verdict = VERDICT_ADMIT;
    report->tasks[0].lacks = report->tasks[0].untold = 0;
    make(report, &paper);
    flatten(&paper.text);
    says(&paper, "条件随任务同步到位的单位");
    drop(&paper);
    report->tasks[0].untold = 1u << BALANCE_FUNDS;
    make(report, &paper);
    flatten(&paper.text);
    says_not(buf_str(&paper.text), STR("条件随任务同步到位的单位"));
    says(&paper, "件有条件没有说明）");
    drop(&paper);
}

/* What a person decides is left open, and the paper says that it is a draft. */
static void it_is_a_draft(void **state) {
    (void)state;
    struct paper paper;
    make(audit_fixture(), &paper);
    flatten(&paper.text);
    says(&paper, "草稿");
    says(&paper, "〈印发单位〉（印章）");
    says(&paper, "〈成文日期〉");
    drop(&paper);
}

static int32_t day_of(const char *text) {
    int32_t day;
    assert_true(day_parse(str_of(text), &day));
    return day;
}

/* What is decided stands where its 〈 〉 was; only when all of it is, the paper is no draft. */
static void it_is_final_when_all_is_decided(void **state) {
    (void)state;
    struct circular_request request = {.issuer = STR("示例县减负办"),
                                       .number = STR("示减办〔2026〕8号"),
                                       .date = day_of("2026-11-02"),
                                       .until = day_of("2026-11-30")};
    struct paper paper;
    make_with(audit_fixture(), &request, &paper);
    flatten(&paper.text);
    says(&paper, "草稿"); /* nobody signed it */
    drop(&paper);
    request.signer = STR("张三");
    make_with(audit_fixture(), &request, &paper);
    flatten(&paper.text);
    says_not(buf_str(&paper.text), STR("草稿"));
    says_not(buf_str(&paper.text), STR("〈"));
    says(&paper, "示减办〔2026〕8号");
    says(&paper, "示例县减负办（印章）");
    says(&paper, "2026年11月2日");
    says(&paper, "2026年11月30日前补齐");
    drop(&paper);
}

/* Hostile titles: villages, a township without 镇, with blanks in its name, one that refused. */
static void no_title_gives_anybody_away(void **state) {
    (void)state;
    struct audit_report *report = audit_fixture();
    struct str kept[8];
    const struct str name = report->townships[0].name, stem = {name.at, name.length - 3};
    struct buf spaced = {0}, bare = {0};
    struct paper paper;
    for (size_t i = 0; i < name.length; i += 3) buf_printf(&spaced, "%.*s ", 3, name.at + i);
    buf_put_text(&spaced, "拒收报表情况的函");
    buf_printf(&bare, "关于%.*s不予承接一事的通报", (int)stem.length, stem.at);
    const struct str HOSTILE[] = {buf_str(&spaced), buf_str(&bare), STR("关于核实下塅村、彭屋场村举报情况的函"),
                                  STR("关于城西社区投诉的通知")};
    for (size_t i = 0; i < COUNT(HOSTILE); i++) kept[i] = report->tasks[i].title;
    for (size_t i = 0; i < report->task_count; i++) report->tasks[i].title = HOSTILE[i % COUNT(HOSTILE)];
    make(report, &paper);
    flatten(&paper.text);
    static const struct str NEVER[] = {STR_INIT("下塅"), STR_INIT("彭屋"), STR_INIT("城西")};
    for (size_t i = 0; i < COUNT(NEVER); i++) says_not(buf_str(&paper.text), NEVER[i]);
    says_not(buf_str(&paper.text), stem);
    says_not(buf_str(&paper.text), (struct str){buf_str(&spaced).at, 7});
    says(&paper, "某");
    drop(&paper);
    for (size_t i = 0; i < report->task_count; i++) report->tasks[i].title = kept[i % COUNT(HOSTILE)];
    buf_free(&spaced);
    buf_free(&bare);
}

/* Parts that have nothing to say are left out, and the numbers of the others follow each other. */
static void an_empty_month(void **state) {
    (void)state;
    struct paper paper;
    make(audit_fixture_empty(), &paper);
    flatten(&paper.text);
    says(&paper, "台账登记下派任务0件");
    says(&paper, "二、工作要求");
    says(&paper, "三、数据说明");
    says_not(buf_str(&paper.text), STR("典型事例"));
    drop(&paper);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_township_is_named),
        cmocka_unit_test(only_what_was_read_is_cited),
        cmocka_unit_test(figures_are_those_of_the_report),
        cmocka_unit_test(it_is_a_draft),
        cmocka_unit_test(who_sent_a_task_back_is_not_told),
        cmocka_unit_test(silence_is_not_praised),
        cmocka_unit_test(it_is_final_when_all_is_decided),
        cmocka_unit_test(no_title_gives_anybody_away),
        cmocka_unit_test(an_empty_month),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
