/* What a rule sees, what it may answer, and what becomes of the answer. */
#include <pthread.h>
#include <rule/support.h>
#include <stdio.h>
#include <string.h>

/* --- what a rule sees --- */

/* Says whether a check written as a condition on its arguments holds. */
static bool holds(const char *needs, const char *may, const char *condition, void (*give)(struct fixture *fixture)) {
    char check[1024];
    snprintf(check, sizeof check, "function(a, b, p) if %s then return pass() end return fail('many', { n = 1 }) end",
             condition);
    struct fixture *fixture = fixture_of(&(struct rule_parts){.needs = needs, .may = may, .check = check});
    open_core(fixture, NULL, false);
    give(fixture);
    enum status status = run(fixture);
    if (status == STATUS_ERROR) fail_msg("%s", fixture->outcome.error.en.at);
    fixture_free(fixture);
    return status == STATUS_PASS;
}

static void give_scalars(struct fixture *fixture) {
    give_number(fixture, "staff.required", 7);
    give_number(fixture, "funds.required", 12050);
    give_number(fixture, "training.hours", 2500);
    give_number(fixture, "assessment.sample_ratio", 600000);
    give_number(fixture, "document.date", 10);
    give_number(fixture, "due_at", 1234567);
    give_number(fixture, "demands.photos", 1);
    give_number(fixture, "kind", choice_find(fact_at(FACT_ID_KIND)->choices, STR("form")));
    give_number(fixture, "consultation.legality_review", DAY_NONE);
    give_number(fixture, "consultation.burden_assessment", 10);
    give_text(fixture, "title", "标题");
}

static void test_given_facts(void **state) {
    (void)state;
    static const struct {
        const char *needs, *condition;
    } SEEN[] = {
        {"{ 'staff.required', 'funds.required' }", "a == 7 and b == 12050"},
        {"{ 'training.hours', 'assessment.sample_ratio' }", "a == 2.5 and b == 0.6"},
        {"{ 'document.date', 'due_at' }", "a == 14400 and b == 1234567"},
        {"{ 'demands.photos', 'kind' }", "a == true and b == 'form'"},
        {"{ 'consultation.legality_review', 'consultation.burden_assessment' }", "a == true and b == 14400"},
        {"{ 'title', 'kind' }", "a == '标题' and b == 'form'"},
    };
    for (size_t i = 0; i < sizeof SEEN / sizeof SEEN[0]; i++)
        assert_true(holds(SEEN[i].needs, NULL, SEEN[i].condition, give_scalars));
}

static void give_nones(struct fixture *fixture) {
    static const char *const NAMES[] = {
        "staff.required", "funds.required", "training.hours", "assessment.sample_ratio",      "document.date",
        "due_at",         "demands.photos", "kind",           "consultation.legality_review", "title",
        "actions",        "demands.forms"};
    for (size_t i = 0; i < sizeof NAMES / sizeof NAMES[0]; i++) give_none(fixture, NAMES[i]);
}

static void test_facts_stated_none(void **state) {
    (void)state;
    static const struct {
        const char *needs, *condition;
    } SEEN[] = {
        {"{ 'staff.required', 'funds.required' }", "a == 0 and b == 0"},
        {"{ 'training.hours', 'assessment.sample_ratio' }", "a == 0 and b == 0"},
        {"{ 'document.date', 'due_at' }", "a == false and b == false"},
        {"{ 'demands.photos', 'kind' }", "a == false and b == ''"},
        {"{ 'consultation.legality_review', 'title' }", "a == false and b == ''"},
        {"{ 'actions', 'demands.forms' }", "#a == 0 and type(a) == 'table' and #b == 0"},
    };
    for (size_t i = 0; i < sizeof SEEN / sizeof SEEN[0]; i++)
        assert_true(holds(SEEN[i].needs, NULL, SEEN[i].condition, give_nones));
}

static void give_lists(struct fixture *fixture) {
    static struct value actions[2], media[1], forms[14];
    actions[0] = value_of_text(STR("甲"));
    actions[1] = value_of_text(STR("b"));
    media[0] = value_number(1);
    memset(forms, 0, sizeof forms);
    size_t fields = fact_at(FACT_ID_DEMANDS_FORMS)->field_count;
    assert_true(2 * fields <= sizeof forms / sizeof forms[0]);
    const struct field_info *info = fact_at(FACT_ID_DEMANDS_FORMS)->fields;
    for (size_t i = 0; i < fields; i++) {
        if (str_equal(info[i].name, STR("name"))) forms[i] = value_of_text(STR("F"));
        if (str_equal(info[i].name, STR("number"))) forms[i] = (struct value){.state = VALUE_NONE};
        if (str_equal(info[i].name, STR("media"))) forms[i] = (struct value){.items = media, .count = 1, .state = VALUE_GIVEN};
        if (str_equal(info[i].name, STR("valid_to"))) forms[fields + i] = value_number(1);
    }
    task_set(&fixture->facts, FACT_ID_ACTIONS, (struct value){.items = actions, .count = 2, .state = VALUE_GIVEN});
    task_set(&fixture->facts, FACT_ID_DEMANDS_FORMS, (struct value){.items = forms, .count = 2, .state = VALUE_GIVEN});
}

static void test_lists_and_records(void **state) {
    (void)state;
    assert_true(
        holds("{ 'actions', 'demands.forms' }", NULL,
              "#a == 2 and a[1] == '甲' and #b == 2 and b[1].name == 'F' and b[1].number == '' and b[1].media[1] == 'paper' "
              "and b[1].every == nil and b[2].name == nil and b[2].valid_to == 1440",
              give_lists));
}

static void give_one(struct fixture *fixture) { give_number(fixture, "staff.required", 1); }

static void test_absent_may_facts_are_nil(void **state) {
    (void)state;
    assert_true(holds("{ 'staff.required' }", "may = { 'due_at' },", "a == 1 and b == nil", give_one));
    assert_true(holds("{ 'staff.required' }", "may = { 'title' },", "a == 1 and b == nil", give_one));
}

/* Lists are fresh for each run: what one run does to them the next does not see. */
static void test_parameters(void **state) {
    (void)state;
    struct fixture *fixture = fixture_of(&(struct rule_parts){
        .parameters =
            "{ limit = { default = 5, unit = 'u', source = 's' }, share = { default = 0.25, unit = '', source = 's' } }",
        .check = "function(n, p) if p.share ~= 0.25 or p.nothing ~= nil then return 1 end if n > p.limit then return "
                 "fail('many', { n = p.limit }) "
                 "end return pass() end"});
    open_core(fixture, NULL, false);
    give_number(fixture, "staff.required", 7);
    assert_int_equal(run(fixture), STATUS_FAIL);
    assert_int_equal(fixture->outcome.values[0].kind, RULE_VALUE_INTEGER);
    assert_int_equal(fixture->outcome.values[0].integer, 5);
    rule_core_close(fixture->core);
    fixture->book->rules[0].parameters[0].value = 9; /* as an overlay does */
    assert_int_equal(rule_core_open(fixture->book, NULL, false, &fixture->core, &fixture->error), QUANZE_OK);
    assert_int_equal(run(fixture), STATUS_PASS);
    fixture_free(fixture);
}

/* --- what it may answer --- */

static void test_values_of_a_message(void **state) {
    (void)state;
    struct fixture *fixture =
        run_check("function(n, p) return fail('many', { n = n, z = 1.5, a = '甲', list = { 'x', 'y' }, whole = 2.0 }) end");
    const struct rule_outcome *outcome = &fixture->outcome;
    assert_int_equal(outcome->status, STATUS_FAIL);
    assert_true(str_equal(outcome->message->key, STR("many")));
    assert_int_equal(outcome->value_count, 5);
    static const char *const NAMES[] = {"a", "list", "n", "whole", "z"};
    for (size_t i = 0; i < 5; i++) assert_true(str_equal(outcome->values[i].name, str_of(NAMES[i])));
    assert_true(outcome->values[0].kind == RULE_VALUE_TEXT && str_equal(outcome->values[0].text, STR("甲")));
    assert_true(outcome->values[1].kind == RULE_VALUE_TEXTS && outcome->values[1].texts.count == 2);
    assert_true(str_equal(outcome->values[1].texts.at[1], STR("y")));
    assert_true(outcome->values[2].kind == RULE_VALUE_INTEGER && outcome->values[2].integer == 3);
    assert_true(outcome->values[3].kind == RULE_VALUE_NUMBER && outcome->values[3].number == 2);
    assert_true(outcome->values[4].kind == RULE_VALUE_NUMBER && outcome->values[4].number == 1.5);
    fixture_free(fixture);
}

static void test_fail_without_key(void **state) {
    (void)state;
    static const char *const SAYS = "{ cure = { zh = 'c', en = 'c' }, only = { zh = 'o', en = 'o' } }";
    static const char *const CHECKS[] = {"function(n, p) return fail() end", "function(n, p) return fail(nil, { n = 1 }) end",
                                         "function(n, p) return fail({ n = 1 }) end"};
    for (size_t i = 0; i < 3; i++) {
        struct fixture *fixture = fixture_of(&(struct rule_parts){.says = SAYS, .check = CHECKS[i]});
        open_core(fixture, NULL, false);
        give_one(fixture);
        assert_int_equal(run(fixture), STATUS_FAIL);
        assert_true(str_equal(fixture->outcome.message->key, STR("only")));
        assert_int_equal(fixture->outcome.value_count, i > 0);
        fixture_free(fixture);
    }
}

static void test_unknown_names_the_fact(void **state) {
    (void)state;
    struct fixture *fixture = fixture_of(
        &(struct rule_parts){.may = "may = { 'due_at' },",
                             .check = "function(n, due, p) if due == nil then return unknown('due_at') end return pass() end"});
    open_core(fixture, NULL, false);
    give_one(fixture);
    assert_int_equal(run(fixture), STATUS_UNKNOWN);
    assert_int_equal(fixture->outcome.unknown_fact, FACT_ID_DUE_AT);
    assert_int_equal(fixture->outcome.missing_year, 0);
    give_number(fixture, "due_at", 5);
    assert_int_equal(run(fixture), STATUS_PASS);
    assert_int_equal(fixture->outcome.unknown_fact, -1);
    fixture_free(fixture);
}

static void test_wrong_answers_are_errors(void **state) {
    (void)state;
    static const struct {
        const char *check, *words;
    } WRONG[] = {
        {"function(n, p) end", "returned nil"},
        {"function(n, p) return nil end", "returned nil"},
        {"function(n, p) return true end", "returned boolean"},
        {"function(n, p) return 'pass' end", "returned string"},
        {"function(n, p) return { status = 'pass' } end", "returned table"},
        {"function(n, p) return pass end", "returned function"},
        {"function(n, p) return 1, pass() end", "returned number"},
        {"function(n, p) local a, b = fail('many', { n = 1 }), fail('many', { n = 2 }) return a end", "an earlier answer"},
        {"function(n, p) return fail('nothing') end", "no message \"nothing\""},
        {"function(n, p) return fail('many') end", "\"n\", which fail() does not give"},
        {"function(n, p) return fail('many', { m = 1 }) end", "\"n\", which fail() does not give"},
        {"function(n, p) return fail(5, { n = 1 }) end", "a key of `says`"},
        {"function(n, p) return fail('many', 'n') end", "argument 2 should be a list"},
        {"function(n, p) return fail('many', { n = true }) end", "is boolean"},
        {"function(n, p) return fail('many', { n = 0/0 }) end", "not finite"},
        {"function(n, p) return fail('many', { n = pass }) end", "is function"},
        {"function(n, p) return fail('many', { n = { {} } }) end", "only texts"},
        {"function(n, p) return fail('many', { n = '\\xff' }) end", "not UTF-8"},
        {"function(n, p) return fail('many', { [1] = 1 }) end", "names as keys"},
        {"function(n, p) local t = { n = 1 } for i = 1, 12 do t['k' .. i] = i end return fail('many', t) end",
         "more than 12 values"},
        {"function(n, p) local s = 'xxxxxxxxxxxxxxxxx' for i = 1, 9 do s = s .. s end return fail('many', { n = s }) end",
         "longer than 4096"},
        {"function(n, p) local t = {} for i = 1, 99 do t[i] = 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' end return "
         "fail('many', { n = t }) end",
         "longer than 4096"},
        {"function(n, p) return unknown('due_at') end", "a fact of `needs` or `may`"},
        {"function(n, p) return unknown() end", "argument 1 should be a text"},
        {"function(n, p) return set('due_at', 5) end", "cannot be called here"},
        {"function(n, p) local x = nil return x.y end", "index a nil value"},
        {"function(n, p) return n() end", "call a number"},
        {"function(n, p) return n < nil end", "compare"},
        {"function(n, p) return 1 // 0 end", "divide by zero"},
        {"function(n, p) return 1 << 'x' end", "bitwise"},
        {"function(n, p) return calendar.add_workdays(1, n << 61) end", "days from 0 to 10000"},
        {"function(n, p) return calendar.weekday(n << 61) end", "of the years 1900 to 2999"},
    };
    for (size_t i = 0; i < sizeof WRONG / sizeof WRONG[0]; i++) {
        struct fixture *fixture = run_check(WRONG[i].check);
        expect_error(fixture, WRONG[i].words);
        fixture_free(fixture);
    }
}

/* The line is that of the rule's code, also where a helper complained. */
static void test_errors_name_the_line(void **state) {
    (void)state;
    static const struct {
        const char *check;
        unsigned line;
    } WRONG[] = {
        {"function(n, p)\nlocal x = nil\nreturn x.y end", 9},
        {"function(n, p)\n\n\nlocal h = calendar.weekday('x') return pass() end", 10},
        {"function(n, p)\n\nwhile true do\nend end", 9},
        {"function(n, p)\n\nreturn fail('nothing') end", 9},
        {"function(n, p)\n\nlocal s = 'x' while true do\ns = s .. s end end", 10},
    };
    for (size_t i = 0; i < sizeof WRONG / sizeof WRONG[0]; i++) {
        struct fixture *fixture = run_check(WRONG[i].check);
        char place[64];
        snprintf(place, sizeof place, "TEST-001.lua:%u: ", WRONG[i].line);
        expect_error(fixture, place);
        fixture_free(fixture);
    }
}

/* --- between runs --- */

static void test_a_broken_rule_leaves_the_others_alone(void **state) {
    (void)state;
    char *texts[3];
    texts[0] = rule_text_of(&(struct rule_parts){.check = "function(n, p) while true do end end"});
    texts[1] = rule_text_of(&(struct rule_parts){.id = "TEST-002"});
    texts[2] = rule_text_of(&(struct rule_parts){.id = "TEST-003", .check = "function(n, p) return nil + 1 end"});
    const char *names[] = {"TEST-001.lua", "TEST-002.lua", "TEST-003.lua"}, *all[] = {texts[0], texts[1], texts[2]};
    struct fixture *fixture = fixture_of_files(names, all, 3);
    open_core(fixture, NULL, false);
    give_number(fixture, "staff.required", 3);
    for (int round = 0; round < 2; round++) {
        assert_int_equal(run_at(fixture, 0), STATUS_ERROR);
        assert_int_equal(run_at(fixture, 1), STATUS_FAIL);
        assert_int_equal(run_at(fixture, 2), STATUS_ERROR);
        assert_int_equal(run_at(fixture, 1), STATUS_FAIL);
    }
    fixture_free(fixture);
    for (int i = 0; i < 3; i++) test_free(texts[i]);
}

/* Many runs with texts and lists: what they leave behind is freed, and the last answers like the first. */
static void test_many_runs_do_not_grow(void **state) {
    (void)state;
    struct fixture *fixture = fixture_of(
        &(struct rule_parts){.needs = "{ 'title', 'actions' }",
                             .check = "function(t, a, p) local u = {} for i = 1, 50 do u[i] = t .. i end return pass() end"});
    open_core(fixture, NULL, false);
    give_lists(fixture);
    for (int i = 0; i < 20000; i++) {
        char title[64];
        snprintf(title, sizeof title, "a title that is longer than a short string of Lua %d", i);
        give_text(fixture, "title", title);
        assert_int_equal(run(fixture), STATUS_PASS);
        arena_reset(&fixture->arena);
    }
    fixture_free(fixture);
}

static void test_strict_cores_count_always_and_agree(void **state) {
    (void)state;
    struct fixture *fixture = fixture_of(&(struct rule_parts){0});
    open_core(fixture, NULL, true);
    give_number(fixture, "staff.required", 3);
    assert_int_equal(run(fixture), STATUS_FAIL);
    give_number(fixture, "staff.required", 2);
    assert_int_equal(run(fixture), STATUS_PASS);
    fixture_free(fixture);
}

struct worker {
    const struct rulebook *book;
    uint64_t sum;
};

static void *work(void *payload) {
    struct worker *worker = payload;
    struct quanze_error error;
    struct rule_core *core = NULL;
    struct arena arena = {0};
    struct task *facts = test_calloc(1, sizeof *facts);
    if (rule_core_open(worker->book, NULL, false, &core, &error) != QUANZE_OK) return NULL;
    for (int i = 0; i < 3000; i++) {
        struct rule_outcome outcome;
        task_set(facts, FACT_ID_STAFF_REQUIRED, value_number(i % 7));
        rule_run(core, 0, facts, &arena, &outcome);
        worker->sum =
            worker->sum * 31 + (uint64_t)outcome.status + (outcome.value_count > 0 ? (uint64_t)outcome.values[0].integer : 0);
        arena_reset(&arena);
    }
    rule_core_close(core);
    arena_free(&arena);
    test_free(facts);
    return NULL;
}

static void test_two_threads_agree(void **state) {
    (void)state;
    struct fixture *fixture = fixture_of(&(struct rule_parts){
        .check = "function(n, p) for k, v in pairs({ b = 2, a = 1 }) do if n == 5 then while true do end end end "
                 "if n > 2 then return fail('many', { n = n }) end return pass() end"});
    assert_int_equal(fixture->problems.count, 0);
    struct worker workers[2] = {{fixture->book, 0}, {fixture->book, 0}};
    pthread_t threads[2];
    for (int i = 0; i < 2; i++) assert_int_equal(pthread_create(&threads[i], NULL, work, &workers[i]), 0);
    for (int i = 0; i < 2; i++) pthread_join(threads[i], NULL);
    assert_true(workers[0].sum != 0);
    assert_int_equal(workers[0].sum, workers[1].sum);
    fixture_free(fixture);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_given_facts),
        cmocka_unit_test(test_facts_stated_none),
        cmocka_unit_test(test_lists_and_records),
        cmocka_unit_test(test_absent_may_facts_are_nil),
        cmocka_unit_test(test_parameters),
        cmocka_unit_test(test_values_of_a_message),
        cmocka_unit_test(test_fail_without_key),
        cmocka_unit_test(test_unknown_names_the_fact),
        cmocka_unit_test(test_wrong_answers_are_errors),
        cmocka_unit_test(test_errors_name_the_line),
        cmocka_unit_test(test_a_broken_rule_leaves_the_others_alone),
        cmocka_unit_test(test_many_runs_do_not_grow),
        cmocka_unit_test(test_strict_cores_count_always_and_agree),
        cmocka_unit_test(test_two_threads_agree),
    };
    return cmocka_run_group_tests_name("rule/run", tests, NULL, NULL);
}
