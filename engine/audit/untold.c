/* untold.c - see untold.h. */
#include <audit/untold.h>

enum teller { TELLER_ITSELF, TELLER_PAPER, TELLER_DECISION };
enum adds { ADDS_ONE, ADDS_MANY };
enum way { WAY_RISE, WAY_FALL };

static const struct sum_row {
    enum teller teller;
    enum adds adds;
} rows[SUM_COUNT] = {
#define SUM(id, name, teller, adds) {TELLER_##teller, ADDS_##adds},
#include <audit/sum.def>
};

#define SUM(id, name, teller, adds) (uint64_t)(TELLER_##teller == TELLER_PAPER) << SUM_##id |
static const uint64_t BY_PAPER =
#include <audit/sum.def>
    0;

#define SUM(id, name, teller, adds) (uint64_t)(TELLER_##teller == TELLER_DECISION) << SUM_##id |
static const uint64_t BY_DECISION =
#include <audit/sum.def>
    0;

/* Which sum tells a fact; of a share, also the sum that it is a part of. */
static const struct source {
    enum fact_id fact;
    int sum, whole; /* whole: -1 = it is no share */
    enum over span;
    enum way way;
    bool is_sum;
} sources[] = {
#define WINDOW(fact, sum, span) {FACT_ID_MONTH_##fact, SUM_##sum, -1, OVER_##span, WAY_RISE, true},
#define SHARE(fact, sum, of) {FACT_ID_MONTH_##fact, SUM_##sum, SUM_##of, OVER_PERIOD, WAY_RISE, false},
#define TELLS(fact, sum, span, way) {FACT_ID_MONTH_##fact, SUM_##sum, -1, OVER_##span, WAY_##way, false},
#include <audit/sum.def>
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const struct source *source_of(enum fact_id fact) {
    for (size_t i = 0; i < COUNT(sources); i++)
        if (sources[i].fact == fact) return &sources[i];
    return NULL;
}

void untold_take(struct kept *task) {
    const uint64_t unfinished = UINT64_C(1) << SUM_UNTOLD;
    if ((task->counts & unfinished) != 0) task->unknown |= (BY_PAPER & ~task->counts) | unfinished;
    if (!task->shown.decided) task->unknown |= BY_DECISION;
}

void untold_add(const struct kept *task, struct sums *untold) {
    for (uint64_t left = task->unknown; left != 0; left &= left - 1) untold->at[__builtin_ctzll(left)]++;
}

void untold_drop(const struct kept *task, struct task *facts) {
    for (size_t i = 0; task->unknown != 0 && i < COUNT(sources); i++)
        if ((task->unknown >> sources[i].sum & 1) != 0) task_set(facts, sources[i].fact, (struct value){.state = VALUE_ABSENT});
}

bool untold_falls(enum fact_id fact) {
    const struct source *source = source_of(fact);
    return source && source->way == WAY_FALL;
}

/* Of the months of the year before the period only sums are kept. */
static int64_t untold_before(const struct party *party, int sum) {
    const int64_t *year = party->year.at;
    if (rows[sum].teller == TELLER_DECISION)
        return year[SUM_TASKS] - year[SUM_ADMIT] - year[SUM_CONDITIONAL] - year[SUM_HOLD] - year[SUM_REJECT];
    return rows[sum].teller == TELLER_PAPER || sum == SUM_UNTOLD ? year[SUM_UNTOLD] : 0;
}

static int64_t whole_of(const struct source *share, const struct task *facts) {
    for (size_t i = 0; i < COUNT(sources); i++)
        if (sources[i].is_sum && sources[i].span == OVER_PERIOD && sources[i].sum == share->whole)
            return fact_number(facts, sources[i].fact);
    return 0;
}

static int64_t other_end(const struct source *source, int64_t value, int64_t tasks, const struct task *facts) {
    const int64_t whole = source->whole < 0 ? 0 : whole_of(source, facts);
    if (source->way == WAY_FALL) return 0;
    if (whole > 0) {
        const int64_t most = value + (tasks * 1000000 + whole - 1) / whole;
        return most > 1000000 ? 1000000 : most;
    }
    return source->is_sum && rows[source->sum].adds == ADDS_ONE ? value + tasks : value + UNTOLD_ENDLESS;
}

struct untold untold_of(const struct making *making, enum subject subject, int party, enum fact_id fact,
                        const struct task *facts) {
    const struct audit *audit = making->audit;
    const struct source *source = source_of(fact);
    if (!source || (source->span != OVER_PERIOD && source->span != OVER_YEAR)) return (struct untold){0};
    const struct party *of = subject == SUBJECT_DEPARTMENT ? &audit->departments.at[party]
                             : subject == SUBJECT_TOWNSHIP ? &audit->townships.at[party]
                                                           : &audit->county;
    const struct sums *untold = subject == SUBJECT_DEPARTMENT ? &making->measured.department_untold[party]
                                : subject == SUBJECT_TOWNSHIP ? &making->measured.township_untold[party]
                                                              : making->measured.county_untold;
    int64_t tasks = untold->at[source->sum];
    if (source->span == OVER_YEAR) tasks += untold_before(of, source->sum);
    if (tasks <= 0) return (struct untold){0};
    return (struct untold){(size_t)tasks, other_end(source, fact_number(facts, fact), tasks, facts)};
}
