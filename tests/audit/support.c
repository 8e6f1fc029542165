#include <audit/support.h>

#include <stdio.h>

int32_t day_of(const char *text) {
    int32_t day;
    assert_true(day_parse(str_of(text), &day));
    return day;
}

static struct audit *open_audit(const struct bench *bench, const char *from, const char *to, const char *today) {
    const struct audit_options options = {.list = &bench->list,
                                          .book = bench->book,
                                          .calendar = &bench->calendar,
                                          .days = {day_of(from), day_of(to)},
                                          .compare = {DAY_NONE, DAY_NONE},
                                          .today = day_of(today)};
    struct audit *audit = NULL;
    struct quanze_error error;
    assert_int_equal(audit_open(&options, &audit, &error), QUANZE_OK);
    return audit;
}

static void open_audits(struct bench *bench) {
    bench->now = open_audit(bench, "2026-10-01", "2026-10-31", "2026-11-22");
    bench->before = open_audit(bench, "2026-09-01", "2026-09-30", "2026-11-22");
    bench->last_year = open_audit(bench, "2025-10-01", "2025-10-31", "2026-11-22");
}

int bench_open(void **state) {
    static struct bench bench;
    struct quanze_error error;
    memset(&bench, 0, sizeof bench);
    bench.problems.arena = &bench.arena;
    assert_int_equal(read_list("lists/demo", &bench.list, &bench.problems, &error), QUANZE_OK);
    assert_int_equal(read_calendar("lists/calendar", &bench.calendar, &bench.problems, &error), QUANZE_OK);
    assert_int_equal(rulebook_load("rules", &bench.book, &bench.problems, &error), QUANZE_OK);
    assert_int_equal(task_source_of_lines("test", &bench.source, &error), QUANZE_OK);
    open_audits(&bench);
    *state = &bench;
    return 0;
}

static void close_audits(struct bench *bench) {
    audit_close(bench->now);
    audit_close(bench->before);
    audit_close(bench->last_year);
}

void bench_again(struct bench *bench) {
    close_audits(bench);
    open_audits(bench);
}

int bench_close(void **state) {
    struct bench *bench = *state;
    close_audits(bench);
    task_source_close(bench->source);
    rulebook_free(bench->book);
    calendar_free(&bench->calendar);
    list_free(&bench->list);
    arena_free(&bench->arena);
    return 0;
}

/* A task of one line of JSON, with what was counted of it (NULL: nothing). */
void add(struct bench *bench, struct audit *audit, const char *json, const char *share, const char *verdict, const char *item,
         const char *state) {
    static struct task task;
    struct history_keys keys;
    struct audit_brief brief;
    struct quanze_error error;
    task_clear(&task);
    if (task_read(bench->source, str_of(json), 1, &bench->arena, &task, &bench->problems, &error) != QUANZE_OK)
        fail_msg("%s", error.en);
    assert_true(history_keys_make(&task, decide_day(&task, DAY_NONE), &bench->arena, &keys));
    assert_true(audit_brief_make(&task, &keys, &bench->arena, &brief));
    const struct audit_entry entry = {.brief = &brief,
                                      .facts = &task,
                                      .id = keys.id,
                                      .issuer = keys.issuer,
                                      .day = keys.day,
                                      .entered_at = ((int64_t)keys.day + 1) * DAY_MINUTES,
                                      .share = str_of(share),
                                      .verdict = str_of(verdict),
                                      .item = str_of(item),
                                      .list = STR("sha256:now"),
                                      .state = str_of(state)};
    assert_int_equal(audit_add(audit, &entry, &error), QUANZE_OK);
}

void finish(struct bench *bench) {
    const struct audit_versions versions = {
        .engine = STR("1"), .list = STR("sha256:now"), .rules = STR("sha256:r"), .calendar = STR("")};
    struct quanze_error error;
    if (audit_finish(bench->now, (struct audit_earlier){bench->before, bench->last_year}, &versions, false, &bench->report,
                     &error) != QUANZE_OK)
        fail_msg("%s", error.en);
}

const struct audit_alert *alert_of(const struct bench *bench, enum audit_alert_kind kind) {
    for (size_t i = 0; i < bench->report->alert_count; i++)
        if (bench->report->alerts[i].kind == kind) return &bench->report->alerts[i];
    return NULL;
}

const struct audit_indicator *county(const struct bench *bench, enum audit_indicator_id id) {
    const struct audit_indicator *indicator = audit_indicator_of(bench->report, id, SUBJECT_COUNTY, -1);
    assert_non_null(indicator);
    return indicator;
}

const struct audit_remark *remark_of(const struct bench *bench, enum audit_remark_kind kind) {
    for (size_t i = 0; i < bench->report->coverage.remark_count; i++)
        if (bench->report->coverage.remarks[i].kind == kind) return &bench->report->coverage.remarks[i];
    return NULL;
}
