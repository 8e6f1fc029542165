#include <say/rule/rule_page.h>

struct str rule_page_family(enum family family, quanze_language language) {
    static const enum message_id LABELS[FAMILY_COUNT] = {
        [FAMILY_LIST] = MESSAGE_FAMILY_LIST,
        [FAMILY_POWER] = MESSAGE_FAMILY_POWER,
        [FAMILY_RESOURCE] = MESSAGE_FAMILY_RESOURCE,
        [FAMILY_TIME] = MESSAGE_FAMILY_TIME,
        [FAMILY_DUPLICATE] = MESSAGE_FAMILY_DUPLICATE,
        [FAMILY_TRACE] = MESSAGE_FAMILY_TRACE,
        [FAMILY_INSPECTION] = MESSAGE_FAMILY_INSPECTION,
        [FAMILY_BURDEN] = MESSAGE_FAMILY_BURDEN,
        [FAMILY_ACCOUNTABILITY] = MESSAGE_FAMILY_ACCOUNTABILITY,
        [FAMILY_BASIS] = MESSAGE_FAMILY_BASIS,
        [FAMILY_SCOREBOARD] = MESSAGE_FAMILY_SCOREBOARD,
        [FAMILY_GUARD] = MESSAGE_FAMILY_GUARD,
    };
    return messages_text(LABELS[family], language);
}

struct str rule_page_stage(enum stage stage, quanze_language language) {
    switch (stage) {
    case STAGE_SCREEN: return messages_text(MESSAGE_STAGE_SCREEN, language);
    case STAGE_AUDIT: return messages_text(MESSAGE_STAGE_AUDIT, language);
    case STAGE_LIST: return messages_text(MESSAGE_STAGE_LIST, language);
    }
    return STR("");
}

struct str rule_page_expect(enum status expect, quanze_language language) {
    const enum message_id id = expect == STATUS_NOT_APPLICABLE ? MESSAGE_EXPECT_SKIP
                               : expect == STATUS_PASS         ? MESSAGE_MARK_PASSED
                               : expect == STATUS_FAIL         ? MESSAGE_EXPECT_FAIL
                                                               : MESSAGE_MARK_UNKNOWN;
    return messages_text(id, language);
}

bool rule_page_is_shown(const struct rulebook *book, size_t at, int32_t as_of) {
    const struct rule *rule = &book->rules[at];
    if (as_of != DAY_NONE) return validity_holds(rule->edition, as_of);
    return at + 1 == book->count || !str_equal(book->rules[at + 1].id, rule->id);
}

size_t rule_page_count(const struct rulebook *book, enum family family, int32_t as_of) {
    size_t count = 0;
    for (size_t i = 0; i < book->count; i++) count += book->rules[i].family == family && rule_page_is_shown(book, i, as_of);
    return count;
}

void rule_page_parameter(struct buf *out, const struct rule_parameter *parameter, quanze_language language) {
    struct buf number = {0}, usual = {0};
    say_number(&number, parameter->value);
    say_number(&usual, parameter->default_value);
    const bool is_usual = str_equal(buf_str(&number), buf_str(&usual));
    const enum message_id form = is_usual              ? MESSAGE_PARAMETER
                                 : parameter->is_local ? MESSAGE_PARAMETER_LOCAL
                                                       : MESSAGE_PARAMETER_PACK;
    const struct str unit = messages_unit(parameter->unit, language);
    if (unit.length > 0) buf_put_char(&number, ' ');
    buf_put(&number, unit);
    MESSAGES_FILL(out, form, language, parameter->name, buf_str(&number), parameter->source, buf_str(&usual));
    out->failed |= number.failed || usual.failed;
    buf_free(&number);
    buf_free(&usual);
}

void rule_page_days(struct buf *out, struct validity days, quanze_language language) {
    char text[24];
    if (days.from != DAY_NONE)
        MESSAGES_FILL(out, MESSAGE_VALID_FROM, language, (struct str){text, day_format(days.from, text)});
    if (days.from != DAY_NONE && days.to != DAY_NONE) buf_put(out, messages_text(MESSAGE_GAP, language));
    if (days.to != DAY_NONE) MESSAGES_FILL(out, MESSAGE_VALID_TO, language, (struct str){text, day_format(days.to, text)});
}
