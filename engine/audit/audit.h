/* audit.h - the report of a period: what each body sent down, what it lacked, what was asked twice, what grew instead.
 *
 * A reader must believe:
 *   - every figure names the tasks behind it: numbers into `tasks` of the report, ascending;
 *   - a figure that nothing tells is not known, never 0; one that only some tasks tell is `AUDIT_ESTIMATED` and says how many
 * do not; its light is the best that these leave open, and green only when nothing they could tell would change it;
 *   - a task counts once for county and department, and once for each township that it reached;
 *   - nothing here names a township that refused or complained: refusals are told by department and county alone;
 *   - the same ledger, list, rules and period give the same report; everything in it lives in the arena of the audit that made
 * it, or in its list and rule book.
 */
#ifndef AUDIT_AUDIT_H
#define AUDIT_AUDIT_H

#include <decide/decide.h>

enum audit_indicator_id {
#define INDICATOR(id, ...) AUDIT_##id,
#include <audit/indicator.def>
#undef INDICATOR
    AUDIT_INDICATOR_COUNT
};

enum audit_light { LIGHT_NONE, LIGHT_GREEN, LIGHT_YELLOW, LIGHT_RED };

/* How far a figure can be trusted. */
enum audit_confidence {
    AUDIT_MEASURED, /* every task of it tells what it needs */
    AUDIT_RECALLED, /* some of its tasks were entered more than 31 days after they came */
    AUDIT_ESTIMATED /* some of its tasks do not tell what it needs: it is at least this, or at most */
};

/* `number` / 10^`digits`, in `unit` of the fact table ("" for shares: 0.125 is 12.5 %). */
struct audit_number {
    bool known;
    int64_t number;
    unsigned digits;
};

/* Tasks by their number in the report. */
struct audit_tasks {
    const uint32_t *at;
    size_t count;
};

struct audit_period {
    int32_t from, to; /* first and last day */
    bool is_month;    /* a whole calendar month */
    bool is_running;  /* today lies within it: it is told up to today */
    bool workdays_known;
    int64_t workdays;                    /* up to today when it is running */
    int missing_year;                    /* calendar year that would tell, or 0 */
    struct validity previous, last_year; /* the period before, and the same days last year */
};

/* A reason why a figure may be less than the whole. */
enum audit_remark_kind {
    REMARK_RUNNING,        /* the period is not over; `day`: told up to */
    REMARK_SEVERAL_MONTHS, /* the period has `count` months; limits are of one */
    REMARK_COMPARED,       /* what is called previous are the `count` months from `day` on, not those just before */
    REMARK_ENDS_EARLY,  /* no paper after `day`, although working days follow: half imported? `count`: working days without */
    REMARK_STARTS_LATE, /* no paper before `day` although working days lie before */
    REMARK_UNDATED,     /* `count` tasks of the ledger have no day and are in no month */
    REMARK_UNDECIDED,   /* `count` tasks were never screened: nothing is known of their gaps */
    REMARK_UNREADABLE,  /* `count` tasks whose facts cannot be read by this version */
    REMARK_UNKNOWN_TOWNSHIP, /* `count` tasks name the township `name`, which the list does not have */
    REMARK_UNKNOWN_ISSUER,   /* `count` tasks come from `name`, which the list does not have: they count as a body of its own */
    REMARK_NO_ISSUER,        /* `count` tasks do not tell who sent them */
    REMARK_NO_TOWNSHIP,      /* `count` tasks do not tell whom they reached */
    REMARK_OTHER_LIST,       /* `count` tasks were decided by the list `name` (its digest), from `day` on: the list changed */
    REMARK_NO_CALENDAR,      /* calendar year `count` is missing: working days are unknown */
    REMARK_NO_PREVIOUS,      /* the ledger has no task of the period before */
    REMARK_NO_LAST_YEAR      /* nor of the same days last year */
};

struct audit_remark {
    enum audit_remark_kind kind;
    size_t count;
    int32_t day;
    struct str name;
    struct audit_tasks tasks;
};

struct audit_coverage {
    size_t tasks;        /* read in the period, the latest version of each */
    size_t decided;      /* of these, screened */
    int32_t first, last; /* days of the first and the last of them */
    struct audit_remark *remarks;
    size_t remark_count;
};

/* A task of the period, as much as pages need. */
struct audit_task {
    struct str id, title;
    int32_t day;
    int department;       /* index into `departments`, -1 = not told */
    const int *townships; /* indices into `townships` of the report */
    size_t township_count;
    int kind; /* index into TASK_KIND, -1 = not told */
    int item; /* index into the list's items, -1 = none */
    bool decided;
    enum verdict verdict;    /* counts when `decided` */
    const struct str *rules; /* that failed, by id */
    size_t rule_count;
    int64_t funds_gap_fen, staff_gap; /* what is known to be short */
    unsigned lacks, untold;           /* conditions (a bit each, of balance_side): stated or found to be short; not told */
};

/* A task may lack one condition and not tell another: each is counted apart. Clean: admitted and nothing found short; what is
 * not told may still be. */
static inline bool audit_lacks(const struct audit_task *task, enum balance_side side) { return (task->lacks >> side & 1) != 0; }
static inline bool audit_is_short(const struct audit_task *task) {
    return (task->lacks & (1u << BALANCE_POWER | 1u << BALANCE_FUNDS | 1u << BALANCE_STAFF)) != 0;
}
static inline bool audit_is_clean(const struct audit_task *task) {
    return task->decided && task->verdict <= VERDICT_CONDITIONAL && !audit_is_short(task);
}
static inline bool audit_is_unadmitted(const struct audit_task *task) {
    return task->decided && task->verdict > VERDICT_CONDITIONAL;
}
static inline bool audit_untold(const struct audit_task *task, enum balance_side side) {
    return (task->untold >> side & 1) != 0;
}

struct audit_rule_count {
    struct str rule;
    size_t tasks, previous; /* that failed it, now and in the period before */
    struct audit_tasks of;  /* empty in cells */
};

/* What was measured for one party: its month.* facts, and the same of other periods. */
struct audit_measures {
    struct task facts; /* month.* facts alone; absent what is not known */
    bool has_previous, has_last_year;
    struct task previous, last_year; /* sums alone */
};

/* A department, a township, or the county. */
struct audit_party {
    enum subject subject;
    struct str name;
    int index;          /* in the list, -1: the list does not have it */
    bool monitor_point; /* of a township */
    size_t verdicts[VERDICT_REJECT + 1], undecided;
    const struct audit_measures *measures;
    struct audit_tasks tasks;
    const struct audit_rule_count *rules; /* most frequent first, then by id */
    size_t rule_count;
    size_t lights[LIGHT_RED + 1]; /* its indicators by light */
};

/* What one department sent one township: only where there is anything. */
struct audit_cell {
    int department, township;                   /* indices */
    size_t tasks, failing, gap_tasks, previous; /* `previous`: tasks of the period before */
    int64_t funds_gap_fen, staff_gap;
    const struct audit_rule_count *rules;
    size_t rule_count;
};

/* Where a light comes from. Limits are in what is held against them (see indicator.def). */
struct audit_threshold {
    const struct rule *rule;                     /* NULL: there is none, and no light */
    const struct rule_parameter *green, *yellow; /* `yellow` may be NULL; their `value` is what counts on that day */
    double green_value, yellow_value;
    bool higher_is_better;
    struct audit_number held; /* what was held against them */
    int worst;                /* the township whose light it is, or -1: its own */
};

struct audit_indicator {
    enum audit_indicator_id id;
    enum subject subject;
    int party; /* index into `departments` or `townships`; -1: the county */
    struct audit_number value, previous, last_year;
    enum audit_light light;
    struct audit_threshold threshold;
    enum audit_confidence confidence;
    size_t unknown; /* tasks that do not tell what it needs; of figures of the year also those of the months before */
    struct audit_tasks tasks;
};

/* Papers that are copies of each other, versions, or ask for the same. */
enum audit_group_kind { GROUP_SAME_TEXT, GROUP_NEAR_TEXT, GROUP_SAME_ITEM, GROUP_SAME_FIELDS, GROUP_VERSION };

/* The one task that would replace a group. */
struct audit_relief {
    bool has;         /* there is something to join: at least two tasks that are not versions, of no recalled item */
    int lead;         /* department that would lead: the item's, else the one that sent most */
    struct str title; /* of the joint task */
    int64_t papers_saved, forms_saved;
    struct audit_number person_days_saved; /* of the staff and days that the tasks tell; not known when none does */
};

struct audit_group {
    enum audit_group_kind kind;
    int32_t similarity; /* millionths */
    struct audit_tasks tasks;
    const int *departments, *townships; /* indices, ascending */
    size_t department_count, township_count;
    struct audit_relief relief;
};

/* The same body asks the same again. */
enum audit_repeat_kind {
    REPEAT_VERSIONS_SAME_DAY, /* versions of one paper on one day */
    REPEAT_FORM,              /* the same form */
    REPEAT_DATA,              /* fields that another task asked for, or that somebody is stated to hold */
    REPEAT_RULE               /* the same rule broken in both periods, or after a correction */
};

struct audit_repeat {
    enum audit_repeat_kind kind;
    int department;
    struct str what; /* title, form, or rule id */
    size_t count;
    struct texts fields;  /* of DATA: which */
    struct texts held_by; /* of DATA: whom to fetch them from */
    int32_t day;          /* of VERSIONS_SAME_DAY, else DAY_NONE */
    struct audit_tasks tasks;
};

/* The radar: burden in disguise. */
enum audit_alert_kind {
    ALERT_RENEWED,           /* a temporary task sent again after its end */
    ALERT_RESENT_REWORDED,   /* a refused task sent again in other words */
    ALERT_RESENT_SPLIT,      /* a refused task sent again in parts */
    ALERT_RESENT_BY_OTHER,   /* a refused task sent again by another department */
    ALERT_ROLES_SWAPPED,     /* the list says the township assists, the paper gives it the main duty */
    ALERT_INFORMAL,          /* white papers and memos grow while documents fall */
    ALERT_GUIDANCE_INSPECTS, /* an inspection that calls itself guidance */
    ALERT_RECALLED,          /* a recalled item comes back */
    ALERT_BURDEN_SHIFT       /* one burden falls while another rises */
};

/* One paper of a chain, oldest first. A paper before the period has no number in `tasks`. */
struct audit_link {
    struct str id, title;
    int32_t day;
    int department;   /* -1 = not told */
    int task;         /* number in the report, -1 = of an earlier time */
    struct str state; /* of its life, as in lifecycle.def; empty when nothing happened */
};

struct audit_alert {
    enum audit_alert_kind kind;
    int department;     /* who sent it last */
    int32_t similarity; /* of the texts, millionths; 0 = not compared */
    const struct audit_link *chain;
    size_t link_count;
    /* Of BURDEN_SHIFT and INFORMAL: the month.* facts that fell and rose, and from what to what. */
    enum fact_id fell, rose;
    struct audit_number fell_from, fell_to, rose_from, rose_to;
    struct audit_tasks fell_tasks, rose_tasks; /* of the period, behind both figures */
};

/* What a rule of stage audit found. */
struct audit_finding {
    const struct rule *rule;
    enum subject subject;
    int party;          /* index into `departments`, `townships`, `matters`; number of the task for papers; -1: the county */
    enum status status; /* FAIL, UNKNOWN, ERROR */
    struct rule_outcome outcome; /* its message and values, as for a task */
    struct fact_set missing;     /* of UNKNOWN: the month.* facts that nothing tells */
    const struct task *facts;    /* what it was asked of */
    struct audit_tasks tasks;
};

/* Several bodies on one matter. */
struct audit_matter {
    struct str name; /* title of its first paper, or name of the item */
    struct audit_tasks tasks;
    const int *departments;
    size_t department_count;
    const struct task *facts;
};

/* A case to name: the worst of a kind, one for each department at most. */
struct audit_case {
    int department;
    struct str rule; /* that failed; "" when an alert makes it */
    int alert;       /* index, -1 = none */
    int finding;     /* index into `findings`, -1 = none */
    struct audit_tasks tasks;
};

enum audit_correction_state { CORRECTION_OPEN, CORRECTION_DUE, CORRECTION_DONE, CORRECTION_RELAPSED };

struct audit_correction {
    struct str id, department, rule, words; /* what is to be put right; `rule` may be empty */
    int32_t opened_on, due_on, done_on;     /* DAY_NONE: not said, not done */
    enum audit_correction_state state;      /* at the end of the period; also RELAPSED: the rule was broken after `done_on` */
    bool is_carried;                        /* it was opened before the period */
    struct audit_tasks tasks;               /* of the period, that broke the rule again */
};

/* Complaints about one department; whoever complained is nowhere kept. */
struct audit_complaints {
    struct str department; /* "" = not said */
    size_t received, answered;
};

/* One month of the trend lines, oldest first; sums alone. */
struct audit_month {
    int32_t first; /* its first day */
    bool has;      /* the ledger has tasks of it */
    const struct task *facts;
};

#define AUDIT_TREND_MONTHS 13

struct audit_versions {
    struct str engine, list, rules, calendar; /* digests "sha256:...", as of the audit; `calendar` may be empty */
    const struct str *lists;                  /* by which the tasks were decided, in the order of their first day */
    size_t list_count;
};

struct audit_report {
    const struct list *list;
    const struct rulebook *book;
    struct str only_township, only_department; /* it is of these tasks alone; empty: of all */
    struct audit_period period;
    struct audit_coverage coverage;
    struct audit_party county;
    struct audit_party *departments; /* by tasks sent, most first, then by name */
    size_t department_count;
    struct audit_party *townships; /* in the order of the list, then those it does not have */
    size_t township_count;
    struct audit_cell *cells; /* by department, then township */
    size_t cell_count;
    struct audit_indicator *indicators; /* county, then departments, then townships; each in the order of indicator.def */
    size_t indicator_count;
    struct audit_task *tasks; /* by day, then id */
    size_t task_count;
    struct audit_group *groups;
    size_t group_count;
    struct audit_matter *matters;
    size_t matter_count;
    struct audit_repeat *repeats;
    size_t repeat_count;
    struct audit_alert *alerts; /* by kind, then first paper */
    size_t alert_count;
    struct audit_finding *findings; /* by level (hardest first), rule, subject, party */
    size_t finding_count;
    struct audit_case *cases;
    size_t case_count;
    struct audit_correction *corrections;
    size_t correction_count;
    struct audit_complaints *complaints;
    size_t complaint_count;
    struct audit_month trend[AUDIT_TREND_MONTHS]; /* the last is that of the period's last day */
    struct audit_versions versions;
    bool is_compliant; /* no red light, and no block rule of stage audit failed */
};

struct audit_indicator_info {
    struct str id, zh, en, unit; /* unit as in the fact table, "per_workday" for figures a working day */
    enum fact_id fact;
    bool per_workday;
    bool is_least; /* the least of what tasks tell: were the rest told, it could only be less; any other only more */
};

/* What an indicator is called; from indicator.def. */
struct audit_indicator_info audit_indicator_info(enum audit_indicator_id id);

/* The indicator of a party; NULL when it is not told of such. `party` -1 and SUBJECT_COUNTY: the county. */
const struct audit_indicator *audit_indicator_of(const struct audit_report *report, enum audit_indicator_id id,
                                                 enum subject subject, int party);

/* Name of a light: "none" "green" "yellow" "red"; of a confidence: "measured" "recalled" "estimated". */
struct str audit_light_name(enum audit_light light);
struct str audit_confidence_name(enum audit_confidence confidence);

#endif
