#include <read/notice/gather.h>

#define TEXTS_MOST 64
#define VALUES_MOST 8

/* Who comes first gets a time, an amount or a number that several patterns speak of. */
static const enum fact_id CLAIM_ORDER[] = {FACT_ID_RECEIVED_AT,
                                           FACT_ID_EMERGENCY_EXPECTED_END,
                                           FACT_ID_UPSTREAM_DUE_AT,
                                           FACT_ID_UPSTREAM_ISSUED_AT,
                                           FACT_ID_MEETING_AT,
                                           FACT_ID_TRAINING_DATE,
                                           FACT_ID_INSPECTION_AT,
                                           FACT_ID_DUE_AT,
                                           FACT_ID_START_AT,
                                           FACT_ID_END_AT,
                                           FACT_ID_MEETING_HOURS,
                                           FACT_ID_TRAINING_HOURS,
                                           FACT_ID_FUNDS_PER_PERSON_DAY,
                                           FACT_ID_FUNDS_MATCHING_REQUIRED,
                                           FACT_ID_FUNDS_PROVIDED,
                                           FACT_ID_FUNDS_REQUIRED,
                                           FACT_ID_STAFF_DAYS,
                                           FACT_ID_DEMANDS_SECONDMENT,
                                           FACT_ID_STAFF_PROVIDED,
                                           FACT_ID_STAFF_REQUIRED,
                                           FACT_ID_DEMANDS_PLAQUES,
                                           FACT_ID_DEMANDS_SITES,
                                           FACT_ID_DEMANDS_GROUPS,
                                           FACT_ID_QUOTA_TOTAL,
                                           FACT_ID_QUOTA_SHARE};

static bool is_of(const struct said *said, enum fact_id fact) {
    return said->saying->fact == fact && said->saying->field < 0 && said->saying->who != WHO_HINT;
}

static const struct said *next_of(const struct gathering_facts *gathering, enum fact_id fact, size_t *at) {
    while (*at < gathering->said->count) {
        const struct said *said = &gathering->said->at[(*at)++];
        if (is_of(said, fact)) return said;
    }
    return NULL;
}

/* A yes and a no in one notice are a doubt. */
static void gather_bool(struct gathering_facts *gathering, enum fact_id fact) {
    const struct said *yes = NULL, *no = NULL, *said;
    for (size_t at = 0; (said = next_of(gathering, fact, &at)) != NULL;) {
        const bool truth = (said->saying->value.number != 0) != said->negated;
        if (truth && !yes) yes = said;
        if (!truth && !no) no = said;
    }
    if (yes && no) {
        const struct str a = paper_text(&gathering->notes->paper, yes->span),
                         b = paper_text(&gathering->notes->paper, no->span);
        notes_doubt(gathering->notes, fact, no->span, "一处说“%.*s”，一处说“%.*s”", "one place says \"%.*s\", another \"%.*s\"",
                    (int)a.length, a.at, (int)b.length, b.at);
        return;
    }
    if (yes || no) notes_set(gathering->notes, fact, value_number(yes != NULL), (yes ? yes : no)->shown);
}

/* Different values of one fact, with where they stand. */
struct candidates {
    struct value values[VALUES_MOST];
    const struct said *said[VALUES_MOST];
    size_t count;
};

/* Of the same value the words that stand closest around it are kept. */
static void add_candidate(struct candidates *candidates, struct value value, const struct said *said) {
    for (size_t i = 0; i < candidates->count; i++) {
        if (candidates->values[i].number != value.number || candidates->values[i].state != value.state) continue;
        const struct span known = candidates->said[i]->span;
        if (said->span.first >= known.first && said->span.end < known.end) candidates->said[i] = said;
        return;
    }
    if (candidates->count == VALUES_MOST) return;
    candidates->values[candidates->count] = value;
    candidates->said[candidates->count++] = said;
}

static void doubt_candidates(struct gathering_facts *gathering, enum fact_id fact, const struct candidates *candidates) {
    const struct paper *paper = &gathering->notes->paper;
    const struct str a = paper_text(paper, candidates->said[0]->span), b = paper_text(paper, candidates->said[1]->span);
    notes_doubt(gathering->notes, fact, candidates->said[0]->span, "有不止一个说法：“%.*s”和“%.*s”",
                "more than one is told: \"%.*s\" and \"%.*s\"", (int)a.length, a.at, (int)b.length, b.at);
}

/* A number that was read goes before one that a pattern only implies. */
static void drop_implied(struct candidates *candidates) {
    size_t kept = 0;
    for (size_t i = 0; i < candidates->count; i++) {
        if (candidates->said[i]->saying->gives == GIVES_VALUE) continue;
        candidates->values[kept] = candidates->values[i];
        candidates->said[kept++] = candidates->said[i];
    }
    if (kept > 0) candidates->count = kept;
}

/* "每人每年50元，其中县财政补助20元": what each gets is not what the township gets for the task. */
static bool is_of_each(const struct gathering_facts *gathering, const struct said *said) {
    static const uint16_t *const EACH[] = {u"每人", u"每户", u"每亩",   u"每名", u"每例", u"每头",
                                           u"每件", u"每次", u"每户次", u"每份", u"人均"};
    enum { REACH = 24 };
    const struct paper *paper = &gathering->notes->paper;
    const struct mention *mention = gather_mention(gathering, said);
    if (!mention) return false;
    for (uint32_t at = mention->span.first; at > 0 && mention->span.first - at < REACH; at--) {
        if (point_ends_sentence(paper->points[at - 1]) || point_is_of(paper->points[at - 1], u"共总另")) return false;
        for (size_t i = 0; i < sizeof EACH / sizeof *EACH; i++)
            if (paper_has(paper, at - 1, EACH[i])) return true;
    }
    return false;
}

static void gather_number(struct gathering_facts *gathering, enum fact_id fact) {
    const struct fact_info *info = fact_at(fact);
    struct candidates candidates = {.count = 0};
    const struct said *said;
    for (size_t at = 0; (said = next_of(gathering, fact, &at)) != NULL;) {
        if (said->negated || (fact == FACT_ID_FUNDS_PROVIDED && is_of_each(gathering, said))) continue;
        if (!gather_claim(gathering, said, fact)) continue;
        const struct value value = gather_value(gathering, said, info->type, info->choices);
        if (value.state != VALUE_ABSENT) add_candidate(&candidates, value, said);
    }
    drop_implied(&candidates);
    if (candidates.count > 1)
        doubt_candidates(gathering, fact, &candidates);
    else if (candidates.count == 1)
        notes_set(gathering->notes, fact, candidates.values[0], candidates.said[0]->span);
}

static void doubt_time(struct gathering_facts *gathering, enum fact_id fact, const struct said *said, enum when_fault fault,
                       int missing_year) {
    struct notes *notes = gathering->notes;
    const struct str text = paper_text(&notes->paper, said->span);
    switch (fault) {
    case WHEN_FINE: return;
    case WHEN_NO_DAY:
        notes_doubt(notes, fact, said->span, "“%.*s”要有成文日期才能推算，来文没有写日期",
                    "\"%.*s\" can only be told from the date of the paper, which has none", (int)text.length, text.at);
        return;
    case WHEN_NO_CALENDAR:
        notes_doubt(notes, fact, said->span, "“%.*s”要按 %d 年的工作日历推算，没有这一年的日历",
                    "\"%.*s\" needs the working calendar of %d, which is not there", (int)text.length, text.at, missing_year);
        return;
    case WHEN_NO_HOUR:
        notes_doubt(notes, fact, said->span, "“%.*s”从收到时起算，不知道是几点收到的",
                    "\"%.*s\" counts from receipt, whose hour is not known", (int)text.length, text.at);
        return;
    case WHEN_VAGUE:
    case WHEN_NOT_A_DAY: break;
    }
    notes_doubt(notes, fact, said->span, "“%.*s”定不下是哪一天几点", "\"%.*s\" names no certain day and hour", (int)text.length,
                text.at);
}

/* Of several times of one meeting, visit or course the first is when it begins. */
static bool takes_first(enum fact_id fact) {
    return fact == FACT_ID_MEETING_AT || fact == FACT_ID_INSPECTION_AT || fact == FACT_ID_TRAINING_DATE;
}

static void gather_time(struct gathering_facts *gathering, enum fact_id fact) {
    const enum fact_type type = fact_at(fact)->type;
    struct candidates candidates = {.count = 0};
    const struct said *said, *of_event = NULL;
    for (size_t at = 0; (said = next_of(gathering, fact, &at)) != NULL;) {
        const struct mention *mention = gather_mention(gathering, said);
        if (said->negated || !mention || !gather_claim(gathering, said, fact)) continue;
        if (mention->when.of_event) { /* it says when each time, not when it is all to be done */
            of_event = said;
            continue;
        }
        struct value value;
        int missing = 0;
        const enum when_fault fault =
            when_resolve(&mention->when, &gathering->notes->world, type == FACT_END, &value, &missing);
        if (fault != WHEN_FINE) {
            doubt_time(gathering, fact, said, fault, missing);
            return;
        }
        if (type == FACT_DATE) value = value_number(day_of_minute(value.number));
        add_candidate(&candidates, value, said);
    }
    if (candidates.count == 0 && of_event)
        doubt_time(gathering, fact, of_event, WHEN_VAGUE, 0);
    else if (candidates.count > 1 && !takes_first(fact))
        doubt_candidates(gathering, fact, &candidates);
    else if (candidates.count > 0)
        notes_set(gathering->notes, fact, candidates.values[0], candidates.said[0]->span);
}

/* Two patterns that end at the same word: the one that begins later stands nearer to it. */
static bool is_overshadowed(const struct gathering_facts *gathering, const struct said *said) {
    for (size_t i = 0; i < gathering->said->count; i++) {
        const struct said *other = &gathering->said->at[i];
        if (is_of(other, said->saying->fact) && other->span.end == said->span.end && other->span.first > said->span.first)
            return true;
    }
    return false;
}

/* The first of the vocabulary that is named: the most frequent ranking, the highest official. */
static void gather_choice(struct gathering_facts *gathering, enum fact_id fact) {
    if (task_knows(gathering->notes->task, fact)) return; /* the head of the paper told it */
    const struct said *best = NULL, *none = NULL, *said;
    for (size_t at = 0; (said = next_of(gathering, fact, &at)) != NULL;) {
        if (fact == FACT_ID_RANKING_EVERY && is_overshadowed(gathering, said)) continue;
        if (said->negated || said->saying->value.state == VALUE_NONE) {
            if (said->saying->value.state == VALUE_NONE || fact == FACT_ID_RANKING_EVERY) none = said;
            continue;
        }
        if (!best || said->saying->value.number < best->saying->value.number) best = said;
    }
    if (best)
        notes_set(gathering->notes, fact, best->saying->value, best->span);
    else if (none)
        notes_set(gathering->notes, fact, (struct value){.state = VALUE_NONE}, none->shown);
}

/* Main and cooperating at once are a doubt. */
static void gather_role(struct gathering_facts *gathering) {
    struct candidates candidates = {.count = 0};
    const struct said *said;
    for (size_t at = 0; (said = next_of(gathering, FACT_ID_ROLE, &at)) != NULL;)
        if (!said->negated) add_candidate(&candidates, said->saying->value, said);
    if (candidates.count > 1)
        doubt_candidates(gathering, FACT_ID_ROLE, &candidates);
    else if (candidates.count == 1)
        notes_set(gathering->notes, FACT_ID_ROLE, candidates.values[0], candidates.said[0]->span);
}

/* The first pattern of the table decides, and of its places the first. */
static void gather_first(struct gathering_facts *gathering, enum fact_id fact) {
    const struct fact_info *info = fact_at(fact);
    const struct said *best = NULL, *said;
    for (size_t at = 0; (said = next_of(gathering, fact, &at)) != NULL;) {
        if (said->negated) continue;
        if (!best || said->saying < best->saying) best = said;
    }
    if (!best) return;
    const struct value value = gather_value(gathering, best, info->type, info->choices);
    if (value.state != VALUE_ABSENT) notes_set(gathering->notes, fact, value, best->span);
}

static bool has_text(const struct str *texts, size_t count, struct str text) {
    for (size_t i = 0; i < count; i++)
        if (str_equal(texts[i], text)) return true;
    return false;
}

static size_t texts_of(struct gathering_facts *gathering, const struct said *said, struct str *out, size_t most) {
    if (said->saying->is_split) return gather_split(&gathering->notes->paper, gather_words(gathering, said), out, most);
    const struct value value = gather_value(gathering, said, FACT_TEXT, (struct choices){NULL, 0});
    if (value.state != VALUE_GIVEN || most == 0) return 0;
    out[0] = value_text(&value);
    return 1;
}

/* An account or data is no equipment. */
static bool is_technology(struct str text) {
    static const struct str WORDS[] = {STR_INIT("账号"), STR_INIT("系统"), STR_INIT("平台"), STR_INIT("数据"),
                                       STR_INIT("技术"), STR_INIT("支撑"), STR_INIT("软件")};
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (str_find(text, WORDS[i]) >= 0) return true;
    return false;
}

static bool is_wanted(enum fact_id fact, struct str text) { return fact != FACT_ID_EQUIPMENT || !is_technology(text); }

/* All that is named, each once; "none" where it is only denied. */
static void gather_texts(struct gathering_facts *gathering, enum fact_id fact) {
    struct notes *notes = gathering->notes;
    struct str texts[TEXTS_MOST], found[TEXTS_MOST];
    size_t count = 0;
    const struct said *denied = NULL, *said;
    for (size_t at = 0; (said = next_of(gathering, fact, &at)) != NULL;) {
        const bool is_denial = said->negated || said->saying->value.state == VALUE_NONE;
        if (is_denial) denied = said;
        const size_t more = is_denial ? 0 : texts_of(gathering, said, found, TEXTS_MOST);
        for (size_t i = 0; i < more && count < TEXTS_MOST; i++)
            if (!has_text(texts, count, found[i]) && is_wanted(fact, found[i])) texts[count++] = found[i];
        if (more > 0) notes_prove(notes, fact, said->span);
    }
    if (count > 0)
        task_set(notes->task, fact, notes_texts(notes, texts, count));
    else if (denied && fact_at(fact)->absence == ABSENCE_CLOSED)
        notes_set(notes, fact, (struct value){.state = VALUE_NONE}, denied->shown);
}

static void gather_done(struct gathering_facts *gathering, enum fact_id fact) {
    size_t at = 0;
    const struct said *said = next_of(gathering, fact, &at);
    if (!said) return;
    const struct value value = said->negated ? (struct value){.state = VALUE_NONE} : said->saying->value;
    notes_set(gathering->notes, fact, value, said->shown);
}

static void gather_fact(struct gathering_facts *gathering, enum fact_id fact) {
    switch (fact_at(fact)->type) {
    case FACT_BOOL: gather_bool(gathering, fact); break;
    case FACT_COUNT:
    case FACT_MONEY:
    case FACT_RATIO:
    case FACT_HOURS: gather_number(gathering, fact); break;
    case FACT_DATE:
    case FACT_START:
    case FACT_END:
    case FACT_MOMENT: gather_time(gathering, fact); break;
    case FACT_TEXT: gather_first(gathering, fact); break;
    case FACT_CHOICE:
        if (fact == FACT_ID_ROLE)
            gather_role(gathering);
        else if (fact == FACT_ID_KIND)
            gather_first(gathering, fact);
        else
            gather_choice(gathering, fact);
        break;
    case FACT_DONE: gather_done(gathering, fact); break;
    case FACT_TEXTS: gather_texts(gathering, fact); break;
    case FACT_CHOICES:
    case FACT_RECORDS: break;
    }
}

static bool is_claimed_early(size_t fact) {
    for (size_t i = 0; i < sizeof CLAIM_ORDER / sizeof *CLAIM_ORDER; i++)
        if ((size_t)CLAIM_ORDER[i] == fact) return true;
    return false;
}

/* The paper that starts a response is its notice; else the number is told in the text. */
static void settle_emergency_notice(struct notes *notes) {
    const struct paper *paper = &notes->paper;
    const bool starts = paper_find(paper, notes->title, u"启动") >= 0 && paper_find(paper, notes->title, u"响应") >= 0;
    if (!starts || task_knows(notes->task, FACT_ID_EMERGENCY_NOTICE) || !task_given(notes->task, FACT_ID_DOCUMENT_NUMBER))
        return;
    for (size_t i = 0; i < notes->mentions.count; i++) {
        const struct mention *mention = &notes->mentions.at[i];
        if (mention->slot != SLOT_DOCUMENT ||
            !str_equal(paper_text(paper, mention->span), task_text(notes->task, FACT_ID_DOCUMENT_NUMBER)))
            continue;
        notes_set(notes, FACT_ID_EMERGENCY_NOTICE, notes->task->value[FACT_ID_DOCUMENT_NUMBER], mention->span);
        return;
    }
}

/* Level, number and end of a response count only where one was declared. */
static void settle_emergency(struct notes *notes) {
    if (task_true(notes->task, FACT_ID_EMERGENCY_DECLARED)) {
        settle_emergency_notice(notes);
        return;
    }
    static const enum fact_id OF_RESPONSE[] = {FACT_ID_EMERGENCY_LEVEL, FACT_ID_EMERGENCY_NOTICE,
                                               FACT_ID_EMERGENCY_EXPECTED_END};
    for (size_t i = 0; i < sizeof OF_RESPONSE / sizeof *OF_RESPONSE; i++)
        task_set(notes->task, OF_RESPONSE[i], (struct value){.state = VALUE_ABSENT});
}

/* When it came in is what "within three days" counts from. */
static void settle_receipt(struct notes *notes) {
    if (!task_given(notes->task, FACT_ID_RECEIVED_AT)) return;
    const struct value *received = &notes->task->value[FACT_ID_RECEIVED_AT];
    notes->world.received = received->number;
    notes->world.received_exactly = !received->whole_day;
}

void gather_facts(struct notes *notes, const struct all_said *said) {
    struct gathering_facts gathering = {notes, said, NULL};
    gathering.claims = arena_take_array(notes->arena, notes->mentions.count + 1, sizeof *gathering.claims);
    if (!gathering.claims) {
        notes->out_of_memory = true;
        return;
    }
    gather_records(&gathering);
    for (size_t i = 0; i < sizeof CLAIM_ORDER / sizeof *CLAIM_ORDER; i++) {
        gather_fact(&gathering, CLAIM_ORDER[i]);
        if (CLAIM_ORDER[i] == FACT_ID_RECEIVED_AT) settle_receipt(notes);
    }
    for (size_t fact = 0; fact < FACT_COUNT_ALL; fact++)
        if (!is_claimed_early(fact) && fact_at(fact)->absence != ABSENCE_DERIVED) gather_fact(&gathering, (enum fact_id)fact);
    settle_emergency(notes);
    gather_hints(&gathering);
}
