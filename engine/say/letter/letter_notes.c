/* letter_notes.c - what the one who prepares a letter must know and the letter does not say. */
#include <say/letter/letter_inside.h>

static void put_line(struct buf *out, enum message_id id, quanze_language language) {
    buf_put(out, messages_text(id, language));
    buf_put_char(out, '\n');
}

static void note_draft(struct buf *out, const struct letter_request *request, quanze_language language) {
    const struct {
        bool is_missing;
        enum message_id word;
    } PARTS[] = {{request->number.length == 0, MESSAGE_LETTER_NUMBER},
                 {request->signer.length == 0, MESSAGE_LETTER_SIGNER},
                 {request->date == DAY_NONE, MESSAGE_LETTER_DATE}};
    struct buf missing = {0};
    for (size_t i = 0; i < sizeof PARTS / sizeof *PARTS; i++) {
        if (!PARTS[i].is_missing) continue;
        if (missing.length > 0) buf_put(&missing, messages_text(MESSAGE_LIST_COMMA, language));
        buf_put(&missing, messages_text(PARTS[i].word, language));
    }
    if (missing.length > 0) {
        MESSAGES_FILL(out, MESSAGE_LETTER_DRAFT, language, buf_str(&missing));
        buf_put_char(out, '\n');
    }
    out->failed |= missing.failed;
    buf_free(&missing);
}

static bool has_authority(const struct rule *rule) {
    for (size_t i = 0; i < rule->basis.count; i++)
        if (rule->basis.at[i].verified == 'V') return true;
    return false;
}

/* A citation that the letter leaves out, or gives without where it was read. */
static void note_cite(struct buf *out, const struct rule *rule, struct str number, const struct cite *cite,
                      quanze_language language) {
    const bool is_verified = cite->verified == 'V';
    struct buf text = {0};
    if (is_verified && letter_article(cite->article).length == cite->article.length) return;
    say_cite(&text, cite, language);
    MESSAGES_FILL(out, is_verified ? MESSAGE_LETTER_QUOTED : MESSAGE_LETTER_UNVERIFIED, language, number, rule->id,
                  buf_str(&text));
    buf_put_char(out, '\n');
    out->failed |= text.failed;
    buf_free(&text);
}

static void note_ground(struct buf *out, const struct rule *rule, size_t number, quanze_language language) {
    struct buf index = {0};
    buf_put_int(&index, (int64_t)number);
    for (size_t i = 0; i < rule->basis.count; i++) note_cite(out, rule, buf_str(&index), &rule->basis.at[i], language);
    if (!has_authority(rule)) {
        MESSAGES_FILL(out, MESSAGE_LETTER_NO_AUTHORITY, language, buf_str(&index), bilingual_text(&rule->title, language));
        buf_put_char(out, '\n');
    }
    out->failed |= index.failed;
    buf_free(&index);
}

void letter_notes(struct buf *out, const struct letter_request *request, quanze_language language) {
    const struct reply *reply = request->reply;
    note_draft(out, request, language);
    if (reply->is_objection) put_line(out, MESSAGE_LETTER_OBJECTION, language);
    if (reply->issuer_unknown) put_line(out, MESSAGE_LETTER_ISSUER_UNKNOWN, language);
    if (task_text(request->decision->task, FACT_ID_ISSUER_NAME).length == 0) put_line(out, MESSAGE_LETTER_NO_ISSUER, language);
    for (size_t i = 0; i < reply->ground_count; i++) note_ground(out, reply->grounds[i]->rule, i + 1, language);
    if (reply->genre == GENRE_LETTER && request->signer.length > 0) put_line(out, MESSAGE_LETTER_SIGNER_KEPT, language);
    put_line(out, MESSAGE_LETTER_LIMITS, language);
}

static enum message_id variant_message(enum reply_variant variant) {
    switch (variant) {
    case REPLY_REFUSAL: return MESSAGE_VARIANT_REFUSAL;
    case REPLY_CONDITIONAL: return MESSAGE_VARIANT_CONDITIONAL;
    case REPLY_TIME: return MESSAGE_VARIANT_TIME;
    case REPLY_RESOURCES: return MESSAGE_VARIANT_RESOURCES;
    case REPLY_RECEIPT: return MESSAGE_VARIANT_RECEIPT;
    case REPLY_COUNT: break;
    }
    return MESSAGE_UNKNOWN;
}

void letter_closed(struct buf *out, const struct decision *decision, const struct reply *reply, unsigned open,
                   quanze_language language) {
    MESSAGES_FILL(out, MESSAGE_LETTER_CLOSED, language, messages_text(variant_message(reply->variant), language),
                  say_closed(reply->reason, language));
    buf_put_char(out, '\n');
    if (reply->reason == CLOSED_UNDECIDED && reply->issuer_unknown) put_line(out, MESSAGE_LETTER_ISSUER_FIRST, language);
    for (size_t i = 0; i < decision->question_count && reply->reason == CLOSED_UNDECIDED; i++) {
        const struct question *question = &decision->questions[i];
        if (question->fact >= FACT_COUNT_ALL) continue;
        MESSAGES_FILL(out, MESSAGE_LETTER_ASK_FIRST, language, fact_label(question->fact, language),
                      say_ask(decision->task, question->ask, language));
        buf_put_char(out, '\n');
    }
    for (int i = 0; i < REPLY_COUNT; i++) {
        if (!(open >> i & 1)) continue;
        MESSAGES_FILL(out, MESSAGE_LETTER_OPEN, language, messages_text(variant_message((enum reply_variant)i), language),
                      reply_name((enum reply_variant)i));
        buf_put_char(out, '\n');
    }
}
