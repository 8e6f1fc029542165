/* audit_csv.c - see audit_csv.h. */
#include <say/audit_csv.h>
#include <say/audit_words.h>

/* A field in quotes, so that a comma or a quote in it does no harm. */
static void put_field(struct buf *out, struct str text) {
    buf_put_char(out, '"');
    for (size_t i = 0; i < text.length; i++) {
        if (text.at[i] == '"') buf_put_char(out, '"');
        buf_put_char(out, text.at[i]);
    }
    buf_put_char(out, '"');
}

static void put_number(struct buf *out, struct audit_number number) {
    char text[32];
    if (number.known) buf_put(out, (struct str){text, writer_format_decimal(number.number, number.digits, text)});
}

static void put_row(struct buf *out, const struct audit_report *report, const struct audit_indicator *indicator,
                    quanze_language language) {
    const struct audit_indicator_info info = audit_indicator_info(indicator->id);
    put_field(out, audit_party_name(report, indicator->subject, indicator->party, language));
    buf_put_char(out, ',');
    buf_put(out, subject_name(indicator->subject));
    buf_put_char(out, ',');
    buf_put(out, info.id);
    buf_put_char(out, ',');
    put_field(out, audit_indicator_name(indicator, language));
    buf_put_char(out, ',');
    put_number(out, indicator->value);
    buf_put_char(out, ',');
    buf_put(out, info.unit.length > 0 ? info.unit : STR("ratio"));
    buf_put_char(out, ',');
    put_number(out, indicator->previous);
    buf_put_char(out, ',');
    put_number(out, indicator->last_year);
    buf_put_char(out, ',');
    buf_put(out, audit_light_name(indicator->light));
    buf_put_char(out, ',');
    put_field(out, indicator->threshold.rule ? indicator->threshold.rule->id : STR(""));
    buf_put_char(out, ',');
    buf_put_int(out, (int64_t)indicator->tasks.count);
    buf_put_text(out, "\r\n");
}

/* With a byte order mark, without which Excel takes it for GBK. Source: RFC 4180. */
void say_audit_csv(struct buf *out, const struct audit_report *report, quanze_language language) {
    buf_put_text(out, "\xEF\xBB\xBF");
    buf_put_text(out, "name,subject,indicator,label,value,unit,previous,last_year,light,rule,tasks\r\n");
    for (size_t i = 0; i < report->indicator_count; i++) put_row(out, report, &report->indicators[i], language);
}
