/* test_screen.c - a run over many tasks: order, bad records, what is counted, how it ends. */
#include "door/world.h"

struct report {
    size_t count;
    unsigned last_line;
    char last_file[256];
};

static void count_problem(void *payload, const struct quanze_problem *problem) {
    struct report *report = payload;
    if (problem->is_warning) return;
    report->count++;
    report->last_line = problem->line;
    (void)snprintf(report->last_file, sizeof report->last_file, "%s", problem->file);
}

struct run {
    struct buf page;
    struct report report;
    struct quanze_screen_summary summary;
    struct quanze_error error;
};

static struct quanze_screen_request request_for(struct run *run, const char *const *path, quanze_format format) {
    *run = (struct run){.page = {0}};
    return (struct quanze_screen_request){.paths = path,
                                          .path_count = 1,
                                          .today = "2026-11-22",
                                          .format = format,
                                          .language = QUANZE_EN,
                                          .sink = keep_in(&run->page),
                                          .reporter = {count_problem, &run->report}};
}

static quanze_status screen(const struct quanze_screen_request *request, struct run *run) {
    struct quanze *engine = open_world();
    quanze_status status = quanze_screen(engine, request, &run->summary, &run->error);
    quanze_close(engine);
    return status;
}

/* `count` JSON Lines; every `bad_every`-th (0 = none) is broken. */
static void make_tasks(char path[64], size_t count, size_t bad_every) {
    struct buf lines = {0};
    for (size_t i = 1; i <= count; i++) {
        if (bad_every && i % bad_every == 0)
            buf_put_text(&lines, "{\"id\": \n");
        else
            buf_printf(&lines,
                       "{\"id\":\"t%zu\",\"title\":\"关于开展消防安全检查的通知\",\"complete\":true,\"kind\":\"patrol\","
                       "\"received_at\":\"2023-12-07T09:30\",\"due_at\":\"2023-12-%s\",\"staff\":{\"required\":2%s}}\n",
                       i, i % 3 == 0 ? "07T16:00" : "14T17:30", i % 2 == 0 ? ",\"provided\":2" : "");
    }
    make_file(path, ".jsonl", buf_str(&lines));
    buf_free(&lines);
}

static void test_each_verdict_has_its_exit_code(void **state) {
    (void)state;
    static const struct {
        const char *path;
        int exit_code;
    } rows[] = {{WORLD "/tasks/admit.yaml", 0},
                {WORLD "/tasks/conditional.yaml", 0},
                {WORLD "/tasks/hold.yaml", 2},
                {WORLD "/tasks/reject.yaml", 1},
                {WORLD "/tasks", 1},
                {WORLD "/many.csv", 65}};
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct run run;
        struct quanze_screen_request request = request_for(&run, &rows[i].path, QUANZE_FORMAT_JSONL);
        assert_int_equal(screen(&request, &run), QUANZE_OK);
        if (run.summary.exit_code != rows[i].exit_code)
            fail_msg("%s: %d\n%.*s", rows[i].path, run.summary.exit_code, (int)run.page.length, run.page.at);
        buf_free(&run.page);
    }
}

static void test_one_task_is_an_object_and_several_an_array(void **state) {
    (void)state;
    static const struct {
        const char *path, *start, *end;
        size_t tasks;
    } rows[] = {{WORLD "/tasks/admit.yaml", "{\n", "\n}\n", 1}, {WORLD "/tasks", "[\n{\n", "\n}\n]\n", 4}};
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct run run;
        struct quanze_screen_request request = request_for(&run, &rows[i].path, QUANZE_FORMAT_JSON);
        assert_int_equal(screen(&request, &run), QUANZE_OK);
        struct str page = buf_str(&run.page), end = str_of(rows[i].end);
        assert_true(str_starts_with(page, str_of(rows[i].start)));
        assert_true(page.length > end.length && str_equal((struct str){page.at + page.length - end.length, end.length}, end));
        assert_int_equal(count_of(page, "\"quanze/verdict/1\""), rows[i].tasks);
        buf_free(&run.page);
    }
}

static void test_nothing_judged_is_an_empty_array(void **state) {
    (void)state;
    char path[64];
    make_tasks(path, 2, 1);
    struct run run;
    const char *paths = path;
    struct quanze_screen_request request = request_for(&run, &paths, QUANZE_FORMAT_JSON);
    assert_int_equal(screen(&request, &run), QUANZE_OK);
    assert_str(buf_str(&run.page), "[]\n");
    assert_int_equal(run.summary.bad_records, 2);
    buf_free(&run.page);
    unlink(path);
}

static void test_bad_record_is_told_and_the_rest_runs(void **state) {
    (void)state;
    struct run run;
    const char *path = WORLD "/many.csv";
    struct quanze_screen_request request = request_for(&run, &path, QUANZE_FORMAT_JSONL);
    assert_int_equal(screen(&request, &run), QUANZE_OK);
    assert_int_equal(run.summary.tasks, 2);
    assert_int_equal(run.summary.bad_records, 1);
    assert_int_equal(run.summary.rejected, 1);
    assert_int_equal(run.report.count, 1);
    assert_int_equal(run.report.last_line, 3);
    assert_string_equal(run.report.last_file, WORLD "/many.csv");
    assert_true(str_find(buf_str(&run.page), STR("\"t1\"")) < str_find(buf_str(&run.page), STR("\"t3\"")));
    buf_free(&run.page);
}

static void test_threads_give_the_same_bytes(void **state) {
    (void)state;
    char path[64];
    make_tasks(path, 3000, 701);
    const char *paths = path;
    static const quanze_format formats[] = {QUANZE_FORMAT_JSONL, QUANZE_FORMAT_JSON, QUANZE_FORMAT_TEXT};
    for (size_t i = 0; i < COUNT(formats); i++) {
        struct run one, many;
        struct quanze_screen_request request = request_for(&one, &paths, formats[i]);
        assert_int_equal(screen(&request, &one), QUANZE_OK);
        request = request_for(&many, &paths, formats[i]);
        request.jobs = 4;
        assert_int_equal(screen(&request, &many), QUANZE_OK);
        assert_int_equal(one.summary.tasks, 2996);
        assert_int_equal(one.summary.bad_records, 4);
        assert_memory_equal(&one.summary, &many.summary, sizeof one.summary);
        assert_int_equal(one.report.count, many.report.count);
        assert_int_equal(one.page.length, many.page.length);
        assert_memory_equal(one.page.at, many.page.at, one.page.length);
        buf_free(&one.page);
        buf_free(&many.page);
    }
    unlink(path);
}

static void test_many_small_files(void **state) {
    (void)state;
    static const char *paths[700];
    for (size_t i = 0; i < COUNT(paths); i++) paths[i] = i % 2 ? WORLD "/tasks/admit.yaml" : WORLD "/tasks/reject.yaml";
    struct run run;
    struct quanze_screen_request request = request_for(&run, paths, QUANZE_FORMAT_JSONL);
    request.path_count = COUNT(paths);
    request.jobs = 2;
    assert_int_equal(screen(&request, &run), QUANZE_OK);
    assert_int_equal(run.summary.admitted, 350);
    assert_int_equal(run.summary.rejected, 350);
    buf_free(&run.page);
}

static bool refuse_bytes(void *payload, const void *bytes, size_t length) {
    (void)bytes;
    (void)length;
    return --*(int *)payload >= 0;
}

static void test_sink_that_refuses_ends_the_run(void **state) {
    (void)state;
    char path[64];
    make_tasks(path, 3000, 0);
    const char *paths = path;
    for (unsigned jobs = 1; jobs <= 3; jobs++) {
        int taken = 2;
        struct run run;
        struct quanze_screen_request request = request_for(&run, &paths, QUANZE_FORMAT_JSONL);
        request.sink = (struct quanze_sink){refuse_bytes, &taken};
        request.jobs = jobs;
        assert_int_equal(screen(&request, &run), QUANZE_IO);
        assert_int_equal(run.error.status, QUANZE_IO);
        assert_int_equal(run.summary.tasks, 0); /* outputs are written only on success */
    }
    unlink(path);
}

static void note_progress(void *payload, uint64_t done, uint64_t bytes_read, uint64_t bytes_total) {
    uint64_t *told = payload;
    assert_true(done > told[1]);
    assert_true(bytes_read <= bytes_total);
    told[0]++;
    told[1] = done;
}

static void test_progress_is_told(void **state) {
    (void)state;
    char path[64];
    make_tasks(path, 5000, 0);
    const char *paths = path;
    uint64_t told[2] = {0, 0};
    struct run run;
    struct quanze_screen_request request = request_for(&run, &paths, QUANZE_FORMAT_JSONL);
    request.progress = note_progress;
    request.progress_payload = told;
    assert_int_equal(screen(&request, &run), QUANZE_OK);
    assert_true(told[0] >= 3);
    buf_free(&run.page);
    unlink(path);
}

static void test_problems_of_a_run_are_capped(void **state) {
    (void)state;
    char path[64];
    make_tasks(path, 2 * QUANZE_MAX_PROBLEMS, 1);
    const char *paths = path;
    struct run run;
    struct quanze_screen_request request = request_for(&run, &paths, QUANZE_FORMAT_JSONL);
    assert_int_equal(screen(&request, &run), QUANZE_OK);
    assert_int_equal(run.report.count, QUANZE_MAX_PROBLEMS);
    assert_int_equal(run.summary.bad_records, 2 * QUANZE_MAX_PROBLEMS);
    assert_int_equal(run.summary.exit_code, QUANZE_BAD_DATA);
    buf_free(&run.page);
    unlink(path);
}

static void test_file_that_does_not_parse_is_one_bad_record(void **state) {
    (void)state;
    char path[64];
    make_file(path, ".yaml", STR("id: [unclosed\n"));
    const char *paths[] = {path, WORLD "/tasks/admit.yaml"};
    struct run run;
    struct quanze_screen_request request = request_for(&run, paths, QUANZE_FORMAT_JSONL);
    request.path_count = 2;
    assert_int_equal(screen(&request, &run), QUANZE_OK);
    assert_int_equal(run.summary.bad_records, 1);
    assert_int_equal(run.summary.admitted, 1);
    assert_true(run.report.count >= 1);
    buf_free(&run.page);
    unlink(path);
}

static void test_as_of_judges_by_the_law_of_that_day(void **state) {
    (void)state;
    const char *path = WORLD "/tasks/reject.yaml";
    struct run run;
    struct quanze_screen_request request = request_for(&run, &path, QUANZE_FORMAT_JSONL);
    request.as_of = "2019-12-31"; /* the day before the rules came into force */
    assert_int_equal(screen(&request, &run), QUANZE_OK);
    assert_int_equal(run.summary.rejected, 0);
    assert_true(str_find(buf_str(&run.page), STR("\"as_of\":\"2019-12-31\"")) >= 0);
    buf_free(&run.page);
}

static void test_requests_that_contradict_themselves(void **state) {
    (void)state;
    const char *path = WORLD "/tasks/admit.yaml";
    for (int i = 0; i < 6; i++) {
        struct run run;
        struct quanze_screen_request request = request_for(&run, &path, QUANZE_FORMAT_TEXT);
        switch (i) {
        case 0: request.as_of = "2023-02-31"; break;
        case 1: request.today = NULL; break;
        case 2: request.format = QUANZE_FORMAT_YAML; break;
        case 3: request.jobs = QUANZE_MAX_JOBS + 1; break;
        case 4: request.input_format = "xml"; break;
        case 5: request.path_count = 0; break;
        }
        assert_int_equal(screen(&request, &run), QUANZE_USAGE);
        assert_true(run.error.zh[0] && run.error.en[0]);
        assert_int_equal(run.page.length, 0);
    }
}

static void test_screening_needs_list_and_rules(void **state) {
    (void)state;
    struct quanze *engine = NULL;
    struct run run;
    const char *path = WORLD "/tasks/admit.yaml";
    struct quanze_options options = WORLD_OPTIONS;
    options.rules = NULL;
    assert_int_equal(quanze_open(&options, &engine, &run.error), QUANZE_OK);
    struct quanze_screen_request request = request_for(&run, &path, QUANZE_FORMAT_TEXT);
    assert_int_equal(quanze_screen(engine, &request, &run.summary, &run.error), QUANZE_USAGE);
    quanze_close(engine);
    options.lists = NULL;
    engine = NULL;
    assert_int_equal(quanze_open(&options, &engine, &run.error), QUANZE_USAGE);
    assert_null(engine);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_verdict_has_its_exit_code),
        cmocka_unit_test(test_one_task_is_an_object_and_several_an_array),
        cmocka_unit_test(test_nothing_judged_is_an_empty_array),
        cmocka_unit_test(test_bad_record_is_told_and_the_rest_runs),
        cmocka_unit_test(test_threads_give_the_same_bytes),
        cmocka_unit_test(test_many_small_files),
        cmocka_unit_test(test_sink_that_refuses_ends_the_run),
        cmocka_unit_test(test_progress_is_told),
        cmocka_unit_test(test_problems_of_a_run_are_capped),
        cmocka_unit_test(test_file_that_does_not_parse_is_one_bad_record),
        cmocka_unit_test(test_as_of_judges_by_the_law_of_that_day),
        cmocka_unit_test(test_requests_that_contradict_themselves),
        cmocka_unit_test(test_screening_needs_list_and_rules),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
