/* finish.c - from all that was told to the report. */
#include <audit/book.h>

#include <base/alloc.h>
#include <stdlib.h>

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
    return settle_all(making->audit) && marks_open(making->audit, &making->marks) && make_groups(making) &&
           make_repeats(making) && make_radar(making) && runs_make(making->audit, &making->runs) &&
           versions_make(making->audit) && make_measured(making);
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

/* A department may be asked for by its id or an alias; the report calls it by its name. */
static struct str department_name(const struct list *list, struct str said) {
    const int at = said.length > 0 ? list_find_department(list, said) : -1;
    return at >= 0 ? list->departments[at].name : said;
}

static void take_options(const struct audit *audit, struct audit_report *report) {
    report->list = audit->options.list;
    report->only_township = audit->options.township;
    report->only_department = department_name(audit->options.list, audit->options.department);
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
