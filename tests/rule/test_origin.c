/* Writing to what a rule is given: refused at load where the code shows it, else when it happens; never where it does not. */
#include <rule/support.h>
#include <stdio.h>

#define LISTS "{ 'demands.forms', 'actions' }"

/* A check of two lists, and of a rule that also has a file-level part. */
static struct fixture *rule_of(const char *before, const char *check) {
    return fixture_of(&(struct rule_parts){.before = before, .needs = LISTS, .check = check, .remedy = "false"});
}

static void test_writes_are_refused_at_load(void **state) {
    (void)state;
    static const struct {
        const char *check;
        unsigned line;
    } WRITES[] = {
        {"function(forms, actions, p) forms[1] = nil return pass() end", 7},
        {"function(forms, actions, p)\n  actions[#actions + 1] = 'x'\n  return pass() end", 8},
        {"function(forms, actions, p)\n  return pass(), table.insert(actions, 'x') end", 8},
        {"function(forms, actions, p) p.limit = 0 return pass() end", 7},
        {"function(forms, actions, p) local q = p q.limit = 0 return pass() end", 7},
        {"function(forms, actions, p) forms[1].name = 'x' return pass() end", 7},
        {"function(forms, actions, p) local t = forms local u = t[1] u.name = 'x' return pass() end", 7},
        {"function(forms, actions, p)\n  for _, form in ipairs(forms) do\n    form.every = 'once'\n  end return pass() end", 9},
        {"function(forms, actions, p)\n  for i, a in pairs(actions) do actions[i] = string.upper(a) end return pass() end", 8},
        {"function(forms, actions, p) for i = 1, #forms do forms[i].name = '' end return pass() end", 7},
        {"function(forms, actions, p) local t = {}\n  if #forms > 1 then t = actions end\n  t[1] = 'x' return pass() end", 9},
        {"function(forms, actions, p) local t = actions or {} t[1] = 'x' return pass() end", 7},
        {"function(forms, actions, p) local t repeat if t then t[1] = 'x' end t = actions until #t > 0 return pass() end", 7},
        {"function(forms, actions, p) local append = table.insert append(actions, 'x') return pass() end", 7},
        {"function(forms, actions, p) local a, b = {}, actions a = nil b[1] = 'x' return pass() end", 7},
    };
    for (size_t i = 0; i < sizeof WRITES / sizeof WRITES[0]; i++) {
        struct fixture *fixture = rule_of(NULL, WRITES[i].check);
        const struct problem *problem = expect_problem(fixture, "writes-input", "a table of its own");
        if (problem->place.line != WRITES[i].line) fail_msg("%zu: line %u", i, problem->place.line);
        assert_int_equal(fixture->book->count, 0);
        fixture_free(fixture);
    }
}

/* Check and remedy are found however the file names them. */
static void test_writes_are_found_in_every_form_of_file(void **state) {
    (void)state;
    struct fixture *fixture = rule_of("local function judge(forms, actions, p) forms[1] = nil return pass() end", "judge");
    assert_int_equal(expect_problem(fixture, "writes-input", "")->place.line, 1);
    fixture_free(fixture);
    fixture = fixture_of(
        &(struct rule_parts){.needs = LISTS,
                             .check = "function(forms, actions, p) return pass() end",
                             .remedy = "function(forms, actions, p) actions[1] = nil return set('actions', actions) end"});
    assert_int_equal(expect_problem(fixture, "writes-input", "")->place.line, 9);
    fixture_free(fixture);
}

static void give_lists(struct fixture *fixture) {
    static struct value action, fields[16];
    const struct fact_info *forms = fact_at(FACT_ID_DEMANDS_FORMS);
    action = value_of_text(STR("patrol"));
    assert_true(forms->field_count <= 16);
    fields[0] = value_of_text(STR("form"));
    task_set(&fixture->facts, FACT_ID_ACTIONS, (struct value){.items = &action, .count = 1, .state = VALUE_GIVEN});
    task_set(&fixture->facts, FACT_ID_DEMANDS_FORMS, (struct value){.items = fields, .count = 1, .state = VALUE_GIVEN});
}

/* By ways that are not looked into, the write breaks the rule when it happens. */
static void test_other_writes_break_the_rule(void **state) {
    (void)state;
    static const struct {
        const char *before, *check;
    } WRITES[] = {
        {"local function clear(t) t[1] = nil end", "function(forms, actions, p) clear(actions) return pass() end"},
        {"local append = table.insert", "function(forms, actions, p) append(actions, 'x') return pass() end"},
        {"local use = { append = table.insert }", "function(forms, actions, p) use.append(actions, 'x') return pass() end"},
        {NULL, "function(forms, actions, p) local t = { forms } t[1][1].name = 'x' return pass() end"},
        {NULL, "function(forms, actions, p) local f = function() actions[1] = 'x' end f() return pass() end"},
        {NULL,
         "function(forms, actions, p) local t = {} local f = function() t = actions end f() t[1] = 'x' return pass() end"},
        {NULL, "function(forms, actions, p) local t = select(2, forms, actions) t[1] = 'x' return pass() end"},
        {"local function id(...) return ... end", "function(forms, actions, p) id(forms)[1].name = 'x' return pass() end"},
    };
    for (size_t i = 0; i < sizeof WRITES / sizeof WRITES[0]; i++) {
        struct fixture *fixture = rule_of(WRITES[i].before, WRITES[i].check);
        if (fixture->problems.count > 0) fail_msg("%zu: %s", i, fixture->problems.at[0].en.at);
        open_core(fixture, NULL, false);
        give_lists(fixture);
        if (run(fixture) != STATUS_ERROR) fail_msg("%zu passed", i);
        fixture_free(fixture);
    }
}

/* Rules that build tables of their own, and are read-only in fact, load, pay nothing and pass. */
static void test_own_tables_are_free(void **state) {
    (void)state;
    static const struct {
        const char *before, *check;
        bool guards;
    } OWN[] = {
        {NULL,
         "function(forms, actions, p) local t = {} for i, a in ipairs(actions) do t[i] = a end t[#t + 1] = 'x' return pass() "
         "end",
         false},
        {NULL,
         "function(forms, actions, p) local t = {} for _, f in ipairs(forms) do table.insert(t, f.name) end return pass() end",
         false},
        {NULL,
         "function(forms, actions, p) local n = {} for _, f in pairs(forms) do n[f.name] = (n[f.name] or 0) + 1 end return "
         "pass() end",
         false},
        {NULL, "function(forms, actions, p) local t = { forms = forms, n = #forms } t.n = t.n + 1 return pass() end", false},
        {NULL, "function(forms, actions, p) forms = {} forms[1] = 'x' return pass() end", false},
        {NULL, "function(forms, actions, p) local g = {} g.a = g.a or {} g.a.n = 1 return pass() end", false},
        {NULL, "function(forms, actions, p) local t = list.missing({ 'x' }, actions) t[1] = 'y' return pass() end", false},
        {"local WORDS = { 'x' }",
         "function(forms, actions, p) local t = {} for i, w in ipairs(WORDS) do t[i] = w end return pass() end", false},
        {"local function count(t) local n = 0 for _ in ipairs(t) do n = n + 1 end return n end",
         "function(forms, actions, p) if count(forms) == 1 and #forms == 1 then return pass() end return pass() end", false},
        {"local function fill(t) t.x = 1 return t end",
         "function(forms, actions, p) if fill({}).x == 1 and forms[1].name == 'form' and #actions == 1 and list.has(actions, "
         "'patrol') then "
         "return pass() end return unknown('actions') end",
         true},
    };
    for (size_t i = 0; i < sizeof OWN / sizeof OWN[0]; i++) {
        struct fixture *fixture = rule_of(OWN[i].before, OWN[i].check);
        if (fixture->problems.count > 0) fail_msg("%zu: %s", i, fixture->problems.at[0].en.at);
        if (fixture->book->rules[0].guards_facts != OWN[i].guards) fail_msg("%zu guards: %d", i, !OWN[i].guards);
        open_core(fixture, NULL, false);
        give_lists(fixture);
        if (run(fixture) != STATUS_PASS) fail_msg("%zu: %s", i, fixture->outcome.error.en.at);
        fixture_free(fixture);
    }
}

/* A function longer than is traced, and a table key that is no constant of an instruction. */
static void test_long_files(void **state) {
    (void)state;
    static char check[200000];
    size_t length = (size_t)snprintf(check, sizeof check, "function(forms, actions, p) local n = 0\n");
    for (int i = 0; i < 9000; i++) length += (size_t)snprintf(check + length, sizeof check - length, "n = #forms\n");
    snprintf(check + length, sizeof check - length, "actions[1] = 'x' return pass() end");
    struct fixture *fixture = rule_of(NULL, check);
    assert_int_equal(fixture->problems.count, 0);
    open_core(fixture, NULL, false);
    give_lists(fixture);
    assert_int_equal(run(fixture), STATUS_ERROR);
    fixture_free(fixture);
    static char many[8000];
    length = (size_t)snprintf(many, sizeof many, "local many = {");
    for (int i = 0; i < 400; i++) length += (size_t)snprintf(many + length, sizeof many - length, "'w%d',", i);
    snprintf(many + length, sizeof many - length, "}");
    fixture = rule_of(many, "function(forms, actions, p) actions[1] = 'x' return pass() end");
    expect_problem(fixture, "writes-input", "");
    fixture_free(fixture);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_writes_are_refused_at_load),
        cmocka_unit_test(test_writes_are_found_in_every_form_of_file),
        cmocka_unit_test(test_other_writes_break_the_rule),
        cmocka_unit_test(test_own_tables_are_free),
        cmocka_unit_test(test_long_files),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
