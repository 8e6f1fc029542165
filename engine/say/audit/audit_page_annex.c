/* audit_page_annex.c - each department and township by itself, then the tasks behind the figures, the tasks, and the rules. */
#include <say/audit/audit_page.h>

static void put_party(struct audit_page *page, const struct audit_party *party, char kind, size_t index) {
    const enum subject subject = kind == 'd' ? SUBJECT_DEPARTMENT : SUBJECT_TOWNSHIP;
    buf_put_text(page->out, "<section class=\"party\"><h3 id=\"");
    buf_put_char(page->out, kind);
    buf_put_int(page->out, (int64_t)index + 1);
    buf_put_text(page->out, "\">");
    html_text(page->out, party->name);
    buf_put_text(page->out, "</h3>\n<div class=\"two\"><div>\n");
    audit_page_balance(page, party, subject, (int)index);
    buf_put_text(page->out, "</div><div>\n");
    audit_page_rule_counts(page, party, party->rule_count);
    buf_put_text(page->out, "</div></div></section>\n");
}

void audit_page_parties(struct audit_page *page) {
    const struct audit_report *report = page->report;
    buf_put_text(page->out, "<div class=\"annex\">\n"); /* each would fill a sheet */
    audit_page_heading(page, "parties", MESSAGE_AUDIT_PARTIES, MESSAGE_NOTHING);
    for (size_t i = 0; i < report->department_count; i++)
        if (report->departments[i].tasks.count > 0) put_party(page, &report->departments[i], 'd', i);
    for (size_t i = 0; i < report->township_count; i++) put_party(page, &report->townships[i], 'w', i);
    buf_put_text(page->out, "</div>\n");
}

/* A task by its number in the table below. */
static void put_number(struct audit_page *page, uint32_t task) {
    page->listed[task] = true;
    buf_put_text(page->out, " <a href=\"#t");
    buf_put_int(page->out, (int64_t)task + 1);
    buf_put_text(page->out, "\">");
    buf_put_int(page->out, (int64_t)task + 1);
    buf_put_text(page->out, "</a>");
}

static void put_figures(struct audit_page *page) {
    audit_page_heading(page, "figures", MESSAGE_AUDIT_BEHIND, MESSAGE_AUDIT_BEHIND_LEAD);
    for (size_t i = 0; i < page->figure_count; i++) {
        const struct audit_figure *figure = &page->figures[i];
        buf_put_text(page->out, "<p id=\"f");
        buf_put_int(page->out, (int64_t)i + 1);
        buf_put_text(page->out, "\">");
        audit_put_digits(&page->line, (int64_t)figure->tasks.count, 0);
        const struct str count = audit_page_keep(page);
        MESSAGES_FILL(&page->line, MESSAGE_AUDIT_FIGURE, page->language, figure->label, count);
        html_element(page->out, "strong", NULL, audit_page_take(page));
        const struct audit_tasks shown = audit_page_gravest(page, figure->tasks);
        for (size_t k = 0; k < shown.count; k++) put_number(page, shown.at[k]);
        audit_page_more_tasks(page, shown.count, figure->tasks.count);
        buf_put_text(page->out, "</p>\n");
    }
}

static void put_townships(struct audit_page *page, const struct audit_task *task) {
    enum { MOST_NAMES = 3 };
    if (task->township_count > MOST_NAMES) {
        const struct str count = audit_page_count(page, task->township_count);
        MESSAGES_FILL(&page->line, MESSAGE_AUDIT_TOWNSHIPS_OF, page->language, count);
    } else {
        for (size_t i = 0; i < task->township_count; i++) {
            if (i > 0) buf_put(&page->line, audit_page_word(page, MESSAGE_LIST_COMMA));
            buf_put(&page->line, page->report->townships[task->townships[i]].name);
        }
    }
    audit_page_line_cell(page);
}

static void put_gaps(struct audit_page *page, const struct audit_task *task) {
    bool first = true;
    struct audit_number gap = {true, task->funds_gap_fen, 2};
    if (audit_lacks(task, BALANCE_POWER)) buf_put(&page->line, audit_page_word(page, MESSAGE_SIDE_POWER));
    first = !audit_lacks(task, BALANCE_POWER);
    if (task->funds_gap_fen > 0) {
        if (!first) buf_put(&page->line, audit_page_word(page, MESSAGE_LIST_COMMA));
        audit_put_number(&page->line, gap, STR("CNY"), page->language);
        first = false;
    }
    gap = (struct audit_number){true, task->staff_gap, 0};
    if (task->staff_gap > 0) {
        if (!first) buf_put(&page->line, audit_page_word(page, MESSAGE_LIST_COMMA));
        audit_put_number(&page->line, gap, STR("person"), page->language);
    }
    audit_page_line_cell(page);
}

static void put_title(struct audit_page *page, const struct audit_task *task) {
    if (page->link.length > 0) {
        buf_put_text(page->out, "<a href=\"");
        html_text(page->out, page->link);
        html_url(page->out, task->id);
        buf_put_text(page->out, "\">");
    }
    html_text(page->out, task->title);
    buf_put_text(page->out, page->link.length > 0 ? "</a> " : " ");
    html_element(page->out, "span", "id", task->id);
    buf_put_text(page->out, "</td>");
}

static void put_task(struct audit_page *page, size_t index) {
    const struct audit_task *task = &page->report->tasks[index];
    buf_put_text(page->out, "<tr id=\"t");
    buf_put_int(page->out, (int64_t)index + 1);
    buf_put_text(page->out, "\"><td class=\"number\">");
    buf_put_int(page->out, (int64_t)index + 1);
    buf_put_text(page->out, "</td>");
    say_day(&page->line, task->day);
    html_element(page->out, "td", "when", audit_page_take(page));
    audit_page_cell(page, audit_department_name(page->report, task->department, page->language));
    buf_put_text(page->out, "<td>");
    put_title(page, task);
    put_townships(page, task);
    audit_page_cell(page, task->decided ? say_verdict(task->verdict, page->language)
                                        : audit_page_word(page, MESSAGE_AUDIT_UNDECIDED));
    buf_put_text(page->out, "<td>");
    for (size_t i = 0, shown = 0; i < task->rule_count; i++) {
        if (!audit_rule_counts(page->report, task->rules[i])) continue;
        if (shown++ > 0) html_text(page->out, audit_page_word(page, MESSAGE_LIST_SEMICOLON));
        audit_page_rule_link(page, task->rules[i]);
    }
    buf_put_text(page->out, "</td>");
    put_gaps(page, task);
    buf_put_text(page->out, "</tr>\n");
}

static void put_tasks(struct audit_page *page) {
    static const enum message_id HEADS[] = {MESSAGE_AUDIT_NUMBER,   MESSAGE_AUDIT_DAY,     MESSAGE_AUDIT_DEPARTMENT,
                                            MESSAGE_AUDIT_TITLE_OF, MESSAGE_AUDIT_REACHED, MESSAGE_AUDIT_VERDICT,
                                            MESSAGE_AUDIT_NOT_MET,  MESSAGE_AUDIT_SHORT,   MESSAGE_NOTHING};
    audit_page_heading(page, "tasks", MESSAGE_AUDIT_ALL_TASKS, MESSAGE_NOTHING);
    buf_put_text(page->out,
                 "<p id=\"drill\" class=\"box no-print\" role=\"status\" hidden><strong></strong> <button type=\"button\">");
    html_text(page->out, audit_page_word(page, MESSAGE_AUDIT_SHOW_ALL));
    buf_put_text(page->out, "</button></p>\n");
    audit_page_table(page, HEADS, 1);
    size_t shown = 0;
    for (size_t i = 0; i < page->report->task_count; i++) {
        if (page->ranks && !page->listed[i]) continue;
        put_task(page, i);
        shown++;
    }
    audit_page_table_end(page);
    audit_page_more_rows(page, shown, page->report->task_count);
}

static void put_rule(struct audit_page *page, const struct rule *rule) {
    buf_put_text(page->out, "<dt id=\"r-");
    html_anchor(page->out, rule->id);
    buf_put_text(page->out, "\">");
    html_element(page->out, "span", "id", rule->id);
    buf_put_text(page->out, "</dt><dd>");
    html_element(page->out, "strong", NULL, bilingual_text(&rule->title, page->language));
    buf_put_text(page->out, " ");
    html_element(page->out, "span", "small", say_level(rule->level, page->language));
    html_element(page->out, "div", NULL, bilingual_text(&rule->why, page->language));
    for (size_t i = 0; i < rule->basis.count; i++) {
        say_cite(&page->line, &rule->basis.at[i], page->language);
        html_element(page->out, "div", rule->basis.at[i].verified == 'V' ? "small" : "small unverified", audit_page_take(page));
    }
    buf_put_text(page->out, "</dd>\n");
}

/* Every rule of the book once, by its newest edition: what a task did not meet may be any of them. */
static void put_rules(struct audit_page *page) {
    const struct rulebook *book = page->report->book;
    audit_page_heading(page, "rules", MESSAGE_AUDIT_RULES, MESSAGE_NOTHING);
    buf_put_text(page->out, "<dl>\n");
    for (size_t i = 0; i < book->count; i++)
        if (rulebook_find(book, book->rules[i].id) == (int)i) put_rule(page, &book->rules[i]);
    buf_put_text(page->out, "</dl>\n");
}

void audit_page_annex(struct audit_page *page) {
    html_element(page->out, "p", "on-paper", audit_page_word(page, MESSAGE_AUDIT_ON_PAPER));
    buf_put_text(page->out, "\n<div class=\"annex\">\n");
    if (page->figure_count > 0) put_figures(page);
    if (page->report->task_count > 0) put_tasks(page);
    put_rules(page);
    buf_put_text(page->out, "</div>\n");
}
