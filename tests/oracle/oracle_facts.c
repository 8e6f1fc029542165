/* oracle_facts.c - the derived facts of fact.def, worked out one after the other by plain loops. */
#include "oracle/oracle.h"

#include <base/utf8.h>
#include <stdlib.h>

static const struct value NONE = {.state = VALUE_NONE};

static void must(bool ok) {
    if (!ok) abort(); /* the test machine ran out of memory */
}

static bool known(const struct oracle_facts *facts, enum fact_id fact) { return task_knows(&facts->task, fact); }
static bool given(const struct oracle_facts *facts, enum fact_id fact) { return task_given(&facts->task, fact); }
static int64_t number(const struct oracle_facts *facts, enum fact_id fact) {
    return given(facts, fact) ? facts->task.value[fact].number : 0;
}
static void set(struct oracle_facts *facts, enum fact_id fact, struct value value) { task_set(&facts->task, fact, value); }
static void forget(struct oracle_facts *facts, enum fact_id fact) { set(facts, fact, (struct value){.state = VALUE_ABSENT}); }

static void ends(struct oracle_facts *facts, enum fact_id fact, struct value low, struct value high) {
    forget(facts, fact);
    facts->two_ended[fact] = true;
    facts->low[fact] = low;
    facts->high[fact] = high;
}

static struct value text_or_none(struct str text) { return text.length > 0 ? value_of_text(text) : NONE; }

static int word(const char *vocabulary, const char *name) {
    int at = choice_find(choices_of(vocabulary), str_of(name));
    must(at >= 0);
    return at;
}

static bool is_word(const struct oracle_facts *facts, enum fact_id fact, const char *vocabulary, const char *name) {
    return given(facts, fact) && facts->task.value[fact].number == word(vocabulary, name);
}

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

static struct value texts_value(struct texts texts, struct arena *arena) {
    if (texts.count == 0) return NONE;
    struct value *items = arena_take_array(arena, texts.count, sizeof *items);
    must(items != NULL);
    for (size_t i = 0; i < texts.count; i++) items[i] = value_of_text(texts.at[i]);
    return (struct value){.items = items, .count = (uint32_t)texts.count, .state = VALUE_GIVEN};
}

static void derive_known_item(const struct oracle *oracle, const struct item *item, struct arena *arena,
                              struct oracle_facts *facts) {
    const struct list *list = oracle->list;
    set(facts, FACT_ID_ITEM_ID, text_or_none(item->id));
    set(facts, FACT_ID_ITEM_KIND, value_number(item->kind));
    set(facts, FACT_ID_ITEM_NAME, text_or_none(item->name));
    set(facts, FACT_ID_ITEM_FIELD, text_or_none(item->field));
    set(facts, FACT_ID_ITEM_OFFICE, text_or_none(item->office));
    set(facts, FACT_ID_ITEM_DEPARTMENT, item->department < 0 ? NONE : value_of_text(list->departments[item->department].name));
    set(facts, FACT_ID_ITEM_DEPARTMENT_DUTY, text_or_none(item->department_duty));
    set(facts, FACT_ID_ITEM_TOWNSHIP_DUTY, text_or_none(item->township_duty));
    set(facts, FACT_ID_ITEM_WORKING_MODE, text_or_none(item->working_mode));
    set(facts, FACT_ID_ITEM_PER_PERSON_DAY, item->per_person_day < 0 ? NONE : value_number(item->per_person_day));
    set(facts, FACT_ID_ITEM_STAFF_MIN, item->staff_min < 0 ? NONE : value_number(item->staff_min));
    set(facts, FACT_ID_ITEM_STAFF_SKILL, text_or_none(item->skill));
    set(facts, FACT_ID_ITEM_TOWNSHIP_ACTIONS, texts_value(item->township_actions, arena));
    if (item->department < 0)
        set(facts, FACT_ID_ITEM_ISSUER_LEADS, NONE);
    else if (facts->issuer != -2)
        set(facts, FACT_ID_ITEM_ISSUER_LEADS, value_number(facts->issuer == item->department));
}

static void derive_item(const struct oracle *oracle, const struct found_item *match, struct arena *arena,
                        struct oracle_facts *facts) {
    for (size_t fact = FACT_ID_ITEM_HOW; fact <= FACT_ID_ITEM_ISSUER_LEADS; fact++)
        if (match->item < 0) set(facts, (enum fact_id)fact, NONE);
    if (match->item >= 0) {
        derive_known_item(oracle, &oracle->list->items[match->item], arena, facts);
        set(facts, FACT_ID_ITEM_SCORE, value_number(match->score));
    }
    bool other = match->how == HOW_DECLARED && match->text_item >= 0 && match->text_item != match->item;
    set(facts, FACT_ID_ITEM_HOW, value_number(match->item < 0 ? HOW_NONE : match->how));
    set(facts, FACT_ID_ITEM_KNOWN, value_number(!match->claim_unknown));
    set(facts, FACT_ID_ITEM_CONTRADICTED, value_number(other && match->text_score - match->score >= 100000));
    set(facts, FACT_ID_ITEM_TEXT_KIND, match->text_item < 0 ? NONE : value_number(oracle->list->items[match->text_item].kind));
}

/* --- the townships --- */

static const struct township *township_named(const struct list *list, struct str name) {
    for (size_t i = 0; i < list->township_count; i++)
        if (str_equal(list->townships[i].name, name)) return &list->townships[i];
    return NULL;
}

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
        set(facts, FACT_ID_TOWN_COUNT, NONE);
        for (size_t i = 0; i < 3; i++) set(facts, FIGURES[i], NONE);
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

/* --- powers --- */

enum { MAX_NEEDS = 64 };

struct need {
    int power;
    struct str matter;
};

struct needs {
    struct need at[MAX_NEEDS];
    size_t count;
    bool open; /* there may be more of them */
};

static void add_need(struct needs *needs, int power, struct str matter) {
    for (size_t i = 0; i < needs->count; i++)
        if (needs->at[i].power == power && (matter.length == 0 || str_equal(needs->at[i].matter, matter))) return;
    must(needs->count < MAX_NEEDS);
    needs->at[needs->count++] = (struct need){power, matter};
}

static int power_of_act(struct str act) {
    static const struct {
        const char *act, *power;
    } ACTS[] = {{"enforce", "enforcement"}, {"执法", "enforcement"},    {"行政执法", "enforcement"}, {"penalise", "penalty"},
                {"处罚", "penalty"},        {"行政处罚", "penalty"},    {"罚款", "penalty"},         {"penalize", "penalty"},
                {"coerce", "coercion"},     {"强制", "coercion"},       {"行政强制", "coercion"},    {"强制执行", "coercion"},
                {"强制拆除", "coercion"},   {"强拆", "coercion"},       {"demolish", "coercion"},    {"拆除", "coercion"},
                {"license", "licensing"},   {"licensing", "licensing"}, {"行政许可", "licensing"},   {"许可", "licensing"},
                {"审批", "licensing"}};
    for (size_t i = 0; i < sizeof ACTS / sizeof *ACTS; i++)
        if (str_equal(act, str_of(ACTS[i].act))) return word("POWER", ACTS[i].power);
    return -1;
}

static void gather_needs(const struct item *item, const struct oracle_facts *facts, struct needs *needs) {
    const struct value *rows = &facts->task.value[FACT_ID_POWERS_REQUIRED], *acts = &facts->task.value[FACT_ID_ACTIONS];
    const size_t fields = fact_at(FACT_ID_POWERS_REQUIRED)->field_count;
    needs->open = !known(facts, FACT_ID_POWERS_REQUIRED) || !known(facts, FACT_ID_KIND) || !known(facts, FACT_ID_ACTIONS);
    if (given(facts, FACT_ID_POWERS_REQUIRED))
        for (uint32_t i = 0; i < rows->count; i++) {
            const struct value *power = &rows->items[i * fields], *matter = power + 1;
            if (power->state != VALUE_GIVEN)
                needs->open = true;
            else
                add_need(needs, (int)power->number, matter->state == VALUE_GIVEN ? value_text(matter) : STR(""));
        }
    for (size_t i = 0; item && i < item->power_count; i++) add_need(needs, item->powers[i].power, item->powers[i].matter);
    if (given(facts, FACT_ID_KIND)) {
        int power = power_of_act(fact_at(FACT_ID_KIND)->choices.at[facts->task.value[FACT_ID_KIND].number].name);
        if (power >= 0) add_need(needs, power, STR(""));
    }
    if (given(facts, FACT_ID_ACTIONS))
        for (uint32_t i = 0; i < acts->count; i++) {
            int power = power_of_act(value_text(&acts->items[i]));
            if (power >= 0) add_need(needs, power, STR(""));
        }
}

static struct str folded(struct arena *arena, struct str text) {
    struct str out = utf8_fold(arena, text);
    must(out.at != NULL);
    return out;
}

static bool found_in(struct str part, struct str whole) {
    for (size_t at = 0; at + part.length <= whole.length; at++)
        if (memcmp(whole.at + at, part.at, part.length) == 0) return true;
    return false;
}

/* A matter is found as it stands, or by two thirds of its pairs of neighbouring characters. Both are folded. */
static bool speaks_of(struct str text, struct str matter) {
    size_t pairs = 0, found = 0, first = 0, second = 0, third = 0;
    if (found_in(matter, text)) return true;
    utf8_next(matter, &second);
    for (third = second; utf8_next(matter, &third) >= 0; first = second, second = third, pairs++)
        if (found_in((struct str){matter.at + first, third - first}, text)) found++;
    return pairs > 0 && 3 * found >= 2 * pairs;
}

static bool item_speaks_of(const struct item *item, struct str matter, struct arena *arena) {
    char words[4096];
    size_t length = 0;
    for (size_t i = 0; i < 3 + item->aliases.count; i++) {
        struct str part = i == 0   ? item->name
                          : i == 1 ? item->township_duty
                          : i == 2 ? item->department_duty
                                   : item->aliases.at[i - 3];
        must(length + part.length < sizeof words);
        memcpy(words + length, part.at, part.length);
        length += part.length;
        words[length++] = '|';
    }
    return speaks_of(folded(arena, (struct str){words, length}), matter);
}

/* A power of the register, or a row that came with the task. */
struct title {
    int power, mode; /* mode -1: not said */
    bool has_decision;
    int32_t published, from, to;
};

/* Whether it counts that day. Source: 行政处罚法 20, 24; 行政强制法 17. */
static bool counts_on(const struct title *title, int32_t day) {
    const bool delegated = title->mode == word("POWER_MODE", "delegated"),
               entrusted = title->mode == word("POWER_MODE", "entrusted");
    if ((title->from != DAY_NONE && day < title->from) || (title->to != DAY_NONE && day > title->to)) return false;
    if (title->mode == word("POWER_MODE", "recalled")) return false;
    if (title->published != DAY_NONE && title->published > day) return false;
    if (title->power == word("POWER", "coercion") && entrusted) return false;
    if (title->power == word("POWER", "penalty") && (delegated || entrusted))
        return title->has_decision && title->published != DAY_NONE;
    return true;
}

struct holding_question {
    const struct oracle *oracle;
    const struct oracle_facts *facts;
    const struct item *item;
    struct need need;
    bool may_be_named; /* the task may yet say which matter it means */
    int32_t day;
    struct arena *arena;
};

/* Whether a matter is what the need is about: by its own words, else by the item's, else by the title's. */
static bool is_about(const struct holding_question *question, struct str raw_matter, bool item_counts) {
    struct str matter = folded(question->arena, raw_matter), own = folded(question->arena, question->need.matter);
    if (own.length > 0) return speaks_of(own, matter) || found_in(own, matter);
    if (item_counts && question->item && item_speaks_of(question->item, matter, question->arena)) return true;
    return speaks_of(folded(question->arena, task_text(&question->facts->task, FACT_ID_TITLE)), matter);
}

static enum oracle_truth entry_is_meant(const struct holding_question *question, const struct power_held *held) {
    if (held->items.count > 0) {
        for (size_t i = 0; question->item && i < held->items.count; i++)
            if (str_equal(held->items.at[i], question->item->id)) return ORACLE_YES;
        return ORACLE_NO;
    }
    if (held->power.matter.length == 0) return ORACLE_YES;
    if (question->may_be_named) return ORACLE_MAYBE;
    return is_about(question, held->power.matter, true) ? ORACLE_YES : ORACLE_NO;
}

static bool is_given_to(const struct list *list, const struct power_held *held, struct str township) {
    if (!township_named(list, township)) return false;
    for (size_t i = 0; i < held->townships.count; i++)
        if (str_equal(held->townships.at[i], township)) return true;
    return held->townships.count == 0;
}

/* How the register holds the need for one township; `township` NULL: for none that is named yet. */
static enum oracle_truth register_holds(const struct holding_question *question, const struct str *township) {
    const struct list *list = question->oracle->list;
    enum oracle_truth best = ORACLE_NO;
    for (size_t i = 0; i < list->power_count; i++) {
        const struct power_held *held = &list->powers[i];
        const struct title title = {held->power.power,  held->mode,          held->decision.length > 0,
                                    held->published_on, held->validity.from, held->validity.to};
        if (held->power.power != question->need.power || !counts_on(&title, question->day)) continue;
        enum oracle_truth meant = entry_is_meant(question, held);
        bool surely = township ? is_given_to(list, held, *township)
                               : held->townships.count == 0 && known(question->facts, FACT_ID_TOWNSHIPS);
        if (township && !surely) continue;
        if (!surely && meant > ORACLE_MAYBE) meant = ORACLE_MAYBE;
        if (meant > best) best = meant;
    }
    return best;
}

static enum oracle_truth register_holds_for_all(const struct holding_question *question) {
    const struct value *names = &question->facts->task.value[FACT_ID_TOWNSHIPS];
    if (!given(question->facts, FACT_ID_TOWNSHIPS) || names->count == 0) return register_holds(question, NULL);
    enum oracle_truth worst = ORACLE_YES;
    for (uint32_t i = 0; i < names->count; i++) {
        const struct str name = value_text(&names->items[i]);
        enum oracle_truth one = register_holds(question, &name);
        if (one < worst) worst = one;
    }
    return worst;
}

static int32_t day_or_open(const struct value *value) {
    return value->state == VALUE_GIVEN ? (int32_t)value->number : DAY_NONE;
}

static const struct value *field(const struct value *row, enum fact_id fact, const char *name) {
    const struct fact_info *info = fact_at(fact);
    for (size_t i = 0; i < info->field_count; i++)
        if (str_equal(info->fields[i].name, str_of(name))) return &row[i];
    abort();
}

static enum oracle_truth row_holds(const struct holding_question *question, const struct value *row) {
    const enum fact_id fact = FACT_ID_POWERS_GRANTED;
    const struct value *power = field(row, fact, "power"), *matter = field(row, fact, "matter"),
                       *mode = field(row, fact, "mode"), *decision = field(row, fact, "decision"),
                       *published = field(row, fact, "published_on");
    enum oracle_truth meant = power->state == VALUE_GIVEN ? ORACLE_YES : ORACLE_MAYBE;
    if (meant == ORACLE_YES && power->number != question->need.power) return ORACLE_NO;
    if (matter->state == VALUE_GIVEN && matter->count > 0) {
        if (question->may_be_named)
            meant = ORACLE_MAYBE;
        else if (!is_about(question, value_text(matter), false))
            return ORACLE_NO;
    }
    struct title title = {question->need.power,
                          mode->state == VALUE_GIVEN ? (int)mode->number : -1,
                          decision->state == VALUE_GIVEN && decision->count > 0,
                          day_or_open(published),
                          day_or_open(field(row, fact, "valid_from")),
                          day_or_open(field(row, fact, "valid_to"))};
    enum oracle_truth counts = counts_on(&title, question->day) ? ORACLE_YES : ORACLE_NO;
    if (counts == ORACLE_YES && mode->state != VALUE_GIVEN) counts = ORACLE_MAYBE;
    if (counts == ORACLE_NO) { /* what was left out may yet be said */
        if (decision->state == VALUE_ABSENT) title.has_decision = true;
        if (published->state == VALUE_ABSENT) title.published = question->day;
        if (counts_on(&title, question->day)) counts = ORACLE_MAYBE;
    }
    return counts < meant ? counts : meant;
}

static enum oracle_truth task_holds(const struct holding_question *question) {
    const struct value *rows = &question->facts->task.value[FACT_ID_POWERS_GRANTED];
    if (!known(question->facts, FACT_ID_POWERS_GRANTED)) return ORACLE_MAYBE;
    enum oracle_truth best = ORACLE_NO;
    for (uint32_t i = 0; given(question->facts, FACT_ID_POWERS_GRANTED) && i < rows->count; i++) {
        enum oracle_truth one = row_holds(question, &rows->items[i * fact_at(FACT_ID_POWERS_GRANTED)->field_count]);
        if (one > best) best = one;
    }
    return best;
}

static struct str need_text(const struct need *need, struct arena *arena) {
    struct str name = choices_of("POWER").at[need->power].name;
    if (need->matter.length == 0) return name;
    char *text = arena_take(arena, name.length + 1 + need->matter.length);
    must(text != NULL);
    memcpy(text, name.at, name.length);
    text[name.length] = ':';
    memcpy(text + name.length + 1, need->matter.at, need->matter.length);
    return (struct str){text, name.length + 1 + need->matter.length};
}

/* The texts for which `keep` holds; with `and_all` every power that is not among them by its bare name too. */
static struct value chosen(const struct str *texts, const bool *keep, size_t count, bool and_all, struct arena *arena) {
    struct choices all = choices_of("POWER");
    struct texts out = {arena_take_array(arena, count + all.count, sizeof(struct str)), 0};
    must(out.at != NULL);
    for (size_t i = 0; i < count; i++)
        if (keep[i]) out.at[out.count++] = texts[i];
    for (size_t i = 0; and_all && i < all.count; i++) {
        bool is_there = false;
        for (size_t j = 0; j < count; j++) is_there = is_there || (keep[j] && str_equal(texts[j], all.at[i].name));
        if (!is_there) out.at[out.count++] = all.at[i].name;
    }
    return texts_value(out, arena);
}

/* The three facts of a task that surely needs some power, once it is known how each is held. */
static void set_powers(const struct needs *needs, const struct str *texts, const enum oracle_truth *held, struct arena *arena,
                       struct oracle_facts *facts) {
    bool every[MAX_NEEDS], surely[MAX_NEEDS], perhaps[MAX_NEEDS], surely_not[MAX_NEEDS], perhaps_not[MAX_NEEDS],
        any_maybe = false;
    for (size_t i = 0; i < needs->count; i++) {
        every[i] = true;
        surely[i] = held[i] == ORACLE_YES;
        perhaps[i] = held[i] != ORACLE_NO;
        surely_not[i] = held[i] == ORACLE_NO;
        perhaps_not[i] = held[i] != ORACLE_YES;
        any_maybe = any_maybe || held[i] == ORACLE_MAYBE;
    }
    const size_t count = needs->count;
    const struct value needed = chosen(texts, every, count, false, arena);
    if (needs->open)
        ends(facts, FACT_ID_POWERS_NEEDED, needed, chosen(texts, every, count, true, arena));
    else
        set(facts, FACT_ID_POWERS_NEEDED, needed);
    if (!needs->open && !any_maybe) {
        set(facts, FACT_ID_POWERS_HELD, chosen(texts, surely, count, false, arena));
        set(facts, FACT_ID_POWERS_MISSING, chosen(texts, surely_not, count, false, arena));
        return;
    }
    ends(facts, FACT_ID_POWERS_HELD, chosen(texts, perhaps, count, false, arena), chosen(texts, surely, count, false, arena));
    ends(facts, FACT_ID_POWERS_MISSING, chosen(texts, surely_not, count, false, arena),
         chosen(texts, perhaps_not, count, needs->open, arena));
}

static void derive_powers(const struct oracle *oracle, const struct item *item, int32_t day, struct arena *arena,
                          struct oracle_facts *facts) {
    struct needs needs = {.count = 0};
    gather_needs(item, facts, &needs);
    if (needs.count == 0) {
        for (int fact = FACT_ID_POWERS_NEEDED; fact <= FACT_ID_POWERS_MISSING && !needs.open; fact++)
            set(facts, (enum fact_id)fact, NONE);
        return;
    }
    struct str texts[MAX_NEEDS];
    enum oracle_truth held[MAX_NEEDS];
    for (size_t i = 0; i < needs.count; i++) {
        const struct need *need = &needs.at[i];
        const struct holding_question question = {
            oracle, facts, item, *need, need->matter.length == 0 && !known(facts, FACT_ID_POWERS_REQUIRED), day, arena};
        enum oracle_truth by_list = register_holds_for_all(&question), with_task = task_holds(&question);
        texts[i] = need_text(need, arena);
        held[i] = by_list > with_task ? by_list : with_task;
    }
    set_powers(&needs, texts, held, arena, facts);
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
            if (known(facts, PAST[i].rests_on[j]) && !given(facts, PAST[i].rests_on[j])) set(facts, PAST[i].fact, NONE);
}

void oracle_derive(const struct oracle *oracle, const struct task *task, const struct found_item *match, int32_t day,
                   struct arena *arena, struct oracle_facts *out) {
    memset(out, 0, sizeof *out);
    out->task = *task;
    for (size_t fact = 0; fact < FACT_COUNT_ALL; fact++) {
        if (!absence_is_stated(fact_at(fact)->absence)) forget(out, (enum fact_id)fact);
        if (fact_at(fact)->absence == ABSENCE_CLOSED && task_finished(task) && !task_knows(task, (enum fact_id)fact))
            set(out, (enum fact_id)fact, NONE);
    }
    const struct item *item = match->item >= 0 ? &oracle->list->items[match->item] : NULL;
    derive_issuer(oracle, out);
    derive_item(oracle, match, arena, out);
    derive_townships(oracle, out);
    derive_emergency(day, out);
    derive_sums(item, out);
    derive_powers(oracle, item, day, arena, out);
    derive_past(out);
}
