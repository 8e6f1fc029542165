/* derive_resource.c - the people and the money that the task needs.
 *
 * The list's norm is the least that is needed; what the issuer states may be more. So while the issuer is silent only the
 * lower end is told, and a paper that states less than the norm does not undercut it.
 */
#include <decide/derive.h>

/* More than any task costs or takes: the upper end of a sum of which only the lower end is told. */
static const int64_t BOUNDLESS = INT64_C(1000000000000000);

/* A sum told from below, and whether that is all of it. */
struct sum {
    int64_t floor;
    bool is_exact;
};

static int64_t number_of(const struct task *task, enum fact_id fact) {
    return task_given(task, fact) ? task->value[fact].number : 0;
}

/* Sets the fact, or its ends with the facts of `reads` that are absent. */
static void set_sum(struct task *task, struct derived *out, enum fact_id fact, struct sum sum, const struct fact_set *missing) {
    if (sum.is_exact) {
        task_set(task, fact, value_number(sum.floor));
        return;
    }
    fact_set_drop(&task->known, fact);
    out->missing[fact - FIRST_DERIVED] = *missing;
    if (sum.floor == 0) return; /* nothing is told of it */
    fact_set_add(&out->bounded, fact);
    out->bounds[fact - FIRST_DERIVED] = (struct bounds){value_number(sum.floor), value_number(BOUNDLESS)};
}

static void require(const struct task *task, enum fact_id fact, struct fact_set *missing) {
    if (!task_knows(task, fact)) fact_set_add(missing, fact);
}

/* People x days x norm; no more than can be counted. */
static int64_t cost_of(int64_t people, int64_t days, int64_t norm) {
    int64_t person_days = 0, cost = 0;
    if (__builtin_mul_overflow(people, days, &person_days) || __builtin_mul_overflow(person_days, norm, &cost))
        return BOUNDLESS;
    return cost < BOUNDLESS ? cost : BOUNDLESS;
}

static int64_t larger(int64_t a, int64_t b) { return a > b ? a : b; }

bool derive_resources(const struct deriver *deriver, struct task *task, struct derived *out) {
    static const struct item NO_ITEM = {.per_person_day = -1, .staff_min = -1};
    const struct item *item = deriver->match->item >= 0 ? &deriver->plan->list->items[deriver->match->item] : &NO_ITEM;
    struct fact_set missing = {{0}};
    require(task, FACT_ID_STAFF_REQUIRED, &missing);
    struct sum staff = {larger(number_of(task, FACT_ID_STAFF_REQUIRED), larger(item->staff_min, 0)),
                        task_knows(task, FACT_ID_STAFF_REQUIRED)};
    set_sum(task, out, FACT_ID_STAFF_NEEDED, staff, &missing);
    out->staff_floor = staff.floor;

    struct sum funds = {number_of(task, FACT_ID_FUNDS_REQUIRED), task_knows(task, FACT_ID_FUNDS_REQUIRED)};
    if (item->per_person_day > 0) {
        funds.floor = larger(funds.floor, cost_of(staff.floor, number_of(task, FACT_ID_STAFF_DAYS), item->per_person_day));
        funds.is_exact = funds.is_exact && staff.is_exact && task_knows(task, FACT_ID_STAFF_DAYS);
        require(task, FACT_ID_STAFF_DAYS, &missing);
    } else {
        missing = (struct fact_set){{0}};
    }
    require(task, FACT_ID_FUNDS_REQUIRED, &missing);
    set_sum(task, out, FACT_ID_FUNDS_NEEDED, funds, &missing);
    out->funds_floor = funds.floor;
    return true;
}
