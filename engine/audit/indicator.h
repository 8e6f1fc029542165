/* indicator.h - how each indicator is shown and held against its limits; the rows of indicator.def. */
#ifndef AUDIT_INDICATOR_H
#define AUDIT_INDICATOR_H

#include <audit/audit.h>

enum indicator_shown { SHOWN_VALUE, SHOWN_PER_WORKDAY };
enum indicator_light { LIGHT_OF_VALUE, LIGHT_OF_PER_WORKDAY, LIGHT_OF_LAST_YEAR, LIGHT_OF_PER_PERSON, LIGHT_OF_PER_TASK };
enum indicator_scale { SCALE_OWN, SCALE_TOWNSHIP };
enum indicator_parties { PARTIES_ALL, PARTIES_COUNTY_DEPARTMENT, PARTIES_COUNTY_TOWNSHIP };

struct indicator_row {
    struct str name, zh, en;
    enum fact_id fact;
    enum indicator_shown shown;
    enum indicator_light light;
    enum indicator_scale scale;
    enum indicator_parties parties;
};

const struct indicator_row *indicator_row(enum audit_indicator_id id);

#endif
