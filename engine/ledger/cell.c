#include <ledger/cell.h>

struct cell cell_text_or_null(struct str text) {
    return text.length > 0 ? cell_text(text) : (struct cell){CELL_NULL, 0, {0}};
}

struct cell cell_integer_or_null(int64_t number, int64_t none) {
    return number != none ? cell_integer(number) : (struct cell){CELL_NULL, 0, {0}};
}

#define GATHERED 512 /* short cells go to the hash together */

struct gather {
    struct fingerprint_state *state;
    char bytes[GATHERED];
    size_t length;
};

static void flush(struct gather *gather) {
    fingerprint_add(gather->state, (struct str){gather->bytes, gather->length});
    gather->length = 0;
}

static void add(struct gather *gather, struct str bytes) {
    if (gather->length + bytes.length > GATHERED) flush(gather);
    if (bytes.length > GATHERED) {
        fingerprint_add(gather->state, bytes);
        return;
    }
    if (bytes.length > 0) memcpy(gather->bytes + gather->length, bytes.at, bytes.length);
    gather->length += bytes.length;
}

/* A letter and eight bytes, lowest first, on every machine. */
static void add_number(struct gather *gather, char letter, uint64_t number) {
    char bytes[9] = {letter};
    for (size_t i = 0; i < 8; i++) bytes[1 + i] = (char)(number >> (8 * i) & 0xFF);
    add(gather, (struct str){bytes, sizeof bytes});
}

size_t cell_count_filled(const struct cell *cells, size_t count) {
    return count > 0 && cells[count - 1].kind == CELL_NULL ? count - 1 : count;
}

void cell_add_row(struct fingerprint_state *state, char table, const struct cell *cells, size_t count) {
    struct gather gather = {.state = state};
    add_number(&gather, table, count);
    for (size_t i = 0; i < count; i++) {
        switch (cells[i].kind) {
        case CELL_NULL: add(&gather, STR("-")); break;
        case CELL_INTEGER: add_number(&gather, 'i', (uint64_t)cells[i].number); break;
        case CELL_TEXT:
            add_number(&gather, 't', cells[i].bytes.length);
            add(&gather, cells[i].bytes);
            break;
        case CELL_BLOB:
            add_number(&gather, 'b', cells[i].bytes.length);
            add(&gather, cells[i].bytes);
            break;
        }
    }
    flush(&gather);
}
