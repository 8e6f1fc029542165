#include <ledger/history_memo.h>

#include <base/alloc.h>

enum { LONG_SPAN = 40, MOST_HITS = 4096, MOST_ENTRIES = 512 }; /* days; hits of an entry; entries kept at a time */

struct history_memo {
    struct arena arena;
    struct memo_entry *entries;
    size_t count, capacity;
    size_t hit_bytes; /* of all entries */
};

void history_memo_forget(struct ledger *ledger) {
    struct history_memo *memo = ledger->memo;
    if (!memo) return;
    for (size_t i = 0; i < memo->count; i++) alloc_free(memo->entries[i].hits);
    alloc_free(memo->entries);
    arena_free(&memo->arena);
    alloc_free(memo);
    ledger->memo = NULL;
}

size_t history_memo_bytes(const struct ledger *ledger) {
    const struct history_memo *memo = ledger->memo;
    return memo ? memo->arena.used + memo->hit_bytes + memo->capacity * sizeof *memo->entries : 0;
}

static const struct memo_entry *find(const struct history_memo *memo, const struct memo_entry *wanted) {
    for (size_t i = 0; i < memo->count; i++) {
        const struct memo_entry *entry = &memo->entries[i];
        bool fits = entry->which == wanted->which && entry->from == wanted->from && entry->to == wanted->to;
        if (fits && str_equal(entry->township, wanted->township)) return entry;
    }
    return NULL;
}

/* Keeps the row that the statement stands at; false when memory ran out. */
static bool keep(struct ledger *ledger, sqlite3_stmt *statement, struct memo_entry *entry) {
    struct arena *arena = &ledger->memo->arena;
    struct memo_hit *hits = alloc_grow(entry->hits, &entry->capacity, entry->count + 1, sizeof *hits);
    if (!hits) return false;
    entry->hits = hits;
    struct memo_hit *hit = &hits[entry->count++];
    *hit = (struct memo_hit){0};
    hit->id = statement_kept(statement, "id", arena);
    hit->task = statement_integer(statement, "task", 0);
    hit->move_count = statement_integer(statement, "taken", 0) != 0; /* how many is read afterwards */
    hit->issuer = arena_copy(arena, history_issuer(ledger->list, statement_text(statement, "issuer")));
    return hit->id.at && hit->issuer.at;
}

/* Moves of a task that was taken back. */
static quanze_status read_moves(struct ledger *ledger, struct memo_hit *hit, struct quanze_error *error) {
    const struct cell cells[] = {cell_text(hit->id)};
    size_t capacity = 0, count = 0;
    struct memo_move *moves = NULL;
    sqlite3_stmt *statement;
    bool row = true;
    quanze_status status = statement_ask(ledger, STATEMENT_KEPT_MOVES, cells, 1, &statement, error);
    while (status == QUANZE_OK && row) {
        status = statement_step(ledger, statement, &row, error);
        if (status != QUANZE_OK || !row) break;
        struct memo_move *grown = alloc_grow(moves, &capacity, count + 1, sizeof *grown);
        if (grown) moves = grown;
        if (grown)
            moves[count++] =
                (struct memo_move){statement_integer(statement, "seq", 0), statement_integer(statement, "takes", 0) != 0};
        else
            status = error_memory(error);
    }
    if (status == QUANZE_OK) (void)sqlite3_reset(statement);
    hit->moves = arena_take(&ledger->memo->arena, count * sizeof *moves);
    if (status == QUANZE_OK && !hit->moves) status = error_memory(error);
    if (status == QUANZE_OK && count > 0) memcpy(hit->moves, moves, count * sizeof *moves);
    hit->move_count = count;
    alloc_free(moves);
    return status;
}

bool memo_reached(const struct memo_hit *hit, int64_t before) {
    size_t count = hit->move_count;
    if (hit->task >= before) return false;
    while (count > 0 && hit->moves[count - 1].row >= before) count--;
    return count == 0 || !hit->moves[count - 1].takes || hit->moves[count - 1].row < hit->task;
}

static quanze_status read_hits(struct ledger *ledger, struct memo_entry *entry, struct quanze_error *error) {
    const struct cell cells[] = {
        cell_text(entry->township),
        cell_integer(entry->from),
        cell_integer(entry->to),
    };
    const enum statement kept = (enum statement)(entry->which - STATEMENT_HISTORY_ASSESSMENTS + STATEMENT_KEPT_ASSESSMENTS);
    sqlite3_stmt *statement;
    bool row = true;
    quanze_status status = statement_ask(ledger, kept, cells, 3, &statement, error);
    while (status == QUANZE_OK && row && entry->count < MOST_HITS) {
        status = statement_step(ledger, statement, &row, error);
        if (status == QUANZE_OK && row && !keep(ledger, statement, entry)) status = error_memory(error);
    }
    if (status == QUANZE_OK) (void)sqlite3_reset(statement);
    entry->is_whole = entry->count < MOST_HITS;
    for (size_t i = 0; i < entry->count && status == QUANZE_OK; i++)
        if (entry->hits[i].move_count > 0) status = read_moves(ledger, &entry->hits[i], error);
    return status;
}

/* Reads the hits of an entry, which then is the newest one. */
static quanze_status make(struct ledger *ledger, struct memo_entry *entry, struct quanze_error *error) {
    struct history_memo *memo = ledger->memo;
    struct memo_entry *entries = alloc_grow(memo->entries, &memo->capacity, memo->count + 1, sizeof *entries);
    if (!entries) return error_memory(error);
    memo->entries = entries;
    entry->township = arena_copy(&memo->arena, entry->township);
    if (!entry->township.at) return error_memory(error);
    const quanze_status status = read_hits(ledger, entry, error);
    if (status != QUANZE_OK) {
        alloc_free(entry->hits);
        return status;
    }
    memo->hit_bytes += entry->capacity * sizeof *entry->hits;
    memo->entries[memo->count++] = *entry;
    return QUANZE_OK;
}

quanze_status memo_take(struct ledger *ledger, enum statement which, struct str township,
                        const struct history_question *question, const struct memo_entry **out, struct quanze_error *error) {
    struct memo_entry entry = {.which = which, .from = question->from, .to = question->to, .township = township};
    *out = NULL;
    if (!ledger->is_snapshot || question->to - question->from < LONG_SPAN) return QUANZE_OK;
    if (ledger->memo && ledger->memo->count == MOST_ENTRIES) history_memo_forget(ledger);
    if (!ledger->memo) ledger->memo = alloc_new(sizeof *ledger->memo);
    if (!ledger->memo) return error_memory(error);
    const struct memo_entry *found = find(ledger->memo, &entry);
    if (!found) {
        const quanze_status status = make(ledger, &entry, error);
        if (status != QUANZE_OK) return status;
        found = &ledger->memo->entries[ledger->memo->count - 1];
    }
    if (found->is_whole) *out = found;
    return QUANZE_OK;
}
