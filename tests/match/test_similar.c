/* test_similar.c - copies are found whatever place, date or number they name; look-alikes are kept apart. */
#include <base/alloc.h>
#include <base/file.h>
#include <match/similar.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

#include <cmocka.h>

static const char NOTICE[] =
    "各乡镇人民政府、街道办事处：为切实做好今冬明春消防安全工作，请你单位组织网格员对辖区内沿街商铺、小型餐饮场所、"
    "养老机构逐户开展排查，如实登记存在的问题，于12月7日16时前将排查台账、工作总结和现场照片报送至县消防救援大队防火股，"
    "逾期未报的纳入年底绩效考核。联系处：防火股。";
static const char COPY[] =
    "各乡镇人民政府、街道办事处：为切实做好今冬明春消防安全工作，请你单位组织网格员对辖区内沿街商铺、小型餐饮场所、"
    "养老机构逐户开展排查，如实登记存在的问题，于 11 月 28 日 18 时前将排查台账、工作总结和现场照片报送至县商务局市场股，"
    "逾期未报的纳入年底绩效考核。联系处：市场股。";
static const char OTHER_ASK[] =
    "各乡镇人民政府、街道办事处：为做好今冬明春消防安全宣传，县消防救援大队定于12月7日在县会议中心举办消防志愿者培训班，"
    "请每个乡镇选派两名志愿者参加，食宿由大队统一安排，培训结束后发放宣传画册，无需报送任何材料。";

static struct similar_index *open_index(const struct str *places, size_t count) {
    struct similar_options options = {.places = places, .place_count = count};
    struct similar_index *index = NULL;
    struct quanze_error error;
    assert_int_equal(similar_open(&options, &index, &error), QUANZE_OK);
    return index;
}

static size_t pairs_of(struct similar_index *index, const struct similar_pair **pairs) {
    struct quanze_error error;
    size_t count = 0;
    assert_int_equal(similar_pairs(index, pairs, &count, &error), QUANZE_OK);
    return count;
}

static void add(struct similar_index *index, const char *title, const char *body) {
    struct quanze_error error;
    assert_int_equal(similar_add(index, str_of(title), str_of(body), &error), QUANZE_OK);
}

static void test_copies_and_lookalikes(void **state) {
    (void)state;
    struct similar_index *index = open_index(NULL, 0);
    const struct similar_pair *pairs = NULL;
    add(index, "关于报送今冬明春消防工作资料的通知", NOTICE);
    add(index, "关于开展消防宣传培训的通知", OTHER_ASK);
    add(index, "关于报送今冬明春消防工作资料的通知", COPY);
    assert_int_equal(pairs_of(index, &pairs), 1);
    assert_int_equal(pairs[0].a, 0);
    assert_int_equal(pairs[0].b, 2);
    assert_int_equal(pairs[0].kind, SIMILAR_NEAR_TEXT);
    assert_true(pairs[0].similarity > 700000 && pairs[0].similarity < 1000000);
    similar_close(index);
}

static void test_masked_words_do_not_hide_a_copy(void **state) {
    (void)state;
    const struct str places[] = {STR("木塘垸镇"), STR("柳溪乡")};
    struct similar_index *index = open_index(places, 2);
    const struct similar_pair *pairs = NULL;
    add(index, "关于木塘垸镇秸秆禁烧的通知", "请木塘垸镇于2023年10月1日前清理田间秸秆１２处。");
    add(index, "关于柳溪乡秸秆禁烧的通知", "请柳溪乡于２０２４年9月15日前，清理田间秸秆 300 处。");
    add(index, "关于某某镇秸秆禁烧的通知", "请XX于2024年9月15日前清理田间秸秆7处");
    assert_int_equal(pairs_of(index, &pairs), 1);
    assert_int_equal(similar_first(index, 1), 0);
    assert_int_equal(similar_rank(index, 1), similar_rank(index, 0));
    assert_int_equal(similar_resemblance(index, 0, 1), 1000000);
    assert_int_equal(pairs[0].a, 0); /* stands for both */
    assert_int_equal(pairs[0].b, 2);
    similar_close(index);
}

/* Many texts take the other way (sketches), which must find what comparing each with each finds. */
static void test_many_texts(void **state) {
    (void)state;
    enum { TEXTS = 3000, COPIES = 60 };
    static const char *const WORDS[] = {"秸秆", "消防", "危房", "校园", "河道", "防溺水", "医保", "低保",
                                        "信访", "道路", "燃气", "电梯", "禁毒", "档案",   "统计", "绿化"};
    struct similar_index *index = open_index(NULL, 0);
    const struct similar_pair *pairs = NULL;
    char body[2048];
    uint64_t seed = 7;
    for (int i = 0; i < TEXTS; i++) {
        int copy_of = i >= TEXTS - COPIES ? i - (TEXTS - COPIES) : -1;
        uint64_t roll = copy_of >= 0 ? (uint64_t)copy_of * 977 + 13 : (uint64_t)i * 977 + 13;
        size_t length = 0;
        for (int k = 0; k < 60; k++) {
            roll = roll * 6364136223846793005U + 1442695040888963407U;
            length += (size_t)snprintf(body + length, sizeof body - length, "%s%c", WORDS[(roll >> 33) % 16],
                                       (char)('a' + (roll >> 40) % 26));
        }
        snprintf(body + length, sizeof body - length, "第%llu号", (unsigned long long)(seed += 3));
        if (copy_of >= 0) memcpy(body + 30, "补", 3); /* three bytes, as one character of a word */
        add(index, "通知", body);
    }
    size_t count = pairs_of(index, &pairs), found = 0;
    for (size_t i = 0; i < count; i++) found += pairs[i].a < COPIES && pairs[i].b == pairs[i].a + TEXTS - COPIES;
    assert_int_equal(found, COPIES);
    assert_int_equal(count, COPIES);
    similar_close(index);
}

static void test_empty_texts_are_like_nothing(void **state) {
    (void)state;
    struct similar_index *index = open_index(NULL, 0);
    const struct similar_pair *pairs = NULL;
    add(index, "", "");
    add(index, "", "");
    add(index, "通知", "");
    assert_int_equal(pairs_of(index, &pairs), 0);
    assert_int_equal(similar_count(index), 3);
    similar_close(index);
}

/* The two survey reports among the source texts are one text, the second cut short and with its names masked. */
static void test_masked_report(void **state) {
    (void)state;
    static const char *const PATHS[] = {SOURCE_DIR "/../shared/seeds/001_b3a177ea6ef5861b.txt",
                                        SOURCE_DIR "/../shared/seeds/002_d7bddfdef0922542.txt",
                                        SOURCE_DIR "/../shared/seeds/003_ce9239aaa6ead9ca.txt"};
    if (access(PATHS[0], R_OK) != 0) {
        print_message("skipped: the source texts are not here\n");
        skip();
    }
    struct similar_index *index = open_index(NULL, 0);
    const struct similar_pair *pairs = NULL;
    struct arena arena = {0};
    struct quanze_error error;
    for (size_t i = 0; i < 3; i++) {
        struct str text;
        assert_int_equal(file_read(PATHS[i], 1 << 20, &arena, &text, &error), QUANZE_OK);
        assert_int_equal(similar_add(index, STR(""), text, &error), QUANZE_OK);
    }
    assert_int_equal(pairs_of(index, &pairs), 1);
    assert_int_equal(pairs[0].b, 1);
    assert_int_equal(pairs[0].kind, SIMILAR_PART);
    similar_close(index);
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_copies_and_lookalikes),
                                       cmocka_unit_test(test_masked_words_do_not_hide_a_copy),
                                       cmocka_unit_test(test_many_texts), cmocka_unit_test(test_empty_texts_are_like_nothing),
                                       cmocka_unit_test(test_masked_report)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
