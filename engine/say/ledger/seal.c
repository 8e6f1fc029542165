#include <say/ledger/ledger_inside.h>
#include <say/ledger/seal.h>

enum seal_words {
#define SEAL(id, words) SEAL_##id,
#include <say/ledger/seal.def>
#undef SEAL
};

static const struct str WORDS[] = {
#define SEAL(id, words) STR_INIT(words),
#include <say/ledger/seal.def>
#undef SEAL
};

struct seal_paper {
    const struct ledger_seal_line *line;
    struct document *document;
    struct buf text;
};

static void say(struct seal_paper *paper, enum seal_words words) { buf_put(&paper->text, WORDS[words]); }

/* The text being made, kept for the document; the line is empty again. */
static struct str take(struct seal_paper *paper) {
    const struct str kept =
        paper->text.failed ? (struct str){NULL, 0} : arena_copy(paper->document->arena, buf_str(&paper->text));
    paper->document->failed |= !kept.at;
    buf_clear(&paper->text);
    return kept.at ? kept : STR("");
}

/* Hex digits in groups of eight, so that two people can compare them aloud. */
static void say_hex(struct seal_paper *paper, const unsigned char *bytes, size_t count) {
    for (size_t i = 0; i < count; i += 4) {
        if (i > 0) buf_put_char(&paper->text, ' ');
        ledger_put_hex(&paper->text, bytes + i, 4);
    }
}

static void say_rows(struct seal_paper *paper) {
    const struct ledger_seal *seal = &paper->line->seal;
    buf_put_text(&paper->text, seal->month);
    const bool early = ledger_seal_is_early(paper->line);
    say(paper, early ? SEAL_ROWS_FROM_EARLY : SEAL_ROWS_FROM);
    buf_put_int(&paper->text, seal->rows);
    say(paper, SEAL_ROWS_TO);
    buf_put_int(&paper->text, seal->seq);
    say(paper, SEAL_ROWS_END);
    if (early) say(paper, SEAL_ROWS_LATER);
}

static void say_by(struct seal_paper *paper) {
    buf_put(&paper->text, paper->line->office);
    buf_put_text(&paper->text, "　");
    buf_put(&paper->text, paper->line->person);
    buf_put_text(&paper->text, "　");
    say_minute(&paper->text, paper->line->at, false);
}

static void say_short(struct seal_paper *paper) {
    char form[24];
    ledger_short_form(&paper->line->seal.head, form);
    buf_put_text(&paper->text, form);
}

static void say_key(struct seal_paper *paper) {
    say_hex(paper, paper->line->seal.key.bytes, sizeof paper->line->seal.key.bytes);
}

static void say_signature(struct seal_paper *paper) {
    say_hex(paper, paper->line->seal.signature.bytes, sizeof paper->line->seal.signature.bytes);
}

static void say_signed(struct seal_paper *paper) { ledger_seal_message(&paper->line->seal, &paper->text); }

/* The short form, which is read and typed, is the head of the table. */
static void add_table(struct seal_paper *paper, struct str county) {
    static const struct {
        enum seal_words label;
        void (*say)(struct seal_paper *); /* NULL: the county */
    } ROWS[] = {{SEAL_SHORT, say_short},    {SEAL_COUNTY, NULL}, {SEAL_ROWS, say_rows},          {SEAL_BY, say_by},
                {SEAL_MESSAGE, say_signed}, {SEAL_KEY, say_key}, {SEAL_SIGNATURE, say_signature}};
    enum { COUNT = sizeof ROWS / sizeof *ROWS };
    static const unsigned char WIDTHS[] = {20, 80};
    struct document_table *table = document_add_table(paper->document, 2, COUNT, WIDTHS);
    if (!table) return;
    for (size_t i = 0; i < COUNT; i++) {
        *document_cell(table, i, 0) = WORDS[ROWS[i].label];
        if (ROWS[i].say)
            ROWS[i].say(paper);
        else
            buf_put(&paper->text, county);
        *document_cell(table, i, 1) = take(paper);
    }
}

static void add_checks(struct seal_paper *paper) {
    document_add(paper->document, DOCUMENT_HEADING_1, WORDS[SEAL_CHECK]);
    document_add(paper->document, DOCUMENT_BODY, WORDS[SEAL_CHECK_CHAIN]);
    say(paper, SEAL_CHECK_SEALS);
    buf_put_text(&paper->text, paper->line->seal.month);
    say(paper, SEAL_CHECK_SEALS_END);
    document_add(paper->document, DOCUMENT_BODY, take(paper));
    document_add(paper->document, DOCUMENT_BODY, WORDS[SEAL_CHECK_LIMIT]);
}

/* Room for two signatures. */
static void add_signatures(struct seal_paper *paper) {
    static const enum seal_words HEADS[] = {SEAL_ROLE, SEAL_UNIT, SEAL_SIGNED, SEAL_DATE};
    static const unsigned char WIDTHS[] = {20, 36, 22, 22};
    struct document_table *table = document_add_table(paper->document, 4, 3, WIDTHS);
    if (!table) return;
    for (size_t i = 0; i < 4; i++) *document_cell(table, 0, i) = WORDS[HEADS[i]];
    *document_cell(table, 1, 0) = WORDS[SEAL_SEALING];
    *document_cell(table, 1, 1) = paper->line->office;
    *document_cell(table, 2, 0) = WORDS[SEAL_KEEPING];
}

bool say_seal_paper(const struct ledger_seal_line *line, struct str county, struct document *out) {
    struct seal_paper paper = {.line = line, .document = out};
    out->kind = DOCUMENT_PLAIN;
    out->title = WORDS[SEAL_TITLE];
    add_table(&paper, county);
    add_checks(&paper);
    add_signatures(&paper);
    buf_free(&paper.text);
    return !out->failed;
}
