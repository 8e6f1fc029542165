#include <door/bundle/bundle_past.h>

static void add_number(struct digest_state *state, int64_t number) {
    unsigned char bytes[8];
    for (size_t i = 0; i < sizeof bytes; i++) bytes[i] = (unsigned char)((uint64_t)number >> (8 * i));
    digest_add(state, (struct str){(const char *)bytes, sizeof bytes});
}

static void add_text(struct digest_state *state, struct str text) {
    add_number(state, (int64_t)text.length);
    digest_add(state, text);
}

static struct digest digest_of(const struct history_keys *keys) {
    struct digest_state state;
    struct digest digest;
    digest_start(&state);
    add_text(&state, keys->issuer);
    add_number(&state, keys->topic);
    add_number(&state, keys->day);
    add_number(&state, keys->visit);
    add_number(&state, keys->meeting);
    add_number(&state, keys->assesses);
    for (size_t i = 0; i < keys->townships.count; i++) add_text(&state, keys->townships.at[i]);
    for (size_t i = 0; i < keys->form_count; i++) add_number(&state, keys->forms[i].key);
    digest_end(&state, &digest);
    return digest;
}

static bool is_same_question(const struct bundle_answer *a, enum history_query query, int32_t from, int32_t to) {
    return a->query == query && a->from == from && a->to == to;
}

/* The answer to a question asked before, or NULL. */
static const struct bundle_answer *find_answer(const struct bundle_past *past, const struct history_question *question,
                                               const struct digest *keys) {
    for (size_t i = 0; i < past->count; i++)
        if (is_same_question(&past->at[i], question->query, question->from, question->to) &&
            memcmp(past->at[i].keys.bytes, keys->bytes, sizeof keys->bytes) == 0)
            return &past->at[i];
    return NULL;
}

static bool make_room(struct past_log *log) {
    if (log->past.count < log->capacity) return true;
    const size_t grown = log->capacity ? 2 * log->capacity : 16;
    struct bundle_answer *at = arena_take_array(log->arena, grown, sizeof *at);
    if (!at) return false;
    if (log->past.count > 0) memcpy(at, log->past.at, log->past.count * sizeof *at);
    log->past.at = at;
    log->capacity = grown;
    return true;
}

/* The answer lives in the arena of its question; its copy lives as long as the log. False when memory ran out. */
static bool keep(struct past_log *log, const struct history_question *question, const struct digest *keys,
                 const struct history_answer *answer) {
    if (!make_room(log)) return false;
    struct bundle_answer *kept = &log->past.at[log->past.count];
    *kept = (struct bundle_answer){
        .query = question->query, .from = question->from, .to = question->to, .keys = *keys, .answer = *answer};
    kept->answer.tasks.at = arena_take_array(log->arena, answer->tasks.count, sizeof *kept->answer.tasks.at);
    if (!kept->answer.tasks.at) return false;
    for (size_t i = 0; i < answer->tasks.count; i++) {
        kept->answer.tasks.at[i] = arena_copy(log->arena, answer->tasks.at[i]);
        if (!kept->answer.tasks.at[i].at) return false;
    }
    log->past.count++;
    return true;
}

static quanze_status ask_and_keep(void *keeper, const struct history_question *question, struct arena *arena,
                                  struct history_answer *out, struct quanze_error *error) {
    struct past_log *log = keeper;
    const struct digest keys = digest_of(question->keys);
    struct history_answer answer;
    quanze_status status = log->inner.find(log->inner.keeper, question, arena, &answer, error);
    if (status != QUANZE_OK) return status;
    if (!find_answer(&log->past, question, &keys) && !keep(log, question, &keys, &answer)) return error_memory(error);
    *out = answer;
    return QUANZE_OK;
}

struct history past_log_history(struct past_log *log) {
    log->past.asked = true;
    return (struct history){log, ask_and_keep};
}

static quanze_status answer_again(void *keeper, const struct history_question *question, struct arena *arena,
                                  struct history_answer *out, struct quanze_error *error) {
    const struct bundle_past *past = keeper;
    const struct digest keys = digest_of(question->keys);
    const struct bundle_answer *found = find_answer(past, question, &keys);
    (void)arena; /* the answer lives with the bundle */
    if (!found)
        return error_set(error, QUANZE_BAD_DATA, "证明包里没有规则要问的以往情况（%s）",
                         "the bundle does not hold what a rule asks of the past (%s)", bundle_query_name(question->query).at);
    *out = found->answer;
    return QUANZE_OK;
}

struct history past_replay_history(struct bundle_past *past) {
    return (struct history){past, answer_again};
}
