/* audit_page_tables.c - departments, townships and indicators as tables. */
#include <say/audit/audit_page.h>

/* A link to the section of a department ('d') or township ('w'). */
static void put_party_cell(struct audit_page *page, char kind, size_t index, const struct audit_party *party) {
    buf_put_text(page->out, "<td class=\"name\"><a href=\"#");
    buf_put_char(page->out, kind);
    buf_put_int(page->out, (int64_t)index + 1);
    buf_put_text(page->out, "\">");
    html_text(page->out, party->name);
    buf_put_text(page->out, "</a>");
    if (party->monitor_point) {
        buf_put_char(page->out, ' ');
        html_element(page->out, "span", "small", audit_page_word(page, MESSAGE_AUDIT_MONITOR));
    }
    buf_put_text(page->out, "</td>");
}

static void put_tasks_cell(struct audit_page *page, const struct audit_party *party, enum message_id what,
                           struct audit_tasks tasks) {
    const struct str label = audit_page_label(page, party->name, audit_page_word(page, what));
    audit_page_figure_cell(page, audit_page_count(page, tasks.count), (int64_t)tasks.count, label, tasks);
}

/* For sorting: all numbers of one column have the same unit. */
static int64_t sort_key(struct audit_number number) { return number.known ? number.number : -1; }

static void put_indicator_cell(struct audit_page *page, enum audit_indicator_id id, enum subject subject, int index) {
    const struct audit_indicator *indicator = audit_indicator_of(page->report, id, subject, index);
    if (!indicator) {
        audit_page_cell(page, STR(""));
        return;
    }
    audit_put_value(&page->line, indicator, page->language);
    const struct str words = audit_page_keep(page), name = audit_party_name(page->report, subject, index, page->language);
    const struct str label = audit_page_label(page, name, audit_indicator_name(indicator, page->language));
    audit_page_figure_cell(page, words, sort_key(audit_shown(indicator)), label, indicator->tasks);
}

static void put_light(struct audit_page *page, enum audit_light light, struct str words) {
    buf_put_text(page->out, "<span class=\"light ");
    buf_put(page->out, audit_light_name(light));
    buf_put_text(page->out, "\">");
    html_text(page->out, words);
    buf_put_text(page->out, "</span> ");
}

/* How many red and yellow lights. */
static void put_lights_cell(struct audit_page *page, const struct audit_party *party) {
    buf_put_text(page->out, "<td class=\"lights\" data-value=\"");
    buf_put_int(page->out, (int64_t)(party->lights[LIGHT_RED] * 1000 + party->lights[LIGHT_YELLOW]));
    buf_put_text(page->out, "\">");
    for (enum audit_light light = LIGHT_RED; light >= LIGHT_YELLOW; light--)
        if (party->lights[light] > 0) {
            buf_put(&page->line, audit_light_word(light, page->language));
            buf_put_char(&page->line, ' ');
            buf_put_int(&page->line, (int64_t)party->lights[light]);
            put_light(page, light, audit_page_take(page));
        }
    buf_put_text(page->out, "</td>");
}

static void put_party_row(struct audit_page *page, char kind, size_t index, enum subject subject) {
    const struct audit_party *party =
        subject == SUBJECT_DEPARTMENT ? &page->report->departments[index] : &page->report->townships[index];
    audit_page_row(page);
    put_party_cell(page, kind, index, party);
    put_tasks_cell(page, party, MESSAGE_AUDIT_TASKS, party->tasks);
    put_tasks_cell(page, party, MESSAGE_AUDIT_UNADMITTED,
                   audit_page_select(page, party->tasks, audit_page_is_unadmitted, NULL));
    put_indicator_cell(page, AUDIT_GAP_SHARE, subject, (int)index);
    put_indicator_cell(page, AUDIT_FUNDS_GAP, subject, (int)index);
    put_indicator_cell(page, AUDIT_STAFF_GAP, subject, (int)index);
    put_indicator_cell(page, AUDIT_DUPLICATE_SHARE, subject, (int)index);
    put_indicator_cell(page, AUDIT_SHORT_NOTICE_SHARE, subject, (int)index);
    put_indicator_cell(page, AUDIT_GUIDANCE_RATIO, subject, (int)index);
    put_lights_cell(page, party);
    buf_put_text(page->out, "</tr>\n");
}

static void put_party_heads(struct audit_page *page, enum message_id first) {
    const enum message_id heads[] = {first,
                                     MESSAGE_AUDIT_TASKS,
                                     MESSAGE_AUDIT_UNADMITTED,
                                     MESSAGE_AUDIT_GAP_SHARE,
                                     MESSAGE_AUDIT_FUNDS_GAP,
                                     MESSAGE_AUDIT_STAFF_GAP,
                                     MESSAGE_AUDIT_DUPLICATES,
                                     MESSAGE_AUDIT_SHORT_NOTICE,
                                     MESSAGE_AUDIT_GUIDED,
                                     MESSAGE_AUDIT_LIGHTS,
                                     MESSAGE_NOTHING};
    audit_page_table(page, heads, 0x1FE);
}

static void put_ranks(struct audit_page *page) {
    enum { MOST = 10 };
    const struct audit_report *report = page->report;
    size_t count = 0;
    while (count < MOST && count < report->department_count && report->departments[count].tasks.count > 0) count++;
    struct chart_rank ranks[MOST];
    for (size_t i = 0; i < count; i++) {
        const struct audit_party *party = &report->departments[i];
        const struct str what = audit_page_word(page, MESSAGE_AUDIT_TASKS);
        ranks[i] =
            (struct chart_rank){.label = party->name,
                                .figure = audit_page_count(page, party->tasks.count),
                                .anchor = audit_page_anchor(page, audit_page_label(page, party->name, what), party->tasks),
                                .value = (int64_t)party->tasks.count};
    }
    chart_ranks(page->out, audit_page_word(page, MESSAGE_AUDIT_RANKS), ranks, count);
}

void audit_page_departments(struct audit_page *page) {
    audit_page_heading(page, "departments", MESSAGE_AUDIT_DEPARTMENTS, MESSAGE_AUDIT_RANKS);
    put_ranks(page);
    put_party_heads(page, MESSAGE_AUDIT_DEPARTMENT);
    for (size_t i = 0; i < page->report->department_count; i++)
        if (page->report->departments[i].tasks.count > 0) put_party_row(page, 'd', i, SUBJECT_DEPARTMENT);
    audit_page_table_end(page);
}

void audit_page_townships(struct audit_page *page) {
    audit_page_heading(page, "townships", MESSAGE_AUDIT_TOWNSHIPS, MESSAGE_NOTHING);
    put_party_heads(page, MESSAGE_AUDIT_TOWNSHIP);
    for (size_t i = 0; i < page->report->township_count; i++) put_party_row(page, 'w', i, SUBJECT_TOWNSHIP);
    audit_page_table_end(page);
}

void audit_page_rule_counts(struct audit_page *page, const struct audit_party *party, size_t most) {
    static const enum message_id HEADS[] = {MESSAGE_AUDIT_RULE, MESSAGE_AUDIT_TASKS, MESSAGE_AUDIT_PREVIOUS, MESSAGE_NOTHING};
    if (party->rule_count == 0) return;
    audit_page_table(page, HEADS, 6);
    for (size_t i = 0, shown = 0; i < party->rule_count && shown < most; i++) {
        const struct audit_rule_count *one = &party->rules[i];
        if (!audit_rule_counts(page->report, one->rule)) continue;
        shown++;
        const struct str count = audit_page_count(page, one->tasks);
        audit_page_row(page);
        buf_put_text(page->out, "<td>");
        audit_page_rule_link(page, one->rule);
        buf_put_text(page->out, "</td>");
        audit_page_figure_cell(page, count, (int64_t)one->tasks, audit_page_label(page, party->name, one->rule), one->of);
        html_element(page->out, "td", "number", audit_page_count(page, one->previous));
        buf_put_text(page->out, "</tr>\n");
    }
    audit_page_table_end(page);
}

static void put_number_cell(struct audit_page *page, struct audit_number number, struct str unit) {
    audit_put_number(&page->line, number, unit, page->language);
    html_element(page->out, "td", "number", audit_page_take(page));
}

static void put_indicator_row(struct audit_page *page, const struct audit_indicator *indicator) {
    const struct audit_indicator_info info = audit_indicator_info(indicator->id);
    const struct str name = audit_indicator_name(indicator, page->language);
    audit_page_row(page);
    audit_page_cell(page, name);
    audit_put_value(&page->line, indicator, page->language);
    const struct str words = audit_page_keep(page);
    audit_page_figure_cell(page, words, sort_key(audit_shown(indicator)), name, indicator->tasks);
    put_number_cell(page, indicator->previous, info.unit);
    put_number_cell(page, indicator->last_year, info.unit);
    buf_put_text(page->out, "<td>");
    put_light(page, indicator->light, audit_indicator_light(indicator, page->language));
    if (indicator->confidence == AUDIT_ESTIMATED)
        html_element(page->out, "span", "small", audit_page_word(page, MESSAGE_ESTIMATED));
    buf_put_text(page->out, "</td>");
    audit_put_confidence(&page->line, indicator, page->language);
    audit_page_line_cell(page);
    audit_put_threshold(&page->line, indicator, page->language);
    html_element(page->out, "td", "small", audit_page_take(page));
    buf_put_text(page->out, "</tr>\n");
}

static bool is_of(const struct audit_indicator *indicator, enum audit_light light) {
    if (indicator->subject != SUBJECT_COUNTY || indicator->light != light) return false;
    return light != LIGHT_NONE || audit_indicator_is_open(indicator);
}

/* "红 3：收回事项返下 20 件（上期 15）、…": each figure leads to its tasks. */
static void put_lights_of(struct audit_page *page, enum audit_light light, enum message_id word) {
    const struct audit_report *report = page->report;
    size_t count = 0;
    for (size_t i = 0; i < report->indicator_count; i++) count += is_of(&report->indicators[i], light);
    if (count == 0) return;
    buf_put(&page->line, audit_page_word(page, word));
    buf_put_char(&page->line, ' ');
    audit_put_digits(&page->line, (int64_t)count, 0);
    buf_put(&page->line, audit_page_word(page, MESSAGE_COLON));
    buf_put_text(page->out, "<p>");
    put_light(page, light, audit_page_keep(page));
    for (size_t i = 0, shown = 0; i < report->indicator_count; i++) {
        const struct audit_indicator *indicator = &report->indicators[i];
        if (!is_of(indicator, light)) continue;
        if (shown++ > 0) html_text(page->out, audit_page_word(page, MESSAGE_SEMICOLON));
        const struct str name = audit_indicator_name(indicator, page->language);
        html_text(page->out, name);
        buf_put_char(page->out, ' ');
        audit_put_value(&page->line, indicator, page->language);
        audit_page_figure(page, audit_page_keep(page), name, indicator->tasks);
        if (!indicator->previous.known) continue;
        audit_put_figure(&page->line, indicator->previous, audit_indicator_info(indicator->id).unit, page->language);
        MESSAGES_FILL(&page->line, MESSAGE_AUDIT_BEFORE, page->language, audit_page_keep(page));
        const struct str before = audit_page_keep(page);
        MESSAGES_FILL(&page->line, MESSAGE_IN_BRACKETS, page->language, before);
        html_element(page->out, "span", "small", audit_page_take(page));
    }
    buf_put_text(page->out, "</p>\n");
}

void audit_page_lights(struct audit_page *page) {
    audit_page_heading(page, "lights", MESSAGE_AUDIT_WARNINGS, MESSAGE_NOTHING);
    put_lights_of(page, LIGHT_RED, MESSAGE_LIGHT_RED);
    put_lights_of(page, LIGHT_YELLOW, MESSAGE_LIGHT_YELLOW);
    put_lights_of(page, LIGHT_NONE, MESSAGE_LIGHT_OPEN);
    buf_put_text(page->out, "<p class=\"small\"><a href=\"#indicators\">");
    html_text(page->out, audit_page_word(page, MESSAGE_AUDIT_ALL_INDICATORS));
    buf_put_text(page->out, "</a></p>\n");
}

void audit_page_indicators(struct audit_page *page) {
    static const enum message_id HEADS[] = {MESSAGE_AUDIT_INDICATOR, MESSAGE_AUDIT_NOW,   MESSAGE_AUDIT_PREVIOUS,
                                            MESSAGE_AUDIT_LAST_YEAR, MESSAGE_AUDIT_LIGHT, MESSAGE_AUDIT_CONFIDENCE,
                                            MESSAGE_AUDIT_THRESHOLD, MESSAGE_NOTHING};
    audit_page_heading(page, "indicators", MESSAGE_AUDIT_INDICATORS, MESSAGE_NOTHING);
    MESSAGES_FILL(&page->line, MESSAGE_AUDIT_INDICATORS_LEAD, page->language,
                  audit_party_name(page->report, SUBJECT_COUNTY, -1, page->language));
    html_element(page->out, "p", "small", audit_page_take(page));
    buf_put_char(page->out, '\n');
    audit_page_table(page, HEADS, 0xE);
    for (size_t i = 0; i < page->report->indicator_count; i++)
        if (page->report->indicators[i].subject == SUBJECT_COUNTY) put_indicator_row(page, &page->report->indicators[i]);
    audit_page_table_end(page);
}
