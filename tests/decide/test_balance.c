#include "world.h"

#include <decide/balance.h>

static struct world world;

static int open_world(void **state) {
    (void)state;
    world_open(&world, "tests/decide/rules");
    return 0;
}

static int close_world(void **state) {
    (void)state;
    world_close(&world);
    return 0;
}

static const struct balance_row *balance(const char *facts, int item, enum balance_side side) {
    static struct decision decision;
    static struct task task;
    world_task(&world, &task, facts);
    world_decide(&world, &task, item, &decision);
    return &decision.balance[side];
}

/* Texts joined by blanks. */
static void assert_texts(struct texts texts, const char *expected) {
    char words[256] = "";
    for (size_t i = 0; i < texts.count; i++) {
        if (i > 0) strcat(words, " ");
        strncat(words, texts.at[i].at, texts.at[i].length);
    }
    assert_string_equal(words, expected);
}

/* Facts joined by blanks, in the order of the fact table. */
static void assert_missing(const struct balance_row *row, const char *expected) {
    char words[256] = "";
    for (size_t i = 0; i < FACT_COUNT_ALL; i++) {
        if (!fact_set_has(&row->missing, i)) continue;
        if (words[0]) strcat(words, " ");
        strcat(words, fact_at(i)->name.at);
    }
    assert_string_equal(words, expected);
    assert_int_equal(row->known, expected[0] == '\0');
}

#define U BALANCE_UNKNOWN

static void sums(void **state) {
    (void)state;
    static const struct {
        const char *facts;
        int item;
        enum balance_side side;
        int64_t needed, given, short_of;
        const char *missing;
    } cases[] = {
        /* two people for one day at 120 yuan */
        {"funds.required=0 funds.provided=0 staff.required=2 staff.days=1", WORLD_FIRE, BALANCE_FUNDS, 24000, 0, 24000, ""},
        {"funds.required=50000 funds.provided=60000", WORLD_BASIC, BALANCE_FUNDS, 50000, 60000, 0, ""},
        {"funds.required=50000", WORLD_BASIC, BALANCE_FUNDS, 50000, U, U, "funds.provided"},
        {"", WORLD_BASIC, BALANCE_FUNDS, U, U, U, "funds.required funds.provided"},
        {"funds.provided=none", WORLD_BASIC, BALANCE_FUNDS, U, 0, U, "funds.required"},
        /* the norm is certain before the issuer says how much */
        {"funds.provided=0 staff.required=2 staff.days=1", WORLD_FIRE, BALANCE_FUNDS, 24000, 0, 24000, "funds.required"},
        {"funds.provided=30000 staff.required=2 staff.days=1", WORLD_FIRE, BALANCE_FUNDS, 24000, 30000, U, "funds.required"},
        {"staff.required=2 staff.provided=none", WORLD_BASIC, BALANCE_STAFF, 2, 0, 2, ""},
        {"staff.provided=1", WORLD_FIRE, BALANCE_STAFF, 2, 1, 1, "staff.required"},
        {"staff.required=none staff.provided=3", WORLD_BASIC, BALANCE_STAFF, 0, 3, 0, ""},
        /* minutes: two days of eight hours at least */
        {"received_at=2026-11-05T09:30 due_at=2026-11-05T16:00", -1, BALANCE_TIME, 960, 330, 630, ""},
        {"received_at=2026-11-05T09:30 due_at=2026-11-12T16:00", -1, BALANCE_TIME, 960, 2730, 0, ""},
        {"received_at=2026-11-05T09:30", -1, BALANCE_TIME, 960, U, U, "due_at"},
        {"due_at=2026-11-05T16:00", -1, BALANCE_TIME, 960, U, U, "received_at"},
        {"due_at=none", -1, BALANCE_TIME, 960, U, 0, ""}};
    for (size_t i = 0; i < COUNT(cases); i++) {
        const struct balance_row *row = balance(cases[i].facts, cases[i].item, cases[i].side);
        if (row->needed != cases[i].needed || row->given != cases[i].given || row->short_of != cases[i].short_of)
            fail_msg("%s: %lld %lld %lld", cases[i].facts, (long long)row->needed, (long long)row->given,
                     (long long)row->short_of);
        assert_missing(row, cases[i].missing);
        assert_int_equal(balance_is_short(row), cases[i].short_of > 0);
    }
}

static void a_year_without_a_calendar_is_unknown_time(void **state) {
    (void)state;
    const struct balance_row *row = balance("received_at=2027-11-05T09:30 due_at=2027-11-06T16:00", -1, BALANCE_TIME);
    assert_false(row->known);
    assert_int_equal(row->given, BALANCE_UNKNOWN);
    assert_int_equal(row->short_of, BALANCE_UNKNOWN);
}

static void guidance(void **state) {
    (void)state;
    static const struct {
        const char *facts, *required, *provided, *gap, *missing;
    } cases[] = {{"kind=form guidance.objective=目标 guidance.method=none", "objective method standard contact", "objective",
                  "method", "guidance.standard guidance.contact"},
                 {"kind=patrol guidance.objective=甲 guidance.method=乙 guidance.standard=丙 guidance.contact=丁",
                  "objective method standard contact", "objective method standard contact", "", ""},
                 {"kind=meeting", "", "", "", ""},
                 {"", "", "", "", "kind"}};
    for (size_t i = 0; i < COUNT(cases); i++) {
        const struct balance_row *row = balance(cases[i].facts, -1, BALANCE_GUIDANCE);
        assert_texts(row->required, cases[i].required);
        assert_texts(row->provided, cases[i].provided);
        assert_texts(row->gap, cases[i].gap);
        assert_missing(row, cases[i].missing);
    }
}

static void powers(void **state) {
    (void)state;
    static const struct {
        const char *facts;
        int item;
        const char *required, *provided, *gap, *missing;
    } cases[] = {
        {"kind=form actions=report powers.required=none powers.granted=none townships=木塘垸镇", -1, "", "", "", ""},
        {"kind=form actions=report powers.required=licensing powers.granted=none townships=木塘垸镇", WORLD_FIRE,
         "licensing inspection_power", "inspection_power", "licensing", ""},
        {"kind=coerce actions=none powers.granted=none townships=木塘垸镇", -1, "coercion", "", "coercion", "powers.required"},
        {"kind=form powers.required=penalty,占道经营 townships=木塘垸镇", -1, "penalty:占道经营", "", "",
         "actions powers.granted"}};
    for (size_t i = 0; i < COUNT(cases); i++) {
        const struct balance_row *row = balance(cases[i].facts, cases[i].item, BALANCE_POWER);
        assert_texts(row->required, cases[i].required);
        assert_texts(row->provided, cases[i].provided);
        assert_texts(row->gap, cases[i].gap);
        assert_missing(row, cases[i].missing);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(sums), cmocka_unit_test(a_year_without_a_calendar_is_unknown_time),
                                       cmocka_unit_test(guidance), cmocka_unit_test(powers)};
    return cmocka_run_group_tests(tests, open_world, close_world);
}
