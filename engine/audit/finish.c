/* finish.c - from all that was told to the report. */
#include <audit/book.h>

#include <base/alloc.h>
#include <stdlib.h>

static int by_day(const void *a, const void *b) {
    const struct kept *x = a, *y = b;
    if (x->shown.day != y->shown.day) return x->shown.day < y->shown.day ? -1 : 1;
    const int which = str_compare(x->shown.id, y->shown.id);
    return which != 0 ? which : x->added < y->added ? -1 : x->added > y->added;
}

static int by_number(const void *a, const void *b) {
    const uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

static int by_paper(const void *a, const void *b) {
    const struct group *x = a, *y = b;
    if (x->papers[0] != y->papers[0]) return x->papers[0] < y->papers[0] ? -1 : 1;
    return (x->kind > y->kind) - (x->kind < y->kind);
}

/* From now on papers of groups are tasks by their number; refused papers stand behind them. */
static void settle_groups(struct audit *audit, const uint32_t *by_added) {
    for (size_t i = 0; i < audit->group_count; i++) {
        struct group *group = &audit->groups[i];
        for (size_t k = 0; k < group->count; k++)
            if (group->papers[k] < audit->task_count) group->papers[k] = by_added[group->papers[k]];
        qsort(group->papers, group->count, sizeof *group->papers, by_number);
    }
    if (audit->group_count > 0) qsort(audit->groups, audit->group_count, sizeof *audit->groups, by_paper);
}

/* A list by which tasks were decided, on its way to its place. */
struct dated {
    int32_t days[2];
    struct str digest;
    int number;
};

static int by_first_day(const void *a, const void *b) {
    const struct dated *x = a, *y = b;
    if (x->days[0] != y->days[0]) return x->days[0] < y->days[0] ? -1 : 1;
    return str_compare(x->digest, y->digest);
}

static bool settle_lists(struct audit *audit) {
    const size_t count = audit->lists.count;
    struct dated *dated = arena_take_array(&audit->arena, count + 1, sizeof *dated);
    int *now = arena_take_array(&audit->arena, count + 1, sizeof *now);
    if (!dated || !now) return false;
    for (size_t i = 0; i < count; i++)
        dated[i] = (struct dated){{audit->list_days[2 * i], audit->list_days[2 * i + 1]}, audit->lists.at[i], (int)i};
    qsort(dated, count, sizeof *dated, by_first_day);
    for (size_t i = 0; i < count; i++) {
        audit->lists.at[i] = dated[i].digest;
        memcpy(audit->list_days + 2 * i, dated[i].days, sizeof dated[i].days);
        now[dated[i].number] = (int)i;
    }
    for (size_t i = 0; i < audit->task_count; i++)
        if (audit->tasks[i].list >= 0) audit->tasks[i].list = now[audit->tasks[i].list];
    return true;
}

/* A task on its way to its place by its id. */
struct named {
    struct str id;
    uint32_t task;
};

static int by_name(const void *a, const void *b) {
    const struct named *x = a, *y = b;
    const int which = str_compare(x->id, y->id);
    return which != 0 ? which : x->task < y->task ? -1 : x->task > y->task;
}

static bool settle_ids(struct audit *audit) {
    struct named *named = alloc_new((audit->task_count + 1) * sizeof *named);
    audit->by_id = arena_take(&audit->arena, (audit->task_count + 1) * sizeof *audit->by_id);
    const bool ok = named && audit->by_id;
    for (size_t i = 0; ok && i < audit->task_count; i++) named[i] = (struct named){audit->tasks[i].shown.id, (uint32_t)i};
    if (ok) qsort(named, audit->task_count, sizeof *named, by_name);
    for (size_t i = 0; ok && i < audit->task_count; i++) audit->by_id[i] = named[i].task;
    alloc_free(named);
    return ok;
}

static bool settle_counts(struct audit *audit) {
    audit->counts = arena_take(&audit->arena, (audit->task_count + 1) * sizeof *audit->counts);
    audit->unknown = arena_take(&audit->arena, (audit->task_count + 1) * sizeof *audit->unknown);
    for (size_t i = 0; audit->counts && audit->unknown && i < audit->task_count; i++) {
        audit->counts[i] = audit->tasks[i].counts;
        audit->unknown[i] = audit->tasks[i].unknown;
    }
    return audit->counts && audit->unknown;
}

/* Tasks by day and id, bodies by what they sent, lists by their first day: from now on numbers stay. */
static bool settle(struct audit *audit) {
    if (audit->task_count > 0) qsort(audit->tasks, audit->task_count, sizeof *audit->tasks, by_day);
    uint32_t *by_added = alloc_new((audit->task_count + 1) * sizeof *by_added);
    for (size_t i = 0; by_added && i < audit->task_count; i++) by_added[audit->tasks[i].added] = (uint32_t)i;
    if (by_added) settle_groups(audit, by_added);
    const bool ok = by_added && settle_ids(audit) && settle_counts(audit) && settle_lists(audit) && party_sort(audit);
    alloc_free(by_added);
    return ok;
}

/* What stands in lists of the report is moved out of the heap, so that it lives as long as the rest. */
static bool move(struct audit *audit, void **array, size_t count, size_t size) {
    void *kept = arena_take(&audit->arena, (count + 1) * size);
    if (kept && count > 0) memcpy(kept, *array, count * size);
    alloc_free(*array);
    *array = kept;
    return kept != NULL;
}

static bool move_all(struct making *making) {
    struct audit_report *report = making->report;
    struct {
        void *array;
        size_t count, size;
    } lists[] = {{report->repeats, report->repeat_count, sizeof *report->repeats},
                 {report->alerts, report->alert_count, sizeof *report->alerts},
                 {report->findings, report->finding_count, sizeof *report->findings},
                 {report->coverage.remarks, report->coverage.remark_count, sizeof *report->coverage.remarks}};
    bool ok = true;
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        ok = move(making->audit, &lists[i].array, lists[i].count, lists[i].size) && ok;
    report->repeats = lists[0].array;
    report->alerts = lists[1].array;
    report->findings = lists[2].array;
    report->coverage.remarks = lists[3].array;
    making->is_done = true;
    return ok;
}

static int by_kind(const void *a, const void *b) {
    const struct audit_alert *x = a, *y = b;
    if (x->kind != y->kind) return x->kind < y->kind ? -1 : 1;
    if (x->link_count == 0 || y->link_count == 0) return x->link_count < y->link_count ? -1 : x->link_count > y->link_count;
    const int which = str_compare(x->chain[0].id, y->chain[0].id);
    return which != 0 ? which : x->department < y->department ? -1 : x->department > y->department;
}

static int by_repeat(const void *a, const void *b) {
    const struct audit_repeat *x = a, *y = b;
    if (x->kind != y->kind) return x->kind < y->kind ? -1 : 1;
    if (x->department != y->department) return x->department < y->department ? -1 : 1;
    if (x->tasks.count > 0 && y->tasks.count > 0 && x->tasks.at[0] != y->tasks.at[0])
        return x->tasks.at[0] < y->tasks.at[0] ? -1 : 1;
    return str_compare(x->what, y->what);
}

static void sort_lists(struct audit_report *report) {
    if (report->alert_count > 0) qsort(report->alerts, report->alert_count, sizeof *report->alerts, by_kind);
    if (report->repeat_count > 0) qsort(report->repeats, report->repeat_count, sizeof *report->repeats, by_repeat);
}

/* What the marks of a period rest on: groups, repeats, chains; then what is measured of each party. */
static bool prepare(struct making *making) {
    return settle(making->audit) && marks_open(making->audit, &making->marks) && make_groups(making) && make_repeats(making) &&
           make_radar(making) && runs_make(making->audit, &making->runs) && versions_make(making->audit) &&
           make_measured(making);
}

quanze_status audit_prepare(struct audit *audit, struct quanze_error *error) {
    audit->making = arena_take_array(&audit->arena, 1, sizeof *audit->making);
    if (!audit->making) return error_memory(error);
    audit->making->audit = audit;
    audit->making->report = arena_take_array(&audit->arena, 1, sizeof *audit->making->report);
    return audit->making->report && prepare(audit->making) && !audit->failed ? QUANZE_OK : error_memory(error);
}

static bool take_shown(struct making *making) {
    struct audit *audit = making->audit;
    struct audit_report *report = making->report;
    report->tasks = arena_take_array(&audit->arena, audit->task_count + 1, sizeof *report->tasks);
    for (size_t i = 0; report->tasks && i < audit->task_count; i++) report->tasks[report->task_count++] = audit->tasks[i].shown;
    return report->tasks != NULL;
}

static bool take_versions(struct making *making, const struct audit_versions *versions) {
    struct audit *audit = making->audit;
    struct audit_versions *out = &making->report->versions;
    *out = *versions;
    out->engine = arena_copy(&audit->arena, versions->engine);
    out->list = arena_copy(&audit->arena, versions->list);
    out->rules = arena_copy(&audit->arena, versions->rules);
    out->calendar = arena_copy(&audit->arena, versions->calendar);
    out->lists = audit->lists.at;
    out->list_count = audit->lists.count;
    return out->engine.at && out->list.at && out->rules.at && out->calendar.at;
}

static bool is_compliant(const struct audit_report *report) {
    for (size_t i = 0; i < report->indicator_count; i++)
        if (report->indicators[i].light == LIGHT_RED) return false;
    for (size_t i = 0; i < report->finding_count; i++)
        if (report->findings[i].status != STATUS_UNKNOWN && report->findings[i].rule->level == LEVEL_BLOCK) return false;
    return true;
}

static bool make_report(struct making *making, const struct audit_versions *versions) {
    const bool ok = take_versions(making, versions) && make_parties(making) && make_shifts(making);
    if (ok) sort_lists(making->report);
    return ok && make_indicators(making) && make_findings(making) && make_cases(making) && make_coverage(making) &&
           make_corrections(making) && take_shown(making);
}

static void take_options(const struct audit *audit, struct audit_report *report) {
    report->list = audit->options.list;
    report->only_township = audit->options.township;
    report->only_department = audit->options.department;
    report->book = audit->options.book;
    report->period = audit->period;
}

static quanze_status prepare_all(struct audit *const *audits, size_t count, struct quanze_error *error) {
    quanze_status status = QUANZE_OK;
    for (size_t i = 0; i < count && status == QUANZE_OK; i++)
        if (audits[i] && !audits[i]->making) status = audit_prepare(audits[i], error);
    return status;
}

quanze_status audit_finish(struct audit *audit, struct audit_earlier earlier, const struct audit_versions *versions,
                           bool strict, const struct audit_report **out, struct quanze_error *error) {
    struct audit *const audits[] = {audit, earlier.before, earlier.last_year};
    quanze_status status = prepare_all(audits, sizeof audits / sizeof *audits, error);
    if (status != QUANZE_OK) return status;
    struct making *making = audit->making;
    making->before = earlier.before;
    making->last_year = earlier.last_year;
    status = rule_core_open(audit->options.book, audit->options.calendar, strict, &making->core, error);
    if (status != QUANZE_OK) return status;
    take_options(audit, making->report);
    bool ok = make_report(making, versions);
    rule_core_close(making->core);
    making->core = NULL;
    ok = move_all(making) && ok;
    if (!ok || audit->failed) return error_memory(error);
    making->report->is_compliant = is_compliant(making->report);
    *out = making->report;
    return QUANZE_OK;
}
