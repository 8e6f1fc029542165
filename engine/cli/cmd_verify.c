#include <cli/complain.h>
#include <cli/page.h>

int cmd_verify(const struct invocation *invocation) {
    const struct options *options = &invocation->options;
    struct output output;
    struct quanze_error error;
    struct complaints complaints = {.language = invocation->language};
    bool same = false;
    if (!output_open(&output, options->output, invocation->language)) return QUANZE_CANNOT_CREATE;
    const struct quanze_verify_request request = {.path = invocation->operands[0],
                                                  .folder = page_folder(),
                                                  .language = invocation->language,
                                                  .format = options->format,
                                                  .colour = options->colour == COLOUR_ALWAYS ||
                                                            (options->colour == COLOUR_AUTO && output_is_colourful(&output)),
                                                  .sink = output_sink(&output),
                                                  .reporter = complaints_reporter(&complaints)};
    const quanze_status status = quanze_verify(&request, &same, &error);
    if (status != QUANZE_OK && !output.failure && complaints.errors == 0) complain_error(invocation->language, &error);
    return output_close(&output, status == QUANZE_OK, status == QUANZE_OK && !same ? 1 : (int)status);
}
