#include <cli/command.h>
#include <cli/complain.h>
#include <getopt.h>
#include <stdio.h>

#define ALWAYS (OPTION_BIT(OPTION_HELP) | OPTION_BIT(OPTION_VERSION) | OPTION_BIT(OPTION_LANG))
#define LONG_BASE 256 /* getopt's value of the first option; above all letters */

static bool unknown_option(quanze_language language, const char *written) {
    struct str names[OPTION_COUNT];
    struct str name = str_of(written);
    if (str_starts_with(name, STR("--"))) name = (struct str){name.at + 2, name.length - 2};
    const char *equals = strchr(name.at, '=');
    if (equals) name.length = (size_t)(equals - name.at);
    for (size_t i = 0; i < OPTION_COUNT; i++) names[i] = str_of(options_table()[i].name);
    ptrdiff_t nearest = str_nearest(name, names, OPTION_COUNT);
    char near[32] = "--";
    if (nearest < 0) {
        complain(language, WORD_UNKNOWN_OPTION, written, NULL);
        return false;
    }
    strncat(near, options_table()[nearest].name, sizeof near - 3);
    complain(language, WORD_UNKNOWN_OPTION_NEAR, written, near);
    return false;
}

/* Fills getopt's tables; `letters` takes up to two bytes an option and two more. */
static void make_tables(struct option *longs, char *letters) {
    *letters++ = ':';
    for (int i = 0; i < OPTION_COUNT; i++) {
        const struct option_info *one = &options_table()[i];
        longs[i] = (struct option){one->name, one->argument ? required_argument : no_argument, NULL, LONG_BASE + i};
        if (!one->letter) continue;
        *letters++ = one->letter;
        if (one->argument) *letters++ = ':';
    }
    longs[OPTION_COUNT] = (struct option){0};
    *letters = '\0';
}

static enum option_id option_of(int found) {
    if (found >= LONG_BASE) return (enum option_id)(found - LONG_BASE);
    for (int i = 0; i < OPTION_COUNT; i++)
        if (options_table()[i].letter == found) return (enum option_id)i;
    return OPTION_COUNT;
}

/* What getopt stumbled over, as it was written. */
static bool bad_option(quanze_language language, char **argv, int found) {
    char letter[3] = {'-', (char)optopt, '\0'};
    const char *written = optopt > 0 && optopt < LONG_BASE ? letter : argv[optind - 1];
    if (found != ':') return unknown_option(language, written);
    complain(language, WORD_NO_ARGUMENT, written, NULL);
    return false;
}

static bool foreign_option(const struct command *command, quanze_language language, enum option_id option) {
    char name[32] = "--";
    strncat(name, options_table()[option].name, sizeof name - 3);
    char full[32];
    command_full_name(command, full);
    complain(language, WORD_FOREIGN_OPTION, full, name);
    return false;
}

/* The first of a command's formats is what it writes unless asked. */
static void set_usual_format(const struct command *command, struct options *out) {
    char first[16];
    if (!command || !command->formats) return;
    (void)snprintf(first, sizeof first, "%.*s", (int)strcspn(command->formats, " "), command->formats);
    (void)options_set(out, OPTION_FORMAT, first, command->formats);
}

bool options_parse(int argc, char **argv, const struct command *command, struct options *out, int *first_operand) {
    struct option longs[OPTION_COUNT + 1];
    char letters[2 * OPTION_COUNT + 2];
    make_tables(longs, letters);
    set_usual_format(command, out);
    opterr = 0;
    optind = 1;
    uint64_t allowed = ALWAYS | (command ? command->options : 0);
    for (int found; (found = getopt_long(argc, argv, letters, longs, NULL)) != -1;) {
        if (found == '?' || found == ':') return bad_option(out->language, argv, found);
        enum option_id option = option_of(found);
        if (!(allowed & OPTION_BIT(option))) return foreign_option(command, out->language, option);
        if (!options_set(out, option, optarg, command ? command->formats : "")) return false;
        if (option == OPTION_FORMAT) out->format_asked = optarg;
    }
    *first_operand = optind;
    return true;
}
