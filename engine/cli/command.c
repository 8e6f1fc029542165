#include <cli/command.h>

#include <stdio.h>

static bool same(const char *a, const char *b) { return a && b ? strcmp(a, b) == 0 : a == b; }

const struct command *command_find(const struct commands *commands, const char *name, const char *action) {
    for (size_t i = 0; i < commands->count; i++)
        if (same(commands->at[i].name, name) && same(commands->at[i].action, action)) return &commands->at[i];
    return NULL;
}

bool command_has_actions(const struct commands *commands, const char *name) {
    for (size_t i = 0; i < commands->count; i++)
        if (same(commands->at[i].name, name) && commands->at[i].action) return true;
    return false;
}

void command_full_name(const struct command *command, char out[32]) {
    if (!command)
        (void)snprintf(out, 32, "quanze");
    else
        (void)snprintf(out, 32, "%s%s%s", command->name, command->action ? " " : "", command->action ? command->action : "");
}

const char *command_nearest(const struct commands *commands, const char *wrong, const char *of) {
    struct str names[COMMANDS_MOST];
    size_t count = 0;
    for (size_t i = 0; i < commands->count; i++)
        if (!of || same(commands->at[i].name, of)) names[count++] = str_of(of ? commands->at[i].action : commands->at[i].name);
    ptrdiff_t nearest = str_nearest(str_of(wrong), names, count);
    return nearest < 0 ? NULL : names[nearest].at;
}

void command_put_actions(struct buf *out, const struct commands *commands, const char *name) {
    bool first = true;
    for (size_t i = 0; i < commands->count; i++) {
        if (!same(commands->at[i].name, name)) continue;
        if (!first) buf_put_text(out, ", ");
        buf_put_text(out, commands->at[i].action);
        first = false;
    }
}
