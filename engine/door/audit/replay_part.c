/* replay_part.c - past decisions of some rows, made again by one thread. */
#include <door/audit/replay_inside.h>
#include <door/ledger/ledger.h>
#include <door/request.h>

#include <base/alloc.h>

static quanze_status judge(struct replay_part *part, const struct ledger_decided *was, int64_t past_before,
                           struct decision *decision, struct quanze_error *error) {
    const int32_t day = part->as_of != DAY_NONE ? part->as_of : was->as_of;
    struct found_item found;
    arena_reset(&part->scratch);
    part->problems = (struct problems){.arena = &part->scratch};
    task_clear(&part->task);
    quanze_status status = task_read(part->source, was->facts, 0, &part->scratch, &part->task, &part->problems, error);
    if (status == QUANZE_OK) status = find_item(part->engine, part->matching, &part->task, day, false, &found, error);
    if (status != QUANZE_OK) return status;
    ledger_past_before(part->ledger, past_before);
    return decide_task(part->decider, &part->task, &found, day, &part->scratch, decision, error);
}

/* --- keeping a flip --- */

static bool keep_text(struct replay_part *part, struct str *text) {
    *text = arena_copy(&part->kept, *text);
    return text->at != NULL;
}

static bool keep_texts(struct replay_part *part, const struct value *list, struct texts *out) {
    struct str *texts = arena_take_array(&part->kept, list->count, sizeof *texts);
    if (!texts) return false;
    *out = (struct texts){texts, list->count};
    for (uint32_t i = 0; i < list->count; i++) {
        texts[i] = value_text(&list->items[i]);
        if (!keep_text(part, &texts[i])) return false;
    }
    return true;
}

/* The packs that made of the rule what it is. */
static bool keep_packs(struct replay_part *part, const struct rule *rule, struct texts *out) {
    struct str *texts = arena_take_array(&part->kept, rule->change_count + 1, sizeof *texts);
    if (!texts) return false;
    size_t count = 0;
    if (rule->pack) texts[count++] = rule->pack->id; /* the engine outlives the page */
    for (size_t i = 0; i < rule->change_count; i++) texts[count++] = rule->changes[i].pack->id;
    *out = (struct texts){texts, count};
    return true;
}

static bool keep_flip(struct replay_part *part, struct replay_flip *flip, const struct decision *decision) {
    const struct task *task = &part->task;
    const struct item *items = part->engine->list.items;
    flip->department = task_text(task, FACT_ID_ISSUER_NAME);
    flip->item_now = decision->match.item >= 0 ? items[decision->match.item].id : STR("");
    const int rule = flip->rule.length > 0 ? rulebook_find_on(part->engine->book, flip->rule, decision->as_of) : -1;
    if (rule >= 0 && !keep_packs(part, &part->engine->book->rules[rule], &flip->packs)) return false;
    if (task_given(task, FACT_ID_TOWNSHIPS) && !keep_texts(part, &task->value[FACT_ID_TOWNSHIPS], &flip->townships))
        return false;
    struct str *const texts[] = {&flip->task,          &flip->department,   &flip->item_was,     &flip->item_now,   &flip->rule,
                                 &flip->before.status, &flip->before.level, &flip->after.status, &flip->after.level};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (!keep_text(part, texts[i])) return false;
    struct replay_flip *grown = alloc_grow(part->flips, &part->flip_room, part->flip_count + 1, sizeof *grown);
    if (!grown) return false;
    part->flips = grown;
    part->flips[part->flip_count++] = *flip;
    return true;
}

quanze_status replay_check_flips(uint64_t count, uint64_t most, struct quanze_error *error) {
    if (most == 0 || count <= most) return QUANZE_OK;
    return error_set(error, QUANZE_USAGE, "结论会变的超过 %llu 件，请分月重判",
                     "more than %llu verdicts change; decide again fewer months at a time", (unsigned long long)most);
}

static quanze_status add_flip(struct replay_part *part, const struct ledger_decided *was, enum verdict verdict,
                              const struct decision *decision, struct quanze_error *error) {
    struct replay_flip flip = {.task = was->id, .was = verdict, .now = decision->verdict, .item_was = was->item};
    struct ledger_told told;
    quanze_status status = replay_check_flips(part->flip_count + 1, part->most_flips, error);
    if (status == QUANZE_OK) status = ledger_read_told(part->ledger, was->decision, &part->scratch, &told, error);
    if (status != QUANZE_OK) return status;
    replay_find_first(&told, decision, &flip);
    part->harder += flip.now > flip.was;
    part->softer += flip.now < flip.was;
    return keep_flip(part, &flip, decision) ? QUANZE_OK : error_memory(error);
}

/* The ledger holds no other words. */
static enum verdict verdict_named(struct str name) {
    enum verdict verdict = VERDICT_ADMIT;
    while (verdict < VERDICT_REJECT && !str_equal(verdict_name(verdict), name)) verdict++;
    return verdict;
}

static quanze_status replay_one(void *payload, const struct ledger_decided *was, struct quanze_error *error) {
    struct replay_part *part = payload;
    const enum verdict verdict = verdict_named(was->verdict);
    struct decision decision = {0};
    quanze_status status = request_goes_on(&part->patience, error);
    if (status == QUANZE_OK) status = judge(part, was, was->began, &decision, error);
    if (status == QUANZE_OK && decision.verdict != verdict &&
        was->began < was->task) /* more of its minute may have been there */
        status = judge(part, was, was->task, &decision, error);
    if (status == QUANZE_BAD_DATA) {
        part->unread++;
        return QUANZE_OK;
    }
    if (status != QUANZE_OK) return status;
    part->tasks++;
    return decision.verdict == verdict ? QUANZE_OK : add_flip(part, was, verdict, &decision, error);
}

static quanze_status open_tools(struct replay_part *part, struct quanze_error *error) {
    const struct quanze *engine = part->engine;
    quanze_status status = decider_open(engine->plan, engine->strict_budget, &part->decider, error);
    if (status == QUANZE_OK) status = match_scratch_open(engine->index, &part->matching, error);
    if (status == QUANZE_OK) status = task_source_of_lines("ledger", &part->source, error);
    if (status != QUANZE_OK) return status;
    part->past = ledger_history(part->ledger, &engine->list);
    decider_remember(part->decider, &part->past);
    decider_leave_advice(part->decider);
    return QUANZE_OK;
}

quanze_status replay_part_run(struct replay_part *part, struct quanze_error *error) {
    const quanze_status status = open_tools(part, error);
    if (status != QUANZE_OK) return status;
    return ledger_list_decided(part->ledger, part->days, part->rows, replay_one, part, &part->undecided, error);
}

void replay_part_close(struct replay_part *part) {
    ledger_past_before(part->ledger, 0);
    decider_close(part->decider);
    match_scratch_close(part->matching);
    task_source_close(part->source);
    alloc_free(part->flips);
    arena_free(&part->scratch);
    arena_free(&part->kept);
}
