/* history.c - the past by indexed queries: what costs a screening is the hits, not the size of the ledger. */
#include <ledger/history_memo.h>
#include <ledger/history_seen.h>

#define BUCKET_SHIFT 5 /* tasks_by_topic and forms_by_form begin with the day shifted by this */

/* A question while it is being answered: a tally for each addressed township, NULL until it has a hit. */
struct search {
    struct ledger *ledger;
    const struct history_question *question;
    struct str issuer; /* as the list names it */
    struct arena *arena;
    struct history_tally **tallies;
    struct history_answer best;
    size_t full; /* tallies that take no more */
};

static bool note(struct search *search, size_t township, struct str id, struct str issuer) {
    struct history_tally **tally = &search->tallies[township];
    if (!*tally) {
        *tally = arena_take(search->arena, sizeof **tally);
        if (!*tally || !history_tally_start(*tally, search->arena)) return false;
    }
    size_t before = (*tally)->answer.count;
    if (!history_tally_add(*tally, id, issuer)) return false;
    search->full += before < HISTORY_MOST && (*tally)->answer.count == HISTORY_MOST;
    return true;
}

/* Counts the row for its township, where that is an addressed one. False when memory ran out. */
static bool take_row(struct search *search, sqlite3_stmt *statement) {
    const struct texts *townships = &search->question->keys->townships;
    struct str township = statement_text(statement, "township");
    for (size_t i = 0; i < townships->count; i++) {
        if (!str_equal(townships->at[i], township)) continue;
        struct str issuer = history_issuer(search->ledger->list, statement_text(statement, "issuer"));
        if (!history_counts(search->question->query, search->issuer, issuer)) return true;
        return note(search, i, statement_text(statement, "id"), issuer);
    }
    return true;
}

static quanze_status gather(struct search *search, enum statement which, const struct cell *cells, size_t count,
                            struct quanze_error *error) {
    sqlite3_stmt *statement;
    bool row = true;
    quanze_status status = statement_ask(search->ledger, which, cells, count, &statement, error);
    while (status == QUANZE_OK && row && search->full == 0) {
        status = statement_step(search->ledger, statement, &row, error);
        if (status == QUANZE_OK && row && !take_row(search, statement)) status = error_memory(error);
    }
    if (status == QUANZE_OK) (void)sqlite3_reset(statement);
    return status;
}

/* The township with most hits answers; the tallies are then empty again. */
static void settle(struct search *search) {
    for (size_t i = 0; i < search->question->keys->townships.count; i++) {
        if (search->tallies[i] && search->tallies[i]->answer.count > search->best.count)
            search->best = search->tallies[i]->answer;
        search->tallies[i] = NULL;
    }
    search->full = 0;
}

/* By topic or form: one probe for each 32 days of the span, newest first. */
static quanze_status by_key(struct search *search, enum statement which, int64_t key, struct quanze_error *error) {
    const struct history_question *question = search->question;
    quanze_status status = QUANZE_OK;
    for (int32_t bucket = question->to >> BUCKET_SHIFT; bucket >= question->from >> BUCKET_SHIFT; bucket--) {
        const struct cell cells[] = {cell_integer(bucket),          cell_integer(key),
                                     cell_integer(question->from),  cell_integer(question->to),
                                     cell_text(question->keys->id), cell_integer(ledger_rows_before(search->ledger))};
        bool may = true;
        status = seen_ask(search->ledger, which, bucket, key, &may, error);
        if (status == QUANZE_OK && may) status = gather(search, which, cells, sizeof cells / sizeof *cells, error);
        if (status != QUANZE_OK) return status;
    }
    settle(search);
    return status;
}

static quanze_status by_forms(struct search *search, struct quanze_error *error) {
    const struct history_keys *keys = search->question->keys;
    quanze_status status = QUANZE_OK;
    for (size_t i = 0; i < keys->form_count && status == QUANZE_OK; i++)
        status = by_key(search, STATEMENT_HISTORY_FORM, keys->forms[i].key, error);
    return status;
}

static quanze_status by_topic(struct search *search, struct quanze_error *error) {
    int64_t topic = search->question->keys->topic;
    return topic == 0 ? QUANZE_OK : by_key(search, STATEMENT_HISTORY_TOPIC, topic, error);
}

/* What was kept, the task itself left out. */
static quanze_status take_kept(struct search *search, size_t township, const struct memo_entry *kept,
                               struct quanze_error *error) {
    const struct history_question *question = search->question;
    for (size_t i = 0; i < kept->count && search->full == 0; i++) {
        const struct memo_hit *hit = &kept->hits[i];
        if (!memo_reached(hit, ledger_rows_before(search->ledger))) continue;
        if (str_equal(hit->id, question->keys->id) || !history_counts(question->query, search->issuer, hit->issuer)) continue;
        if (!note(search, township, hit->id, hit->issuer)) return error_memory(error);
    }
    return QUANZE_OK;
}

static quanze_status by_townships(struct search *search, enum statement which, struct quanze_error *error) {
    const struct history_question *question = search->question;
    quanze_status status = QUANZE_OK;
    for (size_t i = 0; i < question->keys->townships.count && status == QUANZE_OK; i++) {
        const struct str township = question->keys->townships.at[i];
        const struct cell cells[] = {cell_text(township), cell_integer(question->from), cell_integer(question->to),
                                     cell_text(question->keys->id), cell_integer(ledger_rows_before(search->ledger))};
        const struct memo_entry *kept = NULL;
        status = memo_take(search->ledger, which, township, question, &kept, error);
        if (status == QUANZE_OK && kept)
            status = take_kept(search, i, kept, error);
        else if (status == QUANZE_OK)
            status = gather(search, which, cells, sizeof cells / sizeof *cells, error);
        search->full = 0;
    }
    settle(search);
    return status;
}

static quanze_status find(void *keeper, const struct history_question *question, struct arena *arena,
                          struct history_answer *out, struct quanze_error *error) {
    struct ledger *ledger = keeper;
    struct search search = {.ledger = ledger,
                            .question = question,
                            .issuer = history_issuer(ledger->list, question->keys->issuer),
                            .arena = arena,
                            .tallies = arena_take_array(arena, question->keys->townships.count, sizeof *search.tallies)};
    quanze_status status = QUANZE_OK;
    if (!search.tallies) return error_memory(error);
    switch (question->query) {
    case HISTORY_OTHER_ISSUERS:
    case HISTORY_VERSIONS: status = by_topic(&search, error); break;
    case HISTORY_SAME_FORM: status = by_forms(&search, error); break;
    case HISTORY_ASSESSMENTS: status = by_townships(&search, STATEMENT_HISTORY_ASSESSMENTS, error); break;
    case HISTORY_VISITS:
    case HISTORY_OWN_VISITS: status = by_townships(&search, STATEMENT_HISTORY_VISITS, error); break;
    case HISTORY_MEETINGS: status = by_townships(&search, STATEMENT_HISTORY_MEETINGS, error); break;
    case HISTORY_QUERY_COUNT: break;
    }
    if (status == QUANZE_OK) *out = search.best;
    return status;
}

struct history ledger_history(struct ledger *ledger, const struct list *list) {
    if (ledger->list != list) history_memo_forget(ledger);
    ledger->list = list;
    return (struct history){.keeper = ledger, .find = find};
}
