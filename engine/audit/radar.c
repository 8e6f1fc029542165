/* radar.c - burden in disguise, as chains of papers. */
#include <audit/book.h>

#include <base/alloc.h>
#include <stdlib.h>

#define AGAIN_DAYS 90       /* a refused task that comes back later than this is another one; a proposal */
#define SPLIT_DAYS 30       /* parts of a refused task come within this; a proposal */
#define RENEWAL_DAYS 60     /* a temporary task that comes later than this after its end is another one; a proposal */
#define MOST_BEFORE 8       /* papers of a chain before the last */
#define RETALIATION_DAYS 30 /* as month.retaliation says */

struct audit_alert *more_alert(struct making *making) {
    struct audit_report *report = making->report;
    void *array = report->alerts;
    struct audit_alert *alert = book_more(&array, &report->alert_count, &making->alert_capacity, sizeof *alert);
    if (array) report->alerts = array;
    return alert;
}

/* Where the tasks of that id begin among all by id. */
static size_t first_of_id(const struct audit *audit, struct str id) {
    size_t low = 0, high = audit->task_count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (str_compare(audit->tasks[audit->by_id[middle]].shown.id, id) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool is_of_id(const struct audit *audit, size_t at, struct str id) {
    return at < audit->task_count && str_equal(audit->tasks[audit->by_id[at]].shown.id, id);
}

/* The number of a task of the period by its id; -1 when it came earlier. */
static int number_of(const struct audit *audit, struct str id) {
    const size_t at = first_of_id(audit, id);
    return is_of_id(audit, at, id) ? (int)audit->by_id[at] : -1;
}

bool make_chain(struct making *making, const struct audit_past *const *before, size_t before_count, const uint32_t *tasks,
                size_t count, struct audit_alert *alert) {
    struct audit *audit = making->audit;
    struct audit_link *links = arena_take_array(&audit->arena, before_count + count + 1, sizeof *links);
    if (!links) return false;
    for (size_t i = 0; i < before_count; i++)
        links[alert->link_count++] = (struct audit_link){.id = before[i]->id,
                                                         .title = before[i]->title,
                                                         .day = before[i]->day,
                                                         .department = party_department(audit, before[i]->issuer),
                                                         .task = number_of(audit, before[i]->id),
                                                         .state = before[i]->state};
    for (size_t i = 0; i < count; i++) {
        const struct kept *task = &audit->tasks[tasks[i]];
        links[alert->link_count++] = (struct audit_link){.id = task->shown.id,
                                                         .title = task->shown.title,
                                                         .day = task->shown.day,
                                                         .department = task->shown.department,
                                                         .task = (int)tasks[i],
                                                         .state = task->state};
    }
    alert->chain = links;
    alert->department = links[alert->link_count - 1].department;
    return true;
}

static bool put(struct making *making, enum audit_alert_kind kind, const struct audit_past *const *before, size_t before_count,
                const uint32_t *tasks, size_t count, int32_t similarity) {
    struct audit_alert *alert = more_alert(making);
    if (!alert) return false;
    alert->kind = kind;
    alert->similarity = similarity;
    return make_chain(making, before, before_count, tasks, count, alert);
}

/* --- tasks in an order in which they can be found --- */

struct found {
    int64_t key;
    uint32_t task;
};

static int by_key(const void *a, const void *b) {
    const struct found *x = a, *y = b;
    if (x->key != y->key) return x->key < y->key ? -1 : 1;
    return x->task < y->task ? -1 : x->task > y->task;
}

struct order {
    struct found *at;
    size_t count;
};

static bool order_by(const struct audit *audit, bool topic, struct order *out) {
    *out = (struct order){.at = alloc_new((audit->task_count + 1) * sizeof *out->at)};
    for (size_t i = 0; out->at && i < audit->task_count; i++) {
        const struct kept *task = &audit->tasks[i];
        const int64_t key = topic ? task->topic : task->item.length > 0 ? (int64_t)str_hash(task->item) : 0;
        if (key != 0) out->at[out->count++] = (struct found){key, (uint32_t)i};
    }
    if (out->at) qsort(out->at, out->count, sizeof *out->at, by_key);
    return out->at != NULL;
}

/* The first with that key. */
static size_t find(const struct order *order, int64_t key) {
    size_t low = 0, high = order->count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (order->at[middle].key < key)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool reaches(const struct audit *audit, const struct kept *task, struct texts townships) {
    for (size_t i = 0; i < task->shown.township_count; i++)
        for (size_t k = 0; k < townships.count; k++)
            if (str_equal(audit->townships.at[task->shown.townships[i]].name, townships.at[k])) return true;
    return townships.count == 0;
}

/* --- renewed past the end --- */

static uint64_t joined(int body, uint64_t about) { return (about ^ (uint64_t)(body + 1)) * UINT64_C(0x9E3779B97F4A7C15); }

/* Ended tasks by body and topic, and by body and item. */
static bool order_ended(struct audit *audit, struct order *out) {
    *out = (struct order){.at = alloc_new((2 * audit->ended_count + 1) * sizeof *out->at)};
    for (size_t i = 0; out->at && i < audit->ended_count; i++) {
        const struct audit_past *past = &audit->ended[i];
        const int body = party_department(audit, past->issuer);
        if (past->topic != 0) out->at[out->count++] = (struct found){(int64_t)joined(body, (uint64_t)past->topic), (uint32_t)i};
        if (past->item.length > 0)
            out->at[out->count++] = (struct found){(int64_t)joined(body, str_hash(past->item)), (uint32_t)i};
    }
    if (out->at) qsort(out->at, out->count, sizeof *out->at, by_key);
    return out->at != NULL;
}

static struct str kind_of(const struct kept *task) {
    return task->shown.kind < 0 ? STR("") : fact_at(FACT_ID_KIND)->choices.at[task->shown.kind].name;
}

/* The ended tasks that one takes up again: of the same topic; or, when it is a temporary one itself, of the same item and kind.
 */
static size_t find_ended(const struct audit *audit, const struct order *ended, const struct kept *task, bool by_item,
                         const struct audit_past **out, size_t count) {
    const uint64_t about = by_item ? str_hash(task->item) : (uint64_t)task->topic;
    const int64_t key = (int64_t)joined(task->shown.department, about);
    for (size_t k = find(ended, key); k < ended->count && ended->at[k].key == key && count < MOST_BEFORE; k++) {
        const struct audit_past *past = &audit->ended[ended->at[k].task];
        bool is_new = past->on < task->shown.day && past->on + RENEWAL_DAYS >= task->shown.day &&
                      !str_equal(task->shown.id, past->id) && (!by_item || str_equal(past->kind, kind_of(task)));
        for (size_t i = 0; i < count; i++) is_new = is_new && out[i] != past;
        if (is_new) out[count++] = past;
    }
    return count;
}

static int by_age(const void *a, const void *b) {
    const struct audit_past *x = *(const struct audit_past *const *)a, *y = *(const struct audit_past *const *)b;
    return x->day < y->day ? -1 : x->day > y->day ? 1 : str_compare(x->id, y->id);
}

static bool find_renewed(struct making *making) {
    struct audit *audit = making->audit;
    struct order ended;
    bool ok = order_ended(audit, &ended);
    for (size_t i = 0; ok && i < audit->task_count; i++) {
        const struct audit_past *before[MOST_BEFORE];
        const struct kept *task = &audit->tasks[i];
        const uint32_t number = (uint32_t)i;
        size_t count = 0;
        if (task->topic != 0) count = find_ended(audit, &ended, task, false, before, count);
        if (task->end_at != INT64_MIN && task->item.length > 0) count = find_ended(audit, &ended, task, true, before, count);
        if (count == 0) continue;
        qsort(before, count, sizeof *before, by_age);
        making->marks.renewed[i] = true;
        ok = put(making, ALERT_RENEWED, before, count, &number, 1, 0);
    }
    alloc_free(ended.at);
    return ok;
}

/* --- sent again after a refusal --- */

static bool was_refused(struct str state) {
    static const struct str STATES[] = {STR_INIT("refused"), STR_INIT("refusal_sent"), STR_INIT("revoked"),
                                        STR_INIT("withdrawn"), STR_INIT("reassigned")};
    for (size_t i = 0; i < sizeof STATES / sizeof *STATES; i++)
        if (str_equal(STATES[i], state)) return true;
    return false;
}

static bool is_again(const struct audit *audit, const struct audit_past *past, uint32_t number, int32_t within) {
    const struct kept *task = &audit->tasks[number];
    return task->shown.day >= past->on && task->shown.day <= past->on + within && !str_equal(task->shown.id, past->id) &&
           reaches(audit, task, past->townships);
}

/* What came back of one refused task. */
struct again {
    uint32_t same[MOST_BEFORE]; /* from the same body */
    size_t same_count;
    int32_t similarity;
};

static bool note_again(struct making *making, const struct audit_past *past, uint32_t task, int32_t similarity,
                       struct again *again) {
    const int body = party_department(making->audit, past->issuer);
    if (making->marks.resent[task] || again->same_count == MOST_BEFORE) return true;
    if (!is_again(making->audit, past, task, AGAIN_DAYS)) return true;
    making->marks.resent[task] = true;
    if (making->audit->tasks[task].shown.department != body)
        return put(making, ALERT_RESENT_BY_OTHER, &past, 1, &task, 1, similarity);
    again->same[again->same_count++] = task;
    again->similarity = similarity;
    return true;
}

/* Groups by the refused papers that stand in them. */
static bool order_groups(const struct audit *audit, struct order *out) {
    size_t count = 0;
    for (size_t i = 0; i < audit->group_count; i++)
        for (size_t k = audit->groups[i].count; k > 0 && audit->groups[i].papers[k - 1] >= AUDIT_FIRST_PAST; k--) count++;
    *out = (struct order){.at = alloc_new((count + 1) * sizeof *out->at)};
    for (size_t i = 0; out->at && i < audit->group_count; i++) {
        const struct group *group = &audit->groups[i];
        for (size_t k = group->count; k > 0 && group->papers[k - 1] >= AUDIT_FIRST_PAST; k--)
            out->at[out->count++] = (struct found){group->papers[k - 1] - AUDIT_FIRST_PAST, (uint32_t)i};
    }
    if (out->at) qsort(out->at, out->count, sizeof *out->at, by_key);
    return out->at != NULL;
}

/* In what order tasks are found when a refused one may have come back. */
struct ways {
    struct order topics, items, groups;
};

/* A copy of its text, or the same topic. One of the same body is the task reworded, several are its parts. */
static bool find_again(struct making *making, const struct ways *ways, size_t refused) {
    const struct order *topics = &ways->topics, *groups = &ways->groups;
    struct audit *audit = making->audit;
    const struct audit_past *past = &audit->refused[refused];
    struct again again = {.same_count = 0};
    bool ok = true;
    for (size_t i = find(groups, (int64_t)refused); ok && i < groups->count; i++) {
        if (groups->at[i].key != (int64_t)refused) break;
        const struct group *group = &audit->groups[groups->at[i].task];
        for (size_t k = 0; ok && k < group->count; k++)
            if (group->papers[k] < audit->task_count)
                ok = note_again(making, past, group->papers[k], group->similarity, &again);
    }
    for (size_t k = past->topic ? find(topics, past->topic) : topics->count; ok && k < topics->count; k++) {
        if (topics->at[k].key != past->topic) break;
        ok = note_again(making, past, topics->at[k].task, 0, &again);
    }
    if (!ok || again.same_count == 0) return ok;
    return put(making, again.same_count > 1 ? ALERT_RESENT_SPLIT : ALERT_RESENT_REWORDED, &past, 1, again.same,
               again.same_count, again.similarity);
}

/* At least two tasks of the same body on the same item, shortly after, that are neither its words nor its title. */
static bool find_split(struct making *making, const struct order *items, const struct audit_past *past) {
    struct audit *audit = making->audit;
    const int body = party_department(audit, past->issuer);
    const int64_t key = past->item.length > 0 ? (int64_t)str_hash(past->item) : 0;
    uint32_t parts[MOST_BEFORE];
    size_t count = 0;
    for (size_t k = key ? find(items, key) : items->count; k < items->count && items->at[k].key == key && count < MOST_BEFORE;
         k++) {
        const uint32_t task = items->at[k].task;
        if (audit->tasks[task].shown.department == body && !making->marks.resent[task] &&
            is_again(audit, past, task, SPLIT_DAYS))
            parts[count++] = task;
    }
    if (count < 2) return true;
    for (size_t i = 0; i < count; i++) making->marks.resent[parts[i]] = true;
    return put(making, ALERT_RESENT_SPLIT, &past, 1, parts, count, 0);
}

static bool find_resent(struct making *making, const struct ways *ways) {
    struct audit *audit = making->audit;
    for (size_t i = 0; i < audit->refused_count; i++)
        if (was_refused(audit->refused[i].state) && !find_again(making, ways, i)) return false;
    for (size_t i = 0; i < audit->refused_count; i++)
        if (was_refused(audit->refused[i].state) && !find_split(making, &ways->items, &audit->refused[i])) return false;
    return true;
}

/* --- answers of townships --- */

static bool declined(struct str state) { return str_equal(state, STR("refusal_sent")) || str_equal(state, STR("objected")); }

static bool gave_in(struct str state) {
    return str_equal(state, STR("revoked")) || str_equal(state, STR("changed")) || str_equal(state, STR("withdrawn")) ||
           str_equal(state, STR("reassigned"));
}

static void mark_declined(struct making *making) {
    const struct audit *audit = making->audit;
    for (size_t i = 0; i < audit->refused_count; i++) {
        const struct audit_past *past = &audit->refused[i];
        for (size_t at = first_of_id(audit, past->id); is_of_id(audit, at, past->id); at++) {
            const uint32_t task = audit->by_id[at];
            if (declined(past->state)) making->marks.declined[task] = true;
            if (gave_in(past->state) && making->marks.declined[task]) making->marks.upheld[task] = true;
        }
    }
}

static int64_t body_and_day(int body, int32_t day) { return ((int64_t)body << 32) + day; }

/* Tasks that assess or blame, by body and day. */
static bool order_blaming(const struct audit *audit, struct order *out) {
    *out = (struct order){.at = alloc_new((audit->task_count + 1) * sizeof *out->at)};
    for (size_t i = 0; out->at && i < audit->task_count; i++) {
        const struct kept *task = &audit->tasks[i];
        if (task->blames && task->shown.department >= 0)
            out->at[out->count++] = (struct found){body_and_day(task->shown.department, task->shown.day), (uint32_t)i};
    }
    if (out->at) qsort(out->at, out->count, sizeof *out->at, by_key);
    return out->at != NULL;
}

static bool mark_retaliation(struct making *making) {
    struct audit *audit = making->audit;
    struct order blaming;
    const bool ok = order_blaming(audit, &blaming);
    for (size_t i = 0; ok && i < audit->refused_count; i++) {
        const struct audit_past *past = &audit->refused[i];
        const int body = declined(past->state) ? party_department(audit, past->issuer) : -1;
        if (body < 0) continue;
        const int64_t last = body_and_day(body, past->on + RETALIATION_DAYS);
        for (size_t k = find(&blaming, body_and_day(body, past->on + 1)); k < blaming.count && blaming.at[k].key <= last; k++)
            if (is_again(audit, past, blaming.at[k].task, RETALIATION_DAYS))
                making->marks.retaliates[blaming.at[k].task] = true;
    }
    alloc_free(blaming.at);
    return ok;
}

/* --- one alert for each body and item --- */

static int group_key(const struct kept *task, bool by_item) { return by_item ? task->shown.item + 1 : 0; }

/* All tasks of the sum, put together by body and, where asked, item. */
static bool find_marked(struct making *making, enum audit_alert_kind kind, enum sum_id sum, bool by_item) {
    struct audit *audit = making->audit;
    struct found *at = alloc_new((audit->task_count + 1) * sizeof *at);
    uint32_t *chain = alloc_new((audit->task_count + 1) * sizeof *chain);
    size_t count = 0, links = 0;
    bool ok = at && chain;
    for (size_t i = 0; ok && i < audit->task_count; i++) {
        const struct kept *task = &audit->tasks[i];
        if (kept_sum(task, sum) > 0)
            at[count++] = (struct found){(int64_t)(task->shown.department + 1) << 32 | group_key(task, by_item), (uint32_t)i};
    }
    if (ok) qsort(at, count, sizeof *at, by_key);
    for (size_t i = 0; ok && i < count; i++) {
        chain[links++] = at[i].task;
        if (i + 1 < count && at[i + 1].key == at[i].key) continue;
        ok = put(making, kind, NULL, 0, chain, links, 0);
        links = 0;
    }
    alloc_free(at);
    alloc_free(chain);
    return ok;
}

bool make_radar(struct making *making) {
    struct ways ways = {0};
    bool ok = order_by(making->audit, true, &ways.topics) && order_by(making->audit, false, &ways.items) &&
              order_groups(making->audit, &ways.groups);
    ok = ok && find_renewed(making) && find_resent(making, &ways) && mark_retaliation(making);
    if (ok) mark_declined(making);
    ok = ok && find_marked(making, ALERT_ROLES_SWAPPED, SUM_ROLES_SWAPPED, true) &&
         find_marked(making, ALERT_GUIDANCE_INSPECTS, SUM_RENAMED, false) &&
         find_marked(making, ALERT_RECALLED, SUM_RECALLED, true);
    alloc_free(ways.topics.at);
    alloc_free(ways.items.at);
    alloc_free(ways.groups.at);
    return ok;
}
