/* written.c - dates, amounts, counts and words, from how people write them. */
#include <read/list/written.h>

#include <base/utf8.h>

bool written_is_none(struct str text) { return str_equal(text, STR("none")) || str_equal(text, STR("无")); }

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

static size_t count_digits(struct str text) {
    size_t count = 0;
    while (count < text.length && is_digit(text.at[count])) count++;
    return count;
}

static struct str behind(struct str text, size_t bytes) { return (struct str){text.at + bytes, text.length - bytes}; }

static bool append_digits(struct str digits, int64_t max, int64_t *number) {
    for (size_t i = 0; i < digits.length; i++) {
        *number = *number * 10 + (digits.at[i] - '0');
        if (*number > max) return false;
    }
    return true;
}

/* The digits behind the point, without the zeros that spreadsheets write beyond the last decimal. */
static bool read_fraction(struct str rest, size_t decimals, struct str *out) {
    *out = (struct str){"", 0};
    if (rest.length == 0) return true;
    struct str digits = behind(rest, 1);
    if (rest.at[0] != '.' || decimals == 0 || digits.length == 0 || count_digits(digits) != digits.length) return false;
    while (digits.length > decimals && digits.at[digits.length - 1] == '0') digits.length--;
    *out = digits;
    return digits.length <= decimals;
}

/* A number with at most `decimals` digits behind the point, counted in the smallest unit. */
static bool read_decimal(struct str text, size_t decimals, int64_t max, int64_t *out) {
    struct str whole = {text.at, count_digits(text)}, fraction;
    int64_t number = 0;
    if (whole.length == 0 || !read_fraction(behind(text, whole.length), decimals, &fraction)) return false;
    if (!append_digits(whole, max, &number) || !append_digits(fraction, max, &number)) return false;
    for (size_t i = fraction.length; i < decimals; i++) number *= 10;
    *out = number;
    return number <= max;
}

static bool read_ratio(struct str text, int64_t *out) {
    if (text.length == 0 || text.at[text.length - 1] != '%') return read_decimal(text, 6, 1000000, out);
    return read_decimal(str_trim((struct str){text.at, text.length - 1}), 4, 1000000, out);
}

static bool read_bool(struct str text, int64_t *out) {
    static const struct str words[2][4] = {{{"false", 5}, {"否", 3}, {"no", 2}, {"0", 1}},
                                           {{"true", 4}, {"是", 3}, {"yes", 3}, {"1", 1}}};
    for (int answer = 0; answer < 2; answer++)
        for (size_t i = 0; i < 4; i++)
            if (str_equal(text, words[answer][i])) {
                *out = answer;
                return true;
            }
    return false;
}

static bool read_day(struct str text, int64_t *out) {
    int32_t day;
    if (!day_parse(text, &day)) return false;
    *out = day;
    return true;
}

static bool read_time(enum fact_type type, struct str text, struct value *out) {
    int64_t minute;
    bool whole_day;
    if (!day_parse_time(text, &minute, &whole_day)) return false;
    if (whole_day && type == FACT_MOMENT) return false;
    if (whole_day && type == FACT_END) minute += DAY_MINUTES - 1;
    *out = value_number(minute);
    out->whole_day = whole_day;
    return true;
}

static bool read_choice(struct choices choices, struct str text, int64_t *out) {
    *out = choice_find(choices, text);
    return *out >= 0;
}

static bool read_done(struct str text, struct value *out) {
    int64_t number = DAY_NONE;
    if (str_equal(text, STR("done")) || read_day(text, &number)) {
        *out = value_number(number);
        return true;
    }
    if (!read_bool(text, &number)) return false;
    *out = number ? value_number(DAY_NONE) : (struct value){.state = VALUE_NONE};
    return true;
}

/* Most writing has nothing around it. */
static struct str trim(struct str text) {
    bool is_bare = text.length > 0 && (signed char)text.at[0] > ' ' && (signed char)text.at[text.length - 1] > ' ';
    return is_bare ? text : str_trim(text);
}

bool written_read(enum fact_type type, struct choices choices, struct str text, struct value *out) {
    struct str trimmed = trim(text);
    int64_t number = 0;
    bool fits = false;
    switch (type) {
    case FACT_BOOL: fits = read_bool(trimmed, &number); break;
    case FACT_COUNT: fits = read_decimal(trimmed, 0, WRITTEN_MAX_COUNT, &number); break;
    case FACT_MONEY: fits = read_decimal(trimmed, 2, WRITTEN_MAX_FEN, &number); break;
    case FACT_RATIO: fits = read_ratio(trimmed, &number); break;
    case FACT_HOURS: fits = read_decimal(trimmed, 3, WRITTEN_MAX_HOURS * 1000, &number); break;
    case FACT_DATE: fits = read_day(trimmed, &number); break;
    case FACT_CHOICE: fits = read_choice(choices, trimmed, &number); break;
    case FACT_START:
    case FACT_END:
    case FACT_MOMENT: return read_time(type, trimmed, out);
    case FACT_DONE: return read_done(trimmed, out);
    case FACT_TEXT: *out = value_of_text(text); return true;
    case FACT_TEXTS:
    case FACT_CHOICES:
    case FACT_RECORDS: return false;
    }
    if (fits) *out = value_number(number);
    return fits;
}

struct str written_shown(struct str text) {
    enum { COLUMNS = 60 };
    return text.length <= COLUMNS ? text : utf8_fit(text, COLUMNS);
}

/* The vocabulary, or as much of it as one sentence can hold. */
static struct str name_choices(struct choices choices, char *room, size_t size) {
    size_t length = 0;
    for (size_t i = 0; i < choices.count; i++) {
        struct str name = choices.at[i].name;
        bool is_last_that_fits = length + name.length + sizeof " | …" > size;
        struct str piece = is_last_that_fits ? STR("…") : name;
        if (i > 0) {
            memcpy(room + length, " | ", 3);
            length += 3;
        }
        memcpy(room + length, piece.at, piece.length);
        length += piece.length;
        if (is_last_that_fits) break;
    }
    return (struct str){room, length};
}

static void report_choice(struct choices choices, struct str name, struct str text, struct place place,
                          struct problems *problems) {
    int near = choice_nearest(choices, text);
    if (near >= 0) {
        struct choice choice = choices.at[near];
        problem_error(problems, "unknown-word", place, "%.*s 不能是“%.*s”；是否要写 %.*s（%.*s）？",
                      "%.*s cannot be \"%.*s\"; did you mean %.*s (%.*s)?", (int)name.length, name.at, WRITTEN_SHOWN(text),
                      (int)choice.name.length, choice.name.at, (int)choice.zh.length, choice.zh.at);
        return;
    }
    char room[256];
    struct str words = name_choices(choices, room, sizeof room);
    problem_error(problems, "unknown-word", place, "%.*s 不能是“%.*s”，应为：%.*s",
                  "%.*s cannot be \"%.*s\", expected one of: %.*s", (int)name.length, name.at, WRITTEN_SHOWN(text),
                  (int)words.length, words.at);
}

#define REPORT(code, zh, en)                                                                                                   \
    problem_error(problems, code, place, "%.*s 写的是“%.*s”，应为" zh, "%.*s is \"%.*s\", expected " en, (int)name.length,     \
                  name.at, WRITTEN_SHOWN(text))

void written_report(enum fact_type type, struct choices choices, struct str name, struct str text, struct place place,
                    struct problems *problems) {
    switch (type) {
    case FACT_BOOL: REPORT("not-bool", "是或否（true、false）", "true or false"); break;
    case FACT_COUNT: REPORT("not-count", "0 到 10 亿之间的整数", "a whole number from 0 to 1,000,000,000"); break;
    case FACT_MONEY:
        REPORT("not-money", "以元为单位的金额：不为负，至多两位小数，不超过 1000 亿",
               "an amount in yuan: not negative, at most two decimals, at most 100,000,000,000");
        break;
    case FACT_RATIO:
        REPORT("not-ratio", "0 到 1 之间的比例，如 0.6 或 60%%", "a ratio from 0 to 1, such as 0.6 or 60%%");
        break;
    case FACT_HOURS:
        REPORT("not-hours", "小时数，如 2.5：不为负，至多三位小数", "hours such as 2.5: not negative, at most three decimals");
        break;
    case FACT_DATE: REPORT("not-date", "日期，如 2023-12-07", "a date that exists, such as 2023-12-07"); break;
    case FACT_START:
    case FACT_END:
        REPORT("not-time", "日期或时间，如 2023-12-07 或 2023-12-07T16:00",
               "a date or time, such as 2023-12-07 or 2023-12-07T16:00");
        break;
    case FACT_MOMENT:
        REPORT("not-moment", "写到分钟的时间，如 2023-12-07T16:00", "a time to the minute, such as 2023-12-07T16:00");
        break;
    case FACT_CHOICE:
    case FACT_CHOICES: report_choice(choices, name, text, place, problems); break;
    case FACT_DONE: REPORT("not-done", "done、none 或日期", "done, none or a date"); break;
    case FACT_TEXT:
    case FACT_TEXTS: REPORT("not-text", "文字", "a text"); break;
    case FACT_RECORDS: REPORT("not-records", "一组记录", "a list of records"); break;
    }
}

bool written_number(struct str text, double *out) {
    enum { DIGITS = 15 };
    int64_t number = 0, scale = 1;
    size_t digits = 0;
    bool has_point = false, ends_in_digit = false;
    for (size_t i = 0; i < text.length; i++) {
        char c = text.at[i];
        ends_in_digit = c >= '0' && c <= '9';
        if (!ends_in_digit && (c != '.' || has_point || i == 0)) return false;
        if (!ends_in_digit) {
            has_point = true;
            continue;
        }
        if (++digits > DIGITS) return false;
        number = number * 10 + (c - '0');
        if (has_point) scale *= 10;
    }
    *out = (double)number / (double)scale;
    return ends_in_digit;
}
