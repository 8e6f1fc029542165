/* audit_circular.c - see audit_circular.h: the order of its parts, its figures, table, demands and end. */
#include <say/audit/audit_circular_inside.h>

static void add_opening(struct circular *circular) {
    const struct audit_period *period = &circular->report->period;
    circular_say(circular, CIRCULAR_ADDRESSEE);
    circular_add(circular, DOCUMENT_ADDRESSEE);
    circular_say(circular, CIRCULAR_OPENING_NOW);
    circular_period(circular);
    circular_say(circular, CIRCULAR_OPENING_FROM);
    circular_day(circular, period->from);
    circular_say(circular, CIRCULAR_OPENING_TO);
    circular_day(circular, period->to);
    if (period->workdays_known) {
        circular_say(circular, CIRCULAR_OPENING_WORKDAYS);
        buf_put_int(&circular->line, period->workdays);
        circular_say(circular, CIRCULAR_OPENING_DAYS);
    }
    circular_say(circular, CIRCULAR_OPENING_END);
    circular_add(circular, DOCUMENT_BODY);
}

static struct audit_number value_of(const struct circular *circular, enum audit_indicator_id id, enum subject subject,
                                    int party) {
    const struct audit_indicator *indicator = audit_indicator_of(circular->report, id, subject, party);
    return indicator ? audit_shown(indicator) : (struct audit_number){false, 0, 0};
}

/* The county's red indicators with their values, and how many are yellow. */
static void put_lights(struct circular *circular) {
    const struct audit_report *report = circular->report;
    size_t red = 0, yellow = 0;
    for (size_t i = 0; i < report->indicator_count; i++) {
        const struct audit_indicator *indicator = &report->indicators[i];
        if (indicator->subject != SUBJECT_COUNTY) continue;
        yellow += indicator->light == LIGHT_YELLOW;
        if (indicator->light != LIGHT_RED) continue;
        circular_put(circular, red++ == 0 ? circular_word(CIRCULAR_LIGHTS_RED) : STR("、"));
        circular_put(circular, audit_indicator_name(indicator, QUANZE_ZH));
        circular_put(circular, STR("（"));
        audit_put_value(&circular->line, indicator, QUANZE_ZH);
        circular_put(circular, STR("）"));
    }
    if (red > 0) circular_put(circular, STR("。"));
    if (yellow == 0) return;
    circular_say(circular, CIRCULAR_LIGHTS_YELLOW);
    circular_count(circular, yellow);
    circular_say(circular, CIRCULAR_LIGHTS_YELLOW_END);
}

static void add_totals(struct circular *circular) {
    const struct audit_report *report = circular->report;
    const struct task *facts = &report->county.measures->facts;
    const struct circular_sums sums = circular_sum(report, report->county.tasks);
    const struct audit_number funds = value_of(circular, AUDIT_FUNDS_GAP, SUBJECT_COUNTY, -1),
                              staff = value_of(circular, AUDIT_STAFF_GAP, SUBJECT_COUNTY, -1);
    circular_tasks(circular, CIRCULAR_TOTAL_SENT, report->county.tasks.count);
    if (task_given(facts, FACT_ID_MONTH_TASKS_PREVIOUS)) {
        circular_say(circular, CIRCULAR_TOTAL_BEFORE);
        buf_put_int(&circular->line, facts->value[FACT_ID_MONTH_TASKS_PREVIOUS].number);
        circular_say(circular, CIRCULAR_TOTAL_BEFORE_END);
    }
    circular_tasks(circular, CIRCULAR_TOTAL_SCREENED, report->coverage.decided);
    circular_tasks(circular, CIRCULAR_TOTAL_CLEAN, sums.clean);
    if (sums.untold > 0) {
        circular_tasks(circular, CIRCULAR_TOTAL_UNTOLD, sums.untold);
        circular_say(circular, CIRCULAR_TOTAL_UNTOLD_END);
    }
    circular_tasks(circular, CIRCULAR_TOTAL_UNADMITTED, sums.unadmitted);
    circular_put(circular, STR("。"));
    if (funds.known) {
        circular_say(circular, CIRCULAR_TOTAL_FUNDS);
        circular_number(circular, funds, STR("CNY"));
        if (!staff.known) circular_put(circular, STR("。"));
    }
    if (staff.known) {
        circular_say(circular, funds.known ? CIRCULAR_TOTAL_AND_STAFF : CIRCULAR_TOTAL_STAFF);
        circular_number(circular, staff, STR("person"));
        circular_put(circular, STR("。"));
    }
    circular_add(circular, DOCUMENT_BODY);
    put_lights(circular);
    if (circular->line.length > 0) circular_add(circular, DOCUMENT_BODY);
}

static void set_cell(struct circular *circular, struct document_table *table, size_t row, size_t column) {
    *document_cell(table, row, column) = circular_take(circular);
}

static void fill_row(struct circular *circular, struct document_table *table, size_t row, size_t department) {
    const struct audit_party *party = &circular->report->departments[department];
    const struct circular_sums sums = circular_sum(circular->report, party->tasks);
    const struct audit_number funds = value_of(circular, AUDIT_FUNDS_GAP, SUBJECT_DEPARTMENT, (int)department),
                              staff = value_of(circular, AUDIT_STAFF_GAP, SUBJECT_DEPARTMENT, (int)department);
    circular_put(circular, party->name);
    set_cell(circular, table, row, 0);
    circular_count(circular, party->tasks.count);
    set_cell(circular, table, row, 1);
    circular_count(circular, sums.unadmitted);
    set_cell(circular, table, row, 2);
    circular_number(circular, funds, STR("CNY"));
    set_cell(circular, table, row, 3);
    circular_number(circular, staff, STR("person"));
    set_cell(circular, table, row, 4);
    circular_count(circular, party->lights[LIGHT_RED]);
    set_cell(circular, table, row, 5);
}

static void add_departments(struct circular *circular) {
    static const unsigned char PERCENT[] = {32, 10, 14, 18, 17, 9};
    size_t count = 0; /* most tasks come first, none last */
    while (count < circular->report->department_count && circular->report->departments[count].tasks.count > 0) count++;
    if (count == 0) return;
    circular_say(circular, CIRCULAR_TABLE);
    circular_add(circular, DOCUMENT_CAPTION);
    struct document_table *table = document_add_table(circular->document, sizeof PERCENT, count + 1, PERCENT);
    if (!table) return;
    for (size_t column = 0; column < sizeof PERCENT; column++) {
        circular_say(circular, (enum circular_words)((size_t)CIRCULAR_HEAD_DEPARTMENT + column));
        set_cell(circular, table, 0, column);
    }
    for (size_t i = 0; i < count; i++) fill_row(circular, table, i + 1, i);
}

static void add_demands(struct circular *circular) {
    circular_part(circular, CIRCULAR_PART_DEMANDS);
    for (enum circular_words words = CIRCULAR_DEMAND_CHECK; words <= CIRCULAR_DEMAND_GUARD; words++) {
        circular_point(circular);
        circular_say(circular, words);
        circular_add(circular, DOCUMENT_BODY);
    }
}

static void add_caveats(struct circular *circular) {
    const struct audit_coverage *coverage = &circular->report->coverage;
    circular_part(circular, CIRCULAR_PART_DATA);
    circular_say(circular, CIRCULAR_DATA);
    for (size_t i = 0; i < coverage->remark_count; i++) {
        audit_put_remark(&circular->line, &coverage->remarks[i], QUANZE_ZH);
        circular_put(circular, STR("。"));
    }
    circular_add(circular, DOCUMENT_BODY);
}

static void add_end(struct circular *circular) {
    circular_say(circular, CIRCULAR_ATTACHMENT_REPORT);
    circular_add(circular, DOCUMENT_ATTACHMENT);
    circular_say(circular, CIRCULAR_ATTACHMENT_TABLES);
    circular_add(circular, DOCUMENT_ATTACHMENT);
    circular_say(circular, CIRCULAR_ISSUER);
    circular_add(circular, DOCUMENT_SIGNATURE);
    circular_say(circular, CIRCULAR_DATE);
    circular_add(circular, DOCUMENT_DATE);
    circular_say(circular, CIRCULAR_PRINTED);
    circular_add(circular, DOCUMENT_PRINTED);
}

/* Every township that the report knows, the list's and others. */
static void hide_townships(struct circular *circular) {
    const struct audit_report *report = circular->report;
    struct township *townships = arena_take_array(circular->document->arena, report->township_count, sizeof *townships);
    circular->failed |= !townships;
    if (!townships) return;
    for (size_t i = 0; i < report->township_count; i++) townships[i].name = report->townships[i].name;
    circular->hidden = (struct list){.townships = townships, .township_count = report->township_count};
}

static void make_title(struct circular *circular) {
    circular_say(circular, CIRCULAR_TITLE_ABOUT);
    circular_period(circular);
    circular_say(circular, CIRCULAR_TITLE_END);
    circular->document->title = circular_take(circular);
}

bool say_circular_is_final(const struct circular_request *request) {
    return request->issuer.length > 0 && request->number.length > 0 && request->signer.length > 0 &&
           request->date != DAY_NONE && request->until != DAY_NONE;
}

quanze_status say_audit_circular(const struct audit_report *report, const struct circular_request *request,
                                 struct document *out, struct quanze_error *error) {
    struct circular circular = {.report = report, .request = request, .document = out};
    out->kind = DOCUMENT_PLAIN;
    out->number = request->number.length > 0 ? request->number : circular_word(CIRCULAR_NUMBER);
    out->signer = request->signer;
    out->draft = say_circular_is_final(request) ? STR("") : circular_word(CIRCULAR_DRAFT);
    hide_townships(&circular);
    make_title(&circular);
    add_opening(&circular);
    circular_part(&circular, CIRCULAR_PART_TOTALS);
    add_totals(&circular);
    add_departments(&circular);
    circular_cases(&circular);
    circular_common(&circular);
    circular_corrections(&circular);
    circular_good(&circular);
    add_demands(&circular);
    add_caveats(&circular);
    add_end(&circular);
    buf_free(&circular.line);
    return circular.failed || out->failed ? error_memory(error) : QUANZE_OK;
}
