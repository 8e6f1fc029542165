#include <cli/ending.h>

#include <cli/command.h>
#include <cli/complain.h>
#include <strings.h>
#include <unistd.h>

/* The usual ending of a format stands first. A format that no command writes has no name: one who asks for it is told so. */
static const struct ending {
    const char *ending, *format;
} ENDINGS[] = {
    {"txt", "text"},  {"json", "json"}, {"jsonl", "jsonl"}, {"ndjson", "jsonl"}, {"yaml", "yaml"},
    {"yml", "yaml"},  {"csv", "csv"},   {"html", "html"},   {"htm", "html"},     {"docx", "docx"},
    {"xlsx", "xlsx"}, {"pdf", NULL},    {"doc", NULL},      {"wps", NULL},       {"odt", NULL},
    {"rtf", NULL},    {"xls", NULL},    {"et", NULL},       {"ods", NULL},
};

#define ENDING_COUNT (sizeof ENDINGS / sizeof *ENDINGS)

/* The row of the path's ending, or NULL: other names ask for nothing. */
static const struct ending *find_ending(const char *path) {
    const char *slash = strrchr(path, '/');
    const char *base = slash ? slash + 1 : path;
    const char *point = strrchr(base, '.');
    for (size_t i = 0; point && point != base && i < ENDING_COUNT; i++)
        if (strcasecmp(point + 1, ENDINGS[i].ending) == 0) return &ENDINGS[i];
    return NULL;
}

/* ".txt, .html" of a command that writes text, html and html-part. */
static void put_endings(struct buf *out, const char *formats) {
    for (size_t i = 0; i < ENDING_COUNT; i++) {
        if (!ENDINGS[i].format || options_word_index(formats, ENDINGS[i].format) < 0) continue;
        if (i > 0 && strcmp(ENDINGS[i].format, ENDINGS[i - 1].format ? ENDINGS[i - 1].format : "") == 0) continue;
        buf_printf(out, "%s.%s", out->length > 0 ? ", " : "", ENDINGS[i].ending);
    }
    buf_put_char(out, '\0');
}

static bool foreign_ending(const struct command *command, const struct options *options) {
    struct buf endings = {0};
    char name[32];
    command_full_name(command, name);
    put_endings(&endings, command->formats);
    complain_texts(options->language, WORD_FOREIGN_ENDING,
                   (const char *const[]){name, options->output, endings.failed ? "" : endings.at}, 3);
    buf_free(&endings);
    return false;
}

static bool conflict(const struct options *options, const char *ending) {
    complain_texts(options->language, WORD_ENDING_CONFLICT,
                   (const char *const[]){options->output, ending, options->format_asked}, 3);
    return false;
}

static bool writes_office(const struct options *options) {
    return options->format == QUANZE_FORMAT_DOCX || options->format == QUANZE_FORMAT_XLSX;
}

/* Whether bytes that are no text would be shown on a screen. */
static bool fills_terminal(const struct options *options) {
    return writes_office(options) && (!options->output || strcmp(options->output, "-") == 0) && isatty(STDOUT_FILENO);
}

/* Endings that an office program opens by, which must find what it expects. */
static bool is_office(const struct ending *ending) {
    return !ending->format || strcmp(ending->format, "docx") == 0 || strcmp(ending->format, "xlsx") == 0;
}

bool ending_settle(const struct command *command, struct options *options) {
    if (fills_terminal(options)) {
        complain(options->language, WORD_BINARY_TO_TERMINAL, NULL, NULL);
        return false;
    }
    const struct ending *ending = options->output && command->formats ? find_ending(options->output) : NULL;
    if (!ending) return true;
    /* A script may call what it asked for by name, lines of JSON say, as it likes, while any program can open it as text. */
    if (options->format_asked && !is_office(ending) && !writes_office(options)) return true;
    const bool is_written = ending->format && options_word_index(command->formats, ending->format) >= 0;
    if (!is_written) return foreign_ending(command, options);
    if (!options->format_asked) return options_set(options, OPTION_FORMAT, ending->format, command->formats);
    return strcmp(options->format_asked, ending->format) == 0 || conflict(options, ending->format);
}
