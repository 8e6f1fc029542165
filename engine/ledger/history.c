/* history.c - the past by indexed queries: what costs a screening is the hits, not the size of the ledger. */
#include <base/buf.h>
#include <ledger/statement.h>

#define BUCKET_SHIFT 5 /* tasks_by_topic and forms_by_form begin with the day shifted by this */

#define MOST_HITS 200 /* as many rows as one question looks at */

/* Hits of several questions put together: of each task once, told apart by the hash of its id. */
struct hits {
    struct arena *arena;
    struct history_answer answer;
    uint64_t seen[MOST_HITS];
    struct str issuers[HISTORY_MAX_TASKS];
};

static bool is_new(struct hits *hits, struct str id) {
    uint64_t hash = str_hash(id);
    if (hits->answer.count == MOST_HITS) return false;
    for (size_t i = 0; i < hits->answer.count; i++)
        if (hits->seen[i] == hash) return false;
    hits->seen[hits->answer.count++] = hash;
    return true;
}

static bool note_task(struct hits *hits, struct str id) {
    struct texts *tasks = &hits->answer.tasks;
    if (tasks->count == HISTORY_MAX_TASKS) return true;
    struct str kept = arena_copy(hits->arena, id);
    tasks->at[tasks->count++] = kept;
    return kept.at != NULL;
}

static bool note_issuer(struct hits *hits, struct str issuer) {
    for (size_t i = 0; i < hits->answer.issuers; i++)
        if (str_equal(hits->issuers[i], issuer)) return true;
    if (hits->answer.issuers == HISTORY_MAX_TASKS || issuer.length == 0) return true;
    struct str kept = arena_copy(hits->arena, issuer);
    hits->issuers[hits->answer.issuers++] = kept;
    return kept.at != NULL;
}

static bool start_hits(struct hits *hits, struct arena *arena) {
    hits->arena = arena;
    hits->answer = (struct history_answer){0};
    hits->answer.tasks.at = arena_take_array(arena, HISTORY_MAX_TASKS, sizeof(struct str));
    return hits->answer.tasks.at != NULL;
}

static quanze_status gather(struct ledger *ledger, enum statement which, const struct cell *cells, size_t count,
                            struct hits *hits, struct quanze_error *error) {
    sqlite3_stmt *statement;
    bool row = true;
    quanze_status status = statement_ask(ledger, which, cells, count, &statement, error);
    while (status == QUANZE_OK && row) {
        status = statement_step(ledger, statement, &row, error);
        if (status != QUANZE_OK || !row) break;
        struct str id = statement_text(statement, "id");
        if (!is_new(hits, id)) continue;
        if (!note_task(hits, id) || !note_issuer(hits, statement_text(statement, "issuer"))) status = error_memory(error);
    }
    if (status == QUANZE_OK) (void)sqlite3_reset(statement);
    return status;
}

/* By topic or form: one probe for each 32 days of the span, newest first. */
static quanze_status by_key(struct ledger *ledger, enum statement which, int64_t key, const struct history_question *question,
                            struct hits *hits, struct quanze_error *error) {
    quanze_status status = QUANZE_OK;
    const size_t count = which == STATEMENT_HISTORY_FORM ? 5 : 6;
    for (int32_t bucket = question->to >> BUCKET_SHIFT; bucket >= question->from >> BUCKET_SHIFT; bucket--) {
        const struct cell cells[] = {cell_integer(bucket),          cell_integer(key),
                                     cell_integer(question->from),  cell_integer(question->to),
                                     cell_text(question->keys->id), cell_text_or_null(question->keys->issuer)};
        status = gather(ledger, which, cells, count, hits, error);
        if (status != QUANZE_OK) return status;
    }
    return status;
}

static quanze_status by_forms(struct ledger *ledger, const struct history_question *question, struct hits *hits,
                              struct quanze_error *error) {
    quanze_status status = QUANZE_OK;
    for (size_t i = 0; i < question->keys->form_count && status == QUANZE_OK; i++)
        status = by_key(ledger, STATEMENT_HISTORY_FORM, question->keys->forms[i].key, question, hits, error);
    return status;
}

/* The township with most hits answers. */
static quanze_status by_townships(struct ledger *ledger, enum statement which, const struct history_question *question,
                                  struct hits *hits, struct quanze_error *error) {
    quanze_status status = QUANZE_OK;
    for (size_t i = 0; i < question->keys->townships.count && status == QUANZE_OK; i++) {
        struct hits own;
        if (!start_hits(&own, hits->arena)) return error_memory(error);
        const struct cell cells[] = {cell_text(question->keys->townships.at[i]), cell_integer(question->from),
                                     cell_integer(question->to), cell_text(question->keys->id),
                                     cell_text_or_null(question->keys->issuer)};
        status = gather(ledger, which, cells, which == STATEMENT_HISTORY_OWN_VISITS ? 5 : 4, &own, error);
        if (own.answer.count > hits->answer.count) *hits = own;
    }
    return status;
}

static quanze_status find(void *keeper, const struct history_question *question, struct arena *arena,
                          struct history_answer *out, struct quanze_error *error) {
    struct ledger *ledger = keeper;
    struct hits hits;
    quanze_status status = QUANZE_OK;
    if (!start_hits(&hits, arena)) return error_memory(error);
    switch (question->query) {
    case HISTORY_OTHER_ISSUERS:
        if (question->keys->topic != 0)
            status = by_key(ledger, STATEMENT_HISTORY_TOPIC, question->keys->topic, question, &hits, error);
        break;
    case HISTORY_VERSIONS:
        if (question->keys->topic != 0)
            status = by_key(ledger, STATEMENT_HISTORY_VERSIONS, question->keys->topic, question, &hits, error);
        break;
    case HISTORY_SAME_FORM: status = by_forms(ledger, question, &hits, error); break;
    case HISTORY_ASSESSMENTS: status = by_townships(ledger, STATEMENT_HISTORY_ASSESSMENTS, question, &hits, error); break;
    case HISTORY_VISITS: status = by_townships(ledger, STATEMENT_HISTORY_VISITS, question, &hits, error); break;
    case HISTORY_OWN_VISITS: status = by_townships(ledger, STATEMENT_HISTORY_OWN_VISITS, question, &hits, error); break;
    case HISTORY_MEETINGS: status = by_townships(ledger, STATEMENT_HISTORY_MEETINGS, question, &hits, error); break;
    case HISTORY_QUERY_COUNT: break;
    }
    if (status == QUANZE_OK) *out = hits.answer;
    return status;
}

struct history ledger_history(struct ledger *ledger) {
    return (struct history){.keeper = ledger, .find = find};
}
