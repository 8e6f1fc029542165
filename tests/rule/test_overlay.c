/* Packs, dated parameters and a list's own, laid over a book. */
#include <rule/pack/overlay.h>
#include <rule/support.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define WORDS(text) ((struct str){(text), sizeof(text) - 1})

static int32_t day(const char *text) {
    int32_t out = 0;
    assert_true(day_parse(str_of(text), &out));
    return out;
}

static const struct rule_parts LIMITED = {
    .parameters = "{ limit = { default = 5, unit = 'u', source = 's', harder = 'lower', min = 1, max = 50 },\n"
                  "  plain = { default = 1, unit = 'u', source = 's' } }",
    .check = "function(n, p) if n > p.limit then return fail('many', { n = n }) end return pass() end"};

/* A book of TEST-001 (level hold, since 2020-01-01) with the parameters above. */
static struct fixture *book_of(const struct rule_parts *parts) {
    struct fixture *fixture = fixture_of(parts);
    for (size_t i = 0; i < fixture->problems.count; i++) print_message("%s\n", fixture->problems.at[i].en.at);
    assert_int_equal(fixture->problems.errors, 0);
    return fixture;
}

static struct pack_change change(struct pack_parameter *parameter) {
    return (struct pack_change){.rule = WORDS("TEST-001"),
                                .level = PACK_LEVEL_AS_IS,
                                .parameters = parameter,
                                .parameter_count = parameter ? 1 : 0,
                                .place = {"time/pack.yaml", 7, 3}};
}

static struct pack pack_of(const char *id, struct pack_change *changes, size_t count) {
    return (struct pack){.id = str_of(id),
                         .changes = changes,
                         .change_count = count,
                         .published_on = DAY_NONE,
                         .validity = {day("2022-01-01"), DAY_NONE},
                         .place = {"time/pack.yaml", 1, 1}};
}

static quanze_status lay(struct fixture *fixture, const struct pack *packs, size_t count, const struct list *list,
                         int32_t known_at) {
    const struct overlay overlay = {packs, count, list, known_at};
    return overlay_apply(fixture->book, &overlay, &fixture->problems, &fixture->error);
}

static const struct rule *on(const struct fixture *fixture, const char *when) {
    const int at = rulebook_find_on(fixture->book, WORDS("TEST-001"), day(when));
    assert_true(at >= 0);
    return &fixture->book->rules[at];
}

static void nothing_laid_over_leaves_one_edition(void **state) {
    (void)state;
    struct fixture *fixture = book_of(&LIMITED);
    const struct digest before = fixture->book->digest;
    assert_int_equal(lay(fixture, NULL, 0, NULL, DAY_NONE), QUANZE_OK);
    assert_int_equal(fixture->book->count, 1);
    assert_true(fixture->book->rules[0].parameters[0].value == 5);
    assert_memory_equal(&before, &fixture->book->digest, sizeof before);
    fixture_free(fixture);
}

static void a_pack_counts_on_its_days(void **state) {
    (void)state;
    struct fixture *fixture = book_of(&LIMITED);
    const struct digest before = fixture->book->digest;
    struct pack_parameter limit = {WORDS("limit"), 3, {"time/pack.yaml", 9, 5}};
    struct pack_change tighter = change(&limit);
    tighter.level = LEVEL_BLOCK;
    struct pack pack = pack_of("province", &tighter, 1);
    pack.validity.to = day("2023-12-31");
    assert_int_equal(lay(fixture, &pack, 1, NULL, DAY_NONE), QUANZE_OK);
    static const struct {
        const char *day;
        double limit;
        enum level level;
        size_t changes;
    } rows[] = {{"2021-12-31", 5, LEVEL_HOLD, 0},
                {"2022-01-01", 3, LEVEL_BLOCK, 1},
                {"2023-12-31", 3, LEVEL_BLOCK, 1},
                {"2024-01-01", 5, LEVEL_HOLD, 0}};
    for (size_t i = 0; i < COUNT(rows); i++) {
        const struct rule *rule = on(fixture, rows[i].day);
        assert_true(rule->parameters[0].value == rows[i].limit);
        assert_int_equal(rule->level, rows[i].level);
        assert_int_equal(rule->change_count, rows[i].changes);
    }
    assert_int_equal(fixture->book->count, 3);
    assert_ptr_equal(on(fixture, "2022-06-01")->changes[0].pack, &pack);
    assert_memory_not_equal(&before, &fixture->book->digest, sizeof before);
    open_core(fixture, NULL, false);
    give_number(fixture, "staff.required", 4);
    assert_int_equal(run_at(fixture, 0), STATUS_PASS);
    assert_int_equal(run_at(fixture, 1), STATUS_FAIL);
    assert_int_equal(run_at(fixture, 2), STATUS_PASS);
    fixture_free(fixture);
}

/* --- what a pack may not do --- */

struct refusal {
    const char *rule, *parameter;
    double value;
    int level;
    bool disabled;
    const char *reason, *asked, *approved; /* NULL: not written */
    const char *code, *says;               /* NULL: allowed */
};

static void some_changes_are_refused(void **state) {
    (void)state;
    static const struct refusal rows[] = {
        {"TEST-01", "limit", 3, -1, false, NULL, NULL, NULL, "unknown-rule", "did you mean \"TEST-001\""},
        {"TEST-001", "limits", 3, -1, false, NULL, NULL, NULL, "unknown-parameter", "did you mean \"limit\""},
        {"TEST-001", "limit", 0, -1, false, NULL, NULL, NULL, "out-of-range", "expected 1 to 50"},
        {"TEST-001", "limit", 51, -1, false, "r", "a", "b", "out-of-range", "expected 1 to 50"},
        {"TEST-001", "limit", 4, -1, false, NULL, NULL, NULL, NULL, NULL},
        {"TEST-001", "limit", 6, -1, false, NULL, NULL, NULL, "loosened-unapproved", "limit 5 -> 6"},
        {"TEST-001", "limit", 6, -1, false, "r", "a", "b", NULL, NULL},
        {"TEST-001", "limit", 6, -1, false, NULL, "a", "b", "loosened-unapproved", "needs a reason"},
        {"TEST-001", "limit", 6, -1, false, "r", "a", NULL, "loosened-unapproved", "two different people"},
        {"TEST-001", "limit", 6, -1, false, "r", NULL, "b", "loosened-unapproved", "two different people"},
        {"TEST-001", "limit", 6, -1, false, "r", "A", "ａ", "loosened-unapproved", "two different people"},
        {"TEST-001", "limit", 6, -1, false, "r", "县编办/张三", "張　三", "loosened-unapproved", "two different people"},
        {"TEST-001", "plain", 0, -1, false, NULL, NULL, NULL, "loosened-unapproved", "plain 1 -> 0"},
        {"TEST-001", "plain", 2, -1, false, NULL, NULL, NULL, "loosened-unapproved", "plain 1 -> 2"},
        {"TEST-001", "plain", 1, -1, false, NULL, NULL, NULL, NULL, NULL},
        {"TEST-001", NULL, 0, LEVEL_WARN, false, NULL, NULL, NULL, "loosened-unapproved", "level hold -> warn"},
        {"TEST-001", NULL, 0, LEVEL_WARN, false, "r", "a", "b", NULL, NULL},
        {"TEST-001", NULL, 0, LEVEL_BLOCK, false, NULL, NULL, NULL, NULL, NULL},
        {"TEST-001", NULL, 0, -1, true, NULL, NULL, NULL, "loosened-unapproved", "disabled"},
        {"TEST-001", NULL, 0, -1, true, "r", "a", "b", NULL, NULL},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        const struct refusal *row = &rows[i];
        struct fixture *fixture = book_of(&LIMITED);
        const struct digest before = fixture->book->digest;
        struct pack_parameter parameter = {str_of(row->parameter), row->value, {"time/pack.yaml", 9, 5}};
        struct pack_change made = change(row->parameter ? &parameter : NULL);
        made.rule = str_of(row->rule);
        made.level = row->level;
        made.disabled = row->disabled;
        made.reason = str_of(row->reason);
        made.requested_by = str_of(row->asked);
        made.approved_by = str_of(row->approved);
        const struct pack pack = pack_of("county", &made, 1);
        const quanze_status status = lay(fixture, &pack, 1, NULL, DAY_NONE);
        if (status != (row->code ? QUANZE_BAD_DATA : QUANZE_OK)) fail_msg("row %zu: status %d", i, (int)status);
        if (row->code) {
            expect_problem(fixture, row->code, row->says);
            assert_int_equal(fixture->book->count, 1); /* nothing half-applied */
            assert_int_equal(fixture->book->rules[0].change_count, 0);
            assert_int_equal(fixture->book->pack_count, 0);
            assert_memory_equal(&before, &fixture->book->digest, sizeof before);
        }
        fixture_free(fixture);
    }
}

static void a_disabled_rule_is_kept_and_not_in_force(void **state) {
    (void)state;
    struct fixture *fixture = book_of(&LIMITED);
    struct pack_change off = change(NULL);
    off.disabled = true;
    off.reason = off.requested_by = WORDS("a");
    off.approved_by = WORDS("b");
    const struct pack pack = pack_of("county", &off, 1);
    assert_int_equal(lay(fixture, &pack, 1, NULL, DAY_NONE), QUANZE_OK);
    assert_true(rule_holds(on(fixture, "2021-12-31"), day("2021-12-31")));
    assert_true(on(fixture, "2022-01-01")->disabled);
    assert_false(rule_holds(on(fixture, "2022-01-01"), day("2022-01-01")));
    fixture_free(fixture);
}

/* Two packs that set the limit to 3 and to 2. */
struct two_packs {
    struct pack_parameter limits[2];
    struct pack_change changes[2];
    struct reference requires;
    struct pack packs[2];
};

static void make_two(struct two_packs *two) {
    two->limits[0] = (struct pack_parameter){WORDS("limit"), 3, {"time/pack.yaml", 9, 5}};
    two->limits[1] = (struct pack_parameter){WORDS("limit"), 2, {"time/pack.yaml", 9, 5}};
    for (size_t i = 0; i < 2; i++) two->changes[i] = change(&two->limits[i]);
    two->packs[0] = pack_of("province", &two->changes[0], 1);
    two->packs[1] = pack_of("city", &two->changes[1], 1);
    two->requires = (struct reference){WORDS("province"), {"time/pack.yaml", 4, 3}};
}

enum relation { STRANGERS, BUILDS_ON, AGREE, APART, OTHER_LEVEL, SAME_LEVEL };

static void packs_clash_over_one_rule(void **state) {
    (void)state;
    static const struct {
        enum relation relation;
        bool clashes;
    } rows[] = {{STRANGERS, true}, {BUILDS_ON, false},  {AGREE, false},
                {APART, false},    {OTHER_LEVEL, true}, {SAME_LEVEL, false}};
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct fixture *fixture = book_of(&LIMITED);
        struct two_packs two;
        make_two(&two);
        switch (rows[i].relation) {
        case STRANGERS: break;
        case BUILDS_ON:
            two.packs[1].requires
            = &two.requires;
            two.packs[1].require_count = 1;
            break;
        case AGREE: two.limits[1].value = 3; break;
        case APART:
            two.packs[0].validity.to = day("2022-12-31");
            two.packs[1].validity.from = day("2023-01-01");
            break;
        case OTHER_LEVEL:
        case SAME_LEVEL:
            two.limits[1].value = 3;
            two.changes[0].level = LEVEL_BLOCK;
            two.changes[1].level = rows[i].relation == SAME_LEVEL ? LEVEL_BLOCK : LEVEL_HOLD;
            break;
        }
        const quanze_status status = lay(fixture, two.packs, 2, NULL, DAY_NONE);
        if ((status == QUANZE_BAD_DATA) != rows[i].clashes) fail_msg("row %zu: status %d", i, (int)status);
        if (rows[i].clashes) expect_problem(fixture, "pack-clash", "\"province\" and \"city\"");
        if (rows[i].relation == BUILDS_ON) assert_true(on(fixture, "2022-06-01")->parameters[0].value == 2);
        if (rows[i].relation == BUILDS_ON) assert_int_equal(on(fixture, "2022-06-01")->change_count, 2);
        fixture_free(fixture);
    }
}

/* --- dates --- */

static void a_default_may_change_with_the_law(void **state) {
    (void)state;
    struct fixture *fixture = book_of(&(struct rule_parts){
        .parameters = "{ limit = { default = { { from = '2019-01-01', value = 2 }, { from = '2025-07-01', value = 3 } },\n"
                      "  unit = 'u', source = 's' } }",
        .check = LIMITED.check});
    assert_true(fixture->book->rules[0].parameters[0].default_value == 3); /* the newest */
    assert_int_equal(lay(fixture, NULL, 0, NULL, DAY_NONE), QUANZE_OK);
    assert_int_equal(fixture->book->count, 2);
    assert_true(on(fixture, "2025-06-30")->parameters[0].value == 2);
    assert_true(on(fixture, "2025-06-30")->parameters[0].default_value == 2);
    assert_true(on(fixture, "2025-07-01")->parameters[0].value == 3);
    open_core(fixture, NULL, false);
    give_number(fixture, "staff.required", 3);
    assert_int_equal(run_at(fixture, 0), STATUS_FAIL);
    assert_int_equal(run_at(fixture, 1), STATUS_PASS);
    fixture_free(fixture);
}

static void a_list_has_the_last_word(void **state) {
    (void)state;
    struct fixture *fixture = book_of(&LIMITED);
    struct two_packs two;
    make_two(&two);
    struct parameter own[] = {
        {.name = WORDS("limit"), .value = 9, .validity = {day("2023-01-01"), day("2023-12-31")}, .published_on = DAY_NONE},
        {.name = WORDS("limit"), .value = 8, .validity = {day("2024-01-01"), DAY_NONE}, .published_on = DAY_NONE}};
    const struct list list = {.parameters = own, .parameter_count = COUNT(own)};
    assert_int_equal(lay(fixture, two.packs, 1, &list, DAY_NONE), QUANZE_OK);
    static const struct {
        const char *day;
        double limit;
        bool is_local;
    } rows[] = {{"2021-06-01", 5, false}, {"2022-06-01", 3, false}, {"2023-06-01", 9, true}, {"2024-06-01", 8, true}};
    for (size_t i = 0; i < COUNT(rows); i++) {
        assert_true(on(fixture, rows[i].day)->parameters[0].value == rows[i].limit);
        assert_int_equal(on(fixture, rows[i].day)->parameters[0].is_local, rows[i].is_local);
    }
    fixture_free(fixture);
}

static void a_list_keeps_to_the_range(void **state) {
    (void)state;
    struct fixture *fixture = book_of(&LIMITED);
    struct parameter own = {
        .name = WORDS("limit"), .value = 51, .validity = {DAY_NONE, DAY_NONE}, .place = {"time/list", 3, 3}};
    const struct list list = {.parameters = &own, .parameter_count = 1};
    assert_int_equal(lay(fixture, NULL, 0, &list, DAY_NONE), QUANZE_BAD_DATA);
    expect_problem(fixture, "out-of-range", "limit = 51");
    fixture_free(fixture);
}

static void what_was_not_published_does_not_count(void **state) {
    (void)state;
    static const struct {
        const char *known_at;
        double limit;
    } rows[] = {{"2021-11-30", 5}, {"2021-12-01", 3}};
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct fixture *fixture = book_of(&LIMITED);
        struct two_packs two;
        make_two(&two);
        two.packs[0].published_on = day("2021-12-01");
        assert_int_equal(lay(fixture, two.packs, 1, NULL, day(rows[i].known_at)), QUANZE_OK);
        assert_true(on(fixture, "2022-06-01")->parameters[0].value == rows[i].limit);
        assert_int_equal(pack_holds(&two.packs[0], fixture->book->known_at, day("2022-06-01")), i);
        fixture_free(fixture);
    }
}

/* A softer value is measured against what holds on any day of the pack, not only on its first. */
static void loosening_is_seen_on_every_day(void **state) {
    (void)state;
    struct fixture *fixture = book_of(&(struct rule_parts){
        .parameters = "{ limit = { default = { { from = '2019-01-01', value = 9 }, { from = '2024-01-01', value = 2 } },\n"
                      "  unit = 'u', source = 's', harder = 'lower' } }",
        .check = LIMITED.check});
    struct two_packs two;
    make_two(&two);
    assert_int_equal(lay(fixture, two.packs, 1, NULL, DAY_NONE), QUANZE_BAD_DATA);
    expect_problem(fixture, "loosened-unapproved", "limit 2 -> 3");
    fixture_free(fixture);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_laid_over_leaves_one_edition),
        cmocka_unit_test(a_pack_counts_on_its_days),
        cmocka_unit_test(some_changes_are_refused),
        cmocka_unit_test(a_disabled_rule_is_kept_and_not_in_force),
        cmocka_unit_test(packs_clash_over_one_rule),
        cmocka_unit_test(a_default_may_change_with_the_law),
        cmocka_unit_test(a_list_has_the_last_word),
        cmocka_unit_test(a_list_keeps_to_the_range),
        cmocka_unit_test(what_was_not_published_does_not_count),
        cmocka_unit_test(loosening_is_seen_on_every_day),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
