/* sheet_book.h - what a workbook says beside its worksheets: their names, shared texts, which styles are dates. Private to
 * read/sheet_xlsx.c. Source: ECMA-376 part 1, 18.2 (workbook), 18.4 (shared strings), 18.8 (styles).
 */
#ifndef READ_SHEET_BOOK_H
#define READ_SHEET_BOOK_H

#include <base/package.h>
#include <read/sheet/sheet_build.h>

struct book_sheet {
    struct str name, relation; /* the relation's id */
    const char *part;          /* name of its part, or NULL when the workbook does not say */
    bool is_hidden;
};

struct book {
    struct sheet_builder *builder;
    struct package *package;
    struct book_sheet *sheets;
    size_t sheet_count, sheet_capacity;
    struct str *texts;
    size_t text_count, text_capacity;
    bool *dates; /* by style: whether its numbers are days */
    size_t style_count, style_capacity;
    bool from_1904; /* days are counted from 1904, as old Macs did */
};

/* Reads all of it; what went wrong is in the builder's status. */
void sheet_book_read(struct book *book);

/* The array with room for one more element, in the builder's arena; NULL when memory ran out, which is then noted. */
void *sheet_book_grow(struct sheet_builder *builder, void *array, size_t count, size_t *capacity, size_t size);

#endif
