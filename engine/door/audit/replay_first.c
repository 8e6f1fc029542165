/* replay_first.c - of a changed verdict, the first rule that does not say the same. */
#include <door/audit/replay_inside.h>

/* What a rule said at the time: what failed is a row, what was unknown stands in the record, whose form is our own. */
struct told {
    const struct ledger_finding *findings;
    size_t count;
    struct str unknown; /* the record from its list of unknown rules on */
};

static struct str behind(struct str text, struct str mark) {
    const ptrdiff_t at = str_find(text, mark);
    const size_t gone = at < 0 ? text.length : (size_t)at + mark.length;
    return (struct str){text.at + gone, text.length - gone};
}

/* The next rule of the list, which is moved behind it; empty at its end. */
static struct str next_unknown(struct str *list) {
    *list = behind(*list, STR("\"rule\":\""));
    const ptrdiff_t end = str_find(*list, STR("\""));
    return end < 0 ? STR("") : (struct str){list->at, (size_t)end};
}

static struct replay_side side_then(const struct told *told, struct str rule) {
    for (size_t i = 0; i < told->count; i++)
        if (str_equal(told->findings[i].rule, rule))
            return (struct replay_side){told->findings[i].status, told->findings[i].level};
    struct str list = told->unknown;
    for (struct str one; (one = next_unknown(&list)).length > 0;)
        if (str_equal(one, rule)) return (struct replay_side){status_name(STATUS_UNKNOWN), STR("")};
    return (struct replay_side){STR(""), STR("")};
}

static const struct finding *finding_of(const struct decision *decision, struct str rule) {
    for (size_t i = 0; i < decision->finding_count; i++)
        if (str_equal(decision->findings[i].rule->id, rule) && !decision->findings[i].unchecked) return &decision->findings[i];
    return NULL;
}

static struct replay_side side_now(const struct finding *finding) {
    if (!finding) return (struct replay_side){STR(""), STR("")};
    return (struct replay_side){status_name(finding->status), level_name(finding->rule->level)};
}

static bool differs(const struct told *told, const struct decision *decision, struct str rule, struct replay_flip *flip) {
    flip->before = side_then(told, rule);
    flip->after = side_now(finding_of(decision, rule));
    const bool untold = flip->before.level.length == 0 || flip->after.level.length == 0; /* of what passed, or was unknown */
    if (str_equal(flip->before.status, flip->after.status) && (untold || str_equal(flip->before.level, flip->after.level)))
        return false;
    flip->rule = rule;
    return true;
}

/* A rule that was unknown and still is, and now decides: its level rose, although that of then is not told. */
static bool decides_now(const struct finding *finding, struct replay_flip *flip) {
    if (finding->status != STATUS_UNKNOWN || finding->unchecked || finding->rule->level < LEVEL_HOLD) return false;
    flip->before = (struct replay_side){status_name(STATUS_UNKNOWN), STR("")};
    flip->after = side_now(finding);
    flip->rule = finding->rule->id;
    return true;
}

static bool find_harder(const struct told *told, const struct decision *decision, struct replay_flip *flip) {
    for (size_t i = 0; i < decision->finding_count; i++)
        if (!decision->findings[i].unchecked && differs(told, decision, decision->findings[i].rule->id, flip)) return true;
    for (size_t i = 0; i < decision->finding_count; i++)
        if (decides_now(&decision->findings[i], flip)) return true;
    return false;
}

static bool find_softer(const struct told *told, const struct decision *decision, struct replay_flip *flip) {
    for (size_t i = 0; i < told->count; i++)
        if (differs(told, decision, told->findings[i].rule, flip)) return true;
    struct str list = told->unknown;
    for (struct str one; (one = next_unknown(&list)).length > 0;)
        if (differs(told, decision, one, flip)) return true;
    return false;
}

/* Of a harder verdict what is against the task now tells why, of a softer one what was against it then; hardest first. */
void replay_find_first(const struct ledger_told *then, const struct decision *decision, struct replay_flip *flip) {
    const struct told told = {then->findings, then->finding_count, behind(then->record, STR("\"unknown\":["))};
    if (flip->now > flip->was ? find_harder(&told, decision, flip) : find_softer(&told, decision, flip)) return;
    flip->rule = STR("");
    flip->before = flip->after = (struct replay_side){STR(""), STR("")};
}
