#include <cli/complain.h>
#include <cli/data.h>
#include <cli/desk.h>
#include <cli/page.h>

/* The list's time limits and the calendar: what tells when a state runs out. NULL when there is no list. */
static int open_engine(const struct invocation *invocation, struct quanze **out) {
    struct data data;
    struct complaints complaints;
    data_find(invocation->options.lists, NULL, invocation->options.calendar, NULL, &data);
    if (!*data.lists.at) return 0;
    struct quanze_options options = page_options(invocation, &data, &complaints);
    return page_open_engine(invocation, &options, &complaints, out);
}

static quanze_status move(struct desk *desk, const struct quanze *engine, const char *now) {
    const struct options *options = &desk->invocation->options;
    const struct quanze_move_request request = {
        .id = desk->invocation->operands[0],
        .state = desk->invocation->operands[1],
        .by = options->by,
        .why = options->why,
        .approved_by = options->approved_by,
        .ground = options->ground,
        .basis = options->basis,
        .until = options->until,
        .now = now,
        .language = desk->invocation->language,
        .format = options->format,
        .sink = output_sink(&desk->output),
    };
    return quanze_task_move(desk->ledger, engine, &request, &desk->error);
}

int cmd_task_move(const struct invocation *invocation) {
    struct quanze *engine = NULL;
    struct desk desk;
    char now[20];
    if (!desk_has(invocation, invocation->options.by, "--by") || !desk_has(invocation, invocation->options.why, "--why"))
        return QUANZE_USAGE;
    if (!page_now(invocation->language, now)) return QUANZE_USAGE;
    int code = open_engine(invocation, &engine);
    if (code == 0) code = desk_open(&desk, invocation, QUANZE_LEDGER_WRITE);
    if (code == 0) code = desk_close(&desk, move(&desk, engine, now), QUANZE_OK);
    quanze_close(engine);
    return code;
}

int cmd_task_due(const struct invocation *invocation) { return desk_write_on(invocation, quanze_task_due); }
