/* cmd_list_tables.c - a list out of published tables, into a workbook, and beside another list. */
#include <cli/complain.h>
#include <cli/data.h>
#include <cli/desk.h>
#include <cli/page.h>

static struct quanze_import_request make_request(const struct invocation *invocation, const char *today) {
    const struct options *options = &invocation->options;
    return (struct quanze_import_request){.paths = invocation->operands,
                                          .path_count = invocation->operand_count,
                                          .id = options->id,
                                          .title = options->title,
                                          .county = options->county,
                                          .valid_from = options->valid_from,
                                          .today = today,
                                          .language = invocation->language,
                                          .format = options->format};
}

int cmd_list_import(const struct invocation *invocation) {
    char today[16];
    if (!page_today(invocation->language, today)) return QUANZE_INTERNAL;
    struct output output;
    if (!output_open(&output, invocation->options.output, invocation->language)) return QUANZE_CANNOT_CREATE;
    struct complaints complaints = {.language = invocation->language};
    struct quanze_import_request request = make_request(invocation, today);
    request.sink = output_sink(&output);
    request.reporter = complaints_reporter(&complaints);
    struct quanze_error error;
    quanze_status status = quanze_list_import(&request, &error);
    bool is_told = status == QUANZE_OK || output.failure || (status == QUANZE_BAD_DATA && complaints.errors > 0);
    if (!is_told) complain_error(invocation->language, &error);
    return output_close(&output, status == QUANZE_OK, (int)status);
}

/* An engine with nothing but a list. QUANZE_OK, or the exit code of what has been told. */
static int open_list(const struct invocation *invocation, const char *path, struct quanze **out) {
    struct complaints complaints = {.language = invocation->language, .errors_only = true};
    struct data data;
    data_find(path, NULL, NULL, NULL, &data);
    struct quanze_options options = {
        .lists = path, .thesaurus = data_path_or_null(&data.thesaurus), .reporter = complaints_reporter(&complaints)};
    return page_open_engine(invocation, &options, &complaints, out);
}

static int export_to(const struct invocation *invocation, const struct quanze *engine) {
    const char *path = invocation->options.output;
    struct output output;
    struct quanze_error error;
    if (!output_open(&output, path, invocation->language)) return QUANZE_CANNOT_CREATE;
    struct quanze_page_request request = {
        .language = invocation->language, .as_of = invocation->options.as_of, .sink = output_sink(&output)};
    quanze_status status = quanze_list_export(engine, &request, &error);
    if (status != QUANZE_OK && !output.failure) complain_error(invocation->language, &error);
    bool is_file = output.path && *output.target;
    int code = output_close(&output, status == QUANZE_OK, (int)status);
    if (code != 0 || !is_file) return code;
    struct buf told = {0};
    word_put(&told, WORD_EXPORTED, invocation->language, &path, 1);
    buf_put_char(&told, '\n');
    bool written = !told.failed && fwrite(told.at, 1, told.length, stdout) == told.length && fflush(stdout) == 0;
    buf_free(&told);
    return written ? 0 : QUANZE_IO;
}

int cmd_list_export(const struct invocation *invocation) {
    struct data data;
    struct quanze *engine = NULL;
    data_find(invocation->options.lists, NULL, NULL, NULL, &data);
    if (!*data.lists.at) {
        complain(invocation->language, WORD_NO_LISTS, NULL, NULL);
        return QUANZE_NO_INPUT;
    }
    int code = open_list(invocation, data.lists.at, &engine);
    if (code == 0) code = export_to(invocation, engine);
    quanze_close(engine);
    return code;
}

/* The ledger whose tasks are looked at, or NULL. QUANZE_OK, or the exit code of what has been told. */
static int open_ledger(const struct invocation *invocation, struct quanze_ledger **out) {
    const char *path = desk_path(&invocation->options);
    struct quanze_error error;
    if (!path) return QUANZE_OK;
    quanze_status status = quanze_ledger_open(path, QUANZE_LEDGER_READ, out, &error);
    if (status != QUANZE_OK) complain_error(invocation->language, &error);
    return (int)status;
}

static int write_diff(const struct invocation *invocation, const struct quanze *before, const struct quanze *after,
                      struct quanze_ledger *ledger) {
    struct output output;
    struct quanze_error error;
    if (!output_open(&output, invocation->options.output, invocation->language)) return QUANZE_CANNOT_CREATE;
    struct quanze_page_request request = {.language = invocation->language,
                                          .format = invocation->options.format,
                                          .as_of = invocation->options.as_of,
                                          .sink = output_sink(&output)};
    quanze_status status = quanze_list_diff(before, after, ledger, &request, &error);
    if (status != QUANZE_OK && !output.failure) complain_error(invocation->language, &error);
    return output_close(&output, status == QUANZE_OK, (int)status);
}

int cmd_list_diff(const struct invocation *invocation) {
    struct quanze *before = NULL, *after = NULL;
    struct quanze_ledger *ledger = NULL;
    int code = open_list(invocation, invocation->operands[0], &before);
    if (code == 0) code = open_list(invocation, invocation->operands[1], &after);
    if (code == 0) code = open_ledger(invocation, &ledger);
    if (code == 0) code = write_diff(invocation, before, after, ledger);
    quanze_ledger_close(ledger);
    quanze_close(before);
    quanze_close(after);
    return code;
}
