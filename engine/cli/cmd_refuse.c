#include <cli/complain.h>
#include <cli/desk.h>
#include <cli/page.h>

static bool write_to_stderr(void *payload, const void *bytes, size_t length) {
    (void)payload;
    return fwrite(bytes, 1, length, stderr) == length;
}

static struct quanze_refuse_request make_request(const struct invocation *invocation, const char *today) {
    const struct options *options = &invocation->options;
    return (struct quanze_refuse_request){
        .path = invocation->operands[0],
        .input_format = options->input_format,
        .as_of = options->as_of,
        .today = today,
        .past = desk_path(options),
        .variant = options->variant,
        .township = options->township,
        .number = options->number,
        .signer = options->signer,
        .date = options->date,
        .contact = options->contact,
        .language = invocation->language,
        .format = options->format,
        .notes = {write_to_stderr, NULL},
    };
}

/* With --notes the notes have a file of their own, kept when the letter is. */
static int write_letter(const struct invocation *invocation, const struct quanze *engine,
                        struct quanze_refuse_request *request) {
    const char *path = invocation->options.notes;
    struct output output, notes;
    if (!output_open(&output, invocation->options.output, invocation->language)) return QUANZE_CANNOT_CREATE;
    if (path && !output_open(&notes, path, invocation->language)) return output_close(&output, false, QUANZE_CANNOT_CREATE);
    request->sink = output_sink(&output);
    if (path) request->notes = output_sink(&notes);
    struct quanze_refuse_summary summary = {false, false, 0};
    struct quanze_error error;
    const quanze_status status = quanze_refuse(engine, request, &summary, &error);
    if (status != QUANZE_OK && !output.failure && !(path && notes.failure)) complain_error(invocation->language, &error);
    int code = status == QUANZE_OK ? summary.exit_code : (int)status;
    if (path) code = output_close(&notes, status == QUANZE_OK, code);
    return output_close(&output, summary.is_written, code);
}

int cmd_refuse(const struct invocation *invocation) {
    struct data data;
    char today[16];
    if (!page_find_data(invocation, &data)) return QUANZE_NO_INPUT;
    if (!page_day(invocation, today)) return QUANZE_USAGE;
    struct complaints complaints;
    struct quanze_options options = page_options(invocation, &data, &complaints);
    options.skip_examples = true;
    struct quanze *engine = NULL;
    int code = page_open_engine(invocation, &options, &complaints, &engine);
    struct quanze_refuse_request request = make_request(invocation, today);
    if (code == 0) code = write_letter(invocation, engine, &request);
    quanze_close(engine);
    return code;
}
