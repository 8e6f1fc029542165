/* version.c - how often one paper came again: on one day, and in the whole period. */
#include <audit/book.h>

#include <base/alloc.h>
#include <stdlib.h>

/* A paper on its way to its place among its versions. */
struct paper {
    int64_t topic;
    int department;
    int32_t day, meeting, visit;
    uint32_t task;
};

/* The paper that a township got last, and how often. */
struct last {
    const struct paper *paper;
    int64_t day, all;
};

static int order(int64_t a, int64_t b) { return a < b ? -1 : a > b; }

/* Of one day, what calls to no meeting and no visit first: it is the paper that the others renew. */
static int by_paper(const void *a, const void *b) {
    const struct paper *x = a, *y = b;
    int which = order(x->department, y->department);
    if (which == 0) which = order(x->topic, y->topic);
    if (which == 0) which = order(x->day, y->day);
    if (which == 0) which = order(x->meeting, y->meeting);
    if (which == 0) which = order(x->visit, y->visit);
    return which != 0 ? which : order(x->task, y->task);
}

static void most(int64_t *out, int64_t value) {
    if (value > *out) *out = value;
}

static void note_most(struct party *party, int64_t day, int64_t all) {
    most(&party->versions_day, day);
    most(&party->versions, all);
}

/* What a township got of this paper so far; papers of one body on one matter come one after the other. */
static void take_paper(struct audit *audit, const struct paper *paper, int township, struct last *last) {
    const struct kept *task = &audit->tasks[paper->task];
    const bool same = last->paper && last->paper->department == paper->department && last->paper->topic == paper->topic;
    const bool again = task->version > 1 || task->supersedes.length > 0;
    last->day = same && last->paper->day == paper->day ? last->day + 1 : 1;
    last->all = same ? last->all + again : 1;
    last->paper = paper;
    const int64_t all = task->version > last->all ? task->version : last->all;
    note_most(&audit->county, last->day, all);
    note_most(&audit->townships.at[township], last->day, all);
    if (paper->department >= 0) note_most(&audit->departments.at[paper->department], last->day, all);
}

static size_t take_papers(const struct audit *audit, struct paper *out) {
    size_t count = 0;
    for (size_t i = 0; i < audit->task_count; i++) {
        const struct kept *task = &audit->tasks[i];
        if (task->topic != 0)
            out[count++] =
                (struct paper){task->topic, task->shown.department, task->shown.day, task->meeting, task->visit, (uint32_t)i};
    }
    if (count > 0) qsort(out, count, sizeof *out, by_paper);
    return count;
}

bool versions_make(struct audit *audit) {
    struct paper *papers = alloc_new((audit->task_count + 1) * sizeof *papers);
    struct last *lasts = alloc_new((audit->townships.count + 1) * sizeof *lasts);
    const bool ok = papers && lasts;
    const size_t count = ok ? take_papers(audit, papers) : 0;
    for (size_t i = 0; i < count; i++) {
        const struct audit_task *task = &audit->tasks[papers[i].task].shown;
        for (size_t k = 0; k < task->township_count; k++)
            take_paper(audit, &papers[i], task->townships[k], &lasts[task->townships[k]]);
    }
    alloc_free(papers);
    alloc_free(lasts);
    return ok;
}
