/* shift.c - what fell while something else rose. */
#include <audit/book.h>

#include <base/alloc.h>

/* Burdens that can stand in for each other. */
static const enum fact_id BURDENS[] = {FACT_ID_MONTH_DOCUMENTS,   FACT_ID_MONTH_MEETINGS,      FACT_ID_MONTH_INSPECTIONS,
                                       FACT_ID_MONTH_FORMS,       FACT_ID_MONTH_EVIDENCE,      FACT_ID_MONTH_INFORMAL_PAPERS,
                                       FACT_ID_MONTH_AFTER_HOURS, FACT_ID_MONTH_QUOTAS,        FACT_ID_MONTH_IN_PERSON,
                                       FACT_ID_MONTH_RANKINGS,    FACT_ID_MONTH_LEADING_GROUPS};

#define BURDEN_COUNT (sizeof BURDENS / sizeof *BURDENS)

/* A change counts when it is at least two and a fifth: fewer come and go by chance. A proposal. */
static bool rose(int64_t before, int64_t now) { return now - before >= 2 && now * 5 >= before * 6; }
static bool fell(int64_t before, int64_t now) { return before - now >= 2 && now * 5 <= before * 4; }

static void set(struct task *facts, enum fact_id fact, int64_t number) { task_set(facts, fact, value_number(number)); }

static int64_t measure_changes(const struct task *previous, struct task *facts) {
    int64_t rises = 0, falls = 0;
    for (size_t i = 0; i < BURDEN_COUNT; i++) {
        const int64_t before = fact_number(previous, BURDENS[i]), now = fact_number(facts, BURDENS[i]);
        rises += rose(before, now);
        falls += fell(before, now);
    }
    set(facts, FACT_ID_MONTH_BURDEN_RISES, rises);
    set(facts, FACT_ID_MONTH_BURDEN_FALLS, falls);
    return rises < falls ? rises : falls;
}

static void take_previous(struct audit_measures *measures) {
    static const struct {
        enum fact_id fact, of;
    } PREVIOUS[] = {{FACT_ID_MONTH_TASKS_PREVIOUS, FACT_ID_MONTH_TASKS},
                    {FACT_ID_MONTH_DOCUMENTS_PREVIOUS, FACT_ID_MONTH_DOCUMENTS},
                    {FACT_ID_MONTH_INSPECTIONS_PREVIOUS, FACT_ID_MONTH_INSPECTIONS}};
    for (size_t i = 0; i < sizeof PREVIOUS / sizeof *PREVIOUS; i++)
        if (task_given(&measures->previous, PREVIOUS[i].of))
            set(&measures->facts, PREVIOUS[i].fact, fact_number(&measures->previous, PREVIOUS[i].of));
}

static void measure_open(const struct audit *audit, const struct audit_party *party, struct task *facts) {
    int64_t open = 0, complaints = 0, answered = 0;
    const bool all = party->subject == SUBJECT_COUNTY;
    for (size_t i = 0; i < audit->correction_count; i++)
        open += audit->corrections[i].done_on == DAY_NONE && (all || str_equal(audit->corrections[i].department, party->name));
    for (size_t i = 0; i < audit->complaint_count; i++) {
        if (!all && !str_equal(audit->complaints[i].department, party->name)) continue;
        complaints += (int64_t)audit->complaints[i].received;
        answered += (int64_t)audit->complaints[i].answered;
    }
    set(facts, FACT_ID_MONTH_OPEN_CORRECTIONS, open);
    set(facts, FACT_ID_MONTH_COMPLAINTS, complaints);
    set(facts, FACT_ID_MONTH_COMPLAINTS_UNANSWERED, complaints - answered);
}

/* The county's are those of its bodies together: what one broke and another broke later was not broken again. */
static void add_up(const struct task *body, struct task *county) {
    static const enum fact_id FACTS[] = {FACT_ID_MONTH_REPEAT_VIOLATIONS, FACT_ID_MONTH_BURDEN_SHIFTS};
    for (size_t i = 0; i < sizeof FACTS / sizeof *FACTS; i++)
        if (task_given(body, FACTS[i])) set(county, FACTS[i], fact_number(county, FACTS[i]) + fact_number(body, FACTS[i]));
}

void shift_measure(const struct making *making, const struct audit_party *party, struct audit_measures *measures) {
    if (measures->has_previous) take_previous(measures);
    if (party->subject == SUBJECT_TOWNSHIP) return;
    measure_open(making->audit, party, &measures->facts);
    const int64_t shifts = measures->has_previous ? measure_changes(&measures->previous, &measures->facts) : 0;
    if (party->subject == SUBJECT_COUNTY) {
        const struct audit_report *report = making->report;
        for (size_t i = 0; i < report->department_count; i++) add_up(&report->departments[i].measures->facts, &measures->facts);
        return;
    }
    if (measures->has_previous) set(&measures->facts, FACT_ID_MONTH_BURDEN_SHIFTS, shifts);
    if (measures->has_previous || making->audit->correction_count > 0)
        set(&measures->facts, FACT_ID_MONTH_REPEAT_VIOLATIONS, again_count(making, party));
}

static bool measure_body_then(const struct measuring *measuring) {
    static const struct sums NOTHING;
    const struct audit *audit = measuring->audit;
    int64_t again = 0;
    if (!again_count_then(measuring, &again)) return false;
    set(measuring->facts, FACT_ID_MONTH_REPEAT_VIOLATIONS, again);
    if (!audit->has_before) return true;
    struct task *before = alloc_new(sizeof *before);
    if (before) measure_sums(measuring->party < 0 ? &NOTHING : &audit->departments.at[measuring->party].before, before);
    if (before) set(measuring->facts, FACT_ID_MONTH_BURDEN_SHIFTS, measure_changes(before, measuring->facts));
    alloc_free(before);
    return before != NULL;
}

/* All bodies of then, also those that are no more. */
static bool measure_county_then(const struct measuring *measuring) {
    const struct making *making = measuring->audit->making;
    struct task *facts = alloc_new(sizeof *facts);
    bool ok = facts != NULL;
    for (size_t i = 0; ok && i < measuring->audit->departments.count; i++) {
        const struct measuring body = {.audit = measuring->audit,
                                       .subject = SUBJECT_DEPARTMENT,
                                       .party = (int)i,
                                       .run = making->runs.departments[i],
                                       .facts = facts};
        *facts = making->measured.departments[i];
        ok = measure_body_then(&body);
        if (ok) add_up(facts, measuring->facts);
    }
    alloc_free(facts);
    return ok;
}

bool shift_measure_then(const struct measuring *measuring) {
    const struct audit *audit = measuring->audit;
    if (measuring->subject == SUBJECT_TOWNSHIP || (!audit->has_before && audit->correction_count == 0)) return true;
    return measuring->subject == SUBJECT_COUNTY ? measure_county_then(measuring) : measure_body_then(measuring);
}

/* --- alerts --- */

static struct audit_number count_of(const struct task *facts, enum fact_id fact) {
    return (struct audit_number){.known = true, .number = fact_number(facts, fact)};
}

static void take_change(const struct audit_measures *measures, enum fact_id down, enum fact_id up, struct audit_alert *alert) {
    alert->fell = down;
    alert->rose = up;
    alert->fell_from = count_of(&measures->previous, down);
    alert->fell_to = count_of(&measures->facts, down);
    alert->rose_from = count_of(&measures->previous, up);
    alert->rose_to = count_of(&measures->facts, up);
}

/* The tasks of a party that add to a burden. */
static bool take_adding(struct making *making, const struct audit_party *party, enum fact_id burden, struct audit_tasks *out) {
    struct audit *audit = making->audit;
    const int sum = measure_sum_of(burden);
    uint32_t *tasks = arena_take(&audit->arena, (party->tasks.count + 1) * sizeof *tasks);
    size_t count = 0;
    if (!tasks) return false;
    for (size_t i = 0; i < party->tasks.count; i++)
        if ((audit->counts[party->tasks.at[i]] >> sum & 1) != 0) tasks[count++] = party->tasks.at[i];
    return book_tasks(audit, tasks, count, out);
}

/* The burden that rose, or fell, most against what it was. */
static int steepest(const struct audit_measures *measures, bool up) {
    int best = -1;
    double most = 0;
    for (size_t i = 0; i < BURDEN_COUNT; i++) {
        const int64_t before = fact_number(&measures->previous, BURDENS[i]), now = fact_number(&measures->facts, BURDENS[i]);
        if (up ? !rose(before, now) : !fell(before, now)) continue;
        const double change =
            up ? (double)(now - before) / (double)(before + 1) : (double)(before - now) / (double)(before + 1);
        if (change > most) best = (int)i;
        if (change > most) most = change;
    }
    return best;
}

static bool put_alert(struct making *making, const struct audit_party *party, int number, enum audit_alert_kind kind,
                      enum fact_id down, enum fact_id up) {
    struct audit_alert *alert = more_alert(making);
    if (!alert) return false;
    alert->kind = kind;
    take_change(party->measures, down, up, alert);
    bool ok = take_adding(making, party, down, &alert->fell_tasks) && take_adding(making, party, up, &alert->rose_tasks);
    if (ok && alert->rose_tasks.count > 0)
        ok = make_chain(making, NULL, 0, alert->rose_tasks.at, alert->rose_tasks.count, alert);
    alert->department = number;
    return ok;
}

static bool find_shift(struct making *making, const struct audit_party *party, int number) {
    const int down = steepest(party->measures, false), up = steepest(party->measures, true);
    if (down < 0 || up < 0) return true;
    if (BURDENS[up] == FACT_ID_MONTH_INFORMAL_PAPERS && BURDENS[down] == FACT_ID_MONTH_DOCUMENTS)
        return true; /* told as such */
    return put_alert(making, party, number, ALERT_BURDEN_SHIFT, BURDENS[down], BURDENS[up]);
}

/* White papers and memos in place of documents: of all papers, those that are neither fell. */
static bool find_informal(struct making *making, const struct audit_party *party, int number) {
    const struct audit_measures *measures = party->measures;
    const enum fact_id all = FACT_ID_MONTH_DOCUMENTS, informal = FACT_ID_MONTH_INFORMAL_PAPERS;
    const int64_t before = fact_number(&measures->previous, all) - fact_number(&measures->previous, informal);
    const int64_t now = fact_number(&measures->facts, all) - fact_number(&measures->facts, informal);
    if (!fell(before, now) || !rose(fact_number(&measures->previous, informal), fact_number(&measures->facts, informal)))
        return true;
    if (!put_alert(making, party, number, ALERT_INFORMAL, all, informal)) return false;
    struct audit_alert *alert = &making->report->alerts[making->report->alert_count - 1];
    alert->fell_from.number = before;
    alert->fell_to.number = now;
    return true;
}

bool make_shifts(struct making *making) {
    const struct audit_report *report = making->report;
    for (size_t i = 0; i < report->department_count; i++) {
        const struct audit_party *party = &report->departments[i];
        if (!party->measures->has_previous || party->tasks.count == 0) continue;
        if (!find_shift(making, party, (int)i) || !find_informal(making, party, (int)i)) return false;
    }
    for (size_t i = 0; i < report->department_count; i++)
        if (!again_put(making, &report->departments[i], (int)i)) return false;
    return true;
}
