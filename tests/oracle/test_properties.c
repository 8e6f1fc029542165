/* What never changes a verdict, and what never softens one: through the public door, on tasks by chance. */
#include "door/world.h"
#include "oracle/random.h"

#include <read/read.h>

enum { TASKS = 400, CANDIDATES = 3000, MAX_FILES = 8 };

static struct world {
    struct list list;
    struct rulebook *book;
    struct quanze *engine;
    struct arena arena;
    struct task tasks[TASKS];
} world;

/* --- screening what was written down --- */

/* How a run is to be made. */
struct manner {
    quanze_language language;
    unsigned jobs;
};

static void tell(void *payload, const struct quanze_problem *problem) {
    (void)payload;
    print_message("%s:%u:%u: %s\n", problem->file, problem->line, problem->column, problem->en);
}

static void screen(const struct quanze *engine, const char *const *paths, size_t count, struct manner manner, struct buf *out) {
    struct quanze_screen_request request = {.paths = paths,
                                            .path_count = count,
                                            .today = "2026-11-22",
                                            .format = QUANZE_FORMAT_JSONL,
                                            .language = manner.language,
                                            .jobs = manner.jobs,
                                            .sink = keep_in(out),
                                            .reporter = {tell, NULL}};
    struct quanze_screen_summary summary;
    struct quanze_error error;
    if (quanze_screen(engine, &request, &summary, &error) != QUANZE_OK) fail_msg("%s", error.en);
    assert_int_equal(summary.bad_records, 0);
}

static void screen_text(const struct quanze *engine, struct str text, const char *ending, struct manner manner,
                        struct buf *out) {
    char path[64];
    make_file(path, ending, text);
    const char *const paths[] = {path};
    screen(engine, paths, 1, manner, out);
    unlink(path);
}

static struct str next_line(struct str *text) {
    const char *end = memchr(text->at, '\n', text->length);
    assert_non_null(end);
    struct str line = {text->at, (size_t)(end - text->at)};
    *text = (struct str){end + 1, text->length - line.length - 1};
    return line;
}

/* The text between a key and the next quote. */
static struct str field_of(struct str line, const char *key) {
    const ptrdiff_t at = str_find(line, str_of(key));
    assert_true(at >= 0);
    struct str rest = {line.at + (size_t)at + strlen(key), line.length - (size_t)at - strlen(key)};
    const char *end = memchr(rest.at, '"', rest.length);
    assert_non_null(end);
    return (struct str){rest.at, (size_t)(end - rest.at)};
}

/* The verdicts of a page, by the number of the task less one. */
static void verdicts_up_to(struct str page, size_t count, int *verdicts) {
    for (size_t i = 0; i < count; i++) verdicts[i] = -1;
    while (page.length > 0) {
        struct str line = next_line(&page), id = field_of(line, "\"task\":\"t"), verdict = field_of(line, "\"verdict\":\"");
        const size_t number = (size_t)strtoul(id.at, NULL, 10) - 1;
        assert_true(number < count);
        for (int i = VERDICT_ADMIT; i <= VERDICT_REJECT; i++)
            if (str_equal(verdict, verdict_name((enum verdict)i))) verdicts[number] = i;
        assert_true(verdicts[number] >= 0);
    }
}

static void verdicts_of(struct str page, int verdicts[TASKS]) { verdicts_up_to(page, TASKS, verdicts); }

static void assert_same_verdicts(struct str page, struct str other, const char *what) {
    int before[TASKS], after[TASKS];
    verdicts_of(page, before);
    verdicts_of(other, after);
    for (size_t i = 0; i < TASKS; i++)
        if (before[i] != after[i]) fail_msg("%s: task %zu: %d became %d", what, i + 1, before[i], after[i]);
}

/* All tasks as JSON Lines, from the first or from the last, keys turned by `turn`. */
static void write_lines(unsigned turn, bool backwards, struct buf *out) {
    for (size_t i = 0; i < TASKS; i++) {
        random_task_json(&world.tasks[backwards ? TASKS - 1 - i : i], turn, out);
        buf_put_char(out, '\n');
    }
}

static void screen_lines(unsigned turn, bool backwards, struct manner manner, struct buf *out) {
    struct buf lines = {0};
    write_lines(turn, backwards, &lines);
    screen_text(world.engine, buf_str(&lines), ".jsonl", manner, out);
    buf_free(&lines);
}

static const struct manner PLAIN = {QUANZE_ZH, 1};

/* --- what never changes a verdict --- */

static void keys_in_any_order_give_the_same_bytes(void **state) {
    (void)state;
    struct buf page = {0};
    screen_lines(0, false, PLAIN, &page);
    for (unsigned turn = 1; turn < 120; turn += 23) {
        struct buf turned = {0};
        screen_lines(turn, false, PLAIN, &turned);
        assert_int_equal(turned.length, page.length);
        assert_memory_equal(turned.at, page.at, page.length);
        buf_free(&turned);
    }
    buf_free(&page);
}

static void yaml_says_the_same_as_json(void **state) {
    (void)state;
    struct buf page = {0}, all = {0};
    screen_lines(0, false, PLAIN, &page);
    for (size_t i = 0; i < TASKS; i++) {
        struct buf yaml = {0};
        random_task_yaml(&world.tasks[i], (unsigned)(3 * i), &yaml);
        screen_text(world.engine, buf_str(&yaml), ".yaml", PLAIN, &all);
        buf_free(&yaml);
    }
    assert_int_equal(all.length, page.length);
    assert_memory_equal(all.at, page.at, page.length);
    buf_free(&page);
    buf_free(&all);
}

static void records_in_any_order_and_language_and_threads(void **state) {
    (void)state;
    static const struct {
        const char *what;
        bool backwards;
        struct manner manner;
    } rows[] = {{"backwards", true, {QUANZE_ZH, 1}},
                {"in English", false, {QUANZE_EN, 1}},
                {"with 4 threads", false, {QUANZE_ZH, 4}},
                {"backwards, in English, with 3 threads", true, {QUANZE_EN, 3}}};
    struct buf page = {0};
    screen_lines(0, false, PLAIN, &page);
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct buf other = {0};
        screen_lines(0, rows[i].backwards, rows[i].manner, &other);
        assert_same_verdicts(buf_str(&page), buf_str(&other), rows[i].what);
        buf_free(&other);
    }
    buf_free(&page);
}

static void a_batch_split_into_files_gives_the_same_bytes(void **state) {
    (void)state;
    struct buf lines = {0}, page = {0}, split = {0};
    char files[MAX_FILES][64];
    const char *paths[MAX_FILES];
    write_lines(0, false, &lines);
    screen_text(world.engine, buf_str(&lines), ".jsonl", PLAIN, &page);
    struct str rest = buf_str(&lines);
    for (size_t i = 0; i < MAX_FILES; i++) {
        const char *begin = rest.at;
        for (size_t j = 0; j < TASKS / MAX_FILES; j++) (void)next_line(&rest);
        make_file(files[i], ".jsonl", (struct str){begin, (size_t)(rest.at - begin)});
        paths[i] = files[i];
    }
    screen(world.engine, paths, MAX_FILES, (struct manner){QUANZE_ZH, 2}, &split);
    assert_int_equal(split.length, page.length);
    assert_memory_equal(split.at, page.at, page.length);
    for (size_t i = 0; i < MAX_FILES; i++) unlink(files[i]);
    buf_free(&lines);
    buf_free(&page);
    buf_free(&split);
}

/* Facts that neither a rule nor the engine reads. */
static bool is_irrelevant(enum fact_id fact) {
    static const enum fact_id ENGINE[] = {FACT_ID_KIND,
                                          FACT_ID_ISSUER_NAME,
                                          FACT_ID_ISSUER_KIND,
                                          FACT_ID_TOWNSHIPS,
                                          FACT_ID_ACTIONS,
                                          FACT_ID_RECEIVED_AT,
                                          FACT_ID_DOCUMENT_DATE,
                                          FACT_ID_MESSAGE_SENT_AT,
                                          FACT_ID_MEETING_AT,
                                          FACT_ID_INSPECTION_AT,
                                          FACT_ID_FUNDS_REQUIRED,
                                          FACT_ID_STAFF_REQUIRED,
                                          FACT_ID_STAFF_DAYS,
                                          FACT_ID_POWERS_REQUIRED,
                                          FACT_ID_POWERS_GRANTED,
                                          FACT_ID_START_AT,
                                          FACT_ID_EMERGENCY_LEVEL,
                                          FACT_ID_EMERGENCY_DECLARED,
                                          FACT_ID_EMERGENCY_NOTICE,
                                          FACT_ID_EMERGENCY_EXPECTED_END,
                                          FACT_ID_DEMANDS_VILLAGE_LISTED};
    const enum fact_absence absence = fact_at(fact)->absence;
    bool read = absence != ABSENCE_OPEN && absence != ABSENCE_CLOSED;
    for (size_t i = 0; i < COUNT(ENGINE); i++) read = read || ENGINE[i] == fact;
    for (size_t i = 0; i < world.book->count && !read; i++) {
        const struct rule *rule = &world.book->rules[i];
        read = fact_set_has(&rule->need_set, fact) || fact_set_has(&rule->filter_set, fact);
        for (size_t j = 0; j < rule->may_count; j++) read = read || rule->may[j] == fact;
    }
    return !read;
}

static void an_irrelevant_fact_changes_nothing(void **state) {
    (void)state;
    struct buf page = {0};
    size_t tried = 0;
    screen_lines(0, false, PLAIN, &page);
    for (size_t fact = 0; fact < FACT_COUNT_ALL; fact++) {
        if (!is_irrelevant((enum fact_id)fact)) continue;
        struct buf lines = {0}, other = {0};
        for (size_t i = 0; i < TASKS; i++) {
            struct task one, with = world.tasks[i];
            random_task_make(&world.list, world.book, 7000 + i, &world.arena, &one);
            task_set(&with, fact, task_knows(&one, (enum fact_id)fact) ? one.value[fact] : (struct value){.state = VALUE_NONE});
            random_task_json(&with, 0, &lines);
            buf_put_char(&lines, '\n');
        }
        screen_text(world.engine, buf_str(&lines), ".jsonl", PLAIN, &other);
        assert_same_verdicts(buf_str(&page), buf_str(&other), fact_at(fact)->name.at);
        buf_free(&lines);
        buf_free(&other);
        if (++tried == 12) break; /* enough: they are all unread alike */
    }
    buf_free(&page);
    assert_true(tried > 0);
}

/* --- what never softens one --- */

/* Whether a parameter comes first of those of its name, and all of these are harder on the same side: a list gives them one
 * value. */
static bool stands_for_its_name(const struct rule_parameter *parameter) {
    bool is_first = true;
    for (size_t i = 0; i < world.book->count; i++)
        for (size_t j = 0; j < world.book->rules[i].parameter_count; j++) {
            const struct rule_parameter *other = &world.book->rules[i].parameters[j];
            if (other == parameter) is_first = false;
            if (other == parameter || !str_equal(other->name, parameter->name)) continue;
            if (is_first || other->harder != parameter->harder) return false;
        }
    return true;
}

/* 1: harder when higher; -1: when lower; 0: it is not tightened. Every rule says which. */
static int tighter(const struct rule_parameter *parameter) {
    assert_true(parameter->harder != SIDE_UNSAID);
    if (!stands_for_its_name(parameter)) return 0;
    return parameter->harder == SIDE_HIGHER ? 1 : -1;
}

/* Half as much, or half as much again; whole where it was whole. */
static double tightened(const struct rule_parameter *parameter) {
    const double value = parameter->default_value;
    double other = tighter(parameter) > 0 ? value * 1.5 : value / 2;
    if (value == (double)(int64_t)value) other = (double)(int64_t)(tighter(parameter) > 0 ? other + 0.5 : other);
    if (other < parameter->least) return parameter->least;
    return other > parameter->most ? parameter->most : other;
}

/* The list of the small world with parameters of its own: those from `first` on, in steps of `step`. */
static struct quanze *open_tightened(size_t first, size_t step) {
    struct buf text = {0};
    struct quanze_error error;
    struct quanze *engine = NULL;
    char path[64];
    FILE *file = fopen(WORLD "/list.yaml", "r");
    assert_non_null(file);
    for (int c; (c = fgetc(file)) != EOF;) buf_put_char(&text, (char)c);
    (void)fclose(file);
    buf_put_text(&text, "parameters:\n  emergency_papers_workdays: 5\n");
    size_t at = 0;
    for (size_t i = 0; i < world.book->count; i++)
        for (size_t j = 0; j < world.book->rules[i].parameter_count; j++) {
            const struct rule_parameter *parameter = &world.book->rules[i].parameters[j];
            if (tighter(parameter) != 0 && at++ % step == first)
                buf_printf(&text, "  %s: %.6g\n", parameter->name.at, tightened(parameter));
        }
    make_file(path, ".yaml", buf_str(&text));
    struct quanze_options options = {.lists = path, .rules = SOURCE_DIR "/rules", .calendar = SOURCE_DIR "/lists/calendar"};
    if (quanze_open(&options, &engine, &error) != QUANZE_OK) fail_msg("%s:%u: %s", error.file, error.line, error.en);
    unlink(path);
    buf_free(&text);
    return engine;
}

static void a_tighter_parameter_never_softens_a_verdict(void **state) {
    (void)state;
    enum { PARTS = 5, NOTHING = 1000 };
    struct buf lines = {0}, page = {0};
    int before[TASKS], after[TASKS];
    size_t hardened = 0;
    struct quanze *plain = open_tightened(NOTHING - 1, NOTHING);
    write_lines(0, false, &lines);
    screen_text(plain, buf_str(&lines), ".jsonl", PLAIN, &page);
    verdicts_of(buf_str(&page), before);
    quanze_close(plain);
    for (size_t part = 0; part <= PARTS; part++) {
        struct quanze *engine = part < PARTS ? open_tightened(part, PARTS) : open_tightened(0, 1);
        struct buf other = {0};
        screen_text(engine, buf_str(&lines), ".jsonl", PLAIN, &other);
        verdicts_of(buf_str(&other), after);
        for (size_t i = 0; i < TASKS; i++) {
            if (after[i] < before[i]) fail_msg("part %zu: task %zu: %d became %d", part, i + 1, before[i], after[i]);
            hardened += after[i] > before[i];
        }
        buf_free(&other);
        quanze_close(engine);
    }
    buf_free(&lines);
    buf_free(&page);
    assert_true(hardened > 0);
}

static void keep_task(size_t seed, size_t number) {
    struct task *task = &world.tasks[number];
    random_task_make(&world.list, world.book, seed, &world.arena, task);
    char *id = arena_take(&world.arena, 24);
    assert_non_null(id);
    (void)snprintf(id, 24, "t%zu", number + 1);
    task_set(task, FACT_ID_ID, value_of_text(str_of(id)));
}

/* Half of the tasks are such as are admitted, or nearly: chance makes few of them. */
static void choose_tasks(void) {
    static int verdicts[CANDIDATES];
    struct buf lines = {0}, page = {0};
    for (size_t i = 0; i < CANDIDATES; i++) {
        struct task task;
        random_task_make(&world.list, world.book, 1 + i, &world.arena, &task);
        random_task_json(&task, 0, &lines);
        buf_put_char(&lines, '\n');
    }
    screen_text(world.engine, buf_str(&lines), ".jsonl", PLAIN, &page);
    verdicts_up_to(buf_str(&page), CANDIDATES, verdicts);
    size_t count = 0;
    for (size_t i = 0; i < CANDIDATES && count < TASKS / 2; i++)
        if (verdicts[i] <= VERDICT_CONDITIONAL) keep_task(1 + i, count++);
    for (size_t i = 0; i < CANDIDATES && count < TASKS; i++)
        if (verdicts[i] > VERDICT_CONDITIONAL) keep_task(1 + i, count++);
    assert_int_equal(count, TASKS);
    buf_free(&lines);
    buf_free(&page);
}

static int open_all(void **state) {
    (void)state;
    struct quanze_error error = {.status = QUANZE_OK};
    struct problems problems = {.arena = &world.arena};
    struct quanze_options options = {
        .lists = SOURCE_DIR "/lists/demo", .rules = SOURCE_DIR "/rules", .calendar = SOURCE_DIR "/lists/calendar"};
    if (read_list("lists/demo", &world.list, &problems, &error) != QUANZE_OK ||
        rulebook_load("rules", &world.book, &problems, &error) != QUANZE_OK ||
        quanze_open(&options, &world.engine, &error) != QUANZE_OK)
        return -1;
    choose_tasks();
    return 0;
}

static int close_all(void **state) {
    (void)state;
    quanze_close(world.engine);
    rulebook_free(world.book);
    list_free(&world.list);
    arena_free(&world.arena);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(keys_in_any_order_give_the_same_bytes),
                                       cmocka_unit_test(yaml_says_the_same_as_json),
                                       cmocka_unit_test(records_in_any_order_and_language_and_threads),
                                       cmocka_unit_test(a_batch_split_into_files_gives_the_same_bytes),
                                       cmocka_unit_test(an_irrelevant_fact_changes_nothing),
                                       cmocka_unit_test(a_tighter_parameter_never_softens_a_verdict)};
    return cmocka_run_group_tests(tests, open_all, close_all);
}
