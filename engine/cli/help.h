/* help.h - the pages of --help, made from the table of commands and that of options. */
#ifndef CLI_HELP_H
#define CLI_HELP_H

#include <cli/command.h>

/* What quanze is and all its commands. */
void help_put_all(struct buf *out, const struct commands *commands, quanze_language language);

/* One command with its options and an example that runs; `action` NULL: all commands of that name. */
void help_put_command(struct buf *out, const struct commands *commands, const char *name, const char *action,
                      quanze_language language);

#endif
