/* balance_words.c - see balance_words.h. */
#include <say/decision/balance_words.h>

/* What each side of the balance is called, counted in, and said of. */
struct side {
    enum message_id label, unit, not_needed;
    unsigned digits; /* decimals of a number; its unit is then 1 / 10^digits */
    bool is_list;
};

static struct side side_of(enum balance_side side) {
    switch (side) {
    case BALANCE_POWER: return (struct side){MESSAGE_SIDE_POWER, MESSAGE_UNIT_ENTRIES, MESSAGE_NO_POWER_NEEDED, 0, true};
    case BALANCE_FUNDS: return (struct side){MESSAGE_SIDE_FUNDS, MESSAGE_UNIT_YUAN, MESSAGE_NO_FUNDS_NEEDED, 2, false};
    case BALANCE_STAFF: return (struct side){MESSAGE_SIDE_STAFF, MESSAGE_UNIT_PEOPLE, MESSAGE_NO_STAFF_NEEDED, 0, false};
    case BALANCE_GUIDANCE:
        return (struct side){MESSAGE_SIDE_GUIDANCE, MESSAGE_UNIT_ENTRIES, MESSAGE_NO_GUIDANCE_NEEDED, 0, true};
    case BALANCE_TIME: return (struct side){MESSAGE_SIDE_TIME, MESSAGE_UNIT_HOURS, MESSAGE_NO_TIME_NEEDED, 2, false};
    case BALANCE_COUNT: break;
    }
    return (struct side){MESSAGE_UNKNOWN, MESSAGE_UNKNOWN, MESSAGE_UNKNOWN, 0, false};
}

struct str balance_label(enum balance_side side, quanze_language language) {
    return messages_text(side_of(side).label, language);
}

struct str balance_not_needed(enum balance_side side, quanze_language language) {
    return messages_text(side_of(side).not_needed, language);
}

bool balance_is_not_needed(const struct balance_row *row, enum balance_side side) {
    return side_of(side).is_list ? row->known && row->required.count == 0 : row->needed == 0;
}

int64_t balance_needed(const struct balance_row *row, enum balance_side side) {
    return side_of(side).is_list ? (int64_t)row->required.count : row->needed;
}

int64_t balance_given(const struct balance_row *row, enum balance_side side) {
    return side_of(side).is_list ? (int64_t)row->provided.count : row->given;
}

int64_t balance_short(const struct balance_row *row, enum balance_side side) {
    const int64_t gap = side_of(side).is_list ? (int64_t)row->gap.count : row->short_of;
    return gap > 0 ? gap : 0;
}

static void put_number(struct buf *out, int64_t number, enum balance_side side) {
    char text[32];
    if (number == BALANCE_UNKNOWN) {
        buf_put_char(out, '?');
        return;
    }
    if (side == BALANCE_TIME) number = say_hundredth_hours(number);
    buf_put(out, (struct str){text, writer_format_decimal(number, side_of(side).digits, text)});
}

static void put_unit(struct buf *out, enum balance_side side, quanze_language language) {
    buf_put_char(out, ' ');
    buf_put(out, messages_text(side_of(side).unit, language));
}

void balance_put_amount(struct buf *out, const struct balance_row *row, enum balance_side side, quanze_language language) {
    const bool tells_nothing =
        !row->known && (side_of(side).is_list || (row->needed == BALANCE_UNKNOWN && row->given == BALANCE_UNKNOWN));
    if (tells_nothing) {
        buf_put(out, messages_text(MESSAGE_NOT_STATED, language));
        return;
    }
    put_number(out, balance_given(row, side), side);
    buf_put_text(out, " / ");
    put_number(out, balance_needed(row, side), side);
    put_unit(out, side, language);
}

static void put_gap(struct buf *out, const struct balance_row *row, enum balance_side side, quanze_language language) {
    if (balance_short(row, side) == 0) {
        buf_put(out, messages_text(MESSAGE_NO_GAP, language));
        return;
    }
    buf_put(out, messages_text(MESSAGE_SHORT_OF, language));
    if (side_of(side).is_list) {
        say_texts(out, row->gap, language);
        return;
    }
    put_number(out, row->short_of, side);
    put_unit(out, side, language);
}

/* What is not stated, and who can say it: the one to ask for the first of the missing facts. */
static void put_missing(struct buf *out, const struct balance_row *row, const struct task *task, quanze_language language) {
    const size_t first = fact_set_next(&row->missing, 0);
    struct buf labels = {0};
    if (first == FACT_COUNT_ALL) {
        buf_put(out, messages_text(MESSAGE_CANNOT_TELL, language));
        return;
    }
    say_fact_labels(&labels, &row->missing, language);
    MESSAGES_FILL(out, MESSAGE_MISSING_ASK, language, buf_str(&labels), say_ask(task, fact_at(first)->ask, language));
    out->failed |= labels.failed;
    buf_free(&labels);
}

void balance_put_remark(struct buf *out, const struct balance_row *row, enum balance_side side, const struct task *task,
                        quanze_language language) {
    if (row->known)
        put_gap(out, row, side, language);
    else
        put_missing(out, row, task, language);
}
