#include <check.h>
#include <decide/judge.h>

/* Rules of every level, of a family that an emergency excuses (resource) or not (trace). */
static struct rule rules[2][4];
static struct rulebook book = {.rules = &rules[0][0], .count = 8};
static struct plan plan = {.book = &book};

static void set_up_rules(void) {
    for (size_t excusable = 0; excusable < 2; excusable++)
        for (size_t level = 0; level < 4; level++) {
            rules[excusable][level] = (struct rule){.level = (enum level)level};
            if (excusable) rule_set_add(&plan.excusable, 4 + level);
        }
}

static struct ruling ruling_of(size_t rule, enum status status) {
    return (struct ruling){.rule = (uint16_t)rule, .status = status};
}

enum { WARN = LEVEL_WARN, HOLD = LEVEL_HOLD, BLOCK = LEVEL_BLOCK, INFO = LEVEL_INFO, PAPER = 4 /* an excusable rule */ };

static void verdicts(void **state) {
    (void)state;
    static const struct {
        struct {
            size_t rule;
            enum status status;
        } rulings[3];
        size_t count;
        enum truth emergency;
        enum verdict verdict;
        bool provisional, emergency_decides;
    } cases[] = {{.count = 0, .verdict = VERDICT_ADMIT},
                 {{{INFO, STATUS_FAIL}}, 1, TRUTH_FALSE, VERDICT_ADMIT, false, false},
                 {{{WARN, STATUS_FAIL}}, 1, TRUTH_FALSE, VERDICT_CONDITIONAL, false, false},
                 {{{HOLD, STATUS_FAIL}}, 1, TRUTH_FALSE, VERDICT_HOLD, false, false},
                 {{{BLOCK, STATUS_FAIL}}, 1, TRUTH_FALSE, VERDICT_REJECT, false, false},
                 {{{BLOCK, STATUS_ERROR}}, 1, TRUTH_FALSE, VERDICT_REJECT, false, false},
                 {{{WARN, STATUS_UNKNOWN}}, 1, TRUTH_FALSE, VERDICT_ADMIT, false, false},
                 {{{HOLD, STATUS_UNKNOWN}}, 1, TRUTH_FALSE, VERDICT_HOLD, false, false},
                 {{{BLOCK, STATUS_UNKNOWN}}, 1, TRUTH_FALSE, VERDICT_HOLD, false, false},
                 {{{BLOCK, STATUS_FAIL}, {BLOCK, STATUS_UNKNOWN}}, 2, TRUTH_FALSE, VERDICT_REJECT, false, false},
                 {{{HOLD, STATUS_FAIL}, {BLOCK, STATUS_UNKNOWN}}, 2, TRUTH_FALSE, VERDICT_HOLD, false, false},
                 {{{BLOCK, STATUS_WAIVED}, {WARN, STATUS_FAIL}}, 2, TRUTH_FALSE, VERDICT_CONDITIONAL, false, false},
                 /* a running emergency excuses papers, nothing else, and no broken rule */
                 {{{PAPER + BLOCK, STATUS_FAIL}}, 1, TRUTH_TRUE, VERDICT_ADMIT, true, false},
                 {{{PAPER + HOLD, STATUS_UNKNOWN}}, 1, TRUTH_TRUE, VERDICT_ADMIT, true, false},
                 {{{PAPER + BLOCK, STATUS_FAIL}, {WARN, STATUS_FAIL}}, 2, TRUTH_TRUE, VERDICT_CONDITIONAL, true, false},
                 {{{PAPER + WARN, STATUS_FAIL}}, 1, TRUTH_TRUE, VERDICT_CONDITIONAL, false, false},
                 {{{PAPER + BLOCK, STATUS_ERROR}}, 1, TRUTH_TRUE, VERDICT_REJECT, false, false},
                 {{{PAPER + BLOCK, STATUS_FAIL}, {HOLD, STATUS_FAIL}}, 2, TRUTH_TRUE, VERDICT_HOLD, false, false},
                 {{{BLOCK, STATUS_FAIL}}, 1, TRUTH_TRUE, VERDICT_REJECT, false, false},
                 /* an emergency that cannot be told: the verdict must be the same with and without it */
                 {{{PAPER + BLOCK, STATUS_FAIL}}, 1, TRUTH_UNKNOWN, VERDICT_HOLD, false, true},
                 {{{PAPER + BLOCK, STATUS_UNKNOWN}}, 1, TRUTH_UNKNOWN, VERDICT_HOLD, false, false},
                 {{{PAPER + BLOCK, STATUS_FAIL}, {BLOCK, STATUS_FAIL}}, 2, TRUTH_UNKNOWN, VERDICT_REJECT, false, false},
                 {{{WARN, STATUS_FAIL}}, 1, TRUTH_UNKNOWN, VERDICT_CONDITIONAL, false, false}};
    set_up_rules();
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct ruling rulings[3];
        struct judgement judgement = {.rulings = rulings, .count = cases[i].count};
        for (size_t j = 0; j < cases[i].count; j++)
            rulings[j] = ruling_of(cases[i].rulings[j].rule, cases[i].rulings[j].status);
        judge_fold(&plan, cases[i].emergency, &judgement);
        if (judgement.verdict != cases[i].verdict || judgement.provisional != cases[i].provisional ||
            judgement.emergency_decides != cases[i].emergency_decides)
            fail_msg("case %zu: verdict %d", i, (int)judgement.verdict);
    }
}

/* Whatever two rulings become when they are told, a verdict other than hold keeps its class. */
static void told_facts_never_turn_a_verdict(void **state) {
    (void)state;
    static const enum status told[] = {STATUS_PASS, STATUS_FAIL};
    set_up_rules();
    for (size_t code = 0; code < 8 * 8 * 3 * 3 * 3; code++) {
        static const enum status statuses[] = {STATUS_FAIL, STATUS_UNKNOWN, STATUS_ERROR};
        struct ruling rulings[2] = {ruling_of(code % 8, statuses[code / 64 % 3]),
                                    ruling_of(code / 8 % 8, statuses[code / 192 % 3])};
        const struct ruling before[2] = {rulings[0], rulings[1]};
        enum truth emergency = (enum truth)(code / 576);
        struct judgement judgement = {.rulings = rulings, .count = 2};
        judge_fold(&plan, emergency, &judgement);
        if (judgement.verdict == VERDICT_HOLD) continue;
        for (size_t ways = 0; ways < 8; ways++) {
            struct ruling after[2] = {before[0], before[1]};
            struct judgement completed = {.rulings = after, .count = 2};
            for (size_t i = 0; i < 2; i++)
                if (after[i].status == STATUS_UNKNOWN) after[i].status = told[ways >> i & 1];
            if (emergency == TRUTH_UNKNOWN)
                judge_fold(&plan, ways & 4 ? TRUTH_TRUE : TRUTH_FALSE, &completed);
            else
                judge_fold(&plan, emergency, &completed);
            bool unknown_warning = false;
            for (size_t i = 0; i < 2; i++)
                unknown_warning = unknown_warning || (before[i].status == STATUS_UNKNOWN && before[i].rule % 4 <= LEVEL_WARN);
            if (!unknown_warning) assert_int_equal(completed.verdict, judgement.verdict);
            assert_int_equal(completed.verdict == VERDICT_REJECT, judgement.verdict == VERDICT_REJECT);
            assert_int_not_equal(completed.verdict, VERDICT_HOLD);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(verdicts), cmocka_unit_test(told_facts_never_turn_a_verdict)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
