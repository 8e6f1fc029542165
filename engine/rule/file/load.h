/* load.h - the rules of several folders into a book, on several threads.
 *
 * A reader must believe: what comes of it, problems and their order too, is the same for any number of threads.
 */
#ifndef RULE_LOAD_H
#define RULE_LOAD_H

#include <rule/rule.h>

/* Reads all files into `book->rules`, those that are right, in the order of folders and files. What is wrong goes to
 * `problems`. QUANZE_NO_INPUT when a folder lacks, or the first holds no rule. */
quanze_status load_rules(struct rulebook *book, const struct rule_folder *folders, size_t folder_count, size_t threads,
                         struct problems *problems, struct quanze_error *error);

#endif
