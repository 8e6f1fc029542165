/* api_rules.c - the rule book over HTTP: shown, checked, its examples run, past tasks decided again. Rules that are handed in
 * are tried and forgotten. */
#include <http/handlers.h>

#include <http/api/api.h>
#include <http/wire/upload.h>

/* --- checks --- */

static void check_own(struct call *call, api_page_of_options *page) {
    struct arrival arrival = arrival_of_own(call);
    const struct quanze_options options = arrival_options(&arrival);
    api_check(&arrival, &options, page);
    arrival_close(&arrival);
}

/* Rules are files with names, so they come in a form. False: the reply is there. */
static bool take_rules(struct call *call, const char *other, struct quanze_input **out, size_t *count) {
    struct quanze_error error;
    if (request_is_type(call->request, "multipart/form-data")) return uploads_of_body(call, other, out, count);
    (void)error_set(&error, QUANZE_USAGE, "规则文件要用 multipart/form-data 递交，栏目名 file",
                    "rule files are handed in as multipart/form-data, in the field file");
    call_fail(call, 415, &error);
    return false;
}

/* By the rules that came alone, or as a pack over the server's. */
static quanze_status options_of(struct arrival *arrival, const struct quanze_input *files, size_t count,
                                struct quanze_options *out, const char **path, struct quanze_error *error) {
    bool is_pack;
    const quanze_status status = arrival_rules(arrival, files, count, path, &is_pack, error);
    *out = arrival_options(arrival);
    out->lists = NULL;
    out->packs = is_pack ? path : NULL;
    out->pack_count = is_pack;
    out->strict_budget = true;
    out->patience = arrival_patience(arrival);
    if (status == QUANZE_OK && !is_pack) out->rules = *path;
    return status;
}

static void check_handed_in(struct call *call, api_page_of_options *page) {
    struct quanze_error error;
    struct quanze_input *files;
    struct quanze_options options;
    struct arrival arrival;
    const char *path;
    size_t count;
    if (!take_rules(call, NULL, &files, &count)) return;
    quanze_status status = arrival_open(call, &arrival, &error);
    if (status == QUANZE_OK) status = options_of(&arrival, files, count, &options, &path, &error);
    if (status == QUANZE_OK)
        api_check(&arrival, &options, page);
    else
        arrival_fail(&arrival, &error);
    arrival_close(&arrival);
}

void answer_api_rules_lint(struct call *call) { check_own(call, quanze_rules_lint); }

void answer_api_rules_test(struct call *call) { check_own(call, quanze_rules_test); }

void answer_api_rules_coverage(struct call *call) { check_own(call, quanze_rules_coverage); }

void answer_api_rules_lint_handed_in(struct call *call) { check_handed_in(call, quanze_rules_lint); }

void answer_api_rules_test_handed_in(struct call *call) { check_handed_in(call, quanze_rules_test); }

void answer_api_rules_coverage_handed_in(struct call *call) { check_handed_in(call, quanze_rules_coverage); }

/* --- replays --- */

#define MOST_FLIPS 50000 /* they are kept whole until they are sent, some 800 bytes each */

/* What is asked for. False: it cannot be, and the reply tells. */
static bool take_question(struct call *call, struct quanze_replay_request *out, int64_t *max_flips) {
    struct quanze_error error;
    const char *known_at = NULL;
    if (!call_month(call, "from", &out->from) || !call_month(call, "to", &out->to) || !call_day(call, "as_of", &out->as_of) ||
        !call_day(call, "known_at", &known_at) || !call_number(call, "max_flips", 0, MOST_FLIPS, max_flips))
        return false;
    if (out->from || !out->to) return true; /* neither: all months */
    (void)error_set(&error, QUANZE_USAGE, "没有写从哪个月起：?from=2026-11&to=%s",
                    "it was not said from which month: ?from=2026-11&to=%s", out->to);
    call_fail(call, 400, &error);
    return false;
}

/* Whoever asks how many verdicts may change is told in a header, as a command tells by how it ends. */
static quanze_status replay(struct arrival *arrival, struct quanze_replay_request *request, int64_t max_flips,
                            struct quanze_error *error) {
    struct quanze_replay_summary summary;
    struct call *call = arrival->call;
    request->language = call->language;
    request->format = QUANZE_FORMAT_JSON;
    request->most_flips = MOST_FLIPS;
    request->patience = arrival_patience(arrival);
    request->sink = reply_sink(call->reply);
    const quanze_status status = quanze_rules_replay(call_engine(call), call->ledger, request, &summary, error);
    if (status == QUANZE_OK && max_flips >= 0)
        reply_header(call->reply, "Quanze-Too-Many-Flips", summary.flips > (uint64_t)max_flips ? STR("true") : STR("false"));
    return status;
}

static void send_replay(struct arrival *arrival, quanze_status status, struct quanze_error *error) {
    if (status == QUANZE_OK)
        call_is_json(arrival->call);
    else
        arrival_fail(arrival, error);
}

void answer_api_rules_replay(struct call *call) {
    struct quanze_error error;
    struct quanze_replay_request request = {.from = NULL};
    int64_t max_flips = -1;
    if (!take_question(call, &request, &max_flips) || !call_known_at(call) || !call_ledger(call, false)) return;
    struct arrival arrival = arrival_of_own(call);
    send_replay(&arrival, replay(&arrival, &request, max_flips, &error), &error);
    arrival_close(&arrival);
}

/* Under rules laid over the server's, another list, or both. */
static quanze_status take_change(struct arrival *arrival, const struct quanze_input *rules, size_t count,
                                 struct library_change *out, struct quanze_error *error) {
    bool is_pack;
    size_t list_count;
    const struct quanze_input *list = uploads_of_field(arrival->call, "list", &list_count);
    quanze_status status = list ? QUANZE_OK : error_memory(error);
    if (status == QUANZE_OK && count > 0) status = arrival_rules(arrival, rules, count, &out->pack, &is_pack, error);
    if (status == QUANZE_OK && list_count > 0) status = arrival_list(arrival, list, list_count, &out->lists, error);
    return status;
}

void answer_api_rules_replay_handed_in(struct call *call) {
    struct quanze_error error;
    struct quanze_input *rules;
    struct quanze_replay_request request = {.from = NULL};
    struct arrival arrival;
    int64_t max_flips = -1;
    size_t count;
    if (!take_question(call, &request, &max_flips) || !take_rules(call, "list", &rules, &count) || !call_ledger(call, false))
        return;
    quanze_status status = arrival_open(call, &arrival, &error);
    struct library_change change = {.known_at = call_query(call, "known_at"), .reporter = problems_reporter(&arrival.problems)};
    if (status == QUANZE_OK) status = take_change(&arrival, rules, count, &change, &error);
    if (status == QUANZE_OK) status = library_open_changed(call->app->library, &change, &call->edition, &error);
    if (status == QUANZE_OK) status = replay(&arrival, &request, max_flips, &error);
    send_replay(&arrival, status, &error);
    arrival_close(&arrival);
}
