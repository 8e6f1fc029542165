/* example.h - what a rule's own example comes to. */
#ifndef DOOR_EXAMPLE_H
#define DOOR_EXAMPLE_H

#include <rule/rule.h>

struct example_outcome {
    enum status status;
    struct str says;         /* key of the message of a failure */
    struct bilingual detail; /* of an error */
};

/* Makes the editions of a book by its own dates alone: rules as they are written. There is nothing for `problems`. */
quanze_status example_editions(struct rulebook *book, struct problems *problems, struct quanze_error *error);

/* Runs one example of a rule on the edition of its day, the newest when it names none; a day on which the rule does not hold is
 * not applicable. `task` and `scratch` are working memory; texts live in `scratch`. */
struct example_outcome example_run(struct rule_core *core, const struct rulebook *book, const struct rule *rule,
                                   const struct rule_example *example, struct task *task, struct arena *scratch);

/* Runs one rule of the book on facts as they are; those of its filter that are absent are taken to hold. UNKNOWN for want of a
 * need names it in `missing`. Texts live in `scratch`. */
enum status example_try(struct rule_core *core, size_t index, const struct rule *rule, const struct task *facts,
                        struct arena *scratch, struct rule_outcome *out, struct fact_set *missing);

/* Whether it came to what the example expects. */
bool example_holds(const struct rule_example *example, const struct example_outcome *outcome);

#endif
