/* behind.c - the tasks behind a figure. */
#include <audit/book.h>

#include <base/alloc.h>

/* How a figure that is no sum finds its tasks. */
enum behind {
    BEHIND_DUPLICATE,
    BEHIND_ASKED_AGAIN,
    BEHIND_DECLINED,
    BEHIND_UPHELD,
    BEHIND_RETALIATES,
    BEHIND_RENEWED,
    BEHIND_RESENT,
    BEHIND_VISIT,
    BEHIND_MEETING,
    BEHIND_ASSESSMENT,
    BEHIND_SATISFACTION,
    BEHIND_SAMPLE,
    BEHIND_DUTY,
    BEHIND_REST,
    BEHIND_EVIDENCE,
    BEHIND_OPEN,
    BEHIND_APP,
    BEHIND_ITEM
};

static const struct {
    enum fact_id fact;
    enum behind how;
} behinds[] = {{FACT_ID_MONTH_DUPLICATES, BEHIND_DUPLICATE},
               {FACT_ID_MONTH_DUPLICATE_SHARE, BEHIND_DUPLICATE},
               {FACT_ID_MONTH_DATA_ASKED_AGAIN, BEHIND_ASKED_AGAIN},
               {FACT_ID_MONTH_REFUSALS, BEHIND_DECLINED},
               {FACT_ID_MONTH_REFUSALS_UPHELD, BEHIND_UPHELD},
               {FACT_ID_MONTH_RETALIATION, BEHIND_RETALIATES},
               {FACT_ID_MONTH_RENEWED, BEHIND_RENEWED},
               {FACT_ID_MONTH_RESENT, BEHIND_RESENT},
               {FACT_ID_MONTH_DEPARTMENTS_DAY, BEHIND_VISIT},
               {FACT_ID_MONTH_BATCHES_DAY, BEHIND_VISIT},
               {FACT_ID_MONTH_VISITS_WEEK, BEHIND_VISIT},
               {FACT_ID_MONTH_VISIT_DAYS, BEHIND_VISIT},
               {FACT_ID_MONTH_DEPARTMENT_VISITS_YEAR, BEHIND_VISIT},
               {FACT_ID_MONTH_MEETINGS_DAY, BEHIND_MEETING},
               {FACT_ID_MONTH_ASSESSMENTS_YEAR, BEHIND_ASSESSMENT},
               {FACT_ID_MONTH_SATISFACTION_WEIGHT, BEHIND_SATISFACTION},
               {FACT_ID_MONTH_SAMPLE_RATIO, BEHIND_SAMPLE},
               {FACT_ID_MONTH_ON_DUTY_HOURS, BEHIND_DUTY},
               {FACT_ID_MONTH_REST_DAYS, BEHIND_REST},
               {FACT_ID_MONTH_EVIDENCE_TASK, BEHIND_EVIDENCE},
               {FACT_ID_MONTH_OPEN_TASKS, BEHIND_OPEN},
               {FACT_ID_MONTH_OFFICE_TASKS, BEHIND_OPEN},
               {FACT_ID_MONTH_APPS, BEHIND_APP},
               {FACT_ID_MONTH_DELEGATED, BEHIND_ITEM}};

static bool stands_behind(const struct making *making, enum behind how, uint32_t number) {
    const struct kept *task = &making->audit->tasks[number];
    const struct marks *marks = &making->marks;
    switch (how) {
    case BEHIND_DUPLICATE: return marks->duplicate[number];
    case BEHIND_ASKED_AGAIN: return marks->asked_again[number] > 0;
    case BEHIND_DECLINED: return marks->declined[number];
    case BEHIND_UPHELD: return marks->upheld[number];
    case BEHIND_RETALIATES: return marks->retaliates[number];
    case BEHIND_RENEWED: return marks->renewed[number];
    case BEHIND_RESENT: return marks->resent[number];
    case BEHIND_VISIT: return task->visit != DAY_NONE;
    case BEHIND_MEETING: return task->meeting != DAY_NONE;
    case BEHIND_ASSESSMENT: return kept_sum(task, SUM_ASSESSMENTS) > 0;
    case BEHIND_SATISFACTION: return task->satisfaction >= 0;
    case BEHIND_SAMPLE: return task->sample >= 0;
    case BEHIND_DUTY: return task->on_duty >= 0;
    case BEHIND_REST: return task->rest_days >= 0;
    case BEHIND_EVIDENCE: return kept_sum(task, SUM_EVIDENCE) > 0;
    case BEHIND_OPEN: return task->is_open;
    case BEHIND_APP: return task->apps > 0;
    case BEHIND_ITEM: return task->items > 0;
    }
    return false;
}

/* How the tasks of a figure are found: by a sum, by a mark, or not at all. */
struct finding_way {
    int sum;  /* -1 = no sum */
    int mark; /* -1 = no mark */
};

static struct finding_way way_of(enum fact_id fact) {
    struct finding_way way = {measure_sum_of(fact), -1};
    for (size_t i = 0; i < sizeof behinds / sizeof *behinds; i++)
        if (behinds[i].fact == fact) way.mark = (int)behinds[i].how;
    return way;
}

static bool is_behind(const struct making *making, struct finding_way way, uint32_t number) {
    if (way.sum >= 0) return (making->audit->counts[number] >> way.sum & 1) != 0;
    return way.mark >= 0 && stands_behind(making, (enum behind)way.mark, number);
}

/* Versions and rules broken again stand in lists of their own. */
static void mark_repeats(const struct audit_report *report, enum audit_repeat_kind kind, const struct audit_party *party,
                         int number, bool *marked) {
    for (size_t i = 0; i < report->repeat_count; i++) {
        const struct audit_repeat *repeat = &report->repeats[i];
        if (repeat->kind != kind || (party->subject == SUBJECT_DEPARTMENT && repeat->department != number)) continue;
        for (size_t k = 0; k < repeat->tasks.count; k++) marked[repeat->tasks.at[k]] = true;
    }
}

/* Versions of the whole period are a group of papers. */
static void mark_versions(const struct audit_report *report, bool *marked) {
    for (size_t i = 0; i < report->group_count; i++)
        for (size_t k = 0; report->groups[i].kind == GROUP_VERSION && k < report->groups[i].tasks.count; k++)
            marked[report->groups[i].tasks.at[k]] = true;
}

/* So do shifts. */
static void mark_shifts(const struct audit_report *report, const struct audit_party *party, int number, bool *marked) {
    for (size_t i = 0; i < report->alert_count; i++) {
        const struct audit_alert *alert = &report->alerts[i];
        if (alert->kind != ALERT_BURDEN_SHIFT && alert->kind != ALERT_INFORMAL) continue;
        if (party->subject == SUBJECT_DEPARTMENT && alert->department != number) continue;
        for (size_t k = 0; k < alert->link_count; k++)
            if (alert->chain[k].task >= 0) marked[alert->chain[k].task] = true;
    }
}

static void mark_listed(const struct making *making, enum fact_id fact, const struct audit_party *party, int number,
                        bool *marked) {
    if (fact == FACT_ID_MONTH_BURDEN_SHIFTS)
        mark_shifts(making->report, party, number, marked);
    else if (fact == FACT_ID_MONTH_VERSIONS)
        mark_versions(making->report, marked);
    else
        mark_repeats(making->report, fact == FACT_ID_MONTH_REPEAT_VIOLATIONS ? REPEAT_RULE : REPEAT_VERSIONS_SAME_DAY, party,
                     number, marked);
}

static bool is_listed(enum fact_id fact) {
    return fact == FACT_ID_MONTH_VERSIONS_DAY || fact == FACT_ID_MONTH_VERSIONS || fact == FACT_ID_MONTH_BURDEN_SHIFTS ||
           fact == FACT_ID_MONTH_REPEAT_VIOLATIONS;
}

/* Leaves in `out` the party's tasks behind a figure; how many. */
static size_t choose(const struct making *making, enum fact_id fact, const struct audit_party *party, const bool *marked,
                     uint32_t *out) {
    const struct finding_way way = way_of(fact);
    size_t count = 0;
    for (size_t i = 0; i < party->tasks.count; i++) {
        const uint32_t task = party->tasks.at[i];
        if (marked ? marked[task] : is_behind(making, way, task)) out[count++] = task;
    }
    return count;
}

bool behind_tasks(struct making *making, enum fact_id fact, const struct audit_party *party, int number,
                  struct audit_tasks *out) {
    struct audit *audit = making->audit;
    bool *marked = is_listed(fact) ? alloc_new((audit->task_count + 1) * sizeof *marked) : NULL;
    uint32_t *room = alloc_resize(NULL, (party->tasks.count + 1) * sizeof *room);
    bool ok = room && (marked || !is_listed(fact));
    if (ok && marked) mark_listed(making, fact, party, number, marked);
    const size_t count = ok ? choose(making, fact, party, marked, room) : 0;
    uint32_t *tasks = ok ? arena_take(&audit->arena, count * sizeof *tasks) : NULL;
    if (tasks && count > 0) memcpy(tasks, room, count * sizeof *tasks);
    *out = (struct audit_tasks){tasks, count};
    alloc_free(marked);
    alloc_free(room);
    return tasks != NULL;
}
