/* book.h - an audit under way: what the files of this room share and no other room sees. */
#ifndef AUDIT_BOOK_H
#define AUDIT_BOOK_H

#include <audit/feed.h>
#include <audit/indicator.h>
#include <audit/share.h>

/* A task of the period with all that is measured of it. */
struct kept {
    struct audit_task shown;
    uint64_t counts, unknown; /* bits of sums that it adds to; that it does not tell */
    const int64_t *values;    /* what it adds, in the order of the bits of `counts`: of some forty sums most tasks add to few */
    int64_t topic, end_at, due_at, version;
    int32_t visit, meeting;
    int64_t on_duty, rest_days, satisfaction, sample, person_days; /* -1 = not told */
    int role, list; /* -1 = not told; number of the list that decided it, -1 = none */
    bool is_late, blames, is_rest_told;
    bool is_open;         /* neither over nor due at the end of the period */
    uint32_t apps, items; /* made names of its share */
    struct str state, supersedes, item;
    struct history_form *forms;
    size_t form_count;
    struct texts fields, held; /* what its forms ask for; what is stated to be held */
    const uint16_t *rules;     /* numbers of `shown.rules` in the audit's own table */
    struct str requirements;   /* what it asks for, for comparing bodies on one matter */
};

/* What a task adds to a sum. */
static inline int64_t kept_sum(const struct kept *task, enum sum_id sum) {
    const uint64_t bit = UINT64_C(1) << sum;
    return (task->counts & bit) == 0 ? 0 : task->values[__builtin_popcountll(task->counts & (bit - 1))];
}

/* Adds all that a task adds. */
static inline void kept_add(const struct kept *task, struct sums *sums) {
    const int64_t *value = task->values;
    for (uint64_t left = task->counts; left != 0; left &= left - 1) sums->at[__builtin_ctzll(left)] += *value++;
}

/* A body or a township, by its number. */
struct party {
    struct str name;
    int index;                           /* in the list, -1 = not there */
    struct sums before, year, last_year; /* of the days before; of the year before the period; of the same months last year */
    bool has_last_year;                  /* of the county: the ledger has sums of then */
    int64_t versions_day, versions;      /* most of one paper to one township: on one day; in the period */
};

struct parties {
    struct party *at;
    size_t count, capacity;
};

/* A made name of a share: who has it. Apps and items count once a year; a rule was failed in the days before. */
struct mention {
    enum subject subject;
    uint32_t party;
    char kind; /* 'a' app, 'i' item, 'r' rule */
    uint64_t name;
};

/* Visits of a body to a township in the months before the period. */
struct visit_sum {
    uint32_t department, township;
    int64_t visits;
};

struct group {
    enum audit_group_kind kind;
    int32_t similarity;
    uint32_t *papers;
    size_t count;
};

struct complaint_sum {
    struct str department;
    size_t received, answered;
};

struct audit {
    struct arena arena;
    struct audit_options options;
    struct share_words words;
    struct share_source source;
    struct buf scratch;
    struct audit_period period;
    struct kept *tasks;
    size_t task_count, task_capacity;
    struct parties departments, townships;
    int *known_departments; /* number of each of the list's departments, -1 = not seen */
    struct party county;
    struct texts lists; /* digests, in the order seen */
    int32_t *list_days; /* first and last day of each */
    size_t list_capacity;
    struct mention *mentions;
    size_t mention_count, mention_capacity;
    struct visit_sum *visits;
    size_t visit_count, visit_capacity;
    struct group *groups;
    size_t group_count, group_capacity;
    struct audit_past *ended, *refused;
    size_t ended_count, ended_capacity, refused_count, refused_capacity;
    struct audit_correction *corrections;
    size_t correction_count, correction_capacity;
    struct complaint_sum *complaints;
    size_t complaint_count, complaint_capacity;
    struct sums trend[AUDIT_TREND_MONTHS];
    bool has_trend[AUDIT_TREND_MONTHS];
    bool has_before;    /* the ledger has sums of the days before */
    int last_sum;       /* that was looked for */
    struct texts rules; /* that failed for any task */
    size_t rule_capacity;
    int rule_slots[1024]; /* number + 1 of a rule by its hash, 0 = free: a rule may have been pushed out of its slot */
    bool failed;          /* memory ran out for a name: what follows counts for nobody */
    size_t undated, unreadable, passed_over;
    struct validity passed_days; /* of what was passed over */
    struct making *making;       /* since the period is prepared */
    uint32_t *by_id;             /* tasks by their ids */
    uint64_t *counts,
        *unknown; /* of the tasks by number: passing over all of them again and again, these alone are looked at */
};

/* The number of a body by its name, its id or an alias; of a township by its name; -1 when memory ran out or the name is empty.
 */
int party_department(struct audit *audit, struct str name);
int party_township(struct audit *audit, struct str name);

/* The number of a rule that failed; -1 when memory ran out. */
int party_rule(struct audit *audit, struct str id);

/* Puts the bodies with most tasks first, then by name; numbers handed out before change everywhere. False when memory ran out.
 */
bool party_sort(struct audit *audit);

/* Tasks by day and id, bodies by what they sent, lists by their first day: from now on numbers stay. False when memory ran out.
 */
bool settle_all(struct audit *audit);

/* Grows an array by one zeroed element; NULL when memory ran out. */
void *book_more(void **array, size_t *count, size_t *capacity, size_t size);

/* Whether the ledger has tasks of the period, those passed over included. */
static inline bool book_has_tasks(const struct audit *audit) { return audit && audit->task_count + audit->passed_over > 0; }

/* A run of tasks that a measure is taken of. */
struct run {
    uint32_t *at;
    size_t count;
};

/* Which tasks each body sent, each township got; made once all tasks are sorted. */
struct runs {
    struct run all, *departments, *townships;
};

/* The month.* facts of each party that its own period tells. */
struct measured {
    struct task *county, *departments, *townships;
    struct sums *county_untold, *department_untold, *township_untold; /* tasks that do not tell each sum */
};

bool runs_make(struct audit *audit, struct runs *out);

/* How often one paper came again; made once all tasks are sorted. False when memory ran out. */
bool versions_make(struct audit *audit);

/* What was measured of groups, repeats and the radar, by task: bits and counts that parties add up. */
struct marks {
    bool *duplicate, *renewed, *resent, *declined, *upheld, *retaliates;
    uint32_t *asked_again; /* fields */
};

bool marks_open(struct audit *audit, struct marks *out);

/* The month.* facts of a party. */
struct measuring {
    struct audit *audit;
    const struct marks *marks;
    enum subject subject;
    int party; /* -1 the county */
    struct run run;
    struct task *facts;
    struct sums *untold;
};

/* Sums, windows, shares; most and least; what marks say. False when memory ran out. */
bool measure_party(const struct measuring *measuring);

/* The month.* facts that are sums of the period, for trend lines and last year. */
void measure_sums(const struct sums *sums, struct task *facts);

/* The sum that a fact of the period is, or is a share of; -1 for any other fact. */
int measure_sum_of(enum fact_id fact);

struct making;

/* The tasks of a party that a figure is made of; `number` is the party's. False when memory ran out. */
bool behind_tasks(struct making *making, enum fact_id fact, const struct audit_party *party, int number,
                  struct audit_tasks *out);

/* Sets the facts that only the two periods together tell: what was before, what rose and fell, what was broken again; and what
 * is known of corrections and complaints. `party` has its rules. */
void shift_measure(const struct making *making, const struct audit_party *party, struct audit_measures *measures);

/* The same of a body, or the county, in an earlier period and the days before it, of which only sums are known: what rose and
 * fell, what was broken again. A body that the period does not know has number -1 and an empty run. False when memory ran out.
 */
bool shift_measure_then(const struct measuring *measuring);

/* How many rules a body broke again: after the days before, or after it had put them right. */
int64_t again_count(const struct making *making, const struct audit_party *party);

/* The same of an earlier period. False when memory ran out. */
bool again_count_then(const struct measuring *measuring, int64_t *out);

/* Puts them among the repeats of the report. False when memory ran out. */
bool again_put(struct making *making, const struct audit_party *party, int number);

/* A report under way: first what a period tells by itself, then what only the periods together tell. */
struct making {
    struct audit *audit, *before, *last_year; /* the latter two may be NULL */
    struct marks marks;
    struct runs runs;
    struct measured measured;
    struct audit_report *report;
    struct rule_core *core;
    size_t repeat_capacity, alert_capacity; /* of the report's arrays, which grow in the heap until they are done */
    bool is_done;                           /* and these have been moved to the arena */
};

/* One more repeat or alert of the report, zeroed; NULL when memory ran out. */
struct audit_repeat *more_repeat(struct making *making);
struct audit_alert *more_alert(struct making *making);

/* Papers of earlier days and tasks of the period as the chain of an alert. False when memory ran out. */
bool make_chain(struct making *making, const struct audit_past *const *before, size_t before_count, const uint32_t *tasks,
                size_t count, struct audit_alert *alert);

/* The parts of a report; each fills its arrays in the arena. False when memory ran out. */
bool make_groups(struct making *making);  /* duplicates, relief, matters */
bool make_repeats(struct making *making); /* versions, forms, data */
bool make_radar(struct making *making);   /* chains of papers */
bool make_measured(struct making *making);
bool make_parties(struct making *making); /* county, departments, townships, cells, trend */
bool make_shifts(struct making *making);  /* what fell and rose, rules broken again: needs the parties */
bool make_indicators(struct making *making);
bool make_findings(struct making *making);
bool make_cases(struct making *making);
bool make_coverage(struct making *making);
bool make_corrections(struct making *making);

/* A text list of tasks' numbers copied into the arena, sorted, each once. */
bool book_tasks(struct audit *audit, const uint32_t *at, size_t count, struct audit_tasks *out);

static inline int64_t fact_number(const struct task *facts, enum fact_id fact) {
    return task_given(facts, fact) ? facts->value[fact].number : 0;
}

#endif
