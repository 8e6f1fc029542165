/* main.c - quanze: which command, with what; then the command's own file. */
#include <cli/commands.h>
#include <cli/complain.h>
#include <cli/ending.h>
#include <cli/help.h>
#include <cli/options.h>
#include <signal.h>
#include <stdio.h>

static int print_page(const struct buf *page, FILE *stream, int code) {
    bool written = !page->failed && fwrite(page->at, 1, page->length, stream) == page->length && fflush(stream) == 0;
    return written ? code : QUANZE_IO;
}

static int print_help(const char *name, const char *action, quanze_language language, FILE *stream, int code) {
    struct buf page = {0};
    if (name)
        help_put_command(&page, commands_all(), name, action, language);
    else
        help_put_all(&page, commands_all(), language);
    code = print_page(&page, stream, code);
    buf_free(&page);
    return code;
}

static int print_version(void) {
    struct buf page = {0};
    buf_printf(&page, "quanze %s\n", quanze_version());
    int code = print_page(&page, stdout, QUANZE_OK);
    buf_free(&page);
    return code;
}

/* Takes argument `index` out of the vector. */
static const char *take_out(int *argc, char **argv, int index) {
    const char *taken = argv[index];
    for (int i = index; i < *argc; i++) argv[i] = argv[i + 1];
    --*argc;
    return taken;
}

static int unknown_command(quanze_language language, const char *wrong, const char *of) {
    const char *nearest = command_nearest(commands_all(), wrong, of);
    if (nearest)
        complain(language, WORD_UNKNOWN_COMMAND_NEAR, wrong, nearest);
    else
        complain(language, WORD_UNKNOWN_COMMAND, wrong, NULL);
    return QUANZE_USAGE;
}

static int no_action(quanze_language language, const char *name) {
    struct buf actions = {0};
    command_put_actions(&actions, commands_all(), name);
    buf_put_char(&actions, '\0');
    complain(language, WORD_NO_ACTION, name, actions.failed ? "" : actions.at);
    buf_free(&actions);
    return QUANZE_USAGE;
}

/* Without a command, or with a name that lacks its action: only --help and --version are of use. */
static int run_without_command(int argc, char **argv, const char *name, quanze_language language) {
    struct options options = {.language = language};
    int first;
    if (!options_parse(argc, argv, NULL, &options, &first)) return QUANZE_USAGE;
    if (options.version) return print_version();
    if (options.help) return print_help(name, NULL, options.language, stdout, QUANZE_OK);
    if (name) return no_action(language, name);
    complain(language, WORD_NO_COMMAND, NULL, NULL);
    return print_help(NULL, NULL, language, stderr, QUANZE_USAGE);
}

static bool operands_fit(const struct invocation *invocation) {
    const struct command *command = invocation->command;
    char name[32];
    command_full_name(command, name);
    if (invocation->operand_count >= command->least && invocation->operand_count <= command->most) return true;
    if (invocation->operand_count < command->least)
        complain(invocation->language, WORD_NO_OPERAND, name, command->operands);
    else
        complain(invocation->language, WORD_EXTRA_OPERAND, name, invocation->operands[command->most]);
    return false;
}

static int run_command(int argc, char **argv, const struct command *command, quanze_language language) {
    struct invocation invocation = {
        .commands = commands_all(), .command = command, .language = language, .options = {.language = language}};
    int first;
    if (!options_parse(argc, argv, command, &invocation.options, &first)) return QUANZE_USAGE;
    invocation.language = invocation.options.language;
    if (invocation.options.version) return print_version();
    if (invocation.options.help) return print_help(command->name, command->action, invocation.language, stdout, QUANZE_OK);
    invocation.operands = (const char *const *)&argv[first];
    invocation.operand_count = (size_t)(argc - first);
    if (!operands_fit(&invocation) || !ending_settle(command, &invocation.options)) return QUANZE_USAGE;
    return command->run(&invocation);
}

int main(int argc, char **argv) {
    (void)signal(SIGPIPE, SIG_IGN); /* a reader that leaves early is an error of writing, told by nobody */
    (void)signal(SIGXFSZ, SIG_IGN); /* what is larger than a file may be is an error of writing, too */
    quanze_language language = options_language(argc, argv);
    int at = options_first_operand(argc, argv, 1);
    if (at >= argc) return run_without_command(argc, argv, NULL, language);
    const struct commands *commands = commands_all();
    const char *name = take_out(&argc, argv, at);
    const char *action = NULL;
    if (!command_has_actions(commands, name) && !command_find(commands, name, NULL))
        return unknown_command(language, name, NULL);
    if (command_has_actions(commands, name)) {
        int next = options_first_operand(argc, argv, at);
        if (next >= argc) return run_without_command(argc, argv, name, language);
        action = take_out(&argc, argv, next);
        if (!command_find(commands, name, action)) return unknown_command(language, action, name);
    }
    return run_command(argc, argv, command_find(commands, name, action), language);
}
