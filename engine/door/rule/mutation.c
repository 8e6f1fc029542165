/* mutation.c - see mutation.h. */
#include <door/rule/mutation.h>

#include <base/alloc.h>
#include <door/request.h>
#include <door/rule/example.h>

/* One mutant on trial. */
struct trial {
    struct arena texts, scratch;
    struct problems problems;
    struct rulebook *book;
    struct rule_core *core;
    struct task *task;
};

static quanze_status run_examples(struct trial *trial, const struct mutation_means *means, bool *noticed,
                                  struct quanze_error *error) {
    const struct rule *rule = &trial->book->rules[0];
    quanze_status status = QUANZE_OK;
    *noticed = false;
    for (size_t i = 0; i < rule->example_count && !*noticed && status == QUANZE_OK; i++) {
        struct example_outcome outcome =
            example_run(trial->core, trial->book, rule, &rule->examples[i], trial->task, &trial->scratch);
        *noticed = !example_holds(&rule->examples[i], &outcome);
        status = request_goes_on(&means->patience, error);
    }
    return status;
}

static quanze_status keep_survivor(const struct rule *rule, const struct mutant *mutant, struct arena *arena,
                                   struct mutation_score *score, struct quanze_error *error) {
    struct survivor *at = alloc_grow(score->survivors, &score->survivor_room, score->survivor_count + 1, sizeof *at);
    if (!at) return error_memory(error);
    score->survivors = at;
    struct survivor survivor = {.rule = arena_copy(arena, rule->id),
                                .mutation = mutant->mutation,
                                .line = mutant->line,
                                .from = arena_copy(arena, (struct str){rule->source.at + mutant->offset, mutant->length}),
                                .to = arena_copy(arena, mutant->replacement)};
    if (!survivor.rule.at || !survivor.from.at || !survivor.to.at) return error_memory(error);
    at[score->survivor_count++] = survivor;
    return QUANZE_OK;
}

/* Loads the mutant and runs its examples. A mutant that does not load is no rule, so it says nothing of the examples. */
static quanze_status try_one(struct trial *trial, const struct rule *rule, const struct mutant *mutant,
                             const struct mutation_means *means, struct mutation_score *score, struct quanze_error *error) {
    bool noticed;
    struct str source = mutant_apply(rule->source, mutant, &trial->texts);
    if (!source.at) return error_memory(error);
    trial->problems = (struct problems){.arena = &trial->texts};
    quanze_status status = rulebook_read(rule->path.at, source, &trial->book, &trial->problems, error);
    if (status != QUANZE_OK || trial->book->count == 0 || trial->problems.errors > 0) return status;
    status = example_editions(trial->book, &trial->problems, error);
    if (status == QUANZE_OK) status = rule_core_open(trial->book, means->calendar, false, &trial->core, error);
    if (status == QUANZE_OK) status = run_examples(trial, means, &noticed, error);
    if (status != QUANZE_OK) return status;
    score->made[mutant->mutation]++;
    if (!noticed) return keep_survivor(rule, mutant, means->arena, score, error);
    score->killed[mutant->mutation]++;
    return QUANZE_OK;
}

static void end_one(struct trial *trial) {
    rule_core_close(trial->core);
    rulebook_free(trial->book);
    trial->core = NULL;
    trial->book = NULL;
    arena_reset(&trial->texts);
}

quanze_status mutation_try(const struct rule *rule, const struct mutation_means *means, struct mutation_score *score,
                           struct quanze_error *error) {
    struct arena list = {0};
    struct trial trial = {.task = alloc_new(sizeof *trial.task)};
    struct mutant *mutants = NULL;
    size_t count = 0;
    quanze_status status = trial.task && mutant_list(rule->source, &list, &mutants, &count) ? QUANZE_OK : error_memory(error);
    for (size_t i = 0; i < count && status == QUANZE_OK; i++) {
        status = try_one(&trial, rule, &mutants[i], means, score, error);
        end_one(&trial);
    }
    arena_free(&trial.texts);
    arena_free(&trial.scratch);
    arena_free(&list);
    alloc_free(trial.task);
    return status;
}
