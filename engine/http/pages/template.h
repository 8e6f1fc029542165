/* template.h - the pages of the folder `pages`, with gaps.
 *
 *     {{name}}            a text of the scope, escaped for HTML
 *     {{NAME}}            a phrase in the language of the page
 *     {{>name}}           a part: HTML that the library wrote, or another page of the folder
 *     {{#name}}..{{/name}} once for each row of `name`; or once, if `name` is a text that is not empty
 *     {{^name}}..{{/name}} if there is none of these
 *
 * A reader must believe: nothing but a part is ever written without escaping; there is nothing more to the language.
 */
#ifndef HTTP_TEMPLATE_H
#define HTTP_TEMPLATE_H

#include <base/buf.h>
#include <quanze.h>

#define SCOPE_ENTRIES 32

/* Names with their texts, parts or rows. What a scope does not have is looked for in the outer one. */
struct scope {
    const struct scope *outer;
    struct scope_entry {
        const char *name;
        struct str text;
        bool is_part;
        const struct scope *rows;
        size_t row_count;
    } at[SCOPE_ENTRIES];
    size_t count;
};

void scope_text(struct scope *scope, const char *name, struct str text);
void scope_part(struct scope *scope, const char *name, struct str html);
void scope_rows(struct scope *scope, const char *name, const struct scope *rows, size_t count);

/* Shown or not: a text that is not empty, or empty. */
void scope_flag(struct scope *scope, const char *name, bool value);

/* Writes a page of the folder, `name` without its ending. False when the page is not as the comment above has it: a test
 * renders them all. */
bool template_write(struct buf *out, const char *name, const struct scope *scope, quanze_language language);

/* Writes a text escaped for HTML. */
void template_escape(struct buf *out, struct str text);

#endif
