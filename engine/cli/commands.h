/* commands.h - the one table of commands. */
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

#include <cli/command.h>

const struct commands *commands_all(void);

#endif
