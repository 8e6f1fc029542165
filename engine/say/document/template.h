/* template.h - texts with gaps that are filled in: {{name}}, {{#section}}...{{/section}}, {{^section}}...{{/section}}, {{!
 * remark}}.
 *
 * A reader must believe: a template can only place what it is given; it cannot compute, include or call. Each name is looked up
 * when the template is read, not when it is filled: one that does not exist, or not there, is refused with its place. A value
 * is never read as part of the template.
 *
 * A section stands once for each of its rows; a text taken as a section stands when it is not empty; {{^ }} stands when there
 * is none. A section's tags alone on a line leave no line behind.
 */
#ifndef SAY_TEMPLATE_H
#define SAY_TEMPLATE_H

#include <base/arena.h>
#include <base/buf.h>
#include <base/error.h>

/* A name that may be used: everywhere (`parent` -1), or in the rows of the section with that index. */
struct template_name {
    struct str name;
    int parent;
    bool is_section;
};

struct template_names {
    const struct template_name *at;
    size_t count;
};

struct template_rows;

/* What the names of one level stand for, indexed like the names; those of other levels are not looked at. */
struct template_row {
    struct str *texts;
    struct template_rows *sections;
};

struct template_rows {
    const struct template_row *at;
    size_t count;
};

struct template;

/* Reads a template; `source` and `names` are borrowed as long as it lives, `file` is for messages. All else is in the arena.
 * QUANZE_BAD_DATA with file:line:column: an unknown or misplaced name, a tag that does not end, a section left open. */
quanze_status template_read(struct str source, const char *file, const struct template_names *names, struct arena *arena,
                            struct template **out, struct quanze_error *error);

/* Every inserted value has this byte before it; values themselves hold no control characters (they become blanks). */
#define TEMPLATE_VALUE '\x02'

void template_fill(const struct template *template, const struct template_row *root, struct buf *out);

#endif
