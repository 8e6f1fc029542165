#include <base/utf8.h>
#include <decide/power.h>

/* Fields of a row of powers.granted, in the order of fact.def; a test compares the names. */
enum {
    GRANTED_POWER,
    GRANTED_MATTER,
    GRANTED_MODE,
    GRANTED_DECISION,
    GRANTED_PUBLISHED_ON,
    GRANTED_VALID_FROM,
    GRANTED_VALID_TO,
    GRANTED_EVALUATED_ON,
    GRANTED_FIELDS
};

/* One question: a need, and what its matter is compared with. */
struct inquiry {
    const struct deriver *deriver;
    const struct task *task;
    const struct power_need *need;
    bool may_be_named; /* the task may still say which matter it means: then only what fits every matter is certain */
    struct str text;   /* folded: the need's own matter, else the task's title; folded only when asked for */
    bool has_text;
    bool ok; /* memory did not run out */
};

static struct str inquiry_text(struct inquiry *inquiry) {
    if (inquiry->has_text) return inquiry->text;
    bool own = inquiry->need->matter.length > 0;
    inquiry->text = utf8_fold(inquiry->deriver->arena, own ? inquiry->need->matter : task_text(inquiry->task, FACT_ID_TITLE));
    if (!inquiry->text.at) inquiry->ok = false;
    inquiry->has_text = true;
    return inquiry->text;
}

/* A need that names its matter must be that matter; one that does not is about the item, or what the title says. */
static bool matter_fits_text(struct inquiry *inquiry, struct str folded) {
    struct str text = inquiry_text(inquiry);
    if (!inquiry->ok) return false;
    if (power_matter_in_text(folded, text)) return true;
    return inquiry->need->matter.length > 0 && str_find(folded, text) >= 0;
}

static bool is_bound_to(const struct power_held *held, struct str item) {
    for (size_t i = 0; i < held->items.count; i++)
        if (str_equal(held->items.at[i], item)) return true;
    return false;
}

/* Whether the matter of an entry is what the need, the item or the title speaks of. */
static bool entry_fits_words(struct inquiry *inquiry, size_t entry) {
    const struct deriver *deriver = inquiry->deriver;
    const int item = deriver->match->item;
    if (inquiry->need->matter.length == 0 && item >= 0 &&
        power_cache_fits(deriver->powers, deriver->plan->list, entry, item, &inquiry->ok))
        return true;
    return inquiry->ok && matter_fits_text(inquiry, power_cache_matter(deriver->powers, entry));
}

static enum holding entry_fits(struct inquiry *inquiry, size_t entry) {
    const struct list *list = inquiry->deriver->plan->list;
    const struct power_held *held = &list->powers[entry];
    const int item = inquiry->deriver->match->item;
    if (held->items.count > 0) return item >= 0 && is_bound_to(held, list->items[item].id) ? HOLDING_YES : HOLDING_NO;
    if (held->power.matter.length == 0) return HOLDING_YES;
    if (inquiry->may_be_named) return HOLDING_MAYBE;
    return entry_fits_words(inquiry, entry) ? HOLDING_YES : HOLDING_NO;
}

/* A power as somebody says to have it; days are DAY_NONE when open or not said. */
struct title_to_power {
    int power, mode;
    bool has_decision;
    int32_t published_on;
    struct validity validity;
};

/* A penalty that is not the township's by statute needs a decision or mandate, and its publication. */
static bool is_well_founded(const struct vocabulary *vocabulary, const struct title_to_power *title) {
    bool by_decision = title->mode == vocabulary->delegated || title->mode == vocabulary->entrusted;
    if (title->power != vocabulary->penalty || !by_decision) return true;
    return title->has_decision && title->published_on != DAY_NONE;
}

/* Whether it counts on the day. */
static bool is_lawful(const struct vocabulary *vocabulary, const struct title_to_power *title, int32_t day) {
    if (!validity_holds(title->validity, day) || title->mode == vocabulary->recalled) return false;
    if (title->power == vocabulary->coercion && title->mode == vocabulary->entrusted) return false;
    bool is_published_later = title->published_on != DAY_NONE && title->published_on > day;
    return !is_published_later && is_well_founded(vocabulary, title);
}

static bool entry_is_lawful(const struct deriver *deriver, const struct power_held *held) {
    const struct title_to_power title = {held->power.power, held->mode, held->decision.length > 0, held->published_on,
                                         held->validity};
    return is_lawful(&deriver->plan->vocabulary, &title, deriver->day);
}

/* Whether an entry is given to a township. Empty: none is named, and one that may yet be named may lie outside the list. */
static enum holding entry_covers(const struct inquiry *inquiry, const struct power_held *held, struct str township) {
    bool is_for_all = held->townships.count == 0;
    if (township.length == 0) return is_for_all && task_knows(inquiry->task, FACT_ID_TOWNSHIPS) ? HOLDING_YES : HOLDING_MAYBE;
    if (is_for_all) return list_find_township(inquiry->deriver->plan->list, township) >= 0 ? HOLDING_YES : HOLDING_NO;
    for (size_t i = 0; i < held->townships.count; i++)
        if (str_equal(held->townships.at[i], township)) return HOLDING_YES;
    return HOLDING_NO;
}

static enum holding weaker(enum holding a, enum holding b) { return a < b ? a : b; }
static enum holding stronger(enum holding a, enum holding b) { return a > b ? a : b; }

/* How the register covers one township, or "" when none is named. */
static enum holding register_holding(struct inquiry *inquiry, struct str township) {
    const struct list *list = inquiry->deriver->plan->list;
    enum holding best = HOLDING_NO;
    for (size_t i = 0; i < list->power_count && best != HOLDING_YES; i++) {
        const struct power_held *held = &list->powers[i];
        if (held->power.power != inquiry->need->power || !entry_is_lawful(inquiry->deriver, held)) continue;
        enum holding covers = entry_covers(inquiry, held, township);
        if (covers != HOLDING_NO) best = stronger(best, weaker(covers, entry_fits(inquiry, i)));
    }
    return best;
}

/* The weakest holding among the addressed townships. */
static enum holding register_holding_of_all(struct inquiry *inquiry) {
    const struct task *task = inquiry->task;
    if (!task_given(task, FACT_ID_TOWNSHIPS) || task->value[FACT_ID_TOWNSHIPS].count == 0)
        return register_holding(inquiry, STR(""));
    const struct value *names = &task->value[FACT_ID_TOWNSHIPS];
    enum holding worst = HOLDING_YES;
    for (size_t i = 0; i < names->count && worst != HOLDING_NO; i++)
        worst = weaker(worst, register_holding(inquiry, value_text(&names->items[i])));
    return worst;
}

static int32_t row_day(const struct value *value) { return value->state == VALUE_GIVEN ? (int32_t)value->number : DAY_NONE; }

static bool is_given(const struct value *value) { return value->state == VALUE_GIVEN; }

/* Whether a row is about the need's power and matter. */
static enum holding row_fits(struct inquiry *inquiry, const struct value *row) {
    const struct value *matter = &row[GRANTED_MATTER];
    enum holding best = is_given(&row[GRANTED_POWER]) ? HOLDING_YES : HOLDING_MAYBE;
    if (best == HOLDING_YES && row[GRANTED_POWER].number != inquiry->need->power) return HOLDING_NO;
    if (!is_given(matter) || matter->count == 0) return best;
    if (inquiry->may_be_named) return HOLDING_MAYBE;
    struct str folded = utf8_fold(inquiry->deriver->arena, value_text(matter));
    if (!folded.at) inquiry->ok = false;
    return inquiry->ok && matter_fits_text(inquiry, folded) ? best : HOLDING_NO;
}

/* Whether a row counts on the day. A field that was left out makes it a maybe where it would decide. */
static enum holding row_counts(const struct inquiry *inquiry, const struct value *row) {
    const struct vocabulary *vocabulary = &inquiry->deriver->plan->vocabulary;
    const int32_t day = inquiry->deriver->day;
    struct title_to_power title = {.power = inquiry->need->power,
                                   .mode = is_given(&row[GRANTED_MODE]) ? (int)row[GRANTED_MODE].number : -1,
                                   .has_decision = is_given(&row[GRANTED_DECISION]) && row[GRANTED_DECISION].count > 0,
                                   .published_on = row_day(&row[GRANTED_PUBLISHED_ON]),
                                   .validity = {row_day(&row[GRANTED_VALID_FROM]), row_day(&row[GRANTED_VALID_TO])}};
    if (is_lawful(vocabulary, &title, day)) return is_given(&row[GRANTED_MODE]) ? HOLDING_YES : HOLDING_MAYBE;
    if (row[GRANTED_DECISION].state == VALUE_ABSENT) title.has_decision = true;
    if (row[GRANTED_PUBLISHED_ON].state == VALUE_ABSENT) title.published_on = day;
    return is_lawful(vocabulary, &title, day) ? HOLDING_MAYBE : HOLDING_NO;
}

static enum holding granted_holding(struct inquiry *inquiry) {
    const struct task *task = inquiry->task;
    if (!task_knows(task, FACT_ID_POWERS_GRANTED)) return HOLDING_MAYBE;
    if (!task_given(task, FACT_ID_POWERS_GRANTED)) return HOLDING_NO;
    const struct value *rows = &task->value[FACT_ID_POWERS_GRANTED];
    enum holding best = HOLDING_NO;
    for (size_t i = 0; i < rows->count && best != HOLDING_YES; i++) {
        const struct value *row = &rows->items[i * GRANTED_FIELDS];
        best = stronger(best, weaker(row_fits(inquiry, row), row_counts(inquiry, row)));
    }
    return best;
}

bool power_holding(const struct deriver *deriver, const struct task *task, const struct power_need *need, enum holding *out,
                   struct fact_set *missing) {
    struct inquiry inquiry = {.deriver = deriver, .task = task, .need = need, .ok = true};
    inquiry.may_be_named = need->matter.length == 0 && !task_knows(task, FACT_ID_POWERS_REQUIRED);
    enum holding by_list = register_holding_of_all(&inquiry);
    enum holding with_task = by_list == HOLDING_YES ? HOLDING_NO : granted_holding(&inquiry);
    *out = stronger(by_list, with_task);
    if (*out != HOLDING_MAYBE) return inquiry.ok;
    if (inquiry.may_be_named) fact_set_add(missing, FACT_ID_POWERS_REQUIRED);
    if (by_list == HOLDING_MAYBE && !task_knows(task, FACT_ID_TOWNSHIPS)) fact_set_add(missing, FACT_ID_TOWNSHIPS);
    if (with_task == HOLDING_MAYBE) fact_set_add(missing, FACT_ID_POWERS_GRANTED);
    return inquiry.ok;
}
