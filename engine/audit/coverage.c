/* coverage.c - how much of the period the report stands on, and what may be missing. */
#include <audit/book.h>

#include <base/alloc.h>

struct covering {
    struct making *making;
    struct audit_coverage *out;
    size_t capacity;
    uint32_t *tasks; /* room for all of the period */
};

static struct audit_remark *more(struct covering *covering, enum audit_remark_kind kind, size_t count) {
    struct audit_coverage *coverage = covering->out;
    void *array = coverage->remarks;
    struct audit_remark *remark = book_more(&array, &coverage->remark_count, &covering->capacity, sizeof *remark);
    if (array) coverage->remarks = array;
    if (remark) *remark = (struct audit_remark){.kind = kind, .count = count, .day = DAY_NONE, .name = STR("")};
    return remark;
}

static bool put(struct covering *covering, enum audit_remark_kind kind, size_t count) {
    return count == 0 || more(covering, kind, count) != NULL;
}

/* A remark with its tasks, which stand in `covering->tasks`. */
static bool put_tasks(struct covering *covering, enum audit_remark_kind kind, struct str name, int32_t day, size_t count) {
    if (count == 0) return true;
    struct audit_remark *remark = more(covering, kind, count);
    if (!remark) return false;
    remark->name = name;
    remark->day = day;
    return book_tasks(covering->making->audit, covering->tasks, count, &remark->tasks);
}

/* --- days --- */

static int64_t workdays(const struct audit *audit, int32_t from, int32_t to) {
    int64_t count = 0;
    for (int32_t day = from; day <= to; day++) {
        bool works = false;
        if (!audit->options.calendar || !calendar_is_workday(audit->options.calendar, day, &works, NULL)) return 0;
        count += works;
    }
    return count;
}

/* The first and the last day with a task, whoever sent it: a body that is silent for days did not forget to enter its papers.
 */
static struct validity days_told(const struct covering *covering) {
    const struct audit *audit = covering->making->audit;
    struct validity days = {covering->out->first, covering->out->last};
    if (audit->passed_over == 0) return days;
    if (audit->passed_days.from < days.from) days.from = audit->passed_days.from;
    if (audit->passed_days.to > days.to) days.to = audit->passed_days.to;
    return days;
}

/* A month that ends, or begins, with at least three working days without a paper while others of the ledger lie beyond. */
static bool cover_days(struct covering *covering) {
    enum { SILENT = 3 };
    const struct audit *audit = covering->making->audit;
    const struct audit_period *period = &audit->period;
    const int32_t end = period->is_running ? audit->options.today : period->to;
    struct audit_remark *remark;
    if (period->is_running) {
        remark = more(covering, REMARK_RUNNING, 1);
        if (!remark) return false;
        remark->day = audit->options.today;
    }
    const struct validity told = days_told(covering);
    const int64_t after = workdays(audit, told.to + 1, end);
    if (after >= SILENT) {
        remark = more(covering, REMARK_ENDS_EARLY, (size_t)after);
        if (!remark) return false;
        remark->day = told.to;
    }
    const int64_t before = workdays(audit, period->from, told.from - 1);
    if (before >= SILENT) {
        remark = more(covering, REMARK_STARTS_LATE, (size_t)before);
        if (!remark) return false;
        remark->day = told.from;
    }
    return true;
}

/* --- tasks --- */

static bool cover_undecided(struct covering *covering) {
    const struct audit *audit = covering->making->audit;
    size_t count = 0;
    for (size_t i = 0; i < audit->task_count; i++) {
        if (audit->tasks[i].shown.decided)
            covering->out->decided++;
        else
            covering->tasks[count++] = (uint32_t)i;
    }
    return put_tasks(covering, REMARK_UNDECIDED, STR(""), DAY_NONE, count);
}

static bool cover_untold(struct covering *covering) {
    const struct audit *audit = covering->making->audit;
    size_t count = 0;
    for (size_t i = 0; i < audit->task_count; i++)
        if (audit->tasks[i].shown.department < 0) covering->tasks[count++] = (uint32_t)i;
    if (!put_tasks(covering, REMARK_NO_ISSUER, STR(""), DAY_NONE, count)) return false;
    count = 0;
    for (size_t i = 0; i < audit->task_count; i++)
        if (audit->tasks[i].shown.township_count == 0) covering->tasks[count++] = (uint32_t)i;
    return put_tasks(covering, REMARK_NO_TOWNSHIP, STR(""), DAY_NONE, count);
}

static bool cover_strangers(struct covering *covering) {
    const struct making *making = covering->making;
    const struct audit *audit = making->audit;
    for (size_t i = 0; i < audit->townships.count; i++) {
        const struct run run = making->runs.townships[i];
        if (audit->townships.at[i].index >= 0) continue;
        memcpy(covering->tasks, run.at, run.count * sizeof *run.at);
        if (!put_tasks(covering, REMARK_UNKNOWN_TOWNSHIP, audit->townships.at[i].name, DAY_NONE, run.count)) return false;
    }
    for (size_t i = 0; i < audit->departments.count; i++) {
        const struct run run = making->runs.departments[i];
        if (audit->departments.at[i].index >= 0 || run.count == 0) continue;
        memcpy(covering->tasks, run.at, run.count * sizeof *run.at);
        if (!put_tasks(covering, REMARK_UNKNOWN_ISSUER, audit->departments.at[i].name, DAY_NONE, run.count)) return false;
    }
    return true;
}

/* Lists other than today's by which tasks were decided. */
static bool cover_lists(struct covering *covering) {
    const struct making *making = covering->making;
    const struct audit *audit = making->audit;
    for (size_t list = 0; list < audit->lists.count; list++) {
        size_t count = 0;
        if (str_equal(audit->lists.at[list], making->report->versions.list)) continue;
        for (size_t i = 0; i < audit->task_count; i++)
            if (audit->tasks[i].list == (int)list) covering->tasks[count++] = (uint32_t)i;
        if (!put_tasks(covering, REMARK_OTHER_LIST, audit->lists.at[list], audit->list_days[2 * list], count)) return false;
    }
    return true;
}

static size_t months_of(struct validity days) {
    const struct civil from = day_to_civil(days.from), to = day_to_civil(days.to);
    return (size_t)((to.year - from.year) * 12 + to.month - from.month + 1);
}

/* Held against other days than those just before, as was asked. */
static bool cover_compared(struct covering *covering) {
    const struct validity compare = covering->making->audit->options.compare;
    if (compare.from == DAY_NONE) return true;
    struct audit_remark *remark = more(covering, REMARK_COMPARED, months_of(compare));
    if (remark) remark->day = compare.from;
    return remark != NULL;
}

static bool cover_times(struct covering *covering) {
    const struct making *making = covering->making;
    const struct audit *audit = making->audit;
    const bool no_days = !audit->period.workdays_known;
    const size_t months = months_of((struct validity){audit->period.from, audit->period.to});
    return put(covering, REMARK_SEVERAL_MONTHS, months > 1 ? months : 0) &&
           put(covering, REMARK_NO_CALENDAR, no_days ? (size_t)audit->period.missing_year : 0) &&
           put(covering, REMARK_NO_PREVIOUS, !book_has_tasks(making->before)) &&
           put(covering, REMARK_NO_LAST_YEAR, !making->report->county.measures->has_last_year) &&
           put(covering, REMARK_UNDATED, audit->undated) && put(covering, REMARK_UNREADABLE, audit->unreadable);
}

bool make_coverage(struct making *making) {
    struct audit *audit = making->audit;
    struct covering covering = {.making = making,
                                .out = &making->report->coverage,
                                .tasks = alloc_new((audit->task_count + 1) * sizeof *covering.tasks)};
    *covering.out = (struct audit_coverage){.tasks = audit->task_count, .first = DAY_NONE, .last = DAY_NONE};
    if (audit->task_count > 0) {
        covering.out->first = audit->tasks[0].shown.day;
        covering.out->last = audit->tasks[audit->task_count - 1].shown.day;
    }
    const bool ok = covering.tasks && cover_compared(&covering) && (audit->task_count == 0 || cover_days(&covering)) &&
                    cover_undecided(&covering) && cover_untold(&covering) && cover_strangers(&covering) &&
                    cover_lists(&covering) && cover_times(&covering);
    alloc_free(covering.tasks);
    return ok;
}
