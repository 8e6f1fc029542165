/* party.c - bodies and townships by number, and which tasks are theirs. */
#include <audit/book.h>

#include <base/alloc.h>
#include <stdlib.h>

void *book_more(void **array, size_t *count, size_t *capacity, size_t size) {
    void *grown = alloc_grow(*array, capacity, *count + 1, size);
    if (!grown) return NULL;
    *array = grown;
    char *at = (char *)grown + *count * size;
    memset(at, 0, size);
    (*count)++;
    return at;
}

static int add_party(struct audit *audit, struct parties *parties, struct str name, int index) {
    const struct str kept = arena_copy(&audit->arena, name);
    void *array = parties->at;
    struct party *party = kept.at ? book_more(&array, &parties->count, &parties->capacity, sizeof *party) : NULL;
    if (array) parties->at = array;
    audit->failed = audit->failed || !party;
    if (!party) return -1;
    party->index = index;
    party->name = kept;
    return (int)parties->count - 1;
}

static int find_stranger(const struct parties *parties, struct str name) {
    for (size_t i = 0; i < parties->count; i++)
        if (parties->at[i].index < 0 && str_equal(parties->at[i].name, name)) return (int)i;
    return -1;
}

int party_department(struct audit *audit, struct str name) {
    const struct list *list = audit->options.list;
    if (name.length == 0) return -1;
    const int index = list_find_department(list, name);
    if (index >= 0 && audit->known_departments[index] >= 0) return audit->known_departments[index];
    const int known = index < 0 ? find_stranger(&audit->departments, name) : -1;
    if (known >= 0) return known;
    const int added = add_party(audit, &audit->departments, index < 0 ? name : list->departments[index].name, index);
    if (index >= 0) audit->known_departments[index] = added;
    return added;
}

int party_township(struct audit *audit, struct str name) {
    if (name.length == 0) return -1;
    const int index = list_find_township(audit->options.list, name);
    if (index >= 0 && (size_t)index < audit->townships.count) return index; /* the list's stand first */
    const int known = index < 0 ? find_stranger(&audit->townships, name) : -1;
    return known >= 0 ? known : add_party(audit, &audit->townships, name, index);
}

int party_rule(struct audit *audit, struct str id) {
    int *slot = &audit->rule_slots[str_hash(id) & 1023];
    struct texts *rules = &audit->rules;
    if (*slot > 0 && str_equal(rules->at[*slot - 1], id)) return *slot - 1;
    size_t at = 0;
    while (at < rules->count && !str_equal(rules->at[at], id)) at++;
    if (at == UINT16_MAX) return -1;
    if (at == rules->count) {
        void *array = rules->at;
        struct str *name = book_more(&array, &rules->count, &audit->rule_capacity, sizeof *name);
        if (array) rules->at = array;
        if (name) *name = arena_copy(&audit->arena, id);
        if (!name || !name->at) return -1;
    }
    *slot = (int)at + 1;
    return (int)at;
}

struct ranked {
    struct party party;
    size_t tasks;
    int before;
};

static int by_tasks(const void *a, const void *b) {
    const struct ranked *x = a, *y = b;
    if (x->tasks != y->tasks) return x->tasks > y->tasks ? -1 : 1;
    return str_compare(x->party.name, y->party.name);
}

static void renumber(struct audit *audit, const int *now) {
    for (size_t i = 0; i < audit->task_count; i++) {
        int *department = &audit->tasks[i].shown.department;
        if (*department >= 0) *department = now[*department];
    }
    for (size_t i = 0; i < audit->visit_count; i++) audit->visits[i].department = (uint32_t)now[audit->visits[i].department];
    for (size_t i = 0; i < audit->mention_count; i++)
        if (audit->mentions[i].subject == SUBJECT_DEPARTMENT)
            audit->mentions[i].party = (uint32_t)now[audit->mentions[i].party];
    for (size_t i = 0; i < audit->options.list->department_count; i++)
        if (audit->known_departments[i] >= 0) audit->known_departments[i] = now[audit->known_departments[i]];
}

bool party_sort(struct audit *audit) {
    struct parties *departments = &audit->departments;
    struct ranked *ranked = alloc_new((departments->count + 1) * sizeof *ranked);
    int *now = alloc_new((departments->count + 1) * sizeof *now);
    const bool ok = ranked && now;
    for (size_t i = 0; ok && i < departments->count; i++) ranked[i] = (struct ranked){departments->at[i], 0, (int)i};
    for (size_t i = 0; ok && i < audit->task_count; i++)
        if (audit->tasks[i].shown.department >= 0) ranked[audit->tasks[i].shown.department].tasks++;
    if (ok) qsort(ranked, departments->count, sizeof *ranked, by_tasks);
    for (size_t i = 0; ok && i < departments->count; i++) {
        departments->at[i] = ranked[i].party;
        now[ranked[i].before] = (int)i;
    }
    if (ok) renumber(audit, now);
    alloc_free(ranked);
    alloc_free(now);
    return ok;
}

/* How many tasks each party has, then where its run begins. */
static bool take_runs(struct audit *audit, size_t parties, const uint32_t *counts, struct run **out) {
    struct run *runs = arena_take_array(&audit->arena, parties + 1, sizeof *runs);
    *out = runs;
    for (size_t i = 0; runs && i < parties; i++) {
        runs[i].at = arena_take(&audit->arena, counts[i] * sizeof *runs[i].at);
        if (!runs[i].at) return false;
    }
    return runs != NULL;
}

static void put(struct run *run, uint32_t task) { run->at[run->count++] = task; }

bool runs_make(struct audit *audit, struct runs *out) {
    const size_t departments = audit->departments.count, townships = audit->townships.count;
    uint32_t *sent = arena_take_array(&audit->arena, departments + 1, sizeof *sent);
    uint32_t *got = arena_take_array(&audit->arena, townships + 1, sizeof *got);
    uint32_t *all = arena_take(&audit->arena, (audit->task_count + 1) * sizeof *all);
    if (!sent || !got || !all) return false;
    for (size_t i = 0; i < audit->task_count; i++) {
        const struct audit_task *task = &audit->tasks[i].shown;
        all[i] = (uint32_t)i;
        if (task->department >= 0) sent[task->department]++;
        for (size_t k = 0; k < task->township_count; k++) got[task->townships[k]]++;
    }
    out->all = (struct run){all, audit->task_count};
    if (!take_runs(audit, departments, sent, &out->departments) || !take_runs(audit, townships, got, &out->townships))
        return false;
    for (size_t i = 0; i < audit->task_count; i++) {
        const struct audit_task *task = &audit->tasks[i].shown;
        if (task->department >= 0) put(&out->departments[task->department], (uint32_t)i);
        for (size_t k = 0; k < task->township_count; k++) put(&out->townships[task->townships[k]], (uint32_t)i);
    }
    return true;
}

static int compare_numbers(const void *a, const void *b) {
    const uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

bool book_tasks(struct audit *audit, const uint32_t *at, size_t count, struct audit_tasks *out) {
    uint32_t *sorted = arena_take(&audit->arena, (count + 1) * sizeof *sorted);
    size_t kept = 0;
    if (!sorted) return false;
    if (count > 0) memcpy(sorted, at, count * sizeof *sorted);
    qsort(sorted, count, sizeof *sorted, compare_numbers);
    for (size_t i = 0; i < count; i++)
        if (i == 0 || sorted[i] != sorted[i - 1]) sorted[kept++] = sorted[i];
    *out = (struct audit_tasks){sorted, kept};
    return true;
}
