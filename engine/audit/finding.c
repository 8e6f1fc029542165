/* finding.c - rules of stage audit, run once for each of their subjects. */
#include <audit/untold.h>

#include <base/alloc.h>
#include <decide/filter.h>
#include <stdlib.h>

struct asked {
    enum subject subject;
    int party;
    const struct task *facts;
    const struct audit_party *of; /* NULL for matters and papers */
    struct audit_tasks tasks;     /* of matters and papers */
};

struct finder {
    struct making *making;
    size_t capacity;
    bool *unknown;      /* by rule: it was told to be unknown; once is enough */
    struct task *other; /* room for facts as they might be */
};

enum filtered { FILTERED_OUT, FILTERED_IN, FILTERED_UNKNOWN };

static enum filtered applies(const struct rule *rule, const struct task *facts, struct fact_set *missing) {
    enum filtered answer = FILTERED_IN;
    for (size_t i = 0; i < rule->applies_count; i++) {
        const struct condition *condition = &rule->applies[i];
        if (!task_knows(facts, condition->fact)) {
            fact_set_add(missing, condition->fact);
            answer = FILTERED_UNKNOWN;
        } else if (!filter_meets(condition, &facts->value[condition->fact])) {
            return FILTERED_OUT;
        }
    }
    return answer;
}

static enum status run_on(struct finder *finder, size_t index, const struct task *facts, struct rule_outcome *outcome,
                          struct fact_set *missing) {
    const struct making *making = finder->making;
    const struct rule *rule = &making->audit->options.book->rules[index];
    const enum filtered answer = applies(rule, facts, missing);
    if (answer == FILTERED_OUT) return STATUS_NOT_APPLICABLE;
    for (size_t i = 0; i < rule->need_count; i++)
        if (!task_knows(facts, rule->needs[i])) fact_set_add(missing, rule->needs[i]);
    if (answer == FILTERED_UNKNOWN || !fact_set_covers(&facts->known, &rule->need_set)) return STATUS_UNKNOWN;
    rule_run(making->core, index, facts, &making->audit->arena, outcome);
    if (outcome->status == STATUS_UNKNOWN && outcome->unknown_fact >= 0) fact_set_add(missing, (size_t)outcome->unknown_fact);
    return outcome->status;
}

/* Sets what a party's tasks do not tell to the other end of what it may be, and notes it; whether there is any. */
static bool set_others(const struct finder *finder, const struct rule *rule, const struct asked *asked, struct task *facts,
                       struct fact_set *untold) {
    bool any = false;
    for (size_t i = 0; i < rule->need_count + rule->may_count; i++) {
        const enum fact_id fact = i < rule->need_count ? rule->needs[i] : rule->may[i - rule->need_count];
        if (!task_knows(asked->facts, fact)) continue;
        const struct untold found = untold_of(finder->making, asked->subject, asked->party, fact, asked->facts);
        if (found.tasks == 0) continue;
        if (!any) *facts = *asked->facts;
        any = true;
        task_set(facts, fact, value_number(found.other));
        fact_set_add(untold, fact);
    }
    return any;
}

/* Of a party: what its tasks do not tell must not change the answer, else it is unknown. */
static enum status run_rule(struct finder *finder, size_t index, const struct asked *asked, struct rule_outcome *outcome,
                            struct fact_set *missing) {
    const enum status status = run_on(finder, index, asked->facts, outcome, missing);
    struct fact_set untold = {{0}}, none = {{0}};
    struct rule_outcome other = {0};
    if (!asked->of || (status != STATUS_PASS && status != STATUS_FAIL)) return status;
    const struct rule *rule = &finder->making->audit->options.book->rules[index];
    if (!set_others(finder, rule, asked, finder->other, &untold)) return status;
    if (run_on(finder, index, finder->other, &other, &none) == status) return status;
    *missing = untold;
    return STATUS_UNKNOWN;
}

/* The tasks behind what a rule of a party needs: behind all its facts together. */
static bool take_tasks(struct finder *finder, const struct rule *rule, const struct asked *asked, struct audit_tasks *out) {
    struct making *making = finder->making;
    struct audit_tasks best = {NULL, 0};
    if (!asked->of) {
        *out = asked->tasks;
        return true;
    }
    for (size_t i = 0; i < rule->need_count; i++) {
        struct audit_tasks tasks;
        if (!behind_tasks(making, rule->needs[i], asked->of, asked->party, &tasks)) return false;
        if (tasks.count > 0 && (best.count == 0 || tasks.count < best.count)) best = tasks;
    }
    *out = best;
    return true;
}

static bool keep(struct finder *finder, size_t index, const struct asked *asked, const struct audit_finding *finding) {
    struct audit_report *report = finder->making->report;
    struct audit *audit = finder->making->audit;
    void *array = report->findings;
    struct audit_finding *kept = book_more(&array, &report->finding_count, &finder->capacity, sizeof *kept);
    if (array) report->findings = array;
    if (!kept) return false;
    *kept = *finding;
    struct task *facts = arena_take(&audit->arena, sizeof *facts);
    if (!facts) return false;
    *facts = *asked->facts;
    kept->facts = facts;
    return take_tasks(finder, &audit->options.book->rules[index], asked, &kept->tasks);
}

static bool ask(struct finder *finder, size_t index, const struct asked *asked) {
    struct audit_finding finding = {
        .rule = &finder->making->audit->options.book->rules[index], .subject = asked->subject, .party = asked->party};
    finding.status = run_rule(finder, index, asked, &finding.outcome, &finding.missing);
    switch (finding.status) {
    case STATUS_NOT_APPLICABLE:
    case STATUS_PASS:
    case STATUS_WAIVED: return true;
    case STATUS_UNKNOWN:
        if (finder->unknown[index]) return true;
        finder->unknown[index] = true;
        return keep(finder, index, asked, &finding);
    case STATUS_FAIL:
    case STATUS_ERROR: return keep(finder, index, asked, &finding);
    }
    return true;
}

/* --- subjects --- */

static bool ask_parties(struct finder *finder, size_t index, enum subject subject, const struct audit_party *parties,
                        size_t count) {
    for (size_t i = 0; i < count; i++) {
        const struct asked asked = {.subject = subject,
                                    .party = subject == SUBJECT_COUNTY ? -1 : (int)i,
                                    .facts = &parties[i].measures->facts,
                                    .of = &parties[i]};
        if (subject == SUBJECT_DEPARTMENT && parties[i].tasks.count == 0) continue;
        if (!ask(finder, index, &asked)) return false;
    }
    return true;
}

static bool ask_matters(struct finder *finder, size_t index) {
    const struct audit_report *report = finder->making->report;
    for (size_t i = 0; i < report->matter_count; i++) {
        const struct audit_matter *matter = &report->matters[i];
        const struct asked asked = {.subject = SUBJECT_MATTER, .party = (int)i, .facts = matter->facts, .tasks = matter->tasks};
        if (!ask(finder, index, &asked)) return false;
    }
    return true;
}

static void set(struct task *facts, enum fact_id fact, int64_t number) { task_set(facts, fact, value_number(number)); }

/* What is measured of one paper; a field that it does not tell stays absent. */
static void measure_paper(const struct making *making, uint32_t number, struct task *facts) {
    const struct kept *task = &making->audit->tasks[number];
    struct sums sums = {{0}};
    task_clear(facts);
    kept_add(task, &sums);
    measure_sums(&sums, facts);
    task_set(facts, FACT_ID_MONTH_SUBJECT, value_of_text(task->shown.title));
    if (task->version > 0) set(facts, FACT_ID_MONTH_VERSIONS, task->version);
    if (task->satisfaction >= 0) set(facts, FACT_ID_MONTH_SATISFACTION_WEIGHT, task->satisfaction);
    if (task->sample >= 0) set(facts, FACT_ID_MONTH_SAMPLE_RATIO, task->sample);
    if (task->on_duty >= 0) set(facts, FACT_ID_MONTH_ON_DUTY_HOURS, task->on_duty);
    if (task->is_rest_told) set(facts, FACT_ID_MONTH_REST_DAYS, task->rest_days);
    set(facts, FACT_ID_MONTH_REST_UNTOLD, task->rest_days >= 0 && !task->is_rest_told);
    set(facts, FACT_ID_MONTH_EVIDENCE_TASK, sums.at[SUM_EVIDENCE]);
    set(facts, FACT_ID_MONTH_DUPLICATES, making->marks.duplicate[number]);
    set(facts, FACT_ID_MONTH_DATA_ASKED_AGAIN, making->marks.asked_again[number]);
    set(facts, FACT_ID_MONTH_RENEWED, making->marks.renewed[number]);
    set(facts, FACT_ID_MONTH_RESENT, making->marks.resent[number]);
    set(facts, FACT_ID_MONTH_RETALIATION, making->marks.retaliates[number]);
    untold_drop(task, facts);
}

static bool set_texts(struct audit *audit, struct task *facts, enum fact_id fact, struct texts texts) {
    struct value *items = arena_take_array(&audit->arena, texts.count + 1, sizeof *items);
    if (!items) return false;
    for (size_t i = 0; i < texts.count; i++) items[i] = value_of_text(texts.at[i]);
    task_set(facts, fact, (struct value){.items = items, .count = (uint32_t)texts.count, .state = VALUE_GIVEN});
    return true;
}

/* Repeats by the last of their tasks, which bears them: a chain for each task. */
struct borne {
    uint32_t *first, *next; /* number of a repeat plus 1; 0 = no more */
};

static bool borne_open(const struct making *making, struct borne *out) {
    const struct audit_report *report = making->report;
    out->first = alloc_new((making->audit->task_count + 1) * sizeof *out->first);
    out->next = alloc_new((report->repeat_count + 1) * sizeof *out->next);
    if (!out->first || !out->next) return false;
    for (size_t i = 0; i < report->repeat_count; i++) {
        const struct audit_tasks *tasks = &report->repeats[i].tasks;
        if (tasks->count == 0) continue;
        out->next[i] = out->first[tasks->at[tasks->count - 1]];
        out->first[tasks->at[tasks->count - 1]] = (uint32_t)i + 1;
    }
    return true;
}

/* What repeats say of one paper: how many versions that day, which data and whom to fetch them from. */
static bool measure_repeats(const struct making *making, const struct borne *borne, uint32_t number, struct task *facts) {
    set(facts, FACT_ID_MONTH_VERSIONS_DAY, 1);
    for (uint32_t at = borne->first[number]; at != 0; at = borne->next[at - 1]) {
        const struct audit_repeat *repeat = &making->report->repeats[at - 1];
        if (repeat->kind == REPEAT_VERSIONS_SAME_DAY) set(facts, FACT_ID_MONTH_VERSIONS_DAY, (int64_t)repeat->count);
        if (repeat->kind != REPEAT_DATA) continue;
        if (!set_texts(making->audit, facts, FACT_ID_MONTH_DATA_AGAIN_FIELDS, repeat->fields) ||
            !set_texts(making->audit, facts, FACT_ID_MONTH_DATA_HELD_BY, repeat->held_by))
            return false;
    }
    return true;
}

/* All paper rules on one paper. */
static bool ask_paper(struct finder *finder, const struct borne *borne, uint32_t number, struct task *facts,
                      const size_t *rules, size_t count) {
    uint32_t *own = arena_take(&finder->making->audit->arena, sizeof *own);
    if (!own) return false;
    *own = number;
    measure_paper(finder->making, number, facts);
    bool ok = measure_repeats(finder->making, borne, number, facts);
    const struct asked asked = {.subject = SUBJECT_PAPER, .party = (int)number, .facts = facts, .tasks = {own, 1}};
    for (size_t k = 0; ok && k < count; k++) ok = ask(finder, rules[k], &asked);
    return ok;
}

static bool ask_papers(struct finder *finder, const size_t *rules, size_t count) {
    struct borne borne = {0};
    struct task *facts = alloc_new(sizeof *facts);
    bool ok = facts && borne_open(finder->making, &borne);
    for (size_t i = 0; ok && count > 0 && i < finder->making->audit->task_count; i++)
        ok = ask_paper(finder, &borne, (uint32_t)i, facts, rules, count);
    alloc_free(facts);
    alloc_free(borne.first);
    alloc_free(borne.next);
    return ok;
}

static bool ask_rule(struct finder *finder, size_t index) {
    const struct audit_report *report = finder->making->report;
    const struct rule *rule = &finder->making->audit->options.book->rules[index];
    switch (rule->subject) {
    case SUBJECT_COUNTY: return ask_parties(finder, index, SUBJECT_COUNTY, &report->county, 1);
    case SUBJECT_DEPARTMENT:
        return ask_parties(finder, index, SUBJECT_DEPARTMENT, report->departments, report->department_count);
    case SUBJECT_TOWNSHIP: return ask_parties(finder, index, SUBJECT_TOWNSHIP, report->townships, report->township_count);
    case SUBJECT_MATTER: return ask_matters(finder, index);
    case SUBJECT_PAPER:
    case SUBJECT_NONE: return true;
    }
    return true;
}

static int by_level(const void *a, const void *b) {
    const struct audit_finding *x = a, *y = b;
    if (x->status != y->status) return x->status == STATUS_UNKNOWN ? 1 : y->status == STATUS_UNKNOWN ? -1 : 0;
    if (x->rule->level != y->rule->level) return x->rule->level > y->rule->level ? -1 : 1;
    const int which = str_compare(x->rule->id, y->rule->id);
    if (which != 0) return which;
    return x->party < y->party ? -1 : x->party > y->party;
}

bool make_findings(struct making *making) {
    const struct rulebook *book = making->audit->options.book;
    struct finder finder = {
        .making = making, .unknown = alloc_new((book->count + 1) * sizeof(bool)), .other = alloc_new(sizeof(struct task))};
    size_t *papers = alloc_new((book->count + 1) * sizeof *papers), paper_count = 0;
    bool ok = finder.unknown && finder.other && papers;
    for (size_t i = 0; ok && i < book->count; i++) {
        const struct rule *rule = &book->rules[i];
        if (rule->stage != STAGE_AUDIT || !rule_holds(rule, making->audit->period.to)) continue;
        if (rule->subject == SUBJECT_PAPER) papers[paper_count++] = i;
        ok = ask_rule(&finder, i);
    }
    ok = ok && ask_papers(&finder, papers, paper_count);
    struct audit_report *report = making->report;
    if (ok && report->finding_count > 0) qsort(report->findings, report->finding_count, sizeof *report->findings, by_level);
    alloc_free(finder.unknown);
    alloc_free(finder.other);
    alloc_free(papers);
    return ok;
}
