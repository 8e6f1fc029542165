/* audit_csv.c - see audit_csv.h. */
#include <say/audit/audit_csv.h>
#include <say/audit/audit_words.h>
#include <say/csv.h>

static void put_number(struct buf *out, struct audit_number number, bool *later) {
    if (number.known)
        csv_number(out, number.number, number.digits, later);
    else
        csv_text(out, STR(""), later);
}

static void put_row(struct buf *out, const struct audit_report *report, const struct audit_indicator *indicator,
                    quanze_language language) {
    const struct audit_indicator_info info = audit_indicator_info(indicator->id);
    bool later = false;
    csv_text(out, audit_party_name(report, indicator->subject, indicator->party, language), &later);
    csv_text(out, subject_name(indicator->subject), &later);
    csv_text(out, info.id, &later);
    csv_text(out, audit_indicator_name(indicator, language), &later);
    put_number(out, indicator->value, &later);
    csv_text(out, info.unit.length > 0 ? info.unit : STR("ratio"), &later);
    put_number(out, indicator->previous, &later);
    put_number(out, indicator->last_year, &later);
    csv_text(out, audit_light_name(indicator->light), &later);
    csv_text(out, indicator->threshold.rule ? indicator->threshold.rule->id : STR(""), &later);
    csv_number(out, (int64_t)indicator->tasks.count, 0, &later);
    csv_text(out, audit_confidence_name(indicator->confidence), &later);
    csv_number(out, (int64_t)indicator->unknown, 0, &later);
    csv_end_line(out, &later);
}

static void put_indicators(struct buf *out, const struct audit_report *report, quanze_language language) {
    csv_begin(out);
    buf_put_text(out, "name,subject,indicator,label,value,unit,previous,last_year,light,rule,tasks,confidence,unknown\r\n");
    for (size_t i = 0; i < report->indicator_count; i++) put_row(out, report, &report->indicators[i], language);
}

bool say_audit_csv(struct buf *out, const struct audit_report *report, enum audit_table table, quanze_language language) {
    struct tables tables = {.csv = out, .wanted = audit_table_name(table)};
    if (table != AUDIT_TABLE_INDICATORS) return audit_tables_write(&tables, report, language) && !out->failed;
    put_indicators(out, report, language);
    return !out->failed;
}
