#include <cli/complain.h>
#include <cli/help.h>
#include <cli/page.h>

static int unknown_topic(quanze_language language, const char *topic) {
    const char *nearest = command_nearest(topic, NULL);
    if (nearest)
        complain(language, WORD_UNKNOWN_COMMAND_NEAR, topic, nearest);
    else
        complain(language, WORD_NO_TOPIC, topic, NULL);
    return QUANZE_USAGE;
}

static int write_help(const struct invocation *invocation, const char *name, const char *action) {
    struct buf page = {0};
    if (name)
        help_put_command(&page, name, action, invocation->language);
    else
        help_put_all(&page, invocation->language);
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
    if (detail ? !command_find(topic, detail) : !command_find(topic, NULL) && !command_has_actions(topic))
        return unknown_topic(invocation->language, detail ? detail : topic);
    return write_help(invocation, topic, detail);
}
