/* case.c - what is known of one task when somebody wants to move it. */
#include <ledger/statement.h>

#define SHOWN(text) (int)(text).length, (text).at
#define MOST_NEAR 40

static quanze_status no_such_task(struct ledger *ledger, struct str id, struct arena *arena, struct quanze_error *error) {
    struct cell cell = cell_text(id);
    struct str names[MOST_NEAR];
    size_t count = 0;
    sqlite3_stmt *statement;
    bool row = true;
    quanze_status status = statement_ask(ledger, STATEMENT_NEAR_IDS, &cell, 1, &statement, error);
    while (status == QUANZE_OK && row && count < MOST_NEAR) {
        status = statement_step(ledger, statement, &row, error);
        if (status != QUANZE_OK || !row) break;
        names[count] = statement_kept(statement, "id", arena);
        if (!names[count++].at) return error_memory(error);
    }
    if (status != QUANZE_OK) return status;
    (void)sqlite3_reset(statement);
    ptrdiff_t near = str_nearest(id, names, count);
    if (near < 0)
        return error_set(error, QUANZE_NO_INPUT, "台账里没有任务“%.*s”", "there is no task \"%.*s\" in the ledger", SHOWN(id));
    return error_set(error, QUANZE_NO_INPUT, "台账里没有任务“%.*s”，是不是“%.*s”？",
                     "there is no task \"%.*s\" in the ledger; did you mean \"%.*s\"?", SHOWN(id), SHOWN(names[near]));
}

/* Opens a statement on one value and steps once. */
static quanze_status one_row(struct ledger *ledger, enum statement which, struct cell cell, sqlite3_stmt **out, bool *row,
                             struct quanze_error *error) {
    quanze_status status = statement_ask(ledger, which, &cell, 1, out, error);
    return status == QUANZE_OK ? statement_step(ledger, *out, row, error) : status;
}

/* Party committees and governments of the county and above: what they hand down may be objected to, not refused.
 * Source: 地方组织法 76; 公务员法 60. */
static bool kind_binds(struct str kind) {
    static const struct str ENDINGS[] = {STR_INIT("_party_committee"), STR_INIT("_government")};
    if (str_equal(kind, STR("central"))) return true;
    for (size_t i = 0; i < sizeof ENDINGS / sizeof *ENDINGS; i++) {
        size_t length = ENDINGS[i].length;
        if (kind.length > length && str_equal((struct str){kind.at + kind.length - length, length}, ENDINGS[i])) return true;
    }
    return false;
}

static quanze_status read_task(struct ledger *ledger, struct str id, struct arena *arena, struct ledger_case *out,
                               struct quanze_error *error) {
    sqlite3_stmt *statement;
    bool row = false;
    quanze_status status = one_row(ledger, STATEMENT_CASE_TASK, cell_text(id), &statement, &row, error);
    if (status != QUANZE_OK) return status;
    if (!row) return no_such_task(ledger, id, arena, error);
    int64_t end = statement_integer(statement, "end_at", INT64_MIN);
    out->task = statement_integer(statement, "seq", 0);
    out->issuer = statement_kept(statement, "issuer_name", arena);
    out->life.id = arena_copy(arena, id);
    out->life.issuer_binds = kind_binds(statement_text(statement, "issuer_kind"));
    out->life.end_day = end == INT64_MIN ? DAY_NONE : day_of_minute(end);
    (void)sqlite3_reset(statement);
    return out->issuer.at && out->life.id.at ? QUANZE_OK : error_memory(error);
}

static quanze_status read_townships(struct ledger *ledger, struct arena *arena, struct ledger_case *out,
                                    struct quanze_error *error) {
    struct cell task = cell_integer(out->task);
    sqlite3_stmt *statement;
    size_t count = 0;
    bool row = true;
    quanze_status status = statement_ask(ledger, STATEMENT_CASE_TOWNSHIPS, &task, 1, &statement, error);
    while (status == QUANZE_OK && row) {
        status = statement_step(ledger, statement, &row, error);
        if (status == QUANZE_OK && row) count++;
    }
    out->townships.at = status == QUANZE_OK ? arena_take_array(arena, count, sizeof *out->townships.at) : NULL;
    if (status == QUANZE_OK && !out->townships.at) status = error_memory(error);
    if (status == QUANZE_OK) (void)sqlite3_reset(statement);
    for (size_t i = 0; i < count && status == QUANZE_OK; i++) {
        status = statement_step(ledger, statement, &row, error);
        if (status != QUANZE_OK || !row) break;
        struct str name = statement_kept(statement, "township", arena);
        if (!name.at) return error_memory(error);
        out->townships.at[out->townships.count++] = name;
    }
    if (status == QUANZE_OK) (void)sqlite3_reset(statement);
    return status;
}

/* The grounds and citations of what failed, each once a finding. */
static quanze_status read_grounds(struct ledger *ledger, int64_t decision, struct arena *arena, struct ledger_case *out,
                                  struct quanze_error *error) {
    struct cell cell = cell_integer(decision);
    struct buf grounds = {0}, basis = {0};
    sqlite3_stmt *statement;
    bool row = true;
    quanze_status status = statement_ask(ledger, STATEMENT_CASE_GROUNDS, &cell, 1, &statement, error);
    while (status == QUANZE_OK && row) {
        status = statement_step(ledger, statement, &row, error);
        if (status != QUANZE_OK || !row) break;
        struct str ground = statement_text(statement, "ground");
        if (str_find(buf_str(&grounds), ground) >= 0) continue;
        if (grounds.length > 0) buf_put_text(&grounds, ",");
        if (basis.length > 0) buf_put_text(&basis, "；");
        buf_put(&grounds, ground);
        buf_put(&basis, statement_text(statement, "basis"));
    }
    if (status == QUANZE_OK) {
        (void)sqlite3_reset(statement);
        out->grounds = arena_copy(arena, buf_str(&grounds));
        out->basis = arena_copy(arena, buf_str(&basis));
        if (grounds.failed || basis.failed || !out->grounds.at || !out->basis.at) status = error_memory(error);
    }
    buf_free(&grounds);
    buf_free(&basis);
    return status;
}

static quanze_status read_decision(struct ledger *ledger, struct arena *arena, struct ledger_case *out, int64_t *decision,
                                   struct quanze_error *error) {
    sqlite3_stmt *statement;
    bool row = false;
    quanze_status status = one_row(ledger, STATEMENT_CASE_DECISION, cell_integer(out->task), &statement, &row, error);
    if (status != QUANZE_OK) return status;
    out->papers_due = DAY_NONE;
    out->life.is_screened = row;
    if (!row) return QUANZE_OK;
    struct str verdict = statement_text(statement, "verdict"), kind = statement_text(statement, "item_kind");
    out->life.is_admissible = str_equal(verdict, STR("admit")) || str_equal(verdict, STR("conditional"));
    out->life.is_rejected = str_equal(verdict, STR("reject"));
    out->life.is_basic = str_equal(kind, STR("basic"));
    out->life.is_recalled = str_equal(kind, STR("recalled"));
    out->papers_due = statement_integer(statement, "papers_due", DAY_NONE);
    out->life.is_provisional = out->papers_due != DAY_NONE;
    *decision = statement_integer(statement, "seq", 0);
    (void)sqlite3_reset(statement);
    status = read_grounds(ledger, *decision, arena, out, error);
    out->life.has_ground = status == QUANZE_OK && out->grounds.length > 0;
    return status;
}

static quanze_status read_state(struct ledger *ledger, struct ledger_case *out, struct quanze_error *error) {
    sqlite3_stmt *statement;
    bool row = false;
    quanze_status status = one_row(ledger, STATEMENT_CASE_STATE, cell_integer(out->task), &statement, &row, error);
    if (status != QUANZE_OK) return status;
    const int state = state_find(row ? statement_text(statement, "state") : STR(""));
    out->life.state = state >= 0 ? (enum state_id)state : STATE_SUBMITTED;
    out->life.due_day = (int32_t)(row ? statement_integer(statement, "due_on", DAY_NONE) : DAY_NONE);
    (void)sqlite3_reset(statement);
    return QUANZE_OK;
}

static quanze_status read_admission(struct ledger *ledger, struct ledger_case *out, struct quanze_error *error) {
    sqlite3_stmt *statement;
    bool row = false;
    quanze_status status = one_row(ledger, STATEMENT_CASE_WAS, cell_text(out->life.id), &statement, &row, error);
    if (status != QUANZE_OK || !row) return status;
    int state = state_find(statement_text(statement, "to_state"));
    out->life.was_conditional = state == STATE_ADMITTED_CONDITIONAL;
    out->life.was_temporary = state == STATE_ADMITTED_TEMPORARY;
    int64_t ends = statement_integer(statement, "due_on", DAY_NONE);
    if (out->life.was_temporary && ends != DAY_NONE) out->life.end_day = (int32_t)ends;
    (void)sqlite3_reset(statement);
    return QUANZE_OK;
}

static quanze_status read_extension(struct ledger *ledger, struct ledger_case *out, struct quanze_error *error) {
    sqlite3_stmt *statement;
    quanze_status status =
        one_row(ledger, STATEMENT_CASE_EXTENDED, cell_text(out->life.id), &statement, &out->life.was_extended, error);
    if (status == QUANZE_OK) (void)sqlite3_reset(statement);
    return status;
}

quanze_status ledger_read_case(struct ledger *ledger, struct str id, struct arena *arena, struct ledger_case *out,
                               struct quanze_error *error) {
    struct ledger_case found = {.grounds = STR(""), .basis = STR("")};
    int64_t decision = 0;
    quanze_status status = read_task(ledger, id, arena, &found, error);
    if (status == QUANZE_OK) status = read_townships(ledger, arena, &found, error);
    if (status == QUANZE_OK) status = read_decision(ledger, arena, &found, &decision, error);
    if (status == QUANZE_OK) status = read_state(ledger, &found, error);
    if (status == QUANZE_OK) status = read_admission(ledger, &found, error);
    if (status == QUANZE_OK) status = read_extension(ledger, &found, error);
    if (status == QUANZE_OK) *out = found;
    return status;
}
