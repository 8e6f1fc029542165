/* search.h - the words that a check looks for in a text, where it looks at the text in no other way.
 *
 * A reader must believe: of such a text a check learns only whether the words of each of its searches stand in it, or whether
 * it is blank; so the answers of all searches tell as much of the text as the text itself. What cannot be told so is no search.
 */
#ifndef RULE_SEARCH_H
#define RULE_SEARCH_H

#include <rule/bytecode/dump.h>
#include <rule/rule.h>

/* Finds the searches of a check, in `arena`; their words are borrowed from its constants. False when memory ran out. */
bool search_find(const struct dump_function *check, struct arena *arena, struct rule_searches *out);

/* Whether of this argument nothing but the answers of searches is seen. */
static inline bool search_covers(const struct rule_searches *searches, size_t argument) {
    return argument < 64 && (searches->arguments >> argument & 1) != 0;
}

/* The answers for the text of an argument, a bit for each of its searches in their order. */
uint64_t search_answers(const struct rule_searches *searches, size_t argument, struct str text);

#endif
