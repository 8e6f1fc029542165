/* tasks.c - tasks as they stand. */
#include <ledger/statement.h>

/* False for a state that this program does not know. */
static bool take_line(sqlite3_stmt *statement, struct ledger_task_line *out) {
    int state = state_find(statement_text(statement, "state"));
    *out = (struct ledger_task_line){.seq = statement_integer(statement, "seq", 0),
                                     .received_at = statement_integer(statement, "received_at", DAY_NONE),
                                     .due_at = statement_integer(statement, "due_at", DAY_NONE),
                                     .id = statement_text(statement, "id"),
                                     .title = statement_text(statement, "title"),
                                     .issuer = statement_text(statement, "issuer"),
                                     .townships = statement_text(statement, "townships"),
                                     .verdict = statement_text(statement, "verdict"),
                                     .item = statement_text(statement, "item"),
                                     .facts = statement_text(statement, "facts"),
                                     .due_why = statement_text(statement, "due_why"),
                                     .state = state < 0 ? STATE_SUBMITTED : (enum state_id)state,
                                     .due_on = (int32_t)statement_integer(statement, "due_on", DAY_NONE)};
    return state >= 0;
}

/* ?1 of the statement is an issuer; the filter of the list that is being read says whether it is wanted. */
static void wanted(sqlite3_context *context, int count, sqlite3_value **values) {
    const struct ledger *ledger = sqlite3_user_data(context);
    const struct ledger_task_filter *filter = ledger->filter;
    const unsigned char *text = count == 1 ? sqlite3_value_text(values[0]) : NULL;
    const struct str issuer = {text ? (const char *)text : "", text ? (size_t)sqlite3_value_bytes(values[0]) : 0};
    sqlite3_result_int(context, filter && filter->wants_issuer(filter->payload, issuer));
}

quanze_status tasks_prepare(struct ledger *ledger, struct quanze_error *error) {
    const int code = sqlite3_create_function(ledger->db, "wanted", 1, SQLITE_UTF8, ledger, wanted, NULL, NULL);
    return code == SQLITE_OK ? QUANZE_OK : ledger_failed(ledger, code, error);
}

/* A list on its way, and what came of it so far. */
struct listing {
    struct ledger *ledger;
    const struct ledger_task_filter *filter;
    ledger_each_task *each;
    void *payload;
    struct cell state, states; /* the state that is asked for, and those that pass as a JSON list */
    size_t count;
};

/* The whole line of a task, if it passes. */
static quanze_status tell(struct listing *listing, int64_t seq, struct quanze_error *error) {
    const struct cell cell = cell_integer(seq);
    struct ledger_task_line line;
    sqlite3_stmt *statement;
    bool row = false;
    quanze_status status = statement_ask(listing->ledger, STATEMENT_TASK_LINE, &cell, 1, &statement, error);
    if (status == QUANZE_OK) status = statement_step(listing->ledger, statement, &row, error);
    if (status != QUANZE_OK || !row) return status;
    if (take_line(statement, &line)) {
        listing->count++;
        status = listing->each(listing->payload, &line, error);
    }
    (void)sqlite3_reset(statement);
    return status;
}

static bool is_full(const struct listing *listing) {
    return listing->filter->most > 0 && listing->count >= listing->filter->most;
}

/* Values of the statements that list, by their numbers there: what a statement does not ask for is not bound. */
enum { BEFORE = 1, STATE, WITH_ENDED, TOWNSHIP, MOMENT, PART, BEHIND_PART, BEHIND_DUE, STATES, BY_ISSUER, ITEM, VALUES = ITEM };

/* Those that are the same on all pages of a list. */
static void take_asked(const struct listing *listing, struct cell out[1 + VALUES]) {
    const struct ledger_task_filter *filter = listing->filter;
    memset(out, 0, (1 + VALUES) * sizeof *out);
    out[STATE] = listing->state;
    out[WITH_ENDED] = cell_integer(filter->state >= 0 ? state_at((enum state_id)filter->state)->is_end : filter->with_ended);
    out[TOWNSHIP] = cell_text_or_null(filter->township);
    out[STATES] = listing->states;
    out[BY_ISSUER] = cell_integer(filter->wants_issuer != NULL);
    out[ITEM] = cell_text_or_null(filter->item);
}

static quanze_status list(struct listing *listing, enum statement which, const struct cell values[1 + VALUES],
                          struct quanze_error *error) {
    sqlite3_stmt *statement;
    bool row = true;
    quanze_status status = statement_ask(listing->ledger, which, values + 1, VALUES, &statement, error);
    if (status != QUANZE_OK) return status;
    while (status == QUANZE_OK && !is_full(listing)) {
        status = statement_step(listing->ledger, statement, &row, error);
        if (status != QUANZE_OK || !row) break;
        status = tell(listing, statement_integer(statement, "seq", 0), error);
    }
    (void)sqlite3_reset(statement);
    return status;
}

/* Each way of asking has an index of its own. */
static enum statement statement_of(const struct ledger_task_filter *filter) {
    if (filter->item.length > 0) return STATEMENT_TASKS_ON;
    if (filter->township.length > 0) return STATEMENT_TASKS_TO;
    if (filter->wants_issuer) return STATEMENT_TASKS_OF;
    return filter->state >= 0 ? STATEMENT_TASKS_IN : STATEMENT_TASKS;
}

enum { PART_RUNNING, PART_OVER, PART_UNENDING, PART_COUNT };

/* Where a list by the time left goes on: behind a row of a part, or at its beginning (row 0). */
struct behind {
    int64_t row, due_at;
    int part;
};

static quanze_status find_behind(const struct listing *listing, struct behind *out, struct quanze_error *error) {
    const struct ledger_task_filter *filter = listing->filter;
    const struct cell cell = cell_integer(filter->before);
    sqlite3_stmt *statement;
    bool row = false;
    *out = (struct behind){.part = PART_RUNNING};
    if (filter->before <= 0) return QUANZE_OK;
    quanze_status status = statement_ask(listing->ledger, STATEMENT_DUE_OF_TASK, &cell, 1, &statement, error);
    if (status == QUANZE_OK) status = statement_step(listing->ledger, statement, &row, error);
    if (status != QUANZE_OK) return status;
    const int64_t due_at = row ? statement_integer(statement, "due_at", DAY_NONE) : DAY_NONE;
    (void)sqlite3_reset(statement);
    *out = (struct behind){filter->before, due_at,
                           due_at == DAY_NONE     ? PART_UNENDING
                           : due_at < filter->now ? PART_OVER
                                                  : PART_RUNNING};
    return QUANZE_OK;
}

/* The parts one behind the other, by the index of ends. */
static quanze_status walk(struct listing *listing, const struct behind *behind, struct quanze_error *error) {
    static const enum statement WHICH[] = {STATEMENT_TASKS_RUNNING, STATEMENT_TASKS_OVER, STATEMENT_TASKS_UNENDING};
    const struct ledger_task_filter *filter = listing->filter;
    const bool only_over = filter->order == LEDGER_TASKS_OVERDUE;
    const struct { int64_t row, due_at; } starts[] = {{0, filter->now}, {INT64_MAX, filter->now - 1}, {INT64_MAX, DAY_NONE}};
    struct cell values[1 + VALUES];
    quanze_status status = QUANZE_OK;
    take_asked(listing, values);
    for (int part = behind->part; status == QUANZE_OK && part < PART_COUNT; part++) {
        if (only_over && part != PART_OVER) continue;
        const bool goes_on = behind->row > 0 && part == behind->part;
        values[BEFORE] = cell_integer(goes_on ? behind->row : starts[part].row);
        values[MOMENT] = cell_integer_or_null(goes_on ? behind->due_at : starts[part].due_at, DAY_NONE);
        status = list(listing, WHICH[part], values, error);
    }
    return status;
}

/* All tasks of the wanted issuers, to a township or in the states that pass, sorted. */
static quanze_status gather(struct listing *listing, enum statement which, const struct behind *behind,
                            struct quanze_error *error) {
    const struct ledger_task_filter *filter = listing->filter;
    const bool is_running = behind->part == PART_RUNNING, begins = behind->row == 0;
    const int64_t due = behind->due_at == DAY_NONE ? 0 : behind->due_at;
    struct cell values[1 + VALUES];
    take_asked(listing, values);
    values[BEFORE] = cell_integer(is_running ? behind->row : -behind->row);
    values[MOMENT] = cell_integer(filter->now);
    values[PART] = cell_integer(filter->order == LEDGER_TASKS_OVERDUE ? PART_OVER : -1);
    values[BEHIND_PART] = cell_integer(begins ? -1 : behind->part);
    values[BEHIND_DUE] = cell_integer(is_running ? due : -due);
    return list(listing, which, values, error);
}

enum {
    FEW = 5000,        /* rows that are sorted in a moment */
    FEW_OF_ALL = 20000 /* that are looked through sooner than all that one township got or one issuer sent */
};

/* Whether so few rows (less than `few`) have what is asked for that they are sorted sooner than found among all by the end of
 * their time. */
static quanze_status are_few(const struct listing *listing, enum statement which, struct cell asked, int64_t few, bool *out,
                             struct quanze_error *error) {
    const struct cell cells[] = {asked, cell_integer(few)};
    sqlite3_stmt *statement;
    bool row = false;
    quanze_status status = statement_ask(listing->ledger, which, cells, 2, &statement, error);
    if (status == QUANZE_OK) status = statement_step(listing->ledger, statement, &row, error);
    if (status != QUANZE_OK) return status;
    *out = row && statement_integer(statement, "count", few) < few;
    (void)sqlite3_reset(statement);
    return QUANZE_OK;
}

/* What stands in few states is found by them, whatever else is asked: those who ask may have ten thousands that came to their
 * end. */
static quanze_status list_newest(struct listing *listing, struct quanze_error *error) {
    const struct ledger_task_filter *filter = listing->filter;
    struct cell values[1 + VALUES];
    const bool is_of_one = filter->township.length > 0 || filter->wants_issuer;
    bool few = false;
    const quanze_status status =
        are_few(listing, STATEMENT_MANY_IN_STATES, listing->states, is_of_one ? FEW_OF_ALL : FEW, &few, error);
    if (status != QUANZE_OK) return status;
    take_asked(listing, values);
    values[BEFORE] = cell_integer(filter->before > 0 ? filter->before : INT64_MAX);
    values[MOMENT] = cell_integer(filter->most > 0 ? (int64_t)filter->most : -1); /* here: how many of each issuer */
    return list(listing, few ? STATEMENT_TASKS_IN_STATES : statement_of(filter), values, error);
}

/* Each way of gathering, from the narrowest: of which item, whom the list is of, to whom, in which states. */
static quanze_status list_by_due(struct listing *listing, struct quanze_error *error) {
    const struct ledger_task_filter *filter = listing->filter;
    const struct {
        bool is_asked;
        enum statement many, which;
        struct cell asked;
    } WAYS[] = {
        {filter->item.length > 0, STATEMENT_MANY_ON, STATEMENT_TASKS_ON_BY_DUE, cell_text(filter->item)},
        {filter->wants_issuer != NULL, STATEMENT_MANY_OF, STATEMENT_TASKS_OF_BY_DUE, cell_integer(0)},
        {filter->township.length > 0 && !filter->wants_issuer, STATEMENT_MANY_TO, STATEMENT_TASKS_TO_BY_DUE,
         cell_text(filter->township)},
        {true, STATEMENT_MANY_IN_STATES, STATEMENT_TASKS_IN_BY_DUE, listing->states},
    };
    struct behind behind;
    quanze_status status = find_behind(listing, &behind, error);
    for (size_t i = 0; status == QUANZE_OK && i < sizeof WAYS / sizeof *WAYS; i++) {
        bool few = false;
        if (WAYS[i].is_asked) status = are_few(listing, WAYS[i].many, WAYS[i].asked, FEW, &few, error);
        if (status == QUANZE_OK && few) return gather(listing, WAYS[i].which, &behind, error);
    }
    return status == QUANZE_OK ? walk(listing, &behind, error) : status;
}

/* ["submitted","screened"]: no name of a state has to be escaped. */
static void put_states(struct buf *out, const struct ledger_task_filter *filter) {
    buf_put_char(out, '[');
    for (int state = 0; state < STATE_COUNT; state++) {
        const struct state_info *row = state_at((enum state_id)state);
        if (filter->state >= 0 ? state != filter->state : row->is_end && !filter->with_ended) continue;
        buf_printf(out, "%s\"%.*s\"", out->length > 1 ? "," : "", (int)row->name.length, row->name.at);
    }
    buf_put_char(out, ']');
}

quanze_status ledger_list_tasks(struct ledger *ledger, const struct ledger_task_filter *filter, ledger_each_task *each,
                                void *payload, struct quanze_error *error) {
    const bool by_state = filter->state >= 0;
    struct buf states = {0};
    put_states(&states, filter);
    struct listing listing = {.ledger = ledger,
                              .filter = filter,
                              .each = each,
                              .payload = payload,
                              .state = cell_text_or_null(by_state ? state_at((enum state_id)filter->state)->name : STR("")),
                              .states = cell_text(buf_str(&states))};
    ledger->filter = filter;
    quanze_status status = states.failed                          ? error_memory(error)
                           : filter->order == LEDGER_TASKS_NEWEST ? list_newest(&listing, error)
                                                                  : list_by_due(&listing, error);
    ledger->filter = NULL;
    buf_free(&states);
    return status;
}
