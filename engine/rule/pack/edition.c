#include <rule/pack/edition.h>
#include <stdlib.h>

static bool counts(const struct overlay *overlay, size_t pack, int32_t day) {
    return pack_holds(&overlay->packs[pack], overlay->known_at, day);
}

enum level edition_level(const struct overlay *overlay, const struct rule *rule, int32_t day, size_t pack_count) {
    enum level level = rule->level;
    for (size_t i = 0; i < pack_count; i++) {
        const struct pack_change *change = pack_change_of(&overlay->packs[i], rule->id);
        if (change && change->level != PACK_LEVEL_AS_IS && counts(overlay, i, day)) level = (enum level)change->level;
    }
    return level;
}

bool edition_is_disabled(const struct overlay *overlay, const struct rule *rule, int32_t day, size_t pack_count) {
    for (size_t i = 0; i < pack_count; i++) {
        const struct pack_change *change = pack_change_of(&overlay->packs[i], rule->id);
        if (change && change->disabled && counts(overlay, i, day)) return true;
    }
    return false;
}

double edition_value(const struct overlay *overlay, const struct rule *rule, const struct rule_parameter *parameter,
                     int32_t day, size_t pack_count) {
    double value = rule_parameter_default(parameter, day);
    for (size_t i = 0; i < pack_count; i++) {
        const struct pack_change *change = pack_change_of(&overlay->packs[i], rule->id);
        const struct pack_parameter *changed = change ? pack_parameter_of(change, parameter->name) : NULL;
        if (changed && counts(overlay, i, day)) value = changed->value;
    }
    return value;
}

static bool names_parameter(const struct rule *rule, struct str name) {
    for (size_t i = 0; i < rule->parameter_count; i++)
        if (str_equal(rule->parameters[i].name, name)) return true;
    return false;
}

static void add_span(struct edition_days *days, struct validity span) {
    if (span.from != DAY_NONE) days->at[days->count++] = span.from;
    if (span.to != DAY_NONE) days->at[days->count++] = span.to + 1;
}

static int compare_days(const void *left, const void *right) {
    const int32_t a = *(const int32_t *)left, b = *(const int32_t *)right;
    return (a > b) - (a < b);
}

static void sort_days(struct edition_days *days) {
    size_t kept = 0;
    if (days->count > 0) qsort(days->at, days->count, sizeof *days->at, compare_days);
    for (size_t i = 0; i < days->count; i++)
        if (kept == 0 || days->at[i] != days->at[kept - 1]) days->at[kept++] = days->at[i];
    days->count = kept;
}

bool edition_days(const struct overlay *overlay, const struct rule *rule, struct arena *arena, struct edition_days *out) {
    const struct list *list = overlay->list;
    size_t most = 2 * overlay->pack_count + 2 * (list ? list->parameter_count : 0);
    for (size_t i = 0; i < rule->parameter_count; i++) most += rule->parameters[i].step_count;
    *out = (struct edition_days){arena_take_array(arena, most, sizeof *out->at), 0};
    if (!out->at) return false;
    for (size_t i = 0; i < overlay->pack_count; i++)
        if (pack_change_of(&overlay->packs[i], rule->id)) add_span(out, overlay->packs[i].validity);
    for (size_t i = 0; list && i < list->parameter_count; i++)
        if (names_parameter(rule, list->parameters[i].name)) add_span(out, list->parameters[i].validity);
    for (size_t i = 0; i < rule->parameter_count; i++)
        for (size_t j = 0; j < rule->parameters[i].step_count; j++) out->at[out->count++] = rule->parameters[i].steps[j].from;
    sort_days(out);
    return true;
}
