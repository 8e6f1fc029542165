/* test_notice.c - what a notice is made of, and what it is not: denials, doubts, places, people's names. */
#include <check.h>
#include <read/notice/notice.h>
#include <read/read.h>
#include <stdio.h>

static struct notice_reader *reader;
static struct list list;
static struct calendar calendar;
static struct arena arena;
static struct task task;
static struct notice notice;
static struct quanze_error error;

static int open_world(void **state) {
    static struct arena words;
    struct problems problems = {.arena = &words};
    (void)state;
    const bool good = notice_reader_open(&reader, &error) == QUANZE_OK &&
                      read_list("tests/notices/list.yaml", &list, &problems, &error) == QUANZE_OK &&
                      read_calendar("lists/calendar", &calendar, &problems, &error) == QUANZE_OK;
    return good ? 0 : 1;
}

static int close_world(void **state) {
    (void)state;
    notice_reader_close(reader);
    list_free(&list);
    calendar_free(&calendar);
    arena_free(&arena);
    return 0;
}

static quanze_status read_with(const char *text, const struct notice_world *world) {
    task_clear(&task);
    notice = (struct notice){0};
    arena_reset(&arena);
    return notice_read(reader, str_of(text), (struct paper_style){.wrapped = true}, world, &arena, &task, &notice, &error);
}

static void read_text(const char *text) {
    const struct notice_world world = {&list, &calendar};
    assert_int_equal(read_with(text, &world), QUANZE_OK);
}

/* A sentence in a plain notice. */
static void read_sentence(const char *sentence) {
    static char text[4096];
    (void)snprintf(text, sizeof text, "关于做好某项工作的通知\n\n各乡镇人民政府：\n　　%s\n\n示例县民政局\n2026年11月6日\n",
                   sentence);
    read_text(text);
}

static bool is_doubted(enum fact_id fact) {
    for (size_t i = 0; i < notice.doubt_count; i++)
        if (notice.doubts[i].fact == fact) return true;
    return false;
}

enum answer { YES, NO, NOTHING, DOUBT };

/* "不" turns a demand into a statement that there is none; silence is neither. */
static void test_denials(void **state) {
    static const struct {
        const char *sentence;
        enum fact_id fact;
        enum answer answer;
    } ROWS[] = {
        {"工作完成情况纳入年度考核。", FACT_ID_ASSESSMENT_LINKED, YES},
        {"工作完成情况不纳入考核。", FACT_ID_ASSESSMENT_LINKED, NO},
        {"不得将资料报送情况纳入考核。", FACT_ID_ASSESSMENT_LINKED, NO},
        {"对不按时报送的，纳入年度考核。", FACT_ID_ASSESSMENT_LINKED, YES},
        {"请认真抓好落实。", FACT_ID_ASSESSMENT_LINKED, NOTHING},
        {"请注意做好与考核有关的准备。", FACT_ID_ASSESSMENT_LINKED, DOUBT},
        {"走访情况要拍照上传。", FACT_ID_DEMANDS_PHOTOS, YES},
        {"走访不要求拍照。", FACT_ID_DEMANDS_PHOTOS, NO},
        {"无需报送台账，也无需上传照片。", FACT_ID_DEMANDS_PHOTOS, NO},
        {"上传照片不少于3张。", FACT_ID_DEMANDS_PHOTOS, YES},
        {"各乡镇要成立工作领导小组。", FACT_ID_DEMANDS_LEADING_GROUP, YES},
        {"县里成立了工作专班，我局成立领导小组。", FACT_ID_DEMANDS_LEADING_GROUP, DOUBT},
        {"不要求乡镇成立领导小组。", FACT_ID_DEMANDS_LEADING_GROUP, NO},
        {"不签订责任状。", FACT_ID_ASSESSMENT_PLEDGE, NO},
        {"对落实不力的乡镇实行一票否决。", FACT_ID_ASSESSMENT_VETO, YES},
        {"对工作不力的，严肃追究责任。", FACT_ID_ACCOUNTABILITY_CLAUSE, YES},
        {"因客观原因未完成的不予追责。", FACT_ID_ACCOUNTABILITY_CLAUSE, NO},
        {"县防指决定启动防汛三级应急响应。", FACT_ID_EMERGENCY_DECLARED, YES},
        {"如启动应急响应，请按预案执行。", FACT_ID_EMERGENCY_DECLARED, NOTHING},
        {"要求派专人送至县民政局。", FACT_ID_DEMANDS_IN_PERSON, YES},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(ROWS); i++) {
        read_sentence(ROWS[i].sentence);
        const bool known = task_knows(&task, ROWS[i].fact);
        enum answer answer = known ? (task_true(&task, ROWS[i].fact) ? YES : NO) : NOTHING;
        if (is_doubted(ROWS[i].fact)) answer = DOUBT;
        if (answer != ROWS[i].answer) fail_msg("\"%s\": %d, not %d", ROWS[i].sentence, (int)answer, (int)ROWS[i].answer);
        if (answer == DOUBT) assert_false(known);
    }
}

/* A yes in one place and a no in another are no fact. */
static void test_contradiction(void **state) {
    (void)state;
    read_sentence("完成情况纳入年度考核。各部门不得将此项工作纳入考核。");
    assert_false(task_knows(&task, FACT_ID_ASSESSMENT_LINKED));
    assert_true(is_doubted(FACT_ID_ASSESSMENT_LINKED));
    assert_true(task_given(&task, FACT_ID_UNSURE));
    assert_str(value_text(&task.value[FACT_ID_UNSURE].items[0]), "assessment.linked");
}

static void test_two_deadlines(void **state) {
    (void)state;
    read_sentence("请于11月10日前报送方案，12月25日前报送总结。");
    assert_false(task_knows(&task, FACT_ID_DUE_AT));
    assert_true(is_doubted(FACT_ID_DUE_AT));
    const struct doubt *doubt = &notice.doubts[0];
    assert_true(str_find(doubt->zh, STR("11月10日")) >= 0 && str_find(doubt->zh, STR("12月25日")) >= 0);
    assert_true(str_find(doubt->en, STR("11月10日")) >= 0 && str_find(doubt->en, STR("12月25日")) >= 0);
}

/* Evidence is the very words, at their line and character. */
static void test_places(void **state) {
    static const char TEXT[] =
        "关于报送表格的通知\n\n各乡镇人民政府：\n　　请于 12 月 7 日下午４点前报送。\n\n示例县民政局\n2026年11月6日\n";
    (void)state;
    read_text(TEXT);
    assert_int_equal(day_of_minute(task.value[FACT_ID_DUE_AT].number), 20794);
    assert_int_equal(day_minute_of(task.value[FACT_ID_DUE_AT].number), 16 * 60);
    size_t found = 0;
    for (size_t i = 0; i < notice.evidence_count; i++) {
        const struct evidence *evidence = &notice.evidence[i];
        if (evidence->fact == FACT_ID_TOWNSHIPS) {
            assert_int_equal(evidence->line, 3);
            assert_int_equal(evidence->column, 1);
        }
        if (evidence->fact != FACT_ID_DUE_AT || found++ > 0) continue;
        assert_str(evidence->text, "于 12 月 7 日下午４点前");
        assert_int_equal(evidence->line, 4);
        assert_int_equal(evidence->column, 4);
    }
    assert_true(found > 0);
}

/* Every fact that was read has its words, and they stand where it says. */
static void test_every_fact_has_words(void **state) {
    struct arena file = {0};
    struct str text;
    (void)state;
    assert_int_equal(file_read("tests/notices/tuning/02-straw.txt", 1 << 20, &file, &text, &error), QUANZE_OK);
    read_text(text.at);
    for (size_t id = 0; id < FACT_COUNT_ALL; id++) {
        const bool is_made =
            id == FACT_ID_ID || id == FACT_ID_BODY || id == FACT_ID_DOCUMENT_CHARACTERS || id == FACT_ID_UNSURE;
        bool found = !task_knows(&task, (enum fact_id)id) || is_made;
        for (size_t i = 0; i < notice.evidence_count && !found; i++) found = notice.evidence[i].fact == (enum fact_id)id;
        if (!found) fail_msg("no words for %.*s", (int)fact_at(id)->name.length, fact_at(id)->name.at);
    }
    for (size_t i = 0; i < notice.evidence_count; i++) assert_true(str_find(text, notice.evidence[i].text) >= 0);
    arena_free(&file);
}

/* Whom to call is a person's own affair; the office is not. */
static void test_no_personal_data(void **state) {
    (void)state;
    read_sentence("请于11月20日前报送。联系人：王小明，电话13912345678；业务咨询：县民政局社会救助股 李四 0700-7654321。");
    assert_str(task_text(&task, FACT_ID_GUIDANCE_CONTACT), "县民政局社会救助股");
    for (size_t id = 0; id < FACT_COUNT_ALL; id++) {
        if (id == FACT_ID_BODY || fact_at(id)->type != FACT_TEXT) continue;
        const struct str value = task_text(&task, (enum fact_id)id);
        assert_true(str_find(value, STR("王小明")) < 0 && str_find(value, STR("139")) < 0 && str_find(value, STR("李四")) < 0);
    }
}

static void test_two_issuers(void **state) {
    (void)state;
    read_text("关于开展整治的通知\n\n柳溪乡人民政府：\n　　请配合。\n\n示例县公安局　　示例县教育局\n2026年11月9日\n");
    assert_false(task_knows(&task, FACT_ID_ISSUER_NAME));
    assert_true(is_doubted(FACT_ID_ISSUER_NAME));
}

static void test_issuer_kinds(void **state) {
    static const struct {
        const char *name, *kind;
    } ROWS[] = {{"示例县人民政府", "county_government"},       {"中共示例县委", "county_party_committee"},
                {"示例县人民政府办公室", "county_government"}, {"示例县财政局", "county_department"},
                {"中共示例县委组织部", "county_department"},   {"示例县安全生产委员会办公室", "coordinating_body"},
                {"示例县防汛抗旱指挥部", "coordinating_body"}, {"示例县城市更新工作专班", "task_force"},
                {"示例县公安局城关派出所", "stationed_body"},  {"示例县农业农村局种植业股", "inner_office"},
                {"共青团示例县委", "mass_organisation"},       {"示例县妇女联合会", "mass_organisation"},
                {"示例县城投集团有限公司", "enterprise"},      {"江州市人民政府", "city_government"},
                {"江州市教育局", "city_department"},           {"示例省人民政府", "provincial_government"},
                {"示例省民政厅", "provincial_department"},     {"柳溪乡人民政府", "township"}};
    (void)state;
    for (size_t i = 0; i < COUNT(ROWS); i++) {
        char text[512];
        (void)snprintf(text, sizeof text, "关于某事的通知\n\n木塘垸镇人民政府：\n　　请办理。\n\n%s\n2026年3月2日\n",
                       ROWS[i].name);
        read_text(text);
        assert_str(task_text(&task, FACT_ID_ISSUER_NAME), ROWS[i].name);
        const struct choice *kind = &fact_at(FACT_ID_ISSUER_KIND)->choices.at[task.value[FACT_ID_ISSUER_KIND].number];
        if (!str_equal(kind->name, str_of(ROWS[i].kind))) fail_msg("%s: %s", ROWS[i].name, kind->name.at);
    }
}

/* Without a list nobody knows which townships "各乡镇" are; without a calendar, when three working days are over. */
static void test_without_world(void **state) {
    const struct notice_world nothing = {NULL, NULL};
    (void)state;
    assert_int_equal(
        read_with("关于报表的通知\n\n各乡镇：\n　　请三个工作日内报送。\n\n示例县民政局\n2026年11月6日\n", &nothing),
        QUANZE_OK);
    assert_true(is_doubted(FACT_ID_TOWNSHIPS) && is_doubted(FACT_ID_DUE_AT));
    assert_int_equal(
        read_with("关于报表的通知\n\n柳溪乡人民政府：\n　　请三日内报送。\n\n示例县民政局\n2026年11月6日\n", &nothing),
        QUANZE_OK);
    assert_int_equal(task.value[FACT_ID_TOWNSHIPS].count, 1);
    assert_true(task_given(&task, FACT_ID_DUE_AT));
}

static void test_no_notice(void **state) {
    static const char *const TEXTS[] = {"春眠不觉晓，处处闻啼鸟。\n", "x", "hello world\n1 2 3\n", "。。。\n\n\n",
                                        "《》“”〔〕"};
    const struct notice_world world = {&list, &calendar};
    (void)state;
    for (size_t i = 0; i < COUNT(TEXTS); i++) {
        if (read_with(TEXTS[i], &world) != QUANZE_BAD_DATA) fail_msg("\"%s\" was read as a notice", TEXTS[i]);
        assert_true(error.zh[0] && error.en[0]);
    }
}

/* A line that was wrapped by hand is one sentence; a paragraph is not. */
static void test_wrapped_lines(void **state) {
    (void)state;
    read_text("关于报送工作情况的通知\n\n柳溪乡人民政府：\n"
              "    为了进一步摸清底数，请你乡认真组织开展摸底工作，务必实事求是，务必于12月\n"
              "7日下午4点前将有关情况报送我局。\n\n示例县民政局\n2026年11月6日\n");
    assert_true(task_given(&task, FACT_ID_DUE_AT));
    assert_int_equal(day_minute_of(task.value[FACT_ID_DUE_AT].number), 16 * 60);
}

static bool has_word(enum fact_id fact, const char *word) {
    const struct value *value = &task.value[fact];
    if (!task_given(&task, fact)) return false;
    for (uint32_t i = 0; i < value->count; i++)
        if (str_equal(value_text(&value->items[i]), str_of(word))) return true;
    return false;
}

/* Each sentence was once read for what it does not say. */
static void test_look_alikes(void **state) {
    (void)state;
    static const struct {
        const char *sentence;
        enum fact_id fact;
    } NOTHING_SAID[] = {
        {"请参会人员于8时40分前签到。", FACT_ID_DEMANDS_APPS},
        {"保费每人每年50元，其中县财政补助20元，个人承担30元。", FACT_ID_FUNDS_PROVIDED},
        {"入户误工补助每户100元由我局直接发放。", FACT_ID_FUNDS_PROVIDED},
        {"活动信息于次日10点前上传平台。", FACT_ID_DUE_AT},
        {"由村（社区）干部上门协助认证。", FACT_ID_ROLE},
        {"从各乡镇抽调工作人员参加两会期间信访保障。", FACT_ID_MEETING_ATTENDEES_RANK},
        {"受台风影响，预计11月8日至10日我县有大到暴雨。", FACT_ID_END_AT},
        {"采集补助由县民政局直接发放到采集员。", FACT_ID_EQUIPMENT},
        {"县民政局拟于11月中旬到各乡镇开展检查。", FACT_ID_INSPECTION_AT},
        {"请组织妇女到乡镇卫生院检查。", FACT_ID_ACTIONS},
        {"请将推荐表和近期2寸彩色照片报县总工会。", FACT_ID_DEMANDS_PHOTOS},
        {"监测补助由县民政局按季打卡发放。", FACT_ID_DEMANDS_APPS},
        {"县民政局派驻专家，提供技术支撑。", FACT_ID_EQUIPMENT},
        {"对违规行为，由公安机关依法处罚。", FACT_ID_ACTIONS},
    };
    for (size_t i = 0; i < COUNT(NOTHING_SAID); i++) {
        read_sentence(NOTHING_SAID[i].sentence);
        if (task_knows(&task, NOTHING_SAID[i].fact)) fail_msg("%s", NOTHING_SAID[i].sentence);
    }
    read_sentence("附件：任务分配表");
    assert_false(task_knows(&task, FACT_ID_DEMANDS_FORMS));
    read_sentence("我局为每个乡镇配备快检箱1台，并安排每乡镇1名监管员全程指导。");
    assert_false(task_knows(&task, FACT_ID_STAFF_REQUIRED));
    assert_true(has_word(FACT_ID_EQUIPMENT, "快检箱"));
}

/* Each sentence was once not read. */
static void test_said_otherwise(void **state) {
    (void)state;
    read_sentence("4.3月28日前报送总结。");
    assert_true(task_knows(&task, FACT_ID_DUE_AT));
    read_sentence("请于下周一上午报送材料。");
    assert_true(task_knows(&task, FACT_ID_DUE_AT));
    read_sentence("请贵街道协助通知相关社区。");
    assert_int_equal(task.value[FACT_ID_ROLE].number, ROLE_COOPERATING);
    read_sentence("今年我县“一老一小”保险参保任务为12000人。");
    assert_int_equal(task.value[FACT_ID_QUOTA_TOTAL].number, 12000);
    assert_str(task_text(&task, FACT_ID_QUOTA_SUBJECT), "“一老一小”保险参保");
    read_sentence("坚持自愿原则，不得强制参保。");
    assert_true(task_true(&task, FACT_ID_DEMANDS_VOLUNTARY));
    read_sentence("结果与街道考核无关。");
    assert_true(task_knows(&task, FACT_ID_ASSESSMENT_LINKED) && !task_true(&task, FACT_ID_ASSESSMENT_LINKED));
    read_sentence("根据《义务教育法》第十一条、第十三条，请做好工作。");
    assert_str(value_text(&task.value[FACT_ID_BASIS].items[1]), "第十一条、第十三条");
    read_sentence("请协调石桥村村委会出具证明。");
    assert_true(task_true(&task, FACT_ID_DEMANDS_PASS_TO_VILLAGE));
    read_sentence("值班人员按规定给予补休。");
    assert_true(task_true(&task, FACT_ID_DEMANDS_COMPENSATORY_REST));
    read_text("关于做好巡查的通知\n有关乡镇人民政府：\n　　请做好巡查。\n县民政局\n2026年8月12日\n");
    assert_true(is_doubted(FACT_ID_TOWNSHIPS) && !task_knows(&task, FACT_ID_TOWNSHIPS));
    read_text("示例县交易中心便函\n木塘垸镇人民政府：\n　　请于2日内报送材料。\n2026年8月12日\n");
    assert_str(task_text(&task, FACT_ID_ISSUER_NAME), "示例县交易中心");
    read_text("【紧急】各镇街负责人：\n请于今晚20:00前报送名单。\n县民政局\n2026年8月12日\n");
    assert_int_equal(task.value[FACT_ID_TOWNSHIPS].count, 3);
}

/* Party papers keep to themselves: the mark belongs to the title that it stands at. */
static void test_marks_of_titles(void **state) {
    (void)state;
    read_sentence("《人民日报》《求是》《示例日报》为必订报刊。");
    const struct value *papers = &task.value[FACT_ID_DEMANDS_SUBSCRIPTIONS];
    assert_int_equal(papers->count, 3);
    for (size_t i = 0; i < 3; i++) assert_int_equal(papers->items[i * 3 + 2].state, i < 2 ? VALUE_GIVEN : VALUE_ABSENT);
}

/* A denial is shown with the word that denies. */
static void test_denial_is_shown(void **state) {
    (void)state;
    read_sentence("本工作不列入年终考核。");
    for (size_t i = 0; i < notice.evidence_count; i++)
        if (notice.evidence[i].fact == FACT_ID_ASSESSMENT_LINKED) {
            assert_str(notice.evidence[i].text, "不列入年终考核");
            return;
        }
    fail_msg("no words are shown");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_denials),
        cmocka_unit_test(test_contradiction),
        cmocka_unit_test(test_two_deadlines),
        cmocka_unit_test(test_places),
        cmocka_unit_test(test_every_fact_has_words),
        cmocka_unit_test(test_no_personal_data),
        cmocka_unit_test(test_two_issuers),
        cmocka_unit_test(test_issuer_kinds),
        cmocka_unit_test(test_without_world),
        cmocka_unit_test(test_no_notice),
        cmocka_unit_test(test_wrapped_lines),
        cmocka_unit_test(test_look_alikes),
        cmocka_unit_test(test_said_otherwise),
        cmocka_unit_test(test_marks_of_titles),
        cmocka_unit_test(test_denial_is_shown),
    };
    return cmocka_run_group_tests(tests, open_world, close_world);
}
