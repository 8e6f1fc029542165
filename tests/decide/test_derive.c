#include "world.h"

#include <decide/derive.h>

#include <stdio.h>

/* A list without rules, and one task derived in it. */
struct bench {
    struct world world;
    struct rulebook book;
    struct plan *plan;
    struct power_cache *powers;
    struct derived derived;
    struct found_item match;
    struct task task;
};

static void bench_open(struct bench *bench) {
    struct quanze_error error;
    *bench = (struct bench){.match = {.how = HOW_NONE, .item = -1, .text_item = -1}};
    world_list(&bench->world);
    assert_int_equal(plan_open(&bench->book, &bench->world.list, NULL, &bench->plan, &error), QUANZE_OK);
    assert_int_equal(power_cache_open(bench->plan, &bench->powers, &error), QUANZE_OK);
}

static void bench_close(struct bench *bench) {
    power_cache_close(bench->powers);
    plan_close(bench->plan);
    list_free(&bench->world.list);
    arena_free(&bench->world.list_arena);
    arena_free(&bench->world.arena);
}

static void derive(struct bench *bench, const char *facts, int item) {
    bench->match.how = item < 0 ? HOW_NONE : HOW_DECLARED;
    bench->match.item = item;
    world_task(&bench->world, &bench->task, facts);
    const struct deriver deriver = {.plan = bench->plan,
                                    .powers = bench->powers,
                                    .match = &bench->match,
                                    .day = world_day("2026-11-05"),
                                    .arena = &bench->world.arena};
    struct fact_set assumed;
    derive_closed(bench->plan, &bench->task, &assumed);
    assert_true(derive_all(&deriver, &bench->task, &bench->derived));
}

/* A fact as words: "?" and the facts that would tell it, "none", a number, or texts joined by commas. */
static const char *words_of(const struct bench *bench, enum fact_id fact) {
    static char words[512];
    size_t length = 0;
    words[0] = '\0';
    if (!task_knows(&bench->task, fact)) {
        const struct fact_set *missing = &bench->derived.missing[fact - FIRST_DERIVED];
        words[length++] = '?';
        for (size_t i = 0; i < FACT_COUNT_ALL; i++)
            if (fact_set_has(missing, i))
                length += (size_t)snprintf(words + length, sizeof words - length, " %s", fact_at(i)->name.at);
        words[length] = '\0';
        return words;
    }
    const struct value *value = &bench->task.value[fact];
    if (value->state == VALUE_NONE) return "none";
    if (fact_at(fact)->type != FACT_TEXTS) {
        snprintf(words, sizeof words, "%lld", (long long)value->number);
        return words;
    }
    for (uint32_t i = 0; i < value->count; i++)
        length += (size_t)snprintf(words + length, sizeof words - length, "%s%.*s", i ? "," : "", (int)value->items[i].count,
                                   value->items[i].text);
    return words;
}

static void all_derived_facts_stand_behind_the_first(void **state) {
    (void)state;
    for (size_t i = 0; i < FACT_COUNT_ALL; i++) assert_int_equal(!absence_is_stated(fact_at(i)->absence), i >= FIRST_DERIVED);
}

static void fields_of_powers_stand_as_the_code_takes_them(void **state) {
    (void)state;
    static const char *const granted[] = {"power",        "matter",     "mode",     "decision",
                                          "published_on", "valid_from", "valid_to", "evaluated_on"};
    const struct fact_info *fact = fact_at(FACT_ID_POWERS_GRANTED);
    assert_int_equal(fact->field_count, COUNT(granted));
    for (size_t i = 0; i < COUNT(granted); i++) assert_str(fact->fields[i].name, granted[i]);
    fact = fact_at(FACT_ID_POWERS_REQUIRED);
    assert_int_equal(fact->field_count, 2);
    assert_str(fact->fields[0].name, "power");
    assert_str(fact->fields[1].name, "matter");
}

static void a_finished_paper_states_what_it_leaves_out(void **state) {
    (void)state;
    struct bench bench;
    bench_open(&bench);
    derive(&bench, "body=全文", -1);
    assert_true(task_knows(&bench.task, FACT_ID_DEMANDS_PHOTOS));
    assert_int_equal(bench.task.value[FACT_ID_DEMANDS_PHOTOS].state, VALUE_NONE);
    assert_false(task_knows(&bench.task, FACT_ID_FUNDS_PROVIDED));
    derive(&bench, "complete=true demands.photos=true", -1);
    assert_true(task_true(&bench.task, FACT_ID_DEMANDS_PHOTOS));
    assert_true(task_knows(&bench.task, FACT_ID_QUOTA_TOTAL));
    derive(&bench, "complete=false", -1);
    assert_false(task_knows(&bench.task, FACT_ID_DEMANDS_PHOTOS));
    bench_close(&bench);
}

/* What the paper speaks of without it being clear what it says is neither demanded nor not demanded. */
static void what_is_unsure_stays_unknown(void **state) {
    (void)state;
    struct bench bench;
    bench_open(&bench);
    derive(&bench, "complete=true unsure=demands.photos,no.such.fact", -1);
    assert_false(task_knows(&bench.task, FACT_ID_DEMANDS_PHOTOS));
    assert_true(task_knows(&bench.task, FACT_ID_DEMANDS_FORMS));
    bench_close(&bench);
}

struct derive_case {
    const char *facts;
    int item;
    const char *expected;
};

static void check_cases(enum fact_id fact, const struct derive_case *cases, size_t count) {
    struct bench bench;
    bench_open(&bench);
    for (size_t i = 0; i < count; i++) {
        derive(&bench, cases[i].facts, cases[i].item);
        const char *words = words_of(&bench, fact);
        if (strcmp(words, cases[i].expected) != 0)
            fail_msg("%s of \"%s\": \"%s\", not \"%s\"", fact_at(fact)->name.at, cases[i].facts, words, cases[i].expected);
    }
    bench_close(&bench);
}

static void emergencies(void **state) {
    (void)state;
    static const struct derive_case cases[] = {
        {"", -1, "? emergency.declared"},
        {"body=x", -1, "0"},
        {"emergency.declared=false", -1, "0"},
        {"emergency.declared=none", -1, "0"},
        {"emergency.declared=true", -1, "? emergency.level emergency.notice emergency.expected_end"},
        {"emergency.declared=true emergency.level=2 emergency.notice=3号", -1, "? emergency.expected_end"},
        {"emergency.declared=true emergency.level=2 emergency.notice=3号 emergency.expected_end=2026-11-05T00:00", -1, "1"},
        {"emergency.declared=true emergency.level=2 emergency.notice=3号 emergency.expected_end=2026-11-04T23:59", -1, "0"},
        {"emergency.expected_end=2026-11-04T23:59", -1, "0"},
        {"emergency.declared=true emergency.level=none", -1, "0"},
        {"body=x emergency.declared=true emergency.level=2", -1, "0"}};
    check_cases(FACT_ID_EMERGENCY_RUNNING, cases, COUNT(cases));
}

static void who_binds(void **state) {
    (void)state;
    static const struct derive_case cases[] = {{"", -1, "? issuer.kind"},
                                               {"issuer.kind=county_government", -1, "1"},
                                               {"issuer.kind=county_department", -1, "0"},
                                               {"issuer.kind=none", -1, "0"}};
    check_cases(FACT_ID_ISSUER_BINDS, cases, COUNT(cases));
}

static void who_leads(void **state) {
    (void)state;
    static const struct derive_case cases[] = {{"", WORLD_FIRE, "? issuer.name"},
                                               {"issuer.name=消防大队", WORLD_FIRE, "1"},
                                               {"issuer.name=县市场监督管理局", WORLD_FIRE, "0"},
                                               {"issuer.name=某某局", WORLD_FIRE, "0"},
                                               {"issuer.name=none", WORLD_FIRE, "0"},
                                               {"", WORLD_BASIC, "none"},
                                               {"", -1, "none"}};
    check_cases(FACT_ID_ITEM_ISSUER_LEADS, cases, COUNT(cases));
}

static void staff_of_the_smallest_township(void **state) {
    (void)state;
    static const struct derive_case cases[] = {{"", -1, "? townships"},
                                               {"townships=none", -1, "none"},
                                               {"townships=木塘垸镇", -1, "62"},
                                               {"townships=木塘垸镇,青溪镇", -1, "40"},
                                               {"townships=木塘垸镇,城关街道", -1, "? town.staff"},
                                               {"townships=木塘垸镇,无此镇", -1, "? town.staff"}};
    check_cases(FACT_ID_TOWN_STAFF, cases, COUNT(cases));
}

static void townships_in_the_list(void **state) {
    (void)state;
    static const struct derive_case cases[] = {
        {"townships=木塘垸镇,无此镇", -1, "0"}, {"townships=木塘垸镇", -1, "1"}, {"", -1, "? townships"}};
    check_cases(FACT_ID_TOWN_KNOWN, cases, COUNT(cases));
}

static void people_needed(void **state) {
    (void)state;
    static const struct derive_case cases[] = {{"staff.required=3", -1, "3"},         {"staff.required=none", -1, "0"},
                                               {"", -1, "? staff.required"},          {"", WORLD_FIRE, "? staff.required"},
                                               {"staff.required=1", WORLD_FIRE, "2"}, {"staff.required=5", WORLD_FIRE, "5"}};
    check_cases(FACT_ID_STAFF_NEEDED, cases, COUNT(cases));
}

static void money_needed(void **state) {
    (void)state;
    static const struct derive_case cases[] = {
        {"funds.required=500", -1, "500"},
        {"funds.required=none", WORLD_BASIC, "0"},
        {"", -1, "? funds.required"},
        {"staff.required=2 staff.days=1 funds.required=0", WORLD_FIRE, "24000"},
        {"staff.required=2 staff.days=1 funds.required=90000", WORLD_FIRE, "90000"},
        {"staff.required=2 staff.days=1", WORLD_FIRE, "? funds.required"},
        {"funds.required=500", WORLD_FIRE, "? staff.required staff.days"},
        {"staff.required=4000000000 staff.days=4000000000 funds.required=0", WORLD_FIRE, "1000000000000000"}};
    check_cases(FACT_ID_FUNDS_NEEDED, cases, COUNT(cases));
}

static void the_least_is_told_before_the_whole(void **state) {
    (void)state;
    struct bench bench;
    bench_open(&bench);
    derive(&bench, "staff.required=3 staff.days=2", WORLD_FIRE);
    assert_true(fact_set_has(&bench.derived.bounded, FACT_ID_FUNDS_NEEDED));
    assert_int_equal(bench.derived.bounds[FACT_ID_FUNDS_NEEDED - FIRST_DERIVED].low.number, 72000);
    derive(&bench, "", WORLD_BASIC);
    assert_false(fact_set_has(&bench.derived.bounded, FACT_ID_FUNDS_NEEDED));
    bench_close(&bench);
}

#define SETTLED "kind=patrol actions=patrol powers.granted=none townships=木塘垸镇 "

static void powers_needed(void **state) {
    (void)state;
    static const struct derive_case cases[] = {
        {SETTLED "powers.required=none", -1, "none"},
        {SETTLED "powers.required=penalty,烟花", -1, "penalty:烟花"},
        {SETTLED, -1, "? powers.required"},
        {"powers.required=none", -1, "? kind actions"},
        {SETTLED "powers.required=none", WORLD_FIRE, "inspection_power"},
        {"kind=penalise actions=处罚,patrol powers.required=none", -1, "penalty"},
        {"kind=penalise actions=none powers.required=penalty,烟花", -1, "penalty:烟花"},
        {"kind=enforce actions=penalise powers.required=licensing", -1, "licensing,enforcement,penalty"}};
    check_cases(FACT_ID_POWERS_NEEDED, cases, COUNT(cases));
}

#define PENALTY "kind=patrol actions=none townships=木塘垸镇 powers.required=penalty,"

static void powers_missing(void **state) {
    (void)state;
    static const struct derive_case cases[] = {
        /* the register: by matter, by township, by publication */
        {PENALTY "燃放烟花爆竹 powers.granted=none", -1, "none"},
        {PENALTY "占道经营 powers.granted=none", -1, "penalty:占道经营"},
        {PENALTY "露天焚烧 powers.granted=none", -1, "penalty:露天焚烧"},
        {"kind=patrol actions=none townships=木塘垸镇 powers.required=penalty powers.granted=none", WORLD_FIREWORKS, "none"},
        {"kind=patrol actions=none townships=木塘垸镇 powers.required=penalty powers.granted=none", -1, "penalty"},
        {"kind=patrol actions=none townships=木塘垸镇 title=查处违规燃放烟花爆竹 powers.required=penalty powers.granted=none",
         -1, "none"},
        {SETTLED "powers.required=none", WORLD_FIRE, "none"},
        {"kind=patrol actions=none townships=木塘垸镇,青溪镇 powers.required=none powers.granted=none", WORLD_FIRE,
         "inspection_power"},
        {"kind=patrol actions=none powers.required=none powers.granted=none", WORLD_FIRE, "? townships"},
        {"kind=patrol actions=none powers.required=none", WORLD_FIRE, "? townships powers.granted"},
        {PENALTY "燃放烟花爆竹", -1, "none"},
        /* bound to an item, and to the townships of the list */
        {"kind=patrol actions=none townships=木塘垸镇 powers.required=licensing powers.granted=none", WORLD_BASIC, "none"},
        {"kind=patrol actions=none townships=木塘垸镇 powers.required=licensing powers.granted=none", -1, "licensing"},
        {"kind=patrol actions=none townships=无此镇 powers.required=licensing powers.granted=none", WORLD_BASIC, "licensing"},
        /* coercion is never held by entrusting */
        {"kind=coerce actions=none townships=木塘垸镇 powers.required=none powers.granted=none", -1, "coercion"},
        {"kind=coerce actions=none townships=木塘垸镇 powers.required=none "
         "powers.granted=coercion,,entrusted,委托书,2026-01-01",
         -1, "coercion"},
        {"kind=coerce actions=none townships=木塘垸镇 powers.required=none powers.granted=coercion,,delegated", -1, "none"},
        /* granted with the task: a penalty needs a decision and its publication, both in force */
        {PENALTY "占道经营 powers.granted=penalty,占道经营,delegated,决定,2026-01-01", -1, "none"},
        {PENALTY "占道经营 powers.granted=penalty,占道经营,delegated,决定,2026-12-01", -1, "penalty:占道经营"},
        {PENALTY "占道经营 powers.granted=penalty,占道经营,delegated,none,2026-01-01", -1, "penalty:占道经营"},
        {PENALTY "占道经营 powers.granted=penalty,占道经营,delegated,,2026-01-01", -1, "? powers.granted"},
        {PENALTY "占道经营 powers.granted=penalty,占道经营,delegated,决定,2026-01-01,2026-12-01", -1, "penalty:占道经营"},
        {PENALTY "占道经营 powers.granted=penalty,占道经营,delegated,决定,2026-01-01,,2026-11-04", -1, "penalty:占道经营"},
        {PENALTY "占道经营 powers.granted=penalty,流动摊贩,delegated,决定,2026-01-01", -1, "penalty:占道经营"},
        {PENALTY "占道经营 powers.granted=penalty,,recalled,决定,2026-01-01", -1, "penalty:占道经营"},
        {PENALTY "占道经营", -1, "? powers.granted"}};
    check_cases(FACT_ID_POWERS_MISSING, cases, COUNT(cases));
}

static void a_power_nobody_has_is_certain_before_the_rest_is_told(void **state) {
    (void)state;
    struct bench bench;
    bench_open(&bench);
    derive(&bench, "kind=coerce actions=none townships=木塘垸镇 powers.granted=none", -1);
    assert_false(task_knows(&bench.task, FACT_ID_POWERS_MISSING));
    assert_int_equal(bench.derived.lacking.count, 1);
    assert_str(bench.derived.lacking.at[0], "coercion");
    /* the task may yet name a matter for which the register holds the power */
    derive(&bench, "kind=penalise actions=none townships=木塘垸镇 powers.granted=none", -1);
    assert_int_equal(bench.derived.lacking.count, 0);
    bench_close(&bench);
}

static void what_the_item_says(void **state) {
    (void)state;
    struct bench bench;
    bench_open(&bench);
    derive(&bench, "", WORLD_RECALLED);
    assert_int_equal(bench.task.value[FACT_ID_ITEM_KIND].number, ITEM_RECALLED);
    assert_str(task_text(&bench.task, FACT_ID_ITEM_DEPARTMENT), "县市场监督管理局");
    assert_str(task_text(&bench.task, FACT_ID_ITEM_WORKING_MODE), "县级部门直接实施");
    assert_string_equal(words_of(&bench, FACT_ID_ITEM_OFFICE), "none");
    assert_true(task_true(&bench.task, FACT_ID_ITEM_KNOWN));
    derive(&bench, "", -1);
    assert_int_equal(bench.task.value[FACT_ID_ITEM_HOW].number, HOW_NONE);
    for (size_t fact = FACT_ID_ITEM_ID; fact <= FACT_ID_ITEM_SCORE; fact++)
        assert_string_equal(words_of(&bench, (enum fact_id)fact), "none");
    derive(&bench, "", WORLD_FIRE);
    assert_string_equal(words_of(&bench, FACT_ID_ITEM_TOWNSHIP_ACTIONS), "patrol");
    bench_close(&bench);
}

static void a_claim_that_the_text_contradicts(void **state) {
    (void)state;
    static const struct {
        int item, text_item;
        int32_t score, text_score;
        bool contradicted;
    } cases[] = {{WORLD_FIRE, WORLD_RECALLED, 300000, 800000, true},
                 {WORLD_FIRE, WORLD_RECALLED, 760000, 800000, false},
                 {WORLD_FIRE, WORLD_FIRE, 800000, 800000, false},
                 {WORLD_FIRE, -1, 100000, 0, false}};
    struct bench bench;
    bench_open(&bench);
    for (size_t i = 0; i < COUNT(cases); i++) {
        bench.match.score = cases[i].score;
        bench.match.text_item = cases[i].text_item;
        bench.match.text_score = cases[i].text_score;
        derive(&bench, "", cases[i].item);
        assert_int_equal(task_true(&bench.task, FACT_ID_ITEM_CONTRADICTED), cases[i].contradicted);
    }
    bench.match.text_item = WORLD_RECALLED;
    bench.match.claim_unknown = true;
    derive(&bench, "", -1);
    assert_false(task_true(&bench.task, FACT_ID_ITEM_KNOWN));
    assert_int_equal(bench.task.value[FACT_ID_ITEM_TEXT_KIND].number, ITEM_RECALLED);
    bench_close(&bench);
}

/* A past that answers every question by all that it is asked. */
static quanze_status find_by_keys(void *keeper, const struct history_question *question, struct arena *arena,
                                  struct history_answer *out, struct quanze_error *error) {
    (void)keeper, (void)arena, (void)error;
    const struct history_keys *keys = question->keys;
    uint64_t told = str_hash(keys->id) + 3 * str_hash(keys->issuer) + 5 * (uint64_t)keys->topic + (uint64_t)keys->assesses;
    told += 7 * (uint64_t)question->query + 11 * (uint64_t)question->from + 13 * (uint64_t)question->to;
    for (size_t i = 0; i < keys->townships.count; i++) told += 17 * str_hash(keys->townships.at[i]);
    for (size_t i = 0; i < keys->form_count; i++) told += 19 * (uint64_t)keys->forms[i].key;
    *out = (struct history_answer){.count = told % 1000003, .issuers = told % 999983};
    return QUANZE_OK;
}

static void assert_same_value(enum fact_id fact, const struct value *a, const struct value *b) {
    assert_int_equal(a->state, b->state);
    if (a->state != VALUE_GIVEN) return;
    const enum fact_type type = fact_at(fact)->type;
    if (type != FACT_TEXT && type != FACT_TEXTS) {
        assert_int_equal(a->number, b->number);
        return;
    }
    assert_int_equal(a->count, b->count);
    if (type == FACT_TEXT) assert_true(str_equal(value_text(a), value_text(b)));
    for (uint32_t i = 0; type == FACT_TEXTS && i < a->count; i++)
        assert_true(str_equal(value_text(&a->items[i]), value_text(&b->items[i])));
}

static void assert_same_derivation(const struct derivation *a, const struct derivation *b) {
    for (size_t fact = 0; fact < FACT_COUNT_ALL; fact++) {
        const bool known = fact_set_has(&a->task->known, fact);
        if (known != fact_set_has(&b->task->known, fact)) fail_msg("%s is known but once", fact_at(fact)->name.at);
        if (fact < FIRST_DERIVED || fact >= FIRST_MONTH) continue;
        const size_t at = fact - FIRST_DERIVED;
        const bool bounded = fact_set_has(&a->derived->bounded, fact);
        assert_int_equal(bounded, fact_set_has(&b->derived->bounded, fact));
        if (known) assert_same_value(fact, &a->task->value[fact], &b->task->value[fact]);
        if (!known) assert_memory_equal(&a->derived->missing[at], &b->derived->missing[at], sizeof(struct fact_set));
        if (!bounded) continue;
        assert_same_value(fact, &a->derived->bounds[at].low, &b->derived->bounds[at].low);
        assert_same_value(fact, &a->derived->bounds[at].high, &b->derived->bounds[at].high);
    }
    assert_int_equal(a->derived->needed.count, b->derived->needed.count);
    assert_int_equal(a->derived->held.count, b->derived->held.count);
    assert_int_equal(a->derived->lacking.count, b->derived->lacking.count);
    assert_int_equal(a->derived->funds_floor, b->derived->funds_floor);
    assert_int_equal(a->derived->staff_floor, b->derived->staff_floor);
    assert_int_equal(a->derived->issuer_department, b->derived->issuer_department);
}

/* Derives `task` twice, given that it differs from that of `before` in one fact: anew, and from what is known. */
static void compare_again(const struct deriver *deriver, const struct derivation *before, enum fact_id fact,
                          struct value value) {
    struct fact_set changed = {{0}}, renewed = {{0}};
    struct task anew = *before->task, again;
    struct derived derived_anew, derived_again;
    task_set(&anew, fact, value);
    fact_set_add(&changed, fact);
    again = anew;
    for (size_t derived = FIRST_DERIVED; derived < FIRST_MONTH; derived++) /* of a trial given up: not to be believed */
        task_set(&again, derived, value_number(-5));
    assert_true(derive_all(deriver, &anew, &derived_anew));
    assert_true(derive_again(deriver, before, &changed, &again, &derived_again, &renewed));
    const struct derivation a = {&anew, &derived_anew}, b = {&again, &derived_again};
    assert_same_derivation(&a, &b);
    derive_drop_same(before, &a, &renewed);
    for (size_t derived = FIRST_DERIVED; derived < FIRST_MONTH; derived++) {
        if (fact_set_has(&renewed, derived)) continue;
        assert_int_equal(task_knows(before->task, derived), task_knows(&anew, derived));
        if (task_knows(&anew, derived)) assert_same_value(derived, &before->task->value[derived], &anew.value[derived]);
    }
}

static void what_reads_no_changed_fact_is_taken_over(void **state) {
    (void)state;
    static const char *const facts[] = {
        "",
        "id=T-1 title=关于查处违规燃放烟花爆竹的通知 issuer.name=消防大队 issuer.kind=county_department townships=木塘垸镇 "
        "kind=document "
        "actions=close_down powers.required=penalty,烟花 staff.required=2 staff.days=3 funds.required=100 "
        "inspection.at=2026-11-04T09:00 meeting.at=2026-11-04T10:00 assessment.separate=true demands.village_listed=true "
        "emergency.declared=true emergency.level=2 emergency.notice=3号 emergency.expected_end=2026-11-09",
        "id=T-2 title=关于防汛的通知 issuer.name=县市场监督管理局 issuer.kind=county_government townships=木塘垸镇 "
        "kind=enforce actions=detain powers.required=penalty staff.required=5 staff.days=1 funds.required=7 "
        "inspection.at=2026-10-03T09:00 meeting.at=2026-10-02T10:00 assessment.separate=false demands.village_listed=false "
        "emergency.declared=false emergency.level=1 emergency.notice=4号 emergency.expected_end=2026-11-01",
        "townships=青溪镇,城关街道 powers.required=coercion kind=charge"};
    static const int items[] = {-1, WORLD_FIRE, WORLD_FIREWORKS, WORLD_RECALLED};
    struct bench bench;
    bench_open(&bench);
    for (size_t fact = FACT_ID_HISTORY_SAME_TOPIC_DEPARTMENTS; fact < FIRST_MONTH; fact++)
        fact_set_add(&bench.plan->history, fact);
    const struct history past = {NULL, find_by_keys};
    struct quanze_error trouble = {.status = QUANZE_OK};
    for (size_t i = 0; i < COUNT(facts) * COUNT(items) * 2; i++) {
        bench.match.item = items[i % COUNT(items)];
        bench.match.how = bench.match.item < 0 ? HOW_NONE : HOW_DECLARED;
        const struct deriver deriver = {.plan = bench.plan,
                                        .powers = bench.powers,
                                        .match = &bench.match,
                                        .day = world_day("2026-11-05"),
                                        .arena = &bench.world.arena,
                                        .history = i / (COUNT(facts) * COUNT(items)) ? &past : NULL,
                                        .trouble = &trouble};
        const struct derivation before = {&bench.task, &bench.derived};
        for (size_t j = 0; j < COUNT(facts); j++) {
            struct task other;
            world_task(&bench.world, &other, facts[j]);
            world_task(&bench.world, &bench.task, facts[i / COUNT(items) % COUNT(facts)]);
            assert_true(derive_all(&deriver, &bench.task, &bench.derived));
            for (size_t fact = 0; fact < FIRST_DERIVED; fact++) {
                compare_again(&deriver, &before, fact, (struct value){.state = VALUE_ABSENT});
                compare_again(&deriver, &before, fact, (struct value){.state = VALUE_NONE});
                if (task_knows(&other, fact)) compare_again(&deriver, &before, fact, other.value[fact]);
            }
        }
    }
    bench_close(&bench);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(all_derived_facts_stand_behind_the_first),
                                       cmocka_unit_test(fields_of_powers_stand_as_the_code_takes_them),
                                       cmocka_unit_test(a_finished_paper_states_what_it_leaves_out),
                                       cmocka_unit_test(what_is_unsure_stays_unknown),
                                       cmocka_unit_test(emergencies),
                                       cmocka_unit_test(who_binds),
                                       cmocka_unit_test(who_leads),
                                       cmocka_unit_test(staff_of_the_smallest_township),
                                       cmocka_unit_test(townships_in_the_list),
                                       cmocka_unit_test(people_needed),
                                       cmocka_unit_test(money_needed),
                                       cmocka_unit_test(the_least_is_told_before_the_whole),
                                       cmocka_unit_test(powers_needed),
                                       cmocka_unit_test(powers_missing),
                                       cmocka_unit_test(a_power_nobody_has_is_certain_before_the_rest_is_told),
                                       cmocka_unit_test(what_the_item_says),
                                       cmocka_unit_test(a_claim_that_the_text_contradicts),
                                       cmocka_unit_test(what_reads_no_changed_fact_is_taken_over)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
