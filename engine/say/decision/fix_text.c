/* fix_text.c - the smallest fixes on the page: what changes, who must act, what it costs, what it comes to. */
#include <say/decision/sheet.h>

static void add_sets(struct sheet *sheet, const struct fix *fix) {
    for (size_t i = 0; i < fix->set_count; i++) {
        if (i > 0) sheet_add(sheet, MESSAGE_LIST_SEMICOLON);
        say_set(&sheet->line, &fix->sets[i], sheet->language);
    }
}

static void add_who(struct sheet *sheet, const struct fix *fix) {
    page_drop(&sheet->page, &sheet->value);
    struct str named[16] = {{NULL, 0}};
    size_t count = 0;
    for (size_t i = 0; i < fix->who_count && count < 16; i++) {
        const struct str who = say_ask(sheet->decision->task, fix->who[i], sheet->language);
        size_t same = 0;
        while (same < count && !str_equal(named[same], who)) same++;
        if (same < count) continue;
        if (count > 0) buf_put(&sheet->value, sheet_text(sheet, MESSAGE_LIST_COMMA));
        buf_put(&sheet->value, who);
        named[count++] = who;
    }
    MESSAGES_FILL(&sheet->line, MESSAGE_FIX_WHO, sheet->language, buf_str(&sheet->value));
}

static void add_amount(struct sheet *sheet, enum message_id id, int64_t number, int64_t scale) {
    if (number <= 0) return;
    page_drop(&sheet->page, &sheet->value);
    say_number(&sheet->value, (double)number / (double)scale);
    MESSAGES_FILL(&sheet->line, id, sheet->language, buf_str(&sheet->value));
}

static void put_fix(struct sheet *sheet, const struct fix *fix, size_t number, bool *first) {
    struct buf index = {0};
    buf_put_int(&index, (int64_t)number);
    MESSAGES_FILL(&sheet->line, MESSAGE_FIX_NUMBER, sheet->language, buf_str(&index));
    sheet->line.failed |= index.failed;
    buf_free(&index);
    add_sets(sheet, fix);
    sheet->entry(sheet, MESSAGE_LABEL_FIXES, first);
    add_who(sheet, fix);
    add_amount(sheet, MESSAGE_FIX_YUAN, fix->yuan_fen, 100);
    add_amount(sheet, MESSAGE_FIX_PEOPLE, fix->people, 1);
    add_amount(sheet, MESSAGE_FIX_WORKDAYS, fix->workdays, 1);
    MESSAGES_FILL(&sheet->line, MESSAGE_FIX_VERDICT, sheet->language, say_verdict(fix->verdict, sheet->language));
    sheet->entry(sheet, MESSAGE_LABEL_FIXES, first);
}

static void add_blocked(struct sheet *sheet, const struct fixes *fixes, enum message_id id) {
    page_drop(&sheet->page, &sheet->value);
    for (size_t i = 0; i < fixes->blocked_count; i++) {
        if (i > 0) buf_put(&sheet->value, sheet_text(sheet, MESSAGE_LIST_COMMA));
        buf_put(&sheet->value, fixes->blocked[i]->id);
    }
    MESSAGES_FILL(&sheet->line, id, sheet->language, buf_str(&sheet->value));
}

/* Why there is no fix to show. */
static void add_end(struct sheet *sheet, const struct fixes *fixes) {
    switch (fixes->end) {
    case FIX_FOUND: break;
    case FIX_NOT_NEEDED: sheet_add(sheet, MESSAGE_FIX_NOT_NEEDED); break;
    case FIX_FACTS_MISSING: sheet_add(sheet, MESSAGE_FIX_FACTS_MISSING); break;
    case FIX_WITHDRAW: add_blocked(sheet, fixes, MESSAGE_FIX_WITHDRAW); break;
    case FIX_NONE:
        if (fixes->blocked_count == 0)
            sheet_add(sheet, MESSAGE_FIX_NONE);
        else
            add_blocked(sheet, fixes, MESSAGE_FIX_NONE_BLOCKED);
        break;
    }
}

void sheet_fixes(struct sheet *sheet) {
    const struct fixes *fixes = sheet->decision->fixes;
    bool first = true;
    if (!fixes) return;
    page_end_line(&sheet->page);
    for (size_t i = 0; i < fixes->count; i++) put_fix(sheet, &fixes->at[i], i + 1, &first);
    if (fixes->end != FIX_FOUND) {
        add_end(sheet, fixes);
        sheet->entry(sheet, MESSAGE_LABEL_FIXES, &first);
    } else if (fixes->more) {
        sheet_add(sheet, MESSAGE_FIX_MORE);
        sheet->entry(sheet, MESSAGE_LABEL_FIXES, &first);
    }
}
