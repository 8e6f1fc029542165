#include <check.h>
#include <say/audit_large.h>

enum { ROWS = 2000 };

struct large {
    struct arena *arena;
    size_t times, tasks; /* tasks of the month before it grew */
};

static void *take(const struct large *large, size_t count, size_t size) {
    void *at = arena_take_array(large->arena, count + 1, size);
    assert_non_null(at);
    return at;
}

static void grow(const struct large *large, struct audit_tasks *tasks) {
    uint32_t *at = take(large, tasks->count * large->times, sizeof *at);
    for (size_t i = 0; i < large->times; i++)
        for (size_t k = 0; k < tasks->count; k++) at[i * tasks->count + k] = (uint32_t)(i * large->tasks) + tasks->at[k];
    *tasks = (struct audit_tasks){at, tasks->count * large->times};
}

static void grow_party(const struct large *large, struct audit_party *party) {
    struct audit_rule_count *rules = take(large, party->rule_count, sizeof *rules);
    grow(large, &party->tasks);
    for (size_t i = 0; i < party->rule_count; i++) {
        rules[i] = party->rules[i];
        grow(large, &rules[i].of);
        rules[i].tasks = rules[i].of.count;
    }
    party->rules = rules;
}

static void grow_tasks(const struct large *large, struct audit_report *report) {
    struct audit_task *tasks = take(large, large->tasks * large->times, sizeof *tasks);
    for (size_t i = 0; i < large->tasks * large->times; i++) tasks[i] = report->tasks[i % large->tasks];
    report->tasks = tasks;
    report->task_count = large->tasks * large->times;
}

static void grow_lists(const struct large *large, struct audit_report *report) {
    struct audit_group *groups = take(large, ROWS, sizeof *groups);
    struct audit_finding *findings = take(large, ROWS, sizeof *findings);
    for (size_t i = 0; i < ROWS; i++) groups[i] = report->groups[i % report->group_count];
    for (size_t i = 0; i < ROWS; i++) findings[i] = report->findings[0];
    grow(large, &groups[ROWS - 1].tasks); /* the heaviest stands last */
    report->groups = groups;
    report->findings = findings;
    report->group_count = report->finding_count = ROWS;
}

struct audit_report *audit_large(struct arena *arena, size_t times) {
    struct audit_report *report = audit_fixture();
    const struct large large = {arena, times, report->task_count};
    grow_tasks(&large, report);
    grow_party(&large, &report->county);
    for (size_t i = 0; i < report->department_count; i++) grow_party(&large, &report->departments[i]);
    for (size_t i = 0; i < report->township_count; i++) grow_party(&large, &report->townships[i]);
    for (size_t i = 0; i < report->indicator_count; i++) grow(&large, &report->indicators[i].tasks);
    for (size_t i = 0; i < report->case_count; i++) grow(&large, &report->cases[i].tasks);
    grow_lists(&large, report);
    return report;
}
