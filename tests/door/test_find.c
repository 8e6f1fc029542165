/* test_find.c - a claim, a text, or both: under which item a task falls. */
#include "door/world.h"

#include <door/screen/find.h>

struct row {
    const char *claim, *title, *issuer, *day;
    bool no_match;
    int how;
    const char *item, *text_item; /* NULL = none */
    bool claim_unknown;
};

static const struct row ROWS[] = {
    {"C-014", "关于开展消防安全检查的通知", "县消防救援大队", "2023-12-07", false, HOW_DECLARED, "C-014", "C-014", false},
    {"B-001", "关于开展消防安全检查的通知", "县消防救援大队", "2023-12-07", false, HOW_DECLARED, "B-001", "C-014", false},
    {"B-001", "关于开展消防安全检查的通知", "县消防救援大队", "2023-12-07", true, HOW_DECLARED, "B-001", NULL, false},
    {"C-999", "关于开展消防安全检查的通知", "县消防救援大队", "2023-12-07", false, HOW_MATCHED, "C-014", "C-014", true},
    {"C-999", "关于开展消防安全检查的通知", "县消防救援大队", "2023-12-07", true, HOW_NONE, NULL, NULL, true},
    {"C-015", "关于植树节活动的通知", "县林业局", "2021-06-01", false, HOW_DECLARED, "C-015", NULL, false},
    {"C-015", "关于植树节活动的通知", "县林业局", "2023-06-01", true, HOW_NONE, NULL, NULL, true},
    {NULL, "关于做好特种设备使用单位监督检查工作的通知", "县市场监督管理局", "2023-12-07", false, HOW_MATCHED, "R-003", "R-003",
     false},
    {NULL, "关于开展消防安全检查的通知", "消防大队", "2023-12-07", true, HOW_NONE, NULL, NULL, false},
    {NULL, "今天的天气怎么样", NULL, "2023-12-07", false, HOW_NONE, NULL, NULL, false},
    {"", "关于开展消防安全检查的通知", "县消防救援大队", "2023-12-07", false, HOW_MATCHED, "C-014", "C-014", false},
};

static const char *id_of(const struct quanze *engine, int item) { return item < 0 ? "" : engine->list.items[item].id.at; }

static void set_text(struct task *task, enum fact_id fact, const char *text) {
    if (text) task_set(task, fact, value_of_text(str_of(text)));
}

static void test_rows(void **state) {
    (void)state;
    struct quanze *engine = open_world();
    struct match_scratch *scratch = NULL;
    struct quanze_error error;
    struct arena arena = {0};
    assert_int_equal(match_scratch_open(engine->index, &scratch, &error), QUANZE_OK);
    for (size_t i = 0; i < COUNT(ROWS); i++) {
        const struct row *row = &ROWS[i];
        static struct task task;
        struct found_item found;
        int32_t day;
        task_clear(&task);
        set_text(&task, FACT_ID_ITEM, row->claim);
        set_text(&task, FACT_ID_TITLE, row->title);
        set_text(&task, FACT_ID_ISSUER_NAME, row->issuer);
        assert_true(day_parse(str_of(row->day), &day));
        assert_int_equal(find_item(engine, scratch, &task, day, row->no_match, &found, &error), QUANZE_OK);
        if (found.how != row->how || found.claim_unknown != row->claim_unknown) fail_msg("row %zu: how %d", i, found.how);
        assert_string_equal(id_of(engine, found.item), row->item ? row->item : "");
        assert_string_equal(id_of(engine, found.text_item), row->text_item ? row->text_item : "");
        if (found.how == HOW_DECLARED && row->no_match) assert_int_equal(found.score, 1000000);
        if (found.how == HOW_DECLARED && found.text_item >= 0 && found.text_item != found.item)
            assert_true(found.text_score >= found.score + 100000);
        assert_int_equal(find_words(engine, scratch, &task, day, &arena, &found, &error), QUANZE_OK);
        assert_int_equal(found.words.count > 0, found.how == HOW_MATCHED);
        for (size_t j = 0; j < found.words.count; j++) assert_true(str_find(str_of(row->title), found.words.at[j]) >= 0);
        for (size_t j = 0; j < found.alternative_count; j++) assert_int_not_equal(found.alternatives[j].item, found.item);
    }
    arena_free(&arena);
    match_scratch_close(scratch);
    quanze_close(engine);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_rows)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
