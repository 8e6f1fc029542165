/* case.c - cases to name: for each body its heaviest one; corrections and complaints as they stand. */
#include <audit/book.h>

#include <stdlib.h>

#define MOST_CASES 12 /* more than a leading group can go through; the lists hold the rest */

/* Alerts in the order of how much they say by themselves. */
static const enum audit_alert_kind NAMED[] = {ALERT_RESENT_REWORDED, ALERT_RESENT_SPLIT, ALERT_RESENT_BY_OTHER,
                                              ALERT_RECALLED,        ALERT_RENEWED,      ALERT_GUIDANCE_INSPECTS};

static int alert_of(const struct audit_report *report, int department) {
    for (size_t k = 0; k < sizeof NAMED / sizeof *NAMED; k++)
        for (size_t i = 0; i < report->alert_count; i++)
            if (report->alerts[i].kind == NAMED[k] && report->alerts[i].department == department) return (int)i;
    return -1;
}

/* The block rule of screening that most of its tasks fail. */
static const struct audit_rule_count *worst_rule(const struct making *making, const struct audit_party *party) {
    const struct rulebook *book = making->audit->options.book;
    for (size_t i = 0; i < party->rule_count; i++) {
        const int rule = rulebook_find(book, party->rules[i].rule);
        if (rule >= 0 && book->rules[rule].level == LEVEL_BLOCK && party->rules[i].tasks > 0) return &party->rules[i];
    }
    return NULL;
}

static bool take_alert_tasks(struct making *making, const struct audit_alert *alert, struct audit_tasks *out) {
    struct audit *audit = making->audit;
    uint32_t *tasks = arena_take(&audit->arena, (alert->link_count + 1) * sizeof *tasks);
    size_t count = 0;
    if (!tasks) return false;
    for (size_t i = 0; i < alert->link_count; i++)
        if (alert->chain[i].task >= 0) tasks[count++] = (uint32_t)alert->chain[i].task;
    return book_tasks(audit, tasks, count, out);
}

static int finding_of(const struct audit_report *report, int department) {
    for (size_t i = 0; i < report->finding_count; i++) {
        const struct audit_finding *finding = &report->findings[i];
        if (finding->status == STATUS_FAIL && finding->subject == SUBJECT_DEPARTMENT && finding->party == department &&
            finding->rule->level >= LEVEL_HOLD)
            return (int)i;
    }
    return -1;
}

/* What a body is named for: a chain of papers, else what blocks, else what holds. */
static bool take_case(struct making *making, int department, struct audit_case *out) {
    const struct audit_report *report = making->report;
    const struct audit_party *party = &report->departments[department];
    *out = (struct audit_case){.department = department, .rule = STR(""), .alert = alert_of(report, department), .finding = -1};
    if (out->alert >= 0) return take_alert_tasks(making, &report->alerts[out->alert], &out->tasks);
    const int finding = finding_of(report, department);
    const struct audit_rule_count *rule = worst_rule(making, party);
    if (finding >= 0 && (!rule || report->findings[finding].rule->level == LEVEL_BLOCK)) {
        out->finding = finding;
        out->tasks = report->findings[finding].tasks;
    } else if (rule) {
        out->rule = rule->rule;
        out->tasks = rule->of;
    }
    return true;
}

/* How heavy a case is: 0 is none. */
static int weight_of(const struct audit_report *report, const struct audit_case *one) {
    if (one->alert >= 0) return 3;
    if (one->finding >= 0) return report->findings[one->finding].rule->level == LEVEL_BLOCK ? 2 : 1;
    return one->rule.length > 0 ? 2 : 0;
}

struct weighed {
    int weight;
    struct audit_case one;
};

/* The heaviest first, then those of most tasks. */
static int by_weight(const void *a, const void *b) {
    const struct weighed *x = a, *y = b;
    if (x->weight != y->weight) return x->weight > y->weight ? -1 : 1;
    if (x->one.tasks.count != y->one.tasks.count) return x->one.tasks.count > y->one.tasks.count ? -1 : 1;
    return x->one.department < y->one.department ? -1 : x->one.department > y->one.department;
}

bool make_cases(struct making *making) {
    struct audit_report *report = making->report;
    struct weighed *all = arena_take_array(&making->audit->arena, report->department_count + 1, sizeof *all);
    report->cases = arena_take_array(&making->audit->arena, MOST_CASES + 1, sizeof *report->cases);
    bool ok = report->cases && all;
    for (size_t i = 0; ok && i < report->department_count; i++) {
        if (report->departments[i].tasks.count > 0) ok = take_case(making, (int)i, &all[i].one);
        all[i].weight = report->departments[i].tasks.count > 0 ? weight_of(report, &all[i].one) : 0;
    }
    if (ok) qsort(all, report->department_count, sizeof *all, by_weight);
    for (size_t i = 0; ok && i < report->department_count && i < MOST_CASES && all[i].weight > 0; i++)
        report->cases[report->case_count++] = all[i].one;
    return ok;
}

/* --- corrections and complaints --- */

static bool take_relapse(struct making *making, struct audit_correction *correction) {
    struct audit *audit = making->audit;
    uint32_t *tasks = arena_take(&audit->arena, (audit->task_count + 1) * sizeof *tasks);
    size_t count = 0;
    if (!tasks) return false;
    for (size_t i = 0; i < audit->task_count && correction->rule.length > 0; i++) {
        const struct audit_task *task = &audit->tasks[i].shown;
        if (task->department < 0 || !str_equal(audit->departments.at[task->department].name, correction->department)) continue;
        if (correction->done_on == DAY_NONE || task->day <= correction->done_on) continue;
        bool broke = false;
        for (size_t k = 0; k < task->rule_count; k++) broke = broke || str_equal(task->rules[k], correction->rule);
        if (broke) tasks[count++] = (uint32_t)i;
    }
    if (count > 0) correction->state = CORRECTION_RELAPSED;
    return book_tasks(audit, tasks, count, &correction->tasks);
}

bool make_corrections(struct making *making) {
    struct audit *audit = making->audit;
    struct audit_report *report = making->report;
    report->corrections = audit->corrections;
    report->correction_count = audit->correction_count;
    for (size_t i = 0; i < audit->correction_count; i++) {
        struct audit_correction *correction = &audit->corrections[i];
        correction->is_carried = correction->opened_on < audit->period.from;
        if (!take_relapse(making, correction)) return false;
    }
    report->complaints = arena_take_array(&audit->arena, audit->complaint_count + 1, sizeof *report->complaints);
    for (size_t i = 0; report->complaints && i < audit->complaint_count; i++)
        report->complaints[report->complaint_count++] = (struct audit_complaints){
            audit->complaints[i].department, audit->complaints[i].received, audit->complaints[i].answered};
    return report->complaints != NULL;
}
