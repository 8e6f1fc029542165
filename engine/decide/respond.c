#include <decide/balance.h>
#include <decide/respond.h>

static void add_ground(struct answer *answer, int ground) {
    if (ground < 0 || answer->ground_count == sizeof answer->grounds / sizeof *answer->grounds) return;
    for (size_t i = 0; i < answer->ground_count; i++)
        if (answer->grounds[i] == ground) return;
    answer->grounds[answer->ground_count++] = ground;
}

static void shut(struct answer *answer, enum closed_reason reason) {
    *answer = (struct answer){.open = false, .reason = reason};
}

/* A failure that stands whatever the absent facts are, and that no emergency excuses. */
static bool is_certain_failure(const struct plan *plan, bool emergency_decides, const struct finding *finding) {
    if (finding->excused || (finding->status != STATUS_FAIL && finding->status != STATUS_ERROR)) return false;
    return !emergency_decides || !rule_set_has(&plan->excusable, finding->rule_index);
}

/* Whether something that could still turn the verdict is not told. */
static bool is_undecided(const struct decision *decision) { return decision->question_count > 0; }

static int item_kind(const struct task *task) {
    return task_given(task, FACT_ID_ITEM_KIND) ? (int)task->value[FACT_ID_ITEM_KIND].number : -1;
}

static bool text_is_of_kind(const struct task *task, int kind) {
    return task_given(task, FACT_ID_ITEM_TEXT_KIND) && task->value[FACT_ID_ITEM_TEXT_KIND].number == kind;
}

/* A basic duty may not be declined; but a paper does not become one by claiming an item that its own text contradicts. */
static bool is_basic_duty(const struct task *task) {
    return item_kind(task) == ITEM_BASIC && (!task_true(task, FACT_ID_ITEM_CONTRADICTED) || text_is_of_kind(task, ITEM_BASIC));
}

static void weigh_accept(const struct decision *decision, struct answer *answer) {
    if (item_kind(decision->task) == ITEM_RECALLED ||
        (task_true(decision->task, FACT_ID_ITEM_CONTRADICTED) && text_is_of_kind(decision->task, ITEM_RECALLED)))
        shut(answer, CLOSED_RECALLED);
    else
        *answer = (struct answer){.open = true};
}

/* Opens the answer when failures of at least `level` stand; their grounds go with it. `needs_ground`: one without is no reason.
 */
static bool open_by_failures(const struct plan *plan, bool emergency_decides, const struct decision *decision, enum level level,
                             bool needs_ground, struct answer *answer) {
    *answer = (struct answer){.open = false};
    for (size_t i = 0; i < decision->finding_count; i++) {
        const struct finding *finding = &decision->findings[i];
        if (finding->rule->level < level || !is_certain_failure(plan, emergency_decides, finding)) continue;
        if (needs_ground && (finding->rule->ground < 0 || finding->status != STATUS_FAIL)) continue;
        add_ground(answer, finding->status == STATUS_FAIL ? finding->rule->ground : -1);
        answer->open = true;
    }
    return answer->open;
}

static void weigh_decline(const struct plan *plan, bool emergency_decides, const struct decision *decision,
                          struct answer *answer) {
    const struct task *task = decision->task;
    if (is_basic_duty(task))
        shut(answer, CLOSED_BASIC_DUTY);
    else if (task_true(task, FACT_ID_ISSUER_BINDS))
        shut(answer, CLOSED_ISSUER_BINDS);
    else if (!open_by_failures(plan, emergency_decides, decision, LEVEL_HOLD, true, answer))
        shut(answer, is_undecided(decision) ? CLOSED_UNDECIDED : CLOSED_NO_GROUND);
    else if (!task_knows(task, FACT_ID_ISSUER_BINDS)) /* it may come from one that may not be refused */
        shut(answer, CLOSED_UNDECIDED);
}

static void weigh_object(const struct plan *plan, bool emergency_decides, const struct decision *decision,
                         struct answer *answer) {
    if (!open_by_failures(plan, emergency_decides, decision, LEVEL_WARN, false, answer))
        shut(answer, is_undecided(decision) ? CLOSED_UNDECIDED : CLOSED_NO_GROUND);
}

static bool is_about_resources(enum family family) {
    return family == FAMILY_RESOURCE || family == FAMILY_POWER || family == FAMILY_TIME;
}

/* What is lacking can be asked for whatever the verdict is, in an emergency too. */
static void weigh_request(const struct plan *plan, const struct decision *decision, struct answer *answer) {
    const struct vocabulary *vocabulary = &plan->vocabulary;
    const int grounds[BALANCE_COUNT] = {[BALANCE_POWER] = vocabulary->no_power,
                                        [BALANCE_FUNDS] = vocabulary->no_funds,
                                        [BALANCE_STAFF] = vocabulary->no_staff,
                                        [BALANCE_GUIDANCE] = vocabulary->unclear_guidance,
                                        [BALANCE_TIME] = vocabulary->time_unreasonable};
    bool all_known = true;
    *answer = (struct answer){.open = false};
    for (size_t i = 0; i < BALANCE_COUNT; i++) {
        all_known = all_known && decision->balance[i].known;
        if (!balance_is_short(&decision->balance[i])) continue;
        add_ground(answer, grounds[i]);
        answer->open = true;
    }
    for (size_t i = 0; i < decision->finding_count; i++) {
        const struct finding *finding = &decision->findings[i];
        if (finding->status != STATUS_FAIL || !is_about_resources(finding->rule->family)) continue;
        add_ground(answer, finding->rule->ground);
        answer->open = true;
    }
    if (!answer->open) shut(answer, all_known ? CLOSED_NOTHING_SHORT : CLOSED_UNDECIDED);
}

void respond_weigh(const struct plan *plan, bool emergency_decides, struct decision *out) {
    weigh_accept(out, &out->answers[ANSWER_ACCEPT]);
    weigh_decline(plan, emergency_decides, out, &out->answers[ANSWER_DECLINE]);
    weigh_object(plan, emergency_decides, out, &out->answers[ANSWER_OBJECT]);
    weigh_request(plan, out, &out->answers[ANSWER_REQUEST_RESOURCES]);
}
