/* rollup_write.c - what was gathered for the sums of months goes into their rows. */
#include <base/buf.h>
#include <ledger/rollup.h>
#include <ledger/statement.h>
#include <stdlib.h>

/* A change by number of its place and by where its word stands among all words: both count from 0. */
enum { KEY_WORD, KEY_PLACE, KEYS };

struct written {
    uint32_t key[KEYS];
    int64_t value;
};

/* A word and its number in the order in which words came. */
struct sorted {
    struct str text;
    size_t number;
};

/* What is being written, in the order of places and then of words. */
struct writing {
    struct rollup *rollup;
    const struct sorted *words; /* by text */
    struct written *changes;
    size_t count;
    struct buf sums;
};

static int by_text(const void *a, const void *b) {
    const struct sorted *one = a, *other = b;
    return str_compare(one->text, other->text);
}

/* Words by their texts, and where each of them then stands. */
static const struct sorted *sort_words(struct rollup *rollup, uint32_t *ranks) {
    const size_t count = rollup->by_word.count;
    struct sorted *sorted = arena_take(&rollup->arena, count * sizeof *sorted);
    if (!sorted) return NULL;
    for (size_t i = 0; i < count; i++) sorted[i] = (struct sorted){rollup->words[i].text, i};
    if (count > 0) qsort(sorted, count, sizeof *sorted, by_text);
    for (size_t i = 0; i < count; i++) ranks[sorted[i].number] = (uint32_t)i;
    return sorted;
}

/* Orders by one of the keys, which are below `keys`; what is equal stays as it was. */
static void order(const struct written *from, struct written *to, size_t count, int key, uint32_t *starts, size_t keys) {
    memset(starts, 0, (keys + 1) * sizeof *starts);
    for (size_t i = 0; i < count; i++) starts[from[i].key[key] + 1]++;
    for (size_t i = 0; i < keys; i++) starts[i + 1] += starts[i];
    for (size_t i = 0; i < count; i++) to[starts[from[i].key[key]]++] = from[i];
}

/* Takes the changes that are not 0. */
static size_t take_changes(const struct rollup *rollup, const uint32_t *ranks, struct written *out) {
    size_t count = 0;
    for (size_t i = 0; i < rollup->capacity; i++) {
        const struct change *change = &rollup->changes[i];
        if (change->place && change->value != 0)
            out[count++] = (struct written){{ranks[change->word - 1], change->place - 1}, change->value};
    }
    return count;
}

static bool prepare(struct writing *writing) {
    struct rollup *rollup = writing->rollup;
    const size_t places = rollup->by_place.count, words = rollup->by_word.count, most = words > places ? words : places;
    uint32_t *ranks = arena_take(&rollup->arena, words * sizeof *ranks);
    uint32_t *starts = arena_take(&rollup->arena, (most + 1) * sizeof *starts);
    struct written *taken = arena_take(&rollup->arena, rollup->count * sizeof *taken);
    struct written *by_word = arena_take(&rollup->arena, rollup->count * sizeof *by_word);
    if (!ranks || !starts || !taken || !by_word || !(writing->words = sort_words(rollup, ranks))) return false;
    writing->count = take_changes(rollup, ranks, taken);
    order(taken, by_word, writing->count, KEY_WORD, starts, words);
    order(by_word, taken, writing->count, KEY_PLACE, starts, places);
    writing->changes = taken;
    return true;
}

static void put_sum(struct buf *out, struct str name, int64_t value) {
    if (value == 0) return;
    buf_put(out, name);
    buf_put_char(out, ' ');
    buf_put_int(out, value);
    buf_put_char(out, '\n');
}

/* Two lists by name become one: what stands there, and the changes from..to. */
static void merge(struct writing *writing, struct str there, size_t from, size_t to) {
    struct str name;
    int64_t value;
    size_t next = from;
    while (there.length > 0) {
        int order = -1;
        if (!rollup_read_line(rollup_next_line(&there), &name, &value)) continue;
        for (; next < to; next++) {
            const struct str here = writing->words[writing->changes[next].key[KEY_WORD]].text;
            order = str_compare(here, name);
            if (order >= 0) break;
            put_sum(&writing->sums, here, writing->changes[next].value);
        }
        if (next < to && order == 0) value += writing->changes[next++].value;
        put_sum(&writing->sums, name, value);
    }
    for (; next < to; next++)
        put_sum(&writing->sums, writing->words[writing->changes[next].key[KEY_WORD]].text, writing->changes[next].value);
}

/* Changes from..to, at one place. */
static quanze_status write_place(struct ledger *ledger, struct writing *writing, size_t from, size_t to,
                                 struct quanze_error *error) {
    const struct rolled_at *place = &writing->rollup->places[writing->changes[from].key[KEY_PLACE]];
    struct cell cells[] = {cell_integer(place->month), cell_text(place->township), cell_text(place->department),
                           cell_text(STR(""))};
    sqlite3_stmt *statement;
    bool row = false;
    quanze_status status = statement_ask(ledger, STATEMENT_FIND_SUMS, cells, 3, &statement, error);
    if (status == QUANZE_OK) status = statement_step(ledger, statement, &row, error);
    if (status != QUANZE_OK) return status;
    buf_clear(&writing->sums);
    merge(writing, row ? statement_cell(statement, 0).bytes : STR(""), from, to);
    (void)sqlite3_reset(statement);
    cells[3] = cell_text(buf_str(&writing->sums));
    return writing->sums.failed ? error_memory(error) : statement_run(ledger, STATEMENT_PUT_SUMS, cells, 4, error);
}

quanze_status rollup_write(struct ledger *ledger, struct quanze_error *error) {
    struct writing writing = {.rollup = ledger->rollup};
    quanze_status status = QUANZE_OK;
    if (!ledger->rollup) return QUANZE_OK;
    if (!prepare(&writing)) return error_memory(error);
    for (size_t from = 0, to; from < writing.count && status == QUANZE_OK; from = to) {
        for (to = from + 1; to < writing.count; to++)
            if (writing.changes[to].key[KEY_PLACE] != writing.changes[from].key[KEY_PLACE]) break;
        status = write_place(ledger, &writing, from, to, error);
    }
    buf_free(&writing.sums);
    if (status == QUANZE_OK) rollup_forget(ledger);
    return status;
}
