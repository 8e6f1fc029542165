/* rule_html.c - one rule as HTML: all that its text page says, which tasks it looks at, and its examples with their facts. */
#include <say/rule/rule_html.h>

struct leaf {
    struct buf *out;
    const struct rule *rule;
    quanze_language language;
    struct buf line;
};

static struct str text_of(const struct leaf *leaf, enum message_id id) { return messages_text(id, leaf->language); }

/* The line being made as <tag class="style">, and it is empty again. */
static void put_line(struct leaf *leaf, const char *tag, const char *style) {
    leaf->out->failed |= leaf->line.failed;
    html_element(leaf->out, tag, style, buf_str(&leaf->line));
    leaf->line.length = 0;
}

static void put_label(struct leaf *leaf, enum message_id label) {
    html_element(leaf->out, "dt", NULL, text_of(leaf, label));
    buf_put_text(leaf->out, "<dd>");
}

static void end_property(struct leaf *leaf) { buf_put_text(leaf->out, "</dd>\n"); }

/* A property of one line; none when the line is empty. */
static void put_property(struct leaf *leaf, enum message_id label) {
    if (leaf->line.length == 0) return;
    put_label(leaf, label);
    put_line(leaf, "div", NULL);
    end_property(leaf);
}

static void put_basis(struct leaf *leaf) {
    put_label(leaf, MESSAGE_LABEL_BASIS);
    for (size_t i = 0; i < leaf->rule->basis.count; i++) {
        say_cite(&leaf->line, &leaf->rule->basis.at[i], leaf->language);
        put_line(leaf, "div", leaf->rule->basis.at[i].verified == 'V' ? NULL : "unverified");
    }
    end_property(leaf);
}

static void put_facts(struct leaf *leaf, const enum fact_id *facts, size_t count, enum message_id label) {
    if (count == 0) return;
    put_label(leaf, label);
    for (size_t i = 0; i < count; i++) {
        buf_put_text(leaf->out, "<div>");
        html_text(leaf->out, fact_label(facts[i], leaf->language));
        buf_put_char(leaf->out, ' ');
        html_element(leaf->out, "span", "id", fact_at(facts[i])->name);
        MESSAGES_FILL(&leaf->line, MESSAGE_ASK_OF, leaf->language, choice_text(fact_at(facts[i])->ask, leaf->language));
        put_line(leaf, "small", NULL);
        buf_put_text(leaf->out, "</div>");
    }
    end_property(leaf);
}

/* "kind of task: form, ledger". */
static void put_condition(struct leaf *leaf, const struct condition *condition) {
    const enum fact_type type = fact_at(condition->fact)->type;
    const struct value limit = value_number(condition->limit);
    buf_put(&leaf->line, fact_label(condition->fact, leaf->language));
    buf_put(&leaf->line, text_of(leaf, MESSAGE_COLON));
    if (condition->kind != CONDITION_ANY_OF) {
        buf_put(&leaf->line, text_of(leaf, condition->kind == CONDITION_AT_LEAST ? MESSAGE_AT_LEAST : MESSAGE_AT_MOST));
        say_value(&leaf->line, condition->fact, &limit, leaf->language);
    }
    for (size_t i = 0; i < condition->count; i++) {
        const struct value *value = &condition->any_of[i];
        const struct value list = {.items = value, .count = 1, .state = VALUE_GIVEN};
        const bool is_element = value->state == VALUE_GIVEN && (type == FACT_TEXTS || type == FACT_CHOICES);
        if (i > 0) buf_put(&leaf->line, text_of(leaf, MESSAGE_LIST_COMMA));
        say_value(&leaf->line, condition->fact, is_element ? &list : value, leaf->language);
    }
    put_line(leaf, "div", NULL);
}

static void put_applies(struct leaf *leaf) {
    if (leaf->rule->applies_count == 0) return;
    put_label(leaf, MESSAGE_LABEL_APPLIES);
    for (size_t i = 0; i < leaf->rule->applies_count; i++) put_condition(leaf, &leaf->rule->applies[i]);
    end_property(leaf);
}

static void put_steps(struct leaf *leaf, const struct rule_parameter *parameter) {
    for (size_t i = 0; i < parameter->step_count; i++) {
        struct buf number = {0};
        char day[24];
        say_number(&number, parameter->steps[i].value);
        MESSAGES_FILL(&leaf->line, MESSAGE_PARAMETER_STEP, leaf->language,
                      (struct str){day, day_format(parameter->steps[i].from, day)}, buf_str(&number));
        leaf->line.failed |= number.failed;
        buf_free(&number);
        put_line(leaf, "div", "small");
    }
}

static void put_parameters(struct leaf *leaf) {
    if (leaf->rule->parameter_count == 0) return;
    put_label(leaf, MESSAGE_LABEL_PARAMETERS);
    for (size_t i = 0; i < leaf->rule->parameter_count; i++) {
        rule_page_parameter(&leaf->line, &leaf->rule->parameters[i], leaf->language);
        put_line(leaf, "div", NULL);
        put_steps(leaf, &leaf->rule->parameters[i]);
    }
    end_property(leaf);
}

static void put_packs(struct leaf *leaf) {
    struct buf name = {0};
    if (!leaf->rule->pack && leaf->rule->change_count == 0) return;
    buf_put_text(leaf->out, "<div class=\"box\">");
    html_element(leaf->out, "strong", NULL, text_of(leaf, MESSAGE_LABEL_PACKS));
    if (leaf->rule->pack) {
        say_pack_name(&name, leaf->rule->pack, leaf->language);
        MESSAGES_FILL(&leaf->line, MESSAGE_BROUGHT, leaf->language, buf_str(&name));
        put_line(leaf, "div", NULL);
    }
    for (size_t i = 0; i < leaf->rule->change_count; i++) {
        say_rule_change(&leaf->line, &leaf->rule->changes[i], leaf->language);
        put_line(leaf, "div", NULL);
    }
    buf_put_text(leaf->out, "</div>\n");
    leaf->out->failed |= name.failed;
    buf_free(&name);
}

/* What is known in an example: "label value; label value". */
static void put_given(struct leaf *leaf, const struct rule_example *example) {
    for (size_t i = 0; i < example->fact_count; i++) {
        if (i > 0) buf_put(&leaf->line, text_of(leaf, MESSAGE_LIST_SEMICOLON));
        buf_put(&leaf->line, fact_label(example->facts[i].fact, leaf->language));
        buf_put_char(&leaf->line, ' ');
        say_value(&leaf->line, example->facts[i].fact, &example->facts[i].value, leaf->language);
    }
    if (example->fact_count == 0) buf_put(&leaf->line, text_of(leaf, MESSAGE_EXAMPLE_NOTHING));
    put_line(leaf, "td", NULL);
}

static void put_examples(struct leaf *leaf, bool open) {
    const bool names = leaf->language == QUANZE_EN; /* they are English */
    struct buf number = {0};
    buf_put_int(&number, (int64_t)leaf->rule->example_count);
    MESSAGES_FILL(&leaf->line, MESSAGE_HEADING, leaf->language, text_of(leaf, MESSAGE_LABEL_EXAMPLES), buf_str(&number));
    leaf->line.failed |= number.failed;
    buf_free(&number);
    buf_put_text(leaf->out, open ? "<details open>" : "<details>");
    put_line(leaf, "summary", NULL);
    buf_put_text(leaf->out, "<div class=\"wide\"><table>\n<tr>");
    html_element(leaf->out, "th", NULL, text_of(leaf, MESSAGE_EXAMPLE_GIVEN));
    html_element(leaf->out, "th", NULL, text_of(leaf, MESSAGE_EXAMPLE_EXPECT));
    if (names) html_element(leaf->out, "th", NULL, text_of(leaf, MESSAGE_EXAMPLE_NAME));
    buf_put_text(leaf->out, "</tr>\n");
    for (size_t i = 0; i < leaf->rule->example_count; i++) {
        const struct rule_example *example = &leaf->rule->examples[i];
        buf_put_text(leaf->out, "<tr>");
        put_given(leaf, example);
        html_element(leaf->out, "td", NULL, rule_page_expect(example->expect, leaf->language));
        if (names) html_element(leaf->out, "td", NULL, example->name);
        buf_put_text(leaf->out, "</tr>\n");
    }
    buf_put_text(leaf->out, "</table></div></details>\n");
}

void rule_html_level(struct buf *out, enum level level, quanze_language language) {
    buf_put_text(out, "<span class=\"level ");
    buf_put(out, level_name(level));
    buf_put_text(out, "\">");
    html_text(out, say_level(level, language));
    buf_put_text(out, "</span>");
}

/* `head`: "h1" when the rule is a page, "h3" in the book. */
static void put_head(struct leaf *leaf, const char *head) {
    buf_put_text(leaf->out, "<article id=\"");
    html_anchor(leaf->out, leaf->rule->id);
    buf_printf(leaf->out, "\">\n<%s>", head);
    html_text(leaf->out, bilingual_text(&leaf->rule->title, leaf->language));
    buf_put_char(leaf->out, ' ');
    html_element(leaf->out, "span", "id", leaf->rule->id);
    buf_printf(leaf->out, "</%s>\n<p>", head);
    rule_html_level(leaf->out, leaf->rule->level, leaf->language);
    buf_put(&leaf->line, text_of(leaf, MESSAGE_GAP));
    buf_put(&leaf->line, rule_page_family(leaf->rule->family, leaf->language));
    buf_put(&leaf->line, text_of(leaf, MESSAGE_GAP));
    buf_put(&leaf->line, rule_page_stage(leaf->rule->stage, leaf->language));
    say_rule_packs(&leaf->line, leaf->rule, leaf->language);
    put_line(leaf, "small", NULL);
    buf_put_text(leaf->out, "</p>\n");
    html_element(leaf->out, "p", NULL, bilingual_text(&leaf->rule->why, leaf->language));
}

static void put_ground_and_seeds(struct leaf *leaf) {
    const struct rule *rule = leaf->rule;
    if (rule->ground >= 0) buf_put(&leaf->line, choice_text(&choices_of("GROUND").at[rule->ground], leaf->language));
    put_property(leaf, MESSAGE_LABEL_GROUND);
    for (size_t i = 0; i < rule->seeds.count; i++) {
        if (i > 0) buf_put_char(&leaf->line, ' ');
        buf_put(&leaf->line, rule->seeds.at[i]);
    }
    put_property(leaf, MESSAGE_LABEL_SEEDS);
}

static void put_days(struct leaf *leaf) {
    const struct rule *rule = leaf->rule;
    buf_put(&leaf->line, text_of(leaf, rule->emergency_excuses ? MESSAGE_EMERGENCY_EXCUSES : MESSAGE_EMERGENCY_NEVER));
    put_property(leaf, MESSAGE_LABEL_EMERGENCY);
    rule_page_days(&leaf->line, rule->validity, leaf->language);
    put_property(leaf, MESSAGE_LABEL_VALIDITY);
    if (rule_page_is_part(rule)) rule_page_days(&leaf->line, rule->edition, leaf->language);
    put_property(leaf, MESSAGE_LABEL_EDITION);
}

void rule_html_article(struct buf *out, const struct rule *rule, bool open, quanze_language language) {
    struct leaf leaf = {.out = out, .rule = rule, .language = language};
    put_head(&leaf, open ? "h1" : "h3");
    put_packs(&leaf);
    buf_put_text(out, "<dl>\n");
    put_basis(&leaf);
    put_applies(&leaf);
    put_facts(&leaf, rule->needs, rule->need_count, MESSAGE_LABEL_NEEDS);
    put_facts(&leaf, rule->may, rule->may_count, MESSAGE_LABEL_MAY_USE);
    put_parameters(&leaf);
    put_days(&leaf);
    put_ground_and_seeds(&leaf);
    buf_put_text(out, "</dl>\n");
    put_examples(&leaf, open);
    buf_put_text(out, "</article>\n");
    buf_free(&leaf.line);
}

void rule_page_html(struct buf *out, const struct rule *rule, quanze_language language, quanze_format form) {
    html_begin(out, bilingual_text(&rule->title, language), language, form);
    rule_html_article(out, rule, true, language);
    html_end(out, NULL, form);
}
