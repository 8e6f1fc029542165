#include <ledger/short.h>

#include <ledger/statement.h>

#define SHORT_MARK '\1'
#define FIRST_LEAD 2
#define FIRST_CODE 48
#define CODES 64
#define HASHED 5 /* bytes of a word that find it; none is shorter */

static const struct str WORDS[] = {
#define WORD(text) STR_INIT(text),
#include <ledger/words.def>
#undef WORD
};

enum { WORD_COUNT = sizeof WORDS / sizeof *WORDS };

_Static_assert(WORD_COUNT <= SHORT_MOST_WORDS, "there is a code for each word");

static size_t slot_of(const char *at) {
    uint64_t bytes = 0;
    memcpy(&bytes, at, HASHED);
    return (size_t)(bytes * UINT64_C(0x9E3779B97F4A7C15) >> 54);
}

void short_words_make(struct short_words *out) {
    memset(out, 0, sizeof *out);
    for (uint16_t number = 1; number <= WORD_COUNT; number++) {
        uint16_t *link = &out->first[slot_of(WORDS[number - 1].at)];
        while (*link && WORDS[*link - 1].length >= WORDS[number - 1].length) link = &out->next[*link - 1];
        out->next[number - 1] = *link;
        *link = number;
    }
}

/* The number of the longest word that the text begins with, from 1; 0: none. */
static uint16_t find(const struct short_words *words, struct str text) {
    if (text.length < HASHED) return 0;
    for (uint16_t number = words->first[slot_of(text.at)]; number; number = words->next[number - 1])
        if (str_starts_with(text, WORDS[number - 1])) return number;
    return 0;
}

/* Writes the short form, which is no longer than the text and its mark; NULL when the text holds bytes that mean words. */
static char *shorten(const struct short_words *words, struct str text, char *to) {
    *to++ = SHORT_MARK;
    for (size_t i = 0; i < text.length;) {
        const uint16_t number = find(words, (struct str){text.at + i, text.length - i});
        if (number) {
            *to++ = (char)(FIRST_LEAD + (number - 1) / CODES);
            *to++ = (char)(FIRST_CODE + (number - 1) % CODES);
            i += WORDS[number - 1].length;
        } else if ((unsigned char)text.at[i] < 32)
            return NULL;
        else
            *to++ = text.at[i++];
    }
    return to;
}

static bool store(const struct short_words *words, struct arena *arena, struct str *text) {
    char *made = arena_take(arena, text->length + 1);
    if (!made) return false;
    const char *end = shorten(words, *text, made);
    if (end) *text = (struct str){made, (size_t)(end - made)};
    return true;
}

bool short_task(const struct short_words *words, struct arena *arena, struct ledger_task *task) {
    return store(words, arena, &task->cells[LEDGER_TASK_CELLS - 1].bytes);
}

bool short_decision(const struct short_words *words, struct arena *arena, struct ledger_decision *decision) {
    return store(words, arena, &decision->record);
}

/* The word that stands at a place of a short text; NULL: a byte stands for itself. */
static const struct str *word_at(struct str text, size_t at) {
    const size_t lead = (unsigned char)text.at[at];
    if (lead < FIRST_LEAD || lead >= 32 || at + 1 >= text.length) return NULL;
    const size_t code = (unsigned char)text.at[at + 1];
    const size_t number = (lead - FIRST_LEAD) * CODES + code - FIRST_CODE;
    return code >= FIRST_CODE && code < FIRST_CODE + CODES && number < WORD_COUNT ? &WORDS[number] : NULL;
}

static size_t plain_length(struct str text) {
    size_t length = 0;
    for (size_t i = 1; i < text.length;) {
        const struct str *word = word_at(text, i);
        length += word ? word->length : 1;
        i += word ? 2 : 1;
    }
    return length;
}

static void write_plain(struct str text, char *to) {
    for (size_t i = 1; i < text.length;) {
        const struct str *word = word_at(text, i);
        if (word) {
            memcpy(to, word->at, word->length);
            to += word->length;
            i += 2;
        } else
            *to++ = text.at[i++];
    }
}

/* plain(text) in SQL. */
static void plain(sqlite3_context *context, int count, sqlite3_value **values) {
    const char *bytes = count == 1 ? sqlite3_value_blob(values[0]) : NULL;
    const struct str text = {bytes ? bytes : "", bytes ? (size_t)sqlite3_value_bytes(values[0]) : 0};
    if (text.length == 0 || text.at[0] != SHORT_MARK) {
        sqlite3_result_value(context, values[0]);
        return;
    }
    const size_t length = plain_length(text);
    char *made = sqlite3_malloc64(length + 1);
    if (!made) {
        sqlite3_result_error_nomem(context);
        return;
    }
    write_plain(text, made);
    sqlite3_result_text64(context, made, length, sqlite3_free, SQLITE_UTF8);
}

quanze_status short_prepare(struct ledger *ledger, struct quanze_error *error) {
    const int code =
        sqlite3_create_function(ledger->db, "plain", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, NULL, plain, NULL, NULL);
    return code == SQLITE_OK ? QUANZE_OK : ledger_failed(ledger, code, error);
}

quanze_status short_write_words(struct ledger *ledger, struct quanze_error *error) {
    quanze_status status = QUANZE_OK;
    for (size_t i = 0; i < WORD_COUNT && status == QUANZE_OK; i++) {
        const struct cell cells[] = {cell_integer((int64_t)i), cell_text(WORDS[i])};
        status = statement_run(ledger, STATEMENT_ADD_WORD, cells, 2, error);
    }
    return status;
}
