/* What a rule tries to do to the engine, and what becomes of it. */
#include <base/buf.h>
#include <rule/support.h>
#include <stdio.h>
#include <string.h>

/* Each ends as an error with its reason, and the core judges the next task as ever. */
static void expect_trip(const char *check, const char *words) {
    struct fixture *fixture = run_check(check);
    expect_error(fixture, words);
    assert_int_equal(run(fixture), STATUS_ERROR);
    fixture_free(fixture);
}

static void test_endless_loops_are_stopped(void **state) {
    (void)state;
    expect_trip("function(n, p) while true do end end", "200000 steps");
    expect_trip("function(n, p) repeat until false end", "200000 steps");
    expect_trip("function(n, p) for i = 1, 1e18 do end return pass() end", "200000 steps");
    expect_trip("function(n, p) ::again:: goto again end", "200000 steps");
    expect_trip("function(n, p) local function f() return f() end return f() end", "200000 steps");
    expect_trip("function(n, p) for _, _ in select, 1, 1 do end return pass() end", "");
    expect_trip("function(n, p) local t = { 1 } for i in ipairs(t) do t[i + 1] = 1 end return pass() end", "limit");
}

static void test_recursion_is_stopped(void **state) {
    (void)state;
    expect_trip("function(n, p) local function f(x) return 1 + f(x) end return f(1) end", "limit");
    expect_trip(
        "function(n, p) local function a(x) local b = function() return 1 + a(x) end return 1 + b() end return a(1) end",
        "limit");
}

static void test_memory_is_bounded(void **state) {
    (void)state;
    expect_trip("function(n, p) local s = 'x' while true do s = s .. s end end", "4194304 bytes");
    expect_trip("function(n, p) local t = {} for i = 1, 1e9 do t[i] = i end end", "limit");
    expect_trip("function(n, p) local t = {} for i = 1, 1e9 do t['k' .. i] = i end end", "limit");
    expect_trip("function(n, p) local t for i = 1, 1e9 do t = { t } end end", "limit");
    expect_trip("function(n, p) local t for i = 1, 1e9 do local u = t t = function() return u end end end", "limit");
    expect_trip("function(n, p) local t = {} for i = 1, 1e9 do table.insert(t, i) end end", "4096 elements");
    expect_trip("function(n, p) local s = 'xxxxxxxxxxxxxxxx' for i = 1, 13 do s = s .. s end return pass() end",
                "65536 for one text");
    expect_trip("function(n, p) local s = 'xxxxxxxxxxxxxxxx' for i = 1, 11 do s = s .. s end local t = {} "
                "for i = 1, 1000 do t[i] = string.upper(s .. i) end return pass() end",
                "4194304 bytes");
    expect_trip("function(n, p) local t = {} for i = 1, 100 do t[i] = 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' end "
                "local s = list.join(t) for i = 1, 15 do s = s .. s end return pass() end",
                "");
    expect_trip("function(n, p) return select('#', select(1, 1, 2, 3)) end", "should return");
}

/* Work inside helpers counts although no hook sees it, and although the rule has no loop. */
static void test_work_of_helpers_counts(void **state) {
    (void)state;
    struct buf check = {0};
    buf_put_text(&check, "function(body, p) local a = ");
    for (int i = 0; i < 40; i++) buf_put_text(&check, "text.contains(body, 'q') or ");
    buf_put_text(&check, "false return pass() end");
    buf_put_char(&check, '\0');
    struct fixture *fixture = fixture_of(&(struct rule_parts){.needs = "{ 'body' }", .check = check.at});
    open_core(fixture, NULL, false);
    assert_false(fixture->book->rules[0].counts_steps);
    struct buf body = {0};
    buf_put_repeat(&body, STR("x"), 8 * 1024 * 1024);
    buf_put_char(&body, '\0');
    give_text(fixture, "body", body.at);
    assert_int_equal(run(fixture), STATUS_ERROR);
    assert_non_null(strstr(fixture->outcome.error.en.at, "steps"));
    give_text(fixture, "body", "short");
    assert_int_equal(run(fixture), STATUS_PASS);
    buf_free(&check);
    buf_free(&body);
    fixture_free(fixture);
}

/* A long text makes every comparison dear, so the budget shrinks with it. */
static void test_long_texts_shrink_the_budget(void **state) {
    (void)state;
    struct fixture *fixture = fixture_of(
        &(struct rule_parts){.needs = "{ 'body', 'title' }",
                             .check = "function(a, b, p) for i = 1, 20000 do local x = a == b end return pass() end"});
    open_core(fixture, NULL, false);
    struct buf body = {0};
    buf_put_repeat(&body, STR("x"), 4 * 1024 * 1024);
    buf_put_char(&body, '\0');
    give_text(fixture, "body", body.at);
    give_text(fixture, "title", "x");
    assert_int_equal(run(fixture), STATUS_ERROR);
    assert_non_null(strstr(fixture->outcome.error.en.at, "steps"));
    give_text(fixture, "body", "x");
    assert_int_equal(run(fixture), STATUS_PASS);
    buf_free(&body);
    fixture_free(fixture);
}

static void test_the_core_is_usable_after_a_trip(void **state) {
    (void)state;
    struct fixture *fixture = run_check("function(n, p) if n == 3 then while true do end end "
                                        "if n > 2 then return fail('many', { n = n }) end return pass() end");
    expect_error(fixture, "steps");
    for (int round = 0; round < 3; round++) {
        give_number(fixture, "staff.required", 3);
        assert_int_equal(run(fixture), STATUS_ERROR);
        give_number(fixture, "staff.required", 5);
        assert_int_equal(run(fixture), STATUS_FAIL);
        give_number(fixture, "staff.required", 1);
        assert_int_equal(run(fixture), STATUS_PASS);
    }
    fixture_free(fixture);
}

/* What is not in the world of a rule is refused when the rule is loaded. */
static void test_names_out_of_reach(void **state) {
    (void)state;
    static const char *const NAMES[] = {
        "io",     "os",        "load",   "loadstring", "dofile", "require",      "debug",    "package",      "pcall",
        "xpcall", "error",     "assert", "print",      "next",   "rawget",       "rawset",   "rawlen",       "rawequal",
        "_G",     "coroutine", "utf8",   "warn",       "_ENV",   "setmetatable", "_VERSION", "getmetatable", "collectgarbage"};
    for (size_t i = 0; i < sizeof NAMES / sizeof NAMES[0]; i++) {
        char check[128], before[128];
        snprintf(check, sizeof check, "function(n, p) local x = %s return pass() end", NAMES[i]);
        struct fixture *fixture = fixture_of(&(struct rule_parts){.check = check});
        assert_int_equal(expect_problem(fixture, "unknown-name", "there is no")->place.line, 7);
        assert_int_equal(fixture->book->count, 0);
        fixture_free(fixture);
        snprintf(before, sizeof before, "local x = %s", NAMES[i]);
        fixture = fixture_of(&(struct rule_parts){.before = before});
        assert_int_equal(expect_problem(fixture, "unknown-name", "there is no")->place.line, 1);
        fixture_free(fixture);
    }
}

static void test_entries_out_of_reach(void **state) {
    (void)state;
    static const char *const ENTRIES[] = {"string.rep",    "string.find", "string.gsub",   "string.match",
                                          "string.format", "string.dump", "math.random",   "table.concat",
                                          "table.unpack",  "table.sort",  "calendar.today"};
    for (size_t i = 0; i < sizeof ENTRIES / sizeof ENTRIES[0]; i++) {
        char check[128];
        snprintf(check, sizeof check, "function(n, p) local x = %s return pass() end", ENTRIES[i]);
        struct fixture *fixture = fixture_of(&(struct rule_parts){.check = check});
        expect_problem(fixture, "unknown-name", "has no");
        fixture_free(fixture);
    }
}

static void test_texts_have_no_methods(void **state) {
    (void)state;
    expect_trip("function(n, p) return (''):rep(1e9) end", "index a string");
    expect_trip("function(n, p) local s = 'x' return s.format end", "index a string");
    expect_trip("function(n, p) return '1' + 1 end", "arithmetic on a string");
}

/* Changing what other runs see is refused, at load where the code shows it, else when it happens. */
static void test_state_is_refused(void **state) {
    (void)state;
    static const struct {
        const char *before, *check, *code;
    } AT_LOAD[] = {
        {"local n = 0", "function(x, p) n = n + 1 return pass() end", "keeps-state"},
        {"local n = 0", "function(x, p) local f = function() n = 1 end f() return pass() end", "keeps-state"},
        {"local seen = {}", "function(x, p) seen.x = 1 return pass() end", "keeps-state"},
        {"local seen = {}", "function(x, p) local t = seen t[1] = x return pass() end", "keeps-state"},
        {"local seen = { inner = {} }", "function(x, p) local t = seen.inner t.x = x return pass() end", "keeps-state"},
        {"local seen = {} local function note(x) local t = seen t[1] = x end", "function(x, p) note(x) return pass() end",
         "keeps-state"},
        {"local seen = {}", "function(x, p) table.insert(seen, x) return pass() end", "keeps-state"},
        {"local seen = { f = function() end } seen.me = seen", "function(x, p) local t = seen.me.me t.x = x return pass() end",
         "keeps-state"},
        {"", "function(x, p) local t = calendar t.day_hours = 1 return pass() end", "keeps-state"},
        {"", "function(x, p) local t = string t.upper = pass return pass() end", "keeps-state"},
        {"", "function(x, p) count = 1 return pass() end", "writes-global"},
        {"", "function(x, p) _ENV.count = 1 return pass() end", "writes-global"},
        {"count = 1", NULL, "writes-global"},
        {"function helper() end", NULL, "writes-global"},
        {"", "function(x, p) pass = fail return pass() end", "syntax"},
        {"pass = fail", NULL, "syntax"},
    };
    for (size_t i = 0; i < sizeof AT_LOAD / sizeof AT_LOAD[0]; i++) {
        struct fixture *fixture = fixture_of(&(struct rule_parts){.before = AT_LOAD[i].before, .check = AT_LOAD[i].check});
        expect_problem(fixture, AT_LOAD[i].code, "");
        assert_int_equal(fixture->book->count, 0);
        fixture_free(fixture);
    }
    static const struct {
        const char *before, *check;
    } AT_RUN[] = {
        {"local seen = {} local f = { g = function() return seen end }",
         "function(x, p) local t = f.g() t.x = 1 return pass() end"},
        {"local function note(t) t.x = 1 end", "function(x, p) note(p) return pass() end"},
    };
    for (size_t i = 0; i < sizeof AT_RUN / sizeof AT_RUN[0]; i++) {
        struct fixture *fixture = fixture_of(&(struct rule_parts){.before = AT_RUN[i].before, .check = AT_RUN[i].check});
        open_core(fixture, NULL, false);
        give_number(fixture, "staff.required", 1);
        assert_int_equal(run(fixture), STATUS_ERROR);
        fixture_free(fixture);
    }
}

static void test_constants_of_the_file_are_readable(void **state) {
    (void)state;
    struct fixture *fixture = fixture_of(&(struct rule_parts){
        .before = "local words = { 'a', 'b', deep = { 7 } } local function seven() return words.deep[1] end",
        .check = "function(n, p) local sum = 0 for i, w in ipairs(words) do sum = sum + i end for k, v in pairs(words.deep) do "
                 "sum = sum + v end\n"
                 "if list.has(words, 'b') and #words == 2 and sum == 10 and seven() == 7 then return pass() end return "
                 "fail('many', { n = 0 }) end"});
    open_core(fixture, NULL, false);
    give_number(fixture, "staff.required", 1);
    assert_int_equal(run(fixture), STATUS_PASS);
    fixture_free(fixture);
}

/* The file's own code runs under the same limits. */
static void test_a_file_that_runs_away(void **state) {
    (void)state;
    static const struct {
        const char *before, *words;
    } FILES[] = {
        {"while true do end", "200000 steps"},
        {"local s = 'x' while true do s = s .. s end", "4194304 bytes"},
        {"local t = {} for i = 1, 1e9 do t[i] = {} end", "4194304 bytes"},
        {"local function f() return 1 + f() end f()", "limit"},
        {"local t t.x = 1", "index a nil value"},
        {"pass(1)() ", "call a userdata"},
        {"fail('many')", "only be called in check"},
    };
    for (size_t i = 0; i < sizeof FILES / sizeof FILES[0]; i++) {
        char *good = rule_text_of(&(struct rule_parts){.id = "TEST-002"});
        char *bad = rule_text_of(&(struct rule_parts){.before = FILES[i].before});
        const char *names[] = {"TEST-001.lua", "TEST-002.lua"}, *texts[] = {bad, good};
        struct fixture *fixture = fixture_of_files(names, texts, 2);
        expect_problem(fixture, "rule-broke", FILES[i].words);
        assert_int_equal(fixture->book->count, 1);
        assert_true(str_equal(fixture->book->rules[0].id, STR("TEST-002")));
        fixture_free(fixture);
        test_free(good);
        test_free(bad);
    }
}

static void test_bytecode_is_refused(void **state) {
    (void)state;
    static const char BYTECODE[] = "\x1bLua\x54\x00\x19\x93\r\n\x1a\n\x04\x08\x08";
    struct fixture *fixture = fixture_of_file("TEST-001.lua", BYTECODE, sizeof BYTECODE - 1);
    expect_problem(fixture, "not-utf8", "never bytecode");
    fixture_free(fixture);
    fixture = fixture_of_file("TEST-001.lua", "\x1bLuaT", 5);
    expect_problem(fixture, "syntax", "");
    fixture_free(fixture);
}

static void test_deep_nesting_is_refused(void **state) {
    (void)state;
    struct buf text = {0};
    buf_put_text(&text, "return ");
    buf_put_repeat(&text, STR("{"), 50000);
    buf_put_repeat(&text, STR("}"), 50000);
    struct fixture *fixture = fixture_of_file("TEST-001.lua", text.at, text.length);
    expect_problem(fixture, "syntax", "");
    fixture_free(fixture);
    buf_clear(&text);
    buf_put_text(&text, "return ");
    buf_put_repeat(&text, STR("any{"), 50000);
    fixture = fixture_of_file("TEST-001.lua", text.at, text.length);
    expect_problem(fixture, "syntax", "");
    fixture_free(fixture);
    buf_free(&text);
    fixture = fixture_of(&(struct rule_parts){.before = "local t = {} for i = 1, 30 do t = { t } end",
                                              .check = "function(n, p) local x = t return pass() end"});
    expect_problem(fixture, "rule-broke", "nested deeper");
    fixture_free(fixture);
}

/* Loops and calls of what is not a helper are counted; straight code is not. */
static void test_which_rules_are_counted(void **state) {
    (void)state;
    static const struct {
        const char *before, *check;
        bool counts;
    } CHECKS[] = {
        {"", "function(n, p) if n > 1 and not any(n > 2, nil) then return pass() end return fail('many', { n = n or 1 }) end",
         false},
        {"", "function(n, p) local c = text.contains if c('a', n == 1 and 'b' or 'c') then return pass() end return pass() end",
         false},
        {"", "function(n, p) for i = 1, 2 do end return pass() end", true},
        {"", "function(n, p) while n > 5 do n = n - 1 end return pass() end", true},
        {"", "function(n, p) repeat n = n - 1 until n < 5 return pass() end", true},
        {"", "function(n, p) ::top:: if n > 5 then n = n - 1 goto top end return pass() end", true},
        {"local function f() return 1 end", "function(n, p) local x = f() return pass() end", true},
        {"", "function(n, p) local f = n == 1 and pass or function() return pass() end return f() end", true},
        {"", "function(n, p) local t = { f = pass } return t.f() end", true},
        {"local t = {}", "function(n, p) t.f() return pass() end", true},
    };
    for (size_t i = 0; i < sizeof CHECKS / sizeof CHECKS[0]; i++) {
        struct fixture *fixture = fixture_of(&(struct rule_parts){.before = CHECKS[i].before, .check = CHECKS[i].check});
        assert_int_equal(fixture->problems.count, 0);
        assert_int_equal(fixture->book->rules[0].counts_steps, CHECKS[i].counts);
        fixture_free(fixture);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_endless_loops_are_stopped),
        cmocka_unit_test(test_recursion_is_stopped),
        cmocka_unit_test(test_memory_is_bounded),
        cmocka_unit_test(test_work_of_helpers_counts),
        cmocka_unit_test(test_long_texts_shrink_the_budget),
        cmocka_unit_test(test_the_core_is_usable_after_a_trip),
        cmocka_unit_test(test_names_out_of_reach),
        cmocka_unit_test(test_entries_out_of_reach),
        cmocka_unit_test(test_texts_have_no_methods),
        cmocka_unit_test(test_state_is_refused),
        cmocka_unit_test(test_constants_of_the_file_are_readable),
        cmocka_unit_test(test_a_file_that_runs_away),
        cmocka_unit_test(test_bytecode_is_refused),
        cmocka_unit_test(test_deep_nesting_is_refused),
        cmocka_unit_test(test_which_rules_are_counted),
    };
    return cmocka_run_group_tests_name("rule/sandbox", tests, NULL, NULL);
}
