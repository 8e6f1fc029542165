/* audit_text.c - see audit_text.h. */
#include <say/audit/audit_text.h>
#include <say/audit/audit_words.h>
#include <say/page.h>
#include <stdio.h>

#define MOST_INDICATORS 14
#define MOST_PARTIES 5
#define MOST_CASES 4
#define INDENT 3

/* A page under way, and the text that a part of it is made in. */
struct screen {
    struct page page;
    struct buf line;
    const struct audit_report *report;
    quanze_language language;
};

static void put_made(struct screen *screen, size_t indent) {
    page_flow(&screen->page, buf_str(&screen->line), indent);
    page_drop(&screen->page, &screen->line);
}

static void put_word(struct screen *screen, enum message_id id) {
    page_put(&screen->page, messages_text(id, screen->language));
}

static void put_head(struct screen *screen, enum message_id id) {
    page_end_line(&screen->page);
    page_paint(&screen->page, PAINT_STRONG);
    put_word(screen, id);
    page_paint(&screen->page, PAINT_PLAIN);
    page_end_line(&screen->page);
}

static void put_title(struct screen *screen) {
    audit_put_title(&screen->line, screen->report, screen->language);
    page_paint(&screen->page, PAINT_STRONG);
    put_made(screen, 0);
    page_paint(&screen->page, PAINT_PLAIN);
    page_end_line(&screen->page);
}

static void put_lead(struct screen *screen) {
    const struct audit_coverage *coverage = &screen->report->coverage;
    char tasks[24], decided[24], days[24];
    (void)snprintf(tasks, sizeof tasks, "%zu", coverage->tasks);
    (void)snprintf(decided, sizeof decided, "%zu", coverage->decided);
    (void)snprintf(days, sizeof days, "%lld", (long long)screen->report->period.workdays);
    MESSAGES_FILL(&screen->line, MESSAGE_AUDIT_TEXT_LEAD, screen->language, str_of(tasks), str_of(decided),
                  screen->report->period.workdays_known ? str_of(days) : STR("?"));
    put_made(screen, 0);
    page_end_line(&screen->page);
}

static void put_remarks(struct screen *screen) {
    const struct audit_coverage *coverage = &screen->report->coverage;
    for (size_t i = 0; i < coverage->remark_count; i++) {
        page_paint(&screen->page, PAINT_FAINT);
        page_put(&screen->page, STR(" · "));
        audit_put_remark(&screen->line, &coverage->remarks[i], screen->language);
        put_made(screen, INDENT);
        page_paint(&screen->page, PAINT_PLAIN);
        page_end_line(&screen->page);
    }
}

/* --- numbers and indicators --- */

/* The value of an indicator of the county (-1) or a department. */
static void put_value(struct buf *out, const struct screen *screen, enum audit_indicator_id id, int department) {
    const enum subject subject = department < 0 ? SUBJECT_COUNTY : SUBJECT_DEPARTMENT;
    const struct audit_indicator *indicator = audit_indicator_of(screen->report, id, subject, department);
    if (indicator) audit_put_value(out, indicator, screen->language);
}

static void put_numbers(struct screen *screen) {
    const struct audit_report *report = screen->report;
    struct buf funds = {0}, staff = {0};
    char clean[24], unadmitted[24];
    size_t counts[2] = {0, 0};
    for (size_t i = 0; i < report->task_count; i++) {
        counts[0] += audit_is_clean(&report->tasks[i]);
        counts[1] += audit_is_unadmitted(&report->tasks[i]);
    }
    (void)snprintf(clean, sizeof clean, "%zu", counts[0]);
    (void)snprintf(unadmitted, sizeof unadmitted, "%zu", counts[1]);
    put_value(&funds, screen, AUDIT_FUNDS_GAP, -1);
    put_value(&staff, screen, AUDIT_STAFF_GAP, -1);
    MESSAGES_FILL(&screen->line, MESSAGE_AUDIT_TEXT_NUMBERS, screen->language, str_of(clean), str_of(unadmitted),
                  buf_str(&funds), buf_str(&staff));
    put_made(screen, 0);
    page_end_line(&screen->page);
    screen->line.failed |= funds.failed || staff.failed;
    buf_free(&funds);
    buf_free(&staff);
}

static enum paint paint_of(enum audit_light light) {
    switch (light) {
    case LIGHT_RED: return PAINT_BLOCK;
    case LIGHT_YELLOW: return PAINT_HOLD;
    case LIGHT_GREEN:
    case LIGHT_NONE: return PAINT_PLAIN;
    }
    return PAINT_PLAIN;
}

static void put_indicator(struct screen *screen, const struct audit_indicator *indicator) {
    enum { MARK = 4, NAME = 9, VALUE = 43, BEFORE = 59 };       /* columns: the longest of all still ends within the line */
    const size_t aside = screen->language == QUANZE_EN ? 4 : 0; /* English lights and names are longer, its units are not */
    const struct audit_indicator_info info = audit_indicator_info(indicator->id);
    struct page *page = &screen->page;
    page_paint(page, paint_of(indicator->light));
    page_to(page, 1);
    page_put(page, audit_indicator_light(indicator, screen->language));
    page_paint(page, PAINT_PLAIN);
    if (indicator->confidence == AUDIT_ESTIMATED) {
        page_to(page, MARK + aside);
        page_put(page, messages_text(MESSAGE_ESTIMATED, screen->language));
    }
    page_to(page, NAME + aside);
    page_put(page, audit_indicator_name(indicator, screen->language));
    page_to(page, VALUE + 2 * aside);
    audit_put_value(&screen->line, indicator, screen->language);
    put_made(screen, VALUE + 2 * aside);
    if (indicator->previous.known) {
        struct buf before = {0};
        audit_put_figure(&before, indicator->previous, info.unit, screen->language);
        page_to(page, BEFORE + 2 * aside);
        MESSAGES_FILL(&screen->line, MESSAGE_AUDIT_BEFORE, screen->language, buf_str(&before));
        put_made(screen, BEFORE + 2 * aside);
        page_drop(page, &before);
        buf_free(&before);
    }
    page_end_line(page);
}

static size_t open_lights(const struct audit_report *report) {
    size_t open = 0;
    for (size_t i = 0; i < report->indicator_count; i++)
        open += report->indicators[i].subject == SUBJECT_COUNTY && audit_indicator_is_open(&report->indicators[i]);
    return open;
}

/* How many lights there are: more than there is room for below. */
static void put_lights(struct screen *screen) {
    const size_t *lights = screen->report->county.lights;
    const size_t counts[] = {lights[LIGHT_RED], lights[LIGHT_YELLOW], open_lights(screen->report), lights[LIGHT_GREEN]};
    char texts[4][24];
    for (size_t i = 0; i < 4; i++) (void)snprintf(texts[i], sizeof texts[i], "%zu", counts[i]);
    page_end_line(&screen->page);
    page_paint(&screen->page, PAINT_STRONG);
    MESSAGES_FILL(&screen->line, MESSAGE_AUDIT_TEXT_LIGHTS, screen->language, str_of(texts[0]), str_of(texts[1]),
                  str_of(texts[2]), str_of(texts[3]));
    put_made(screen, 0);
    page_paint(&screen->page, PAINT_PLAIN);
    page_end_line(&screen->page);
}

/* The county's indicators, red first; those without a light come last and only while there is room. */
static void put_indicators(struct screen *screen) {
    static const enum audit_light ORDER[] = {LIGHT_RED, LIGHT_YELLOW, LIGHT_NONE, LIGHT_GREEN};
    size_t shown = 0;
    put_lights(screen);
    for (size_t k = 0; k < sizeof ORDER / sizeof *ORDER; k++)
        for (size_t i = 0; i < screen->report->indicator_count && shown < MOST_INDICATORS; i++) {
            const struct audit_indicator *indicator = &screen->report->indicators[i];
            if (indicator->subject != SUBJECT_COUNTY || indicator->light != ORDER[k]) continue;
            if (!indicator->value.known || (indicator->light == LIGHT_NONE && indicator->value.number == 0)) continue;
            put_indicator(screen, indicator);
            shown++;
        }
}

/* --- departments --- */

static void put_party(struct screen *screen, size_t department) {
    const struct audit_party *party = &screen->report->departments[department];
    struct page *page = &screen->page;
    page_to(page, 1);
    page_put(page, party->name);
    page_to(page, 32);
    buf_printf(&screen->line, "%zu", party->tasks.count);
    put_made(screen, 32);
    page_to(page, 40);
    put_value(&screen->line, screen, AUDIT_GAP_SHARE, (int)department);
    put_made(screen, 40);
    page_to(page, 52);
    buf_printf(&screen->line, "%zu", party->verdicts[VERDICT_REJECT] + party->verdicts[VERDICT_HOLD]);
    put_made(screen, 52);
    page_to(page, 64);
    page_paint(page, party->lights[LIGHT_RED] > 0 ? PAINT_BLOCK : PAINT_PLAIN);
    buf_printf(&screen->line, "%zu", party->lights[LIGHT_RED]);
    put_made(screen, 64);
    page_paint(page, PAINT_PLAIN);
    page_end_line(page);
}

static void put_departments(struct screen *screen) {
    struct page *page = &screen->page;
    const struct audit_report *report = screen->report;
    put_head(screen, MESSAGE_AUDIT_RANKS);
    page_paint(page, PAINT_FAINT);
    page_to(page, 32);
    put_word(screen, MESSAGE_AUDIT_TASKS);
    page_to(page, 40);
    put_word(screen, MESSAGE_AUDIT_GAP_SHARE);
    page_to(page, 52);
    put_word(screen, MESSAGE_AUDIT_TEXT_HELD);
    page_to(page, 64);
    put_word(screen, MESSAGE_AUDIT_TEXT_RED);
    page_paint(page, PAINT_PLAIN);
    page_end_line(page);
    for (size_t i = 0; i < report->department_count && i < MOST_PARTIES; i++)
        if (report->departments[i].tasks.count > 0) put_party(screen, i);
}

/* --- cases and alerts --- */

static void put_case(struct screen *screen, const struct audit_case *found) {
    const struct audit_report *report = screen->report;
    struct buf *line = &screen->line;
    char count[24];
    (void)snprintf(count, sizeof count, "%zu", found->tasks.count);
    page_put(&screen->page, STR(" · "));
    buf_put(line, audit_department_name(report, found->department, screen->language));
    buf_put_text(line, screen->language == QUANZE_EN ? ": " : "：");
    const int rule = found->rule.length > 0 ? rulebook_find(report->book, found->rule) : -1;
    if (found->alert >= 0)
        buf_put(line, audit_alert_word(report->alerts[found->alert].kind, screen->language));
    else if (found->finding >= 0)
        audit_put_finding(line, &report->findings[found->finding], screen->language);
    else if (rule >= 0)
        buf_put(line, bilingual_text(&report->book->rules[rule].title, screen->language));
    MESSAGES_FILL(line, MESSAGE_AUDIT_TASKS_OF, screen->language, str_of(count));
    put_made(screen, INDENT);
    page_end_line(&screen->page);
}

static void put_cases(struct screen *screen) {
    const struct audit_report *report = screen->report;
    put_head(screen, MESSAGE_AUDIT_CASES);
    for (size_t i = 0; i < report->case_count && i < MOST_CASES; i++) put_case(screen, &report->cases[i]);
    if (report->case_count == 0) {
        put_word(screen, MESSAGE_AUDIT_NO_CASES);
        page_end_line(&screen->page);
    }
}

/* That nothing is red is worth little where much is open. */
static void put_end(struct screen *screen) {
    const size_t open = open_lights(screen->report);
    char text[24];
    (void)snprintf(text, sizeof text, "%zu", open);
    if (!screen->report->is_compliant)
        put_word(screen, MESSAGE_AUDIT_TEXT_NOT_COMPLIANT);
    else if (open == 0)
        put_word(screen, MESSAGE_AUDIT_TEXT_COMPLIANT);
    else
        MESSAGES_FILL(&screen->line, MESSAGE_AUDIT_TEXT_OPEN, screen->language, str_of(text));
    put_made(screen, 0);
    page_end_line(&screen->page);
}

static void put_sums(struct screen *screen) {
    const struct audit_report *report = screen->report;
    char groups[24], repeats[24], alerts[24], corrections[24];
    size_t open = 0;
    for (size_t i = 0; i < report->correction_count; i++) open += report->corrections[i].state != CORRECTION_DONE;
    (void)snprintf(groups, sizeof groups, "%zu", report->group_count);
    (void)snprintf(repeats, sizeof repeats, "%zu", report->repeat_count);
    (void)snprintf(alerts, sizeof alerts, "%zu", report->alert_count);
    (void)snprintf(corrections, sizeof corrections, "%zu", open);
    page_end_line(&screen->page);
    MESSAGES_FILL(&screen->line, MESSAGE_AUDIT_TEXT_SUMS, screen->language, str_of(groups), str_of(repeats), str_of(alerts),
                  str_of(corrections));
    put_made(screen, 0);
    page_end_line(&screen->page);
    put_end(screen);
}

void say_audit_text(struct buf *out, const struct audit_report *report, quanze_language language, bool colour) {
    struct screen screen = {.page = {.out = out, .colour = colour}, .report = report, .language = language};
    put_title(&screen);
    put_lead(&screen);
    put_numbers(&screen);
    put_remarks(&screen);
    put_indicators(&screen);
    put_departments(&screen);
    put_cases(&screen);
    put_sums(&screen);
    buf_free(&screen.line);
}
