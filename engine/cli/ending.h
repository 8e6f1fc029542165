/* ending.h - the format that the name of a file asks for: -o 复函.docx is a Word file without --format docx being written. */
#ifndef CLI_ENDING_H
#define CLI_ENDING_H

#include <cli/options.h>

/* Sets the format by the ending of `options->output`, where there is one that says something. False when the command cannot
 * write such a file, when only one of --format and the ending means a Word or Excel file, or when a Word or Excel file would go
 * to a terminal, which has then been told. */
bool ending_settle(const struct command *command, struct options *options);

#endif
