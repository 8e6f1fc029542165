#include <cli/complain.h>
#include <cli/page.h>

/* A list or a rule folder may be named as operand as well as by option. */
static int with_list(const struct invocation *invocation, const char *path, struct data *data) {
    const struct options *options = &invocation->options;
    data_find(path ? path : options->lists, options->rules, options->calendar, NULL, data);
    if (*data->lists.at) return 0;
    complain(invocation->language, WORD_NO_LISTS, NULL, NULL);
    return QUANZE_NO_INPUT;
}

int cmd_list_lint(const struct invocation *invocation) {
    struct data data;
    int code = with_list(invocation, invocation->operand_count > 0 ? invocation->operands[0] : NULL, &data);
    return code != 0 ? code : page_write_check(invocation, &data, quanze_list_lint);
}

int cmd_list_show(const struct invocation *invocation) {
    struct data data;
    int code = with_list(invocation, NULL, &data);
    const char *item = invocation->operand_count > 0 ? invocation->operands[0] : NULL;
    return code != 0 ? code : page_write(invocation, &data, item, quanze_list_show);
}

int cmd_list_search(const struct invocation *invocation) {
    struct data data;
    int code = with_list(invocation, NULL, &data);
    return code != 0 ? code : page_write(invocation, &data, invocation->operands[0], quanze_list_search);
}
