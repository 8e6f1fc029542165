/* decision_json.c - quanze/verdict/1.
 *
 * A reader must believe: the bytes are a function of the decision alone; keys stand in byte order at every level. This is on
 * the bulk path of screening: it writes straight into the buffer and allocates nothing of its own.
 */
#include <say/ledger/ledger_page.h>
#include <say/notice/notice.h>
#include <say/say_inside.h>

/* Millionths as a number of two decimals. */
static void write_score(struct writer *writer, int32_t score) { writer_decimal(writer, (score + 5000) / 10000, 2); }

static void write_item_id(struct writer *writer, const struct list *list, int item) {
    if (!list || item < 0)
        writer_null(writer);
    else
        writer_string(writer, list->items[item].id);
}

static void write_match(struct writer *writer, const struct found_item *match, const struct list *list) {
    writer_open(writer, '{');
    WRITER_FIRST(writer, "alternatives");
    writer_open(writer, '[');
    for (size_t i = 0; i < match->alternative_count; i++) {
        writer_open(writer, '{');
        WRITER_FIRST(writer, "item");
        write_item_id(writer, list, match->alternatives[i].item);
        WRITER_NEXT(writer, "score");
        write_score(writer, match->alternatives[i].score);
        writer_close(writer, '}');
    }
    writer_close(writer, ']');
    WRITER_NEXT(writer, "how");
    writer_name(writer, fact_at(FACT_ID_ITEM_HOW)->choices.at[match->how].name);
    WRITER_NEXT(writer, "item");
    write_item_id(writer, list, match->item);
    WRITER_NEXT(writer, "kind");
    if (!list || match->item < 0)
        writer_null(writer);
    else
        writer_name(writer, fact_at(FACT_ID_ITEM_KIND)->choices.at[list->items[match->item].kind].name);
    WRITER_NEXT(writer, "score");
    write_score(writer, match->score);
    WRITER_NEXT(writer, "words");
    say_write_texts(writer, &match->words);
    writer_close(writer, '}');
}

static void write_question(struct writer *writer, const struct question *question) {
    writer_open(writer, '{');
    WRITER_FIRST(writer, "ask");
    writer_name(writer, question->ask->name);
    WRITER_NEXT(writer, "decides");
    writer_open(writer, '[');
    for (size_t i = 0; i < question->decide_count; i++) writer_string(writer, question->decides[i]->id);
    writer_close(writer, ']');
    WRITER_NEXT(writer, "fact");
    const size_t begin = writer_string_begin(writer);
    if (question->fact < FACT_COUNT_ALL) {
        buf_put(writer->out, fact_at(question->fact)->name);
    } else {
        buf_put_text(writer->out, "calendar.");
        buf_put_int(writer->out, question->missing_year);
    }
    writer_string_end(writer, begin);
    if (question->fact == FACT_ID_BODY) {
        WRITER_NEXT(writer, "or");
        writer_name(writer, fact_at(FACT_ID_COMPLETE)->name);
    }
    writer_close(writer, '}');
}

static struct str answer_name(enum answer_kind kind) {
    static const struct str NAMES[] = {[ANSWER_ACCEPT] = {"accept", 6},
                                       [ANSWER_DECLINE] = {"decline", 7},
                                       [ANSWER_OBJECT] = {"object", 6},
                                       [ANSWER_REQUEST_RESOURCES] = {"request_resources", 17}};
    return NAMES[kind];
}

static void write_reason(struct writer *writer, enum closed_reason reason) {
    switch (reason) {
    case CLOSED_NOT: writer_null(writer); break;
    case CLOSED_BASIC_DUTY: writer_name(writer, STR("basic_duty")); break;
    case CLOSED_ISSUER_BINDS: writer_name(writer, STR("issuer_binds")); break;
    case CLOSED_NO_GROUND: writer_name(writer, STR("no_ground")); break;
    case CLOSED_NOTHING_SHORT: writer_name(writer, STR("nothing_short")); break;
    case CLOSED_RECALLED: writer_name(writer, STR("recalled")); break;
    case CLOSED_UNDECIDED: writer_name(writer, STR("undecided")); break;
    case CLOSED_NO_CURE: writer_name(writer, STR("no_cure")); break;
    }
}

static void write_answer(struct writer *writer, struct choices grounds, enum answer_kind kind, const struct answer *answer) {
    writer_open(writer, '{');
    WRITER_FIRST(writer, "answer");
    writer_name(writer, answer_name(kind));
    WRITER_NEXT(writer, "grounds");
    writer_open(writer, '[');
    for (size_t i = 0; i < answer->ground_count; i++) say_write_ground(writer, grounds, answer->grounds[i]);
    writer_close(writer, ']');
    WRITER_NEXT(writer, "open");
    writer_bool(writer, answer->open);
    WRITER_NEXT(writer, "reason");
    write_reason(writer, answer->open ? CLOSED_NOT : answer->reason);
    writer_close(writer, '}');
}

static void write_digest(struct writer *writer, const struct digest *digest) {
    char text[72];
    if (!digest) {
        writer_null(writer);
        return;
    }
    digest_text(digest, text);
    writer_name(writer, (struct str){text, 71});
}

/* Those that counted on the day. */
static void write_packs(struct writer *writer, const struct rulebook *book, int32_t day) {
    writer_open(writer, '[');
    for (size_t i = 0; i < book->pack_count; i++)
        if (pack_holds(&book->packs[i], book->known_at, day)) writer_string(writer, book->packs[i].id);
    writer_close(writer, ']');
}

static bool has_packs(const struct say_world *world) { return world->book && world->book->pack_count > 0; }

void say_write_digests(struct writer *writer, const struct say_world *world, int32_t day) {
    WRITER_NEXT(writer, "calendar");
    write_digest(writer, world->calendar ? &world->calendar->digest : NULL);
    WRITER_NEXT(writer, "engine");
    writer_name(writer, STR(QUANZE_VERSION));
    if (world->book && world->book->known_at != DAY_NONE) {
        WRITER_NEXT(writer, "known_at");
        say_write_day(writer, world->book->known_at);
    }
    WRITER_NEXT(writer, "list");
    write_digest(writer, world->list ? &world->list->digest : NULL);
    if (has_packs(world)) {
        WRITER_NEXT(writer, "packs");
        write_packs(writer, world->book, day);
    }
    WRITER_NEXT(writer, "rules");
    write_digest(writer, world->book ? &world->book->digest : NULL);
    WRITER_NEXT(writer, "thesaurus");
    write_digest(writer, world->thesaurus && world->thesaurus->is_read ? &world->thesaurus->digest : NULL);
}

static void write_versions(struct writer *writer, const struct decision *decision, const struct say_world *world) {
    const struct say_constants *constants = writer->style == WRITER_COMPACT ? world->constants : NULL;
    writer_open(writer, '{');
    WRITER_FIRST(writer, "as_of");
    say_write_day(writer, decision->as_of);
    if (constants && !has_packs(world))
        constants_put(writer, constants_part(constants, constants->count - 1));
    else
        say_write_digests(writer, world, decision->as_of);
    writer_close(writer, '}');
}

static void write_findings(struct writer *writer, const struct decision *decision, const struct finding_style *style) {
    writer_open(writer, '[');
    for (size_t i = 0; i < decision->finding_count; i++) say_write_finding(writer, &decision->findings[i], style);
    writer_close(writer, ']');
}

static void write_questions(struct writer *writer, const struct decision *decision) {
    writer_open(writer, '[');
    for (size_t i = 0; i < decision->question_count; i++) write_question(writer, &decision->questions[i]);
    writer_close(writer, ']');
}

static void write_answers(struct writer *writer, const struct decision *decision, struct choices grounds) {
    writer_open(writer, '[');
    for (int i = 0; i < ANSWER_COUNT; i++) write_answer(writer, grounds, (enum answer_kind)i, &decision->answers[i]);
    writer_close(writer, ']');
}

/* What the facts were read from, where the task came as a notice. */
static void write_reading(struct writer *writer, const struct notice *notice, quanze_language language) {
    WRITER_NEXT(writer, "reading");
    writer_open(writer, '{');
    WRITER_KEY(writer, "evidence");
    say_write_evidence(writer, notice);
    WRITER_KEY(writer, "unsure");
    say_write_doubts(writer, notice, language);
    writer_close(writer, '}');
}

/* What opens the object of a decision, long or short: its first fields in the order of their names. */
static void write_start(struct writer *writer, const struct decision *decision) {
    writer_open(writer, '{');
    WRITER_FIRST(writer, "after_remedies");
    if (decision->has_after)
        writer_name(writer, verdict_name(decision->after_remedies));
    else
        writer_null(writer);
    WRITER_NEXT(writer, "balance");
    say_write_balance(writer, decision->balance);
}

void say_decision_json(struct buf *out, const struct decision *decision, const struct say_world *world,
                       quanze_language language, bool pretty) {
    const struct finding_style style = {decision->task, choices_of("GROUND"), language, pretty ? NULL : world->constants};
    struct writer writer = writer_start(out, pretty ? WRITER_PRETTY : WRITER_COMPACT);
    write_start(&writer, decision);
    WRITER_NEXT(&writer, "findings");
    write_findings(&writer, decision, &style);
    if (decision->fixes) say_write_fixes(&writer, decision->fixes);
    WRITER_NEXT(&writer, "format");
    writer_name(&writer, STR("quanze/verdict/1"));
    WRITER_NEXT(&writer, "match");
    write_match(&writer, &decision->match, world->list);
    WRITER_NEXT(&writer, "papers_due");
    if (decision->provisional)
        say_write_minute(&writer, decision->papers_due);
    else
        writer_null(&writer);
    WRITER_NEXT(&writer, "provisional");
    writer_bool(&writer, decision->provisional);
    WRITER_NEXT(&writer, "questions");
    write_questions(&writer, decision);
    if (world->notice) write_reading(&writer, world->notice, language);
    WRITER_NEXT(&writer, "respond");
    write_answers(&writer, decision, style.grounds);
    WRITER_NEXT(&writer, "task");
    writer_string(&writer, task_text(decision->task, FACT_ID_ID));
    WRITER_NEXT(&writer, "verdict");
    writer_name(&writer, verdict_name(decision->verdict));
    WRITER_NEXT(&writer, "versions");
    write_versions(&writer, decision, world);
    writer_close(&writer, '}');
}

/* Rules that could not be told, with the facts that would tell. */
static void write_unknown(struct writer *writer, const struct decision *decision) {
    writer_open(writer, '[');
    for (size_t i = 0; i < decision->finding_count; i++) {
        const struct finding *finding = &decision->findings[i];
        if (finding->status != STATUS_UNKNOWN) continue;
        writer_open(writer, '{');
        WRITER_FIRST(writer, "missing");
        say_write_fact_names(writer, &finding->missing);
        WRITER_NEXT(writer, "rule");
        writer_string(writer, finding->rule->id);
        writer_close(writer, '}');
    }
    writer_close(writer, ']');
}

void say_decision_record(struct buf *out, const struct decision *decision, const struct say_world *world) {
    struct writer writer = writer_start(out, WRITER_COMPACT);
    write_start(&writer, decision);
    WRITER_NEXT(&writer, "format");
    writer_name(&writer, STR("quanze/decision/1"));
    WRITER_NEXT(&writer, "match");
    write_match(&writer, &decision->match, world->list);
    WRITER_NEXT(&writer, "provisional");
    writer_bool(&writer, decision->provisional);
    WRITER_NEXT(&writer, "respond");
    write_answers(&writer, decision, choices_of("GROUND"));
    WRITER_NEXT(&writer, "unknown");
    write_unknown(&writer, decision);
    writer_close(&writer, '}');
}
