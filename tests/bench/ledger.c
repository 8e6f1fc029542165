/* ledger.c - how fast the ledger takes decided tasks, checks itself, and answers for the past.
 *
 * bench_ledger FILE LIST RULES CALENDAR TASKS.jsonl COUNT: writes COUNT decided tasks to the ledger FILE, in batches of
 * 10,000 and then 2,000 of them one by one, each on the disk before the next; verifies it; asks every question of the past
 * 20,000 times. Reading, deciding and making the rows is not timed. Tasks are used again under other ids when there are too few
 * of them.
 */
#include <door/ledger/record.h>
#include <door/screen/find.h>
#include <read/read.h>

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define BATCH 10000 /* as quanze screen --record and quanze ledger import write them */
#define MADE 50000  /* made before they are added one batch after the other */
#define SINGLE 2000
#define ASKED 20000

/* Time that went by, that the processors worked for it, and that the thread worked that adds: on a busy machine only the latter
 * two say something. */
struct span {
    double wall_s, processor_s, thread_s;
};

static double clock_s(clockid_t which) {
    struct timespec at;
    (void)clock_gettime(which, &at);
    return (double)at.tv_sec + (double)at.tv_nsec / 1e9;
}

static struct span now(void) {
    return (struct span){clock_s(CLOCK_MONOTONIC), clock_s(CLOCK_PROCESS_CPUTIME_ID), clock_s(CLOCK_THREAD_CPUTIME_ID)};
}

static struct span since(struct span start) {
    struct span end = now();
    return (struct span){end.wall_s - start.wall_s, end.processor_s - start.processor_s, end.thread_s - start.thread_s};
}

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
    const char *tasks;
    struct task_source *source;
    struct buf bytes, scratch;
    struct arena arena, entries_arena;
    struct problems problems;
    struct task task;
    size_t round;
    struct ledger *ledger;
    struct entry entries[MADE];
};

static void next_task(struct bench *bench) {
    struct quanze_error error;
    struct record record;
    bool done = true;
    arena_reset(&bench->arena);
    buf_clear(&bench->bytes);
    if (bench->source) check(task_source_next(bench->source, &bench->bytes, &record, &done, &bench->problems, &error), &error);
    if (done) {
        task_source_close(bench->source);
        check(task_source_open(bench->tasks, "jsonl", &bench->source, &bench->problems, &error), &error);
        check(task_source_next(bench->source, &bench->bytes, &record, &done, &bench->problems, &error), &error);
        bench->round++;
    }
    struct str bytes = {bench->bytes.at + record.offset, record.length};
    check(task_read(bench->source, bytes, record.line, &bench->arena, &bench->task, &bench->problems, &error), &error);
    struct buf id = {0};
    buf_printf(&id, "%zu-%.*s", bench->round, (int)task_text(&bench->task, FACT_ID_ID).length,
               task_text(&bench->task, FACT_ID_ID).at);
    task_set(&bench->task, FACT_ID_ID, value_of_text(arena_copy(&bench->arena, buf_str(&id))));
    buf_free(&id);
}

static void make_entries(struct bench *bench, size_t count) {
    struct quanze_error error;
    arena_reset(&bench->entries_arena);
    for (size_t i = 0; i < count; i++) {
        struct found_item found;
        struct decision decision = {0};
        next_task(bench);
        int32_t day = decide_day(&bench->task, 20000);
        if (!record_task(&bench->world.form, &bench->task, day, &bench->scratch, &bench->entries_arena,
                         &bench->entries[i].task))
            exit(QUANZE_INTERNAL);
        check(find_item(bench->engine, bench->matching, &bench->task, day, true, &found, &error), &error);
        check(decide_task(bench->decider, &bench->task, &found, day, &bench->arena, &decision, &error), &error);
        if (!record_decision(&bench->world, &decision, &bench->scratch, &bench->entries_arena, &bench->entries[i]))
            exit(QUANZE_INTERNAL);
    }
}

/* Seconds for `count` entries, `together` in a transaction. */
static struct span append(struct bench *bench, size_t count, size_t together) {
    struct quanze_error error;
    struct span start = now();
    for (size_t i = 0; i < count; i++) {
        bool is_new;
        if (i % together == 0) check(ledger_begin(bench->ledger, &error), &error);
        check(record_add(&bench->world, bench->ledger, &bench->entries[i], 29733120, &is_new, &error), &error);
        if ((i + 1) % together == 0) check(ledger_commit(bench->ledger, &error), &error);
    }
    return since(start);
}

static void note_fault(void *payload, int64_t seq, enum ledger_fault fault) {
    (void)payload;
    (void)fprintf(stderr, "row %lld: fault %d\n", (long long)seq, (int)fault);
}

static double ask(struct bench *bench, const struct history *history, const struct history_keys *keys) {
    struct quanze_error error;
    struct span start = now();
    for (int query = 0; query < HISTORY_QUERY_COUNT; query++) {
        struct history_question question = {(enum history_query)query, keys, keys->day - 365, keys->day};
        struct history_answer answer;
        check(history->find(history->keeper, &question, &bench->arena, &answer, &error), &error);
    }
    return since(start).processor_s;
}

static void measure_past(struct bench *bench, const char *path) {
    struct quanze_error error;
    struct ledger *reader = NULL;
    double spent = 0, worst = 0;
    check(ledger_open(path, LEDGER_READ, &reader, &error), &error);
    check(ledger_snapshot(reader, &error), &error);
    struct history history = ledger_history(reader, &bench->engine->list);
    for (size_t i = 0; i < ASKED; i++) {
        struct history_keys keys;
        next_task(bench);
        if (!history_keys_make(&bench->task, decide_day(&bench->task, 20000), &bench->arena, &keys)) exit(QUANZE_INTERNAL);
        double one = ask(bench, &history, &keys);
        spent += one;
        if (one > worst) worst = one;
    }
    printf("  past: %.0f us a task for %d questions over a year, the slowest %.2f ms\n", spent / ASKED * 1e6,
           HISTORY_QUERY_COUNT, worst * 1e3);
    ledger_close(reader);
}

static void open_world(struct bench *bench, char **argv) {
    struct quanze_error error;
    struct quanze_options options = {.lists = argv[2], .rules = argv[3], .calendar = argv[4]};
    check(quanze_open(&options, &bench->engine, &error), &error);
    check(match_scratch_open(bench->engine->index, &bench->matching, &error), &error);
    check(decider_open(bench->engine->plan, false, &bench->decider, &error), &error);
    const struct span start = now();
    check(ledger_open(argv[1], LEDGER_CREATE, &bench->ledger, &error), &error);
    printf("  open: %.1f ms\n", since(start).wall_s * 1e3);
    record_world_make(bench->engine, &bench->world);
    bench->tasks = argv[5];
    bench->round = (size_t)time(NULL); /* ids that the file has not seen */
    bench->problems.arena = &bench->arena;
}

int main(int argc, char **argv) {
    static struct bench bench;
    struct ledger_verified verified;
    struct quanze_error error;
    if (argc != 7) return QUANZE_USAGE;
    size_t count = (size_t)strtoul(argv[6], NULL, 10), done = 0;
    struct span spent = {0}, last = {0}, one;
    open_world(&bench, argv);
    for (; done < count; done += MADE) {
        make_entries(&bench, MADE);
        last = append(&bench, MADE, BATCH);
        spent.wall_s += last.wall_s;
        spent.processor_s += last.processor_s;
        spent.thread_s += last.thread_s;
    }
    printf("  batches of %d: %.0f decided tasks/s over %zu (processor %.0f, thread %.0f), the last %d %.0f (%.0f, %.0f)\n",
           BATCH, (double)done / spent.wall_s, done, (double)done / spent.processor_s, (double)done / spent.thread_s, MADE,
           MADE / last.wall_s, MADE / last.processor_s, MADE / last.thread_s);
    make_entries(&bench, SINGLE);
    one = append(&bench, SINGLE, 1);
    printf("  one by one, on the disk before the next: %.0f decided tasks/s (processor %.0f, thread %.0f)\n",
           SINGLE / one.wall_s, SINGLE / one.processor_s, SINGLE / one.thread_s);
    struct span start = now();
    check(ledger_verify(bench.ledger, STR(""), note_fault, NULL, &verified, &error), &error);
    one = since(start);
    printf("  verify: %lld rows in %.2f s (processor %.2f), %.2f s a million (processor %.2f)\n", (long long)verified.rows,
           one.wall_s, one.processor_s, one.wall_s / (double)verified.rows * 1e6,
           one.processor_s / (double)verified.rows * 1e6);
    measure_past(&bench, argv[1]);
    ledger_close(bench.ledger);
    return verified.broken == 0 ? 0 : 1;
}
