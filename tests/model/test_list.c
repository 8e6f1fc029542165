#include <check.h>
#include <model/list.h>

static const struct validity open_ended = {DAY_NONE, DAY_NONE};

static struct place line(unsigned number) { return (struct place){"list.yaml", number, 3}; }

static struct item item_of(const char *id, const char *name, int32_t from, int32_t to, unsigned number) {
    return (struct item){.id = str_of(id),
                         .name = str_of(name),
                         .kind = ITEM_BASIC,
                         .department = -1,
                         .validity = {from, to},
                         .place = line(number)};
}

/* What freezing a list said. */
struct frozen {
    struct list list;
    struct problems problems;
    struct arena arena;
};

static void freeze(struct frozen *frozen) {
    struct quanze_error error;
    frozen->problems = (struct problems){.arena = &frozen->arena};
    assert_int_equal(list_freeze(&frozen->list, &frozen->problems, &error), QUANZE_OK);
}

static void release(struct frozen *frozen) {
    list_free(&frozen->list);
    arena_free(&frozen->arena);
}

static void assert_problem(const struct frozen *frozen, size_t index, const char *code, unsigned number, const char *word) {
    assert_true(index < frozen->problems.count);
    const struct problem *problem = &frozen->problems.at[index];
    assert_string_equal(problem->code, code);
    assert_int_equal(problem->place.line, number);
    assert_non_null(strstr(problem->en.at, word));
    assert_non_null(strstr(problem->zh.at, word));
}

static void ids_are_found(void **state) {
    (void)state;
    struct item items[] = {item_of("B-001", "低保核查", DAY_NONE, DAY_NONE, 1),
                           item_of("C-014", "消防检查", DAY_NONE, DAY_NONE, 2)};
    struct frozen frozen = {.list = {.items = items, .item_count = COUNT(items), .validity = open_ended}};
    freeze(&frozen);
    assert_int_equal(frozen.problems.count, 0);
    assert_int_equal(list_find_item(&frozen.list, STR("C-014")), 1);
    assert_int_equal(list_find_item(&frozen.list, STR("C-015")), -1);
    assert_int_equal(list_nearest_item(&frozen.list, STR("C-041")), 1);
    assert_int_equal(list_nearest_item(&frozen.list, STR("镇")), -1);
    assert_int_equal(list_find_township(&frozen.list, STR("木塘垸镇")), -1);
    assert_int_equal(list_find_department(&frozen.list, STR("fire")), -1);
    release(&frozen);
}

static void one_id_may_have_versions_that_follow_each_other(void **state) {
    (void)state;
    struct item items[] = {item_of("B-001", "新", 200, DAY_NONE, 1), item_of("B-001", "旧", DAY_NONE, 99, 2),
                           item_of("B-001", "中", 100, 180, 3), item_of("B-002", "他", 10, 20, 4)};
    struct frozen frozen = {.list = {.items = items, .item_count = COUNT(items), .validity = open_ended}};
    freeze(&frozen);
    assert_int_equal(frozen.problems.count, 0);
    assert_int_equal(list_find_item(&frozen.list, STR("B-001")), 0);
    static const struct {
        int32_t day;
        int item;
    } cases[] = {{-5000, 1}, {99, 1}, {100, 2}, {180, 2}, {181, -1}, {199, -1}, {200, 0}, {99999, 0}};
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_int_equal(list_find_item_on(&frozen.list, STR("B-001"), cases[i].day), cases[i].item);
    assert_int_equal(list_find_item_on(&frozen.list, STR("B-002"), 21), -1);
    assert_int_equal(list_find_item_on(&frozen.list, STR("B-003"), 21), -1);
    release(&frozen);
}

static void versions_in_force_on_the_same_day_are_duplicates(void **state) {
    (void)state;
    static const struct validity pairs[][2] = {{{DAY_NONE, DAY_NONE}, {DAY_NONE, DAY_NONE}},
                                               {{DAY_NONE, 100}, {100, DAY_NONE}},
                                               {{100, 200}, {150, 160}},
                                               {{50, DAY_NONE}, {100, 200}}};
    for (size_t i = 0; i < COUNT(pairs); i++) {
        struct item items[] = {item_of("B-001", "甲", pairs[i][0].from, pairs[i][0].to, 7),
                               item_of("B-001", "乙", pairs[i][1].from, pairs[i][1].to, 9)};
        struct frozen frozen = {.list = {.items = items, .item_count = COUNT(items), .validity = open_ended}};
        freeze(&frozen);
        assert_int_equal(frozen.problems.errors, 1);
        assert_problem(&frozen, 0, "duplicate-id", 9, "B-001");
        release(&frozen);
    }
}

static void one_name_under_two_ids_is_only_a_warning(void **state) {
    (void)state;
    struct item items[] = {item_of("B-001", "防汛", DAY_NONE, 9, 1), item_of("B-001", "防汛", 10, DAY_NONE, 2),
                           item_of("C-001", "防汛", DAY_NONE, DAY_NONE, 3)};
    struct frozen frozen = {.list = {.items = items, .item_count = COUNT(items), .validity = open_ended}};
    freeze(&frozen);
    assert_int_equal(frozen.problems.errors, 0);
    assert_int_equal(frozen.problems.warnings, 1);
    assert_problem(&frozen, 0, "duplicate-name", 3, "防汛");
    release(&frozen);
}

static void departments_are_found_as_papers_call_them(void **state) {
    (void)state;
    struct str aliases[] = {STR("消防大队"), STR("消防救援机构")};
    struct department departments[] = {
        {.id = STR("fire"), .name = STR("县消防救援大队"), .aliases = {aliases, COUNT(aliases)}, .place = line(1)},
        {.id = STR("market"), .name = STR("市场监督管理局"), .place = line(2)},
        {.id = STR("office"), .name = STR("示例县委办公室"), .place = line(3)}};
    struct frozen frozen = {.list = {.county = STR("示例县"),
                                     .departments = departments,
                                     .department_count = COUNT(departments),
                                     .validity = open_ended}};
    static const struct {
        const char *name;
        int department;
    } cases[] = {{"fire", 0},
                 {"县消防救援大队", 0},
                 {"示例县消防救援大队", 0},
                 {"消防救援大队", 0},
                 {" 消防救援大队　", 0},
                 {"消防大队", 0},
                 {"示例县消防大队", 0},
                 {"县消防大队", 0},
                 {"县市场监督管理局", 1},
                 {"示例县市场监督管理局", 1},
                 {"县委办公室", 2},
                 {"中共示例县委办公室", 2},
                 {"另县消防救援大队", -1},
                 {"消防", -1},
                 {"县", -1},
                 {"示例县", -1},
                 {"", -1}};
    freeze(&frozen);
    assert_int_equal(frozen.problems.count, 0);
    for (size_t i = 0; i < COUNT(cases); i++) {
        const int found = list_find_department(&frozen.list, str_of(cases[i].name));
        if (found != cases[i].department) fail_msg("%s: %d", cases[i].name, found);
    }
    release(&frozen);
}

/* In a city whose name ends in 市, 市场监督管理局 begins with that character without meaning the city. */
static void a_name_is_not_cut_in_the_wrong_place(void **state) {
    (void)state;
    struct department departments[] = {{.id = STR("market"), .name = STR("市场监督管理局"), .place = line(1)},
                                       {.id = STR("fire"), .name = STR("市消防救援支队"), .place = line(2)}};
    struct frozen frozen = {.list = {.county = STR("示例市"),
                                     .departments = departments,
                                     .department_count = COUNT(departments),
                                     .validity = open_ended}};
    freeze(&frozen);
    static const char *const market[] = {"市场监督管理局", "示例市市场监督管理局", "市市场监督管理局"};
    for (size_t i = 0; i < COUNT(market); i++) assert_int_equal(list_find_department(&frozen.list, str_of(market[i])), 0);
    assert_int_equal(list_find_department(&frozen.list, STR("示例市消防救援支队")), 1);
    release(&frozen);
}

static void names_taken_twice_are_reported(void **state) {
    (void)state;
    struct str alias[] = {STR("县消防救援大队")}, own[] = {STR("县农业农村局"), STR("agri")};
    struct department departments[] = {{.id = STR("fire"), .name = STR("县消防救援大队"), .place = line(1)},
                                       {.id = STR("fire"), .name = STR("县应急管理局"), .place = line(2)},
                                       {.id = STR("water"), .name = STR("县水利局"), .aliases = {alias, 1}, .place = line(3)},
                                       {.id = STR("agri"), .name = STR("县农业农村局"), .aliases = {own, 2}, .place = line(4)}};
    struct township townships[] = {{.name = STR("木塘垸镇"), .place = line(5)}, {.name = STR("木塘垸镇"), .place = line(6)}};
    struct parameter parameters[] = {{.name = STR("min_days"), .validity = open_ended, .place = line(7)},
                                     {.name = STR("min_days"), .validity = open_ended, .place = line(8)}};
    struct frozen frozen = {.list = {.departments = departments,
                                     .department_count = COUNT(departments),
                                     .townships = townships,
                                     .township_count = COUNT(townships),
                                     .parameters = parameters,
                                     .parameter_count = COUNT(parameters),
                                     .validity = open_ended}};
    freeze(&frozen);
    assert_int_equal(frozen.problems.errors, 4);
    assert_problem(&frozen, 0, "duplicate-id", 2, "fire");
    assert_problem(&frozen, 1, "duplicate-name", 3, "县消防救援大队");
    assert_problem(&frozen, 2, "duplicate-name", 6, "木塘垸镇");
    assert_problem(&frozen, 3, "duplicate-name", 8, "min_days");
    release(&frozen);
}

static void references_must_hold(void **state) {
    (void)state;
    struct item items[] = {item_of("C-014", "消防检查", DAY_NONE, DAY_NONE, 1)};
    struct township townships[] = {{.name = STR("木塘垸镇"), .place = line(2)}};
    struct str wrong_items[] = {STR("C-014"), STR("C-041"), STR("甲乙丙丁")};
    struct str wrong_towns[] = {STR("木塘镇"), STR("木塘垸镇"), STR("东风街道")};
    struct power_held powers[] = {{.items = {wrong_items, 3}, .validity = open_ended, .place = line(3)}};
    struct waiver waivers[] = {{.id = STR("W-1"),
                                .requested_by = STR("甲"),
                                .approved_by = STR("乙"),
                                .townships = {wrong_towns, 3},
                                .validity = open_ended,
                                .place = line(4)}};
    struct frozen frozen = {.list = {.items = items,
                                     .item_count = 1,
                                     .townships = townships,
                                     .township_count = 1,
                                     .powers = powers,
                                     .power_count = 1,
                                     .waivers = waivers,
                                     .waiver_count = 1,
                                     .validity = open_ended}};
    freeze(&frozen);
    assert_int_equal(frozen.problems.errors, 4);
    assert_problem(&frozen, 0, "unknown-item", 3, "C-014");
    assert_problem(&frozen, 1, "unknown-item", 3, "甲乙丙丁");
    assert_problem(&frozen, 2, "unknown-township", 4, "木塘垸镇");
    assert_problem(&frozen, 3, "unknown-township", 4, "东风街道");
    release(&frozen);
}

static void dates_must_not_be_reversed(void **state) {
    (void)state;
    struct item items[] = {item_of("B-1", "甲", 11, 10, 1), item_of("B-2", "乙", 10, 10, 2),
                           item_of("B-3", "丙", 11, DAY_NONE, 3)};
    struct power_held powers[] = {{.validity = {1, 0}, .place = line(4)}};
    struct waiver waivers[] = {
        {.id = STR("W-1"), .requested_by = STR("甲"), .approved_by = STR("乙"), .validity = {365, 0}, .place = line(5)}};
    struct frozen frozen = {.list = {.items = items,
                                     .item_count = COUNT(items),
                                     .powers = powers,
                                     .power_count = 1,
                                     .waivers = waivers,
                                     .waiver_count = 1,
                                     .validity = {20, 19}}};
    freeze(&frozen);
    assert_int_equal(frozen.problems.errors, 4);
    assert_problem(&frozen, 0, "reversed-dates", 0, "1970-01-21");
    assert_problem(&frozen, 1, "reversed-dates", 1, "1970-01-12");
    assert_problem(&frozen, 2, "reversed-dates", 4, "1970-01-02");
    assert_problem(&frozen, 3, "reversed-dates", 5, "1971-01-01");
    release(&frozen);
}

static void a_waiver_needs_two_different_people(void **state) {
    (void)state;
    static const struct {
        const char *asked, *approved;
        bool good;
    } cases[] = {{"张三", "李四", true}, {"张三", "张三", false},  {"张三", " 张　三 ", false},
                 {"张三", "", false},    {"", "李四", false},      {"", "", false},
                 {"ＡＢ", "ab", false},  {"张三", "张三丰", true}, {"张三", "張三", false}};
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct waiver waiver = {.id = STR("W-1"),
                                .requested_by = str_of(cases[i].asked),
                                .approved_by = str_of(cases[i].approved),
                                .validity = open_ended,
                                .place = line(1)};
        struct frozen frozen = {.list = {.waivers = &waiver, .waiver_count = 1, .validity = open_ended}};
        freeze(&frozen);
        assert_int_equal(frozen.problems.errors, !cases[i].good);
        if (!cases[i].good) assert_problem(&frozen, 0, "waiver-one-person", 1, "W-1");
        release(&frozen);
    }
}

static void waivers_need_ids_of_their_own(void **state) {
    (void)state;
    struct waiver waivers[] = {
        {.id = STR("W-1"), .requested_by = STR("甲"), .approved_by = STR("乙"), .validity = open_ended, .place = line(1)},
        {.id = STR("W-1"), .requested_by = STR("甲"), .approved_by = STR("乙"), .validity = open_ended, .place = line(2)}};
    struct frozen frozen = {.list = {.waivers = waivers, .waiver_count = 2, .validity = open_ended}};
    freeze(&frozen);
    assert_int_equal(frozen.problems.errors, 1);
    assert_problem(&frozen, 0, "duplicate-id", 2, "W-1");
    release(&frozen);
}

static void validity_includes_its_first_and_last_day(void **state) {
    (void)state;
    const struct validity bounded = {10, 20};
    assert_false(validity_holds(bounded, 9));
    assert_true(validity_holds(bounded, 10));
    assert_true(validity_holds(bounded, 20));
    assert_false(validity_holds(bounded, 21));
    assert_true(validity_holds(open_ended, -100000));
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(ids_are_found),
                                       cmocka_unit_test(one_id_may_have_versions_that_follow_each_other),
                                       cmocka_unit_test(versions_in_force_on_the_same_day_are_duplicates),
                                       cmocka_unit_test(one_name_under_two_ids_is_only_a_warning),
                                       cmocka_unit_test(departments_are_found_as_papers_call_them),
                                       cmocka_unit_test(a_name_is_not_cut_in_the_wrong_place),
                                       cmocka_unit_test(names_taken_twice_are_reported),
                                       cmocka_unit_test(references_must_hold),
                                       cmocka_unit_test(dates_must_not_be_reversed),
                                       cmocka_unit_test(a_waiver_needs_two_different_people),
                                       cmocka_unit_test(waivers_need_ids_of_their_own),
                                       cmocka_unit_test(validity_includes_its_first_and_last_day)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
