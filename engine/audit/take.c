/* take.c - what the audit is told of other times: sums of months, what ended or was refused, corrections, complaints. */
#include <audit/book.h>
#include <audit/spread.h>

static int month_of(int32_t day) {
    const struct civil civil = day_to_civil(day);
    return civil.year * 12 + civil.month - 1;
}

void audit_sum_months(const struct audit *audit, int *from, int *to) {
    *from = month_of(audit_days_before(audit->options.days).from);
    if (*from > month_of(audit->period.from) - 12) *from = month_of(audit->period.from) - 12;
    *to = month_of(audit->period.to);
}

/* Where a sum of a month counts. */
struct windows {
    bool before, year, last_year;
    int trend; /* -1 = none */
};

static struct windows windows_of(const struct audit *audit, int month) {
    const int from = month_of(audit->period.from), to = month_of(audit->period.to);
    const int back = to - month, first_before = from - (to - from + 1);
    return (struct windows){.before = month >= first_before && month < from,
                            .year = month >= to / 12 * 12 && month < from,
                            .last_year = month >= from - 12 && month <= to - 12,
                            .trend = back >= 0 && back < AUDIT_TREND_MONTHS ? AUDIT_TREND_MONTHS - 1 - back : -1};
}

static void add_to(struct party *party, struct windows windows, int sum, int64_t value) {
    if (windows.before) party->before.at[sum] += value;
    if (windows.year) party->year.at[sum] += value;
    if (windows.last_year) party->last_year.at[sum] += value;
    party->has_last_year = party->has_last_year || windows.last_year;
}

static bool add_visits(struct audit *audit, int department, int township, int64_t visits) {
    void *array = audit->visits;
    struct visit_sum *at = book_more(&array, &audit->visit_count, &audit->visit_capacity, sizeof *at);
    if (array) audit->visits = array;
    if (at) *at = (struct visit_sum){(uint32_t)department, (uint32_t)township, visits};
    return at != NULL;
}

/* A sum over all townships: of the body and of the county. */
static bool take_all(struct audit *audit, struct windows windows, int department, struct str name, int64_t value) {
    const char kind = sum_made(name);
    const int sum = kind ? -1 : sum_find(name, audit->last_sum);
    audit->last_sum = sum < 0 ? 0 : sum;
    audit->has_before = audit->has_before || windows.before;
    if (kind == 'r') name = sum_rule(name);
    if (kind && value > 0 && (kind == 'r' ? windows.before : windows.year))
        return (kind == 'r' || spread_mention(audit, SUBJECT_COUNTY, 0, kind, name)) &&
               (department < 0 || spread_mention(audit, SUBJECT_DEPARTMENT, department, kind, name));
    if (sum < 0) return true;
    add_to(&audit->county, windows, sum, value);
    if (department >= 0) add_to(&audit->departments.at[department], windows, sum, value);
    if (windows.trend >= 0) {
        audit->trend[windows.trend].at[sum] += value;
        audit->has_trend[windows.trend] = true;
    }
    return true;
}

static bool take_township(struct audit *audit, struct windows windows, int department, int township, struct str name,
                          int64_t value) {
    const char kind = sum_made(name);
    const int sum = kind ? -1 : sum_find(name, audit->last_sum);
    audit->last_sum = sum < 0 ? 0 : sum;
    if (township < 0) return false;
    if (kind && kind != 'r' && windows.year && value > 0) return spread_mention(audit, SUBJECT_TOWNSHIP, township, kind, name);
    if (sum < 0) return true;
    add_to(&audit->townships.at[township], windows, sum, value);
    return sum != SUM_VISITS || !windows.year || department < 0 || add_visits(audit, department, township, value);
}

quanze_status audit_take_sum(struct audit *audit, int month, struct str township, struct str department, struct str name,
                             int64_t value, struct quanze_error *error) {
    const struct windows windows = windows_of(audit, month);
    if (!windows.before && !windows.year && !windows.last_year && windows.trend < 0) return QUANZE_OK;
    const int body = party_department(audit, department);
    if (body < 0 && department.length > 0) return error_memory(error);
    const bool ok = township.length == 0 ? take_all(audit, windows, body, name, value)
                                         : take_township(audit, windows, body, party_township(audit, township), name, value);
    return ok ? QUANZE_OK : error_memory(error);
}

quanze_status audit_take_group(struct audit *audit, enum audit_group_kind kind, int32_t similarity, const uint32_t *papers,
                               size_t count, struct quanze_error *error) {
    void *array = audit->groups;
    struct group *group = book_more(&array, &audit->group_count, &audit->group_capacity, sizeof *group);
    if (array) audit->groups = array;
    uint32_t *copy = group ? arena_take(&audit->arena, (count + 1) * sizeof *copy) : NULL;
    if (!copy) return error_memory(error);
    memcpy(copy, papers, count * sizeof *copy);
    *group = (struct group){kind, similarity, copy, count};
    return QUANZE_OK;
}

static bool copy(struct audit *audit, struct str text, struct str *out) {
    *out = text.length > 0 ? arena_copy(&audit->arena, text) : STR("");
    return out->at != NULL;
}

static bool copy_past(struct audit *audit, const struct audit_past *past, struct audit_past *out) {
    *out = *past;
    out->townships.at = arena_take_array(&audit->arena, past->townships.count + 1, sizeof *out->townships.at);
    bool ok = out->townships.at && copy(audit, past->id, &out->id) && copy(audit, past->title, &out->title) &&
              copy(audit, past->issuer, &out->issuer) && copy(audit, past->item, &out->item) &&
              copy(audit, past->kind, &out->kind) && copy(audit, past->state, &out->state);
    for (size_t i = 0; ok && i < past->townships.count; i++) ok = copy(audit, past->townships.at[i], &out->townships.at[i]);
    return ok;
}

quanze_status audit_take_ended(struct audit *audit, const struct audit_past *past, struct quanze_error *error) {
    void *array = audit->ended;
    struct audit_past *at = book_more(&array, &audit->ended_count, &audit->ended_capacity, sizeof *at);
    if (array) audit->ended = array;
    return at && copy_past(audit, past, at) ? QUANZE_OK : error_memory(error);
}

quanze_status audit_take_refused(struct audit *audit, const struct audit_past *past, struct quanze_error *error) {
    void *array = audit->refused;
    struct audit_past *at = book_more(&array, &audit->refused_count, &audit->refused_capacity, sizeof *at);
    if (array) audit->refused = array;
    return at && copy_past(audit, past, at) ? QUANZE_OK : error_memory(error);
}

/* The list's own name of a body that was called by its id or an alias. */
static struct str name_of(const struct audit *audit, struct str body) {
    const struct list *list = audit->options.list;
    const int at = body.length > 0 ? list_find_department(list, body) : -1;
    return at < 0 ? body : list->departments[at].name;
}

quanze_status audit_take_correction(struct audit *audit, const struct audit_correction *correction,
                                    struct quanze_error *error) {
    void *array = audit->corrections;
    struct audit_correction *at = book_more(&array, &audit->correction_count, &audit->correction_capacity, sizeof *at);
    if (array) audit->corrections = array;
    if (!at) return error_memory(error);
    *at = *correction;
    return copy(audit, correction->id, &at->id) && copy(audit, name_of(audit, correction->department), &at->department) &&
                   copy(audit, correction->rule, &at->rule) && copy(audit, correction->words, &at->words)
               ? QUANZE_OK
               : error_memory(error);
}

/* What came in the period, and whether it was answered by now. */
quanze_status audit_take_complaint(struct audit *audit, struct str department, int32_t day, bool answered,
                                   struct quanze_error *error) {
    if (day < audit->period.from || day > audit->period.to) return QUANZE_OK;
    const struct str body = name_of(audit, department);
    size_t at = 0;
    while (at < audit->complaint_count && !str_equal(audit->complaints[at].department, body)) at++;
    if (at == audit->complaint_count) {
        void *array = audit->complaints;
        struct complaint_sum *sum = book_more(&array, &audit->complaint_count, &audit->complaint_capacity, sizeof *sum);
        if (array) audit->complaints = array;
        if (!sum || !copy(audit, body, &sum->department)) return error_memory(error);
    }
    audit->complaints[at].received++;
    audit->complaints[at].answered += answered;
    return QUANZE_OK;
}
