/* law.h - the rules that apply: the national book, with the packs that the list or the caller names laid over it. */
#ifndef DOOR_LAW_H
#define DOOR_LAW_H

#include <base/file.h>
#include <rule/pack/overlay.h>

/* Loads `options->rules` and the rules of all packs as one book, nothing laid over it yet. The packs, in their order and with
 * those that they require, go to `overlay`, in `arena`, which must outlive the book. A pack that the list names is looked for
 * in `packs` of the rule folder and beside the list. Everything wrong goes to `problems`; `list` may be NULL. */
quanze_status law_load(const struct quanze_options *options, const struct list *list, struct arena *arena,
                       struct overlay *overlay, struct rulebook **out, struct problems *problems, struct quanze_error *error);

/* Lays what law_load found over its book. When not all of it could be read (`is_sound` false) the book stays as it is, and what
 * else is wrong is told all the same. */
quanze_status law_lay(struct rulebook *book, const struct overlay *overlay, bool is_sound, struct problems *problems,
                      struct quanze_error *error);

/* law_load, with the packs and the list's parameters laid over it. A book that has problems is handed out as it was loaded. */
quanze_status law_open(const struct quanze_options *options, const struct list *list, struct arena *arena,
                       struct rulebook **out, struct problems *problems, struct quanze_error *error);

/* The folders of all packs in `packs` of a rule folder; none when there is no such folder. Paths live in `arena`. */
quanze_status law_find_packs(const char *rules, struct arena *arena, const char ***out, size_t *count,
                             struct quanze_error *error);

#endif
