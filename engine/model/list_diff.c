#include <base/utf8.h>
#include <model/list_diff.h>
#include <model/names.h>

/* Pairs compared word by word at most: beyond it, an item under a new name counts as dropped and added. */
enum { MAX_PAIRS = 16 * 1000 * 1000 };

/* Shares of the signs that two names have in common, in percent. */
enum { ALIKE_BY_ID = 35, ALIKE_BY_NAME = 65 };

/* One list, made ready. */
struct side {
    struct list_on on;
    struct str *names; /* folded; empty for items that are not in force */
    int *partner;      /* item of the other list, -1 = none yet */
};

static bool is_in_force(struct list_on on, size_t item) {
    return on.day == DAY_NONE || validity_holds(on.list->items[item].validity, on.day);
}

static bool make_side(struct list_on on, struct arena *arena, struct side *side) {
    size_t count = on.list->item_count;
    *side = (struct side){on, arena_take_array(arena, count, sizeof *side->names), arena_take_array(arena, count, sizeof(int))};
    if (!side->names || !side->partner) return false;
    for (size_t i = 0; i < count; i++) {
        side->partner[i] = -1;
        side->names[i] = is_in_force(on, i) ? utf8_fold(arena, on.list->items[i].name) : STR("");
        if (!side->names[i].at) return false;
    }
    return true;
}

static void pair(struct side *before, struct side *after, int old, int new) {
    before->partner[old] = new;
    after->partner[new] = old;
}

static bool is_free(const struct side *side, size_t item) { return side->partner[item] < 0 && side->names[item].length > 0; }

/* Items of the same name: first those of the same kind, then those that moved to another. */
static bool pair_names(struct side *before, struct side *after, bool same_kind, struct arena *arena) {
    struct names index[3];
    for (size_t kind = 0; kind < 3; kind++)
        if (!names_open(&index[kind], before->on.list->item_count, arena)) return false;
    for (size_t i = 0; i < before->on.list->item_count; i++)
        if (is_free(before, i)) names_add(&index[same_kind ? before->on.list->items[i].kind : 0], before->names[i], (int)i);
    for (size_t i = 0; i < after->on.list->item_count; i++) {
        if (!is_free(after, i)) continue;
        int old = names_find(&index[same_kind ? after->on.list->items[i].kind : 0], after->names[i]);
        if (old >= 0 && is_free(before, (size_t)old)) pair(before, after, old, (int)i);
    }
    return true;
}

/* How many of the signs of `a` stand in `b` too, each once. */
static size_t common_signs(struct str a, struct str b) {
    enum { MOST = 64 };
    bool taken[MOST] = {false};
    size_t common = 0, offset = 0;
    for (int32_t sign; (sign = utf8_next(a, &offset)) >= 0;) {
        size_t other = 0, index = 0;
        for (int32_t candidate; index < MOST && (candidate = utf8_next(b, &other)) >= 0; index++) {
            if (candidate != sign || taken[index]) continue;
            taken[index] = true;
            common++;
            break;
        }
    }
    return common;
}

/* Signs in common, in percent of both. */
static size_t likeness(struct str a, struct str b) {
    size_t signs = utf8_length(a) + utf8_length(b);
    return signs ? 200 * common_signs(a, b) / signs : 0;
}

static bool pair_ids(struct side *before, struct side *after, struct arena *arena) {
    struct names ids;
    if (!names_open(&ids, before->on.list->item_count, arena)) return false;
    for (size_t i = 0; i < before->on.list->item_count; i++)
        if (is_free(before, i)) names_add(&ids, before->on.list->items[i].id, (int)i);
    for (size_t i = 0; i < after->on.list->item_count; i++) {
        const struct item *item = &after->on.list->items[i];
        int old = is_free(after, i) ? names_find(&ids, item->id) : -1;
        if (old < 0 || !is_free(before, (size_t)old) || before->on.list->items[old].kind != item->kind) continue;
        if (likeness(before->names[old], after->names[i]) >= ALIKE_BY_ID) pair(before, after, old, (int)i);
    }
    return true;
}

static size_t count_free(const struct side *side) {
    size_t count = 0;
    for (size_t i = 0; i < side->on.list->item_count; i++) count += is_free(side, i);
    return count;
}

static void pair_alike(struct side *before, struct side *after) {
    if (count_free(before) * count_free(after) > MAX_PAIRS) return;
    for (size_t i = 0; i < after->on.list->item_count; i++) {
        size_t best = ALIKE_BY_NAME - 1;
        int nearest = -1;
        for (size_t k = 0; is_free(after, i) && k < before->on.list->item_count; k++) {
            size_t alike = is_free(before, k) ? likeness(before->names[k], after->names[i]) : 0;
            if (alike <= best) continue;
            best = alike;
            nearest = (int)k;
        }
        if (nearest >= 0) pair(before, after, nearest, (int)i);
    }
}

/* Where two items are compared. */
struct comparison {
    struct arena scratch;
    bool out_of_memory;
};

static bool same_text(struct str a, struct str b, struct comparison *comparison) {
    if (str_equal(a, b)) return true;
    struct str folded_a = utf8_fold(&comparison->scratch, a), folded_b = utf8_fold(&comparison->scratch, b);
    if (!folded_a.at || !folded_b.at) comparison->out_of_memory = true;
    return folded_a.at && folded_b.at && str_equal(folded_a, folded_b);
}

static bool same_texts(struct texts a, struct texts b) {
    if (a.count != b.count) return false;
    for (size_t i = 0; i < a.count; i++)
        if (!str_equal(a.at[i], b.at[i])) return false;
    return true;
}

static bool same_cites(const struct item *a, const struct item *b) {
    if (a->basis.count != b->basis.count || a->basis_none != b->basis_none) return false;
    for (size_t i = 0; i < a->basis.count; i++) {
        const struct cite *x = &a->basis.at[i], *y = &b->basis.at[i];
        if (!str_equal(x->title, y->title) || !str_equal(x->article, y->article) || x->verified != y->verified) return false;
    }
    return true;
}

static bool same_needs(const struct item *a, const struct item *b) {
    if (a->power_count != b->power_count) return false;
    for (size_t i = 0; i < a->power_count; i++)
        if (a->powers[i].power != b->powers[i].power || !str_equal(a->powers[i].matter, b->powers[i].matter)) return false;
    return true;
}

static struct str department_name(const struct list *list, int department) {
    return department >= 0 ? list->departments[department].name : STR("");
}

static bool same_joint(const struct list *before, const struct item *a, const struct list *after, const struct item *b) {
    if (a->joint_count != b->joint_count) return false;
    for (size_t i = 0; i < a->joint_count; i++)
        if (!str_equal(department_name(before, a->joint[i]), department_name(after, b->joint[i]))) return false;
    return true;
}

static uint32_t compare_texts(const struct item *a, const struct item *b, struct comparison *comparison) {
    const struct {
        enum list_diff_field field;
        struct str before, after;
    } TEXTS[] = {{DIFF_NAME, a->name, b->name},
                 {DIFF_FIELD, a->field, b->field},
                 {DIFF_OFFICE, a->office, b->office},
                 {DIFF_DEPARTMENT_DUTY, a->department_duty, b->department_duty},
                 {DIFF_TOWNSHIP_DUTY, a->township_duty, b->township_duty},
                 {DIFF_WORKING_MODE, a->working_mode, b->working_mode}};
    uint32_t fields = 0;
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++)
        if (!same_text(TEXTS[i].before, TEXTS[i].after, comparison)) fields |= UINT32_C(1) << TEXTS[i].field;
    return fields;
}

static uint32_t compare_items(const struct list *before, const struct item *a, const struct list *after, const struct item *b,
                              struct comparison *comparison) {
    const struct {
        enum list_diff_field field;
        bool same;
    } PARTS[] = {
        {DIFF_DEPARTMENT, str_equal(department_name(before, a->department), department_name(after, b->department))},
        {DIFF_JOINT_DEPARTMENTS, same_joint(before, a, after, b)},
        {DIFF_TOWNSHIP_ACTIONS, same_texts(a->township_actions, b->township_actions)},
        {DIFF_POWERS, same_needs(a, b)},
        {DIFF_FUNDS, a->per_person_day == b->per_person_day},
        {DIFF_STAFF, a->staff_min == b->staff_min && str_equal(a->skill, b->skill)},
        {DIFF_ALIASES, same_texts(a->aliases, b->aliases)},
        {DIFF_BASIS, same_cites(a, b)},
        {DIFF_VALIDITY, a->validity.from == b->validity.from && a->validity.to == b->validity.to},
    };
    uint32_t fields = compare_texts(a, b, comparison);
    for (size_t i = 0; i < sizeof PARTS / sizeof *PARTS; i++)
        if (!PARTS[i].same) fields |= UINT32_C(1) << PARTS[i].field;
    return fields;
}

static bool gather_items(const struct side *before, const struct side *after, struct arena *arena, struct list_diff *out) {
    const struct list *old_list = before->on.list, *new_list = after->on.list;
    struct comparison comparison = {.out_of_memory = false};
    out->added = arena_take_array(arena, new_list->item_count, sizeof *out->added);
    out->dropped = arena_take_array(arena, old_list->item_count, sizeof *out->dropped);
    out->changed = arena_take_array(arena, new_list->item_count, sizeof *out->changed);
    if (!out->added || !out->dropped || !out->changed) return false;
    for (size_t i = 0; i < old_list->item_count; i++)
        if (is_free(before, i)) out->dropped[out->dropped_count++] = (int)i;
    for (size_t i = 0; i < new_list->item_count; i++) {
        if (is_free(after, i)) out->added[out->added_count++] = (int)i;
        if (after->partner[i] < 0) continue;
        const struct item *a = &old_list->items[after->partner[i]], *b = &new_list->items[i];
        arena_reset(&comparison.scratch);
        struct item_change change = {.before = after->partner[i],
                                     .after = (int)i,
                                     .moved = a->kind != b->kind,
                                     .renumbered = !str_equal(a->id, b->id),
                                     .fields = compare_items(old_list, a, new_list, b, &comparison)};
        if (change.moved || change.renumbered || change.fields) out->changed[out->changed_count++] = change;
    }
    arena_free(&comparison.scratch);
    return !comparison.out_of_memory;
}

static bool same_power(const struct power_held *a, const struct power_held *b) {
    return a->power.power == b->power.power && a->mode == b->mode && str_equal(a->power.matter, b->power.matter) &&
           same_texts(a->townships, b->townships) && same_texts(a->items, b->items);
}

static bool power_holds(struct list_on on, const struct power_held *power) {
    return on.day == DAY_NONE || validity_holds(power->validity, on.day);
}

static bool has_power(struct list_on on, const struct power_held *wanted) {
    for (size_t i = 0; i < on.list->power_count; i++)
        if (power_holds(on, &on.list->powers[i]) && same_power(&on.list->powers[i], wanted)) return true;
    return false;
}

/* The powers of the one list that the other does not have. */
static bool gather_powers(struct list_on on, struct list_on other, struct arena *arena, int **out, size_t *count) {
    *out = arena_take_array(arena, on.list->power_count, sizeof **out);
    if (!*out) return false;
    for (size_t i = 0; i < on.list->power_count; i++)
        if (power_holds(on, &on.list->powers[i]) && !has_power(other, &on.list->powers[i])) (*out)[(*count)++] = (int)i;
    return true;
}

static bool compare(struct list_on before, struct list_on after, struct arena *arena, struct list_diff *out) {
    struct side old, new;
    *out = (struct list_diff){.added_count = 0};
    if (!make_side(before, arena, &old) || !make_side(after, arena, &new) || !pair_names(&old, &new, true, arena) ||
        !pair_names(&old, &new, false, arena) || !pair_ids(&old, &new, arena))
        return false;
    pair_alike(&old, &new);
    return gather_items(&old, &new, arena, out) && gather_powers(after, before, arena, &out->granted, &out->granted_count) &&
           gather_powers(before, after, arena, &out->recalled, &out->recalled_count);
}

quanze_status list_compare(struct list_on before, struct list_on after, struct arena *arena, struct list_diff *out,
                           struct quanze_error *error) {
    const struct list old = list_of_villages(before.list), new = list_of_villages(after.list);
    struct list_diff *villages = arena_take(arena, sizeof *villages);
    if (!villages || !compare(before, after, arena, out) ||
        !compare((struct list_on){&old, before.day}, (struct list_on){&new, after.day}, arena, villages))
        return error_memory(error);
    out->villages = villages;
    return QUANZE_OK;
}

bool list_diff_can_touch(const struct list_diff *diff) {
    return diff->added_count + diff->dropped_count + diff->changed_count + diff->granted_count + diff->recalled_count > 0;
}

struct str list_diff_key(enum list_diff_field field) {
    static const struct str KEYS[DIFF_FIELD_COUNT] = {
        [DIFF_NAME] = STR_INIT("name"),
        [DIFF_FIELD] = STR_INIT("field"),
        [DIFF_OFFICE] = STR_INIT("office"),
        [DIFF_DEPARTMENT] = STR_INIT("department"),
        [DIFF_JOINT_DEPARTMENTS] = STR_INIT("joint_departments"),
        [DIFF_DEPARTMENT_DUTY] = STR_INIT("department_duty"),
        [DIFF_TOWNSHIP_DUTY] = STR_INIT("township_duty"),
        [DIFF_TOWNSHIP_ACTIONS] = STR_INIT("township_actions"),
        [DIFF_WORKING_MODE] = STR_INIT("working_mode"),
        [DIFF_POWERS] = STR_INIT("powers"),
        [DIFF_FUNDS] = STR_INIT("funds"),
        [DIFF_STAFF] = STR_INIT("staff"),
        [DIFF_ALIASES] = STR_INIT("aliases"),
        [DIFF_BASIS] = STR_INIT("basis"),
        [DIFF_VALIDITY] = STR_INIT("validity"),
    };
    return KEYS[field];
}
