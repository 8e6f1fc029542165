/* golden.h - what every page is held to, and the comparison with a stored page. */
#ifndef TESTS_SAY_GOLDEN_H
#define TESTS_SAY_GOLDEN_H

#include <base/buf.h>

/* The page is byte for byte tests/say/golden/NAME. With QUANZE_UPDATE_GOLDEN set the file is written instead. */
void check_golden(const char *name, struct str page);

/* A stored file whose name is given from the top of the repository. */
void check_file(const char *path, struct str page);

/* One JSON text whose objects have their keys in strictly ascending byte order. */
void check_sorted_json(struct str json);

/* Lines of at most 80 columns, without trailing blanks, none starting with closing punctuation. */
void check_page(struct str page);

#endif
