/* bundle.c - see bundle.h. */
#include <model/bundle.h>

struct str bundle_query_name(enum history_query query) {
    static const struct str NAMES[] = {[HISTORY_OTHER_ISSUERS] = {"other_issuers", 13},
                                       [HISTORY_VERSIONS] = {"versions", 8},
                                       [HISTORY_SAME_FORM] = {"same_form", 9},
                                       [HISTORY_ASSESSMENTS] = {"assessments", 11},
                                       [HISTORY_VISITS] = {"visits", 6},
                                       [HISTORY_OWN_VISITS] = {"own_visits", 10},
                                       [HISTORY_MEETINGS] = {"meetings", 8}};
    return NAMES[query];
}

int bundle_query_find(struct str name) {
    for (int query = 0; query < HISTORY_QUERY_COUNT; query++)
        if (str_equal(bundle_query_name((enum history_query)query), name)) return query;
    return -1;
}
