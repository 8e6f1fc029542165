/* cmd_rules_profile.c - what rules cost. */
#include <cli/complain.h>
#include <cli/page.h>

static int profile(const struct invocation *invocation, const struct quanze *engine, struct complaints *complaints,
                   const char *today) {
    const struct options *options = &invocation->options;
    struct output output;
    struct quanze_error error;
    if (!output_open(&output, options->output, invocation->language)) return QUANZE_CANNOT_CREATE;
    complaints->errors_only = false;
    const struct quanze_profile_request request = {.paths = invocation->operands,
                                                   .path_count = invocation->operand_count,
                                                   .input_format = options->input_format,
                                                   .as_of = options->as_of,
                                                   .today = today,
                                                   .now_ns = page_ticks_ns,
                                                   .language = invocation->language,
                                                   .format = options->format,
                                                   .sink = output_sink(&output),
                                                   .reporter = complaints_reporter(complaints)};
    const quanze_status status = quanze_rules_profile(engine, &request, &error);
    if (status != QUANZE_OK && !output.failure) complain_error(invocation->language, &error);
    return output_close(&output, status == QUANZE_OK, (int)status);
}

int cmd_rules_profile(const struct invocation *invocation) {
    struct data data;
    struct complaints complaints;
    struct quanze *engine = NULL;
    char today[16];
    if (!page_find_data(invocation, &data)) return QUANZE_NO_INPUT;
    if (!page_today(invocation->language, today)) return QUANZE_INTERNAL;
    struct quanze_options opened = page_options(invocation, &data, &complaints);
    opened.skip_examples = true;
    int code = page_open_engine(invocation, &opened, &complaints, &engine);
    if (code == 0) code = profile(invocation, engine, &complaints, today);
    quanze_close(engine);
    return code;
}
