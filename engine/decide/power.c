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
    uint64_t *pairs; /* of the register's matters: those in `text`; NULL until asked for */
    bool ok;         /* memory did not run out */
};

static struct str inquiry_text(struct inquiry *inquiry) {
    if (inquiry->has_text) return inquiry->text;
    bool own = inquiry->need->matter.length > 0;
    inquiry->text = utf8_fold(inquiry->deriver->arena, own ? inquiry->need->matter : task_text(inquiry->task, FACT_ID_TITLE));
    if (!inquiry->text.at) inquiry->ok = false;
    inquiry->has_text = true;
    return inquiry->text;
}

/* A need may say more narrowly what a power is about. */
static bool is_part_of(const struct inquiry *inquiry, struct str folded) {
    return inquiry->need->matter.length > 0 && str_find(folded, inquiry->text) >= 0;
}

/* Whether some register entry of `word`, the set's word number `at`, is about what the need or the title speaks of. */
static bool any_fits_text(struct inquiry *inquiry, size_t at, uint64_t word) {
    const struct power_index *index = &inquiry->deriver->plan->powers;
    const struct str text = inquiry_text(inquiry);
    if (!inquiry->pairs) {
        inquiry->pairs = arena_take(inquiry->deriver->arena, matters_set_words(&index->matters) * sizeof *inquiry->pairs);
        if (!inquiry->pairs) inquiry->ok = false;
        if (inquiry->ok) matters_scan(&index->matters, text, inquiry->pairs);
    }
    for (; inquiry->ok && word != 0; word &= word - 1) {
        const uint32_t matter = index->matter_of[at * 64 + (size_t)__builtin_ctzll(word)];
        if (matters_found(&index->matters, matter, text, inquiry->pairs)) return true;
        if (is_part_of(inquiry, index->matters.folded[matter])) return true;
    }
    return false;
}

static enum holding weaker(enum holding a, enum holding b) { return a < b ? a : b; }
static enum holding stronger(enum holding a, enum holding b) { return a > b ? a : b; }

/* The sets of register entries that answer one inquiry. */
struct answering {
    const uint64_t *of_power, *lawful;
    const uint64_t *of_item; /* bound to the item, or about its words; NULL: no item */
};

/* How the entries of `covering` hold the need. */
static enum holding holding_among(struct inquiry *inquiry, const struct answering *sets, const uint64_t *covering) {
    const struct power_index *index = &inquiry->deriver->plan->powers;
    const bool by_words = inquiry->need->matter.length == 0 && !inquiry->may_be_named;
    enum holding best = HOLDING_NO;
    for (size_t i = 0; i < index->words && inquiry->ok; i++) {
        const uint64_t of_item = sets->of_item ? sets->of_item[i] & (index->bound[i] | (by_words ? index->worded[i] : 0)) : 0;
        const uint64_t all = sets->of_power[i] & sets->lawful[i] & covering[i];
        if (all & (of_item | ~(index->bound[i] | index->worded[i]))) return HOLDING_YES;
        const uint64_t worded = all & index->worded[i];
        if (worded == 0) continue;
        if (inquiry->may_be_named)
            best = HOLDING_MAYBE;
        else if (any_fits_text(inquiry, i, worded))
            return HOLDING_YES;
    }
    return best;
}

/* When no township is named, one that may yet be may lie outside the list; and what is given to some may reach it. */
static enum holding register_holding_of_none(struct inquiry *inquiry, const struct answering *sets) {
    const struct power_index *index = &inquiry->deriver->plan->powers;
    enum holding for_all = HOLDING_NO;
    if (task_knows(inquiry->task, FACT_ID_TOWNSHIPS)) for_all = holding_among(inquiry, sets, index->for_all);
    if (for_all == HOLDING_YES) return HOLDING_YES;
    return stronger(for_all, weaker(HOLDING_MAYBE, holding_among(inquiry, sets, index->every)));
}

/* How the register covers the weakest of the addressed townships. */
static enum holding register_holding(struct inquiry *inquiry) {
    const struct deriver *deriver = inquiry->deriver;
    const struct task *task = inquiry->task;
    struct answering sets = {power_index_of(&deriver->plan->powers, inquiry->need->power),
                             power_cache_lawful(deriver->powers, deriver->day), NULL};
    if (deriver->match->item >= 0) {
        sets.of_item = power_cache_fits(deriver->powers, deriver->match->item);
        if (!sets.of_item) inquiry->ok = false;
    }
    if (!task_given(task, FACT_ID_TOWNSHIPS) || task->value[FACT_ID_TOWNSHIPS].count == 0)
        return register_holding_of_none(inquiry, &sets);
    const struct value *names = &task->value[FACT_ID_TOWNSHIPS];
    enum holding worst = HOLDING_YES;
    for (size_t i = 0; i < names->count && worst != HOLDING_NO; i++) {
        const int township = list_find_township(deriver->plan->list, value_text(&names->items[i]));
        worst = township < 0
                    ? HOLDING_NO
                    : weaker(worst, holding_among(inquiry, &sets, power_index_township(&deriver->plan->powers, township)));
    }
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
    const struct str text = inquiry_text(inquiry);
    return inquiry->ok && (matters_is_in(folded, text) || is_part_of(inquiry, folded)) ? best : HOLDING_NO;
}

/* Whether a row counts on the day. A field that was left out makes it a maybe where it would decide. */
static enum holding row_counts(const struct inquiry *inquiry, const struct value *row) {
    const struct vocabulary *vocabulary = &inquiry->deriver->plan->vocabulary;
    const int32_t day = inquiry->deriver->day;
    struct power_title title = {.power = inquiry->need->power,
                                .mode = is_given(&row[GRANTED_MODE]) ? (int)row[GRANTED_MODE].number : -1,
                                .has_decision = is_given(&row[GRANTED_DECISION]) && row[GRANTED_DECISION].count > 0,
                                .published_on = row_day(&row[GRANTED_PUBLISHED_ON]),
                                .validity = {row_day(&row[GRANTED_VALID_FROM]), row_day(&row[GRANTED_VALID_TO])}};
    if (power_title_counts(vocabulary, &title, day)) return is_given(&row[GRANTED_MODE]) ? HOLDING_YES : HOLDING_MAYBE;
    if (row[GRANTED_DECISION].state == VALUE_ABSENT) title.has_decision = true;
    if (row[GRANTED_PUBLISHED_ON].state == VALUE_ABSENT) title.published_on = day;
    return power_title_counts(vocabulary, &title, day) ? HOLDING_MAYBE : HOLDING_NO;
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
    enum holding by_list = register_holding(&inquiry);
    enum holding with_task = by_list == HOLDING_YES ? HOLDING_NO : granted_holding(&inquiry);
    *out = stronger(by_list, with_task);
    if (*out != HOLDING_MAYBE) return inquiry.ok;
    if (inquiry.may_be_named) fact_set_add(missing, FACT_ID_POWERS_REQUIRED);
    if (by_list == HOLDING_MAYBE && !task_knows(task, FACT_ID_TOWNSHIPS)) fact_set_add(missing, FACT_ID_TOWNSHIPS);
    if (with_task == HOLDING_MAYBE) fact_set_add(missing, FACT_ID_POWERS_GRANTED);
    return inquiry.ok;
}
