/* Rule files, right and wrong. */
#include <rule/support.h>
#include <stdio.h>
#include <string.h>

static const char SAMPLE[] =
    "-- 从通知到报送，乡镇至少要有两个工作日。\n"
    "return {\n"
    "  id = \"TIME-001\", family = \"time\", level = \"block\", stage = \"screen\",\n"
    "  title = { zh = \"报送时限过短\", en = \"Too little time to answer\" },\n"
    "  why   = { zh = \"…\", en = \"…\" },\n"
    "  basis = { { title = \"…\", article = \"…\", verified = \"S\" } },\n"
    "  seeds = { \"S000-09\", \"S001-12\" },\n"
    "  ground = \"time_unreasonable\",\n"
    "  since = \"2024-08-06\",\n"
    "  parameters = { min_notice_workdays = { default = 2, unit = \"workday\", source = \"建议值\" } },\n"
    "  applies = { task_kind = { \"form\", \"ledger\", \"material\" }, [\"emergency.declared\"] = false },\n"
    "  needs = { \"received_at\", \"due_at\" },\n"
    "\n"
    "  check = function(received_at, due_at, p)\n"
    "    local hours = calendar.working_hours(received_at, due_at)\n"
    "    if hours >= p.min_notice_workdays * calendar.day_hours then return pass() end\n"
    "    return fail(\"short\", { hours = hours })\n"
    "  end,\n"
    "  says = { short = { zh = \"只留了 {hours} 个工作小时\", en = \"leaves {hours} working hours\" } },\n"
    "  remedy = function(received_at, due_at, p)\n"
    "    return set(\"due_at\", calendar.add_workdays(received_at, p.min_notice_workdays))\n"
    "  end,\n"
    "  examples = {\n"
    "    { \"same day\", { received_at = \"2023-12-07T09:30\", due_at = \"2023-12-07T16:00\" }, expect = \"fail\", says = "
    "\"short\" },\n"
    "    { \"a week\", { received_at = \"2023-12-07T09:30\", due_at = \"2023-12-14T16:00\" }, expect = \"pass\" },\n"
    "    { \"no deadline given\", { received_at = \"2023-12-07T09:30\" }, expect = \"unknown\" },\n"
    "  },\n"
    "}\n";

static struct fixture *sample(void) { return fixture_of_file("TIME-001.lua", SAMPLE, sizeof SAMPLE - 1); }

static void test_the_sample_rule_loads(void **state) {
    (void)state;
    struct fixture *fixture = sample();
    if (fixture->problems.count > 0) fail_msg("%s", fixture->problems.at[0].en.at);
    assert_int_equal(fixture->book->count, 1);
    const struct rule *rule = &fixture->book->rules[0];
    assert_true(str_equal(rule->id, STR("TIME-001")));
    assert_int_equal(rule->family, FAMILY_TIME);
    assert_int_equal(rule->level, LEVEL_BLOCK);
    assert_int_equal(rule->stage, STAGE_SCREEN);
    assert_true(str_equal(rule->title.en, STR("Too little time to answer")));
    assert_int_equal(rule->basis.count, 1);
    assert_int_equal(rule->basis.at[0].verified, 'S');
    assert_int_equal(rule->seeds.count, 2);
    assert_int_equal(rule->ground, choice_find(choices_of("GROUND"), STR("time_unreasonable")));
    assert_int_equal(rule->validity.from, day_from_civil((struct civil){2024, 8, 6}));
    assert_int_equal(rule->validity.to, DAY_NONE);
    assert_int_equal(rule->parameter_count, 1);
    assert_true(rule->parameters[0].default_value == 2);
    assert_true(str_equal(rule->parameters[0].unit, STR("workday")));
    assert_int_equal(rule->need_count, 2);
    assert_int_equal(rule->needs[0], FACT_ID_RECEIVED_AT);
    assert_true(fact_set_has(&rule->need_set, FACT_ID_DUE_AT));
    assert_int_equal(rule->may_count, 0);
    assert_int_equal(rule->says_count, 1);
    assert_int_equal(rule->says[0].placeholders.count, 1);
    assert_true(rule->has_remedy);
    assert_true(rule->emergency_excuses);
    assert_false(rule->counts_steps);
    assert_true(str_equal(rule->source, STR(SAMPLE)));
    fixture_free(fixture);
}

static void test_the_sample_filter(void **state) {
    (void)state;
    struct fixture *fixture = sample();
    const struct rule *rule = &fixture->book->rules[0];
    assert_int_equal(rule->applies_count, 2);
    for (size_t i = 0; i < 2; i++) {
        const struct condition *condition = &rule->applies[i];
        assert_int_equal(condition->kind, CONDITION_ANY_OF);
        if (condition->fact == FACT_ID_KIND) {
            assert_int_equal(condition->count, 3);
            assert_int_equal(condition->any_of[1].number, choice_find(fact_at(FACT_ID_KIND)->choices, STR("ledger")));
        } else {
            assert_int_equal(condition->fact, FACT_ID_EMERGENCY_DECLARED);
            assert_int_equal(condition->any_of[0].number, 0);
        }
        assert_true(fact_set_has(&rule->filter_set, condition->fact));
    }
    fixture_free(fixture);
}

static void test_the_sample_examples_are_right(void **state) {
    (void)state;
    struct calendar calendar;
    make_calendar(&calendar);
    struct fixture *fixture = sample();
    open_core(fixture, &calendar, false);
    const struct rule *rule = &fixture->book->rules[0];
    assert_int_equal(rule->example_count, 3);
    static const unsigned LINES[] = {24, 25, 26};
    for (size_t i = 0; i < rule->example_count; i++) {
        const struct rule_example *example = &rule->examples[i];
        assert_int_equal(example->line, LINES[i]);
        task_clear(&fixture->facts);
        for (size_t j = 0; j < example->fact_count; j++)
            task_set(&fixture->facts, example->facts[j].fact, example->facts[j].value);
        if (!fact_set_covers(&fixture->facts.known, &rule->need_set))
            assert_int_equal(example->expect, STATUS_UNKNOWN);
        else
            assert_int_equal(run(fixture), example->expect);
        if (example->expect == STATUS_FAIL) assert_true(str_equal(fixture->outcome.message->key, example->says));
        if (example->expect == STATUS_FAIL) assert_true(fixture->outcome.values[0].number == 5.5);
    }
    fixture_free(fixture);
}

static void test_filters_of_every_form(void **state) {
    (void)state;
    struct fixture *fixture = fixture_of(&(struct rule_parts){
        .applies =
            "{ ['funds.required'] = { at_least = 0.5, at_most = 100 }, ['staff.required'] = 3, actions = { 'a', 'b' },\n"
            "  due_at = { at_least = '2024-01-02' }, ['demands.photos'] = true, title = 'x', ['document.form'] = false,\n"
            "  ['assessment.sample_ratio'] = { at_least = '60%' } }"});
    if (fixture->problems.count > 0) fail_msg("%s", fixture->problems.at[0].en.at);
    const struct rule *rule = &fixture->book->rules[0];
    assert_int_equal(rule->applies_count, 9);
    size_t seen = 0;
    for (size_t i = 0; i < rule->applies_count; i++) {
        const struct condition *condition = &rule->applies[i];
        seen++;
        if (condition->fact == FACT_ID_FUNDS_REQUIRED)
            assert_int_equal(condition->limit, condition->kind == CONDITION_AT_LEAST ? 50 : 10000);
        else if (condition->fact == FACT_ID_STAFF_REQUIRED)
            assert_int_equal(condition->any_of[0].number, 3);
        else if (condition->fact == FACT_ID_ACTIONS)
            assert_true(condition->count == 2 && str_equal(value_text(&condition->any_of[1]), STR("b")));
        else if (condition->fact == FACT_ID_DUE_AT)
            assert_int_equal(condition->limit % DAY_MINUTES, DAY_MINUTES - 1);
        else if (condition->fact == FACT_ID_DEMANDS_PHOTOS)
            assert_int_equal(condition->any_of[0].number, 1);
        else if (condition->fact == FACT_ID_DOCUMENT_FORM)
            assert_int_equal(condition->any_of[0].state, VALUE_NONE);
        else if (condition->fact == FACT_ID_ASSESSMENT_SAMPLE_RATIO)
            assert_int_equal(condition->limit, 600000);
        else
            seen--;
    }
    assert_int_equal(seen, 8);
    fixture_free(fixture);
}

static void test_example_facts_of_every_type(void **state) {
    (void)state;
    struct fixture *fixture = fixture_of(&(struct rule_parts){
        .examples =
            "{ { 'all', { ['funds.required'] = 120.5, ['funds.provided'] = '99.99', ['training.hours'] = 2.5,\n"
            "  ['document.date'] = '2024-01-02', start_at = '2024-01-02', due_at = '2024-01-02', received_at = "
            "'2024-01-02T09:30',\n"
            "  kind = 'form', ['demands.photos'] = true, actions = { 'x' }, title = 'T', end_at = false, upstream = nil,\n"
            "  ['consultation.legality_review'] = 'done', ['item.how'] = 'none', ['guidance.method'] = '', equipment = {},\n"
            "  ['demands.forms'] = { { name = 'F', media = { 'paper' } }, { every = 'daily' } } }, expect = 'pass' },\n"
            "  { 'b', {}, expect = 'fail' }, { 'c', {}, expect = 'unknown' }, { 'd', {}, expect = 'skip' } }"});
    if (fixture->problems.count > 0) fail_msg("%s", fixture->problems.at[0].en.at);
    const struct rule_example *example = &fixture->book->rules[0].examples[0];
    struct task *facts = &fixture->facts;
    for (size_t i = 0; i < example->fact_count; i++) task_set(facts, example->facts[i].fact, example->facts[i].value);
    assert_int_equal(facts->value[FACT_ID_FUNDS_REQUIRED].number, 12050);
    assert_int_equal(facts->value[FACT_ID_FUNDS_PROVIDED].number, 9999);
    assert_int_equal(facts->value[FACT_ID_TRAINING_HOURS].number, 2500);
    assert_int_equal(facts->value[FACT_ID_DUE_AT].number - facts->value[FACT_ID_START_AT].number, DAY_MINUTES - 1);
    assert_true(facts->value[FACT_ID_DUE_AT].whole_day);
    assert_int_equal(facts->value[FACT_ID_END_AT].state, VALUE_NONE);
    assert_int_equal(facts->value[FACT_ID_CONSULTATION_LEGALITY_REVIEW].number, DAY_NONE);
    assert_int_equal(facts->value[FACT_ID_ITEM_HOW].state, VALUE_GIVEN);
    assert_int_equal(facts->value[FACT_ID_ITEM_HOW].number, HOW_NONE);
    assert_int_equal(facts->value[FACT_ID_GUIDANCE_METHOD].state, VALUE_NONE);
    assert_int_equal(facts->value[FACT_ID_EQUIPMENT].state, VALUE_NONE);
    const struct value *forms = &facts->value[FACT_ID_DEMANDS_FORMS];
    assert_int_equal(forms->count, 2);
    assert_true(str_equal(value_text(&forms->items[0]), STR("F")));
    assert_int_equal(forms->items[fact_at(FACT_ID_DEMANDS_FORMS)->field_count].state, VALUE_ABSENT);
    assert_int_equal(fixture->book->rules[0].examples[3].expect, STATUS_NOT_APPLICABLE);
    fixture_free(fixture);
}

/* One thing wrong each: the code, words of the sentence, the line. */
static const struct {
    struct rule_parts parts;
    const char *code, *words;
    unsigned line;
} WRONG_PARTS[] = {
    {{.extra = "tilte = 1"}, "unknown-key", "did you mean \"title\"", 12},
    {{.extra = "until_ = '2024-01-01'"}, "unknown-key", "until", 12},
    {{.extra = "['until'] = '2019-01-01'"}, "reversed-dates", "before since", 12},
    {{.extra = "['until'] = '2024-02-30'"}, "bad-date", "YYYY-MM-DD", 12},
    {{.extra = "emergency = 'nevr'"}, "unknown-word", "did you mean \"never\"", 12},
    {{.needs = "{ 'staff.requird' }"}, "unknown-fact", "did you mean \"staff.required\"", 6},
    {{.needs = "{ 'staff.required', 'staff.required' }"}, "duplicate-fact", "twice", 6},
    {{.may = "may = { 'staff.required' },"}, "duplicate-fact", "twice", 6},
    {{.may = "may = { 'due' },"}, "unknown-fact", "due", 6},
    {{.needs = "'staff.required'"}, "wrong-type", "should be a table, is string", 6},
    {{.needs = "{ n = 'staff.required' }"}, "wrong-type", "list without keys", 6},
    {{.check = "'pass'"}, "wrong-type", "should be a function", 7},
    {{.check = "pass"}, "wrong-type", "should be a function", 7},
    {{.check = "function() return pass() end"}, "wrong-arguments", "1 facts", 7},
    {{.check = "function(a, b, c, d) return pass() end"}, "wrong-arguments", "takes 4", 7},
    {{.check = "function(...) return pass() end"}, "wrong-arguments", "1 facts", 7},
    {{.remedy = "function() return nil end"}, "wrong-arguments", "remedy", 9},
    {{.remedy = "true"}, "wrong-type", "should be a function", 9},
    {{.parameters = "{ 2 }"}, "wrong-type", "should have a name", 6},
    {{.parameters = "{ a = 2 }"}, "wrong-type", "should be a table", 6},
    {{.parameters = "{ a = { defalt = 2, unit = '', source = 's' } }"}, "unknown-key", "did you mean \"default\"", 6},
    {{.parameters = "{ a = { default = '2', unit = '', source = 's' } }"}, "wrong-type", "should be a number", 6},
    {{.parameters = "{ a = { default = 0/0, unit = '', source = 's' } }"}, "wrong-type", "should be a number", 6},
    {{.parameters = "{ a = { default = 2, unit = '', source = 's', harder = 'high' } }"}, "unknown-word", "higher", 6},
    {{.parameters = "{ a = { default = 2, unit = '', source = 's', min = 3 } }"}, "out-of-range", "limits 3 to", 6},
    {{.parameters = "{ a = { default = 2, unit = '', source = 's', max = 'x' } }"}, "wrong-type", "should be a number", 6},
    {{.parameters = "{ a = { default = {}, unit = '', source = 's' } }"}, "wrong-type", "must not be empty", 6},
    {{.parameters = "{ a = { default = { { from = '2019', value = 2 } }, unit = '', source = 's' } }"}, "bad-date", "2019", 6},
    {{.parameters = "{ a = { default = { { from = '2019-01-01' } }, unit = '', source = 's' } }"}, "missing-key", "value", 6},
    {{.parameters = "{ a = { default = { { from = '2020-01-02', value = 2 } }, unit = '', source = 's' } }"},
     "late-default",
     "since",
     6},
    {{.parameters = "{ a = { default = { { from = '2020-01-01', value = 2 }, { from = '2020-01-01', value = 3 } }, unit = '',\n"
                    "source = 's' } }"},
     "reversed-dates",
     "early to late",
     6},
    {{.applies = "{ task_knd = 'form' }"}, "unknown-fact", "task_knd", 6},
    {{.applies = "{ kind = 'from' }"}, "bad-condition", "did you mean \"form\"", 6},
    {{.applies = "{ kind = {} }"}, "bad-condition", "empty list", 6},
    {{.applies = "{ kind = { at_least = 2 } }"}, "bad-condition", "no limits", 6},
    {{.applies = "{ ['staff.required'] = { at_lest = 2 } }"}, "unknown-key", "did you mean \"at_least\"", 6},
    {{.applies = "{ ['staff.required'] = -1 }"}, "bad-condition", "whole number", 6},
    {{.applies = "{ ['staff.required'] = 1.5 }"}, "bad-condition", "whole number", 6},
    {{.applies = "{ ['funds.required'] = 1.005 }"}, "bad-condition", "two decimals", 6},
    {{.applies = "{ kind = 'form', task_kind = 'form' }"}, "duplicate-fact", "twice", 6},
    {{.says = "{}"}, "missing-message", "besides cure", 8},
    {{.says = "{ cure = { zh = 'a', en = 'a' } }"}, "missing-message", "besides cure", 8},
    {{.says = "{ many = 'n' }"}, "wrong-type", "should be a table", 8},
    {{.says = "{ many = { zh = 'a' } }"}, "missing-key", "\"en\" is missing", 8},
    {{.says = "{ many = { zh = '', en = 'a' } }"}, "empty-text", "must not be empty", 8},
    {{.says = "{ many = { zh = '{n}', en = '{m}' } }"}, "bad-template", "different names", 8},
    {{.says = "{ many = { zh = '{n', en = '{n}' } }"}, "bad-template", "{n", 8},
    {{.says = "{ many = { zh = 'n}', en = 'n' } }"}, "bad-template", "}", 8},
    {{.says = "{ many = { zh = '{n:euro}', en = '{n}' } }"}, "bad-template", "{n:euro}", 8},
    {{.says = "{ many = { zh = '{}', en = '{}' } }"}, "bad-template", "{}", 8},
    {{.says = "{ many = { zh = '{n}', en = '{n} {n:day/}' } }"}, "bad-template", "{n:day/}", 8},
    {{.says = "{ many = { zh = '\\xff', en = 'a' } }"}, "bad-text", "UTF-8", 8},
    {{.examples = "{}"}, "missing-example", "expects \"pass\"", 10},
    {{.examples = "{ { 'a', {}, expect = 'pass' }, { 'b', {}, expect = 'fail' } }"}, "missing-example", "unknown", 10},
    {{.examples = "{ { 'a', {}, expect = 'pas' } }"}, "unknown-word", "did you mean \"pass\"", 10},
    {{.examples = "{ { 'a', {} } }"}, "wrong-type", "is nil", 10},
    {{.examples = "{ { {}, expect = 'pass' } }"}, "wrong-type", "should be a text", 10},
    {{.examples = "{ { 'a', {}, expects = 'pass' } }"}, "unknown-key", "should be { name", 10},
    {{.examples = "{ { 'a', { due_at = 'soon' }, expect = 'pass' } }"}, "bad-value", "is \"soon\"", 10},
    {{.examples = "{ { 'a', { ['message.sent_at'] = '2024-01-02' }, expect = 'pass' } }"}, "bad-value", "THH:MM", 10},
    {{.examples = "{ { 'a', { duea = 1 }, expect = 'pass' } }"}, "unknown-fact", "duea", 10},
    {{.examples = "{ { 'a', {}, expect = 'fail', says = 'mny' } }"}, "unknown-word", "did you mean \"many\"", 10},
    {{.examples = "{ { 'a', {}, expect = 'pass', says = 'many' } }"}, "bad-example", "expects fail", 10},
    {{.id = "TEST-002"}, "bad-id", "differs from the file's name", 3},
    {{.id = "test-001"}, "bad-id", "capitals", 3},
    {{.before = "local x = = 1"}, "syntax", "unexpected symbol", 1},
    {{.check = "function(n, p) return pass( end"}, "syntax", "near 'end'", 7},
    {{.before = "do return 5 end"}, "wrong-type", "should return a table", 1},
    {{.check = "function(n, p) return calender.weekday(n) end"}, "unknown-name", "calendar", 7},
};

static void test_wrong_parts(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof WRONG_PARTS / sizeof WRONG_PARTS[0]; i++) {
        struct fixture *fixture = fixture_of(&WRONG_PARTS[i].parts);
        const struct problem *problem = expect_problem(fixture, WRONG_PARTS[i].code, WRONG_PARTS[i].words);
        if (problem->place.line != WRONG_PARTS[i].line)
            fail_msg("%zu %s \"%s\": line %u", i, problem->code, problem->en.at, problem->place.line);
        assert_int_equal(fixture->book->count, 0);
        fixture_free(fixture);
    }
}

/* Wrong in the head, which rule_parts does not vary. */
static void test_wrong_heads(void **state) {
    (void)state;
    static const struct {
        const char *from, *to, *code, *words;
        unsigned line, column;
    } WRONG[] = {
        {"family = \"time\"", "family = \"tmie\"", "unknown-word", "did you mean \"time\"", 3, 20},
        {"family = \"time\"", "family = \"list\"", "wrong-folder", "folder \"time\"", 3, 20},
        {"level = \"block\"", "level = \"blok\"", "unknown-word", "did you mean \"block\"", 3, 37},
        {"stage = \"screen\"", "stage = 5", "wrong-type", "should be a text", 3, 54},
        {"ground = \"time_unreasonable\"", "ground = \"time_unreasonble\"", "unknown-word", "time_unreasonable", 8, 3},
        {"verified = \"S\"", "verified = \"Q\"", "unknown-word", "V, S, M or P", 6, 43},
        {"verified = \"S\"", "verifed = \"S\"", "unknown-key", "did you mean \"verified\"", 6, 43},
        {"basis = { { title = \"…\", article = \"…\", verified = \"S\" } }", "basis = {}", "missing-basis", "cite", 6, 3},
        {"since = \"2024-08-06\",", "", "missing-key", "\"since\" is missing", 1, 1},
        {"seeds = { \"S000-09\", \"S001-12\" }", "seeds = { 9 }", "wrong-type", "should be a text", 7, 13},
        {"title = { zh = \"报送时限过短\", en", "title = { zh = \"报送时限过短\", de", "unknown-key", "\"de\"", 4, 28},
    };
    for (size_t i = 0; i < sizeof WRONG / sizeof WRONG[0]; i++) {
        char text[sizeof SAMPLE + 64];
        const char *at = strstr(SAMPLE, WRONG[i].from);
        assert_non_null(at);
        snprintf(text, sizeof text, "%.*s%s%s", (int)(at - SAMPLE), SAMPLE, WRONG[i].to, at + strlen(WRONG[i].from));
        struct fixture *fixture = fixture_of_file("TIME-001.lua", text, strlen(text));
        const struct problem *problem = expect_problem(fixture, WRONG[i].code, WRONG[i].words);
        if (problem->place.line != WRONG[i].line || problem->place.column != WRONG[i].column)
            fail_msg("%s: %u:%u", problem->en.at, problem->place.line, problem->place.column);
        fixture_free(fixture);
    }
}

static void test_all_problems_are_reported_and_good_rules_kept(void **state) {
    (void)state;
    char *good = rule_text_of(&(struct rule_parts){0});
    char *bad = rule_text_of(&(struct rule_parts){.id = "TEST-002", .needs = "{ 'nothing' }", .extra = "colour = 1"});
    const char *names[] = {"TEST-001.lua", "TEST-002.lua", "notes.txt"}, *texts[] = {good, bad, "not a rule"};
    struct fixture *fixture = fixture_of_files(names, texts, 3);
    assert_int_equal(fixture->book->count, 1);
    assert_int_equal(rulebook_find(fixture->book, STR("TEST-001")), 0);
    assert_int_equal(rulebook_find(fixture->book, STR("TEST-002")), -1);
    assert_int_equal(rulebook_nearest(fixture->book, STR("TEST-01")), 0);
    expect_problem(fixture, "unknown-key", "colour");
    fixture_free(fixture);
    test_free(good);
    test_free(bad);
}

static void test_a_byte_order_mark_and_crlf_are_read(void **state) {
    (void)state;
    char *text = rule_text_of(&(struct rule_parts){0});
    char marked[4096];
    size_t length = (size_t)snprintf(marked, sizeof marked, "\xEF\xBB\xBF");
    for (const char *at = text; *at != '\0'; at++) {
        if (*at == '\n') marked[length++] = '\r';
        marked[length++] = *at;
    }
    struct fixture *fixture = fixture_of_file("TEST-001.lua", marked, length);
    assert_int_equal(fixture->problems.count, 0);
    assert_int_equal(fixture->book->count, 1);
    assert_int_equal(fixture->book->rules[0].examples[2].line, 11);
    fixture_free(fixture);
    test_free(text);
}

static void test_unreadable_inputs(void **state) {
    (void)state;
    struct arena arena = {0};
    struct problems problems = {.arena = &arena};
    struct quanze_error error;
    struct rulebook *book = NULL;
    assert_int_equal(rulebook_load("/nowhere/at/all", &book, &problems, &error), QUANZE_NO_INPUT);
    assert_non_null(strstr(error.en, "/nowhere/at/all"));
    assert_null(book);
    arena_free(&arena);
    struct fixture *fixture = fixture_of_file("TEST-001.lua", "", 0);
    expect_problem(fixture, "wrong-type", "should return a table");
    fixture_free(fixture);
    fixture = fixture_of_file("TEST-001.lua", "return {\xff}", 10);
    expect_problem(fixture, "not-utf8", "UTF-8");
    fixture_free(fixture);
    static char huge[QUANZE_MAX_RULE_BYTES + 2];
    memset(huge, ' ', sizeof huge);
    fixture = fixture_of_file("TEST-001.lua", huge, sizeof huge);
    assert_int_equal(fixture->problems.errors, 1);
    assert_int_equal(fixture->book->count, 0);
    fixture_free(fixture);
}

/* Loads what stands in the fixture's folder again, for running alone. */
static struct rulebook *load_to_run(struct fixture *fixture) {
    struct rulebook *book = NULL;
    const struct rule_folder folder = {fixture->folder, NULL, true};
    assert_int_equal(rulebook_load_all(&folder, 1, 1, &book, &fixture->problems, &fixture->error), QUANZE_OK);
    return book;
}

static void test_rules_to_run_lack_only_their_examples(void **state) {
    (void)state;
    struct fixture *fixture = fixture_of(&(struct rule_parts){0});
    struct rulebook *book = load_to_run(fixture);
    assert_int_equal(fixture->problems.errors, 0);
    assert_int_equal(book->count, 1);
    assert_int_equal(book->rules[0].example_count, 0);
    assert_true(fixture->book->rules[0].example_count > 0);
    assert_int_equal(book->rules[0].need_count, fixture->book->rules[0].need_count);
    assert_true(str_equal(book->rules[0].source, fixture->book->rules[0].source));
    assert_memory_equal(&book->digest, &fixture->book->digest, sizeof book->digest);
    rulebook_free(fixture->book);
    fixture->book = book;
    open_core(fixture, NULL, false);
    give_number(fixture, "staff.required", 3);
    assert_int_equal(run(fixture), STATUS_FAIL);
    fixture_free(fixture);
}

/* A file that speaks of examples elsewhere too, and one with mistakes, are read whole. */
static void test_rules_to_run_of_another_form_are_read_whole(void **state) {
    (void)state;
    struct fixture *fixture = fixture_of(&(struct rule_parts){.before = "-- see the examples below\n"});
    struct rulebook *book = load_to_run(fixture);
    assert_int_equal(fixture->problems.errors, 0);
    assert_int_equal(book->rules[0].example_count, fixture->book->rules[0].example_count);
    rulebook_free(book);
    fixture_free(fixture);
    fixture = fixture_of(&(struct rule_parts){.needs = "{ \"staff.requird\" }"});
    const size_t before = fixture->problems.errors;
    assert_true(before > 0);
    book = load_to_run(fixture);
    assert_int_equal(book->count, 0);
    assert_int_equal(fixture->problems.errors, 2 * before);
    rulebook_free(book);
    fixture_free(fixture);
}

static void test_the_digest_is_of_ids_and_sources(void **state) {
    (void)state;
    struct fixture *first = sample(), *second = sample();
    assert_memory_equal(&first->book->digest, &second->book->digest, sizeof first->book->digest);
    char text[sizeof SAMPLE + 1];
    snprintf(text, sizeof text, "%s ", SAMPLE);
    struct fixture *other = fixture_of_file("TIME-001.lua", text, sizeof SAMPLE);
    assert_memory_not_equal(&first->book->digest, &other->book->digest, sizeof first->book->digest);
    fixture_free(first);
    fixture_free(second);
    fixture_free(other);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_sample_rule_loads),
        cmocka_unit_test(test_the_sample_filter),
        cmocka_unit_test(test_the_sample_examples_are_right),
        cmocka_unit_test(test_filters_of_every_form),
        cmocka_unit_test(test_example_facts_of_every_type),
        cmocka_unit_test(test_wrong_parts),
        cmocka_unit_test(test_wrong_heads),
        cmocka_unit_test(test_all_problems_are_reported_and_good_rules_kept),
        cmocka_unit_test(test_a_byte_order_mark_and_crlf_are_read),
        cmocka_unit_test(test_unreadable_inputs),
        cmocka_unit_test(test_rules_to_run_lack_only_their_examples),
        cmocka_unit_test(test_rules_to_run_of_another_form_are_read_whole),
        cmocka_unit_test(test_the_digest_is_of_ids_and_sources),
    };
    return cmocka_run_group_tests_name("rule/load", tests, NULL, NULL);
}
