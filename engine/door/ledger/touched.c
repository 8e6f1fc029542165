#include <door/ledger/touched.h>

#include <base/alloc.h>
#include <door/screen/find.h>
#include <read/read.h>

/* The tasks of one entry of the difference, growing. */
struct tasks {
    struct touched_tasks tasks;
    size_t capacity;
};

/* One of the two lists: which entry speaks of an item, -1 for none. */
struct side {
    const struct quanze *engine;
    struct match_scratch *matching;
    int32_t day;
    int *gone_or_new, *changed; /* by item */
};

struct touching {
    const struct list_diff *diff;
    struct side before, after;
    struct tasks *added, *dropped, *changed, *granted, *recalled;
    struct task_source *source;
    struct arena *arena, scratch;
    struct problems problems;
    struct task task;
    struct list_touched *out;
};

static bool add_task(struct touching *touching, struct tasks *tasks, const struct touched_task *task) {
    struct touched_tasks *of = &tasks->tasks;
    if (of->count == tasks->capacity) {
        size_t wanted = tasks->capacity ? tasks->capacity * 2 : 4;
        struct touched_task *grown = arena_take_array(touching->arena, wanted, sizeof *grown);
        if (!grown) return false;
        if (of->count > 0) memcpy(grown, of->at, of->count * sizeof *grown);
        of->at = grown;
        tasks->capacity = wanted;
    }
    const struct touched_task kept = {arena_copy(touching->arena, task->id), arena_copy(touching->arena, task->title)};
    of->at[of->count++] = kept;
    return kept.id.at && kept.title.at;
}

/* The item that the task falls under, or -1: what it claims, else by its text, whose reading costs the most by far. */
static quanze_status find(struct touching *touching, const struct side *side, int *item, struct quanze_error *error) {
    struct found_item found;
    quanze_status status = find_item(side->engine, side->matching, &touching->task, side->day, true, &found, error);
    if (status == QUANZE_OK && found.item < 0)
        status = find_item(side->engine, side->matching, &touching->task, side->day, false, &found, error);
    if (status == QUANZE_OK) *item = found.item;
    return status;
}

static bool touch_items(struct touching *touching, const struct touched_task *task, int before, int after) {
    int dropped = before >= 0 ? touching->before.gone_or_new[before] : -1;
    int added = after >= 0 ? touching->after.gone_or_new[after] : -1;
    int changed = before >= 0 ? touching->before.changed[before] : -1;
    if (changed < 0 && after >= 0) changed = touching->after.changed[after];
    return (dropped < 0 || add_task(touching, &touching->dropped[dropped], task)) &&
           (added < 0 || add_task(touching, &touching->added[added], task)) &&
           (changed < 0 || add_task(touching, &touching->changed[changed], task));
}

/* One matter, or one of them not said, or a part of the other. */
static bool meets(const struct power_need *need, const struct power_held *held) {
    struct str wanted = need->matter, given = held->power.matter;
    if (need->power != held->power.power) return false;
    return wanted.length == 0 || given.length == 0 || str_find(wanted, given) >= 0 || str_find(given, wanted) >= 0;
}

static bool item_needs(const struct side *side, int item, const struct power_held *held) {
    if (item < 0) return false;
    const struct item *of = &side->engine->list.items[item];
    for (size_t i = 0; i < of->power_count; i++)
        if (meets(&of->powers[i], held)) return true;
    for (size_t i = 0; i < held->items.count; i++)
        if (str_equal(held->items.at[i], of->id)) return true;
    return false;
}

static bool task_needs(const struct task *task, const struct power_held *held) {
    if (!task_given(task, FACT_ID_POWERS_REQUIRED)) return false;
    const struct value *rows = &task->value[FACT_ID_POWERS_REQUIRED];
    const size_t width = fact_at(FACT_ID_POWERS_REQUIRED)->field_count;
    for (uint32_t i = 0; i < rows->count; i++) {
        const struct value *power = rows->items + i * width, *matter = power + 1; /* the fact table's fields of a power */
        if (power->state != VALUE_GIVEN) continue;
        struct power_need need = {(int)power->number, matter->state == VALUE_GIVEN ? value_text(matter) : STR("")};
        if (meets(&need, held)) return true;
    }
    return false;
}

static bool touch_powers(struct touching *touching, const struct touched_task *task, int before, int after) {
    const struct list *old = &touching->before.engine->list, *new = &touching->after.engine->list;
    const struct list_diff *diff = touching->diff;
    for (size_t i = 0; i < diff->granted_count; i++) {
        const struct power_held *held = &new->powers[diff->granted[i]];
        bool needed = task_needs(&touching->task, held) || item_needs(&touching->after, after, held);
        if (needed && !add_task(touching, &touching->granted[i], task)) return false;
    }
    for (size_t i = 0; i < diff->recalled_count; i++) {
        const struct power_held *held = &old->powers[diff->recalled[i]];
        bool needed = task_needs(&touching->task, held) || item_needs(&touching->before, before, held);
        if (needed && !add_task(touching, &touching->recalled[i], task)) return false;
    }
    return true;
}

static quanze_status touch(void *payload, const struct ledger_task_line *line, struct quanze_error *error) {
    struct touching *touching = payload;
    int before = -1, after = -1;
    arena_reset(&touching->scratch);
    touching->problems = (struct problems){.arena = &touching->scratch};
    task_clear(&touching->task);
    touching->out->tasks++;
    quanze_status status =
        task_read(touching->source, line->facts, 0, &touching->scratch, &touching->task, &touching->problems, error);
    if (status == QUANZE_BAD_DATA) {
        touching->out->unread++;
        return QUANZE_OK;
    }
    if (status == QUANZE_OK) status = find(touching, &touching->before, &before, error);
    if (status == QUANZE_OK) status = find(touching, &touching->after, &after, error);
    if (status != QUANZE_OK) return status;
    const struct touched_task task = {line->id, line->title};
    if (!touch_items(touching, &task, before, after) || !touch_powers(touching, &task, before, after))
        return error_memory(error);
    return QUANZE_OK;
}

static int *make_map(const struct list *list, struct arena *arena) {
    int *map = arena_take_array(arena, list->item_count, sizeof *map);
    for (size_t i = 0; map && i < list->item_count; i++) map[i] = -1;
    return map;
}

static bool make_maps(struct touching *touching, struct arena *arena) {
    const struct list_diff *diff = touching->diff;
    struct side *before = &touching->before, *after = &touching->after;
    before->gone_or_new = make_map(&before->engine->list, arena);
    before->changed = make_map(&before->engine->list, arena);
    after->gone_or_new = make_map(&after->engine->list, arena);
    after->changed = make_map(&after->engine->list, arena);
    if (!before->gone_or_new || !before->changed || !after->gone_or_new || !after->changed) return false;
    for (size_t i = 0; i < diff->dropped_count; i++) before->gone_or_new[diff->dropped[i]] = (int)i;
    for (size_t i = 0; i < diff->added_count; i++) after->gone_or_new[diff->added[i]] = (int)i;
    for (size_t i = 0; i < diff->changed_count; i++) {
        before->changed[diff->changed[i].before] = (int)i;
        after->changed[diff->changed[i].after] = (int)i;
    }
    return true;
}

static bool make_tasks(struct tasks **out, size_t count, struct arena *arena) {
    *out = arena_take_array(arena, count, sizeof **out);
    return *out != NULL;
}

static bool make_all(struct touching *touching, struct arena *arena) {
    const struct list_diff *diff = touching->diff;
    return make_maps(touching, arena) && make_tasks(&touching->added, diff->added_count, arena) &&
           make_tasks(&touching->dropped, diff->dropped_count, arena) &&
           make_tasks(&touching->changed, diff->changed_count, arena) &&
           make_tasks(&touching->granted, diff->granted_count, arena) &&
           make_tasks(&touching->recalled, diff->recalled_count, arena);
}

static bool settle_tasks(const struct tasks *tasks, size_t count, struct arena *arena, struct touched_tasks **out) {
    struct touched_tasks *settled = arena_take_array(arena, count, sizeof *settled);
    for (size_t i = 0; settled && i < count; i++) settled[i] = tasks[i].tasks;
    *out = settled;
    return settled != NULL;
}

static bool settle(const struct touching *touching, struct list_touched *out) {
    const struct list_diff *diff = touching->diff;
    struct arena *arena = touching->arena;
    return settle_tasks(touching->added, diff->added_count, arena, &out->added) &&
           settle_tasks(touching->dropped, diff->dropped_count, arena, &out->dropped) &&
           settle_tasks(touching->changed, diff->changed_count, arena, &out->changed) &&
           settle_tasks(touching->granted, diff->granted_count, arena, &out->granted) &&
           settle_tasks(touching->recalled, diff->recalled_count, arena, &out->recalled);
}

static quanze_status open_all(struct touching *touching, struct quanze_error *error) {
    quanze_status status = task_source_of_lines("ledger", &touching->source, error);
    if (status == QUANZE_OK) status = match_scratch_open(touching->before.engine->index, &touching->before.matching, error);
    if (status == QUANZE_OK) status = match_scratch_open(touching->after.engine->index, &touching->after.matching, error);
    return status;
}

quanze_status touched_find(const struct touched_world *world, const struct list_diff *diff, struct ledger *ledger,
                           struct arena *arena, struct list_touched *out, struct quanze_error *error) {
    struct list_touched touched = {0};
    if (!list_diff_can_touch(diff)) {
        *out = touched; /* and a ledger of a million tasks need not be read */
        return QUANZE_OK;
    }
    struct touching *touching = alloc_new(sizeof *touching);
    if (!touching) return error_memory(error);
    touching->diff = diff;
    touching->before = (struct side){.engine = world->before, .day = world->day_before};
    touching->after = (struct side){.engine = world->after, .day = world->day_after};
    touching->arena = arena;
    touching->out = &touched;
    quanze_status status = make_all(touching, arena) ? open_all(touching, error) : error_memory(error);
    const struct ledger_task_filter open_tasks = {.state = -1};
    if (status == QUANZE_OK) status = ledger_list_tasks(ledger, &open_tasks, touch, touching, error);
    if (status == QUANZE_OK && !settle(touching, &touched)) status = error_memory(error);
    if (status == QUANZE_OK) *out = touched;
    match_scratch_close(touching->before.matching);
    match_scratch_close(touching->after.matching);
    task_source_close(touching->source);
    arena_free(&touching->scratch);
    alloc_free(touching);
    return status;
}
