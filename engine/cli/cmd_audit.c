#include <cli/complain.h>
#include <cli/data.h>
#include <cli/desk.h>
#include <cli/page.h>

static quanze_status audit(struct desk *desk, const struct quanze *engine, const char *today, bool *compliant) {
    const struct options *options = &desk->invocation->options;
    const char *const *operands = desk->invocation->operands;
    const size_t months = options->from ? 0 : 1;
    const struct quanze_audit_request request = {
        .from = options->from ? options->from : operands[0],
        .to = options->to,
        .today = today,
        .compare = options->compare,
        .township = options->township,
        .department = options->department,
        .issuer = options->issuer,
        .number = options->number,
        .signer = options->signer,
        .date = options->date,
        .until = options->until,
        .table = desk->invocation->operand_count > months ? operands[months] : NULL,
        .language = desk->invocation->language,
        .format = options->format,
        .colour = options->colour == COLOUR_ALWAYS || (options->colour == COLOUR_AUTO && output_is_colourful(&desk->output)),
        .sink = output_sink(&desk->output),
    };
    return quanze_audit(engine, desk->ledger, &request, compliant, &desk->error);
}

static int open_engine(const struct invocation *invocation, struct quanze **out) {
    const struct options *options = &invocation->options;
    struct data data;
    struct complaints complaints;
    data_find(options->lists, options->rules, options->calendar, NULL, &data);
    struct quanze_options engine_options = page_options(invocation, &data, &complaints);
    engine_options.skip_examples = true;
    return page_open_engine(invocation, &engine_options, &complaints, out);
}

/* A month or --from the first of several, and a table where one is wanted. */
int cmd_audit(const struct invocation *invocation) {
    const struct options *options = &invocation->options;
    struct quanze *engine = NULL;
    struct desk desk;
    bool compliant = true;
    char today[16];
    if (invocation->operand_count > 1 ? options->from != NULL : invocation->operand_count == 0 && !options->from) {
        complain(invocation->language, WORD_AUDIT_MONTH, NULL, NULL);
        return QUANZE_USAGE;
    }
    if (!page_day(invocation, today)) return QUANZE_USAGE;
    int code = open_engine(invocation, &engine);
    if (code == 0) {
        code = desk_open(&desk, invocation, QUANZE_LEDGER_READ);
        if (code == 0) {
            const quanze_status status = audit(&desk, engine, today, &compliant);
            code = desk_close(&desk, status, compliant ? QUANZE_OK : 1);
        }
    }
    quanze_close(engine);
    return code;
}
