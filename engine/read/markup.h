/* markup.h - a walk through XML or HTML: elements and text in the order in which they stand. The only file with libxml's
 * headers is markup.c.
 *
 * A reader must believe: nothing outside the bytes is ever looked at (no network, no files, no external entity), and nothing
 * swells: an XML document with a document type is refused, so there are no entities of its own making; depth and the length
 * of one text are bounded by libxml's own limits. The walk needs memory for the open elements, not for the document.
 * Source: ECMA-376 part 2, 9.1.4 (no DTD in a part); OWASP XXE Prevention.
 */
#ifndef READ_MARKUP_H
#define READ_MARKUP_H

#include <base/error.h>
#include <base/str.h>

/* Borrowed for the call. */
struct markup_element {
    struct str name; /* without its prefix: "tbl" of <w:tbl>; in HTML in small letters */
    unsigned line;   /* from 1 */
    const void *attributes;
    size_t attribute_count;
    bool is_html;
};

/* What the walk calls; each may be NULL. False ends the walk, which is then no error: whoever returned it knows why. */
struct markup_handler {
    bool (*open)(void *payload, const struct markup_element *element);
    bool (*text)(void *payload, struct str text, unsigned line); /* UTF-8; one text may come in several pieces */
    bool (*close)(void *payload, struct str name);
    void *payload;
};

/* The value of an attribute by its name without prefix; `at` is NULL when it is not there. Valid during the call. Since no
 * entity is ever replaced, an & in an XML attribute stands as "&#38;"; in texts, and in HTML, it is a plain &. */
struct str markup_attribute(const struct markup_element *element, const char *name);

/* Walks an XML document. QUANZE_BAD_DATA with `file` and line when it is not well-formed, has a document type, or is too
 * deep; what came before has been handed out. */
quanze_status markup_walk_xml(struct str bytes, const char *file, const struct markup_handler *handler,
                              struct quanze_error *error);

/* Walks HTML in UTF-8, whatever its head says its encoding is; as browsers do, it makes the best of what is not well-formed. */
quanze_status markup_walk_html(struct str bytes, const char *file, const struct markup_handler *handler,
                               struct quanze_error *error);

#endif
