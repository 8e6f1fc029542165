/* audit_words.h - how the parts of an audit report are told, the same on every page, in every format. */
#ifndef SAY_AUDIT_WORDS_H
#define SAY_AUDIT_WORDS_H

#include <audit/audit.h>
#include <say/say_inside.h>

/* "1,234,567": digits in threes. `number` / 10^`digits`, without trailing zeros. */
void audit_put_digits(struct buf *out, int64_t number, unsigned digits);

/* A share that is known in thousandths, rounded. */
int64_t audit_thousandths(struct audit_number number);

/* Without its unit, but a share ("") with its sign: "12.5 %"; "not known" when it is not. */
void audit_put_figure(struct buf *out, struct audit_number number, struct str unit, quanze_language language);

/* The same with its unit. */
void audit_put_number(struct buf *out, struct audit_number number, struct str unit, quanze_language language);

/* The value of an indicator as it may be shown: a nought that only some tasks tell is not known. */
struct audit_number audit_shown(const struct audit_indicator *indicator);

/* The same in words, with its unit; "at least", or "at most" of the least of what is told, when tasks do not tell what it
 * needs. */
void audit_put_value(struct buf *out, const struct audit_indicator *indicator, quanze_language language);

/* "绿 不超过 5 %，黄 不超过 15 %（SCORE-004，来源）"; nothing when there is no threshold. */
void audit_put_threshold(struct buf *out, const struct audit_indicator *indicator, quanze_language language);

/* "2026 年 10 月", or from one day to another. */
void audit_put_period(struct buf *out, const struct audit_period *period, quanze_language language);

/* The report's title: county, period, and of which tasks alone it is; the latter by itself, nothing when it is of all. */
void audit_put_title(struct buf *out, const struct audit_report *report, quanze_language language);
void audit_put_only(struct buf *out, const struct audit_report *report, quanze_language language);

void audit_put_remark(struct buf *out, const struct audit_remark *remark, quanze_language language);

/* Names by index; -1: that it was not told. */
struct str audit_department_name(const struct audit_report *report, int department, quanze_language language);
struct str audit_party_name(const struct audit_report *report, enum subject subject, int party, quanze_language language);

struct str audit_light_word(enum audit_light light, quanze_language language);

/* Whether there are limits, but what is not told could change the light; the word for its light, "open" when it is. */
bool audit_indicator_is_open(const struct audit_indicator *indicator);
struct str audit_indicator_light(const struct audit_indicator *indicator, quanze_language language);

void audit_put_confidence(struct buf *out, const struct audit_indicator *indicator, quanze_language language);
struct str audit_group_word(enum audit_group_kind kind, quanze_language language);
struct str audit_repeat_word(enum audit_repeat_kind kind, quanze_language language);
struct str audit_alert_word(enum audit_alert_kind kind, quanze_language language);
struct str audit_correction_word(enum audit_correction_state state, quanze_language language);

/* What tasks are known to be short of together: "缺经费 3,200 元、缺人员 4 人"; nothing when nothing is. */
void audit_put_owed(struct buf *out, const struct audit_report *report, struct audit_tasks tasks, quanze_language language);

/* Whether a rule is more than a note: what only notes something is no fault of anybody. */
bool audit_rule_counts(const struct audit_report *report, struct str rule);

/* What a rule of stage audit found, in its own words. */
void audit_put_finding(struct buf *out, const struct audit_finding *finding, quanze_language language);

static inline struct str audit_indicator_name(const struct audit_indicator *indicator, quanze_language language) {
    const struct audit_indicator_info info = audit_indicator_info(indicator->id);
    return language == QUANZE_EN ? info.en : info.zh;
}

#endif
