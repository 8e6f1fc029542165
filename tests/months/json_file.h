/* json_file.h - a report of an audit, or what was planted, read back. */
#ifndef MONTHS_JSON_FILE_H
#define MONTHS_JSON_FILE_H

#include <read/node.h>

/* The file's JSON, in the arena; NULL after a line on standard output that says which file cannot be read. */
const struct node *json_file_read(const char *path, struct arena *arena, struct problems *problems);

#endif
