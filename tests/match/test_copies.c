/* test_copies.c - groups of papers: what is one text, one paper's versions, one form, one item, and what is not. */
#include "match/sample.h"

#include <check.h>

#include <match/copies.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define PAIRS SOURCE_DIR "/tests/match/pairs/notices.tsv"
#define DATA SOURCE_DIR "/../shared/data"

static const struct str places[] = {STR_INIT("示例县"), STR_INIT("示例镇"), STR_INIT("木塘垸镇")};

static struct copies *open_copies(void) {
    struct copies *copies = NULL;
    struct quanze_error error;
    assert_int_equal(copies_open(places, COUNT(places), &copies, &error), QUANZE_OK);
    return copies;
}

static void add(struct copies *copies, struct copy_paper paper) {
    struct quanze_error error;
    assert_int_equal(copies_add(copies, &paper, &error), QUANZE_OK);
}

static size_t find(struct copies *copies, const struct copy_group **groups) {
    struct quanze_error error;
    size_t count;
    assert_int_equal(copies_find(copies, groups, &count, &error), QUANZE_OK);
    return count;
}

static void assert_group(const struct copy_group *group, enum copy_kind kind, size_t count, uint32_t first, uint32_t second) {
    assert_int_equal(group->kind, kind);
    assert_int_equal(group->count, count);
    assert_int_equal(group->papers[0], first);
    assert_int_equal(group->papers[1], second);
    assert_in_range(group->similarity, 0, 1000000);
}

/* Copies under another hand are found; papers on the same topic that ask for something else are kept apart. */
static void copies_are_found_and_lookalikes_kept_apart(void **state) {
    (void)state;
    struct arena arena = {0};
    struct sample_pairs pairs;
    size_t copies_missed = 0, alike_taken = 0;
    sample_read_pairs(PAIRS, &arena, &pairs);
    assert_true(pairs.count >= 60);
    for (size_t i = 0; i < pairs.count; i++) {
        const struct sample_pair *pair = &pairs.at[i];
        const struct copy_group *groups;
        struct copies *copies = open_copies();
        add(copies, (struct copy_paper){.title = pair->title, .body = pair->body, .item = -1});
        add(copies, (struct copy_paper){.title = pair->other_title, .body = pair->other_body, .item = -1});
        const bool found = find(copies, &groups) == 1;
        if (found != pair->is_copy) print_message("line %zu: %.*s\n", i + 3, (int)pair->title.length, pair->title.at);
        copies_missed += pair->is_copy && !found;
        alike_taken += !pair->is_copy && found;
        copies_close(copies);
    }
    assert_int_equal(copies_missed, 0);
    assert_int_equal(alike_taken, 0);
    arena_free(&arena);
}

/* Together they are found as one by one: no paper drags another one into its group. */
static void many_papers_are_grouped_as_their_pairs(void **state) {
    (void)state;
    struct arena arena = {0};
    struct sample_pairs pairs;
    const struct copy_group *groups;
    struct copies *copies = open_copies();
    sample_read_pairs(PAIRS, &arena, &pairs);
    size_t originals = 0;
    for (size_t i = 0; i < pairs.count; i++) {
        const struct sample_pair *pair = &pairs.at[i];
        const bool is_new = i == 0 || !str_equal(pair->title, pairs.at[i - 1].title);
        originals += is_new;
        if (is_new) add(copies, (struct copy_paper){.title = pair->title, .body = pair->body, .item = -1});
        if (pair->is_copy) add(copies, (struct copy_paper){.title = pair->other_title, .body = pair->other_body, .item = -1});
    }
    assert_int_equal(find(copies, &groups), originals);
    for (size_t i = 0; i < originals; i++)
        assert_group(&groups[i], COPY_NEAR_TEXT, 3, (uint32_t)(3 * i), (uint32_t)(3 * i + 1));
    copies_close(copies);
    arena_free(&arena);
}

static void real_notices_are_not_each_others_copies(void **state) {
    (void)state;
    if (access(DATA "/notices.tsv", R_OK) != 0) {
        print_message("skipped: the notices are not here\n");
        skip();
    }
    struct arena arena = {0};
    struct sample_queries notices;
    const struct copy_group *groups;
    struct copies *copies = open_copies();
    sample_read_notices(DATA "/notices.tsv", DATA "/labels.tsv", &arena, &notices);
    for (size_t i = 0; i < notices.count; i++)
        add(copies, (struct copy_paper){.title = notices.at[i].title, .body = notices.at[i].body, .item = -1});
    assert_int_equal(find(copies, &groups), 0);
    copies_close(copies);
    arena_free(&arena);
}

static const struct str long_body =
    STR_INIT("请各乡镇对辖区内在用电梯、锅炉、起重机械使用单位开展拉网式排查，发现隐患立即责令停用。");

/* One issuer's paper sent three times is one paper in versions; the same text of another department is a copy. */
static void versions_are_told_from_copies(void **state) {
    (void)state;
    const struct copy_group *groups;
    struct copies *copies = open_copies();
    struct copy_paper paper = {.id = STR("T-1"),
                               .number = STR("市监函〔2023〕12号"),
                               .title = STR("关于特种设备排查的通知"),
                               .body = long_body,
                               .issuer = STR("县市场监管局"),
                               .version = 1,
                               .item = -1};
    add(copies, paper);
    paper.id = STR("T-2");
    paper.number = STR("");
    paper.version = 2;
    add(copies, paper);
    paper.id = STR("T-3");
    paper.title = STR("关于再次修改表格的通知");
    paper.body = STR("以此份为准。");
    paper.version = 0;
    paper.supersedes = STR("T-2");
    add(copies, paper);
    paper.id = STR("T-4");
    paper.supersedes = STR("市监函〔2023〕12号");
    add(copies, paper);
    paper = (struct copy_paper){.id = STR("T-5"),
                                .title = STR("关于特种设备排查的通知"),
                                .body = long_body,
                                .issuer = STR("县文旅广体局"),
                                .supersedes = STR("T-1"),
                                .item = -1};
    add(copies, paper);
    assert_int_equal(find(copies, &groups), 2);
    assert_group(&groups[0], COPY_SAME_TEXT, 3, 0, 1); /* with the paper of the other department */
    assert_int_equal(groups[0].papers[2], 4);
    assert_int_equal(groups[0].similarity, 1000000);
    assert_group(&groups[1], COPY_VERSION, 4, 0, 1);
    copies_close(copies);
}

static void versions_alone_are_no_copies(void **state) {
    (void)state;
    const struct copy_group *groups;
    struct copies *copies = open_copies();
    struct copy_paper paper = {.id = STR("T-1"),
                               .title = STR("关于排查的通知"),
                               .body = long_body,
                               .issuer = STR("县水利局"),
                               .version = 1,
                               .item = 3};
    add(copies, paper);
    paper.id = STR("T-2");
    paper.version = 2;
    add(copies, paper);
    assert_int_equal(find(copies, &groups), 1);
    assert_group(&groups[0], COPY_VERSION, 2, 0, 1);
    assert_int_equal(groups[0].similarity, 1000000);
    copies_close(copies);
}

static void forms_that_ask_for_the_same_are_found(void **state) {
    (void)state;
    static const struct str asked[] = {STR_INIT("姓名"), STR_INIT("身份证号"), STR_INIT("联系电话"), STR_INIT("家庭人口"),
                                       STR_INIT("住房面积")};
    static const struct str again[] = {STR_INIT("联系电话"),           STR_INIT("姓 名"),
                                       STR_INIT("家庭人口"),           STR_INIT("身份证号"),
                                       STR_INIT("住房面积（平方米）"), STR_INIT("住房面积")};
    static const struct str other[] = {STR_INIT("姓名"),   STR_INIT("身份证号"), STR_INIT("联系电话"),
                                       STR_INIT("存栏数"), STR_INIT("免疫数"),   STR_INIT("死亡数")};
    const struct copy_group *groups;
    struct copies *copies = open_copies();
    add(copies, (struct copy_paper){.title = STR("低保核查"), .fields = asked, .field_count = COUNT(asked), .item = -1});
    add(copies, (struct copy_paper){.title = STR("畜禽免疫"), .fields = other, .field_count = COUNT(other), .item = -1});
    add(copies, (struct copy_paper){.title = STR("危房摸底"), .fields = again, .field_count = COUNT(again), .item = -1});
    add(copies, (struct copy_paper){.title = STR("花名册"), .fields = asked, .field_count = 2, .item = -1});
    add(copies, (struct copy_paper){.title = STR("通讯录"), .fields = asked, .field_count = 2, .item = -1});
    assert_int_equal(find(copies, &groups), 1);
    assert_group(&groups[0], COPY_SAME_FIELDS, 2, 0, 2);
    assert_in_range(groups[0].similarity, 800000, 900000);
    copies_close(copies);
}

static void one_item_from_two_issuers_is_found(void **state) {
    (void)state;
    const struct copy_group *groups;
    struct copies *copies = open_copies();
    add(copies, (struct copy_paper){.title = STR("消防检查"), .issuer = STR("县消防救援大队"), .item = 4});
    add(copies, (struct copy_paper){.title = STR("商场火灾隐患整治"), .issuer = STR("县商务局"), .item = 4});
    add(copies, (struct copy_paper){.title = STR("低保核查"), .issuer = STR("县民政局"), .item = 5});
    add(copies, (struct copy_paper){.title = STR("低保对象年审"), .issuer = STR("县民政局"), .item = 5});
    add(copies, (struct copy_paper){.title = STR("元宵灯会"), .issuer = STR("县文旅局"), .item = -1});
    add(copies, (struct copy_paper){.title = STR("篮球联赛"), .issuer = STR("县总工会"), .item = -1});
    assert_int_equal(find(copies, &groups), 1);
    assert_group(&groups[0], COPY_SAME_ITEM, 2, 0, 1);
    copies_close(copies);
}

static void no_paper_and_empty_papers_give_no_group(void **state) {
    (void)state;
    const struct copy_group *groups;
    struct copies *copies = open_copies();
    assert_int_equal(find(copies, &groups), 0);
    for (int i = 0; i < 3; i++) add(copies, (struct copy_paper){.item = -1});
    assert_int_equal(find(copies, &groups), 0);
    assert_int_equal(find(copies, &groups), 0);
    copies_close(copies);
}

/* --- the order in which papers come --- */

enum { PAPERS = 2400, FIELDS = 16, TOLD = 1 << 20 };

/* What one paper of many says; those of one `theme` are much alike, and hundreds of their forms are. */
struct made {
    char id[16], number[16], title[64], body[1024], supersedes[16];
    struct str fields[FIELDS];
};

static uint64_t roll(uint64_t *seed) {
    *seed = *seed * 6364136223846793005U + 1442695040888963407U;
    return *seed >> 33;
}

static void make_body(struct made *made, uint64_t theme, uint64_t changes, uint64_t *seed) {
    static const char *const WORDS[] = {"秸秆", "消防", "危房", "校园", "河道", "防溺水", "医保", "低保",
                                        "信访", "道路", "燃气", "电梯", "禁毒", "档案",   "统计", "绿化"};
    size_t length = 0;
    uint64_t own = theme * 977 + 13;
    for (int i = 0; i < 40; i++) {
        const uint64_t word = roll(&own), letter = roll(&own);
        const bool other = roll(seed) % 40 < changes;
        length += (size_t)snprintf(made->body + length, sizeof made->body - length, "%s%c", WORDS[(word + other) % 16],
                                   (char)('a' + letter % 26));
    }
}

static struct copy_paper make_paper(struct made *made, uint64_t number) {
    static const struct str FIELD_NAMES[] = {
        STR_INIT("姓名"),   STR_INIT("性别"),   STR_INIT("年龄"),   STR_INIT("住址"),   STR_INIT("电话"),   STR_INIT("户主"),
        STR_INIT("面积"),   STR_INIT("收入"),   STR_INIT("存栏"),   STR_INIT("免疫"),   STR_INIT("学历"),   STR_INIT("单位"),
        STR_INIT("职务"),   STR_INIT("备注"),   STR_INIT("村组"),   STR_INIT("类别"),   STR_INIT("金额"),   STR_INIT("日期"),
        STR_INIT("经办人"), STR_INIT("审核人"), STR_INIT("银行卡"), STR_INIT("身份证"), STR_INIT("残疾证"), STR_INIT("驾驶证")};
    static const struct str ISSUERS[] = {STR_INIT("县水利局"), STR_INIT("县民政局"), STR_INIT("县商务局")};
    uint64_t seed = number + 1;
    const uint64_t theme = number < 900 ? number % 3 : roll(&seed) % 900;
    const uint64_t issuer = roll(&seed) % COUNT(ISSUERS);
    (void)snprintf(made->id, sizeof made->id, "T-%llu", (unsigned long long)number);
    (void)snprintf(made->number, sizeof made->number, "%llu号", (unsigned long long)(number / 3));
    (void)snprintf(made->title, sizeof made->title, "关于%c%c的通知", (char)('a' + theme % 26), (char)('a' + theme / 26 % 26));
    if (roll(&seed) % 20 == 0)
        (void)snprintf(made->supersedes, sizeof made->supersedes, "%llu号", (unsigned long long)(roll(&seed) % 800));
    make_body(made, theme, roll(&seed) % 3 == 0 ? 0 : roll(&seed) % 12, &seed);
    const size_t fields = number < 900 ? 14 : number % 50 == 0 ? 5 : 0;
    for (size_t i = 0; i < fields; i++) made->fields[i] = FIELD_NAMES[i];
    for (size_t i = 0; i < 2 && fields > 0; i++)
        made->fields[roll(&seed) % fields] = FIELD_NAMES[roll(&seed) % COUNT(FIELD_NAMES)];
    return (struct copy_paper){.id = str_of(made->id),
                               .number = str_of(made->number),
                               .title = str_of(made->title),
                               .body = str_of(made->body),
                               .issuer = ISSUERS[issuer],
                               .supersedes = str_of(made->supersedes),
                               .fields = made->fields,
                               .field_count = fields,
                               .version = roll(&seed) % 8 == 0 ? (int64_t)(roll(&seed) % 3) : 0,
                               .item = (int)(roll(&seed) % 60) - 1};
}

static int by_text(const void *a, const void *b) { return strcmp(*(char *const *)a, *(char *const *)b); }

static int by_value(const void *a, const void *b) {
    const uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

/* The groups of the papers that came in `order`, as one text: which papers, of what kind, how similar. */
static void tell_groups(const uint32_t *order, struct arena *arena, char *told) {
    const struct copy_group *groups;
    struct copies *copies = open_copies();
    for (size_t i = 0; i < PAPERS; i++) {
        struct made made = {.id = ""};
        add(copies, make_paper(&made, order[i]));
    }
    const size_t count = find(copies, &groups);
    char **lines = arena_take_array(arena, count, sizeof *lines);
    for (size_t i = 0; i < count; i++) {
        uint32_t *papers = arena_take_array(arena, groups[i].count, sizeof *papers);
        lines[i] = arena_take(arena, 40 + 8 * groups[i].count);
        for (size_t k = 0; k < groups[i].count; k++) papers[k] = order[groups[i].papers[k]];
        qsort(papers, groups[i].count, sizeof *papers, by_value);
        int length = sprintf(lines[i], "%d %d:", (int)groups[i].kind, groups[i].similarity);
        for (size_t k = 0; k < groups[i].count; k++) length += sprintf(lines[i] + length, " %u", papers[k]);
    }
    qsort(lines, count, sizeof *lines, by_text);
    size_t length = 0;
    for (size_t i = 0; i < count; i++) length += (size_t)snprintf(told + length, TOLD - length, "%s\n", lines[i]);
    assert_true(length < TOLD);
    copies_close(copies);
}

/* Hundreds of papers and forms that are alike stand among them, more than are compared each with each. */
static void groups_do_not_depend_on_the_order_of_papers(void **state) {
    (void)state;
    struct arena arena = {0};
    uint32_t order[PAPERS];
    char *first = arena_take(&arena, TOLD), *again = arena_take(&arena, TOLD);
    uint64_t seed = 20261122;
    for (uint32_t i = 0; i < PAPERS; i++) order[i] = i;
    tell_groups(order, &arena, first);
    for (int kind = COPY_SAME_TEXT; kind <= COPY_VERSION; kind++) {
        char mark[8];
        (void)snprintf(mark, sizeof mark, "\n%d ", kind);
        assert_non_null(strstr(first, kind == COPY_SAME_TEXT ? mark + 1 : mark));
    }
    for (int round = 0; round < 4; round++) {
        for (uint32_t i = PAPERS - 1; i > 0; i--) {
            const uint32_t other = (uint32_t)(roll(&seed) % (i + 1)), moved = order[i];
            order[i] = order[other];
            order[other] = moved;
        }
        tell_groups(order, &arena, again);
        assert_string_equal(again, first);
    }
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(copies_are_found_and_lookalikes_kept_apart),
                                       cmocka_unit_test(many_papers_are_grouped_as_their_pairs),
                                       cmocka_unit_test(real_notices_are_not_each_others_copies),
                                       cmocka_unit_test(versions_are_told_from_copies),
                                       cmocka_unit_test(versions_alone_are_no_copies),
                                       cmocka_unit_test(forms_that_ask_for_the_same_are_found),
                                       cmocka_unit_test(one_item_from_two_issuers_is_found),
                                       cmocka_unit_test(no_paper_and_empty_papers_give_no_group),
                                       cmocka_unit_test(groups_do_not_depend_on_the_order_of_papers)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
