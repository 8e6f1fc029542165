/* say_inside.h - what the files of this room share and no other room sees. */
#ifndef SAY_SAY_INSIDE_H
#define SAY_SAY_INSIDE_H

#include <say/decision/constants.h>
#include <say/messages.h>
#include <say/say.h>
#include <say/writer.h>

/* A day and a minute as people write them; a minute of a whole day is its date. */
void say_day(struct buf *out, int32_t day);
void say_minute(struct buf *out, int64_t minute, bool whole_day);

/* A number of a parameter, with at most six decimals: as text, and as JSON. */
void say_number(struct buf *out, double number);
void say_write_number(struct writer *writer, double number);

/* One word of a text list: a power with its matter, a word of a vocabulary, or the text itself. Several are joined. */
void say_word(struct buf *out, struct str text, quanze_language language);
void say_texts(struct buf *out, struct texts texts, quanze_language language);

/* A fact's value into a page of JSON. */
void say_write_value(struct writer *writer, enum fact_id fact, const struct value *value);

static inline struct str bilingual_text(const struct bilingual *text, quanze_language language) {
    return language == QUANZE_EN ? text->en : text->zh;
}

static inline struct str choice_text(const struct choice *choice, quanze_language language) {
    return language == QUANZE_EN ? choice->en : choice->zh;
}

static inline struct str fact_label(enum fact_id fact, quanze_language language) {
    return language == QUANZE_EN ? fact_at(fact)->en : fact_at(fact)->zh;
}

/* The labels of all facts of a set, joined. */
void say_fact_labels(struct buf *out, const struct fact_set *set, quanze_language language);

/* What people call a state of a task's life; the name itself when there is no such state. */
struct str say_state(struct str name, quanze_language language);

/* Whom to ask, by the name that the task or the list gives; else by the word for it. Borrowed. */
struct str say_ask(const struct task *task, const struct choice *ask, quanze_language language);

/* What a finding says: the rule's message when it failed, what is missing when it is unknown, what broke when it broke. */
void say_finding(struct buf *out, const struct finding *finding, quanze_language language);

/* What would cure a finding: the rule's own words, or "label becomes value" for each fact. */
void say_remedy(struct buf *out, const struct rule_remedy *remedy, quanze_language language);

/* "the calendar of 2027", for a question or a finding that waits for it. */
void say_calendar_year(struct buf *out, int year, quanze_language language);

/* The first fact of a set at or after `from`; FACT_COUNT_ALL when there is none. */
static inline size_t fact_set_next(const struct fact_set *set, size_t from) {
    for (size_t word = from / 64; word < FACT_WORDS; word++) {
        const uint64_t left = word == from / 64 ? set->words[word] >> (from % 64) << (from % 64) : set->words[word];
        if (left != 0) return word * 64 + (size_t)__builtin_ctzll(left);
    }
    return FACT_COUNT_ALL;
}

/* Small parts of JSON pages: citations, texts, a day (null when open), a minute, names of facts, a ground (null for -1). */
void say_write_cites(struct writer *writer, const struct cites *cites);
void say_write_texts(struct writer *writer, const struct texts *texts);
void say_write_day(struct writer *writer, int32_t day);
void say_write_minute(struct writer *writer, int64_t minute);
void say_write_fact_names(struct writer *writer, const struct fact_set *set);
void say_write_ground(struct writer *writer, struct choices grounds, int ground);

/* {"fact", "to"} */
void say_write_set(struct writer *writer, const struct fact_value *set);

/* "fixes" and why there is none. */
void say_write_fixes(struct writer *writer, const struct fixes *fixes);

/* Label and new value of one fact: "label becomes value". */
void say_set(struct buf *out, const struct fact_value *set, quanze_language language);

void say_write_balance(struct writer *writer, const struct balance_row *balance);
/* What a finding is written with; looked up once a decision. */
struct finding_style {
    const struct task *task;
    struct choices grounds;
    quanze_language language;
    const struct say_constants *constants; /* NULL: none, or not in this style */
};
void say_write_finding(struct writer *writer, const struct finding *finding, const struct finding_style *style);

/* The parts of a finding that its rule alone tells, and the versions that the world tells; `day` chooses the packs. */
void say_write_finding_part(struct writer *writer, enum finding_part part, const struct rule *rule);
void say_write_digests(struct writer *writer, const struct say_world *world, int32_t day);

/* Minutes as hundredths of an hour, rounded. */
static inline int64_t say_hundredth_hours(int64_t minutes) { return (minutes * 100 + 30) / 60; }

/* A text that a rule has seen is shown up to here in JSON; nobody proves anything with a whole body of 16 MiB. */
#define SAY_MAX_SEEN_BYTES 400

/* The text, cut at a whole character and ended with an ellipsis when it is longer than `max_bytes`. */
void say_shortened(struct buf *out, struct str text, size_t max_bytes);

/* What packs made of a rule: marks for one line; one change with who approved it and why; the ids. */
void say_rule_packs(struct buf *out, const struct rule *rule, quanze_language language);
void say_rule_change(struct buf *out, const struct rule_change *change, quanze_language language);
void say_pack_name(struct buf *out, const struct pack *pack, quanze_language language);
void say_write_changed_by(struct writer *writer, const struct rule *rule);

/* Why an answer is not open. */
struct str say_closed(enum closed_reason reason, quanze_language language);

/* 阻断 补正 提示 告知; 准入 附条件准入 退回补正 不予准入. */
struct str say_level(enum level level, quanze_language language);
struct str say_verdict(enum verdict verdict, quanze_language language);

/* 《title》article, with "to be verified" unless it was read in the source. */
void say_cite(struct buf *out, const struct cite *cite, quanze_language language);

#endif
