/* power_title.c - what makes a title to a power count on a day. */
#include <decide/power.h>

/* A penalty that is not the township's by statute needs a decision or mandate, and its publication. */
static bool is_well_founded(const struct vocabulary *vocabulary, const struct power_title *title) {
    bool by_decision = title->mode == vocabulary->delegated || title->mode == vocabulary->entrusted;
    if (title->power != vocabulary->penalty || !by_decision) return true;
    return title->has_decision && title->published_on != DAY_NONE;
}

bool power_title_counts(const struct vocabulary *vocabulary, const struct power_title *title, int32_t day) {
    if (!validity_holds(title->validity, day) || title->mode == vocabulary->recalled) return false;
    if (title->power == vocabulary->coercion && title->mode == vocabulary->entrusted) return false;
    bool is_published_later = title->published_on != DAY_NONE && title->published_on > day;
    return !is_published_later && is_well_founded(vocabulary, title);
}

bool power_is_lawful(const struct vocabulary *vocabulary, const struct power_held *held, int32_t day) {
    const struct power_title title = {held->power.power, held->mode, held->decision.length > 0, held->published_on,
                                      held->validity};
    return power_title_counts(vocabulary, &title, day);
}
