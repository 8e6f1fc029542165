#include <cli/complain.h>
#include <cli/page.h>

static int read_notice(const struct invocation *invocation, const struct quanze *engine) {
    const struct options *options = &invocation->options;
    struct output output;
    if (!output_open(&output, options->output, invocation->language)) return QUANZE_CANNOT_CREATE;
    const struct quanze_read_request request = {
        .path = invocation->operands[0],
        .language = invocation->language,
        .format = options->format,
        .colour = options->colour == COLOUR_ALWAYS || (options->colour == COLOUR_AUTO && output_is_colourful(&output)),
        .sink = output_sink(&output),
    };
    struct quanze_error error;
    const quanze_status status = quanze_read(engine, &request, &error);
    if (status != QUANZE_OK && !output.failure) complain_error(invocation->language, &error);
    return output_close(&output, status == QUANZE_OK, (int)status);
}

/* Without any list a notice is read all the same; whom it is sent to may then stay unsure. */
int cmd_read(const struct invocation *invocation) {
    const struct options *options = &invocation->options;
    struct data data;
    data_find(options->lists, NULL, options->calendar, invocation->operands[0], &data);
    struct complaints complaints;
    const struct quanze_options engine_options = page_options(invocation, &data, &complaints);
    struct quanze *engine = NULL;
    int code = *data.lists.at ? page_open_engine(invocation, &engine_options, &complaints, &engine) : 0;
    if (code == 0) code = read_notice(invocation, engine);
    quanze_close(engine);
    return code;
}
