/* audit_json_findings.c - findings, cases, corrections, complaints, tasks, trend and versions of an audit's JSON. */
#include <say/audit/audit_write.h>

static void put_name(struct audit_sheet *sheet, const struct audit_finding *finding) {
    const struct audit_report *report = sheet->report;
    switch (finding->subject) {
    case SUBJECT_DEPARTMENT: audit_write_department(sheet, finding->party); return;
    case SUBJECT_TOWNSHIP: audit_write_township(sheet, finding->party); return;
    case SUBJECT_MATTER: audit_write_text(sheet, report->matters[finding->party].name); return;
    case SUBJECT_PAPER: audit_write_text(sheet, report->tasks[finding->party].id); return;
    case SUBJECT_COUNTY: audit_write_text(sheet, report->county.name); return;
    case SUBJECT_NONE: writer_null(&sheet->writer); return;
    }
}

static void put_finding(struct audit_sheet *sheet, size_t at) {
    const struct audit_finding *finding = &sheet->report->findings[at];
    struct writer *writer = &sheet->writer;
    writer_open(writer, '{');
    WRITER_FIRST(writer, "basis");
    say_write_cites(writer, &finding->rule->basis);
    WRITER_NEXT(writer, "level");
    writer_name(writer, level_name(finding->rule->level));
    WRITER_NEXT(writer, "message");
    const size_t begin = writer_string_begin(writer);
    audit_put_finding(writer->out, finding, sheet->language);
    writer_string_end(writer, begin);
    WRITER_NEXT(writer, "missing");
    say_write_fact_names(writer, &finding->missing);
    WRITER_NEXT(writer, "name");
    put_name(sheet, finding);
    WRITER_NEXT(writer, "rule");
    writer_string(writer, finding->rule->id);
    WRITER_NEXT(writer, "status");
    writer_name(writer, status_name(finding->status));
    WRITER_NEXT(writer, "subject");
    writer_name(writer, subject_name(finding->subject));
    WRITER_NEXT(writer, "tasks");
    audit_write_ids(sheet, finding->tasks);
    writer_close(writer, '}');
}

void audit_write_findings(struct audit_sheet *sheet) { AUDIT_WRITE_LIST(sheet, sheet->report->finding_count, put_finding); }

static void put_index(struct audit_sheet *sheet, int index) {
    if (index < 0)
        writer_null(&sheet->writer);
    else
        writer_int(&sheet->writer, index);
}

static void put_case(struct audit_sheet *sheet, size_t at) {
    const struct audit_case *found = &sheet->report->cases[at];
    struct writer *writer = &sheet->writer;
    writer_open(writer, '{');
    WRITER_FIRST(writer, "alert");
    put_index(sheet, found->alert);
    WRITER_NEXT(writer, "department");
    audit_write_department(sheet, found->department);
    WRITER_NEXT(writer, "finding");
    put_index(sheet, found->finding);
    WRITER_NEXT(writer, "rule");
    audit_write_text(sheet, found->rule);
    WRITER_NEXT(writer, "tasks");
    audit_write_ids(sheet, found->tasks);
    writer_close(writer, '}');
}

void audit_write_cases(struct audit_sheet *sheet) { AUDIT_WRITE_LIST(sheet, sheet->report->case_count, put_case); }

static struct str state_name(enum audit_correction_state state) {
    switch (state) {
    case CORRECTION_OPEN: return STR("open");
    case CORRECTION_DUE: return STR("due");
    case CORRECTION_DONE: return STR("done");
    case CORRECTION_RELAPSED: return STR("relapsed");
    }
    return STR("");
}

static void put_correction(struct audit_sheet *sheet, size_t at) {
    const struct audit_correction *correction = &sheet->report->corrections[at];
    struct writer *writer = &sheet->writer;
    writer_open(writer, '{');
    WRITER_FIRST(writer, "carried");
    writer_bool(writer, correction->is_carried);
    WRITER_NEXT(writer, "department");
    audit_write_text(sheet, correction->department);
    WRITER_NEXT(writer, "done_on");
    say_write_day(writer, correction->done_on);
    WRITER_NEXT(writer, "due_on");
    say_write_day(writer, correction->due_on);
    WRITER_NEXT(writer, "id");
    writer_string(writer, correction->id);
    WRITER_NEXT(writer, "opened_on");
    say_write_day(writer, correction->opened_on);
    WRITER_NEXT(writer, "rule");
    audit_write_text(sheet, correction->rule);
    WRITER_NEXT(writer, "state");
    writer_name(writer, state_name(correction->state));
    WRITER_NEXT(writer, "tasks");
    audit_write_ids(sheet, correction->tasks);
    WRITER_NEXT(writer, "words");
    writer_string(writer, correction->words);
    writer_close(writer, '}');
}

void audit_write_corrections(struct audit_sheet *sheet) {
    AUDIT_WRITE_LIST(sheet, sheet->report->correction_count, put_correction);
}

static void put_complaint(struct audit_sheet *sheet, size_t at) {
    const struct audit_complaints *complaints = &sheet->report->complaints[at];
    struct writer *writer = &sheet->writer;
    writer_open(writer, '{');
    WRITER_FIRST(writer, "answered");
    audit_write_count(sheet, complaints->answered);
    WRITER_NEXT(writer, "department");
    audit_write_text(sheet, complaints->department);
    WRITER_NEXT(writer, "received");
    audit_write_count(sheet, complaints->received);
    writer_close(writer, '}');
}

void audit_write_complaints(struct audit_sheet *sheet) {
    AUDIT_WRITE_LIST(sheet, sheet->report->complaint_count, put_complaint);
}

/* The names of the conditions that a screened task lacks, or does not tell; null for one that was not screened. */
static void put_conditions(struct audit_sheet *sheet, const struct audit_task *task, unsigned bits) {
    const struct audit_condition *conditions = audit_conditions();
    if (!task->decided) {
        writer_null(&sheet->writer);
        return;
    }
    writer_open(&sheet->writer, '[');
    for (size_t i = 0; i < BALANCE_COUNT; i++)
        if (bits >> conditions[i].side & 1) writer_string(&sheet->writer, conditions[i].name);
    writer_close(&sheet->writer, ']');
}

static void put_task(struct audit_sheet *sheet, size_t at) {
    const struct audit_task *task = &sheet->report->tasks[at];
    struct writer *writer = &sheet->writer;
    writer_open(writer, '{');
    WRITER_FIRST(writer, "date");
    say_write_day(writer, task->day);
    WRITER_NEXT(writer, "department");
    audit_write_department(sheet, task->department);
    WRITER_NEXT(writer, "funds_gap");
    audit_write_number(sheet, (struct audit_number){task->decided, task->funds_gap_fen, 2});
    WRITER_NEXT(writer, "id");
    writer_string(writer, task->id);
    WRITER_NEXT(writer, "item");
    audit_write_text(sheet, task->item < 0 ? STR("") : sheet->report->list->items[task->item].id);
    WRITER_NEXT(writer, "lacking");
    put_conditions(sheet, task, task->lacks);
    WRITER_NEXT(writer, "rules");
    writer_open(writer, '[');
    for (size_t i = 0; i < task->rule_count; i++) writer_string(writer, task->rules[i]);
    writer_close(writer, ']');
    WRITER_NEXT(writer, "staff_gap");
    audit_write_number(sheet, (struct audit_number){task->decided, task->staff_gap, 0});
    WRITER_NEXT(writer, "title");
    writer_string(writer, task->title);
    WRITER_NEXT(writer, "townships");
    audit_write_townships(sheet, task->townships, task->township_count);
    WRITER_NEXT(writer, "untold");
    put_conditions(sheet, task, task->untold);
    WRITER_NEXT(writer, "verdict");
    audit_write_text(sheet, task->decided ? verdict_name(task->verdict) : STR(""));
    writer_close(writer, '}');
}

void audit_write_tasks(struct audit_sheet *sheet) { AUDIT_WRITE_LIST(sheet, sheet->report->task_count, put_task); }

static void put_month(struct audit_sheet *sheet, size_t at) {
    const struct audit_month *month = &sheet->report->trend[at];
    struct writer *writer = &sheet->writer;
    char day[20];
    (void)day_format(month->first, day);
    writer_open(writer, '{');
    WRITER_FIRST(writer, "facts");
    if (month->has)
        audit_write_facts(sheet, month->facts);
    else
        writer_null(writer);
    WRITER_NEXT(writer, "month");
    writer_name(writer, (struct str){day, 7});
    writer_close(writer, '}');
}

void audit_write_trend(struct audit_sheet *sheet) { AUDIT_WRITE_LIST(sheet, AUDIT_TREND_MONTHS, put_month); }

void audit_write_versions(struct audit_sheet *sheet) {
    const struct audit_versions *versions = &sheet->report->versions;
    struct writer *writer = &sheet->writer;
    writer_open(writer, '{');
    WRITER_FIRST(writer, "calendar");
    audit_write_text(sheet, versions->calendar);
    WRITER_NEXT(writer, "engine");
    writer_string(writer, versions->engine);
    WRITER_NEXT(writer, "list");
    writer_string(writer, versions->list);
    WRITER_NEXT(writer, "lists");
    writer_open(writer, '[');
    for (size_t i = 0; i < versions->list_count; i++) writer_string(writer, versions->lists[i]);
    writer_close(writer, ']');
    WRITER_NEXT(writer, "rules");
    writer_string(writer, versions->rules);
    writer_close(writer, '}');
}
