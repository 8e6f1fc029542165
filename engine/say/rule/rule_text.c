/* rule_text.c - the rule book, one rule, and the result of rule tests as pages. */
#include <base/utf8.h>
#include <say/page.h>
#include <say/rule/rule_page.h>

struct rule_sheet {
    struct page page;
    quanze_language language;
    struct buf line;
};

static struct str text_of(const struct rule_sheet *sheet, enum message_id id) { return messages_text(id, sheet->language); }

static void end_sheet(struct rule_sheet *sheet) {
    sheet->page.out->failed |= sheet->line.failed;
    buf_free(&sheet->line);
}

static void put_rule_line(struct rule_sheet *sheet, const struct rule *rule) {
    page_to(&sheet->page, 3);
    page_put(&sheet->page, rule->id);
    page_to(&sheet->page, 17);
    page_put(&sheet->page, say_level(rule->level, sheet->language));
    page_to(&sheet->page, sheet->language == QUANZE_EN ? 25 : 23);
    buf_put(&sheet->line, bilingual_text(&rule->title, sheet->language));
    say_rule_packs(&sheet->line, rule, sheet->language);
    page_flow(&sheet->page, buf_str(&sheet->line), sheet->page.column);
    page_end_line(&sheet->page);
    page_drop(&sheet->page, &sheet->line);
}

static void put_family(struct rule_sheet *sheet, const struct rulebook *book, enum family family, int32_t as_of) {
    struct buf number = {0};
    const size_t count = rule_page_count(book, family, as_of);
    if (count == 0) return;
    buf_put_int(&number, (int64_t)count);
    MESSAGES_FILL(&sheet->line, MESSAGE_HEADING, sheet->language, rule_page_family(family, sheet->language), buf_str(&number));
    page_to(&sheet->page, 1);
    page_put(&sheet->page, buf_str(&sheet->line));
    page_end_line(&sheet->page);
    page_drop(&sheet->page, &sheet->line);
    for (size_t i = 0; i < book->count; i++)
        if (book->rules[i].family == family && rule_page_is_shown(book, i, as_of)) put_rule_line(sheet, &book->rules[i]);
    page_drop(&sheet->page, &number);
    buf_free(&number);
}

enum writer_style say_style_of(quanze_format format) {
    switch (format) {
    case QUANZE_FORMAT_YAML: return WRITER_YAML;
    case QUANZE_FORMAT_JSONL: return WRITER_COMPACT;
    case QUANZE_FORMAT_JSON:
    case QUANZE_FORMAT_CSV:
    case QUANZE_FORMAT_HTML:
    case QUANZE_FORMAT_HTML_PART:
    case QUANZE_FORMAT_DOCX:
    case QUANZE_FORMAT_XLSX:
    case QUANZE_FORMAT_TEXT: return WRITER_PRETTY;
    }
    return WRITER_PRETTY;
}

void say_rules(struct buf *out, const struct rulebook *book, int32_t as_of, quanze_language language, quanze_format format) {
    if (format != QUANZE_FORMAT_TEXT) {
        struct writer writer = writer_start(out, say_style_of(format));
        writer_open(&writer, '[');
        for (size_t i = 0; i < book->count; i++)
            if (rule_page_is_shown(book, i, as_of)) rule_page_json(&writer, &book->rules[i], false);
        writer_close(&writer, ']');
        buf_put_char(out, '\n');
        return;
    }
    struct rule_sheet sheet = {.page = {.out = out}, .language = language};
    for (int family = 0; family < FAMILY_COUNT; family++) put_family(&sheet, book, (enum family)family, as_of);
    end_sheet(&sheet);
}

static size_t property_column(const struct rule_sheet *sheet) { return sheet->language == QUANZE_EN ? 15 : 11; }

/* The paragraph being made as a line "label  value"; `label` MESSAGE_NOTHING goes on under the one before. */
static void put_property(struct rule_sheet *sheet, enum message_id label) {
    if (sheet->line.length > 0) {
        page_to(&sheet->page, 1);
        page_put(&sheet->page, text_of(sheet, label));
        page_to(&sheet->page, property_column(sheet));
        page_flow(&sheet->page, buf_str(&sheet->line), property_column(sheet));
        page_end_line(&sheet->page);
    }
    page_drop(&sheet->page, &sheet->line);
}

static void put_facts(struct rule_sheet *sheet, const enum fact_id *facts, size_t count, enum message_id label) {
    for (size_t i = 0; i < count; i++) {
        MESSAGES_FILL(&sheet->line, MESSAGE_FACT_OF, sheet->language, fact_label(facts[i], sheet->language),
                      fact_at(facts[i])->name, choice_text(fact_at(facts[i])->ask, sheet->language));
        put_property(sheet, i == 0 ? label : MESSAGE_NOTHING);
    }
}

static void put_parameters(struct rule_sheet *sheet, const struct rule *rule) {
    for (size_t i = 0; i < rule->parameter_count; i++) {
        rule_page_parameter(&sheet->line, &rule->parameters[i], sheet->language);
        put_property(sheet, i == 0 ? MESSAGE_LABEL_PARAMETERS : MESSAGE_NOTHING);
    }
}

static void put_examples(struct rule_sheet *sheet, const struct rule *rule) {
    for (size_t i = 0; i < rule->example_count; i++) {
        const struct rule_example *example = &rule->examples[i];
        MESSAGES_FILL(&sheet->line, MESSAGE_EXAMPLE, sheet->language, rule_page_expect(example->expect, sheet->language),
                      example->name);
        put_property(sheet, i == 0 ? MESSAGE_LABEL_EXAMPLES : MESSAGE_NOTHING);
    }
}

static void put_sources(struct rule_sheet *sheet, const struct rule *rule) {
    for (size_t i = 0; i < rule->basis.count; i++) {
        say_cite(&sheet->line, &rule->basis.at[i], sheet->language);
        put_property(sheet, i == 0 ? MESSAGE_LABEL_BASIS : MESSAGE_NOTHING);
    }
    if (rule->ground >= 0) buf_put(&sheet->line, choice_text(&choices_of("GROUND").at[rule->ground], sheet->language));
    put_property(sheet, MESSAGE_LABEL_GROUND);
    for (size_t i = 0; i < rule->seeds.count; i++) {
        if (i > 0) buf_put_char(&sheet->line, ' ');
        buf_put(&sheet->line, rule->seeds.at[i]);
    }
    put_property(sheet, MESSAGE_LABEL_SEEDS);
}

static void put_packs(struct rule_sheet *sheet, const struct rule *rule) {
    struct buf name = {0};
    if (rule->pack) {
        say_pack_name(&name, rule->pack, sheet->language);
        MESSAGES_FILL(&sheet->line, MESSAGE_BROUGHT, sheet->language, buf_str(&name));
        put_property(sheet, MESSAGE_LABEL_PACKS);
    }
    for (size_t i = 0; i < rule->change_count; i++) {
        say_rule_change(&sheet->line, &rule->changes[i], sheet->language);
        put_property(sheet, i == 0 && !rule->pack ? MESSAGE_LABEL_PACKS : MESSAGE_NOTHING);
    }
    sheet->line.failed |= name.failed;
    buf_free(&name);
}

static void put_rule(struct rule_sheet *sheet, const struct rule *rule) {
    page_to(&sheet->page, 1);
    page_flow_edge(&sheet->page, bilingual_text(&rule->title, sheet->language), 1, rule->id);
    MESSAGES_FILL(&sheet->line, MESSAGE_RULE_PLACE, sheet->language, say_level(rule->level, sheet->language),
                  rule_page_family(rule->family, sheet->language), rule_page_stage(rule->stage, sheet->language));
    page_to(&sheet->page, 1);
    page_flow(&sheet->page, buf_str(&sheet->line), 1);
    page_end_line(&sheet->page);
    page_drop(&sheet->page, &sheet->line);
    page_end_line(&sheet->page);
    buf_put(&sheet->line, bilingual_text(&rule->why, sheet->language));
    put_property(sheet, MESSAGE_LABEL_WHY);
    put_sources(sheet, rule);
    put_facts(sheet, rule->needs, rule->need_count, MESSAGE_LABEL_NEEDS);
    put_facts(sheet, rule->may, rule->may_count, MESSAGE_LABEL_MAY_USE);
    put_parameters(sheet, rule);
    put_packs(sheet, rule);
    buf_put(&sheet->line, text_of(sheet, rule->emergency_excuses ? MESSAGE_EMERGENCY_EXCUSES : MESSAGE_EMERGENCY_NEVER));
    put_property(sheet, MESSAGE_LABEL_EMERGENCY);
    rule_page_days(&sheet->line, rule->validity, sheet->language);
    put_property(sheet, MESSAGE_LABEL_VALIDITY);
    if (rule_page_is_part(rule)) rule_page_days(&sheet->line, rule->edition, sheet->language);
    put_property(sheet, MESSAGE_LABEL_EDITION);
    put_examples(sheet, rule);
}

void say_rule(struct buf *out, const struct rule *rule, quanze_language language, quanze_format format) {
    if (format == QUANZE_FORMAT_HTML || format == QUANZE_FORMAT_HTML_PART) {
        rule_page_html(out, rule, language, format);
        return;
    }
    if (format != QUANZE_FORMAT_TEXT) {
        struct writer writer = writer_start(out, say_style_of(format));
        rule_page_json(&writer, rule, true);
        buf_put_char(out, '\n');
        return;
    }
    struct rule_sheet sheet = {.page = {.out = out}, .language = language};
    put_rule(&sheet, rule);
    end_sheet(&sheet);
}

static void put_failure(struct rule_sheet *sheet, const struct rule_test_failure *failure) {
    struct buf line = {0};
    buf_put_int(&line, failure->line);
    MESSAGES_FILL(&sheet->line, MESSAGE_TEST_FAILED, sheet->language, failure->rule, buf_str(&line), failure->example,
                  failure->expected, bilingual_text(&failure->got, sheet->language));
    page_to(&sheet->page, 1);
    page_flow(&sheet->page, buf_str(&sheet->line), 3);
    page_end_line(&sheet->page);
    page_drop(&sheet->page, &sheet->line);
    page_drop(&sheet->page, &line);
    buf_free(&line);
}

void say_rule_test(struct buf *out, const struct rule_test_result *result, quanze_language language, quanze_format format) {
    if (format != QUANZE_FORMAT_TEXT) {
        struct writer writer = writer_start(out, say_style_of(format));
        rule_page_test_json(&writer, result, language);
        buf_put_char(out, '\n');
        return;
    }
    struct rule_sheet sheet = {.page = {.out = out}, .language = language};
    struct buf rules = {0}, examples = {0}, failed = {0};
    for (size_t i = 0; i < result->failed_count; i++) put_failure(&sheet, &result->failed[i]);
    buf_put_int(&rules, (int64_t)result->rules);
    buf_put_int(&examples, (int64_t)result->examples);
    buf_put_int(&failed, (int64_t)result->failed_count);
    MESSAGES_FILL(&sheet.line, result->failed_count > 0 ? MESSAGE_TEST_SUMMARY : MESSAGE_TEST_ALL_WELL, language,
                  buf_str(&rules), buf_str(&examples), buf_str(&failed));
    page_to(&sheet.page, 1);
    page_flow(&sheet.page, buf_str(&sheet.line), 1);
    page_end_line(&sheet.page);
    out->failed |= rules.failed || examples.failed || failed.failed;
    buf_free(&rules);
    buf_free(&examples);
    buf_free(&failed);
    end_sheet(&sheet);
}
