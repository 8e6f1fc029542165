#include <check.h>

#include <rule/support.h>
#include <stdio.h>

/* Checks of two texts (t of `title`, u of `issuer.name`), and of which of them nothing but answers of searches is seen. */
static const struct search_case {
    const char *before, *check;
    uint64_t searched;
} cases[] = {
    {NULL, "if text.contains_any(t, { '信访', '上访' }) then return fail('many', { n = 1 }) end return pass()", 1},
    {NULL,
     "if not text.contains_any(t, { '信访', '上访' }) then return pass() end "
     "if text.contains_any(t, { '跨县' }) then return fail('many', { n = 1 }) end return fail('many', { n = 2 })",
     1},
    {NULL, "if text.contains(t, '跨县') or text.is_blank(u) then return pass() end return fail('many', { n = 1 })", 3},
    {NULL, "local n = text.contains(u, '局') if n and text.is_blank(t) then return pass() end return fail('many', { n = 3 })",
     3},
    {NULL, "if text.contains(t, '') then return fail('many', { n = 1 }) end return pass()", 1},
    {NULL, "if text.is_blank(t) then return pass() end return fail('many', { n = string.len(t) })", 0},
    {NULL, "if text.is_blank(t) then return pass() end return fail('many', { n = #t })", 0},
    {NULL, "if text.is_blank(t) or t == u then return pass() end return fail('many', { n = 1 })", 0},
    {NULL, "if text.is_blank(t) or t < u then return pass() end return fail('many', { n = 1 })", 0},
    {NULL, "if text.is_blank(t) or t == '信访' then return pass() end return fail('many', { n = 1 })", 0},
    {NULL, "if text.is_blank(t .. u) then return pass() end return fail('many', { n = 1 })", 0},
    {NULL, "if text.contains(t, u) then return pass() end return fail('many', { n = 1 })", 0},
    {NULL, "if text.contains(u, t) or text.is_blank(t) then return pass() end return fail('many', { n = 1 })", 0},
    {NULL, "if text.contains_any(t, { u, '信访' }) then return pass() end return fail('many', { n = 1 })", 0},
    {NULL, "if text.contains_any(t, { '信访', u }) then return pass() end return fail('many', { n = 1 })", 0},
    {NULL, "local w = { '信访' } if text.contains_any(t, w) then return pass() end return fail('many', { n = 1 })", 0},
    {"local w = { '信访' }", "if text.contains_any(t, w) then return pass() end return fail('many', { n = 1 })", 0},
    {"local w = '信访'", "if text.contains(t, w) then return pass() end return fail('many', { n = 1 })", 0},
    {NULL, "t = u if text.contains(t, '信访') then return pass() end return fail('many', { n = 1 })", 0},
    {NULL,
     "if text.contains(t, '信访') then t = u end if text.is_blank(t) then return pass() end return fail('many', { n = 1 })", 0},
    {NULL,
     "local f = function() return t == u end if text.contains(t, '信访') and f() then return pass() end "
     "return fail('many', { n = 1 })",
     0},
    {NULL, "local v = t if text.contains(v, '信访') or v == u then return pass() end return fail('many', { n = 1 })", 0},
    {NULL, "if text.contains(t and u, '信访') then return pass() end return fail('many', { n = 1 })", 0},
    {NULL, "if text.contains(t or u, '信访') then return pass() end return fail('many', { n = 1 })", 0},
    {NULL, "if text.starts_with(t, '信访') or text.is_blank(t) then return pass() end return fail('many', { n = 1 })", 0},
    {NULL, "for i = 1, 2 do if text.contains(t, '信访') then return pass() end end return fail('many', { n = text.length(u) })",
     0},
};

static const char *const titles[] = {"", "信访件", "上访的跨县协调", "跨县", "跨市 信访 上访", "  ", "信访"};
static const char *const issuers[] = {"", "县信访局", " ", "信访", "乡"};

enum { STATES = COUNT(titles) * COUNT(issuers) };

/* What the check says of a state: its number, 0 = passed. */
static int64_t answer_of(struct fixture *fixture, size_t state) {
    const char *title = titles[state % COUNT(titles)], *issuer = issuers[state / COUNT(titles)];
    give_text(fixture, "title", title);
    give_text(fixture, "issuer.name", issuer);
    const enum status status = run(fixture);
    if (status == STATUS_ERROR) fail_msg("%s", fixture->outcome.error.en.at);
    return status == STATUS_PASS ? 0 : fixture->outcome.values[0].integer;
}

static struct fixture *fixture_of_case(const struct search_case *one) {
    char check[512];
    snprintf(check, sizeof check, "function(t, u, p) %s end", one->check);
    struct fixture *fixture =
        fixture_of(&(struct rule_parts){.before = one->before, .needs = "{ 'title', 'issuer.name' }", .check = check});
    if (fixture->problems.count > 0) fail_msg("%s: %s", one->check, fixture->problems.at[0].en.at);
    return fixture;
}

static void only_what_is_searched_alone_is_told_by_answers(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct fixture *fixture = fixture_of_case(&cases[i]);
        if (fixture->book->rules[0].searches.arguments != cases[i].searched) fail_msg("%s", cases[i].check);
        fixture_free(fixture);
    }
}

/* Whatever a core has seen before, it answers as a new one does. */
static void what_was_seen_before_changes_no_answer(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct fixture *fixture = fixture_of_case(&cases[i]);
        int64_t expected[STATES];
        for (size_t at = 0; at < STATES; at++) {
            open_core(fixture, NULL, false);
            expected[at] = answer_of(fixture, at);
            rule_core_close(fixture->core);
        }
        open_core(fixture, NULL, false);
        for (size_t before = 0; before < STATES; before++)
            for (size_t at = 0; at < STATES; at++) {
                assert_int_equal(answer_of(fixture, before), expected[before]);
                if (answer_of(fixture, at) != expected[at]) fail_msg("%s: state %zu after %zu", cases[i].check, at, before);
            }
        fixture_free(fixture);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(only_what_is_searched_alone_is_told_by_answers),
                                       cmocka_unit_test(what_was_seen_before_changes_no_answer)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
