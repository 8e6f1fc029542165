/* derive_power.c - which powers the task needs, and which of them the township lawfully holds that day. */
#include <decide/power.h>

/* Fields of a row, in the order of fact.def; a test compares the names. */
enum { REQUIRED_POWER, REQUIRED_MATTER, REQUIRED_FIELDS };

/* The powers a task needs, while they are gathered. */
struct needs {
    struct power_need *at;
    size_t count;
    bool is_open;            /* there may be more */
    struct fact_set missing; /* the facts that would tell */
};

/* A power without matter says nothing new beside one of the same kind. */
static void needs_add(struct needs *needs, int power, struct str matter) {
    for (size_t i = 0; i < needs->count; i++)
        if (needs->at[i].power == power && (matter.length == 0 || str_equal(needs->at[i].matter, matter))) return;
    needs->at[needs->count++] = (struct power_need){power, matter};
}

static void needs_doubt(struct needs *needs, enum fact_id fact) {
    needs->is_open = true;
    fact_set_add(&needs->missing, fact);
}

static void gather_required(struct needs *needs, const struct task *task) {
    if (!task_knows(task, FACT_ID_POWERS_REQUIRED)) needs_doubt(needs, FACT_ID_POWERS_REQUIRED);
    if (!task_given(task, FACT_ID_POWERS_REQUIRED)) return;
    const struct value *rows = &task->value[FACT_ID_POWERS_REQUIRED];
    for (size_t i = 0; i < rows->count; i++) {
        const struct value *row = &rows->items[i * REQUIRED_FIELDS];
        if (row[REQUIRED_POWER].state == VALUE_GIVEN)
            needs_add(needs, (int)row[REQUIRED_POWER].number,
                      row[REQUIRED_MATTER].state == VALUE_GIVEN ? value_text(&row[REQUIRED_MATTER]) : STR(""));
        else
            needs_doubt(needs, FACT_ID_POWERS_REQUIRED);
    }
}

static void gather_implied(struct needs *needs, const struct deriver *deriver, const struct task *task) {
    const struct vocabulary *vocabulary = &deriver->plan->vocabulary;
    if (deriver->match->item >= 0) {
        const struct item *item = &deriver->plan->list->items[deriver->match->item];
        for (size_t i = 0; i < item->power_count; i++) needs_add(needs, item->powers[i].power, item->powers[i].matter);
    }
    if (!task_knows(task, FACT_ID_KIND)) needs_doubt(needs, FACT_ID_KIND);
    int power = task_given(task, FACT_ID_KIND) ? vocabulary_kind_power(vocabulary, task->value[FACT_ID_KIND].number) : -1;
    if (power >= 0) needs_add(needs, power, STR(""));
    if (!task_knows(task, FACT_ID_ACTIONS)) needs_doubt(needs, FACT_ID_ACTIONS);
    if (!task_given(task, FACT_ID_ACTIONS)) return;
    const struct value *actions = &task->value[FACT_ID_ACTIONS];
    for (size_t i = 0; i < actions->count; i++) {
        power = vocabulary_action_power(vocabulary, value_text(&actions->items[i]));
        if (power >= 0) needs_add(needs, power, STR(""));
    }
}

static bool gather(struct needs *needs, const struct deriver *deriver, const struct task *task) {
    enum { MAX_IMPLIED = 8 }; /* distinct powers that kinds and actions imply */
    size_t room = MAX_IMPLIED;
    if (task_given(task, FACT_ID_POWERS_REQUIRED)) room += task->value[FACT_ID_POWERS_REQUIRED].count;
    if (deriver->match->item >= 0) room += deriver->plan->list->items[deriver->match->item].power_count;
    needs->at = arena_take(deriver->arena, room * sizeof *needs->at);
    if (!needs->at) return false;
    gather_required(needs, task);
    gather_implied(needs, deriver, task);
    return true;
}

/* "penalty", or "penalty:matter". */
static bool power_text(const struct deriver *deriver, const struct power_need *need, struct str *out) {
    struct str name = deriver->plan->vocabulary.powers.at[need->power].name;
    *out = name;
    if (need->matter.length == 0) return true;
    char *text = arena_take(deriver->arena, name.length + 1 + need->matter.length);
    if (!text) return false;
    memcpy(text, name.at, name.length);
    text[name.length] = ':';
    memcpy(text + name.length + 1, need->matter.at, need->matter.length);
    *out = (struct str){text, name.length + 1 + need->matter.length};
    return true;
}

static bool texts_take(struct arena *arena, size_t room, struct texts *out) {
    *out = (struct texts){arena_take(arena, room * sizeof(struct str)), 0};
    return out->at != NULL;
}

/* Texts as a list value, with every further power behind them when `with_all`. False when memory ran out. */
static bool list_value(const struct deriver *deriver, struct texts texts, bool with_all, struct value *out) {
    struct choices all = deriver->plan->vocabulary.powers;
    size_t room = texts.count + (with_all ? all.count : 0);
    *out = (struct value){.state = VALUE_NONE};
    if (room == 0) return true;
    struct value *items = arena_take(deriver->arena, room * sizeof *items);
    if (!items) return false;
    size_t count = 0;
    for (size_t i = 0; i < texts.count; i++) items[count++] = value_of_text(texts.at[i]);
    for (size_t i = 0; with_all && i < all.count; i++) {
        size_t same = 0;
        while (same < texts.count && !str_equal(texts.at[same], all.at[i].name)) same++;
        if (same == texts.count) items[count++] = value_of_text(all.at[i].name);
    }
    *out = (struct value){.items = items, .count = (uint32_t)count, .state = VALUE_GIVEN};
    return true;
}

/* The three facts as one end of what is possible. */
struct end {
    struct value needed, held, missing;
};

static void set_exact(struct task *task, const struct end *end) {
    task_set(task, FACT_ID_POWERS_NEEDED, end->needed);
    task_set(task, FACT_ID_POWERS_HELD, end->held);
    task_set(task, FACT_ID_POWERS_MISSING, end->missing);
}

static void set_bounds(struct task *task, struct derived *out, enum fact_id fact, struct bounds bounds,
                       const struct fact_set *missing) {
    fact_set_drop(&task->known, fact);
    fact_set_add(&out->bounded, fact);
    out->bounds[fact - FIRST_DERIVED] = bounds;
    out->missing[fact - FIRST_DERIVED] = *missing;
}

/* Nothing needs a power so far as told: the common case of papers that do not speak of powers. */
static void set_none_so_far(struct task *task, struct derived *out, const struct needs *needs) {
    const struct value none = {.state = VALUE_NONE};
    if (!needs->is_open) {
        set_exact(task, &(struct end){none, none, none});
        return;
    }
    for (size_t fact = FACT_ID_POWERS_NEEDED; fact <= FACT_ID_POWERS_MISSING; fact++) {
        fact_set_drop(&task->known, fact);
        out->missing[fact - FIRST_DERIVED] = needs->missing;
    }
}

/* Sorts the needed powers by how they are held. False when memory ran out. */
static bool sort_needs(const struct deriver *deriver, const struct task *task, struct needs *needs, struct texts by_holding[3],
                       struct texts *all) {
    if (!texts_take(deriver->arena, needs->count, all)) return false;
    for (size_t i = 0; i < 3; i++)
        if (!texts_take(deriver->arena, needs->count, &by_holding[i])) return false;
    for (size_t i = 0; i < needs->count; i++) {
        struct str text;
        enum holding holding;
        if (!power_text(deriver, &needs->at[i], &text) ||
            !power_holding(deriver, task, &needs->at[i], &holding, &needs->missing))
            return false;
        all->at[all->count++] = text;
        by_holding[holding].at[by_holding[holding].count++] = text;
    }
    return true;
}

/* `first` followed by `second`. */
static bool texts_join(struct arena *arena, struct texts first, struct texts second, struct texts *out) {
    if (second.count == 0 || first.count == 0) {
        *out = second.count == 0 ? first : second;
        return true;
    }
    if (!texts_take(arena, first.count + second.count, out)) return false;
    memcpy(out->at, first.at, first.count * sizeof *first.at);
    memcpy(out->at + first.count, second.at, second.count * sizeof *second.at);
    out->count = first.count + second.count;
    return true;
}

/* The end that asks least of what came with the task: what may be held is held. */
static bool low_end(const struct deriver *deriver, const struct derived *out, const struct texts sorted[3], struct end *low) {
    struct texts held;
    return texts_join(deriver->arena, sorted[HOLDING_YES], sorted[HOLDING_MAYBE], &held) &&
           list_value(deriver, out->needed, false, &low->needed) && list_value(deriver, held, false, &low->held) &&
           list_value(deriver, sorted[HOLDING_NO], false, &low->missing);
}

/* The other end: what may be lacking is lacking, and where more may be needed every power is. */
static bool high_end(const struct deriver *deriver, const struct derived *out, const struct texts sorted[3], bool is_open,
                     struct end *high) {
    struct texts missing;
    return texts_join(deriver->arena, sorted[HOLDING_NO], sorted[HOLDING_MAYBE], &missing) &&
           list_value(deriver, out->needed, is_open, &high->needed) &&
           list_value(deriver, sorted[HOLDING_YES], false, &high->held) &&
           list_value(deriver, missing, is_open, &high->missing);
}

/* Sets the three facts of a task that needs powers: exactly, or by their ends. */
static bool set_needs(const struct deriver *deriver, struct needs *needs, struct task *task, struct derived *out) {
    const struct fact_set open = needs->missing;
    struct texts sorted[3];
    struct end low, high;
    if (!sort_needs(deriver, task, needs, sorted, &out->needed) || !low_end(deriver, out, sorted, &low)) return false;
    out->held = sorted[HOLDING_YES];
    out->lacking = sorted[HOLDING_NO];
    if (!needs->is_open && sorted[HOLDING_MAYBE].count == 0) {
        set_exact(task, &low);
        return true;
    }
    if (!high_end(deriver, out, sorted, needs->is_open, &high)) return false;
    task_set(task, FACT_ID_POWERS_NEEDED, low.needed);
    if (needs->is_open) set_bounds(task, out, FACT_ID_POWERS_NEEDED, (struct bounds){low.needed, high.needed}, &open);
    set_bounds(task, out, FACT_ID_POWERS_HELD, (struct bounds){low.held, high.held}, &needs->missing);
    set_bounds(task, out, FACT_ID_POWERS_MISSING, (struct bounds){low.missing, high.missing}, &needs->missing);
    return true;
}

bool derive_powers(const struct deriver *deriver, struct task *task, struct derived *out) {
    struct needs needs = {0};
    out->needed = out->held = out->lacking = (struct texts){NULL, 0};
    if (!gather(&needs, deriver, task)) return false;
    out->power_needs = needs.at;
    out->power_need_count = needs.count;
    if (needs.count > 0) return set_needs(deriver, &needs, task, out);
    set_none_so_far(task, out, &needs);
    return true;
}
