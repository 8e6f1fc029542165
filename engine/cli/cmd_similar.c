#include <cli/complain.h>
#include <cli/page.h>
#include <inttypes.h>

static void tell_bad_records(const struct invocation *invocation, const struct quanze_similar_summary *summary) {
    char bad[24], papers[24];
    (void)snprintf(bad, sizeof bad, "%" PRIu64, summary->bad_records);
    (void)snprintf(papers, sizeof papers, "%" PRIu64, summary->papers);
    if (summary->bad_records > 0) complain(invocation->language, WORD_NOT_COMPARED, bad, papers);
}

static int compare(const struct invocation *invocation, const struct quanze *engine, struct complaints *complaints) {
    const struct options *options = &invocation->options;
    struct output output;
    if (!output_open(&output, options->output, invocation->language)) return QUANZE_CANNOT_CREATE;
    const struct quanze_similar_request request = {
        .paths = invocation->operands,
        .path_count = invocation->operand_count,
        .input_format = options->input_format,
        .as_of = options->as_of,
        .language = invocation->language,
        .format = options->format,
        .colour = options->colour == COLOUR_ALWAYS || (options->colour == COLOUR_AUTO && output_is_colourful(&output)),
        .sink = output_sink(&output),
        .reporter = complaints_reporter(complaints),
    };
    struct quanze_similar_summary summary = {0};
    struct quanze_error error;
    const quanze_status status = quanze_similar(engine, &request, &summary, &error);
    if (status == QUANZE_OK)
        tell_bad_records(invocation, &summary);
    else if (!output.failure)
        complain_error(invocation->language, &error);
    const int code = status == QUANZE_OK && summary.bad_records > 0 ? QUANZE_BAD_DATA : (int)status;
    return output_close(&output, status == QUANZE_OK, code);
}

/* Without any list, papers are compared all the same. */
int cmd_similar(const struct invocation *invocation) {
    const struct options *options = &invocation->options;
    struct data data;
    data_find(options->lists, NULL, NULL, invocation->operands[0], &data);
    struct complaints complaints;
    const struct quanze_options engine_options = page_options(invocation, &data, &complaints);
    struct quanze *engine = NULL;
    int code = *data.lists.at ? page_open_engine(invocation, &engine_options, &complaints, &engine) : 0;
    if (code == 0) code = compare(invocation, engine, &complaints);
    quanze_close(engine);
    return code;
}
