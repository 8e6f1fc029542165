#include <check.h>
#include <read/csv.h>

struct parsed {
    struct arena arena;
    struct problems problems;
    struct cells cells;
    bool good;
};

static void parse(struct parsed *out, struct str record) {
    *out = (struct parsed){.good = false};
    out->problems.arena = &out->arena;
    out->good = csv_read_cells(record, (struct place){"x.csv", 7, 1}, &out->arena, &out->cells, &out->problems);
}

static void a_record_is_cut_into_cells(void **state) {
    (void)state;
    struct parsed p;
    parse(&p, STR("a,\"b, \"\"c\"\"\nd\",,木塘\n"));
    assert_true(p.good);
    assert_int_equal(p.cells.count, 4);
    assert_str(p.cells.at[0], "a");
    assert_str(p.cells.at[1], "b, \"c\"\nd");
    assert_str(p.cells.at[2], "");
    assert_str(p.cells.at[3], "木塘");
    arena_free(&p.arena);
}

#define BYTES(literal)                                                                                                         \
    { (literal), sizeof(literal) - 1 }

static const struct {
    struct str bytes;
    const char *code;
    unsigned cell;
} BAD[] = {
    {BYTES("a,b\"c,d\n"), "csv-syntax", 2},     {BYTES("a,\"b\"c,d\n"), "csv-syntax", 2}, {BYTES("a,b,\"c\n"), "csv-syntax", 3},
    {BYTES("a,\"x,y\",\xFF\n"), "bad-utf8", 3}, {BYTES("a,b\0c\n"), "nul-byte", 2},
};

static void wrong_cells_are_told_by_their_number(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(BAD); i++) {
        struct parsed p;
        parse(&p, BAD[i].bytes);
        if (p.good || p.problems.errors != 1) fail_msg("row %zu is taken", i);
        assert_string_equal(p.problems.at[0].code, BAD[i].code);
        assert_int_equal(p.problems.at[0].place.line, 7);
        assert_int_equal(p.problems.at[0].place.column, BAD[i].cell);
        arena_free(&p.arena);
    }
}

static void a_row_of_too_many_cells_is_refused(void **state) {
    (void)state;
    static char row[2 * QUANZE_MAX_ELEMENTS + 2];
    memset(row, ',', sizeof row);
    struct parsed p;
    parse(&p, (struct str){row, sizeof row});
    assert_false(p.good);
    assert_string_equal(p.problems.at[0].code, "too-many");
    arena_free(&p.arena);
}

static void only_an_open_quote_carries_a_record_on(void **state) {
    (void)state;
    assert_int_not_equal(csv_scan_line(STR("a,b\"c,d"), CSV_CELL_START), CSV_QUOTED);
    assert_int_not_equal(csv_scan_line(STR("a,\"b \"\" c\""), CSV_CELL_START), CSV_QUOTED);
    assert_int_equal(csv_scan_line(STR("a, \"b"), CSV_CELL_START), CSV_QUOTED);
    assert_int_not_equal(csv_scan_line(STR("c\",d"), CSV_QUOTED), CSV_QUOTED);
    assert_int_not_equal(csv_scan_line(STR("c\"d,\"e"), CSV_QUOTED), CSV_PLAIN);
    assert_true(csv_is_blank(STR(",, ,\t")) && csv_is_blank(STR("")) && !csv_is_blank(STR(",a,")));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_record_is_cut_into_cells),
        cmocka_unit_test(wrong_cells_are_told_by_their_number),
        cmocka_unit_test(a_row_of_too_many_cells_is_refused),
        cmocka_unit_test(only_an_open_quote_carries_a_record_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
