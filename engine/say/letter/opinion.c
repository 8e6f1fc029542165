/* opinion.c - see opinion.h. The parts of a paper that people fill in by hand are left blank. */
#include <say/letter/opinion.h>

#include <say/decision/sheet.h>
#include <say/letter/letter_inside.h>

enum opinion_words {
#define OPINION(id, words) OPINION_##id,
#include <say/letter/opinion.def>
#undef OPINION
};

static const struct str WORDS[] = {
#define OPINION(id, words) STR_INIT(words),
#include <say/letter/opinion.def>
#undef OPINION
};

struct opinion {
    struct sheet sheet; /* makes the sentences */
    struct document *document;
    int32_t today;
};

static void say(struct opinion *opinion, enum opinion_words words) { buf_put(&opinion->sheet.line, WORDS[words]); }

/* The text being made, kept for the document; the line is empty again. */
static struct str take(struct opinion *opinion) {
    struct buf *line = &opinion->sheet.line;
    const struct str kept = line->failed ? (struct str){NULL, 0} : arena_copy(opinion->document->arena, buf_str(line));
    opinion->document->failed |= !kept.at;
    buf_clear(line);
    return kept.at ? kept : STR("");
}

/* The same as officials write it: 2023年12月7日16时. Not for what is quoted as it stands, such as a number. */
static struct str take_tidy(struct opinion *opinion) {
    struct buf *line = &opinion->sheet.line;
    struct buf tidy = {0};
    letter_tidy(&tidy, buf_str(line));
    buf_clear(line);
    buf_put(line, buf_str(&tidy));
    line->failed |= tidy.failed;
    buf_free(&tidy);
    return take(opinion);
}

static void add(struct opinion *opinion, enum document_role role) { document_add(opinion->document, role, take_tidy(opinion)); }

static void add_words(struct opinion *opinion, enum document_role role, enum opinion_words words) {
    document_add(opinion->document, role, WORDS[words]);
}

static void say_fact(struct opinion *opinion, enum fact_id fact) {
    const struct task *task = opinion->sheet.decision->task;
    if (task_given(task, fact))
        say_value(&opinion->sheet.line, fact, &task->value[fact], QUANZE_ZH);
    else
        say(opinion, OPINION_NOT_STATED);
}

static void add_paper(struct opinion *opinion) {
    static const struct {
        enum opinion_words label;
        enum fact_id fact;
    } ROWS[] = {{OPINION_NUMBER, FACT_ID_ID},           {OPINION_DEPARTMENT, FACT_ID_ISSUER_NAME},
                {OPINION_MATTER, FACT_ID_TITLE},        {OPINION_DOCUMENT_NUMBER, FACT_ID_DOCUMENT_NUMBER},
                {OPINION_TOWNSHIPS, FACT_ID_TOWNSHIPS}, {OPINION_RECEIVED, FACT_ID_RECEIVED_AT},
                {OPINION_DUE, FACT_ID_DUE_AT}};
    enum { COUNT = sizeof ROWS / sizeof *ROWS };
    static const unsigned char WIDTHS[] = {22, 78};
    add_words(opinion, DOCUMENT_HEADING_1, OPINION_HEADING_PAPER);
    struct document_table *table = document_add_table(opinion->document, 2, COUNT + 2, WIDTHS);
    if (!table) return;
    *document_cell(table, 0, 0) = WORDS[OPINION_LABEL];
    *document_cell(table, 0, 1) = WORDS[OPINION_CONTENT];
    for (size_t i = 0; i < COUNT; i++) {
        say_fact(opinion, ROWS[i].fact);
        *document_cell(table, i + 1, 0) = WORDS[ROWS[i].label];
        const bool is_time = fact_at(ROWS[i].fact)->type < FACT_TEXT;
        *document_cell(table, i + 1, 1) = is_time ? take_tidy(opinion) : take(opinion);
    }
    sheet_add_item(&opinion->sheet);
    *document_cell(table, COUNT + 1, 0) = WORDS[OPINION_ITEM];
    *document_cell(table, COUNT + 1, 1) = take(opinion);
}

static enum opinion_words light_of(enum verdict verdict) {
    switch (verdict) {
    case VERDICT_ADMIT: return OPINION_GREEN;
    case VERDICT_CONDITIONAL:
    case VERDICT_HOLD: return OPINION_YELLOW;
    case VERDICT_REJECT: break;
    }
    return OPINION_RED;
}

static void add_result(struct opinion *opinion) {
    const struct decision *decision = opinion->sheet.decision;
    add_words(opinion, DOCUMENT_HEADING_1, OPINION_HEADING_RESULT);
    say(opinion, OPINION_CONCLUSION);
    buf_put(&opinion->sheet.line, say_verdict(decision->verdict, QUANZE_ZH));
    say(opinion, light_of(decision->verdict));
    if (decision->provisional) {
        say(opinion, OPINION_PROVISIONAL);
        say_minute(&opinion->sheet.line, decision->papers_due, false);
        say(opinion, OPINION_PROVISIONAL_END);
    }
    add(opinion, DOCUMENT_BODY);
}

/* The rows of the table, in the order in which they are looked at; of a resource, the one that its rule's first fact is about.
 */
static const struct {
    enum opinion_words label;
    const char *facts;
} ROWS[] = {{OPINION_ROW_LIST, NULL},
            {OPINION_ROW_BASIS, NULL},
            {OPINION_ROW_POWER, NULL},
            {OPINION_ROW_FUNDS, "funds."},
            {OPINION_ROW_STAFF, "staff."},
            {OPINION_ROW_TECHNOLOGY, "technology"},
            {OPINION_ROW_TECHNOLOGY, "equipment"},
            {OPINION_ROW_TRAINING, "training."},
            {OPINION_ROW_RESOURCE, ""},
            {OPINION_ROW_TIME, NULL},
            {OPINION_ROW_BURDEN, NULL},
            {OPINION_ROW_DUPLICATE, NULL},
            {OPINION_ROW_TRACE, NULL},
            {OPINION_ROW_ASSESSMENT, NULL}};
enum { ROW_COUNT = sizeof ROWS / sizeof *ROWS };

static enum opinion_words resource_row(const struct rule *rule) {
    const struct str fact = rule->need_count > 0 ? fact_at(rule->needs[0])->name : STR("");
    for (size_t i = 0; i < ROW_COUNT; i++)
        if (ROWS[i].facts && str_starts_with(fact, str_of(ROWS[i].facts))) return ROWS[i].label;
    return OPINION_ROW_RESOURCE;
}

static enum opinion_words row_of(const struct rule *rule) {
    switch (rule->family) {
    case FAMILY_LIST: return OPINION_ROW_LIST;
    case FAMILY_BASIS: return OPINION_ROW_BASIS;
    case FAMILY_POWER: return OPINION_ROW_POWER;
    case FAMILY_RESOURCE: return resource_row(rule);
    case FAMILY_TIME: return OPINION_ROW_TIME;
    case FAMILY_BURDEN:
    case FAMILY_GUARD: return OPINION_ROW_BURDEN;
    case FAMILY_DUPLICATE: return OPINION_ROW_DUPLICATE;
    case FAMILY_TRACE: return OPINION_ROW_TRACE;
    case FAMILY_INSPECTION:
    case FAMILY_ACCOUNTABILITY:
    case FAMILY_SCOREBOARD:
    case FAMILY_COUNT: break;
    }
    return OPINION_ROW_ASSESSMENT;
}

/* Ordered from soft to hard; what a finding makes of its row. */
static enum opinion_words result_of(const struct finding *finding) {
    if (finding->status == STATUS_WAIVED) return OPINION_WAIVED;
    if (finding->status == STATUS_UNKNOWN) return OPINION_UNKNOWN;
    return finding->rule->level >= LEVEL_HOLD && !finding->excused ? OPINION_FAILED : OPINION_REMARKED;
}

static unsigned weight_of(enum opinion_words result) {
    static const enum opinion_words ORDER[] = {OPINION_NOT_CONCERNED, OPINION_PASSED,  OPINION_WAIVED,
                                               OPINION_REMARKED,      OPINION_UNKNOWN, OPINION_FAILED};
    unsigned weight = 0;
    while (ORDER[weight] != result) weight++;
    return weight;
}

static bool is_shown(const struct opinion *opinion, const struct finding *finding, enum opinion_words row) {
    return row_of(finding->rule) == row && !sheet_hides(&opinion->sheet, finding);
}

static enum opinion_words row_result(const struct opinion *opinion, enum opinion_words row) {
    const struct decision *decision = opinion->sheet.decision;
    enum opinion_words result = OPINION_NOT_CONCERNED;
    for (size_t i = 0; i < decision->passed_count; i++)
        if (row_of(decision->passed[i]) == row) result = OPINION_PASSED;
    for (size_t i = 0; i < decision->finding_count; i++) {
        const struct finding *finding = &decision->findings[i];
        if (is_shown(opinion, finding, row) && weight_of(result_of(finding)) > weight_of(result)) result = result_of(finding);
    }
    return result;
}

/* Each citation once. */
static void say_bases(struct opinion *opinion, const struct cites *basis) {
    struct sheet *sheet = &opinion->sheet;
    for (size_t i = 0; i < basis->count; i++) {
        page_drop(&sheet->page, &sheet->value);
        say_cite(&sheet->value, &basis->at[i], QUANZE_ZH);
        if (str_find(buf_str(&sheet->line), buf_str(&sheet->value)) >= 0) continue;
        if (sheet->line.length > 0) sheet_add(sheet, MESSAGE_SEMICOLON);
        buf_put(&sheet->line, buf_str(&sheet->value));
    }
}

/* What one column says of the findings of a row. */
static struct str column_of(struct opinion *opinion, enum opinion_words row, enum opinion_words column) {
    const struct decision *decision = opinion->sheet.decision;
    struct buf *line = &opinion->sheet.line;
    for (size_t i = 0; i < decision->finding_count; i++) {
        const struct finding *finding = &decision->findings[i];
        if (!is_shown(opinion, finding, row)) continue;
        if (column == OPINION_HEAD_BASIS) {
            say_bases(opinion, &finding->rule->basis);
            continue;
        }
        if (line->length > 0) sheet_add(&opinion->sheet, MESSAGE_SEMICOLON);
        if (column == OPINION_HEAD_RULE)
            buf_put(line, finding->rule->id);
        else
            sheet_add_headline(&opinion->sheet, finding);
    }
    return column == OPINION_HEAD_EVIDENCE ? take_tidy(opinion) : take(opinion);
}

static void fill_row(struct opinion *opinion, struct document_table *table, size_t at, enum opinion_words row) {
    static const enum opinion_words COLUMNS[] = {OPINION_HEAD_EVIDENCE, OPINION_HEAD_RULE, OPINION_HEAD_BASIS};
    *document_cell(table, at, 0) = WORDS[row];
    *document_cell(table, at, 1) = WORDS[row_result(opinion, row)];
    for (size_t i = 0; i < 3; i++) *document_cell(table, at, i + 2) = column_of(opinion, row, COLUMNS[i]);
}

static void add_table(struct opinion *opinion) {
    static const enum opinion_words HEAD[] = {OPINION_LABEL, OPINION_HEAD_RESULT, OPINION_HEAD_EVIDENCE, OPINION_HEAD_RULE,
                                              OPINION_HEAD_BASIS};
    static const unsigned char WIDTHS[] = {9, 11, 30, 16, 34};
    add_words(opinion, DOCUMENT_HEADING_1, OPINION_HEADING_TABLE);
    struct document_table *table = document_add_table(opinion->document, 5, ROW_COUNT, WIDTHS); /* one row is told twice */
    if (!table) return;
    for (size_t i = 0; i < 5; i++) *document_cell(table, 0, i) = WORDS[HEAD[i]];
    size_t at = 1;
    for (size_t i = 0; i < ROW_COUNT; i++)
        if (i == 0 || ROWS[i].label != ROWS[i - 1].label) fill_row(opinion, table, at++, ROWS[i].label);
}

/* "1.", counted on. */
static void say_count(struct opinion *opinion, size_t *number) {
    buf_put_int(&opinion->sheet.line, (int64_t)++ * number);
    buf_put_char(&opinion->sheet.line, '.');
}

static void add_conditions(struct opinion *opinion) {
    const struct decision *decision = opinion->sheet.decision;
    struct buf *line = &opinion->sheet.line;
    size_t number = 0;
    struct buf words = {0};
    add_words(opinion, DOCUMENT_HEADING_1, OPINION_HEADING_CONDITIONS);
    for (size_t i = 0; i < decision->finding_count; i++) {
        if (!sheet_new_cure(&opinion->sheet, i, &words)) continue;
        say_count(opinion, &number);
        buf_put(line, buf_str(&words));
        say(opinion, OPINION_STOP);
        add(opinion, DOCUMENT_BODY);
    }
    line->failed |= words.failed;
    buf_free(&words);
    for (size_t i = 0; i < decision->question_count; i++) {
        const struct question *question = &decision->questions[i];
        if (question->fact >= FACT_COUNT_ALL) continue; /* a calendar year is no matter of the paper */
        say_count(opinion, &number);
        say(opinion, OPINION_TELL);
        buf_put(line, fact_label(question->fact, QUANZE_ZH));
        say(opinion, OPINION_TELL_BY);
        buf_put(line, say_ask(decision->task, question->ask, QUANZE_ZH));
        say(opinion, OPINION_TELL_END);
        say(opinion, OPINION_STOP);
        add(opinion, DOCUMENT_BODY);
    }
    add_words(opinion, DOCUMENT_BODY, number > 0 ? OPINION_BEFORE : OPINION_NO_CONDITION);
}

static void add_blanks(struct opinion *opinion, const enum opinion_words *labels, size_t count) {
    static const unsigned char WIDTHS[] = {26, 74};
    struct document_table *table = document_add_table(opinion->document, 2, count + 1, WIDTHS);
    if (!table) return;
    *document_cell(table, 0, 0) = WORDS[OPINION_LABEL];
    *document_cell(table, 0, 1) = WORDS[OPINION_CONTENT];
    for (size_t i = 0; i < count; i++) {
        *document_cell(table, i + 1, 0) = WORDS[labels[i]];
        *document_cell(table, i + 1, 1) = WORDS[OPINION_TO_SIGN];
    }
}

static void add_opinions(struct opinion *opinion) {
    static const enum opinion_words LABELS[] = {OPINION_OPINION_TOWNSHIP, OPINION_OPINION_LEGAL, OPINION_OPINION_FINANCE,
                                                OPINION_OPINION_BURDEN};
    add_words(opinion, DOCUMENT_HEADING_1, OPINION_HEADING_OPINIONS);
    add_blanks(opinion, LABELS, 4);
}

static void say_digest(struct opinion *opinion, const struct digest *digest) {
    char hex[72];
    digest_text(digest, hex);
    buf_put_text(&opinion->sheet.line, hex);
}

/* What the paper can be decided again by. */
static void add_versions(struct opinion *opinion) {
    static const enum opinion_words LABELS[] = {OPINION_VERSION_LIST,  OPINION_VERSION_RULES, OPINION_VERSION_PACKS,
                                                OPINION_VERSION_AS_OF, OPINION_VERSION_RUN,   OPINION_VERSION_PROGRAM,
                                                OPINION_REVIEW_CODE};
    enum { COUNT = sizeof LABELS / sizeof *LABELS };
    static const unsigned char WIDTHS[] = {22, 78};
    struct sheet *sheet = &opinion->sheet;
    struct document_table *table = document_add_table(opinion->document, 2, COUNT + 1, WIDTHS);
    size_t row = 0;
    if (!table) return;
    *document_cell(table, row, 0) = WORDS[OPINION_LABEL];
    *document_cell(table, row++, 1) = WORDS[OPINION_VERSION];
    for (size_t i = 0; i < COUNT; i++) *document_cell(table, i + 1, 0) = WORDS[LABELS[i]];
    if (sheet->world->list) {
        buf_put(&sheet->line, sheet->world->list->id);
        buf_put_char(&sheet->line, ' ');
        say_digest(opinion, &sheet->world->list->digest);
    }
    *document_cell(table, row++, 1) = take(opinion);
    if (sheet->world->book) say_digest(opinion, &sheet->world->book->digest);
    *document_cell(table, row++, 1) = take(opinion);
    sheet_packs(sheet);
    buf_put(&sheet->line, sheet->value.length > 0 ? buf_str(&sheet->value) : WORDS[OPINION_NO_PACKS]);
    *document_cell(table, row++, 1) = take(opinion);
    letter_day(&sheet->line, sheet->decision->as_of);
    *document_cell(table, row++, 1) = take(opinion);
    if (opinion->today != DAY_NONE) letter_day(&sheet->line, opinion->today);
    *document_cell(table, row++, 1) = take(opinion);
    buf_put_text(&sheet->line, "quanze " QUANZE_VERSION);
    *document_cell(table, row++, 1) = take(opinion);
    sheet_review_code(sheet);
    buf_put(&sheet->line, buf_str(&sheet->value));
    *document_cell(table, row, 1) = take(opinion);
}

static void add_effect(struct opinion *opinion) {
    add_words(opinion, DOCUMENT_HEADING_1, OPINION_HEADING_EFFECT);
    add_words(opinion, DOCUMENT_BODY, OPINION_EFFECT);
    add_words(opinion, DOCUMENT_BODY, OPINION_VALIDITY);
    add_versions(opinion);
}

static void add_signatures(struct opinion *opinion) {
    static const enum opinion_words LABELS[] = {OPINION_SIGNED_BY, OPINION_SIGNED_AGAIN, OPINION_SIGNED_HEAD};
    add_words(opinion, DOCUMENT_HEADING_1, OPINION_HEADING_SIGNED);
    add_blanks(opinion, LABELS, 3);
}

bool say_opinion(const struct decision *decision, const struct say_world *world, int32_t today, struct document *out) {
    struct buf nowhere = {0};
    struct opinion opinion = {.sheet = {.page = {.out = &nowhere}, .decision = decision, .world = world, .language = QUANZE_ZH},
                              .document = out,
                              .today = today};
    out->kind = DOCUMENT_PLAIN;
    out->title = WORDS[OPINION_TITLE];
    add_paper(&opinion);
    add_result(&opinion);
    add_table(&opinion);
    add_conditions(&opinion);
    add_opinions(&opinion);
    add_effect(&opinion);
    add_signatures(&opinion);
    out->failed |= opinion.sheet.line.failed || opinion.sheet.value.failed || nowhere.failed;
    buf_free(&opinion.sheet.line);
    buf_free(&opinion.sheet.value);
    buf_free(&nowhere);
    return !out->failed;
}

void say_opinion_begin(struct buf *out, uint64_t number) {
    buf_put_text(out, "<div class=\"task\" id=\"t");
    buf_put_int(out, (int64_t)number);
    buf_put_text(out, "-task\">\n");
}

void say_opinion_end(struct buf *out) { buf_put_text(out, "</div>\n"); }
