#include <cli/complain.h>
#include <cli/data.h>
#include <cli/desk.h>
#include <cli/page.h>

/* The rules among which the correction's stands, and the list, where one is named, that has its department. */
static int open_engine(const struct invocation *invocation, struct quanze **out) {
    struct data data;
    struct complaints complaints;
    data_find(invocation->options.lists, invocation->options.rules, NULL, NULL, &data);
    if (data.demo_list) *data.lists.at = '\0'; /* of another county */
    if (!invocation->options.rule && !*data.lists.at) return 0;
    struct quanze_options options = page_options(invocation, &data, &complaints);
    options.skip_examples = true;
    return page_open_engine(invocation, &options, &complaints, out);
}

/* Opens the ledger, enters what is asked for, and shows it. */
static int enter(const struct invocation *invocation, quanze_correction what, int64_t number, const char *words) {
    const struct options *options = &invocation->options;
    struct desk desk;
    char now[20];
    if (!desk_has(invocation, options->by, "--by") || !page_now(invocation->language, now)) return QUANZE_USAGE;
    struct quanze *engine = NULL;
    int code = what == QUANZE_CORRECTION_OPEN ? open_engine(invocation, &engine) : 0;
    if (code == 0)
        code = desk_open(&desk, invocation, what == QUANZE_CORRECTION_OPEN ? QUANZE_LEDGER_CREATE : QUANZE_LEDGER_WRITE);
    if (code != 0) {
        quanze_close(engine);
        return code;
    }
    const struct quanze_correction_request request = {
        .what = what,
        .number = number,
        .words = words,
        .department = options->department,
        .ground = options->ground,
        .task = options->task,
        .rule = options->rule,
        .until = options->until,
        .by = options->by,
        .now = now,
        .language = invocation->language,
        .format = options->format,
        .sink = output_sink(&desk.output),
    };
    code = desk_close(&desk, quanze_correction_enter(desk.ledger, engine, &request, &desk.error), QUANZE_OK);
    quanze_close(engine);
    return code;
}

int cmd_correction_open(const struct invocation *invocation) {
    const struct options *options = &invocation->options;
    if (!desk_has(invocation, options->department, "--department") || !desk_has(invocation, options->until, "--until"))
        return QUANZE_USAGE;
    return enter(invocation, QUANZE_CORRECTION_OPEN, 0, invocation->operands[0]);
}

int cmd_correction_done(const struct invocation *invocation) {
    int64_t number;
    if (!desk_number(invocation, &number) || !desk_has(invocation, invocation->options.why, "--why")) return QUANZE_USAGE;
    return enter(invocation, QUANZE_CORRECTION_DONE, number, invocation->options.why);
}

int cmd_correction_relapse(const struct invocation *invocation) {
    const struct options *options = &invocation->options;
    int64_t number;
    if (!desk_number(invocation, &number) || !desk_has(invocation, options->why, "--why")) return QUANZE_USAGE;
    if (!desk_has(invocation, options->until, "--until")) return QUANZE_USAGE;
    return enter(invocation, QUANZE_CORRECTION_RELAPSED, number, options->why);
}

int cmd_correction_list(const struct invocation *invocation) { return desk_write_on(invocation, quanze_correction_list); }
