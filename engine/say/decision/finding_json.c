/* finding_json.c - one finding of a verdict, and the small parts that other pages of JSON share. */
#include <say/say_inside.h>

void say_write_day(struct writer *writer, int32_t day) {
    char text[24];
    if (day == DAY_NONE)
        writer_null(writer);
    else
        writer_name(writer, (struct str){text, day_format(day, text)});
}

void say_write_texts(struct writer *writer, const struct texts *texts) {
    writer_open(writer, '[');
    for (size_t i = 0; i < texts->count; i++) writer_string(writer, texts->at[i]);
    writer_close(writer, ']');
}

void say_write_cites(struct writer *writer, const struct cites *cites) {
    writer_open(writer, '[');
    for (size_t i = 0; i < cites->count; i++) {
        const struct cite *cite = &cites->at[i];
        writer_open(writer, '{');
        WRITER_FIRST(writer, "article");
        writer_string(writer, cite->article);
        WRITER_NEXT(writer, "title");
        writer_string(writer, cite->title);
        WRITER_NEXT(writer, "verified");
        if (cite->verified == 0)
            writer_null(writer);
        else
            writer_name(writer, (struct str){&cite->verified, 1});
        writer_close(writer, '}');
    }
    writer_close(writer, ']');
}

void say_write_fact_names(struct writer *writer, const struct fact_set *set) {
    if (fact_set_next(set, 0) == FACT_COUNT_ALL) {
        writer_raw(writer, STR("[]"));
        return;
    }
    writer_open(writer, '[');
    for (size_t id = fact_set_next(set, 0); id < FACT_COUNT_ALL; id = fact_set_next(set, id + 1))
        writer_name(writer, fact_at(id)->name);
    writer_close(writer, ']');
}

static void write_seen(struct writer *writer, enum fact_id fact, const struct task *task) {
    if (!task_knows(task, fact)) return;
    writer_open(writer, '{');
    WRITER_FIRST(writer, "name");
    writer_name(writer, fact_at(fact)->name);
    WRITER_NEXT(writer, "value");
    const struct value *value = &task->value[fact];
    if (fact_at(fact)->type == FACT_TEXT && value->state == VALUE_GIVEN && value->count > SAY_MAX_SEEN_BYTES) {
        const size_t begin = writer_string_begin(writer);
        say_shortened(writer->out, value_text(value), SAY_MAX_SEEN_BYTES);
        writer_string_end(writer, begin);
    } else {
        say_write_value(writer, fact, value);
    }
    writer_close(writer, '}');
}

static void write_seen_facts(struct writer *writer, const struct rule *rule, const struct task *task) {
    writer_open(writer, '[');
    for (size_t i = 0; i < rule->need_count; i++) write_seen(writer, rule->needs[i], task);
    for (size_t i = 0; i < rule->may_count; i++) write_seen(writer, rule->may[i], task);
    writer_close(writer, ']');
}

void say_write_set(struct writer *writer, const struct fact_value *set) {
    writer_open(writer, '{');
    WRITER_FIRST(writer, "fact");
    writer_name(writer, fact_at(set->fact)->name);
    WRITER_NEXT(writer, "to");
    say_write_value(writer, set->fact, &set->value);
    writer_close(writer, '}');
}

static void write_remedy(struct writer *writer, const struct finding *finding, quanze_language language) {
    if (!finding->has_remedy) {
        writer_null(writer);
        return;
    }
    writer_open(writer, '{');
    WRITER_FIRST(writer, "say");
    const size_t begin = writer_string_begin(writer);
    say_remedy(writer->out, &finding->remedy, language);
    writer_string_end(writer, begin);
    WRITER_NEXT(writer, "set");
    writer_open(writer, '[');
    for (size_t i = 0; i < finding->remedy.set_count; i++) say_write_set(writer, &finding->remedy.sets[i]);
    writer_close(writer, ']');
    writer_close(writer, '}');
}

static void write_waiver(struct writer *writer, const struct waiver *waiver) {
    if (!waiver) {
        writer_null(writer);
        return;
    }
    writer_open(writer, '{');
    WRITER_FIRST(writer, "approved_by");
    writer_string(writer, waiver->approved_by);
    WRITER_NEXT(writer, "id");
    writer_string(writer, waiver->id);
    WRITER_NEXT(writer, "reason");
    writer_string(writer, waiver->reason);
    WRITER_NEXT(writer, "requested_by");
    writer_string(writer, waiver->requested_by);
    WRITER_NEXT(writer, "valid_to");
    say_write_day(writer, waiver->validity.to);
    writer_close(writer, '}');
}

void say_write_ground(struct writer *writer, struct choices grounds, int ground) {
    if (ground < 0)
        writer_null(writer);
    else
        writer_name(writer, grounds.at[ground].name);
}

static void write_head(struct writer *writer, const struct rule *rule) {
    writer_open(writer, '{');
    WRITER_FIRST(writer, "basis");
    say_write_cites(writer, &rule->basis);
    if (rule->change_count > 0) {
        WRITER_NEXT(writer, "changed_by");
        say_write_changed_by(writer, rule);
    }
    WRITER_NEXT(writer, "excused");
}

static void write_labels(struct writer *writer, const struct rule *rule) {
    WRITER_NEXT(writer, "family");
    writer_name(writer, family_name(rule->family));
    WRITER_NEXT(writer, "ground");
    say_write_ground(writer, choices_of("GROUND"), rule->ground);
    WRITER_NEXT(writer, "level");
    writer_name(writer, level_name(rule->level));
    WRITER_NEXT(writer, "message");
}

static void write_identity(struct writer *writer, const struct rule *rule) {
    WRITER_NEXT(writer, "rule");
    writer_string(writer, rule->id);
    WRITER_NEXT(writer, "seeds");
    say_write_texts(writer, &rule->seeds);
    WRITER_NEXT(writer, "status");
}

void say_write_finding_part(struct writer *writer, enum finding_part part, const struct rule *rule) {
    switch (part) {
    case FINDING_HEAD: write_head(writer, rule); break;
    case FINDING_LABELS: write_labels(writer, rule); break;
    case FINDING_IDENTITY: write_identity(writer, rule); break;
    case FINDING_PARTS: break;
    }
}

static void put_part(struct writer *writer, enum finding_part part, const struct finding *finding,
                     const struct finding_style *style) {
    if (!style->constants) {
        say_write_finding_part(writer, part, finding->rule);
        return;
    }
    if (part == FINDING_HEAD) writer_lead(writer);
    constants_put(writer, constants_part(style->constants, finding->rule_index * FINDING_PARTS + part));
}

void say_write_finding(struct writer *writer, const struct finding *finding, const struct finding_style *style) {
    put_part(writer, FINDING_HEAD, finding, style);
    writer_bool(writer, finding->excused);
    WRITER_NEXT(writer, "facts");
    write_seen_facts(writer, finding->rule, style->task);
    put_part(writer, FINDING_LABELS, finding, style);
    const size_t begin = writer_string_begin(writer);
    say_finding(writer->out, finding, style->language);
    writer_string_end(writer, begin);
    WRITER_NEXT(writer, "missing");
    say_write_fact_names(writer, &finding->missing);
    if (finding->rule->pack) {
        WRITER_NEXT(writer, "pack");
        writer_string(writer, finding->rule->pack->id);
    }
    WRITER_NEXT(writer, "remedy");
    write_remedy(writer, finding, style->language);
    put_part(writer, FINDING_IDENTITY, finding, style);
    writer_name(writer, status_name(finding->status));
    WRITER_NEXT(writer, "waiver");
    write_waiver(writer, finding->waiver);
    writer_close(writer, '}');
}
