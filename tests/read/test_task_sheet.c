/* test_task_sheet.c - registers of papers as office systems export them: heads, dates, worksheets, places of what is wrong. */
#include "made_file.h"

#include <check.h>
#include <read/read.h>
#include <stdio.h>
#include <unistd.h>

#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define LINKS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define WORKSHEET(rows) "<worksheet xmlns='" MAIN "'><sheetData>" rows "</sheetData></worksheet>"
#define MERGED(rows, ref)                                                                                                      \
    "<worksheet xmlns='" MAIN "'><sheetData>" rows "</sheetData><mergeCells><mergeCell ref='" ref "'/></mergeCells></"         \
    "worksheet>"
#define ROW(number, cells) "<row r='" number "'>" cells "</row>"
#define TEXT(at, text) "<c r='" at "' t='inlineStr'><is><t>" text "</t></is></c>"
#define NUMBER(at, number) "<c r='" at "'><v>" number "</v></c>"
#define DAY(at, number) "<c r='" at "' s='1'><v>" number "</v></c>"

/* A workbook of two worksheets. */
static void make_book(char *path, const char *one, const char *two) {
    const struct made_part parts[] = {
        {"xl/workbook.xml",
         "<workbook xmlns='" MAIN "' xmlns:r='" LINKS "'><sheets><sheet name='收文' sheetId='1' r:id='a'/>"
         "<sheet name='会议' sheetId='2' r:id='b'/></sheets></workbook>",
         0},
        {"xl/_rels/workbook.xml.rels",
         "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
         "<Relationship Id='a' Target='worksheets/1.xml'/><Relationship Id='b' Target='worksheets/2.xml'/></Relationships>",
         0},
        {"xl/styles.xml",
         "<styleSheet xmlns='" MAIN "'><cellXfs count='2'><xf numFmtId='0'/><xf numFmtId='22'/></cellXfs></styleSheet>", 0},
        {"xl/worksheets/1.xml", one, 0},
        {"xl/worksheets/2.xml", two, 0},
    };
    made_package(path, ".xlsx", parts, sizeof parts / sizeof *parts);
}

/* What a book was read to: a line a task "row id | title | issuer | received | due", then the problems. */
static void check_book(const char *one, const char *two, const char *tasks, const char *said) {
    char path[MADE_PATH];
    struct arena arena = {0};
    struct problems problems = {.arena = &arena};
    struct task_source *source = NULL;
    struct quanze_error error;
    struct buf bytes = {0}, told = {0}, wrong = {0};
    bool done = false;
    make_book(path, one, two);
    quanze_status status = task_source_open(path, NULL, &source, &problems, &error);
    while (status == QUANZE_OK && !done) {
        struct record record;
        struct task task;
        buf_clear(&bytes);
        assert_int_equal(task_source_next(source, &bytes, &record, &done, &problems, &error), QUANZE_OK);
        if (done) break;
        struct str at = {bytes.at + record.offset, record.length};
        if (task_read(source, at, record.line, &arena, &task, &problems, &error) != QUANZE_OK) continue;
        struct str id = task_text(&task, FACT_ID_ID), title = task_text(&task, FACT_ID_TITLE);
        buf_printf(&told, "%u %.*s | %.*s", record.line, (int)id.length, id.at, (int)title.length, title.at);
        if (task_given(&task, FACT_ID_RECEIVED_AT))
            buf_printf(&told, " | %lld", (long long)task.value[FACT_ID_RECEIVED_AT].number);
        if (task_given(&task, FACT_ID_DUE_AT)) buf_printf(&told, " | %lld", (long long)task.value[FACT_ID_DUE_AT].number);
        buf_put_char(&told, '\n');
    }
    for (size_t i = 0; i < problems.count; i++) {
        const struct problem *problem = &problems.at[i];
        const char *sheet = strchr(problem->place.file, '#');
        buf_printf(&wrong, "%s:%u:%u %s\n", sheet ? sheet : "", problem->place.line, problem->place.column, problem->code);
    }
    buf_put_char(&told, '\0');
    buf_put_char(&wrong, '\0');
    assert_string_equal(told.at, tasks);
    assert_string_equal(wrong.at, said);
    task_source_close(source);
    buf_free(&bytes);
    buf_free(&told);
    buf_free(&wrong);
    arena_free(&arena);
    unlink(path);
}

#define HEAD ROW("2", TEXT("A2", "收文编号") TEXT("B2", "文件标题") TEXT("C2", "收文时间") TEXT("D2", "办结时限（必填）"))
#define MEETINGS                                                                                                               \
    WORKSHEET(ROW("1", TEXT("A1", "标题") TEXT("B1", "文号"))                                                                  \
                  ROW("2", TEXT("A2", "关于开会的通知") TEXT("B2", "示政办〔2026〕5号")))
#define NOTHING WORKSHEET("")

/* 29921760 is 2026-11-22 at 0:00. */
static void reads_registers(void **state) {
    (void)state;
    check_book(MERGED(ROW("1", TEXT("A1", "示例县来文登记簿"))
                          HEAD ROW("3", TEXT("A3", "S-1") TEXT("B3", "甲") DAY("C3", "46348.5") NUMBER("D3", "46349"))
                              ROW("4", TEXT("A4", "S-2") TEXT("B4", "乙") TEXT("C4", "2026年11月22日")
                                           TEXT("D4", "2026/11/22 17:30前")) ROW("9", TEXT("A9", "合计") TEXT("B9", "2 件")),
                      "A1:D1"),
               MEETINGS,
               "3 S-1 | 甲 | 29922480 | 29924639\n4 S-2 | 乙 | 29921760 | 29922810\n2 示政办〔2026〕5号 | 关于开会的通知\n",
               "");
}

static void reads_heads_of_two_rows(void **state) {
    (void)state;
    check_book(MERGED(ROW("1", TEXT("A1", "收文编号") TEXT("B1", "文件标题") TEXT("C1", "时间"))
                          ROW("2", TEXT("C2", "收文时间") TEXT("D2", "办结时限"))
                              ROW("3", TEXT("A3", "S-1") TEXT("B3", "甲") DAY("C3", "46348")),
                      "A1:A2"),
               NOTHING, "3 S-1 | 甲 | 29921760\n", "");
}

/* Exports repeat the head on every printed page. */
static void skips_repeated_heads(void **state) {
    (void)state;
    check_book(WORKSHEET(HEAD ROW("3", TEXT("A3", "S-1") TEXT("B3", "甲"))
                             ROW("4", TEXT("A4", "收文编号") TEXT("B4", "文件标题") TEXT("C4", "收文时间")
                                          TEXT("D4", "办结时限")) ROW("5", TEXT("A5", "S-2") TEXT("B5", "乙"))),
               NOTHING, "3 S-1 | 甲\n5 S-2 | 乙\n", "");
}

static void tells_what_was_not_read(void **state) {
    (void)state;
    check_book(WORKSHEET(ROW("1", TEXT("A1", "收文编号") TEXT("B1", "标题") TEXT("C1", "处理意见") TEXT("D1", "密级"))
                             ROW("2", TEXT("A2", "S-1") TEXT("B2", "甲") TEXT("C2", "速办") TEXT("D2", "无"))),
               WORKSHEET(ROW("1", TEXT("A1", "填表说明"))), "2 S-1 | 甲\n",
               "#会议:0:0 no-task-sheet\n#收文:1:1 unread-column\n");
}

static void tells_where_it_is_wrong(void **state) {
    (void)state;
    check_book(WORKSHEET(HEAD ROW("3", TEXT("A3", "S-1") TEXT("B3", "甲") TEXT("C3", "昨天") TEXT("D3", "11月30日前"))
                             ROW("4", TEXT("B4", "没有编号"))),
               MEETINGS, "2 示政办〔2026〕5号 | 关于开会的通知\n",
               "#收文:3:3 not-time\n#收文:3:4 not-time\n#收文:4:1 missing-fact\n");
    check_book(WORKSHEET(ROW("1", TEXT("A1", "标题") TEXT("B1", "来文单位"))), NOTHING, "", "#收文:1:1 missing-fact\n");
    check_book(WORKSHEET(ROW("1", TEXT("A1", "编号") TEXT("B1", "标题") TEXT("C1", "来文标题") TEXT("D1", "文件标题"))),
               NOTHING, "", "#收文:1:3 double-column\n#收文:1:4 double-column\n");
    check_book(WORKSHEET(ROW("1", TEXT("A1", "填表说明"))), NOTHING, "", ":0:0 no-task\n#收文:0:0 no-task-sheet\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_registers),         cmocka_unit_test(reads_heads_of_two_rows),
        cmocka_unit_test(skips_repeated_heads),    cmocka_unit_test(tells_what_was_not_read),
        cmocka_unit_test(tells_where_it_is_wrong),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
