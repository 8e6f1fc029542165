#include <cli/help.h>

#include <cli/data.h>

#define COMMON_OPTIONS (OPTION_BIT(OPTION_LANG) | OPTION_BIT(OPTION_HELP) | OPTION_BIT(OPTION_VERSION))

static void put_name(struct buf *out, const struct command *command) {
    buf_put_text(out, command->name);
    if (command->action) buf_printf(out, " %s", command->action);
}

/* "quanze screen /usr/share/quanze/lists/demo/tasks" */
static void put_example(struct buf *out, const struct command *command) {
    struct data_path share;
    data_find_share(&share);
    struct str rest = str_of(command->example);
    buf_put_text(out, "  quanze ");
    for (ptrdiff_t gap; (gap = str_find(rest, STR("{}"))) >= 0;) {
        buf_put(out, (struct str){rest.at, (size_t)gap});
        buf_put_text(out, *share.at ? share.at : ".");
        rest.at += gap + 2;
        rest.length -= (size_t)gap + 2;
    }
    buf_put(out, rest);
    buf_put_char(out, '\n');
}

static void put_usage(struct buf *out, const struct command *command, quanze_language language) {
    buf_put_text(out, word_text(WORD_USAGE, language));
    buf_put_text(out, "quanze ");
    put_name(out, command);
    if (command->options) buf_put_text(out, language == QUANZE_ZH ? " [选项]" : " [options]");
    if (command->operands) buf_printf(out, " %s", command->operands);
    buf_put_char(out, '\n');
}

static void put_heading(struct buf *out, enum word word, quanze_language language) {
    buf_printf(out, "\n%s\n", word_text(word, language));
}

static void put_summary(struct buf *out, const struct command *command, quanze_language language) {
    size_t start = out->length;
    buf_put_text(out, "  ");
    put_name(out, command);
    buf_put_repeat(out, STR(" "), out->length - start < 16 ? 16 - (out->length - start) : 1);
    buf_put_text(out, word_text(command->summary, language));
    buf_put_char(out, '\n');
}

void help_put_all(struct buf *out, const struct commands *commands, quanze_language language) {
    buf_printf(out, "%s\n\n", word_text(WORD_TAGLINE, language));
    buf_put_text(out, word_text(WORD_USAGE, language));
    buf_put_text(out, language == QUANZE_ZH ? "quanze 命令 [选项] ...\n" : "quanze COMMAND [options] ...\n");
    put_heading(out, WORD_COMMANDS, language);
    for (size_t i = 0; i < commands->count; i++) put_summary(out, &commands->at[i], language);
    put_heading(out, WORD_OPTIONS, language);
    options_put_help(out, COMMON_OPTIONS, NULL, language);
    put_heading(out, WORD_EXAMPLE, language);
    put_example(out, &commands->at[0]);
    put_heading(out, WORD_DATA, language);
    buf_printf(out, "%s\n%s\n", word_text(WORD_EXITS, language), word_text(WORD_MORE, language));
}

void help_put_command(struct buf *out, const struct commands *commands, const char *name, const char *action,
                      quanze_language language) {
    size_t shown = 0;
    for (size_t i = 0; i < commands->count; i++) {
        const struct command *command = &commands->at[i];
        if (strcmp(command->name, name) != 0) continue;
        if (action && strcmp(command->action, action) != 0) continue;
        if (shown++ > 0) buf_put_char(out, '\n');
        put_usage(out, command, language);
        buf_printf(out, "%s\n", word_text(command->summary, language));
        put_heading(out, WORD_OPTIONS, language);
        options_put_help(out, command->options | COMMON_OPTIONS, command->formats, language);
        put_heading(out, WORD_EXAMPLE, language);
        put_example(out, command);
    }
}
