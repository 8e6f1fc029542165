/* example.h - what a rule's own example comes to. */
#ifndef DOOR_EXAMPLE_H
#define DOOR_EXAMPLE_H

#include <rule/rule.h>

struct example_outcome {
    enum status status;
    struct str says;   /* key of the message of a failure */
    struct str detail; /* of an error */
};

/* Runs one example of rule `index` of the core's book. `task` and `scratch` are working memory; texts live in `scratch`. */
struct example_outcome example_run(struct rule_core *core, const struct rule *rule, size_t index,
                                   const struct rule_example *example, struct task *task, struct arena *scratch);

/* Whether it came to what the example expects. */
bool example_holds(const struct rule_example *example, const struct example_outcome *outcome);

#endif
