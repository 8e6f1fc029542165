/* message.c - rules' messages filled with their values; what a finding and its remedy say. */
#include <model/lifecycle.h>
#include <say/say_inside.h>

static const struct rule_value *value_find(const struct rule_value *values, size_t count, struct str name) {
    for (size_t i = 0; i < count; i++)
        if (str_equal(values[i].name, name)) return &values[i];
    return NULL;
}

/* A number of a rule with at most two decimals; what is beyond exact integers of a double is none that a rule can mean. */
static void put_number(struct buf *out, double number, double scale) {
    const double scaled = number * scale * 100;
    char text[32];
    if (!(scaled > -9e15 && scaled < 9e15)) {
        buf_put_text(out, "?");
        return;
    }
    const int64_t hundredths = (int64_t)(scaled < 0 ? scaled - 0.5 : scaled + 0.5);
    buf_put(out, (struct str){text, writer_format_decimal(hundredths, 2, text)});
}

static void put_plain(struct buf *out, const struct rule_value *value, quanze_language language) {
    switch (value->kind) {
    case RULE_VALUE_INTEGER: buf_put_int(out, value->integer); break;
    case RULE_VALUE_NUMBER: put_number(out, value->number, 1); break;
    case RULE_VALUE_TEXT: buf_put(out, value->text.length ? value->text : messages_text(MESSAGE_NOT_WRITTEN, language)); break;
    case RULE_VALUE_TEXTS: say_texts(out, value->texts, language); break;
    }
}

static double number_of(const struct rule_value *value) {
    return value->kind == RULE_VALUE_INTEGER ? (double)value->integer : value->number;
}

static int64_t integer_of(const struct rule_value *value) {
    if (value->kind == RULE_VALUE_INTEGER) return value->integer;
    return value->number > -9e15 && value->number < 9e15 ? (int64_t)value->number : 0;
}

/* Of "task/tasks" what a number of them is called; false for a form without two words. */
static bool put_counted(struct buf *out, const struct rule_value *value, struct str form) {
    const ptrdiff_t slash = str_find(form, STR("/"));
    if (slash < 0) return false;
    const size_t first = (size_t)slash;
    if (number_of(value) == 1)
        buf_put(out, (struct str){form.at, first});
    else
        buf_put(out, (struct str){form.at + first + 1, form.length - first - 1});
    return true;
}

/* A number in the form that the template asks for; false when it is none of those. */
static bool put_measure(struct buf *out, const struct rule_value *value, struct str form, quanze_language language) {
    if (str_equal(form, STR("yuan"))) {
        put_number(out, number_of(value), 0.01);
        buf_put(out, messages_text(MESSAGE_YUAN_AFTER, language));
    } else if (str_equal(form, STR("time"))) {
        say_minute(out, integer_of(value), day_minute_of(integer_of(value)) == 0);
    } else if (str_equal(form, STR("date"))) {
        say_minute(out, integer_of(value), true);
    } else if (str_equal(form, STR("percent"))) {
        put_number(out, number_of(value), 100);
        buf_put_char(out, '%');
    } else {
        return put_counted(out, value, form);
    }
    return true;
}

/* A value of a kind that does not fit the form, or without one, is written as it is. */
static void put_formatted(struct buf *out, const struct rule_value *value, struct str form, quanze_language language) {
    const bool is_number = value->kind == RULE_VALUE_INTEGER || value->kind == RULE_VALUE_NUMBER;
    if (is_number && put_measure(out, value, form, language)) return;
    if (value->kind == RULE_VALUE_TEXT && (str_equal(form, STR("choice")) || str_equal(form, STR("list"))))
        say_word(out, value->text, language);
    else
        put_plain(out, value, language);
}

static void put_placeholder(struct buf *out, struct str inside, const struct rule_value *values, size_t count,
                            quanze_language language) {
    const ptrdiff_t colon = str_find(inside, STR(":"));
    const struct str name = {inside.at, colon < 0 ? inside.length : (size_t)colon};
    const struct str form = colon < 0 ? STR("") : (struct str){inside.at + colon + 1, inside.length - (size_t)colon - 1};
    const struct rule_value *value = value_find(values, count, name);
    if (value) {
        put_formatted(out, value, form, language);
        return;
    }
    buf_put_char(out, '{');
    buf_put(out, inside);
    buf_put_char(out, '}');
}

void say_message(struct buf *out, const struct message *message, const struct rule_value *values, size_t count,
                 quanze_language language) {
    struct str rest = bilingual_text(&message->text, language);
    while (rest.length > 0) {
        const char *open = memchr(rest.at, '{', rest.length);
        const char *close = open ? memchr(open, '}', rest.length - (size_t)(open - rest.at)) : NULL;
        if (!close) break;
        buf_put(out, (struct str){rest.at, (size_t)(open - rest.at)});
        put_placeholder(out, (struct str){open + 1, (size_t)(close - open) - 1}, values, count, language);
        rest.length -= (size_t)(close - rest.at) + 1;
        rest.at = close + 1;
    }
    buf_put(out, rest);
}

void say_fact_labels(struct buf *out, const struct fact_set *set, quanze_language language) {
    bool first = true;
    for (size_t id = fact_set_next(set, 0); id < FACT_COUNT_ALL; id = fact_set_next(set, id + 1)) {
        if (!first) buf_put(out, messages_text(MESSAGE_LIST_COMMA, language));
        buf_put(out, fact_label((enum fact_id)id, language));
        first = false;
    }
}

struct str say_state(struct str name, quanze_language language) {
    const int state = state_find(name);
    if (state < 0) return name;
    return language == QUANZE_ZH ? state_at((enum state_id)state)->zh : state_at((enum state_id)state)->en;
}

struct str say_ask(const struct task *task, const struct choice *ask, quanze_language language) {
    const struct str issuer = task_text(task, FACT_ID_ISSUER_NAME), leader = task_text(task, FACT_ID_ITEM_DEPARTMENT);
    if (str_equal(ask->name, STR("issuer")) && issuer.length > 0) return issuer;
    if (str_equal(ask->name, STR("county_department")) && leader.length > 0) return leader;
    return choice_text(ask, language);
}

void say_calendar_year(struct buf *out, int year, quanze_language language) {
    char text[32];
    MESSAGES_FILL(out, MESSAGE_CALENDAR_OF_YEAR, language, (struct str){text, writer_format_decimal(year, 0, text)});
}

static void put_unknown(struct buf *out, const struct finding *finding, quanze_language language) {
    const size_t begin = out->length;
    buf_put(out, messages_text(MESSAGE_UNKNOWN_BEFORE, language));
    const size_t labels = out->length;
    say_fact_labels(out, &finding->missing, language);
    if (finding->outcome.missing_year != 0) {
        if (out->length > labels) buf_put(out, messages_text(MESSAGE_LIST_COMMA, language));
        say_calendar_year(out, finding->outcome.missing_year, language);
    }
    if (out->length > labels) {
        buf_put(out, messages_text(MESSAGE_UNKNOWN_AFTER, language));
    } else if (!out->failed) {
        out->length = begin;
        buf_put(out, messages_text(MESSAGE_UNKNOWN_BARE, language));
    }
}

void say_finding(struct buf *out, const struct finding *finding, quanze_language language) {
    const struct rule_outcome *outcome = &finding->outcome;
    if (finding->unchecked)
        buf_put(out, messages_text(MESSAGE_NOT_CHECKED, language));
    else if (finding->status == STATUS_UNKNOWN || outcome->status == STATUS_UNKNOWN)
        put_unknown(out, finding, language); /* even where the rule failed: whether it counts is not known */
    else if (outcome->message)
        say_message(out, outcome->message, outcome->values, outcome->value_count, language);
    else if (finding->status == STATUS_ERROR)
        buf_put(out, bilingual_text(&outcome->error, language));
    else
        buf_put(out, bilingual_text(&finding->rule->title, language));
}

void say_set(struct buf *out, const struct fact_value *set, quanze_language language) {
    struct buf value = {0};
    say_value(&value, set->fact, &set->value, language);
    MESSAGES_FILL(out, MESSAGE_FACT_BECOMES, language, fact_label(set->fact, language), buf_str(&value));
    out->failed |= value.failed;
    buf_free(&value);
}

static bool is_time(enum fact_id fact) {
    enum fact_type type = fact_at(fact)->type;
    return type == FACT_DATE || type == FACT_START || type == FACT_END || type == FACT_MOMENT;
}

/* A rule's words for its remedy say by how much; the day and hour it comes to is what people act on. */
static void put_worded_remedy(struct buf *out, const struct rule_remedy *remedy, quanze_language language) {
    struct buf words = {0}, time = {0};
    say_message(&words, remedy->message, remedy->values, remedy->value_count, language);
    for (size_t i = 0; i < remedy->set_count && time.length == 0; i++)
        if (is_time(remedy->sets[i].fact) && remedy->sets[i].value.state == VALUE_GIVEN)
            say_value(&time, remedy->sets[i].fact, &remedy->sets[i].value, language);
    if (time.length > 0 && str_find(buf_str(&words), buf_str(&time)) < 0)
        MESSAGES_FILL(out, MESSAGE_WITH_REMARK, language, buf_str(&words), buf_str(&time));
    else
        buf_put(out, buf_str(&words));
    out->failed |= words.failed || time.failed;
    buf_free(&words);
    buf_free(&time);
}

void say_remedy(struct buf *out, const struct rule_remedy *remedy, quanze_language language) {
    if (remedy->message) {
        put_worded_remedy(out, remedy, language);
        return;
    }
    for (size_t i = 0; i < remedy->set_count; i++) {
        if (i > 0) buf_put(out, messages_text(MESSAGE_COMMA, language));
        say_set(out, &remedy->sets[i], language);
    }
}
