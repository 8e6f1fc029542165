/* log.c - the journal in words, and one task's story. */
#include <base/alloc.h>
#include <ledger/statement.h>

static void take_hash(struct str bytes, struct digest *out) {
    *out = (struct digest){{0}};
    if (bytes.length == sizeof out->bytes) memcpy(out->bytes, bytes.at, bytes.length);
}

/* Complaints keep the day alone, so they say nothing of the clock. */
static bool tells_time(struct str kind) { return !str_equal(kind, STR("complaint")); }

static void take_line(sqlite3_stmt *statement, struct ledger_line *out) {
    out->seq = statement_integer(statement, "seq", 0);
    out->at = statement_integer(statement, "at", 0);
    out->about = statement_integer(statement, "about", 0);
    out->kind = statement_text(statement, "kind");
    out->id = statement_text(statement, "id");
    out->what = statement_text(statement, "what");
    out->detail = statement_text(statement, "detail");
    out->by = statement_text(statement, "who");
    take_hash(statement_text(statement, "hash"), &out->hash);
}

quanze_status ledger_list_log(struct ledger *ledger, struct str id, ledger_each_line *each, void *payload,
                              struct quanze_error *error) {
    const struct ledger_log_filter filter = {.id = id};
    return ledger_list_log_of(ledger, &filter, each, payload, error);
}

static quanze_status ask_log(struct ledger *ledger, const struct ledger_log_filter *filter, sqlite3_stmt **out,
                             struct quanze_error *error) {
    const int64_t last = filter->newest && filter->after == 0 ? INT64_MAX : filter->after;
    const struct cell cells[] = {cell_integer(last), cell_text_or_null(filter->id)};
    if (filter->id.length > 0) return statement_ask(ledger, STATEMENT_LOG_OF, cells, 2, out, error);
    return statement_ask(ledger, filter->newest ? STATEMENT_LOG_NEWEST : STATEMENT_LOG, cells, 1, out, error);
}

quanze_status ledger_list_log_of(struct ledger *ledger, const struct ledger_log_filter *filter, ledger_each_line *each,
                                 void *payload, struct quanze_error *error) {
    sqlite3_stmt *statement;
    bool row = true;
    int64_t latest = INT64_MIN;
    quanze_status status = ask_log(ledger, filter, &statement, error);
    for (size_t count = 0; status == QUANZE_OK && row && (filter->most == 0 || count < filter->most); count++) {
        struct ledger_line line;
        status = statement_step(ledger, statement, &row, error);
        if (status != QUANZE_OK || !row) break;
        take_line(statement, &line);
        line.clock_went_back = !filter->newest && tells_time(line.kind) && line.at < latest;
        if (tells_time(line.kind)) latest = line.at;
        status = each(payload, &line, error);
    }
    if (status == QUANZE_OK) (void)sqlite3_reset(statement);
    return status;
}

/* Rows of a story as they come, moved into the arena at the end. */
struct rows {
    void *at;
    size_t count, capacity, size;
};

static void *next_row(struct rows *rows) {
    void *grown = alloc_grow(rows->at, &rows->capacity, rows->count + 1, rows->size);
    if (!grown) return NULL;
    rows->at = grown;
    return (char *)grown + rows->count++ * rows->size;
}

static quanze_status settle(struct rows *rows, quanze_status status, struct arena *arena, void **out, size_t *count,
                            struct quanze_error *error) {
    void *kept = status == QUANZE_OK ? arena_take(arena, rows->count * rows->size) : NULL;
    if (status == QUANZE_OK && !kept) status = error_memory(error);
    if (status == QUANZE_OK) {
        if (rows->count > 0) memcpy(kept, rows->at, rows->count * rows->size);
        *out = kept;
        *count = rows->count;
    }
    alloc_free(rows->at);
    return status;
}

/* Reads one row; false when memory ran out. */
typedef bool take_row(sqlite3_stmt *statement, struct arena *arena, void *row);

static quanze_status read_rows(struct ledger *ledger, enum statement which, struct cell key, size_t size, take_row *take,
                               struct arena *arena, void **out, size_t *count, struct quanze_error *error) {
    struct rows rows = {.size = size};
    sqlite3_stmt *statement;
    bool row = true;
    quanze_status status = statement_ask(ledger, which, &key, 1, &statement, error);
    while (status == QUANZE_OK && row) {
        status = statement_step(ledger, statement, &row, error);
        if (status != QUANZE_OK || !row) break;
        void *next = next_row(&rows);
        if (!next || !take(statement, arena, next)) status = error_memory(error);
    }
    if (status == QUANZE_OK) (void)sqlite3_reset(statement);
    return settle(&rows, status, arena, out, count, error);
}

/* Texts of a row by column; false when memory ran out. */
struct text_column {
    const char *name;
    struct str *out;
};

static bool keep_texts(sqlite3_stmt *statement, struct arena *arena, const struct text_column *columns, size_t count) {
    for (size_t i = 0; i < count; i++) {
        *columns[i].out = statement_kept(statement, columns[i].name, arena);
        if (!columns[i].out->at) return false;
    }
    return true;
}

#define KEEP(statement, arena, ...)                                                                                            \
    keep_texts(statement, arena, (const struct text_column[]){__VA_ARGS__},                                                    \
               sizeof((const struct text_column[]){__VA_ARGS__}) / sizeof(struct text_column))

static bool take_task(sqlite3_stmt *statement, struct arena *arena, void *row) {
    struct ledger_story_task *task = row;
    task->seq = statement_integer(statement, "seq", 0);
    task->at = statement_integer(statement, "at", 0);
    return KEEP(statement, arena, {"title", &task->title}, {"issuer", &task->issuer}, {"facts", &task->facts});
}

static bool take_decision(sqlite3_stmt *statement, struct arena *arena, void *row) {
    struct ledger_story_decision *decision = row;
    *decision = (struct ledger_story_decision){.seq = statement_integer(statement, "seq", 0),
                                               .at = statement_integer(statement, "at", 0),
                                               .as_of = (int32_t)statement_integer(statement, "as_of", DAY_NONE)};
    return KEEP(statement, arena, {"verdict", &decision->verdict}, {"item", &decision->item}, {"record", &decision->record},
                {"engine", &decision->engine}, {"list", &decision->list}, {"rules", &decision->rules},
                {"calendar", &decision->calendar}, {"thesaurus", &decision->thesaurus});
}

static bool take_finding(sqlite3_stmt *statement, struct arena *arena, void *row) {
    struct ledger_finding *finding = row;
    return KEEP(statement, arena, {"rule", &finding->rule}, {"family", &finding->family}, {"status", &finding->status},
                {"level", &finding->level}, {"ground", &finding->ground}, {"basis", &finding->basis},
                {"message", &finding->message});
}

static bool take_move(sqlite3_stmt *statement, struct arena *arena, void *row) {
    struct ledger_story_move *move = row;
    move->seq = statement_integer(statement, "seq", 0);
    move->at = statement_integer(statement, "at", 0);
    move->due_on = (int32_t)statement_integer(statement, "due_on", DAY_NONE);
    return KEEP(statement, arena, {"from_state", &move->from}, {"to_state", &move->to}, {"role", &move->role},
                {"office", &move->office}, {"person", &move->person}, {"why", &move->why}, {"grounds", &move->grounds},
                {"basis", &move->basis}, {"approved_by", &move->approved_by}, {"due_why", &move->due_why},
                {"letter", &move->letter});
}

static quanze_status read_findings(struct ledger *ledger, struct arena *arena, struct ledger_story *story,
                                   struct quanze_error *error) {
    quanze_status status = QUANZE_OK;
    for (size_t i = 0; i < story->decision_count && status == QUANZE_OK; i++) {
        void *rows = NULL;
        status =
            read_rows(ledger, STATEMENT_STORY_FINDINGS, cell_integer(story->decisions[i].seq), sizeof(struct ledger_finding),
                      take_finding, arena, &rows, &story->decisions[i].finding_count, error);
        story->decisions[i].findings = rows;
    }
    return status;
}

quanze_status ledger_read_story(struct ledger *ledger, struct str id, struct arena *arena, struct ledger_story *out,
                                struct quanze_error *error) {
    struct ledger_case now;
    struct ledger_story story = {0};
    void *tasks = NULL, *decisions = NULL, *moves = NULL;
    quanze_status status = ledger_read_case(ledger, id, arena, &now, error);
    if (status != QUANZE_OK) return status;
    story.id = now.life.id;
    story.state = now.life.state;
    status = read_rows(ledger, STATEMENT_STORY_TASKS, cell_text(id), sizeof *story.tasks, take_task, arena, &tasks,
                       &story.task_count, error);
    if (status == QUANZE_OK)
        status = read_rows(ledger, STATEMENT_STORY_DECISIONS, cell_text(id), sizeof *story.decisions, take_decision, arena,
                           &decisions, &story.decision_count, error);
    if (status == QUANZE_OK)
        status = read_rows(ledger, STATEMENT_STORY_MOVES, cell_text(id), sizeof *story.moves, take_move, arena, &moves,
                           &story.move_count, error);
    story.tasks = tasks;
    story.decisions = decisions;
    story.moves = moves;
    if (status == QUANZE_OK) status = read_findings(ledger, arena, &story, error);
    if (status == QUANZE_OK) *out = story;
    return status;
}
