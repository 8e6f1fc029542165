/* rule_json.c - rules, and the result of their tests, as JSON. */
#include <math.h>
#include <say/rule/rule_page.h>

static void write_bilingual(struct writer *writer, const struct bilingual *text) {
    writer_open(writer, '{');
    WRITER_KEY(writer, "en");
    writer_string(writer, text->en);
    WRITER_KEY(writer, "zh");
    writer_string(writer, text->zh);
    writer_close(writer, '}');
}

static void write_harder(struct writer *writer, const struct rule_parameter *parameter) {
    if (parameter->harder != SIDE_UNSAID) {
        WRITER_KEY(writer, "harder");
        writer_name(writer, parameter->harder == SIDE_HIGHER ? STR("higher") : STR("lower"));
    }
    if (isfinite(parameter->most)) {
        WRITER_KEY(writer, "max");
        say_write_number(writer, parameter->most);
    }
    if (isfinite(parameter->least)) {
        WRITER_KEY(writer, "min");
        say_write_number(writer, parameter->least);
    }
}

static void write_parameters(struct writer *writer, const struct rule *rule) {
    writer_open(writer, '[');
    for (size_t i = 0; i < rule->parameter_count; i++) {
        const struct rule_parameter *parameter = &rule->parameters[i];
        writer_open(writer, '{');
        WRITER_KEY(writer, "default");
        say_write_number(writer, parameter->default_value);
        write_harder(writer, parameter);
        WRITER_KEY(writer, "name");
        writer_string(writer, parameter->name);
        WRITER_KEY(writer, "source");
        writer_string(writer, parameter->source);
        WRITER_KEY(writer, "unit");
        writer_string(writer, parameter->unit);
        WRITER_KEY(writer, "value");
        say_write_number(writer, parameter->value);
        writer_close(writer, '}');
    }
    writer_close(writer, ']');
}

static void write_fact_list(struct writer *writer, const enum fact_id *facts, size_t count) {
    writer_open(writer, '[');
    for (size_t i = 0; i < count; i++) writer_name(writer, fact_at(facts[i])->name);
    writer_close(writer, ']');
}

/* The part of a rule that only its own page shows: how many examples it has, the facts it reads. */
static void write_details(struct writer *writer, const struct rule *rule) {
    WRITER_KEY(writer, "may");
    write_fact_list(writer, rule->may, rule->may_count);
    WRITER_KEY(writer, "needs");
    write_fact_list(writer, rule->needs, rule->need_count);
}

/* What packs made of it; of a rule that none touched there is nothing to say. */
static void write_changes(struct writer *writer, const struct rule *rule) {
    if (rule->change_count > 0) {
        WRITER_KEY(writer, "changed_by");
        say_write_changed_by(writer, rule);
    }
    if (rule->disabled) {
        WRITER_KEY(writer, "disabled");
        writer_bool(writer, true);
    }
    if (rule->edition.from == rule->validity.from && rule->edition.to == rule->validity.to) return;
    WRITER_KEY(writer, "edition");
    writer_open(writer, '{');
    WRITER_KEY(writer, "from");
    say_write_day(writer, rule->edition.from);
    WRITER_KEY(writer, "to");
    say_write_day(writer, rule->edition.to);
    writer_close(writer, '}');
}

void rule_page_json(struct writer *writer, const struct rule *rule, bool whole) {
    writer_open(writer, '{');
    WRITER_KEY(writer, "basis");
    say_write_cites(writer, &rule->basis);
    write_changes(writer, rule);
    if (whole) {
        WRITER_KEY(writer, "examples");
        writer_int(writer, (int64_t)rule->example_count);
    }
    WRITER_KEY(writer, "family");
    writer_name(writer, family_name(rule->family));
    WRITER_KEY(writer, "ground");
    say_write_ground(writer, choices_of("GROUND"), rule->ground);
    WRITER_KEY(writer, "id");
    writer_string(writer, rule->id);
    WRITER_KEY(writer, "level");
    writer_name(writer, level_name(rule->level));
    if (whole) write_details(writer, rule);
    if (rule->pack) {
        WRITER_KEY(writer, "pack");
        writer_string(writer, rule->pack->id);
    }
    WRITER_KEY(writer, "parameters");
    write_parameters(writer, rule);
    WRITER_KEY(writer, "seeds");
    say_write_texts(writer, &rule->seeds);
    WRITER_KEY(writer, "since");
    say_write_day(writer, rule->validity.from);
    WRITER_KEY(writer, "stage");
    writer_name(writer, stage_name(rule->stage));
    WRITER_KEY(writer, "title");
    write_bilingual(writer, &rule->title);
    WRITER_KEY(writer, "until");
    say_write_day(writer, rule->validity.to);
    if (whole) {
        WRITER_KEY(writer, "why");
        write_bilingual(writer, &rule->why);
    }
    writer_close(writer, '}');
}

void rule_page_test_json(struct writer *writer, const struct rule_test_result *result, quanze_language language) {
    writer_open(writer, '{');
    WRITER_KEY(writer, "examples");
    writer_int(writer, (int64_t)result->examples);
    WRITER_KEY(writer, "failed");
    writer_open(writer, '[');
    for (size_t i = 0; i < result->failed_count; i++) {
        const struct rule_test_failure *failure = &result->failed[i];
        writer_open(writer, '{');
        WRITER_KEY(writer, "example");
        writer_string(writer, failure->example);
        WRITER_KEY(writer, "expected");
        writer_string(writer, failure->expected);
        WRITER_KEY(writer, "got");
        writer_string(writer, bilingual_text(&failure->got, language));
        WRITER_KEY(writer, "line");
        writer_int(writer, failure->line);
        WRITER_KEY(writer, "rule");
        writer_string(writer, failure->rule);
        writer_close(writer, '}');
    }
    writer_close(writer, ']');
    WRITER_KEY(writer, "format");
    writer_name(writer, STR("quanze/rule-test/1"));
    WRITER_KEY(writer, "rules");
    writer_int(writer, (int64_t)result->rules);
    writer_close(writer, '}');
}
