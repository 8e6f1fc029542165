/* fix_price.c - what a fix costs, and who must act for it. */
#include <decide/fix.h>

static int64_t number_before(const struct task *task, enum fact_id fact) {
    return task_given(task, fact) ? task->value[fact].number : 0;
}

/* How much more of it comes with the task; what is made less is no gain to anybody. */
static int64_t increase(const struct task *task, const struct fact_value *set) {
    const int64_t after = set->value.state == VALUE_GIVEN ? set->value.number : 0;
    const int64_t before = number_before(task, set->fact);
    return after > before ? after - before : 0;
}

static bool is_time(enum fact_type type) {
    return type == FACT_DATE || type == FACT_START || type == FACT_END || type == FACT_MOMENT;
}

static int32_t day_of(enum fact_id fact, int64_t number) {
    return fact_at(fact)->type == FACT_DATE ? (int32_t)number : day_of_minute(number);
}

/* Working days between the day of a time and the later one that replaces it; false when the calendar does not tell. */
static bool delay(const struct plan *plan, const struct task *task, const struct fact_value *set, int64_t *out) {
    *out = 0;
    if (!task_given(task, set->fact) || set->value.state != VALUE_GIVEN) return true;
    const int32_t before = day_of(set->fact, task->value[set->fact].number), after = day_of(set->fact, set->value.number);
    if (after <= before) return true;
    return plan->calendar && calendar_workdays_between(plan->calendar, before, after, out, NULL);
}

static void add_delay(const struct plan *plan, const struct task *task, const struct fact_value *set, struct fix *fix) {
    int64_t days = 0;
    if (!is_time(fact_at(set->fact)->type) || fix->workdays < 0) return;
    if (!delay(plan, task, set, &days))
        fix->workdays = -1;
    else if (days > fix->workdays)
        fix->workdays = days;
}

static void add_who(struct fix *fix, const struct choice *ask) {
    for (size_t i = 0; i < fix->who_count; i++)
        if (fix->who[i] == ask) return;
    fix->who[fix->who_count++] = ask;
}

bool fix_price(const struct plan *plan, const struct task *task, struct arena *arena, struct fix *fix) {
    fix->who = arena_take(arena, fix->set_count * sizeof *fix->who);
    if (!fix->who) return false;
    for (size_t i = 0; i < fix->set_count; i++) {
        const struct fact_value *set = &fix->sets[i];
        if (set->fact == FACT_ID_FUNDS_PROVIDED) fix->yuan_fen += increase(task, set);
        if (set->fact == FACT_ID_STAFF_PROVIDED) fix->people += increase(task, set);
        add_delay(plan, task, set, fix);
        add_who(fix, fact_at(set->fact)->ask);
    }
    return true;
}
