/* html.h - what all HTML pages share: escaping, head and foot, the one stylesheet.
 *
 * A reader must believe: every text of a user goes through html_text; a page is whole in itself (no script, font or picture is
 * fetched); without scripts it says everything. Tags of the program's own are put with buf_put_text.
 */
#ifndef SAY_HTML_H
#define SAY_HTML_H

#include <base/buf.h>
#include <quanze.h>

/* Text, or the value of an attribute in double quotes: & < > " are escaped, controls become blanks. */
void html_text(struct buf *out, struct str text);

/* <tag class="style">text</tag>; `tag` may carry attributes of the program's own ("a href=\"#x\""); `style` NULL: no class. */
void html_element(struct buf *out, const char *tag, const char *style, struct str text);

/* An id or the fragment of a link, made of any text: letters, digits, '-' and '.' stay, other bytes become _HEX. Two texts
 * never make the same. */
void html_anchor(struct buf *out, struct str text);

/* A piece of an address: letters, digits, '-' and '.' stay, all else is written byte by byte as %XX. */
void html_url(struct buf *out, struct str text);

/* A link to the next page of rows: an address with the number of the last row behind it. */
void html_more(struct buf *out, struct str address, int64_t row, struct str words);

/* Everything up to and with <main>; `form` QUANZE_FORMAT_HTML_PART: nothing, since the server has a frame of its own. */
void html_begin(struct buf *out, struct str title, quanze_language language, quanze_format form);

/* </main> and what follows; `scripts`: files of engine/say/pages that add comfort ("sort.js", or several with a
 * blank between), or NULL. */
void html_end(struct buf *out, const char *scripts, quanze_format form);

/* The stylesheet of all pages, and a script by its name; empty when there is none of that name. */
struct str html_style(void);
struct str html_script(const char *name);

#endif
