#include <check.h>
#include <match/match.h>
#include <stdio.h>
#include <stdlib.h>

enum { FIRE, MARKET, EMERGENCY, AGRICULTURE };

/* A small list of all three kinds, with neighbours that share words. */
static struct str fire_aliases[] = {{"今冬明春火灾防控", 24}};
static struct item items[] = {
    {.id = STR_INIT("B-001"), .name = STR_INIT("低保对象入户核查"), .field = STR_INIT("民生服务"), .department = -1},
    {.id = STR_INIT("B-002"), .name = STR_INIT("秸秆禁烧巡查"), .field = STR_INIT("生态环保"), .department = -1},
    {.id = STR_INIT("B-003"), .name = STR_INIT("防汛抗旱应急值守"), .field = STR_INIT("应急及消防"), .department = -1},
    {.id = STR_INIT("C-014"),
     .name = STR_INIT("消防安全检查"),
     .field = STR_INIT("应急及消防"),
     .department = FIRE,
     .aliases = {fire_aliases, 1},
     .department_duty = STR_INIT("组织检查、处罚、技术指导"),
     .township_duty = STR_INIT("组织网格巡查、上报线索")},
    {.id = STR_INIT("C-015"), .name = STR_INIT("食品安全检查"), .field = STR_INIT("市场监管"), .department = MARKET},
    {.id = STR_INIT("C-016"), .name = STR_INIT("工贸企业安全检查"), .field = STR_INIT("应急及消防"), .department = EMERGENCY},
    {.id = STR_INIT("C-017"),
     .name = STR_INIT("重大动物疫病防控"),
     .field = STR_INIT("乡村振兴"),
     .department = AGRICULTURE,
     .township_duty = STR_INIT("组织养殖户开展春秋两季强制免疫和耳标佩戴")},
    {.id = STR_INIT("R-003"),
     .name = STR_INIT("特种设备使用单位监督检查"),
     .field = STR_INIT("市场监管"),
     .department = MARKET},
    {.id = STR_INIT("R-004"),
     .name = STR_INIT("危险化学品经营许可"),
     .field = STR_INIT("应急及消防"),
     .department = EMERGENCY}};
static struct township townships[] = {{.name = STR_INIT("木塘垸镇")}};
static struct list list = {
    .county = STR_INIT("示例县"), .items = items, .item_count = COUNT(items), .townships = townships, .township_count = 1};

static struct match_index *match_index;
static struct match_scratch *scratch;

static int open_index(void **state) {
    (void)state;
    struct quanze_error error;
    for (size_t i = 0; i < COUNT(items); i++) items[i].validity = (struct validity){DAY_NONE, DAY_NONE};
    return (int)match_index_open(&list, NULL, &match_index, &error) || (int)match_scratch_open(match_index, &scratch, &error);
}

static int close_index(void **state) {
    (void)state;
    match_scratch_close(scratch);
    match_index_close(match_index);
    return 0;
}

static struct match_result find(const char *title, const char *body, int department) {
    const struct match_query query = {str_of(title), str_of(body), department, 20000, STR("")};
    struct match_result result;
    struct quanze_error error;
    assert_int_equal(match_find(match_index, scratch, &query, &result, &error), QUANZE_OK);
    for (size_t i = 0; i < result.count; i++) {
        assert_in_range(result.hits[i].score, 1, 1000000);
        if (i) assert_true(result.hits[i - 1].score >= result.hits[i].score);
    }
    return result;
}

static void assert_found(struct match_result result, const char *id) {
    assert_true(result.accepted);
    assert_str(items[result.hits[0].item].id, id);
}

static void every_item_is_found_by_its_own_name(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(items); i++) {
        const struct match_result result = find(items[i].name.at, "", -1);
        assert_true(result.accepted);
        assert_int_equal(result.hits[0].item, i);
        assert_true(result.hits[0].score > 600000);
    }
}

static void notices_are_found_through_their_office_style(void **state) {
    (void)state;
    static const struct {
        const char *title, *id;
    } cases[] = {{"关于进一步做好2026年秸秆禁烧工作的通知", "B-002"}, {"示例县关于认真做好防汛抗旱有关工作的紧急通知", "B-003"},
                 {"关于报送今冬明春消防工作资料的通知", "C-014"},     {"关于开展 低保对象 年度核查工作的函", "B-001"},
                 {"木塘垸镇春季动物疫病防控工作方案", "C-017"},       {"关于组织实施春秋两季强制免疫的通知", "C-017"}};
    for (size_t i = 0; i < COUNT(cases); i++) assert_found(find(cases[i].title, "", -1), cases[i].id);
}

/* Writing more aliases must make an item easier to find by each of them and no harder by its name. */
static void many_aliases_do_not_hide_the_name(void **state) {
    (void)state;
    struct str aliases[] = {STR("九小场所排查"),   STR("高层建筑清查"),     STR("电动自行车充电整治"), STR("疏散通道清障"),
                            STR("微型消防站拉练"), STR("重点单位户籍化"),   STR("彩钢板房整治"),       STR("仓储物流场所排查"),
                            STR("可燃雨棚拆除"),   STR("消防水源普查登记"), STR("寄递网点排查"),       STR("沿街门店清查")};
    const struct texts before = items[3].aliases;
    items[3].aliases = (struct texts){aliases, COUNT(aliases)};
    close_index(NULL);
    open_index(NULL);
    for (size_t i = 0; i < COUNT(aliases); i++) assert_found(find(aliases[i].at, "", -1), "C-014");
    const struct match_result by_name = find("消防安全检查", "", -1);
    assert_found(by_name, "C-014");
    assert_true(by_name.hits[0].score > 800000);
    for (size_t i = 1; i < by_name.count; i++) assert_int_not_equal(by_name.hits[i].item, 3);
    items[3].aliases = before;
    close_index(NULL);
    open_index(NULL);
}

/* What a department took back must not come down again under another name. */
static void a_recalled_item_under_another_title_is_caught(void **state) {
    (void)state;
    assert_found(find("关于落实属地责任开展电梯、锅炉等特种设备安全检查的通知", "", -1), "R-003");
    assert_found(find("关于开展专项行动的通知", "各乡镇对辖区内电梯、锅炉等特种设备使用单位逐一检查，建立台账。", -1), "R-003");
}

static void a_paper_about_nothing_in_the_list_is_not_forced_onto_an_item(void **state) {
    (void)state;
    static const char *const titles[] = {"",
                                         "通知",
                                         "关于加强春节期间值班工作的通知",
                                         "关于2026年度党报党刊征订的通知",
                                         "关于推荐优秀共青团员的通知",
                                         "annual report",
                                         "！？。、…… 2026"};
    for (size_t i = 0; i < COUNT(titles); i++) assert_false(find(titles[i], "", -1).accepted);
}

static void the_issuer_decides_between_items_that_share_words(void **state) {
    (void)state;
    static const struct {
        int department;
        const char *id;
    } cases[] = {{FIRE, "C-014"}, {MARKET, "C-015"}, {EMERGENCY, "C-016"}};
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_found(find("关于开展节前安全检查的通知", "", cases[i].department), cases[i].id);
    /* It does not outvote the words. */
    assert_found(find("关于开展秸秆禁烧巡查的通知", "", FIRE), "B-002");
}

static void the_title_counts_more_than_the_body(void **state) {
    (void)state;
    const char *body = "各单位要结合防汛抗旱应急值守和食品安全检查一并推进，强化防汛抗旱物资储备，做好食品安全检查。";
    assert_found(find("关于做好秸秆禁烧的通知", body, -1), "B-002");
    assert_found(find("", body, -1), "B-003");
}

static void only_items_in_force_on_the_day_are_found(void **state) {
    (void)state;
    items[3].validity = (struct validity){100, 200};
    close_index(NULL);
    struct quanze_error error;
    assert_int_equal(match_index_open(&list, NULL, &match_index, &error), QUANZE_OK);
    assert_int_equal(match_scratch_open(match_index, &scratch, &error), QUANZE_OK);
    static const int32_t days[] = {99, 100, 200, 201};
    for (size_t i = 0; i < COUNT(days); i++) {
        const struct match_query query = {STR("消防安全检查"), STR(""), -1, days[i], STR("")};
        struct match_result result;
        bool found = false;
        assert_int_equal(match_find(match_index, scratch, &query, &result, &error), QUANZE_OK);
        for (size_t j = 0; j < result.count; j++) found |= result.hits[j].item == 3;
        assert_int_equal(found, i == 1 || i == 2);
    }
    close_index(NULL);
    open_index(NULL);
}

static void the_same_text_gives_the_same_hits(void **state) {
    (void)state;
    const struct match_result first = find("关于开展安全检查的通知", "消防、食品、特种设备", -1);
    assert_true(first.count > 2);
    for (int i = 0; i < 20; i++) {
        find(i % 2 ? "防汛抗旱" : "", "食品", i % 4);
        const struct match_result again = find("关于开展安全检查的通知", "消防、食品、特种设备", -1);
        assert_int_equal(again.count, first.count);
        assert_memory_equal(again.hits, first.hits, first.count * sizeof *first.hits);
    }
}

static void the_words_of_a_match_are_told_best_first(void **state) {
    (void)state;
    const struct match_query query = {STR("关于开展电梯等特种设备安全检查的通知"), STR("对使用单位逐一检查"), -1, 0, STR("")};
    struct arena arena = {0};
    struct texts words;
    assert_true(match_words(match_index, scratch, &query, 7, 8, &arena, &words));
    assert_int_equal(words.count, 3);
    assert_str(words.at[0], "特种设备");
    assert_str(words.at[1], "使用单位");
    assert_str(words.at[2], "检查");
    assert_true(match_words(match_index, scratch, &query, 7, 1, &arena, &words));
    assert_int_equal(words.count, 1);
    assert_true(match_words(match_index, scratch, &query, 0, 8, &arena, &words));
    assert_int_equal(words.count, 0);
    arena_free(&arena);
}

static void an_empty_list_answers_nothing(void **state) {
    (void)state;
    const struct list empty = {.county = {NULL, 0}};
    struct match_index *none;
    struct match_scratch *working;
    struct match_result result;
    struct quanze_error error;
    const struct match_query query = {STR("消防安全检查"), STR(""), -1, 0, STR("")};
    assert_int_equal(match_index_open(&empty, NULL, &none, &error), QUANZE_OK);
    assert_int_equal(match_scratch_open(none, &working, &error), QUANZE_OK);
    assert_int_equal(match_find(none, working, &query, &result, &error), QUANZE_OK);
    assert_int_equal(result.count, 0);
    assert_false(result.accepted);
    match_scratch_close(working);
    match_index_close(none);
}

/* 20,000 items that share the words of their names a thousandfold: what is found is still the one that was asked for. */
static void a_large_list_finds_each_of_its_items(void **state) {
    (void)state;
    static const char *const places[] = {"河道", "水库", "林区", "景区", "园区", "市场", "校园", "工地", "矿山", "码头"};
    static const char *const things[] = {"电梯", "锅炉", "烟花", "燃气", "农药", "饲料", "药品", "疫苗", "船舶", "车辆"};
    enum { MANY = 20000 };
    struct item *many = calloc(MANY, sizeof *many);
    char(*names)[64] = calloc(MANY, sizeof *names);
    for (int i = 0; i < MANY; i++) {
        /* Two characters of its own for each item, from a range that no word above uses. */
        const int first = 0x6C00 + i / 200, second = 0x7800 + i % 200;
        const char own[] = {(char)(0xE0 | first >> 12),
                            (char)(0x80 | (first >> 6 & 63)),
                            (char)(0x80 | (first & 63)),
                            (char)(0xE0 | second >> 12),
                            (char)(0x80 | (second >> 6 & 63)),
                            (char)(0x80 | (second & 63)),
                            '\0'};
        snprintf(names[i], sizeof names[i], "%s%s%s安全检查", own, places[i % 10], things[i / 10 % 10]);
        many[i] = (struct item){.name = str_of(names[i]), .department = -1, .validity = {DAY_NONE, DAY_NONE}};
    }
    const struct list large = {.items = many, .item_count = MANY};
    struct match_index *found_in;
    struct match_scratch *working;
    struct match_result result;
    struct quanze_error error;
    assert_int_equal(match_index_open(&large, NULL, &found_in, &error), QUANZE_OK);
    assert_int_equal(match_scratch_open(found_in, &working, &error), QUANZE_OK);
    for (int i = 0; i < MANY; i += 37) {
        const struct match_query query = {str_of(names[i]), STR(""), -1, 0, STR("")};
        assert_int_equal(match_find(found_in, working, &query, &result, &error), QUANZE_OK);
        assert_true(result.accepted);
        assert_int_equal(result.hits[0].item, i);
        assert_true(result.hits[0].score > 990000);
    }
    match_scratch_close(working);
    match_index_close(found_in);
    free(many);
    free(names);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_item_is_found_by_its_own_name),
                                       cmocka_unit_test(notices_are_found_through_their_office_style),
                                       cmocka_unit_test(many_aliases_do_not_hide_the_name),
                                       cmocka_unit_test(a_recalled_item_under_another_title_is_caught),
                                       cmocka_unit_test(a_paper_about_nothing_in_the_list_is_not_forced_onto_an_item),
                                       cmocka_unit_test(the_issuer_decides_between_items_that_share_words),
                                       cmocka_unit_test(the_title_counts_more_than_the_body),
                                       cmocka_unit_test(only_items_in_force_on_the_day_are_found),
                                       cmocka_unit_test(the_same_text_gives_the_same_hits),
                                       cmocka_unit_test(the_words_of_a_match_are_told_best_first),
                                       cmocka_unit_test(an_empty_list_answers_nothing),
                                       cmocka_unit_test(a_large_list_finds_each_of_its_items)};
    return cmocka_run_group_tests(tests, open_index, close_index);
}
