/* audit_circular_cases.c - the cases of the circular, what they have in common, and what became of earlier ones. */
#include <say/audit/audit_circular_inside.h>

/* A circular of a case lays nothing down: what it is about stands in brackets. */
static void put_citation(struct circular *circular, const struct cite *basis) {
    const struct str ending = STR("通报"), title = basis->title;
    const bool is_case =
        title.length > ending.length && str_equal((struct str){title.at + title.length - ending.length, ending.length}, ending);
    if (!is_case) {
        letter_cite(&circular->line, basis);
        return;
    }
    circular_put(circular, STR("《"));
    circular_put(circular, title);
    circular_put(circular, STR("》（"));
    circular_put(circular, basis->article);
    circular_put(circular, STR("）"));
}

/* Only what was read in its source. */
static void put_basis(struct circular *circular, const struct rule *rule) {
    bool first = true;
    for (size_t i = 0; i < rule->basis.count; i++) {
        if (rule->basis.at[i].verified != 'V') continue;
        circular_say(circular, first ? CIRCULAR_CASE_BASIS : CIRCULAR_CASE_AND);
        put_citation(circular, &rule->basis.at[i]);
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

/* The audit's own rule about what an alert shows, by the figure that it is about. */
static const struct rule *rule_of_alert(const struct circular *circular, enum audit_alert_kind kind) {
    static const enum fact_id ABOUT[] = {FACT_ID_MONTH_RENEWED,
                                         FACT_ID_MONTH_RESENT,
                                         FACT_ID_MONTH_RESENT,
                                         FACT_ID_MONTH_RESENT,
                                         FACT_ID_MONTH_ROLES_SWAPPED,
                                         FACT_ID_MONTH_INFORMAL_PAPERS,
                                         FACT_ID_MONTH_INSPECTIONS_RENAMED,
                                         FACT_ID_MONTH_RECALLED,
                                         FACT_ID_MONTH_BURDEN_SHIFTS};
    const struct rulebook *book = circular->report->book;
    for (size_t i = 0; i < book->count; i++) {
        const struct rule *rule = &book->rules[i];
        if (rule->stage == STAGE_AUDIT && rule->need_count > 0 && rule->needs[0] == ABOUT[kind] &&
            rule_holds(rule, circular->report->period.to))
            return rule;
    }
    return NULL;
}

static const struct rule *rule_of(const struct circular *circular, const struct audit_case *one) {
    if (one->alert >= 0) return rule_of_alert(circular, circular->report->alerts[one->alert].kind);
    if (one->finding >= 0) return circular->report->findings[one->finding].rule;
    const int rule =
        one->rule.length > 0 ? rulebook_find_on(circular->report->book, one->rule, circular->report->period.to) : -1;
    return rule < 0 ? NULL : &circular->report->book->rules[rule];
}

/* Who sent a task back, the gatekeeper or a township, is not told: where it had reached one township alone, that would name it.
 */
static void put_alert_name(struct circular *circular, enum audit_alert_kind kind) {
    if (kind >= ALERT_RESENT_REWORDED && kind <= ALERT_RESENT_BY_OTHER)
        circular_say(circular, (enum circular_words)(CIRCULAR_CASE_RESENT_REWORDED + (kind - ALERT_RESENT_REWORDED)));
    else
        circular_put(circular, audit_alert_word(kind, QUANZE_ZH));
}

/* What the case is, in a few words. */
static void put_case_name(struct circular *circular, const struct audit_case *one) {
    const struct rule *rule = rule_of(circular, one);
    circular_put(circular, audit_department_name(circular->report, one->department, QUANZE_ZH));
    circular_put(circular, STR("："));
    if (one->alert >= 0)
        put_alert_name(circular, circular->report->alerts[one->alert].kind);
    else
        circular_put(circular, rule ? rule->title.zh : one->rule);
    circular_put(circular, STR("。"));
}

/* How many papers of a chain, from one on, are the same again: of the same body, by the same title, on the same day. */
static size_t same_from(const struct audit_alert *alert, size_t from) {
    const struct audit_link *first = &alert->chain[from];
    size_t count = 1;
    for (size_t i = from + 1; i < alert->link_count; i++, count++) {
        const struct audit_link *link = &alert->chain[i];
        if (link->department != first->department || link->day != first->day || !str_equal(link->title, first->title)) break;
    }
    return count;
}

static void put_links(struct circular *circular, const struct audit_alert *alert) {
    for (size_t i = 0, same; i < alert->link_count; i += same) {
        const struct audit_link *link = &alert->chain[i];
        same = same_from(alert, i);
        if (i > 0) circular_put(circular, STR("，"));
        circular_put(circular, audit_department_name(circular->report, link->department, QUANZE_ZH));
        if (same > 1) {
            circular_say(circular, CIRCULAR_CASE_TIMES_FIRST);
            circular_count(circular, same);
            circular_say(circular, CIRCULAR_CASE_TIMES);
        } else {
            circular_say(circular, i > 0 ? CIRCULAR_CASE_SENT_AGAIN : CIRCULAR_CASE_SENT);
        }
        circular_paper(circular, link->title, link->day);
    }
    if (alert->link_count > 0) circular_put(circular, STR("。"));
}

/* The item of the list that the papers were matched with. */
static void put_item(struct circular *circular, const struct audit_case *one) {
    const int item = one->tasks.count > 0 ? circular->report->tasks[one->tasks.at[0]].item : -1;
    if (item < 0) return;
    circular_say(circular, CIRCULAR_CASE_ITEM);
    circular_words_of(circular, circular->report->list->items[item].name);
    circular_say(circular, CIRCULAR_CASE_ITEM_END);
}

/* To how many townships the widest of the papers went; one alone is not told. */
static void put_reach(struct circular *circular, const struct audit_case *one) {
    size_t most = 0;
    for (size_t i = 0; i < one->tasks.count; i++) {
        const size_t count = circular->report->tasks[one->tasks.at[i]].township_count;
        if (count > most) most = count;
    }
    if (most < 2) return;
    circular_say(circular, CIRCULAR_CASE_REACHED);
    circular_count(circular, most);
    circular_say(circular, CIRCULAR_CASE_REACHED_END);
}

static void put_chain(struct circular *circular, const struct audit_alert *alert) {
    put_links(circular, alert);
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
        if (circular->report->alerts[one->alert].kind == ALERT_RECALLED) put_item(circular, one);
        put_reach(circular, one);
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

/* A department whose screened tasks were all admitted, tell of each condition and lack none, and none of them unscreened. */
static bool is_good(const struct circular *circular, size_t department) {
    const struct audit_party *party = &circular->report->departments[department];
    const struct circular_sums sums = circular_sum(circular->report, party->tasks);
    return party->tasks.count > 0 && party->undecided == 0 && sums.untold == 0 && sums.clean == party->tasks.count;
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
