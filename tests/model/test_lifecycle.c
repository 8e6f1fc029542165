#include <model/lifecycle.h>

#include <base/buf.h>
#include <check.h>

/* A screened task that was admitted by its verdict, from a county department. */
static const struct lifecycle_case USUAL = {.id = STR_INIT("T-1"),
                                            .state = STATE_SCREENED,
                                            .is_screened = true,
                                            .is_admissible = true,
                                            .end_day = DAY_NONE,
                                            .due_day = DAY_NONE};

static const struct lifecycle_step STEP = {.today = 20648, .until = DAY_NONE};

static bool may(struct lifecycle_case of, struct lifecycle_step step, enum state_id to, enum office office) {
    struct quanze_error error;
    step.to = to;
    step.office = office;
    return lifecycle_check(&of, &step, &error) == QUANZE_OK;
}

static void names_are_found(void **state) {
    (void)state;
    for (int i = 0; i < STATE_COUNT; i++) {
        assert_int_equal(state_find(state_at((enum state_id)i)->name), i);
        assert_int_equal(state_find(state_at((enum state_id)i)->zh), i);
    }
    assert_int_equal(state_find(STR("acepted")), -1);
    assert_int_equal(state_nearest(STR("acepted")), STATE_ACCEPTED);
    assert_int_equal(state_nearest(STR("已函复")), STATE_REFUSAL_SENT);
    assert_int_equal(state_nearest(STR("子虚乌有")), -1);
    assert_int_equal(state_nearest(STR("")), -1);
}

/* Every state can be reached, and one that is no end can be left. */
static void no_state_is_a_trap(void **state) {
    (void)state;
    for (int i = 0; i < STATE_COUNT; i++) {
        struct buf next = {0};
        lifecycle_put_next(&next, (enum state_id)i, QUANZE_EN);
        assert_int_equal(next.length == 0, state_at((enum state_id)i)->is_end);
        buf_free(&next);
        bool reached = i == STATE_SUBMITTED || i == STATE_SCREENED; /* by being entered, by being screened */
        for (int from = 0; from < STATE_COUNT; from++) {
            struct lifecycle_case of = USUAL;
            of.state = (enum state_id)from;
            of.is_provisional = of.was_conditional = of.has_ground = true;
            if (i == STATE_EXPIRED) of.was_temporary = true, of.end_day = 20000;
            struct lifecycle_step step = STEP;
            step.until = 20700;
            for (unsigned office = 1; office <= 8; office *= 2)
                reached = reached || may(of, step, (enum state_id)i, (enum office)office);
        }
        if (!reached) fail_msg("nothing leads to %s", state_at((enum state_id)i)->name.at);
    }
}

static void who_may_is_checked(void **state) {
    (void)state;
    struct lifecycle_case received = USUAL;
    received.state = STATE_RECEIVED;
    assert_true(may(received, STEP, STATE_ACCEPTED, OFFICE_TOWNSHIP));
    assert_false(may(received, STEP, STATE_ACCEPTED, OFFICE_DEPARTMENT));
    assert_false(may(received, STEP, STATE_ACCEPTED, OFFICE_GATEKEEPER));
    assert_true(may(received, STEP, STATE_WITHDRAWN, OFFICE_DEPARTMENT));
    assert_false(may(received, STEP, STATE_WITHDRAWN, OFFICE_TOWNSHIP));
}

static void refusal_needs_a_ground(void **state) {
    (void)state;
    struct lifecycle_case of = USUAL;
    of.is_admissible = false;
    of.is_rejected = true;
    assert_false(may(of, STEP, STATE_REFUSED, OFFICE_GATEKEEPER));
    of.has_ground = true;
    assert_true(may(of, STEP, STATE_REFUSED, OFFICE_GATEKEEPER));
    of.state = STATE_RECEIVED_UNADMITTED;
    assert_true(may(of, STEP, STATE_REFUSAL_SENT, OFFICE_TOWNSHIP));
    of.has_ground = false;
    assert_false(may(of, STEP, STATE_REFUSAL_SENT, OFFICE_TOWNSHIP));
}

static void who_binds_is_objected_to_not_refused(void **state) {
    (void)state;
    struct lifecycle_case of = USUAL;
    of.has_ground = of.issuer_binds = true;
    assert_false(may(of, STEP, STATE_REFUSED, OFFICE_GATEKEEPER));
    of.state = STATE_RECEIVED_UNADMITTED;
    assert_false(may(of, STEP, STATE_REFUSAL_SENT, OFFICE_TOWNSHIP));
    assert_true(may(of, STEP, STATE_OBJECTED, OFFICE_TOWNSHIP));
}

static void a_basic_duty_is_never_refused(void **state) {
    (void)state;
    struct lifecycle_case of = USUAL;
    of.state = STATE_RECEIVED_UNADMITTED;
    of.has_ground = of.is_basic = true;
    assert_false(may(of, STEP, STATE_REFUSAL_SENT, OFFICE_TOWNSHIP));
    assert_true(may(of, STEP, STATE_OBJECTED, OFFICE_TOWNSHIP));
}

static void admission_follows_the_verdict(void **state) {
    (void)state;
    struct lifecycle_case of = USUAL;
    struct lifecycle_step two = STEP;
    two.has_second_person = true;
    assert_true(may(of, STEP, STATE_ADMITTED, OFFICE_GATEKEEPER));
    of.is_admissible = false; /* held: a second person must approve */
    assert_false(may(of, STEP, STATE_ADMITTED, OFFICE_GATEKEEPER));
    assert_true(may(of, two, STATE_ADMITTED, OFFICE_GATEKEEPER));
    of.is_rejected = true; /* never, whoever approves */
    assert_false(may(of, two, STATE_ADMITTED, OFFICE_GATEKEEPER));
    of = USUAL;
    of.is_recalled = true;
    assert_false(may(of, two, STATE_ADMITTED, OFFICE_GATEKEEPER));
    assert_false(may(of, two, STATE_IN_REVIEW, OFFICE_GATEKEEPER));
    of = USUAL;
    of.is_screened = false;
    assert_false(may(of, two, STATE_ADMITTED, OFFICE_GATEKEEPER));
}

static void conditions_and_limits_have_days(void **state) {
    (void)state;
    struct lifecycle_case of = USUAL;
    struct lifecycle_step step = STEP;
    assert_false(may(of, step, STATE_ADMITTED_CONDITIONAL, OFFICE_GATEKEEPER));
    assert_false(may(of, step, STATE_ADMITTED_TEMPORARY, OFFICE_GATEKEEPER));
    step.until = 20700;
    assert_true(may(of, step, STATE_ADMITTED_CONDITIONAL, OFFICE_GATEKEEPER));
    assert_true(may(of, step, STATE_ADMITTED_TEMPORARY, OFFICE_GATEKEEPER));
    of.end_day = 20690;
    assert_true(may(of, STEP, STATE_ADMITTED_TEMPORARY, OFFICE_GATEKEEPER));
}

/* What was admitted for a limited time ends there: nothing renews it. */
static void a_limited_time_ends(void **state) {
    (void)state;
    struct lifecycle_case of = USUAL;
    of.state = STATE_ACCEPTED;
    of.was_temporary = true;
    of.end_day = 20647;
    assert_false(may(of, STEP, STATE_IN_PROGRESS, OFFICE_TOWNSHIP));
    assert_true(may(of, STEP, STATE_EXPIRED, OFFICE_GATEKEEPER));
    assert_true(may(of, STEP, STATE_CLOSED, OFFICE_TOWNSHIP));
    of.end_day = 20648; /* its last day */
    assert_true(may(of, STEP, STATE_IN_PROGRESS, OFFICE_TOWNSHIP));
    assert_false(may(of, STEP, STATE_EXPIRED, OFFICE_GATEKEEPER));
    of.state = STATE_EXPIRED;
    for (int i = 0; i < STATE_COUNT; i++)
        for (unsigned office = 1; office <= 8; office *= 2) assert_false(may(of, STEP, (enum state_id)i, (enum office)office));
}

/* Once, and before the time runs out. */
static void a_decision_is_extended_once(void **state) {
    (void)state;
    struct lifecycle_case of = USUAL;
    of.state = STATE_IN_REVIEW;
    of.due_day = 20648; /* today */
    assert_true(may(of, STEP, STATE_IN_REVIEW_EXTENDED, OFFICE_GATEKEEPER));
    assert_true(may(of, STEP, STATE_IN_REVIEW_EXTENDED, OFFICE_GOVERNMENT));
    assert_false(may(of, STEP, STATE_IN_REVIEW_EXTENDED, OFFICE_DEPARTMENT));
    of.was_extended = true; /* before it was returned and submitted again */
    assert_false(may(of, STEP, STATE_IN_REVIEW_EXTENDED, OFFICE_GATEKEEPER));
    of.was_extended = false;
    of.due_day = 20647;
    assert_false(may(of, STEP, STATE_IN_REVIEW_EXTENDED, OFFICE_GATEKEEPER));
    of.state = STATE_IN_REVIEW_EXTENDED;
    of.due_day = 20660;
    assert_false(may(of, STEP, STATE_IN_REVIEW_EXTENDED, OFFICE_GATEKEEPER));
    assert_true(may(of, STEP, STATE_ADMITTED, OFFICE_GATEKEEPER));
    assert_true(may(of, STEP, STATE_RECEIVED_UNADMITTED, OFFICE_TOWNSHIP));
}

static void an_emergency_is_decided_first(void **state) {
    (void)state;
    struct lifecycle_case of = USUAL;
    assert_false(may(of, STEP, STATE_EMERGENCY_RUNNING, OFFICE_TOWNSHIP));
    of.is_provisional = true;
    assert_true(may(of, STEP, STATE_EMERGENCY_RUNNING, OFFICE_TOWNSHIP));
}

static void the_error_says_what_is_open(void **state) {
    (void)state;
    struct quanze_error error;
    struct lifecycle_case of = USUAL;
    of.state = STATE_RECEIVED;
    struct lifecycle_step step = STEP;
    step.to = STATE_CLOSED;
    step.office = OFFICE_TOWNSHIP;
    assert_int_equal(lifecycle_check(&of, &step, &error), QUANZE_USAGE);
    assert_non_null(strstr(error.en, "can become: accepted, objected, "));
    assert_non_null(strstr(error.zh, "可以转为：已承接、已提异议、"));
    step.to = STATE_ACCEPTED;
    step.office = OFFICE_DEPARTMENT;
    assert_int_equal(lifecycle_check(&of, &step, &error), QUANZE_USAGE);
    assert_non_null(strstr(error.en, "a township"));
    assert_non_null(strstr(error.zh, "乡镇街道"));
}

static void offices_are_told_apart(void **state) {
    (void)state;
    static const struct {
        const char *name;
        enum office office;
    } CASES[] = {
        {"县编办", OFFICE_GATEKEEPER},         {"县委编办", OFFICE_GATEKEEPER},     {"县减负办", OFFICE_GATEKEEPER},
        {"木塘垸镇", OFFICE_TOWNSHIP},         {"柳溪乡人民政府", OFFICE_TOWNSHIP}, {"东河街道办事处", OFFICE_TOWNSHIP},
        {"示例县人民政府", OFFICE_GOVERNMENT}, {"示例县委", OFFICE_GOVERNMENT},     {"县应急管理局", OFFICE_DEPARTMENT},
        {"消防大队", OFFICE_DEPARTMENT},       {"某工作专班", OFFICE_TOWNSHIP},     {"县委宣传部", OFFICE_DEPARTMENT}};
    struct str own = STR("某工作专班");
    const struct texts townships = {&own, 1};
    for (size_t i = 0; i < COUNT(CASES); i++)
        if (office_of(str_of(CASES[i].name), STR("县委宣传部"), &townships) != CASES[i].office) fail_msg("%s", CASES[i].name);
}

static void a_list_sets_its_own_limits(void **state) {
    (void)state;
    struct parameter parameter = {.name = STR("objection_workdays"), .value = 8};
    const struct list list = {.parameters = &parameter, .parameter_count = 1};
    assert_int_equal(limit_workdays(LIMIT_OBJECTION, NULL), 5);
    assert_int_equal(limit_workdays(LIMIT_OBJECTION, &list), 8);
    assert_int_equal(limit_workdays(LIMIT_ARBITRATION, &list), 10);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(names_are_found),
                                       cmocka_unit_test(no_state_is_a_trap),
                                       cmocka_unit_test(who_may_is_checked),
                                       cmocka_unit_test(refusal_needs_a_ground),
                                       cmocka_unit_test(who_binds_is_objected_to_not_refused),
                                       cmocka_unit_test(a_basic_duty_is_never_refused),
                                       cmocka_unit_test(admission_follows_the_verdict),
                                       cmocka_unit_test(conditions_and_limits_have_days),
                                       cmocka_unit_test(a_limited_time_ends),
                                       cmocka_unit_test(a_decision_is_extended_once),
                                       cmocka_unit_test(an_emergency_is_decided_first),
                                       cmocka_unit_test(the_error_says_what_is_open),
                                       cmocka_unit_test(offices_are_told_apart),
                                       cmocka_unit_test(a_list_sets_its_own_limits)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
