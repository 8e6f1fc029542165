/* fault.h - what Lua itself says of a broken rule, in Chinese. */
#ifndef RULE_FAULT_H
#define RULE_FAULT_H

#include <stddef.h>

/* Writes a message of Lua 5.4, without its place, in Chinese to `out`; one that is not known stands in quotes as it is. Source:
 * Lua 5.4 ldebug.c, llex.c, lparser.c, lvm.c. */
void fault_words(const char *message, char *out, size_t size);

#endif
