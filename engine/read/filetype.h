/* filetype.h - what a file is by its bytes, since names lie: office systems export web pages as .xls.
 *
 * A reader must believe: only the bytes decide; the ending of the name is never asked.
 */
#ifndef READ_FILETYPE_H
#define READ_FILETYPE_H

#include <base/error.h>
#include <base/str.h>

enum filetype { FILETYPE_DOCX, FILETYPE_XLSX, FILETYPE_HTML, FILETYPE_TEXT };

/* `path` is for messages. QUANZE_BAD_DATA says how to convert what cannot be read: old .doc and .xls, encrypted files, PDF,
 * RTF, pictures, other archives, a package without a document or workbook, an empty file. */
quanze_status filetype_find(struct str bytes, const char *path, enum filetype *out, struct quanze_error *error);

#endif
