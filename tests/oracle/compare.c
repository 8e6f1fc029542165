#include "oracle/compare.h"

#include "oracle/random.h"

#include <read/pack.h>
#include <read/read.h>
#include <rule/pack/overlay.h>
#include <stdio.h>

static bool tell(const struct quanze_error *error) {
    fprintf(stderr, "%s:%u: %s\n", error->file, error->line, error->en);
    return false;
}

static quanze_status load_book(struct compare *compare, const char *rules, const char *pack, struct problems *problems,
                               struct quanze_error *error) {
    const struct rule_folder folders[] = {{rules, NULL, false}, {pack, &compare->packs[0], false}};
    struct overlay overlay = {compare->packs, pack ? 1 : 0, &compare->list, DAY_NONE};
    quanze_status status = pack ? read_pack(pack, &compare->arena, &compare->packs[0], problems, error) : QUANZE_OK;
    if (status == QUANZE_OK) status = rulebook_load_all(folders, pack ? 2 : 1, 1, &compare->book, problems, error);
    if (status == QUANZE_OK) status = problems_status(problems, error);
    return status == QUANZE_OK ? overlay_apply(compare->book, &overlay, problems, error) : status;
}

bool compare_open(struct compare *compare, const char *rules, const char *pack) {
    struct quanze_error error = {.status = QUANZE_OK};
    struct arena arena = {0};
    struct problems problems = {.arena = &arena};
    memset(compare, 0, sizeof *compare);
    bool ok = read_list("lists/demo", &compare->list, &problems, &error) == QUANZE_OK &&
              read_calendar("lists/calendar", &compare->calendar, &problems, &error) == QUANZE_OK &&
              load_book(compare, rules, pack, &problems, &error) == QUANZE_OK &&
              random_waivers(&compare->list, compare->book, &compare->arena) &&
              plan_open(compare->book, &compare->list, &compare->calendar, &compare->plan, &error) == QUANZE_OK &&
              decider_open(compare->plan, false, &compare->decider, &error) == QUANZE_OK &&
              oracle_open(&compare->oracle, compare->book, &compare->list, &compare->calendar, &error) == QUANZE_OK;
    arena_free(&arena);
    return ok || tell(&error);
}

void compare_close(struct compare *compare) {
    oracle_close(&compare->oracle);
    decider_close(compare->decider);
    plan_close(compare->plan);
    rulebook_free(compare->book);
    list_free(&compare->list);
    calendar_free(&compare->calendar);
    arena_free(&compare->arena);
    arena_free(&compare->scratch);
}

/* What the engine says of each rule; what passed and what did not apply are not told apart. */
static void statuses_of(const struct decision *decision, size_t rules, struct oracle_verdict *out) {
    for (size_t i = 0; i < rules; i++) {
        out->status[i] = STATUS_NOT_APPLICABLE;
        out->unchecked[i] = false;
    }
    for (size_t i = 0; i < decision->finding_count; i++) {
        const struct finding *finding = &decision->findings[i];
        out->status[finding->rule_index] = finding->status;
        out->unchecked[finding->rule_index] = finding->unchecked;
    }
    out->verdict = decision->verdict;
    out->provisional = decision->provisional;
}

static bool is_same(const struct compare *compare, uint64_t seed, const struct oracle_verdict *engine,
                    const struct oracle_verdict *oracle) {
    bool same = engine->verdict == oracle->verdict && engine->provisional == oracle->provisional;
    if (!same)
        fprintf(stderr, "seed %llu: engine %s%s, oracle %s%s\n", (unsigned long long)seed, verdict_name(engine->verdict).at,
                engine->provisional ? " (provisional)" : "", verdict_name(oracle->verdict).at,
                oracle->provisional ? " (provisional)" : "");
    for (size_t i = 0; i < compare->book->count; i++) {
        const bool unchecked_is_same = engine->status[i] != STATUS_UNKNOWN || engine->unchecked[i] == oracle->unchecked[i];
        if (engine->status[i] == oracle->status[i] && unchecked_is_same) continue;
        same = false;
        fprintf(stderr, "seed %llu: %s: engine %s, oracle %s\n", (unsigned long long)seed, compare->book->rules[i].id.at,
                status_name(engine->status[i]).at, status_name(oracle->status[i]).at);
    }
    return same;
}

bool compare_seed(struct compare *compare, uint64_t seed) {
    struct random_case one;
    struct task judged;
    struct oracle_verdict engine, oracle;
    struct decision decision = {0};
    struct quanze_error error;
    arena_reset(&compare->scratch);
    random_case_make(&compare->list, compare->book, seed, &compare->scratch, &one);
    judged = one.task;
    if (decide_task(compare->decider, &judged, &one.match, one.day, &compare->scratch, &decision, &error) != QUANZE_OK)
        return tell(&error);
    statuses_of(&decision, compare->book->count, &engine);
    oracle_decide(&compare->oracle, &one.task, &one.match, one.day, &compare->scratch, &oracle);
    compare->verdicts[engine.verdict]++;
    for (size_t i = 0; i < compare->book->count; i++) {
        const int32_t last = compare->book->rules[i].edition.to;
        compare->ended += last != DAY_NONE && one.day > last;
    }
    return is_same(compare, seed, &engine, &oracle);
}
