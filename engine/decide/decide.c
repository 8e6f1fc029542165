#include <base/alloc.h>
#include <decide/balance.h>
#include <decide/fix.h>
#include <decide/question.h>
#include <decide/remedy.h>
#include <decide/respond.h>

/* Days on which the same rules of stage screen are in force. */
struct era {
    struct validity days;
    struct rule_set in_force;
    size_t rule_count;
};

enum { ERAS = 8 }; /* papers of a year see few rules begin or end */

struct decider {
    struct arena arena;
    const struct plan *plan;
    struct rule_core *core;
    struct power_cache *powers;
    const struct history *history;
    struct quanze_error trouble; /* of the past */
    struct era eras[ERAS];
    size_t era_count, oldest_era;
    const struct era *era; /* of the last task */
    bool verdict_alone;
    struct judgement main, after; /* of the task as it is, and with its remedies applied */
    struct remedy_bench bench;
    struct arena scratch; /* of one trial of a fix */
};

static bool take_judgement(struct arena *arena, size_t rules, bool keeps_outcomes, struct judgement *out) {
    out->keeps_outcomes = keeps_outcomes;
    out->rulings = arena_take_array(arena, rules + 1, sizeof *out->rulings);
    out->passed = arena_take_array(arena, rules + 1, sizeof *out->passed);
    out->outcomes = arena_take_array(arena, keeps_outcomes ? rules + 1 : 1, sizeof *out->outcomes);
    return out->rulings && out->passed && out->outcomes;
}

quanze_status decider_open(const struct plan *plan, bool strict, struct decider **out, struct quanze_error *error) {
    struct decider *decider = alloc_new(sizeof *decider);
    if (!decider) return error_memory(error);
    decider->plan = plan;
    quanze_status status = QUANZE_OK;
    if (!take_judgement(&decider->arena, plan->book->count, true, &decider->main) ||
        !take_judgement(&decider->arena, plan->book->count, false, &decider->after))
        status = error_memory(error);
    if (status == QUANZE_OK) status = power_cache_open(plan, &decider->powers, error);
    if (status == QUANZE_OK) status = rule_core_open(plan->book, plan->calendar, strict, &decider->core, error);
    if (status != QUANZE_OK) {
        decider_close(decider);
        return status;
    }
    *out = decider;
    return QUANZE_OK;
}

void decider_leave_advice(struct decider *decider) { decider->verdict_alone = true; }

void decider_measure(struct decider *decider, struct rule_meter *meters, const struct rule_clock *clock) {
    rule_core_measure(decider->core, meters, clock);
}

void decider_close(struct decider *decider) {
    if (!decider) return;
    if (decider->core) rule_core_close(decider->core);
    power_cache_close(decider->powers);
    arena_free(&decider->arena);
    arena_free(&decider->scratch);
    alloc_free(decider);
}

void decider_remember(struct decider *decider, const struct history *history) { decider->history = history; }

int32_t decide_day(const struct task *task, int32_t today) {
    if (task_given(task, FACT_ID_RECEIVED_AT)) return day_of_minute(task->value[FACT_ID_RECEIVED_AT].number);
    if (task_given(task, FACT_ID_DOCUMENT_DATE)) return (int32_t)task->value[FACT_ID_DOCUMENT_DATE].number;
    static const enum fact_id LATER[] = {FACT_ID_MESSAGE_SENT_AT, FACT_ID_MEETING_AT, FACT_ID_INSPECTION_AT};
    for (size_t i = 0; i < sizeof LATER / sizeof *LATER; i++)
        if (task_given(task, LATER[i])) return day_of_minute(task->value[LATER[i]].number);
    return today;
}

/* Hardest level first, then what is certain before what is not, then by rule id (which is rule order). */
static unsigned rank_of(const struct plan *plan, const struct ruling *ruling) {
    static const unsigned CERTAINTY[] = {[STATUS_FAIL] = 0, [STATUS_ERROR] = 1, [STATUS_UNKNOWN] = 2, [STATUS_WAIVED] = 3};
    unsigned level = (unsigned)(LEVEL_BLOCK - plan->book->rules[ruling->rule].level);
    return level << 16 | CERTAINTY[ruling->status] << 12 | ruling->rule;
}

/* Rulings come in rule order and are few: insertion keeps it simple. */
static void sort_rulings(const struct plan *plan, struct judgement *judgement) {
    for (size_t i = 1; i < judgement->count; i++) {
        const struct ruling moved = judgement->rulings[i];
        const unsigned rank = rank_of(plan, &moved);
        size_t at = i;
        for (; at > 0 && rank_of(plan, &judgement->rulings[at - 1]) > rank; at--)
            judgement->rulings[at] = judgement->rulings[at - 1];
        judgement->rulings[at] = moved;
    }
}

/* Everything but the texts of the outcome and the remedy, which are only read where they say that they are there. */
static void start_finding(struct finding *finding, const struct plan *plan, size_t rule, enum status status) {
    finding->rule = &plan->book->rules[rule];
    finding->rule_index = rule;
    finding->status = status;
    finding->outcome.status = status;
    finding->outcome.message = NULL;
    finding->outcome.value_count = 0;
    finding->outcome.unknown_fact = -1;
    finding->outcome.missing_year = 0;
    finding->outcome.error = (struct bilingual){{"", 0}, {"", 0}};
    finding->waiver = NULL;
    finding->missing = (struct fact_set){{0}};
    finding->waits_for_text = false;
    finding->excused = finding->unchecked = finding->has_remedy = false;
    finding->remedy.set_count = finding->remedy.value_count = 0;
    finding->remedy.message = NULL;
}

/* Only the values that the rule put into its message are copied: an outcome is large, and most are empty. */
static void copy_outcome(const struct rule_outcome *from, struct rule_outcome *to) {
    to->status = from->status;
    to->message = from->message;
    to->value_count = from->value_count;
    for (size_t i = 0; i < from->value_count; i++) to->values[i] = from->values[i];
    to->unknown_fact = from->unknown_fact;
    to->missing_year = from->missing_year;
    to->error = from->error;
}

static void write_finding(struct finding *finding, const struct plan *plan, const struct ruling *ruling) {
    start_finding(finding, plan, ruling->rule, ruling->status);
    copy_outcome(ruling->outcome, &finding->outcome);
    finding->waiver = ruling->waiver;
    finding->missing = ruling->missing;
    finding->excused = ruling->excused;
    finding->unchecked = ruling->unchecked;
}

/* Lays rulings and passes out as findings. False when memory ran out. */
static bool write_findings(const struct plan *plan, struct judgement *judgement, struct arena *arena, struct decision *out) {
    sort_rulings(plan, judgement);
    out->findings = arena_take(arena, judgement->count * sizeof *out->findings);
    out->passed = arena_take(arena, judgement->passed_count * sizeof *out->passed);
    if (!out->findings || !out->passed) return false;
    for (size_t i = 0; i < judgement->count; i++) write_finding(&out->findings[i], plan, &judgement->rulings[i]);
    for (size_t i = 0; i < judgement->passed_count; i++) out->passed[i] = &plan->book->rules[judgement->passed[i]];
    out->finding_count = judgement->count;
    out->passed_count = judgement->passed_count;
    return true;
}

/* By when the papers of an emergency task follow. Where the calendar lacks the year: by the end of the response, since the
 * exemption ends with it (突发事件应对法 86), and that day is told whenever a response counts as running. */
static int64_t papers_due(const struct judge *judge, const struct task *task) {
    const struct plan *plan = judge->deriver.plan;
    int64_t from = (int64_t)judge->deriver.day * DAY_MINUTES, due = 0;
    if (task_given(task, FACT_ID_START_AT))
        from = task->value[FACT_ID_START_AT].number;
    else if (task_given(task, FACT_ID_RECEIVED_AT))
        from = task->value[FACT_ID_RECEIVED_AT].number;
    const int workdays = (int)(plan_value_on(&plan->emergency_papers_workdays, judge->deriver.day) + 0.5);
    if (plan->calendar && calendar_add_workdays(plan->calendar, from, workdays, &due, NULL)) return due;
    return task->value[FACT_ID_EMERGENCY_EXPECTED_END].number;
}

static size_t rule_set_count(const struct rule_set *set, size_t words) {
    size_t count = 0;
    for (size_t i = 0; i < words; i++) count += (size_t)__builtin_popcountll(set->words[i]);
    return count;
}

/* Tries the remedies of what failed, then judges the task with all of them applied. False when memory ran out. */
static bool write_remedies(struct decider *decider, const struct judge *judge, struct task *task, struct decision *out) {
    out->has_after = decider->bench.out_of_memory = false;
    for (size_t i = 0; i < out->finding_count; i++) {
        struct finding *finding = &out->findings[i];
        if (finding->status != STATUS_FAIL || finding->excused) continue;
        finding->has_remedy =
            remedy_try(judge, task, &decider->main.derived, finding->rule_index, &decider->bench, &finding->remedy);
        out->has_after = out->has_after || finding->has_remedy;
    }
    if (decider->bench.out_of_memory || !out->has_after) return !decider->bench.out_of_memory;
    remedy_apply_all(judge, &(struct derivation){task, &decider->main.derived}, out->findings, out->finding_count,
                     &decider->bench);
    struct remedy_bench *bench = &decider->bench;
    if (bench->out_of_memory || !judge_again(judge, task, &decider->main, &bench->set, &bench->task, &decider->after))
        return false;
    out->after_remedies = decider->after.verdict;
    return true;
}

/* Rules that the text of an unfinished paper would tell: most of them, when there is none. */
static void note_waiting(const struct plan *plan, const struct task *task, struct decision *out) {
    struct fact_set by_text;
    derive_by_text(plan, task, &by_text);
    for (size_t i = 0; i < out->finding_count; i++) {
        struct finding *finding = &out->findings[i];
        for (size_t word = 0; word < FACT_WORDS; word++)
            if (finding->missing.words[word] & by_text.words[word]) finding->waits_for_text = !finding->unchecked;
    }
}

static bool write_decision(struct decider *decider, const struct judge *judge, struct task *task, struct decision *out) {
    const struct plan *plan = decider->plan;
    struct judgement *main = &decider->main;
    struct arena *arena = judge->deriver.arena;
    if (!judge_task(judge, task, main) || !write_findings(plan, main, arena, out)) return false;
    out->task = task;
    out->verdict = out->after_remedies = main->verdict;
    out->provisional = main->provisional;
    out->papers_due = main->provisional ? papers_due(judge, task) : 0;
    out->as_of = judge->deriver.day;
    out->match = *judge->deriver.match;
    out->applied_rules = decider->era->rule_count;
    if (decider->verdict_alone) return true;
    if (!balance_draw(&judge->deriver, task, &main->derived, out->balance)) return false;
    note_waiting(plan, task, out);
    if (!question_rank(plan, task, main, arena, out)) return false;
    if (!write_remedies(decider, judge, task, out)) return false;
    respond_weigh(plan, main->emergency_decides, out);
    return true;
}

static struct judge judge_of(struct decider *decider, const struct rule_set *in_force, const struct found_item *match,
                             int32_t day, struct arena *arena) {
    return (struct judge){
        decider->core, in_force, {decider->plan, decider->powers, match, day, arena, decider->history, &decider->trouble}};
}

/* Why a decision could not be made: the past could not be asked, or memory ran out. */
static quanze_status broke_off(const struct decider *decider, struct quanze_error *error) {
    if (decider->trouble.status == QUANZE_OK) return error_memory(error);
    *error = decider->trouble;
    return error->status;
}

static const struct era *era_of(struct decider *decider, int32_t day) {
    for (size_t i = 0; i < decider->era_count; i++)
        if (validity_holds(decider->eras[i].days, day)) return &decider->eras[i];
    struct era *era = &decider->eras[decider->oldest_era];
    decider->oldest_era = (decider->oldest_era + 1) % ERAS;
    if (decider->era_count < ERAS) decider->era_count++;
    plan_in_force(decider->plan, STAGE_SCREEN, day, &era->in_force, &era->days);
    era->rule_count = rule_set_count(&era->in_force, decider->plan->set_words);
    return era;
}

quanze_status decide_task(struct decider *decider, struct task *task, const struct found_item *match, int32_t as_of,
                          struct arena *arena, struct decision *out, struct quanze_error *error) {
    decider->era = era_of(decider, as_of);
    const struct judge judge = judge_of(decider, &decider->era->in_force, match, as_of, arena);
    struct fact_set assumed;
    decider->trouble.status = QUANZE_OK;
    derive_closed(decider->plan, task, &assumed);
    bool ok = write_decision(decider, &judge, task, out);
    /* What a finished paper leaves out was never seen: it goes back to absent. */
    judge_unset(task, &assumed);
    return ok ? QUANZE_OK : broke_off(decider, error);
}

quanze_status decide_fix(struct decider *decider, const struct decision *decision, struct arena *arena, struct fixes *out,
                         struct quanze_error *error) {
    const struct judge judge = judge_of(decider, &decider->era->in_force, &decision->match, decision->as_of, arena);
    struct fact_set assumed;
    struct task *task = arena_take(arena, sizeof *task);
    if (!task) return error_memory(error);
    *task = *decision->task;
    decider->trouble.status = QUANZE_OK;
    decider->bench.out_of_memory = false;
    derive_closed(decider->plan, task, &assumed);
    struct fixer fixer = {.judge = &judge,
                          .main = &decider->main,
                          .after = &decider->after,
                          .bench = &decider->bench,
                          .scratch = &decider->scratch,
                          .task = task,
                          .decision = decision};
    return judge_task(&judge, task, &decider->main) && fix_find(&fixer, out) ? QUANZE_OK : broke_off(decider, error);
}

/* A task that says nothing but the item, for all townships of the list. False when memory ran out. */
static bool item_as_task(const struct list *list, struct arena *arena, struct task *task) {
    static const enum fact_id NOTHING_ELSE[] = {FACT_ID_POWERS_REQUIRED, FACT_ID_POWERS_GRANTED, FACT_ID_KIND, FACT_ID_ACTIONS};
    task_clear(task);
    for (size_t i = 0; i < sizeof NOTHING_ELSE / sizeof *NOTHING_ELSE; i++)
        task_set(task, NOTHING_ELSE[i], (struct value){.state = VALUE_NONE});
    struct value *names = arena_take(arena, list->township_count * sizeof *names);
    if (!names) return false;
    for (size_t i = 0; i < list->township_count; i++) names[i] = value_of_text(list->townships[i].name);
    task_set(task, FACT_ID_TOWNSHIPS,
             (struct value){.items = names, .count = (uint32_t)list->township_count, .state = VALUE_GIVEN});
    return true;
}

quanze_status decide_item(struct decider *decider, int item, int32_t day, struct arena *arena, struct finding **out,
                          size_t *count, struct quanze_error *error) {
    const struct found_item match = {.how = HOW_DECLARED, .item = item, .score = 1000000, .text_item = -1};
    struct rule_set in_force;
    struct validity era;
    struct decision decision;
    plan_in_force(decider->plan, STAGE_LIST, day, &in_force, &era);
    const struct judge judge = judge_of(decider, &in_force, &match, day, arena);
    struct task *task = arena_take(arena, sizeof *task);
    if (!task || !item_as_task(decider->plan->list, arena, task)) return error_memory(error);
    if (!judge_task(&judge, task, &decider->main) || !write_findings(decider->plan, &decider->main, arena, &decision))
        return error_memory(error);
    *out = decision.findings;
    *count = decision.finding_count;
    return QUANZE_OK;
}
