/* light.c - indicators: figures, the limits they are held against, the tasks behind them. */
#include <audit/untold.h>

/* --- limits --- */

struct limits {
    const struct rule *rule;
    const struct rule_parameter *green, *yellow;
};

static const struct rule_parameter *parameter_of(const struct rule *rule, struct str id, struct str ending) {
    for (size_t i = 0; i < rule->parameter_count; i++) {
        const struct str name = rule->parameters[i].name;
        if (name.length == id.length + ending.length && str_starts_with(name, id) &&
            str_equal((struct str){name.at + id.length, ending.length}, ending))
            return &rule->parameters[i];
    }
    return NULL;
}

/* The rule of the day that has the limits of an indicator. */
static struct limits limits_of(const struct audit *audit, struct str id) {
    const struct rulebook *book = audit->options.book;
    for (size_t i = 0; i < book->count; i++) {
        const struct rule *rule = &book->rules[i];
        if (rule->stage != STAGE_AUDIT || !rule_holds(rule, audit->period.to)) continue;
        const struct rule_parameter *green = parameter_of(rule, id, STR("_green"));
        if (green) return (struct limits){rule, green, parameter_of(rule, id, STR("_yellow"))};
    }
    return (struct limits){0};
}

/* --- figures --- */

static struct audit_number divided(int64_t number, unsigned digits, int64_t by) {
    static const int64_t TENS[] = {1, 10, 100, 1000, 10000, 100000, 1000000};
    const int64_t scaled = number * 10000 / TENS[digits];
    return (struct audit_number){by > 0, by > 0 ? (scaled + by / 2) / by : 0, 4};
}

static unsigned digits_of(enum fact_type type) {
    return type == FACT_MONEY ? 2 : type == FACT_RATIO ? 6 : type == FACT_HOURS ? 3 : 0;
}

/* A value of the row's fact as it is shown. */
static struct audit_number shown(const struct indicator_row *row, const struct task *facts, int64_t value) {
    const struct audit_number number = {true, value, digits_of(fact_at(row->fact)->type)};
    if (row->shown == SHOWN_PER_WORKDAY) return divided(value, number.digits, fact_number(facts, FACT_ID_MONTH_WORKDAYS));
    return number;
}

static struct audit_number figure(const struct indicator_row *row, const struct task *facts) {
    if (task_given(facts, row->fact)) return shown(row, facts, fact_number(facts, row->fact));
    return (struct audit_number){.digits = digits_of(fact_at(row->fact)->type)};
}

/* What is held against the limits. */
static struct audit_number held(const struct indicator_row *row, const struct audit_number *value,
                                const struct audit_measures *measures) {
    const struct task *facts = &measures->facts;
    if (!value->known) return *value;
    switch (row->light) {
    case LIGHT_OF_VALUE: return *value;
    case LIGHT_OF_PER_WORKDAY: return divided(value->number, value->digits, fact_number(facts, FACT_ID_MONTH_WORKDAYS));
    case LIGHT_OF_PER_PERSON: return divided(value->number, value->digits, fact_number(facts, FACT_ID_MONTH_STAFF));
    case LIGHT_OF_PER_TASK: return divided(value->number, value->digits, fact_number(facts, FACT_ID_MONTH_TASKS));
    case LIGHT_OF_LAST_YEAR:
        return divided(value->number, value->digits,
                       measures->has_last_year ? fact_number(&measures->last_year, row->fact) : 0);
    }
    return *value;
}

static double real(const struct audit_number *number) {
    double value = (double)number->number;
    for (unsigned i = 0; i < number->digits; i++) value /= 10;
    return value;
}

static enum audit_light light_at(const struct audit_threshold *threshold, const struct audit_number *held) {
    const double slack = 1e-9, value = real(held), sign = threshold->higher_is_better ? -1 : 1;
    if (!threshold->rule || !held->known) return LIGHT_NONE;
    if (sign * value <= sign * threshold->green_value + slack) return LIGHT_GREEN;
    if (!threshold->yellow || sign * value <= sign * threshold->yellow_value + slack) return LIGHT_YELLOW;
    return LIGHT_RED;
}

/* The best light that what is not told leaves open; green only when something is told and nothing could change it. */
static enum audit_light light_between(const struct audit_threshold *threshold, const struct audit_number *other) {
    const enum audit_light one = light_at(threshold, &threshold->held), two = light_at(threshold, other);
    const enum audit_light best = one < two ? one : two;
    return best == LIGHT_GREEN && (one != two || threshold->held.number == 0) ? LIGHT_NONE : best;
}

/* --- one indicator --- */

static void take_confidence(const struct making *making, const struct untold *untold, struct audit_indicator *out) {
    const struct audit *audit = making->audit;
    bool late = false;
    for (size_t i = 0; i < out->tasks.count && !late; i++) late = audit->tasks[out->tasks.at[i]].is_late;
    out->unknown = untold->tasks;
    out->confidence = out->unknown > 0 ? AUDIT_ESTIMATED : late ? AUDIT_RECALLED : AUDIT_MEASURED;
}

static void take_limits(const struct making *making, const struct indicator_row *row, struct audit_threshold *out) {
    const struct limits limits = limits_of(making->audit, row->name);
    *out = (struct audit_threshold){.rule = limits.rule, .green = limits.green, .yellow = limits.yellow, .worst = -1};
    if (limits.green) out->green_value = limits.green->value;
    if (limits.yellow) out->yellow_value = limits.yellow->value;
    out->higher_is_better = limits.green && limits.green->harder == SIDE_HIGHER;
}

static bool make_one(struct making *making, enum audit_indicator_id id, const struct audit_party *party, int number,
                     struct audit_indicator *out) {
    const struct indicator_row *row = indicator_row(id);
    const struct audit_measures *measures = party->measures;
    const struct untold untold = untold_of(making, party->subject, number, row->fact, &measures->facts);
    *out = (struct audit_indicator){.id = id, .subject = party->subject, .party = number};
    out->value = figure(row, &measures->facts);
    if (measures->has_previous) out->previous = figure(row, &measures->previous);
    if (measures->has_last_year) out->last_year = figure(row, &measures->last_year);
    take_limits(making, row, &out->threshold);
    out->threshold.held = held(row, &out->value, measures);
    out->light = light_at(&out->threshold, &out->threshold.held);
    if (untold.tasks > 0 && out->value.known) {
        const struct audit_number most = shown(row, &measures->facts, untold.other), other = held(row, &most, measures);
        out->light = light_between(&out->threshold, &other);
    }
    if (!behind_tasks(making, row->fact, party, number, &out->tasks)) return false;
    take_confidence(making, &untold, out);
    return true;
}

static bool is_told(const struct indicator_row *row, enum subject subject) {
    if (row->parties == PARTIES_COUNTY_DEPARTMENT) return subject != SUBJECT_TOWNSHIP;
    return row->parties == PARTIES_ALL || subject != SUBJECT_DEPARTMENT;
}

static bool make_for(struct making *making, struct audit_party *party, int number) {
    struct audit_report *report = making->report;
    const bool is_aside = making->audit->options.township.length > 0 && party->subject == SUBJECT_TOWNSHIP;
    if (party->tasks.count == 0 && (is_aside || party->subject == SUBJECT_DEPARTMENT)) return true;
    for (int id = 0; id < AUDIT_INDICATOR_COUNT; id++) {
        if (!is_told(indicator_row((enum audit_indicator_id)id), party->subject)) continue;
        struct audit_indicator *indicator = &report->indicators[report->indicator_count];
        if (!make_one(making, (enum audit_indicator_id)id, party, number, indicator)) return false;
        report->indicator_count++;
    }
    return true;
}

/* How bad a light is for the county: one township of which it cannot be told leaves no green. */
static int badness(const struct audit_indicator *indicator) {
    static const int OF[] = {[LIGHT_GREEN] = 0, [LIGHT_NONE] = 1, [LIGHT_YELLOW] = 2, [LIGHT_RED] = 3};
    return OF[indicator->light];
}

/* Limits that are meant for one township: the county takes the worst light of its townships, a body none. */
static void take_worst(struct audit_report *report, struct audit_indicator *indicator) {
    if (indicator_row(indicator->id)->scale != SCALE_TOWNSHIP || indicator->subject == SUBJECT_TOWNSHIP) return;
    if (indicator->subject == SUBJECT_DEPARTMENT) {
        indicator->light = LIGHT_NONE; /* what one body sends is a part of what a township bears */
        return;
    }
    const struct audit_indicator *worst = NULL;
    for (size_t i = 0; i < report->indicator_count; i++) {
        const struct audit_indicator *other = &report->indicators[i];
        if (other->id != indicator->id || other->subject != SUBJECT_TOWNSHIP) continue;
        if (!worst || badness(other) > badness(worst)) worst = other;
    }
    indicator->light = worst ? worst->light : LIGHT_NONE;
    indicator->threshold.held = worst ? worst->threshold.held : (struct audit_number){0};
    if (!worst || worst->light == LIGHT_NONE) return;
    indicator->threshold.worst = worst->party;
}

bool make_indicators(struct making *making) {
    struct audit_report *report = making->report;
    const size_t parties = 1 + report->department_count + report->township_count;
    report->indicators = arena_take_array(&making->audit->arena, parties * AUDIT_INDICATOR_COUNT, sizeof *report->indicators);
    bool ok = report->indicators && make_for(making, &report->county, -1);
    for (size_t i = 0; ok && i < report->department_count; i++) ok = make_for(making, &report->departments[i], (int)i);
    for (size_t i = 0; ok && i < report->township_count; i++) ok = make_for(making, &report->townships[i], (int)i);
    for (size_t i = 0; ok && i < report->indicator_count; i++) take_worst(report, &report->indicators[i]);
    for (size_t i = 0; ok && i < report->indicator_count; i++) {
        const struct audit_indicator *indicator = &report->indicators[i];
        struct audit_party *party = indicator->subject == SUBJECT_COUNTY       ? &report->county
                                    : indicator->subject == SUBJECT_DEPARTMENT ? &report->departments[indicator->party]
                                                                               : &report->townships[indicator->party];
        party->lights[indicator->light]++;
    }
    return ok;
}
