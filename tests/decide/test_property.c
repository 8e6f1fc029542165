/* What a verdict promises: other than hold, it is the verdict for every way of filling in the facts that are missing. Random
 * lists and tasks, facts dropped and filled in again over their domains; the same every time (seeded). */
#include "world.h"

#include <base/file.h>
#include <decide/derive.h>
#include <read/read.h>

static uint64_t seed;

/* Source: Sebastiano Vigna, "splitmix64". */
static uint64_t next(void) {
    uint64_t mixed = (seed += UINT64_C(0x9E3779B97F4A7C15));
    mixed = (mixed ^ (mixed >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    mixed = (mixed ^ (mixed >> 27)) * UINT64_C(0x94D049BB133111EB);
    return mixed ^ (mixed >> 31);
}

static size_t below(size_t limit) { return (size_t)(next() % limit); }
static bool chance(size_t percent) { return below(100) < percent; }

static struct world world;
static struct arena scratch; /* of one task and its completions */

static const char *const WORDS[] = {"木塘垸镇",
                                    "青溪镇",
                                    "城关街道",
                                    "无此镇",
                                    "消防大队",
                                    "县市场监督管理局",
                                    "patrol",
                                    "report",
                                    "处罚",
                                    "penalise",
                                    "执法",
                                    "拆除",
                                    "违规燃放烟花爆竹",
                                    "占道经营",
                                    "照片",
                                    "秒回",
                                    "breaks",
                                    "works",
                                    "督导",
                                    "县财政",
                                    "某某文件",
                                    "plan",
                                    "ledger",
                                    "photos",
                                    "minutes",
                                    "C-014",
                                    ""};

static struct value a_text(void) { return value_of_text(str_of(WORDS[below(COUNT(WORDS))])); }

static int64_t a_count(void) {
    static const int64_t counts[] = {0, 0, 1, 1, 2, 3, 4, 5, 8, 20, 28, 100, 251, 1000, 7038};
    return counts[below(COUNT(counts))];
}

/* A minute of autumn 2026, now and then of a year without a calendar. */
static int64_t a_minute(void) {
    int32_t day = world_day("2026-11-01") + (int32_t)below(chance(5) ? 90 : 25);
    return (int64_t)day * DAY_MINUTES + (int64_t)below(48) * 30;
}

static struct value a_value(enum fact_type type, struct choices choices, const struct fact_info *fact);

static struct value some_values(enum fact_type element, struct choices choices) {
    size_t count = 1 + below(3);
    struct value *items = arena_take_array(&scratch, count, sizeof *items);
    assert_non_null(items);
    for (size_t i = 0; i < count; i++) items[i] = a_value(element, choices, NULL);
    return (struct value){.items = items, .count = (uint32_t)count, .state = VALUE_GIVEN};
}

/* The townships and actions that matter to rules come up more often than chance would have it. */
static struct value likely_texts(const struct fact_info *fact) {
    if (fact == fact_at(FACT_ID_TOWNSHIPS) && chance(70)) {
        struct value *items = arena_take_array(&scratch, 1, sizeof *items);
        items[0] = value_of_text(world.list.townships[below(world.list.township_count)].name);
        return (struct value){.items = items, .count = 1, .state = VALUE_GIVEN};
    }
    return some_values(FACT_TEXT, fact ? fact->choices : (struct choices){NULL, 0});
}

/* Powers that the list, the items and the kinds speak of, with and without a matter. */
static struct value likely_power(size_t field) {
    static const char *const powers[] = {"penalty", "coercion", "inspection_power", "licensing"};
    static const char *const matters[] = {"违规燃放烟花爆竹", "占道经营", "露天焚烧", ""};
    if (field == 0) return value_number(choice_find(choices_of("POWER"), str_of(powers[below(COUNT(powers))])));
    return value_of_text(str_of(matters[below(COUNT(matters))]));
}

static struct value some_rows(const struct fact_info *fact) {
    bool are_powers = fact == fact_at(FACT_ID_POWERS_REQUIRED) || fact == fact_at(FACT_ID_POWERS_GRANTED);
    size_t rows = 1 + below(2);
    struct value *items = arena_take_array(&scratch, rows * fact->field_count, sizeof *items);
    assert_non_null(items);
    for (size_t i = 0; i < rows * fact->field_count; i++) {
        const struct field_info *field = &fact->fields[i % fact->field_count];
        if (are_powers && i % fact->field_count < 2 && chance(80))
            items[i] = likely_power(i % fact->field_count);
        else if (chance(75))
            items[i] = a_value(field->type, field->choices, NULL);
    }
    return (struct value){.items = items, .count = (uint32_t)rows, .state = VALUE_GIVEN};
}

static struct value a_value(enum fact_type type, struct choices choices, const struct fact_info *fact) {
    if (chance(15)) return (struct value){.state = VALUE_NONE};
    switch (type) {
    case FACT_BOOL: return value_number((int64_t)below(2));
    case FACT_COUNT: return value_number(a_count());
    case FACT_MONEY: return value_number(a_count() * 12000);
    case FACT_RATIO: return value_number((int64_t)below(11) * 100000);
    case FACT_HOURS: return value_number((int64_t)below(10) * 500);
    case FACT_DATE: return value_number(a_minute() / DAY_MINUTES);
    case FACT_START:
    case FACT_END:
    case FACT_MOMENT: return value_number(a_minute());
    case FACT_TEXT: return a_text();
    case FACT_CHOICE: return value_number((int64_t)below(choices.count));
    case FACT_DONE: return value_number(chance(50) ? DAY_NONE : a_minute() / DAY_MINUTES);
    case FACT_TEXTS: return likely_texts(fact);
    case FACT_CHOICES: return some_values(FACT_CHOICE, choices);
    case FACT_RECORDS: return some_rows(fact);
    }
    return (struct value){.state = VALUE_NONE};
}

/* Kinds that the rules speak of, and issuers that bind or not, half of the time. */
static struct value likely_value(size_t id) {
    static const char *const kinds[] = {"form", "patrol", "enforce", "penalise", "inspection", "coerce", "meeting"};
    static const char *const issuers[] = {"county_department", "county_department", "county_government", "coordinating_body"};
    const struct fact_info *fact = fact_at(id);
    if (id == FACT_ID_KIND && chance(70)) return value_number(choice_find(fact->choices, str_of(kinds[below(COUNT(kinds))])));
    if (id == FACT_ID_ISSUER_KIND && chance(70))
        return value_number(choice_find(fact->choices, str_of(issuers[below(COUNT(issuers))])));
    if (id == FACT_ID_ISSUER_NAME && chance(70))
        return value_of_text(world.list.departments[below(world.list.department_count)].name);
    if (id == FACT_ID_EMERGENCY_DECLARED && chance(40)) return value_number(1);
    return a_value(fact->type, fact->choices, fact);
}

static bool is_open(const struct task *task, size_t id) {
    enum fact_absence absence = fact_at(id)->absence;
    if (task_knows(task, (enum fact_id)id)) return false;
    return absence == ABSENCE_OPEN || (absence == ABSENCE_CLOSED && !task_finished(task));
}

/* A paper as they come: half of it is fine, some of it is odd, some of it is missing. */
static void random_task(struct task *task) {
    size_t missing = (size_t[]){0, 3, 10, 30, 60}[below(5)];
    task_clear(task);
    task_set(task, FACT_ID_TITLE, value_of_text(str_of(chance(50) ? "违规燃放烟花爆竹查处" : "关于报送材料的通知")));
    if (chance(70)) task_set(task, FACT_ID_COMPLETE, value_number(1));
    bool finished = task_finished(task), mild = chance(60);
    for (size_t id = 0; id < FIRST_DERIVED; id++) {
        enum fact_absence absence = fact_at(id)->absence;
        if (absence == ABSENCE_SOURCE || chance(missing)) continue;
        if (absence == ABSENCE_CLOSED && (finished || mild) && chance(mild ? 97 : 80)) {
            if (!finished) task_set(task, id, (struct value){.state = VALUE_NONE});
            continue;
        }
        task_set(task, id, likely_value(id));
    }
    if (!mild) return;
    /* enough of everything, so that admitted tasks are not rare */
    static const enum fact_id amounts[] = {FACT_ID_FUNDS_PROVIDED, FACT_ID_STAFF_PROVIDED};
    for (size_t i = 0; i < COUNT(amounts); i++)
        if (task_knows(task, amounts[i])) task_set(task, amounts[i], value_number(INT64_C(100000000)));
    if (task_knows(task, FACT_ID_DUE_AT)) task_set(task, FACT_ID_DUE_AT, (struct value){.state = VALUE_NONE});
    if (task_knows(task, FACT_ID_POWERS_REQUIRED) && chance(80))
        task_set(task, FACT_ID_POWERS_REQUIRED, (struct value){.state = VALUE_NONE});
}

static struct found_item random_match(void) {
    int item = (int)below(world.list.item_count + 1) - 1, text = chance(60) ? item : (int)below(world.list.item_count + 1) - 1;
    return (struct found_item){.how = item < 0     ? HOW_NONE
                                      : chance(50) ? HOW_DECLARED
                                                   : HOW_MATCHED,
                               .item = item,
                               .score = (int32_t)below(1000000),
                               .text_item = text,
                               .text_score = (int32_t)below(1000000),
                               .claim_unknown = chance(5)};
}

static void judge_copy(const struct task *task, const struct found_item *match, struct task *copy, struct decision *out) {
    struct quanze_error error;
    *copy = *task;
    assert_int_equal(decide_task(world.decider, copy, match, world_day("2026-11-05"), &scratch, out, &error), QUANZE_OK);
}

static bool has_unknown_warning(const struct decision *decision) {
    for (size_t i = 0; i < decision->finding_count; i++)
        if (decision->findings[i].status == STATUS_UNKNOWN && decision->findings[i].rule->level <= LEVEL_WARN) return true;
    return false;
}

static int class_of(enum verdict verdict) { return verdict <= VERDICT_CONDITIONAL ? 0 : (int)verdict; }

/* Says which rules stand differently. */
static void explain(const struct decision *before, const struct decision *after) {
    for (size_t i = 0; i < after->finding_count; i++) {
        const struct rule *rule = after->findings[i].rule;
        const struct finding *was = world_finding(before, rule->id.at);
        int old = was ? (int)was->status : -1;
        if (old != (int)after->findings[i].status)
            print_message("%.*s: %d, then %d\n", (int)rule->id.length, rule->id.at, old, (int)after->findings[i].status);
    }
}

static void assert_class_stays(const struct task *task, const struct found_item *match, const struct decision *before,
                               unsigned number) {
    enum { COMPLETIONS = 12 };
    for (size_t i = 0; i < COMPLETIONS; i++) {
        struct task complete = *task, judged;
        struct decision after;
        bool wholly = chance(70);
        for (size_t id = 0; id < FIRST_DERIVED; id++)
            if (is_open(task, id) && (wholly || chance(50))) task_set(&complete, id, likely_value(id));
        judge_copy(&complete, match, &judged, &after);
        bool same = class_of(after.verdict) == class_of(before->verdict);
        if (same && wholly && !has_unknown_warning(before)) same = after.verdict == before->verdict;
        if (same) continue;
        explain(before, &after);
        for (size_t id = 0; id < FIRST_DERIVED; id++)
            if (is_open(task, id) && task_knows(&complete, (enum fact_id)id)) print_message("  %s\n", fact_at(id)->name.at);
        fail_msg("task %u: verdict %d became %d", number, (int)before->verdict, (int)after.verdict);
    }
}

/* A remedy that is shown cures its finding in the whole decision too. */
static void assert_remedies_cure(const struct task *task, const struct found_item *match, const struct decision *before) {
    for (size_t i = 0; i < before->finding_count; i++) {
        const struct finding *finding = &before->findings[i];
        if (!finding->has_remedy) continue;
        struct task cured = *task, judged;
        struct decision after;
        for (size_t j = 0; j < finding->remedy.set_count; j++)
            task_set(&cured, finding->remedy.sets[j].fact, finding->remedy.sets[j].value);
        judge_copy(&cured, match, &judged, &after);
        assert_null(world_finding(&after, finding->rule->id.at));
    }
}

/* Applies all remedies; false when two of them want the same fact. */
static bool apply_remedies(const struct decision *decision, struct task *task) {
    struct fact_set set = {{0}};
    for (size_t i = 0; i < decision->finding_count; i++) {
        const struct finding *finding = &decision->findings[i];
        for (size_t j = 0; finding->has_remedy && j < finding->remedy.set_count; j++) {
            if (fact_set_has(&set, finding->remedy.sets[j].fact)) return false;
            fact_set_add(&set, finding->remedy.sets[j].fact);
            task_set(task, finding->remedy.sets[j].fact, finding->remedy.sets[j].value);
        }
    }
    return true;
}

/* The verdict after all remedies is the one that the cured task gets when it is handed in. */
static void assert_after_remedies_holds(const struct task *task, const struct found_item *match,
                                        const struct decision *before) {
    struct task cured = *task, judged;
    struct decision after;
    if (!before->has_after || !apply_remedies(before, &cured)) return;
    judge_copy(&cured, match, &judged, &after);
    assert_int_equal(after.verdict, before->after_remedies);
}

/* Whoever answers what is asked gets, after a few rounds, a verdict that rests on what failed and not on what is unknown. */
static void assert_answers_settle(const struct task *task, const struct found_item *match) {
    enum { ROUNDS = 8 };
    struct task answered = *task, judged;
    struct decision decision;
    for (size_t round = 0; round < ROUNDS; round++) {
        judge_copy(&answered, match, &judged, &decision);
        bool asked = false;
        for (size_t i = 0; i < decision.question_count; i++) {
            enum fact_id fact = decision.questions[i].fact;
            if ((size_t)fact >= FIRST_DERIVED) continue; /* only the list or the calendar can tell it */
            const bool for_text = fact == FACT_ID_BODY && !task_finished(&answered);
            assert_true(for_text || is_open(&answered, fact) || task_knows(&answered, fact));
            asked = asked || for_text || !task_knows(&answered, fact);
            task_set(&answered, fact, for_text ? value_of_text(STR("全文")) : likely_value(fact));
        }
        if (!asked) return;
    }
    fail_msg("still asking after %d rounds", ROUNDS);
}

static void run_cases(size_t count, size_t counts[4]) {
    for (size_t i = 0; i < count; i++) {
        struct task task, judged;
        struct decision decision;
        arena_reset(&scratch);
        seed = UINT64_C(20261122) + i * UINT64_C(1000003);
        random_task(&task);
        const struct found_item match = random_match();
        judge_copy(&task, &match, &judged, &decision);
        counts[decision.verdict]++;
        if (decision.verdict != VERDICT_HOLD) assert_class_stays(&task, &match, &decision, (unsigned)i);
        assert_remedies_cure(&task, &match, &decision);
        assert_after_remedies_holds(&task, &match, &decision);
        if (i % 4 == 0) assert_answers_settle(&task, &match);
    }
}

/* Runs the cases in the world as it is open, and closes it. */
static void check(size_t count) {
    size_t counts[4] = {0};
    run_cases(count, counts);
    print_message("admitted %zu, conditional %zu, held %zu, rejected %zu\n", counts[0], counts[1], counts[2], counts[3]);
    arena_free(&scratch);
    scratch = (struct arena){NULL};
    world_close(&world);
    for (size_t i = 0; i < 4; i++) assert_true(counts[i] >= count / 200); /* every verdict was put to the test */
}

static void verdicts_hold_for_every_completion(void **state) {
    (void)state;
    world_open(&world, "tests/decide/rules");
    check(4000);
}

static bool has_folder(const char *path) {
    bool has = file_kind_of(path) == FILE_FOLDER;
    if (!has) print_message("skipped: there is no folder %s\n", path);
    return has;
}

static void verdicts_of_the_shipped_rules_hold_too(void **state) {
    (void)state;
    if (!has_folder("rules")) skip();
    world_open(&world, "rules");
    check(1500);
}

static void verdicts_in_the_demo_county_hold_too(void **state) {
    (void)state;
    if (!has_folder("rules") || !has_folder("lists/demo") || !has_folder("lists/calendar")) skip();
    struct problems problems = {.arena = &world.arena};
    struct quanze_error error = {0};
    world = (struct world){.plan = NULL};
    quanze_status status = read_list("lists/demo", &world.list, &problems, &error);
    if (status == QUANZE_OK) status = read_calendar("lists/calendar", &world.calendar, &problems, &error);
    if (status != QUANZE_OK) fail_msg("%s", error.en);
    world_open_rules(&world, "rules");
    check(1500);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(verdicts_hold_for_every_completion),
                                       cmocka_unit_test(verdicts_of_the_shipped_rules_hold_too),
                                       cmocka_unit_test(verdicts_in_the_demo_county_hold_too)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
