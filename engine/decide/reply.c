#include <decide/reply.h>

static const struct str NAMES[REPLY_COUNT] = {STR_INIT("refusal"), STR_INIT("conditional"), STR_INIT("time"),
                                              STR_INIT("resources"), STR_INIT("receipt")};

struct str reply_name(enum reply_variant variant) {
    return NAMES[variant];
}

int reply_find(struct str name) {
    for (int i = 0; i < REPLY_COUNT; i++)
        if (str_equal(NAMES[i], name)) return i;
    return -1;
}

/* Whether a finding is of a kind that a letter of this variant speaks of, before its level is asked. */
static bool fits(const struct decision *decision, const struct reply *reply, const struct finding *finding) {
    const enum family family = finding->rule->family;
    if (finding->status != STATUS_FAIL) return false;
    switch (reply->variant) {
    case REPLY_REFUSAL: break;
    case REPLY_CONDITIONAL: return true;
    case REPLY_TIME: return family == FAMILY_TIME;
    case REPLY_RESOURCES: return family == FAMILY_RESOURCE || family == FAMILY_POWER;
    case REPLY_RECEIPT:
    case REPLY_COUNT: return false;
    }
    const struct answer *answer = &decision->answers[reply->is_objection ? ANSWER_OBJECT : ANSWER_DECLINE];
    for (size_t i = 0; i < answer->ground_count; i++)
        if (!finding->excused && finding->rule->ground == answer->grounds[i]) return true;
    return false;
}

/* Findings that hold the task up; where there are none, those that only advise. A refusal rests on the former alone. */
static bool gather(const struct decision *decision, struct arena *arena, struct reply *out) {
    out->grounds = arena_take_array(arena, decision->finding_count + 1, sizeof *out->grounds);
    if (!out->grounds) return false;
    const bool may_advise = out->variant != REPLY_REFUSAL || out->is_objection;
    for (int level = LEVEL_HOLD; level >= (may_advise ? LEVEL_WARN : LEVEL_HOLD) && out->ground_count == 0; level--)
        for (size_t i = 0; i < decision->finding_count; i++)
            if (fits(decision, out, &decision->findings[i]) && (int)decision->findings[i].rule->level >= level)
                out->grounds[out->ground_count++] = &decision->findings[i];
    return true;
}

static bool issuer_binds(const struct decision *decision) { return task_true(decision->task, FACT_ID_ISSUER_BINDS); }

static void follow(const struct answer *answer, struct reply *out) {
    out->is_open = answer->open;
    out->reason = answer->reason;
}

static void weigh_refusal(const struct decision *decision, struct reply *out) {
    const struct answer *decline = &decision->answers[ANSWER_DECLINE];
    follow(decline, out);
    if (decline->open || decline->reason != CLOSED_ISSUER_BINDS) return;
    out->is_objection = true;
    follow(&decision->answers[ANSWER_OBJECT], out);
}

static enum reply_genre genre_of(const struct decision *decision, enum reply_variant variant) {
    if (!issuer_binds(decision)) return GENRE_LETTER;
    return variant == REPLY_TIME || variant == REPLY_RESOURCES ? GENRE_REQUEST : GENRE_REPORT;
}

static void shut_without_ground(const struct decision *decision, enum closed_reason reason, struct reply *out) {
    if (!out->is_open || out->ground_count > 0) return;
    out->is_open = false;
    out->reason = decision->question_count > 0 ? CLOSED_UNDECIDED : reason;
}

/* Conditions that leave the task as inadmissible as it was are none. */
static void shut_without_cure(const struct decision *decision, struct reply *out) {
    const enum fix_end end = decision->fixes ? decision->fixes->end : FIX_NONE;
    if (!out->is_open || (end != FIX_NONE && end != FIX_WITHDRAW)) return;
    out->is_open = false;
    out->reason = CLOSED_NO_CURE;
}

bool reply_weigh(const struct decision *decision, enum reply_variant variant, struct arena *arena, struct reply *out) {
    *out = (struct reply){.variant = variant,
                          .genre = genre_of(decision, variant),
                          .is_open = true,
                          .issuer_unknown = !task_knows(decision->task, FACT_ID_ISSUER_BINDS)};
    if (variant == REPLY_REFUSAL) weigh_refusal(decision, out);
    if (variant == REPLY_CONDITIONAL) follow(&decision->answers[ANSWER_ACCEPT], out);
    if (variant == REPLY_RESOURCES) follow(&decision->answers[ANSWER_REQUEST_RESOURCES], out);
    if (!gather(decision, arena, out)) return false;
    if (variant == REPLY_CONDITIONAL) shut_without_ground(decision, CLOSED_NO_GROUND, out);
    if (variant == REPLY_CONDITIONAL) shut_without_cure(decision, out);
    if (variant == REPLY_TIME) shut_without_ground(decision, CLOSED_NOTHING_SHORT, out);
    return true;
}
