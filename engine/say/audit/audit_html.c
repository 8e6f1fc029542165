/* audit_html.c - see audit_html.h: the head of the page, the four numbers, and what the figures rest on. */
#include <say/audit/audit_html.h>

#include <base/alloc.h>
#include <say/audit/audit_page.h>

/* "2,104 tasks, 2,100 of them screened; 21 working days". */
static void put_lead(struct audit_page *page) {
    const struct audit_coverage *coverage = &page->report->coverage;
    const struct audit_period *period = &page->report->period;
    const struct str tasks = audit_page_count(page, coverage->tasks), decided = audit_page_count(page, coverage->decided);
    const struct str days =
        period->workdays_known ? audit_page_count(page, (size_t)period->workdays) : audit_page_word(page, MESSAGE_UNKNOWN);
    MESSAGES_FILL(&page->line, MESSAGE_AUDIT_LEAD, page->language, tasks, decided, days);
    html_element(page->out, "p", NULL, audit_page_take(page));
}

static void put_remarks(struct audit_page *page) {
    const struct audit_coverage *coverage = &page->report->coverage;
    if (coverage->remark_count == 0) return;
    buf_put_text(page->out, "<div class=\"box hold\" id=\"coverage\">");
    html_element(page->out, "strong", NULL, audit_page_word(page, MESSAGE_AUDIT_COVERAGE));
    buf_put_text(page->out, "<ul>\n");
    for (size_t i = 0; i < coverage->remark_count; i++) {
        audit_put_remark(&page->line, &coverage->remarks[i], page->language);
        const struct str words = audit_page_keep(page);
        buf_put_text(page->out, "<li>");
        audit_page_figure(page, words, words, coverage->remarks[i].tasks);
        buf_put_text(page->out, "</li>\n");
    }
    buf_put_text(page->out, "</ul></div>\n");
}

static void put_number(struct audit_page *page, struct str number, enum message_id what, struct audit_tasks tasks) {
    buf_put_text(page->out, "<li><b>");
    audit_page_figure(page, number, audit_page_word(page, what), tasks);
    buf_put_text(page->out, "</b>");
    html_text(page->out, audit_page_word(page, what));
}

/* The same of the period before, where it is known. */
static void put_before(struct audit_page *page, struct audit_number before, struct str unit) {
    if (before.known) {
        audit_put_number(&page->line, before, unit, page->language);
        const struct str number = audit_page_keep(page);
        MESSAGES_FILL(&page->line, MESSAGE_AUDIT_BEFORE, page->language, number);
        html_element(page->out, "div", "small", audit_page_take(page));
    }
    buf_put_text(page->out, "</li>\n");
}

static bool is_told_in_part(const struct audit_page *page, uint32_t task, const void *of) {
    (void)of;
    return page->report->tasks[task].untold != 0;
}

/* How many of the tasks do not tell of some condition. */
static void put_untold(struct audit_page *page, struct audit_tasks tasks) {
    const struct audit_tasks untold = audit_page_select(page, tasks, is_told_in_part, NULL);
    if (untold.count == 0) return;
    MESSAGES_FILL(&page->line, MESSAGE_AUDIT_OF_THESE_UNTOLD, page->language, audit_page_count(page, untold.count));
    const struct str words = audit_page_keep(page);
    buf_put_text(page->out, "<div class=\"small\">");
    audit_page_figure(page, words, words, untold);
    buf_put_text(page->out, "</div>\n");
}

/* The share of all tasks, said below a number. */
static void put_share(struct audit_page *page, size_t part) {
    const size_t whole = page->report->county.tasks.count;
    if (whole > 0) {
        const struct audit_number share = {true, (int64_t)((part * 1000 + whole / 2) / whole), 3};
        audit_put_number(&page->line, share, STR(""), page->language);
        const struct str words = audit_page_keep(page);
        MESSAGES_FILL(&page->line, MESSAGE_AUDIT_SHARE, page->language, words);
        html_element(page->out, "div", "small", audit_page_take(page));
    }
    buf_put_text(page->out, "</li>\n");
}

static struct audit_number fact_count(const struct task *facts, enum fact_id fact) {
    if (!task_knows(facts, fact)) return (struct audit_number){false, 0, 0};
    return (struct audit_number){true, task_given(facts, fact) ? facts->value[fact].number : 0, 0};
}

/* Money and people, each with its own tasks. */
static void put_owed(struct audit_page *page) {
    static const enum audit_indicator_id OWED[] = {AUDIT_FUNDS_GAP, AUDIT_STAFF_GAP};
    buf_put_text(page->out, "<li>");
    for (size_t i = 0; i < sizeof OWED / sizeof *OWED; i++) {
        const struct audit_indicator *indicator = audit_indicator_of(page->report, OWED[i], SUBJECT_COUNTY, -1);
        if (!indicator) continue;
        audit_put_value(&page->line, indicator, page->language);
        const struct str words = audit_page_keep(page);
        buf_put_text(page->out, "<b>");
        audit_page_figure(page, words, audit_indicator_name(indicator, page->language), indicator->tasks);
        buf_put_text(page->out, "</b>");
    }
    html_text(page->out, audit_page_word(page, MESSAGE_AUDIT_OWED));
    buf_put_text(page->out, "</li>\n");
}

static void put_numbers(struct audit_page *page) {
    const struct audit_tasks all = page->report->county.tasks;
    const struct audit_tasks clean = audit_page_select(page, all, audit_page_is_admitted, NULL);
    const struct audit_tasks unadmitted = audit_page_select(page, all, audit_page_is_unadmitted, NULL);
    buf_put_text(page->out, "<ul class=\"figures\">\n");
    put_number(page, audit_page_count(page, all.count), MESSAGE_AUDIT_SENT, all);
    put_before(page, fact_count(&page->report->county.measures->facts, FACT_ID_MONTH_TASKS_PREVIOUS), STR("task"));
    put_number(page, audit_page_count(page, clean.count), MESSAGE_AUDIT_CLEAN, clean);
    put_untold(page, clean);
    put_share(page, clean.count);
    put_number(page, audit_page_count(page, unadmitted.count), MESSAGE_AUDIT_UNADMITTED, unadmitted);
    put_share(page, unadmitted.count);
    put_owed(page);
    buf_put_text(page->out, "</ul>\n");
}

static void put_version(struct audit_page *page, enum message_id label, struct str value) {
    if (value.length == 0) return;
    html_element(page->out, "dt", NULL, audit_page_word(page, label));
    buf_put_text(page->out, "<dd>");
    html_element(page->out, "code", NULL, value);
    buf_put_text(page->out, "</dd>\n");
}

static void put_versions(struct audit_page *page) {
    const struct audit_versions *versions = &page->report->versions;
    audit_page_heading(page, "versions", MESSAGE_AUDIT_VERSIONS, MESSAGE_NOTHING);
    buf_put_text(page->out, "<dl>\n");
    put_version(page, MESSAGE_AUDIT_VERSION_ENGINE, versions->engine);
    put_version(page, MESSAGE_AUDIT_VERSION_LIST, versions->list);
    put_version(page, MESSAGE_AUDIT_VERSION_RULES, versions->rules);
    put_version(page, MESSAGE_AUDIT_VERSION_CALENDAR, versions->calendar);
    for (size_t i = 0; i < versions->list_count; i++) put_version(page, MESSAGE_AUDIT_VERSION_DECIDED, versions->lists[i]);
    buf_put_text(page->out, "</dl>\n");
}

/* What most often was not met in the whole county. */
static void put_common(struct audit_page *page) {
    enum { MOST = 5 };
    if (page->report->county.rule_count == 0) return;
    html_element(page->out, "h3", NULL, audit_page_word(page, MESSAGE_AUDIT_COMMON));
    audit_page_rule_counts(page, &page->report->county, MOST);
}

static void put_parts(struct audit_page *page) {
    audit_put_title(&page->line, page->report, page->language);
    html_element(page->out, "h1", NULL, audit_page_take(page));
    put_lead(page);
    audit_page_part(page);
    put_remarks(page);
    put_numbers(page);
    audit_page_lights(page);
    if (page->report->county.tasks.count == 0) {
        html_element(page->out, "p", "box", audit_page_word(page, MESSAGE_AUDIT_EMPTY));
    } else {
        buf_put_text(page->out, "<div class=\"two\"><div>\n");
        audit_page_cases(page);
        put_common(page);
        buf_put_text(page->out, "</div><div>\n");
        audit_page_heading(page, "balance", MESSAGE_LABEL_BALANCE, MESSAGE_AUDIT_BALANCE_LEAD);
        audit_page_balance(page, &page->report->county, SUBJECT_COUNTY, -1);
        buf_put_text(page->out, "</div></div>\n");
        audit_page_charts(page);
        audit_page_departments(page);
        audit_page_alerts(page);
        audit_page_groups(page);
    }
    audit_page_indicators(page);
    audit_page_findings(page);
    audit_page_corrections(page);
    audit_page_townships(page);
    audit_page_parties(page);
    put_versions(page);
    audit_page_annex(page);
}

quanze_status say_audit_html(struct buf *out, const struct audit_report *report, const struct audit_html *asked,
                             struct quanze_error *error) {
    struct audit_page page = {.out = out, .report = report, .language = asked->language, .link = asked->link};
    if (audit_page_look(&page)) {
        audit_put_title(&page.line, report, asked->language);
        html_begin(out, audit_page_take(&page), asked->language, asked->form);
        put_parts(&page);
        html_end(out, "sort.js drill.js", asked->form);
    } else {
        page.failed = true;
    }
    const bool failed = page.failed || out->failed || page.line.failed;
    alloc_free(page.figures);
    buf_free(&page.line);
    arena_free(&page.arena);
    return failed ? error_memory(error) : QUANZE_OK;
}
