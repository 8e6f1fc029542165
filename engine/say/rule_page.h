/* rule_page.h - pages of the rule book, shared by its text and its JSON. */
#ifndef SAY_RULE_PAGE_H
#define SAY_RULE_PAGE_H

#include <say/say_inside.h>

/* `whole`: with the reasons and the facts it reads, as `rules show` gives it. */
void rule_page_json(struct writer *writer, const struct rule *rule, bool whole);
void rule_page_test_json(struct writer *writer, const struct rule_test_result *result);

/* The style for a format that is not text. */
enum writer_style say_style_of(quanze_format format);

#endif
