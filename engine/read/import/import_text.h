/* import_text.h - texts of published tables as a list wants them. Results live in the arena; `at` is NULL when memory ran out.
 */
#ifndef READ_IMPORT_TEXT_H
#define READ_IMPORT_TEXT_H

#include <base/arena.h>

/* One name: lines joined, spaces between Chinese characters gone, letters and digits narrow, brackets and commas wide. */
struct str import_name(struct arena *arena, struct str text);

/* A text of several lines: each as above, lines kept. */
struct str import_lines(struct arena *arena, struct str text);

/* Without the number it starts with: 1. 1、 (1) （一） 一、 ① 第一. `*number` is how many bytes that was. */
struct str import_without_number(struct str text);

/* Without a count at its end, as headings have it: （15项）. */
struct str import_without_count(struct str text);

/* Whether it starts with a number in Chinese, as headings do: 一、 or （一）. */
bool import_is_heading(struct str text);

/* The only kind of items that a text speaks of (below IMPORT_KINDS), the last line first; -1 for none or several. */
int import_kind(struct str text);

/* Whether a line is the title of a list of what villages do, of whatever kind. */
bool import_names_villages(struct str text);

bool import_contains(struct str text, const char *word);
bool import_ends_with(struct str text, const char *word);

#endif
