#include <cli/complain.h>
#include <cli/desk.h>
#include <cli/page.h>
#include <cli/progress.h>
#include <inttypes.h>

/* What a run comes to, beside its pages. */
static void tell_totals(const struct invocation *invocation, const struct quanze_screen_summary *summary) {
    const uint64_t counts[] = {summary->tasks, summary->admitted, summary->conditional, summary->held, summary->rejected};
    char numbers[5][24], bad[24];
    const char *texts[5];
    for (size_t i = 0; i < 5; i++) {
        (void)snprintf(numbers[i], sizeof numbers[i], "%" PRIu64, counts[i]);
        texts[i] = numbers[i];
    }
    if (summary->tasks > 1 && invocation->options.format == QUANZE_FORMAT_TEXT)
        complain_texts(invocation->language, WORD_TOTALS, texts, 5);
    (void)snprintf(bad, sizeof bad, "%" PRIu64, summary->bad_records);
    if (summary->bad_records > 0) complain(invocation->language, WORD_BAD_RECORDS, bad, numbers[0]);
    if (!invocation->options.record) return;
    char recorded[24], known[24];
    (void)snprintf(recorded, sizeof recorded, "%" PRIu64, summary->recorded);
    (void)snprintf(known, sizeof known, "%" PRIu64, summary->tasks - summary->recorded);
    complain(invocation->language, WORD_RECORDED, recorded, known);
}

/* Now, by the clock of this machine. */
struct moment {
    char today[16], now[20];
};

static struct quanze_screen_request make_request(const struct invocation *invocation, struct output *output,
                                                 const struct moment *moment) {
    const struct options *options = &invocation->options;
    bool colour = options->colour == COLOUR_ALWAYS || (options->colour == COLOUR_AUTO && output_is_colourful(output));
    return (struct quanze_screen_request){
        .paths = invocation->operands,
        .path_count = invocation->operand_count,
        .input_format = options->input_format,
        .as_of = options->as_of,
        .today = moment->today,
        .now = moment->now,
        .folder = page_folder(),
        .past = desk_path(options),
        .no_match = options->no_match,
        .opinion = options->opinion,
        .history = options->history,
        .fix = options->fix,
        .jobs = options->jobs,
        .language = invocation->language,
        .format = options->format,
        .colour = colour,
        .verbose = options->verbose,
        .sink = output_sink(output),
    };
}

/* Where a run writes: its pages, and the bundle where one is asked for. */
struct outputs {
    struct output pages, bundle;
    struct quanze_sink bundle_sink;
};

static bool open_outputs(struct outputs *outputs, const struct invocation *invocation) {
    const struct options *options = &invocation->options;
    if (!output_open(&outputs->pages, options->output, invocation->language)) return false;
    if (!options->bundle) return true;
    if (output_open(&outputs->bundle, options->bundle, invocation->language)) {
        outputs->bundle_sink = output_sink(&outputs->bundle);
        return true;
    }
    (void)output_close(&outputs->pages, false, QUANZE_CANNOT_CREATE);
    return false;
}

static int close_outputs(struct outputs *outputs, const struct options *options, bool keep, int code) {
    if (options->bundle) code = output_close(&outputs->bundle, keep, code);
    return output_close(&outputs->pages, keep, code);
}

static int screen(const struct invocation *invocation, const struct quanze *engine, struct complaints *complaints,
                  const struct moment *moment, struct quanze_ledger *record) {
    struct outputs outputs;
    if (!open_outputs(&outputs, invocation)) return QUANZE_CANNOT_CREATE;
    struct output *output = &outputs.pages;
    struct progress progress;
    progress_start(&progress, WORD_PROGRESS, invocation->language);
    struct quanze_screen_request request = make_request(invocation, output, moment);
    if (invocation->options.bundle) request.bundle = &outputs.bundle_sink;
    complaints->errors_only = false;
    complaints->bar = output->bar = &progress;
    request.reporter = complaints_reporter(complaints);
    request.progress = progress_draw;
    request.progress_payload = &progress;
    request.record = record;
    struct quanze_screen_summary summary = {0};
    struct quanze_error error;
    quanze_status status = quanze_screen(engine, &request, &summary, &error);
    progress_end(&progress);
    complaints->bar = NULL;
    if (status == QUANZE_OK)
        tell_totals(invocation, &summary);
    else if (!output->failure && (!invocation->options.bundle || !outputs.bundle.failure))
        complain_error(invocation->language, &error);
    return close_outputs(&outputs, &invocation->options, status == QUANZE_OK,
                         status == QUANZE_OK ? summary.exit_code : (int)status);
}

/* With --record: the ledger open for writing. QUANZE_OK, or the exit code of what has been told. */
static int open_record(const struct invocation *invocation, struct quanze_ledger **out) {
    const char *path = desk_path(&invocation->options);
    struct quanze_error error;
    if (!invocation->options.record) return QUANZE_OK;
    if (!path) {
        complain(invocation->language, WORD_NO_LEDGER, NULL, NULL);
        return QUANZE_USAGE;
    }
    quanze_status status = quanze_ledger_open(path, QUANZE_LEDGER_CREATE, out, &error);
    if (status != QUANZE_OK) complain_error(invocation->language, &error);
    return (int)status;
}

int cmd_screen(const struct invocation *invocation) {
    struct data data;
    struct moment moment;
    if (!page_find_data(invocation, &data)) return QUANZE_NO_INPUT;
    if (!page_day(invocation, moment.today) || !page_now(invocation->language, moment.now)) return QUANZE_USAGE;
    struct complaints complaints;
    struct quanze_options options = page_options(invocation, &data, &complaints);
    options.skip_examples = true;
    struct quanze *engine = NULL;
    struct quanze_ledger *record = NULL;
    int code = page_open_engine(invocation, &options, &complaints, &engine);
    if (code == 0) code = open_record(invocation, &record);
    if (code == 0) code = screen(invocation, engine, &complaints, &moment, record);
    quanze_ledger_close(record);
    quanze_close(engine);
    return code;
}
