#include <rule/file/review.h>

static bool has_example_on(const struct rule *rule, int32_t day) {
    for (size_t i = 0; i < rule->example_count; i++)
        if (rule->examples[i].on == day) return true;
    return false;
}

/* The last day before a border and the first day behind it. */
static void review_border(const struct rule *rule, const char *what, int32_t first, struct problems *problems) {
    const struct place place = {rule->path.at, 1, 1};
    for (int32_t day = first - 1; day <= first; day++) {
        char text[24];
        if (has_example_on(rule, day)) continue;
        (void)day_format(day, text);
        problem_warning(problems, "missing-border-example", place, "规则“%s”的 %s 在 %s 变，这一天没有例子（写 on = \"%s\"）",
                        "the rule \"%s\" changes by %s about %s, and has no example of that day (on = \"%s\")", rule->id.at,
                        what, text, text);
    }
}

static void review_parameter(const struct rule *rule, const struct rule_parameter *parameter, struct problems *problems) {
    const struct place place = {rule->path.at, 1, 1};
    for (size_t i = 1; i < parameter->step_count; i++)
        review_border(rule, parameter->name.at, parameter->steps[i].from, problems);
    if (parameter->harder == SIDE_UNSAID)
        problem_warning(problems, "unsaid-side", place, "规则“%s”的参数 %s 没有写往哪边更严（harder）",
                        "the rule \"%s\" does not say which side of %s is harder", rule->id.at, parameter->name.at);
}

bool rule_review(const struct rulebook *book, bool national, struct problems *problems) {
    for (size_t i = 0; i < book->count && !problems->out_of_memory; i++) {
        const struct rule *rule = &book->rules[i];
        if (!rule->pack && !national) continue;
        if (rule->validity.to != DAY_NONE) review_border(rule, "until", rule->validity.to + 1, problems);
        for (size_t j = 0; j < rule->parameter_count; j++) review_parameter(rule, &rule->parameters[j], problems);
    }
    return !problems->out_of_memory;
}
