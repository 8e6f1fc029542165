/* collect.c - what the audit is told of the period. */
#include <audit/book.h>
#include <audit/spread.h>
#include <audit/untold.h>

#include <base/alloc.h>
#include <decide/decide.h>

#define LATE_DAYS 31 /* entered later than this after it came: recalled */

static int month_of(int32_t day) {
    const struct civil civil = day_to_civil(day);
    return civil.year * 12 + civil.month - 1;
}

static int32_t first_day_of(int month) { return day_from_civil((struct civil){month / 12, month % 12 + 1, 1}); }

static struct validity months(int from, int to) { return (struct validity){first_day_of(from), first_day_of(to + 1) - 1}; }

struct validity audit_days_before(struct validity days) {
    const int from = month_of(days.from), count = month_of(days.to) - from + 1;
    return months(from - count, from - 1);
}

struct validity audit_days_last_year(struct validity days) {
    return months(month_of(days.from) - 12, month_of(days.to) - 12);
}

static void count_workdays(struct audit *audit) {
    struct audit_period *period = &audit->period;
    const struct calendar *calendar = audit->options.calendar;
    const int32_t to = period->is_running ? audit->options.today : period->to;
    period->workdays_known = true;
    for (int32_t day = period->from; day <= to && period->workdays_known; day++) {
        bool works = false;
        period->workdays_known = calendar && calendar_is_workday(calendar, day, &works, &period->missing_year);
        period->workdays += works;
    }
    if (!period->workdays_known && !calendar) period->missing_year = day_to_civil(period->from).year;
}

static bool open_parties(struct audit *audit) {
    const struct list *list = audit->options.list;
    audit->known_departments = arena_take(&audit->arena, (list->department_count + 1) * sizeof(int));
    for (size_t i = 0; audit->known_departments && i < list->department_count; i++) audit->known_departments[i] = -1;
    for (size_t i = 0; audit->known_departments && i < list->township_count; i++)
        if (party_township(audit, list->townships[i].name) != (int)i) return false;
    return audit->known_departments != NULL;
}

quanze_status audit_open(const struct audit_options *options, struct audit **out, struct quanze_error *error) {
    struct audit *audit = alloc_new(sizeof *audit);
    if (!audit) return error_memory(error);
    audit->options = *options;
    audit->period = (struct audit_period){
        .from = options->days.from,
        .to = options->days.to,
        .is_month = month_of(options->days.from) == month_of(options->days.to),
        .is_running = options->today >= options->days.from && options->today < options->days.to,
        .previous = options->compare.from == DAY_NONE ? audit_days_before(options->days) : options->compare,
        .last_year = audit_days_last_year(options->days)};
    share_words_make(&audit->words);
    audit->source = (struct share_source){.words = &audit->words, .list = options->list, .calendar = options->calendar};
    audit->county = (struct party){.name = options->list->county, .index = 0};
    count_workdays(audit);
    if (!open_parties(audit)) {
        audit_close(audit);
        return error_memory(error);
    }
    *out = audit;
    return QUANZE_OK;
}

/* Lists that a report would have been made of; those of findings and remarks grow only while it is. */
static void free_lists(const struct making *making) {
    if (!making || !making->report || making->is_done) return;
    alloc_free(making->report->repeats);
    alloc_free(making->report->alerts);
}

void audit_close(struct audit *audit) {
    if (!audit) return;
    free_lists(audit->making);
    alloc_free(audit->tasks);
    alloc_free(audit->departments.at);
    alloc_free(audit->townships.at);
    alloc_free(audit->mentions);
    alloc_free(audit->visits);
    alloc_free(audit->groups);
    alloc_free(audit->ended);
    alloc_free(audit->refused);
    alloc_free(audit->corrections);
    alloc_free(audit->complaints);
    alloc_free(audit->rules.at);
    alloc_free(audit->lists.at);
    alloc_free(audit->list_days);
    buf_free(&audit->scratch);
    arena_free(&audit->arena);
    alloc_free(audit);
}

static bool copy(struct audit *audit, struct str text, struct str *out) {
    *out = text.length > 0 ? arena_copy(&audit->arena, text) : STR("");
    return out->at != NULL;
}

/* --- one task --- */

/* A made name that counts once a year, for everybody whom it reached. */
static bool mention_all(struct audit *audit, const struct audit_task *task, char kind, struct str name) {
    bool ok = spread_mention(audit, SUBJECT_COUNTY, 0, kind, name);
    if (ok && task->department >= 0) ok = spread_mention(audit, SUBJECT_DEPARTMENT, task->department, kind, name);
    for (size_t i = 0; i < task->township_count && ok; i++)
        ok = spread_mention(audit, SUBJECT_TOWNSHIP, task->townships[i], kind, name);
    return ok;
}

/* The rules that failed: `count` of the made names, the first of which begin `share`. */
static bool take_rules(struct audit *audit, struct str share, size_t count, struct kept *out) {
    struct share_line line;
    struct str *names = arena_take_array(&audit->arena, count + 1, sizeof *names);
    uint16_t *numbers = arena_take_array(&audit->arena, count + 1, sizeof *numbers);
    if (!names || !numbers) return false;
    while (out->shown.rule_count < count && share_next(&share, &line)) {
        if (sum_made(line.name) != 'r') continue;
        const int rule = party_rule(audit, sum_rule(line.name));
        if (rule < 0) return false;
        numbers[out->shown.rule_count] = (uint16_t)rule;
        names[out->shown.rule_count++] = audit->rules.at[rule];
    }
    out->shown.rules = names;
    out->rules = numbers;
    return true;
}

/* Which conditions a task lacks, and of which it does not tell; guidance is lacking where it is stated that there is none. */
static void take_conditions(struct kept *out) {
    static const enum sum_id SUMS[BALANCE_COUNT] = {[BALANCE_POWER] = SUM_POWER_GAP,
                                                    [BALANCE_FUNDS] = SUM_FUNDS_GAP,
                                                    [BALANCE_STAFF] = SUM_STAFF_GAP,
                                                    [BALANCE_GUIDANCE] = SUM_GUIDED,
                                                    [BALANCE_TIME] = SUM_SHORT_NOTICE};
    for (int side = 0; side < BALANCE_COUNT; side++) {
        const bool unknown = (out->unknown >> SUMS[side] & 1) != 0, counts = kept_sum(out, SUMS[side]) > 0;
        const bool lacks = side == BALANCE_GUIDANCE ? !counts && !unknown : counts;
        out->shown.lacks |= (unsigned)lacks << side;
        out->shown.untold |= (unsigned)(unknown && !lacks) << side;
    }
}

/* What the task adds, without the many sums to which it does not. */
static bool take_sums(struct audit *audit, const struct sums *sums, struct kept *out) {
    size_t count = 0;
    for (size_t i = 0; i < SUM_COUNT; i++) count += sums->at[i] != 0;
    int64_t *values = arena_take(&audit->arena, (count + 1) * sizeof *values);
    if (!values) return false;
    out->values = values;
    for (size_t i = 0; i < SUM_COUNT; i++) {
        if (sums->at[i] == 0) continue;
        *values++ = sums->at[i];
        out->counts |= UINT64_C(1) << i;
    }
    out->shown.funds_gap_fen = sums->at[SUM_FUNDS_GAP];
    out->shown.staff_gap = sums->at[SUM_STAFF_GAP];
    return true;
}

/* Sums come first, in their order, then made names. */
static bool take_share(struct audit *audit, struct str share, struct kept *out) {
    struct share_line line;
    struct sums sums = {{0}};
    struct str names = {"", 0};
    size_t rules = 0;
    int sum = 0;
    for (struct str rest = share, before = share; share_next(&rest, &line); before = rest) {
        const char kind = sum_made(line.name);
        if (kind && names.length == 0) names = before;
        rules += kind == 'r';
        out->apps += kind == 'a';
        out->items += kind == 'i';
        if ((kind == 'a' || kind == 'i') && !mention_all(audit, &out->shown, kind, line.name)) return false;
        if (kind || (sum = sum_find(line.name, sum < 0 ? 0 : sum)) < 0) continue;
        if (line.unknown)
            out->unknown |= UINT64_C(1) << sum;
        else
            sums.at[sum] += line.value;
    }
    if (!take_sums(audit, &sums, out)) return false;
    untold_take(out);
    take_conditions(out);
    return take_rules(audit, names, rules, out);
}

static bool take_townships(struct audit *audit, struct texts names, struct kept *out) {
    int *at = arena_take(&audit->arena, (names.count + 1) * sizeof *at);
    if (!at) return false;
    for (size_t i = 0; i < names.count; i++) {
        const int township = party_township(audit, names.at[i]);
        const struct str only = audit->options.township;
        bool is_new = township >= 0 && (only.length == 0 || str_equal(only, names.at[i]));
        for (size_t k = 0; k < out->shown.township_count; k++) is_new = is_new && at[k] != township;
        if (is_new) at[out->shown.township_count++] = township;
    }
    out->shown.townships = at;
    return true;
}

static bool copy_texts(struct audit *audit, struct texts texts, struct texts *out) {
    out->at = texts.count > 0 ? arena_take_array(&audit->arena, texts.count, sizeof *out->at) : NULL;
    if (texts.count > 0 && !out->at) return false;
    for (; out->count < texts.count; out->count++)
        if (!copy(audit, texts.at[out->count], &out->at[out->count])) return false;
    return true;
}

static bool take_forms(struct audit *audit, const struct audit_brief *brief, struct kept *out) {
    if (brief->form_count > 0 && !(out->forms = arena_take_array(&audit->arena, brief->form_count, sizeof *out->forms)))
        return false;
    for (; out->form_count < brief->form_count; out->form_count++) {
        struct history_form *form = &out->forms[out->form_count];
        *form = brief->forms[out->form_count];
        if (!copy(audit, form->name, &form->name)) return false;
    }
    return copy_texts(audit, brief->fields, &out->fields) && copy_texts(audit, brief->held, &out->held);
}

static void put_requirement(struct buf *out, char what, int64_t number) {
    buf_put_char(out, what);
    buf_put_int(out, number);
    buf_put_char(out, ' ');
}

/* What a paper asks for besides its date, for telling whether bodies ask for different things. */
static bool take_requirements(struct audit *audit, const struct audit_brief *brief, struct kept *out) {
    struct buf *scratch = &audit->scratch;
    buf_clear(scratch);
    for (size_t i = 0; i < brief->form_count; i++) put_requirement(scratch, 'f', brief->forms[i].key);
    if (brief->dossier >= 0) put_requirement(scratch, 'd', brief->dossier);
    if (brief->due_at != INT64_MIN) put_requirement(scratch, 't', brief->due_at);
    return !scratch->failed && copy(audit, buf_str(scratch), &out->requirements);
}

static bool take_list(struct audit *audit, struct str digest, int32_t day, struct kept *out) {
    struct texts *lists = &audit->lists;
    out->list = -1;
    if (digest.length == 0) return true;
    size_t at = 0;
    while (at < lists->count && !str_equal(lists->at[at], digest)) at++;
    if (at == lists->count) {
        void *array = lists->at;
        struct str *name = book_more(&array, &lists->count, &audit->list_capacity, sizeof *name);
        if (array) lists->at = array;
        int32_t *days = name ? alloc_resize(audit->list_days, 2 * lists->count * sizeof *days) : NULL;
        if (days) audit->list_days = days;
        if (!days || !copy(audit, digest, name)) return false;
        days[2 * at] = days[2 * at + 1] = day;
    }
    int32_t *days = audit->list_days + 2 * at;
    if (day < days[0]) days[0] = day;
    if (day > days[1]) days[1] = day;
    out->list = (int)at;
    return true;
}

static void take_numbers(const struct audit_brief *brief, struct kept *out) {
    out->topic = brief->topic;
    out->visit = (int32_t)brief->visit;
    out->meeting = (int32_t)brief->meeting;
    out->version = brief->version;
    out->end_at = brief->end_at;
    out->due_at = brief->due_at;
    out->on_duty = brief->on_duty;
    out->rest_days = brief->rest_days;
    out->is_rest_told = brief->is_rest_told;
    out->satisfaction = brief->satisfaction;
    out->sample = brief->sample;
    out->person_days = brief->staff;
    out->role = brief->role;
    out->blames = brief->blames;
}

static void take_decision(struct audit *audit, const struct audit_entry *entry, struct kept *out) {
    out->shown.item = -1;
    out->shown.kind = entry->brief->kind;
    for (int verdict = 0; verdict <= VERDICT_REJECT; verdict++) {
        if (!str_equal(entry->verdict, verdict_name((enum verdict)verdict))) continue;
        out->shown.decided = true;
        out->shown.verdict = (enum verdict)verdict;
    }
    if (entry->item.length > 0) out->shown.item = list_find_item_on(audit->options.list, entry->item, out->shown.day);
}

static bool is_over(struct str state) {
    static const struct str ENDS[] = {STR_INIT("closed"),    STR_INIT("evaluated"), STR_INIT("kept"),      STR_INIT("exited"),
                                      STR_INIT("revoked"),   STR_INIT("withdrawn"), STR_INIT("expired"),   STR_INIT("refused"),
                                      STR_INIT("violation"), STR_INIT("returned"),  STR_INIT("reassigned")};
    for (size_t i = 0; i < sizeof ENDS / sizeof *ENDS; i++)
        if (str_equal(ENDS[i], state)) return true;
    return false;
}

static bool is_open(const struct audit *audit, const struct kept *task) {
    const int64_t end = ((int64_t)audit->period.to + 1) * DAY_MINUTES;
    return !is_over(task->state) && (task->due_at == INT64_MIN || task->due_at >= end);
}

static struct str share_of(struct audit *audit, const struct audit_entry *entry) {
    if (entry->share.length > 0) return entry->share;
    audit->source.task = entry->facts;
    share_write(&audit->source, &audit->scratch);
    return buf_str(&audit->scratch);
}

static bool fill(struct audit *audit, const struct audit_entry *entry, struct kept *out) {
    const struct audit_brief *brief = entry->brief;
    out->shown.day = entry->day;
    out->shown.department = party_department(audit, entry->issuer);
    out->is_late = entry->entered_at / DAY_MINUTES > (int64_t)out->shown.day + LATE_DAYS;
    take_decision(audit, entry, out);
    take_numbers(brief, out);
    const bool ok = copy(audit, entry->id, &out->shown.id) && copy(audit, brief->title, &out->shown.title) &&
                    copy(audit, brief->supersedes, &out->supersedes) && copy(audit, entry->state, &out->state) &&
                    copy(audit, entry->item, &out->item) && take_townships(audit, brief->townships, out) &&
                    take_forms(audit, brief, out) && take_requirements(audit, brief, out) &&
                    take_list(audit, entry->list, out->shown.day, out);
    if (!ok) return false;
    out->is_open = is_open(audit, out);
    const struct str share = share_of(audit, entry);
    return !audit->scratch.failed && take_share(audit, share, out);
}

quanze_status audit_add(struct audit *audit, const struct audit_entry *entry, struct quanze_error *error) {
    void *array = audit->tasks;
    struct kept *kept = book_more(&array, &audit->task_count, &audit->task_capacity, sizeof *kept);
    if (array) audit->tasks = array;
    if (!kept) return error_memory(error);
    return fill(audit, entry, kept) && !audit->failed ? QUANZE_OK : error_memory(error);
}

void audit_pass_over(struct audit *audit, int32_t day) {
    struct validity *days = &audit->passed_days;
    if (audit->passed_over++ == 0) *days = (struct validity){day, day};
    if (day < days->from) days->from = day;
    if (day > days->to) days->to = day;
}

void audit_add_unreadable(struct audit *audit) { audit->unreadable++; }
void audit_take_undated(struct audit *audit, size_t count) { audit->undated = count; }
