/* rule_html.h - rules as HTML, shared by the page of one rule and the page of the whole book. */
#ifndef SAY_RULE_HTML_H
#define SAY_RULE_HTML_H

#include <say/html.h>
#include <say/rule/rule_page.h>

/* One rule as <article id="ID">; `open`: alone on its page, with its examples unfolded. */
void rule_html_article(struct buf *out, const struct rule *rule, bool open, quanze_language language);

/* A word for a level, in its colour. */
void rule_html_level(struct buf *out, enum level level, quanze_language language);

#endif
