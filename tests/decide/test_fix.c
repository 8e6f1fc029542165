/* The smallest fixes: each makes the task admissible when it is judged afresh, and none is larger than it must be. */
#include "world.h"

#define FORM                                                                                                                                   \
    "title=消防安全检查 complete=true kind=form issuer.name=县消防救援大队 issuer.kind=county_department townships=木塘垸镇 " \
    "document.form=memo document.version=1 received_at=2026-11-05T09:30 due_at=2026-11-05T16:00 emergency.declared=false "                     \
    "basis=消防法,第三条,law powers.required=none powers.granted=none funds.required=none funds.provided=none "                          \
    "funds.matching_required=none staff.required=none staff.provided=none staff.days=none origin=upper "

static struct world world;

static int open_world(void **state) {
    (void)state;
    world_open(&world, "rules");
    return 0;
}

static int close_world(void **state) {
    (void)state;
    world_close(&world);
    return 0;
}

static void fix_task(const char *facts, int item, struct task *task, struct decision *decision, struct fixes *fixes) {
    struct quanze_error error;
    world_task(&world, task, facts);
    world_decide(&world, task, item, decision);
    assert_int_equal(decide_fix(world.decider, decision, &world.arena, fixes, &error), QUANZE_OK);
}

static const struct fact_value *set_of(const struct fix *fix, enum fact_id fact) {
    for (size_t i = 0; i < fix->set_count; i++)
        if (fix->sets[i].fact == fact) return &fix->sets[i];
    return NULL;
}

/* The verdict of the task with `skip` (-1: none) of the changes left out, judged from its facts. */
static enum verdict judged_with(const struct task *task, const struct fix *fix, int item, size_t skip) {
    struct task changed = *task;
    struct decision decision = {0};
    for (size_t i = 0; i < fix->set_count; i++)
        if (i != skip) task_set(&changed, fix->sets[i].fact, fix->sets[i].value);
    world_decide(&world, &changed, item, &decision);
    return decision.verdict;
}

static void a_deadline_is_one_change_of_the_issuer(void **state) {
    (void)state;
    struct task task;
    struct decision decision;
    struct fixes fixes;
    fix_task(FORM, -1, &task, &decision, &fixes);
    assert_int_equal(decision.verdict, VERDICT_REJECT);
    assert_int_equal(fixes.end, FIX_FOUND);
    const struct fix *fix = &fixes.at[0];
    const struct fact_value *due = set_of(fix, FACT_ID_DUE_AT);
    assert_non_null(due);
    assert_int_equal(day_of_minute(due->value.number), world_day("2026-11-09"));
    assert_int_equal(fix->workdays, 2);
    assert_int_equal(fix->yuan_fen, 0);
    assert_true(str_equal(fix->who[0]->name, STR("issuer")));
}

static void every_fix_is_judged_afresh_and_needs_all_its_changes(void **state) {
    (void)state;
    static const char *const tasks[] = {FORM, FORM "role=main",
                                        FORM "demands.photos=true demands.leading_group=true demands.plaques=2",
                                        FORM "assessment.linked=true assessment.veto=true accountability.clause=true role=main",
                                        FORM "basis=属地管理,,territorial_only actions=patrol,penalise role=main"};
    const int items[] = {-1, WORLD_BASIC, WORLD_FIRE};
    size_t found = 0;
    for (size_t i = 0; i < COUNT(tasks); i++)
        for (size_t j = 0; j < COUNT(items); j++) {
            struct task task;
            struct decision decision;
            struct fixes fixes;
            fix_task(tasks[i], items[j], &task, &decision, &fixes);
            for (size_t k = 0; k < fixes.count; k++, found++) {
                const struct fix *fix = &fixes.at[k];
                assert_int_equal(judged_with(&task, fix, items[j], SIZE_MAX), fix->verdict);
                if (fix->verdict >= VERDICT_HOLD) continue; /* facts are to be told beside */
                for (size_t skip = 0; skip < fix->set_count; skip++)
                    if (judged_with(&task, fix, items[j], skip) < VERDICT_HOLD)
                        fail_msg("task %zu, item %d, fix %zu: change %zu is not needed", i, items[j], k, skip);
            }
        }
    assert_true(found >= 5);
}

static void a_recalled_item_is_withdrawn(void **state) {
    (void)state;
    struct task task;
    struct decision decision;
    struct fixes fixes;
    fix_task(FORM, WORLD_RECALLED, &task, &decision, &fixes);
    assert_int_equal(fixes.end, FIX_WITHDRAW);
    assert_int_equal(fixes.count, 0);
    assert_true(fixes.blocked_count > 0);
}

static void what_is_unknown_is_told_and_not_fixed(void **state) {
    (void)state;
    struct task task;
    struct decision decision;
    struct fixes fixes;
    fix_task("title=消防安全检查 complete=true kind=form", -1, &task, &decision, &fixes);
    assert_int_equal(decision.verdict, VERDICT_HOLD);
    assert_int_equal(fixes.end, FIX_FACTS_MISSING);
    assert_int_equal(fixes.count, 0);
}

static void acts_of_power_may_stay_with_the_department(void **state) {
    (void)state;
    struct task task;
    struct decision decision;
    struct fixes fixes;
    fix_task(FORM "kind=patrol guidance.objective=甲 guidance.method=乙 guidance.standard=丙 guidance.contact=丁 "
                  "due_at=2026-11-20T16:00 role=cooperating actions=patrol,penalise department_retains=指导",
             WORLD_FIRE, &task, &decision, &fixes);
    assert_int_equal(fixes.end, FIX_FOUND);
    const struct fact_value *actions = NULL;
    for (size_t i = 0; i < fixes.count && !actions; i++) {
        actions = set_of(&fixes.at[i], FACT_ID_ACTIONS);
        if (!actions) continue;
        const struct fact_value *kept = set_of(&fixes.at[i], FACT_ID_DEPARTMENT_RETAINS);
        assert_int_equal(actions->value.count, 1);
        assert_true(str_equal(value_text(&actions->value.items[0]), STR("patrol")));
        assert_non_null(kept);
        assert_int_equal(kept->value.count, 2);
        assert_true(str_equal(value_text(&kept->value.items[0]), STR("指导")));
    }
    assert_non_null(actions);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_deadline_is_one_change_of_the_issuer),
        cmocka_unit_test(every_fix_is_judged_afresh_and_needs_all_its_changes), cmocka_unit_test(a_recalled_item_is_withdrawn),
        cmocka_unit_test(what_is_unknown_is_told_and_not_fixed), cmocka_unit_test(acts_of_power_may_stay_with_the_department)};
    return cmocka_run_group_tests(tests, open_world, close_world);
}
