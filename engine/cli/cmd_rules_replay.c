/* cmd_rules_replay.c - past tasks decided again. */
#include <cli/complain.h>
#include <cli/desk.h>
#include <cli/page.h>
#include <stdlib.h>

static int replay(const struct invocation *invocation, const struct quanze *engine) {
    const struct options *options = &invocation->options;
    struct quanze_replay_summary summary = {0};
    struct desk desk;
    int code = desk_open(&desk, invocation, QUANZE_LEDGER_READ);
    if (code != 0) return code;
    const struct quanze_replay_request request = {.from = options->from,
                                                  .to = options->to,
                                                  .as_of = options->as_of,
                                                  .language = invocation->language,
                                                  .format = options->format,
                                                  .verbose = options->verbose,
                                                  .jobs = options->jobs,
                                                  .sink = output_sink(&desk.output)};
    const quanze_status status = quanze_rules_replay(engine, desk.ledger, &request, &summary, &desk.error);
    const bool too_many = options->max_flips && summary.flips > strtoull(options->max_flips, NULL, 10);
    return desk_close(&desk, status, too_many ? 1 : 0);
}

int cmd_rules_replay(const struct invocation *invocation) {
    const struct options *options = &invocation->options;
    struct data data;
    struct complaints complaints;
    struct quanze *engine = NULL;
    if (options->to && !desk_has(invocation, options->from, "--from")) return QUANZE_USAGE;
    data_find(options->lists, options->rules, options->calendar, NULL, &data);
    struct quanze_options opened = page_options(invocation, &data, &complaints);
    opened.skip_examples = true;
    int code = page_open_engine(invocation, &opened, &complaints, &engine);
    if (code == 0) code = replay(invocation, engine);
    quanze_close(engine);
    return code;
}
