/* audit_page_worst.c - what of a large month stands on its page: the gravest tasks of each figure, the heaviest rows of a
 * table. */
#include <say/audit/audit_page.h>

#include <base/alloc.h>
#include <stdlib.h>

/* Up to so many tasks a page holds all of them. Of a larger month it holds the gravest, or no browser would open it: a page of
 * 84,000 tasks with every list in full is 131 MB. */
enum { WHOLE_TASKS = 3000, MOST_TASKS = 20, MOST_ROWS = 200 };

/* A task on its way to its rank. */
struct grave {
    int verdict;
    bool is_short, fails;
    int64_t funds_gap_fen;
    size_t rules;
    uint32_t task;
};

static int order(int64_t a, int64_t b) { return a < b ? -1 : a > b; }

static int by_gravity(const void *a, const void *b) {
    const struct grave *x = a, *y = b;
    int which = order(y->verdict, x->verdict);
    if (which == 0) which = order(y->is_short, x->is_short);
    if (which == 0) which = order(y->fails, x->fails);
    if (which == 0) which = order(y->funds_gap_fen, x->funds_gap_fen);
    if (which == 0) which = order((int64_t)y->rules, (int64_t)x->rules);
    return which != 0 ? which : order(x->task, y->task);
}

static bool rank_tasks(struct audit_page *page) {
    const size_t count = page->report->task_count;
    struct grave *graves = alloc_new((count + 1) * sizeof *graves);
    page->ranks = arena_take_array(&page->arena, count, sizeof *page->ranks);
    const bool ok = graves && page->ranks;
    for (size_t i = 0; ok && i < count; i++) {
        const struct audit_task *task = &page->report->tasks[i];
        graves[i] = (struct grave){task->decided ? (int)task->verdict : -1,
                                   audit_is_short(task),
                                   page->fails[i],
                                   task->funds_gap_fen,
                                   task->rule_count,
                                   (uint32_t)i};
    }
    if (ok) qsort(graves, count, sizeof *graves, by_gravity);
    for (size_t i = 0; ok && i < count; i++) page->ranks[graves[i].task] = (uint32_t)i;
    alloc_free(graves);
    return ok;
}

static bool is_failing(const struct audit_report *report, const struct audit_task *task) {
    for (size_t i = 0; i < task->rule_count; i++) {
        const int rule = rulebook_find_on(report->book, task->rules[i], task->day);
        if (rule >= 0 && report->book->rules[rule].level >= LEVEL_HOLD) return true;
    }
    return false;
}

bool audit_page_look(struct audit_page *page) {
    const size_t count = page->report->task_count;
    page->fails = arena_take_array(&page->arena, count, sizeof *page->fails);
    page->listed = arena_take_array(&page->arena, count, sizeof *page->listed);
    if (!page->fails || !page->listed) return false;
    for (size_t i = 0; i < count; i++) page->fails[i] = is_failing(page->report, &page->report->tasks[i]);
    return count <= WHOLE_TASKS || rank_tasks(page);
}

struct audit_tasks audit_page_gravest(struct audit_page *page, struct audit_tasks tasks) {
    if (!page->ranks || tasks.count <= MOST_TASKS) return tasks;
    uint32_t *gravest = arena_take_array(&page->arena, MOST_TASKS, sizeof *gravest);
    size_t count = 0;
    page->failed |= !gravest;
    for (size_t i = 0; gravest && i < tasks.count; i++) {
        const uint32_t task = tasks.at[i];
        if (count == MOST_TASKS && page->ranks[task] > page->ranks[gravest[count - 1]]) continue;
        size_t at = count < MOST_TASKS ? count++ : count - 1;
        for (; at > 0 && page->ranks[gravest[at - 1]] > page->ranks[task]; at--) gravest[at] = gravest[at - 1];
        gravest[at] = task;
    }
    return (struct audit_tasks){gravest, count};
}

struct heavy {
    size_t weight, row;
};

static int by_weight(const void *a, const void *b) {
    const struct heavy *x = a, *y = b;
    if (x->weight != y->weight) return x->weight > y->weight ? -1 : 1;
    return x->row < y->row ? -1 : x->row > y->row;
}

const size_t *audit_page_heaviest(struct audit_page *page, size_t count, audit_page_weight weight, size_t *shown) {
    struct heavy *rows = alloc_new((count + 1) * sizeof *rows);
    size_t *heaviest = arena_take_array(&page->arena, count + 1, sizeof *heaviest);
    page->failed |= !rows || !heaviest;
    *shown = 0;
    for (size_t i = 0; !page->failed && i < count; i++) rows[i] = (struct heavy){weight(page->report, i), i};
    if (!page->failed) qsort(rows, count, sizeof *rows, by_weight);
    for (; !page->failed && *shown < audit_page_rows(page, count); ++*shown) heaviest[*shown] = rows[*shown].row;
    alloc_free(rows);
    return heaviest;
}

size_t audit_page_rows(const struct audit_page *page, size_t count) {
    return page->ranks && count > MOST_ROWS ? MOST_ROWS : count;
}

/* `id` with how many are shown and how many are not. */
static struct str words_of(struct audit_page *page, enum message_id id, size_t shown, size_t rest) {
    const struct str first = audit_page_count(page, shown), second = audit_page_count(page, rest);
    MESSAGES_FILL(&page->line, id, page->language, first, second);
    return audit_page_take(page);
}

void audit_page_more_tasks(struct audit_page *page, size_t shown, size_t all) {
    if (shown == all) return;
    buf_put_char(page->out, ' ');
    html_element(page->out, "span", "small", words_of(page, MESSAGE_AUDIT_MORE_TASKS, shown, all - shown));
}

void audit_page_more_rows(struct audit_page *page, size_t shown, size_t all) {
    if (shown < all) html_element(page->out, "p", "small", words_of(page, MESSAGE_AUDIT_MORE_ROWS, shown, all - shown));
}

void audit_page_part(struct audit_page *page) {
    if (page->ranks) html_element(page->out, "p", "box", words_of(page, MESSAGE_AUDIT_PART, MOST_TASKS, MOST_ROWS));
}
