/* answer_text.c - the last part of the page: how the task can be admitted, what is not known, what the township may answer. */
#include <say/decision/sheet.h>

static size_t part_column(const struct sheet *sheet) { return sheet->language == QUANZE_EN ? 19 : 15; }

void sheet_entry_text(struct sheet *sheet, enum message_id label, bool *first) {
    if (*first) {
        page_to(&sheet->page, 1);
        page_put(&sheet->page, sheet_text(sheet, label));
    }
    *first = false;
    page_to(&sheet->page, part_column(sheet));
    page_flow(&sheet->page, buf_str(&sheet->line), part_column(sheet));
    page_end_line(&sheet->page);
    page_drop(&sheet->page, &sheet->line);
}

static bool stands_in_the_way(const struct finding *finding) {
    return (finding->status == STATUS_FAIL || finding->status == STATUS_ERROR) && !finding->excused &&
           finding->rule->level >= LEVEL_HOLD;
}

/* The numbers of the findings that nothing verified can cure. */
static void put_incurable(struct sheet *sheet, bool *first) {
    size_t number = 0, count = 0;
    page_drop(&sheet->page, &sheet->value);
    for (size_t i = 0; i < sheet->decision->finding_count; i++) {
        const struct finding *finding = &sheet->decision->findings[i];
        if (sheet_hides(sheet, finding)) continue;
        number++;
        if (finding->has_remedy || !stands_in_the_way(finding)) continue;
        if (count++ > 0) buf_put(&sheet->value, sheet_text(sheet, MESSAGE_LIST_COMMA));
        sheet_number(&sheet->value, number);
    }
    if (count == 0) return;
    MESSAGES_FILL(&sheet->line, MESSAGE_NO_REMEDY, sheet->language, buf_str(&sheet->value));
    sheet->entry(sheet, MESSAGE_LABEL_REMEDY, first);
}

/* The words of what cures the finding, anew; false when it is not shown or has no cure. */
static bool say_cure(const struct sheet *sheet, size_t at, struct buf *words) {
    const struct finding *finding = &sheet->decision->findings[at];
    buf_clear(words);
    if (!finding->has_remedy || sheet_hides(sheet, finding)) return false;
    say_remedy(words, &finding->remedy, sheet->language);
    return true;
}

bool sheet_new_cure(const struct sheet *sheet, size_t at, struct buf *words) {
    struct buf other = {0};
    bool is_new = say_cure(sheet, at, words);
    for (size_t i = 0; i < at && is_new; i++)
        is_new = !say_cure(sheet, i, &other) || !str_equal(buf_str(&other), buf_str(words));
    words->failed |= other.failed;
    buf_free(&other);
    return is_new;
}

/* The numbers of all findings that these words cure. */
static void add_cured(struct sheet *sheet, struct str words) {
    struct buf other = {0};
    size_t number = 0, count = 0;
    for (size_t i = 0; i < sheet->decision->finding_count; i++) {
        number += !sheet_hides(sheet, &sheet->decision->findings[i]);
        if (!say_cure(sheet, i, &other) || !str_equal(buf_str(&other), words)) continue;
        if (count++ > 0) sheet_add(sheet, MESSAGE_LIST_COMMA);
        sheet_number(&sheet->line, number);
    }
    sheet->line.failed |= other.failed;
    buf_free(&other);
}

static void put_remedies(struct sheet *sheet, bool *first) {
    struct buf words = {0};
    for (size_t i = 0; i < sheet->decision->finding_count; i++) {
        if (!sheet_new_cure(sheet, i, &words)) continue;
        add_cured(sheet, buf_str(&words));
        buf_put_text(&sheet->line, "  ");
        buf_put(&sheet->line, buf_str(&words));
        sheet->entry(sheet, MESSAGE_LABEL_REMEDY, first);
    }
    sheet->line.failed |= words.failed;
    buf_free(&words);
    put_incurable(sheet, first);
    if (!sheet->decision->has_after) return;
    MESSAGES_FILL(&sheet->line, MESSAGE_AFTER_REMEDIES, sheet->language,
                  say_verdict(sheet->decision->after_remedies, sheet->language));
    sheet->entry(sheet, MESSAGE_LABEL_REMEDY, first);
}

static void put_questions(struct sheet *sheet) {
    bool first = true;
    for (size_t i = 0; i < sheet->decision->question_count; i++) {
        const struct question *question = &sheet->decision->questions[i];
        page_drop(&sheet->page, &sheet->value);
        if (question->fact == FACT_ID_BODY) {
            MESSAGES_FILL(&sheet->line, MESSAGE_QUESTION_TEXT, sheet->language,
                          say_ask(sheet->decision->task, question->ask, sheet->language));
            sheet->entry(sheet, MESSAGE_LABEL_QUESTIONS, &first);
            continue;
        }
        if (question->fact < FACT_COUNT_ALL)
            buf_put(&sheet->value, fact_label(question->fact, sheet->language));
        else
            say_calendar_year(&sheet->value, question->missing_year, sheet->language);
        MESSAGES_FILL(&sheet->line, MESSAGE_QUESTION, sheet->language, buf_str(&sheet->value),
                      say_ask(sheet->decision->task, question->ask, sheet->language));
        sheet->entry(sheet, MESSAGE_LABEL_QUESTIONS, &first);
    }
    if (first) return;
    sheet_add(sheet, MESSAGE_QUESTIONS_SETTLE);
    sheet->entry(sheet, MESSAGE_LABEL_QUESTIONS, &first);
}

static enum message_id answer_message(enum answer_kind kind) {
    switch (kind) {
    case ANSWER_ACCEPT: return MESSAGE_ANSWER_ACCEPT;
    case ANSWER_DECLINE: return MESSAGE_ANSWER_DECLINE;
    case ANSWER_OBJECT: return MESSAGE_ANSWER_OBJECT;
    case ANSWER_REQUEST_RESOURCES: return MESSAGE_ANSWER_REQUEST;
    case ANSWER_COUNT: break;
    }
    return MESSAGE_UNKNOWN;
}

static enum message_id reason_message(enum closed_reason reason) {
    switch (reason) {
    case CLOSED_NOT: break;
    case CLOSED_BASIC_DUTY: return MESSAGE_CLOSED_BASIC_DUTY;
    case CLOSED_ISSUER_BINDS: return MESSAGE_CLOSED_ISSUER_BINDS;
    case CLOSED_NO_GROUND: return MESSAGE_CLOSED_NO_GROUND;
    case CLOSED_NOTHING_SHORT: return MESSAGE_CLOSED_NOTHING_SHORT;
    case CLOSED_RECALLED: return MESSAGE_CLOSED_RECALLED;
    case CLOSED_UNDECIDED: return MESSAGE_CLOSED_UNDECIDED;
    case CLOSED_NO_CURE: return MESSAGE_CLOSED_NO_CURE;
    }
    return MESSAGE_UNKNOWN;
}

struct str say_closed(enum closed_reason reason, quanze_language language) {
    return messages_text(reason_message(reason), language);
}

static void add_grounds(struct sheet *sheet, const struct answer *answer) {
    const struct choices grounds = choices_of("GROUND");
    for (size_t i = 0; i < answer->ground_count; i++) {
        sheet_add(sheet, i == 0 ? MESSAGE_COLON : MESSAGE_LIST_SEMICOLON);
        buf_put(&sheet->line, choice_text(&grounds.at[answer->grounds[i]], sheet->language));
    }
}

static void put_answers(struct sheet *sheet) {
    bool first = true;
    for (int kind = 0; kind < ANSWER_COUNT; kind++) {
        const struct answer *answer = &sheet->decision->answers[kind];
        if (!answer->open) continue;
        sheet_add(sheet, answer_message((enum answer_kind)kind));
        add_grounds(sheet, answer);
        sheet->entry(sheet, MESSAGE_LABEL_MAY, &first);
    }
    first = true;
    for (int kind = 0; kind < ANSWER_COUNT; kind++) {
        const struct answer *answer = &sheet->decision->answers[kind];
        if (answer->open) continue;
        sheet_add(sheet, answer_message((enum answer_kind)kind));
        sheet_add(sheet, MESSAGE_COLON);
        buf_put(&sheet->line, say_closed(answer->reason, sheet->language));
        page_paint(&sheet->page, PAINT_FAINT);
        sheet->entry(sheet, MESSAGE_LABEL_MAY_NOT, &first);
        page_paint(&sheet->page, PAINT_PLAIN);
    }
}

void sheet_answers(struct sheet *sheet) {
    bool first = true;
    page_end_line(&sheet->page);
    put_remedies(sheet, &first);
    put_questions(sheet);
    put_answers(sheet);
}
