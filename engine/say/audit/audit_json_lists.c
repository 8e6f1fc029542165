/* audit_json_lists.c - the lists of an audit's JSON: copies, repeats, alerts, findings, cases, corrections. */
#include <say/audit/audit_write.h>

/* What may be missing. */
static void put_remark(struct audit_sheet *sheet, const struct audit_remark *remark) {
    static const char *const KINDS[] = {
        [REMARK_RUNNING] = "running",
        [REMARK_SEVERAL_MONTHS] = "several_months",
        [REMARK_COMPARED] = "compared",
        [REMARK_ENDS_EARLY] = "ends_early",
        [REMARK_STARTS_LATE] = "starts_late",
        [REMARK_UNDATED] = "undated",
        [REMARK_UNDECIDED] = "undecided",
        [REMARK_UNREADABLE] = "unreadable",
        [REMARK_UNKNOWN_TOWNSHIP] = "unknown_township",
        [REMARK_UNKNOWN_ISSUER] = "unknown_issuer",
        [REMARK_NO_ISSUER] = "no_issuer",
        [REMARK_NO_TOWNSHIP] = "no_township",
        [REMARK_OTHER_LIST] = "other_list",
        [REMARK_NO_CALENDAR] = "no_calendar",
        [REMARK_NO_PREVIOUS] = "no_previous",
        [REMARK_NO_LAST_YEAR] = "no_last_year",
    };
    struct writer *writer = &sheet->writer;
    writer_open(writer, '{');
    WRITER_FIRST(writer, "count");
    audit_write_count(sheet, remark->count);
    WRITER_NEXT(writer, "day");
    say_write_day(writer, remark->day);
    WRITER_NEXT(writer, "kind");
    writer_name(writer, str_of(KINDS[remark->kind]));
    WRITER_NEXT(writer, "message");
    const size_t begin = writer_string_begin(writer);
    audit_put_remark(writer->out, remark, sheet->language);
    writer_string_end(writer, begin);
    WRITER_NEXT(writer, "name");
    audit_write_text(sheet, remark->name);
    WRITER_NEXT(writer, "tasks");
    audit_write_ids(sheet, remark->tasks);
    writer_close(writer, '}');
}

void audit_write_coverage(struct audit_sheet *sheet) {
    struct writer *writer = &sheet->writer;
    const struct audit_coverage *coverage = &sheet->report->coverage;
    const struct audit_period *period = &sheet->report->period;
    writer_open(writer, '{');
    WRITER_FIRST(writer, "decided");
    audit_write_count(sheet, coverage->decided);
    WRITER_NEXT(writer, "first");
    say_write_day(writer, coverage->first);
    WRITER_NEXT(writer, "from");
    say_write_day(writer, period->from);
    WRITER_NEXT(writer, "last");
    say_write_day(writer, coverage->last);
    WRITER_NEXT(writer, "remarks");
    writer_open(writer, '[');
    for (size_t i = 0; i < coverage->remark_count; i++) put_remark(sheet, &coverage->remarks[i]);
    writer_close(writer, ']');
    WRITER_NEXT(writer, "tasks");
    audit_write_count(sheet, coverage->tasks);
    WRITER_NEXT(writer, "to");
    say_write_day(writer, period->to);
    WRITER_NEXT(writer, "workdays");
    if (period->workdays_known)
        writer_int(writer, period->workdays);
    else
        writer_null(writer);
    writer_close(writer, '}');
}

/* --- copies --- */

static struct str group_name(enum audit_group_kind kind) {
    switch (kind) {
    case GROUP_SAME_TEXT: return STR("same_text");
    case GROUP_NEAR_TEXT: return STR("near_text");
    case GROUP_SAME_ITEM: return STR("same_item");
    case GROUP_SAME_FIELDS: return STR("same_fields");
    case GROUP_VERSION: return STR("version");
    }
    return STR("");
}

static void put_duplicate(struct audit_sheet *sheet, size_t at) {
    const struct audit_group *group = &sheet->report->groups[at];
    struct writer *writer = &sheet->writer;
    writer_open(writer, '{');
    WRITER_FIRST(writer, "departments");
    audit_write_departments(sheet, group->departments, group->department_count);
    WRITER_NEXT(writer, "kind");
    writer_name(writer, group_name(group->kind));
    WRITER_NEXT(writer, "similarity");
    writer_decimal(writer, (group->similarity + 5000) / 10000, 2);
    WRITER_NEXT(writer, "tasks");
    audit_write_ids(sheet, group->tasks);
    WRITER_NEXT(writer, "townships");
    audit_write_townships(sheet, group->townships, group->township_count);
    writer_close(writer, '}');
}

void audit_write_duplicates(struct audit_sheet *sheet) { AUDIT_WRITE_LIST(sheet, sheet->report->group_count, put_duplicate); }

static void put_relief(struct audit_sheet *sheet, size_t at) {
    const struct audit_group *group = &sheet->report->groups[at];
    const struct audit_relief *relief = &group->relief;
    struct writer *writer = &sheet->writer;
    if (!relief->has) return;
    writer_open(writer, '{');
    WRITER_FIRST(writer, "forms_saved");
    writer_int(writer, relief->forms_saved);
    WRITER_NEXT(writer, "lead");
    audit_write_department(sheet, relief->lead);
    WRITER_NEXT(writer, "papers_saved");
    writer_int(writer, relief->papers_saved);
    WRITER_NEXT(writer, "person_days_saved");
    audit_write_number(sheet, relief->person_days_saved);
    WRITER_NEXT(writer, "tasks");
    audit_write_ids(sheet, group->tasks);
    WRITER_NEXT(writer, "title");
    writer_string(writer, relief->title);
    writer_close(writer, '}');
}

void audit_write_joint(struct audit_sheet *sheet) { AUDIT_WRITE_LIST(sheet, sheet->report->group_count, put_relief); }

static void put_matter(struct audit_sheet *sheet, size_t at) {
    const struct audit_matter *matter = &sheet->report->matters[at];
    struct writer *writer = &sheet->writer;
    writer_open(writer, '{');
    WRITER_FIRST(writer, "departments");
    audit_write_departments(sheet, matter->departments, matter->department_count);
    WRITER_NEXT(writer, "name");
    writer_string(writer, matter->name);
    WRITER_NEXT(writer, "requirements_differ");
    writer_bool(writer, task_true(matter->facts, FACT_ID_MONTH_REQUIREMENTS_DIFFER));
    WRITER_NEXT(writer, "tasks");
    audit_write_ids(sheet, matter->tasks);
    writer_close(writer, '}');
}

void audit_write_matters(struct audit_sheet *sheet) { AUDIT_WRITE_LIST(sheet, sheet->report->matter_count, put_matter); }

/* --- repeats --- */

static struct str repeat_name(enum audit_repeat_kind kind) {
    switch (kind) {
    case REPEAT_VERSIONS_SAME_DAY: return STR("versions_same_day");
    case REPEAT_FORM: return STR("form");
    case REPEAT_DATA: return STR("data");
    case REPEAT_RULE: return STR("rule");
    }
    return STR("");
}

static void put_repeat(struct audit_sheet *sheet, size_t at) {
    const struct audit_repeat *repeat = &sheet->report->repeats[at];
    struct writer *writer = &sheet->writer;
    writer_open(writer, '{');
    WRITER_FIRST(writer, "count");
    audit_write_count(sheet, repeat->count);
    WRITER_NEXT(writer, "day");
    say_write_day(writer, repeat->day);
    WRITER_NEXT(writer, "department");
    audit_write_department(sheet, repeat->department);
    WRITER_NEXT(writer, "fields");
    say_write_texts(writer, &repeat->fields);
    WRITER_NEXT(writer, "held_by");
    say_write_texts(writer, &repeat->held_by);
    WRITER_NEXT(writer, "kind");
    writer_name(writer, repeat_name(repeat->kind));
    WRITER_NEXT(writer, "tasks");
    audit_write_ids(sheet, repeat->tasks);
    WRITER_NEXT(writer, "what");
    writer_string(writer, repeat->what);
    writer_close(writer, '}');
}

void audit_write_repeats(struct audit_sheet *sheet) { AUDIT_WRITE_LIST(sheet, sheet->report->repeat_count, put_repeat); }

/* --- the radar --- */

static struct str alert_name(enum audit_alert_kind kind) {
    switch (kind) {
    case ALERT_RENEWED: return STR("renewed");
    case ALERT_RESENT_REWORDED: return STR("resent_reworded");
    case ALERT_RESENT_SPLIT: return STR("resent_split");
    case ALERT_RESENT_BY_OTHER: return STR("resent_by_other");
    case ALERT_ROLES_SWAPPED: return STR("roles_swapped");
    case ALERT_INFORMAL: return STR("informal");
    case ALERT_GUIDANCE_INSPECTS: return STR("guidance_inspects");
    case ALERT_RECALLED: return STR("recalled");
    case ALERT_BURDEN_SHIFT: return STR("burden_shift");
    }
    return STR("");
}

static void put_link(struct audit_sheet *sheet, const struct audit_link *link) {
    struct writer *writer = &sheet->writer;
    writer_open(writer, '{');
    WRITER_FIRST(writer, "date");
    say_write_day(writer, link->day);
    WRITER_NEXT(writer, "department");
    audit_write_department(sheet, link->department);
    WRITER_NEXT(writer, "state");
    audit_write_text(sheet, link->state);
    WRITER_NEXT(writer, "task");
    writer_string(writer, link->id);
    WRITER_NEXT(writer, "title");
    writer_string(writer, link->title);
    writer_close(writer, '}');
}

/* What fell or rose, from what to what (`figures`), and the tasks of the period behind it; null for alerts about papers. */
static void put_change(struct audit_sheet *sheet, bool changes, enum fact_id fact, const struct audit_number figures[2],
                       struct audit_tasks tasks) {
    struct writer *writer = &sheet->writer;
    if (!changes) {
        writer_null(writer);
        return;
    }
    const struct str name = fact_at(fact)->name;
    const size_t prefix = sizeof "month." - 1;
    writer_open(writer, '{');
    WRITER_FIRST(writer, "from");
    audit_write_number(sheet, figures[0]);
    WRITER_NEXT(writer, "name");
    writer_name(writer, (struct str){name.at + prefix, name.length - prefix});
    WRITER_NEXT(writer, "tasks");
    audit_write_ids(sheet, tasks);
    WRITER_NEXT(writer, "to");
    audit_write_number(sheet, figures[1]);
    writer_close(writer, '}');
}

static void put_alert(struct audit_sheet *sheet, size_t at) {
    const struct audit_alert *alert = &sheet->report->alerts[at];
    const bool changes = alert->kind == ALERT_BURDEN_SHIFT || alert->kind == ALERT_INFORMAL;
    const struct audit_number fell[] = {alert->fell_from, alert->fell_to}, rose[] = {alert->rose_from, alert->rose_to};
    struct writer *writer = &sheet->writer;
    writer_open(writer, '{');
    WRITER_FIRST(writer, "chain");
    writer_open(writer, '[');
    for (size_t i = 0; i < alert->link_count; i++) put_link(sheet, &alert->chain[i]);
    writer_close(writer, ']');
    WRITER_NEXT(writer, "department");
    audit_write_department(sheet, alert->department);
    WRITER_NEXT(writer, "fell");
    put_change(sheet, changes, alert->fell, fell, alert->fell_tasks);
    WRITER_NEXT(writer, "kind");
    writer_name(writer, alert_name(alert->kind));
    WRITER_NEXT(writer, "rose");
    put_change(sheet, changes, alert->rose, rose, alert->rose_tasks);
    WRITER_NEXT(writer, "similarity");
    writer_decimal(writer, (alert->similarity + 5000) / 10000, 2);
    writer_close(writer, '}');
}

void audit_write_alerts(struct audit_sheet *sheet) { AUDIT_WRITE_LIST(sheet, sheet->report->alert_count, put_alert); }
