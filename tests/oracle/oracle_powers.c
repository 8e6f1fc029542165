/* oracle_powers.c - which powers a task needs and how the township holds each, by plain loops. */
#include "oracle/oracle_inside.h"

#include <base/utf8.h>

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

void oracle_derive_powers(const struct oracle *oracle, const struct item *item, int32_t day, struct arena *arena,
                          struct oracle_facts *facts) {
    struct needs needs = {.count = 0};
    gather_needs(item, facts, &needs);
    if (needs.count == 0) {
        for (int fact = FACT_ID_POWERS_NEEDED; fact <= FACT_ID_POWERS_MISSING && !needs.open; fact++)
            set(facts, (enum fact_id)fact, ORACLE_NONE);
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
