#include <cli/complain.h>
#include <cli/desk.h>
#include <cli/page.h>

/* Notes wait until it is known whether there is a letter: without one, why is told in any case. */
static bool keep_notes(void *payload, const void *bytes, size_t length) {
    struct buf *notes = payload;
    buf_put(notes, (struct str){bytes, length});
    return !notes->failed;
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
        .folder = page_folder(),
    };
}

/* Where the letter goes, and with --notes and --bundle what stands beside it: kept when the letter is. */
struct outputs {
    struct output letter, notes, bundle;
    struct quanze_sink bundle_sink;
    bool has_notes, has_bundle;
};

static int close_outputs(struct outputs *outputs, bool keep_notes, bool keep, int code) {
    if (outputs->has_bundle) code = output_close(&outputs->bundle, keep, code);
    if (outputs->has_notes) code = output_close(&outputs->notes, keep_notes, code);
    return output_close(&outputs->letter, keep, code);
}

/* QUANZE_OK, or the exit code of what has been told. */
static int open_outputs(struct outputs *outputs, const struct invocation *invocation) {
    const struct options *options = &invocation->options;
    const quanze_language language = invocation->language;
    *outputs = (struct outputs){.has_notes = false};
    if (!output_open(&outputs->letter, options->output, language)) return QUANZE_CANNOT_CREATE;
    outputs->has_notes = options->notes && output_open(&outputs->notes, options->notes, language);
    if (options->notes && !outputs->has_notes) return close_outputs(outputs, false, false, QUANZE_CANNOT_CREATE);
    outputs->has_bundle = options->bundle && output_open(&outputs->bundle, options->bundle, language);
    if (options->bundle && !outputs->has_bundle) return close_outputs(outputs, false, false, QUANZE_CANNOT_CREATE);
    if (outputs->has_bundle) outputs->bundle_sink = output_sink(&outputs->bundle);
    return QUANZE_OK;
}

static bool has_failed(const struct outputs *outputs) {
    return outputs->letter.failure || (outputs->has_notes && outputs->notes.failure) ||
           (outputs->has_bundle && outputs->bundle.failure);
}

static void hand_out(struct outputs *outputs, const struct buf *notes, bool is_written) {
    const struct quanze_sink file = output_sink(&outputs->notes);
    if (outputs->has_notes) (void)file.write(file.payload, buf_str(notes).at, notes->length); /* told when it is closed */
    if (!outputs->has_notes || !is_written) (void)fwrite(buf_str(notes).at, 1, notes->length, stderr);
}

static int write_letter(const struct invocation *invocation, const struct quanze *engine,
                        struct quanze_refuse_request *request) {
    struct outputs outputs;
    int code = open_outputs(&outputs, invocation);
    if (code != QUANZE_OK) return code;
    request->sink = output_sink(&outputs.letter);
    struct buf notes = {0};
    request->notes = (struct quanze_sink){keep_notes, &notes};
    if (outputs.has_bundle) request->bundle = &outputs.bundle_sink;
    struct quanze_refuse_summary summary = {0};
    struct quanze_error error;
    const quanze_status status = quanze_refuse(engine, request, &summary, &error);
    if (status == QUANZE_OK) hand_out(&outputs, &notes, summary.is_written);
    buf_free(&notes);
    if (status != QUANZE_OK && !has_failed(&outputs)) complain_error(invocation->language, &error);
    code = status == QUANZE_OK ? summary.exit_code : (int)status;
    return close_outputs(&outputs, status == QUANZE_OK, summary.is_written, code);
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
