/* spread.c - see spread.h. */
#include <audit/spread.h>

#include <base/alloc.h>
#include <stdlib.h>

/* One visit, meeting or assessment at one township. */
struct reach {
    int township, department;
    int32_t visit, meeting;
    bool assesses;
};

struct spread {
    const struct measuring *measuring;
    struct reach *at, *sorted; /* all; those that a measure is taken of, in its order */
    size_t count, sorted_count;
};

/* Whether a township was to do with it on some day. */
static bool is_met(const struct kept *task) {
    return task->visit != DAY_NONE || task->meeting != DAY_NONE || kept_sum(task, SUM_ASSESSMENTS) > 0;
}

static bool take_reaches(const struct measuring *measuring, struct spread *out) {
    const struct audit *audit = measuring->audit;
    const bool one = measuring->subject == SUBJECT_TOWNSHIP;
    size_t room = 1;
    for (size_t i = 0; i < measuring->run.count; i++) {
        const struct kept *task = &audit->tasks[measuring->run.at[i]];
        if (is_met(task)) room += one ? 1 : task->shown.township_count;
    }
    *out = (struct spread){
        .measuring = measuring, .at = alloc_new(room * sizeof *out->at), .sorted = alloc_new(room * sizeof *out->at)};
    if (!out->at || !out->sorted) return false;
    for (size_t i = 0; i < measuring->run.count; i++) {
        const struct kept *task = &audit->tasks[measuring->run.at[i]];
        if (!is_met(task)) continue;
        for (size_t k = 0; k < (one ? 1 : task->shown.township_count); k++)
            out->at[out->count++] = (struct reach){.township = one ? measuring->party : task->shown.townships[k],
                                                   .department = task->shown.department,
                                                   .visit = task->visit,
                                                   .meeting = task->meeting,
                                                   .assesses = kept_sum(task, SUM_ASSESSMENTS) > 0};
    }
    return true;
}

static int order(int64_t a, int64_t b) { return a < b ? -1 : a > b; }

static int by_visit(const void *a, const void *b) {
    const struct reach *x = a, *y = b;
    int which = order(x->township, y->township);
    if (which == 0) which = order(x->visit, y->visit);
    return which != 0 ? which : order(x->department, y->department);
}

static int by_meeting(const void *a, const void *b) {
    const struct reach *x = a, *y = b;
    const int which = order(x->township, y->township);
    return which != 0 ? which : order(x->meeting, y->meeting);
}

static void most(int64_t *out, int64_t value) {
    if (value > *out) *out = value;
}

static void set_most(const struct spread *spread, enum fact_id fact, int64_t number) {
    task_set(spread->measuring->facts, fact, value_number(number));
}

/* Monday of a day's week, as a day. */
static int32_t week_of(int32_t day) { return day - (day_weekday(day) - 1); }

static bool has_visit(const struct reach *reach) { return reach->visit != DAY_NONE; }
static bool has_meeting(const struct reach *reach) { return reach->meeting != DAY_NONE; }

/* Leaves in `sorted` those that count for a measure, in its order. */
static void sort_reaches(struct spread *spread, bool (*counts)(const struct reach *),
                         int (*compare)(const void *, const void *)) {
    spread->sorted_count = 0;
    for (size_t i = 0; i < spread->count; i++)
        if (counts(&spread->at[i])) spread->sorted[spread->sorted_count++] = spread->at[i];
    qsort(spread->sorted, spread->sorted_count, sizeof *spread->sorted, compare);
}

static void measure_visits(struct spread *spread) {
    int64_t bodies = 0, batches = 0, week = 0, days = 0;
    int64_t bodies_now = 0, batches_now = 0, week_now = 0, days_now = 0;
    const struct reach *last = NULL;
    sort_reaches(spread, has_visit, by_visit);
    for (size_t i = 0; i < spread->sorted_count; i++) {
        const struct reach *reach = &spread->sorted[i];
        const bool same_town = last && last->township == reach->township, same_day = same_town && last->visit == reach->visit;
        const bool same_week = same_town && week_of(last->visit) == week_of(reach->visit);
        const bool same_body = same_day && last->department == reach->department;
        days_now = same_town ? days_now + !same_day : 1;
        week_now = same_week ? week_now + 1 : 1;
        bodies_now = same_day ? bodies_now + !same_body : 1;
        batches_now = same_body ? batches_now + 1 : 1;
        most(&bodies, bodies_now);
        most(&batches, reach->department < 0 ? 1 : batches_now);
        most(&week, week_now);
        most(&days, days_now);
        last = reach;
    }
    set_most(spread, FACT_ID_MONTH_DEPARTMENTS_DAY, bodies);
    set_most(spread, FACT_ID_MONTH_BATCHES_DAY, batches);
    set_most(spread, FACT_ID_MONTH_VISITS_WEEK, week);
    set_most(spread, FACT_ID_MONTH_VISIT_DAYS, days);
}

static void measure_meetings(struct spread *spread) {
    int64_t day = 0, now = 0;
    sort_reaches(spread, has_meeting, by_meeting);
    for (size_t i = 0; i < spread->sorted_count; i++) {
        const struct reach *reach = &spread->sorted[i];
        const bool same = i > 0 && reach[-1].township == reach->township && reach[-1].meeting == reach->meeting;
        now = same ? now + 1 : 1;
        most(&day, now);
    }
    set_most(spread, FACT_ID_MONTH_MEETINGS_DAY, day);
}

/* --- the year --- */

static int by_body(const void *a, const void *b) {
    const struct visit_sum *x = a, *y = b;
    const int which = order(x->township, y->township);
    return which != 0 ? which : order(x->department, y->department);
}

static bool concerns(const struct measuring *measuring, const struct visit_sum *sum) {
    if (measuring->subject == SUBJECT_DEPARTMENT) return (int)sum->department == measuring->party;
    return measuring->subject != SUBJECT_TOWNSHIP || (int)sum->township == measuring->party;
}

/* Visits of one body to one township: those of the months before, and those of the period. */
static bool measure_year_visits(const struct spread *spread) {
    const struct measuring *measuring = spread->measuring;
    const struct audit *audit = measuring->audit;
    struct visit_sum *sums = alloc_new((spread->count + audit->visit_count + 1) * sizeof *sums);
    size_t count = 0;
    int64_t year = 0, now = 0;
    if (!sums) return false;
    for (size_t i = 0; i < spread->count; i++)
        if (spread->at[i].visit != DAY_NONE && spread->at[i].department >= 0)
            sums[count++] = (struct visit_sum){(uint32_t)spread->at[i].department, (uint32_t)spread->at[i].township, 1};
    for (size_t i = 0; i < audit->visit_count; i++)
        if (concerns(measuring, &audit->visits[i])) sums[count++] = audit->visits[i];
    qsort(sums, count, sizeof *sums, by_body);
    for (size_t i = 0; i < count; i++) {
        now = i > 0 && by_body(&sums[i - 1], &sums[i]) == 0 ? now + sums[i].visits : sums[i].visits;
        most(&year, now);
    }
    alloc_free(sums);
    set_most(spread, FACT_ID_MONTH_DEPARTMENT_VISITS_YEAR, year);
    return true;
}

/* The most assessed township: in the year for a township and the county, in the period for the townships of one body. */
static bool measure_assessments(const struct spread *spread) {
    const struct measuring *measuring = spread->measuring;
    const struct parties *townships = &measuring->audit->townships;
    int64_t *counts = alloc_new((townships->count + 1) * sizeof *counts), year = 0;
    if (!counts) return false;
    for (size_t i = 0; i < spread->count; i++) counts[spread->at[i].township] += spread->at[i].assesses;
    for (size_t i = 0; i < townships->count; i++) {
        if (measuring->subject == SUBJECT_TOWNSHIP && (int)i != measuring->party) continue;
        most(&year, counts[i] + (measuring->subject == SUBJECT_DEPARTMENT ? 0 : townships->at[i].year.at[SUM_ASSESSMENTS]));
    }
    if (measuring->subject == SUBJECT_DEPARTMENT)
        year += measuring->audit->departments.at[measuring->party].year.at[SUM_ASSESSMENTS];
    alloc_free(counts);
    set_most(spread, FACT_ID_MONTH_ASSESSMENTS_YEAR, year);
    return true;
}

bool spread_measure(const struct measuring *measuring) {
    struct spread spread;
    bool ok = take_reaches(measuring, &spread);
    if (ok) {
        measure_visits(&spread);
        measure_meetings(&spread);
        ok = measure_year_visits(&spread) && measure_assessments(&spread);
    }
    alloc_free(spread.at);
    alloc_free(spread.sorted);
    return ok;
}

/* --- names that count once a year --- */

static int by_mention(const void *a, const void *b) {
    const struct mention *x = a, *y = b;
    int which = order(x->subject, y->subject);
    if (which == 0) which = order(x->party, y->party);
    if (which == 0) which = order(x->kind, y->kind);
    return which != 0 ? which : x->name < y->name ? -1 : x->name > y->name;
}

void spread_sort_mentions(struct audit *audit) {
    size_t kept = 0;
    if (audit->mention_count == 0) return;
    qsort(audit->mentions, audit->mention_count, sizeof *audit->mentions, by_mention);
    for (size_t i = 0; i < audit->mention_count; i++)
        if (i == 0 || by_mention(&audit->mentions[i - 1], &audit->mentions[i]) != 0)
            audit->mentions[kept++] = audit->mentions[i];
    audit->mention_count = kept;
}

bool spread_mention(struct audit *audit, enum subject subject, int party, char kind, struct str name) {
    void *array = audit->mentions;
    struct mention *at = book_more(&array, &audit->mention_count, &audit->mention_capacity, sizeof *at);
    if (array) audit->mentions = array;
    if (at) *at = (struct mention){subject, (uint32_t)party, kind, str_hash(name)};
    return at != NULL;
}

bool spread_is_made(const struct audit *audit, enum subject subject, int party, char kind, struct str name) {
    const struct mention sought = {subject, party < 0 ? 0 : (uint32_t)party, kind, str_hash(name)};
    return audit->mention_count > 0 &&
           bsearch(&sought, audit->mentions, audit->mention_count, sizeof sought, by_mention) != NULL;
}

void spread_count_made(const struct measuring *measuring) {
    const struct audit *audit = measuring->audit;
    const uint32_t party = measuring->party < 0 ? 0 : (uint32_t)measuring->party;
    int64_t apps = 0, items = 0;
    for (size_t i = 0; i < audit->mention_count; i++) {
        const struct mention *mention = &audit->mentions[i];
        if (mention->subject != measuring->subject || mention->party != party) continue;
        apps += mention->kind == 'a';
        items += mention->kind == 'i';
    }
    task_set(measuring->facts, FACT_ID_MONTH_APPS, value_number(apps));
    task_set(measuring->facts, FACT_ID_MONTH_DELEGATED, value_number(items));
}
