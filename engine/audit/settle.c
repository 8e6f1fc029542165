/* settle.c - tasks, groups and lists get the places that they keep. */
#include <audit/book.h>

#include <base/alloc.h>
#include <stdlib.h>

static int by_number(const void *a, const void *b) {
    const uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

static int by_paper(const void *a, const void *b) {
    const struct group *x = a, *y = b;
    if (x->papers[0] != y->papers[0]) return x->papers[0] < y->papers[0] ? -1 : 1;
    return (x->kind > y->kind) - (x->kind < y->kind);
}

/* From now on papers of groups are tasks by their number; refused papers stand behind them. */
static void settle_groups(struct audit *audit, const uint32_t *by_added) {
    for (size_t i = 0; i < audit->group_count; i++) {
        struct group *group = &audit->groups[i];
        for (size_t k = 0; k < group->count; k++)
            if (group->papers[k] < audit->task_count) group->papers[k] = by_added[group->papers[k]];
        qsort(group->papers, group->count, sizeof *group->papers, by_number);
    }
    if (audit->group_count > 0) qsort(audit->groups, audit->group_count, sizeof *audit->groups, by_paper);
}

/* A list by which tasks were decided, on its way to its place. */
struct dated {
    int32_t days[2];
    struct str digest;
    int number;
};

static int by_first_day(const void *a, const void *b) {
    const struct dated *x = a, *y = b;
    if (x->days[0] != y->days[0]) return x->days[0] < y->days[0] ? -1 : 1;
    return str_compare(x->digest, y->digest);
}

static bool settle_lists(struct audit *audit) {
    const size_t count = audit->lists.count;
    struct dated *dated = arena_take_array(&audit->arena, count + 1, sizeof *dated);
    int *now = arena_take_array(&audit->arena, count + 1, sizeof *now);
    if (!dated || !now) return false;
    for (size_t i = 0; i < count; i++)
        dated[i] = (struct dated){{audit->list_days[2 * i], audit->list_days[2 * i + 1]}, audit->lists.at[i], (int)i};
    qsort(dated, count, sizeof *dated, by_first_day);
    for (size_t i = 0; i < count; i++) {
        audit->lists.at[i] = dated[i].digest;
        memcpy(audit->list_days + 2 * i, dated[i].days, sizeof dated[i].days);
        now[dated[i].number] = (int)i;
    }
    for (size_t i = 0; i < audit->task_count; i++)
        if (audit->tasks[i].list >= 0) audit->tasks[i].list = now[audit->tasks[i].list];
    return true;
}

/* A task on its way to its place by its id: what stands behind that which all ids begin with nearly always tells two apart. */
struct named {
    uint64_t key; /* the next 8 bytes, the first one highest */
    struct str id;
    uint32_t task;
};

static int by_name(const void *a, const void *b) {
    const struct named *x = a, *y = b;
    if (x->key != y->key) return x->key < y->key ? -1 : 1;
    const int which = str_compare(x->id, y->id);
    return which != 0 ? which : x->task < y->task ? -1 : x->task > y->task;
}

/* How many bytes all ids begin with alike. */
static size_t common_bytes(const struct audit *audit) {
    const struct str first = audit->task_count > 0 ? audit->tasks[0].shown.id : STR("");
    size_t common = first.length;
    for (size_t i = 1; i < audit->task_count; i++) {
        const struct str id = audit->tasks[i].shown.id;
        size_t alike = 0;
        while (alike < common && alike < id.length && id.at[alike] == first.at[alike]) alike++;
        common = alike;
    }
    return common;
}

static uint64_t key_behind(struct str id, size_t common) {
    uint64_t key = 0;
    for (size_t i = common; i < common + sizeof key; i++) key = key << 8 | (i < id.length ? (unsigned char)id.at[i] : 0);
    return key;
}

/* The tasks as they were added, in the order of their ids. */
static void order_by_id(const struct audit *audit, struct named *out) {
    const size_t common = common_bytes(audit);
    for (size_t i = 0; i < audit->task_count; i++) {
        const struct str id = audit->tasks[i].shown.id;
        out[i] = (struct named){key_behind(id, common), id, (uint32_t)i};
    }
    if (audit->task_count > 0) qsort(out, audit->task_count, sizeof *out, by_name);
}

/* The number of a task's day in the period; what lies outside counts as its first or last. */
static size_t day_of(const struct audit *audit, uint32_t task) {
    const struct audit_period *period = &audit->period;
    const int32_t day = audit->tasks[task].shown.day;
    return (size_t)((day < period->from ? period->from : day > period->to ? period->to : day) - period->from);
}

/* Where each task of `named` goes, by its day; those of a day stay in their order. */
static bool order_by_day(const struct audit *audit, const struct named *named, uint32_t *places) {
    const size_t days = (size_t)(audit->period.to - audit->period.from) + 1;
    uint32_t *start = alloc_new((days + 1) * sizeof *start);
    if (!start) return false;
    for (size_t i = 0; i < audit->task_count; i++) start[day_of(audit, (uint32_t)i) + 1]++;
    for (size_t i = 0; i < days; i++) start[i + 1] += start[i];
    for (size_t i = 0; i < audit->task_count; i++) places[named[i].task] = start[day_of(audit, named[i].task)]++;
    alloc_free(start);
    return true;
}

static bool move_tasks(struct audit *audit, const uint32_t *places) {
    struct kept *moved = alloc_new((audit->task_count + 1) * sizeof *moved);
    if (!moved) return false;
    for (size_t i = 0; i < audit->task_count; i++) moved[places[i]] = audit->tasks[i];
    alloc_free(audit->tasks);
    audit->tasks = moved;
    audit->task_capacity = audit->task_count + 1;
    return true;
}

/* Puts tasks in the order of day and id; `places` tells where each went that was added. */
static bool settle_tasks(struct audit *audit, uint32_t *places) {
    struct named *named = alloc_new((audit->task_count + 1) * sizeof *named);
    audit->by_id = arena_take(&audit->arena, (audit->task_count + 1) * sizeof *audit->by_id);
    bool ok = named && audit->by_id;
    if (ok) order_by_id(audit, named);
    ok = ok && order_by_day(audit, named, places);
    for (size_t i = 0; ok && i < audit->task_count; i++) audit->by_id[i] = places[named[i].task];
    ok = ok && move_tasks(audit, places);
    alloc_free(named);
    return ok;
}

static bool settle_counts(struct audit *audit) {
    audit->counts = arena_take(&audit->arena, (audit->task_count + 1) * sizeof *audit->counts);
    audit->unknown = arena_take(&audit->arena, (audit->task_count + 1) * sizeof *audit->unknown);
    for (size_t i = 0; audit->counts && audit->unknown && i < audit->task_count; i++) {
        audit->counts[i] = audit->tasks[i].counts;
        audit->unknown[i] = audit->tasks[i].unknown;
    }
    return audit->counts && audit->unknown;
}

bool settle_all(struct audit *audit) {
    uint32_t *places = alloc_new((audit->task_count + 1) * sizeof *places);
    bool ok = places && settle_tasks(audit, places);
    if (ok) settle_groups(audit, places);
    ok = ok && settle_counts(audit) && settle_lists(audit) && party_sort(audit);
    alloc_free(places);
    return ok;
}
