#include <cli/complain.h>
#include <cli/page.h>

static int with_rules(const struct invocation *invocation, const char *path, struct data *data) {
    const struct options *options = &invocation->options;
    data_find(options->lists, path ? path : options->rules, options->calendar, NULL, data);
    if (!options->lists && data->demo_list)
        *data->lists.at = '\0'; /* rules stand for themselves: no list's parameters unasked */
    if (*data->rules.at) return 0;
    complain(invocation->language, WORD_NO_RULES, NULL, NULL);
    return QUANZE_NO_INPUT;
}

static const char *operand(const struct invocation *invocation) {
    return invocation->operand_count > 0 ? invocation->operands[0] : NULL;
}

int cmd_rules_list(const struct invocation *invocation) {
    struct data data;
    int code = with_rules(invocation, NULL, &data);
    return code != 0 ? code : page_write(invocation, &data, NULL, quanze_rules_list);
}

int cmd_rules_show(const struct invocation *invocation) {
    struct data data;
    int code = with_rules(invocation, NULL, &data);
    return code != 0 ? code : page_write(invocation, &data, operand(invocation), quanze_rules_show);
}

int cmd_rules_lint(const struct invocation *invocation) {
    struct data data;
    int code = with_rules(invocation, operand(invocation), &data);
    return code != 0 ? code : page_write_check(invocation, &data, quanze_rules_lint);
}

int cmd_rules_test(const struct invocation *invocation) {
    struct data data;
    int code = with_rules(invocation, operand(invocation), &data);
    return code != 0 ? code : page_write_check(invocation, &data, quanze_rules_test);
}

int cmd_rules_coverage(const struct invocation *invocation) {
    struct data data;
    int code = with_rules(invocation, operand(invocation), &data);
    return code != 0 ? code : page_write_check(invocation, &data, quanze_rules_coverage);
}
