/* coverage.c - what the rule book covers of the sources, and what its examples would miss. */
#include <say/rule/coverage.h>

#include <say/messages.h>
#include <say/page.h>
#include <say/rule/rule_page.h>
#include <say/writer.h>

static const struct str MUTATION_NAMES[MUTATION_COUNT] = {[MUTATION_OPERATOR] = STR_INIT("operator"),
                                                          [MUTATION_CONSTANT] = STR_INIT("constant"),
                                                          [MUTATION_WORD] = STR_INIT("word"),
                                                          [MUTATION_CONDITION] = STR_INIT("condition"),
                                                          [MUTATION_FILTER] = STR_INIT("filter")};

static size_t sum(const size_t numbers[MUTATION_COUNT]) {
    size_t total = 0;
    for (size_t i = 0; i < MUTATION_COUNT; i++) total += numbers[i];
    return total;
}

static void write_count(struct writer *writer, const char *name, size_t number) {
    writer_key(writer, str_of(name));
    writer_int(writer, (int64_t)number);
}

/* Why no rule of the book checks a row. */
static struct str why_of(const struct coverage_row *row, quanze_language language) {
    return language == QUANZE_EN ? row->why_en : row->why_zh;
}

static struct str why_not(const struct coverage_statute *statute, quanze_language language) {
    return language == QUANZE_EN ? statute->why_en : statute->why_zh;
}

static void write_seeds(struct writer *writer, const struct coverage_page *page, quanze_language language) {
    writer_open(writer, '{');
    WRITER_KEY(writer, "covered");
    writer_open(writer, '[');
    for (size_t i = 0; i < page->coverage->row_count; i++)
        if (page->seeds[i].rules > 0) writer_string(writer, page->seeds[i].row->id);
    writer_close(writer, ']');
    WRITER_KEY(writer, "uncovered");
    writer_open(writer, '[');
    for (size_t i = 0; i < page->coverage->row_count; i++) {
        const struct coverage_row *row = page->seeds[i].row;
        if (page->seeds[i].rules > 0) continue;
        writer_open(writer, '{');
        WRITER_KEY(writer, "id");
        writer_string(writer, row->id);
        WRITER_KEY(writer, "why");
        writer_string(writer, why_of(row, language));
        writer_close(writer, '}');
    }
    writer_close(writer, ']');
    writer_close(writer, '}');
}

static void write_statutes(struct writer *writer, const struct coverage_page *page, quanze_language language) {
    writer_open(writer, '[');
    for (size_t i = 0; i < page->coverage->statute_count; i++) {
        const struct coverage_statute *statute = &page->coverage->statutes[i];
        const struct texts *rules = &page->statute_rules[i];
        writer_open(writer, '{');
        WRITER_KEY(writer, "article");
        writer_string(writer, statute->cite.article);
        WRITER_KEY(writer, "cited_by");
        writer_open(writer, '[');
        for (size_t k = 0; k < rules->count; k++) writer_string(writer, rules->at[k]);
        writer_close(writer, ']');
        write_count(writer, "rules", rules->count);
        WRITER_KEY(writer, "title");
        writer_string(writer, statute->cite.title);
        if (rules->count == 0) {
            WRITER_KEY(writer, "why");
            writer_string(writer, why_not(statute, language));
        }
        writer_close(writer, '}');
    }
    writer_close(writer, ']');
}

static void write_survivors(struct writer *writer, const struct mutation_score *score) {
    writer_open(writer, '[');
    for (size_t i = 0; i < score->survivor_count; i++) {
        const struct survivor *survivor = &score->survivors[i];
        writer_open(writer, '{');
        WRITER_KEY(writer, "from");
        writer_string(writer, survivor->from);
        write_count(writer, "line", survivor->line);
        WRITER_KEY(writer, "mutation");
        writer_name(writer, MUTATION_NAMES[survivor->mutation]);
        WRITER_KEY(writer, "rule");
        writer_string(writer, survivor->rule);
        WRITER_KEY(writer, "to");
        writer_string(writer, survivor->to);
        writer_close(writer, '}');
    }
    writer_close(writer, ']');
}

static void write_page(struct writer *writer, const struct coverage_page *page, quanze_language language) {
    const struct mutation_score *score = page->score;
    writer_open(writer, '{');
    WRITER_KEY(writer, "branches");
    writer_open(writer, '{');
    write_count(writer, "covered", score->killed[MUTATION_CONDITION]);
    write_count(writer, "total", score->made[MUTATION_CONDITION]);
    writer_close(writer, '}');
    WRITER_KEY(writer, "format");
    writer_name(writer, STR("quanze/rule-coverage/1"));
    WRITER_KEY(writer, "mutants");
    writer_open(writer, '{');
    write_count(writer, "killed", sum(score->killed));
    write_count(writer, "made", sum(score->made));
    WRITER_KEY(writer, "survived");
    write_survivors(writer, score);
    writer_close(writer, '}');
    WRITER_KEY(writer, "seeds");
    write_seeds(writer, page, language);
    WRITER_KEY(writer, "statutes");
    write_statutes(writer, page, language);
    writer_close(writer, '}');
    buf_put_char(writer->out, '\n');
}

/* A sentence from a message with two counts and a share. */
static void put_counts(struct page *sheet, enum message_id id, quanze_language language, size_t part, size_t whole) {
    struct buf line = {0};
    char a[32], b[32], share[32];
    size_t tenths = whole > 0 ? part * 1000 / whole : 0;
    MESSAGES_FILL(&line, id, language, (struct str){a, writer_format_decimal((int64_t)part, 0, a)},
                  (struct str){b, writer_format_decimal((int64_t)whole, 0, b)},
                  (struct str){share, writer_format_decimal((int64_t)tenths, 1, share)});
    page_to(sheet, 1);
    page_flow(sheet, buf_str(&line), 3);
    page_end_line(sheet);
    page_drop(sheet, &line);
    buf_free(&line);
}

static void put_uncovered(struct page *sheet, const struct coverage_page *page, quanze_language language) {
    for (size_t i = 0; i < page->coverage->row_count; i++) {
        const struct coverage_row *row = page->seeds[i].row;
        if (page->seeds[i].rules > 0) continue;
        page_to(sheet, 3);
        page_put(sheet, row->id);
        page_to(sheet, 13);
        page_flow(sheet, why_of(row, language), 13);
        page_end_line(sheet);
    }
}

/* An article and behind it the rules that cite it, or why there are none. */
static void put_article(struct page *sheet, const struct coverage_statute *statute, const struct texts *rules,
                        quanze_language language) {
    struct buf line = {0};
    buf_put(&line, statute->cite.article);
    buf_put(&line, messages_text(MESSAGE_COLON, language));
    for (size_t i = 0; i < rules->count; i++) {
        if (i > 0) buf_put_char(&line, ' ');
        buf_put(&line, rules->at[i]);
    }
    if (rules->count == 0) buf_put(&line, why_not(statute, language));
    page_to(sheet, 5);
    page_flow(sheet, buf_str(&line), 7);
    page_end_line(sheet);
    page_drop(sheet, &line);
    buf_free(&line);
}

/* Statutes by title; `cited`: those that rules cite, else those that none cites. */
static void put_statutes(struct page *sheet, const struct coverage_page *page, bool cited, quanze_language language) {
    struct str title = STR("");
    for (size_t i = 0; i < page->coverage->statute_count; i++) {
        const struct coverage_statute *statute = &page->coverage->statutes[i];
        if ((page->statute_rules[i].count > 0) != cited) continue;
        if (!str_equal(title, statute->cite.title)) {
            title = statute->cite.title;
            page_to(sheet, 3);
            page_flow(sheet, title, 3);
            page_end_line(sheet);
        }
        put_article(sheet, statute, &page->statute_rules[i], language);
    }
}

static void put_survivors(struct page *sheet, const struct mutation_score *score) {
    struct buf line = {0};
    for (size_t i = 0; i < score->survivor_count; i++) {
        const struct survivor *survivor = &score->survivors[i];
        buf_put(&line, survivor->rule);
        buf_put_char(&line, ':');
        buf_put_int(&line, survivor->line);
        page_to(sheet, 3);
        page_put(sheet, buf_str(&line));
        page_drop(sheet, &line);
        buf_put(&line, survivor->from);
        buf_put_text(&line, " -> ");
        buf_put(&line, survivor->to);
        page_to(sheet, 19);
        page_flow(sheet, buf_str(&line), 19);
        page_end_line(sheet);
        page_drop(sheet, &line);
    }
    buf_free(&line);
}

void say_coverage(struct buf *out, const struct coverage_page *page, quanze_language language, quanze_format format) {
    const struct mutation_score *score = page->score;
    struct page sheet = {.out = out};
    if (format != QUANZE_FORMAT_TEXT) {
        struct writer writer = writer_start(out, say_style_of(format));
        write_page(&writer, page, language);
        return;
    }
    put_counts(&sheet, MESSAGE_COVERAGE_SEEDS, language, page->covered, page->coverage->row_count);
    put_uncovered(&sheet, page, language);
    put_counts(&sheet, MESSAGE_COVERAGE_STATUTES, language, page->cited, page->coverage->statute_count);
    put_statutes(&sheet, page, true, language);
    if (page->cited < page->coverage->statute_count) {
        put_counts(&sheet, MESSAGE_COVERAGE_NO_RULE, language, page->coverage->statute_count - page->cited,
                   page->coverage->statute_count);
        put_statutes(&sheet, page, false, language);
    }
    put_counts(&sheet, MESSAGE_COVERAGE_BRANCHES, language, score->killed[MUTATION_CONDITION], score->made[MUTATION_CONDITION]);
    put_counts(&sheet, MESSAGE_COVERAGE_MUTANTS, language, sum(score->killed), sum(score->made));
    put_survivors(&sheet, score);
}
