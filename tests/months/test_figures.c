/* test_figures.c - the figures of the survey stand in the demo months, counted from the papers as they are read. */
#include "check.h"

#include <read/read.h>

/* What the surveyed township and the county have over the three months. */
struct figures {
    size_t papers, for_secretary, meetings, with_secretary;
    size_t titles, other_titles, site_departments;
    int64_t fen, sites, quota, share;
    struct str departments[64];
};

static const struct value *row_field(const struct value *rows, size_t row, size_t field, size_t fields) {
    return &rows->items[row * fields + field];
}

static bool reaches(const struct task *task, const char *township) {
    const struct value *townships = &task->value[FACT_ID_TOWNSHIPS];
    for (size_t i = 0; i < townships->count; i++)
        if (str_equal(value_text(&townships->items[i]), str_of(township))) return true;
    return false;
}

static bool is_top(const struct task *task, enum fact_id fact) {
    return task_given(task, fact) && str_equal(choices_of("RANK").at[task->value[fact].number].name, STR("top_official"));
}

static void count_papers(const struct task *task, struct figures *figures) {
    if (!reaches(task, "木塘垸镇")) return;
    const bool meets = task_given(task, FACT_ID_MEETING_AT);
    ++*(meets ? &figures->meetings : &figures->papers);
    figures->for_secretary += is_top(task, FACT_ID_DOCUMENT_READ_BY);
    figures->with_secretary += is_top(task, FACT_ID_MEETING_ATTENDEES_RANK);
}

static void count_sites(const struct task *task, struct arena *arena, struct figures *figures) {
    if (!task_given(task, FACT_ID_DEMANDS_SITES)) return;
    const struct str name = task_text(task, FACT_ID_ISSUER_NAME);
    figures->sites += task->value[FACT_ID_DEMANDS_SITES].number;
    for (size_t i = 0; i < figures->site_departments; i++)
        if (str_equal(figures->departments[i], name)) return;
    assert_true(figures->site_departments < COUNT(figures->departments));
    figures->departments[figures->site_departments++] = arena_copy(arena, name);
}

static void count_titles(const struct task *task, struct figures *figures) {
    if (!task_given(task, FACT_ID_DEMANDS_SUBSCRIPTIONS)) return;
    const struct value *rows = &task->value[FACT_ID_DEMANDS_SUBSCRIPTIONS];
    for (size_t i = 0; i < rows->count; i++) {
        figures->titles++;
        figures->fen += row_field(rows, i, 1, 3)->number;
        figures->other_titles += row_field(rows, i, 2, 3)->number == 0;
    }
}

static void count_quota(const struct task *task, struct figures *figures) {
    if (!task_given(task, FACT_ID_QUOTA_TOTAL)) return;
    figures->quota += task->value[FACT_ID_QUOTA_TOTAL].number;
    figures->share += task->value[FACT_ID_QUOTA_SHARE].number;
}

static void count_month(const char *path, struct arena *names, struct figures *figures) {
    struct arena arena = {0};
    struct problems problems = {.arena = names};
    struct quanze_error error;
    struct task_source *source = NULL;
    struct buf bytes = {0};
    assert_int_equal(task_source_open(path, NULL, &source, &problems, &error), QUANZE_OK);
    for (bool done = false;;) {
        static struct task task;
        struct record record = {0};
        buf_clear(&bytes);
        arena_reset(&arena);
        assert_int_equal(task_source_next(source, &bytes, &record, &done, &problems, &error), QUANZE_OK);
        if (done) break;
        const struct str line = {bytes.at + record.offset, record.length};
        assert_int_equal(task_read(source, line, record.line, &arena, &task, &problems, &error), QUANZE_OK);
        count_papers(&task, figures);
        count_sites(&task, names, figures);
        count_titles(&task, figures);
        count_quota(&task, figures);
    }
    task_source_close(source);
    buf_free(&bytes);
    arena_free(&arena);
}

static void test_three_months_have_their_share_of_the_figures(void **state) {
    (void)state;
    struct arena names = {0};
    struct figures figures = {0};
    count_month("lists/demo/months/2026-08.jsonl", &names, &figures);
    count_month("lists/demo/months/2026-09.jsonl", &names, &figures);
    count_month("lists/demo/months/2026-10.jsonl", &names, &figures);
    /* Three of eleven months of one township: 2,615 papers, 858 of them for the secretary; 470 meetings, 180 with the
     * secretary. */
    assert_int_equal(figures.papers, 2615 * 3 / 11);
    assert_int_equal(figures.for_secretary, 858 * 3 / 11);
    assert_int_equal(figures.meetings, 470 * 3 / 11);
    assert_int_equal(figures.with_secretary, 180 * 3 / 11);
    /* Of the county, or of one township in a year, as they are. */
    assert_int_equal(figures.site_departments, 22);
    assert_int_equal(figures.sites, 75);
    assert_int_equal(figures.titles, 28);
    assert_int_equal(figures.other_titles, 17);
    assert_int_equal(figures.fen, 55000000);
    assert_int_equal(figures.quota, 7038);
    assert_int_equal(figures.share, 7038 / 28);
    arena_free(&names);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_three_months_have_their_share_of_the_figures)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
