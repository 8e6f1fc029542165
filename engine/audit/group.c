/* group.c - papers that are copies, what one joint task would save, and matters that several bodies are on. */
#include <audit/book.h>

bool marks_open(struct audit *audit, struct marks *out) {
    const size_t room = audit->task_count + 1;
    out->duplicate = arena_take_array(&audit->arena, room, sizeof(bool));
    out->renewed = arena_take_array(&audit->arena, room, sizeof(bool));
    out->resent = arena_take_array(&audit->arena, room, sizeof(bool));
    out->declined = arena_take_array(&audit->arena, room, sizeof(bool));
    out->upheld = arena_take_array(&audit->arena, room, sizeof(bool));
    out->retaliates = arena_take_array(&audit->arena, room, sizeof(bool));
    out->asked_again = arena_take_array(&audit->arena, room, sizeof(uint32_t));
    return out->duplicate && out->renewed && out->resent && out->declined && out->upheld && out->retaliates && out->asked_again;
}

/* The tasks of the period among the papers of a group, in the order of the report. */
static bool take_tasks(struct audit *audit, const struct group *group, struct audit_tasks *out) {
    uint32_t *numbers = arena_take(&audit->arena, (group->count + 1) * sizeof *numbers);
    size_t count = 0;
    if (!numbers) return false;
    for (size_t i = 0; i < group->count; i++)
        if (group->papers[i] < audit->task_count) numbers[count++] = group->papers[i];
    return book_tasks(audit, numbers, count, out);
}

static bool share_township(const struct audit_task *a, const struct audit_task *b) {
    for (size_t i = 0; i < a->township_count; i++)
        for (size_t k = 0; k < b->township_count; k++)
            if (a->townships[i] == b->townships[k]) return true;
    return a->township_count == 0 && b->township_count == 0;
}

/* Whether an earlier paper of the group reached one of the same townships: a notice that goes to each township by itself is
 * none. */
static bool repeats_earlier(const struct audit *audit, struct audit_tasks tasks, size_t at) {
    for (size_t i = 0; i < at; i++)
        if (share_township(&audit->tasks[tasks.at[i]].shown, &audit->tasks[tasks.at[at]].shown)) return true;
    return false;
}

static bool is_copy(enum audit_group_kind kind) {
    return kind == GROUP_SAME_TEXT || kind == GROUP_NEAR_TEXT || kind == GROUP_SAME_FIELDS;
}

/* Marks the repeating papers; how many there are. A large group is not compared paper by paper. */
static size_t mark_copies(const struct making *making, enum audit_group_kind kind, struct audit_tasks tasks) {
    enum { COMPARED = 400 };
    size_t repeating = 0;
    for (size_t i = 1; i < tasks.count; i++) {
        const bool repeats = i > COMPARED || repeats_earlier(making->audit, tasks, i);
        repeating += repeats;
        if (repeats && is_copy(kind)) making->marks.duplicate[tasks.at[i]] = true;
    }
    return repeating;
}

/* Different numbers, ascending. */
static void add_once(int *numbers, size_t *count, int number) {
    size_t at = *count;
    for (size_t i = 0; i < *count; i++)
        if (numbers[i] == number) return;
    for (; at > 0 && numbers[at - 1] > number; at--) numbers[at] = numbers[at - 1];
    numbers[at] = number;
    (*count)++;
}

static bool take_parties(struct audit *audit, struct audit_group *group) {
    int *departments = arena_take(&audit->arena, (audit->departments.count + 1) * sizeof *departments);
    int *townships = arena_take(&audit->arena, (audit->townships.count + 1) * sizeof *townships);
    if (!departments || !townships) return false;
    for (size_t i = 0; i < group->tasks.count; i++) {
        const struct audit_task *task = &audit->tasks[group->tasks.at[i]].shown;
        if (task->department >= 0) add_once(departments, &group->department_count, task->department);
        for (size_t k = 0; k < task->township_count; k++) add_once(townships, &group->township_count, task->townships[k]);
    }
    group->departments = departments;
    group->townships = townships;
    return true;
}

/* Who leads: the department that the list names for the item; else the one that sent most of the papers. */
static int lead_of(struct audit *audit, const struct audit_group *group) {
    const struct list *list = audit->options.list;
    int best = -1;
    size_t most = 0;
    for (size_t i = 0; i < group->tasks.count; i++) {
        const int item = audit->tasks[group->tasks.at[i]].shown.item;
        if (item < 0 || list->items[item].department < 0) continue;
        return party_department(audit, list->departments[list->items[item].department].name);
    }
    for (size_t i = 0; i < group->department_count; i++) {
        size_t sent = 0;
        for (size_t k = 0; k < group->tasks.count; k++)
            sent += audit->tasks[group->tasks.at[k]].shown.department == group->departments[i];
        if (sent > most) best = group->departments[i];
        if (sent > most) most = sent;
    }
    return best;
}

/* What departments took back is not to be joined, but not to be sent at all. */
static bool is_recalled(const struct audit *audit, const struct audit_group *group) {
    for (size_t i = 0; i < group->tasks.count; i++) {
        const int item = audit->tasks[group->tasks.at[i]].shown.item;
        if (item >= 0 && audit->options.list->items[item].kind == ITEM_RECALLED) return true;
    }
    return false;
}

/* One task in place of all: what the largest of them asks stays, the rest is saved. */
static void propose(struct audit *audit, struct audit_group *group) {
    struct audit_relief *relief = &group->relief;
    int64_t forms = 0, most_forms = 0, days = 0, most_days = 0;
    for (size_t i = 0; i < group->tasks.count; i++) {
        const struct kept *task = &audit->tasks[group->tasks.at[i]];
        const int64_t own = kept_sum(task, SUM_FORMS);
        forms += own;
        if (own > most_forms) most_forms = own;
        if (task->person_days < 0) continue;
        relief->person_days_saved.known = true;
        days += task->person_days;
        if (task->person_days > most_days) most_days = task->person_days;
    }
    relief->has = group->kind != GROUP_VERSION && group->tasks.count > 1 && !is_recalled(audit, group);
    relief->lead = lead_of(audit, group);
    relief->title = audit->tasks[group->tasks.at[0]].shown.title;
    relief->papers_saved = (int64_t)group->tasks.count - 1;
    relief->forms_saved = forms - most_forms;
    relief->person_days_saved.number = days - most_days;
}

/* --- matters --- */

static bool names_of(const struct making *making, const struct audit_group *group, struct value *out) {
    struct audit *audit = making->audit;
    struct value *names = arena_take_array(&audit->arena, group->department_count + 1, sizeof *names);
    if (!names) return false;
    for (size_t i = 0; i < group->department_count; i++)
        names[i] = value_of_text(audit->departments.at[group->departments[i]].name);
    *out = (struct value){.items = names, .count = (uint32_t)group->department_count, .state = VALUE_GIVEN};
    return true;
}

static bool requirements_differ(const struct audit *audit, struct audit_tasks tasks) {
    for (size_t i = 1; i < tasks.count; i++)
        if (!str_equal(audit->tasks[tasks.at[0]].requirements, audit->tasks[tasks.at[i]].requirements)) return true;
    return false;
}

static bool take_matter(const struct making *making, const struct audit_group *group, struct audit_matter *out) {
    struct audit *audit = making->audit;
    struct task *facts = arena_take(&audit->arena, sizeof *facts);
    struct value names;
    struct sums sums = {{0}};
    if (!facts || !names_of(making, group, &names)) return false;
    const struct audit_task *first = &audit->tasks[group->tasks.at[0]].shown;
    const bool of_item = group->kind == GROUP_SAME_ITEM && first->item >= 0;
    *out = (struct audit_matter){.name = of_item ? audit->options.list->items[first->item].name : first->title,
                                 .tasks = group->tasks,
                                 .departments = group->departments,
                                 .department_count = group->department_count,
                                 .facts = facts};
    for (size_t i = 0; i < group->tasks.count; i++) kept_add(&audit->tasks[group->tasks.at[i]], &sums);
    task_clear(facts);
    measure_sums(&sums, facts);
    task_set(facts, FACT_ID_MONTH_SUBJECT, value_of_text(out->name));
    if (audit->period.workdays_known) task_set(facts, FACT_ID_MONTH_WORKDAYS, value_number(audit->period.workdays));
    task_set(facts, FACT_ID_MONTH_MATTER_DEPARTMENTS, value_number((int64_t)group->department_count));
    task_set(facts, FACT_ID_MONTH_MATTER_NAMES, names);
    task_set(facts, FACT_ID_MONTH_REQUIREMENTS_DIFFER, value_number(requirements_differ(audit, group->tasks)));
    return true;
}

static bool make_matters(struct making *making) {
    struct audit_report *report = making->report;
    report->matters = arena_take_array(&making->audit->arena, report->group_count + 1, sizeof *report->matters);
    if (!report->matters) return false;
    for (size_t i = 0; i < report->group_count; i++) {
        const struct audit_group *group = &report->groups[i];
        if (group->department_count < 2 || group->kind == GROUP_VERSION) continue;
        if (!take_matter(making, group, &report->matters[report->matter_count++])) return false;
    }
    return true;
}

bool make_groups(struct making *making) {
    struct audit *audit = making->audit;
    struct audit_report *report = making->report;
    report->groups = arena_take_array(&audit->arena, audit->group_count + 1, sizeof *report->groups);
    if (!report->groups) return false;
    for (size_t i = 0; i < audit->group_count; i++) {
        struct audit_group group = {.kind = audit->groups[i].kind, .similarity = audit->groups[i].similarity};
        if (!take_tasks(audit, &audit->groups[i], &group.tasks)) return false;
        if (group.tasks.count < 2 || mark_copies(making, group.kind, group.tasks) == 0) continue;
        if (!take_parties(audit, &group)) return false;
        propose(audit, &group);
        report->groups[report->group_count++] = group;
    }
    return make_matters(making);
}
