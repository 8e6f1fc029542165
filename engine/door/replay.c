#include <door/find.h>
#include <door/ledger.h>
#include <door/request.h>

#include <base/alloc.h>
#include <ledger/decided.h>
#include <read/read.h>
#include <say/replay.h>
#include <stdlib.h>

/* A run over past decisions. */
struct replay {
    const struct quanze *engine;
    struct ledger *ledger;
    int32_t as_of; /* DAY_NONE: the day by which each was judged */
    struct decider *decider;
    struct match_scratch *matching;
    struct task_source *source;
    struct history past;
    struct problems problems;
    struct arena scratch, kept; /* of one task; of the flips */
    struct task task;
    struct replay_page page;
    struct replay_flip *flips;
    size_t flip_count, flip_room;
};

static quanze_status judge(struct replay *replay, const struct ledger_decided *was, int64_t past_before,
                           struct decision *decision, struct quanze_error *error) {
    const int32_t day = replay->as_of != DAY_NONE ? replay->as_of : was->as_of;
    struct found_item found;
    arena_reset(&replay->scratch);
    replay->problems = (struct problems){.arena = &replay->scratch};
    task_clear(&replay->task);
    quanze_status status = task_read(replay->source, was->facts, 0, &replay->scratch, &replay->task, &replay->problems, error);
    if (status == QUANZE_OK) status = find_item(replay->engine, replay->matching, &replay->task, day, false, &found, error);
    if (status != QUANZE_OK) return status;
    ledger_past_before(replay->ledger, past_before);
    return decide_task(replay->decider, &replay->task, &found, day, &replay->scratch, decision, error);
}

/* --- the first rule that does not say the same --- */

/* What a rule said at the time: what failed is a row, what was unknown stands in the record, whose form is our own. */
struct told {
    const struct ledger_finding *findings;
    size_t count;
    struct str unknown; /* the record from its list of unknown rules on */
};

static struct str behind(struct str text, struct str mark) {
    const ptrdiff_t at = str_find(text, mark);
    const size_t gone = at < 0 ? text.length : (size_t)at + mark.length;
    return (struct str){text.at + gone, text.length - gone};
}

/* The next rule of the list, which is moved behind it; empty at its end. */
static struct str next_unknown(struct str *list) {
    *list = behind(*list, STR("\"rule\":\""));
    const ptrdiff_t end = str_find(*list, STR("\""));
    return end < 0 ? STR("") : (struct str){list->at, (size_t)end};
}

static struct replay_side side_then(const struct told *told, struct str rule) {
    for (size_t i = 0; i < told->count; i++)
        if (str_equal(told->findings[i].rule, rule))
            return (struct replay_side){told->findings[i].status, told->findings[i].level};
    struct str list = told->unknown;
    for (struct str one; (one = next_unknown(&list)).length > 0;)
        if (str_equal(one, rule)) return (struct replay_side){status_name(STATUS_UNKNOWN), STR("")};
    return (struct replay_side){STR(""), STR("")};
}

static const struct finding *finding_of(const struct decision *decision, struct str rule) {
    for (size_t i = 0; i < decision->finding_count; i++)
        if (str_equal(decision->findings[i].rule->id, rule) && !decision->findings[i].unchecked) return &decision->findings[i];
    return NULL;
}

static struct replay_side side_now(const struct finding *finding) {
    if (!finding) return (struct replay_side){STR(""), STR("")};
    return (struct replay_side){status_name(finding->status), level_name(finding->rule->level)};
}

static bool differs(const struct told *told, const struct decision *decision, struct str rule, struct replay_flip *flip) {
    flip->before = side_then(told, rule);
    flip->after = side_now(finding_of(decision, rule));
    const bool untold = flip->before.level.length == 0 || flip->after.level.length == 0; /* of what passed, or was unknown */
    if (str_equal(flip->before.status, flip->after.status) && (untold || str_equal(flip->before.level, flip->after.level)))
        return false;
    flip->rule = rule;
    return true;
}

/* A rule that was unknown and still is, and now decides: its level rose, although that of then is not told. */
static bool decides_now(const struct finding *finding, struct replay_flip *flip) {
    if (finding->status != STATUS_UNKNOWN || finding->unchecked || finding->rule->level < LEVEL_HOLD) return false;
    flip->before = (struct replay_side){status_name(STATUS_UNKNOWN), STR("")};
    flip->after = side_now(finding);
    flip->rule = finding->rule->id;
    return true;
}

static bool find_harder(const struct told *told, const struct decision *decision, struct replay_flip *flip) {
    for (size_t i = 0; i < decision->finding_count; i++)
        if (!decision->findings[i].unchecked && differs(told, decision, decision->findings[i].rule->id, flip)) return true;
    for (size_t i = 0; i < decision->finding_count; i++)
        if (decides_now(&decision->findings[i], flip)) return true;
    return false;
}

static bool find_softer(const struct told *told, const struct decision *decision, struct replay_flip *flip) {
    for (size_t i = 0; i < told->count; i++)
        if (differs(told, decision, told->findings[i].rule, flip)) return true;
    struct str list = told->unknown;
    for (struct str one; (one = next_unknown(&list)).length > 0;)
        if (differs(told, decision, one, flip)) return true;
    return false;
}

/* Of a harder verdict what is against the task now tells why, of a softer one what was against it then; hardest first. */
static void find_first(const struct told *told, const struct decision *decision, struct replay_flip *flip) {
    if (flip->now > flip->was ? find_harder(told, decision, flip) : find_softer(told, decision, flip)) return;
    flip->rule = STR("");
    flip->before = flip->after = (struct replay_side){STR(""), STR("")};
}

/* --- keeping a flip --- */

static bool keep_text(struct replay *replay, struct str *text) {
    *text = arena_copy(&replay->kept, *text);
    return text->at != NULL;
}

static bool keep_texts(struct replay *replay, const struct value *list, struct texts *out) {
    struct str *texts = arena_take_array(&replay->kept, list->count, sizeof *texts);
    if (!texts) return false;
    *out = (struct texts){texts, list->count};
    for (uint32_t i = 0; i < list->count; i++) {
        texts[i] = value_text(&list->items[i]);
        if (!keep_text(replay, &texts[i])) return false;
    }
    return true;
}

/* The packs that made of the rule what it is. */
static bool keep_packs(struct replay *replay, const struct rule *rule, struct texts *out) {
    struct str *texts = arena_take_array(&replay->kept, rule->change_count + 1, sizeof *texts);
    if (!texts) return false;
    size_t count = 0;
    if (rule->pack) texts[count++] = rule->pack->id; /* the engine outlives the page */
    for (size_t i = 0; i < rule->change_count; i++) texts[count++] = rule->changes[i].pack->id;
    *out = (struct texts){texts, count};
    return true;
}

static bool keep_flip(struct replay *replay, struct replay_flip *flip, const struct decision *decision) {
    const struct task *task = &replay->task;
    const struct item *items = replay->engine->list.items;
    flip->department = task_text(task, FACT_ID_ISSUER_NAME);
    flip->item_now = decision->match.item >= 0 ? items[decision->match.item].id : STR("");
    const int rule = flip->rule.length > 0 ? rulebook_find_on(replay->engine->book, flip->rule, decision->as_of) : -1;
    if (rule >= 0 && !keep_packs(replay, &replay->engine->book->rules[rule], &flip->packs)) return false;
    if (task_given(task, FACT_ID_TOWNSHIPS) && !keep_texts(replay, &task->value[FACT_ID_TOWNSHIPS], &flip->townships))
        return false;
    struct str *const texts[] = {&flip->task,          &flip->department,   &flip->item_was,     &flip->item_now,   &flip->rule,
                                 &flip->before.status, &flip->before.level, &flip->after.status, &flip->after.level};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (!keep_text(replay, texts[i])) return false;
    struct replay_flip *grown = alloc_grow(replay->flips, &replay->flip_room, replay->flip_count + 1, sizeof *grown);
    if (!grown) return false;
    replay->flips = grown;
    replay->flips[replay->flip_count++] = *flip;
    return true;
}

static quanze_status add_flip(struct replay *replay, const struct ledger_decided *was, enum verdict verdict,
                              const struct decision *decision, struct quanze_error *error) {
    struct replay_flip flip = {.task = was->id, .was = verdict, .now = decision->verdict, .item_was = was->item};
    struct told told = {.unknown = behind(was->record, STR("\"unknown\":["))};
    struct ledger_finding *findings = NULL;
    quanze_status status = ledger_read_findings(replay->ledger, was->decision, &replay->scratch, &findings, &told.count, error);
    if (status != QUANZE_OK) return status;
    told.findings = findings;
    find_first(&told, decision, &flip);
    replay->page.harder += flip.now > flip.was;
    replay->page.softer += flip.now < flip.was;
    return keep_flip(replay, &flip, decision) ? QUANZE_OK : error_memory(error);
}

/* The ledger holds no other words. */
static enum verdict verdict_named(struct str name) {
    enum verdict verdict = VERDICT_ADMIT;
    while (verdict < VERDICT_REJECT && !str_equal(verdict_name(verdict), name)) verdict++;
    return verdict;
}

static quanze_status replay_one(void *payload, const struct ledger_decided *was, struct quanze_error *error) {
    struct replay *replay = payload;
    const enum verdict verdict = verdict_named(was->verdict);
    struct decision decision = {0};
    quanze_status status = judge(replay, was, was->began, &decision, error);
    if (status == QUANZE_OK && decision.verdict != verdict &&
        was->began < was->task) /* more of its minute may have been there */
        status = judge(replay, was, was->task, &decision, error);
    if (status == QUANZE_BAD_DATA) {
        replay->page.unread++;
        return QUANZE_OK;
    }
    if (status != QUANZE_OK) return status;
    replay->page.tasks++;
    return decision.verdict == verdict ? QUANZE_OK : add_flip(replay, was, verdict, &decision, error);
}

/* --- the run --- */

static quanze_status open_tools(struct replay *replay, struct quanze_error *error) {
    const struct quanze *engine = replay->engine;
    quanze_status status = decider_open(engine->plan, engine->strict_budget, &replay->decider, error);
    if (status == QUANZE_OK) status = match_scratch_open(engine->index, &replay->matching, error);
    if (status == QUANZE_OK) status = task_source_of_lines("ledger", &replay->source, error);
    if (status != QUANZE_OK) return status;
    replay->past = ledger_history(replay->ledger, &engine->list);
    decider_remember(replay->decider, &replay->past);
    return ledger_snapshot(replay->ledger, error);
}

static void close_tools(struct replay *replay) {
    ledger_past_before(replay->ledger, 0);
    decider_close(replay->decider);
    match_scratch_close(replay->matching);
    task_source_close(replay->source);
    alloc_free(replay->flips);
    arena_free(&replay->scratch);
    arena_free(&replay->kept);
}

static int by_task(const void *left, const void *right) {
    const struct replay_flip *a = left, *b = right;
    return str_compare(a->task, b->task);
}

static quanze_status run(struct replay *replay, const struct quanze_replay_request *request, struct quanze_error *error) {
    size_t undecided = 0;
    quanze_status status = open_tools(replay, error);
    if (status == QUANZE_OK)
        status = ledger_list_decided(replay->ledger, replay->page.days, replay_one, replay, &undecided, error);
    if (status != QUANZE_OK) return status;
    replay->page.undecided = undecided;
    if (replay->flip_count > 0) qsort(replay->flips, replay->flip_count, sizeof *replay->flips, by_task);
    replay->page.flips = replay->flips;
    struct buf page = {0};
    if (say_replay(&page, &replay->page, request->language, request->format, request->verbose))
        status = request_send(request->sink, &page, error);
    else
        status = error_memory(error);
    buf_free(&page);
    return status;
}

/* "2026-10": its first day; `last`: its last. QUANZE_USAGE for anything else. */
static quanze_status parse_month(const char *text, const char *name, bool last, int32_t *out, struct quanze_error *error) {
    char day[16] = "";
    const size_t length = text ? strlen(text) : 0;
    if (length == 7) {
        memcpy(day, text, 7);
        memcpy(day + 7, "-01", 4);
    }
    if (!day_parse(str_of(day), out))
        return error_set(error, QUANZE_USAGE, "%s “%s” 不是月份，应写作 2026-10",
                         "%s \"%s\" is no month; expected one such as 2026-10", name, text ? text : "");
    if (!last) return QUANZE_OK;
    struct civil civil = day_to_civil(*out + 31);
    civil.day = 1;
    *out = day_from_civil(civil) - 1;
    return QUANZE_OK;
}

static quanze_status read_request(struct replay *replay, const struct quanze_replay_request *request,
                                  struct quanze_error *error) {
    struct validity *days = &replay->page.days;
    if (!replay->engine->plan)
        return error_set(error, QUANZE_USAGE, "重新判定要有清单和规则", "deciding again needs a duty list and rules");
    quanze_status status =
        request_format(request->format, FORMAT_BIT(QUANZE_FORMAT_TEXT) | FORMAT_BIT(QUANZE_FORMAT_JSON), error);
    if (status == QUANZE_OK) status = request_day(request->as_of, "as_of", &replay->as_of, error);
    if (status == QUANZE_OK) status = parse_month(request->from, "from", false, &days->from, error);
    if (status == QUANZE_OK) status = parse_month(request->to ? request->to : request->from, "to", true, &days->to, error);
    if (status == QUANZE_OK && days->to < days->from)
        status = error_set(error, QUANZE_USAGE, "“%s”早于“%s”", "\"%s\" is before \"%s\"", request->to, request->from);
    return status;
}

quanze_status quanze_rules_replay(const struct quanze *engine, struct quanze_ledger *ledger,
                                  const struct quanze_replay_request *request, struct quanze_replay_summary *out,
                                  struct quanze_error *error) {
    struct replay replay = {.engine = engine, .ledger = ledger->ledger};
    quanze_status status = read_request(&replay, request, error);
    if (status == QUANZE_OK) status = run(&replay, request, error);
    const struct quanze_replay_summary summary = {replay.page.tasks, replay.page.harder + replay.page.softer,
                                                  replay.page.harder, replay.page.softer};
    close_tools(&replay);
    if (status == QUANZE_OK) *out = summary;
    return status;
}
