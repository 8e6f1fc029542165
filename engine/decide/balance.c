#include <decide/balance.h>

static const struct balance_row EMPTY = {
    .needed = BALANCE_UNKNOWN, .given = BALANCE_UNKNOWN, .short_of = BALANCE_UNKNOWN, .known = true};

static void row_miss(struct balance_row *row, const struct derived *derived, size_t fact) {
    row->known = false;
    derive_missing(derived, fact, &row->missing);
}

static void draw_power(const struct task *task, const struct derived *derived, struct balance_row *row) {
    row->required = derived->needed;
    row->provided = derived->held;
    row->gap = derived->lacking;
    for (size_t fact = FACT_ID_POWERS_NEEDED; fact <= FACT_ID_POWERS_MISSING; fact++)
        if (!task_knows(task, (enum fact_id)fact)) row_miss(row, derived, fact);
}

/* What is short: told as soon as what was given is below the least that is needed. */
static void measure_gap(struct balance_row *row, bool needed_is_exact) {
    row->short_of = BALANCE_UNKNOWN;
    if (row->needed == BALANCE_UNKNOWN || row->given == BALANCE_UNKNOWN) return;
    if (row->given < row->needed)
        row->short_of = row->needed - row->given;
    else if (needed_is_exact)
        row->short_of = 0;
}

/* A row of a sum: `needed` is a derived fact with a lower end, `given` a fact of the task. */
static void draw_sum(const struct task *task, const struct derived *derived, enum fact_id needed, enum fact_id given,
                     struct balance_row *row) {
    bool exact = task_knows(task, needed);
    if (exact)
        row->needed = task->value[needed].number;
    else if (fact_set_has(&derived->bounded, needed))
        row->needed = derived->bounds[needed - FIRST_DERIVED].low.number;
    if (task_knows(task, given)) row->given = task_given(task, given) ? task->value[given].number : 0;
    if (!exact) row_miss(row, derived, needed);
    if (!task_knows(task, given)) row_miss(row, derived, given);
    measure_gap(row, exact);
}

static bool texts_add(struct arena *arena, struct texts *texts, struct str text) {
    if (!texts->at) texts->at = arena_take(arena, GUIDANCE_COUNT * sizeof *texts->at);
    if (!texts->at) return false;
    texts->at[texts->count++] = text;
    return true;
}

/* Only work that is to be done needs guidance; of a kind that is not told nothing is required yet. */
static bool draw_guidance(const struct plan *plan, const struct task *task, const struct derived *derived, struct arena *arena,
                          struct balance_row *row) {
    static const struct {
        enum fact_id fact;
        struct str name;
    } PARTS[GUIDANCE_COUNT] = {[GUIDANCE_OBJECTIVE] = {FACT_ID_GUIDANCE_OBJECTIVE, {"objective", 9}},
                               [GUIDANCE_METHOD] = {FACT_ID_GUIDANCE_METHOD, {"method", 6}},
                               [GUIDANCE_STANDARD] = {FACT_ID_GUIDANCE_STANDARD, {"standard", 8}},
                               [GUIDANCE_CONTACT] = {FACT_ID_GUIDANCE_CONTACT, {"contact", 7}}};
    if (!task_knows(task, FACT_ID_KIND)) {
        row_miss(row, derived, FACT_ID_KIND);
        return true;
    }
    if (!task_given(task, FACT_ID_KIND) || !vocabulary_has(plan->vocabulary.working_kinds, task->value[FACT_ID_KIND].number))
        return true;
    for (size_t i = 0; i < GUIDANCE_COUNT; i++) {
        if (!texts_add(arena, &row->required, PARTS[i].name)) return false;
        if (!task_knows(task, PARTS[i].fact)) {
            row_miss(row, derived, PARTS[i].fact);
            continue;
        }
        bool is_given = str_trim(task_text(task, PARTS[i].fact)).length > 0;
        if (!texts_add(arena, is_given ? &row->provided : &row->gap, PARTS[i].name)) return false;
    }
    return true;
}

/* Working time from receipt to deadline. Without a deadline there is no lack of time. */
static void draw_time(const struct deriver *deriver, const struct task *task, const struct derived *derived,
                      struct balance_row *row) {
    const struct plan *plan = deriver->plan;
    const double workdays = plan_value_on(&plan->min_notice_workdays, deriver->day);
    row->needed = (int64_t)(workdays * (double)plan->day_minutes + 0.5);
    if (task_knows(task, FACT_ID_DUE_AT) && !task_given(task, FACT_ID_DUE_AT)) {
        row->short_of = 0;
        return;
    }
    if (!task_given(task, FACT_ID_DUE_AT)) row_miss(row, derived, FACT_ID_DUE_AT);
    if (!task_given(task, FACT_ID_RECEIVED_AT)) row_miss(row, derived, FACT_ID_RECEIVED_AT);
    if (!row->known) return;
    int64_t minutes = 0;
    row->known = plan->calendar && calendar_working_minutes(plan->calendar, task->value[FACT_ID_RECEIVED_AT].number,
                                                            task->value[FACT_ID_DUE_AT].number, &minutes, NULL);
    if (row->known) row->given = minutes;
    measure_gap(row, true);
}

bool balance_draw(const struct deriver *deriver, const struct task *task, const struct derived *derived,
                  struct balance_row rows[BALANCE_COUNT]) {
    for (size_t i = 0; i < BALANCE_COUNT; i++) rows[i] = EMPTY;
    draw_power(task, derived, &rows[BALANCE_POWER]);
    draw_sum(task, derived, FACT_ID_FUNDS_NEEDED, FACT_ID_FUNDS_PROVIDED, &rows[BALANCE_FUNDS]);
    draw_sum(task, derived, FACT_ID_STAFF_NEEDED, FACT_ID_STAFF_PROVIDED, &rows[BALANCE_STAFF]);
    draw_time(deriver, task, derived, &rows[BALANCE_TIME]);
    return draw_guidance(deriver->plan, task, derived, deriver->arena, &rows[BALANCE_GUIDANCE]);
}

bool balance_is_short(const struct balance_row *row) {
    return row->gap.count > 0 || (row->short_of != BALANCE_UNKNOWN && row->short_of > 0);
}
