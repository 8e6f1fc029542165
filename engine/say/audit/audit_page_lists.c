/* audit_page_lists.c - what stands out: cases, chains of papers, copies, findings of audit rules, corrections. */
#include <say/audit/audit_page.h>

enum { SHOWN_TASKS = 3, SHOWN_CASES = 5 };

static void put_level(struct audit_page *page, enum level level) {
    buf_put_text(page->out, "<span class=\"level ");
    buf_put(page->out, level_name(level));
    buf_put_text(page->out, "\">");
    html_text(page->out, say_level(level, page->language));
    buf_put_text(page->out, "</span> ");
}

/* What a case is about: an alert, a finding of the audit, or a rule that tasks did not meet. */
static void put_case_head(struct audit_page *page, const struct audit_case *one) {
    const struct audit_report *report = page->report;
    html_element(page->out, "strong", NULL, audit_department_name(report, one->department, page->language));
    html_text(page->out, audit_page_word(page, MESSAGE_COLON));
    if (one->alert >= 0)
        html_text(page->out, audit_alert_word(report->alerts[one->alert].kind, page->language));
    else if (one->finding >= 0) {
        audit_put_finding(&page->line, &report->findings[one->finding], page->language);
        html_text(page->out, audit_page_take(page));
    } else {
        audit_page_rule_link(page, one->rule);
    }
}

static void put_case(struct audit_page *page, const struct audit_case *one) {
    const struct audit_report *report = page->report;
    const struct str count = audit_page_count(page, one->tasks.count);
    buf_put_text(page->out, "<li>");
    put_case_head(page, one);
    MESSAGES_FILL(&page->line, MESSAGE_AUDIT_TASKS_OF, page->language, count);
    const struct str words = audit_page_keep(page);
    buf_put_text(page->out, " ");
    audit_page_figure(page, words, audit_department_name(report, one->department, page->language), one->tasks);
    audit_put_owed(&page->line, report, one->tasks, page->language);
    html_element(page->out, "div", "small", audit_page_take(page));
    buf_put_text(page->out, "</li>\n");
}

/* The cases after the first ones are folded away. */
static void begin_more(struct audit_page *page, size_t count) {
    const struct str number = audit_page_count(page, count);
    MESSAGES_FILL(&page->line, MESSAGE_AUDIT_MORE_CASES, page->language, number);
    buf_put_text(page->out, "</ol><details>");
    html_element(page->out, "summary", NULL, audit_page_take(page));
    buf_printf(page->out, "<ol start=\"%d\">\n", SHOWN_CASES + 1);
}

void audit_page_cases(struct audit_page *page) {
    const struct audit_report *report = page->report;
    audit_page_heading(page, "cases", MESSAGE_AUDIT_CASES, MESSAGE_NOTHING);
    if (report->case_count == 0) {
        html_element(page->out, "p", NULL, audit_page_word(page, MESSAGE_AUDIT_NO_CASES));
        return;
    }
    buf_put_text(page->out, "<ol>\n");
    for (size_t i = 0; i < report->case_count; i++) {
        if (i == SHOWN_CASES) begin_more(page, report->case_count - i);
        put_case(page, &report->cases[i]);
    }
    buf_put_text(page->out, report->case_count > SHOWN_CASES ? "</ol></details>\n" : "</ol>\n");
}

/* The item of the list that it was matched with, where the alert is about that. */
static void put_item(struct audit_page *page, const struct audit_alert *alert) {
    const int task = alert->link_count == 1 ? alert->chain[0].task : -1;
    const int item = task < 0 ? -1 : page->report->tasks[task].item;
    if (item < 0 || (alert->kind != ALERT_RECALLED && alert->kind != ALERT_ROLES_SWAPPED)) return;
    const struct item *of = &page->report->list->items[item];
    MESSAGES_FILL(&page->line, MESSAGE_AUDIT_ITEM_OF, page->language, of->id, of->name);
    html_element(page->out, "div", "small", audit_page_take(page));
}

static void put_link(struct audit_page *page, const struct audit_link *link, bool is_alone) {
    if (link->task >= 0) {
        audit_page_task_link(page, (uint32_t)link->task);
    } else {
        html_text(page->out, link->title.length > 0 ? link->title : link->id);
        if (link->day != DAY_NONE) {
            say_day(&page->line, link->day);
            buf_put_text(page->out, " ");
            html_element(page->out, "span", "small", audit_page_take(page));
        }
    }
    if (!is_alone) {
        buf_put_text(page->out, " ");
        html_element(page->out, "span", "small", audit_department_name(page->report, link->department, page->language));
    }
    if (link->state.length > 0) {
        buf_put_text(page->out, " ");
        html_element(page->out, "span", "small", say_state(link->state, page->language));
    }
}

static void put_alert(struct audit_page *page, const struct audit_alert *alert) {
    buf_put_text(page->out, "<li>");
    html_text(page->out, audit_department_name(page->report, alert->department, page->language));
    if (alert->similarity > 0) {
        const struct audit_number share = {true, alert->similarity, 6};
        audit_put_number(&page->line, share, STR(""), page->language);
        const struct str words = audit_page_keep(page);
        MESSAGES_FILL(&page->line, MESSAGE_AUDIT_ALIKE, page->language, words);
        buf_put_text(page->out, " ");
        html_element(page->out, "span", "small", audit_page_take(page));
    }
    if (alert->link_count == 1) {
        html_text(page->out, audit_page_word(page, MESSAGE_COLON));
        put_link(page, &alert->chain[0], true);
        put_item(page, alert);
        buf_put_text(page->out, "</li>\n");
        return;
    }
    buf_put_text(page->out, "<ol>\n");
    for (size_t i = 0; i < alert->link_count; i++) {
        buf_put_text(page->out, "<li>");
        put_link(page, &alert->chain[i], false);
        buf_put_text(page->out, "</li>\n");
    }
    buf_put_text(page->out, "</ol></li>\n");
}

/* A list for each kind. What grew while something else fell has its picture already, unless there are papers to show. */
void audit_page_alerts(struct audit_page *page) {
    const struct audit_report *report = page->report;
    const struct audit_alert *before = NULL;
    audit_page_heading(page, "radar", MESSAGE_AUDIT_RADAR, MESSAGE_AUDIT_RADAR_LEAD);
    for (size_t i = 0; i < report->alert_count; i++) {
        const struct audit_alert *alert = &report->alerts[i];
        if (alert->link_count == 0) continue;
        if (!before || before->kind != alert->kind) {
            if (before) buf_put_text(page->out, "</ul>\n");
            html_element(page->out, "h3", NULL, audit_alert_word(alert->kind, page->language));
            buf_put_text(page->out, "<ul>\n");
        }
        put_alert(page, alert);
        before = alert;
    }
    if (before)
        buf_put_text(page->out, "</ul>\n");
    else
        html_element(page->out, "p", NULL, audit_page_word(page, MESSAGE_AUDIT_NO_ALERTS));
}

/* The one task that would do instead, and what it would save. */
static void put_relief(struct audit_page *page, const struct audit_group *group) {
    const struct audit_relief *relief = &group->relief;
    buf_put_text(page->out, "<td>");
    if (relief->has) {
        const struct str lead = audit_department_name(page->report, relief->lead, page->language);
        MESSAGES_FILL(&page->line, MESSAGE_AUDIT_JOIN, page->language, lead, relief->title);
        html_text(page->out, audit_page_take(page));
        const struct str papers = audit_page_count(page, (size_t)relief->papers_saved),
                         forms = audit_page_count(page, (size_t)relief->forms_saved);
        audit_put_number(&page->line, relief->person_days_saved, STR("person_day"), page->language);
        const struct str days = audit_page_keep(page);
        const bool is_told = relief->person_days_saved.known;
        MESSAGES_FILL(&page->line, is_told ? MESSAGE_AUDIT_SAVED : MESSAGE_AUDIT_SAVED_PAPERS, page->language, papers, forms,
                      days);
        html_element(page->out, "div", "small", audit_page_take(page));
    } else if (group->kind != GROUP_VERSION) {
        html_element(page->out, "span", "small", audit_page_word(page, MESSAGE_AUDIT_NOT_JOINED));
    }
    buf_put_text(page->out, "</td>");
}

static void put_names(struct audit_page *page, const int *indices, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (i > 0) buf_put(&page->line, audit_page_word(page, MESSAGE_LIST_COMMA));
        buf_put(&page->line, audit_department_name(page->report, indices[i], page->language));
    }
}

static void put_group(struct audit_page *page, const struct audit_group *group) {
    const struct audit_number share = {true, group->similarity, 6};
    audit_page_row(page);
    audit_page_cell(page, audit_group_word(group->kind, page->language));
    if (group->kind != GROUP_SAME_ITEM) audit_put_number(&page->line, share, STR(""), page->language);
    html_element(page->out, "td", "number", audit_page_take(page));
    put_names(page, group->departments, group->department_count);
    audit_page_line_cell(page);
    buf_put_text(page->out, "<td>");
    audit_page_task_links(page, group->tasks, SHOWN_TASKS);
    buf_put_text(page->out, "</td>");
    put_relief(page, group);
    buf_put_text(page->out, "</tr>\n");
}

static void put_repeat(struct audit_page *page, const struct audit_repeat *repeat) {
    const int rule = repeat->kind == REPEAT_RULE ? rulebook_find(page->report->book, repeat->what) : -1;
    audit_page_row(page);
    audit_page_cell(page, audit_repeat_word(repeat->kind, page->language));
    audit_page_cell(page, audit_department_name(page->report, repeat->department, page->language));
    buf_put(&page->line, rule >= 0 ? bilingual_text(&page->report->book->rules[rule].title, page->language) : repeat->what);
    audit_page_line_cell(page);
    const struct str words = audit_page_count(page, repeat->count);
    audit_page_figure_cell(page, words, (int64_t)repeat->count, repeat->what, repeat->tasks);
    say_texts(&page->line, repeat->fields, page->language);
    audit_page_line_cell(page);
    say_texts(&page->line, repeat->held_by, page->language);
    audit_page_line_cell(page);
    buf_put_text(page->out, "</tr>\n");
}

static size_t group_weight(const struct audit_report *report, size_t row) { return report->groups[row].tasks.count; }
static size_t repeat_weight(const struct audit_report *report, size_t row) { return report->repeats[row].count; }

void audit_page_groups(struct audit_page *page) {
    static const enum message_id GROUP_HEADS[] = {MESSAGE_AUDIT_KIND,   MESSAGE_AUDIT_SIMILARITY, MESSAGE_AUDIT_DEPARTMENT,
                                                  MESSAGE_AUDIT_PAPERS, MESSAGE_AUDIT_RELIEF,     MESSAGE_NOTHING},
                                 REPEAT_HEADS[] = {MESSAGE_AUDIT_KIND,  MESSAGE_AUDIT_DEPARTMENT, MESSAGE_AUDIT_WHAT,
                                                   MESSAGE_AUDIT_TIMES, MESSAGE_AUDIT_FIELDS,     MESSAGE_AUDIT_HELD_BY,
                                                   MESSAGE_NOTHING};
    const struct audit_report *report = page->report;
    const size_t *rows;
    size_t shown;
    audit_page_heading(page, "duplicates", MESSAGE_AUDIT_GROUPS, MESSAGE_AUDIT_GROUPS_LEAD);
    if (report->group_count == 0) html_element(page->out, "p", NULL, audit_page_word(page, MESSAGE_AUDIT_NO_GROUPS));
    if (report->group_count > 0) {
        audit_page_table(page, GROUP_HEADS, 2);
        rows = audit_page_heaviest(page, report->group_count, group_weight, &shown);
        for (size_t i = 0; i < shown; i++) put_group(page, &report->groups[rows[i]]);
        audit_page_table_end(page);
        audit_page_more_rows(page, shown, report->group_count);
    }
    if (report->repeat_count == 0) return;
    audit_page_heading(page, "repeats", MESSAGE_AUDIT_REPEATS, MESSAGE_NOTHING);
    audit_page_table(page, REPEAT_HEADS, 8);
    rows = audit_page_heaviest(page, report->repeat_count, repeat_weight, &shown);
    for (size_t i = 0; i < shown; i++) put_repeat(page, &report->repeats[rows[i]]);
    audit_page_table_end(page);
    audit_page_more_rows(page, shown, report->repeat_count);
}

void audit_page_findings(struct audit_page *page) {
    static const enum message_id HEADS[] = {MESSAGE_AUDIT_LEVEL, MESSAGE_AUDIT_WHO, MESSAGE_AUDIT_FOUND, MESSAGE_AUDIT_TASKS,
                                            MESSAGE_NOTHING};
    const struct audit_report *report = page->report;
    if (report->finding_count == 0) return;
    audit_page_heading(page, "findings", MESSAGE_AUDIT_FINDINGS, MESSAGE_NOTHING);
    audit_page_table(page, HEADS, 8);
    const size_t shown = audit_page_rows(page, report->finding_count);
    for (size_t i = 0; i < shown; i++) {
        const struct audit_finding *finding = &report->findings[i];
        audit_page_row(page);
        buf_put_text(page->out, "<td>");
        if (finding->status == STATUS_UNKNOWN)
            html_text(page->out, audit_page_word(page, MESSAGE_MARK_UNKNOWN));
        else
            put_level(page, finding->rule->level);
        buf_put_text(page->out, "</td>");
        audit_page_cell(page, audit_party_name(report, finding->subject, finding->party, page->language));
        buf_put_text(page->out, "<td>");
        audit_page_rule_link(page, finding->rule->id);
        html_text(page->out, audit_page_word(page, MESSAGE_COLON));
        audit_put_finding(&page->line, finding, page->language);
        html_text(page->out, audit_page_take(page));
        buf_put_text(page->out, "</td>");
        const struct str count = audit_page_count(page, finding->tasks.count);
        audit_page_figure_cell(page, count, (int64_t)finding->tasks.count,
                               bilingual_text(&finding->rule->title, page->language), finding->tasks);
        buf_put_text(page->out, "</tr>\n");
    }
    audit_page_table_end(page);
    audit_page_more_rows(page, shown, report->finding_count);
}

static void put_day_cell(struct audit_page *page, int32_t day) {
    if (day != DAY_NONE) say_day(&page->line, day);
    audit_page_line_cell(page);
}

static void put_complaints(struct audit_page *page) {
    static const enum message_id HEADS[] = {MESSAGE_AUDIT_DEPARTMENT, MESSAGE_AUDIT_RECEIVED, MESSAGE_AUDIT_ANSWERED,
                                            MESSAGE_NOTHING};
    const struct audit_report *report = page->report;
    if (report->complaint_count == 0) return;
    audit_page_heading(page, "complaints", MESSAGE_AUDIT_COMPLAINTS, MESSAGE_AUDIT_COMPLAINTS_LEAD);
    audit_page_table(page, HEADS, 6);
    for (size_t i = 0; i < report->complaint_count; i++) {
        const struct audit_complaints *one = &report->complaints[i];
        audit_page_row(page);
        audit_page_cell(page, one->department.length > 0 ? one->department : audit_page_word(page, MESSAGE_NOT_STATED));
        html_element(page->out, "td", "number", audit_page_count(page, one->received));
        html_element(page->out, "td", "number", audit_page_count(page, one->answered));
        buf_put_text(page->out, "</tr>\n");
    }
    audit_page_table_end(page);
}

void audit_page_corrections(struct audit_page *page) {
    static const enum message_id HEADS[] = {MESSAGE_AUDIT_DEPARTMENT, MESSAGE_AUDIT_WHAT,   MESSAGE_AUDIT_RULE,
                                            MESSAGE_AUDIT_STATE,      MESSAGE_AUDIT_OPENED, MESSAGE_AUDIT_DUE,
                                            MESSAGE_AUDIT_DONE,       MESSAGE_AUDIT_AGAIN,  MESSAGE_NOTHING};
    const struct audit_report *report = page->report;
    if (report->correction_count > 0) {
        audit_page_heading(page, "corrections", MESSAGE_AUDIT_CORRECTIONS, MESSAGE_NOTHING);
        audit_page_table(page, HEADS, 0x80);
        for (size_t i = 0; i < report->correction_count; i++) {
            const struct audit_correction *one = &report->corrections[i];
            audit_page_row(page);
            audit_page_cell(page, one->department);
            audit_page_cell(page, one->words);
            buf_put_text(page->out, "<td>");
            if (one->rule.length > 0) audit_page_rule_link(page, one->rule);
            buf_put_text(page->out, "</td>");
            audit_page_cell(page, audit_correction_word(one->state, page->language));
            put_day_cell(page, one->opened_on);
            put_day_cell(page, one->due_on);
            put_day_cell(page, one->done_on);
            const struct str count = audit_page_count(page, one->tasks.count);
            audit_page_figure_cell(page, count, (int64_t)one->tasks.count, one->words, one->tasks);
            buf_put_text(page->out, "</tr>\n");
        }
        audit_page_table_end(page);
    }
    put_complaints(page);
}
