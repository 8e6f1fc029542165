/* test_direct.c - what is told without Lua is what Lua tells. */
#include <check.h>

#include <rule/run/direct.h>
#include <rule/support.h>
#include <stdio.h>

/* A check of n (staff.required), m (funds.provided, may be absent), t (title), k (kind), a (actions), d (received_at). */
static const struct direct_case {
    const char *check;
    bool always; /* told without Lua, whatever the facts */
} cases[] = {
    {"if n > 2 then return fail('many', { n = n }) end return pass()", true},
    {"if n >= 3 or n == 0 then return pass() end return fail('many', { n = n * 2 + 1 })", true},
    {"if n < 2 then return fail('many', { n = n - 10 }) end if n <= 2 then return pass() end return fail('many', { n = -1 })",
     true},
    {"if m == nil then return unknown('funds.provided') end if m < n then return fail('many', { n = n - m }) end return pass()",
     true},
    {"if m and m >= n * 100 then return pass() end return fail('many', { n = (m or 7) / 2 })", true},
    {"local x = m or n if not (x == 3) then return fail('many', { n = x + 0.5 }) end return pass()", true},
    {"if n / 2 == 1.5 then return fail('many', { n = n / 4, more = t }) end return pass()", true},
    {"if n ~= 3 then return fail('many', { n = t }) end return pass()", true},
    {"if k == 'form' then return fail('many', { n = k }) end if k ~= 'meeting' then return pass() end return fail('other')",
     true},
    {"if text.contains(t, '信访') then return fail('many', { n = 1 }) end return pass()", true},
    {"if text.contains_any(t, { '排查', '信访' }) and not text.is_blank(t) then return fail('many', { n = 1 }) end return "
     "pass()",
     true},
    {"if text.starts_with(t, '关于') then return fail('many', { n = 2 }) end return pass()", true},
    {"if list.has(a, '处罚') then return fail('many', { n = a }) end return pass()", true},
    {"if list.has({ 'form', 'visit' }, k) then return fail('many', { n = 5 }) end return pass()", true},
    {"if list.has_any(a, { '巡查', '处罚' }) then return fail('many', { n = list.count(a) }) end return pass()", true},
    {"if n > p.limit then return fail('many', { n = p.limit, share = p.share }) end return pass()", true},
    {"if n > p.share then return fail('many', { n = p.share * 2 }) end return pass()",
     false}, /* of a number that no float is */
    {"if not d then return pass() end if calendar.is_workday(d) then return fail('many', { n = d }) end return pass()", false},
    {"if not d then return pass() end return fail('many', { n = calendar.add_workdays(d, 3) })", false},
    {"if not d then return pass() end return fail('many', { n = calendar.working_hours(d, d + 3000) })", false},
    {"if not d then return pass() end if calendar.is_holiday(d) or calendar.weekday(d) > 5 then return pass() end "
     "return fail('many', { n = calendar.minute_of_day(d) })",
     false},
    {"local f = fail('many', { n = 1 }) if n > 2 then return f end return pass()", true},
    {"local f = fail('many', { n = 1 }) local g = fail('other') if n > 2 then return g end return pass()", true},
    /* what is left to Lua, for all facts or some */
    {"local f = fail('many', { n = 1 }) local g = fail('other') if n > 2 then return f end return g", false},
    {"for i = 1, n do if i == 2 then return fail('many', { n = i }) end end return pass()", false},
    {"for _, x in ipairs(a) do if x == '处罚' then return fail('many', { n = x }) end end return pass()", false},
    {"return fail('many', { n = #t })", false},
    {"return fail('many', { n = t .. k })", false},
    {"if t < '信' then return pass() end return fail('many', { n = 1 })", false},
    {"return fail('many', { n = n % 2 })", false},
    {"return fail('many', { n = n // 2 })", false},
    {"return fail('many', { n = math.max(n, 2) })", false},
    {"return fail('many', { n = { 'x', t } })", false},
    {"return fail('many', { n = n == 3 })", false},
    {"return fail({ n = n })", false},
    {"return fail('many')", false},
    {"return fail('nowhere', { n = 1 })", false},
    {"return fail('many', { n = n / 0 })", false},
    {"return fail('many', { n = m < 3 })", false},
    {"return fail('many', { n = t + 1 })", false},
    {"return unknown('title.of')", false},
    {"return unknown('due_at')", false},
    {"return n", false},
    {"return", false},
    {"", false},
    {"if text.contains(n, 'x') then return pass() end return fail('many', { n = 1 })", false},
    {"if calendar.is_workday(t) then return pass() end return fail('many', { n = 1 })", false},
    {"if n > p.nothing then return pass() end return fail('many', { n = 1 })", false},
    {"local v = { n = n } v.n = 4 return fail('many', v)", false},
    {"local v = { n = n } local w = { n = 2 } if w then return fail('many', v) end return pass()", false},
    {"if a == t or k == n then return pass() end return fail('many', { n = 1 })", false},
};

static struct fixture *fixture_of_case(const struct direct_case *one) {
    char check[512];
    snprintf(check, sizeof check, "function(n, t, k, a, d, m, p) %s end", one->check);
    struct fixture *fixture = fixture_of(&(struct rule_parts){
        .parameters = "{ limit = { default = 2, unit = '', source = 'test' }, share = { default = 0.5, unit = '', "
                      "source = 'test' } }",
        .needs = "{ 'staff.required', 'title', 'kind', 'actions', 'received_at' }",
        .may = "may = { 'funds.provided' },",
        .says = "{ many = { zh = '有 {n}', en = 'has {n}' }, other = { zh = '另', en = 'other' }, cure = { zh = '改', en = "
                "'mend' } }",
        .check = check});
    if (fixture->problems.count > 0) fail_msg("%s: %s", one->check, fixture->problems.at[0].en.at);
    return fixture;
}

static const int64_t NUMBERS[] = {0, 1, 2, 3, 4, -5, INT64_C(9007199254740993)};
static const char *const TITLES[] = {"", "关于信访的通知", "排查", "处罚"};
static const char *const KINDS[] = {"form", "meeting", "visit"};
static const char *const DAYS[] = {"2024-02-03", "2024-01-01", "2024-01-03", "2031-01-01"};

enum { STATES = COUNT(NUMBERS) * COUNT(TITLES) * COUNT(KINDS) * COUNT(DAYS) * 3 };

static void give(struct fixture *fixture, size_t state) {
    static struct value actions[2];
    int32_t day = 0;
    give_number(fixture, "staff.required", NUMBERS[state % COUNT(NUMBERS)]);
    state /= COUNT(NUMBERS);
    give_text(fixture, "title", TITLES[state % COUNT(TITLES)]);
    state /= COUNT(TITLES);
    const int kind = choice_find(choices_of("TASK_KIND"), str_of(KINDS[state % COUNT(KINDS)]));
    task_set(&fixture->facts, FACT_ID_KIND, value_number(kind));
    state /= COUNT(KINDS);
    assert_true(day_parse(str_of(DAYS[state % COUNT(DAYS)]), &day));
    task_set(&fixture->facts, FACT_ID_RECEIVED_AT, value_number((int64_t)day * DAY_MINUTES + 600));
    state /= COUNT(DAYS);
    actions[0] = value_of_text(STR("巡查"));
    actions[1] = value_of_text(STR("处罚"));
    task_set(&fixture->facts, FACT_ID_ACTIONS,
             state == 0 ? (struct value){.state = VALUE_NONE}
                        : (struct value){.items = actions + (state == 1), .count = 1, .state = VALUE_GIVEN});
    task_set(&fixture->facts, FACT_ID_FUNDS_PROVIDED,
             state == 0 ? (struct value){.state = VALUE_ABSENT} : value_number((int64_t)state * 2 - 2));
    if (state == 2) give_none(fixture, "received_at");
}

static void expect_same_value(const char *check, const struct rule_value *a, const struct rule_value *b) {
    bool same = a->kind == b->kind && str_equal(a->name, b->name);
    switch (same ? a->kind : RULE_VALUE_INTEGER) {
    case RULE_VALUE_INTEGER: same = same && a->integer == b->integer; break;
    case RULE_VALUE_NUMBER: same = a->number == b->number; break;
    case RULE_VALUE_TEXT: same = str_equal(a->text, b->text); break;
    case RULE_VALUE_TEXTS:
        same = a->texts.count == b->texts.count;
        for (size_t i = 0; same && i < a->texts.count; i++) same = str_equal(a->texts.at[i], b->texts.at[i]);
        break;
    }
    if (!same) fail_msg("%s: another value", check);
}

static void expect_same(const char *check, const struct rule_outcome *a, const struct rule_outcome *b) {
    if (a->status != b->status || a->message != b->message || a->value_count != b->value_count)
        fail_msg("%s: %s, not %s", check, status_name(a->status).at, status_name(b->status).at);
    assert_int_equal(a->unknown_fact, b->unknown_fact);
    assert_int_equal(a->missing_year, b->missing_year);
    assert_true(str_equal(a->error.zh, b->error.zh) && str_equal(a->error.en, b->error.en));
    for (size_t i = 0; i < a->value_count; i++) expect_same_value(check, &a->values[i], &b->values[i]);
}

/* Each check over all states, by a core that counts (and so leaves all to Lua) and by one that does not. */
static void what_is_told_without_lua_is_what_lua_tells(void **state) {
    struct calendar *calendar = *state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct fixture *fixture = fixture_of_case(&cases[i]);
        struct rule_core *direct = NULL;
        assert_int_equal(rule_core_open(fixture->book, calendar, false, &direct, &fixture->error), QUANZE_OK);
        open_core(fixture, calendar, true);
        for (size_t at = 0; at < STATES; at++) {
            struct rule_outcome told, short_cut;
            give(fixture, at);
            (void)run(fixture);
            rule_run(direct, 0, &fixture->facts, &fixture->arena, &told);
            expect_same(cases[i].check, &told, &fixture->outcome);
            const bool is_direct = direct_answer(direct, 0, &fixture->facts, &fixture->arena, &short_cut);
            if (cases[i].always && !is_direct) fail_msg("%s: left to Lua in state %zu", cases[i].check, at);
            if (is_direct) assert_true(short_cut.status == told.status);
        }
        rule_core_close(direct);
        fixture_free(fixture);
    }
}

/* Longer texts and lists cost more than their instructions say: they are Lua's, which counts. */
static void what_is_long_is_left_to_lua(void **state) {
    static char words[8192];
    static struct value many[100];
    struct fixture *fixture = fixture_of_case(&cases[0]);
    struct rule_outcome out;
    open_core(fixture, *state, false);
    give(fixture, 3);
    assert_true(direct_answer(fixture->core, 0, &fixture->facts, &fixture->arena, &out));
    memset(words, 'x', sizeof words - 1);
    give_text(fixture, "title", words);
    assert_false(direct_answer(fixture->core, 0, &fixture->facts, &fixture->arena, &out));
    give(fixture, 3);
    for (size_t i = 0; i < COUNT(many); i++) many[i] = value_of_text(STR("巡查"));
    task_set(&fixture->facts, FACT_ID_ACTIONS, (struct value){.items = many, .count = COUNT(many), .state = VALUE_GIVEN});
    assert_false(direct_answer(fixture->core, 0, &fixture->facts, &fixture->arena, &out));
    fixture_free(fixture);
}

static int open_calendar(void **state) {
    static struct calendar calendar;
    make_calendar(&calendar);
    *state = &calendar;
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(what_is_told_without_lua_is_what_lua_tells),
                                       cmocka_unit_test(what_is_long_is_left_to_lua)};
    return cmocka_run_group_tests(tests, open_calendar, NULL);
}
