#include <say/rule/profile.h>

#include <inttypes.h>
#include <say/page.h>
#include <say/rule/rule_page.h>
#include <stdio.h>

/* Rules of the page in their order: by time, without a clock by instructions, then by id. */
struct ranking {
    const struct profile_page *profile;
    size_t order[QUANZE_MAX_RULES];
    size_t count; /* those that ran */
    uint64_t runs, steps, spent_ns;
};

static uint64_t weight(const struct profile_page *profile, size_t rule) {
    return profile->total_ns > 0 ? profile->meters[rule].spent_ns : profile->meters[rule].steps;
}

static struct ranking rank(const struct profile_page *profile) {
    struct ranking ranking = {.profile = profile};
    for (size_t i = 0; i < profile->book->count; i++) {
        const struct rule_meter *meter = &profile->meters[i];
        if (meter->runs == 0) continue;
        ranking.runs += meter->runs;
        ranking.steps += meter->steps;
        ranking.spent_ns += meter->spent_ns;
        size_t at = ranking.count++;
        for (; at > 0 && weight(profile, ranking.order[at - 1]) < weight(profile, i); at--)
            ranking.order[at] = ranking.order[at - 1];
        ranking.order[at] = i;
    }
    return ranking;
}

static double share_of(const struct ranking *ranking, size_t rule) {
    const uint64_t all = ranking->profile->total_ns > 0 ? ranking->spent_ns : ranking->steps;
    return all > 0 ? (double)weight(ranking->profile, rule) / (double)all : 0;
}

/* Instructions of one run that was not answered from memory. */
static uint64_t steps_per_run(const struct rule_meter *meter) {
    const uint64_t checked = meter->runs - meter->remembered;
    return checked > 0 ? meter->steps / checked : 0;
}

static bool is_group(enum fact_id fact) {
    const enum fact_type type = fact_at(fact)->type;
    return type == FACT_TEXTS || type == FACT_CHOICES || type == FACT_RECORDS;
}

static enum fact_id fact_of(const struct rule *rule, size_t i) {
    return i < rule->need_count ? rule->needs[i] : rule->may[i - rule->need_count];
}

static void write_groups(struct writer *writer, const struct rule *rule) {
    writer_open(writer, '[');
    for (size_t i = 0; i < rule->need_count + rule->may_count; i++)
        if (is_group(fact_of(rule, i))) writer_name(writer, fact_at(fact_of(rule, i))->name);
    writer_close(writer, ']');
}

static void write_count(struct writer *writer, const char *name, uint64_t number) {
    writer_key(writer, str_of(name));
    writer_int(writer, (int64_t)number);
}

static void write_rule(struct writer *writer, const struct ranking *ranking, size_t index) {
    const struct rule *rule = &ranking->profile->book->rules[index];
    const struct rule_meter *meter = &ranking->profile->meters[index];
    writer_open(writer, '{');
    WRITER_KEY(writer, "lists");
    write_groups(writer, rule);
    WRITER_KEY(writer, "loops");
    writer_bool(writer, rule->counts_steps);
    WRITER_KEY(writer, "ns");
    if (ranking->profile->total_ns > 0)
        writer_int(writer, (int64_t)meter->spent_ns);
    else
        writer_null(writer);
    write_count(writer, "remembered", meter->remembered);
    WRITER_KEY(writer, "rule");
    writer_string(writer, rule->id);
    write_count(writer, "runs", meter->runs);
    WRITER_KEY(writer, "share");
    say_write_number(writer, share_of(ranking, index));
    write_count(writer, "steps", meter->steps);
    write_count(writer, "steps_per_run", steps_per_run(meter));
    writer_close(writer, '}');
}

static void write_page(struct buf *out, const struct ranking *ranking, quanze_format format) {
    struct writer writer = writer_start(out, say_style_of(format));
    writer_open(&writer, '{');
    WRITER_KEY(&writer, "format");
    writer_name(&writer, STR("quanze/rule-profile/1"));
    WRITER_KEY(&writer, "rules");
    writer_open(&writer, '[');
    for (size_t i = 0; i < ranking->count; i++) write_rule(&writer, ranking, ranking->order[i]);
    writer_close(&writer, ']');
    write_count(&writer, "steps", ranking->steps);
    write_count(&writer, "tasks", ranking->profile->tasks);
    WRITER_KEY(&writer, "total_ns");
    if (ranking->profile->total_ns > 0)
        writer_int(&writer, (int64_t)ranking->profile->total_ns);
    else
        writer_null(&writer);
    writer_close(&writer, '}');
    buf_put_char(out, '\n');
}

static void put_line(struct page *page, struct buf *line, size_t column) {
    page_to(page, column);
    page_flow(page, buf_str(line), column);
    page_end_line(page);
    page_drop(page, line);
}

/* Why it is dear: it loops, it is handed lists. */
static void put_why(struct buf *line, const struct rule *rule, quanze_language language) {
    struct buf facts = {0};
    for (size_t i = 0; i < rule->need_count + rule->may_count; i++) {
        if (!is_group(fact_of(rule, i))) continue;
        if (facts.length > 0) buf_put(&facts, messages_text(MESSAGE_LIST_COMMA, language));
        buf_put(&facts, fact_label(fact_of(rule, i), language));
    }
    if (rule->counts_steps) buf_put(line, messages_text(MESSAGE_PROFILE_LOOPS, language));
    if (rule->counts_steps && facts.length > 0) buf_put(line, messages_text(MESSAGE_SEMICOLON, language));
    if (facts.length > 0) MESSAGES_FILL(line, MESSAGE_PROFILE_READS, language, buf_str(&facts));
    line->failed |= facts.failed;
    buf_free(&facts);
}

static void put_rule(struct page *page, const struct ranking *ranking, size_t index, quanze_language language) {
    const struct rule *rule = &ranking->profile->book->rules[index];
    const struct rule_meter *meter = &ranking->profile->meters[index];
    struct buf line = {0};
    buf_printf(&line, " %5.1f%%%11" PRIu64 "%8" PRIu64 "%8" PRIu64 "  ", 100 * share_of(ranking, index), steps_per_run(meter),
               meter->spent_ns / meter->runs, meter->runs);
    page_put(page, buf_str(&line));
    page_drop(page, &line);
    buf_put(&line, rule->id);
    buf_put_char(&line, ' ');
    buf_put(&line, bilingual_text(&rule->title, language));
    put_line(page, &line, 36);
    put_why(&line, rule, language);
    if (line.length > 0) put_line(page, &line, 36);
    page->out->failed |= line.failed;
    buf_free(&line);
}

static struct str taken(const char *at, int length) { return (struct str){at, length > 0 && length < 32 ? (size_t)length : 0}; }

static struct str whole(char out[32], uint64_t number) { return taken(out, snprintf(out, 32, "%" PRIu64, number)); }

static struct str tenths(char out[32], double number) { return taken(out, snprintf(out, 32, "%.1f", number)); }

static struct str percent(char out[32], double share) { return taken(out, snprintf(out, 32, "%.0f%%", 100 * share)); }

static void put_head(struct page *page, const struct ranking *ranking, struct buf *line, quanze_language language) {
    char one[32], two[32], three[32];
    MESSAGES_FILL(line, MESSAGE_PROFILE_HEAD, language, whole(one, ranking->profile->tasks), whole(two, ranking->runs),
                  whole(three, ranking->steps));
    put_line(page, line, 1);
    const double total = (double)ranking->profile->total_ns, rules = (double)ranking->spent_ns;
    if (total > 0) {
        MESSAGES_FILL(line, MESSAGE_PROFILE_TIME, language, tenths(one, total / 1e6), tenths(two, rules / 1e6),
                      percent(three, rules / total));
        put_line(page, line, 1);
    }
    page_end_line(page);
    page_put(page, messages_text(MESSAGE_PROFILE_COLUMNS, language));
    page_end_line(page);
}

void say_profile(struct buf *out, const struct profile_page *profile, quanze_language language, quanze_format format) {
    const struct ranking ranking = rank(profile);
    if (format != QUANZE_FORMAT_TEXT) {
        write_page(out, &ranking, format);
        return;
    }
    struct page page = {.out = out};
    struct buf line = {0};
    char number[32];
    put_head(&page, &ranking, &line, language);
    for (size_t i = 0; i < ranking.count; i++) put_rule(&page, &ranking, ranking.order[i], language);
    MESSAGES_FILL(&line, MESSAGE_PROFILE_UNRUN, language, whole(number, profile->book->count - ranking.count));
    put_line(&page, &line, 1);
    out->failed |= line.failed;
    buf_free(&line);
}
