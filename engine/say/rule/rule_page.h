/* rule_page.h - pages of the rule book, shared by its text, its HTML and its JSON. */
#ifndef SAY_RULE_PAGE_H
#define SAY_RULE_PAGE_H

#include <say/say_inside.h>

struct str rule_page_family(enum family family, quanze_language language);
struct str rule_page_stage(enum stage stage, quanze_language language);

/* What an example expects, as people say it. */
struct str rule_page_expect(enum status expect, quanze_language language);

/* Whether rule `at` of a book is shown: the edition of the day, the newest when no day is named. A disabled one is. */
bool rule_page_is_shown(const struct rulebook *book, size_t at, int32_t as_of);

/* How many rules of a family are shown. */
size_t rule_page_count(const struct rulebook *book, enum family family, int32_t as_of);

/* "name = 2 workdays, source ...", and whose value it is when it is not the usual one. */
void rule_page_parameter(struct buf *out, const struct rule_parameter *parameter, quanze_language language);

/* "in force from 2024-08-06  until 2026-12-31"; nothing when it always is. */
void rule_page_days(struct buf *out, struct validity days, quanze_language language);

/* Whether only some of the days of a rule are those of this edition. */
static inline bool rule_page_is_part(const struct rule *rule) {
    return rule->edition.from != rule->validity.from || rule->edition.to != rule->validity.to;
}

/* `whole`: with the reasons and the facts it reads, as `rules show` gives it. */
void rule_page_json(struct writer *writer, const struct rule *rule, bool whole);
void rule_page_test_json(struct writer *writer, const struct rule_test_result *result, quanze_language language);

/* One rule as a page. */
void rule_page_html(struct buf *out, const struct rule *rule, quanze_language language, quanze_format form);

/* The style for a format that is not text. */
enum writer_style say_style_of(quanze_format format);

#endif
