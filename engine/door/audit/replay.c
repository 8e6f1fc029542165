#include <door/audit/replay_inside.h>
#include <door/ledger/ledger.h>
#include <door/request.h>
#include <door/screen/together.h>
#include <ledger/month.h>

#include <base/alloc.h>
#include <stdlib.h>

/* A run over past decisions. */
struct replay {
    const struct quanze *engine;
    struct ledger *ledger;
    struct quanze_patience patience;
    uint64_t most_flips;
    int32_t as_of;
    struct replay_part *parts; /* the first reads by `ledger`, the others by twins of it */
    size_t part_count;
    struct replay_page page;
};

/* --- its parts --- */

static quanze_status open_parts(struct replay *replay, unsigned jobs, struct quanze_error *error) {
    replay->parts = alloc_new(jobs * sizeof *replay->parts);
    if (!replay->parts) return error_memory(error);
    const quanze_status status = ledger_snapshot(replay->ledger, error);
    if (status != QUANZE_OK) return status;
    struct ledger *ledger = replay->ledger;
    while (ledger && replay->part_count < jobs) {
        replay->parts[replay->part_count++] = (struct replay_part){.engine = replay->engine,
                                                                   .ledger = ledger,
                                                                   .as_of = replay->as_of,
                                                                   .patience = replay->patience,
                                                                   .most_flips = replay->most_flips,
                                                                   .days = replay->page.days};
        if (replay->part_count < jobs) ledger = ledger_twin(replay->ledger);
    }
    struct ledger_rows rows[QUANZE_MAX_JOBS];
    const quanze_status parted = ledger_part_month(replay->ledger, replay->page.days, rows, replay->part_count, error);
    for (size_t i = 0; parted == QUANZE_OK && i < replay->part_count; i++) replay->parts[i].rows = rows[i];
    return parted;
}

static quanze_status run_part(void *payload, size_t number, struct quanze_error *error) {
    return replay_part_run(&((struct replay *)payload)->parts[number], error);
}

static void close_parts(struct replay *replay) {
    for (size_t i = 0; i < replay->part_count; i++) {
        replay_part_close(&replay->parts[i]);
        if (replay->parts[i].ledger != replay->ledger) ledger_close(replay->parts[i].ledger);
    }
    alloc_free(replay->parts);
}

/* --- its page --- */

static int by_task(const void *left, const void *right) {
    const struct replay_flip *a = left, *b = right;
    return str_compare(a->task, b->task);
}

/* All flips by task, for the caller to free; NULL when memory ran out. */
static struct replay_flip *take_flips(struct replay *replay) {
    struct replay_page *page = &replay->page;
    size_t room = 1, count = 0;
    for (size_t i = 0; i < replay->part_count; i++) room += replay->parts[i].flip_count;
    struct replay_flip *flips = alloc_new(room * sizeof *flips);
    if (!flips) return NULL;
    for (size_t i = 0; i < replay->part_count; i++) {
        const struct replay_part *part = &replay->parts[i];
        if (part->flip_count > 0) memcpy(flips + count, part->flips, part->flip_count * sizeof *flips);
        count += part->flip_count;
        page->tasks += part->tasks;
        page->harder += part->harder;
        page->softer += part->softer;
        page->unread += part->unread;
        page->undecided += part->undecided;
    }
    qsort(flips, count, sizeof *flips, by_task);
    page->flips = flips;
    return flips;
}

static quanze_status check_flips(const struct replay *replay, struct quanze_error *error) {
    uint64_t count = 0;
    for (size_t i = 0; i < replay->part_count; i++) count += replay->parts[i].flip_count;
    return replay_check_flips(count, replay->most_flips, error);
}

static quanze_status write_page(struct replay *replay, const struct quanze_replay_request *request,
                                struct quanze_error *error) {
    struct buf page = {0};
    struct replay_flip *flips = take_flips(replay);
    const bool made = flips && say_replay(&page, &replay->page, request->language, request->format, request->verbose);
    const quanze_status status = made ? request_send(request->sink, &page, error) : error_memory(error);
    buf_free(&page);
    alloc_free(flips);
    return status;
}

/* --- what is asked --- */

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

/* All months: from the first task that has a date to the last. */
static quanze_status find_months(struct ledger *ledger, struct validity *out, struct quanze_error *error) {
    const quanze_status status = ledger_find_days(ledger, out, error);
    if (status != QUANZE_OK || out->from != DAY_NONE) return status;
    return request_no_tasks(error);
}

static quanze_status read_months(struct replay *replay, const struct quanze_replay_request *request,
                                 struct quanze_error *error) {
    struct validity *days = &replay->page.days;
    const char *to = request->to ? request->to : request->from;
    if (!to) return find_months(replay->ledger, days, error);
    quanze_status status = parse_month(request->from, "from", false, &days->from, error);
    if (status == QUANZE_OK) status = parse_month(to, "to", true, &days->to, error);
    if (status == QUANZE_OK && days->to < days->from)
        status = error_set(error, QUANZE_USAGE, "“%s”早于“%s”", "\"%s\" is before \"%s\"", to, request->from);
    return status;
}

static quanze_status read_request(struct replay *replay, const struct quanze_replay_request *request,
                                  struct quanze_error *error) {
    if (!replay->engine->plan)
        return error_set(error, QUANZE_USAGE, "重新判定要有清单和规则", "deciding again needs a duty list and rules");
    if (request->jobs > QUANZE_MAX_JOBS)
        return error_set(error, QUANZE_USAGE, "线程数 “%u” 太大，最多 %d", "\"%u\" jobs are too many; at most %d",
                         request->jobs, QUANZE_MAX_JOBS);
    quanze_status status =
        request_format(request->format, FORMAT_BIT(QUANZE_FORMAT_TEXT) | FORMAT_BIT(QUANZE_FORMAT_JSON), error);
    if (status == QUANZE_OK) status = request_day(request->as_of, "as_of", &replay->as_of, error);
    return status == QUANZE_OK ? read_months(replay, request, error) : status;
}

quanze_status quanze_rules_replay(const struct quanze *engine, struct quanze_ledger *ledger,
                                  const struct quanze_replay_request *request, struct quanze_replay_summary *out,
                                  struct quanze_error *error) {
    struct replay replay = {.most_flips = request->most_flips,
                            .engine = engine,
                            .ledger = ledger->ledger,
                            .patience = request->patience,
                            .page = {.list = &engine->list, .book = engine->book}};
    quanze_status status = read_request(&replay, request, error);
    if (status == QUANZE_OK) status = open_parts(&replay, request->jobs > 1 ? request->jobs : 1, error);
    if (status == QUANZE_OK) status = together_do(run_part, &replay, replay.part_count, error);
    if (status == QUANZE_OK) status = check_flips(&replay, error);
    if (status == QUANZE_OK) status = write_page(&replay, request, error);
    const struct quanze_replay_summary summary = {replay.page.tasks, replay.page.harder + replay.page.softer,
                                                  replay.page.harder, replay.page.softer};
    close_parts(&replay);
    ledger_roll_back(ledger->ledger);
    if (status == QUANZE_OK) *out = summary;
    return status;
}
