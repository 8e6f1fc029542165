/* test_import.c - published tables to a duty list: what is made, what is guessed, what is skipped and why. */
#include "made_file.h"

#include <base/buf.h>
#include <check.h>
#include <read/import/import.h>
#include <unistd.h>

struct imported {
    struct arena arena;
    struct list list;
    struct import_report report;
    struct problems problems;
    struct quanze_error error;
    quanze_status status;
    char paths[3][MADE_PATH];
};

/* Imports up to three texts, each a file with its ending; NULL ends them. */
static void import_files(struct imported *imported, const char *const *texts, const char *ending) {
    const char *paths[3];
    size_t count = 0;
    memset(imported, 0, sizeof *imported);
    imported->problems.arena = &imported->arena;
    for (; count < 3 && texts[count]; count++) {
        made_file(imported->paths[count], ending, texts[count], strlen(texts[count]));
        paths[count] = imported->paths[count];
    }
    const struct import_request request = {
        .paths = paths, .path_count = count, .id = "made-1", .valid_from = DAY_NONE, .today = 20270};
    imported->status =
        import_list(&request, &imported->arena, &imported->list, &imported->report, &imported->problems, &imported->error);
    for (size_t i = 0; i < count; i++) unlink(paths[i]);
}

static void import_csv(struct imported *imported, const char *text) {
    const char *const texts[] = {text, NULL};
    import_files(imported, texts, ".csv");
}

static void free_import(struct imported *imported) {
    list_free(&imported->list);
    arena_free(&imported->arena);
}

/* Items as lines: id kind name field department+joint; and skipped rows as "row why". */
static char *told(struct imported *imported, struct buf *out) {
    static const char KINDS[] = "bcr";
    const struct list *list = &imported->list;
    for (size_t i = 0; i < list->item_count; i++) {
        const struct item *item = &list->items[i];
        buf_put(out, item->id);
        buf_printf(out, " %c ", KINDS[item->kind]);
        buf_put(out, item->name);
        buf_put_char(out, ' ');
        buf_put(out, item->field);
        if (item->department >= 0) buf_put_char(out, ' '), buf_put(out, list->departments[item->department].name);
        for (size_t k = 0; k < item->joint_count; k++)
            buf_put_char(out, '+'), buf_put(out, list->departments[item->joint[k]].name);
        buf_put_char(out, '\n');
    }
    for (size_t i = 0; i < imported->report.skipped_count; i++) {
        buf_printf(out, "-%u ", imported->report.skipped[i].row);
        buf_put(out, imported->report.skipped[i].zh);
        buf_put_char(out, '\n');
    }
    buf_put_char(out, '\0');
    return out->at;
}

static void check(const char *text, const char *expected) {
    struct imported imported;
    struct buf out = {0};
    import_csv(&imported, text);
    assert_int_equal(imported.status, QUANZE_OK);
    assert_string_equal(told(&imported, &out), expected);
    buf_free(&out);
    free_import(&imported);
}

static void knows_the_three_kinds_by_their_heads(void **state) {
    (void)state;
    check("序号,事项名称\n1,低保核查\n", "B-001 b 低保核查 \n");
    check("序号,事项名称,对应上级部门,上级部门职责,乡镇（街道）配合职责\n1,消防检查,县消防大队,检查,巡查\n",
          "C-001 c 消防检查  县消防大队\n");
    check("序号,事项名称,承接部门,工作方式\n1,电梯检查,县市场监管局,直接实施\n", "R-001 r 电梯检查  县市场监管局\n");
    check("事 项 名 称,牵头部门,部 门 职 责,街道职责\n甲,县教育局,牵头,配合\n", "C-001 c 甲  县教育局\n");
}

static void reads_several_tables_in_one_sheet(void **state) {
    (void)state;
    check("示例县木塘垸镇履行职责事项清单,,,\n一、基本履职事项清单,,,\n序号,事项名称,,\n一、民生服务（1项）,,,\n1,低保核查,,\n"
          "二、上级部门收回事项,,,\n序号,事项名称,承接部门,工作方式\n（一）市场监管,,,\n1,电梯检查,县市场监管局,直接实施\n",
          "B-001 b 低保核查 民生服务\nR-001 r 电梯检查 市场监管 县市场监管局\n-6 标题，已据此判断类别\n");
}

static void takes_kinds_from_headings_within_one_table(void **state) {
    (void)state;
    check("序号,事项名称,部门\n一、配合履职事项,,\n1,甲,县水利局\n二、上级部门收回事项,,\n2,乙,县水利局\n",
          "C-001 c 甲  县水利局\nR-002 r 乙  县水利局\n-2 标题，已据此判断类别\n-4 标题，已据此判断类别\n");
}

static void tells_every_skipped_row(void **state) {
    (void)state;
    check("序号,事项名称,承接部门,工作方式\n1,甲,县水利局,实施\n序号,事项名称,承接部门,工作方式\n2,乙,,实施\n3,,县水利局,\n"
          "4,甲,县水利局,又一次\n合计,4,,\n注：由编办解释,,,\n",
          "R-001 r 甲  县水利局\n-3 重复的表头\n-5 没有事项名称\n-7 说明或合计，不是事项\n-8 说明或合计，不是事项\n"
          "-4 没有写部门；配合事项和收回事项必须写明部门\n-6 与前面一行重复（第 2 行）\n");
}

static void parts_departments(void **state) {
    (void)state;
    static const struct {
        const char *cell, *expected;
    } CASES[] = {
        {"县教育局、县公安局", "县教育局+县公安局"},
        {"县公安局、县教育局（牵头）", "县教育局+县公安局"},
        {"牵头单位：县教育局；配合单位：县公安局，县水利局", "县教育局+县公安局+县水利局"},
        {"1.县教育局\n2.县公安局", "县教育局+县公安局"},
        {"县人力资源\n和社会保障局", "县人力资源和社会保障局"},
        {"县卫 生健康局", "县卫生健康局"},
    };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        struct buf text = {0}, expected = {0};
        buf_printf(&text, "序号,事项名称,承接部门\n1,甲,\"%s\"\n", CASES[i].cell);
        buf_printf(&expected, "R-001 r 甲  %s\n", CASES[i].expected);
        buf_put_char(&text, '\0');
        buf_put_char(&expected, '\0');
        check(text.at, expected.at);
        buf_free(&text);
        buf_free(&expected);
    }
    check("序号,事项名称,承接部门\n1,甲,县教育局\n2,乙,教育局\n", "R-001 r 甲  县教育局\nR-002 r 乙  县教育局\n");
}

static void goes_on_over_pages_and_merged_rows(void **state) {
    (void)state;
    struct imported imported;
    const char *const texts[] = {
        "<p>配合履职事项</p><table><tr><th>序号<th>事项名称<th>对应上级部门<th>上级部门职责<th>配合职责"
        "<tr><td rowspan=2>1<td rowspan=2>防汛<td>县水利局<td>预警<td>值守"
        "<tr><td>县气象局<td>预报<td>转发"
        "<tr><td><td><td><td>还有一条<td></table>",
        NULL};
    import_files(&imported, texts, ".html");
    assert_int_equal(imported.status, QUANZE_OK);
    assert_int_equal(imported.list.item_count, 1);
    const struct item *item = &imported.list.items[0];
    assert_str(item->department_duty, "县水利局：预警\n县气象局：预报\n还有一条");
    assert_str(item->township_duty, "县水利局：值守\n县气象局：转发");
    assert_int_equal(item->joint_count, 1);
    free_import(&imported);
}

static void reads_heads_of_two_rows(void **state) {
    (void)state;
    struct imported imported;
    const char *const texts[] = {"<table><tr><th rowspan=2>序号<th rowspan=2>事项名称<th rowspan=2>对应部门<th colspan=2>职责"
                                 "<tr><th>上级部门职责<th>乡镇配合职责<tr><td>1<td>甲<td>县水利局<td>预警<td>值守</table>",
                                 NULL};
    import_files(&imported, texts, ".html");
    assert_int_equal(imported.status, QUANZE_OK);
    assert_int_equal(imported.report.table_count, 1);
    assert_int_equal(imported.list.items[0].kind, ITEM_COOPERATIVE);
    assert_str(imported.list.items[0].department_duty, "预警");
    assert_str(imported.list.items[0].township_duty, "值守");
    free_import(&imported);
}

static void settles_width_and_numbers(void **state) {
    (void)state;
    struct imported imported;
    import_csv(&imported, "序号,事项名称,对应上级部门,上级部门职责,乡镇配合职责\n"
                          "1,\"1.１２３４５热线(含ＡＰＰ)办 理\",县水利局,\"1.组织检查;\n（2）处罚\",3.15宣传\n");
    assert_int_equal(imported.status, QUANZE_OK);
    const struct item *item = &imported.list.items[0];
    assert_str(item->name, "12345热线（含APP）办理");
    assert_str(item->department_duty, "1.组织检查；\n（2）处罚");
    assert_str(item->township_duty, "3.15宣传");
    free_import(&imported);
}

static void takes_basis_apart(void **state) {
    (void)state;
    struct imported imported;
    import_csv(&imported, "序号,事项名称,法律依据\n1,甲,《消防法》第三十二条、《安全生产法》第九条\n2,乙,《A》\n");
    assert_int_equal(imported.status, QUANZE_OK);
    const struct cites *basis = &imported.list.items[0].basis;
    assert_int_equal(basis->count, 2);
    assert_str(basis->at[0].title, "消防法");
    assert_str(basis->at[0].article, "第三十二条");
    assert_str(basis->at[1].article, "第九条");
    assert_int_equal(basis->at[1].verified, 0);
    free_import(&imported);
}

static void guesses_the_head_and_says_so(void **state) {
    (void)state;
    struct imported imported;
    import_csv(&imported, "示例县木塘垸镇履行职责事项清单\n事项名称\n甲\n");
    assert_int_equal(imported.status, QUANZE_OK);
    assert_str(imported.list.title, "示例县木塘垸镇履行职责事项清单");
    assert_str(imported.list.county, "示例县");
    assert_str(imported.list.townships[0].name, "木塘垸镇");
    assert_int_equal(imported.report.note_count, 1); /* from when it holds */
    free_import(&imported);
    import_csv(&imported, "示例县各乡镇履行职责事项清单\n事项名称\n甲\n");
    assert_int_equal(imported.list.township_count, 0);
    free_import(&imported);
    import_csv(&imported, "事项名称\n甲\n");
    assert_int_equal(imported.report.note_count, 3);
    free_import(&imported);
}

static void joins_a_file_for_each_kind(void **state) {
    (void)state;
    struct imported imported;
    struct buf out = {0};
    const char *const texts[] = {"序号,事项名称\n1,甲\n", "序号,事项名称,承接部门\n1,乙,县水利局\n", NULL};
    import_files(&imported, texts, ".csv");
    assert_int_equal(imported.status, QUANZE_OK);
    assert_string_equal(told(&imported, &out), "B-001 b 甲 \nR-001 r 乙  县水利局\n");
    assert_int_equal(imported.report.items[ITEM_BASIC], 1);
    assert_int_equal(imported.report.items[ITEM_RECALLED], 1);
    buf_free(&out);
    free_import(&imported);
}

static void numbers_items_anew_where_numbers_start_again(void **state) {
    (void)state;
    check("序号,事项名称\n一、甲类,\n1,甲\n二、乙类,\n1,乙\n", "B-001 b 甲 甲类\nB-002 b 乙 乙类\n");
    check("序号,事项名称\n7,甲\n9,乙\n", "B-007 b 甲 \nB-009 b 乙 \n");
}

/* Village items as lines: id, first letter of the kind's word, name. */
static void check_villages(const char *text, const char *expected, size_t items) {
    struct imported imported;
    struct buf out = {0};
    import_csv(&imported, text);
    assert_int_equal(imported.status, QUANZE_OK);
    assert_int_equal(imported.list.item_count, items);
    for (size_t i = 0; i < imported.list.village_item_count; i++) {
        const struct item *item = &imported.list.village_items[i];
        buf_put(&out, item->id);
        buf_printf(&out, " %c ", "sae"[item->kind]);
        buf_put(&out, item->name);
        buf_put_char(&out, '\n');
    }
    buf_put_char(&out, '\0');
    assert_string_equal(out.at, expected);
    buf_free(&out);
    free_import(&imported);
}

static void knows_the_lists_of_villages(void **state) {
    (void)state;
    check_villages(
        "示例县村（社区）工作事务清单,\n一、依法自治事项,\n序号,事项名称\n1,村务公开\n二、协助政府工作事项,\n序号,事项名称\n"
        "1,森林防火巡查\n三、不应由村（社区）承担的事项,\n序号,事项名称\n1,开具证明\n",
        "V-001 s 村务公开\nV-002 a 森林防火巡查\nV-003 e 开具证明\n", 0);
    check_villages("示例县村级组织负面清单,,\n序号,事项名称,责任部门\n1,代收罚款,县财政局\n", "V-001 e 代收罚款\n", 0);
    check_villages("示例县村（社区）工作事务清单,,\n序号,事项名称,部门职责\n7,防汛值守,指导\n", "V-007 a 防汛值守\n", 0);
    check_villages("示例县木塘垸镇履行职责事项清单,\n序号,事项名称\n1,村级河长管理\n", "", 1);
}

static void finds_the_day_from_which_it_holds(void **state) {
    (void)state;
    struct imported imported;
    import_csv(&imported, "示例县木塘垸镇履行职责事项清单,\n（自2025年7月1日起施行）,\n序号,事项名称\n1,低保核查\n");
    const struct civil first = {2025, 7, 1};
    assert_int_equal(imported.list.validity.from, day_from_civil(first));
    free_import(&imported);
}

static void refuses_tables_without_items(void **state) {
    (void)state;
    struct imported imported;
    import_csv(&imported, "姓名,电话\n张三,1\n");
    assert_int_equal(imported.status, QUANZE_BAD_DATA);
    assert_non_null(strstr(imported.error.zh, "事项名称"));
    assert_int_equal(imported.report.skipped_count, 3);
    free_import(&imported);
    import_csv(&imported, "事项编号,事项名称,生效日期\nB-1,甲,昨天\n");
    assert_int_equal(imported.status, QUANZE_BAD_DATA);
    assert_int_equal(imported.problems.errors, 1);
    assert_string_equal(imported.error.file, imported.paths[0]);
    assert_int_equal(imported.error.line, 2);
    assert_int_equal(imported.error.column, 3);
    free_import(&imported);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_the_three_kinds_by_their_heads),
        cmocka_unit_test(reads_several_tables_in_one_sheet),
        cmocka_unit_test(takes_kinds_from_headings_within_one_table),
        cmocka_unit_test(tells_every_skipped_row),
        cmocka_unit_test(parts_departments),
        cmocka_unit_test(goes_on_over_pages_and_merged_rows),
        cmocka_unit_test(reads_heads_of_two_rows),
        cmocka_unit_test(settles_width_and_numbers),
        cmocka_unit_test(takes_basis_apart),
        cmocka_unit_test(guesses_the_head_and_says_so),
        cmocka_unit_test(joins_a_file_for_each_kind),
        cmocka_unit_test(numbers_items_anew_where_numbers_start_again),
        cmocka_unit_test(knows_the_lists_of_villages),
        cmocka_unit_test(finds_the_day_from_which_it_holds),
        cmocka_unit_test(refuses_tables_without_items),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
