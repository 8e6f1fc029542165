/* label.c - words of a verdict and of a level, and how an article is cited. */
#include <say/say_inside.h>

static enum message_id verdict_message(enum verdict verdict) {
    switch (verdict) {
    case VERDICT_ADMIT: return MESSAGE_VERDICT_ADMIT;
    case VERDICT_CONDITIONAL: return MESSAGE_VERDICT_CONDITIONAL;
    case VERDICT_HOLD: return MESSAGE_VERDICT_HOLD;
    case VERDICT_REJECT: return MESSAGE_VERDICT_REJECT;
    }
    return MESSAGE_UNKNOWN;
}

struct str say_verdict(enum verdict verdict, quanze_language language) {
    return messages_text(verdict_message(verdict), language);
}

struct str say_level(enum level level, quanze_language language) {
    switch (level) {
    case LEVEL_INFO: return messages_text(MESSAGE_LEVEL_INFO, language);
    case LEVEL_WARN: return messages_text(MESSAGE_LEVEL_WARN, language);
    case LEVEL_HOLD: return messages_text(MESSAGE_LEVEL_HOLD, language);
    case LEVEL_BLOCK: return messages_text(MESSAGE_LEVEL_BLOCK, language);
    }
    return STR("");
}

void say_cite(struct buf *out, const struct cite *cite, quanze_language language) {
    const bool is_quoted = str_starts_with(cite->title, STR("《"));
    if (!is_quoted) buf_put_text(out, "《");
    buf_put(out, cite->title);
    if (!is_quoted) buf_put_text(out, "》");
    buf_put(out, cite->article);
    if (cite->verified != 'V') buf_put(out, messages_text(MESSAGE_TO_BE_VERIFIED, language));
}
