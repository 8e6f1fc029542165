/* test_copies.c - groups of papers: what is one text, one paper's versions, one form, one item, and what is not. */
#include "match/sample.h"

#include <check.h>

#include <match/copies.h>
#include <stdio.h>
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

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(copies_are_found_and_lookalikes_kept_apart),
                                       cmocka_unit_test(many_papers_are_grouped_as_their_pairs),
                                       cmocka_unit_test(real_notices_are_not_each_others_copies),
                                       cmocka_unit_test(versions_are_told_from_copies),
                                       cmocka_unit_test(versions_alone_are_no_copies),
                                       cmocka_unit_test(forms_that_ask_for_the_same_are_found),
                                       cmocka_unit_test(one_item_from_two_issuers_is_found),
                                       cmocka_unit_test(no_paper_and_empty_papers_give_no_group)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
