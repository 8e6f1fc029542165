/* measure.c - the month.* facts of one party, from its tasks and the sums of other months. */
#include <audit/book.h>
#include <audit/spread.h>
#include <audit/untold.h>

static const struct value NONE = {.state = VALUE_NONE};

static void set(struct task *facts, enum fact_id fact, int64_t number) { task_set(facts, fact, value_number(number)); }

/* --- sums --- */

static const struct window {
    enum fact_id fact;
    enum sum_id sum;
    enum over span;
} windows[] = {
#define WINDOW(fact, sum, span) {FACT_ID_MONTH_##fact, SUM_##sum, OVER_##span},
#include <audit/sum.def>
};

static const struct share {
    enum fact_id fact;
    enum sum_id sum, of;
} shares[] = {
#define SHARE(fact, sum, of) {FACT_ID_MONTH_##fact, SUM_##sum, SUM_##of},
#include <audit/sum.def>
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

static void set_share(struct task *facts, enum fact_id fact, int64_t part, int64_t whole) {
    if (whole > 0)
        set(facts, fact, (part * 1000000 + whole / 2) / whole);
    else
        task_set(facts, fact, NONE);
}

static void measure_shares(const struct sums *sums, struct task *facts) {
    for (size_t i = 0; i < COUNT(shares); i++)
        set_share(facts, shares[i].fact, sums->at[shares[i].sum], sums->at[shares[i].of]);
}

void measure_sums(const struct sums *sums, struct task *facts) {
    for (size_t i = 0; i < COUNT(windows); i++)
        if (windows[i].span == OVER_PERIOD) set(facts, windows[i].fact, sums->at[windows[i].sum]);
    measure_shares(sums, facts);
}

int measure_sum_of(enum fact_id fact) {
    for (size_t i = 0; i < COUNT(windows); i++)
        if (windows[i].fact == fact) return (int)windows[i].sum;
    for (size_t i = 0; i < COUNT(shares); i++)
        if (shares[i].fact == fact) return (int)shares[i].sum;
    return -1;
}

static const struct party *party_of(const struct measuring *measuring) {
    const struct audit *audit = measuring->audit;
    if (measuring->subject == SUBJECT_DEPARTMENT) return &audit->departments.at[measuring->party];
    return measuring->subject == SUBJECT_TOWNSHIP ? &audit->townships.at[measuring->party] : &audit->county;
}

static void measure_windows(const struct measuring *measuring, const struct sums *sums) {
    const struct party *party = party_of(measuring);
    for (size_t i = 0; i < COUNT(windows); i++) {
        const struct window *window = &windows[i];
        if (window->span == OVER_YEAR)
            set(measuring->facts, window->fact, sums->at[window->sum] + party->year.at[window->sum]);
        else if (window->span == OVER_LAST_YEAR && measuring->audit->county.has_last_year)
            set(measuring->facts, window->fact, party->last_year.at[window->sum]);
    }
}

/* --- most and least of one task --- */

static void keep_least(int64_t *least, int64_t value) {
    if (value >= 0 && (*least < 0 || value < *least)) *least = value;
}

static void keep_most(int64_t *most, int64_t value) {
    if (value > *most) *most = value;
}

static void set_known(struct task *facts, enum fact_id fact, int64_t number) {
    if (number >= 0)
        set(facts, fact, number);
    else
        task_set(facts, fact, NONE);
}

static void measure_ends(const struct measuring *measuring) {
    int64_t satisfaction = -1, sample = -1, rest = -1, untold = 0, duty = -1, evidence = 0;
    for (size_t i = 0; i < measuring->run.count; i++) {
        const struct kept *task = &measuring->audit->tasks[measuring->run.at[i]];
        keep_least(&satisfaction, task->satisfaction);
        keep_least(&sample, task->sample);
        if (task->is_rest_told) keep_least(&rest, task->rest_days);
        untold += task->rest_days >= 0 && !task->is_rest_told;
        keep_most(&duty, task->on_duty);
        keep_most(&evidence, kept_sum(task, SUM_EVIDENCE));
    }
    set_known(measuring->facts, FACT_ID_MONTH_SATISFACTION_WEIGHT, satisfaction);
    set_known(measuring->facts, FACT_ID_MONTH_SAMPLE_RATIO, sample);
    set_known(measuring->facts, FACT_ID_MONTH_REST_DAYS, rest);
    set(measuring->facts, FACT_ID_MONTH_REST_UNTOLD, untold);
    set_known(measuring->facts, FACT_ID_MONTH_ON_DUTY_HOURS, duty);
    set(measuring->facts, FACT_ID_MONTH_EVIDENCE_TASK, evidence);
}

/* --- open tasks --- */

static int64_t staff_of(const struct measuring *measuring) {
    const struct list *list = measuring->audit->options.list;
    int64_t staff = 0;
    if (measuring->subject == SUBJECT_TOWNSHIP) {
        const int index = measuring->audit->townships.at[measuring->party].index;
        return index < 0 ? -1 : list->townships[index].staff;
    }
    for (size_t i = 0; i < list->township_count; i++) {
        if (list->townships[i].staff < 0) return -1;
        staff += list->townships[i].staff;
    }
    return staff;
}

/* The busiest office: a list names an office for each item; at most some dozens of offices. */
static int64_t busiest_office(const struct measuring *measuring) {
    enum { MOST = 64 };
    const struct list *list = measuring->audit->options.list;
    struct str offices[MOST];
    int64_t counts[MOST] = {0}, most = 0;
    size_t known = 0;
    for (size_t i = 0; i < measuring->run.count; i++) {
        const struct kept *task = &measuring->audit->tasks[measuring->run.at[i]];
        if (task->shown.item < 0 || !task->is_open) continue;
        const struct str office = list->items[task->shown.item].office;
        size_t at = 0;
        while (at < known && !str_equal(offices[at], office)) at++;
        if (office.length == 0 || at == MOST) continue;
        if (at == known) offices[known++] = office;
        if (++counts[at] > most) most = counts[at];
    }
    return most;
}

static void measure_load(const struct measuring *measuring) {
    int64_t open = 0;
    for (size_t i = 0; i < measuring->run.count; i++) open += measuring->audit->tasks[measuring->run.at[i]].is_open;
    set(measuring->facts, FACT_ID_MONTH_OPEN_TASKS, open);
    if (measuring->subject == SUBJECT_DEPARTMENT) {
        task_set(measuring->facts, FACT_ID_MONTH_STAFF, NONE);
        return;
    }
    const int64_t staff = staff_of(measuring);
    if (staff >= 0) set(measuring->facts, FACT_ID_MONTH_STAFF, staff);
    if (measuring->subject == SUBJECT_TOWNSHIP) set(measuring->facts, FACT_ID_MONTH_OFFICE_TASKS, busiest_office(measuring));
}

/* --- what marks say --- */

static void measure_marks(const struct measuring *measuring) {
    const struct marks *marks = measuring->marks;
    int64_t duplicates = 0, renewed = 0, resent = 0, declined = 0, upheld = 0, retaliates = 0, again = 0;
    for (size_t i = 0; i < measuring->run.count; i++) {
        const uint32_t task = measuring->run.at[i];
        duplicates += marks->duplicate[task];
        renewed += marks->renewed[task];
        resent += marks->resent[task];
        declined += marks->declined[task];
        upheld += marks->upheld[task];
        retaliates += marks->retaliates[task];
        again += marks->asked_again[task];
    }
    struct task *facts = measuring->facts;
    set(facts, FACT_ID_MONTH_DUPLICATES, duplicates);
    set_share(facts, FACT_ID_MONTH_DUPLICATE_SHARE, duplicates, (int64_t)measuring->run.count);
    set(facts, FACT_ID_MONTH_RENEWED, renewed);
    set(facts, FACT_ID_MONTH_RESENT, resent);
    set(facts, FACT_ID_MONTH_DATA_ASKED_AGAIN, again);
    if (measuring->subject == SUBJECT_TOWNSHIP) return; /* what a township answered is not told by township */
    set(facts, FACT_ID_MONTH_REFUSALS, declined);
    set(facts, FACT_ID_MONTH_REFUSALS_UPHELD, upheld);
    set(facts, FACT_ID_MONTH_RETALIATION, retaliates);
}

bool measure_party(const struct measuring *measuring) {
    struct sums sums = {{0}};
    struct audit *audit = measuring->audit;
    memset(measuring->untold, 0, sizeof *measuring->untold);
    for (size_t i = 0; i < measuring->run.count; i++) {
        kept_add(&audit->tasks[measuring->run.at[i]], &sums);
        untold_add(&audit->tasks[measuring->run.at[i]], measuring->untold);
    }
    task_clear(measuring->facts);
    task_set(measuring->facts, FACT_ID_MONTH_SUBJECT, value_of_text(party_of(measuring)->name));
    if (audit->period.workdays_known) set(measuring->facts, FACT_ID_MONTH_WORKDAYS, audit->period.workdays);
    measure_sums(&sums, measuring->facts);
    measure_windows(measuring, &sums);
    measure_ends(measuring);
    measure_load(measuring);
    measure_marks(measuring);
    set(measuring->facts, FACT_ID_MONTH_VERSIONS_DAY, party_of(measuring)->versions_day);
    set(measuring->facts, FACT_ID_MONTH_VERSIONS, party_of(measuring)->versions);
    spread_count_made(measuring);
    return spread_measure(measuring);
}
