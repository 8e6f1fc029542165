/* audit_words.c - see audit_words.h. */
#include <say/audit/audit_words.h>

#include <audit/indicator.h>

void audit_put_digits(struct buf *out, int64_t number, unsigned digits) {
    char text[32];
    const struct str plain = {text, writer_format_decimal(number, digits, text)};
    const size_t sign = plain.length > 0 && text[0] == '-';
    const char *point = memchr(text, '.', plain.length);
    const size_t whole = point ? (size_t)(point - text) : plain.length;
    for (size_t i = 0; i < plain.length; i++) {
        if (i > sign && i < whole && (whole - i) % 3 == 0) buf_put_char(out, ',');
        buf_put_char(out, text[i]);
    }
}

static int64_t power_of_ten(unsigned digits) {
    int64_t power = 1;
    while (digits-- > 0) power *= 10;
    return power;
}

int64_t audit_thousandths(struct audit_number number) {
    const int64_t whole = power_of_ten(number.digits);
    return (number.number * 1000 + whole / 2) / whole;
}

/* A share as a percentage with one decimal. */
static void put_share(struct buf *out, struct audit_number number) {
    audit_put_digits(out, audit_thousandths(number), 1);
    buf_put_text(out, " %");
}

void audit_put_figure(struct buf *out, struct audit_number number, struct str unit, quanze_language language) {
    const bool is_mean = str_equal(unit, STR("per_workday")) && number.digits == 4;
    if (!number.known)
        buf_put(out, messages_text(MESSAGE_UNKNOWN, language));
    else if (unit.length == 0)
        put_share(out, number);
    else if (is_mean)
        audit_put_digits(out, (number.number + 50) / 100, 2); /* days are counted in tens */
    else
        audit_put_digits(out, number.number, number.digits);
}

void audit_put_number(struct buf *out, struct audit_number number, struct str unit, quanze_language language) {
    const size_t from = out->length;
    audit_put_figure(out, number, unit, language);
    const bool is_one = str_equal((struct str){out->at + from, out->length - from}, STR("1"));
    if (!number.known || unit.length == 0) return;
    buf_put_char(out, ' ');
    buf_put(out, messages_unit_of(unit, is_one, language));
}

struct audit_number audit_shown(const struct audit_indicator *indicator) {
    struct audit_number shown = indicator->value;
    shown.known = shown.known && (shown.number != 0 || indicator->confidence != AUDIT_ESTIMATED);
    return shown;
}

void audit_put_value(struct buf *out, const struct audit_indicator *indicator, quanze_language language) {
    const struct audit_indicator_info info = audit_indicator_info(indicator->id);
    const struct str unit = info.unit;
    const bool is_least = info.is_least;
    const struct audit_number shown = audit_shown(indicator);
    struct buf number = {0};
    audit_put_number(&number, shown, unit, language);
    if (shown.known && indicator->confidence == AUDIT_ESTIMATED)
        MESSAGES_FILL(out, is_least ? MESSAGE_AUDIT_NO_MORE : MESSAGE_AUDIT_AT_LEAST, language, buf_str(&number));
    else
        buf_put(out, buf_str(&number));
    out->failed |= number.failed;
    buf_free(&number);
}

/* Shares, and what is held against last year, are limited by percentages. */
static bool is_percent(const struct audit_indicator *indicator) {
    return indicator_row(indicator->id)->light == LIGHT_OF_LAST_YEAR || audit_indicator_info(indicator->id).unit.length == 0;
}

static void put_limit(struct buf *out, const struct audit_indicator *indicator, enum audit_light light, double value,
                      quanze_language language) {
    const struct audit_threshold *threshold = &indicator->threshold;
    struct buf limit = {0};
    say_number(&limit, is_percent(indicator) ? value * 100 : value);
    if (is_percent(indicator)) buf_put_text(&limit, " %");
    MESSAGES_FILL(out, threshold->higher_is_better ? MESSAGE_LIMIT_AT_LEAST : MESSAGE_LIMIT_AT_MOST, language,
                  audit_light_word(light, language), buf_str(&limit));
    out->failed |= limit.failed;
    buf_free(&limit);
}

/* What is held against the limits, where it is not the value itself. */
static enum message_id measure_of(const struct audit_indicator *indicator) {
    switch (indicator_row(indicator->id)->light) {
    case LIGHT_OF_LAST_YEAR: return MESSAGE_LIMIT_LAST_YEAR;
    case LIGHT_OF_PER_WORKDAY: return MESSAGE_LIMIT_PER_WORKDAY;
    case LIGHT_OF_PER_PERSON: return MESSAGE_LIMIT_PER_PERSON;
    case LIGHT_OF_PER_TASK: return MESSAGE_LIMIT_PER_TASK;
    case LIGHT_OF_VALUE: break;
    }
    return MESSAGE_NOTHING;
}

void audit_put_threshold(struct buf *out, const struct audit_indicator *indicator, quanze_language language) {
    const struct audit_threshold *threshold = &indicator->threshold;
    if (!threshold->rule || !threshold->green) return;
    put_limit(out, indicator, LIGHT_GREEN, threshold->green_value, language);
    if (threshold->yellow && threshold->yellow_value != threshold->green_value) {
        buf_put(out, messages_text(MESSAGE_COMMA, language));
        put_limit(out, indicator, LIGHT_YELLOW, threshold->yellow_value, language);
    }
    buf_put(out, messages_text(measure_of(indicator), language));
    MESSAGES_FILL(out, MESSAGE_LIMIT_SOURCE, language, threshold->rule->id, threshold->green->source);
}

static struct str day_text(int32_t day, char out[17]) {
    return day == DAY_NONE ? (struct str){"", 0} : (struct str){out, day_format(day, out)};
}

/* "2026 年 8 月至 10 月": a period is of whole months. */
static void put_months(struct buf *out, const struct audit_period *period, quanze_language language) {
    const struct civil first = day_to_civil(period->from), last = day_to_civil(period->to);
    const bool one_year = first.year == last.year;
    char texts[4][32];
    const struct str year = {texts[0], writer_format_decimal(first.year, 0, texts[0])},
                     month = {texts[1], writer_format_decimal(first.month, 0, texts[1])},
                     end = {texts[2], writer_format_decimal(last.month, 0, texts[2])},
                     end_year = {texts[3], writer_format_decimal(last.year, 0, texts[3])};
    if (one_year)
        MESSAGES_FILL(out, MESSAGE_AUDIT_MONTHS, language, year, month, end);
    else
        MESSAGES_FILL(out, MESSAGE_AUDIT_YEARS, language, year, month, end_year, end);
}

void audit_put_period(struct buf *out, const struct audit_period *period, quanze_language language) {
    char from[32], to[32];
    if (period->is_month) {
        const struct civil civil = day_to_civil(period->from);
        MESSAGES_FILL(out, MESSAGE_AUDIT_MONTH, language, (struct str){from, writer_format_decimal(civil.year, 0, from)},
                      (struct str){to, writer_format_decimal(civil.month, 0, to)});
        return;
    }
    put_months(out, period, language);
}

void audit_put_only(struct buf *out, const struct audit_report *report, quanze_language language) {
    const bool both = report->only_township.length > 0 && report->only_department.length > 0;
    if (report->only_department.length > 0) MESSAGES_FILL(out, MESSAGE_AUDIT_ONLY_FROM, language, report->only_department);
    if (both) buf_put(out, messages_text(MESSAGE_COMMA, language));
    if (report->only_township.length > 0) MESSAGES_FILL(out, MESSAGE_AUDIT_ONLY_TO, language, report->only_township);
}

void audit_put_title(struct buf *out, const struct audit_report *report, quanze_language language) {
    const struct list *list = report->list;
    struct buf period = {0}, title = {0}, only = {0};
    audit_put_period(&period, &report->period, language);
    audit_put_only(&only, report, language);
    MESSAGES_FILL(&title, MESSAGE_AUDIT_TITLE, language, list->county.length > 0 ? list->county : list->title,
                  buf_str(&period));
    if (only.length > 0)
        MESSAGES_FILL(out, MESSAGE_WITH_REMARK, language, buf_str(&title), buf_str(&only));
    else
        buf_put(out, buf_str(&title));
    out->failed |= period.failed || title.failed || only.failed;
    buf_free(&period);
    buf_free(&title);
    buf_free(&only);
}

/* What {1}, {2}, {3} of a remark are. */
void audit_put_remark(struct buf *out, const struct audit_remark *remark, quanze_language language) {
    char number[32], text[17];
    const struct str count = {number, writer_format_decimal((int64_t)remark->count, 0, number)},
                     day = day_text(remark->day, text);
    switch (remark->kind) {
    case REMARK_RUNNING: MESSAGES_FILL(out, MESSAGE_REMARK_RUNNING, language, day); break;
    case REMARK_SEVERAL_MONTHS: MESSAGES_FILL(out, MESSAGE_REMARK_SEVERAL_MONTHS, language, count); break;
    case REMARK_COMPARED: MESSAGES_FILL(out, MESSAGE_REMARK_COMPARED, language, day, count); break;
    case REMARK_ENDS_EARLY: MESSAGES_FILL(out, MESSAGE_REMARK_ENDS_EARLY, language, day, count); break;
    case REMARK_STARTS_LATE: MESSAGES_FILL(out, MESSAGE_REMARK_STARTS_LATE, language, day, count); break;
    case REMARK_UNDATED: MESSAGES_FILL(out, MESSAGE_REMARK_UNDATED, language, count); break;
    case REMARK_UNDECIDED: MESSAGES_FILL(out, MESSAGE_REMARK_UNDECIDED, language, count); break;
    case REMARK_UNREADABLE: MESSAGES_FILL(out, MESSAGE_REMARK_UNREADABLE, language, count); break;
    case REMARK_UNKNOWN_TOWNSHIP: MESSAGES_FILL(out, MESSAGE_REMARK_UNKNOWN_TOWNSHIP, language, count, remark->name); break;
    case REMARK_UNKNOWN_ISSUER: MESSAGES_FILL(out, MESSAGE_REMARK_UNKNOWN_ISSUER, language, count, remark->name); break;
    case REMARK_NO_ISSUER: MESSAGES_FILL(out, MESSAGE_REMARK_NO_ISSUER, language, count); break;
    case REMARK_NO_TOWNSHIP: MESSAGES_FILL(out, MESSAGE_REMARK_NO_TOWNSHIP, language, count); break;
    case REMARK_OTHER_LIST: MESSAGES_FILL(out, MESSAGE_REMARK_OTHER_LIST, language, count, day, remark->name); break;
    case REMARK_NO_CALENDAR: MESSAGES_FILL(out, MESSAGE_REMARK_NO_CALENDAR, language, count); break;
    case REMARK_NO_PREVIOUS: MESSAGES_FILL(out, MESSAGE_REMARK_NO_PREVIOUS, language, count); break;
    case REMARK_NO_LAST_YEAR: MESSAGES_FILL(out, MESSAGE_REMARK_NO_LAST_YEAR, language, count); break;
    }
}

struct str audit_department_name(const struct audit_report *report, int department, quanze_language language) {
    if (department < 0) return messages_text(MESSAGE_AUDIT_NO_ISSUER, language);
    return report->departments[department].name;
}

struct str audit_party_name(const struct audit_report *report, enum subject subject, int party, quanze_language language) {
    switch (subject) {
    case SUBJECT_DEPARTMENT: return audit_department_name(report, party, language);
    case SUBJECT_TOWNSHIP: return report->townships[party].name;
    case SUBJECT_MATTER: return report->matters[party].name;
    case SUBJECT_PAPER: return report->tasks[party].title;
    case SUBJECT_COUNTY:
    case SUBJECT_NONE: break;
    }
    const bool is_whole = report->only_department.length == 0 && report->only_township.length == 0;
    return messages_text(is_whole ? MESSAGE_AUDIT_COUNTY : MESSAGE_AUDIT_CHOSEN, language);
}

struct str audit_light_word(enum audit_light light, quanze_language language) {
    static const enum message_id WORDS[] = {MESSAGE_LIGHT_NONE, MESSAGE_LIGHT_GREEN, MESSAGE_LIGHT_YELLOW, MESSAGE_LIGHT_RED};
    return messages_text(WORDS[light], language);
}

bool audit_indicator_is_open(const struct audit_indicator *indicator) {
    return indicator->light == LIGHT_NONE && indicator->threshold.rule && indicator->unknown > 0;
}

struct str audit_indicator_light(const struct audit_indicator *indicator, quanze_language language) {
    return audit_indicator_is_open(indicator) ? messages_text(MESSAGE_LIGHT_OPEN, language)
                                              : audit_light_word(indicator->light, language);
}

void audit_put_confidence(struct buf *out, const struct audit_indicator *indicator, quanze_language language) {
    char text[32];
    switch (indicator->confidence) {
    case AUDIT_MEASURED: buf_put(out, messages_text(MESSAGE_CONFIDENCE_MEASURED, language)); break;
    case AUDIT_RECALLED: buf_put(out, messages_text(MESSAGE_CONFIDENCE_RECALLED, language)); break;
    case AUDIT_ESTIMATED:
        MESSAGES_FILL(out, MESSAGE_CONFIDENCE_ESTIMATED, language,
                      (struct str){text, writer_format_decimal((int64_t)indicator->unknown, 0, text)});
        break;
    }
}

struct str audit_group_word(enum audit_group_kind kind, quanze_language language) {
    static const enum message_id WORDS[] = {MESSAGE_COPY_SAME_TEXT, MESSAGE_COPY_NEAR_TEXT, MESSAGE_COPY_SAME_ITEM,
                                            MESSAGE_COPY_SAME_FIELDS, MESSAGE_COPY_VERSION};
    return messages_text(WORDS[kind], language);
}

struct str audit_repeat_word(enum audit_repeat_kind kind, quanze_language language) {
    static const enum message_id WORDS[] = {MESSAGE_REPEAT_VERSIONS, MESSAGE_REPEAT_FORM, MESSAGE_REPEAT_DATA,
                                            MESSAGE_REPEAT_RULE};
    return messages_text(WORDS[kind], language);
}

struct str audit_alert_word(enum audit_alert_kind kind, quanze_language language) {
    static const enum message_id WORDS[] = {MESSAGE_ALERT_RENEWED,  MESSAGE_ALERT_REWORDED, MESSAGE_ALERT_SPLIT,
                                            MESSAGE_ALERT_BY_OTHER, MESSAGE_ALERT_ROLES,    MESSAGE_ALERT_INFORMAL,
                                            MESSAGE_ALERT_GUIDANCE, MESSAGE_ALERT_RECALLED, MESSAGE_ALERT_SHIFT};
    return messages_text(WORDS[kind], language);
}

struct str audit_correction_word(enum audit_correction_state state, quanze_language language) {
    static const enum message_id WORDS[] = {MESSAGE_CORRECTION_OPEN, MESSAGE_CORRECTION_DUE, MESSAGE_CORRECTION_DONE,
                                            MESSAGE_CORRECTION_RELAPSED};
    return messages_text(WORDS[state], language);
}

static void put_sum(struct buf *out, enum message_id what, int64_t sum, struct str unit, quanze_language language) {
    struct buf amount = {0};
    const struct audit_number number = {true, sum, str_equal(unit, STR("CNY")) ? 2 : 0};
    if (sum <= 0) return;
    audit_put_number(&amount, number, unit, language);
    MESSAGES_FILL(out, what, language, buf_str(&amount));
    out->failed |= amount.failed;
    buf_free(&amount);
}

void audit_put_owed(struct buf *out, const struct audit_report *report, struct audit_tasks tasks, quanze_language language) {
    int64_t funds = 0, staff = 0;
    for (size_t i = 0; i < tasks.count; i++) {
        const struct audit_task *task = &report->tasks[tasks.at[i]];
        if (task->funds_gap_fen > 0) funds += task->funds_gap_fen;
        if (task->staff_gap > 0) staff += task->staff_gap;
    }
    put_sum(out, MESSAGE_OWED_FUNDS, funds, STR("CNY"), language);
    if (funds > 0 && staff > 0) buf_put(out, messages_text(MESSAGE_LIST_COMMA, language));
    put_sum(out, MESSAGE_OWED_STAFF, staff, STR("person"), language);
}

void audit_put_finding(struct buf *out, const struct audit_finding *finding, quanze_language language) {
    const struct finding told = {
        .rule = finding->rule, .status = finding->status, .outcome = finding->outcome, .missing = finding->missing};
    say_finding(out, &told, language);
}

bool audit_rule_counts(const struct audit_report *report, struct str rule) {
    const int at = rulebook_find_on(report->book, rule, report->period.to);
    return at < 0 || report->book->rules[at].level > LEVEL_INFO;
}
