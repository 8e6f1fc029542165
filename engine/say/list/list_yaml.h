/* list_yaml.h - a duty list as a file that people keep: in the order and shape of the written format, one entry below the
 * other.
 *
 * A reader must believe: what is written here loads again as the same list.
 */
#ifndef SAY_LIST_YAML_H
#define SAY_LIST_YAML_H

#include <base/buf.h>
#include <model/list.h>

/* The whole list. `remark` stands above it as comments, a line each; it may be empty. */
void say_list_yaml(struct buf *out, const struct list *list, struct str remark);

/* A text as a YAML value on one line: plain where that is safe, else in double quotes. */
void say_yaml_text(struct buf *out, struct str text);

#endif
