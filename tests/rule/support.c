#define _XOPEN_SOURCE 700
#include <rule/support.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *or_plain(const char *part, const char *plain) { return part != NULL ? part : plain; }

char *rule_text_of(const struct rule_parts *parts) {
    static const char FORM[] =
        "%s\nreturn {\n"
        "  id = \"%s\", family = \"time\", level = \"hold\", stage = \"screen\",\n"
        "  title = { zh = \"标题\", en = \"title\" }, why = { zh = \"缘由\", en = \"why\" },\n"
        "  basis = { { title = \"某法\", article = \"第一条\", verified = \"P\" } }, seeds = {}, ground = \"over_capacity\",\n"
        "  since = \"2020-01-01\", parameters = %s, applies = %s, needs = %s, %s\n"
        "  check = %s,\n  says = %s,\n  remedy = %s,\n  examples = %s,\n  %s\n}\n";
    const char *before = or_plain(parts->before, ""), *id = or_plain(parts->id, "TEST-001");
    const char *parameters = or_plain(parts->parameters, "{}"), *applies = or_plain(parts->applies, "{}");
    const char *needs = or_plain(parts->needs, "{ \"staff.required\" }"), *may = or_plain(parts->may, "");
    const char *check =
        or_plain(parts->check, "function(n, p) if n > 2 then return fail(\"many\", { n = n }) end return pass() end");
    const char *says = or_plain(parts->says, "{ many = { zh = \"{n} 人\", en = \"{n} people\" } }");
    const char *remedy = or_plain(parts->remedy, "false"), *extra = or_plain(parts->extra, "");
    const char *examples = or_plain(parts->examples, "{ { \"a\", {}, expect = \"pass\" }, { \"b\", {}, expect = \"fail\" },\n"
                                                     "    { \"c\", {}, expect = \"unknown\" } }");
    int length = snprintf(NULL, 0, FORM, before, id, parameters, applies, needs, may, check, says, remedy, examples, extra);
    char *text = test_malloc((size_t)length + 1);
    snprintf(text, (size_t)length + 1, FORM, before, id, parameters, applies, needs, may, check, says, remedy, examples, extra);
    return text;
}

static void write_file(const struct fixture *fixture, const char *name, const char *bytes, size_t length) {
    char path[256];
    snprintf(path, sizeof path, "%s/time/%s", fixture->folder, name);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
}

static struct fixture *new_fixture(void) {
    struct fixture *fixture = test_calloc(1, sizeof *fixture);
    strcpy(fixture->folder, "/tmp/quanze-rule-XXXXXX");
    assert_non_null(mkdtemp(fixture->folder));
    char path[128];
    snprintf(path, sizeof path, "%s/time", fixture->folder);
    assert_int_equal(mkdir(path, 0700), 0);
    fixture->problems.arena = &fixture->arena;
    return fixture;
}

static void load(struct fixture *fixture) {
    quanze_status status = rulebook_load(fixture->folder, &fixture->book, &fixture->problems, &fixture->error);
    if (status != QUANZE_OK) fail_msg("rulebook_load: %s", fixture->error.en);
}

struct fixture *fixture_of_file(const char *name, const char *bytes, size_t length) {
    struct fixture *fixture = new_fixture();
    write_file(fixture, name, bytes, length);
    load(fixture);
    return fixture;
}

struct fixture *fixture_of_files(const char *const *names, const char *const *texts, size_t count) {
    struct fixture *fixture = new_fixture();
    for (size_t i = 0; i < count; i++) write_file(fixture, names[i], texts[i], strlen(texts[i]));
    load(fixture);
    return fixture;
}

struct fixture *fixture_of(const struct rule_parts *parts) {
    char *text = rule_text_of(parts);
    struct fixture *fixture = fixture_of_file("TEST-001.lua", text, strlen(text));
    test_free(text);
    return fixture;
}

static void remove_files(const struct fixture *fixture) {
    char command[160];
    snprintf(command, sizeof command, "rm -r '%s'", fixture->folder);
    assert_int_equal(system(command), 0);
}

void fixture_free(struct fixture *fixture) {
    rule_core_close(fixture->core);
    rulebook_free(fixture->book);
    arena_free(&fixture->arena);
    remove_files(fixture);
    test_free(fixture);
}

const struct problem *expect_problem(const struct fixture *fixture, const char *code, const char *words) {
    const struct problem *found = NULL;
    for (size_t i = 0; i < fixture->problems.count && found == NULL; i++) {
        const struct problem *problem = &fixture->problems.at[i];
        if (strcmp(problem->code, code) == 0 && strstr(problem->en.at, words) != NULL) found = problem;
    }
    if (found == NULL)
        fail_msg("expected %s \"%s\", found %s", code, words,
                 fixture->problems.count > 0 ? fixture->problems.at[0].en.at : "nothing");
    assert_true(found->zh.length > 0);
    assert_non_null(strstr(found->place.file, "time/"));
    assert_true(found->place.line >= 1 && found->place.column >= 1);
    return found;
}

void open_core(struct fixture *fixture, const struct calendar *calendar, bool strict) {
    if (fixture->problems.count > 0) fail_msg("%s: %s", fixture->problems.at[0].code, fixture->problems.at[0].en.at);
    quanze_status status = rule_core_open(fixture->book, calendar, strict, &fixture->core, &fixture->error);
    if (status != QUANZE_OK) fail_msg("rule_core_open: %s", fixture->error.en);
}

static size_t fact_named(const char *name) {
    int fact = fact_find(str_of(name));
    assert_true(fact >= 0);
    return (size_t)fact;
}

void give_number(struct fixture *fixture, const char *fact, int64_t number) {
    task_set(&fixture->facts, fact_named(fact), value_number(number));
}

void give_text(struct fixture *fixture, const char *fact, const char *text) {
    task_set(&fixture->facts, fact_named(fact), value_of_text(str_of(text)));
}

void give_none(struct fixture *fixture, const char *fact) {
    task_set(&fixture->facts, fact_named(fact), (struct value){.state = VALUE_NONE});
}

enum status run_at(struct fixture *fixture, size_t index) {
    rule_run(fixture->core, index, &fixture->facts, &fixture->arena, &fixture->outcome);
    return fixture->outcome.status;
}

enum status run(struct fixture *fixture) { return run_at(fixture, 0); }

struct fixture *run_check(const char *check) {
    struct fixture *fixture = fixture_of(&(struct rule_parts){.check = check});
    open_core(fixture, NULL, false);
    give_number(fixture, "staff.required", 3);
    run(fixture);
    return fixture;
}

void expect_error(struct fixture *fixture, const char *words) {
    const struct rule_outcome *outcome = &fixture->outcome;
    assert_int_equal(outcome->status, STATUS_ERROR);
    if (strstr(outcome->error.en.at, words) == NULL) fail_msg("expected \"%s\", found \"%s\"", words, outcome->error.en.at);
    assert_non_null(strstr(outcome->error.en.at, "time/TEST-001.lua:"));
    assert_non_null(strstr(outcome->error.zh.at, "time/TEST-001.lua:"));
    assert_null(outcome->message);
    assert_int_equal(outcome->value_count, 0);
}

static void set_bit(uint64_t words[6], int day) { words[day / 64] |= UINT64_C(1) << (day % 64); }

static void clear_bit(uint64_t words[6], int day) { words[day / 64] &= ~(UINT64_C(1) << (day % 64)); }

void make_calendar(struct calendar *calendar) {
    static struct calendar_year years[2];
    memset(years, 0, sizeof years);
    for (int i = 0; i < 2; i++) {
        years[i].year = 2023 + i;
        years[i].hours = (struct office_hours){.span = {{510, 720}, {780, 1050}}, .count = 2, .minutes = 480};
        int32_t first = day_from_civil((struct civil){2023 + i, 1, 1});
        for (int day = 0; day < 365 + i; day++) {
            if (day_weekday(first + day) <= 5) set_bit(years[i].workdays, day);
        }
    }
    clear_bit(years[1].workdays, 0);
    set_bit(years[1].holidays, 0);
    set_bit(years[1].workdays, 33);
    for (int i = 0; i < 2; i++) calendar_year_finish(&years[i]);
    *calendar = (struct calendar){.years = years, .year_count = 2};
}
