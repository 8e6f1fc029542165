/* command.h - a command: what it is called, what it takes, what runs it. */
#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

#include <cli/options.h>
#include <cli/words.h>

struct command;
struct commands;

/* A command line, understood. */
struct invocation {
    const struct commands *commands; /* all that there are */
    const struct command *command;
    quanze_language language;
    struct options options;
    const char *const *operands;
    size_t operand_count;
};

struct command {
    const char *name, *action; /* "list", "lint"; action NULL where the name is all */
    const char *operands;      /* as usage shows them, or NULL */
    size_t least, most;        /* operands */
    uint64_t options;          /* OPTION_BITs */
    const char *formats;       /* "text json", the first is the default; NULL = no choice */
    enum word summary;
    const char *example; /* arguments after "quanze"; {} stands for the data that comes along */
    int (*run)(const struct invocation *invocation);
};

/* All of them; at most COMMANDS_MOST. */
struct commands {
    const struct command *at;
    size_t count;
};

#define COMMANDS_MOST 128

/* The command of that name and action (NULL where there is none to name), or NULL. */
const struct command *command_find(const struct commands *commands, const char *name, const char *action);

/* Whether a name takes an action after it; such as "list". */
bool command_has_actions(const struct commands *commands, const char *name);

/* "list lint", NUL-ended, for sentences; `out` holds 32 bytes. "quanze" for NULL. */
void command_full_name(const struct command *command, char out[32]);

/* The name (`of` NULL) or the action of `of` that is nearest to a wrong one, or NULL. */
const char *command_nearest(const struct commands *commands, const char *wrong, const char *of);

/* Appends the actions of a name, as "lint, show, search". */
void command_put_actions(struct buf *out, const struct commands *commands, const char *name);

int cmd_screen(const struct invocation *invocation);
int cmd_refuse(const struct invocation *invocation);
int cmd_read(const struct invocation *invocation);
int cmd_similar(const struct invocation *invocation);
int cmd_verify(const struct invocation *invocation);
int cmd_list_lint(const struct invocation *invocation);
int cmd_list_show(const struct invocation *invocation);
int cmd_list_search(const struct invocation *invocation);
int cmd_list_import(const struct invocation *invocation);
int cmd_list_export(const struct invocation *invocation);
int cmd_list_diff(const struct invocation *invocation);
int cmd_rules_list(const struct invocation *invocation);
int cmd_rules_show(const struct invocation *invocation);
int cmd_rules_new(const struct invocation *invocation);
int cmd_rules_profile(const struct invocation *invocation);
int cmd_rules_replay(const struct invocation *invocation);
int cmd_rules_lint(const struct invocation *invocation);
int cmd_rules_test(const struct invocation *invocation);
int cmd_ledger_add(const struct invocation *invocation);
int cmd_ledger_show(const struct invocation *invocation);
int cmd_ledger_log(const struct invocation *invocation);
int cmd_ledger_verify(const struct invocation *invocation);
int cmd_ledger_export(const struct invocation *invocation);
int cmd_ledger_key(const struct invocation *invocation);
int cmd_ledger_seal(const struct invocation *invocation);
int cmd_ledger_seals(const struct invocation *invocation);
int cmd_ledger_backup(const struct invocation *invocation);
int cmd_task_move(const struct invocation *invocation);
int cmd_task_due(const struct invocation *invocation);
int cmd_audit(const struct invocation *invocation);
int cmd_complaint_add(const struct invocation *invocation);
int cmd_complaint_answer(const struct invocation *invocation);
int cmd_complaint_list(const struct invocation *invocation);
int cmd_correction_open(const struct invocation *invocation);
int cmd_correction_done(const struct invocation *invocation);
int cmd_correction_relapse(const struct invocation *invocation);
int cmd_correction_list(const struct invocation *invocation);
int cmd_rules_coverage(const struct invocation *invocation);
int cmd_serve(const struct invocation *invocation);
int cmd_user_add(const struct invocation *invocation);
int cmd_user_list(const struct invocation *invocation);
int cmd_user_reset(const struct invocation *invocation);
int cmd_user_disable(const struct invocation *invocation);
int cmd_help(const struct invocation *invocation);

#endif
