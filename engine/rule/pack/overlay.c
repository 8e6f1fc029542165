#include <rule/pack/edition.h>

/* The book that is being made. */
struct laying {
    const struct overlay *overlay;
    struct arena *arena;
    struct rule *rules; /* room for QUANZE_MAX_RULES */
    size_t count;
    bool is_full;
};

static bool take_parameters(struct laying *laying, const struct rule *rule, int32_t day, struct rule *out) {
    const struct overlay *overlay = laying->overlay;
    out->parameters = arena_take_array(laying->arena, rule->parameter_count, sizeof *out->parameters);
    if (!out->parameters) return false;
    for (size_t i = 0; i < rule->parameter_count; i++) {
        struct rule_parameter *parameter = &out->parameters[i];
        *parameter = rule->parameters[i];
        const struct parameter *local = overlay->list ? list_parameter_on(overlay->list, parameter->name, day) : NULL;
        parameter->default_value = rule_parameter_default(parameter, day);
        parameter->is_local = local != NULL;
        parameter->value = local ? local->value : edition_value(overlay, rule, parameter, day, overlay->pack_count);
    }
    return true;
}

static bool take_changes(struct laying *laying, const struct rule *rule, int32_t day, struct rule *out) {
    const struct overlay *overlay = laying->overlay;
    out->changes = arena_take_array(laying->arena, overlay->pack_count, sizeof *out->changes);
    out->change_count = 0;
    if (!out->changes) return false;
    for (size_t i = 0; i < overlay->pack_count; i++) {
        const struct pack_change *change = pack_change_of(&overlay->packs[i], rule->id);
        if (change && pack_holds(&overlay->packs[i], overlay->known_at, day))
            out->changes[out->change_count++] = (struct rule_change){&overlay->packs[i], change};
    }
    return true;
}

/* Whether two editions that follow each other are the same rule all through. */
static bool is_same(const struct rule *a, const struct rule *b) {
    if (a->change_count != b->change_count) return false; /* level and `disabled` follow from the changes */
    for (size_t i = 0; i < a->change_count; i++)
        if (a->changes[i].change != b->changes[i].change) return false;
    for (size_t i = 0; i < a->parameter_count; i++) {
        const struct rule_parameter *x = &a->parameters[i], *y = &b->parameters[i];
        if (x->value != y->value || x->default_value != y->default_value || x->is_local != y->is_local) return false;
    }
    return true;
}

/* Adds the edition of a rule for some days; `is_first`: the first of that rule. False when memory ran out. */
static bool add_edition(struct laying *laying, const struct rule *rule, struct validity days, bool is_first) {
    const struct overlay *overlay = laying->overlay;
    struct rule edition = *rule;
    edition.edition = days;
    edition.level = edition_level(overlay, rule, days.from, overlay->pack_count);
    edition.disabled = edition_is_disabled(overlay, rule, days.from, overlay->pack_count);
    if (!take_parameters(laying, rule, days.from, &edition) || !take_changes(laying, rule, days.from, &edition)) return false;
    struct rule *last = laying->count > 0 ? &laying->rules[laying->count - 1] : NULL;
    if (!is_first && is_same(last, &edition))
        last->edition.to = days.to;
    else if (laying->count < QUANZE_MAX_RULES)
        laying->rules[laying->count++] = edition;
    else
        laying->is_full = true;
    return true;
}

/* The days of a rule: those that it says, and where a pack brought it, those of the pack. */
static struct validity days_of(const struct rule *rule) {
    struct validity days = rule->validity;
    if (!rule->pack) return days;
    const struct validity pack = rule->pack->validity;
    if (pack.from > days.from) days.from = pack.from;
    if (days.to == DAY_NONE || (pack.to != DAY_NONE && pack.to < days.to)) days.to = pack.to;
    return days;
}

static bool lay_rule(struct laying *laying, const struct rule *rule) {
    const struct validity whole = days_of(rule);
    struct validity days = whole;
    struct edition_days changes;
    bool is_first = true;
    if (rule->pack && !is_known(rule->pack->published_on, laying->overlay->known_at)) return true;
    if (!edition_days(laying->overlay, rule, laying->arena, &changes)) return false;
    for (size_t i = 0; i < changes.count; i++) {
        if (changes.at[i] <= whole.from || !validity_holds(whole, changes.at[i])) continue;
        days.to = changes.at[i] - 1;
        if (!add_edition(laying, rule, days, is_first)) return false;
        is_first = false;
        days = (struct validity){changes.at[i], whole.to};
    }
    return add_edition(laying, rule, days, is_first);
}

/* Packs that are known count in the digest, each by its id and its bytes. */
static void add_packs(struct rulebook *book, const struct overlay *overlay) {
    struct digest_state state;
    if (overlay->pack_count == 0) return;
    digest_start(&state);
    digest_add(&state, (struct str){(const char *)book->digest.bytes, sizeof book->digest.bytes});
    for (size_t i = 0; i < overlay->pack_count; i++) {
        const struct pack *pack = &overlay->packs[i];
        if (!is_known(pack->published_on, overlay->known_at)) continue;
        digest_add(&state, pack->id);
        digest_add(&state, (struct str){"", 1});
        digest_add(&state, (struct str){(const char *)pack->digest.bytes, sizeof pack->digest.bytes});
    }
    digest_end(&state, &book->digest);
}

quanze_status overlay_apply(struct rulebook *book, const struct overlay *overlay, struct problems *problems,
                            struct quanze_error *error) {
    const size_t errors = problems->errors;
    if (!overlay_check(book, overlay, problems)) return error_memory(error);
    if (problems->errors > errors) return problems_status(problems, error);
    struct laying laying = {.overlay = overlay, .arena = &book->arena};
    laying.rules = arena_take_array(&book->arena, QUANZE_MAX_RULES, sizeof *laying.rules);
    if (!laying.rules) return error_memory(error);
    for (size_t i = 0; i < book->count && !laying.is_full; i++)
        if (!lay_rule(&laying, &book->rules[i])) return error_memory(error);
    if (laying.is_full)
        return error_set(error, QUANZE_BAD_DATA, "规则和它们各时期的版本超过 %d 个",
                         "rules and their editions by date are more than %d", QUANZE_MAX_RULES);
    book->rules = laying.rules;
    book->count = laying.count;
    book->packs = overlay->packs;
    book->pack_count = overlay->pack_count;
    book->known_at = overlay->known_at;
    add_packs(book, overlay);
    return QUANZE_OK;
}
