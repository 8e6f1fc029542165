/* choice_html.h - words to choose from, as options of an HTML choice. */
#ifndef SAY_CHOICE_HTML_H
#define SAY_CHOICE_HTML_H

#include <base/buf.h>
#include <model/list.h>
#include <rule/rule.h>

/* <option value="value">label</option>, chosen if the value is `chosen`. */
void say_option(struct buf *out, struct str value, struct str label, struct str chosen);

/* All states, grounds, departments and townships by their names, rules that screen by id and title. */
void say_state_options(struct buf *out, struct str chosen, quanze_language language);
void say_ground_options(struct buf *out, struct str chosen, quanze_language language);
void say_department_options(struct buf *out, const struct list *list, struct str chosen);
/* Chosen is "name id". */
void say_department_id_options(struct buf *out, const struct list *list, struct str chosen);
void say_township_options(struct buf *out, const struct list *list, struct str chosen);
void say_rule_options(struct buf *out, const struct rulebook *book, struct str chosen, quanze_language language);

#endif
