/* audit.c - how fast a month is audited from a large ledger.
 *
 * bench_audit FILE LIST RULES CALENDAR TASKS.jsonl COUNT MONTHS [keep]: writes COUNT decided tasks, spread over MONTHS months
 * up to October 2026, to the new ledger FILE (with `keep`: uses it as it is); then, five times each and the best counts: the
 * grouped month (all sums of a month and of the one before, by department, township and rule, from the ledger's roll-ups), and
 * the whole report of October 2026 as text, as JSON and as a page. Tasks are used again under other ids and days when there are
 * too few of them.
 */
#include <door/audit/audit.h>
#include <door/ledger/record.h>
#include <door/screen/find.h>

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define BATCH 5000
#define TOLD 1000000
#define RUNS 5

static double clock_s(clockid_t which) {
    struct timespec at;
    (void)clock_gettime(which, &at);
    return (double)at.tv_sec + (double)at.tv_nsec / 1e9;
}

static double now_s(void) { return clock_s(CLOCK_MONOTONIC); }
static double worked_s(void) { return clock_s(CLOCK_PROCESS_CPUTIME_ID); }

static void check(quanze_status status, const struct quanze_error *error) {
    if (status == QUANZE_OK) return;
    (void)fprintf(stderr, "%s\n", error->en);
    exit((int)status);
}

struct bench {
    struct quanze *engine;
    struct record_world world;
    struct match_scratch *matching;
    struct decider *decider;
    struct buf bytes, scratch;
    struct arena arena, kept;
    struct problems problems;
    struct task task;
    struct ledger *ledger;
    struct entry *entries; /* of all tasks of the file, decided once */
    struct str *facts;     /* of each of them, as they are hashed */
    size_t entry_count;
};

static void take_one(struct bench *bench, struct task_source *source, const struct record *record) {
    struct quanze_error error;
    struct found_item found;
    struct decision decision = {0};
    const struct str bytes = {bench->bytes.at + record->offset, record->length};
    check(task_read(source, bytes, record->line, &bench->arena, &bench->task, &bench->problems, &error), &error);
    const int32_t day = decide_day(&bench->task, DAY_NONE);
    struct entry *entry = &bench->entries[bench->entry_count];
    if (!record_task(&bench->world.form, &bench->task, day, &bench->scratch, &bench->kept, &entry->task)) exit(QUANZE_INTERNAL);
    buf_clear(&bench->scratch);
    say_task_json(&bench->scratch, &bench->task, &bench->world.form.order);
    bench->facts[bench->entry_count] = arena_copy(&bench->kept, buf_str(&bench->scratch));
    check(find_item(bench->engine, bench->matching, &bench->task, day, false, &found, &error), &error);
    check(decide_task(bench->decider, &bench->task, &found, day, &bench->arena, &decision, &error), &error);
    if (!record_decision(&bench->world, &decision, &bench->scratch, &bench->kept, entry)) exit(QUANZE_INTERNAL);
    bench->entry_count++;
}

static void take_all(struct bench *bench, const char *path) {
    struct quanze_error error;
    struct task_source *source = NULL;
    struct record record;
    bool done = false;
    check(task_source_open(path, "jsonl", &source, &bench->problems, &error), &error);
    bench->entries = calloc(100000, sizeof *bench->entries);
    bench->facts = calloc(100000, sizeof *bench->facts);
    while (bench->entries && bench->facts && bench->entry_count < 100000) {
        arena_reset(&bench->arena);
        buf_clear(&bench->bytes);
        check(task_source_next(source, &bench->bytes, &record, &done, &bench->problems, &error), &error);
        if (done) break;
        take_one(bench, source, &record);
    }
    task_source_close(source);
}

/* The entry again, under another id and in another month; the day of the month stays. */
static void add_again(struct bench *bench, size_t number, size_t months) {
    struct quanze_error error;
    struct entry entry = bench->entries[number % bench->entry_count];
    struct civil civil = day_to_civil((int32_t)entry.task.cells[12].number);
    const int month = 2026 * 12 + 9 - (int)(number / bench->entry_count % months);
    char id[40];
    bool is_new;
    (void)snprintf(id, sizeof id, "t%zu", number);
    civil.year = month / 12;
    civil.month = month % 12 + 1;
    if (civil.day > 28) civil.day = 28;
    const int32_t day = day_from_civil(civil);
    entry.task.cells[0] = cell_text(str_of(id));
    entry.task.cells[12] = cell_integer(day);
    entry.task.townships = arena_take(&bench->arena, (entry.task.township_count * 5 + 1) * sizeof *entry.task.townships);
    if (!entry.task.townships) exit(QUANZE_INTERNAL);
    memcpy(entry.task.townships, bench->entries[number % bench->entry_count].task.townships,
           entry.task.township_count * 5 * sizeof *entry.task.townships);
    for (size_t i = 0; i < entry.task.township_count; i++) entry.task.townships[i * 5 + 1] = cell_integer(day);
    const struct cell stored = entry.task.cells[LEDGER_TASK_CELLS - 1];
    entry.task.cells[LEDGER_TASK_CELLS - 1].bytes = bench->facts[number % bench->entry_count];
    ledger_task_finish(&entry.task);
    entry.task.cells[LEDGER_TASK_CELLS - 1] = stored;
    check(record_add(&bench->world, bench->ledger, &entry, ((int64_t)day + 1) * DAY_MINUTES, &is_new, &error), &error);
}

/* How fast it went since the last time, so that a ledger that grows slow shows. */
static void tell(size_t done, size_t since, double *wall_s, double *processor_s) {
    const double wall = now_s(), processor = worked_s();
    printf("  %zu tasks: the last %zu at %.0f/s (processor %.0f)\n", done, since, (double)since / (wall - *wall_s),
           (double)since / (processor - *processor_s));
    (void)fflush(stdout);
    *wall_s = wall;
    *processor_s = processor;
}

static void fill(struct bench *bench, size_t count, size_t months) {
    struct quanze_error error;
    const double start = now_s();
    double wall_s = start, processor_s = worked_s();
    for (size_t i = 0; i < count; i++) {
        if (i > 0 && i % TOLD == 0) tell(i, TOLD, &wall_s, &processor_s);
        if (i % BATCH == 0) check(ledger_begin(bench->ledger, &error), &error);
        if (i % 64 == 0) arena_reset(&bench->arena);
        add_again(bench, i, months);
        if ((i + 1) % BATCH == 0 || i + 1 == count) check(ledger_commit(bench->ledger, &error), &error);
    }
    printf("  entered: %zu tasks over %zu months, %.0f/s\n", count, months, (double)count / (now_s() - start));
}

/* --- what is measured --- */

struct group {
    size_t sums;
    int64_t tasks;
};

static quanze_status take_sum(void *payload, const struct ledger_sum *sum, struct quanze_error *error) {
    struct group *group = payload;
    (void)error;
    group->sums++;
    if (sum->township.length == 0 && str_equal(sum->name, STR("tasks"))) group->tasks += sum->value;
    return QUANZE_OK;
}

static void measure_group(struct bench *bench) {
    struct quanze_error error;
    double best = 1e9;
    struct group group = {0};
    for (int i = 0; i < RUNS; i++) {
        const double start = now_s();
        group = (struct group){0};
        check(ledger_list_sums(bench->ledger, 2026 * 12 + 8, 2026 * 12 + 9, take_sum, &group, &error), &error);
        if (now_s() - start < best) best = now_s() - start;
    }
    printf("  grouped month with the one before: %.1f ms, %zu sums of %lld tasks\n", best * 1e3, group.sums,
           (long long)group.tasks);
}

static bool drop(void *payload, const void *bytes, size_t length) {
    (void)bytes;
    *(size_t *)payload += length;
    return true;
}

static void measure_report(struct bench *bench, quanze_format format, bool one_thread, const char *name) {
    struct quanze_error error;
    struct quanze_ledger ledger = {bench->ledger};
    double best = 1e9, worked = 1e9; /* seconds of the clock, of all processors */
    size_t length = 0;
    for (int i = 0; i < RUNS; i++) {
        bool compliant;
        length = 0;
        const struct quanze_audit_request request = {
            .from = "2026-10", .today = "2026-11-22", .format = format, .one_thread = one_thread, .sink = {drop, &length}};
        const double start = now_s(), work = worked_s();
        check(quanze_audit(bench->engine, &ledger, &request, &compliant, &error), &error);
        if (now_s() - start < best) best = now_s() - start;
        if (worked_s() - work < worked) worked = worked_s() - work;
    }
    printf("  whole report as %s: %.2f s (%.2f s of processors), %.1f MB\n", name, best, worked, (double)length / 1e6);
}

int main(int argc, char **argv) {
    static struct bench bench;
    struct quanze_error error;
    if (argc < 8) return QUANZE_USAGE;
    const struct quanze_options options = {.lists = argv[2], .rules = argv[3], .calendar = argv[4], .skip_examples = true};
    const bool keep = argc > 8;
    bench.problems.arena = &bench.arena;
    check(quanze_open(&options, &bench.engine, &error), &error);
    check(match_scratch_open(bench.engine->index, &bench.matching, &error), &error);
    check(decider_open(bench.engine->plan, false, &bench.decider, &error), &error);
    record_world_make(bench.engine, &bench.world);
    check(ledger_open(argv[1], keep ? LEDGER_READ : LEDGER_CREATE, &bench.ledger, &error), &error);
    if (!keep) take_all(&bench, argv[5]);
    if (!keep) fill(&bench, (size_t)strtoul(argv[6], NULL, 10), (size_t)strtoul(argv[7], NULL, 10));
    measure_group(&bench);
    measure_report(&bench, QUANZE_FORMAT_TEXT, true, "text, one thread");
    measure_report(&bench, QUANZE_FORMAT_TEXT, false, "text, two threads");
    measure_report(&bench, QUANZE_FORMAT_JSON, false, "JSON, two threads");
    measure_report(&bench, QUANZE_FORMAT_HTML, false, "HTML, two threads");
    ledger_close(bench.ledger);
    return 0;
}
