#include <cli/complain.h>
#include <cli/data.h>
#include <cli/desk.h>
#include <cli/page.h>

/* The list whose townships are masked. */
static int open_engine(const struct invocation *invocation, struct quanze **out) {
    struct data data;
    struct complaints complaints;
    data_find(invocation->options.lists, NULL, NULL, NULL, &data);
    if (!*data.lists.at) return 0;
    if (data.demo_list) complain(invocation->language, WORD_DEMO_LIST, data.lists.at, NULL);
    struct quanze_options options = page_options(invocation, &data, &complaints);
    return page_open_engine(invocation, &options, &complaints, out);
}

static quanze_status add(struct desk *desk, const struct quanze *engine, const char *today) {
    const struct options *options = &desk->invocation->options;
    const struct quanze_complaint_request request = {
        .words = desk->invocation->operands[0],
        .department = options->department,
        .ground = options->ground,
        .today = today,
        .language = desk->invocation->language,
        .format = options->format,
        .sink = output_sink(&desk->output),
    };
    return quanze_complaint_add(desk->ledger, engine, &request, &desk->error);
}

int cmd_complaint_add(const struct invocation *invocation) {
    struct quanze *engine = NULL;
    struct desk desk;
    char today[16];
    if (!page_today(invocation->language, today)) return QUANZE_USAGE;
    int code = open_engine(invocation, &engine);
    if (code == 0) code = desk_open(&desk, invocation, QUANZE_LEDGER_CREATE);
    if (code == 0) code = desk_close(&desk, add(&desk, engine, today), QUANZE_OK);
    quanze_close(engine);
    return code;
}

static quanze_status answer(struct desk *desk, const struct quanze *engine, int64_t number, const char *now) {
    const struct options *options = &desk->invocation->options;
    const struct quanze_complaint_request request = {
        .words = desk->invocation->operands[1],
        .number = number,
        .by = options->by,
        .now = now,
        .language = desk->invocation->language,
        .format = options->format,
        .sink = output_sink(&desk->output),
    };
    return quanze_complaint_answer(desk->ledger, engine, &request, &desk->error);
}

int cmd_complaint_answer(const struct invocation *invocation) {
    struct quanze *engine = NULL;
    struct desk desk;
    int64_t number;
    char now[20];
    if (!desk_number(invocation, &number) || !desk_has(invocation, invocation->options.by, "--by")) return QUANZE_USAGE;
    if (!page_now(invocation->language, now)) return QUANZE_USAGE;
    int code = open_engine(invocation, &engine);
    if (code == 0) code = desk_open(&desk, invocation, QUANZE_LEDGER_WRITE);
    if (code == 0) code = desk_close(&desk, answer(&desk, engine, number, now), QUANZE_OK);
    quanze_close(engine);
    return code;
}

int cmd_complaint_list(const struct invocation *invocation) { return desk_write(invocation, NULL, quanze_complaint_list); }
