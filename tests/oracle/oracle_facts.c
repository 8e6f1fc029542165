/* oracle_facts.c - the derived facts of fact.def, worked out one after the other by plain loops. */
#include "oracle/oracle_inside.h"

/* --- the issuer --- */

static int department_named(const struct list *list, struct str name) {
    for (size_t i = 0; i < list->department_count; i++) {
        const struct department *department = &list->departments[i];
        if (str_equal(department->id, name) || str_equal(department->name, name)) return (int)i;
        for (size_t j = 0; j < department->aliases.count; j++)
            if (str_equal(department->aliases.at[j], name)) return (int)i;
    }
    return -1;
}

static void derive_issuer(const struct oracle *oracle, struct oracle_facts *facts) {
    static const char *const BINDING[] = {
        "central",         "provincial_party_committee", "provincial_government", "city_party_committee",
        "city_government", "county_party_committee",     "county_government"};
    facts->issuer = -2;
    if (known(facts, FACT_ID_ISSUER_NAME))
        facts->issuer = department_named(oracle->list, task_text(&facts->task, FACT_ID_ISSUER_NAME));
    if (!known(facts, FACT_ID_ISSUER_KIND)) return;
    bool binds = false;
    for (size_t i = 0; i < 7; i++) binds = binds || is_word(facts, FACT_ID_ISSUER_KIND, "ISSUER_KIND", BINDING[i]);
    set(facts, FACT_ID_ISSUER_BINDS, value_number(binds));
}

/* --- the item --- */

static void derive_known_item(const struct oracle *oracle, const struct item *item, struct arena *arena,
                              struct oracle_facts *facts) {
    const struct list *list = oracle->list;
    set(facts, FACT_ID_ITEM_ID, text_or_none(item->id));
    set(facts, FACT_ID_ITEM_KIND, value_number(item->kind));
    set(facts, FACT_ID_ITEM_NAME, text_or_none(item->name));
    set(facts, FACT_ID_ITEM_FIELD, text_or_none(item->field));
    set(facts, FACT_ID_ITEM_OFFICE, text_or_none(item->office));
    set(facts, FACT_ID_ITEM_DEPARTMENT,
        item->department < 0 ? ORACLE_NONE : value_of_text(list->departments[item->department].name));
    set(facts, FACT_ID_ITEM_DEPARTMENT_DUTY, text_or_none(item->department_duty));
    set(facts, FACT_ID_ITEM_TOWNSHIP_DUTY, text_or_none(item->township_duty));
    set(facts, FACT_ID_ITEM_WORKING_MODE, text_or_none(item->working_mode));
    set(facts, FACT_ID_ITEM_PER_PERSON_DAY, item->per_person_day < 0 ? ORACLE_NONE : value_number(item->per_person_day));
    set(facts, FACT_ID_ITEM_STAFF_MIN, item->staff_min < 0 ? ORACLE_NONE : value_number(item->staff_min));
    set(facts, FACT_ID_ITEM_STAFF_SKILL, text_or_none(item->skill));
    set(facts, FACT_ID_ITEM_TOWNSHIP_ACTIONS, texts_value(item->township_actions, arena));
    if (item->department < 0)
        set(facts, FACT_ID_ITEM_ISSUER_LEADS, ORACLE_NONE);
    else if (facts->issuer != -2)
        set(facts, FACT_ID_ITEM_ISSUER_LEADS, value_number(facts->issuer == item->department));
}

static void derive_item(const struct oracle *oracle, const struct found_item *match, struct arena *arena,
                        struct oracle_facts *facts) {
    for (size_t fact = FACT_ID_ITEM_HOW; fact <= FACT_ID_ITEM_ISSUER_LEADS; fact++)
        if (match->item < 0) set(facts, (enum fact_id)fact, ORACLE_NONE);
    if (match->item >= 0) {
        derive_known_item(oracle, &oracle->list->items[match->item], arena, facts);
        set(facts, FACT_ID_ITEM_SCORE, value_number(match->score));
    }
    bool other = match->how == HOW_DECLARED && match->text_item >= 0 && match->text_item != match->item;
    set(facts, FACT_ID_ITEM_HOW, value_number(match->item < 0 ? HOW_NONE : match->how));
    set(facts, FACT_ID_ITEM_KNOWN, value_number(!match->claim_unknown));
    set(facts, FACT_ID_ITEM_CONTRADICTED, value_number(other && match->text_score - match->score >= 100000));
    set(facts, FACT_ID_ITEM_TEXT_KIND,
        match->text_item < 0 ? ORACLE_NONE : value_number(oracle->list->items[match->text_item].kind));
}

/* --- the townships --- */

/* One figure of all addressed townships; -1 when the list does not say it of each of them. */
static int64_t worst_figure(const struct list *list, const struct value *names, enum fact_id fact) {
    int64_t worst = -1;
    for (uint32_t i = 0; i < names->count; i++) {
        const struct township *town = township_named(list, value_text(&names->items[i]));
        int64_t figure = !town                           ? -1
                         : fact == FACT_ID_TOWN_STAFF    ? town->staff
                         : fact == FACT_ID_TOWN_VILLAGES ? town->villages
                                                         : town->travel_hours;
        if (figure < 0) return -1;
        if (worst < 0 || (fact == FACT_ID_TOWN_STAFF ? figure < worst : figure > worst)) worst = figure;
    }
    return worst;
}

static void derive_townships(const struct oracle *oracle, struct oracle_facts *facts) {
    static const enum fact_id FIGURES[] = {FACT_ID_TOWN_STAFF, FACT_ID_TOWN_VILLAGES, FACT_ID_TOWN_TRAVEL_HOURS};
    if (!known(facts, FACT_ID_TOWNSHIPS)) return;
    const struct value *names = &facts->task.value[FACT_ID_TOWNSHIPS];
    if (names->state != VALUE_GIVEN || names->count == 0) {
        set(facts, FACT_ID_TOWN_KNOWN, value_number(1));
        set(facts, FACT_ID_TOWN_COUNT, ORACLE_NONE);
        for (size_t i = 0; i < 3; i++) set(facts, FIGURES[i], ORACLE_NONE);
        return;
    }
    bool all = true;
    for (uint32_t i = 0; i < names->count; i++) all = all && township_named(oracle->list, value_text(&names->items[i]));
    set(facts, FACT_ID_TOWN_KNOWN, value_number(all));
    set(facts, FACT_ID_TOWN_COUNT, value_number(names->count));
    for (size_t i = 0; i < 3; i++) {
        int64_t figure = worst_figure(oracle->list, names, FIGURES[i]);
        if (figure >= 0) set(facts, FIGURES[i], value_number(figure));
    }
}

/* --- the villages --- */

static void derive_village(const struct found_item *match, struct oracle_facts *facts) {
    const bool stated = known(facts, FACT_ID_DEMANDS_VILLAGE_LISTED);
    if (!stated && !match->village) return;
    const struct value *word = &facts->task.value[FACT_ID_DEMANDS_VILLAGE_LISTED];
    const bool is_for_them = stated ? word->state == VALUE_GIVEN && word->number : match->village->kind != VILLAGE_EXCLUDED;
    set(facts, FACT_ID_VILLAGE_LISTED, value_number(is_for_them));
    set(facts, FACT_ID_VILLAGE_ITEM, stated ? ORACLE_NONE : text_or_none(match->village->id));
    set(facts, FACT_ID_VILLAGE_NAME, stated ? ORACLE_NONE : text_or_none(match->village->name));
}

/* --- the emergency --- */

static void derive_emergency(int32_t day, struct oracle_facts *facts) {
    const struct value *level = &facts->task.value[FACT_ID_EMERGENCY_LEVEL],
                       *notice = &facts->task.value[FACT_ID_EMERGENCY_NOTICE],
                       *end = &facts->task.value[FACT_ID_EMERGENCY_EXPECTED_END];
    bool has_level = known(facts, FACT_ID_EMERGENCY_LEVEL), has_notice = known(facts, FACT_ID_EMERGENCY_NOTICE),
         has_end = known(facts, FACT_ID_EMERGENCY_EXPECTED_END), declared = known(facts, FACT_ID_EMERGENCY_DECLARED);
    bool no = declared && number(facts, FACT_ID_EMERGENCY_DECLARED) == 0;
    if (has_level && (level->state != VALUE_GIVEN || level->number == 0)) no = true;
    if (has_notice && (notice->state != VALUE_GIVEN || notice->count == 0)) no = true;
    if (has_end && (end->state != VALUE_GIVEN || end->number < (int64_t)day * DAY_MINUTES)) no = true;
    if (no)
        set(facts, FACT_ID_EMERGENCY_RUNNING, value_number(0));
    else if (declared && has_level && has_notice && has_end)
        set(facts, FACT_ID_EMERGENCY_RUNNING, value_number(1));
}

/* --- people and money: the list's norm is the least, what the issuer says may be more --- */

static void set_sum(struct oracle_facts *facts, enum fact_id fact, int64_t least, bool all_told) {
    if (all_told)
        set(facts, fact, value_number(least));
    else if (least > 0)
        ends(facts, fact, value_number(least), value_number(INT64_C(1000000000000000)));
}

static void derive_sums(const struct item *item, struct oracle_facts *facts) {
    int64_t people = number(facts, FACT_ID_STAFF_REQUIRED), norm = item ? item->per_person_day : -1;
    if (item && item->staff_min > people) people = item->staff_min;
    bool people_told = known(facts, FACT_ID_STAFF_REQUIRED);
    set_sum(facts, FACT_ID_STAFF_NEEDED, people, people_told);
    int64_t money = number(facts, FACT_ID_FUNDS_REQUIRED);
    bool money_told = known(facts, FACT_ID_FUNDS_REQUIRED);
    if (norm > 0) {
        int64_t days = number(facts, FACT_ID_STAFF_DAYS);
        if (people * days * norm > money) money = people * days * norm;
        money_told = money_told && people_told && known(facts, FACT_ID_STAFF_DAYS);
    }
    set_sum(facts, FACT_ID_FUNDS_NEEDED, money, money_told);
}

/* --- the past, which nobody keeps here: what is stated not to be there has none --- */

static void derive_past(struct oracle_facts *facts) {
    static const struct {
        enum fact_id fact, rests_on[3];
    } PAST[] = {{FACT_ID_HISTORY_SAME_TOPIC_DEPARTMENTS, {FACT_ID_TITLE, FACT_ID_TOWNSHIPS, FACT_ID_ISSUER_NAME}},
                {FACT_ID_HISTORY_VERSIONS_THAT_DAY, {FACT_ID_TITLE, FACT_ID_TOWNSHIPS, FACT_ID_ISSUER_NAME}},
                {FACT_ID_HISTORY_REQUESTS_SHORT_SPAN, {FACT_ID_TITLE, FACT_ID_TOWNSHIPS, FACT_ID_ISSUER_NAME}},
                {FACT_ID_HISTORY_SAME_FORM_ASKED, {FACT_ID_DEMANDS_FORMS, FACT_ID_TOWNSHIPS, FACT_ID_TOWNSHIPS}},
                {FACT_ID_HISTORY_ASSESSMENTS_THIS_YEAR, {FACT_ID_TOWNSHIPS, FACT_ID_TOWNSHIPS, FACT_ID_TOWNSHIPS}},
                {FACT_ID_HISTORY_VISITS_THAT_DAY, {FACT_ID_INSPECTION_AT, FACT_ID_TOWNSHIPS, FACT_ID_TOWNSHIPS}},
                {FACT_ID_HISTORY_OWN_VISITS_THAT_DAY, {FACT_ID_INSPECTION_AT, FACT_ID_TOWNSHIPS, FACT_ID_ISSUER_NAME}},
                {FACT_ID_HISTORY_DEPARTMENT_VISITS_THIS_YEAR, {FACT_ID_INSPECTION_AT, FACT_ID_TOWNSHIPS, FACT_ID_ISSUER_NAME}},
                {FACT_ID_HISTORY_MEETINGS_THAT_DAY, {FACT_ID_MEETING_AT, FACT_ID_TOWNSHIPS, FACT_ID_TOWNSHIPS}}};
    for (size_t i = 0; i < sizeof PAST / sizeof *PAST; i++)
        for (size_t j = 0; j < 3; j++)
            if (known(facts, PAST[i].rests_on[j]) && !given(facts, PAST[i].rests_on[j])) set(facts, PAST[i].fact, ORACLE_NONE);
}

void oracle_derive(const struct oracle *oracle, const struct task *task, const struct found_item *match, int32_t day,
                   struct arena *arena, struct oracle_facts *out) {
    memset(out, 0, sizeof *out);
    out->task = *task;
    for (size_t fact = 0; fact < FACT_COUNT_ALL; fact++) {
        if (!absence_is_stated(fact_at(fact)->absence)) forget(out, (enum fact_id)fact);
        if (fact_at(fact)->absence == ABSENCE_CLOSED && task_finished(task) && !task_knows(task, (enum fact_id)fact))
            set(out, (enum fact_id)fact, ORACLE_NONE);
    }
    const struct item *item = match->item >= 0 ? &oracle->list->items[match->item] : NULL;
    derive_issuer(oracle, out);
    derive_item(oracle, match, arena, out);
    derive_townships(oracle, out);
    derive_village(match, out);
    derive_emergency(day, out);
    derive_sums(item, out);
    oracle_derive_powers(oracle, item, day, arena, out);
    derive_past(out);
}
