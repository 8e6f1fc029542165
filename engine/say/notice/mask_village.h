/* mask_village.h - names of villages and communities in running text, which no list tells.
 *
 * A reader must believe: a name is told by what stands around it (关于核实下塅村), since lists count villages and do not name
 * them; where it cannot be told where a name begins, one character too many goes rather than one too few; 农村, 驻村, 全村,
 * 村级 and the like stay.
 */
#ifndef SAY_MASK_VILLAGE_H
#define SAY_MASK_VILLAGE_H

#include <base/str.h>

/* Bytes of a word at a place behind which a name may begin (关于, 核实, 在); 0 for none. */
size_t mask_village_edge(struct str text, size_t at);

/* Bytes of the name at a place, without 村 or 社区 behind it; 0 for none. `is_edge`: a name may begin here for certain. */
size_t mask_village_at(struct str text, size_t at, bool is_edge);

/* Bytes of 村 and what else a name ends with; 0 for none. */
size_t mask_village_end(struct str text, size_t at);

#endif
