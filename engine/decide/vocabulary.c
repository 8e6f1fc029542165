#include <decide/vocabulary.h>

static const char *const BINDING_ISSUERS[] = {
    "central",         "provincial_party_committee", "provincial_government", "city_party_committee",
    "city_government", "county_party_committee",     "county_government"};

/* Visits, meetings, papers that only inform, and demands for money or people need no instruction how to do them. */
static const char *const WORKING_KINDS[] = {"form",
                                            "ledger",
                                            "material",
                                            "survey",
                                            "data_collection",
                                            "demo_creation",
                                            "standard_reaching",
                                            "quota",
                                            "patrol",
                                            "site_building",
                                            "screening",
                                            "investment_target",
                                            "market_entity_target",
                                            "visit",
                                            "enforce",
                                            "duty_post",
                                            "volunteering",
                                            "penalise",
                                            "coerce",
                                            "demolish",
                                            "charge",
                                            "collect",
                                            "certificate",
                                            "emergency",
                                            "territorial_task"};

/* Sets the bits of `count` words; false when one is unknown or does not fit 64 bits. */
static bool find_set(const char *set, const char *const *words, size_t count, uint64_t *out) {
    struct choices choices = choices_of(set);
    *out = 0;
    for (size_t i = 0; i < count; i++) {
        int index = choice_find(choices, str_of(words[i]));
        if (index < 0 || index >= 64) return false;
        *out |= UINT64_C(1) << index;
    }
    return true;
}

static bool find_one(const char *set, const char *word, int *out) {
    *out = choice_find(choices_of(set), str_of(word));
    return *out >= 0;
}

static bool find_grounds(struct vocabulary *out) {
    return find_one("GROUND", "no_power", &out->no_power) && find_one("GROUND", "no_funds", &out->no_funds) &&
           find_one("GROUND", "no_staff", &out->no_staff) && find_one("GROUND", "unclear_guidance", &out->unclear_guidance) &&
           find_one("GROUND", "time_unreasonable", &out->time_unreasonable) &&
           find_one("GROUND", "off_list_not_admitted", &out->off_list_not_admitted);
}

static bool find_powers(struct vocabulary *out) {
    return find_one("POWER", "enforcement", &out->enforcement) && find_one("POWER", "penalty", &out->penalty) &&
           find_one("POWER", "coercion", &out->coercion) && find_one("POWER", "licensing", &out->licensing) &&
           find_one("POWER_MODE", "delegated", &out->delegated) && find_one("POWER_MODE", "entrusted", &out->entrusted) &&
           find_one("POWER_MODE", "recalled", &out->recalled);
}

static bool find_kinds(struct vocabulary *out) {
    return find_one("TASK_KIND", "enforce", &out->kind_enforce) && find_one("TASK_KIND", "penalise", &out->kind_penalise) &&
           find_one("TASK_KIND", "coerce", &out->kind_coerce) && find_one("TASK_KIND", "demolish", &out->kind_demolish);
}

/* The names and labels of the kinds that are acts of power, and what else people write for them. */
static void add_actions(struct vocabulary *out) {
    const struct action_power everyday[] = {
        {STR("行政执法"), out->enforcement}, {STR("行政处罚"), out->penalty},   {STR("罚款"), out->penalty},
        {STR("penalize"), out->penalty},     {STR("行政强制"), out->coercion},  {STR("强制执行"), out->coercion},
        {STR("强制拆除"), out->coercion},    {STR("强拆"), out->coercion},      {STR("license"), out->licensing},
        {STR("licensing"), out->licensing},  {STR("行政许可"), out->licensing}, {STR("许可"), out->licensing},
        {STR("审批"), out->licensing}};
    const int kinds[] = {out->kind_enforce, out->kind_penalise, out->kind_coerce, out->kind_demolish};
    struct choices names = choices_of("TASK_KIND");
    out->action_count = 0;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        int power = vocabulary_kind_power(out, kinds[i]);
        out->actions[out->action_count++] = (struct action_power){names.at[kinds[i]].name, power};
        out->actions[out->action_count++] = (struct action_power){names.at[kinds[i]].zh, power};
    }
    for (size_t i = 0; i < sizeof everyday / sizeof *everyday; i++) out->actions[out->action_count++] = everyday[i];
}

bool vocabulary_load(struct vocabulary *out) {
    out->powers = choices_of("POWER");
    out->asks = choices_of("ASK");
    if (!find_set("ISSUER_KIND", BINDING_ISSUERS, sizeof BINDING_ISSUERS / sizeof *BINDING_ISSUERS, &out->binding_issuers) ||
        !find_set("TASK_KIND", WORKING_KINDS, sizeof WORKING_KINDS / sizeof *WORKING_KINDS, &out->working_kinds))
        return false;
    if (!find_powers(out) || !find_kinds(out) || !find_grounds(out) || !find_one("ASK", "maintainer", &out->maintainer))
        return false;
    add_actions(out);
    return true;
}

int vocabulary_action_power(const struct vocabulary *vocabulary, struct str action) {
    for (size_t i = 0; i < vocabulary->action_count; i++)
        if (str_equal(action, vocabulary->actions[i].word)) return vocabulary->actions[i].power;
    return -1;
}

int vocabulary_kind_power(const struct vocabulary *vocabulary, int64_t kind) {
    if (kind == vocabulary->kind_enforce) return vocabulary->enforcement;
    if (kind == vocabulary->kind_penalise) return vocabulary->penalty;
    if (kind == vocabulary->kind_coerce || kind == vocabulary->kind_demolish) return vocabulary->coercion;
    return -1;
}
