/* fuzz_file.h - hands fuzz input to readers that take paths. */
#ifndef FUZZ_FILE_H
#define FUZZ_FILE_H

#include <stddef.h>
#include <stdint.h>

/* Puts the bytes into one memory file of the process and gives its path. */
const char *fuzz_file(const uint8_t *data, size_t size);

/* Reads all tasks of the bytes in a format; what they are does not matter, that reading ends cleanly does. */
void fuzz_tasks(const uint8_t *data, size_t size, const char *format);

#endif
