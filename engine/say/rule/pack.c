/* pack.c - what packs made of a rule, in words. */
#include <say/say_inside.h>

static struct str text_of(enum message_id id, quanze_language language) { return messages_text(id, language); }

/* The ids of packs that changed a rule, joined. */
static void put_changers(struct buf *out, const struct rule *rule, bool disabling, quanze_language language) {
    bool first = true;
    for (size_t i = 0; i < rule->change_count; i++) {
        if (rule->changes[i].change->disabled != disabling) continue;
        if (!first) buf_put(out, text_of(MESSAGE_LIST_COMMA, language));
        buf_put(out, rule->changes[i].pack->id);
        first = false;
    }
}

static void put_mark(struct buf *out, const struct rule *rule, bool disabling, quanze_language language) {
    struct buf ids = {0};
    put_changers(&ids, rule, disabling, language);
    if (ids.length > 0) MESSAGES_FILL(out, disabling ? MESSAGE_DISABLED_BY : MESSAGE_CHANGED_BY, language, buf_str(&ids));
    out->failed |= ids.failed;
    buf_free(&ids);
}

void say_rule_packs(struct buf *out, const struct rule *rule, quanze_language language) {
    if (rule->pack) MESSAGES_FILL(out, MESSAGE_BROUGHT_BY, language, rule->pack->id);
    put_mark(out, rule, false, language);
    put_mark(out, rule, true, language);
}

static void put_parameter(struct buf *out, const struct pack_parameter *parameter) {
    buf_put(out, parameter->name);
    buf_put_text(out, " = ");
    say_number(out, parameter->value);
}

/* "level: warn, min_days = 3". */
static void put_what(struct buf *out, const struct pack_change *change, quanze_language language) {
    const struct str comma = text_of(MESSAGE_COMMA, language);
    const size_t begin = out->length;
    if (change->disabled) buf_put(out, text_of(MESSAGE_CHANGE_DISABLED, language));
    if (change->level != PACK_LEVEL_AS_IS) {
        if (out->length > begin) buf_put(out, comma);
        MESSAGES_FILL(out, MESSAGE_CHANGE_LEVEL, language, say_level((enum level)change->level, language));
    }
    for (size_t i = 0; i < change->parameter_count; i++) {
        if (out->length > begin) buf_put(out, comma);
        put_parameter(out, &change->parameters[i]);
    }
}

void say_pack_name(struct buf *out, const struct pack *pack, quanze_language language) {
    const struct str title = bilingual_text(&pack->title, language);
    if (title.length == 0)
        buf_put(out, pack->id);
    else
        MESSAGES_FILL(out, MESSAGE_WITH_REMARK, language, title, pack->id);
}

void say_rule_change(struct buf *out, const struct rule_change *change, quanze_language language) {
    const struct pack_change *made = change->change;
    struct buf name = {0}, what = {0};
    say_pack_name(&name, change->pack, language);
    put_what(&what, made, language);
    MESSAGES_FILL(out, MESSAGE_CHANGE, language, buf_str(&name), buf_str(&what));
    if (made->reason.length > 0) MESSAGES_FILL(out, MESSAGE_CHANGE_REASON, language, made->reason);
    if (made->approved_by.length > 0)
        MESSAGES_FILL(out, MESSAGE_CHANGE_APPROVAL, language, made->requested_by, made->approved_by);
    out->failed |= name.failed || what.failed;
    buf_free(&name);
    buf_free(&what);
}

void say_write_changed_by(struct writer *writer, const struct rule *rule) {
    writer_open(writer, '[');
    for (size_t i = 0; i < rule->change_count; i++) writer_string(writer, rule->changes[i].pack->id);
    writer_close(writer, ']');
}
