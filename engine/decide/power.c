#include <base/alloc.h>
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

struct power_cache {
    struct arena arena;
    struct arena scratch;
    struct str *matters;    /* folded, one a register entry */
    size_t words;           /* of 64 register entries each */
    uint64_t *fits;         /* `words` an item: the entry's matter is found in the item's words */
    unsigned char *is_read; /* an item's row is filled */
};

quanze_status power_cache_open(const struct plan *plan, struct power_cache **out, struct quanze_error *error) {
    const struct list *list = plan->list;
    struct power_cache *cache = alloc_new(sizeof *cache);
    if (!cache) return error_memory(error);
    cache->words = (list->power_count + 63) / 64;
    cache->fits = alloc_new(list->item_count * cache->words * sizeof *cache->fits + 1);
    cache->is_read = alloc_new(list->item_count + 1);
    cache->matters = arena_take_array(&cache->arena, list->power_count, sizeof *cache->matters);
    bool ok = cache->fits && cache->is_read && cache->matters;
    for (size_t i = 0; ok && i < list->power_count; i++) {
        cache->matters[i] = utf8_fold(&cache->arena, list->powers[i].power.matter);
        ok = cache->matters[i].at != NULL;
    }
    if (!ok) {
        power_cache_close(cache);
        return error_memory(error);
    }
    *out = cache;
    return QUANZE_OK;
}

void power_cache_close(struct power_cache *cache) {
    if (!cache) return;
    arena_free(&cache->arena);
    arena_free(&cache->scratch);
    alloc_free(cache->fits);
    alloc_free(cache->is_read);
    alloc_free(cache);
}

/* Whether a folded matter is found in a folded text: as it stands, or two thirds of its pairs of characters. */
static bool matter_in_text(struct str matter, struct str text) {
    if (matter.length == 0) return true;
    if (str_find(text, matter) >= 0) return true;
    size_t pairs = 0, found = 0, start = 0, middle = 0;
    utf8_next(matter, &middle);
    for (size_t end = middle; utf8_next(matter, &end) >= 0;) {
        pairs++;
        if (str_find(text, (struct str){matter.at + start, end - start}) >= 0) found++;
        start = middle;
        middle = end;
    }
    return pairs > 0 && found * 3 >= pairs * 2;
}

/* Name, aliases and duties of an item, folded, a stroke between them. `at` is NULL when memory ran out. */
static struct str item_words(struct arena *arena, const struct item *item) {
    const struct str nothing = {NULL, 0};
    size_t length = item->name.length + item->township_duty.length + item->department_duty.length + 3;
    for (size_t i = 0; i < item->aliases.count; i++) length += item->aliases.at[i].length + 1;
    char *at = arena_take(arena, length), *end = at;
    if (!at) return nothing;
    const struct str parts[] = {item->name, item->township_duty, item->department_duty};
    for (size_t i = 0; i < 3 + item->aliases.count; i++) {
        struct str part = i < 3 ? parts[i] : item->aliases.at[i - 3];
        if (part.length > 0) memcpy(end, part.at, part.length);
        end += part.length;
        *end++ = '|';
    }
    return utf8_fold(arena, (struct str){at, length});
}

/* Whether entry `entry` of the register fits the words of `item`. False in `ok` when memory ran out. */
static bool entry_fits_item(struct power_cache *cache, const struct list *list, size_t entry, int item, bool *ok) {
    uint64_t *row = &cache->fits[(size_t)item * cache->words];
    if (!cache->is_read[item]) {
        arena_reset(&cache->scratch);
        struct str words = item_words(&cache->scratch, &list->items[item]);
        if (!words.at) {
            *ok = false;
            return false;
        }
        for (size_t i = 0; i < list->power_count; i++)
            if (matter_in_text(cache->matters[i], words)) row[i / 64] |= UINT64_C(1) << (i % 64);
        cache->is_read[item] = 1;
    }
    return (row[entry / 64] >> (entry % 64)) & 1;
}

/* One question: a need, and what its matter is compared with. */
struct inquiry {
    const struct deriver *deriver;
    const struct task *task;
    const struct power_need *need;
    struct str text; /* folded: the need's own matter, else the task's title; folded only when asked for */
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
    if (matter_in_text(folded, text)) return true;
    return inquiry->need->matter.length > 0 && str_find(folded, text) >= 0;
}

static bool is_bound_to(const struct power_held *held, struct str item) {
    for (size_t i = 0; i < held->items.count; i++)
        if (str_equal(held->items.at[i], item)) return true;
    return false;
}

static bool entry_fits(struct inquiry *inquiry, size_t entry) {
    const struct deriver *deriver = inquiry->deriver;
    const struct list *list = deriver->plan->list;
    const struct power_held *held = &list->powers[entry];
    const int item = deriver->match->item;
    if (held->items.count > 0) return item >= 0 && is_bound_to(held, list->items[item].id);
    if (held->power.matter.length == 0) return true;
    if (inquiry->need->matter.length == 0 && item >= 0 && entry_fits_item(deriver->powers, list, entry, item, &inquiry->ok))
        return true;
    return inquiry->ok && matter_fits_text(inquiry, deriver->powers->matters[entry]);
}

/* A power as somebody says to have it; days are DAY_NONE when open or not said. */
struct title_to_power {
    int power, mode;
    bool has_decision;
    int32_t published_on;
    struct validity validity;
};

/* Whether it counts on the day. */
static bool is_lawful(const struct vocabulary *vocabulary, const struct title_to_power *title, int32_t day) {
    if (!validity_holds(title->validity, day) || title->mode == vocabulary->recalled) return false;
    if (title->power == vocabulary->coercion && title->mode == vocabulary->entrusted) return false;
    if (title->published_on != DAY_NONE && title->published_on > day) return false;
    bool by_decision = title->mode == vocabulary->delegated || title->mode == vocabulary->entrusted;
    if (title->power == vocabulary->penalty && by_decision) return title->has_decision && title->published_on != DAY_NONE;
    return true;
}

static bool entry_is_lawful(const struct deriver *deriver, const struct power_held *held) {
    const struct title_to_power title = {held->power.power, held->mode, held->decision.length > 0, held->published_on,
                                         held->validity};
    return is_lawful(&deriver->plan->vocabulary, &title, deriver->day);
}

static bool is_given_to(const struct list *list, const struct power_held *held, struct str township) {
    if (held->townships.count == 0) return list_find_township(list, township) >= 0;
    for (size_t i = 0; i < held->townships.count; i++)
        if (str_equal(held->townships.at[i], township)) return true;
    return false;
}

/* How the register covers one township; empty: none is named, and one that may yet be named may lie outside the list.
 * `any_matter`: whatever the matter is. */
static enum holding register_holding(struct inquiry *inquiry, struct str township, bool any_matter) {
    const struct deriver *deriver = inquiry->deriver;
    const struct list *list = deriver->plan->list;
    enum holding best = HOLDING_NO;
    for (size_t i = 0; i < list->power_count && best != HOLDING_YES; i++) {
        const struct power_held *held = &list->powers[i];
        if (held->power.power != inquiry->need->power || !entry_is_lawful(deriver, held)) continue;
        if (township.length > 0 && !is_given_to(list, held, township)) continue;
        if (!any_matter && !entry_fits(inquiry, i)) continue;
        bool is_certain = township.length > 0 || (held->townships.count == 0 && task_knows(inquiry->task, FACT_ID_TOWNSHIPS));
        best = is_certain ? HOLDING_YES : HOLDING_MAYBE;
    }
    return best;
}

/* The weakest holding among the addressed townships. */
static enum holding register_holding_of_all(struct inquiry *inquiry, bool any_matter) {
    const struct task *task = inquiry->task;
    if (!task_given(task, FACT_ID_TOWNSHIPS) || task->value[FACT_ID_TOWNSHIPS].count == 0)
        return register_holding(inquiry, STR(""), any_matter);
    const struct value *names = &task->value[FACT_ID_TOWNSHIPS];
    enum holding worst = HOLDING_YES;
    for (size_t i = 0; i < names->count && worst != HOLDING_NO; i++) {
        enum holding holding = register_holding(inquiry, value_text(&names->items[i]), any_matter);
        if (holding < worst) worst = holding;
    }
    return worst;
}

static int32_t row_day(const struct value *value) { return value->state == VALUE_GIVEN ? (int32_t)value->number : DAY_NONE; }

/* One row of powers.granted. A field that was left out makes it a maybe where it would decide. */
static enum holding row_holding(struct inquiry *inquiry, const struct value *row) {
    const struct vocabulary *vocabulary = &inquiry->deriver->plan->vocabulary;
    if (row[GRANTED_POWER].state == VALUE_GIVEN && row[GRANTED_POWER].number != inquiry->need->power) return HOLDING_NO;
    const struct value *matter = &row[GRANTED_MATTER];
    if (matter->state == VALUE_GIVEN && matter->count > 0) {
        struct str folded = utf8_fold(inquiry->deriver->arena, value_text(matter));
        if (!folded.at) inquiry->ok = false;
        if (!inquiry->ok || !matter_fits_text(inquiry, folded)) return HOLDING_NO;
    }
    struct title_to_power title = {.power = inquiry->need->power,
                                   .mode = row[GRANTED_MODE].state == VALUE_GIVEN ? (int)row[GRANTED_MODE].number : -1,
                                   .has_decision =
                                       row[GRANTED_DECISION].state == VALUE_GIVEN && row[GRANTED_DECISION].count > 0,
                                   .published_on = row_day(&row[GRANTED_PUBLISHED_ON]),
                                   .validity = {row_day(&row[GRANTED_VALID_FROM]), row_day(&row[GRANTED_VALID_TO])}};
    bool is_vague = row[GRANTED_POWER].state != VALUE_GIVEN || row[GRANTED_MODE].state != VALUE_GIVEN;
    if (is_lawful(vocabulary, &title, inquiry->deriver->day)) return is_vague ? HOLDING_MAYBE : HOLDING_YES;
    if (row[GRANTED_DECISION].state == VALUE_ABSENT) title.has_decision = true;
    if (row[GRANTED_PUBLISHED_ON].state == VALUE_ABSENT) title.published_on = inquiry->deriver->day;
    return is_lawful(vocabulary, &title, inquiry->deriver->day) ? HOLDING_MAYBE : HOLDING_NO;
}

static enum holding granted_holding(struct inquiry *inquiry) {
    const struct task *task = inquiry->task;
    if (!task_knows(task, FACT_ID_POWERS_GRANTED)) return HOLDING_MAYBE;
    if (!task_given(task, FACT_ID_POWERS_GRANTED)) return HOLDING_NO;
    const struct value *rows = &task->value[FACT_ID_POWERS_GRANTED];
    enum holding best = HOLDING_NO;
    for (size_t i = 0; i < rows->count && best != HOLDING_YES; i++) {
        enum holding holding = row_holding(inquiry, &rows->items[i * GRANTED_FIELDS]);
        if (holding > best) best = holding;
    }
    return best;
}

bool power_holding(const struct deriver *deriver, const struct task *task, const struct power_need *need, enum holding *out,
                   struct fact_set *missing) {
    struct inquiry inquiry = {.deriver = deriver, .task = task, .need = need, .ok = true};
    enum holding by_list = register_holding_of_all(&inquiry, false);
    /* The task may still say which matter it means, and the register may hold that one. */
    bool may_be_named = need->matter.length == 0 && !task_knows(task, FACT_ID_POWERS_REQUIRED);
    if (by_list == HOLDING_NO && may_be_named && register_holding_of_all(&inquiry, true) != HOLDING_NO) {
        by_list = HOLDING_MAYBE;
        fact_set_add(missing, FACT_ID_POWERS_REQUIRED);
    }
    enum holding with_task = by_list == HOLDING_YES ? HOLDING_NO : granted_holding(&inquiry);
    *out = by_list > with_task ? by_list : with_task;
    if (*out == HOLDING_MAYBE) {
        if (by_list == HOLDING_MAYBE && !task_knows(task, FACT_ID_TOWNSHIPS)) fact_set_add(missing, FACT_ID_TOWNSHIPS);
        if (with_task == HOLDING_MAYBE) fact_set_add(missing, FACT_ID_POWERS_GRANTED);
    }
    return inquiry.ok;
}
