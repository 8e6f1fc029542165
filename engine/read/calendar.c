/* calendar.c - calendar years from their files.
 *
 * A file: format quanze/calendar/1, year, source, hours ["08:30-12:00", "13:00-17:30"], holidays and workdays as
 * [{date, name}]. Holidays are all days off of a public holiday, weekends inside it too; workdays are the make-up days.
 * Source: the State Council's yearly notices on public holidays.
 */
#include <read/keys.h>
#include <read/list/written.h>
#include <read/parts.h>
#include <read/read.h>

enum { YEAR_FORMAT, YEAR_YEAR, YEAR_SOURCE, YEAR_HOURS, YEAR_HOLIDAYS, YEAR_WORKDAYS, YEAR_KEYS };
enum { DAY_DATE, DAY_NAME, DAY_KEYS };

static const struct key DAY[] = {
    [DAY_DATE] = {.name = "date", .type = FACT_DATE}, [DAY_NAME] = {.name = "name", .type = FACT_TEXT}};

static const struct key YEAR[] = {
    [YEAR_FORMAT] = {.name = "format", .type = FACT_TEXT, .required = true},
    [YEAR_YEAR] = {.name = "year", .type = FACT_COUNT, .required = true},
    [YEAR_SOURCE] = {.name = "source", .type = FACT_TEXT, .required = true},
    [YEAR_HOURS] = {.name = "hours", .type = FACT_TEXTS, .required = true},
    [YEAR_HOLIDAYS] = {.name = "holidays", .type = FACT_RECORDS, .fields = DAY, .field_count = DAY_KEYS},
    [YEAR_WORKDAYS] = {.name = "workdays", .type = FACT_RECORDS, .fields = DAY, .field_count = DAY_KEYS},
};

enum { FRIDAY = 5, FIRST_YEAR = 1900, LAST_YEAR = 2999 };

/* One file being read. */
struct year_reading {
    const struct part *part;
    struct keys keys;
    struct arena *scratch;
    struct problems *problems;
    struct calendar_year *year;
    uint64_t made_up[6]; /* make-up workdays, by day of the year */
};

static struct place place_of(const struct year_reading *reading, size_t key) {
    const struct node *node = node_child(reading->part->root, YEAR[key].name);
    return node_place(node ? node : reading->part->root, reading->part->file);
}

/* Reads "HH:MM" at `at`. */
static bool read_clock(const char *at, int *minute) {
    for (size_t i = 0; i < 5; i++)
        if (i == 2 ? at[i] != ':' : at[i] < '0' || at[i] > '9') return false;
    int hours = (at[0] - '0') * 10 + (at[1] - '0'), minutes = (at[3] - '0') * 10 + (at[4] - '0');
    *minute = hours * 60 + minutes;
    return minutes < 60 && *minute <= DAY_MINUTES;
}

static bool read_span(struct str text, int *from, int *to) {
    return text.length == 11 && text.at[5] == '-' && read_clock(text.at, from) && read_clock(text.at + 6, to);
}

static void take_hours(const struct year_reading *reading) {
    enum { MOST = sizeof reading->year->hours.span / sizeof *reading->year->hours.span };
    const struct value *hours = &reading->keys.values[YEAR_HOURS];
    struct office_hours *out = &reading->year->hours;
    struct place place = place_of(reading, YEAR_HOURS);
    struct problems *problems = reading->problems;
    if (hours->state != VALUE_GIVEN) return;
    if (hours->count > MOST) {
        problem_error(problems, "too-many", place, "hours 有 %u 段，最多 %d 段", "hours has %u spans; at most %d are allowed",
                      (unsigned)hours->count, MOST);
        return;
    }
    for (size_t i = 0; i < hours->count; i++) {
        struct str text = value_text(&hours->items[i]);
        int from = 0, to = 0, before = i == 0 ? 0 : out->span[i - 1].to;
        if (!read_span(text, &from, &to) || from >= to || from < before) {
            problem_error(problems, "bad-hours", place, "hours 中的“%.*s”应如 08:30-12:00，先后排列、互不重叠",
                          "\"%.*s\" in hours should be like 08:30-12:00, in order and without overlap", WRITTEN_SHOWN(text));
            return;
        }
        out->span[i].from = from;
        out->span[i].to = to;
        out->minutes += to - from;
    }
    out->count = hours->count;
}

static int32_t first_day(int year) { return day_from_civil((struct civil){year, 1, 1}); }

static bool has_bit(const uint64_t *bits, int32_t at) { return (bits[at / 64] >> (at % 64)) & 1; }
static void set_bit(uint64_t *bits, int32_t at) { bits[at / 64] |= UINT64_C(1) << (at % 64); }

/* Marks one day in `bits`; `others` are those that the other list has marked. */
static void take_day(const struct year_reading *reading, const struct value *date, struct place place, uint64_t *bits,
                     const uint64_t *others) {
    struct problems *problems = reading->problems;
    int year = reading->year->year;
    char text[17] = "";
    if (date->state != VALUE_GIVEN) {
        problem_error(problems, "missing-key", place, "缺少 date", "date is missing");
        return;
    }
    int32_t at = (int32_t)date->number - first_day(year);
    day_format((int32_t)date->number, text);
    if (day_to_civil((int32_t)date->number).year != year)
        problem_error(problems, "other-year", place, "“%s”不在 %d 年内", "\"%s\" is not in the year %d", text, year);
    else if (has_bit(bits, at))
        problem_error(problems, "double-date", place, "“%s”写了两次", "\"%s\" is written twice", text);
    else if (has_bit(others, at))
        problem_error(problems, "double-date", place, "“%s”既列为放假又列为上班", "\"%s\" is both a day off and a working day",
                      text);
    else
        set_bit(bits, at);
}

static void take_days(const struct year_reading *reading, size_t key, uint64_t *bits, const uint64_t *others) {
    const struct value *days = &reading->keys.values[key];
    if (days->state != VALUE_GIVEN) return;
    const struct node *list = node_child(reading->part->root, YEAR[key].name);
    const struct node *node = list->kind == NODE_SEQUENCE ? list->first : list;
    for (size_t i = 0; i < days->count; i++, node = node->next)
        take_day(reading, &days->items[i * DAY_KEYS + DAY_DATE], node_place(node, reading->part->file), bits, others);
}

/* Monday to Friday without the holidays, and the make-up days. */
static void mark_workdays(struct calendar_year *year, const uint64_t *made_up) {
    int32_t first = first_day(year->year), days = first_day(year->year + 1) - first;
    for (int32_t day = 0; day < days; day++) {
        bool is_weekday = day_weekday(first + day) <= FRIDAY;
        if (has_bit(made_up, day) || (is_weekday && !has_bit(year->holidays, day))) set_bit(year->workdays, day);
    }
}

static void check_format(const struct year_reading *reading) {
    const struct value *format = &reading->keys.values[YEAR_FORMAT];
    if (format->state != VALUE_GIVEN || str_equal(value_text(format), STR("quanze/calendar/1"))) return;
    problem_error(reading->problems, "wrong-format", place_of(reading, YEAR_FORMAT),
                  "format 写的是“%.*s”，应为 quanze/calendar/1", "format is \"%.*s\", expected quanze/calendar/1",
                  WRITTEN_SHOWN(value_text(format)));
}

static void read_year(struct year_reading *reading) {
    const struct reading from = {.file = reading->part->file, .arena = reading->scratch, .problems = reading->problems};
    if (!keys_read(&reading->keys, reading->part->root, &from)) return;
    int64_t year = reading->keys.values[YEAR_YEAR].number;
    check_format(reading);
    if (year < FIRST_YEAR || year > LAST_YEAR) {
        problem_error(reading->problems, "bad-year", place_of(reading, YEAR_YEAR), "year 应在 %d 到 %d 之间",
                      "year should be from %d to %d", FIRST_YEAR, LAST_YEAR);
        return;
    }
    reading->year->year = (int)year;
    take_hours(reading);
    take_days(reading, YEAR_HOLIDAYS, reading->year->holidays, reading->made_up);
    take_days(reading, YEAR_WORKDAYS, reading->made_up, reading->year->holidays);
    mark_workdays(reading->year, reading->made_up);
    calendar_year_finish(reading->year);
}

/* Keeps the years ascending; one that is there already is a problem. */
static void add_year(struct calendar *calendar, const struct calendar_year *year, struct place place,
                     struct problems *problems) {
    size_t at = calendar->year_count;
    while (at > 0 && calendar->years[at - 1].year > year->year) at--;
    if (at > 0 && calendar->years[at - 1].year == year->year) {
        problem_error(problems, "double-year", place, "%d 年在另一份文件里已有", "the year %d stands in another file already",
                      year->year);
        return;
    }
    memmove(&calendar->years[at + 1], &calendar->years[at], (calendar->year_count - at) * sizeof *calendar->years);
    calendar->years[at] = *year;
    calendar->year_count++;
}

static bool take_years(const struct parts *parts, struct arena *scratch, struct calendar *out, struct problems *problems) {
    struct year_reading reading = {.scratch = scratch, .problems = problems};
    out->years = arena_take_array(&out->arena, parts->count, sizeof *out->years);
    if (!out->years || !keys_make(YEAR, YEAR_KEYS, scratch, &reading.keys)) return false;
    for (size_t i = 0; i < parts->count; i++) {
        struct calendar_year year = {.year = 0};
        size_t errors_before = problems->errors;
        reading.part = &parts->at[i];
        reading.year = &year;
        memset(reading.made_up, 0, sizeof reading.made_up);
        read_year(&reading);
        if (problems->errors == errors_before) add_year(out, &year, place_of(&reading, YEAR_YEAR), problems);
    }
    return !problems->out_of_memory;
}

quanze_status read_calendar(const char *folder, struct calendar *out, struct problems *problems, struct quanze_error *error) {
    struct parts parts = {.count = 0};
    quanze_status status = parts_read(folder, NULL, &out->arena, &parts, problems, error);
    out->digest = parts.digest;
    if (status == QUANZE_OK && !take_years(&parts, &parts.arena, out, problems)) status = error_memory(error);
    parts_free(&parts);
    return status == QUANZE_OK ? problems_status(problems, error) : status;
}
