/* audit_json.c - see audit_json.h. */
#include <say/audit/audit_json.h>
#include <say/audit/audit_write.h>

/* --- parties --- */

static void put_rules(struct audit_sheet *sheet, const struct audit_rule_count *rules, size_t count, bool with_tasks) {
    struct writer *writer = &sheet->writer;
    writer_open(writer, '[');
    for (size_t i = 0; i < count; i++) {
        writer_open(writer, '{');
        WRITER_FIRST(writer, "count");
        audit_write_count(sheet, rules[i].tasks);
        if (with_tasks) WRITER_NEXT(writer, "previous");
        if (with_tasks) audit_write_count(sheet, rules[i].previous);
        WRITER_NEXT(writer, "rule");
        writer_string(writer, rules[i].rule);
        if (with_tasks) WRITER_NEXT(writer, "tasks");
        if (with_tasks) audit_write_ids(sheet, rules[i].of);
        writer_close(writer, '}');
    }
    writer_close(writer, ']');
}

static void put_lights(struct audit_sheet *sheet, const struct audit_party *party) {
    struct writer *writer = &sheet->writer;
    writer_open(writer, '{');
    WRITER_FIRST(writer, "green");
    audit_write_count(sheet, party->lights[LIGHT_GREEN]);
    WRITER_NEXT(writer, "none");
    audit_write_count(sheet, party->lights[LIGHT_NONE]);
    WRITER_NEXT(writer, "red");
    audit_write_count(sheet, party->lights[LIGHT_RED]);
    WRITER_NEXT(writer, "yellow");
    audit_write_count(sheet, party->lights[LIGHT_YELLOW]);
    writer_close(writer, '}');
}

static void put_verdicts(struct audit_sheet *sheet, const struct audit_party *party) {
    struct writer *writer = &sheet->writer;
    writer_open(writer, '{');
    for (int verdict = 0; verdict <= VERDICT_REJECT; verdict++) {
        writer_key(writer, verdict_name((enum verdict)verdict));
        audit_write_count(sheet, party->verdicts[verdict]);
    }
    WRITER_NEXT(writer, "undecided");
    audit_write_count(sheet, party->undecided);
    writer_close(writer, '}');
}

/* How many of a party's screened tasks lack each condition, or do not tell of it. */
static void put_conditions(struct audit_sheet *sheet, const struct audit_party *party, bool untold) {
    const struct audit_condition *conditions = audit_conditions();
    writer_open(&sheet->writer, '{');
    for (size_t i = 0; i < BALANCE_COUNT; i++) {
        size_t count = 0;
        for (size_t k = 0; k < party->tasks.count; k++) {
            const struct audit_task *task = &sheet->report->tasks[party->tasks.at[k]];
            count += task->decided && (untold ? audit_untold(task, conditions[i].side) : audit_lacks(task, conditions[i].side));
        }
        writer_key(&sheet->writer, conditions[i].name);
        audit_write_count(sheet, count);
    }
    writer_close(&sheet->writer, '}');
}

static void put_party(struct audit_sheet *sheet, const struct audit_party *party) {
    struct writer *writer = &sheet->writer;
    writer_open(writer, '{');
    WRITER_FIRST(writer, "facts");
    audit_write_facts(sheet, &party->measures->facts);
    WRITER_NEXT(writer, "lacking");
    put_conditions(sheet, party, false);
    WRITER_NEXT(writer, "lights");
    put_lights(sheet, party);
    if (party->subject == SUBJECT_TOWNSHIP) {
        WRITER_NEXT(writer, "monitor_point");
        writer_bool(writer, party->monitor_point);
    }
    WRITER_NEXT(writer, "name");
    writer_string(writer, party->name);
    WRITER_NEXT(writer, "rules");
    put_rules(sheet, party->rules, party->rule_count, true);
    WRITER_NEXT(writer, "tasks");
    audit_write_count(sheet, party->tasks.count);
    WRITER_NEXT(writer, "untold");
    put_conditions(sheet, party, true);
    WRITER_NEXT(writer, "verdicts");
    put_verdicts(sheet, party);
    writer_close(writer, '}');
}

static void put_parties(struct audit_sheet *sheet, const struct audit_party *parties, size_t count) {
    writer_open(&sheet->writer, '[');
    for (size_t i = 0; i < count; i++)
        if (parties[i].tasks.count > 0 || parties[i].subject == SUBJECT_TOWNSHIP) put_party(sheet, &parties[i]);
    writer_close(&sheet->writer, ']');
}

static void put_cells(struct audit_sheet *sheet) {
    struct writer *writer = &sheet->writer;
    writer_open(writer, '[');
    for (size_t i = 0; i < sheet->report->cell_count; i++) {
        const struct audit_cell *cell = &sheet->report->cells[i];
        writer_open(writer, '{');
        WRITER_FIRST(writer, "department");
        audit_write_department(sheet, cell->department);
        WRITER_NEXT(writer, "failing");
        audit_write_count(sheet, cell->failing);
        WRITER_NEXT(writer, "funds_gap");
        writer_decimal(writer, cell->funds_gap_fen, 2);
        WRITER_NEXT(writer, "gap_tasks");
        audit_write_count(sheet, cell->gap_tasks);
        WRITER_NEXT(writer, "previous");
        audit_write_count(sheet, cell->previous);
        WRITER_NEXT(writer, "rules");
        put_rules(sheet, cell->rules, cell->rule_count, false);
        WRITER_NEXT(writer, "staff_gap");
        writer_int(writer, cell->staff_gap);
        WRITER_NEXT(writer, "tasks");
        audit_write_count(sheet, cell->tasks);
        WRITER_NEXT(writer, "township");
        audit_write_township(sheet, cell->township);
        writer_close(writer, '}');
    }
    writer_close(writer, ']');
}

/* --- indicators --- */

static void put_threshold(struct audit_sheet *sheet, const struct audit_indicator *indicator) {
    struct writer *writer = &sheet->writer;
    const struct audit_threshold *threshold = &indicator->threshold;
    if (!threshold->rule) {
        writer_null(writer);
        return;
    }
    writer_open(writer, '{');
    WRITER_FIRST(writer, "green");
    say_write_number(writer, threshold->green_value);
    WRITER_NEXT(writer, "held");
    audit_write_number(sheet, threshold->held);
    WRITER_NEXT(writer, "higher_is_better");
    writer_bool(writer, threshold->higher_is_better);
    WRITER_NEXT(writer, "rule");
    writer_string(writer, threshold->rule->id);
    WRITER_NEXT(writer, "source");
    writer_string(writer, threshold->green->source);
    WRITER_NEXT(writer, "township");
    audit_write_township(sheet, threshold->worst);
    WRITER_NEXT(writer, "yellow");
    if (threshold->yellow)
        say_write_number(writer, threshold->yellow_value);
    else
        writer_null(writer);
    writer_close(writer, '}');
}

static void put_indicator(struct audit_sheet *sheet, const struct audit_indicator *indicator) {
    struct writer *writer = &sheet->writer;
    const struct audit_indicator_info info = audit_indicator_info(indicator->id);
    writer_open(writer, '{');
    WRITER_FIRST(writer, "confidence");
    writer_name(writer, audit_confidence_name(indicator->confidence));
    WRITER_NEXT(writer, "department");
    audit_write_department(sheet, indicator->subject == SUBJECT_DEPARTMENT ? indicator->party : -1);
    WRITER_NEXT(writer, "id");
    writer_name(writer, info.id);
    WRITER_NEXT(writer, "last_year");
    audit_write_number(sheet, indicator->last_year);
    WRITER_NEXT(writer, "light");
    writer_name(writer, audit_light_name(indicator->light));
    WRITER_NEXT(writer, "previous");
    audit_write_number(sheet, indicator->previous);
    WRITER_NEXT(writer, "tasks");
    audit_write_ids(sheet, indicator->tasks);
    WRITER_NEXT(writer, "threshold");
    put_threshold(sheet, indicator);
    WRITER_NEXT(writer, "township");
    audit_write_township(sheet, indicator->subject == SUBJECT_TOWNSHIP ? indicator->party : -1);
    WRITER_NEXT(writer, "unit");
    writer_name(writer, info.unit.length > 0 ? info.unit : STR("ratio"));
    WRITER_NEXT(writer, "unknown");
    audit_write_count(sheet, indicator->unknown);
    WRITER_NEXT(writer, "value");
    audit_write_number(sheet, indicator->value);
    writer_close(writer, '}');
}

static void put_indicators(struct audit_sheet *sheet) {
    writer_open(&sheet->writer, '[');
    for (size_t i = 0; i < sheet->report->indicator_count; i++) put_indicator(sheet, &sheet->report->indicators[i]);
    writer_close(&sheet->writer, ']');
}

/* --- the page --- */

#define PART(sheet, name, write)                                                                                               \
    do {                                                                                                                       \
        WRITER_NEXT(&(sheet)->writer, name);                                                                                   \
        write(sheet);                                                                                                          \
    } while (0)

static void put_departments(struct audit_sheet *sheet) {
    put_parties(sheet, sheet->report->departments, sheet->report->department_count);
}

static void put_townships(struct audit_sheet *sheet) {
    put_parties(sheet, sheet->report->townships, sheet->report->township_count);
}

static void put_county(struct audit_sheet *sheet) { put_party(sheet, &sheet->report->county); }

static void put_compliant(struct audit_sheet *sheet) { writer_bool(&sheet->writer, sheet->report->is_compliant); }

/* "2026-10", or "2026-07..2026-09". */
static void put_period(struct audit_sheet *sheet) {
    const struct audit_period *period = &sheet->report->period;
    char from[20], to[20];
    const size_t begin = writer_string_begin(&sheet->writer);
    (void)day_format(period->from, from);
    (void)day_format(period->to, to);
    buf_put(sheet->writer.out, (struct str){from, 7});
    if (!period->is_month) buf_put_text(sheet->writer.out, "..");
    if (!period->is_month) buf_put(sheet->writer.out, (struct str){to, 7});
    writer_string_end(&sheet->writer, begin);
}

void say_audit_json(struct buf *out, const struct audit_report *report, quanze_language language) {
    struct audit_sheet sheet = {.writer = writer_start(out, WRITER_COMPACT), .report = report, .language = language};
    writer_open(&sheet.writer, '{');
    WRITER_FIRST(&sheet.writer, "alerts");
    audit_write_alerts(&sheet);
    PART(&sheet, "cases", audit_write_cases);
    PART(&sheet, "cells", put_cells);
    PART(&sheet, "complaints", audit_write_complaints);
    PART(&sheet, "compliant", put_compliant);
    PART(&sheet, "corrections", audit_write_corrections);
    PART(&sheet, "county", put_county);
    PART(&sheet, "coverage", audit_write_coverage);
    PART(&sheet, "departments", put_departments);
    PART(&sheet, "duplicates", audit_write_duplicates);
    PART(&sheet, "findings", audit_write_findings);
    WRITER_NEXT(&sheet.writer, "format");
    writer_name(&sheet.writer, STR("quanze/audit/1"));
    PART(&sheet, "indicators", put_indicators);
    PART(&sheet, "joint", audit_write_joint);
    PART(&sheet, "matters", audit_write_matters);
    PART(&sheet, "period", put_period);
    PART(&sheet, "repeats", audit_write_repeats);
    PART(&sheet, "tasks", audit_write_tasks);
    PART(&sheet, "townships", put_townships);
    PART(&sheet, "trend", audit_write_trend);
    PART(&sheet, "versions", audit_write_versions);
    writer_close(&sheet.writer, '}');
    buf_put_char(out, '\n');
}
