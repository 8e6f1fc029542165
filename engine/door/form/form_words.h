/* form_words.h - what is wrong with what was typed into a form, in the words that the form uses: labels, and rows. */
#ifndef DOOR_FORM_WORDS_H
#define DOOR_FORM_WORDS_H

#include <base/problem.h>
#include <model/form.h>

/* Says that a list of records is stated to be none and has rows all the same. */
void form_words_both(const struct form_cell *whole, struct problems *problems);

/* Tells the problems of one fact, which name it and its fields as files do, by their labels: to `problems`, and to the cells
 * that they are of. */
void form_words_tell(const struct form *form, size_t fact, const struct problems *own, struct problems *problems);

#endif
