/* test_sheet.c - tables of every kind of file as grids; bad files. */
#include "made_file.h"

#include <base/buf.h>
#include <check.h>
#include <read/sheet/sheet.h>
#include <stdlib.h>
#include <unistd.h>

/* All tables as text: "name [title]", then a line a row, a cell from the left as "<", from above as "^". */
struct told {
    struct buf text;
    struct quanze_error error;
    quanze_status status;
};

static void tell(const char *path, struct told *told) {
    struct arena arena = {0};
    struct sheets sheets = {0, NULL};
    *told = (struct told){.status = QUANZE_OK};
    told->status = sheet_read(&(struct file_source){.path = path}, &arena, &sheets, &told->error);
    for (size_t i = 0; told->status == QUANZE_OK && i < sheets.count; i++) {
        const struct sheet *sheet = &sheets.at[i];
        buf_printf(&told->text, "%.*s [%.*s]\n", (int)sheet->name.length, sheet->name.at, (int)sheet->title.length,
                   sheet->title.at);
        for (size_t row = 0; row < sheet->count; row++) {
            buf_printf(&told->text, "%u", sheet->rows[row].number);
            for (size_t cell = 0; cell < sheet->rows[row].count; cell++) {
                const struct sheet_cell *at = &sheet->rows[row].cells[cell];
                buf_printf(&told->text, "|%s%.*s", (const char *[]){"", "<", "^"}[at->cover], (int)at->text.length,
                           at->text.at);
            }
            buf_put_char(&told->text, '\n');
        }
    }
    buf_put_char(&told->text, '\0');
    arena_free(&arena);
    unlink(path);
}

static void check(const char *path, const char *expected) {
    struct told told;
    tell(path, &told);
    assert_int_equal(told.status, QUANZE_OK);
    assert_string_equal(told.text.at, expected);
    buf_free(&told.text);
}

static void check_refused(const char *path, const char *zh, const char *en) {
    struct told told;
    tell(path, &told);
    assert_int_equal(told.status, QUANZE_BAD_DATA);
    assert_non_null(strstr(told.error.zh, zh));
    assert_non_null(strstr(told.error.en, en));
    assert_string_equal(told.error.file, path);
    buf_free(&told.text);
}

static void reads_csv(void **state) {
    (void)state;
    char path[MADE_PATH];
    static const char TEXT[] = "\xEF\xBB\xBF序号,事项名称\r\n,\r\n1,\"低保\n核查\"\r\n";
    made_file(path, ".csv", TEXT, sizeof TEXT - 1);
    check(path, " []\n1|序号|事项名称\n3|1|低保\n核查\n");
}

/* 序号,事项名称 in GB18030, then a line of UTF-8 as another program appended it. */
static void reads_csv_of_mixed_encodings(void **state) {
    (void)state;
    char path[MADE_PATH];
    static const char TEXT[] = "\xD0\xF2\xBA\xC5,\xCA\xC2\xCF\xEE\xC3\xFB\xB3\xC6\n1,低保核查\n";
    made_file(path, ".csv", TEXT, sizeof TEXT - 1);
    check(path, " []\n1|序号|事项名称\n2|1|低保核查\n");
    made_file(path, ".csv", "a,\xFF\xFF\n", 5);
    check_refused(path, "GB18030", "neither UTF-8 nor GB18030");
    static const char LITTLE[] = "\xFF\xFE\x8F\x5E\xF7\x53,\0\x8B\x4E\x79\x98\r\0\n\0"
                                 "1\0,\0\x4E\x4F\xDD\x4F\r\0\n\0";
    made_file(path, ".csv", LITTLE, sizeof LITTLE - 1);
    check(path, " []\n1|序号|事项\n2|1|低保\n");
    static const char BIG[] = "\xFE\xFF\x5E\x8F\x53\xF7\0,\x4E\x8B\x98\x79\0\n\0"
                              "1\0,\x4F\x4E\x4F\xDD";
    made_file(path, ".csv", BIG, sizeof BIG - 1);
    check(path, " []\n1|序号|事项\n2|1|低保\n");
    made_file(path, ".csv", LITTLE, sizeof LITTLE - 2); /* cut off in the middle of a character */
    check_refused(path, "UTF-16", "UTF-16");
}

static void reads_html_with_spans(void **state) {
    (void)state;
    char path[MADE_PATH];
    static const char TEXT[] = "<html><head><title>不读</title><style>td{}</style></head><h2>基本履职事项清单</h2>"
                               "<table><tr><th>序号<th>领域<th>名称<tr><td>1<td rowspan=2>党建<td>甲<br>乙\n"
                               "<tr><td>2<td>丙<tr><td colspan=3>注</table><p>第二张</p><table><tr><td>丁</table>";
    made_file(path, ".xls", TEXT, sizeof TEXT - 1); /* office systems call such a page .xls */
    check(path,
          "表 1 [基本履职事项清单]\n1|序号|领域|名称\n2|1|党建|甲\n乙\n3|2|^党建|丙\n4|注|<注|<注\n表 2 [第二张]\n1|丁\n");
}

static void reads_inner_tables_of_html(void **state) {
    (void)state;
    char path[MADE_PATH];
    static const char TEXT[] = "<table><tr><td>外<table><tr><td>内</table></td><td>右</table>";
    made_file(path, ".html", TEXT, sizeof TEXT - 1);
    check(path, "表 1 []\n1|内\n表 2 []\n1|外|右\n");
}

#define CELL(text) "<w:tc><w:p><w:r><w:t>" text "</w:t></w:r></w:p></w:tc>"
#define CELL_OF(properties, text) "<w:tc><w:tcPr>" properties "</w:tcPr><w:p><w:r><w:t>" text "</w:t></w:r></w:p></w:tc>"

static void reads_docx_with_merged_cells(void **state) {
    (void)state;
    char path[MADE_PATH];
    made_docx(path,
              "<w:p><w:r><w:t>配合履职</w:t></w:r><w:r><w:t>事项清单</w:t></w:r></w:p><w:tbl>"
              "<w:tr>" CELL("序号") CELL("名称")
                  CELL("职责") "</w:tr>"
                               "<w:tr>" CELL_OF("<w:gridSpan w:val=\"3\"/>",
                                                "一、应急") "</w:tr>"
                                                            "<w:tr>" CELL_OF("<w:vMerge w:val=\"restart\"/>", "1") CELL(
                                                                "甲") "<w:tc><w:p><w:r><w:t>1.查</w:t><w:br/><w:t>2.报</w:t></"
                                                                      "w:r></w:p><w:p><w:del><w:r><w:delText>删</w:delText>"
                                                                      "</w:r></w:del></w:p></w:tc></w:tr>"
                                                                      "<w:tr>" CELL_OF("<w:vMerge/>", "")
                                                                          CELL("乙") "</w:tr></w:tbl>");
    check(path, " [配合履职事项清单]\n1|序号|名称|职责\n2|一、应急|<一、应急|<一、应急\n3|1|甲|1.查\n2.报\n4|^1|乙\n");
}

#define BOOK                                                                                                                    \
    {"[Content_Types].xml", "<Types/>", 0},                                                                                     \
        {"xl/workbook.xml",                                                                                                     \
         "<workbook xmlns:r=\"r\"><sheets><sheet name=\"清单\" r:id=\"a\"/><sheet name=\"藏\" state=\"hidden\" r:id=\"b\"/>" \
         "</sheets></workbook>",                                                                                                \
         0},                                                                                                                    \
    {                                                                                                                           \
        "xl/_rels/workbook.xml.rels",                                                                                           \
            "<r><Relationship Id=\"a\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"b\" "                               \
            "Target=\"/xl/worksheets/sheet2.xml\"/></r>",                                                                       \
            0                                                                                                                   \
    }

static void reads_xlsx(void **state) {
    (void)state;
    char path[MADE_PATH];
    const struct made_part parts[] = {
        BOOK,
        {"xl/sharedStrings.xml",
         "<sst><si><t>序号</t></si><si><r><t>事项</t></r><r><t>名称</t></r><rPh><t>x</t></rPh></si></sst>", 0},
        {"xl/styles.xml",
         "<s><numFmts><numFmt numFmtId=\"170\" formatCode=\"yyyy&quot;年&quot;\"/><numFmt numFmtId=\"171\" "
         "formatCode=\"0&quot;day&quot;\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf "
         "numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"170\"/><xf numFmtId=\"171\"/></cellXfs></s>",
         0},
        {"xl/worksheets/sheet1.xml",
         "<w><sheetData><row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\" t=\"s\"><v>1</v></c></row>"
         "<row r=\"4\"><c r=\"A4\"><v>1</v></c><c r=\"B4\" t=\"inlineStr\"><is><t>低保</t></is></c><c r=\"C4\" "
         "s=\"1\"><v>45839</v></c>"
         "<c r=\"D4\" s=\"2\"><v>45839.5</v></c><c r=\"E4\" s=\"3\"><v>45839</v></c><c r=\"F4\" t=\"b\"><v>1</v></c>"
         "<c r=\"G4\" t=\"e\"><v>#REF!</v></c><c r=\"H4\" t=\"str\"><f>A4</f><v>式</v></c></row>"
         "<row r=\"5\"><c r=\"A5\"><v>2</v></c></row></sheetData><mergeCells count=\"1\"><mergeCell ref=\"B4:B5\"/>"
         "</mergeCells></w>",
         0},
        {"xl/worksheets/sheet2.xml", "<w><sheetData><row><c><v>9</v></c></row></sheetData></w>", 0}};
    made_package(path, ".xlsx", parts, COUNT(parts));
    check(path, "清单 []\n2|序号|事项名称\n4|1|低保|2025-07-01|2025-07-01T12:00|45839|是||式\n5|2|^低保\n");
}

/* A worksheet with a million rows of nothing costs nothing but reading it. */
static void reads_a_million_empty_rows(void **state) {
    (void)state;
    enum { ROWS = 1000000 };
    char path[MADE_PATH];
    struct buf sheet = {0};
    buf_put_text(&sheet, "<w><sheetData>");
    for (int i = 1; i <= ROWS; i++) buf_printf(&sheet, "<row r=\"%d\"/>", i);
    buf_put_text(&sheet, "<row r=\"1000001\"><c r=\"A1000001\"><v>7</v></c></row></sheetData></w>");
    assert_false(sheet.failed);
    const struct made_part parts[] = {BOOK, {"xl/worksheets/sheet1.xml", sheet.at, sheet.length}};
    made_package(path, ".xlsx", parts, COUNT(parts));
    buf_free(&sheet);
    check(path, "清单 []\n1000001|7\n");
}

static void refuses_overlapping_merged_cells(void **state) {
    (void)state;
    char path[MADE_PATH];
    struct buf sheet = {0};
    buf_put_text(&sheet, "<w><sheetData><row r=\"1\"><c r=\"A1\"><v>7</v></c></row></sheetData><mergeCells>");
    buf_put_repeat(&sheet, STR("<mergeCell ref=\"A1:BL1\"/>"), 100);
    buf_put_text(&sheet, "</mergeCells></w>");
    const struct made_part parts[] = {BOOK, {"xl/worksheets/sheet1.xml", sheet.at, sheet.length}};
    made_package(path, ".xlsx", parts, COUNT(parts));
    buf_free(&sheet);
    check_refused(path, "重叠", "overlap");
}

static void refuses_what_is_missing_or_harmful(void **state) {
    (void)state;
    char path[MADE_PATH];
    const struct made_part no_sheet[] = {BOOK},
                           bomb[] = {BOOK, {"xl/worksheets/sheet1.xml", "<!DOCTYPE w [<!ENTITY a 'b'>]><w/>", 0}},
                           cut[] = {BOOK, {"xl/worksheets/sheet1.xml", "<w><sheetData><row>", 0}};
    made_package(path, ".xlsx", no_sheet, COUNT(no_sheet));
    check_refused(path, "xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml");
    made_package(path, ".xlsx", bomb, COUNT(bomb));
    check_refused(path, "DOCTYPE", "DOCTYPE");
    made_package(path, ".xlsx", cut, COUNT(cut));
    check_refused(path, "XML", "well-formed");
    made_docx(path, "<w:p/>");
    check_refused(path, "没有表格", "no table");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_csv),
        cmocka_unit_test(reads_csv_of_mixed_encodings),
        cmocka_unit_test(reads_html_with_spans),
        cmocka_unit_test(reads_inner_tables_of_html),
        cmocka_unit_test(reads_docx_with_merged_cells),
        cmocka_unit_test(reads_xlsx),
        cmocka_unit_test(reads_a_million_empty_rows),
        cmocka_unit_test(refuses_overlapping_merged_cells),
        cmocka_unit_test(refuses_what_is_missing_or_harmful),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
