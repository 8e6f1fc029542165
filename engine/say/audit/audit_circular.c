/* audit_circular.c - see audit_circular.h. Its words stand in audit_circular.def, since a paper is Chinese in every language.
 */
#include <say/audit/audit_circular_inside.h>

#include <say/notice/mask.h>

static const struct str WORDS[] = {
#define CIRCULAR(id, words) STR_INIT(words),
#include <say/audit/audit_circular.def>
#undef CIRCULAR
};

/* Without the blank before a sign of percent. */
static void put_close(struct buf *out, struct str text) {
    for (size_t i = 0; i < text.length; i++)
        if (text.at[i] != ' ' || i + 1 == text.length || text.at[i + 1] != '%') buf_put_char(out, text.at[i]);
}

/* What was decided in the place of its 〈 〉. */
static void fill_blanks(struct buf *out, struct str text, const struct circular_request *request) {
    const struct {
        struct str blank, text;
        int32_t day;
    } BLANKS[] = {{STR("〈印发单位〉"), request->issuer, DAY_NONE},
                  {STR("〈成文日期〉"), STR(""), request->date},
                  {STR("〈整改期限〉"), STR(""), request->until},
                  {STR("〈期限〉"), STR(""), request->until}};
    for (size_t at = 0; at < text.length;) {
        const struct str rest = {text.at + at, text.length - at};
        size_t taken = 0;
        for (size_t i = 0; i < sizeof BLANKS / sizeof *BLANKS && taken == 0; i++) {
            if (!str_starts_with(rest, BLANKS[i].blank) || (BLANKS[i].text.length == 0 && BLANKS[i].day == DAY_NONE)) continue;
            taken = BLANKS[i].blank.length;
            buf_put(out, BLANKS[i].text);
            if (BLANKS[i].day != DAY_NONE) letter_day(out, BLANKS[i].day);
        }
        if (taken == 0) buf_put_char(out, text.at[at]);
        at += taken > 0 ? taken : 1;
    }
}

/* The paragraph being made as the paper has it: without townships, with dates and figures as officials write them. */
struct str circular_take(struct circular *circular) {
    struct buf close = {0}, masked = {0}, tidy = {0}, filled = {0};
    put_close(&close, buf_str(&circular->line));
    mask_townships(&masked, buf_str(&close), &circular->hidden);
    letter_tidy(&tidy, buf_str(&masked));
    fill_blanks(&filled, buf_str(&tidy), circular->request);
    const struct str kept = arena_copy(circular->document->arena, buf_str(&filled));
    circular->failed |= circular->line.failed || close.failed || masked.failed || tidy.failed || filled.failed || !kept.at;
    buf_free(&close);
    buf_free(&masked);
    buf_free(&tidy);
    buf_free(&filled);
    buf_clear(&circular->line);
    return kept.at ? kept : STR("");
}

void circular_add(struct circular *circular, enum document_role role) {
    document_add(circular->document, role, circular_take(circular));
}

void circular_put(struct circular *circular, struct str text) { buf_put(&circular->line, text); }
void circular_say(struct circular *circular, enum circular_words words) { circular_put(circular, WORDS[words]); }
void circular_count(struct circular *circular, size_t count) { buf_put_int(&circular->line, (int64_t)count); }

void circular_day(struct circular *circular, int32_t day) { letter_day(&circular->line, day); }

void circular_number(struct circular *circular, struct audit_number number, struct str unit) {
    audit_put_number(&circular->line, number, unit, QUANZE_ZH);
}

/* 一 to 十, then what follows them; no circular has more than nineteen parts. */
static void put_numeral(struct circular *circular, unsigned number) {
    static const struct str NUMERALS[] = {STR_INIT("一"), STR_INIT("二"), STR_INIT("三"), STR_INIT("四"), STR_INIT("五"),
                                          STR_INIT("六"), STR_INIT("七"), STR_INIT("八"), STR_INIT("九"), STR_INIT("十")};
    if (number > 10) circular_put(circular, NUMERALS[9]);
    circular_put(circular, NUMERALS[(number - 1) % 10]);
}

void circular_part(struct circular *circular, enum circular_words heading) {
    circular->part++;
    circular->point = 0;
    put_numeral(circular, circular->part);
    circular_put(circular, STR("、"));
    circular_say(circular, heading);
    circular_add(circular, DOCUMENT_HEADING_1);
}

/* "（一）" before the text that follows. */
void circular_point(struct circular *circular) {
    circular->point++;
    circular_put(circular, STR("（"));
    put_numeral(circular, circular->point);
    circular_put(circular, STR("）"));
}

void circular_words_of(struct circular *circular, struct str words) { mask_places(&circular->line, words, &circular->hidden); }

void circular_paper(struct circular *circular, struct str title, int32_t day) {
    const bool is_quoted = str_starts_with(title, STR("《"));
    if (!is_quoted) circular_put(circular, STR("《"));
    circular_words_of(circular, title);
    if (!is_quoted) circular_put(circular, STR("》"));
    if (day == DAY_NONE) return;
    circular_put(circular, STR("（"));
    circular_day(circular, day);
    circular_put(circular, STR("）"));
}

/* "A（日期）、B（日期）等". */
void circular_papers(struct circular *circular, struct audit_tasks tasks) {
    enum { MOST = 2 };
    for (size_t i = 0; i < tasks.count && i < MOST; i++) {
        const struct audit_task *task = &circular->report->tasks[tasks.at[i]];
        if (i > 0) circular_put(circular, STR("、"));
        circular_paper(circular, task->title.length > 0 ? task->title : task->id, task->day);
    }
    if (tasks.count > MOST) circular_put(circular, STR("等"));
}

void circular_period(struct circular *circular) { audit_put_period(&circular->line, &circular->report->period, QUANZE_ZH); }

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

struct circular_sums circular_sum(const struct audit_report *report, struct audit_tasks tasks) {
    struct circular_sums sums = {0, 0, 0};
    for (size_t i = 0; i < tasks.count; i++) {
        const struct audit_task *task = &report->tasks[tasks.at[i]];
        sums.clean += audit_is_clean(task);
        sums.untold += audit_is_clean(task) && task->untold != 0;
        sums.unadmitted += audit_is_unadmitted(task);
    }
    return sums;
}

static struct audit_number value_of(const struct circular *circular, enum audit_indicator_id id, enum subject subject,
                                    int party) {
    const struct audit_indicator *indicator = audit_indicator_of(circular->report, id, subject, party);
    return indicator ? audit_shown(indicator) : (struct audit_number){false, 0, 0};
}

void circular_tasks(struct circular *circular, enum circular_words words, size_t count) {
    circular_say(circular, words);
    circular_count(circular, count);
    circular_say(circular, CIRCULAR_PIECES);
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
        circular_put(circular, red++ == 0 ? WORDS[CIRCULAR_LIGHTS_RED] : STR("、"));
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
    out->number = request->number.length > 0 ? request->number : WORDS[CIRCULAR_NUMBER];
    out->signer = request->signer;
    out->draft = say_circular_is_final(request) ? STR("") : WORDS[CIRCULAR_DRAFT];
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
