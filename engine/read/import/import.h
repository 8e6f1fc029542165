/* import.h - published tables of duties to a duty list.
 *
 * A reader must believe: every row of a table becomes an item, part of the item above it, the field of the items below it, or
 * is told in the report with the reason why it was skipped; what each column was taken for is told too. This engine's own
 * export is read back as it was written.
 */
#ifndef READ_IMPORT_H
#define READ_IMPORT_H

#include <model/list.h>
#include <model/list_import.h>
#include <read/sheet/sheet.h>

/* Texts may be NULL: they are then taken from the tables, and told as guesses. */
struct import_request {
    const char *const *paths;
    size_t path_count;
    const char *id, *title, *county;
    int32_t valid_from; /* DAY_NONE: as the tables say, else `today` */
    int32_t today;
};

/* Reads the tables of all files into one frozen list. `out` and `report` are zero-initialised; the report lives in `arena`;
 * `out` must be freed even after an error. Errors: those of sheet_read; QUANZE_BAD_DATA when no item was found, or a cell does
 * not hold what its column asks, which is then in `problems`. */
quanze_status import_list(const struct import_request *request, struct arena *arena, struct list *out,
                          struct import_report *report, struct problems *problems, struct quanze_error *error);

#endif
