/* balance_text.c - duty against what came with it: a bar of 20 cells a condition, the numbers, and the gap in words. */
#include <say/decision/balance_words.h>
#include <say/decision/sheet.h>

#define BAR_CELLS 20

static size_t bar_column(const struct sheet *sheet) { return sheet->language == QUANZE_EN ? 13 : 10; }
static size_t amount_column(const struct sheet *sheet) { return bar_column(sheet) + BAR_CELLS + 2; }
static size_t remark_column(const struct sheet *sheet) { return amount_column(sheet) + 20; }

/* Cells that are full. A little is never drawn as nothing, nor a gap as none. */
static size_t full_cells(int64_t given, int64_t needed) {
    if (given <= 0) return 0;
    if (given >= needed) return BAR_CELLS;
    const size_t cells = (size_t)((double)given * BAR_CELLS / (double)needed);
    return cells == 0 ? 1 : cells < BAR_CELLS ? cells : BAR_CELLS - 1;
}

static void put_bar(struct sheet *sheet, const struct balance_row *row, enum balance_side side) {
    const bool is_short = balance_short(row, side) > 0;
    size_t full = row->known ? full_cells(balance_given(row, side), balance_needed(row, side)) : 0;
    if (full == BAR_CELLS && is_short) full--;
    page_drop(&sheet->page, &sheet->value);
    if (row->known) {
        buf_put_repeat(&sheet->value, STR("█"), full);
        buf_put_repeat(&sheet->value, STR("░"), BAR_CELLS - full);
    } else {
        buf_put_repeat(&sheet->value, STR("─"), BAR_CELLS - 2);
        buf_put_text(&sheet->value, " ?");
    }
    page_put(&sheet->page, buf_str(&sheet->value));
}

static void put_row(struct sheet *sheet, enum balance_side side) {
    const struct balance_row *row = &sheet->decision->balance[side];
    page_to(&sheet->page, 3);
    page_put(&sheet->page, balance_label(side, sheet->language));
    page_to(&sheet->page, bar_column(sheet));
    if (balance_is_not_needed(row, side)) {
        page_put(&sheet->page, balance_not_needed(side, sheet->language));
        page_end_line(&sheet->page);
        return;
    }
    put_bar(sheet, row, side);
    page_to(&sheet->page, amount_column(sheet));
    page_drop(&sheet->page, &sheet->line);
    balance_put_amount(&sheet->line, row, side, sheet->language);
    page_put(&sheet->page, buf_str(&sheet->line));
    page_drop(&sheet->page, &sheet->line);
    page_to(&sheet->page, remark_column(sheet));
    balance_put_remark(&sheet->line, row, side, sheet->decision->task, sheet->language);
    page_paint(&sheet->page, row->known && balance_short(row, side) > 0 ? PAINT_STRONG : PAINT_PLAIN);
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
    for (int side = 0; side < BALANCE_COUNT; side++) put_row(sheet, (enum balance_side)side);
}
