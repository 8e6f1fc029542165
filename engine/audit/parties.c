/* parties.c - county, departments and townships in the report: what was measured, what failed, what one sent the other. */
#include <audit/book.h>
#include <audit/spread.h>

#include <base/alloc.h>
#include <stdlib.h>

/* --- the same party in the period before --- */

static int twin(const struct audit *before, enum subject subject, struct str name) {
    const struct parties *parties = subject == SUBJECT_DEPARTMENT ? &before->departments : &before->townships;
    for (size_t i = 0; i < parties->count; i++)
        if (str_equal(parties->at[i].name, name)) return (int)i;
    return -1;
}

static struct run run_of(const struct runs *runs, enum subject subject, int party) {
    if (subject == SUBJECT_COUNTY) return runs->all;
    return subject == SUBJECT_DEPARTMENT ? runs->departments[party] : runs->townships[party];
}

/* --- rules that failed --- */

static int by_frequency(const void *a, const void *b) {
    const struct audit_rule_count *x = a, *y = b;
    if (x->tasks != y->tasks) return x->tasks > y->tasks ? -1 : 1;
    if (x->previous != y->previous) return x->previous > y->previous ? -1 : 1;
    return str_compare(x->rule, y->rule);
}

static void count_run(const struct audit *audit, struct run run, size_t *counts) {
    for (size_t i = 0; i < run.count; i++) {
        const struct kept *task = &audit->tasks[run.at[i]];
        for (size_t k = 0; k < task->shown.rule_count; k++) counts[task->rules[k]]++;
    }
}

/* The tasks behind each count; `with_tasks` false leaves them out. */
static bool fill_tasks(struct audit *audit, struct run run, uint32_t **lists, const size_t *counts) {
    size_t *used = alloc_new((audit->rules.count + 1) * sizeof *used);
    bool ok = used != NULL;
    for (size_t i = 0; ok && i < audit->rules.count; i++) {
        lists[i] = arena_take(&audit->arena, (counts[i] + 1) * sizeof **lists);
        ok = lists[i] != NULL;
    }
    for (size_t i = 0; ok && i < run.count; i++) {
        const struct kept *task = &audit->tasks[run.at[i]];
        for (size_t k = 0; k < task->shown.rule_count; k++) lists[task->rules[k]][used[task->rules[k]]++] = run.at[i];
    }
    alloc_free(used);
    return ok;
}

static size_t count_before(const struct audit *before, const size_t *counts, struct str rule) {
    for (size_t i = 0; before && i < before->rules.count; i++)
        if (str_equal(before->rules.at[i], rule)) return counts[i];
    return 0;
}

static bool take_rules(struct making *making, struct run run, struct run run_before, struct audit_party *out) {
    struct audit *audit = making->audit;
    const size_t rules = audit->rules.count, rules_before = making->before ? making->before->rules.count : 0;
    size_t *counts = alloc_new((rules + 1) * sizeof *counts), *earlier = alloc_new((rules_before + 1) * sizeof *earlier);
    uint32_t **lists = alloc_new((rules + 1) * sizeof *lists);
    struct audit_rule_count *all = arena_take_array(&audit->arena, rules + 1, sizeof *all);
    bool ok = counts && earlier && lists && all;
    if (ok) count_run(audit, run, counts);
    if (ok && making->before) count_run(making->before, run_before, earlier);
    ok = ok && fill_tasks(audit, run, lists, counts);
    for (size_t i = 0; ok && i < rules; i++)
        if (counts[i] > 0)
            all[out->rule_count++] = (struct audit_rule_count){audit->rules.at[i],
                                                               counts[i],
                                                               count_before(making->before, earlier, audit->rules.at[i]),
                                                               {lists[i], counts[i]}};
    if (ok) qsort(all, out->rule_count, sizeof *all, by_frequency);
    out->rules = all;
    alloc_free(counts);
    alloc_free(earlier);
    alloc_free(lists);
    return ok;
}

/* --- one party --- */

static bool measure_one(const struct making *making, enum subject subject, int party, struct task *out, struct sums *untold) {
    return measure_party(&(struct measuring){.audit = making->audit,
                                             .marks = &making->marks,
                                             .subject = subject,
                                             .party = party,
                                             .run = run_of(&making->runs, subject, party),
                                             .facts = out,
                                             .untold = untold});
}

static bool measure_all(const struct making *making, enum subject subject, const struct parties *parties, struct task **out,
                        struct sums **untold) {
    *out = arena_take(&making->audit->arena, (parties->count + 1) * sizeof **out);
    *untold = arena_take(&making->audit->arena, (parties->count + 1) * sizeof **untold);
    for (size_t i = 0; *out && *untold && i < parties->count; i++)
        if (!measure_one(making, subject, (int)i, &(*out)[i], &(*untold)[i])) return false;
    return *out && *untold;
}

bool make_measured(struct making *making) {
    struct audit *audit = making->audit;
    struct measured *measured = &making->measured;
    spread_sort_mentions(audit);
    measured->county = arena_take(&audit->arena, sizeof *measured->county);
    measured->county_untold = arena_take(&audit->arena, sizeof *measured->county_untold);
    return measured->county && measured->county_untold &&
           measure_one(making, SUBJECT_COUNTY, -1, measured->county, measured->county_untold) &&
           measure_all(making, SUBJECT_DEPARTMENT, &audit->departments, &measured->departments, &measured->department_untold) &&
           measure_all(making, SUBJECT_TOWNSHIP, &audit->townships, &measured->townships, &measured->township_untold);
}

static const struct task *facts_of(const struct making *making, enum subject subject, int party) {
    const struct measured *measured = &making->measured;
    if (subject == SUBJECT_COUNTY) return measured->county;
    return subject == SUBJECT_DEPARTMENT ? &measured->departments[party] : &measured->townships[party];
}

/* The facts of the same party in an earlier period that has any tasks; `*has` tells whether it has. */
static bool measure_then(const struct audit *then, enum subject subject, struct str name, bool *has, struct task *out) {
    static const struct sums NOTHING;
    *has = book_has_tasks(then);
    task_clear(out);
    if (!*has) return true;
    const int party = subject == SUBJECT_COUNTY ? -1 : twin(then, subject, name);
    const bool was_there = subject == SUBJECT_COUNTY || party >= 0; /* else it sent, or got, nothing */
    const struct measuring measuring = {.audit = then->making->audit,
                                        .subject = subject,
                                        .party = party,
                                        .run = was_there ? run_of(&then->making->runs, subject, party) : (struct run){NULL, 0},
                                        .facts = out};
    if (was_there)
        *out = *facts_of(then->making, subject, party);
    else
        measure_sums(&NOTHING, out);
    return shift_measure_then(&measuring);
}

/* The period before, and the same days last year: from its tasks, else from the sums that are kept. */
static bool measure_earlier(const struct making *making, enum subject subject, const struct party *party,
                            struct audit_measures *out) {
    if (!measure_then(making->before, subject, party->name, &out->has_previous, &out->previous) ||
        !measure_then(making->last_year, subject, party->name, &out->has_last_year, &out->last_year))
        return false;
    const bool has_sums = making->audit->county.has_last_year; /* a party without any then got, or sent, nothing */
    if (!out->has_last_year && has_sums) measure_sums(&party->last_year, &out->last_year);
    out->has_last_year = out->has_last_year || has_sums;
    return true;
}

static void count_verdicts(const struct audit *audit, struct audit_party *out) {
    for (size_t i = 0; i < out->tasks.count; i++) {
        const struct audit_task *task = &audit->tasks[out->tasks.at[i]].shown;
        if (task->decided)
            out->verdicts[task->verdict]++;
        else
            out->undecided++;
    }
}

static bool make_party(struct making *making, enum subject subject, int number, const struct party *party,
                       struct audit_party *out) {
    struct audit *audit = making->audit;
    const int earlier = subject == SUBJECT_COUNTY || !making->before ? -1 : twin(making->before, subject, party->name);
    const struct run run = run_of(&making->runs, subject, number);
    const bool had = making->before && (subject == SUBJECT_COUNTY || earlier >= 0);
    const struct run run_before = had ? run_of(&making->before->making->runs, subject, earlier) : (struct run){NULL, 0};
    struct audit_measures *measures = arena_take(&audit->arena, sizeof *measures);
    if (!measures) return false;
    *out = (struct audit_party){
        .subject = subject, .name = party->name, .index = party->index, .measures = measures, .tasks = {run.at, run.count}};
    out->monitor_point =
        subject == SUBJECT_TOWNSHIP && party->index >= 0 && audit->options.list->townships[party->index].monitor_point;
    count_verdicts(audit, out);
    measures->facts = *facts_of(making, subject, number);
    const bool ok = measure_earlier(making, subject, party, measures) && take_rules(making, run, run_before, out);
    if (ok) shift_measure(making, out, measures);
    return ok;
}

static bool make_all(struct making *making, enum subject subject, const struct parties *parties, struct audit_party **out,
                     size_t *count) {
    struct audit_party *all = arena_take_array(&making->audit->arena, parties->count + 1, sizeof *all);
    *out = all;
    *count = 0;
    for (size_t i = 0; all && i < parties->count; i++, (*count)++)
        if (!make_party(making, subject, (int)i, &parties->at[i], &all[i])) return false;
    return all != NULL;
}

/* --- what one sent the other --- */

struct sent {
    uint32_t department, township, task;
};

static int by_pair(const void *a, const void *b) {
    const struct sent *x = a, *y = b;
    if (x->department != y->department) return x->department < y->department ? -1 : 1;
    if (x->township != y->township) return x->township < y->township ? -1 : 1;
    return x->task < y->task ? -1 : x->task > y->task;
}

/* Every task at every township, by pair; freed by the caller. */
static struct sent *take_sent(const struct audit *audit, size_t *count) {
    size_t room = 1;
    for (size_t i = 0; i < audit->task_count; i++) room += audit->tasks[i].shown.township_count;
    struct sent *sent = alloc_new(room * sizeof *sent);
    *count = 0;
    for (size_t i = 0; sent && i < audit->task_count; i++) {
        const struct audit_task *task = &audit->tasks[i].shown;
        for (size_t k = 0; task->department >= 0 && k < task->township_count; k++)
            sent[(*count)++] = (struct sent){(uint32_t)task->department, (uint32_t)task->townships[k], (uint32_t)i};
    }
    if (sent) qsort(sent, *count, sizeof *sent, by_pair);
    return sent;
}

static bool fill_cell(struct audit *audit, const struct sent *sent, size_t count, size_t *counts, struct audit_cell *out) {
    const size_t rules = audit->rules.count;
    size_t failed = 0;
    memset(counts, 0, (rules + 1) * sizeof *counts);
    *out = (struct audit_cell){.department = (int)sent->department, .township = (int)sent->township, .tasks = count};
    for (size_t i = 0; i < count; i++) {
        const struct kept *task = &audit->tasks[sent[i].task];
        out->failing += kept_sum(task, SUM_FAILING) > 0;
        out->gap_tasks += kept_sum(task, SUM_GAP_TASKS) > 0;
        out->funds_gap_fen += task->shown.funds_gap_fen;
        out->staff_gap += task->shown.staff_gap;
        for (size_t k = 0; k < task->shown.rule_count; k++) failed += counts[task->rules[k]]++ == 0;
    }
    struct audit_rule_count *all = arena_take_array(&audit->arena, failed + 1, sizeof *all);
    for (size_t i = 0; all && i < rules; i++)
        if (counts[i] > 0) all[out->rule_count++] = (struct audit_rule_count){.rule = audit->rules.at[i], .tasks = counts[i]};
    if (all) qsort(all, out->rule_count, sizeof *all, by_frequency);
    out->rules = all;
    return all != NULL;
}

static bool fill_cells(struct making *making, const struct sent *sent, size_t count) {
    struct audit *audit = making->audit;
    struct audit_report *report = making->report;
    size_t *counts = alloc_new((audit->rules.count + 1) * sizeof *counts), pairs = 0, from = 0;
    for (size_t i = 0; i < count; i++)
        pairs += i == 0 || sent[i].department != sent[i - 1].department || sent[i].township != sent[i - 1].township;
    report->cells = arena_take_array(&audit->arena, pairs + 1, sizeof *report->cells);
    bool ok = counts && report->cells;
    for (size_t i = 1; ok && i <= count; i++) {
        if (i < count && sent[i].department == sent[from].department && sent[i].township == sent[from].township) continue;
        ok = fill_cell(audit, sent + from, i - from, counts, &report->cells[report->cell_count++]);
        from = i;
    }
    alloc_free(counts);
    return ok;
}

static struct audit_cell *find_cell(struct audit_report *report, int department, int township) {
    size_t low = 0, high = report->cell_count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        const struct audit_cell *cell = &report->cells[middle];
        if (cell->department < department || (cell->department == department && cell->township < township))
            low = middle + 1;
        else
            high = middle;
    }
    struct audit_cell *cell = &report->cells[low];
    return low < report->cell_count && cell->department == department && cell->township == township ? cell : NULL;
}

static void count_cells_before(struct making *making, const struct sent *sent, size_t count) {
    const struct audit *before = making->before;
    int department = -1, township = -1;
    for (size_t i = 0; i < count; i++) {
        const bool new_body = i == 0 || sent[i].department != sent[i - 1].department;
        if (new_body) department = twin(making->audit, SUBJECT_DEPARTMENT, before->departments.at[sent[i].department].name);
        if (new_body || sent[i].township != sent[i - 1].township)
            township = twin(making->audit, SUBJECT_TOWNSHIP, before->townships.at[sent[i].township].name);
        struct audit_cell *cell = find_cell(making->report, department, township);
        if (cell) cell->previous++;
    }
}

static bool make_cells(struct making *making) {
    size_t count = 0, count_before = 0;
    struct sent *sent = take_sent(making->audit, &count);
    struct sent *earlier = making->before ? take_sent(making->before, &count_before) : NULL;
    const bool ok = sent && (earlier || !making->before) && fill_cells(making, sent, count);
    if (ok && earlier) count_cells_before(making, earlier, count_before);
    alloc_free(sent);
    alloc_free(earlier);
    return ok;
}

/* --- trend --- */

static bool make_trend(struct making *making) {
    struct audit *audit = making->audit;
    const struct civil last = day_to_civil(audit->period.to);
    for (int i = 0; i < AUDIT_TREND_MONTHS; i++) {
        const int month = last.year * 12 + last.month - AUDIT_TREND_MONTHS + i;
        struct task *facts = arena_take(&audit->arena, sizeof *facts);
        if (!facts) return false;
        task_clear(facts);
        if (audit->has_trend[i]) measure_sums(&audit->trend[i], facts);
        making->report->trend[i] = (struct audit_month){
            .first = day_from_civil((struct civil){month / 12, month % 12 + 1, 1}), .has = audit->has_trend[i], .facts = facts};
    }
    return true;
}

bool make_parties(struct making *making) {
    struct audit *audit = making->audit;
    struct audit_report *report = making->report;
    return make_all(making, SUBJECT_DEPARTMENT, &audit->departments, &report->departments, &report->department_count) &&
           make_all(making, SUBJECT_TOWNSHIP, &audit->townships, &report->townships, &report->township_count) &&
           make_party(making, SUBJECT_COUNTY, -1, &audit->county, &report->county) && make_cells(making) && make_trend(making);
}
