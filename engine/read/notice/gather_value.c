/* gather_value.c - what a place of a pattern is worth. */
#include <read/notice/gather.h>

/* “一老一小”参保: the quote belongs to the words. */
static bool opens_part(const struct paper *paper, struct span span) {
    const uint16_t point = paper->points[span.first];
    if (point != u'“' && point != u'《') return false;
    for (uint32_t i = span.first + 1; i + 1 < span.end; i++)
        if (paper->points[i] == (point == u'“' ? u'”' : u'》')) return true;
    return false;
}

static bool is_mark(uint16_t point) { return point_is_of(point, u"、,。:;.-和及与“”《》\"'"); }

/* Without marks at its ends, without a pair of quotes around it, and without a bracket that only closes or only opens. */
static struct span trim(const struct paper *paper, struct span span) {
    while (span.first < span.end && !opens_part(paper, span) &&
           (is_mark(paper->points[span.first]) || paper->points[span.first] == ')'))
        span.first++;
    while (span.first < span.end && is_mark(paper->points[span.end - 1]) && !point_is_of(paper->points[span.end - 1], u"”》"))
        span.end--;
    int depth = 0;
    uint32_t open = span.first;
    for (uint32_t i = span.first; i < span.end; i++) {
        if (paper->points[i] == '(' && depth++ == 0) open = i;
        if (paper->points[i] == ')' && --depth < 0) return (struct span){span.first, i};
    }
    return depth > 0 && open > span.first ? (struct span){span.first, open} : span;
}

const struct mention *gather_mention(const struct gathering_facts *gathering, const struct said *said) {
    if (said->saying->gives != GIVES_CAPTURE) return NULL;
    const uint32_t mention = said->mentions[said->saying->capture];
    return mention < gathering->notes->mentions.count ? &gathering->notes->mentions.at[mention] : NULL;
}

bool gather_claim(struct gathering_facts *gathering, const struct said *said, enum fact_id fact) {
    const struct mention *mention = gather_mention(gathering, said);
    if (!mention) return true;
    uint16_t *claim = &gathering->claims[mention - gathering->notes->mentions.at];
    if (*claim != 0 && *claim != (uint16_t)fact + 1) return false;
    *claim = (uint16_t)((unsigned)fact + 1);
    return true;
}

struct span gather_words(const struct gathering_facts *gathering, const struct said *said) {
    const struct paper *paper = &gathering->notes->paper;
    struct span span = said->span;
    switch (said->saying->gives) {
    case GIVES_VALUE:
    case GIVES_WORD: break;
    case GIVES_BEFORE:
        span.end = span.first;
        while (span.first > 0 && !point_ends_clause(paper->points[span.first - 1])) span.first--;
        break;
    case GIVES_CAPTURE: {
        const struct mention *mention = gather_mention(gathering, said);
        span = mention ? mention->inner : said->captures[said->saying->capture];
        if (said->saying->is_long && !mention) span.end = said->tails[said->saying->capture];
        break;
    }
    }
    return trim(paper, span);
}

/* Without a count behind it and without "等物资". */
static struct span cut_tail(const struct paper *paper, struct span span) {
    for (uint32_t i = span.first + 1; i < span.end; i++)
        if (point_is_digit(paper->points[i]) || paper->points[i] == u'等') return (struct span){span.first, i};
    return span;
}

size_t gather_split(const struct paper *paper, struct span span, struct str *out, size_t most) {
    size_t count = 0;
    uint32_t first = span.first;
    for (uint32_t i = span.first; i <= span.end && count < most; i++) {
        if (i < span.end && !point_is_of(paper->points[i], u"、,;和及")) continue;
        const struct span part = cut_tail(paper, trim(paper, (struct span){first, i}));
        const struct str text = paper_text(paper, part);
        if (part.end > part.first + 1) out[count++] = text;
        first = i + 1;
    }
    return count;
}

static struct value value_of_number(const struct mention *mention, enum fact_type type) {
    const bool is_number = mention->slot == SLOT_NUMBER, is_money = mention->slot == SLOT_MONEY;
    switch (type) {
    case FACT_COUNT:
        if (is_number && mention->micro % 1000000 == 0) return value_number(mention->micro / 1000000);
        break;
    case FACT_MONEY:
        if (is_money) return value_number(mention->micro);
        break;
    case FACT_RATIO:
        if (mention->slot == SLOT_PERCENT && mention->micro <= 1000000) return value_number(mention->micro);
        break;
    case FACT_HOURS:
        if (is_number) return value_number(mention->micro / 1000);
        break;
    case FACT_BOOL:
    case FACT_DATE:
    case FACT_START:
    case FACT_END:
    case FACT_MOMENT:
    case FACT_TEXT:
    case FACT_CHOICE:
    case FACT_DONE:
    case FACT_TEXTS:
    case FACT_CHOICES:
    case FACT_RECORDS: break;
    }
    return (struct value){.state = VALUE_ABSENT};
}

static bool is_text_type(enum fact_type type) { return type == FACT_TEXT || type == FACT_TEXTS; }

struct value gather_value(struct gathering_facts *gathering, const struct said *said, enum fact_type type,
                          struct choices choices) {
    const struct saying *saying = said->saying;
    if (saying->gives == GIVES_VALUE) return saying->value;
    const struct mention *mention = gather_mention(gathering, said);
    if (is_text_type(type)) {
        const struct str text = paper_text(&gathering->notes->paper, gather_words(gathering, said));
        return text.length > 0 ? value_of_text(text) : (struct value){.state = VALUE_ABSENT};
    }
    if (!mention) return (struct value){.state = VALUE_ABSENT};
    if (type == FACT_CHOICE && mention->when.period >= 0 && (size_t)mention->when.period < choices.count)
        return value_number(mention->when.period);
    if (type != FACT_DATE) return value_of_number(mention, type);
    struct value value = {.state = VALUE_ABSENT};
    int missing;
    if (when_resolve(&mention->when, &gathering->notes->world, false, &value, &missing) != WHEN_FINE)
        return (struct value){.state = VALUE_ABSENT};
    return value_number(day_of_minute(value.number));
}
