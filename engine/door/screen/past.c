#include <base/alloc.h>
#include <door/screen/past_inside.h>
#include <stdlib.h>

static int by_key(const void *left, const void *right) {
    const struct past_hit *a = left, *b = right;
    if (a->key != b->key) return a->key < b->key ? -1 : 1;
    if (a->day != b->day) return a->day < b->day ? -1 : 1;
    return a->task < b->task ? -1 : a->task > b->task;
}

bool past_is_asked(const struct quanze_screen_request *request) { return request->history || request->history_input_count > 0; }

quanze_status past_open(const struct quanze_screen_request *request, const struct list *list, struct past **out,
                        struct quanze_error *error) {
    struct past *past = alloc_new(sizeof *past);
    if (!past) return error_memory(error);
    past->list = list;
    struct arena arena = {0};
    struct problems problems = {.arena = &arena};
    quanze_status status = past_read(past, request, &problems, error);
    problems_report(&problems, request->reporter);
    if (status == QUANZE_OK) status = problems.out_of_memory ? error_memory(error) : problems_status(&problems, error);
    for (size_t i = 0; i < TABLE_COUNT; i++)
        if (past->tables[i].count > 0) qsort(past->tables[i].at, past->tables[i].count, sizeof *past->tables[i].at, by_key);
    arena_free(&arena);
    if (status != QUANZE_OK) {
        past_close(past);
        return status;
    }
    *out = past;
    return QUANZE_OK;
}

void past_close(struct past *past) {
    if (!past) return;
    for (size_t i = 0; i < TABLE_COUNT; i++) alloc_free(past->tables[i].at);
    alloc_free(past->tasks);
    arena_free(&past->arena);
    alloc_free(past);
}

/* A question while it is being answered. */
struct search {
    const struct past *past;
    const struct history_question *question;
    struct str issuer; /* as the list names it */
    struct arena *arena;
    struct history_tally tally;
};

static bool counts(const struct search *search, const struct past_task *task) {
    const struct history_keys *keys = search->question->keys;
    if (keys->id.length > 0 && str_equal(task->id, keys->id)) return false;
    return history_counts(search->question->query, search->issuer, task->issuer);
}

/* Index of the first hit after `key` and `day`. */
static size_t after(const struct past_hits *hits, uint64_t key, int32_t day) {
    size_t low = 0, high = hits->count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        const struct past_hit *hit = &hits->at[middle];
        if (hit->key < key || (hit->key == key && hit->day <= day))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Counts the hits under one key; the answer stays when it is the larger one. False when memory ran out. */
static bool search_key(struct search *search, enum past_table table, uint64_t key, struct history_answer *best) {
    const struct past_hits *hits = &search->past->tables[table];
    const struct history_question *question = search->question;
    if (!history_tally_start(&search->tally, search->arena)) return false;
    for (size_t i = after(hits, key, question->to); i > 0; i--) {
        const struct past_hit *hit = &hits->at[i - 1];
        if (hit->key != key || hit->day < question->from) break;
        const struct past_task *task = &search->past->tasks[hit->task];
        if (counts(search, task) && !history_tally_add(&search->tally, task->id, task->issuer)) return false;
    }
    if (search->tally.answer.count > best->count) *best = search->tally.answer;
    return true;
}

static enum past_table table_of(enum history_query query) {
    switch (query) {
    case HISTORY_OTHER_ISSUERS:
    case HISTORY_VERSIONS: return TABLE_TOPIC;
    case HISTORY_SAME_FORM: return TABLE_FORM;
    case HISTORY_ASSESSMENTS: return TABLE_ASSESSMENT;
    case HISTORY_VISITS:
    case HISTORY_OWN_VISITS: return TABLE_VISIT;
    case HISTORY_MEETINGS: return TABLE_MEETING;
    case HISTORY_QUERY_COUNT: break;
    }
    return TABLE_COUNT;
}

static bool search_township(struct search *search, struct str township, struct history_answer *best) {
    const struct history_keys *keys = search->question->keys;
    const enum past_table table = table_of(search->question->query);
    if (table == TABLE_TOPIC) return keys->topic == 0 || search_key(search, table, past_key(township, keys->topic), best);
    if (table != TABLE_FORM) return search_key(search, table, past_key(township, 0), best);
    for (size_t i = 0; i < keys->form_count; i++)
        if (!search_key(search, table, past_key(township, keys->forms[i].key), best)) return false;
    return true;
}

static quanze_status find(void *keeper, const struct history_question *question, struct arena *arena,
                          struct history_answer *out, struct quanze_error *error) {
    const struct past *past = keeper;
    const struct history_keys *keys = question->keys;
    struct search search = {past, question, history_issuer(past->list, keys->issuer), arena, {0}};
    struct history_answer best = {0};
    for (size_t i = 0; i < keys->townships.count; i++)
        if (!search_township(&search, keys->townships.at[i], &best)) return error_memory(error);
    *out = best;
    return QUANZE_OK;
}

struct history past_history(struct past *past) {
    return (struct history){past, find};
}
