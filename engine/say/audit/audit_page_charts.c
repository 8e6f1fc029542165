/* audit_page_charts.c - the pictures of the month: where the gaps are, what grew and shrank, how it went over the year. */
#include <say/audit/audit_page.h>

enum { MOST_CHANGE = 200 }; /* percent that an arrow shows */

/* One condition of a party: which of its screened tasks lack it, which do not tell. */
struct side_words {
    enum message_id label, remark;
    struct str amount; /* what is short, added up; may be empty */
    struct audit_tasks lacking, untold;
};

static struct str words_of(struct audit_page *page, enum message_id id, size_t count, struct str amount) {
    const struct str number = audit_page_count(page, count);
    MESSAGES_FILL(&page->line, id, page->language, number, amount);
    return audit_page_keep(page);
}

static struct chart_bar make_bar(struct audit_page *page, const struct side_words *side, size_t decided, struct str party) {
    const size_t lacking = side->lacking.count, untold = side->untold.count, given = decided - lacking - untold;
    const struct str came = audit_page_count(page, given), all = audit_page_count(page, decided);
    struct chart_bar bar = {.label = audit_page_word(page, side->label),
                            .needed = (int64_t)decided,
                            .given = (int64_t)given,
                            .short_of = (int64_t)lacking};
    MESSAGES_FILL(&page->line, MESSAGE_AUDIT_BAR, page->language, came, all);
    bar.amount = audit_page_keep(page);
    const struct str label = audit_page_label(page, party, bar.label);
    bar.anchor = audit_page_anchor(page, label, side->lacking);
    bar.remark = lacking > 0   ? words_of(page, side->remark, lacking, side->amount)
                 : untold == 0 ? audit_page_word(page, MESSAGE_NO_GAP)
                               : STR("");
    bar.untold = untold > 0 ? words_of(page, MESSAGE_AUDIT_NOT_TOLD, untold, STR("")) : STR("");
    bar.untold_anchor = audit_page_anchor(page, audit_page_label(page, label, bar.untold), side->untold);
    return bar;
}

static struct str amount_of(struct audit_page *page, enum audit_indicator_id id, enum subject subject, int index) {
    const struct audit_indicator *indicator = audit_indicator_of(page->report, id, subject, index);
    if (!indicator) return STR("");
    audit_put_value(&page->line, indicator, page->language);
    return audit_page_keep(page);
}

void audit_page_balance(struct audit_page *page, const struct audit_party *party, enum subject subject, int index) {
    struct side_words sides[BALANCE_COUNT] = {
        [BALANCE_POWER] = {MESSAGE_SIDE_POWER, MESSAGE_AUDIT_SHORT_POWER, STR(""), {0}, {0}},
        [BALANCE_FUNDS] =
            {MESSAGE_SIDE_FUNDS, MESSAGE_AUDIT_SHORT_AMOUNT, amount_of(page, AUDIT_FUNDS_GAP, subject, index), {0}, {0}},
        [BALANCE_STAFF] =
            {MESSAGE_SIDE_STAFF, MESSAGE_AUDIT_SHORT_AMOUNT, amount_of(page, AUDIT_STAFF_GAP, subject, index), {0}, {0}},
        [BALANCE_GUIDANCE] = {MESSAGE_SIDE_GUIDANCE, MESSAGE_AUDIT_SHORT_GUIDANCE, STR(""), {0}, {0}},
        [BALANCE_TIME] = {MESSAGE_SIDE_TIME, MESSAGE_AUDIT_SHORT_TIME, STR(""), {0}, {0}}};
    const struct audit_tasks decided = audit_page_select(page, party->tasks, audit_page_is_decided, NULL);
    struct chart_bar bars[BALANCE_COUNT];
    if (decided.count == 0) return;
    for (enum balance_side side = BALANCE_POWER; side < BALANCE_COUNT; side++) {
        sides[side].lacking = audit_page_select(page, decided, audit_page_lacks, &side);
        sides[side].untold = audit_page_select(page, decided, audit_page_is_untold, &side);
        bars[side] = make_bar(page, &sides[side], decided.count, party->name);
    }
    chart_bars(page->out, audit_page_label(page, party->name, audit_page_word(page, MESSAGE_LABEL_BALANCE)), bars,
               BALANCE_COUNT);
}

struct place_of {
    int township;
};

static bool reaches(const struct audit_page *page, uint32_t task, const void *of) {
    const struct audit_task *one = &page->report->tasks[task];
    const int township = ((const struct place_of *)of)->township;
    for (size_t i = 0; i < one->township_count; i++)
        if (one->townships[i] == township) return true;
    return false;
}

/* The cells of one department: its failing tasks, township by township. */
static size_t add_cells(struct audit_page *page, size_t department, size_t row, struct chart_cell *cells) {
    const struct audit_party *party = &page->report->departments[department];
    const struct audit_tasks failing = audit_page_select(page, party->tasks, audit_page_fails, NULL);
    size_t count = 0;
    for (size_t township = 0; township < page->report->township_count; township++) {
        const struct place_of place = {(int)township};
        const struct audit_tasks tasks = audit_page_select(page, failing, reaches, &place);
        if (tasks.count == 0) continue;
        const struct str label = audit_page_label(page, party->name, page->report->townships[township].name);
        cells[count++] = (struct chart_cell){row, township, (int64_t)tasks.count, audit_page_anchor(page, label, tasks)};
    }
    return count;
}

static struct str *names_of(struct audit_page *page, const struct audit_party *parties, size_t count) {
    struct str *names = arena_take_array(&page->arena, count, sizeof *names);
    page->failed |= !names;
    for (size_t i = 0; names && i < count; i++) names[i] = parties[i].name;
    return names;
}

static void put_heat(struct audit_page *page) {
    const struct audit_report *report = page->report;
    struct chart_heat heat = {.title = audit_page_word(page, MESSAGE_AUDIT_HEAT),
                              .columns = names_of(page, report->townships, report->township_count),
                              .column_count = report->township_count};
    struct str *rows = names_of(page, report->departments, report->department_count); /* those without cells are left out */
    struct chart_cell *cells = arena_take_array(&page->arena, report->department_count * report->township_count, sizeof *cells);
    page->failed |= !cells;
    if (page->failed) return;
    for (size_t i = 0; i < report->department_count; i++) {
        const size_t added = add_cells(page, i, heat.row_count, cells + heat.cell_count);
        if (added > 0) rows[heat.row_count++] = report->departments[i].name;
        heat.cell_count += added;
    }
    if (heat.cell_count == 0) return;
    heat.rows = rows;
    heat.cells = cells;
    audit_page_heading(page, "heat", MESSAGE_AUDIT_HEAT, MESSAGE_AUDIT_HEAT_LEAD);
    buf_put_text(page->out, "<div class=\"wide on-desk\">");
    chart_heat(page->out, &heat);
    buf_put_text(page->out, "</div>\n<div class=\"on-phone\">");
    chart_heat_narrow(page->out, &heat);
    buf_put_text(page->out, "</div>\n");
}

static int64_t percent_of(struct audit_number from, struct audit_number to) {
    if (from.number == to.number) return 0;
    if (from.number <= 0) return MOST_CHANGE;
    const double percent = (double)(to.number - from.number) * 100 / (double)from.number;
    return percent > MOST_CHANGE         ? MOST_CHANGE
           : percent > -1 && percent < 0 ? -1
           : percent < 1 && percent > 0  ? 1
                                         : (int64_t)percent;
}

/* "来文 40 → 28 件". */
static struct str change_words(struct audit_page *page, struct str what, struct audit_number from, struct audit_number to,
                               struct str unit) {
    struct buf before = {0}, after = {0};
    audit_put_number(&before, from, unit, page->language);
    audit_put_number(&after, to, unit, page->language);
    MESSAGES_FILL(&page->line, MESSAGE_AUDIT_CHANGE, page->language, what, buf_str(&before), buf_str(&after));
    page->failed |= before.failed || after.failed;
    buf_free(&before);
    buf_free(&after);
    return audit_page_keep(page);
}

static size_t add_county_changes(struct audit_page *page, struct chart_change *changes) {
    static const enum audit_indicator_id SHOWN[] = {
        AUDIT_DOCUMENTS,      AUDIT_MEETINGS,  AUDIT_INSPECTIONS, AUDIT_AFTER_HOURS, AUDIT_FORMS_WITHOUT_APPROVAL,
        AUDIT_RANKINGS,       AUDIT_FUNDS_GAP, AUDIT_STAFF_GAP,   AUDIT_GAP_SHARE,   AUDIT_SHORT_NOTICE_SHARE,
        AUDIT_DUPLICATE_SHARE};
    size_t count = 0;
    for (size_t i = 0; i < sizeof SHOWN / sizeof *SHOWN; i++) {
        const struct audit_indicator *indicator = audit_indicator_of(page->report, SHOWN[i], SUBJECT_COUNTY, -1);
        if (!indicator || !indicator->value.known || !indicator->previous.known) continue;
        const struct str name = audit_indicator_name(indicator, page->language);
        changes[count++] = (struct chart_change){
            .label = audit_party_name(page->report, SUBJECT_COUNTY, -1, page->language),
            .words = change_words(page, name, indicator->previous, indicator->value, audit_indicator_info(SHOWN[i]).unit),
            .anchor = audit_page_anchor(page, name, indicator->tasks),
            .by = percent_of(indicator->previous, indicator->value)};
    }
    return count;
}

/* The section of a department that sent anything: where what fell has no task left. */
static struct str party_anchor(struct audit_page *page, int department) {
    if (department < 0 || page->report->departments[department].tasks.count == 0) return STR("");
    buf_printf(&page->line, "d%d", department + 1);
    return audit_page_keep(page);
}

static struct chart_change shift_of(struct audit_page *page, const struct audit_alert *alert, bool rose) {
    const enum fact_id fact = rose ? alert->rose : alert->fell;
    const struct audit_number from = rose ? alert->rose_from : alert->fell_from, to = rose ? alert->rose_to : alert->fell_to;
    const struct audit_tasks tasks = rose ? alert->rose_tasks : alert->fell_tasks;
    const struct str name = audit_department_name(page->report, alert->department, page->language),
                     burden = fact_label(fact, page->language),
                     anchor = audit_page_anchor(page, audit_page_label(page, name, burden), tasks);
    return (struct chart_change){.label = name,
                                 .words = change_words(page, burden, from, to, fact_at(fact)->unit),
                                 .anchor = anchor.length > 0 ? anchor : party_anchor(page, alert->department),
                                 .by = percent_of(from, to)};
}

static bool has_shift(const struct audit_alert *alert) {
    return alert->kind == ALERT_BURDEN_SHIFT || alert->kind == ALERT_INFORMAL;
}

static void put_changes(struct audit_page *page) {
    enum { COUNTY_CHANGES = 16 };
    const struct audit_report *report = page->report;
    struct chart_change *changes = arena_take_array(&page->arena, COUNTY_CHANGES + 2 * report->alert_count, sizeof *changes);
    page->failed |= !changes;
    if (!changes) return;
    size_t count = add_county_changes(page, changes);
    for (size_t i = 0; i < report->alert_count; i++) {
        if (!has_shift(&report->alerts[i])) continue;
        changes[count++] = shift_of(page, &report->alerts[i], false);
        changes[count++] = shift_of(page, &report->alerts[i], true);
    }
    if (count == 0) return;
    audit_page_heading(page, "changes", MESSAGE_AUDIT_CHANGES, MESSAGE_AUDIT_CHANGES_LEAD);
    chart_changes(page->out, audit_page_word(page, MESSAGE_AUDIT_CHANGES), changes, count);
}

static bool month_tells(const struct audit_month *month, enum fact_id fact) {
    return month->has && month->facts && task_knows(month->facts, fact);
}

static void put_trend(struct audit_page *page, enum fact_id fact) {
    struct chart_point points[AUDIT_TREND_MONTHS];
    struct chart_trend trend = {.title = fact_label(fact, page->language), .points = points};
    for (size_t i = 0; i < AUDIT_TREND_MONTHS; i++) {
        const struct audit_month *month = &page->report->trend[i];
        const bool known = month_tells(month, fact);
        struct chart_point *point = &points[trend.count];
        char day[24];
        if (!known && trend.count == 0) continue; /* the line starts where the ledger does */
        (void)day_format(month->first, day);
        buf_put(&page->line, (struct str){day, 7});
        *point = (struct chart_point){.label = audit_page_keep(page), .known = known};
        if (known) point->value = task_given(month->facts, fact) ? month->facts->value[fact].number : 0;
        if (known) point->figure = audit_page_count(page, (size_t)point->value);
        trend.count++;
    }
    buf_put_text(page->out, "<div>");
    html_element(page->out, "h3", NULL, trend.title);
    chart_trend(page->out, &trend);
    buf_put_text(page->out, "</div>\n");
}

/* Whether at least two months tell a fact: one alone is no line. */
static bool is_told(const struct audit_report *report, enum fact_id fact) {
    size_t count = 0;
    for (size_t i = 0; i < AUDIT_TREND_MONTHS; i++) count += month_tells(&report->trend[i], fact);
    return count >= 2;
}

void audit_page_charts(struct audit_page *page) {
    static const enum fact_id TRENDS[] = {FACT_ID_MONTH_TASKS, FACT_ID_MONTH_DOCUMENTS, FACT_ID_MONTH_MEETINGS,
                                          FACT_ID_MONTH_INSPECTIONS};
    put_heat(page);
    put_changes(page);
    bool any = false;
    for (size_t i = 0; i < sizeof TRENDS / sizeof *TRENDS; i++) {
        if (!is_told(page->report, TRENDS[i])) continue;
        if (!any) {
            audit_page_heading(page, "trends", MESSAGE_AUDIT_TRENDS, MESSAGE_NOTHING);
            buf_put_text(page->out, "<div class=\"two\">\n");
        }
        any = true;
        put_trend(page, TRENDS[i]);
    }
    if (any) buf_put_text(page->out, "</div>\n");
}
