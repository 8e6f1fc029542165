#include <door/request.h>
#include <door/screen/screener.h>

#include <base/alloc.h>
#include <say/rule/profile.h>

/* Verdicts are made as ever and thrown away. */
static bool drop(void *payload, const void *bytes, size_t length) {
    (void)payload;
    (void)bytes;
    (void)length;
    return true;
}

static uint64_t now(const struct quanze_profile_request *request) {
    return request->now_ns ? request->now_ns(request->payload) : 0;
}

static quanze_status run(const struct quanze *engine, const struct quanze_profile_request *request, struct rule_meter *meters,
                         struct profile_page *page, struct quanze_error *error) {
    const struct rule_clock clock = {request->now_ns, request->payload};
    struct quanze_screener screener = {.engine = engine, .meters = meters, .clock = &clock};
    const struct quanze_screen_request screen = {.paths = request->paths,
                                                 .path_count = request->path_count,
                                                 .input_format = request->input_format,
                                                 .as_of = request->as_of,
                                                 .today = request->today,
                                                 .format = QUANZE_FORMAT_JSONL,
                                                 .language = request->language,
                                                 .sink = {drop, NULL},
                                                 .reporter = request->reporter,
                                                 .screener = &screener};
    struct quanze_screen_summary summary;
    const uint64_t start = now(request);
    quanze_status status = quanze_screen(engine, &screen, &summary, error);
    page->total_ns = now(request) - start;
    for (size_t i = 0; i < engine->book->count; i++) page->total_ns -= meters[i].aside_ns;
    if (status == QUANZE_OK) page->tasks = summary.tasks;
    screener_clear(&screener);
    return status;
}

quanze_status quanze_rules_profile(const struct quanze *engine, const struct quanze_profile_request *request,
                                   struct quanze_error *error) {
    quanze_status status =
        request_format(request->format, FORMAT_BIT(QUANZE_FORMAT_TEXT) | FORMAT_BIT(QUANZE_FORMAT_JSON), error);
    if (status != QUANZE_OK) return status;
    if (!engine->plan) return error_set(error, QUANZE_USAGE, "审查任务要有清单和规则", "screening needs a duty list and rules");
    struct rule_meter *meters = alloc_new((engine->book->count + 1) * sizeof *meters);
    if (!meters) return error_memory(error);
    struct profile_page profile = {.book = engine->book, .meters = meters};
    struct buf page = {0};
    status = run(engine, request, meters, &profile, error);
    if (status == QUANZE_OK) {
        say_profile(&page, &profile, request->language, request->format);
        status = request_send(request->sink, &page, error);
    }
    buf_free(&page);
    alloc_free(meters);
    return status;
}
