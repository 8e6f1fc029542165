#include <cli/complain.h>
#include <cli/help.h>
#include <cli/page.h>

static int unknown_topic(const struct invocation *invocation, const char *topic) {
    const quanze_language language = invocation->language;
    const char *nearest = command_nearest(invocation->commands, topic, NULL);
    if (nearest)
        complain(language, WORD_UNKNOWN_COMMAND_NEAR, topic, nearest);
    else
        complain(language, WORD_NO_TOPIC, topic, NULL);
    return QUANZE_USAGE;
}

static int write_help(const struct invocation *invocation, const char *name, const char *action) {
    struct buf page = {0};
    if (name)
        help_put_command(&page, invocation->commands, name, action, invocation->language);
    else
        help_put_all(&page, invocation->commands, invocation->language);
    struct output output;
    int code = QUANZE_CANNOT_CREATE;
    if (page.failed) {
        complain(invocation->language, WORD_NO_MEMORY, NULL, NULL);
        code = QUANZE_INTERNAL;
    } else if (output_open(&output, invocation->options.output, invocation->language)) {
        struct quanze_sink sink = output_sink(&output);
        bool written = sink.write(sink.payload, page.at, page.length);
        code = output_close(&output, written, QUANZE_OK);
    }
    buf_free(&page);
    return code;
}

int cmd_help(const struct invocation *invocation) {
    const char *topic = invocation->operand_count > 0 ? invocation->operands[0] : NULL;
    const char *detail = invocation->operand_count > 1 ? invocation->operands[1] : NULL;
    if (!topic) return write_help(invocation, NULL, NULL);
    if (strcmp(topic, "facts") == 0) return page_write_table(invocation, detail, quanze_facts);
    if (strcmp(topic, "schema") == 0) return page_write_table(invocation, detail, quanze_schema);
    const bool is_name = command_find(invocation->commands, topic, NULL) || command_has_actions(invocation->commands, topic);
    if (detail ? !command_find(invocation->commands, topic, detail) : !is_name)
        return unknown_topic(invocation, detail ? detail : topic);
    return write_help(invocation, topic, detail);
}
