/* rule_try.h - a rule as a form to try it, and what it says then. */
#ifndef SAY_RULE_TRY_H
#define SAY_RULE_TRY_H

#include <base/buf.h>
#include <decide/decide.h>
#include <quanze.h>
#include <say/task/task_form.h>

/* The facts that a rule reads as fields: those that its filter asks, what it needs, what it may use; each once. */
void say_rule_fields(struct buf *out, const struct rule *rule, const struct task_form *form);

/* What it says: passed, failed and why, unknown for want of which facts, not for such a task. */
void say_rule_tried(struct buf *out, const struct finding *finding, quanze_language language);

#endif
