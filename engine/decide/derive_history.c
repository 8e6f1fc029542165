/* derive_history.c - the facts that the past tells: who else asked, how often, on which day.
 *
 * A question is asked only when a rule of the book reads its fact, and only when the task says what the past is to be
 * searched by. What a task states not to be there (no visit, no meeting, no form) has no past: 0.
 */
#include <decide/derive.h>

enum { MAX_READS = 3 };

/* One fact, the question that tells it, and the facts that the question rests on. */
struct past_fact {
    enum fact_id fact;
    enum history_query query;
    enum history_span span;
    bool counts_issuers; /* different issuers, not tasks */
    size_t read_count;
    enum fact_id reads[MAX_READS];
};

static const struct past_fact PAST[] = {
    {FACT_ID_HISTORY_SAME_TOPIC_DEPARTMENTS,
     HISTORY_OTHER_ISSUERS,
     SPAN_TOPIC,
     true,
     3,
     {FACT_ID_TITLE, FACT_ID_TOWNSHIPS, FACT_ID_ISSUER_NAME}},
    {FACT_ID_HISTORY_VERSIONS_THAT_DAY,
     HISTORY_VERSIONS,
     SPAN_DAY,
     false,
     3,
     {FACT_ID_TITLE, FACT_ID_TOWNSHIPS, FACT_ID_ISSUER_NAME}},
    {FACT_ID_HISTORY_REQUESTS_SHORT_SPAN,
     HISTORY_VERSIONS,
     SPAN_SHORT,
     false,
     3,
     {FACT_ID_TITLE, FACT_ID_TOWNSHIPS, FACT_ID_ISSUER_NAME}},
    {FACT_ID_HISTORY_SAME_FORM_ASKED, HISTORY_SAME_FORM, SPAN_FORM, false, 2, {FACT_ID_DEMANDS_FORMS, FACT_ID_TOWNSHIPS}},
    {FACT_ID_HISTORY_ASSESSMENTS_THIS_YEAR, HISTORY_ASSESSMENTS, SPAN_YEAR, false, 1, {FACT_ID_TOWNSHIPS}},
    {FACT_ID_HISTORY_VISITS_THAT_DAY, HISTORY_VISITS, SPAN_DAY, false, 2, {FACT_ID_INSPECTION_AT, FACT_ID_TOWNSHIPS}},
    {FACT_ID_HISTORY_OWN_VISITS_THAT_DAY,
     HISTORY_OWN_VISITS,
     SPAN_DAY,
     false,
     3,
     {FACT_ID_INSPECTION_AT, FACT_ID_TOWNSHIPS, FACT_ID_ISSUER_NAME}},
    {FACT_ID_HISTORY_DEPARTMENT_VISITS_THIS_YEAR,
     HISTORY_OWN_VISITS,
     SPAN_YEAR,
     false,
     3,
     {FACT_ID_INSPECTION_AT, FACT_ID_TOWNSHIPS, FACT_ID_ISSUER_NAME}},
    {FACT_ID_HISTORY_MEETINGS_THAT_DAY, HISTORY_MEETINGS, SPAN_DAY, false, 2, {FACT_ID_MEETING_AT, FACT_ID_TOWNSHIPS}},
};

enum { PAST_COUNT = sizeof PAST / sizeof *PAST };

/* The day that a question is about: of the visit, of the meeting, else the one by which the task is judged. */
static int32_t day_of(const struct past_fact *past, const struct history_keys *keys) {
    if (past->query == HISTORY_VISITS || past->query == HISTORY_OWN_VISITS) return keys->visit;
    return past->query == HISTORY_MEETINGS ? keys->meeting : keys->day;
}

static struct history_question question_of(const struct plan *plan, const struct past_fact *past,
                                           const struct history_keys *keys) {
    const int32_t day = day_of(past, keys);
    struct history_question question = {past->query, keys, day, day};
    if (past->span == SPAN_YEAR) {
        const int year = day_to_civil(day).year;
        question.from = day_from_civil((struct civil){.year = year, .month = 1, .day = 1});
        question.to = day_from_civil((struct civil){.year = year, .month = 12, .day = 31});
    } else if (past->span != SPAN_DAY) {
        question.from = day - (int32_t)plan_value_on(&plan->history_days[past->span], day);
    }
    return question;
}

static bool ask(const struct deriver *deriver, const struct past_fact *past, const struct history_keys *keys,
                struct task *task) {
    const struct history_question question = question_of(deriver->plan, past, keys);
    struct history_answer answer = {0};
    if (deriver->history->find(deriver->history->keeper, &question, deriver->arena, &answer, deriver->trouble) != QUANZE_OK)
        return false;
    task_set(task, past->fact, value_number((int64_t)(past->counts_issuers ? answer.issuers : answer.count)));
    return true;
}

/* Whether something that the question rests on is stated not to be there: then there is nothing to search the past for. */
static bool is_about_nothing(const struct past_fact *past, const struct task *task) {
    for (size_t i = 0; i < past->read_count; i++)
        if (task_knows(task, past->reads[i]) && !task_given(task, past->reads[i])) return true;
    return false;
}

static bool knows_all(const struct past_fact *past, const struct task *task) {
    for (size_t i = 0; i < past->read_count; i++)
        if (!task_knows(task, past->reads[i])) return false;
    return true;
}

/* The past itself is what is missing. */
static void leave_unasked(const struct past_fact *past, struct task *task, struct derived *out) {
    derive_unknown(task, out, past->fact, &past->fact, 1);
    fact_set_add(&out->missing[past->fact - FIRST_DERIVED], past->fact);
}

bool derive_history(const struct deriver *deriver, struct task *task, struct derived *out) {
    struct history_keys keys;
    bool has_keys = false;
    for (size_t i = 0; i < PAST_COUNT; i++) {
        const struct past_fact *past = &PAST[i];
        if (is_about_nothing(past, task)) {
            task_set(task, past->fact, (struct value){.state = VALUE_NONE});
        } else if (!deriver->history || !fact_set_has(&deriver->plan->history, past->fact)) {
            leave_unasked(past, task, out);
        } else if (!knows_all(past, task)) {
            derive_unknown(task, out, past->fact, past->reads, past->read_count);
        } else {
            if (!has_keys && !history_keys_make(task, deriver->day, deriver->arena, &keys)) return false;
            has_keys = true;
            if (!ask(deriver, past, &keys, task)) return false;
        }
    }
    return true;
}
