/* test_audit_excel.c - the workbook of an audit, read back with our own reader of workbooks. */
#include <check.h>

#include <base/package.h>
#include <read/sheet/sheet.h>
#include <say/audit/audit_excel.h>
#include <say/audit_fixture.h>
#include <stdio.h>

struct book {
    struct arena arena;
    struct str bytes;
    struct sheets sheets;
};

static void make(const struct audit_report *report, quanze_language language, struct book *book) {
    struct quanze_error error = {.status = QUANZE_OK};
    *book = (struct book){.bytes = {NULL, 0}};
    assert_int_equal(say_audit_excel(report, language, &book->arena, &book->bytes, &error), QUANZE_OK);
    const struct file_source from = {.path = "audit.xlsx", .bytes = book->bytes};
    if (sheet_read(&from, &book->arena, &book->sheets, &error) != QUANZE_OK) fail_msg("%s", error.en);
}

static const struct sheet *sheet_named(const struct book *book, const char *name) {
    for (size_t i = 0; i < book->sheets.count; i++)
        if (str_equal(book->sheets.at[i].name, str_of(name))) return &book->sheets.at[i];
    fail_msg("no sheet is called %s", name);
    return NULL;
}

static struct str cell(const struct sheet *sheet, size_t row, size_t column) {
    assert_true(row < sheet->count);
    return column < sheet->rows[row].count ? sheet->rows[row].cells[column].text : STR("");
}

static void a_sheet_a_table(void **state) {
    (void)state;
    const struct audit_report *report = audit_fixture();
    struct book book;
    make(report, QUANZE_ZH, &book);
    assert_int_equal(sheet_named(&book, "任务")->count, report->task_count + 1);
    assert_int_equal(sheet_named(&book, "部门")->count, report->department_count + 1);
    assert_int_equal(sheet_named(&book, "乡镇")->count, report->township_count + 1);
    assert_int_equal(sheet_named(&book, "指标")->count, report->indicator_count + 1);
    assert_int_equal(sheet_named(&book, "重复来文")->count, report->group_count + 1);
    assert_int_equal(sheet_named(&book, "变相转嫁")->count, 3); /* the two papers of the chain */
    assert_int_equal(sheet_named(&book, "整改")->count, report->correction_count + 1);
    arena_free(&book.arena);
}

/* Numbers are numbers, shares are in percent, what is not known is said. */
static void cells_say_the_report(void **state) {
    (void)state;
    struct book book;
    make(audit_fixture(), QUANZE_ZH, &book);
    const struct sheet *indicators = sheet_named(&book, "指标"), *tasks = sheet_named(&book, "任务");
    assert_str(cell(indicators, 2, 2), "权力、经费、人员有缺口的任务占比");
    assert_str(cell(indicators, 2, 3), "33.3");
    assert_str(cell(indicators, 2, 4), "%");
    assert_str(cell(indicators, 2, 7), "红");
    assert_str(cell(indicators, 3, 3), "12345.5");
    assert_str(cell(indicators, 5, 3), "不详");
    assert_str(cell(tasks, 1, 1), "2026-10-09");
    assert_str(cell(tasks, 1, 7), "RES-001 未同步经费\nTIME-001 报送时限过短");
    assert_str(cell(tasks, 1, 8), "权力、经费、人员");
    assert_str(cell(tasks, 2, 9), "指导");
    assert_str(cell(tasks, 1, 10), "240");
    assert_str(cell(tasks, 4, 6), "未审查");
    arena_free(&book.arena);
}

/* Every sheet keeps its head in sight and can be filtered by it. */
static void heads_are_frozen_and_filter(void **state) {
    (void)state;
    struct book book;
    struct package *package = NULL;
    struct quanze_error error;
    size_t sheets = 0;
    make(audit_fixture(), QUANZE_EN, &book);
    assert_int_equal(package_open(book.bytes, "audit.xlsx", &package, &error), QUANZE_OK);
    for (;; sheets++) {
        char name[64];
        struct str part;
        snprintf(name, sizeof name, "xl/worksheets/sheet%zu.xml", sheets + 1);
        if (!package_has(package, name)) break;
        assert_int_equal(package_part(package, name, &book.arena, &part, &error), QUANZE_OK);
        assert_true(str_find(part, STR("state=\"frozen\"")) > 0);
        assert_true(str_find(part, STR("<autoFilter ")) > 0);
    }
    assert_int_equal(sheets, 12);
    package_close(package);
    arena_free(&book.arena);
}

static void same_report_same_bytes(void **state) {
    (void)state;
    struct book first, second;
    make(audit_fixture(), QUANZE_ZH, &first);
    make(audit_fixture(), QUANZE_ZH, &second);
    assert_int_equal(first.bytes.length, second.bytes.length);
    assert_memory_equal(first.bytes.at, second.bytes.at, first.bytes.length);
    arena_free(&first.arena);
    arena_free(&second.arena);
}

static void an_empty_month_is_a_workbook(void **state) {
    (void)state;
    struct book book;
    make(audit_fixture_empty(), QUANZE_ZH, &book);
    assert_int_equal(sheet_named(&book, "任务")->count, 1);
    arena_free(&book.arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sheet_a_table),
        cmocka_unit_test(cells_say_the_report),
        cmocka_unit_test(heads_are_frozen_and_filter),
        cmocka_unit_test(same_report_same_bytes),
        cmocka_unit_test(an_empty_month_is_a_workbook),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
