/* mask.h - who complained shall not be found by what was written: names and numbers are taken out of the words.
 *
 * A reader must believe: townships are those of the list, their short names and names with blanks in
 * them too; villages and communities are told by what stands around them (mask_village.h); persons are told by a surname before
 * a title (王书记, 李建国同志) or behind words such as 我叫 and 联系人; numbers of seven digits and more (telephones, identity
 * cards) go. A name that stands without any of these is not seen: so who writes is shown what was kept.
 */
#ifndef SAY_MASK_H
#define SAY_MASK_H

#include <base/buf.h>
#include <model/list.h>

/* Appends the words with 某乡镇, 某村, 某某 and × in the place of names and numbers. `list` may be NULL: no township is then
 * known.
 */
void mask_names(struct buf *out, struct str words, const struct list *list);

/* The same with townships alone: what has no title of a paper in it. */
void mask_townships(struct buf *out, struct str words, const struct list *list);

/* The same with townships and villages alone: persons and numbers stay. */
void mask_places(struct buf *out, struct str words, const struct list *list);

#endif
