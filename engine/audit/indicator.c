/* indicator.c - the table of indicators. */
#include <audit/indicator.h>
#include <audit/untold.h>

static const struct indicator_row rows[AUDIT_INDICATOR_COUNT] = {
#define INDICATOR(id, name, fact, shown, light, scale, parties, zh, en)                                                        \
    {STR_INIT(name), STR_INIT(zh),     STR_INIT(en),  FACT_ID_MONTH_##fact,                                                    \
     SHOWN_##shown,  LIGHT_OF_##light, SCALE_##scale, PARTIES_##parties},
#include <audit/indicator.def>
#undef INDICATOR
};

const struct indicator_row *indicator_row(enum audit_indicator_id id) { return &rows[id]; }

struct audit_indicator_info audit_indicator_info(enum audit_indicator_id id) {
    const struct indicator_row *row = &rows[id];
    return (struct audit_indicator_info){row->name,
                                         row->zh,
                                         row->en,
                                         row->shown == SHOWN_PER_WORKDAY ? STR("per_workday") : fact_at(row->fact)->unit,
                                         row->fact,
                                         row->shown == SHOWN_PER_WORKDAY,
                                         untold_falls(row->fact)};
}

const struct audit_indicator *audit_indicator_of(const struct audit_report *report, enum audit_indicator_id id,
                                                 enum subject subject, int party) {
    for (size_t i = 0; i < report->indicator_count; i++) {
        const struct audit_indicator *indicator = &report->indicators[i];
        if (indicator->id == id && indicator->subject == subject && indicator->party == party) return indicator;
    }
    return NULL;
}

struct str audit_confidence_name(enum audit_confidence confidence) {
    static const struct str names[] = {STR_INIT("measured"), STR_INIT("recalled"), STR_INIT("estimated")};
    return names[confidence];
}

struct str audit_light_name(enum audit_light light) {
    static const struct str names[] = {STR_INIT("none"), STR_INIT("green"), STR_INIT("yellow"), STR_INIT("red")};
    return names[light];
}
