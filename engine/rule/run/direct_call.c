#include <base/utf8.h>
#include <math.h>
#include <rule/run/direct_inside.h>
#include <rule/run/run.h>
#include <rule/world/argument.h>
#include <rule/world/helper.h>

/* Further days are counted against the limit of a run, which is Lua's business. */
#define MOST_WORKDAYS 100

static struct direct_value boolean(bool truth) { return (struct direct_value){.kind = DIRECT_BOOLEAN, .integer = truth}; }

static struct direct_value integer(int64_t number) { return (struct direct_value){.kind = DIRECT_INTEGER, .integer = number}; }

/* A call: its arguments, and where what it returns goes. */
struct calling {
    struct direct *direct;
    const struct direct_value *arguments;
    size_t count;
    struct direct_value *out;
};

/* --- answers --- */

static bool call_pass(const struct calling *call) {
    *call->out = (struct direct_value){.kind = DIRECT_ANSWER, .integer = 0};
    return true;
}

static bool answer(const struct calling *call, enum status status) {
    call->direct->status = status;
    *call->out = (struct direct_value){.kind = DIRECT_ANSWER, .integer = ++call->direct->answers};
    return true;
}

static bool keep_text(struct arena *arena, struct str text, struct str *out) {
    if (text.length > QUANZE_MAX_RULE_TEXT || utf8_invalid_at(text) >= 0) return false;
    *out = arena_copy(arena, text);
    return out->at != NULL;
}

static bool keep_list(struct arena *arena, const struct direct_value *list, struct texts *out) {
    struct str *texts = arena_take_array(arena, list->count, sizeof *texts);
    size_t bytes = 0;
    if (texts == NULL) return false;
    for (size_t i = 0; i < list->count; i++) {
        if (!keep_text(arena, direct_text_at(list, i), &texts[i])) return false;
        bytes += texts[i].length;
    }
    *out = (struct texts){texts, list->count};
    return bytes <= QUANZE_MAX_RULE_TEXT;
}

static bool keep_value(struct arena *arena, const struct direct_value *value, struct rule_value *out) {
    switch ((int)value->kind) {
    case DIRECT_INTEGER:
        out->kind = RULE_VALUE_INTEGER;
        out->integer = value->integer;
        return true;
    case DIRECT_NUMBER:
        out->kind = RULE_VALUE_NUMBER;
        out->number = value->number;
        return isfinite(value->number);
    case DIRECT_TEXT: out->kind = RULE_VALUE_TEXT; return keep_text(arena, value->text, &out->text);
    case DIRECT_LIST: out->kind = RULE_VALUE_TEXTS; return keep_list(arena, value, &out->texts);
    default: return false;
    }
}

static bool is_last_table(const struct direct *direct, const struct direct_value *value) {
    return value->kind == DIRECT_TABLE && value->integer == direct->tables;
}

static bool call_fail(const struct calling *call) {
    struct direct *direct = call->direct;
    struct rule_outcome *out = direct->out;
    if (call->count == 0 || call->count > 2 || call->arguments[0].kind != DIRECT_TEXT) return false;
    if (call->count == 2 && !is_last_table(direct, &call->arguments[1])) return false;
    out->message = run_message(direct->rule, call->arguments[0].text);
    out->value_count = 0;
    if (out->message == NULL) return false;
    for (size_t i = 0; call->count == 2 && i < direct->field_count; i++) {
        const struct direct_field *field = &direct->fields[i];
        const struct texts *names = &out->message->placeholders;
        struct str name = field->name;
        for (size_t k = 0; k < names->count; k++)
            if (str_equal(names->at[k], field->name)) name = names->at[k];
        if (!keep_value(direct->arena, &field->value, run_place(out, name))) return false;
    }
    return run_unfilled(out).at == NULL && answer(call, STATUS_FAIL);
}

static bool call_unknown(const struct calling *call) {
    struct direct *direct = call->direct;
    const struct rule *rule = direct->rule;
    if (call->count == 0 || call->arguments[0].kind != DIRECT_TEXT) return false;
    direct->out->unknown_fact = run_named_fact(rule, call->arguments[0].text);
    return direct->out->unknown_fact >= 0 && answer(call, STATUS_UNKNOWN);
}

/* --- calendar --- */

static bool minute_at(const struct calling *call, size_t i, int64_t *out) {
    if (i >= call->count || call->arguments[i].kind != DIRECT_INTEGER) return false;
    *out = call->arguments[i].integer;
    return *out >= ARGUMENT_FIRST_MINUTE && *out <= ARGUMENT_LAST_MINUTE;
}

static const struct calendar *calendar_of(const struct calling *call) { return call->direct->core->world.calendar; }

static bool call_is_workday(const struct calling *call) {
    int64_t minute = 0;
    bool is = false;
    if (calendar_of(call) == NULL || !minute_at(call, 0, &minute)) return false;
    if (!calendar_is_workday(calendar_of(call), day_of_minute(minute), &is, NULL)) return false;
    *call->out = boolean(is);
    return true;
}

static bool call_is_holiday(const struct calling *call) {
    int64_t minute = 0;
    bool is = false;
    if (calendar_of(call) == NULL || !minute_at(call, 0, &minute)) return false;
    if (!calendar_is_holiday(calendar_of(call), day_of_minute(minute), &is, NULL)) return false;
    *call->out = boolean(is);
    return true;
}

static bool call_minute_of_day(const struct calling *call) {
    int64_t minute = 0;
    if (!minute_at(call, 0, &minute)) return false;
    *call->out = integer(day_minute_of(minute));
    return true;
}

static bool call_weekday(const struct calling *call) {
    int64_t minute = 0;
    if (!minute_at(call, 0, &minute)) return false;
    *call->out = integer(day_weekday(day_of_minute(minute)));
    return true;
}

static bool call_add_workdays(const struct calling *call) {
    int64_t from = 0, minute = 0;
    if (calendar_of(call) == NULL || !minute_at(call, 0, &from)) return false;
    if (call->count < 2 || call->arguments[1].kind != DIRECT_INTEGER) return false;
    const int64_t days = call->arguments[1].integer;
    if (days < 0 || days > MOST_WORKDAYS) return false;
    if (!calendar_add_workdays(calendar_of(call), from, (int)days, &minute, NULL)) return false;
    *call->out = integer(minute);
    return true;
}

static bool call_working_hours(const struct calling *call) {
    int64_t from = 0, to = 0, minutes = 0;
    if (calendar_of(call) == NULL || !minute_at(call, 0, &from) || !minute_at(call, 1, &to)) return false;
    if (!calendar_working_minutes(calendar_of(call), from, to, &minutes, NULL)) return false;
    *call->out = (struct direct_value){.kind = DIRECT_NUMBER, .number = (double)minutes / 60.0};
    return true;
}

/* --- text and list --- */

static bool text_at(const struct calling *call, size_t i) { return i < call->count && call->arguments[i].kind == DIRECT_TEXT; }

static bool list_at(const struct calling *call, size_t i) {
    return i < call->count && (call->arguments[i].kind == DIRECT_LIST || call->arguments[i].kind == DIRECT_WORDS);
}

static bool call_contains(const struct calling *call) {
    if (!text_at(call, 0) || !text_at(call, 1)) return false;
    *call->out = boolean(str_find(call->arguments[0].text, call->arguments[1].text) >= 0);
    return true;
}

static bool call_contains_any(const struct calling *call) {
    if (!text_at(call, 0) || !list_at(call, 1)) return false;
    const struct direct_value *words = &call->arguments[1];
    bool found = false;
    for (size_t i = 0; i < words->count && !found; i++)
        found = str_find(call->arguments[0].text, direct_text_at(words, i)) >= 0;
    *call->out = boolean(found);
    return true;
}

static bool call_starts_with(const struct calling *call) {
    if (!text_at(call, 0) || !text_at(call, 1)) return false;
    *call->out = boolean(str_starts_with(call->arguments[0].text, call->arguments[1].text));
    return true;
}

static bool call_is_blank(const struct calling *call) {
    if (!text_at(call, 0)) return false;
    *call->out = boolean(str_trim(call->arguments[0].text).length == 0);
    return true;
}

static bool holds(const struct direct_value *list, struct str text) {
    for (size_t i = 0; i < list->count; i++)
        if (str_equal(direct_text_at(list, i), text)) return true;
    return false;
}

static bool call_has(const struct calling *call) {
    if (!list_at(call, 0) || !text_at(call, 1)) return false;
    *call->out = boolean(holds(&call->arguments[0], call->arguments[1].text));
    return true;
}

static bool call_has_any(const struct calling *call) {
    if (!list_at(call, 0) || !list_at(call, 1)) return false;
    bool found = false;
    for (size_t i = 0; i < call->arguments[1].count && !found; i++)
        found = holds(&call->arguments[0], direct_text_at(&call->arguments[1], i));
    *call->out = boolean(found);
    return true;
}

static bool call_count(const struct calling *call) {
    if (!list_at(call, 0)) return false;
    *call->out = integer(call->arguments[0].count);
    return true;
}

static const struct {
    lua_CFunction helper;
    bool (*call)(const struct calling *call);
} HELPERS[] = {
    {helper_pass, call_pass},
    {helper_fail, call_fail},
    {helper_unknown, call_unknown},
    {helper_contains_any, call_contains_any},
    {helper_contains, call_contains},
    {helper_has_any, call_has_any},
    {helper_has, call_has},
    {helper_is_workday, call_is_workday},
    {helper_is_holiday, call_is_holiday},
    {helper_minute_of_day, call_minute_of_day},
    {helper_add_workdays, call_add_workdays},
    {helper_working_hours, call_working_hours},
    {helper_weekday, call_weekday},
    {helper_is_blank, call_is_blank},
    {helper_starts_with, call_starts_with},
    {helper_count, call_count},
};

bool direct_call(struct direct *direct, lua_CFunction helper, const struct direct_value *arguments, size_t count,
                 struct direct_value *out) {
    const struct calling call = {direct, arguments, count, out};
    for (size_t i = 0; i < sizeof HELPERS / sizeof *HELPERS; i++)
        if (HELPERS[i].helper == helper) return HELPERS[i].call(&call);
    return false;
}
