/* balance_text.c - duty against what came with it: a bar of 20 cells a condition, the numbers, and the gap in words. */
#include <base/utf8.h>
#include <say/sheet.h>

#define BAR_CELLS 20

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

static size_t bar_column(const struct sheet *sheet) { return sheet->language == QUANZE_EN ? 13 : 10; }
static size_t amount_column(const struct sheet *sheet) { return bar_column(sheet) + BAR_CELLS + 2; }
static size_t remark_column(const struct sheet *sheet) { return amount_column(sheet) + 20; }

static int64_t needed_of(const struct balance_row *row, struct side side) {
    return side.is_list ? (int64_t)row->required.count : row->needed;
}

static int64_t given_of(const struct balance_row *row, struct side side) {
    return side.is_list ? (int64_t)row->provided.count : row->given;
}

static bool is_short(const struct balance_row *row, struct side side) {
    return side.is_list ? row->gap.count > 0 : row->short_of > 0;
}

/* Cells that are full. A little is never drawn as nothing, nor a gap as none. */
static size_t full_cells(int64_t given, int64_t needed) {
    if (given <= 0) return 0;
    if (given >= needed) return BAR_CELLS;
    const size_t cells = (size_t)((double)given * BAR_CELLS / (double)needed);
    return cells == 0 ? 1 : cells < BAR_CELLS ? cells : BAR_CELLS - 1;
}

static void put_bar(struct sheet *sheet, const struct balance_row *row, struct side side) {
    const size_t full = row->known ? full_cells(given_of(row, side), needed_of(row, side)) : 0;
    page_drop(&sheet->page, &sheet->value);
    if (row->known) {
        buf_put_repeat(&sheet->value, STR("█"), full == BAR_CELLS && is_short(row, side) ? BAR_CELLS - 1 : full);
        buf_put_repeat(&sheet->value, STR("░"), BAR_CELLS - (full == BAR_CELLS && is_short(row, side) ? BAR_CELLS - 1 : full));
    } else {
        buf_put_repeat(&sheet->value, STR("─"), BAR_CELLS - 2);
        buf_put_text(&sheet->value, " ?");
    }
    page_put(&sheet->page, buf_str(&sheet->value));
}

static void add_number(struct sheet *sheet, int64_t number, enum balance_side kind) {
    const struct side side = side_of(kind);
    char text[32];
    if (number == BALANCE_UNKNOWN) {
        buf_put_char(&sheet->line, '?');
        return;
    }
    if (kind == BALANCE_TIME) number = say_hundredth_hours(number);
    buf_put(&sheet->line, (struct str){text, writer_format_decimal(number, side.digits, text)});
}

static void put_amount(struct sheet *sheet, const struct balance_row *row, enum balance_side kind) {
    const struct side side = side_of(kind);
    const bool tells_nothing =
        !row->known && (side.is_list || (row->needed == BALANCE_UNKNOWN && row->given == BALANCE_UNKNOWN));
    page_to(&sheet->page, amount_column(sheet));
    page_drop(&sheet->page, &sheet->line);
    if (tells_nothing) {
        sheet_add(sheet, MESSAGE_NOT_STATED);
    } else {
        add_number(sheet, given_of(row, side), kind);
        buf_put_text(&sheet->line, " / ");
        add_number(sheet, needed_of(row, side), kind);
        buf_put_char(&sheet->line, ' ');
        sheet_add(sheet, side.unit);
    }
    page_put(&sheet->page, buf_str(&sheet->line));
    page_drop(&sheet->page, &sheet->line);
}

static void add_gap(struct sheet *sheet, const struct balance_row *row, enum balance_side kind) {
    const struct side side = side_of(kind);
    if (!is_short(row, side)) {
        sheet_add(sheet, MESSAGE_NO_GAP);
        return;
    }
    sheet_add(sheet, MESSAGE_SHORT_OF);
    if (side.is_list) {
        say_texts(&sheet->line, row->gap, sheet->language);
        return;
    }
    add_number(sheet, row->short_of, kind);
    buf_put_char(&sheet->line, ' ');
    sheet_add(sheet, side.unit);
}

/* What is not stated, and who can say it: the one to ask for the first of the missing facts. */
static void add_missing(struct sheet *sheet, const struct balance_row *row) {
    const size_t first = fact_set_next(&row->missing, 0);
    if (first == FACT_COUNT_ALL) {
        sheet_add(sheet, MESSAGE_CANNOT_TELL);
        return;
    }
    page_drop(&sheet->page, &sheet->value);
    say_fact_labels(&sheet->value, &row->missing, sheet->language);
    MESSAGES_FILL(&sheet->line, MESSAGE_MISSING_ASK, sheet->language, buf_str(&sheet->value),
                  sheet_ask(sheet, fact_at(first)->ask));
}

static void put_row(struct sheet *sheet, enum balance_side kind) {
    const struct balance_row *row = &sheet->decision->balance[kind];
    const struct side side = side_of(kind);
    page_to(&sheet->page, 3);
    page_put(&sheet->page, sheet_text(sheet, side.label));
    page_to(&sheet->page, bar_column(sheet));
    if (side.is_list ? row->known && row->required.count == 0 : row->needed == 0) {
        page_put(&sheet->page, sheet_text(sheet, side.not_needed));
        page_end_line(&sheet->page);
        return;
    }
    put_bar(sheet, row, side);
    put_amount(sheet, row, kind);
    page_to(&sheet->page, remark_column(sheet));
    if (row->known)
        add_gap(sheet, row, kind);
    else
        add_missing(sheet, row);
    page_paint(&sheet->page, row->known && is_short(row, side) ? PAINT_STRONG : PAINT_PLAIN);
    page_flow(&sheet->page, buf_str(&sheet->line), remark_column(sheet));
    page_paint(&sheet->page, PAINT_PLAIN);
    page_end_line(&sheet->page);
    page_drop(&sheet->page, &sheet->line);
}

void sheet_balance(struct sheet *sheet) {
    page_end_line(&sheet->page);
    page_to(&sheet->page, 1);
    page_put(&sheet->page, sheet_text(sheet, MESSAGE_LABEL_BALANCE));
    page_end_line(&sheet->page);
    for (int kind = 0; kind < BALANCE_COUNT; kind++) put_row(sheet, (enum balance_side)kind);
}
