/* fields.h - names with values, as a query, a cookie or a form carries them.
 *
 * A reader must believe: every value is valid UTF-8 without NUL (files apart), NUL-ended for convenience, and lives in the
 * request's arena; a name may come several times.
 * Source: URL Standard (application/x-www-form-urlencoded); RFC 7578 (multipart/form-data); RFC 6265 (cookies).
 */
#ifndef HTTP_FIELDS_H
#define HTTP_FIELDS_H

#include <base/arena.h>
#include <base/buf.h>
#include <base/error.h>

#define FIELDS_MAX 4096 /* fields of one form: the fact table has some hundred, and a list of records up to 12 a row */

struct field {
    struct str name, value;
    struct str file_name; /* of a file; else at NULL */
};

struct fields {
    struct field *at;
    size_t count;
};

/* Understands a=1&b=2. QUANZE_BAD_DATA: a broken escape, bytes that are no UTF-8, too many fields. */
quanze_status fields_read_query(struct str text, struct arena *arena, struct fields *out, struct quanze_error *error);

/* Understands multipart/form-data; `content_type` holds the boundary. QUANZE_BAD_DATA: not as RFC 7578 has it. */
quanze_status fields_read_parts(struct str body, struct str content_type, struct arena *arena, struct fields *out,
                                struct quanze_error *error);

/* Understands a Cookie header; what is no cookie is passed over. False when memory ran out. */
bool fields_read_cookies(struct str text, struct arena *arena, struct fields *out);

/* The first field of that name, or NULL. */
const struct field *fields_find(const struct fields *fields, const char *name);

/* Its value; the empty text where there is none. */
struct str fields_value(const struct fields *fields, const char *name);

/* Percent-decodes; `plus` also takes + for a blank. False for a broken escape, NUL, or what is no UTF-8. */
bool fields_decode(struct str text, bool plus, struct arena *arena, struct str *out);

/* Percent-encodes all but letters, digits and "-._~". */
void fields_encode(struct buf *out, struct str text);

#endif
