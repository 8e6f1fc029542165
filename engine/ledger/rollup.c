/* rollup.c - the sums of months: what a task adds is gathered until the transaction ends. */
#include <ledger/feed.h>
#include <ledger/month.h>
#include <ledger/rollup.h>
#include <ledger/statement.h>

#include <base/alloc.h>

#define CELL_DAY 12 /* of a task's row: see task_row.c; a test reads the sums back by it */
#define TOWNSHIP_WIDTH 5

int ledger_month_of(int32_t day) {
    const struct civil civil = day_to_civil(day);
    return civil.year * 12 + civil.month - 1;
}

static uint64_t mix(uint64_t hash, uint64_t more) { return (hash ^ more) * UINT64_C(0x9E3779B97F4A7C15); }

/* Room for one more in a table of slots, less than half full. `hash_at` tells the hash of a number. */
static bool grow_slots(struct slots *slots, const struct rollup *rollup, uint64_t (*hash_of)(const struct rollup *, uint32_t)) {
    if (2 * slots->count < slots->capacity) return true;
    const size_t capacity = slots->capacity ? 2 * slots->capacity : 64;
    uint32_t *at = alloc_new(capacity * sizeof *at);
    if (!at) return false;
    for (uint32_t number = 1; number <= slots->count; number++) {
        size_t slot = (size_t)(hash_of(rollup, number) >> 20) & (capacity - 1);
        while (at[slot]) slot = (slot + 1) & (capacity - 1);
        at[slot] = number;
    }
    alloc_free(slots->at);
    slots->at = at;
    slots->capacity = capacity;
    return true;
}

static uint64_t hash_of_place(const struct rollup *rollup, uint32_t number) { return rollup->places[number - 1].hash; }
static uint64_t hash_of_word(const struct rollup *rollup, uint32_t number) { return rollup->words[number - 1].hash; }

static bool is_same_place(const struct rolled_at *a, const struct rolled_at *b) {
    return a->hash == b->hash && a->month == b->month && str_equal(a->township, b->township) &&
           str_equal(a->department, b->department);
}

/* The number of a place, which is kept when it is new; 0 when memory ran out. */
static uint32_t number_of_place(struct rollup *rollup, const struct rolled_at *wanted) {
    if (!grow_slots(&rollup->by_place, rollup, hash_of_place)) return 0;
    size_t slot = (size_t)(wanted->hash >> 20) & (rollup->by_place.capacity - 1);
    for (; rollup->by_place.at[slot]; slot = (slot + 1) & (rollup->by_place.capacity - 1))
        if (is_same_place(&rollup->places[rollup->by_place.at[slot] - 1], wanted)) return rollup->by_place.at[slot];
    struct rolled_at *grown = alloc_grow(rollup->places, &rollup->place_room, rollup->by_place.count + 1, sizeof *grown);
    if (!grown) return 0;
    rollup->places = grown;
    struct rolled_at *kept = &grown[rollup->by_place.count];
    *kept = *wanted;
    kept->township = arena_copy(&rollup->arena, wanted->township);
    kept->department = arena_copy(&rollup->arena, wanted->department);
    if (!kept->township.at || !kept->department.at) return 0;
    return rollup->by_place.at[slot] = (uint32_t)++rollup->by_place.count;
}

static uint32_t number_of_word(struct rollup *rollup, struct str text) {
    const uint64_t hash = str_hash(text);
    if (!grow_slots(&rollup->by_word, rollup, hash_of_word)) return 0;
    size_t slot = (size_t)(hash >> 20) & (rollup->by_word.capacity - 1);
    for (; rollup->by_word.at[slot]; slot = (slot + 1) & (rollup->by_word.capacity - 1)) {
        const struct word *word = &rollup->words[rollup->by_word.at[slot] - 1];
        if (word->hash == hash && str_equal(word->text, text)) return rollup->by_word.at[slot];
    }
    struct word *grown = alloc_grow(rollup->words, &rollup->word_room, rollup->by_word.count + 1, sizeof *grown);
    if (!grown) return 0;
    rollup->words = grown;
    struct word *kept = &grown[rollup->by_word.count];
    *kept = (struct word){hash, arena_copy(&rollup->arena, text)};
    return kept->text.at ? rollup->by_word.at[slot] = (uint32_t)++rollup->by_word.count : 0;
}

static struct change *slot_of(struct change *at, size_t capacity, uint32_t place, uint32_t word) {
    size_t slot = (size_t)(mix(place, word) >> 20) & (capacity - 1);
    while (at[slot].place && (at[slot].place != place || at[slot].word != word)) slot = (slot + 1) & (capacity - 1);
    return &at[slot];
}

static bool grow_changes(struct rollup *rollup) {
    if (2 * rollup->count < rollup->capacity) return true;
    const size_t capacity = rollup->capacity ? 2 * rollup->capacity : 128;
    struct change *at = alloc_new(capacity * sizeof *at);
    if (!at) return false;
    for (size_t i = 0; i < rollup->capacity; i++)
        if (rollup->changes[i].place)
            *slot_of(at, capacity, rollup->changes[i].place, rollup->changes[i].word) = rollup->changes[i];
    alloc_free(rollup->changes);
    rollup->changes = at;
    rollup->capacity = capacity;
    return true;
}

static bool add(struct rollup *rollup, uint32_t place, uint32_t word, int64_t value) {
    if (!grow_changes(rollup)) return false;
    struct change *change = slot_of(rollup->changes, rollup->capacity, place, word);
    rollup->count += change->place == 0;
    *change = (struct change){place, word, change->value + value};
    return true;
}

/* A share with where it counts. */
struct rolled {
    int month;
    struct str department, townships, lines; /* townships one a line */
};

struct str rollup_next_line(struct str *rest) {
    const char *end = memchr(rest->at, '\n', rest->length);
    const struct str line = {rest->at, end ? (size_t)(end - rest->at) : rest->length};
    const size_t used = line.length + (end != NULL);
    *rest = (struct str){rest->at + used, rest->length - used};
    return line;
}

bool rollup_read_line(struct str line, struct str *name, int64_t *value) {
    size_t space = line.length;
    if (line.length == 0 || line.at[0] == '?') return false;
    while (space > 0 && line.at[space - 1] != ' ') space--;
    if (space < 2) return false;
    *name = (struct str){line.at, space - 1};
    const bool is_negative = space < line.length && line.at[space] == '-';
    *value = 0;
    for (size_t i = space + is_negative; i < line.length; i++) *value = *value * 10 + (line.at[i] - '0');
    if (is_negative) *value = -*value;
    return true;
}

/* Reads the lines that add something: the same at every place. */
static bool read_lines(struct rollup *rollup, struct str lines) {
    rollup->part_count = 0;
    while (lines.length > 0) {
        struct str name;
        int64_t value;
        if (!rollup_read_line(rollup_next_line(&lines), &name, &value)) continue;
        struct part *grown = alloc_grow(rollup->parts, &rollup->part_room, rollup->part_count + 1, sizeof *grown);
        const uint32_t word = grown ? number_of_word(rollup, name) : 0;
        if (grown) rollup->parts = grown;
        if (word == 0) return false;
        grown[rollup->part_count++] = (struct part){word, value};
    }
    return true;
}

/* Adds (`sign` 1) or takes away (-1) what was read, at one place. */
static bool add_parts(struct rollup *rollup, const struct rolled *rolled, struct str township, int sign) {
    struct rolled_at place = {.month = rolled->month, .township = township, .department = rolled->department};
    place.hash = mix(mix(str_hash(rolled->department), (uint64_t)rolled->month), str_hash(township));
    const uint32_t where = number_of_place(rollup, &place);
    bool ok = where != 0;
    for (size_t i = 0; i < rollup->part_count && ok; i++)
        ok = add(rollup, where, rollup->parts[i].word, sign * rollup->parts[i].value);
    return ok;
}

/* For each township, and once for all. */
static quanze_status add_share(struct ledger *ledger, const struct rolled *rolled, int sign, struct quanze_error *error) {
    if (!ledger->rollup) ledger->rollup = alloc_new(sizeof *ledger->rollup);
    bool ok = ledger->rollup && read_lines(ledger->rollup, rolled->lines) && add_parts(ledger->rollup, rolled, STR(""), sign);
    for (struct str rest = rolled->townships; ok && rest.length > 0;)
        ok = add_parts(ledger->rollup, rolled, rollup_next_line(&rest), sign);
    return ok ? QUANZE_OK : error_memory(error);
}

/* Takes away what the task, or an earlier version of it, added before. */
static quanze_status take_back(struct ledger *ledger, struct cell id, struct quanze_error *error) {
    sqlite3_stmt *statement;
    bool row = false;
    quanze_status status = statement_ask(ledger, STATEMENT_FIND_ROLLED, &id, 1, &statement, error);
    if (status == QUANZE_OK) status = statement_step(ledger, statement, &row, error);
    if (status != QUANZE_OK || !row) return status;
    const struct cell task = cell_integer(statement_integer(statement, "task", 0));
    const struct rolled before = {(int)statement_integer(statement, "month", 0), statement_text(statement, "department"),
                                  statement_text(statement, "townships"), statement_text(statement, "share")};
    status = add_share(ledger, &before, -1, error);
    (void)sqlite3_reset(statement);
    return status == QUANZE_OK ? statement_run(ledger, STATEMENT_DROP_ROLLED, &task, 1, error) : status;
}

/* The townships of a task's row, one a line, each once. */
static struct str lines_of(const struct ledger_task *task, struct buf *out) {
    for (size_t i = 0; i < task->township_count; i++) {
        const struct str name = task->townships[i * TOWNSHIP_WIDTH].bytes;
        bool is_first = true;
        for (size_t k = 0; k < i; k++) is_first = is_first && !str_equal(task->townships[k * TOWNSHIP_WIDTH].bytes, name);
        if (!is_first || name.length == 0 || memchr(name.at, '\n', name.length)) continue;
        buf_put(out, name);
        buf_put_char(out, '\n');
    }
    return buf_str(out);
}

static quanze_status put(struct ledger *ledger, const struct ledger_task *task, const struct ledger_added *added,
                         const struct ledger_share *share, struct quanze_error *error) {
    const struct cell day = task->cells[CELL_DAY];
    struct buf townships = {0};
    if (day.kind != CELL_INTEGER) return QUANZE_OK;
    const struct rolled rolled = {ledger_month_of((int32_t)day.number), share->department, lines_of(task, &townships),
                                  share->lines};
    const struct cell none = {CELL_NULL, 0, {0}}, entered_at = cell_integer(added->entered_at), brief = cell_blob(task->brief);
    const struct cell cells[] = {cell_integer(added->seq),
                                 cell_integer(rolled.month),
                                 cell_text(rolled.department),
                                 cell_text(rolled.townships),
                                 cell_text(rolled.lines),
                                 day,
                                 added->is_duplicate ? none : entered_at,
                                 task->brief.length > 0 ? brief : none};
    quanze_status status = townships.failed ? error_memory(error) : add_share(ledger, &rolled, 1, error);
    if (status == QUANZE_OK) status = feed_add(ledger, FEED_ROLLED, cells, sizeof cells / sizeof *cells, error);
    buf_free(&townships);
    return status;
}

quanze_status ledger_roll(struct ledger *ledger, const struct ledger_task *task, const struct ledger_added *added,
                          const struct ledger_share *share, struct quanze_error *error) {
    quanze_status status = QUANZE_OK;
    if (added->is_duplicate || added->is_other_version) status = take_back(ledger, task->cells[0], error);
    return status == QUANZE_OK ? put(ledger, task, added, share, error) : status;
}

void rollup_forget(struct ledger *ledger) {
    struct rollup *rollup = ledger->rollup;
    if (!rollup) return;
    arena_free(&rollup->arena);
    alloc_free(rollup->places);
    alloc_free(rollup->words);
    alloc_free(rollup->by_place.at);
    alloc_free(rollup->by_word.at);
    alloc_free(rollup->changes);
    alloc_free(rollup->parts);
    alloc_free(rollup);
    ledger->rollup = NULL;
}
