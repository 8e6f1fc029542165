/* audit_circular_cases.c - the cases of the circular, what they have in common, and what became of earlier ones. */
#include <say/audit/audit_circular_inside.h>

/* Only what was read in its source. */
static void put_basis(struct circular *circular, const struct rule *rule) {
    bool first = true;
    for (size_t i = 0; i < rule->basis.count; i++) {
        if (rule->basis.at[i].verified != 'V') continue;
        circular_say(circular, first ? CIRCULAR_CASE_BASIS : CIRCULAR_CASE_AND);
        letter_cite(&circular->line, &rule->basis.at[i]);
        first = false;
    }
    if (!first) circular_put(circular, STR("。"));
}

/* Where the correction of this matter stands, the newest that there is. */
static void put_correction(struct circular *circular, struct str department, struct str rule) {
    const struct audit_report *report = circular->report;
    for (size_t i = report->correction_count; i > 0; i--) {
        const struct audit_correction *one = &report->corrections[i - 1];
        if (!str_equal(one->department, department) || (one->rule.length > 0 && !str_equal(one->rule, rule))) continue;
        circular_say(circular, CIRCULAR_CASE_CORRECTION);
        circular_put(circular, audit_correction_word(one->state, QUANZE_ZH));
        if (one->state != CORRECTION_DONE && one->due_on != DAY_NONE) {
            circular_say(circular, CIRCULAR_CASE_DUE);
            circular_day(circular, one->due_on);
            circular_put(circular, STR("）"));
        }
        circular_put(circular, STR("。"));
        return;
    }
    circular_say(circular, CIRCULAR_CASE_NO_CORRECTION);
}

static const struct rule *rule_of(const struct circular *circular, const struct audit_case *one) {
    if (one->finding >= 0) return circular->report->findings[one->finding].rule;
    const int rule =
        one->rule.length > 0 ? rulebook_find_on(circular->report->book, one->rule, circular->report->period.to) : -1;
    return rule < 0 ? NULL : &circular->report->book->rules[rule];
}

/* What the case is, in a few words. */
static void put_case_name(struct circular *circular, const struct audit_case *one) {
    const struct rule *rule = rule_of(circular, one);
    circular_put(circular, audit_department_name(circular->report, one->department, QUANZE_ZH));
    circular_put(circular, STR("："));
    if (one->alert >= 0)
        circular_put(circular, audit_alert_word(circular->report->alerts[one->alert].kind, QUANZE_ZH));
    else
        circular_put(circular, rule ? rule->title.zh : one->rule);
    circular_put(circular, STR("。"));
}

static void put_chain(struct circular *circular, const struct audit_alert *alert) {
    for (size_t i = 0; i < alert->link_count; i++) {
        const struct audit_link *link = &alert->chain[i];
        if (i > 0) circular_put(circular, STR("，"));
        circular_put(circular, audit_department_name(circular->report, link->department, QUANZE_ZH));
        circular_say(circular, i > 0 ? CIRCULAR_CASE_SENT_AGAIN : CIRCULAR_CASE_SENT);
        circular_paper(circular, link->title, link->day);
    }
    if (alert->link_count > 0) circular_put(circular, STR("。"));
    if (alert->link_count > 0 || !alert->rose_to.known) return;
    circular_put(circular, fact_label(alert->fell, QUANZE_ZH));
    circular_say(circular, CIRCULAR_CASE_FROM);
    circular_number(circular, alert->fell_from, fact_at(alert->fell)->unit);
    circular_say(circular, CIRCULAR_CASE_FELL);
    circular_number(circular, alert->fell_to, fact_at(alert->fell)->unit);
    circular_put(circular, STR("，"));
    circular_put(circular, fact_label(alert->rose, QUANZE_ZH));
    circular_say(circular, CIRCULAR_CASE_FROM);
    circular_number(circular, alert->rose_from, fact_at(alert->rose)->unit);
    circular_say(circular, CIRCULAR_CASE_ROSE);
    circular_number(circular, alert->rose_to, fact_at(alert->rose)->unit);
    circular_put(circular, STR("。"));
}

static void add_case(struct circular *circular, const struct audit_case *one) {
    const struct rule *rule = rule_of(circular, one);
    circular_point(circular);
    put_case_name(circular, one);
    circular_add(circular, DOCUMENT_HEADING_2);
    circular_period(circular);
    circular_put(circular, STR("，"));
    if (one->alert >= 0) {
        put_chain(circular, &circular->report->alerts[one->alert]);
    } else {
        circular_put(circular, audit_department_name(circular->report, one->department, QUANZE_ZH));
        circular_tasks(circular, CIRCULAR_CASE_TASKS, one->tasks.count);
        circular_say(circular, CIRCULAR_CASE_SUCH_AS);
        circular_papers(circular, one->tasks);
        circular_put(circular, STR("。"));
    }
    if (one->finding >= 0) {
        struct buf found = {0};
        audit_put_finding(&found, &circular->report->findings[one->finding], QUANZE_ZH);
        circular_words_of(circular, buf_str(&found));
        circular->failed |= found.failed;
        buf_free(&found);
        circular_put(circular, STR("。"));
    }
    const size_t before = circular->line.length;
    audit_put_owed(&circular->line, circular->report, one->tasks, QUANZE_ZH);
    if (circular->line.length > before) circular_put(circular, STR("。"));
    if (rule) circular_put(circular, rule->why.zh);
    if (rule) put_basis(circular, rule);
    put_correction(circular, audit_department_name(circular->report, one->department, QUANZE_ZH), rule ? rule->id : one->rule);
    circular_add(circular, DOCUMENT_BODY);
}

void circular_cases(struct circular *circular) {
    enum { MOST = 5 }; /* as published circulars do */
    if (circular->report->case_count == 0) return;
    circular_part(circular, CIRCULAR_PART_CASES);
    for (size_t i = 0; i < circular->report->case_count && i < MOST; i++) add_case(circular, &circular->report->cases[i]);
}

/* The rules that most tasks of the county did not meet. */
static void add_common_rules(struct circular *circular) {
    enum { MOST = 3 };
    const struct audit_party *county = &circular->report->county;
    const struct rulebook *book = circular->report->book;
    size_t shown = 0;
    for (size_t i = 0; i < county->rule_count && shown < MOST; i++) {
        const int rule = rulebook_find_on(book, county->rules[i].rule, circular->report->period.to);
        if (rule >= 0 && book->rules[rule].level < LEVEL_HOLD) continue;
        if (shown++ == 0)
            circular_say(circular, CIRCULAR_COMMON_RULES);
        else
            circular_put(circular, STR("；"));
        circular_put(circular, rule >= 0 ? book->rules[rule].title.zh : county->rules[i].rule);
        circular_tasks(circular, CIRCULAR_COMMON_COUNT, county->rules[i].tasks);
    }
    if (shown == 0) return;
    circular_put(circular, STR("。"));
    circular_add(circular, DOCUMENT_BODY);
}

static void add_common_copies(struct circular *circular) {
    const struct audit_report *report = circular->report;
    int64_t papers = 0, forms = 0;
    for (size_t i = 0; i < report->group_count; i++) {
        if (!report->groups[i].relief.has) continue;
        papers += report->groups[i].relief.papers_saved;
        forms += report->groups[i].relief.forms_saved;
    }
    if (report->group_count == 0) return;
    circular_say(circular, CIRCULAR_COMMON_COPIES);
    circular_count(circular, report->group_count);
    circular_say(circular, CIRCULAR_COMMON_GROUPS);
    if (papers > 0) {
        circular_say(circular, CIRCULAR_COMMON_PAPERS);
        buf_put_int(&circular->line, papers);
        circular_say(circular, CIRCULAR_PIECES);
    }
    if (forms > 0) {
        circular_say(circular, CIRCULAR_COMMON_FORMS);
        buf_put_int(&circular->line, forms);
        circular_say(circular, CIRCULAR_COMMON_SHEETS);
    }
    circular_put(circular, STR("。"));
    circular_add(circular, DOCUMENT_BODY);
}

void circular_common(struct circular *circular) {
    if (circular->report->county.rule_count == 0 && circular->report->group_count == 0) return;
    circular_part(circular, CIRCULAR_PART_COMMON);
    add_common_rules(circular);
    add_common_copies(circular);
}

void circular_corrections(struct circular *circular) {
    const struct audit_report *report = circular->report;
    if (report->correction_count == 0) return;
    circular_part(circular, CIRCULAR_PART_CORRECTIONS);
    for (size_t i = 0; i < report->correction_count; i++) {
        const struct audit_correction *one = &report->corrections[i];
        circular_point(circular);
        circular_put(circular, one->department);
        circular_put(circular, STR("："));
        circular_words_of(circular, one->words);
        circular_put(circular, STR("，"));
        circular_put(circular, audit_correction_word(one->state, QUANZE_ZH));
        circular_put(circular, STR("。"));
        circular_add(circular, DOCUMENT_BODY);
    }
}

/* A department whose screened tasks were all admitted with nothing short, and none of them unscreened. */
static bool is_good(const struct circular *circular, size_t department) {
    const struct audit_party *party = &circular->report->departments[department];
    return party->tasks.count > 0 && party->undecided == 0 &&
           circular_sum(circular->report, party->tasks).clean == party->tasks.count;
}

void circular_good(struct circular *circular) {
    bool first = true;
    for (size_t i = 0; i < circular->report->department_count; i++) {
        if (!is_good(circular, i)) continue;
        if (first) circular_part(circular, CIRCULAR_PART_GOOD);
        if (first)
            circular_say(circular, CIRCULAR_GOOD);
        else
            circular_put(circular, STR("、"));
        circular_put(circular, circular->report->departments[i].name);
        first = false;
    }
    if (first) return;
    circular_put(circular, STR("。"));
    circular_add(circular, DOCUMENT_BODY);
}
