#include <cli/page.h>

#include <cli/complain.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

static bool ask_clock(quanze_language language, struct tm *here) {
    time_t now = time(NULL);
    if (now != (time_t)-1 && localtime_r(&now, here)) return true;
    complain(language, WORD_NO_CLOCK, NULL, NULL);
    return false;
}

bool page_today(quanze_language language, char out[16]) {
    struct tm here;
    return ask_clock(language, &here) && strftime(out, 16, "%Y-%m-%d", &here) > 0;
}

bool page_day(const struct invocation *invocation, char out[16]) {
    if (!invocation->options.today) return page_today(invocation->language, out);
    (void)snprintf(out, 16, "%s", invocation->options.today); /* one that is cut is no date, which the engine tells */
    return true;
}

const char *page_folder(void) {
    const char *named = getenv("TMPDIR");
    return named && *named ? named : "/tmp";
}

bool page_now(quanze_language language, char out[20]) {
    struct tm here;
    return ask_clock(language, &here) && strftime(out, 20, "%Y-%m-%dT%H:%M", &here) > 0;
}

bool page_find_data(const struct invocation *invocation, struct data *data) {
    const struct options *options = &invocation->options;
    data_find(options->lists, options->rules, options->calendar, invocation->operands[0], data);
    if (!*data->lists.at) complain(invocation->language, WORD_NO_LISTS, NULL, NULL);
    if (!*data->rules.at) complain(invocation->language, WORD_NO_RULES, NULL, NULL);
    if (data->demo_list) complain(invocation->language, WORD_DEMO_LIST, data->lists.at, NULL);
    return *data->lists.at && *data->rules.at;
}

uint64_t page_ticks_ns(void *payload) {
    struct timespec now = {0};
    (void)payload;
    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000000 + (uint64_t)now.tv_nsec;
}

/* Of this machine, as far as reading rules and lists gains by them. */
static unsigned processors(void) {
    enum { MOST = 4 };
    const long count = sysconf(_SC_NPROCESSORS_ONLN);
    return count < 1 ? 1 : count > MOST ? MOST : (unsigned)count;
}

struct quanze_options page_options(const struct invocation *invocation, const struct data *data,
                                   struct complaints *complaints) {
    uint64_t wanted = invocation->command->options;
    *complaints = (struct complaints){.language = invocation->language, .errors_only = true}; /* warnings are for lint */
    return (struct quanze_options){
        .lists = wanted & OPTION_BIT(OPTION_LISTS) ? data_path_or_null(&data->lists) : NULL,
        .rules = wanted & OPTION_BIT(OPTION_RULES) ? data_path_or_null(&data->rules) : NULL,
        .calendar = wanted & OPTION_BIT(OPTION_CALENDAR) ? data_path_or_null(&data->calendar) : NULL,
        .thesaurus = wanted & OPTION_BIT(OPTION_LISTS) ? data_path_or_null(&data->thesaurus) : NULL,
        .packs = invocation->options.packs,
        .pack_count = invocation->options.pack_count,
        .known_at = invocation->options.known_at,
        .strict_budget = invocation->options.strict,
        .jobs = invocation->options.jobs > 0 ? invocation->options.jobs : processors(),
        .reporter = complaints_reporter(complaints),
    };
}

int page_open_engine(const struct invocation *invocation, const struct quanze_options *options, struct complaints *complaints,
                     struct quanze **out) {
    struct quanze_error error;
    quanze_status status = quanze_open(options, out, &error);
    if (status == QUANZE_BAD_DATA && complaints->errors > 0) {
        char count[24];
        (void)snprintf(count, sizeof count, "%zu", complaints->errors);
        complain(invocation->language, WORD_NOT_OPENED, count, NULL);
    } else if (status != QUANZE_OK)
        complain_error(invocation->language, &error);
    return (int)status;
}

static struct quanze_page_request make_request(const struct invocation *invocation, struct output *output, const char *name) {
    const struct options *options = &invocation->options;
    bool colour = options->colour == COLOUR_ALWAYS || (options->colour == COLOUR_AUTO && output_is_colourful(output));
    return (struct quanze_page_request){.language = invocation->language,
                                        .format = options->format,
                                        .colour = colour,
                                        .as_of = options->as_of,
                                        .name = name,
                                        .sink = output_sink(output)};
}

/* A page is kept when it was written, even where it says that something is wrong. */
static int finish(struct output *output, quanze_status status, bool told_by_page, const struct quanze_error *error) {
    bool written = status == QUANZE_OK || (status == QUANZE_BAD_DATA && told_by_page);
    if (!written && !output->failure) complain_error(output->language, error);
    return output_close(output, written, (int)status);
}

int page_write(const struct invocation *invocation, const struct data *data, const char *name, page_of_engine *page) {
    struct complaints complaints;
    struct quanze_options options = page_options(invocation, data, &complaints);
    struct quanze *engine = NULL;
    int code = page_open_engine(invocation, &options, &complaints, &engine);
    if (code != 0) return code;
    struct output output;
    struct quanze_error error;
    if (output_open(&output, invocation->options.output, invocation->language)) {
        struct quanze_page_request request = make_request(invocation, &output, name);
        code = finish(&output, page(engine, &request, &error), false, &error);
    } else
        code = QUANZE_CANNOT_CREATE;
    quanze_close(engine);
    return code;
}

int page_write_check(const struct invocation *invocation, const struct data *data, page_of_options *page) {
    struct complaints complaints;
    struct quanze_options options = page_options(invocation, data, &complaints);
    struct output output;
    struct quanze_error error;
    if (!output_open(&output, invocation->options.output, invocation->language)) return QUANZE_CANNOT_CREATE;
    struct quanze_page_request request = make_request(invocation, &output, NULL);
    char today[16];
    if (page_day(invocation, today)) request.today = today;
    return finish(&output, page(&options, &request, &error), true, &error);
}

int page_write_table(const struct invocation *invocation, const char *name, page_of_nothing *page) {
    struct output output;
    struct quanze_error error;
    if (!output_open(&output, invocation->options.output, invocation->language)) return QUANZE_CANNOT_CREATE;
    struct quanze_page_request request = make_request(invocation, &output, name);
    return finish(&output, page(&request, &error), false, &error);
}
