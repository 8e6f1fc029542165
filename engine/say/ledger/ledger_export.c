/* ledger_export.c - rows out of the ledger: JSON, JSON Lines, or a table whose heads are words. */
#include <say/csv.h>
#include <say/ledger/ledger_inside.h>

void say_export_begin(struct buf *out, const struct ledger_page *page) {
    if (page->format == QUANZE_FORMAT_JSON) buf_put_char(out, '{');
    if (page->format == QUANZE_FORMAT_CSV) csv_begin(out);
}

void say_export_format(struct buf *out, const struct ledger_page *page, bool is_first) {
    if (page->format != QUANZE_FORMAT_JSON) return;
    if (!is_first) buf_put_char(out, ',');
    buf_put_text(out, "\"format\":\"quanze/ledger-export/1\"");
}

void say_export_end(struct buf *out, const struct ledger_page *page) {
    if (page->format == QUANZE_FORMAT_JSON) buf_put_text(out, "}\n");
}

void say_export_part(struct buf *out, struct ledger_page *page, struct str name, bool is_first) {
    page->rows = 0;
    if (page->format != QUANZE_FORMAT_JSON) return;
    if (!is_first) buf_put_char(out, ',');
    buf_put_char(out, '"');
    buf_put(out, name);
    buf_put_text(out, "\":[");
}

void say_export_part_end(struct buf *out, const struct ledger_page *page) {
    if (page->format == QUANZE_FORMAT_JSON) buf_put_text(out, page->rows > 0 ? "\n]" : "]");
}

/* Words that an import knows again: in English those are the names of the facts. */
static void put_heads(struct buf *out, quanze_language language) {
    static const enum fact_id FACTS[] = {FACT_ID_ID,        FACT_ID_TITLE,       FACT_ID_ISSUER_NAME,
                                         FACT_ID_TOWNSHIPS, FACT_ID_RECEIVED_AT, FACT_ID_DUE_AT};
    bool later = false;
    for (size_t i = 0; i < sizeof FACTS / sizeof *FACTS; i++)
        csv_text(out, language == QUANZE_EN ? fact_at(FACTS[i])->name : fact_label(FACTS[i], language), &later);
    buf_put_char(out, ',');
    buf_put(out, messages_text(MESSAGE_EXPORT_HEADS, language));
    buf_put_text(out, "\r\n");
}

static void put_time(struct buf *out, int64_t minute, bool *later) {
    char text[24];
    csv_text(out, minute == DAY_NONE ? STR("") : (struct str){text, day_format_minute(minute, text)}, later);
}

static void put_row(struct buf *out, const struct ledger_export *row, quanze_language language) {
    char hash[72], day[24];
    bool later = false;
    digest_text(&row->hash, hash);
    csv_text(out, row->id, &later);
    csv_text(out, row->title, &later);
    csv_text(out, row->issuer, &later);
    csv_text(out, row->townships, &later);
    put_time(out, row->received_at, &later);
    put_time(out, row->due_at, &later);
    csv_text(out, ledger_verdict_label(row->verdict, language), &later);
    csv_text(out, row->as_of == DAY_NONE ? STR("") : (struct str){day, day_format(row->as_of, day)}, &later);
    csv_text(out, say_state(row->state, language), &later);
    put_time(out, row->at, &later);
    buf_printf(out, ",%lld,%s", (long long)row->seq, hash);
    csv_text(out, row->facts, &later);
    buf_put_text(out, "\r\n");
}

void say_export(struct buf *out, struct ledger_page *page, const struct ledger_export *row) {
    if (page->format == QUANZE_FORMAT_CSV) {
        if (page->rows++ == 0) put_heads(out, page->language);
        put_row(out, row, page->language);
        return;
    }
    if (page->format == QUANZE_FORMAT_JSON) ledger_put_comma(out, page);
    ledger_json_export(out, row);
    if (page->format != QUANZE_FORMAT_JSON) buf_put_char(out, '\n');
}
